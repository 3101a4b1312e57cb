"""The dateline: place and agency that open a report."""

from __future__ import annotations

from arnews.article import Dateline
from arnews.fields.authors import read_authors
from arnews.fields.context import NOTHING, Context, FieldValue, printed
from arnews.fields.credits import collect_credits
from arnews.text.fold import squeeze

__all__ = ["read_dateline"]


def read_dateline(ctx: Context) -> FieldValue[Dateline | None]:
    """Return place and agency; what a page has as its author is not one.

    >>> import arnews
    >>> text = "القاهرة (رويترز) - افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."
    >>> read_dateline(Context(arnews.label(arnews.read_text(text)))).value.agencies
    ('رويترز',)
    """
    found = ctx.once(collect_credits)
    agencies = dict(found.agencies)
    if ctx.page is not None:
        for author in ctx.once(read_authors).value:
            agencies.pop(squeeze(author.name).replace(" ", ""), None)
    if not found.places and not agencies:
        return NOTHING
    dateline = Dateline(places=tuple(found.places), agencies=tuple(agencies.values()), raw=" ".join(found.raw))
    line = found.lines.get(next(iter((*dateline.places, *dateline.agencies))))
    return FieldValue(dateline, printed(line, "the line or opening that names it") if line is not None else None)
