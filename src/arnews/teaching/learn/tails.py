"""What is glued to the end of the text: after its last sentence, on the same line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from arnews.roles import Role
from arnews.rules import Position
from arnews.teaching.learn.lines import ENOUGH, Line, Place, Spot
from arnews.teaching.learn.shapes import literal
from arnews.teaching.learn.starts import Start, starts_of
from arnews.text.fold import squeeze
from arnews.text.letters import SENTENCE_END

__all__ = ["Tail", "tails_of"]

_AFTER = re.compile(rf"(?<=[{SENTENCE_END}])[\"\u00bb\u201d)]?\s+|\s{{2,}}")
_SENTENCE = re.compile(r"\.(?:\s|$)")
_FEWEST_WORDS = 6
"""Words from which what is glued to most texts is no formula of their writers."""


@frozen(eq=False)
class Tail:
    """Ends of texts that are alike."""

    phrase: str
    """What is common to them, as a rule writes it."""
    position: Position
    """``end`` if they are the same, ``inside`` if they only begin alike."""
    lines: tuple[Line, ...]
    """The ends, as if each were a line."""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The ends and where they are."""
        return tuple(
            Spot(line, Place.BOTTOM, Role.BODY, None, before_title=False, in_prose=False) for line in self.lines
        )


def tails_of(documents: Sequence[Sequence[Line]]) -> Iterator[Tail]:
    """Yield the ends of texts that three different articles share, or that begin alike in three.

    What has a full stop is a sentence of the text, unless it is the same everywhere.
    """
    tails = [tail for document in documents for tail in _tails(document)]
    same: dict[str, list[Line]] = defaultdict(list)
    for tail in tails:
        same[tail.key].append(tail)
    for group in same.values():
        if len({line.family for line in group}) >= ENOUGH and group[0].key.count(" ") + 1 >= _FEWEST_WORDS:
            yield Tail(literal(group[0].text), Position.END, tuple(group))
    for start in _shortest(starts_of([tail for tail in tails if not _SENTENCE.search(tail.text)])):
        yield Tail(start.phrase, Position.INSIDE, start.lines)


def _shortest(starts: Sequence[Start]) -> list[Start]:
    """Return beginnings, those of more lines first: what is known of one is often known of its first words only."""
    return sorted(starts, key=lambda start: (-len(start.lines), len(start.phrase), start.phrase))


def _tails(document: Sequence[Line]) -> Iterator[Line]:
    """Yield what is after each end of a sentence in the last line of the text, the longest first."""
    body = [line for line in document if line.role is Role.BODY]
    if not body or not body[-1].prose:
        return
    last = body[-1]
    for found in _AFTER.finditer(last.text):
        text = last.text[found.end() :]
        if text.strip():
            yield evolve(last, start=last.start + found.end(), text=text, key=squeeze(text), whole=True)
