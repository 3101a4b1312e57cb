"""Labels by markup: what the elements around a block say of it, before and after its words are asked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from arnews.credits import read_agency, read_credit
from arnews.document import Block, Document
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.breadcrumb import mark_breadcrumb
from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pages.links import leads_to_tag
from arnews.labeling.pages.selected import CHOSEN
from arnews.labeling.pages.surroundings import heads_box
from arnews.labeling.pages.text_density import is_running
from arnews.labeling.pages.title_lines import is_link, mark_captions, mark_tags
from arnews.labeling.pieces import Piece
from arnews.page import Element, Page, PageImage, PageLink
from arnews.roles import LISTED, SIGNED, Role

__all__ = ["mark_after", "mark_before"]

_HEADLINE, _CAPTION, _BODY, _EMBED = Role.HEADLINE, Role.CAPTION, Role.BODY, Role.EMBED
_SECTION, _RELATED_ITEM, _SOURCE, _BYLINE = Role.SECTION, Role.RELATED_ITEM, Role.SOURCE, Role.BYLINE
_AUTHOR_BIO, _NAVIGATION = Role.AUTHOR_BIO, Role.NAVIGATION
_DATELINE, _PROMO, _DECK = Role.DATELINE, Role.PROMO, Role.DECK
_FOREIGN = frozenset(
    {Role.RELATED_ITEM, Role.COMMENTS, Role.NAVIGATION, Role.DISCLAIMER, Role.MASTHEAD, Role.AD, Role.EMBED,
     Role.AUTHOR_BIO, Role.NOTE}
)  # fmt: skip
"""What is inside such an element belongs to it, whatever its words are."""
_NOT_ABOVE = frozenset({Role.COMMENTS, Role.DISCLAIMER, Role.AUTHOR_BIO})
"""What is below an article: an element between title and body that is called so holds date, name and counts."""
_CONTROLS = frozenset({Role.SHARE, Role.COUNTER, Role.PROMO, Role.TAGS})
_UNSURE = frozenset({None, Role.BYLINE, Role.DATELINE, Role.SECTION, Role.NAVIGATION})
_CREDITS = frozenset({Role.BYLINE, Role.DATELINE})
_SOURCE_WORDS = 6
"""Words of the name of an outlet."""
_STEP_WORDS = 4
"""Words of the name of a section above the article."""
_NAME_LONGEST = 60
"""Code points of a byline in an element of that name; a longer line is about the author."""
_CAPTION_WORDS = 3
"""Words of a caption beside a player; shorter lines are buttons."""


def mark_before(
    pieces: list[Piece],
    blocks: Sequence[Block],
    article: ArticleRange,
    elements: tuple[Element, ...] = (),
    images: tuple[PageImage, ...] = (),
) -> None:
    """Label what the markup alone decides: the title, other articles, menus, captions.

    ``pieces`` and ``blocks`` are those of the article's range, one for one.
    """
    title = None if article.headline is None else pieces[article.headline - article.first].text
    players = {around for image in images if image.video for around in _near(image.element, elements)}
    for index, (piece, block) in enumerate(zip(pieces, blocks, strict=True), article.first):
        role = article.roles[block.element]
        chosen = article.chosen[block.element] if article.chosen else None
        if index == article.headline:
            piece.assign(_HEADLINE, "page.title")
        elif chosen is not None and chosen is not _BODY:
            piece.assign(chosen, CHOSEN)
        elif (
            role is None and title is not None and _is_beside(index, article) and _names_site(piece.text, article.site)
        ):
            piece.assign(Role.MASTHEAD, "page.site-name")
        elif piece.text == title and index < article.lead and role is not _CAPTION:
            piece.assign(_HEADLINE, "page.title-again")
        elif piece.text == title and index >= article.end:
            piece.assign(Role.RESIDUE, "page.title-below")
        elif role is _EMBED and piece.words >= _CAPTION_WORDS and players.intersection(_near(block.element, elements)):
            piece.assign(_CAPTION, "page.below-video")
        elif role in _FOREIGN and not (
            role in _NOT_ABOVE
            and index < article.lead
            and _is_below_title(index, article)
            and not (role is _AUTHOR_BIO and is_running(piece.size, block.linked))
        ):
            is_heading = role is _RELATED_ITEM and heads_box(piece.text, block.linked)
            piece.assign(Role.RELATED_HEADING if is_heading else role, f"page.{role}")
        elif article.hidden[block.element] and not (piece.prose and article.inside[block.element]):
            piece.assign(Role.RESIDUE, "page.hidden")
        elif role is _CAPTION and article.lead != index:
            piece.assign(role, "page.caption")
        elif role is _SECTION and (block.linked or (index < article.lead and piece.words <= _STEP_WORDS)):
            piece.assign(role, "page.breadcrumb")
        elif not article.inside[block.element] and piece.prose:
            if index < article.lead and article.headline is not None and index > article.headline:
                piece.assign(_DECK, "page.above-region")
            else:
                piece.assign(_RELATED_ITEM, "page.outside")


def _is_beside(index: int, article: ArticleRange) -> bool:
    return article.headline is not None and abs(index - article.headline) == 1


def _names_site(text: str, names: tuple[str, ...]) -> bool:
    """Tell whether a line is the name of the site, with a word before it at most («from …»)."""
    return any(text.endswith(name) and text.removesuffix(name).count(" ") <= 1 for name in names)


def _near(element: int, elements: tuple[Element, ...]) -> tuple[int, int]:
    """Return an element and the one around it."""
    return element, elements[element].parent


def _is_below_title(index: int, article: ArticleRange) -> bool:
    return article.headline is not None and index > article.headline


def mark_after(pieces: list[Piece], document: Document, article: ArticleRange, block_at: dict[int, Block]) -> None:
    """Label what the words left open by the names of classes; ``block_at`` has the block that begins at an offset."""
    page = document.page
    if page is None:
        return
    mark_captions(pieces, document, article, block_at)
    mark_breadcrumb(pieces, document, article, block_at)
    mark_tags(pieces, block_at)
    others = below = False
    lead, end = document.blocks[article.lead].start, document.blocks[article.end - 1].end
    for piece in pieces:
        below = below or piece.role is _HEADLINE
        block = block_at.get(piece.start)
        others = others or piece.role in LISTED
        if piece.role in _CREDITS and not piece.hard and _leads_to_tags(piece, page):
            piece.role = piece.reason = None
        if block is None:
            continue
        role = article.roles[block.element]
        called_so = role is _SOURCE
        if (called_so or (below and piece.role is _DATELINE and is_link(piece, page))) and not others:
            _take_source(piece, called_so=called_so)
        elif role is _BYLINE and piece.role is _DATELINE and _is_outlet_alone(piece):
            piece.assign(role, "page.byline")
        inside = article.inside[block.element] and lead <= piece.start < end
        if inside and piece.role in _CREDITS and page.elements[block.element].tag in HEADINGS:
            piece.role = piece.reason = None  # between paragraphs a name heads those below it
            piece.hard = piece.prose = False
        if piece.hard:
            continue
        if role in _CONTROLS and (role is _PROMO or not (inside and (piece.prose or piece.has_end_mark))):
            piece.assign(role, f"page.{role}")
        elif (
            role in SIGNED and piece.size <= _NAME_LONGEST and piece.role in (None, _BYLINE) and not piece.has_end_mark
        ):
            piece.assign(_BYLINE, "page.byline")
        elif role is _DECK and piece.role is None and not (piece.prose and article.inside[block.element]):
            piece.assign(role, "page.deck")
        elif page.elements[block.element].tag in HEADINGS:
            piece.prose = False


def _leads_to_tags(piece: Piece, page: Page) -> bool:
    """Tell whether a name is nothing but links to tags: the article is about him, or about it."""
    first = bisect_right(page.links, piece.start, key=_past)
    at = piece.start
    for link in page.links[first : bisect_right(page.links, piece.end, first, key=_begin)]:
        if not leads_to_tag(link) or _has_letter(piece.text[max(at - piece.start, 0) : link.start - piece.start]):
            return False
        at = link.end
    return at > piece.start and not _has_letter(piece.text[at - piece.start :])


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _begin(link: PageLink) -> int:
    return link.start


def _past(link: PageLink) -> int:
    return link.end


def _is_outlet_alone(piece: Piece) -> bool:
    """Tell whether a line is the name of an outlet: where others print the reporter it is the author."""
    credit = read_credit(piece.text)
    return credit is not None and not credit.places and not any(read_agency(a, outlets=False) for a in credit.agencies)


def _take_source(piece: Piece, *, called_so: bool) -> None:
    """Label the outlet whose item it is: its element is called a source, or it links an outlet below the title.

    With a place it is a dateline, and an agency is linked for many reasons.
    """
    if piece.role not in _UNSURE or piece.words > _SOURCE_WORDS or piece.has_end_mark:
        return
    credit = read_credit(piece.text)
    if credit is not None and (credit.places or (not called_so and credit.persons)):
        return
    named = not piece.text.isascii() or "." in piece.text  # a Latin word or two are a button
    if called_so or (
        named and credit is not None and not any(read_agency(name, outlets=False) for name in credit.agencies)
    ):
        piece.assign(Role.SOURCE, "page.source")
