"""The description: the deck below the title."""

from __future__ import annotations

from itertools import takewhile

from arnews.document import Segment
from arnews.fields.context import NOTHING, Context, FieldValue, printed
from arnews.fields.credit_lines import credit_before_date
from arnews.fields.credits import collect_credits
from arnews.fields.pictured import pictured_lines
from arnews.fields.unnamed import names_beside_date
from arnews.labeling.pages.class_names import HEADINGS
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["read_description"]

_TAKEN = frozenset({Role.MASTHEAD, Role.RELATED_ITEM})
_HEADINGS = frozenset({Role.RELATED_HEADING, Role.COMMENTS, Role.OTHER_ARTICLE})
_FEWEST_WORDS = 5
"""Words of a summary that nothing else tells."""
_CREDIT_WORDS = 8
"""Words of a line that names the author and counts, whatever it was taken for."""
_HEADING_WORDS = 3
"""Words of the heading of a list of points; a longer line is the deck itself."""


def read_description(ctx: Context) -> FieldValue[str | None]:
    """Return the deck, its lines joined by line feeds; a list of points below it and what metadata say do not count.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض الدولي</h1><h2 class=deck>ألف دار نشر</h2><p>افتتح الوزير أمس المعرض.</p>"
    >>> read_description(Context(arnews.label(arnews.read_html(page, select=[(".deck", "deck")])))).value
    'ألف دار نشر'
    """
    lines = _own_lines(ctx)
    if not lines:
        return NOTHING
    return FieldValue("\n".join(segment.text for segment in lines), printed(lines[0], "the summary below the title"))


def _own_lines(ctx: Context) -> list[Segment]:
    """Return the lines of the deck; of a page those of the first of its boxes, without words alone beside sentences."""
    # A line that names author, place or agency beside the day is no summary, whatever it was taken for.
    collected = ctx.once(collect_credits)
    named = {*collected.raw, *(line.text for line in collected.lines.values() if _words(line) <= _CREDIT_WORDS)}
    lines = [
        line
        for line in ctx[Role.DECK]
        if not (line.text in named or names_beside_date(line) or credit_before_date(line))
    ]
    if ctx.page is None:
        return lines
    pictured = {line.start for line in ctx.once(pictured_lines)} if lines else set()
    lines = [line for line in lines if line.start not in pictured]
    if not lines:
        return [line for line in _elsewhere(ctx) if line.text not in named]
    lines = _of_first(lines, ctx)
    if len(lines) < 2:
        return lines
    kept = lines[:1]
    for line in lines[1:]:
        before, items = _is_item(kept[-1], ctx), _is_item(line, ctx)
        if before is not items and (before or len(kept) > 1 or _words(kept[0]) > _HEADING_WORDS):
            if items and len(kept) > 1 and _words(kept[-1]) <= _HEADING_WORDS:
                del kept[-1]  # the heading of the points
            break
        kept.append(line)
    return [line for line in kept if _words(line) > 1] or kept


def _elsewhere(ctx: Context) -> list[Segment]:
    """Return the one line of words between title and text that was taken for a slogan or a title of others.

    Themes call it «tagline», «teaser» or «aside»; it is no link, and no heading is between it and the title.
    """
    titles, body = ctx[Role.HEADLINE], ctx[Role.BODY]
    if not titles or not body:
        return []
    between = [line for line in ctx.segments if titles[-1].start < line.start < body[0].start]
    if any(line.role in _HEADINGS for line in between):
        return []
    found = [line for line in between if line.role in _TAKEN]
    own = [line for line in found if _words(line) >= _FEWEST_WORDS and not ctx.links_in(line)]
    return own if len(own) == len(found) == 1 else []


def _of_first(lines: list[Segment], ctx: Context) -> list[Segment]:
    """Return the lines that go on with the first; a short first line is the heading of all others.

    What is between two of them ends the deck, and a short heading below it is that of the text.
    """
    if len(lines) < 2 or _words(lines[0]) <= _HEADING_WORDS:
        return lines
    at = ctx.segments.index(lines[0])
    row = takewhile(lambda line: line.role is Role.DECK, ctx.segments[at + 1 :])
    own = {line.start for line in row if not _is_heading(line, ctx)}
    return lines[:1] + [line for line in lines[1:] if line.start in own]


def _is_heading(line: Segment, ctx: Context) -> bool:
    element = ctx.block_of(line).element
    return _words(line) < _FEWEST_WORDS and element >= 0 and ctx.elements[element].tag in HEADINGS


def _is_item(segment: Segment, ctx: Context) -> bool:
    element = ctx.block_of(segment).element
    return element >= 0 and ctx.elements[element].tag == "li"


def _words(segment: Segment) -> int:
    return len(squeeze(segment.text).split())
