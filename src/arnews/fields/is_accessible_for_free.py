"""Whether the page says that its whole text may be read without paying."""

from __future__ import annotations

from arnews.article import Evidence
from arnews.fields.context import NOTHING, Context, FieldValue

__all__ = ["read_is_accessible_for_free"]


def read_is_accessible_for_free(ctx: Context) -> FieldValue[bool | None]:
    """Return what the page says of itself; ``None`` if it says nothing.

    >>> import arnews
    >>> data = '{"@type": "NewsArticle", "isAccessibleForFree": false}'
    >>> page = f'<script type="application/ld+json">{data}</script><p>افتتح الوزير أمس المعرض.'
    >>> read_is_accessible_for_free(Context(arnews.label(arnews.read_html(page)))).value
    False
    """
    free = None if ctx.page is None else ctx.page.metadata.is_accessible_for_free
    if free is None:
        return NOTHING
    return FieldValue(free, Evidence(why="the page says so of itself", key="isAccessibleForFree"))
