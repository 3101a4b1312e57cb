"""The menus of a page: names in a row, a line each, which no name beside the title belongs to."""

from __future__ import annotations

import re

from arnews.document import Segment
from arnews.fields.context import Context
from arnews.roles import Role

__all__ = ["SEPARATOR", "menu_entries"]

SEPARATOR = re.compile(r"[/|>»›‹«\\،,←→•·]|(?<=\s)[-–—](?=\s)|\n|^\d+\.")
"""What sets the names of sections in one line apart."""
_MENU = 4
"""Names of sections, a line each, from which a row of them is a menu; a way from the front page has fewer steps."""
_NAMES = frozenset({Role.SECTION, Role.NAVIGATION})
_ENTRIES = _NAMES | {Role.MASTHEAD, Role.BYLINE, Role.DATELINE}
"""What the entries of a menu may have been taken for by their words."""


def menu_entries(ctx: Context) -> set[int]:
    """Return where the entries of menus begin: names in a row, a line each, in one list.

    >>> import arnews
    >>> page = "<ul><li>محليات<li>عرب<li>رأي<li>صحة</ul><div>آداب</div><h1>افتتاح المعرض الدولي</h1>"
    >>> ctx = Context(arnews.label(arnews.read_html(page + "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.</p>")))
    >>> [line.text for line in ctx.segments if line.start in menu_entries(ctx)]
    ['محليات', 'عرب', 'رأي', 'صحة']
    """
    found: set[int] = set()
    row: list[Segment] = []
    for segment in ctx.segments:
        short = segment.role in _ENTRIES and SEPARATOR.search(segment.text.strip()) is None
        if not short or (row and not _in_one_list(row[-1], segment, ctx)) or (row and _joins_title(row, segment, ctx)):
            found.update(_menu(row))
            row = []
        if short:
            row.append(segment)
    return found | _menu(row)


def _joins_title(row: list[Segment], segment: Segment, ctx: Context) -> bool:
    """Tell whether a line is in the element around the title, which the row of lines above it is not in."""
    if not ctx[Role.HEADLINE]:
        return False
    title = ctx.block_of(ctx[Role.HEADLINE][0]).element
    own, above = ctx.block_of(segment).element, ctx.block_of(row[-1]).element
    if min(title, own, above) < 0:
        return False
    box = ctx.elements[title].parent
    return box >= 0 and ctx.elements[own].parent == box != ctx.elements[above].parent


def _menu(row: list[Segment]) -> set[int]:
    """Return where the lines of a row begin if it is a menu: names of sections, or more of any names."""
    is_menu = len(row) > _MENU or sum(segment.role in _NAMES for segment in row) >= _MENU
    return {segment.start for segment in row} if is_menu else set()


def _in_one_list(one: Segment, other: Segment, ctx: Context) -> bool:
    """Tell whether two lines are in one element, or in the rows or items of one list."""
    elements = ctx.elements
    first, second = ctx.block_of(one).element, ctx.block_of(other).element
    if first < 0 or second < 0 or first == second:
        return True
    above, beside = elements[first].parent, elements[second].parent
    if above < 0 or beside < 0 or above == beside:
        return True
    row, item = elements[above], elements[beside]
    return row.parent == item.parent and (row.tag, row.names) == (item.tag, item.names)
