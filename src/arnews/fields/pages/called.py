"""What the elements around a segment of a page are called, whatever gave the segment its role."""

from __future__ import annotations

from bisect import bisect_right

from arnews.document import Block, Document, Segment
from arnews.labeling.pages.hints import hint_of
from arnews.roles import Role

__all__ = ["roles_around"]

_LEVELS = 2
"""Elements that are looked at, the innermost and the one around it: a name further out speaks of more than a line."""


def roles_around(segment: Segment, document: Document) -> frozenset[Role]:
    """Return the roles that tag and class names of the elements around a segment speak of; none in a text.

    >>> import arnews
    >>> labeled = arnews.label(arnews.read_html("<p class=byline>اتحاد الكتاب</p>"))
    >>> roles_around(labeled.segments[0], labeled.document)
    frozenset({<Role.BYLINE: 'byline'>})
    """
    page = document.page
    if page is None or not document.blocks:
        return frozenset()
    element = document.blocks[max(bisect_right(document.blocks, segment.start, key=_start) - 1, 0)].element
    found: set[Role] = set()
    for _ in range(_LEVELS):
        if element < 0:
            break
        role = hint_of(page.elements[element])
        if role is not None:
            found.add(role)
        element = page.elements[element].parent
    return frozenset(found)


def _start(block: Block) -> int:
    return block.start
