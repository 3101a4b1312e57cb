"""A linear-chain model: each line gets the role of the sequence that scores best.

The score of a sequence is the sum of a weight for every fact of every line with its role, and one for every pair of
neighboring roles. Weights are whole numbers (hundredths), so that every platform adds them up alike.

A line has dozens of facts, and a fact has a weight for many roles. So the weights of a fact are one long integer with
a lane of bits for each role: one addition adds them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import add, sub
from struct import Struct

from attrs import field, frozen

from arnews.labeling.facts import Key, spelled
from arnews.labeling.weights import read_model
from arnews.labeling.word_facts import PAIR, PREFIXES, Spoken, Vocabulary, vocabulary
from arnews.roles import Role
from arnews.text.memory import Kept

__all__ = ["Lanes", "Model", "load_model"]

_MOST_KEYS = 16_384
"""Keys whose weights are kept, some megabytes. A key is short, and real documents share some thousands."""
_LANE = 32
"""Bits of the lane of a role: no sum of weights comes near its ends."""


class Lanes:
    """Scores of all roles as one integer, and back: packed scores are added up by one addition.

    >>> lanes = Lanes(roles=2)
    >>> lanes.scores(lanes.packed([5, -7]) + lanes.packed([1, 1]))
    (6, -6)
    """

    def __init__(self, roles: int) -> None:
        self.bits = tuple(1 << (_LANE * role + _LANE - 1) for role in range(roles))
        """The sign bit of the lane of each role."""
        self._signs = sum(self.bits)
        # A score below zero borrows from the lane above it; with the sign bits of all lanes added none does.
        self._ones = sum(1 << (_LANE * role) for role in range(roles))
        self._size = roles * _LANE // 8
        self._struct = Struct(f"<{roles}i")

    def packed(self, scores: Sequence[int]) -> int:
        """Return the score of each role as one integer."""
        return (int.from_bytes(self._struct.pack(*scores), "little") ^ self._signs) - self._signs

    def scores(self, packed: int) -> tuple[int, ...]:
        """Return the score of each role."""
        signs = self._signs
        return self._struct.unpack(((packed + signs) ^ signs).to_bytes(self._size, "little"))

    def all_roles(self, score: int) -> int:
        """Return one score for every role, as one integer."""
        return score * self._ones

    def roles_of(self, bits: int) -> list[int]:
        """Return the roles that have some bits (`bits`), in order.

        >>> lanes = Lanes(roles=3)
        >>> lanes.roles_of(lanes.bits[0] | lanes.bits[2])
        [0, 2]
        """
        found: list[int] = []
        while bits:
            found.append(((bits & -bits).bit_length() - 1) // _LANE)
            bits &= bits - 1
        return found

    def reaching(self, packed: int, least: int) -> int:
        """Return the bits (`bits`) of the roles whose score is not below the least.

        >>> lanes = Lanes(roles=2)
        >>> lanes.reaching(lanes.packed([5, -7]), least=0) == lanes.bits[0]
        True
        """
        signs = self._signs
        return (packed - least * self._ones + signs) & signs


@frozen
class Model:
    """Weights of facts and of neighboring roles. Immutable.

    >>> model = Model(roles=(Role.BODY, Role.SHARE), weights={"w:شارك": (1, 300)}, steps=((0, 0), (0, 0)))
    >>> model.decode([model.lanes.packed(model.scores(["w:شارك"]))])
    [<Role.SHARE: 'share'>]
    """

    roles: tuple[Role, ...]
    """The roles, in the order of scores."""
    weights: Mapping[str, Sequence[int]] = field(repr=False, eq=False)
    """For each fact, role and weight by turns: the index of a role, its weight in hundredths."""
    steps: tuple[tuple[int, ...], ...] = field(repr=False, eq=False)
    """The weight of each role (column) right below each role (row)."""
    vocabulary: Vocabulary | None = field(default=None, repr=False, eq=False)
    """The words of the facts, if they are known; else they are read from ``weights``."""
    lanes: Lanes = field(init=False, repr=False, eq=False)
    """How scores of all roles are one integer."""
    _keys: Kept[Key, int] = field(init=False, repr=False, eq=False)
    """The weights of keys."""
    _pairs: Kept[tuple[str, str], int] = field(init=False, repr=False, eq=False)
    """The weights of two words side by side, of those that the model knows."""
    _gains: Kept[int, int] = field(init=False, repr=False, eq=False)
    """By how much more each role can add to the line below than one role, as one integer."""
    _packed_steps: tuple[int, ...] = field(init=False, repr=False, eq=False)
    """The weight of each role right below each role, as one integer."""
    _numbers: dict[Role, int] = field(init=False, repr=False, eq=False)
    """Where each role is among the scores."""
    _vocabulary: Vocabulary = field(init=False, repr=False, eq=False)
    _words: tuple[Kept[str, int], ...] = field(init=False, repr=False, eq=False)
    """For each slot the weights of words that the model knows."""

    @lanes.default
    def _arrange(self) -> Lanes:
        return Lanes(len(self.roles))

    @_packed_steps.default
    def _pack_steps(self) -> tuple[int, ...]:
        return tuple(map(self.lanes.packed, self.steps))

    @_numbers.default
    def _number(self) -> dict[Role, int]:
        return {role: number for number, role in enumerate(self.roles)}

    @_keys.default
    def _keep_keys(self) -> Kept[Key, int]:
        return Kept(lambda key: self._packed(spelled(key)), _MOST_KEYS)

    @_pairs.default
    def _keep_pairs(self) -> Kept[tuple[str, str], int]:
        return Kept(lambda pair: self._packed([PAIR + " ".join(pair)]), _MOST_KEYS)

    @_gains.default
    def _keep_gains(self) -> Kept[int, int]:
        return Kept(self._gains_over, len(self.roles))

    @_vocabulary.default
    def _read_words(self) -> Vocabulary:
        return vocabulary(self.weights) if self.vocabulary is None else self.vocabulary

    @_words.default
    def _keep_words(self) -> tuple[Kept[str, int], ...]:
        def keep(prefixes: tuple[str, ...]) -> Kept[str, int]:
            return Kept(lambda word: self._packed([prefix + word for prefix in prefixes]), _MOST_KEYS)

        return tuple(map(keep, PREFIXES))

    def scores(self, facts: Iterable[str]) -> tuple[int, ...]:
        """Return the score of each role for a line with these facts, its neighbors left out."""
        return self.lanes.scores(self._packed(facts))

    def packed_scores(self, keys: Iterable[Key], spoken: Spoken) -> int:
        """Return the same as one integer (`lanes`), for facts by kind (`arnews.labeling.facts.facts_by_kind`)."""
        total = sum(map(self._keys.__getitem__, keys))
        is_known, by_slot = self._vocabulary.alone.__contains__, self._words
        for slot, words in spoken.words:
            total += sum(map(by_slot[slot].__getitem__, filter(is_known, words)))
        if spoken.row:
            after = self._vocabulary.after
            for left, right in pairwise(spoken.row):
                if left in after and right in after[left]:
                    total += self._pairs[left, right]
        return total

    def _packed(self, facts: Iterable[str]) -> int:
        """Return the weights of facts as one integer."""
        known = [pairs for pairs in map(self.weights.get, facts) if pairs]
        if not known:
            return 0
        scores = [0] * len(self.roles)
        for pairs in known:
            for role, weight in zip(pairs[::2], pairs[1::2], strict=True):
                scores[role] += weight
        return self.lanes.packed(scores)

    def decode(self, lines: Iterable[int | Role]) -> list[Role]:
        """Return the roles of the sequence with the best score.

        A line is given by its scores as one integer (`lanes`), or by its role where that is certain.
        """
        scores_of, reaching, bits = self.lanes.scores, self.lanes.reaching, self.lanes.bits
        packed_steps, gains = self._packed_steps, self._gains
        above: list[tuple[int, int]] = []
        """The roles of the line above that are followed, each with the best score of a sequence that ends there, as far
        as these differ."""
        back: list[bytes] = []
        """For each line, by turns: a role that is followed, and the role above it. A page has 100,000 lines."""
        for line in lines:
            if len(above) > 1:
                above, pairs = self._followed(line, above)
                back.append(pairs)
                continue
            # So it is for nine lines of ten: all sequences go through one role, so their scores differ by what follows.
            origin = above[0][0] if above else 0
            if not isinstance(line, int):
                best = self._numbers[line]
            else:
                total = line + packed_steps[origin] if above else line
                scores = scores_of(total)
                top = max(scores)
                best = scores.index(top)
                liftable = reaching(total + gains[best], top)
                if liftable != bits[best]:
                    above = [(role, scores[role] - top) for role in self.lanes.roles_of(liftable)]
                    back.append(bytes([each for role, _ in above for each in (role, origin)]))
                    continue
            above = [(best, 0)]
            back.append(bytes((best, origin)))
        if not above:
            return []
        last = max(above, key=lambda each: (each[1], -each[0]))[0]
        path: list[Role] = []
        roles = self.roles
        for pairs in reversed(back):
            path.append(roles[last])
            last = pairs[1] if len(pairs) == 2 else pairs[pairs[::2].index(last) * 2 + 1]
        return path[::-1]

    def _followed(self, line: int | Role, above: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], bytes]:
        """Return the roles that are followed from several above, and by turns each of them and the one above it."""
        lanes = self.lanes
        ways = [(origin, lanes.scores(self._packed_steps[origin] + lanes.all_roles(score))) for origin, score in above]
        reached = [*map(max, *[scores for _, scores in ways])]
        if isinstance(line, int):
            totals = [*map(add, lanes.scores(line), reached)]
            top = max(totals)
            # Those that no line below can lift above the best one are left out, which changes no answer.
            liftable = lanes.reaching(lanes.packed(totals) + self._gains[totals.index(top)], top)
            followed = [(role, totals[role] - top) for role in lanes.roles_of(liftable)]
        else:
            followed = [(self._numbers[line], 0)]
        origins = [next(origin for origin, scores in ways if scores[role] == reached[role]) for role, _ in followed]
        return followed, bytes(
            [each for (role, _), origin in zip(followed, origins, strict=True) for each in (role, origin)]
        )

    def _gains_over(self, best: int) -> int:
        """Return by how much more each role can add to the line below than one role, as one integer."""
        return self.lanes.packed([max(0, *map(sub, row, self.steps[best])) for row in self.steps])


@cache
def load_model() -> Model:
    """Return the model that comes with arnews, read once a process.

    >>> Role.BODY in load_model().roles
    True
    """
    read = read_model()
    return Model(
        roles=tuple(map(Role, read["roles"])),
        weights=read["weights"],
        steps=tuple(map(tuple, read["steps"])),
        vocabulary=read["vocabulary"],
    )
