"""What a line speaks of: the stems of its rarer words, so that inflected forms of a word and its particles are one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from arnews.labeling.words import load_words

__all__ = ["common_stems", "stem_of", "topic_of"]

_SHORTEST = 4
"""Letters from which a word says what a line speaks of; shorter ones are particles, mostly."""
_LONGEST = 20
"""Letters up to which a word is one: longer ones are addresses and glued lines."""
_STEM = 5
"""Letters that are compared: endings of number, gender and person come after them."""
_REST = 3
"""Letters that must be left after a prefix."""


def topic_of(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of the words that say what a line speaks of.

    >>> sorted(topic_of(["افتتح", "الوزير", "المتحف", "والمتحف", "في"]))
    ['افتتح', 'متحف']
    """
    # What `stem_of` does, without a call for each word: every text asks for hundreds.
    known = _KNOWN.get
    return (
        frozenset([known(word) or _learn(word) for word in words if _SHORTEST <= len(word) <= _LONGEST])
        - common_stems()
    )


_KNOWN: dict[str, str] = {}
"""Stems of words, kept when they are first asked for."""
_MOST_KNOWN = 1 << 15
"""Words that are kept: as many as a thousand articles have."""


def _learn(word: str) -> str:
    stem = _stem(word)
    if len(_KNOWN) < _MOST_KNOWN:
        _KNOWN[word] = stem
    return stem


def _stem(word: str) -> str:
    for prefix in _prefixes():
        if word.startswith(prefix) and len(word) >= len(prefix) + _REST:
            return word[len(prefix) : len(prefix) + _STEM]
    return word[:_STEM]


@cache
def _prefixes() -> tuple[str, ...]:
    """Return the prefixes of nouns, the longest first."""
    return tuple(sorted(load_words().noun_prefixes, key=lambda prefix: (-len(prefix), prefix)))


def stem_of(word: str) -> str:
    """Return the stem of a folded word, an empty string if the word is too short or too long to say anything.

    >>> stem_of("السعوديه"), stem_of("سعودي"), stem_of("في")
    ('سعودي', 'سعودي', '')
    """
    return _stem(word) if _SHORTEST <= len(word) <= _LONGEST else ""


@cache
def common_stems() -> frozenset[str]:
    """Return the stems that so many articles have that they say nothing of a topic, and the empty one."""
    from importlib.resources import files

    text = (files("arnews.labeling") / "data" / "common_stems.txt").read_text(encoding="utf-8")
    return frozenset(["", *text.split()])
