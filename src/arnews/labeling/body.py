"""Inside the body: paragraphs, subheadings, and the boxes that interrupt them."""

from __future__ import annotations

from arnews.labeling.pieces import Piece, ends_flatly
from arnews.labeling.split import GLUED_TITLES
from arnews.labeling.words import load_words
from arnews.roles import SIGNED, Role
from arnews.text.fold import fold

__all__ = ["label_body"]

_BODY, _CONTRIBUTORS, _DATELINE, _RELATED_HEADING = Role.BODY, Role.CONTRIBUTORS, Role.DATELINE, Role.RELATED_HEADING
_RELATED_ITEM, _RESIDUE, _SOURCE, _SUBHEADING = Role.RELATED_ITEM, Role.RESIDUE, Role.SOURCE, Role.SUBHEADING
_TAGS, _TIMESTAMP = Role.TAGS, Role.TIMESTAMP
_CLOSED_BY = (Role.CONTRIBUTORS, Role.TIMESTAMP)
_SIGNATURE_BELOW = frozenset({Role.RESIDUE, Role.AUTHOR_BIO, Role.CONTRIBUTORS, Role.TIMESTAMP})
_DATED = "alone.date"
_LONGEST = 80
_MOST_WORDS = 10
_SHORT_WORDS = 6
_WRAPPED_WORDS = 5
_PARAGRAPH = 60
_SENTENCE = 20
_LIST_MARKS = ("-", "*", "•", "–", ">")


def label_body(pieces: list[Piece], start: int, end: int, *, wrapped: bool = False) -> None:
    """Give a role to every piece from ``start`` to ``end``: what no rule has claimed is body or a subheading."""
    titled_tail = any(piece.role in (_RELATED_HEADING, _TAGS, _SOURCE) for piece in pieces[end:])
    last = max((index for index in range(start, end) if pieces[index].free and pieces[index].prose), default=start)
    dated = [p for p in pieces[start:last] if p.role is _TIMESTAMP and p.rule == _DATED]
    if len(dated) > 1 and start and pieces[start - 1].rule == _DATED:
        # The first entry of a diary.
        pieces[start - 1].take(_SUBHEADING, "body.dated-heading")
    closing = _closing(pieces, start, end)
    for index in range(start, end):
        piece = pieces[index]
        if piece.role is _TIMESTAMP and piece.rule == _DATED and start < index < last:
            # A diary or a chronicle: between paragraphs a date heads the next one.
            piece.take(_SUBHEADING, "body.dated-heading")
        if piece.role is _DATELINE and index > last and index + 1 >= closing:
            piece.take(_CONTRIBUTORS, "body.agency-behind-end")
        if not piece.free:
            continue
        if index > last and not any(map(str.isalpha, piece.plain)) and pieces[index - 1].role in _CLOSED_BY:
            piece.take(_RESIDUE, "body.number-behind-end")
        elif piece.role in SIGNED and index + 1 >= closing and _signs_off(pieces, index):
            piece.take(piece.role, "body.signature")
        elif titled_tail and _is_glued_titles(pieces, index):
            piece.take(_RELATED_ITEM, "body.glued-titles")
        elif _is_subheading(pieces, index, end, wrapped=wrapped):
            piece.take(_SUBHEADING, "body.subheading")
        else:
            piece.take(_BODY, "body.paragraph")


def _closing(pieces: list[Piece], start: int, end: int) -> int:
    """Return the index from which on nothing is left of the body but what may stand below a signature."""
    while end > start and pieces[end - 1].role in _SIGNATURE_BELOW:
        end -= 1
    return end


def _signs_off(pieces: list[Piece], index: int) -> bool:
    """Tell whether a lone name in the last line is the signature: it stands right below a paragraph."""
    above = pieces[index - 1] if index else None
    below = above is not None and (above.prose or above.role in SIGNED)
    closed = pieces[index].role is Role.BYLINE and pieces[index].stop
    return below and not closed


def _is_glued_titles(pieces: list[Piece], index: int) -> bool:
    """Tell whether an open-ended line between paragraphs is two titles of other articles glued together."""
    piece = pieces[index]
    if piece.stop or not 60 <= piece.size <= 320 or index == 0:
        return False
    if fold(piece.text.partition(" ")[0]) in load_words().sentence_openers:
        return False
    return pieces[index - 1].stop and GLUED_TITLES.search(piece.plain) is not None


def _is_subheading(pieces: list[Piece], index: int, end: int, *, wrapped: bool) -> bool:
    """Tell whether a short open-ended line heads the paragraph that follows."""
    piece = pieces[index]
    before = pieces[index - 1] if index else None
    after = pieces[index + 1] if index + 1 < end else None
    if after is None or piece.prose or not _is_headline_like(piece):
        return False
    if wrapped:
        return piece.words <= _WRAPPED_WORDS and not piece.stop and before is not None and before.stop and after.prose
    if not _heads(piece, after, pieces[index + 2] if index + 2 < end else None):
        return False
    if before is None or before.role not in (Role.BODY, Role.SUBHEADING):
        return True
    return before.stop or before.size > _LONGEST or before.plain[-1] == ":"


def _is_headline_like(piece: Piece) -> bool:
    """Tell whether a line has the length and the marks of a subheading."""
    text = piece.plain
    if piece.size > _LONGEST or piece.words > _MOST_WORDS or text[-1] in "،؛,;":
        return False
    if text.startswith(_LIST_MARKS) or (("،" in text or "," in text) and piece.words > _SHORT_WORDS):
        return False
    if piece.stop and (text[-1] not in "؟?!." or ends_flatly(text) or piece.words > _SHORT_WORDS):
        return False
    if not text.endswith(":"):
        return True
    return piece.words <= _SHORT_WORDS and fold(text.partition(" ")[0]) not in load_words().sentence_openers


def _heads(piece: Piece, after: Piece, next_but_one: Piece | None) -> bool:
    """Tell whether what follows a line is a text that it can be the heading of."""
    if not after.free:
        return after.role in (Role.BYLINE, Role.DATELINE, Role.RELATED_HEADING, Role.CAPTION)
    if after.prose or after.size >= _PARAGRAPH or (after.stop and after.size >= _SENTENCE):
        return True
    if not piece.plain.endswith(":"):
        return False
    # «The second point:», a heading of its own, a paragraph; or a heading and a numbered list.
    return (next_but_one is not None and next_but_one.prose) or after.plain[0].isdigit()
