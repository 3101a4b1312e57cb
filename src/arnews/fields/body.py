"""The body: its paragraphs, and the text that they make."""

from __future__ import annotations

from arnews.fields.context import Context, FieldValue
from arnews.roles import TEXT

__all__ = ["read_body", "read_paragraphs"]


def read_paragraphs(ctx: Context) -> FieldValue[tuple[str, ...]]:
    """Return paragraphs and subheadings in order, their characters untouched.

    Parts of one line that only blanks or dropped boilerplate set apart are paragraphs of their own.

    >>> import arnews
    >>> text = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nشارك المقال"
    >>> len(read_paragraphs(Context(arnews.label(arnews.read_text(text)))).value)
    1
    """
    return FieldValue(tuple([segment.text for segment in ctx.segments if segment.role in TEXT]))


def read_body(ctx: Context) -> FieldValue[str]:
    """Return the paragraphs, joined by blank lines.

    >>> import arnews
    >>> read_body(Context(arnews.label(arnews.read_text("شارك المقال")))).value
    ''
    """
    return FieldValue("\n\n".join(ctx.once(read_paragraphs).value))
