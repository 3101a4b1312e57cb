"""Lines among the menus and lists of a page that could be names: nothing but their words says that they sign."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from arnews.credits import read_credit
from arnews.document import Origin, Segment
from arnews.fields.context import Context
from arnews.roles import LISTED, Role
from arnews.text.fold import squeeze

__all__ = ["is_contact", "unsigned_lines"]

_NAMES = frozenset({Role.BYLINE, Role.DATELINE})
_MENU = LISTED | {Role.NAVIGATION, Role.MASTHEAD, Role.EMBED, Role.PROMO, Role.AD}
"""What is between the article's own lines and those of the site above it."""
_LIST = LISTED | {Role.COMMENTS, Role.NAVIGATION, Role.SECTION, Role.DISCLAIMER}
"""The same below it."""
_CALLED_SO = frozenset({Origin.MARKUP, Origin.METADATA, Origin.SELECTOR})
_MOST_BELOW = 3
"""Bylines below the text; more of them are a list."""
_TELEPHONE = re.compile(r"(?:\d[\s()+-]{0,2}){7,15}")
_CONTACT_LINES = 2
"""Lines below a name that may hold its telephone number."""
_NUMBER = re.compile(r"[+-]?[\d.,:%\u066a\u066b\u066c]{1,8}")
"""A number or a time of day, alone in the cell of a table."""
_CARDS = 2
"""Names, each after the title of another article, that are in cards."""
_ROWS = 2
"""Names, each with a number after it, that make the rows of a table."""
_QUOTES = frozenset(("<blockquote", "quote", "quotes", "blockquote", "pullquote", "testimonial", "testimonials"))
"""The tag and words of class names for what somebody says."""
_SLOGANS = frozenset(("<header", "description", "tagline", "slogan", "branding", "masthead"))
"""The tag and words of class names for what a site says of itself above its articles."""
_LEVELS = 4
"""Elements from a name to the box that holds it."""
_WORD = re.compile(r"[A-Z]?[a-z]+")
_BODY, _BYLINE, _HEADLINE = Role.BODY, Role.BYLINE, Role.HEADLINE


def unsigned_lines(ctx: Context) -> frozenset[int]:
    """Return where the bylines and datelines of a page begin that are entries of its menus and lists.

    Above the title that is what a menu or list sets apart from it, a single word, the slogan of the site, and the rows
    of a table of numbers; below the text what follows other articles or comments; everywhere who says what is quoted in
    a box. A label («بقلم») or the markup makes a name a signature everywhere, the markup below the text only where no
    one else signs.

    >>> import arnews
    >>> page = "<p>حكاية رقمية</p><ul class=nav><li><a href=/a>الأولى</a><li><a href=/b>الملاعب</a></ul>"
    >>> page += "<h1>افتتاح المعرض الدولي</h1><p>ليلى حسن</p><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.</p>"
    >>> ctx = Context(arnews.label(arnews.read_html(page)))
    >>> [line.text for line in ctx[Role.BYLINE] if line.start in unsigned_lines(ctx)]
    ['حكاية رقمية']
    """
    titles, body = ctx[_HEADLINE], ctx[_BODY]
    if ctx.page is None or not (titles and body):
        return frozenset()
    title = next((line for line in titles if line.reason.origin is Origin.MARKUP), titles[0]).start
    above = [segment for segment in ctx.segments if segment.start < title]
    below = [segment for segment in ctx.segments if segment.start > body[-1].start]
    found = _apart(above[::-1], _MENU) | _before_way(above)
    own = any(line.start not in found and line.start < body[-1].start for line in ctx[_BYLINE])
    found |= {
        line.start for line in above if line.role is _BYLINE and " " not in squeeze(line.text) and not _says_so(line)
    }
    found |= (
        _apart(below, _LIST, even_called=own or _are_cards(below)) | _rows(above) | _boxed(ctx[_BYLINE], _QUOTES, ctx)
    )
    found |= _boxed([line for line in above if line.role is _BYLINE and not _says_so(line)], _SLOGANS, ctx)
    talk = next((line.start for line in ctx[Role.COMMENTS] if line.start > body[0].start), None)
    if talk is not None:  # who comments, where the end of the text is not known
        found |= {line.start for line in ctx[_BYLINE] if line.start > talk and not _is_signed(line)}
    names = [line for line in below if line.role is _BYLINE]
    if len(names) > _MOST_BELOW:  # what else the author wrote, in the box about him
        found |= {line.start for line in names if not _is_signed(line)}
    return frozenset(found)


def is_contact(ctx: Context, at: int) -> bool:
    """Tell whether a name below the text is that of a press contact: a telephone number is below it.

    >>> import arnews
    >>> is_contact(Context(arnews.label(arnews.read_text("ليلى حسن\\nهاتف: 0097125550199"))), 0)
    True
    """
    return any(
        _TELEPHONE.search(segment.text) is not None for segment in ctx.segments[at + 1 : at + 1 + _CONTACT_LINES]
    )


def _rows(above: list[Segment]) -> set[int]:
    """Return where the names begin that have a number after each: results, times of prayer, rates of exchange."""
    rows = [
        line.start
        for line, after in pairwise(above)
        if line.role in _NAMES | {Role.NAVIGATION} and _NUMBER.fullmatch(after.text.strip()) and not _is_signed(line)
    ]
    return set(rows) if len(rows) >= _ROWS else set()


def _boxed(lines: Iterable[Segment], called: frozenset[str], ctx: Context) -> set[int]:
    """Return where the lines begin that are in a box with such a name and without the title and the first lines."""
    own = [ctx.block_of(line).element for line in (ctx[_HEADLINE][0], ctx[_BODY][0])]
    return {line.start for line in lines if _is_boxed(ctx.block_of(line).element, called, own, ctx)}


def _is_boxed(element: int, called: frozenset[str], own: list[int], ctx: Context) -> bool:
    for _ in range(_LEVELS):
        if element < 0:
            return False
        around = ctx.elements[element]
        if f"<{around.tag}" in called or not called.isdisjoint(map(str.lower, _WORD.findall(around.names))):
            return not any(ctx.is_inside(other, element) for other in own)
        element = around.parent
    return False


def _apart(segments: list[Segment], walls: frozenset[Role], *, even_called: bool = False) -> set[int]:
    """Return where the lines of names begin, in the order of walking away from the article, after the first wall."""
    found: set[int] = set()
    after = False
    for segment in segments:
        if segment.role in walls:
            after = True
        elif after and segment.role in _NAMES and (even_called or not _is_called(segment)) and not _is_signed(segment):
            found.add(segment.start)
    return found


def _before_way(above: list[Segment]) -> set[int]:
    """Return where the names begin above the way to the article that markup tells: they are entries of a menu."""
    way = next((line.start for line in above if line.role is Role.SECTION and line.reason.origin is Origin.MARKUP), 0)
    return {line.start for line in above if line.role in _NAMES and line.start < way and not _is_called(line)}


def _are_cards(below: list[Segment]) -> bool:
    """Tell whether the names below a text are those of a list of other articles: titles are between them."""
    titles = names = 0
    for segment in below:
        if segment.role in LISTED:
            titles += 1
        elif segment.role is _BYLINE and _is_called(segment) and titles:
            names += 1
            titles = 0
    return names >= _CARDS


def _says_so(segment: Segment) -> bool:
    """Tell whether the markup or a label says who wrote."""
    return _is_called(segment) or _is_signed(segment)


def _is_called(segment: Segment) -> bool:
    return segment.reason.origin in _CALLED_SO


def _is_signed(segment: Segment) -> bool:
    """Tell whether a label in the line says who wrote."""
    credit = read_credit(segment.text)
    return credit is not None and credit.sure and bool(credit.persons)
