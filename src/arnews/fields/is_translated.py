"""Whether the document says that it was translated."""

from __future__ import annotations

from arnews.fields.context import NOTHING, Context, FieldValue, printed
from arnews.fields.said import said
from arnews.roles import Role
from arnews.rules import Means

__all__ = ["read_is_translated"]

_NOTICES = (Role.DISCLAIMER, Role.NOTE, Role.SOURCE)
"""Roles of the lines that say where a text comes from."""


def read_is_translated(ctx: Context) -> FieldValue[bool | None]:
    """Return ``True`` if a notice says that the text was translated, else ``None``.

    What a line says follows from what its rule means (`arnews.rules.Means.TRANSLATED`), whatever the rule is called.

    >>> import arnews
    >>> text = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nتمت ترجمة هذا التقرير آلياً"
    >>> read_is_translated(Context(arnews.label(arnews.read_text(text)))).value
    True
    """
    for role in _NOTICES:
        for segment in ctx[role]:
            if segment.reason.means is Means.TRANSLATED or said(segment, Means.TRANSLATED, ctx.book) is not None:
                return FieldValue(True, printed(segment, "a notice that the text was translated"))
    return NOTHING
