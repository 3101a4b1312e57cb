"""References: what the article cites, as a list of links below a heading of that name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from arnews.document import Block
from arnews.labeling.pieces import Piece
from arnews.page import Element
from arnews.roles import Role

__all__ = ["mark_references"]

_ITEMS = frozenset(("li", "dd"))
_HEADING_WORDS = 4
"""Words of the heading of a list of references."""
_LEVELS = 2
"""Levels of elements between a line and the item that it is in."""


def mark_references(pieces: Sequence[Piece], elements: Sequence[Element], block_at: Mapping[int, Block]) -> None:
    """Label a heading of sources or notes and the items of the list right below it, if most of them have links.

    >>> import arnews
    >>> from arnews.labeling.pages.page import label_page
    >>> from arnews.rules import RuleBook
    >>> text = "<p>" + "افتتح الوزير أمس المعرض، وحضره جمهور كبير. " * 3 + "</p>"
    >>> items = "<ol><li><a href='https://port.example/1'>تقرير المرفأ</a>، 2019</li></ol>"
    >>> page = arnews.read_html(f"<h1>افتتاح المعرض</h1>{text}<h2>المراجع</h2>{items}")
    >>> [str(segment.role) for segment in label_page(page, RuleBook.shipped()).segments]
    ['headline', 'body', 'note', 'note']
    """
    for index, heading in enumerate(pieces):
        if heading.role not in (Role.SOURCE, Role.NOTE) or heading.hard or heading.words > _HEADING_WORDS:
            continue
        if heading.has_end_mark:
            continue
        items = _items_below(pieces[index + 1 :], elements, block_at)
        linked = sum(block_at[item.start].linked > 0 for item in items)
        if items and 2 * linked > len(items):
            for piece in (heading, *items):
                piece.assign(Role.NOTE, "page.reference")


def _items_below(pieces: Sequence[Piece], elements: Sequence[Element], block_at: Mapping[int, Block]) -> list[Piece]:
    """Return the lines of the list that begins right below a heading; a link to edit the heading is in between."""
    items: list[Piece] = []
    around = -1
    for piece in pieces:
        block = block_at.get(piece.start)
        if block is None or (not items and piece.hard and piece.role is Role.NAVIGATION):
            if items:
                break
            continue
        item = _item_of(block.element, elements)
        if item < 0 or (items and elements[item].parent != around):
            break
        around = elements[item].parent
        items.append(piece)
    return items


def _item_of(element: int, elements: Sequence[Element]) -> int:
    """Return the item of a list that an element is or lies in, -1 if there is none."""
    for _ in range(_LEVELS):
        if element < 0:
            break
        if elements[element].tag in _ITEMS:
            return element
        element = elements[element].parent
    return -1
