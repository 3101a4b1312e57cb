"""The kicker: the line above the title."""

from __future__ import annotations

from arnews.fields.context import NOTHING, Context, FieldValue, printed
from arnews.roles import Role

__all__ = ["read_kicker"]


def read_kicker(ctx: Context) -> FieldValue[str | None]:
    """Return the line above the title, its parts joined by a space.

    >>> import arnews
    >>> page = "<p class=kicker>ثقافة وفنون</p><h1>افتتاح المعرض الدولي للكتاب</h1><p>افتتح الوزير أمس المعرض.</p>"
    >>> read_kicker(Context(arnews.label(arnews.read_html(page, select=[(".kicker", "kicker")])))).value
    'ثقافة وفنون'
    """
    lines = ctx[Role.KICKER]
    if not lines:
        return NOTHING
    text = " ".join(" ".join(segment.text.split()) for segment in lines)
    return FieldValue(text or None, printed(lines[0], "the line above the title"))
