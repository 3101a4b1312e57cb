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
    joined: int | None = None  # where a run of parts ends: its text is copied once, not with each part
    for piece in pieces:
        role, reason = piece.role, piece.reason
        if role is None or reason is None:
            role, reason = _BODY, unclaimed
        if piece.cut and segments and role is _BODY and segments[-1].role is _BODY:
            joined = piece.end
            continue
        if joined is not None:
            segments[-1] = _longer(segments[-1], joined, text)
            joined = None
        segments.append(new(Segment, (piece.start, piece.end, role, piece.text, reason)))
    if joined is not None:
        segments[-1] = _longer(segments[-1], joined, text)
    return tuple(segments)


def _longer(segment: Segment, end: int, text: str) -> Segment:
    return Segment(segment.start, end, segment.role, text[segment.start : end], segment.reason)
