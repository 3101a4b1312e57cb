"""The dateline: place and agency that open a report."""

from __future__ import annotations

from arnews.article import Dateline
from arnews.document import Segment
from arnews.fields.authors import read_authors
from arnews.fields.context import NOTHING, Context, FieldValue, printed
from arnews.fields.credit_lines import agencies_in
from arnews.fields.credits import collect_credits
from arnews.fields.source import read_source
from arnews.roles import Role
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
    agencies, lines = dict(found.agencies), dict(found.lines)
    _add_sources(agencies, lines, ctx)
    if ctx.page is not None:
        for author in ctx.once(read_authors).value:
            line = lines.get(author.name)
            if line is None or line.role is not Role.BODY:  # «المرفأ_ افتتح …» opens the report, whoever signs it
                agencies.pop(squeeze(author.name).replace(" ", ""), None)
    if not found.places and not agencies:
        return NOTHING
    dateline = Dateline(places=tuple(found.places), agencies=tuple(agencies.values()), raw=" ".join(found.raw))
    line = lines.get(next(iter((*dateline.places, *dateline.agencies))))
    return FieldValue(dateline, printed(line, "the line or opening that names it") if line is not None else None)


def _add_sources(agencies: dict[str, str], lines: dict[str, Segment], ctx: Context) -> None:
    """Add the agencies that the document names as its source: «المصدر: رويترز» names both."""
    for segment in ctx[Role.SOURCE]:
        match = ctx.book.start(segment.text)
        label = match.end if match is not None and match.rule.role is Role.SOURCE else 0
        for agency in agencies_in(segment.text[max(label, segment.text.rfind(":") + 1) :]):
            _add(agency, segment, agencies, lines)
    source = ctx.once(read_source)
    name = source.value.name if source.value is not None else None
    if name is None or source.evidence is None or any(f" {key} " in f" {squeeze(name)} " for key in agencies):
        return
    line = ctx.segment_at(source.evidence.start or 0)
    for agency in agencies_in(name) if line is not None else ():
        _add(agency, line, agencies, lines)


def _add(name: str, line: Segment | None, agencies: dict[str, str], lines: dict[str, Segment]) -> None:
    agencies[squeeze(name).replace(" ", "")] = name
    if line is not None:
        lines.setdefault(name, line)
