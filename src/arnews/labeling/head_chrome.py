"""What stands above the body and is not of the article: menus, breadcrumbs, the name of the outlet."""

from __future__ import annotations

import re

from arnews.credits import read_credit
from arnews.labeling.pieces import Piece
from arnews.labeling.words import load_words
from arnews.roles import MARKERS, Role
from arnews.text.fold import squeeze

__all__ = ["doubt_names", "has_chrome", "label_breadcrumb", "label_mastheads", "label_menus", "label_outlet_lines"]

_BYLINE, _DATELINE, _MASTHEAD, _NAVIGATION = Role.BYLINE, Role.DATELINE, Role.MASTHEAD, Role.NAVIGATION
_SECTION = Role.SECTION
_TITLE_WORDS = 4
"""Words from which a line can be a title; shorter ones are names of sections and menus first."""
_CITY_WORDS = 2
_PLACE_WORDS = 6
_NAME_WORDS = 5
_CRUMBS = re.compile(r"[/>»›«‹\\|]")
_BARE_CRUMBS = re.compile(r"[/>›‹\\|]")
"""The separators of a line in which guillemets come in pairs: there they are quotation marks."""
_CRUMB_WORDS = 3
_OPEN_ENDS = (":", "،", "؛", ".")
_NUMBERED = re.compile(r"\d\.\s")
_MENU_RUN = 3


def label_mastheads(head: list[Piece], headline: int | None) -> None:
    """Turn the name of an outlet or agency above the title into a masthead; below the title it is a dateline."""
    if headline is None:
        named = [index for index, piece in enumerate(head) if piece.role is _DATELINE]
        headline = named[-1] if len(named) > 1 else 0
    for piece in head[:headline]:
        if piece.role is _DATELINE and piece.rule == "alone.dateline" and piece.words <= _TITLE_WORDS:
            credit = read_credit(piece.text)
            if credit is None or credit.persons:
                continue
            if credit.agencies and not credit.places:
                piece.take(_MASTHEAD, "head.outlet-name")
            elif not credit.agencies and piece.words <= _CITY_WORDS:
                # The city of a clock or of the weather.
                piece.take(_NAVIGATION, "head.city")


def has_chrome(head: list[Piece], headline: int | None) -> bool:
    """Tell whether the head holds more of the page than the article: a known label, a menu, a title printed twice.

    Without such a sign no line of the head is dropped.
    """
    if any(
        piece.role is not None and piece.hard and not piece.role.kept and piece.role is not Role.RESIDUE
        for piece in head
    ):
        return True
    above = headline if headline is not None else len(head)
    short = sum(p.free and p.words <= _TITLE_WORDS and not p.plain.endswith(_OPEN_ENDS) for p in head[:above])
    return short > _MENU_RUN or sum(piece.role is Role.HEADLINE for piece in head) > 1


def label_breadcrumb(head: list[Piece]) -> None:
    """Label the way from the front page to the article, printed in one line or as a numbered list."""
    numbered = [piece for piece in head if piece.free and _NUMBERED.match(piece.plain)]
    if len(numbered) >= 2 and numbered[0].text[0] == "1":
        for piece in numbered:
            piece.take(_SECTION, "head.breadcrumb")
    for piece in head:
        if piece.free and _is_breadcrumb(piece.plain):
            piece.take(_SECTION, "head.breadcrumb")


def label_menus(head: list[Piece]) -> None:
    """Label runs of short lines and names of sections: a menu; the article has one section, or a few in one line."""
    run: list[Piece] = []
    above: Piece | None = None
    for piece in [*head, None]:
        editor = above is not None and above.role is _MASTHEAD and piece is not None and piece.role is _BYLINE
        above = piece
        if piece is not None and _in_menu(piece) and not editor:
            run.append(piece)
            continue
        known = sum(member.role in (_SECTION, _NAVIGATION) for member in run)
        if len(run) > _MENU_RUN or (len(run) == _MENU_RUN and known > 1):
            for member in run:
                member.take(_NAVIGATION, "head.menu")
        run = []


def _in_menu(piece: Piece) -> bool:
    if piece.role in (_SECTION, _NAVIGATION):
        return not piece.rule.endswith("breadcrumb")
    return piece.free and piece.words < _TITLE_WORDS and not piece.stop


def _is_breadcrumb(text: str) -> bool:
    crumbs = _BARE_CRUMBS if "«" in text and "»" in text else _CRUMBS
    parts = [squeeze(part) for part in crumbs.split(text)]
    if len(parts) < 2 or not all(parts):
        return False
    if parts[0] in load_words().home:
        return True
    return len(parts) > 2 and all(part.count(" ") < _CRUMB_WORDS for part in parts)


def label_outlet_lines(head: list[Piece]) -> None:
    """Label «outlet - name» and «place - outlet» where the page names the outlet in a line of its own above."""
    names: set[str] = set()
    for piece in head:
        left, separator, right = piece.plain.partition(" - ")
        if separator and (piece.role is None or not piece.hard):
            if squeeze(left) in names and 2 <= len(right.split()) <= _NAME_WORDS:
                piece.take(Role.BYLINE, "head.outlet-and-name")
            elif squeeze(right) in names and len(left.split()) < _TITLE_WORDS:
                piece.take(Role.DATELINE, "head.place-and-outlet")
        elif piece.words < _TITLE_WORDS and piece.key:
            names.add(piece.key)


def doubt_names(head: list[Piece]) -> None:
    """Forget that a line may be a lone name where a menu or a title is as likely."""
    signed = any(piece.role is Role.BYLINE and piece.hard for piece in head)
    for index, piece in enumerate(head):
        if piece.hard or piece.role not in MARKERS:
            continue
        if piece.role is Role.DATELINE:
            beside = head[max(0, index - 2) : index + 3]
            doubtful = 0 < index < len(head) - 1 and not any(p.hard and p.role in MARKERS for p in beside)
            doubtful = doubtful or piece.words > _PLACE_WORDS
        else:
            editor = index > 0 and head[index - 1].role is Role.MASTHEAD
            doubtful = (signed and not editor) or not 2 <= piece.words <= _NAME_WORDS or piece.text.isascii()
            doubtful = doubtful or not load_words().prepositions.isdisjoint(piece.key.split())
        if doubtful:
            piece.role = None
