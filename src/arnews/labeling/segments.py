"""From the working list of the labeler to the segments that leave it."""

from __future__ import annotations

from arnews.document import Segment
from arnews.labeling.pieces import Piece
from arnews.labeling.steps import step
from arnews.roles import Role

__all__ = ["segments_of"]

_BODY = Role.BODY


def segments_of(text: str, pieces: list[Piece]) -> tuple[Segment, ...]:
    """Freeze the pieces; body parts that were cut from one piece and found alike become one segment again."""
    segments: list[Segment] = []
    new = tuple.__new__  # a third of the time that the constructor takes
    unclaimed = step("body.paragraph")
    for piece in pieces:
        role, reason = piece.role, piece.reason
        if role is None or reason is None:
            role, reason = _BODY, unclaimed
        if piece.cut and segments and role is _BODY and segments[-1].role is _BODY:
            start = segments[-1].start
            segments[-1] = Segment(start, piece.end, role, text[start : piece.end], segments[-1].reason)
        else:
            segments.append(new(Segment, (piece.start, piece.end, role, piece.text, reason)))
    return tuple(segments)
