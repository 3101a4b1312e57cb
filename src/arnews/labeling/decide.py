"""The decision: evidence and facts of all lines become one role each. No other module decides between roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arnews.document import Origin
from arnews.labeling.facts import facts_by_kind
from arnews.labeling.model import Model, load_model
from arnews.labeling.pieces import Piece
from arnews.labeling.view import LONG, View, view_of
from arnews.roles import ARTICLE, TEXT, Role

__all__ = ["CERTAIN", "certain_lines", "decide"]

MARGIN = 75
"""Hundredths in favor of the body where no words speak against it: dropping a true sentence costs more than keeping a
button. On outlets left out 0 loses 6 more body words in 1,000, and 200 keeps so much boilerplate that fewer bodies are
exact (`python -m training.heldout --margins`)."""
CLEAN_MARGIN = 400
"""The same in a document without any known boilerplate, and `_SENTENCE` there for a closed sentence: what nobody
vouches for stays, so that a body that is labeled once more keeps all of it."""
_SENTENCE = 600
_NEVER = -1_000_000
"""The score of a role that the evidence rules out."""
CERTAIN = "certain"
"""The only fact of a line that is body for certain."""
_GIVEN = frozenset({Origin.MARKUP, Origin.METADATA, Origin.SELECTOR})
"""Origins of evidence that leave nothing open where they are certain."""
_OPEN = frozenset({Role.TIMESTAMP, Role.DATELINE, Role.RESIDUE, Role.CONTRIBUTORS, Role.BYLINE})
"""Roles that even certain words leave open: a date may head an entry, a name may be a heading."""


def decide(pieces: Sequence[Piece], model: Model | None = None) -> None:
    """Give every piece the role that fits its words, its facts and its neighbors best.

    >>> from arnews.labeling.pieces import make
    >>> lead = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."
    >>> lines = [make(0, "افتتاح المعرض الدولي للكتاب"), make(28, lead)]
    >>> decide(lines)
    >>> [str(line.role) for line in lines]
    ['headline', 'body']
    """
    if not pieces:
        return
    model = model or load_model()
    view = view_of(pieces)
    certain = certain_lines(view)
    body, subheading, headline = map(model.roles.index, (Role.BODY, Role.SUBHEADING, Role.HEADLINE))
    clean = not any(piece.role is not None and piece.role not in ARTICLE and not piece.fixed for piece in pieces)
    titled = any(piece.fixed and piece.role is Role.HEADLINE for piece in pieces)

    def lines() -> Iterator[list[int] | int]:
        # Scores of all lines at once would take more memory than a page of a million of them.
        for index, piece in enumerate(pieces):
            if certain[index]:
                yield body
            elif piece.role is not None and _is_given(piece) and piece.role in model.roles:
                yield model.roles.index(piece.role)
            else:
                scores = model.scores_of(*facts_by_kind(view, index))
                if clean and (piece.role is None or not piece.hard):
                    _favor(scores, model, _SENTENCE if piece.stop else CLEAN_MARGIN)
                elif piece.role is None:
                    scores[body] += MARGIN
                    scores[subheading] += MARGIN
                _rule_out(scores, piece, model)
                if titled:
                    scores[headline] = _NEVER
                yield scores

    for piece, role in zip(pieces, model.decode(lines()), strict=True):
        if piece.role is not role or piece.reason is None:
            piece.take(role, f"model.{role}")
        piece.hard = True


def certain_lines(view: View) -> list[bool]:
    """Tell which lines are body without being weighed: closed paragraphs among paragraphs, before any boilerplate."""
    certain = [piece.sure and piece.role is None for piece in view.pieces]
    for index in range(view.first + 1, view.last):
        piece = view.pieces[index]
        if piece.role is None:
            certain[index] = (view.counts[index] >= LONG and piece.stop and not piece.outside) or certain[index]
        elif piece.hard and not piece.role.kept:
            break
    return certain


def _is_given(piece: Piece) -> bool:
    """Tell whether the role is given: by the outlet, or by markup that leaves nothing open."""
    if piece.fixed:
        return True
    return piece.hard and piece.reason is not None and piece.reason.origin in _GIVEN


def _favor(scores: list[int], model: Model, margin: int) -> None:
    """Add a margin to the roles of the article."""
    for index, role in enumerate(model.roles):
        if role in ARTICLE:
            scores[index] += margin


def _rule_out(scores: list[int], piece: Piece, model: Model) -> None:
    """Rule out what certain evidence speaks against: a line of boilerplate is kept in no role."""
    if piece.outside:
        for index, role in enumerate(model.roles):
            if role in TEXT:
                scores[index] = _NEVER
    if piece.reason is not None and piece.reason.origin is Origin.SELECTOR and piece.role in TEXT:
        for index, role in enumerate(model.roles):
            if role not in TEXT:
                scores[index] = _NEVER
    if piece.role is None or not piece.hard:
        return
    if piece.role in _OPEN and not (piece.role is Role.RESIDUE and piece.prose):
        return
    kept = piece.role in ARTICLE
    for index, role in enumerate(model.roles):
        if (role in ARTICLE) is not kept:
            scores[index] = _NEVER
