"""Facts of the words of a line: which word is where in it, and which words are side by side.

Such a fact is a prefix and a word, or a prefix and two words. A prefix says where the word is; the words of one
place have the same prefixes, so what a word weighs there is looked up once (`arnews.labeling.model.Model`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = [
    "ABOVE",
    "BELOW",
    "PAIR",
    "PREFIXES",
    "SHORT_LINE",
    "Spoken",
    "Vocabulary",
    "spoken_of",
    "told",
    "vocabulary",
]

SHORT_LINE = 14
"""Words up to which every word of a line is a fact; of longer ones the first and last words say enough."""
_ENDS = 3
"""Words at either end of a longer line that are facts."""
_PLACES = "nbia"
"""Places of a line in its document: no paragraph, before, among, after the paragraphs."""
PREFIXES: tuple[tuple[str, ...], ...] = (
    *(("w:", "wz:" + place) for place in _PLACES),
    *(("f1:", "f1z:" + place) for place in _PLACES),
    ("hw:",),
    ("tw:",),
    ("-1w",),
    ("+1w",),
)
"""The prefixes of each slot: of any word of a short line, by the place of the line; of its first word; of words near
the ends of a long line; of words of the line above and below."""
_ANY = dict(zip(_PLACES, range(len(_PLACES)), strict=True))
_FIRST = dict(zip(_PLACES, range(len(_PLACES), 2 * len(_PLACES)), strict=True))
_HEAD, _TAIL, ABOVE, BELOW = range(2 * len(_PLACES), len(PREFIXES))
PAIR = "b:"
"""The prefix of two words side by side in a short line."""
_NEXT = " "
"""Is between two words of one fact."""


class Spoken(NamedTuple):
    """The words of a line that are facts, by what they are in it."""

    words: list[tuple[int, Iterable[str]]]
    """Slots, each with its words."""
    row: Sequence[str]
    """Words of which neighbors are one fact; empty for a long line."""


def spoken_of(words: list[str], count: int, place: str) -> Spoken:
    """Return the facts of the words of a line that has about ``count`` words.

    >>> list(told(spoken_of(["شارك", "المقال"], 2, "a")))[:3]
    ['f1:شارك', 'f1z:aشارك', 'w:شارك']
    """
    first = _FIRST[place], words[:1]
    if count <= SHORT_LINE:
        return Spoken([first, (_ANY[place], dict.fromkeys(words))], words)
    return Spoken([first, (_HEAD, words[:_ENDS]), (_TAIL, words[-_ENDS:])], ())


def told(spoken: Spoken) -> Iterator[str]:
    """Return the facts, spelled."""
    for slot, words in spoken.words:
        for word in words:
            for prefix in PREFIXES[slot]:
                yield prefix + word
    for left, right in pairwise(spoken.row):
        yield PAIR + left + _NEXT + right


class Vocabulary(NamedTuple):
    """The words that occur in some facts."""

    alone: set[str]
    """Words that are alone in a fact."""
    after: dict[str, set[str]]
    """For words those that are right after them in a fact of two words."""


def vocabulary(facts: Iterable[str]) -> Vocabulary:
    """Return the words of facts.

    >>> vocabulary(["w:شارك", "b:شارك المقال", "bias"])
    Vocabulary(alone={'شارك'}, after={'شارك': {'المقال'}})
    """
    alone: set[str] = set()
    after: dict[str, set[str]] = {}
    prefixes = frozenset(prefix for slot in PREFIXES for prefix in slot)
    sizes = sorted({len(prefix) for prefix in prefixes})
    for fact in facts:
        if _NEXT in fact and fact.startswith(PAIR):
            left, _, right = fact.partition(":")[2].partition(_NEXT)
            after.setdefault(left, set()).add(right)
            continue
        for size in sizes:
            if fact[:size] in prefixes:
                alone.add(fact[size:])
    return Vocabulary(alone, after)
