"""The section in the line of the title, in front of it: «<a>قصائد</a> : …»."""

from __future__ import annotations

import re

from arnews.fields.context import Context
from arnews.fields.section_names import Named, is_section
from arnews.fields.site import title_pieces
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["section_in_title", "title_apart"]

_AFTER_LINK = re.compile(r"\s*[:/|\u00bb\u203a-]\s*")
_AFTER_NAME = re.compile(r"[:|\u00bb\u203a]\s++")
"""The same after a name that is no link: the metadata must have the rest of the line as the title."""
_TITLE_BLANKS = 3
"""Blanks in a title after a section that is no link."""
_SECTION_WORDS = 3
"""Words of such a section: a longer link is a part of the title."""


def title_apart(ctx: Context) -> tuple[str, int] | None:
    """Return the section in front of a title in its line, and where the title begins in the text; else ``None``.

    >>> import arnews
    >>> page = "<title>افتتاح المعرض الدولي - ثقافة</title><h1><a href=/t/5>ثقافة</a> : افتتاح المعرض الدولي</h1>"
    >>> page += "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> title_apart(Context(arnews.label(arnews.read_html(page))))[0]
    'ثقافة'
    """
    return ctx.once(_apart)


def section_in_title(ctx: Context) -> Named:
    """Return the section in front of the title, by its key, with the line of the title.

    >>> import arnews
    >>> page = "<title>افتتاح المعرض الدولي - ثقافة</title><h1><a href=/t/5>ثقافة</a> : افتتاح المعرض الدولي</h1>"
    >>> page += "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> list(section_in_title(Context(arnews.label(arnews.read_html(page)))))
    ['ثقافه']
    """
    found = title_apart(ctx)
    return {} if found is None else {squeeze(found[0]): (found[0], ctx[Role.HEADLINE][0])}


def _apart(ctx: Context) -> tuple[str, int] | None:
    if ctx.page is None or not ctx[Role.HEADLINE]:
        return None
    title = ctx[Role.HEADLINE][0]
    link = next(iter(ctx.links_in(title)), None)
    if link is not None and link.start == title.start:
        after = _AFTER_LINK.match(ctx.text, link.end, title.end)
    else:
        link, after = None, _AFTER_NAME.search(ctx.text, title.start, title.end)
    if after is None:
        return None
    name, rest = ctx.text[title.start : after.start()].strip(), ctx.text[after.end() : title.end]
    pieces = {squeeze(piece) for value in ctx.page.metadata.titles for piece in title_pieces(value.value)}
    if link is None and rest.count(" ") < _TITLE_BLANKS:
        return None  # the name of a sermon or a column, and its own
    if squeeze(rest) not in pieces or len(name.split()) > _SECTION_WORDS or not is_section(name, frozenset(), ctx.site):
        return None
    return name, after.end()
