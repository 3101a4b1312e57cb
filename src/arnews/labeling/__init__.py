"""From blocks to labeled segments: the second stage of the pipeline."""

from __future__ import annotations

from types import NoneType

from arnews.document import Document, LabeledDocument
from arnews.errors import check_type
from arnews.guard import Guard
from arnews.labeling.decide import decide
from arnews.labeling.fallback import label_plainly
from arnews.labeling.lines import evidence_of
from arnews.labeling.markdown import lift_marks, put_back
from arnews.labeling.segments import segments_of
from arnews.labeling.split import split_body_edges
from arnews.rules import RuleBook

__all__ = ["label"]


def label(
    document: Document, *, book: RuleBook | None = None, debug: bool = False, trace: bool = False
) -> LabeledDocument:
    """Label a document: give every block, or part of a block, its role and the reason for it.

    The stage between `read_text` or `read_html` and the fields. It knows no outlets: a `Parser` that has some gives it
    their rules as ``book``.

    The segments partition the text: they are in order, do not overlap, and leave out only blanks. No document makes
    it raise: an error inside leaves every block in the body and is told by `LabeledDocument.failure`. With ``debug``,
    or where the environment has ``ARNEWS_DEBUG``, it is raised. With ``trace`` the reason of each segment says what was
    weighed (`Reason.decision`).

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي للكتاب\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nشارك المقال"
    >>> labeled = label(arnews.read_text(text))
    >>> [str(segment.role) for segment in labeled.segments]
    ['headline', 'body', 'share']
    """
    check_type("document", document, Document)
    check_type("book", book, RuleBook, NoneType)
    check_type("debug", debug, bool)
    check_type("trace", trace, bool)
    guard = Guard(debug=debug)
    labeled = guard.run("label", None, _label, document, book or RuleBook.shipped(), trace)
    return labeled or label_plainly(document, guard.issues[0].message)


def _label(document: Document, book: RuleBook, trace: bool) -> LabeledDocument:
    if document.page is not None:
        # Callers that parse texts alone do not wait for what labels pages.
        from arnews.labeling.pages.page import label_page

        return label_page(document, book, trace=trace)
    bare, marks = lift_marks(document)
    pieces = evidence_of(bare, book)
    decide(pieces, trace=trace)
    segments = segments_of(document.text, split_body_edges(pieces))
    return LabeledDocument(document=document, segments=put_back(segments, marks))
