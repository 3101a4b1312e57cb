"""What stands above the body: headline, kicker, deck, byline, caption, and the chrome of the page."""

from __future__ import annotations

from itertools import pairwise

from arnews.labeling.head_chrome import (
    doubt_names,
    has_chrome,
    label_breadcrumb,
    label_mastheads,
    label_menus,
    label_outlet_lines,
)
from arnews.labeling.head_title import continues, ends_with_credit, find_headline, overlap, title_lines
from arnews.labeling.pieces import Piece
from arnews.labeling.words import load_words
from arnews.roles import Role
from arnews.rules import Means
from arnews.text.fold import fold

__all__ = ["label_head"]

_TITLE_WORDS = 4
"""Words from which a line can be a title; shorter ones are names of sections and menus first."""
_BULLETS = ("•", "·", "●", "▪", "■")
_MENU_WORDS = 6
_NAME_WORDS = 5
_CAPTION_WORDS = 8
_DECK_LINES = 3
_BELOW_TITLE = "head.below-title"


def label_head(pieces: list[Piece], start: int) -> None:
    """Give a role to every piece above the body."""
    head = pieces[:start]
    if not head:
        return
    label_breadcrumb(head)
    label_menus(head)
    label_outlet_lines(head)
    doubt_names(head)
    lead = fold(pieces[start].text[:600]) if start < len(pieces) else ""
    headline = next((index for index, piece in enumerate(head) if piece.role is Role.HEADLINE and piece.hard), None)
    if headline is None:
        headline = find_headline(head, title_lines(head), lead)
    if headline is not None:
        _label_around(head, headline)
    label_mastheads(head, headline)
    chrome = has_chrome(head, headline)
    for above, piece in pairwise(head):
        if piece.role is Role.AUTHOR_BIO and above.role is Role.BYLINE and piece.means is not Means.AUTHOR:
            # A title under the name («كاتب وروائي»), not links to more by the author.
            piece.take(Role.BYLINE, "head.job-title")
    for index, piece in enumerate(head):
        if piece.free:
            _label_rest(head, index, headline, chrome=chrome, lead=lead)
    if chrome:
        _drop_fillers(head, lead)


def _label_around(head: list[Piece], headline: int) -> None:
    """Label the headline, its repeats and continuation, what is above it and what is below."""
    title = head[headline]
    if title.role is not Role.HEADLINE:
        title.take(Role.HEADLINE, "head.title")
    repeats = [i for i, piece in enumerate(head) if i != headline and piece.free and piece.key == title.key]
    for index in repeats:
        head[index].take(Role.HEADLINE, "head.title-again")
        if index > headline + 1 and head[index - 1].free and head[index - 1].words >= _TITLE_WORDS:
            head[index - 1].take(Role.KICKER, "head.above-title")
    if headline + 1 < len(head) and continues(title, head[headline + 1]) and not repeats:
        head[headline + 1].take(Role.HEADLINE, "head.title-second-line")
    above = headline - 1
    if above >= 0 and head[above].free and head[above].words >= _TITLE_WORDS and head[above].role is None:
        neighbors = above == 0 or not head[above - 1].free
        if neighbors:
            head[above].take(Role.KICKER, "head.above-title")


def _drop_fillers(head: list[Piece], lead: str) -> None:
    """Label the titles of others that a page prints below its title: too many for a deck, and no word of the lead."""
    decks = [piece for piece in head if piece.rule == _BELOW_TITLE]
    if len(decks) > _DECK_LINES:
        for piece in decks:
            if not overlap(piece, lead) and not piece.plain.startswith(_BULLETS):
                piece.take(Role.RELATED_ITEM, "head.filler")


def _label_rest(head: list[Piece], index: int, headline: int | None, *, chrome: bool, lead: str) -> None:
    """Label a piece of the head that nothing else has claimed."""
    piece = head[index]
    if piece.role is Role.BYLINE:
        piece.take(*_lone_name(head, index, headline, chrome=chrome))
    elif piece.role is not None:
        piece.hard = True
    elif headline is None and index == len(head) - 1 and piece.plain.endswith(":"):
        piece.take(Role.SUBHEADING, "head.subheading")
    elif headline is None or index < headline:
        piece.take(*_above(head, index, headline, chrome=chrome))
    elif _is_caption(head, index):
        piece.take(Role.CAPTION, "head.caption")
    elif chrome and _is_menu_entry(piece):
        piece.take(Role.NAVIGATION, "head.menu")
    elif chrome and not lead and _below_foot(head, index):
        piece.take(Role.RELATED_ITEM, "head.below-foot")
    elif _heads_the_body(head, index):
        piece.take(Role.SUBHEADING, "head.subheading")
    elif piece.words <= 2:
        piece.take(*((Role.NAVIGATION, "head.chrome") if chrome else (Role.SUBHEADING, "head.subheading")))
    else:
        piece.take(Role.DECK, _BELOW_TITLE)


def _is_menu_entry(piece: Piece) -> bool:
    return piece.plain.startswith(_BULLETS) and piece.words <= _MENU_WORDS


def _below_foot(head: list[Piece], index: int) -> bool:
    """Tell whether the foot of the page has begun above a line: a page without a body has only titles of others."""
    foot = (Role.SOURCE, Role.PROMO, Role.COMMENTS, Role.RELATED_HEADING)
    return sum(piece.hard and piece.role in foot for piece in head[:index]) > 1


def _heads_the_body(head: list[Piece], index: int) -> bool:
    """Tell whether a short line between the byline and the body is the first subheading."""
    above = head[index - 1] if index else None
    signed = above is not None and above.role in (Role.BYLINE, Role.DATELINE) and above.hard
    return signed and index == len(head) - 1 and head[index].words <= _NAME_WORDS


def _lone_name(head: list[Piece], index: int, headline: int | None, *, chrome: bool) -> tuple[Role, str]:
    """Return what a line with a name and nothing else is: the author below the title, the editor in the masthead."""
    piece = head[index]
    above = head[index - 1] if index else None
    if above is not None and above.role is Role.MASTHEAD and (headline is None or index < headline):
        return Role.MASTHEAD, "head.editor"
    if headline is not None and index == headline - 1 and chrome:
        return Role.SECTION, "head.section"
    if headline is not None and index <= 1 and index < headline and chrome:
        return Role.MASTHEAD, "head.first-line"
    if headline is not None and _are_shown(piece, head[headline]):
        return (Role.CAPTION, "head.caption") if index > headline else (Role.KICKER, "head.above-title")
    return Role.BYLINE, "head.lone-name"


def _are_shown(piece: Piece, title: Piece) -> bool:
    """Tell whether a line is two surnames, «الأول والثاني», of whom the title speaks: those whom the photo shows."""
    first, _, second = piece.key.partition(" ")
    return second.startswith("و") and " " not in second and not {first, second[1:]}.isdisjoint(title.key.split())


def _above(head: list[Piece], index: int, headline: int | None, *, chrome: bool) -> tuple[Role, str]:
    """Return what an unclaimed line above the title is: menu, name of the section or kicker."""
    piece = head[index]
    alone = (index == 0 or not _is_menu(head[index - 1])) and (index + 1 >= len(head) or not _is_menu(head[index + 1]))
    if headline is not None and index == headline - 1 and alone:
        if chrome and piece.words <= 3 and not piece.plain.endswith(":"):
            return Role.SECTION, "head.section"
        return Role.KICKER, "head.above-title"
    if not chrome:
        return Role.KICKER, "head.above-title"
    if index == 0 and piece.words <= 3 and alone:
        return Role.MASTHEAD, "head.first-line"
    return Role.NAVIGATION, "head.chrome"


def _is_menu(piece: Piece) -> bool:
    """Tell whether a line looks like an entry of a menu or ticker."""
    return piece.role is Role.NAVIGATION or (piece.free and piece.role is None)


def _is_caption(head: list[Piece], index: int) -> bool:
    """Tell whether a line below the title belongs to a picture.

    It ends with a credit, calls itself a picture, is set off by blanks, is printed twice,
    or stands alone between the date and the body.
    """
    piece = head[index]
    if (piece.glued and piece.words > 1) or ends_with_credit(piece.plain):
        return True
    if piece.key.partition(" ")[0] in load_words().caption_starts:
        return True
    neighbors = head[max(0, index - 2) : index] + head[index + 1 : index + 3]
    if piece.words > 1 and any(other.key == piece.key for other in neighbors):
        return True
    dated = index > 0 and head[index - 1].role is Role.TIMESTAMP
    return dated and index == len(head) - 1 and 2 < piece.words <= _CAPTION_WORDS
