"""Captions of a page: which belong to its article."""

from __future__ import annotations

from bisect import bisect_right

from arnews.document import Block, LabeledDocument, Segment
from arnews.page import Page
from arnews.roles import Role

__all__ = ["own_captions"]

_CAPTION = Role.CAPTION
_LEVELS_TO_TEASER = 3
"""Levels within which a caption and the title of a teaser share an element."""
_DEEPEST = 64


def own_captions(doc: LabeledDocument) -> tuple[Segment, ...]:
    """Return the captions of a page but those that share an element with the title of another article.

    >>> import arnews
    >>> own_captions(arnews.label(arnews.read_text("")))
    ()
    """
    page, blocks = doc.document.page, doc.document.blocks
    if page is None:
        return doc[Role.CAPTION]
    segments = doc.segments if doc[Role.CAPTION] else ()
    found: list[Segment] = []
    for at, segment in enumerate(segments):
        if segment.role is not _CAPTION:
            continue
        beside = [segments[i] for i in (at - 1, at + 1) if 0 <= i < len(segments)]
        if any(other.role is Role.RELATED_ITEM for other in beside):
            own = _block_at(blocks, segment.start).element
            # The smaller the element around both, the nearer they belong together.
            apart = [(_levels(own, _block_at(blocks, other.start).element, page), other.role) for other in beside]
            levels, role = min(apart, key=_first)
            if role is Role.RELATED_ITEM and levels <= _LEVELS_TO_TEASER:
                continue
        found.append(segment)
    return tuple(found)


def _first(pair: tuple[int, Role]) -> int:
    return pair[0]


def _block_at(blocks: tuple[Block, ...], offset: int) -> Block:
    return blocks[max(bisect_right(blocks, offset, key=_start) - 1, 0)]


def _levels(element: int, other: int, page: Page) -> int:
    """Return how many levels above an element another one lies in the same element, at most one more than asked for."""
    for levels in range(_LEVELS_TO_TEASER + 1):
        inside = other
        for _ in range(_DEEPEST):
            if inside <= element:
                break
            inside = page.elements[inside].parent
        if inside == element or element < 0:
            return levels
        element = page.elements[element].parent
    return _LEVELS_TO_TEASER + 1


def _start(block: Block) -> int:
    return block.start
