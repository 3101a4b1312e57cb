"""From blocks to labeled segments: the second stage of the road."""

from __future__ import annotations

from arnews.document import Document, LabeledDocument, Role, Segment
from arnews.labeling.alone import label_alone
from arnews.labeling.pieces import Piece, pieces_of
from arnews.labeling.split import split_body_edges, split_glued
from arnews.labeling.together import label_together
from arnews.rules import RuleBook
from arnews.text.fold import has_presentation_forms, unify

__all__ = ["label"]


def label(document: Document, *, book: RuleBook | None = None) -> LabeledDocument:
    """Give every block, or part of a block, its role and the rule that it has it by.

    The segments partition the text: they are in order, do not overlap, and leave out only blanks.

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي للكتاب\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nشارك المقال"
    >>> labeled = label(arnews.read_text(text))
    >>> [str(segment.role) for segment in labeled.segments]
    ['headline', 'body', 'share']
    """
    book = book or RuleBook.shipped()
    unified = unify(document.text)
    pieces = split_glued(pieces_of(document, unified), book, unified)
    label_alone(pieces, book, shapes=has_presentation_forms(document.text))
    pieces = split_body_edges(label_together(pieces, book))
    return LabeledDocument(document=document, segments=_segments(document.text, pieces))


def _segments(text: str, pieces: list[Piece]) -> tuple[Segment, ...]:
    """Freeze the pieces; body parts that were cut from one piece and found alike become one segment again.

    Empties ``pieces``.
    """
    segments: list[Segment] = []
    pieces.reverse()
    while pieces:  # each piece is let go as its segment is made
        piece = pieces.pop()
        role = piece.role or Role.BODY
        if piece.cut and segments and role is Role.BODY and segments[-1].role is Role.BODY:
            start = segments[-1].start
            segments[-1] = Segment(start, piece.end, role, text[start : piece.end], segments[-1].rule)
        else:
            segments.append(Segment(piece.start, piece.end, role, piece.text, piece.rule))
    return tuple(segments)
