"""The decision: evidence and facts of all lines become one role each. No other module decides between roles."""

from __future__ import annotations

from collections.abc import Sequence

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
_NAMED = (Role.BODY, Role.SUBHEADING, Role.HEADLINE, Role.DECK)
"""Roles whose scores are changed by name."""
_HEAD_DATES = 2
"""Lines of dates that one article has, its publication and its update; entries have more."""
_HEAD_PARAGRAPHS = 1
"""Paragraphs above a date of the head: a standfirst."""


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
    body, subheading, headline, deck = map(model.roles.index, _NAMED)
    clean = not any(piece.role is not None and piece.role not in ARTICLE and not piece.fixed for piece in pieces)
    titled = any(piece.fixed and piece.role is Role.HEADLINE for piece in pieces)
    dates = _head_dates(pieces) if titled else ()
    lines: list[list[int] | int] = []
    for index, piece in enumerate(pieces):
        if certain[index]:
            lines.append(body)
        elif piece.role is not None and _is_given(piece) and piece.role in model.roles:
            lines.append(model.roles.index(piece.role))
        else:
            scores = model.scores_of(*facts_by_kind(view, index))
            if clean and (piece.role is None or not piece.hard):
                _favor(scores, model, _SENTENCE if piece.stop else CLEAN_MARGIN)
                if titled:
                    # In a page a deck is told from a first paragraph alike, whatever stands below the text.
                    scores[deck] -= MARGIN
            elif piece.role is None:
                scores[body] += MARGIN
                scores[subheading] += MARGIN
            _rule_out(scores, piece, model)
            if titled:
                scores[headline] = _NEVER
            if index in dates:
                _leave_out(scores, model)
            lines.append(scores)
    for piece, role in zip(pieces, model.decode(lines), strict=True):
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


def _head_dates(pieces: Sequence[Piece]) -> list[int]:
    """Return which lines date the article: below its title and a standfirst, where no other line is a date."""
    dates: list[int] = []
    above = 0
    for index, piece in enumerate(pieces):
        if piece.role is Role.TIMESTAMP and piece.hard:
            dates.append(index)
            if above > _HEAD_PARAGRAPHS or len(dates) > _HEAD_DATES:
                return []
        above += piece.prose and piece.role is None
    return dates


def _leave_out(scores: list[int], model: Model) -> None:
    """Rule out every role of the text."""
    for index, role in enumerate(model.roles):
        if role in TEXT:
            scores[index] = _NEVER


def _rule_out(scores: list[int], piece: Piece, model: Model) -> None:
    """Rule out what certain evidence speaks against: a line of boilerplate is kept in no role."""
    if piece.outside:
        _leave_out(scores, model)
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
