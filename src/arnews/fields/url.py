"""The address of the document, as the caller gave it."""

from __future__ import annotations

from arnews.fields.context import Context, FieldValue

__all__ = ["read_url"]


def read_url(ctx: Context) -> FieldValue[str | None]:
    """Return the address that the caller gave.

    >>> import arnews
    >>> read_url(Context(arnews.label(arnews.read_text("عاجل", url="https://port.example/1")))).value
    'https://port.example/1'
    """
    return FieldValue(ctx.url)
