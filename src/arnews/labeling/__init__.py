"""From blocks to labeled segments: the second stage of the road."""

from __future__ import annotations

from types import NoneType

from arnews.document import Document, LabeledDocument
from arnews.errors import check_type
from arnews.guard import Guard
from arnews.labeling.alone import label_alone
from arnews.labeling.pieces import pieces_of
from arnews.labeling.plain import label_plainly
from arnews.labeling.segments import segments_of
from arnews.labeling.split import split_body_edges, split_glued
from arnews.labeling.together import label_together
from arnews.rules import RuleBook
from arnews.text.fold import has_presentation_forms, unify

__all__ = ["label"]


def label(document: Document, *, book: RuleBook | None = None, debug: bool = False) -> LabeledDocument:
    """Give every block, or part of a block, its role and the rule that it has it by.

    The segments partition the text: they are in order, do not overlap, and leave out only blanks. No document makes
    it raise: an error inside leaves every block in the body and is told by `LabeledDocument.failure`. With ``debug``,
    or where the environment has ``ARNEWS_DEBUG``, it is raised.

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي للكتاب\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nشارك المقال"
    >>> labeled = label(arnews.read_text(text))
    >>> [str(segment.role) for segment in labeled.segments]
    ['headline', 'body', 'share']
    """
    check_type("document", document, Document)
    check_type("book", book, RuleBook, NoneType)
    check_type("debug", debug, bool)
    guard = Guard(debug=debug)
    labeled = guard.run("label", None, _label, document, book or RuleBook.shipped())
    return labeled or label_plainly(document, guard.issues[0].message)


def _label(document: Document, book: RuleBook) -> LabeledDocument:
    if document.page is not None:
        # Who parses texts alone does not wait for what labels pages.
        from arnews.labeling.pages import label_page

        return label_page(document, book)
    unified = unify(document.text)
    pieces = split_glued(pieces_of(document, unified), book, unified)
    label_alone(pieces, book, shapes=has_presentation_forms(document.text))
    pieces = split_body_edges(label_together(pieces, book))
    return LabeledDocument(document=document, segments=segments_of(document.text, pieces))
