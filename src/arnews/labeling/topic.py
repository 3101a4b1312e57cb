"""What a line speaks of: the stems of its rarer words, so that inflected forms of a word and its particles are one."""

from __future__ import annotations

import re
from functools import cache
from itertools import filterfalse

from arnews.data_files import read_text
from arnews.labeling.words import load_words
from arnews.text.letters import FOLDED

__all__ = ["stems_in", "topic_of"]

_LETTER = f"[{FOLDED}]"
_SHORTEST = 3
"""Letters from which what is left after a prefix is a stem."""
_LONGEST = 5
"""Letters of a stem: endings of number, gender and person come after them."""


def topic_of(unified: str) -> frozenset[str]:
    """Return the stems of the words that say what a line speaks of.

    ``unified`` is the line as `arnews.text.fold.unify` makes it, without vowel marks and controls.

    >>> sorted(topic_of("افتتح الوزير «المتحف» والمتحف، في"))
    ['افتتح', 'متحف']
    """
    return frozenset(filterfalse(_common_stems().__contains__, _pattern().findall(unified)))


def stems_in(unified: str) -> frozenset[str]:
    """Return the stems of all words, common ones, too.

    >>> sorted(stems_in("السعوديه سعودي في"))
    ['سعودي']
    """
    return frozenset(_pattern().findall(unified))


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a word, its stem the only group. One search finds all: every text has hundreds.

    The longest prefix after which a stem is left is none of it; mostly there is no prefix.
    """
    prefixes = "|".join(sorted(load_words().noun_prefixes, key=lambda prefix: (-len(prefix), prefix)))
    stem = f"({_LETTER}{{{_SHORTEST},{_LONGEST}}}+)"
    return re.compile(f"(?:{prefixes}|){stem}{_LETTER}*+")


@cache
def _common_stems() -> frozenset[str]:
    """Return the stems that so many articles have that they say nothing of a topic."""
    return frozenset(read_text("labeling/data/common_stems.txt").split())
