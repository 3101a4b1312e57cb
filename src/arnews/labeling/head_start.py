"""Where the body begins: the first piece that can only be a paragraph."""

from __future__ import annotations

from arnews.labeling.pieces import Piece, ends_flatly
from arnews.roles import MARKERS, Role

__all__ = ["MARKERS", "find_body_start"]

"""What stands between the title and the body."""

_BULLETS = ("-", "•", "*", "–", "·", ">", "●", "▪", "■")
_TITLE_LONGEST = 200
_TITLE_WORDS = 4
"""Words from which a line can be a title; shorter ones are names of sections and menus first."""
_DECK_SHARE = 2.0
"""The text below a standfirst is at least so many times as long as the standfirst."""
_LOOK = 7
_LEAD_WORDS = 12
_SIGNED_WITHIN = 4
_CLOSING_SHORTEST = 30


def find_body_start(pieces: list[Piece], *, below: int = 0, wrapped: bool = False) -> int:
    """Return the index of the first piece of the body, not above ``below``; the number of pieces if there is none."""
    start = _first_paragraph(pieces, below, wrapped=wrapped)
    marker = _standfirst_end(pieces, start)
    return start if marker is None else _first_paragraph(pieces, marker, wrapped=wrapped)


def _first_paragraph(pieces: list[Piece], begin: int, *, wrapped: bool) -> int:
    """Return the index of the first piece from ``begin`` on that can only be body."""
    count = len(pieces)
    for index in range(begin, count):
        piece = pieces[index]
        if not piece.free:
            continue
        if piece.prose and not _is_title_though_long(pieces, index):
            if wrapped and index == _first_free(pieces, begin) and not _runs_on(pieces, index):
                continue
            return _back_over_list(pieces, begin, index)
        if _closes_like_body(piece) or _answers_byline(pieces, index):
            return _back_over_list(pieces, begin, index)
    return count


def _first_free(pieces: list[Piece], begin: int) -> int:
    return next((i for i in range(begin, len(pieces)) if pieces[i].free), len(pieces))


def _runs_on(pieces: list[Piece], index: int) -> bool:
    """Tell whether a line of hard-wrapped text goes on in the next one, as no title does."""
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    return after is not None and after.free and after.prose and not after.glued


def _is_title_though_long(pieces: list[Piece], index: int) -> bool:
    """Tell whether a first line is a title in spite of its length or its dots: a date or byline follows."""
    piece = pieces[index]
    if index > 1 or piece.size > _TITLE_LONGEST or ". " in piece.plain:
        return False
    if index > 0 and (not piece.stop or ends_flatly(piece.plain)):
        return False
    below = pieces[index + 1 : index + 3]
    return any(after.hard and after.role in MARKERS and not after.glued for after in below)


def _closes_like_body(piece: Piece) -> bool:
    """Tell whether a short line ends as titles do not: with one full stop, a comma, a semicolon."""
    text = piece.plain
    if piece.words < _TITLE_WORDS or piece.role is not None:
        return False
    if text[0] in "({﴿" and text[-1] in ")}﴾" and piece.words > _LEAD_WORDS:
        return True
    if text[-1] in "،؛,;" or (text[-1] == ":" and piece.words > _LEAD_WORDS):
        return True
    return piece.stop and piece.size >= _CLOSING_SHORTEST and ends_flatly(text)


def _answers_byline(pieces: list[Piece], index: int) -> bool:
    """Tell whether a sentence follows the byline: what stands below it is no title if it closes."""
    piece, above = pieces[index], pieces[index - 1] if index else None
    signed = above is not None and above.hard and above.role in (Role.BYLINE, Role.DATELINE)
    return signed and piece.stop and piece.size >= _CLOSING_SHORTEST and piece.role is None


def _back_over_list(pieces: list[Piece], begin: int, index: int) -> int:
    """Return where the body begins if list items or an opening question lead to its first paragraph."""
    first = index
    while first > begin:
        before = pieces[first - 1]
        if not before.free or before.role is not None or before.words <= 3 or not before.text.startswith(_BULLETS):
            break
        first -= 1
    return first


def _standfirst_end(pieces: list[Piece], start: int) -> int | None:
    """Return the index behind the byline, dateline or date that sets a standfirst apart from the body."""
    count = len(pieces)
    if start >= count:
        return None
    above = pieces[start]
    marker = None
    index = start + 1
    while index < count and index <= start + _LOOK:
        piece = pieces[index]
        if piece.role in MARKERS and piece.hard:
            marker = index
        elif piece.free and piece.role is None:
            break
        index += 1
    signed = any(
        p.role in (Role.BYLINE, Role.DATELINE) and p.hard for p in pieces[max(0, start - _SIGNED_WITHIN) : start]
    )
    if marker is None or signed:
        return None
    rest = sum(piece.size for piece in pieces[marker + 1 :] if piece.free and piece.prose)
    if rest < _DECK_SHARE * above.size or not any(
        piece.prose and piece.free for piece in pieces[marker + 1 : marker + 1 + _LOOK]
    ):
        return None
    above.take(Role.DECK, "head.standfirst")
    return marker + 1
