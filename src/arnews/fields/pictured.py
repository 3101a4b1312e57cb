"""Lines that are captions by their place, whatever they were taken for: alone with a picture, or its legend."""

from __future__ import annotations

import re
from bisect import bisect_left

from arnews.credits import read_agency, read_credit
from arnews.document import Origin, Segment
from arnews.fields.context import Context
from arnews.fields.names import names_reporter, photographer_in
from arnews.page import PageImage
from arnews.roles import LISTED, Role
from arnews.text.fold import squeeze

__all__ = ["is_agency_picture", "is_player", "pictured_lines"]

_ROLES = frozenset({Role.EMBED, Role.NAVIGATION, Role.BYLINE, Role.DATELINE, Role.DECK, Role.AD, Role.RELATED_ITEM})
"""What the caption of a picture is taken for."""
_NAMES = frozenset({Role.BYLINE, Role.DATELINE})
_SURE = frozenset({Origin.SELECTOR, Origin.METADATA})
_LEGENDS = frozenset(("caption", "legend", "legende"))
"""Words of class names for the line after a picture."""
_WORD = re.compile(r"[A-Z]?[a-z]+")
_LEVELS = 4
"""Elements from a caption to the box that it shares with its picture."""
_ABOVE = 3
"""Segments above the title that may be the caption of its picture."""
_BELOW = 12
"""Segments below the text that may be its gallery."""
_SHORTEST = 2
"""Blanks between the words of a caption that only its place tells, at least."""
_LONGEST = 240
"""Code points of a caption."""
_MOST_IMAGES = 300
"""Pictures that are looked at for a line."""
_CLOCK = re.compile(r"\d:\d\d")
_BRACKETS = re.compile(r"\(([^()]{2,40})\)\s*$")


def is_agency_picture(text: str) -> bool:
    """Tell whether a line ends with the agency of a picture in brackets.

    >>> is_agency_picture("متطوعون قرب السوق (رويترز)"), is_agency_picture("متطوعون قرب السوق (الأحد)")
    (True, False)
    """
    found = _BRACKETS.search(text)
    return found is not None and read_agency(found[1], outlets=False) is not None


def is_player(text: str) -> bool:
    """Tell whether a line is the clock and the buttons of a player: it has two times of minutes and seconds.

    >>> is_player("تشغيل 0:00 2:47 ملء الشاشة"), is_player("المدينة عند الساعة 5:30")
    (True, False)
    """
    return len(_CLOCK.findall(text)) > 1


def pictured_lines(ctx: Context) -> list[Segment]:
    """Return the lines around the text that share a box with one picture and nothing else, or are its legend.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض الدولي</h1><div class=embed><img src=/1.jpg><p>جانب من حفل الافتتاح</p></div>"
    >>> page += "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> [line.text for line in pictured_lines(Context(arnews.label(arnews.read_html(page))))]
    ['جانب من حفل الافتتاح']
    """
    page = ctx.page
    if page is None or not page.images or not ctx[Role.BODY] or not ctx[Role.HEADLINE]:
        return []
    images = [image for image in page.images[:_MOST_IMAGES] if not image.video]
    title = ctx.segments.index(ctx[Role.HEADLINE][0])
    first = max(title - _ABOVE, 0)
    lead = ctx.segments.index(ctx[Role.BODY][0])
    last = ctx.segments.index(ctx[Role.BODY][-1])
    found: list[Segment] = []
    for at, segment in enumerate(ctx.segments[first : last + 1 + _BELOW], first):
        if at > last and (segment.role is Role.RELATED_HEADING or segment.role is Role.COMMENTS):
            break
        if segment.role not in _ROLES or segment.reason.origin in _SURE or not _is_caption(segment, images, ctx):
            continue
        if segment.role in _NAMES and title - _ABOVE <= at < lead and read_credit(segment.text) is not None:
            continue  # beside the portrait of the author
        if segment.role not in LISTED or (at > last and ctx.segments[at - 1] in (ctx.segments[last], *found[-1:])):
            found.append(segment)  # a gallery begins right below the text
    return found


def _is_caption(segment: Segment, images: list[PageImage], ctx: Context) -> bool:
    text = segment.text.strip()
    linked = any(link.end > link.start for link in ctx.links_in(segment))  # one around the picture alone has no words
    if linked or squeeze(text).count(" ") < _SHORTEST or len(text) > _LONGEST or is_player(text):
        return False
    if names_reporter(text) or photographer_in(text) is not None:
        return False
    block = ctx.block_of(segment)
    if (block.start, block.end) != (segment.start, segment.end) or block.element < 0:
        return False
    names = map(str.lower, _WORD.findall(ctx.elements[block.element].names))
    if segment.role not in LISTED and not _LEGENDS.isdisjoint(names):
        before = [image for image in images if 0 <= block.start - image.at <= 1]
        if before:
            return True
    if segment.role is Role.DECK:
        return is_agency_picture(text)
    if segment.role is Role.AD and ctx.elements[block.element].tag != "figcaption":
        return False
    return _shares_box(block.element, block.start, images, ctx)


def _shares_box(element: int, start: int, images: list[PageImage], ctx: Context) -> bool:
    """Tell whether one of the nearest elements around a line holds one picture and no other line."""
    blocks = ctx.blocks
    at = bisect_left(blocks, (start,))
    beside = [blocks[i].element for i in (at - 1, at + 1) if 0 <= i < len(blocks)]
    for _ in range(_LEVELS):
        if element < 0 or any(ctx.is_inside(other, element) for other in beside):
            return False
        inside = sum(ctx.is_inside(image.element, element) for image in images)
        if inside:
            return inside == 1
        element = ctx.elements[element].parent
    return False
