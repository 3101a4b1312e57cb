"""What a piece is among its neighbors: the order of the steps that find the body and what surrounds it."""

from __future__ import annotations

from itertools import pairwise

from arnews.document import Role
from arnews.labeling.body import label_body
from arnews.labeling.embeds import label_embeds, label_second_copy
from arnews.labeling.head import label_head
from arnews.labeling.head_split import split_head
from arnews.labeling.head_start import find_body_start
from arnews.labeling.pieces import LONG_PROSE, Piece
from arnews.labeling.tail import label_tail
from arnews.rules import RuleBook
from arnews.rules.rule import NETWORK_RULE

__all__ = ["label_together"]

_HEADLINE = Role.HEADLINE
_WRAP_SHORTEST = 40
_WRAP_LONGEST = 125
_WRAP_LINES = 8
_WRAP_EVEN = 0.8
"""Broken lines are of nearly one width; titles in a list are not."""
_WRAP_TITLE = 0.85
"""A first line below this share of the width was not broken by the margin."""


def label_together(pieces: list[Piece], book: RuleBook) -> list[Piece]:
    """Give every piece a role, with what it says by itself as a start; return the pieces, some of them split.

    A piece that is the headline for certain has the body below it.
    """
    if not pieces:
        return pieces
    pieces = label_embeds(pieces)
    label_second_copy(pieces)
    wrapped = _wrap_width(pieces)
    if wrapped:
        _mark_wrapped(pieces, wrapped)
    _mark_runs(pieces)
    start = find_body_start(pieces, below=_below_title(pieces), wrapped=wrapped > 0)
    pieces, start = split_head(pieces, start, book)
    end = label_tail(pieces, start)
    label_body(pieces, start, end, wrapped=wrapped > 0)
    label_head(pieces, start)
    return pieces


def _below_title(pieces: list[Piece]) -> int:
    """Return the index below the last line that is known to be the title, 0 if none is."""
    titles = [index for index, piece in enumerate(pieces) if piece.role is _HEADLINE and piece.hard]
    return titles[-1] + 1 if titles else 0


def _wrap_width(pieces: list[Piece]) -> int:
    """Return the width at which sentences run over line ends, 0 if they do not.

    Text is hard-wrapped if many lines have one width and few of them end a sentence.
    """
    sizes = sorted(piece.size for piece in pieces if piece.size >= _WRAP_SHORTEST)
    if len(sizes) < _WRAP_LINES or sizes[-1] > LONG_PROSE:
        return 0
    quarter, middle, high = (sizes[len(sizes) * share // 100] for share in (25, 50, 90))
    if high > _WRAP_LONGEST or quarter < _WRAP_EVEN * high:
        return 0
    lines = [piece for piece in pieces if piece.size >= _WRAP_SHORTEST and piece.free]
    open_ended = sum(not piece.stop for piece in lines)
    running = sum(
        not piece.stop and min(piece.size, after.size) >= _WRAP_SHORTEST and after.free
        for piece, after in pairwise(pieces)
    )
    wrapped = len(lines) >= _WRAP_LINES and open_ended > 0.6 * len(lines) and running > 0.5 * len(lines)
    return middle if wrapped else 0


def _mark_wrapped(pieces: list[Piece], width: int) -> None:
    """Count the lines of hard-wrapped text as prose, but not a first line that breaks off early: a title."""
    first = next((piece for piece in pieces if piece.free and piece.role is None), None)
    for piece in pieces:
        if piece.free and piece.size >= _WRAP_SHORTEST:
            piece.prose = piece is not first or piece.stop or piece.size >= _WRAP_TITLE * width


def _mark_runs(pieces: list[Piece]) -> None:
    """Make soft labels hard where two or more stand together: one «تويتر» may be a subheading, three are a bar."""
    for above, piece in pairwise(pieces):
        if piece.rule == NETWORK_RULE and above.role is Role.PROMO:
            # «Join us» and the names of networks: one notice.
            piece.take(Role.PROMO, piece.rule)
    run: list[Piece] = []
    for label in pieces:
        if label.role is not None and not label.role.kept:
            run.append(label)
            continue
        _harden(run)
        run = []
    _harden(run)


def _harden(run: list[Piece]) -> None:
    """Make the soft labels of a run hard if it is long enough to be a bar."""
    soft = [piece for piece in run if not piece.hard]
    if len(run) >= 3 or (len(run) == 2 and all(piece.words <= 3 for piece in soft)):
        for piece in soft:
            piece.hard = piece.role is not Role.RESIDUE
