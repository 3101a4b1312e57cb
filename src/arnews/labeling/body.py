"""Inside the body: paragraphs, subheadings, and the boxes that interrupt them."""

from __future__ import annotations

from arnews.document import Role
from arnews.labeling.pieces import Piece
from arnews.labeling.split import GLUED_TITLES

__all__ = ["label_body"]

_SIGNATURE = (Role.BYLINE, Role.AUTHOR_BIO)
_SIGNATURE_BELOW = frozenset({Role.RESIDUE, Role.AUTHOR_BIO, Role.CONTRIBUTORS, Role.TIMESTAMP})
_SUBHEADING_LONGEST = 80
_KEPT_INSIDE = frozenset(
    {Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.CONTRIBUTORS, Role.NOTE, Role.TIMESTAMP, Role.HEADLINE}
)


def label_body(pieces: list[Piece], start: int, end: int, *, wrapped: bool = False) -> None:
    """Give a role to every piece from ``start`` to ``end``: what no rule has claimed is body or a subheading."""
    titled_tail = any(piece.role in (Role.RELATED_HEADING, Role.TAGS, Role.SOURCE) for piece in pieces[end:])
    last = max((index for index in range(start, end) if pieces[index].free and pieces[index].prose), default=start)
    for index in range(start, end):
        piece = pieces[index]
        if piece.role is Role.TIMESTAMP and piece.rule == "alone.date" and start < index < last:
            # A diary or a chronicle: between paragraphs a date heads the next one.
            piece.take(Role.SUBHEADING, "body.dated-heading")
        if not piece.free:
            continue
        if piece.role in _SIGNATURE and _signs_off(pieces, index, end):
            piece.take(piece.role, "body.signature")
        elif titled_tail and _is_glued_titles(pieces, index):
            piece.take(Role.RELATED_ITEM, "body.glued-titles")
        elif not wrapped and _is_subheading(pieces, index, end):
            piece.take(Role.SUBHEADING, "body.subheading")
        else:
            piece.take(Role.BODY, "body.paragraph")


def _signs_off(pieces: list[Piece], index: int, end: int) -> bool:
    """Tell whether a lone name is the signature: the last line, right below a paragraph."""
    rest = pieces[index + 1 : end]
    above = pieces[index - 1] if index else None
    below = above is not None and (above.prose or above.role in _SIGNATURE)
    return below and all(piece.role in _SIGNATURE_BELOW for piece in rest)


def _is_glued_titles(pieces: list[Piece], index: int) -> bool:
    """Tell whether an open-ended line between paragraphs is two titles of other articles glued together."""
    piece = pieces[index]
    if piece.stop or not 60 <= piece.size <= 320 or index == 0:
        return False
    return pieces[index - 1].stop and GLUED_TITLES.search(piece.text) is not None


def _is_subheading(pieces: list[Piece], index: int, end: int) -> bool:
    """Tell whether a short open-ended line heads the paragraph that follows."""
    piece = pieces[index]
    if piece.size > _SUBHEADING_LONGEST or piece.prose:
        return False
    text = piece.text
    if piece.stop and text[-1] not in "؟?!":
        return False
    if text[-1] in "،؛,;" or text.startswith(("-", "*", "•", "–")):
        return False
    after = pieces[index + 1] if index + 1 < end else None
    if after is None or (after.free and not after.prose and after.size < 60):
        return False
    if not after.free and after.role not in (Role.BYLINE, Role.DATELINE, Role.RELATED_HEADING, Role.CAPTION):
        return False
    before = pieces[index - 1] if index else None
    if piece.stop and piece.words > 6:
        return False
    if text.endswith(":") and piece.words > 5:
        return False
    return before is None or before.stop or before.role in _KEPT_INSIDE or before.size > _SUBHEADING_LONGEST or before.text[-1] == ":"
