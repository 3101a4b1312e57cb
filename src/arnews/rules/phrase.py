"""The language of phrases: words, gaps in braces, choices in angle brackets, optional parts in square ones.

Everything is folded for the writer (`arnews.text.fold`), so a phrase is written as it is printed.
A phrase becomes a small tree; patterns and lists of variants are made from it in other modules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from arnews.errors import ConfigurationError
from arnews.printing import shown
from arnews.text.fold import fold

__all__ = ["GAPS", "GAP_WORDS", "Choice", "Gap", "Mark", "Phrase", "Space", "Tree", "Word", "parse_phrase"]

GAPS = {
    "person": "a name: one to six words without digits",
    "place": "a place: one to four words without digits",
    "outlet": "a site, paper or agency: one to six words",
    "number": "digits, also with separators for thousands",
    "date": "a date: up to fifteen words, one of them with digits",
    "network": "one or more names of social networks, as rule share/network lists them",
    "any": "one to twenty words of any kind",
}
"""The gaps that a phrase may have, and what each matches."""
GAP_WORDS = {"person": 6, "place": 4, "outlet": 6, "number": 3, "date": 15, "network": 16, "any": 20}
"""The most words, or names of networks, that each gap takes."""

_MOST_BRACKETS = 400
_DEEPEST = 10
"""Brackets inside brackets; Python's own patterns and calls end at some hundred."""
_LONGEST = 2_000
"""Code points of a phrase, which is in one line of a newspaper."""
_MOST_WAYS = 4_000_000
"""Ways to match that a phrase may have: a text that nearly matches may be tried in all of them, some 10 million a
second. The largest shipped phrase has 2.3 million, whose words differ, so that most are never tried."""


@frozen
class Word:
    """Letters and digits, folded; perhaps only a part of a word, if a choice is beside them."""

    letters: str


@frozen
class Space:
    """Where one word ends and another begins."""


@frozen
class Mark:
    """A mark of punctuation, which counts at the start, the end and inside, not in a whole block."""

    char: str


@frozen
class Gap:
    """A place for words that the phrase does not know; see `GAPS`."""

    name: str


@frozen
class Choice:
    """One of several trees, or none of them if it is optional."""

    trees: tuple[Tree, ...]
    optional: bool


Tree = tuple[Word | Space | Mark | Gap | Choice, ...]

_ATOM = re.compile(r"\\(?P<escaped>.)|\{(?P<gap>[a-z]+)\}|(?P<word>[^\W_]+)|(?P<space>\s+)|(?P<other>.)", re.DOTALL)
_PARTNER = {"[": "]", "<": ">"}


@frozen
class Phrase:
    """A phrase, read.

    >>> parse_phrase("شارك [هذا] المقال").size
    2
    """

    text: str
    """The phrase as written."""
    tree: Tree = field(repr=False)
    """What it is made of."""

    @property
    def size(self) -> int:
        """In how many ways it can be printed, gaps aside."""
        return _size(self.tree)

    @property
    def ways(self) -> int:
        """In how many ways it can match: how it can be printed, times the numbers of words that its gaps take."""
        return _size(self.tree, GAP_WORDS)

    @cached_property
    def has_gap(self) -> bool:
        """Whether it has a gap anywhere."""
        return any(isinstance(atom, Gap) for atom in _atoms(self.tree))


def _size(tree: Tree, gaps: Mapping[str, int] = MappingProxyType({})) -> int:
    size = 1
    for part in tree:
        if isinstance(part, Choice):
            size *= sum(_size(each, gaps) for each in part.trees) + part.optional
        elif isinstance(part, Gap):
            size *= gaps.get(part.name, 1)
    return size


def _atoms(tree: Tree) -> list[Word | Space | Mark | Gap]:
    atoms: list[Word | Space | Mark | Gap] = []
    for part in tree:
        if isinstance(part, Choice):
            for each in part.trees:
                atoms += _atoms(each)
        else:
            atoms.append(part)
    return atoms


def parse_phrase(text: str) -> Phrase:
    """Read a phrase. Raises ConfigurationError with one sentence if it is wrong.

    A backslash makes the next bracket, brace or bar an ordinary mark.

    >>> parse_phrase("تابع[وا]نا").tree[0]
    Word(letters='تابع')
    >>> parse_phrase("{somebody} يكتب")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: phrase «{somebody} يكتب» has the unknown gap {somebody}; \
known are {person}, {place}, {outlet}, {number}, {date}, {network}, {any}
    """
    reader = _Reader(text)
    phrase = Phrase(text, reader.tree(closing=""))
    atoms = _atoms(phrase.tree)
    if not any(isinstance(atom, Word | Gap) for atom in atoms):
        raise ConfigurationError(f"phrase «{text}» has no words")
    if not any(isinstance(atom, Word) or (isinstance(atom, Gap) and atom.name == "network") for atom in atoms):
        raise ConfigurationError(f"phrase «{text}» is only gaps, so it would match anything")
    if phrase.ways > _MOST_WAYS:
        raise ConfigurationError(f"phrase «{text}» can match in more than {_MOST_WAYS:,} ways; split it")
    return phrase


class _Reader:
    """Reads a phrase from left to right."""

    def __init__(self, text: str) -> None:
        if len(text) > _LONGEST:
            raise ConfigurationError(f"phrase «{shown(text)}» has more than {_LONGEST:,} characters; split it")
        self.text = text
        self.atoms = [
            (match.lastgroup or "", match.group(match.lastgroup or 0)) for match in _ATOM.finditer(fold(text))
        ]
        self.at = 0
        self.depth = 0
        if sum(kind == "other" and value in "[]<>|" for kind, value in self.atoms) > _MOST_BRACKETS:
            raise ConfigurationError(f"phrase «{text}» has more than {_MOST_BRACKETS} brackets and bars; split it")

    def tree(self, closing: str) -> Tree:
        """Read up to the closing bracket, or up to a bar inside brackets, or to the end."""
        parts: list[Word | Space | Mark | Gap | Choice] = []
        while self.at < len(self.atoms):
            kind, value = self.atoms[self.at]
            if kind == "other" and closing and value in (closing, "|"):
                break
            self.at += 1
            parts.append(self._part(kind, value))
        return _trimmed(parts)

    def _part(self, kind: str, value: str) -> Word | Space | Mark | Gap | Choice:
        if kind == "word":
            return Word(value)
        if kind == "space":
            return Space()
        if kind == "gap":
            if value not in GAPS:
                known = ", ".join(f"{{{name}}}" for name in GAPS)
                raise ConfigurationError(f"phrase «{self.text}» has the unknown gap {{{value}}}; known are {known}")
            return Gap(value)
        if kind == "other" and value in _PARTNER:
            return self._choice(_PARTNER[value])
        if kind == "other" and value in "]>":
            raise ConfigurationError(f"phrase «{self.text}» has a bracket without its partner")
        return Word(value) if kind == "escaped" and value.isalnum() else Mark(value)

    def _choice(self, closing: str) -> Choice:
        trees: list[Tree] = []
        self.depth += 1
        if self.depth > _DEEPEST:
            raise ConfigurationError(f"phrase «{self.text}» has brackets inside brackets, more than {_DEEPEST} deep")
        while True:
            trees.append(self.tree(closing))
            if self.at >= len(self.atoms):
                raise ConfigurationError(f"phrase «{self.text}» has a bracket without its partner")
            self.at += 1
            if self.atoms[self.at - 1][1] == closing:
                break
        self.depth -= 1
        if not all(trees):
            raise ConfigurationError(f"phrase «{self.text}» has brackets or a bar with nothing beside them")
        return Choice(tuple(trees), optional=closing == "]")


def _trimmed(parts: list[Word | Space | Mark | Gap | Choice]) -> Tree:
    """Drop spaces at the ends and beside marks: beside a mark there may be a space or not."""
    if all(isinstance(part, Space) for part in parts):
        return tuple(parts[:1])
    kept: list[Word | Space | Mark | Gap | Choice] = []
    for index, part in enumerate(parts):
        beside = parts[index - 1 : index] + parts[index + 1 : index + 2]
        at_end = index in (0, len(parts) - 1)
        if not (isinstance(part, Space) and (at_end or any(isinstance(other, Mark) for other in beside))):
            kept.append(part)
    return tuple(kept)
