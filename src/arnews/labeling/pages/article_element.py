"""Which element holds the article."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from attrs import evolve

from arnews.labeling.pages.teasers import find_teasers, shape_of
from arnews.labeling.pages.text_density import Outline
from arnews.roles import Role

__all__ = ["find_article_element"]

_SHARE = 0.75
"""An element holds the article if it has this share of the running text of the element around it."""
_SHARE_UNTITLED = 0.6
"""The same where no title was found: old pages lay out comments and lists around the text without names."""
_SHARE_WITH_TITLE = 0.4
"""The same if it holds the title, too."""
_LEAVES = frozenset(("p", "li", "blockquote", "span", "a", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "tr", "dd", "dt"))
"""Elements that hold a paragraph: the article is what is around them."""
_MOST_ASKED = 12
"""Levels at which the next element is checked for more of the text: each check walks over the page."""
_FEWEST_ABOVE = 2
"""Paragraphs of a section above the one with most of the text."""
_APART = 0.5
"""An element with a smaller share of the page's running text may say by its names that it is not the article."""
_THREAD = 0.85
"""The same for comments and terms of use, and for what is outside the ``article`` that holds the title and running
text: there may be more of them than article."""
_FOREIGN = frozenset(
    {Role.COMMENTS, Role.RELATED_ITEM, Role.NAVIGATION, Role.DISCLAIMER, Role.AD, Role.PROMO, Role.AUTHOR_BIO,
     Role.MASTHEAD, Role.SHARE, Role.EMBED, Role.CAPTION}
)  # fmt: skip


def find_article_element(outline: Outline, headline: int | None) -> tuple[int, Outline]:
    """Return the element that holds the running text of the article, -1 if the page has none, and what is left.

    ``headline`` is the element of the title, if one was found. The text of elements that name themselves
    comments, menus or other articles does not count and is left out, unless the title is in them or they hold half
    of all.
    """
    if not outline.total:
        return -1, outline
    around = set() if headline is None else outline.around(headline)
    teasers = find_teasers(outline, around)
    if teasers:
        rest = outline.without(teasers)
        outline = evolve(rest, teased=outline.total - rest.total, teasers=teasers)
    foreign = _foreign(outline, around)
    if foreign:
        outline = outline.without(foreign)
    heaviest, titled = _children(outline, around)
    least = _SHARE_UNTITLED if headline is None else _SHARE
    region = asked = 0
    while True:
        held = outline.weights[region]
        child = titled.get(region)
        if child is None or outline.weights[child] < _SHARE_WITH_TITLE * held:
            child = heaviest.get(region)
            if child is None or outline.weights[child] < least * held:
                return region, outline
        if outline.elements[child].tag in _LEAVES:
            return region, outline
        if outline.weights[child] < held and child not in around and asked < _MOST_ASKED:
            asked += 1
            if _goes_on_beside(outline, child):
                return region, outline
        region = child


def _goes_on_beside(outline: Outline, child: int) -> bool:
    """Tell whether an element of one tag and name with another holds paragraphs of the same kind beside it.

    Builders of pages put each few paragraphs into a section of its own.
    """
    parent, tag, names, _, _ = outline.elements[child]
    name = shape_of(names.partition(" ")[0])
    beside = [
        index
        for index in outline.running
        if index != child
        and outline.elements[index][:2] == (parent, tag)
        and shape_of(outline.elements[index].names.partition(" ")[0]) == name
    ]
    if not beside or not (name or tag == "section"):
        return False
    kinds = _kinds_of_paragraphs(outline, sorted((child, *beside)))
    own = kinds.pop(child, Counter())
    usual = {kind for kind, count in own.items() if 2 * count > own.total()}
    # A single one above it is a standfirst.
    return any(
        count >= (_FEWEST_ABOVE if index < child else 1)
        for index, held in kinds.items()
        for kind, count in held.items()
        if kind in usual
    )


def _kinds_of_paragraphs(outline: Outline, containers: list[int]) -> dict[int, Counter[tuple[str, str]]]:
    """Count the paragraphs without a link in each of some elements, by tag and names; no element is inside another."""
    kinds: dict[int, Counter[tuple[str, str]]] = {}
    for block, weight in zip(outline.blocks, outline.own, strict=True):
        at = bisect_right(containers, block.element) - 1
        if weight and not block.linked and at >= 0 and outline.inside(block.element, containers[at]):
            element = outline.elements[block.element]
            kinds.setdefault(containers[at], Counter())[element.tag, shape_of(element.names)] += 1
    return kinds


def _children(outline: Outline, around: set[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Return the child with the most running text of each element that has one, and the child with the title."""
    heaviest: dict[int, int] = {}
    titled: dict[int, int] = {}
    weights = outline.weights
    for index in outline.running:
        parent = outline.elements[index].parent
        if parent not in heaviest or weights[index] > weights[heaviest[parent]]:
            heaviest[parent] = index
        if index in around:
            titled[parent] = index
    return heaviest, titled


def _foreign(outline: Outline, around: set[int]) -> set[int]:
    """Return the elements with running text that name themselves something else than the article."""
    total = outline.total
    foreign: set[int] = set()
    inner: set[int] = set()  # what lies in these, so that nothing counts twice
    gone = 0
    named = _named_article(outline, around)
    for index in outline.running:
        parent = outline.elements[index].parent
        if parent in foreign or parent in inner:
            inner.add(index)
            continue
        if not index or index in around:
            continue
        role = outline.hint(index)
        if role not in _FOREIGN:
            continue
        apart = named is not None and not outline.inside(index, named)
        limit = _THREAD if apart or role is Role.COMMENTS or role is Role.DISCLAIMER else _APART
        weight = outline.weights[index]
        if weight < limit * total and gone + weight < _THREAD * total:
            gone += weight
            foreign.add(index)
    return foreign


def _named_article(outline: Outline, around: set[int]) -> int | None:
    """Return the innermost ``article`` among the elements around the title that holds more running text than the title.

    Beside a short article the box that tells about the site may be longer than what it says.
    """
    title = outline.weights[max(around)] if around else 0
    found = [at for at in around if outline.elements[at].tag == "article" and outline.weights[at] > title]
    return max(found, default=None)
