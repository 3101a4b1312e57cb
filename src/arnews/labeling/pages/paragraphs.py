"""What the markup knows of paragraphs and no text does: which blocks stand beside the paragraphs of the article."""

from __future__ import annotations

from arnews.document import Block, Role
from arnews.labeling.pages.zone import Zone
from arnews.labeling.pieces import LONG_PROSE, Piece, ends_flatly
from arnews.page import Element, PageImage

__all__ = ["drop_remnants", "mark_paragraphs"]

_SHORTEST = 30
"""Code points of a paragraph that ends with a full stop and has an element of its own."""
_GOES_ON = 0.2
"""The article goes on behind a mark of its end if so much of what stood before it follows."""
_REMNANT_WORDS = 3
_LABEL_WORDS = 4
_LINE_WORDS = 4
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "figcaption"})
_PUNCTUATED = 0.6


def mark_paragraphs(
    pieces: list[Piece],
    zone: Zone,
    elements: tuple[Element, ...],
    homes: dict[int, Block],
    running: list[Block],
    images: tuple[PageImage, ...],
) -> None:
    """Count short sentences beside running text as paragraphs; take marks of an end back where the article goes on.

    ``running`` are the blocks of the article with running text.
    """
    places = {block.element for block in running}
    places |= {elements[place].parent for place in places}
    pictured = {image.at for image in images}
    beside: list[Piece] = []
    first = running[0].start if running and zone.pure else 0
    for piece in pieces:
        block = homes.get(piece.start)
        if block is None or piece.role is not None or not zone.inside[block.element] or _is_linked(block):
            continue
        if piece.start < first and piece.words >= _LINE_WORDS and elements[block.element].tag not in _HEADINGS:
            # In an element that holds the body and not the title, a line above the paragraphs is one, too.
            piece.prose = piece.start not in pictured
        if block.element not in places and elements[block.element].parent not in places:
            continue
        if not piece.prose and piece.stop and piece.size >= _SHORTEST and ends_flatly(piece.plain):
            piece.prose = True
        if piece.prose and piece.stop:
            beside.append(piece)
            piece.sure = piece.size >= LONG_PROSE
    before = sum(piece.size for piece in beside)
    after = 0
    for piece in reversed(pieces):
        if beside and piece is beside[-1]:
            beside.pop()
            after += piece.size
            before -= piece.size
        elif piece.ends and piece.role is not Role.COMMENTS and before and after >= _GOES_ON * before:
            piece.ends = False


def _is_linked(block: Block) -> bool:
    return 2 * block.linked > block.end - block.start


def drop_remnants(pieces: list[Piece]) -> None:
    """Label short lines between the last sentence of the body and the first mark of its end: labels, lone keywords.

    Only where the paragraphs end with full stops, so that a line that does not is none.
    """
    body = [index for index, piece in enumerate(pieces) if piece.role is Role.BODY]
    ended = [index for index in body if pieces[index].stop]
    if not ended or len(ended) < _PUNCTUATED * len(body):
        return
    last = max(body)
    if last + 1 >= len(pieces):
        return
    for index in range(ended[-1] + 1, last + 1):
        piece = pieces[index]
        if piece.role is not Role.BODY and piece.role is not Role.SUBHEADING:
            continue
        label = piece.plain.endswith(":") and piece.words <= _LABEL_WORDS
        if label or (piece.words <= _REMNANT_WORDS and not piece.prose):
            piece.take(Role.NAVIGATION, "page.behind-end")
