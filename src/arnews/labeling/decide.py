"""The decision: evidence and facts of all lines become one role each. No other module decides between roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from attrs import evolve

from arnews.credits import read_ending
from arnews.document import Origin, Reason
from arnews.labeling.facts import facts_by_kind
from arnews.labeling.model import Lanes, Model, load_model
from arnews.labeling.pieces import Piece, ends_sentence
from arnews.labeling.steps import step
from arnews.labeling.trace import NEVER, decisions_of
from arnews.labeling.view import LONG, View, view_of
from arnews.roles import ARTICLE, TEXT, Role
from arnews.text.memory import Kept

__all__ = ["CERTAIN", "certain_lines", "decide"]

MARGIN = 50
"""Hundredths in favor of the body where no words speak against it: dropping a true sentence costs more than keeping a
button. On outlets left out 25 loses 1 to 2 more body words in 1,000, and with 75 one body of 100 fewer is exact in the
texts of `dev2` (folds of `make heldout`)."""
CLEAN_MARGIN = 110
"""The same in a document without any known boilerplate, where no rule speaks for dropping a line. 75 loses 6 more body
words in 10,000 of `pool`, and 150 keeps a line more in one flattened document of 40."""
_SENTENCE = 300
"""The same for a closed sentence there: fewer of them are boilerplate. 150 gains nothing on outlets left out, and loses
sentences that a text repeats."""
NAMED = 200
"""Hundredths in favor of the role that certain words name: they know the kind of boilerplate, lines beside it do not.
On outlets left out the share of right roles grows by up to .001, and bodies stay as they are (`make heldout`)."""
CERTAIN = "certain"
"""The only fact of a line that is body for certain."""
_MOST_CASES = 512
"""Cases whose margins are kept; real documents have some dozens."""
_GIVEN = frozenset({Origin.MARKUP, Origin.METADATA, Origin.SELECTOR})
"""Origins of evidence that leave nothing open where they are certain."""
_BODY, _HEADLINE, _RESIDUE = Role.BODY, Role.HEADLINE, Role.RESIDUE
_OPEN = frozenset({Role.TIMESTAMP, Role.DATELINE, Role.RESIDUE, Role.CONTRIBUTORS, Role.BYLINE})
"""Roles that even certain words leave open: a date may head an entry, a name may be a heading."""
_KINDRED = frozenset({Role.SECTION, Role.RELATED_ITEM, Role.RELATED_HEADING, Role.DISCLAIMER, Role.COMMENTS})
"""Roles that certain words leave open among boilerplate: menus have the same words as paths, headings and buttons."""
_SENTENCE_SHORTEST = 30
"""Code points of a sentence in front of a closing credit."""
_HEAD_DATES = 2
"""Lines of dates that one article has, its publication and its update; entries have more."""
_HEAD_PARAGRAPHS = 1
"""Paragraphs above a date of the head: a standfirst."""


def decide(pieces: Sequence[Piece], model: Model | None = None, *, trace: bool = False) -> None:
    """Give every piece the role that fits its words, its facts and its neighbors best.

    With ``trace`` the reason of each says what was weighed.

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
    at = _places(model.roles)
    view = view_of(pieces)
    # Scores of all lines at once would take more memory than a page of a million of them.
    lines: Iterable[int | Role] = list(_weigh(view, model, at)) if trace else _weigh(view, model, at)
    roles = model.decode(lines)
    if Role.BODY not in roles and view.first == view.last >= 0:
        # One paragraph alone is no teaser, whatever it looks like.
        again = (
            Role.BODY if index == view.first and isinstance(line, int) else line
            for index, line in enumerate(_weigh(view, model, at))
        )
        lines = list(again) if trace else again
        roles = model.decode(lines)
    traced = decisions_of(view, model, [_spread(line, model) for line in lines], roles) if trace else None
    for piece, role in zip(pieces, roles, strict=True):
        if piece.role is not role or piece.reason is None:
            piece.role, piece.reason = role, at.steps[role]
        piece.hard = True
    for piece, decision in zip(pieces, traced or (), strict=False):
        if piece.reason is not None:
            piece.reason = evolve(piece.reason, decision=decision)


def _spread(line: int | Role, model: Model) -> Sequence[int] | int:
    """Return the score of each role, or the index of the role that is given."""
    return model.lanes.scores(line) if isinstance(line, int) else model.roles.index(line)


def _weigh(view: View, model: Model, at: _Places) -> Iterator[int | Role]:
    """Yield for each line its scores for all roles as one integer, or its role where that is given."""
    pieces = view.pieces
    certain = certain_lines(view)
    scores_of, favors = model.packed_scores, at.favors
    clean = not any(piece.role is not None and piece.role not in ARTICLE and not piece.fixed for piece in pieces)
    titles = {piece.plain for piece in pieces if piece.fixed and piece.role is _HEADLINE}
    titled = bool(titles)
    dates = _head_dates(pieces) if titled else ()
    entries = _entry_dates(pieces) if titled else ()
    for index, piece in enumerate(pieces):
        role = piece.role
        if certain[index]:
            yield _BODY
        elif role is not None and _is_given(piece) and role in at.number:
            yield role
        elif role is None and piece.plain in titles:
            yield _HEADLINE  # the title printed again
        else:
            case = (
                role, piece.hard, piece.has_end_mark, piece.outside,
                role is _RESIDUE and (piece.prose or not piece.key), index in entries, index in dates, clean, titled,
                index >= view.last and role is None and _has_credit_below(piece),
            )  # fmt: skip
            yield scores_of(*facts_by_kind(view, index)) + favors[case]


class _Case(NamedTuple):
    """What makes one role of a line better or worse, besides its facts."""

    role: Role | None
    hard: bool
    has_end_mark: bool
    outside: bool
    wordless: bool
    """Marks without a word, or residue as long as a paragraph."""
    entry: bool
    """Is the date of an entry."""
    dated: bool
    """Is the date of the article."""
    clean: bool
    """Its document has no known boilerplate."""
    titled: bool
    """Its document states its title."""
    told: bool
    """Is a sentence, with a closing credit after it."""


def _favor(case: _Case, at: _Places) -> list[int]:
    """Return hundredths for and against each role.

    What certain evidence speaks against is ruled out: a line of boilerplate is kept in no role.
    """
    favor = [0] * len(at.number)
    role = case.role
    certain = role is not None and case.hard
    if case.clean and not certain:
        for each in at.article:
            favor[each] += _SENTENCE if case.has_end_mark else CLEAN_MARGIN
        # In a page a deck is told from a first paragraph alike, whatever is below the text; in a text without
        # boilerplate a subheading is more likely than a caption.
        rival = Role.DECK if case.titled else Role.CAPTION
        if rival in at.number:
            favor[at.number[rival]] -= MARGIN
    elif role is None:
        for each in at.text:
            favor[each] += MARGIN
    if certain and role not in _OPEN and role in at.number:
        favor[at.number[role]] += NAMED
    if case.entry:
        for each in at.text:
            favor[each] += CLEAN_MARGIN
    never: tuple[int, ...] = (at.headline,) if case.titled else ()
    if case.told:
        never += (at.number[Role.CONTRIBUTORS],)
    if case.outside or case.dated:
        never += at.text
    if certain and (role not in _OPEN or case.wordless):
        never += at.dropped if role in ARTICLE else at.article
    for each in never:
        favor[each] = NEVER
    return favor


class _Places(NamedTuple):
    """Where the roles are among the scores."""

    number: dict[Role, int]
    headline: int
    text: tuple[int, ...]
    """Those of the text."""
    article: tuple[int, ...]
    """Those of the article."""
    dropped: tuple[int, ...]
    """All but those of the article."""
    steps: dict[Role, Reason]
    """The step that gives each role."""
    favors: Kept[tuple[Any, ...], int]
    """What speaks for and against roles in each case (the values of a `_Case`), as one integer."""


@lru_cache(maxsize=4)
def _places(roles: tuple[Role, ...]) -> _Places:
    index = {role: at for at, role in enumerate(roles)}
    lanes = Lanes(len(roles))
    places = _Places(
        number=index,
        headline=index[Role.HEADLINE],
        text=tuple(at for role, at in index.items() if role in TEXT),
        article=tuple(at for role, at in index.items() if role in ARTICLE),
        dropped=tuple(at for role, at in index.items() if role not in ARTICLE),
        steps={role: step(f"model.{role}") for role in roles},
        favors=Kept(lambda case: lanes.packed(_favor(_Case(*case), places)), _MOST_CASES),
    )
    return places


def certain_lines(view: View) -> list[bool]:
    """Tell which lines are body without being weighed: closed paragraphs among paragraphs, before any boilerplate.

    Where the last of them speak of nothing that is in the first, they may be teasers, and are weighed.
    """
    certain = [piece.certain_body and piece.role is None for piece in view.pieces]
    closed: list[int] = []
    for index in range(view.first + 1, view.last):
        piece = view.pieces[index]
        if piece.role is None:
            if view.counts[index] >= LONG and piece.has_end_mark and not piece.outside:
                closed.append(index)
        elif piece.hard and not piece.role.kept:
            break
    while closed and view.opening.isdisjoint(view.topics[closed[-1]]):
        closed.pop()
    for index in closed:
        certain[index] = True
    return certain


def _is_given(piece: Piece) -> bool:
    """Tell whether the role is given: by the outlet, by markup that leaves nothing open, by certain words."""
    if piece.fixed:
        return True
    return piece.hard and (piece.origin in _GIVEN or (piece.role not in _OPEN and piece.role not in _KINDRED))


def _has_credit_below(piece: Piece) -> bool:
    """Tell whether a line is a whole sentence with a closing credit glued to it, which is cut off afterward."""
    ending = read_ending(piece.text)
    return (
        ending is not None and ending.start >= _SENTENCE_SHORTEST and ends_sentence(piece.text[: ending.start].strip())
    )


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


def _entry_dates(pieces: Sequence[Piece]) -> list[int]:
    """Return which lines date entries of the text: more of them than an article has, each among paragraphs."""
    prose = [index for index, piece in enumerate(pieces) if piece.prose and piece.role is None]
    if len(prose) <= _HEAD_DATES:
        return []
    among = range(prose[0], prose[-1])
    dates = [index for index in among if pieces[index].role is Role.TIMESTAMP and pieces[index].hard]
    return dates if len(dates) > _HEAD_DATES else []
