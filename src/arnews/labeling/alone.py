"""What a piece says by itself: no word, a known phrase, a date, a byline."""

from __future__ import annotations

import re

from arnews.credits import read_credit
from arnews.dates import may_hold_date, read_date_line
from arnews.document import Role
from arnews.labeling.pieces import SHORT, Piece
from arnews.rules import RuleBook, Strength
from arnews.text.fold import squeeze

__all__ = ["label_alone"]

_CODE = re.compile(r"^[\s\[\]/*{}<>_|\\;=-]*$|^\[[a-z_]+(?: [^\]]*)?\]$|^\d{9,}$")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\s*$|@\w{3,30}\s*$", re.ASCII)
_CREDIT_LIMIT = 120
"""Code points up to which a line is read as a byline or dateline."""


def label_alone(pieces: list[Piece], book: RuleBook) -> None:
    """Give each piece the role that it has by itself, if any."""
    for piece in pieces:
        if piece.role is None:
            _label(piece, book)


def _label(piece: Piece, book: RuleBook) -> None:
    text = piece.text
    hint = piece.hint
    if piece.size > SHORT:
        # A disclaimer or source note may run over a whole paragraph, but only an unmistakable one.
        if hint is not None and hint.strength is Strength.HARD:
            piece.apply(hint)
        return
    piece.key = key = squeeze(text)
    if not key or _CODE.match(text):
        piece.take(Role.RESIDUE, "alone.no-word")
        return
    rule = book.whole(key)
    if rule is not None:
        piece.apply(rule)
    if piece.hard:
        return
    if _ADDRESS.match(text):
        piece.role, piece.rule = Role.AUTHOR_BIO, "alone.address"
        return
    if may_hold_date(text) and read_date_line(text) is not None:
        piece.take(Role.TIMESTAMP, "alone.date")
    elif hint is not None:
        piece.apply(hint)
    elif piece.role is None and piece.size <= _CREDIT_LIMIT:
        credit = read_credit(text)
        if credit is not None:
            role = Role.BYLINE if credit.kind == "byline" else Role.DATELINE
            piece.role, piece.rule, piece.hard = role, f"alone.{role}", credit.sure
