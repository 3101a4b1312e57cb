"""What the markup says of a line, as facts for the model."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from arnews.document import Block
from arnews.labeling.pages.zone import Zone
from arnews.labeling.pieces import Piece
from arnews.page import Element
from arnews.roles import Role

__all__ = ["add_markup_facts"]

_LINKED = (0.01, 0.34, 0.85)
"""Shares of a line in links: none, some, half, all."""
_TAG = 40
"""Characters of the name of a tag that are read; those of HTML have ten, and a page may invent one of a million."""
_GIVEN = frozenset({"page.title", "page.title-again", "outlet.select"})
"""Steps that leave nothing to decide."""


def add_markup_facts(
    pieces: Sequence[Piece], blocks: Sequence[Block], zone: Zone, elements: tuple[Element, ...]
) -> None:
    """Give each line the facts of its element: tag, tag around it, links, names of classes, place in the article.

    ``blocks`` are those of the zone. A line outside the element of the article is no body.
    """
    starts = [block.start for block in blocks]
    known: dict[tuple[str, ...], tuple[str, ...]] = {}  # most lines of a page share those of another
    for piece in pieces:
        at = bisect_right(starts, piece.start) - 1
        block = blocks[at]
        index = zone.first + at
        element = elements[block.element]
        inside = zone.inside[block.element]
        linked = bisect_right(_LINKED, block.linked / max(1, block.end - block.start))
        below_title = zone.headline is not None and index > zone.headline
        place = ("title" if below_title else "top") if index < zone.lead else "text" if index < zone.end else "end"
        called = zone.roles[block.element]
        key = (element.tag[:_TAG], elements[element.parent].tag[:_TAG], "in" if inside else "out", place, str(linked),
               str(called))  # fmt: skip
        if key not in known:
            known[key] = _spelled(*key, pure=zone.pure)
        piece.marks = known[key]
        piece.outside = not inside
        piece.fixed = (
            piece.fixed or piece.rule in _GIVEN or (piece.rule.startswith("page.") and piece.role is Role.HEADLINE)
        )


def _spelled(tag: str, around: str, side: str, place: str, linked: str, called: str, *, pure: bool) -> tuple[str, ...]:
    return (
        "page", f"p:{side}:{place}", f"p:tag:{tag}:{side}", f"p:tag:{tag}:{place}", f"p:around:{around}:{tag}",
        f"p:linked:{linked}:{side}:{place}", f"p:called:{called}:{place}", f"p:pure:{pure}:{place}",
    )  # fmt: skip
