"""What a piece says by itself: no word, a known phrase, a date, a byline."""

from __future__ import annotations

import re

from arnews.credits import read_credit
from arnews.dates import may_hold_date, read_date_line
from arnews.document import Role
from arnews.labeling.pieces import SHORT, Piece
from arnews.rules import RuleBook
from arnews.text.fold import squeeze

__all__ = ["label_alone"]

_WORD = re.compile(r"[^\W_]")
_EMAIL = re.compile(r"\[email\W|^[\w.+-]+@[\w-]+\.[\w.]+$")
_CODE = re.compile(r"^[\s\[\]/*{}<>_|\\;=-]*$|^\[[a-z_]+(?: [^\]]*)?\]$|^\d{9,}$")
_CREDIT_LIMIT = 120
"""Code points up to which a line is read as a byline or dateline."""


def label_alone(pieces: list[Piece], book: RuleBook) -> None:
    """Give each short piece the role that it has by itself, if any."""
    for piece in pieces:
        if piece.role is not None:
            continue
        if piece.size > SHORT:
            _label_long(piece, book)
            continue
        text = piece.text
        if _WORD.search(text) is None or _CODE.match(text):
            piece.take(Role.RESIDUE, "alone.no-word")
            continue
        piece.key = key = squeeze(text)
        if not key:
            piece.take(Role.RESIDUE, "alone.no-word")
            continue
        rule = book.whole(key)
        if rule is not None:
            _apply(piece, rule.role, rule.id, hard=rule.strength == "hard", ends=rule.ends_article, opens=rule.opens_list)
            if piece.hard:
                continue
        if may_hold_date(text) and read_date_line(text) is not None:
            _apply(piece, Role.TIMESTAMP, "alone.date")
            continue
        match = book.start(text) or book.end(text)
        if match is not None and match.rule.span == "line":
            rule = match.rule
            _apply(piece, rule.role, rule.id, hard=rule.strength == "hard", ends=rule.ends_article, opens=rule.opens_list)
            continue
        if piece.role is None and piece.size <= _CREDIT_LIMIT:
            credit = read_credit(text)
            if credit is not None:
                role = Role.BYLINE if credit.kind == "byline" else Role.DATELINE
                _apply(piece, role, f"alone.{role}", hard=credit.sure)


def _label_long(piece: Piece, book: RuleBook) -> None:
    """Look at the two ends of a long piece: a disclaimer or a source note runs over a whole paragraph."""
    match = book.start(piece.text) or book.end(piece.text)
    if match is not None and match.rule.span == "line" and match.rule.strength == "hard":
        rule = match.rule
        _apply(piece, rule.role, rule.id, ends=rule.ends_article, opens=rule.opens_list)


def _apply(piece: Piece, role: Role, rule: str, *, hard: bool = True, ends: bool = False, opens: bool = False) -> None:
    piece.role = role
    piece.rule = rule
    piece.hard = hard
    piece.ends = ends
    piece.opens = opens
