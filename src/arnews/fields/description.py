"""The description: the deck below the title."""

from __future__ import annotations

from arnews.fields.context import NOTHING, Context, FieldValue, printed
from arnews.roles import Role

__all__ = ["read_description"]


def read_description(ctx: Context) -> FieldValue[str | None]:
    """Return the deck, its lines joined by line feeds; summaries that only the metadata of a page have do not count.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض الدولي</h1><h2 class=deck>ألف دار نشر</h2><p>افتتح الوزير أمس المعرض.</p>"
    >>> read_description(Context(arnews.label(arnews.read_html(page, select=[(".deck", "deck")])))).value
    'ألف دار نشر'
    """
    lines = ctx[Role.DECK]
    if not lines:
        return NOTHING
    return FieldValue("\n".join(segment.text for segment in lines), printed(lines[0], "the summary below the title"))
