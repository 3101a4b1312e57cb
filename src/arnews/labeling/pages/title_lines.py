"""The lines around the title: cut at their links, and told by what markup says of them and not by their words."""

from __future__ import annotations

from bisect import bisect_left
from copy import copy

from arnews.dates import find_dates, may_hold_date, read_date_line
from arnews.document import Block, Document, Origin
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pages.heading_extras import anchor_of, cut_anchor, cut_title
from arnews.labeling.pages.links import leads_to_author, links_of
from arnews.labeling.pieces import Piece, part_of
from arnews.page import Element, Page, PageLink
from arnews.roles import Role
from arnews.rules import Means
from arnews.text.letters import BLANKS

__all__ = ["cut_lines", "is_link", "lies_in", "mark_captions", "mark_tags"]

_RELATIONS = (
    ("author", Role.BYLINE, "page.author-link"),
    ("category", Role.SECTION, "page.breadcrumb"),
    ("articlesection", Role.SECTION, "page.breadcrumb"),
    ("tag", Role.TAGS, "page.tag-link"),
    ("keywords", Role.TAGS, "page.tag-link"),
)
"""What ``rel`` and ``itemprop`` of a link say of its text; the first that fits counts."""
_LINE_LONGEST = 240
"""Code points of a line of date, names and sections; a longer one is a paragraph with links."""
_MOST_LINKS = 12
"""Links in such a line; a menu has more."""
_LABEL_ENDS = ":\uff1a"
_TITLE_BLANKS = 3
"""Blanks in the title of another article; names and sections have fewer."""
_NAME_WORDS = 6
"""Words of a name; a longer link is the title of what somebody wrote."""
_MARKS = "|\u2022\u00b7"
"""What sets the parts of a line apart."""
_TAG_WORDS = 6
"""Words of a keyword."""
_TAG_FOREIGN = frozenset({Role.NAVIGATION, Role.SECTION, Role.TAGS})
_DEEPEST = 64
"""Levels that are climbed to see what lies in what; no box with a picture or a breadcrumb is deeper."""
_LEVELS = 3
"""Levels of elements that a picture and its caption are apart."""
_CAPTION_LONGEST = 240
"""Code points of a caption; a longer line is a paragraph below a picture."""
_CAPTION_WORDS = 3
"""Words of a caption that its place alone proves; a shorter one has the words of the picture's alternative text."""
_HEADINGS = HEADINGS | {"button"}
_SIGNED = frozenset({Role.BYLINE, Role.AUTHOR_BIO, Role.TIMESTAMP, Role.SHARE, Role.COUNTER})
_AROUND = frozenset({Role.RELATED_HEADING, Role.RELATED_ITEM, Role.NAVIGATION, Role.RESIDUE})
"""What the elements around a picture in a slider or a window that opens are called, or what is hidden there."""
_AUTHOR_BIO, _HEADLINE, _MARKUP = Role.AUTHOR_BIO, Role.HEADLINE, Origin.MARKUP
_ICONS = (".svg", ".gif", "icon", "logo", "sprite", "avatar", "/ico")


def cut_lines(pieces: list[Piece], document: Document, article: ArticleRange) -> list[Piece]:
    """Return the pieces with the lines around the title cut at their links: name | date | section | comments.

    A line is cut if one of its parts is a date, or a link that says what it is (``rel=author``); such a link, and a
    block that is nothing else, gets its role. ``pieces`` are those of the article's range, one per block.
    """
    page = document.page
    if page is None or not page.links:
        return pieces
    out: list[Piece] = []
    for index, piece in enumerate(pieces, article.first):
        block = document.blocks[index]
        anchor = anchor_of(block, page) if block.linked else None
        if anchor is not None:
            out += cut_anchor(piece, anchor)
            continue
        if piece.role is _HEADLINE and piece.origin is _MARKUP:
            out += cut_title(piece, page)
            continue
        boxed = piece.role is _AUTHOR_BIO and piece.origin is _MARKUP
        taken = piece.role is not None and not (boxed and index < article.lead)
        if taken or not block.linked or block.end - block.start > _LINE_LONGEST:
            out.append(piece)
            continue
        links = links_of(block, page.links)
        whole = len(links) == 1 and block.linked >= block.end - block.start - 2
        if whole:
            below = article.headline is not None and article.headline < index < article.lead
            signed = below and _role(links[0]) is None and leads_to_author(links[0]) and piece.words <= _NAME_WORDS
            out.append(_taken(piece, Role.BYLINE, "page.author-link") if signed else _related(piece, links[0]))
            continue
        if links and len(links) <= _MOST_LINKS and (index < article.lead or any(_role(link) for link in links)):
            parts = _cut(piece, block, links, above=index < article.lead)
            if parts is not None:
                out += parts
                continue
        out.append(piece)
    return out


def is_link(piece: Piece, page: Page) -> bool:
    """Tell whether one link is all of a piece."""
    at = bisect_left(page.links, (piece.start,))
    return at < len(page.links) and page.links[at].start == piece.start and page.links[at].end >= piece.end - 1


def _role(link: PageLink) -> tuple[Role, str] | None:
    """Return the role that the relation of a link speaks of, and the name of the step."""
    if not link.rel:
        return None
    words = link.rel.lower().split()
    return next(((role, rule) for word, role, rule in _RELATIONS if word in words), None)


def _related(piece: Piece, link: PageLink) -> Piece:
    """Return a piece with the role that the relation of its link speaks of, if of any."""
    known = _role(link)
    return piece if known is None else _taken(piece, *known)


def _taken(piece: Piece, role: Role, name: str) -> Piece:
    taken = copy(piece)
    taken.assign(role, name)
    return taken


def _cut(piece: Piece, block: Block, links: tuple[PageLink, ...], *, above: bool) -> list[Piece] | None:
    """Return the parts of a line, ``None`` if nothing shows that it is a line of parts."""
    roles = [_role(link) for link in links]
    known = {role for role in roles if role is not None}
    if not above and not (len(known) == 1 and None not in roles):
        return None  # a sentence may have a link of any kind
    if len(known) == 1 and None not in roles and (block.linked * 3 >= 2 * (block.end - block.start) or not above):
        return [_taken(piece, *known.pop())]
    spans = _spans(piece.text, [(link.start - block.start, min(link.end, block.end) - block.start) for link in links])
    if len(spans) < 2:
        return None
    if not known and any(link is not None and _is_title(piece.text[start:end]) for start, end, link in spans):
        return None  # a teaser: the title of another article and its date
    if not known and not any(_is_dated(piece.text[start:end]) for start, end, _ in spans):
        return None
    parts: list[Piece] = []
    for start, end, link in spans:
        part = part_of(piece, start, end, cut=bool(parts))
        if part is not None:
            part.glued = False  # a part of its own, not the rest of a line
            if link is not None:
                part = _related(part, links[link])
            elif known and part.words <= 1 and not any(char.isdigit() for char in part.text):
                part.assign(Role.RESIDUE, "page.label")
            parts.append(part)
    return parts


def _spans(text: str, links: list[tuple[int, int]]) -> list[tuple[int, int, int | None]]:
    """Return the parts of a line, and which link each is.

    A label stays with its value, a separator with what follows.
    """
    spans: list[tuple[int, int, int | None]] = []
    at = 0
    for index, (start, end) in enumerate(links):
        if start < at:
            continue
        if _has_word(text[at:start]):
            before, at = _parts_before(text, at, start)
            spans += before
        spans.append((at, end, index))
        at = end
    if _has_word(text[at:]):
        spans.append((at, len(text), None))
    elif spans and text[at:].strip():
        start, _, link = spans[-1]
        spans[-1] = (start, len(text), link)
    return spans


def _parts_before(text: str, at: int, link: int) -> tuple[list[tuple[int, int, int | None]], int]:
    """Return what is between two links, a label at its end by itself, and where the next part begins.

    A label with a colon belongs to the link; one without («by», «في») is a part that says nothing.
    """
    if text[at:link].strip().endswith(tuple(_LABEL_ENDS)):
        last = max(text.rfind(mark, at, link) for mark in _MARKS)
        if _has_word(text[at : max(last, at)]):
            return [(at, last, None)], last
        return [], at
    bare = text[at:link].rstrip()
    last = at + bare.rfind(" ") + 1
    before = text[at:last].rstrip(BLANKS + "-\u2013\u2014|,\u060c")
    if _has_word(before) and may_hold_date(before) and read_date_line(text[at:link]) is None and read_date_line(before):
        return [(at, last, None), (last, link, None)], link
    return [(at, link, None)], link


def _is_title(text: str) -> bool:
    return text.strip().count(" ") >= _TITLE_BLANKS


def _has_word(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _is_dated(text: str) -> bool:
    return may_hold_date(text) and any(True for _ in find_dates(text))


def lies_in(block: Block | None, container: int, elements: tuple[Element, ...]) -> bool:
    """Tell whether a block is in an element, at most some levels below it.

    >>> lies_in(Block(start=0, end=5, text="أخبار", element=1), 0, (Element(-1, "div", ""), Element(0, "p", "")))
    True
    """
    if block is None:
        return False
    return _holds(container, block.element, elements)


def mark_tags(pieces: list[Piece], block_at: dict[int, Block]) -> None:
    """Label the links below a heading of tags, one per block, as long as nothing else is between them."""
    below = False
    for piece in pieces:
        if piece.means is Means.KEYWORDS:
            below = True
        elif below:
            block = block_at.get(piece.start)
            linked = block is not None and block.linked >= block.end - block.start - 1
            below = linked and piece.words <= _TAG_WORDS and (not piece.hard or piece.role in _TAG_FOREIGN)
            if below:
                piece.assign(Role.TAGS, "page.below-heading")


def mark_captions(pieces: list[Piece], document: Document, article: ArticleRange, block_at: dict[int, Block]) -> None:
    """Label the lines that share a small element with a picture and nothing else: its captions.

    What is a link belongs to another article. Such an element may be in a slider or a window that opens, so it
    comes before what the names of elements around it say.
    """
    page = document.page
    if page is None:
        return
    images = [image for image in page.images if not image.video]
    if not images:
        return
    places = [image.at for image in images]
    title = next((i for i, piece in enumerate(pieces) if piece.role is _HEADLINE), None)
    elements = page.elements
    past = document.blocks[article.end - 1].end
    for index, piece in enumerate(pieces):
        if piece.start >= past:
            break
        block = block_at.get(piece.start)
        if block is None or block.linked or piece.size > _CAPTION_LONGEST or index == title or piece.prose:
            continue
        around = piece.role in _AROUND and piece.origin is _MARKUP
        if not (piece.role is None or around) or elements[block.element].tag in _HEADINGS:
            continue
        if title is not None and piece.text == pieces[title].text:
            continue
        if article.roles[block.element] in _SIGNED or (title is not None and index < title - 1):
            continue
        lowest = pieces[index - 1].end if index else 0
        highest = pieces[index + 1].start if index + 1 < len(pieces) else piece.end + 2
        beside = range(bisect_left(places, lowest), bisect_left(places, highest + 1))
        if not beside:
            continue
        top = block.element
        # Bare text among other lines shares no element with a picture that has a box of its own.
        among = _shared(pieces, index, top, block_at, elements)
        for _ in range(_LEVELS):
            if elements[top].parent < 0 or _shared(pieces, index, elements[top].parent, block_at, elements):
                break
            top = elements[top].parent
        for at in beside:
            image = images[at]
            if any(mark in image.url.lower() for mark in _ICONS):
                continue
            own = image.alt.strip() == piece.text
            if among and not own and image.element != block.element:
                continue
            if (
                (own or piece.words >= _CAPTION_WORDS)
                and _holds(top, image.element, elements)
                and not _is_day(piece.text)
            ):
                piece.assign(Role.CAPTION, "page.beside-picture")
                break


def _is_day(text: str) -> bool:
    """Tell whether a line begins with the day, which a bar sets apart from counts."""
    return may_hold_date(text) and read_date_line(text.partition("|")[0]) is not None


def _shared(
    pieces: list[Piece], index: int, container: int, block_at: dict[int, Block], elements: tuple[Element, ...]
) -> bool:
    """Tell whether a container holds a line beside the one at an index that says something else."""
    for beside in (index - 1, index + 1):
        if (
            0 <= beside < len(pieces)
            and pieces[beside].text != pieces[index].text
            and lies_in(block_at.get(pieces[beside].start), container, elements)
        ):
            return True
    return False


def _holds(container: int, element: int, elements: tuple[Element, ...]) -> bool:
    for _ in range(_DEEPEST):
        if element <= container:
            break
        element = elements[element].parent
    return element == container
