"""The section that a page names between title and text: beside the day, after a label, in an element called so."""

from __future__ import annotations

import re

from arnews.dates import Precision, find_dates, may_hold_date
from arnews.document import Segment
from arnews.fields.called import is_called_section
from arnews.fields.context import Context
from arnews.fields.dates_apart import line_of_day_above
from arnews.fields.menus import menu_entries
from arnews.fields.names import is_filing_label
from arnews.fields.section_names import EDGE, SECTION_WORDS, Named, bare_section, is_section
from arnews.fields.unnamed import other_parts
from arnews.labeling.pages.links import leads_to_author, leads_to_tag
from arnews.roles import LISTED, Role
from arnews.text.fold import squeeze
from arnews.text.letters import ARABIC

__all__ = ["above_beside_day", "below_title", "called", "names_beside_day"]

_ENDS = LISTED | {Role.COMMENTS, Role.DISCLAIMER}
_BELOW_TITLE = frozenset({Role.SECTION, Role.NAVIGATION, Role.DATELINE})
"""What the name of a section beside the date may have been taken for."""
_BESIDE_DATE = frozenset({Role.DECK, Role.COUNTER, Role.TIMESTAMP, Role.BYLINE, Role.NAVIGATION})
"""Lines that may hold the section beside the day and the author."""
_MENUS = (Role.NAVIGATION, Role.MASTHEAD, Role.SECTION)
_MOST_ENTRIES = 300
"""Lines of menus that are looked at."""
_BESIDE = 2
"""Segments above the title within which an element that is called a section names that of the article."""
_ARABIC = re.compile(f"[{ARABIC}]")
_LABEL = re.compile(r"(?<![^\W\d_])([^\W\d_]++(?: [^\W\d_]++)?+)\s*+[:\uff1a]\s*+$")
"""A word or two and a colon in front of a link."""


def below_title(ctx: Context) -> Named:
    """Return the one name of a section between title and text; several are a menu.

    It is known, an entry of the menu of the page, or a link after a label («الفئات: <a>…»).

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض</h1><p>ثقافة</p><p>12 شباط 2024</p><p>افتتح الوزير أمس المعرض، وحضره كثيرون.</p>"
    >>> list(below_title(Context(arnews.label(arnews.read_html(page)))))
    ['ثقافه']
    """
    title, body = ctx[Role.HEADLINE], ctx[Role.BODY]
    if not title or not body:
        return {}
    between = [s for s in ctx.segments if title[-1].start < s.start < body[0].start]
    labeled = {squeeze(name): (name, s) for s in between for name in _labeled(s, ctx)}
    if labeled:
        return labeled
    names = [(s.text, s) for s in between if s.role in _BELOW_TITLE]
    parts = [(part, s) for s in between if s.role in _BESIDE_DATE for part in other_parts(s)]
    entries = ctx.once(_menu_names) if parts else frozenset()
    found = {
        squeeze(name): (name.strip(EDGE), segment)
        for name, segment in names + parts
        if name.strip(EDGE)[:1].isalpha() and (_is_known(name, ctx) or squeeze(name) in entries)
    }
    return found if len(found) == 1 else {}


def _is_known(name: str, ctx: Context) -> bool:
    rule = ctx.book.whole(squeeze(name))
    return rule is not None and rule.role is Role.SECTION


def _menu_names(ctx: Context) -> frozenset[str]:
    """Return the keys of the entries of the menus of a page that may be sections."""
    lines = [line for role in _MENUS for line in ctx[role]][:_MOST_ENTRIES]
    names = [ctx.link_text(link).strip() for line in lines for link in ctx.links_in(line)]
    return frozenset(squeeze(name) for name in names if is_section(name, ctx.titles, ctx.site))


def _labeled(segment: Segment, ctx: Context) -> list[str]:
    """Return the links of a line that follow a label for sections, one after the other."""
    found: list[str] = []
    end = -1
    for link in ctx.links_in(segment):
        label = _LABEL.search(ctx.text[segment.start : link.start])
        follows = found and not squeeze(ctx.text[end : link.start])
        if not (follows or (label is not None and is_filing_label(label[1]))):
            continue
        name = ctx.link_text(link).strip()
        if leads_to_tag(link) or leads_to_author(link) or not is_section(name, ctx.titles, ctx.site):
            continue
        if name.count(" ") < SECTION_WORDS:
            found.append(name)
            end = link.end
    return found


def called(ctx: Context) -> Named:
    """Return the one short line beside the title whose own element is called a section.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض</h1><p class=category-chip>دفاتر</p><p>افتتح الوزير أمس المعرض، وحضره كثيرون.</p>"
    >>> list(called(Context(arnews.label(arnews.read_html(page)))))
    ['دفاتر']
    """
    title, body = ctx[Role.HEADLINE], ctx[Role.BODY]
    if not title or not body:
        return {}
    first = next(at for at, segment in enumerate(ctx.segments) if segment is title[0])
    last = next(at for at, segment in enumerate(ctx.segments) if segment is body[0])
    near = [
        s for s in ctx.segments[max(first - _BESIDE, 0) : last] if s.role not in _ENDS and is_called_section(s, ctx)
    ]
    menus = menu_entries(ctx) if near else set()
    found = {
        squeeze(segment.text): (bare_section(segment.text.strip(EDGE)), segment)
        for segment in near
        if segment.start not in menus
        and _ARABIC.search(segment.text)
        and not any(map(str.isdigit, segment.text))
        and is_section(bare_section(segment.text.strip(EDGE)), ctx.titles, ctx.site)
    }
    return found if len(found) == 1 else {}


def above_beside_day(ctx: Context) -> Named:
    """Return the section beside outlet and day in a line right above the title: «الراصد 2013-05-21 محليات».

    >>> import arnews
    >>> above_beside_day(Context(arnews.label(arnews.read_text("عاجل"))))
    {}
    """
    line = line_of_day_above(ctx)
    names = names_beside_day(line.text, ctx) if line is not None else None
    return {squeeze(name): (name, line) for name in names or () if line is not None}


def names_beside_day(text: str, ctx: Context) -> list[str] | None:
    """Return the names of sections beside the only day of a line; ``None`` if the line has no day.

    >>> import arnews
    >>> ctx = Context(arnews.label(arnews.read_text("عاجل")))
    >>> names_beside_day("الراصد 2013-05-21 رياضة", ctx)
    ['رياضة']
    """
    days = [found for found in find_dates(text) if found.date is not None] if may_hold_date(text) else []
    if len(days) != 1 or days[0].date is None or days[0].date.precision in (Precision.YEAR, Precision.MONTH):
        return None
    parts = (part.strip(EDGE) for part in (text[: days[0].start], text[days[0].end :]))
    rules = [(part, ctx.book.whole(squeeze(part))) for part in parts if part]
    return [part for part, rule in rules if rule is not None and rule.role is Role.SECTION]
