"""A segment of a page cut at its links."""

from __future__ import annotations

from arnews.document import Segment
from arnews.fields.context import Context

__all__ = ["linked_parts"]


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
