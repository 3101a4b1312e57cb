"""The images: pictures and videos of the article; of a text, what is left of them is the caption."""

from __future__ import annotations

from bisect import bisect_left

from attrs import evolve

from arnews.addresses import resolve
from arnews.article import Evidence, Image, ImageKind
from arnews.document import Block, Origin, Segment
from arnews.fields.captions import Pictures, own_captions
from arnews.fields.context import Context, FieldValue, printed, stated
from arnews.fields.names import credit_in, is_caption_label
from arnews.fields.picture_files import file_name, is_picture, is_sign, largest_file
from arnews.page import Page, PageImage
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["read_images"]

_CALLED_SO = frozenset({Origin.MARKUP, Origin.SELECTOR})
"""Evidence that a line is a caption even where it repeats the title."""
_OUTSIDE = frozenset(
    (Role.RELATED_ITEM, Role.RELATED_HEADING, Role.NAVIGATION, Role.AD, Role.PROMO, Role.COMMENTS, Role.AUTHOR_BIO,
     Role.SHARE, Role.MASTHEAD, Role.OTHER_ARTICLE)
)  # fmt: skip
_INSIDE = frozenset((Role.BODY, Role.SUBHEADING, Role.CAPTION, Role.HEADLINE, Role.DECK))
_CLOSING = frozenset((Role.TIMESTAMP, Role.CONTRIBUTORS, Role.NOTE, Role.BYLINE, Role.DATELINE))
"""What may be between the last paragraph and a gallery."""
_CAPTION, _HEADLINE, _RELATED_ITEM = Role.CAPTION, Role.HEADLINE, Role.RELATED_ITEM
_BESIDE = 6
"""Segments above and below the article that may show whose a picture at its edge is."""
_WHY_CAPTION = "a caption"
_WHY_PICTURE = "a picture between the title and the end of the text"
_Placed = tuple[Image, Evidence]


def read_images(ctx: Context) -> FieldValue[tuple[Image, ...]]:
    """Return the images that captions tell of, a caption printed twice once; of a page, all images of the article.

    A picture belongs to the article if it is between headline and end of the body and no other article's title
    is in its element, or if the metadata name it. A caption belongs to the picture in its figure, else to the
    one right above it; a picture with two lines of caption is listed twice, once for each. A caption whose
    picture is not in the page is listed alone. Addresses are in full.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض الدولي</h1><figure><img src=/1.jpg><figcaption>جانب من الحفل</figcaption></figure>"
    >>> page += "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> page += "<p>وتشارك في المعرض هذا العام دور نشر من أربعين بلدا.</p>"
    >>> ctx = Context(arnews.label(arnews.read_html(page, url="https://port.example/")))
    >>> [(image.url, image.caption) for image in read_images(ctx).value]
    [('https://port.example/1.jpg', 'جانب من الحفل')]
    """
    captions = _printed_captions(ctx)
    if ctx.page is None:
        found = [(image, printed(segment, _WHY_CAPTION)) for segment, image in captions]
    else:
        found = _pictures(ctx, ctx.page, captions)
        if ctx[Role.BODY]:
            found = _with_stated(found, ctx.page, ctx.base)
    return FieldValue(tuple([image for image, _ in found]), found[0][1] if found else None)


def _printed_captions(ctx: Context) -> list[tuple[Segment, Image]]:
    """Return the captions of the article, each text once."""
    found: dict[str, tuple[Segment, Image]] = {}
    titles = ctx.titles if ctx.page is not None else ()
    for segment in own_captions(ctx):
        if is_caption_label(segment.text):
            continue
        key = squeeze(segment.text)
        if segment.reason.origin not in _CALLED_SO and key in titles:
            continue
        if key not in found:
            found[key] = segment, Image(caption=segment.text, credit=credit_in(segment.text))
    return list(found.values())


def _pictures(ctx: Context, page: Page, captions: list[tuple[Segment, Image]]) -> list[_Placed]:
    """Return the pictures of a page's article and the captions whose picture is not there, in order."""
    own = _own_images(ctx, page, {image.caption for _, image in captions})
    pictures = Pictures(own, ctx, page)
    placed: dict[int, list[_Placed]] = {}
    found: list[tuple[int, _Placed]] = []
    for segment, image in captions:
        at = pictures.of(segment)
        told = image, printed(segment, _WHY_CAPTION)
        if at is None:
            found.append((segment.start, told))
        else:
            placed.setdefault(at, []).append(told)
    seen: set[str] = set()
    for at, picture in enumerate(own):
        url = resolve(largest_file(picture.url), ctx.base)
        if url is None and at not in placed:
            continue
        if url is not None and url in seen and at not in placed:
            continue
        seen.add(url or "")
        kind = ImageKind.VIDEO if picture.video else ImageKind.IMAGE
        bare = Image(), Evidence(why=_WHY_PICTURE, key="video" if picture.video else "img")
        found += [
            (picture.at, (evolve(image, url=url, kind=kind), evidence)) for image, evidence in placed.get(at, [bare])
        ]
    found.sort(key=_place)
    return [told for _, told in found]


def _place(found: tuple[int, _Placed]) -> int:
    return found[0]


def _own_images(ctx: Context, page: Page, captions: set[str | None]) -> list[PageImage]:
    """Return the page's pictures between headline and the end of the body that no boilerplate surrounds."""
    segments = ctx.segments
    if not page.images or not ctx[Role.BODY]:
        return []
    kept = [index for index, segment in enumerate(segments) if segment.role in _INSIDE]
    title = next((i for i in kept if segments[i].role is _HEADLINE), kept[0])
    caption = next((i for i in kept if segments[i].role is _CAPTION), title)
    start, last = min(title, caption), max(i for i in kept if segments[i].role is not _HEADLINE)
    while last + 1 < len(segments) and segments[last + 1].role in _CLOSING:
        last += 1
    # The picture above the title is right before it in the text.
    first = segments[start - 1].end if start else 0
    end = segments[last].end + 1
    images = [image for image in page.images if first <= image.at <= end and is_picture(image)]
    around = (
        _roles_by_element(ctx, page, segments[max(start - _BESIDE, 0) : last + _BESIDE], captions) if images else {}
    )
    own = [image for image in images if not _is_foreign(image.element, around, page)]
    return _as_chosen(own, ctx, page) if page.roles else own


def _as_chosen(images: list[PageImage], ctx: Context, page: Page) -> list[PageImage]:
    """Return pictures without those inside what a selector chose as boilerplate, with all inside chosen captions."""
    roles = [ctx.chosen_role(image.element) for image in page.images]
    return [
        image
        for image, role in zip(page.images, roles, strict=True)
        if role is _CAPTION or (image in images and (role is None or role in _INSIDE))
    ]


def _roles_by_element(
    ctx: Context, page: Page, segments: tuple[Segment, ...], captions: set[str | None]
) -> dict[int, set[Role]]:
    """Return the roles of the text in each element that has text of its own; a caption not in the set is another's."""
    roles: dict[int, set[Role]] = {}
    blocks = ctx.blocks
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


def _start(block: Block) -> int:
    return block.start


def _with_stated(images: list[_Placed], page: Page, base: str | None) -> list[_Placed]:
    """Put the picture that the metadata name in front, unless a picture of the article is the same file."""
    for value in page.metadata.images:
        url = resolve(value.value, base)
        if url is None or is_sign(url):
            continue
        name = file_name(url)
        if any(image.url is not None and (image.url == url or file_name(image.url) == name) for image, _ in images):
            return images
        evidence = stated(value, "the picture that the metadata name")
        first = images[0][0] if images else None
        if first is not None and first.url is None and first.kind is ImageKind.IMAGE:
            # A caption whose picture the page loads by a script.
            return [(evolve(first, url=url), evolve(images[0][1], key=evidence.key)), *images[1:]]
        return [(Image(url=url), evidence), *images]
    return images
