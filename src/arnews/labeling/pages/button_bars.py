"""Button bars: if one label of a line is known, the whole line gets its role."""

from __future__ import annotations

import re
from bisect import bisect_left

from arnews.document import Block
from arnews.labeling.pages.text_density import LINKED
from arnews.labeling.pieces import Piece
from arnews.page import Page
from arnews.roles import Role
from arnews.rules import RuleBook
from arnews.text.fold import squeeze

__all__ = ["mark_bars"]

_SEPARATOR = re.compile(r"[|\u2022\u00b7]|\s{3,}+")
_MARKS = ("|", "\u2022", "\u00b7")
_LONGEST = 160
"""Code points of a bar of buttons; a longer line is a text."""
_DATE = re.compile(r"\d[/.:\u066b-]\d|\b(?:19|20)\d\d\b")
"""A date is cut out of a line, whatever is beside it."""
_WORDS = 4
"""Words of a name in a bar; a title has more."""


def mark_bars(pieces: list[Piece], block_at: dict[int, Block], page: Page, book: RuleBook) -> None:
    """Label bars of buttons and menus: print | send | 1,240 reads.

    >>> from arnews.labeling.pieces import make
    >>> bar = make(0, "طباعة | أرسل إلى صديق | عدد القراءات: 1240")
    >>> mark_bars([bar], {}, Page(), RuleBook.shipped())
    >>> str(bar.role)
    'share'
    """
    starts = [link.start for link in page.links]
    for piece in pieces:
        if piece.role is not None or piece.size > _LONGEST or piece.has_end_mark or _DATE.search(piece.text):
            continue
        block = block_at.get(piece.start)
        linked = block is not None and block.linked >= LINKED * (block.end - block.start)
        names: list[str] = []
        if linked:
            names = _linked_names(piece, page, starts)
        if len(names) < 2 and any(mark in piece.text for mark in _MARKS):
            names = [name for part in _SEPARATOR.split(piece.plain) if (name := part.strip())]
        if len(names) < 2 or any(name.count(" ") >= _WORDS for name in names):
            continue
        rules = [book.whole(squeeze(name)) for name in names]
        role = next((rule.role for rule in rules if rule is not None and not rule.role.kept), None)
        if role is not None:
            piece.assign(role, "page.bar")
        elif linked:
            piece.assign(Role.NAVIGATION, "page.bar")


def _linked_names(piece: Piece, page: Page, starts: list[int]) -> list[str]:
    first, past = bisect_left(starts, piece.start), bisect_left(starts, piece.end)
    return [piece.text[link.start - piece.start : link.end - piece.start] for link in page.links[first:past]]
