"""The way from the front page to the article, which pages print above the title."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from arnews.addresses import leads_to_front
from arnews.document import Block, Document, Origin
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.links import links_of
from arnews.labeling.pages.title_lines import lies_in
from arnews.labeling.pieces import Piece
from arnews.labeling.words import load_words
from arnews.page import Element, Page, PageLink
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["mark_breadcrumb"]

_STEPS = 5
"""Most steps of the way from the front page to the article."""
_UNTOLD_STEPS = 2
"""The same where neither the front page nor the title is among them."""
_MENU, _TOLD_MENU = 4, 3
"""Names, the front page first, from which they are a menu if no sign or address leads on; in an element for menus."""
_STEP_WORDS = 5
"""Words of the name of a section."""
_STEP_MARKS = "/>\u00bb\u203a\u00ab\u2039|\\"
_TRAIL_FOREIGN = frozenset({Role.NAVIGATION, Role.SECTION, Role.SUBHEADING, Role.KICKER})


def mark_breadcrumb(pieces: list[Piece], document: Document, article: ArticleRange, block_at: dict[int, Block]) -> None:
    """Label the way from the front page to the article, which is right above the title, and the names of sections.

    It is told by its place: few short links in an element of their own beside the title. A menu has more, a logo leads
    to the front page. So is any short line near the title that metadata call the section.
    """
    page = document.page
    title = next(
        (i for i, piece in enumerate(pieces) if piece.role is Role.HEADLINE and piece.origin is Origin.MARKUP), None
    )
    if title is None or page is None:
        return
    _mark_stated(pieces, title, page)
    elements = page.elements
    home = block_at.get(pieces[title].start)
    if home is None or title == 0:
        return
    around = _around(home.element, elements)
    last = block_at.get(pieces[title - 1].start)
    if last is None or last.element in around:
        return
    top = last.element
    while elements[top].parent >= 0 and elements[top].parent not in around:
        top = elements[top].parent
    first = title
    while first > 0 and lies_in(block_at.get(pieces[first - 1].start), top, elements):
        first -= 1
    run = pieces[first:title]
    names = [piece for piece in run if not _repeats_title(piece)]
    links = [links_of(block, page.links) for block in _blocks_of(names, block_at)]
    opened = bool(names) and _opens_at_home(names[0], links[:1], document.text)
    told = opened or len(names) < len(run)
    if opened and _is_menu(names, links):
        return
    if not 0 < len(names) <= (_STEPS if told else _UNTOLD_STEPS):
        return
    own = _blocks_of(names, block_at)
    linked = sum(block.linked for block in own)
    few = linked * 2 < sum(piece.end - piece.start for piece in names)
    if (few and not told) or not all(_is_step(piece) for piece in names):
        return
    if any(elements[at].tag == "header" for at in _up_to(last.element, top, elements)):
        return  # the page's own, with its menu; that of an article has the title, too
    if (
        not told
        and len(names) == 1
        and len(links_of(own[0], page.links)) > _UNTOLD_STEPS
        and not _is_separated(names[0])
    ):
        return
    if not told and any(article.roles[block.element] in (Role.NAVIGATION, Role.MASTHEAD) for block in own):
        return
    if not told and len(names) == 1 and _leads_home(names[0], document):
        return
    for piece in run:
        if piece.origin is not Origin.SELECTOR or piece.role is not Role.SECTION:
            piece.assign(Role.SECTION, "page.breadcrumb")


def _up_to(element: int, top: int, elements: tuple[Element, ...]) -> list[int]:
    """Return an element and those around it, up to a certain one."""
    found = [element]
    while element > top:
        element = elements[element].parent
        found.append(element)
    return found


def _blocks_of(names: list[Piece], block_at: dict[int, Block]) -> list[Block]:
    return [block for piece in names if (block := block_at.get(piece.start)) is not None]


def _opens_at_home(piece: Piece, links: list[tuple[PageLink, ...]], text: str) -> bool:
    """Tell whether a line is the name of the front page, or begins with it and the sign or link of a step."""
    name = piece.text
    for mark in _STEP_MARKS:
        name = name.partition(mark)[0]
    first = [text[own[0].start : own[0].end] for own in links if len(own) > 1]
    return not load_words().home.isdisjoint(map(squeeze, (name, *first)))


def _is_menu(names: list[Piece], links: list[tuple[PageLink, ...]]) -> bool:
    """Tell whether what is after the front page are the entries of a menu, not the steps of a way.

    An entry about the site («اتصل بنا») is no step; and the address of a step mostly goes on from that before it.
    """
    if any(piece.role is Role.NAVIGATION and piece.hard and piece.origin is Origin.WORDS for piece in names[1:]):
        return True
    told = all(piece.role is Role.NAVIGATION and piece.hard for piece in names)
    if max(len(names), *map(len, links)) < (_TOLD_MENU if told else _MENU) or any(map(_is_separated, names)):
        return False
    addresses = [link.href for own in links for link in own if not leads_to_front(link.href)]
    if len(names) > 1 and len(addresses) < len(names) - 1:
        return False  # the last step of a way is often no link
    return not any(later.startswith(before.rstrip("/") + "/") for before, later in pairwise(addresses))


def _is_separated(piece: Piece) -> bool:
    return any(mark in piece.text for mark in _STEP_MARKS)


def _mark_stated(pieces: list[Piece], title: int, page: Page) -> None:
    """Label the short lines near the title that are what the metadata call the section."""
    meta = page.metadata
    stated = {squeeze(value.value) for value in (*meta.sections, *meta.breadcrumbs)}
    stated |= {squeeze(part) for value in meta.sections if "," in value.value for part in value.value.split(",")}
    stated.discard("")
    if not stated:
        return
    others: set[str] | None = None
    for piece in pieces[max(0, title - _STEPS) : title + _STEPS]:
        open_role = piece.role is None or not piece.hard or piece.role is Role.NAVIGATION
        if not open_role or piece.words > _STEP_WORDS:
            continue
        key = piece.key or squeeze(piece.text)
        if key in stated:
            if others is None:
                others = {squeeze(value.value) for value in (*meta.titles, *meta.authors, *meta.site_names)}
            if key not in others:
                piece.assign(Role.SECTION, "page.breadcrumb")


def _repeats_title(piece: Piece) -> bool:
    return piece.role is Role.HEADLINE and piece.origin is Origin.SHAPE


def _is_step(piece: Piece) -> bool:
    if piece.words > _STEP_WORDS or any(char.isdigit() for char in piece.text):
        return False
    return piece.role is None or not piece.hard or piece.role in _TRAIL_FOREIGN


def _leads_home(piece: Piece, document: Document) -> bool:
    links = document.page.links if document.page is not None else ()
    at = bisect_left(links, (piece.start,))
    if at == len(links) or links[at].start >= piece.end:
        return False
    return leads_to_front(links[at].href, document.url)


def _around(element: int, elements: tuple[Element, ...]) -> set[int]:
    found = set()
    while element >= 0:
        found.add(element)
        element = elements[element].parent
    return found
