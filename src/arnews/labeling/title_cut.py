"""Titles glued in front of the first paragraph: where the lead begins, by what titles and leads are made of.

Flattened documents print «title lead» without any mark between them. Each word is part of the title, the first of the
lead, or one after it. A model of three states weighs what each word looks like, whether it begins paragraphs or is a
verb, what is before it, and how many words of the title come again; the cuts compete with each other and with no cut.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from operator import add

from attrs import field, frozen

from arnews.data_files import read_text
from arnews.labeling.pieces import Piece, part_of
from arnews.labeling.title_facts import Key, spelled
from arnews.labeling.title_words import FEWEST, UNKNOWN, Looks, line_of, looks_of
from arnews.roles import Role
from arnews.text.memory import Kept

__all__ = ["TitleModel", "begins_sentence", "cut_title", "is_flattened", "load_title_model", "opener_class"]

_PARAGRAPHS = 3
"""Paragraphs up to which a document counts as flattened: there a glued title is the rule, elsewhere the exception."""
_FLAT, _LINES = 0.6, 0.95
"""Probability that a cut needs in a flattened document and in one of several lines. With .75 instead of .6 there six of
the 51 titles that are glued in the labeled texts are not found; with .6, 63 of 1,122 paragraphs without a title are cut
by weights made without them."""
_NOTHING = (0, 0, 0)
_REMEMBERED = 30_000
"""Keys whose sums are kept: those of some thousand documents, a few megabytes."""
_OPENERS = frozenset("0123")
"""Classes of words that begin sentences."""
_CLASSES = tuple(map(str, range(-4, 4)))
_NEAR = 2
"""Words about the best cut among which another one is as good: the place and the agency of a dateline."""


@frozen
class TitleModel:
    """Weights for where a lead begins."""

    openers: Mapping[str, int] = field(repr=False, eq=False)
    """Words that begin sentences: how much more often than they are inside one, as a logarithm (hundredths)."""
    verbs: Mapping[str, int] = field(repr=False, eq=False)
    """Words that follow what only verbs follow: how often, in three classes."""
    weights: Mapping[str, tuple[int, int, int]] = field(repr=False, eq=False)
    """The weight (hundredths) of each fact for a word of the title, the first of the lead, another one of the lead."""
    steps: tuple[int, int, int, int]
    """The weights of neighbors: both in the title, title and lead, the first and the second of the lead, both later."""
    classes: Mapping[str, str] = field(init=False, repr=False, eq=False)
    """The class of each opener (`opener_class`)."""

    looks: Looks = field(init=False, repr=False, eq=False)
    """What words look like."""
    _sums: Kept[Key, tuple[int, int]] = field(init=False, repr=False, eq=False)
    """What the facts of a key say for the title and for the first word of the lead, each against another word of it."""

    _neighbors: Kept[int, list[int]] = field(init=False, repr=False, eq=False)
    """For each number of words the weights of neighbors at each cut."""

    @_neighbors.default
    def _keep_neighbors(self) -> Kept[int, list[int]]:
        return Kept(self._steps_of, _REMEMBERED)

    @looks.default
    def _keep_looks(self) -> Looks:
        return looks_of(self.classes, self.verbs)

    @_sums.default
    def _keep_sums(self) -> Kept[Key, tuple[int, int]]:
        return Kept(self._sum, _REMEMBERED)

    @classes.default
    def _classify(self) -> dict[str, str]:
        return {word: _CLASSES[max(-4, min(3, round(strength / 100))) + 4] for word, strength in self.openers.items()}

    def _sum(self, key: Key) -> tuple[int, int]:
        rows = [self.weights.get(fact, _NOTHING) for fact in spelled(key)]
        return sum(title - lead for title, _, lead in rows), sum(begin - lead for _, begin, lead in rows)

    def _steps_of(self, count: int) -> list[int]:
        """Return for each cut of a line of so many words the weights of neighbors."""
        inside, into, second, after = self.steps
        above = [0, *[into + inside * at for at in range(count - 1)]]
        below = [0, *[second + after * at for at in range(count - 1)]]
        return [*map(add, above, reversed(below))]

    def best(self, text: str) -> tuple[float, int]:
        """Return the probability of a cut about the best one, and the offset of that: 0 if no cut is better."""
        line = line_of(text, self.looks)
        if not line.offsets:
            return 1.0, 0
        sums_of = self._sums.__getitem__
        kinds = [zip(*map(sums_of, keys), strict=True) for keys in line.columns]
        titles, begins = [[*map(sum, zip(*each, strict=True))] for each in zip(*kinds, strict=True)]
        for index, key in line.datelines.items():
            title, begin = sums_of(key)
            titles[index] += title
            begins[index] += begin
        titled = accumulate(titles, initial=0)  # what is above each cut as a title
        scores = [*map(sum, zip(titled, begins, self._neighbors[len(begins)], strict=False))]
        best = max(scores)
        exp = math.exp
        shares = [exp((score - best) / 100) for score in scores]
        at = scores.index(best)
        near = shares[max(1, at - _NEAR) : at + _NEAR + 1] if at else shares[:1]
        return sum(near) / sum(shares), line.offsets[at]


@cache
def load_title_model() -> TitleModel:
    """Return the model that comes with arnews, read once a process."""
    import json

    data = json.loads(read_text("labeling/data/title.json"))
    return TitleModel(data["openers"], data["verbs"], data["weights"], tuple(data["steps"]))


def is_flattened(pieces: list[Piece]) -> bool:
    """Tell whether a document has so few paragraphs that it lost its line breaks.

    >>> is_flattened([])
    True
    """
    return sum(piece.prose and piece.role is None for piece in pieces) <= _PARAGRAPHS


def cut_title(pieces: list[Piece], model: TitleModel | None = None) -> list[Piece]:
    """Return the pieces with a title cut off the first paragraph if it is glued there and no line above can be one.

    >>> from arnews.labeling.pieces import make
    >>> lead = "أعلن محافظ المدينة الساحلية أمس توريد القمح المحلي إلى صوامع المدينة مع بداية الموسم الجديد."
    >>> [piece.text for piece in cut_title([make(0, f"توريد القمح لصوامع المدينة {lead}")])] == [
    ...     "توريد القمح لصوامع المدينة", lead]
    True
    """
    first = next((index for index, piece in enumerate(pieces) if piece.prose and piece.role is None), None)
    if first is None or any(piece.role is None and piece.words > FEWEST for piece in pieces[:first]):
        return pieces
    piece = pieces[first]
    begins, flat = begins_sentence(piece), is_flattened(pieces)
    if begins and not flat:
        return pieces
    probability, offset = (model or load_title_model()).best(piece.text)
    if not offset or probability < (_FLAT if flat and not begins else _LINES):
        return pieces
    title, lead = part_of(piece, 0, offset, cut=False), part_of(piece, offset, len(piece.text))
    if title is None or lead is None:
        return pieces
    title.propose(Role.HEADLINE, "cut.title")
    title.prose = False
    lead.cut = False
    return [*pieces[:first], title, lead, *pieces[first + 1 :]]


def begins_sentence(piece: Piece) -> bool:
    """Tell whether a line begins with a word that begins sentences, as few titles do.

    >>> from arnews.labeling.pieces import make
    >>> begins_sentence(make(0, "وأضاف أن المعرض يستمر أسبوعين"))
    True
    """
    return opener_class(piece.unified.split(None, 1)[0]) in _OPENERS


def opener_class(word: str) -> str:
    """Return how much a word looks like one that begins a sentence: `?` unknown, -4 (never) to 3.

    >>> opener_class("واضاف") == opener_class("كتاب")
    False
    """
    return load_title_model().classes.get(word, UNKNOWN)
