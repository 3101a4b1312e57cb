"""Which element holds the article."""

from __future__ import annotations

from arnews.document import Role
from arnews.labeling.pages.outline import Outline

__all__ = ["find_region"]

_SHARE = 0.75
"""An element holds the article if it has this share of the running text of the element around it."""
_SHARE_WITH_TITLE = 0.45
"""The same if it holds the title, too."""
_APART = 0.5
"""An element with a smaller share of the page's running text may say by its names that it is not the article."""
_THREAD = 0.85
"""The same for comments: there may be more of them than article."""
_FOREIGN = frozenset(
    {Role.COMMENTS, Role.RELATED_ITEM, Role.NAVIGATION, Role.DISCLAIMER, Role.AD, Role.PROMO, Role.AUTHOR_BIO,
     Role.MASTHEAD, Role.SHARE, Role.EMBED, Role.CAPTION}
)  # fmt: skip


def find_region(outline: Outline, headline: int | None) -> int:
    """Return the element that holds the running text of the article, -1 if the page has none.

    ``headline`` is the element of the title, if one was found. The text of elements that name themselves
    comments, menus or other articles does not count, unless the title stands in them or they hold half of all.
    """
    if not outline.total:
        return -1
    around = set() if headline is None else outline.around(headline)
    foreign = _foreign(outline, around)
    if foreign:
        outline.drop(foreign)
    best = _heaviest_children(outline)
    region = 0
    while True:
        child = best.get(region)
        if child is None:
            return region
        share = _SHARE_WITH_TITLE if child in around else _SHARE
        if outline.weights[child] < share * outline.weights[region]:
            return region
        region = child


def _heaviest_children(outline: Outline) -> dict[int, int]:
    """Return the child with the most running text of each element that has one."""
    best: dict[int, int] = {}
    weights = outline.weights
    for index, element in enumerate(outline.elements):
        if weights[index] and (element.parent not in best or weights[index] > weights[best[element.parent]]):
            best[element.parent] = index
    return best


def _foreign(outline: Outline, around: set[int]) -> set[int]:
    """Return the elements with running text that name themselves something else than the article."""
    total = outline.total
    foreign: set[int] = set()
    gone = 0
    for index in range(1, len(outline.elements)):
        weight = outline.weights[index]
        if not weight or index in around or outline.elements[index].parent in foreign:
            continue
        role = outline.hint(index)
        if role not in _FOREIGN:
            continue
        limit = _THREAD if role is Role.COMMENTS else _APART
        if weight < limit * total and gone + weight < _THREAD * total:
            gone += weight
            foreign.add(index)
    return foreign
