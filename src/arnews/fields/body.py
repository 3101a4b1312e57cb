"""The paragraphs of the body."""

from __future__ import annotations

from arnews.document import LabeledDocument
from arnews.roles import TEXT

__all__ = ["read_paragraphs"]


def read_paragraphs(doc: LabeledDocument) -> tuple[str, ...]:
    """Return paragraphs and subheadings in order, their characters untouched.

    Parts of one line that only blanks or dropped boilerplate set apart are paragraphs of their own.

    >>> import arnews
    >>> text = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nشارك المقال"
    >>> len(read_paragraphs(arnews.label(arnews.read_text(text))))
    1
    """
    return tuple([segment.text for segment in doc.segments if segment.role in TEXT])
