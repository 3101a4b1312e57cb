"""The section that is a word right above the title, in the same box, without a label or a name of its element."""

from __future__ import annotations

from arnews.credits import is_given_name
from arnews.document import Segment
from arnews.fields.context import Context
from arnews.fields.names import is_flag
from arnews.fields.section_names import Named, is_home, is_section
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["above_title", "tag_above_title"]

_ROLES = frozenset({Role.NAVIGATION, Role.SECTION, Role.DATELINE, Role.RELATED_HEADING})
"""Roles of such a word: it is in no list."""
_MENUS = frozenset({"nav", "menu"})
"""Elements of menus: the only entry of one is no section."""
_OTHERS = frozenset({Role.SHARE, Role.AD, Role.TAGS, Role.PROMO, Role.COMMENTS})


def above_title(ctx: Context) -> Named:
    """Return the word that is right above the title in its box, where nothing else is above it there.

    >>> import arnews
    >>> page = "<nav><a href=/1>قضاء</a><a href=/2>أطلس</a></nav><div><span>شرح</span><h1>افتتاح المعرض الدولي</h1>"
    >>> page += "<p>ملخص قصير لما في النص</p></div><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> list(above_title(Context(arnews.label(arnews.read_html(page)))))
    ['شرح']
    """
    titles = ctx[Role.HEADLINE]
    at = ctx.segments.index(titles[0]) if titles and ctx[Role.BODY] else 0
    if not at or not ctx.elements:
        return {}
    line = ctx.segments[at - 1]
    box = _box(titles[0], line, ctx)
    if line.role not in _ROLES or box < 0:
        return {}
    if at > 1 and ctx.is_inside(ctx.block_of(ctx.segments[at - 2]).element, box):
        return {}
    name = line.text.strip()
    rule = ctx.book.whole(squeeze(name))
    known = rule is not None and rule.role is Role.SECTION
    if not (known or name.isalpha()) or is_given_name(name) or is_flag(name):
        return {}
    if is_home(name, ctx) or (rule is not None and rule.role in _OTHERS) or not is_section(name, ctx.titles, ctx.site):
        return {}
    return {squeeze(name): (name, line)}


def tag_above_title(ctx: Context) -> tuple[Segment, ...]:
    """Return the line right above the title that its link calls a tag: its section, where the tags are below the text.

    >>> import arnews
    >>> page = "<div class=cat><a rel=tag href=/r/1>تجارة</a></div><h1>افتتاح المعرض الدولي</h1>"
    >>> page += "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> page += "<div class=tags><a href=/tag/1>معارض</a> <a href=/tag/2>كتب</a></div>"
    >>> [line.text for line in tag_above_title(Context(arnews.label(arnews.read_html(page))))]
    ['تجارة']
    """
    tags, body = ctx[Role.TAGS], ctx[Role.BODY]
    title = ctx.segments.index(ctx[Role.HEADLINE][0]) if ctx[Role.HEADLINE] and body and tags else 0
    above = ctx.segments[title - 1] if title else None
    if above is None or above.role is not Role.TAGS or tags[-1].start < body[-1].end or ctx[Role.SECTION]:
        return ()
    return (above,) if len(ctx.links_in(above)) == 1 else ()


def _box(title: Segment, line: Segment, ctx: Context) -> int:
    """Return the element around title and line if each of them is a child of it or its text; -1 if none is."""
    own, other = ctx.block_of(title).element, ctx.block_of(line).element
    if own < 0 or other < 0:
        return -1
    box = ctx.elements[own].parent
    if box < 0 or box not in (other, ctx.elements[other].parent) or ctx.elements[other].tag in _MENUS:
        return -1
    return box
