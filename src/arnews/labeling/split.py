"""Glued pieces come apart: boilerplate in front of a lead, behind a last sentence, inside a paragraph."""

from __future__ import annotations

from arnews.credits import read_ending, read_opening
from arnews.document import Role
from arnews.labeling.pieces import Piece, make
from arnews.rules import RuleBook

__all__ = ["split_glued"]


def split_glued(pieces: list[Piece], book: RuleBook, folded: str) -> list[Piece]:
    """Return the pieces with glued boilerplate cut off and labeled.

    ``folded`` is the whole document, unified: one test for each literal there saves
    looking at every paragraph.
    """
    inside = any(literal in folded for literal in book.glue_literals)
    out: list[Piece] = []
    for piece in pieces:
        if piece.size < _SHORTEST:
            out.append(piece)
            continue
        parts = _cut(piece, book, inside=inside)
        if parts is None:
            out.append(piece)
        else:
            out += parts
    return out


_SHORTEST = 24
"""Nothing shorter holds two things."""


def _cut(piece: Piece, book: RuleBook, *, inside: bool) -> list[Piece] | None:
    """Return the parts of a piece, or None if it is of one make."""
    text = piece.text
    cuts: list[tuple[int, int, Role, str, bool, bool, bool]] = []
    for match in (book.start(text), book.end(text)):
        if match is not None and match.rule.span == "phrase":
            rule = match.rule
            cuts.append((match.start, match.end, rule.role, rule.id, rule.strength == "hard", rule.ends_article, rule.opens_list))
    if inside:
        for match in book.glued(text):
            rule = match.rule
            end = len(text) if rule.span == "line" else match.end
            cuts.append((match.start, end, rule.role, rule.id, True, rule.ends_article, rule.opens_list))
    if not cuts:
        return None
    return _parts(piece, sorted(cuts))


def _parts(piece: Piece, cuts: list[tuple[int, int, Role, str, bool, bool, bool]]) -> list[Piece] | None:
    """Return the piece cut at the spans; text between them stays without a role."""
    parts: list[Piece] = []
    at = 0
    for start, end, role, rule, hard, ends, opens in cuts:
        if start < at:
            continue
        _add(parts, piece, at, start)
        part = _add(parts, piece, start, end)
        if part is not None:
            part.role, part.rule, part.hard, part.ends, part.opens = role, rule, hard, ends, opens
        at = end
    _add(parts, piece, at, piece.size)
    return parts or None


def _add(parts: list[Piece], piece: Piece, start: int, end: int) -> Piece | None:
    """Append the trimmed span of a piece, unless it is blank."""
    text = piece.text[start:end]
    stripped = text.strip()
    if not stripped:
        return None
    begin = piece.start + start + text.index(stripped[0])
    part = make(begin, stripped, glued=piece.glued or bool(parts))
    parts.append(part)
    return part


def cut_opening(piece: Piece) -> list[Piece] | None:
    """Cut a dateline or byline off the head of a paragraph where it is no part of the sentence."""
    opening = read_opening(piece.text)
    if opening is None or not opening.split or opening.end >= piece.size:
        return None
    role = Role.BYLINE if opening.persons else Role.DATELINE
    return _parts(piece, [(opening.start, opening.end, role, f"split.{role}", True, False, False)])


def cut_ending(piece: Piece) -> list[Piece] | None:
    """Cut closing credits, initials or an agency off the tail of the last paragraph."""
    ending = read_ending(piece.text)
    if ending is None or ending.start <= 0:
        return None
    return _parts(piece, [(ending.start, piece.size, Role.CONTRIBUTORS, "split.contributors", True, False, False)])


def split_body_edges(pieces: list[Piece]) -> list[Piece]:
    """Cut datelines off the heads and credits off the tails of the paragraphs where these stand."""
    out: list[Piece] = []
    last = max((i for i, piece in enumerate(pieces) if piece.role is Role.BODY), default=-1)
    before: Role | None = None
    for index, piece in enumerate(pieces):
        parts: list[Piece] | None = None
        if piece.role is Role.BODY:
            if before is not Role.BODY and piece.prose:
                parts = cut_opening(piece)
            if index == last:
                rest = parts[-1] if parts else piece
                tail = cut_ending(rest)
                if tail is not None:
                    parts = [*(parts[:-1] if parts else []), *tail]
        before = piece.role
        if parts is None:
            out.append(piece)
            continue
        for part in parts:
            if part.role is None:
                part.take(Role.BODY, piece.rule)
        out += parts
    return out
