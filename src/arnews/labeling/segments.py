"""From the working list of the labeler to the segments that leave it."""

from __future__ import annotations

from arnews.document import Role, Segment, make_segment
from arnews.labeling.pieces import Piece

__all__ = ["segments_of"]


def segments_of(text: str, pieces: list[Piece]) -> tuple[Segment, ...]:
    """Freeze the pieces; body parts that were cut from one piece and found alike become one segment again.

    Empties ``pieces``.
    """
    segments: list[Segment] = []
    pieces.reverse()
    while pieces:  # each piece is let go as its segment is made
        piece = pieces.pop()
        role = piece.role or Role.BODY
        if piece.cut and segments and role is Role.BODY and segments[-1].role is Role.BODY:
            start = segments[-1].start
            segments[-1] = make_segment(start, piece.end, role, text[start : piece.end], segments[-1].rule)
        else:
            segments.append(make_segment(piece.start, piece.end, role, piece.text, piece.rule))
    return tuple(segments)
