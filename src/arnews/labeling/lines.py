"""The lines of a text with what is known before the decision: first cuts, then the evidence of words."""

from __future__ import annotations

from arnews.document import Document
from arnews.labeling.embeds import holds_embeds, label_embeds, label_second_copy, split_embeds
from arnews.labeling.head_split import split_head
from arnews.labeling.line_evidence import label_alone
from arnews.labeling.pieces import Piece, pieces_of
from arnews.labeling.sentences import split_sentences
from arnews.labeling.split import split_glued
from arnews.labeling.structure import propose_by_structure
from arnews.labeling.title_cut import cut_title
from arnews.rules import RuleBook
from arnews.text.fold import writing_of

__all__ = ["evidence_of"]


def evidence_of(document: Document, book: RuleBook) -> list[Piece]:
    """Return the lines of a text, cut where two things are glued, with what each says by itself.

    >>> import arnews
    >>> lines = evidence_of(arnews.read_text("شارك المقال\\nافتتح الوزير أمس المعرض."), RuleBook.shipped())
    >>> [str(line.role) for line in lines]
    ['share', 'None']
    """
    unified, marks, shapes = writing_of(document.text)
    pieces = split_glued(pieces_of(document, unified, marks), book, unified, marks=marks, shapes=shapes)
    label_alone(pieces, book, shapes=shapes)
    if holds_embeds(document.text):
        pieces = split_embeds(pieces)
        label_embeds(pieces)
    pieces = split_sentences(cut_title(pieces), book)
    label_second_copy(pieces)
    start = next((index for index, piece in enumerate(pieces) if piece.prose and piece.is_undecided), len(pieces))
    pieces = split_head(pieces, start, book)
    propose_by_structure(pieces)
    return pieces
