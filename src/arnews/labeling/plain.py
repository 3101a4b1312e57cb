"""What is left of labeling when it fails: the whole text, as body."""

from __future__ import annotations

from arnews.document import Document, LabeledDocument, Role, make_segment

__all__ = ["label_plainly"]

_RULE = "label.internal-error"


def label_plainly(document: Document, failure: str) -> LabeledDocument:
    """Return the document with every block in the body.

    >>> import arnews
    >>> labeled = label_plainly(arnews.read_text("شارك المقال"), "the step 'label' failed")
    >>> [(str(segment.role), segment.rule) for segment in labeled.segments]
    [('body', 'label.internal-error')]
    """
    segments = tuple(make_segment(block.start, block.end, Role.BODY, block.text, _RULE) for block in document.blocks)
    return LabeledDocument(document=document, segments=segments, failure=failure)
