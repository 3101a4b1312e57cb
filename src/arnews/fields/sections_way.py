"""The way to an article that words and signs tell: it ends with the title, or begins with the site, in a line above."""

from __future__ import annotations

from itertools import pairwise

from arnews.addresses import leads_to_front
from arnews.document import Segment
from arnews.fields.context import Context
from arnews.fields.menus import SEPARATOR
from arnews.fields.names import without_prefix
from arnews.fields.section_names import SECTION_WORDS, is_home, is_section
from arnews.fields.site import is_site_name
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["way_to_title"]

_NEAR = 6
"""Segments above the title among which the way is."""
_MOST_STEPS = 6
_LONGEST = 240
"""Code points of a line that is a way."""
_SIGNS = "/>\u00bb\u203a\u00ab\u2039|\\"
_ARROWS = ">\u00bb\u203a\u00ab\u2039"
"""Signs of a way that no menu has between its entries."""
_TITLE_BLANKS = 2
"""Blanks in the first words of a title that are the last step of its way."""
_FAR_STEPS = 3
"""Steps of a way that is far above the title."""
_STEPS = frozenset({Role.NAVIGATION, Role.SECTION, Role.KICKER, Role.MASTHEAD})
"""What labelers make of a step of a way."""


def way_to_title(ctx: Context) -> dict[str, tuple[str, Segment]]:
    """Return the sections of the way by their keys, each with its line.

    A line of several steps ends with the title («المنتديات › اقتصاد › العنوان»), or it is right above the title and
    begins with the site or the front page; steps that have lines of their own end with a sign and are followed by the
    title; links in a line go on with the title.

    >>> import arnews
    >>> page = "<title>افتتاح المعرض الدولي</title><div>منتدى القراء › آداب › افتتاح المعرض الدولي</div>"
    >>> page += "<h1>افتتاح المعرض الدولي</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> list(way_to_title(Context(arnews.label(arnews.read_html(page)))))
    ['اداب']
    """
    titles = [at for at, segment in enumerate(ctx.segments) if segment.role is Role.HEADLINE]
    if not titles or not ctx[Role.BODY]:
        return {}
    for above, at in pairwise([0, *titles]):
        far = ctx.segments[above:at][::-1]
        steps = _of_lines(ctx, at) or _of_line(ctx, at) or _of_far_line(ctx, far) or _of_links(ctx, far)
        found = {squeeze(name): (name, line) for name, line in steps if _is_name(name, ctx)}
        if found:
            return found
    return {}


def _of_line(ctx: Context, title: int) -> list[tuple[str, Segment]]:
    """Return the steps of one line shortly above a title, without the first one, which is the site."""
    for at in range(title - 1, max(title - 1 - _NEAR, -1), -1):
        segment = ctx.segments[at]
        if segment.role not in _STEPS or len(segment.text) > _LONGEST:
            continue
        parts = [part.strip() for part in SEPARATOR.split(segment.text) if part.strip()]
        if not 1 < len(parts) <= _MOST_STEPS or not any(sign in segment.text for sign in _SIGNS):
            continue
        ends = squeeze(parts[-1]) in ctx.titles
        opens = is_home(parts[0], ctx) or is_site_name(parts[0], ctx.site)
        if ends or (opens and at == title - 1):
            return [(part, segment) for part in (parts[1:-1] if ends else parts[1:])]
    return []


def _of_far_line(ctx: Context, above: tuple[Segment, ...]) -> list[tuple[str, Segment]]:
    """Return the steps of the last line above a title that arrows make a way and that begins with the front page."""
    for segment in above:
        if len(segment.text) > _LONGEST or sum(map(segment.text.count, _ARROWS)) < _FAR_STEPS - 1:
            continue
        parts = [part.strip() for part in SEPARATOR.split(segment.text) if part.strip()]
        if not _FAR_STEPS <= len(parts) <= _MOST_STEPS or len(ctx.links_in(segment)) < len(parts) - 1:
            continue
        if is_home(parts[0], ctx) or is_site_name(parts[0], ctx.site):
            last = -1 if squeeze(parts[-1]) in ctx.titles else None
            return [(part, segment) for part in parts[1:last]]
    return []


def _of_links(ctx: Context, above: tuple[Segment, ...]) -> list[tuple[str, Segment]]:
    """Return the links of the last line above a title whose rest, no link, is the title or its first words."""
    for segment in above:
        links = ctx.links_in(segment)
        if not 1 < len(links) <= _MOST_STEPS or len(segment.text) > _LONGEST:
            continue
        key = squeeze(segment.text[links[-1].end - segment.start :])
        if key.count(" ") < _TITLE_BLANKS or not any(f"{name} ".startswith(f"{key} ") for name in ctx.titles):
            continue
        first = ctx.link_text(links[0])
        home = leads_to_front(links[0].href, ctx.base) or is_home(first, ctx) or is_site_name(first, ctx.site)
        return [(ctx.link_text(link).strip(), segment) for link in links[home:]]
    return []


def _of_lines(ctx: Context, title: int) -> list[tuple[str, Segment]]:
    """Return the steps right above a title that have lines of their own, each with a sign at its end."""
    steps: list[tuple[str, Segment]] = []
    for segment in reversed(ctx.segments[max(title - _MOST_STEPS, 0) : title]):
        text = segment.text.strip()
        if segment.role not in _STEPS or text[-1:] not in tuple(_SIGNS) or len(text) == 1:
            break
        steps.append((text[:-1].strip(), segment))
    return steps[-2::-1] if len(steps) > 1 else []  # the first step is the site


def _is_name(name: str, ctx: Context) -> bool:
    known = without_prefix(name)
    return (
        name.count(" ") < SECTION_WORDS
        and not is_home(known, ctx)
        and is_section(known, ctx.titles, ctx.site | ctx.sources)
    )
