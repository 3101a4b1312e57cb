"""What stands around the article of a page: labeled by the markup and its place, its words are not read."""

from __future__ import annotations

from collections.abc import Iterator

from arnews.dates import may_hold_date, read_date_line
from arnews.document import Document, Role, Segment
from arnews.labeling.pages.outline import Outline
from arnews.labeling.pages.zone import Zone, roles_by_markup

__all__ = ["label_around"]

_TITLE_CHARACTERS = 18
_TITLE_WORDS = 4
_DATE_LONGEST = 60
_LINKED = 0.85
_ARTICLES = frozenset(
    {Role.TIMESTAMP, Role.BYLINE, Role.CAPTION, Role.DECK, Role.SOURCE, Role.AUTHOR_BIO, Role.COUNTER, Role.TAGS}
)
"""What is called so outside the article belongs to other articles."""


def label_around(
    document: Document, outline: Outline, zone: Zone | None = None, *, first: int = 0, past: int | None = None
) -> Iterator[Segment]:
    """Yield the segments of the blocks from ``first`` to ``past``, which are outside the zone of the article.

    Without a zone the page has no article: a list, whose titles and teasers are those of others.
    """
    blocks = document.blocks[first:past]
    if not blocks:
        return
    roles = zone.roles if zone is not None else roles_by_markup(outline, set(), 0)
    above = zone is None or first < zone.first
    for block in blocks:
        text = block.text
        role = roles[block.element]
        if role in _ARTICLES or role is Role.EMBED:
            role = None
        if above and block.end - block.start <= _DATE_LONGEST and _is_date(text):
            yield Segment(block.start, block.end, Role.TIMESTAMP, text, "page.date")
            continue
        if role is Role.SECTION and not (above and block.linked):
            role = None
        if role is not None:
            yield Segment(block.start, block.end, role, text, f"page.{role}")
        elif _is_title(text, block.linked) or outline.is_running(block):
            yield Segment(block.start, block.end, Role.RELATED_ITEM, text, "page.other-title")
        else:
            yield Segment(block.start, block.end, Role.NAVIGATION, text, "page.around")


def _is_title(text: str, linked: int) -> bool:
    return linked >= _TITLE_CHARACTERS and linked >= _LINKED * len(text) and text.count(" ") >= _TITLE_WORDS - 1


def _is_date(text: str) -> bool:
    return may_hold_date(text) and read_date_line(text) is not None
