"""What the markup says of a line, as facts for the model."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from arnews.document import Block, Origin
from arnews.labeling.pages.zone import Zone
from arnews.labeling.pieces import Piece
from arnews.page import Element
from arnews.roles import Role

__all__ = ["add_markup_facts"]

_LINKED = (0.01, 0.34, 0.85)
"""Shares of a line in links: none, some, half, all."""
_SHARES = "0123"
"""Names of these shares."""
_TAG = 40
"""Characters of the name of a tag that are read; those of HTML have ten, and a page may invent one of a million."""


def add_markup_facts(
    pieces: Sequence[Piece], blocks: Sequence[Block], zone: Zone, elements: tuple[Element, ...]
) -> None:
    """Give each line the facts of its element: tag, tag around it, links, names of classes, place in the article.

    ``blocks`` are those of the zone. A line outside the element of the article is no body.
    """
    starts = [block.start for block in blocks]
    known: dict[tuple[str | bool, ...], tuple[str | bool, ...]] = {}  # most lines of a page share those of another
    for piece in pieces:
        at = bisect_right(starts, piece.start) - 1
        block = blocks[at]
        index = zone.first + at
        element = elements[block.element]
        inside = zone.inside[block.element]
        side = "in" if inside else "out"
        linked = _SHARES[bisect_right(_LINKED, block.linked / max(1, block.end - block.start))]
        below_title = zone.headline is not None and index > zone.headline
        place = ("title" if below_title else "top") if index < zone.lead else "text" if index < zone.end else "end"
        called = zone.roles[block.element]
        tag, around = element.tag[:_TAG], elements[element.parent].tag[:_TAG]
        marks = (side, place, tag, around, linked, str(called), zone.pure)
        piece.marks = known.setdefault(marks, marks)
        piece.outside = not inside
        # A selector leaves nothing to decide, nor does a title that the page states.
        titled = piece.role is Role.HEADLINE and piece.origin is not Origin.WORDS
        piece.fixed = piece.fixed or titled or piece.origin is Origin.SELECTOR
