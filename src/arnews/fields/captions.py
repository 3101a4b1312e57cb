"""Captions of a page: which belong to its article, and to which of its pictures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from arnews.document import Origin, Segment
from arnews.fields.context import Context
from arnews.fields.names import names_owner, names_reporter, photographer_in
from arnews.fields.pictured import is_player, pictured_lines
from arnews.page import Page, PageImage
from arnews.roles import Role

__all__ = ["Pictures", "figure_around", "own_captions"]

_CAPTION = Role.CAPTION
_LEVELS_TO_TEASER = 3
"""Levels within which a caption and the title of a teaser share an element."""
_DEEPEST = 64
_NEAR = 400
"""Code points between a caption and a picture that no paragraph sets apart."""
_AROUND = 8
_LEVELS_TO_FIGURE = 8


def own_captions(ctx: Context) -> tuple[Segment, ...]:
    """Return the captions of a page but those that share an element with the title of another article.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض الدولي</h1><figure><img src=/1.jpg><figcaption>جانب من الحفل</figcaption></figure>"
    >>> page += "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> page += "<p>وتشارك في المعرض هذا العام دور نشر من أربعين بلدا.</p>"
    >>> [segment.text for segment in own_captions(Context(arnews.label(arnews.read_html(page))))]
    ['جانب من الحفل']
    """
    page = ctx.page
    if page is None:
        return ctx[Role.CAPTION]
    pictured = ctx.once(pictured_lines)
    alone = {segment.start for segment in pictured}
    segments = ctx.segments if ctx[Role.CAPTION] or pictured else ()
    found: list[Segment] = []
    title = ctx[Role.HEADLINE][-1].end if ctx[Role.HEADLINE] else 0
    body = ctx[Role.BODY][0].start if ctx[Role.BODY] else 0
    for at, segment in enumerate(segments):
        if segment.start in alone or (segment.role is _CAPTION and segment.reason.origin is Origin.SELECTOR):
            found.append(segment)
            continue
        if segment.role is not _CAPTION or is_player(segment.text) or _is_owner(at, ctx):
            continue
        if title <= segment.start < body and (photographer_in(segment.text) or names_reporter(segment.text)):
            continue  # who took all the pictures, or who wrote
        if segment.reason.origin is Origin.MODEL and not page.images:
            continue  # a line of several things, of which there is no picture
        beside = [segments[i] for i in (at - 1, at + 1) if 0 <= i < len(segments)]
        if any(other.role is Role.RELATED_ITEM for other in beside):
            own = ctx.block_of(segment).element
            # The smaller the element around both, the nearer they belong together.
            apart = [(_levels(own, ctx.block_of(other).element, page), other.role) for other in beside]
            levels, role = min(apart, key=_first)
            if role is Role.RELATED_ITEM and levels <= _LEVELS_TO_TEASER:
                continue
        found.append(segment)
    return tuple(found)


def _is_owner(at: int, ctx: Context) -> bool:
    """Tell whether a line only names the owner of a picture whose caption is the line beside it."""
    line = ctx.segments[at]
    if not names_owner(line.text):
        return False
    own = ctx.block_of(line).element
    beside = [ctx.segments[i] for i in (at - 1, at + 1) if 0 <= i < len(ctx.segments)]
    return any(
        other.role is _CAPTION and not names_owner(other.text) and _share_figure(own, ctx.block_of(other).element, ctx)
        for other in beside
    )


def _share_figure(one: int, other: int, ctx: Context) -> bool:
    return (found := figure_around(one, ctx)) >= 0 and found == figure_around(other, ctx)


def figure_around(element: int, ctx: Context) -> int:
    """Return the index of the figure around an element of a page, -1 if there is none near.

    >>> import arnews
    >>> ctx = Context(arnews.label(arnews.read_html("<figure><figcaption>جانب من الحفل</figcaption></figure>")))
    >>> ctx.elements[figure_around(ctx.blocks[0].element, ctx)].tag
    'figure'
    """
    for _ in range(_LEVELS_TO_FIGURE):
        if element < 0:
            break
        if ctx.elements[element].tag == "figure":
            return element
        element = ctx.elements[element].parent
    return -1


def _first(pair: tuple[int, Role]) -> int:
    return pair[0]


def _levels(element: int, other: int, page: Page) -> int:
    """Return how many levels above an element another one lies in the same element, at most one more than asked for."""
    for levels in range(_LEVELS_TO_TEASER + 1):
        inside = other
        for _ in range(_DEEPEST):
            if inside <= element:
                break
            inside = page.elements[inside].parent
        if inside == element or element < 0:
            return levels
        element = page.elements[element].parent
    return _LEVELS_TO_TEASER + 1


class Pictures:
    """The pictures of the article, and which of them a caption belongs to."""

    def __init__(self, images: list[PageImage], ctx: Context, page: Page) -> None:
        self.images = images
        self._places = [image.at for image in images]
        self._bodies = [segment.start for segment in ctx[Role.BODY]]
        self._ctx = ctx
        self._figures: dict[int, int] = {}
        for at, image in enumerate(images):
            figure = figure_around(image.element, ctx)
            if figure >= 0:
                self._figures.setdefault(figure, at)

    def of(self, segment: Segment) -> int | None:
        """Return the index of the picture that a caption belongs to: of its figure, of the same words, or above it."""
        in_figure = self._figures.get(figure_around(self._ctx.block_of(segment).element, self._ctx))
        if in_figure is not None:
            return in_figure
        past = bisect_right(self._places, segment.start)
        for at in range(max(past - _AROUND, 0), min(past + _AROUND, len(self.images))):
            alt = self.images[at].alt
            if alt and alt.strip() == segment.text and abs(self._places[at] - segment.start) < _NEAR:
                return at
        if past and segment.start - self._places[past - 1] < _NEAR and not self._body_between(past - 1, segment):
            return past - 1
        if past < len(self.images) and 0 <= self._places[past] - segment.end <= 1:
            return past
        return None

    def _body_between(self, at: int, segment: Segment) -> bool:
        first = bisect_left(self._bodies, self._places[at])
        return first < len(self._bodies) and self._bodies[first] < segment.start
