"""Links under which an article is filed: their addresses say whether they lead to a tag or to a section."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from arnews.fields.context import Context
from arnews.fields.names import is_cloud
from arnews.labeling.pages.links import is_wiki_category, leads_to_section, leads_to_tag
from arnews.page import PageLink
from arnews.roles import OTHERS, Role
from arnews.text.letters import BLANKS

__all__ = ["filed_under", "tag_links"]

_COUNT = re.compile(r"\d\)?$")
_MOST_TAGS = 12
"""Links to tags in a row; a cloud of the site has more."""
_MOST_SECTIONS = 2
_APART = 60
"""Code points between two links of a row."""
_PROSE = frozenset({Role.BODY, Role.DECK, Role.CAPTION})
"""Roles of lines that may hold a link to a tag because they speak of what it names."""
_ABOVE, _BELOW = 400, 600
"""Code points above the title and below the text within which the row of the article is."""


def filed_under(ctx: Context, *, tags: bool) -> dict[str, PageLink]:
    """Return the row of links to tags (else sections) that belongs to the article: the first link of each text.

    That is the first row after its title that no title of another article precedes, else the last one shortly
    above the title. Clouds and rows with counts are those of the site, and a link inside a sentence is no tag.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.</p><p><a href=/tag/1>معارض</a></p>"
    >>> list(filed_under(Context(arnews.label(arnews.read_html(page))), tags=True))
    ['معارض']
    """
    titles = ctx[Role.HEADLINE]
    if not titles or not ctx[Role.BODY] or not (ctx.leads.tags if tags else ctx.leads.sections):
        return {}
    role = Role.TAGS if tags else Role.SECTION
    tagged = ctx.once(tag_links)
    if tags and not tagged:
        return {}
    rows: list[list[PageLink]] = []
    prose = _prose(ctx) if tags else ()
    for before, link in pairwise((None, *ctx.links)):
        if link is None or (link.start in tagged) is not tags or not (tags or leads_to_section(link)):
            continue
        if link.start in prose or not ctx.may_tell(link, role):
            continue
        if rows and before is rows[-1][-1] and link.start - before.end <= _APART:
            rows[-1].append(link)
        else:
            rows.append([link])
    most = _MOST_TAGS if tags else _MOST_SECTIONS
    own = [row for row in rows if len(row) <= most and not any(_COUNT.search(_name(link, ctx)) for link in row)]
    own = [row for row in own if not (tags and _is_below_cloud(row[0], ctx))]
    title = titles[-1].start
    end = min(_first_other(ctx, ctx[Role.BODY][-1].start), ctx[Role.BODY][-1].end + _BELOW)
    after = [row for row in own if title < row[0].start and (row[-1].end <= end or is_wiki_category(row[0]))]
    above = [row for row in own if title - _ABOVE <= row[0].start < title]
    chosen = after[0] if after else above[-1] if above else None
    found: dict[str, PageLink] = {}
    for link in chosen or ():
        name = _name(link, ctx)
        if any(map(str.isalpha, name)):
            found.setdefault(name, link)
    return found


def tag_links(ctx: Context) -> frozenset[int]:
    """Return where the links of a page begin whose addresses or relations say that they lead to tags.

    >>> import arnews
    >>> page = "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.</p><p><a href=/1>كتب</a> <a href=/tag/1>معارض</a></p>"
    >>> ctx = Context(arnews.label(arnews.read_html(page)))
    >>> [ctx.link_text(link) for link in ctx.links if link.start in tag_links(ctx)]
    ['معارض']
    """
    return frozenset([link.start for link in ctx.links if leads_to_tag(link)] if ctx.leads.tags else ())


def _is_below_cloud(link: PageLink, ctx: Context) -> bool:
    """Tell whether the line above that of a link is the heading of the tags of the whole site."""
    at = bisect_right(ctx.segments, (link.start + 1,)) - 2
    return at >= 0 and is_cloud(ctx.segments[at].text)


def _prose(ctx: Context) -> set[int]:
    """Return where the links inside sentences begin: most of such a line is not a link."""
    found: set[int] = set()
    for segment in ctx.segments:
        if segment.role in _PROSE:
            links = ctx.links_in(segment)
            if sum(link.end - link.start for link in links) * 2 < segment.end - segment.start:
                found.update(link.start for link in links)
    return found


def _name(link: PageLink, ctx: Context) -> str:
    return ctx.link_text(link).strip(BLANKS + "#,،[]")


def _first_other(ctx: Context, start: int) -> int:
    """Return where the first title of another article begins after an offset; a link of a row is not one."""
    links = ctx.links
    for segment in ctx.segments:
        if segment.start > start and segment.role in OTHERS:
            at = bisect_right(links, segment.start, key=lambda link: link.end)
            first = links[at] if at < len(links) else None
            if first is None or not (leads_to_tag(first) or leads_to_section(first)):
                return segment.start
    return len(ctx.text)
