"""Boxes between the paragraphs of an article: what is in one of them, and what is beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from arnews.document import Block
from arnews.labeling.pieces import Piece
from arnews.labeling.structure import Apart
from arnews.page import Element

__all__ = ["boxes_apart"]

_COLUMN = 2
"""Paragraphs of an element that holds the text; a box in between has one at most."""


def boxes_apart(block_at: Mapping[int, Block], running: Sequence[Block], elements: Sequence[Element]) -> Apart:
    """Return what tells that a line is one of the paragraphs and a heading in a box between them.

    ``block_at`` has the block that begins at an offset, ``running`` are the blocks of the article with running text.

    >>> import arnews
    >>> from arnews.labeling.pieces import make
    >>> text = "افتتح الوزير أمس المعرض الدولي للكتاب وحضره جمهور كبير من القراء"
    >>> page = arnews.read_html(f"<div><p>{text}</p><div><h4>اقرأ أيضا</h4></div><p>{text}</p><p>وعاد الهدوء</p></div>")
    >>> first, heading, second, last = page.blocks
    >>> apart = boxes_apart({block.start: block for block in page.blocks}, [first, second], page.page.elements)
    >>> apart(make(heading.start, heading.text), make(last.start, last.text))
    True
    """
    counts = Counter(elements[block.element].parent for block in running)
    columns = {element for element, count in counts.items() if count >= _COLUMN}
    inner = {elements[block.element].parent for block in block_at.values()}
    holders = inner | {elements[element].parent for element in inner if element >= 0}

    def apart(heading: Piece, line: Piece) -> bool:
        head, block = block_at.get(heading.start), block_at.get(line.start)
        if head is None or block is None or 2 * block.linked > block.end - block.start:
            return False
        box = head.element if head.element in holders else elements[head.element].parent
        return box not in columns and elements[block.element].parent in columns

    return apart
