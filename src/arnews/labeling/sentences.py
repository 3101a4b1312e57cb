"""Sentences of flattened documents as lines of their own: what is glued between them is seen then.

Documents that lost their line breaks print the boilerplate in the paragraph. What is cut here and found to be text is
one paragraph again in the end (`arnews.labeling.segments`).
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from attrs import evolve

from arnews.labeling.line_evidence import label_alone
from arnews.labeling.pieces import LONG_PROSE, Piece, part_of
from arnews.labeling.title_cut import begins_sentence, is_flattened, load_title_model
from arnews.rules import RuleBook
from arnews.text.letters import FOLDED

__all__ = ["split_sentences"]

_REST_LONGEST = 200
"""Code points after the last full stop of another document that are looked at alone: longer ones are sentences."""
_CLOSING = r"[\"'»”)\]]*"
_SENTENCE = re.compile(
    # The mark comes first, and what is before it after that: so the search runs from mark to mark.
    rf"[.!?؟](?:(?<=[^\W\d_]{{2}}.){_CLOSING}(?:\s+|(?=[{FOLDED}]{{3}}))"
    rf"|(?<=[\d»”\")\]].){_CLOSING}\s+(?=[^\W\d_]))"
    r"|(?<!\.\.)pic\.twitter\.com/\w{1,20}\s+"
)
"""The end of a sentence: a mark after a word, not after an initial, and not between digits; the end of a post."""
_MOST = 25_000
"""Lines up to which sentences become lines: each takes 600 bytes and more on the way to its label, as a printed line
does. What follows the last of them is one line."""
_TITLE_FEWEST = 12
"""Words of such a title and a sentence."""
_TITLE_SURE = 0.9
"""Probability of the cut. A wrong one costs little: both parts are text, and one paragraph again."""


def split_sentences(pieces: list[Piece], book: RuleBook) -> list[Piece]:
    """Return the pieces, those of a flattened document cut at the ends of sentences.

    Elsewhere only what follows the last full stop of the text is cut off.

    >>> from arnews.labeling.pieces import make
    >>> lead = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة والمدن القريبة منها كلها."
    >>> lines = split_sentences([make(0, f"{lead} {lead} تابعونا على تويتر")], RuleBook.shipped())
    >>> [line.text == lead for line in lines], str(lines[-1].role)
    ([True, True, False], 'promo')
    """
    open_ = [index for index, piece in enumerate(pieces) if piece.role is None and piece.size >= LONG_PROSE]
    if not open_:
        return pieces
    flat = is_flattened(pieces)
    chosen = set(open_ if flat else [] if pieces[open_[-1]].has_end_mark else open_[-1:])
    out: list[Piece] = []
    room = max(0, _MOST - len(pieces))
    for index, piece in enumerate(pieces):
        parts = _cut(piece, room, flat=flat) if index in chosen else []
        if len(parts) > 1:
            label_alone(parts, book)
            out += parts
            room = max(0, room - len(parts))
        else:
            out.append(piece)
    return out


def _title_apart(piece: Piece) -> list[Piece]:
    """Cut what is glued in front of a sentence: the title of another article, with its heading."""
    # No title of another article is glued in front of a word that begins sentences.
    if piece.words < _TITLE_FEWEST or begins_sentence(piece):
        return [piece]
    probability, offset = load_title_model().best(piece.text)
    if not offset or probability < _TITLE_SURE:
        return [piece]
    parts = (part_of(piece, 0, offset), part_of(piece, offset, len(piece.text)))
    return [part for part in parts if part is not None]


def _cut(piece: Piece, most: int, *, flat: bool) -> list[Piece]:
    """Cut a line at the ends of its first sentences."""
    text = piece.text
    ends = [found.end() for found in islice(_SENTENCE.finditer(text), most)]
    if not flat:
        ends = [end for end in ends[-1:] if len(text) - end <= _REST_LONGEST]
    places = [0, *ends, len(text)]
    parts = [part_of(piece, start, end, cut=start > 0) for start, end in pairwise(places)]
    first, *others = [part for part in parts if part is not None]
    if flat:
        others = [half for part in others for half in _title_apart(part)]
    return [evolve(first, cut=piece.cut, gap=piece.gap), *others]
