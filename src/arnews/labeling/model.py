"""A linear-chain model: each line gets the role of the sequence that scores best.

The score of a sequence is the sum of a weight for every fact of every line with its role, and one for every pair of
neighboring roles. Weights are whole numbers (hundredths), so that every platform adds them up alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from attrs import field, frozen

from arnews.labeling.facts import Key, spelled
from arnews.roles import Role

__all__ = ["Model", "load_model"]

_BEAM = 700
"""Hundredths below the best role of a line from which a role is not followed: steps between roles weigh less."""
_MOST_STATES = 6
"""Roles of a line that are followed at most; the model has more."""
_MOST_KEYS = 8192
"""Keys whose scores are kept, some 10 MB. A key is short, and real documents share some thousands."""


@frozen
class Model:
    """Weights of facts and of neighboring roles. Immutable.

    >>> model = Model(roles=(Role.BODY, Role.SHARE), weights={"w:شارك": (1, 300)}, steps=((0, 0), (0, 0)))
    >>> model.decode([model.scores(["w:شارك"])])
    [<Role.SHARE: 'share'>]
    """

    roles: tuple[Role, ...]
    """The roles, in the order of scores."""
    weights: dict[str, tuple[int, ...]] = field(repr=False, eq=False)
    """For each fact, role and weight by turns: the index of a role, its weight in hundredths."""
    steps: tuple[tuple[int, ...], ...] = field(repr=False, eq=False)
    """The weight of each role (column) right below each role (row)."""
    _into: tuple[tuple[int, ...], ...] = field(init=False, repr=False, eq=False)
    _known: dict[Key, list[int]] = field(init=False, factory=dict, repr=False, eq=False)

    @_into.default
    def _turn(self) -> tuple[tuple[int, ...], ...]:
        return tuple(zip(*self.steps, strict=True))

    def scores(self, facts: Iterable[str]) -> list[int]:
        """Return the score of each role for a line with these facts, its neighbors left out."""
        scores = [0] * len(self.roles)
        get = self.weights.get
        for fact in facts:
            found = get(fact)
            if found is not None:
                pairs = iter(found)
                for role in pairs:
                    scores[role] += next(pairs)
        return scores

    def scores_of(self, keys: Iterable[Key], words: Iterable[str]) -> list[int]:
        """Return the same for facts by kind (`arnews.labeling.facts.facts_by_kind`), those of a key added up once."""
        known = self._known
        rows = [self.scores(words)]
        for key in keys:
            row = known.get(key)
            if row is None:
                row = self.scores(spelled(key))
                if len(known) >= _MOST_KEYS:
                    known.clear()  # what strangers filled it with is of no use to others
                known[key] = row
            rows.append(row)
        return list(map(sum, zip(*rows, strict=True)))

    def decode(self, lines: Iterable[Sequence[int] | int]) -> list[Role]:
        """Return the roles of the sequence with the best score.

        A line is given by its scores, or by the index of its role where that is certain.
        """
        above: list[tuple[int, int]] = []
        """The roles of the line above that are followed, each with the best score of a sequence that ends there."""
        back: list[bytes] = []
        """For each line, by turns: a role that is followed, and the role above it. A page has 100,000 lines."""
        for line in lines:
            states, own = ([line], None) if isinstance(line, int) else (_best(line), line)
            here: list[tuple[int, int]] = []
            origins: list[int] = []
            for state in states:
                into = self._into[state]
                best = origin = 0
                if above:
                    best, origin = max([(score + into[before], before) for before, score in above])
                origins += (state, origin)
                here.append((state, best if own is None else best + own[state]))
            back.append(bytes(origins))
            above = here
        if not above:
            return []
        state = max(above, key=lambda each: (each[1], -each[0]))[0]
        path: list[Role] = []
        for pairs in reversed(back):
            path.append(self.roles[state])
            state = pairs[pairs[::2].index(state) * 2 + 1]
        return path[::-1]


def _best(line: Sequence[int]) -> list[int]:
    """Return the roles that are followed: those that score so well that neighbors can make up for the rest."""
    ranked = sorted(line)
    least = max(ranked[-1] - _BEAM, ranked[-min(_MOST_STATES, len(ranked))])
    return [state for state, score in enumerate(line) if score >= least]


@cache
def load_model() -> Model:
    """Return the model that comes with arnews, read once a process.

    >>> Role.BODY in load_model().roles
    True
    """
    import json
    from importlib.resources import files

    data = json.loads((files("arnews.labeling") / "data" / "model.json").read_text(encoding="utf-8"))
    return Model(
        roles=tuple(map(Role, data["roles"])),
        weights=data["weights"],
        steps=tuple(map(tuple, data["steps"])),
    )
