"""Lines that begin alike and go on differently."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from arnews.teaching.learn.lines import ENOUGH, Line
from arnews.teaching.learn.shapes import literal
from arnews.text.fold import squeeze
from arnews.text.letters import BLANKS

__all__ = ["Start", "starts_of"]

_FEWEST = 2
_MOST = 6
"""Words of a beginning."""
_PARAGRAPH = 30
_MARGIN = 6
"""Words by which a line may be longer than those that were seen."""
_EDGES = BLANKS + ".:\u060c,\u2026-\u2013\u2014|/\u0640\"'\u00ab\u00bb"


@frozen(eq=False)
class Start:
    """A beginning that several lines share."""

    phrase: str
    """The beginning, as a rule writes it."""
    lines: tuple[Line, ...]
    """The lines, each of which goes on."""
    longest: int
    """Words up to which a line was seen; 0 if one is as long as a paragraph."""


def starts_of(lines: Sequence[Line]) -> list[Start]:
    """Return the longest beginnings of two to six words that lines of at least three articles share.

    Of two beginnings that the same articles share, the longer one; the shorter one if more articles have it.
    """
    groups: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in lines:
        words = line.key.split()
        for size in range(_FEWEST, min(_MOST, len(words) - 1) + 1):
            groups[tuple(words[:size])].append(line)
    families = {words: {line.family for line in group} for words, group in groups.items()}
    # Beginnings that one more word does not make rarer say less than the longer ones.
    covered = {words[:-1] for words, own in families.items() if own == families.get(words[:-1])}
    return [
        Start(_printed(group[0].text, words), tuple(group), _longest(group))
        for words, group in groups.items()
        if len(families[words]) >= ENOUGH and words not in covered
    ]


def _printed(text: str, words: tuple[str, ...]) -> str:
    """Return the beginning as the text prints it, as far as it can be told; folded otherwise."""
    end = 0
    for found in re.finditer(r"\S+", text):
        end = found.end()
        key = squeeze(text[:end]).split()
        if len(key) >= len(words):
            if tuple(key) == words:
                return literal(text[:end].strip(_EDGES))
            break
    return " ".join(words)


def _longest(lines: Sequence[Line]) -> int:
    longest = max(len(line.text.split()) for line in lines)
    return 0 if longest > _PARAGRAPH else longest + _MARGIN
