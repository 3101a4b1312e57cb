"""What is left of labeling when it fails: the whole text, as body."""

from __future__ import annotations

from arnews.document import Document, LabeledDocument, Segment
from arnews.labeling.steps import step
from arnews.roles import Role

__all__ = ["label_plainly"]

_STEP = "label.internal-error"


def label_plainly(document: Document, failure: str) -> LabeledDocument:
    """Return the document with every block in the body.

    >>> import arnews
    >>> labeled = label_plainly(arnews.read_text("شارك المقال"), "the step 'label' failed")
    >>> [(str(segment.role), segment.rule) for segment in labeled.segments]
    [('body', 'label.internal-error')]
    """
    reason = step(_STEP)
    segments = tuple(Segment(block.start, block.end, Role.BODY, block.text, reason) for block in document.blocks)
    return LabeledDocument(document=document, segments=segments, failure=failure)
