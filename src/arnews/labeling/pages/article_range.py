"""The range of the article: the blocks from shortly above the title to shortly below the body, read as a text."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

from attrs import define, field

from arnews.document import Document
from arnews.labeling.pages.class_names import hint_of
from arnews.labeling.pages.text_density import Outline
from arnews.labeling.words import load_words
from arnews.roles import Role
from arnews.text.fold import fold

__all__ = ["ArticleRange", "find_article_range", "roles_by_markup"]

_ABOVE = 8
"""Blocks above the title that may say its section, its date or its kicker."""
_BELOW = 30
"""Blocks below the body that may say its source and its keywords."""
_BELOW_FAR = 12
"""The same where title and body have only the whole page in common."""
_LOOK = 12
"""Blocks above the region among which its first paragraph may be."""
_PROTECTED = 0.4
"""An element with this share of the article's running text says nothing by its names."""
_COMMENTS, _DISCLAIMER = Role.COMMENTS, Role.DISCLAIMER
_FORM_TITLES = 3
"""Linked titles of a form that is filled in by nobody."""
_KEPT = frozenset({Role.CAPTION, Role.BYLINE, Role.TIMESTAMP, Role.DECK})
_is_hidden = attrgetter("hidden")


@define
class ArticleRange:
    """What of a page is read as the text of the article. Mutable: it never leaves the labeler."""

    region: int
    """Index of the element that holds the article."""
    inside: list[bool]
    """Tells for each element whether it is the region or lies in it."""
    roles: list[Role | None]
    """What each element says by its names, or by those of an element around it."""
    hidden: list[bool]
    """Tells for each element whether it is not shown; for none if the article itself is not."""
    headline: int | None
    """Index of the block of the title."""
    first: int
    """Index of the first block."""
    last: int
    """Index after the last block."""
    lead: int
    """Index of the first block with running text in the region."""
    end: int
    """Index after the last block with running text in the region."""
    stated: bool = True
    """The page's metadata state the title."""
    site: tuple[str, ...] = ()
    """What the page calls its site."""
    pure: bool = False
    """The region holds the body and not the title."""
    chosen: list[Role | None] = field(factory=list)
    """Roles that selectors of the outlet give to elements; empty if there are none."""


def find_article_range(
    document: Document, outline: Outline, region: int, headline: int | None, *, within: set[int] | None = None
) -> ArticleRange | None:
    """Return the range of the article, ``None`` if the page has neither running text nor a title.

    ``within`` are the elements of the region that hold its body, if that is known.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> find_article_range(arnews.read_html(""), outline_of(arnews.read_html("")), -1, None) is None
    True
    """
    blocks, elements = document.blocks, outline.elements
    if region < 0:
        if headline is None:
            return None
        region = blocks[headline].element
    inside = _inside(region, outline, within, outline.teasers)
    held = [index for index, block in enumerate(blocks) if inside[block[3]]]
    if not held:  # a page of nothing but teasers
        inside = _inside(region, outline, within, set())
        held = [index for index, block in enumerate(blocks) if inside[block[3]]]
    title = None if headline is None else blocks[headline].text
    # Many pages print the title once more above the text.
    running = [index for index in held if outline.own[index] and blocks[index].text != title] or held
    lead, end = running[0], running[-1] + 1
    if within is None:
        opening = _running_above(outline, lead, -1 if headline is None else headline)
        going_on = _running_below(outline, region, held[-1])
        for index in opening + going_on:
            inside[blocks[index].element] = True
        lead = opening[-1] if opening else lead
        end = going_on[-1] + 1 if going_on else end
    top = region if headline is None else outline.common(region, blocks[headline].element)
    while elements[top].parent > 0 and top == region:
        top = elements[top].parent  # date and byline are beside the region as often as in it
    whole = elements[top].parent < 1
    above = lead if headline is None or headline > lead else headline
    first = max(0, above - _ABOVE)
    last = min(len(blocks), max(held[-1] + 1, end) + (_BELOW_FAR if whole else _BELOW))
    if headline is not None and not first <= headline < last:
        headline = None  # far below the article only a list repeats its title
    around = outline.around(region) | (set() if headline is None else outline.around(blocks[headline].element))
    roles = roles_by_markup(outline, around, outline.weights[region])
    hidden = list(map(_is_hidden, elements))
    if hidden[region]:
        hidden = [False] * len(elements)
    pure = headline is None or not inside[blocks[headline].element]
    return ArticleRange(region, inside, roles, hidden, headline, first, last, lead, end, pure=pure)


def _inside(region: int, outline: Outline, within: set[int] | None, apart: set[int]) -> list[bool]:
    """Tell for each element whether it is the region or lies in it, and in none of the elements ``apart``."""
    ends = outline.ends
    inside = [False] * len(ends)
    if within is None or region in within:
        inside[region : ends[region]] = [True] * (ends[region] - region)
    for index in sorted(apart if within is None else apart | within):
        held = within is not None and index in within
        if index > region and inside[index] is not held:
            inside[index : ends[index]] = [held] * (ends[index] - index)
    return inside


def _running_above(outline: Outline, lead: int, headline: int) -> list[int]:
    """Return the blocks of running text above the region that it goes on from, upward.

    No article begins with «And he added»: then its first paragraph has an element of its own, set above the others.
    """
    openers = load_words().sentence_openers
    blocks = outline.blocks
    found: list[int] = []
    for index in range(lead - 1, max(headline, lead - _LOOK), -1):
        if fold(blocks[lead].text.partition(" ")[0]) not in openers:
            break
        if outline.own[index] and index > headline:
            found.append(index)
            lead = index
    return found


def _running_below(outline: Outline, region: int, last: int) -> list[int]:
    """Return the blocks of running text that go on right below the region."""
    blocks, own = outline.blocks, outline.own
    around = outline.elements[region].parent
    found: list[int] = []
    for index in range(last + 1, len(blocks)):
        block = blocks[index]
        if not own[index] or block.linked or outline.hint(block.element) is not None:
            break
        if not outline.inside(block.element, around):
            break
        found.append(index)
    return found


def roles_by_markup(outline: Outline, around: set[int], weight: int) -> list[Role | None]:
    """Return for each element the role that its names speak of, or those of an element around it.

    The elements ``around`` the article say nothing, nor does one with a large share of its ``weight``,
    the code points of its running text.
    """
    elements, weights, ends, replies = outline.elements, outline.weights, outline.ends, outline.replies
    roles: list[Role | None] = [None] * len(ends)  # the last one, at -1, is around the root
    limit = _PROTECTED * weight
    forms: set[int] | None = None
    index, past = 0, len(ends)
    while index < past:
        element = elements[index]
        role = roles[element[0]]
        if index in replies:
            role = _COMMENTS
        elif (role is None or role in _KEPT) and index not in around and not (weights[index] > limit > 0):
            hint = hint_of(element)
            if hint is not None:
                parent, tag, _, _, _ = element
                if tag == "form":
                    forms = _forms_of_titles(outline) if forms is None else forms
                    hint = role if index in forms else hint
                elif tag == "footer" and hint is _DISCLAIMER and _in_article(parent, outline):
                    hint = None  # the source and the keywords of the article
                role = hint
        if role is None or role in _KEPT or (replies and role is not _COMMENTS):
            roles[index] = role
            index += 1
        else:  # what lies in it is that, too
            roles[index : ends[index]] = [role] * (ends[index] - index)
            index = ends[index]
    return roles


def _forms_of_titles(outline: Outline) -> set[int]:
    """Return the forms that hold several linked titles: forums put the index of their threads into one."""
    elements = outline.elements
    forms = {index for index, element in enumerate(elements) if element[1] == "form"}
    if not forms:
        return forms
    held = Counter(
        form for title in outline.titles for form in forms.intersection(outline.around(outline.blocks[title].element))
    )
    return {form for form, titles in held.items() if titles >= _FORM_TITLES}


def _in_article(parent: int, outline: Outline) -> bool:
    return parent >= 0 and outline.elements[parent].tag == "article"
