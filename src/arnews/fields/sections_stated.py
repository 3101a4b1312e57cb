"""Sections that a page names elsewhere than in its text: its metadata, its title, the way to a list."""

from __future__ import annotations

from arnews.addresses import leads_to_front
from arnews.credits import read_credit
from arnews.fields.context import NO_ITEMS, Context, FieldValue, stated
from arnews.fields.linked import linked_parts
from arnews.fields.names import without_prefix
from arnews.fields.section_names import SECTION_WORDS, is_home, is_section
from arnews.fields.site import title_pieces
from arnews.page import MetadataValue
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["stated_sections"]

_MOST_SECTIONS = 3
_TITLE_SECTION_WORDS = 3
_SECTION_LONGEST = 40
_WAY_LONGEST = 80
"""Code points of a line of links that leads to a list."""
_FEWEST_ITEMS = 3
"""Titles of others on a page that lists a section."""
_MOST_STEPS = 6
"""Links of a breadcrumb; a menu has more."""


def stated_sections(ctx: Context) -> FieldValue[tuple[str, ...]]:
    """Return the sections that a page names elsewhere than in its text, outermost first.

    That is the breadcrumb of the metadata, else the section of the article, else the part of the page's title
    between the article's title and the name of the site; the title of a list is the section itself.

    >>> import arnews
    >>> page = "<meta property=article:section content=ثقافة><h1>افتتاح المعرض الدولي</h1>"
    >>> page += "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> page += "<p>وتشارك في المعرض هذا العام دور نشر من أربعين بلدا.</p>"
    >>> stated_sections(Context(arnews.label(arnews.read_html(page)))).value
    ('ثقافة',)
    """
    if ctx.page is None:
        return NO_ITEMS
    if not ctx[Role.BODY]:
        return _of_list(ctx)
    meta = ctx.page.metadata
    titles = ctx.titles | {squeeze(value.value) for value in meta.titles}
    site = ctx.site | {squeeze(segment.text) for segment in ctx[Role.BYLINE]}  # columns are printed below their writers
    parts = [(part.strip(), value) for value in meta.sections for part in value.value.replace("\u060c", ",").split(",")]
    for names in ([(value.value, value) for value in meta.breadcrumbs], parts):
        found = {
            squeeze(name): (name, value)
            for name, value in names
            if is_section(name, titles, site)
            and not is_home(name, ctx)
            and name.count(" ") < SECTION_WORDS
            and not name.isascii()
        }
        if found:
            value = next(iter(found.values()))[1]
            sections = tuple(name for name, _ in found.values())[:_MOST_SECTIONS]
            return FieldValue(sections, stated(value, "the section that the metadata state"))
    return _from_title(meta.titles, titles - {squeeze(v.value) for v in meta.titles if v.origin == "title"}, site)


def _from_title(
    values: tuple[MetadataValue, ...], titles: frozenset[str], site: frozenset[str]
) -> FieldValue[tuple[str, ...]]:
    """Return the short parts of the page's title that are neither the article's title nor the site."""
    for value in values:
        pieces = title_pieces(value.value)
        at = next((i for i, piece in enumerate(pieces) if squeeze(piece) in titles), None)
        if at is None or len(pieces) < 2:
            continue
        # After the title the last part is the site, whatever it calls itself.
        names = pieces[:at] if at else pieces[1 : -2 if pieces[-1].isascii() else -1]
        sections = _short_sections(names, titles, site)
        return FieldValue(sections, stated(value, "the part of the page's title beside that of the article"))
    return NO_ITEMS


def _of_list(ctx: Context) -> FieldValue[tuple[str, ...]]:
    """Return the section whose list a page is: the last step of the breadcrumb, else a short title."""
    if ctx.page is None or len(ctx[Role.RELATED_ITEM]) < _FEWEST_ITEMS or ctx[Role.HEADLINE]:
        return NO_ITEMS
    if ctx.url is not None and leads_to_front(ctx.url):
        return NO_ITEMS
    meta = ctx.page.metadata
    names = [value.value for value in meta.breadcrumbs if not is_home(value.value, ctx)]
    values = meta.breadcrumbs
    if not names:
        pieces = [piece for value in meta.titles for piece in title_pieces(value.value)]
        lines = {block.text for block in ctx.blocks}
        of_site = {squeeze(line.text) for role in (Role.MASTHEAD, Role.DISCLAIMER) for line in ctx[role]}
        names = [p for p in pieces if len(p) <= _SECTION_LONGEST and p in lines and squeeze(p) not in of_site][:1]
        names = _way_to(names[0], ctx) if names else []
        values = meta.titles
    sections = _short_sections(list(dict.fromkeys(map(without_prefix, names))), frozenset(), ctx.site)
    return FieldValue(sections, stated(values[0], "the section that the page lists") if sections else None)


def _short_sections(names: list[str], titles: frozenset[str], site: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        name
        for name in names
        if is_section(name, titles, site)
        and name.count(" ") < _TITLE_SECTION_WORDS
        and not name.isascii()
        and not _is_signature(name)
    )[:_MOST_SECTIONS]


def _is_signature(name: str) -> bool:
    """Tell whether a part of a page's title says who wrote: «by ليلى حسن»."""
    credit = read_credit(name)
    return credit is not None and credit.sure and bool(credit.persons)


def _way_to(name: str, ctx: Context) -> list[str]:
    """Return the steps of the line of links that ends with the name of a list; the name alone if there is none."""
    for segment in ctx.segments:
        if len(segment.text) <= _WAY_LONGEST and segment.text != name and segment.text.endswith(name):
            parts = [(text.strip(), href) for text, href in linked_parts(segment, ctx) if text.strip()]
            steps = [text for text, href in parts if href is not None and not leads_to_front(href, ctx.base)]
            if len(parts) > 1 and parts[-1][0] == name and len(steps) <= _MOST_STEPS:
                return [step for step in steps if step != name] + [name]
    return [name]
