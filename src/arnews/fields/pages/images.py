"""Images of a page's article: which of the page's belong to it, and which caption to which."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from attrs import evolve

from arnews.addresses import resolve
from arnews.article import Image, ImageKind
from arnews.document import Block, LabeledDocument, Segment
from arnews.fields.pages.links import base_of
from arnews.page import Page, PageImage
from arnews.roles import Role

__all__ = ["images_of_page"]

_SMALL_FILES = re.compile(
    r"\.(?:svg|ico)(?:$|\?)|(?:^|[/_.-])(?:logo|logos|icon|icons|sprite|avatar|avatars|gravatar|pixel|spacer|blank|"
    r"loader|loading|default|placeholder|fallback\w*|no-?image|emoji|smilies|button|btn|1x1|banner|ads?)(?:[/_.\d-]|$)",
    re.IGNORECASE,
)
_NETWORKS = (
    r"(?:fb|facebook|twitter|tweet|whats-?app|telegram|instagram|insta|linkedin|pinterest|you-?tube|snapchat|tik-?tok|"
    r"google|google-?plus|g-?plus|viber|messenger|skype|rss|feed|e-?mail|mail|envelope|print|printer|pdf|clock|time|date|"
    r"calendar|user|author|search|menu|arrow|left|right|next|prev|close|share|comments?|like|star|flag|home|phone|link|"
    r"download|tags?|views?|eye|app-?store|google-?play|up|top|bullet|dot|line)"
)
_ICON_FILES = re.compile(
    rf"(?:^|/)(?:ic[_-]|i[_-]|social[_-])?{_NETWORKS}(?:[_-]?(?:icon|logo|white|black|gray|grey|color|circle|round|square|"
    r"share|btn|new|small|\d{1,3}+(?:px|x\d{1,3})?+)){0,6}+\.(?:png|gif|webp)(?:$|\?)",
    re.IGNORECASE,
)
"""Drawings that are called after a network or a sign, and nothing else; photos are no drawings."""
_TRACKERS = re.compile(
    r"^(?:https?:)?//(?:[\w-]+\.)*(?:facebook\.com/tr|scorecardresearch\.com|doubleclick\.net|google-analytics\.com|"
    r"mc\.yandex\.ru|counter\.yadro\.ru|alexa\.com|quantserve\.com|chartbeat\.net|histats\.com|whos\.amung\.us)\b|"
    r"(?:^|/)(?:pixel|beacon|track(?:er|ing)?|collect|counter|stats?|hit)(?:\.(?:gif|png|php|aspx?))?(?:\?|$)",
    re.IGNORECASE,
)
"""Addresses that count readers."""
_SMALL_NAMES = re.compile(
    r"(?:^|[\s_-])(?:logo|icon|avatar|gravatar|emoji|smiley|wp-smiley|share|social|ads?|banner|sponsor|author)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PLAYERS = re.compile(
    r"\.(?:mp4|m3u8|webm|mov|m4v|mpd)(?:$|\?)|youtu\.?be|vimeo|dailymotion|brightcove|jwplayer|jwplatform|kaltura|"
    r"/embed/|/player|video",
    re.IGNORECASE,
)
_NO_PLAYERS = re.compile(
    r"doubleclick|googletag|/ads?[/.]|adserver|like\.php|plugins/(?:like|page|follow)", re.IGNORECASE
)
_OUTSIDE = frozenset(
    (Role.RELATED_ITEM, Role.RELATED_HEADING, Role.NAVIGATION, Role.AD, Role.PROMO, Role.COMMENTS, Role.AUTHOR_BIO,
     Role.SHARE, Role.MASTHEAD, Role.OTHER_ARTICLE)
)  # fmt: skip
_INSIDE = frozenset((Role.BODY, Role.SUBHEADING, Role.CAPTION, Role.HEADLINE, Role.DECK))
_DESCRIPTOR = re.compile(r"(\d++(?:\.\d++)?)[wx](?=,|$)")
_CLOSING = frozenset((Role.TIMESTAMP, Role.CONTRIBUTORS, Role.NOTE, Role.BYLINE, Role.DATELINE))
"""What may stand between the last paragraph and a gallery."""
_CAPTION, _RELATED_ITEM = Role.CAPTION, Role.RELATED_ITEM
_NEAR = 400
"""Code points between a caption and a picture that no paragraph sets apart."""
_AROUND = 8
_BESIDE = 6
"""Segments above and below the article that may show whose a picture at its edge is."""
_LEVELS = 8


def images_of_page(doc: LabeledDocument, captions: tuple[Image, ...]) -> tuple[Image, ...]:
    """Return the images and videos of a page's article, in order, addresses in full.

    A picture belongs to the article if it stands between headline and end of the body and no other article's title
    stands in its element, or if the metadata name it. A caption belongs to the picture in its figure, else to the
    one right above it; a picture with two lines of caption stands there twice, once for each. A caption whose
    picture is not in the page stands alone.

    Args:
        doc: the labeled page.
        captions: the images that its captions tell of, in the order of the text.
    """
    page = doc.document.page
    if page is None:
        return captions
    base = base_of(doc.document)
    lines = _caption_segments(doc, captions)
    own = _own_images(doc, page, {image.caption for image in captions})
    pictures = _Pictures(own, doc, page)
    placed: dict[int, list[Image]] = {}
    alone: list[tuple[int, Image]] = []
    for segment, image in lines:
        at = pictures.of(segment)
        if at is None:
            alone.append((segment.start, image))
        else:
            placed.setdefault(at, []).append(image)
    found: list[tuple[int, Image]] = list(alone)
    seen: set[str] = set()
    for at, picture in enumerate(own):
        url = resolve(_largest(picture.url), base)
        if url is None and at not in placed:
            continue
        if url is not None and url in seen and at not in placed:
            continue
        seen.add(url or "")
        kind = ImageKind.VIDEO if picture.video else ImageKind.IMAGE
        found += [(picture.at, evolve(image, url=url, kind=kind)) for image in placed.get(at, [Image()])]
    found.sort(key=_place)
    images = [image for _, image in found]
    return tuple(_with_stated(images, page, base) if doc[Role.BODY] else images)


def _largest(address: str) -> str:
    """Return the address of the largest file of a ``srcset``; an address that is none stays as it is.

    >>> _largest("/a-600.jpg 600w, /a-1200.jpg 1200w"), _largest("/a.jpg")
    ('/a-1200.jpg', '/a.jpg')
    """
    if " " not in address.strip():
        return address
    sizes: list[tuple[float, str]] = []
    url = ""
    for token in address.split():
        size = _DESCRIPTOR.match(token) if url else None
        if size is not None:
            sizes.append((float(size[1]), url.lstrip(",")))
        url = token[size.end() :] if size is not None else token  # the next address may be glued to the comma
    return max(sizes, key=_size)[1] if sizes else address.split()[0].rstrip(",")


def _size(candidate: tuple[float, str]) -> float:
    return candidate[0]


def _place(found: tuple[int, Image]) -> int:
    return found[0]


def _caption_segments(doc: LabeledDocument, captions: tuple[Image, ...]) -> list[tuple[Segment, Image]]:
    waiting = {image.caption: image for image in captions}
    return [(segment, waiting.pop(segment.text)) for segment in doc[Role.CAPTION] if segment.text in waiting]


def _own_images(doc: LabeledDocument, page: Page, captions: set[str | None]) -> list[PageImage]:
    """Return the page's pictures between headline and the end of the body that no boilerplate surrounds."""
    segments = doc.segments
    if not page.images or not doc[Role.BODY]:
        return []
    kept = [index for index, segment in enumerate(segments) if segment.role in _INSIDE]
    title = next((i for i in kept if segments[i].role is Role.HEADLINE), kept[0])
    caption = next((i for i in kept if segments[i].role is Role.CAPTION), title)
    start, last = min(title, caption), max(i for i in kept if segments[i].role is not Role.HEADLINE)
    while last + 1 < len(segments) and segments[last + 1].role in _CLOSING:
        last += 1
    # The picture above the title stands in the text right before it.
    first = segments[start - 1].end if start else 0
    end = segments[last].end + 1
    images = [image for image in page.images if first <= image.at <= end and _is_picture(image)]
    if not images:
        return []
    around = _roles_by_element(doc, page, segments[max(start - _BESIDE, 0) : last + _BESIDE], captions)
    return [image for image in images if not _is_foreign(image.element, around, page)]


def _is_picture(image: PageImage) -> bool:
    if image.video:
        return _PLAYERS.search(image.url) is not None and _NO_PLAYERS.search(image.url) is None
    if image.small or _SMALL_NAMES.search(image.names) is not None:
        return False
    return not any(pattern.search(image.url) for pattern in (_SMALL_FILES, _ICON_FILES, _TRACKERS))


def _roles_by_element(
    doc: LabeledDocument, page: Page, segments: tuple[Segment, ...], captions: set[str | None]
) -> dict[int, set[Role]]:
    """Return the roles of the text in each element that has text of its own; a caption not in the set is another's."""
    roles: dict[int, set[Role]] = {}
    blocks = doc.document.blocks
    at = bisect_left(blocks, segments[0].start, key=_start) if segments else 0
    for segment in segments:
        while at < len(blocks) and blocks[at].end <= segment.start:
            at += 1
        if at < len(blocks) and blocks[at].start < segment.end:
            foreign = segment.role is _CAPTION and segment.text not in captions
            roles.setdefault(blocks[at].element, set()).add(_RELATED_ITEM if foreign else segment.role)
    for element in sorted(roles, reverse=True):
        above = page.elements[element].parent if 0 <= element < len(page.elements) else -1
        # Two levels are what sets a teaser's picture beside its title.
        for _ in range(2):
            if above < 0:
                break
            roles.setdefault(above, set()).update(roles[element])
            above = page.elements[above].parent
    return roles


def _is_foreign(element: int, around: dict[int, set[Role]], page: Page) -> bool:
    """Tell whether the nearest text around a picture is that of another article, a menu or an advertisement."""
    while element >= 0:
        roles = around.get(element)
        if roles:
            return bool(roles & _OUTSIDE) and not roles & _INSIDE
        element = page.elements[element].parent
    return False


class _Pictures:
    """The pictures of the article, and which of them a caption belongs to."""

    def __init__(self, images: list[PageImage], doc: LabeledDocument, page: Page) -> None:
        self.images = images
        self._places = [image.at for image in images]
        self._bodies = [segment.start for segment in doc[Role.BODY]]
        self._blocks = doc.document.blocks
        self._page = page
        self._figures: dict[int, int] = {}
        for at, image in enumerate(images):
            figure = self._figure(image.element)
            if figure >= 0:
                self._figures.setdefault(figure, at)

    def of(self, segment: Segment) -> int | None:
        """Return the index of the picture that a caption belongs to: of its figure, of the same words, or above it."""
        block = self._blocks[max(bisect_right(self._blocks, segment.start, key=_start) - 1, 0)]
        in_figure = self._figures.get(self._figure(block.element))
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

    def _figure(self, element: int) -> int:
        """Return the index of the figure around an element, -1 if there is none near."""
        for _ in range(_LEVELS):
            if element < 0:
                break
            if self._page.elements[element].tag == "figure":
                return element
            element = self._page.elements[element].parent
        return -1

    def _body_between(self, at: int, segment: Segment) -> bool:
        first = bisect_left(self._bodies, self._places[at])
        return first < len(self._bodies) and self._bodies[first] < segment.start


def _start(block: Block) -> int:
    return block.start


def _with_stated(images: list[Image], page: Page, base: str | None) -> list[Image]:
    """Put the picture that the metadata name in front, unless a picture of the article is the same file."""
    for value in page.metadata.images:
        url = resolve(value.value, base)
        if url is None or _SMALL_FILES.search(url):
            continue
        name = _file(url)
        if any(image.url is not None and (image.url == url or _file(image.url) == name) for image in images):
            return images
        first = images[0] if images else None
        if first is not None and first.url is None and first.kind is ImageKind.IMAGE:
            # A caption whose picture the page loads by a script.
            return [evolve(first, url=url), *images[1:]]
        return [Image(url=url), *images]
    return images


_SIZE = re.compile(r"[-_]?\d{2,4}x\d{2,4}|[-_](?:thumb|small|large|medium|original)", re.IGNORECASE)


def _file(url: str) -> str:
    """Return the name of a file without what tells its sizes apart."""
    return _SIZE.sub("", url.partition("?")[0].rstrip("/").rpartition("/")[2].rpartition(".")[0]).lower() or url
