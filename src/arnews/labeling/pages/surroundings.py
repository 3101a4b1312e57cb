"""Labels what is around the article of a page, by markup and place; its words are not read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from arnews.dates import may_hold_date, read_date_line
from arnews.document import Document, Segment, reason_of
from arnews.labeling.pages.article_range import ArticleRange, roles_by_markup
from arnews.labeling.pages.selected import CHOSEN
from arnews.labeling.pages.text_density import LINKED, TITLE, Outline, is_running
from arnews.labeling.pieces import SHORT
from arnews.labeling.steps import all_steps
from arnews.roles import Role
from arnews.rules import RuleBook
from arnews.text.fold import squeeze

__all__ = ["heads_box", "label_around"]

_TITLE_WORDS = 4
"""Words of the linked title of another article; fewer are an entry of a menu."""
_HEADING_BLANKS = 4
"""Blanks in the heading of a box of other articles; a title has more."""
_DATE_LONGEST = 110
"""Code points of a line with a date above the article: place, weekday and both calendars fit in."""
_RELATED_ITEM, _SECTION, _NAVIGATION = Role.RELATED_ITEM, Role.SECTION, Role.NAVIGATION
_YEAR = re.compile(r"\d\d{3}")
_RULES = {role: f"page.{role}" for role in Role}
_ARTICLES = frozenset(
    {
        Role.TIMESTAMP,
        Role.BYLINE,
        Role.CAPTION,
        Role.DECK,
        Role.SOURCE,
        Role.AUTHOR_BIO,
        Role.COUNTER,
        Role.TAGS,
        Role.EMBED,
    }
)
"""What is called so outside the article belongs to other articles."""


def label_around(
    document: Document,
    outline: Outline,
    article: ArticleRange | None = None,
    *,
    first: int = 0,
    past: int | None = None,
    chosen: Sequence[Role | None] = (),
    book: RuleBook | None = None,
) -> list[Segment]:
    """Return the segments of the blocks from ``first`` to ``past``, which are outside the range of the article.

    Without one the page has no article: a list, whose titles and teasers are those of others.
    """
    blocks = document.blocks[first:past]
    if not blocks:
        return []
    roles = article.roles if article is not None else roles_by_markup(outline, set(), 0)
    above = article is not None and first < article.first
    # The words of an outlet's rules count anywhere, those of the general ones only in the article.
    special = book.special if book is not None and book.has_special else None
    found: list[Segment] = []
    reasons = all_steps()
    new = tuple.__new__  # a third of the time of calling the class, for what a page has hundreds of
    for start, end, text, element, linked in blocks:
        size = end - start
        role = roles[element]
        certain = chosen[element] if chosen else None
        if certain is not None and certain is not Role.BODY:
            found.append(Segment(start, end, certain, text, reasons[CHOSEN]))
            continue
        if special is not None and size <= SHORT and (own := special(squeeze(text))) is not None:
            found.append(Segment(start, end, own.role, text, reason_of(own)))
            continue
        if above and linked == 0 and size <= _DATE_LONGEST and _is_date(text):
            role, rule = Role.TIMESTAMP, "page.date"
        elif role is not None and role not in _ARTICLES and (role is not _SECTION or (above and linked)):
            rule = _RULES[role]
            if role is _RELATED_ITEM and heads_box(text, linked):
                role = Role.RELATED_HEADING
        elif (linked >= TITLE and linked >= LINKED * size and text.count(" ") >= _TITLE_WORDS - 1) or is_running(
            size, linked
        ):
            role, rule = _RELATED_ITEM, "page.other-title"
        else:
            role, rule = _NAVIGATION, "page.around"
        found.append(new(Segment, (start, end, role, text, reasons[rule])))
    return found


def heads_box(text: str, linked: int) -> bool:
    """Tell whether a line in a box of other articles is its heading, and no title, date or count.

    >>> heads_box("مواضيع ذات صلة", 0), heads_box("14 مارس 2024", 0), heads_box("افتتاح الجسر", 12)
    (True, False, False)
    """
    return linked == 0 and text.count(" ") <= _HEADING_BLANKS and not any(map(str.isdigit, text))


def _is_date(text: str) -> bool:
    """Tell whether a line is a date with a year: those around the article that have none are teasers'."""
    return _YEAR.search(text) is not None and may_hold_date(text) and read_date_line(text) is not None
