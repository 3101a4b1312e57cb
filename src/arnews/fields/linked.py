"""A segment of a page cut at its links."""

from __future__ import annotations

from arnews.addresses import resolve, same_site
from arnews.document import Segment
from arnews.fields.context import Context

__all__ = ["leads_away", "linked_parts"]


def linked_parts(segment: Segment, ctx: Context) -> list[tuple[str, str | None]]:
    """Return what a segment says in its links and between them, in order: each part, and the address if it is a link.

    >>> import arnews
    >>> ctx = Context(arnews.label(arnews.read_html("<p>الوسوم: <a href=/1>رياضة</a>")))
    >>> [part for segment in ctx.segments for part in linked_parts(segment, ctx)]
    [('الوسوم: ', None), ('رياضة', '/1'), ('', None)]
    """
    parts: list[tuple[str, str | None]] = []
    at = 0
    for link in ctx.links_in(segment):
        start, end = link.start - segment.start, min(link.end - segment.start, len(segment.text))
        if start >= at:
            parts += [(segment.text[at:start], None), (segment.text[start:end], link.href)]
            at = end
    parts.append((segment.text[at:], None))
    return parts


def leads_away(href: str, ctx: Context) -> bool:
    """Tell whether a link leads to another site, as buttons for sharing do; not if the page's own address is unknown.

    >>> import arnews
    >>> ctx = Context(arnews.label(arnews.read_html("", url="https://www.example.com/1")))
    >>> leads_away("https://www.facebook.com/sharer.php?u=1", ctx), leads_away("/tag/1", ctx)
    (True, False)
    """
    address = resolve(href, ctx.base) if ctx.base is not None else None
    return address is not None and ctx.base is not None and not same_site(address, ctx.base)
