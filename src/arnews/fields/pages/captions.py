"""Captions of a page: which belong to its article."""

from __future__ import annotations

from bisect import bisect_right

from arnews.document import Block, LabeledDocument, Role, Segment
from arnews.page import Page

__all__ = ["own_captions"]

_LEVELS_TO_TEASER = 3
"""Levels within which a caption and the title of a teaser share an element."""


def own_captions(doc: LabeledDocument) -> tuple[Segment, ...]:
    """Return the captions of a page but those that share an element with the title of another article.

    >>> import arnews
    >>> own_captions(arnews.label(arnews.read_text("")))
    ()
    """
    page, blocks = doc.document.page, doc.document.blocks
    if page is None:
        return doc[Role.CAPTION]
    segments = doc.segments
    found: list[Segment] = []
    for at, segment in enumerate(segments):
        if segment.role is not Role.CAPTION:
            continue
        beside = [segments[i] for i in (at - 1, at + 1) if 0 <= i < len(segments)]
        if any(other.role is Role.RELATED_ITEM for other in beside):
            around = _ancestors(_block_at(blocks, segment.start).element, page)
            # The smaller the element around both, the nearer they belong together.
            depths = [(_depth(around, _block_at(blocks, s.start).element, page), s.role) for s in beside]
            depth, role = max(depths, key=_first)
            if role is Role.RELATED_ITEM and depth >= len(around) - _LEVELS_TO_TEASER:
                continue
        found.append(segment)
    return tuple(found)


def _first(pair: tuple[int, Role]) -> int:
    return pair[0]


def _block_at(blocks: tuple[Block, ...], offset: int) -> Block:
    return blocks[max(bisect_right(blocks, offset, key=_start) - 1, 0)]


def _ancestors(element: int, page: Page) -> list[int]:
    """Return the elements around an element, outermost first, itself last."""
    found = []
    while element >= 0:
        found.append(element)
        element = page.elements[element].parent
    return found[::-1]


def _depth(around: list[int], element: int, page: Page) -> int:
    """Return how many of the elements of a path lie around another element, too."""
    own = set(_ancestors(element, page))
    return sum(one in own for one in around)


def _start(block: Block) -> int:
    return block.start
