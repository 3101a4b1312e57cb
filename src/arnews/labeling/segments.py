"""From the working list of the labeler to the segments that leave it."""

from __future__ import annotations

from arnews.document import Segment
from arnews.labeling.pieces import Piece
from arnews.labeling.steps import step
from arnews.roles import Role

__all__ = ["segments_of"]


def segments_of(text: str, pieces: list[Piece]) -> tuple[Segment, ...]:
    """Freeze the pieces; body parts that were cut from one piece and found alike become one segment again."""
    segments: list[Segment] = []
    unclaimed = step("body.paragraph")
    for piece in pieces:
        role, reason = piece.role, piece.reason
        if role is None or reason is None:
            role, reason = Role.BODY, unclaimed
        if piece.cut and segments and role is Role.BODY and segments[-1].role is Role.BODY:
            start = segments[-1].start
            segments[-1] = Segment(start, piece.end, role, text[start : piece.end], segments[-1].reason)
        else:
            segments.append(Segment(piece.start, piece.end, role, piece.text, reason))
    return tuple(segments)
