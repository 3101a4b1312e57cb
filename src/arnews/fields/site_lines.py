"""Lines right above the text that name the outlet of the page and the town of the report."""

from __future__ import annotations

from arnews.credits.tables import tables
from arnews.document import Segment
from arnews.fields.context import Context
from arnews.fields.credit_lines import SEPARATOR, Collector
from arnews.fields.site import is_site_name
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["read_site_and_place"]

_LONGEST = 40
"""Code points of outlet and town."""


def read_site_and_place(segment: Segment, found: Collector, ctx: Context) -> None:
    """Read the outlet of a page and the town in a line right above the text: «سوس أخبار / تارودانت».

    >>> import arnews
    >>> page = "<title>افتتاح المعرض الدولي - المرفأ</title><h1>افتتاح المعرض الدولي</h1><p class=a>المرفأ / صيدا</p>"
    >>> page += "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> ctx = Context(arnews.label(arnews.read_html(page, select=[(".a", "section")])))
    >>> read_site_and_place(ctx[Role.SECTION][0], found := Collector(), ctx)
    >>> list(found.places)
    ['صيدا']
    """
    parts = [part.strip() for part in SEPARATOR.split(segment.text)]
    if ctx.page is None or len(parts) != 2 or len(segment.text) > _LONGEST:
        return
    body, titles = ctx[Role.BODY], ctx[Role.HEADLINE]
    if not body or not titles or not titles[-1].start < segment.start:
        return
    towns = [part for part in parts if squeeze(part) in tables().places]
    outlets = [part for part in parts if part not in towns and is_site_name(part, ctx.site)]
    if len(towns) == len(outlets) == 1 and not ctx.text[segment.end : body[0].start].strip():
        found.add(segment, places=tuple(towns), agencies=tuple(outlets))
