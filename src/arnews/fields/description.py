"""The description: the deck below the title."""

from __future__ import annotations

from arnews.document import Segment
from arnews.fields.context import NOTHING, Context, FieldValue, printed
from arnews.fields.credit_lines import credit_before_date
from arnews.fields.unnamed import names_beside_date
from arnews.roles import Role

__all__ = ["read_description"]

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
    lines = [line for line in ctx[Role.DECK] if not (names_beside_date(line) or credit_before_date(line))]
    if ctx.page is None or len(lines) < 2:
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


def _is_item(segment: Segment, ctx: Context) -> bool:
    element = ctx.block_of(segment).element
    return element >= 0 and ctx.elements[element].tag == "li"


def _words(segment: Segment) -> int:
    return len(segment.text.split())
