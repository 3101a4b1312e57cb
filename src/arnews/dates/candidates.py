"""Where in a long text a date can be, cheaply: only these places are read in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from arnews.dates.tables import lexicon, load_data
from arnews.dates.tokens import Shape, read_shape
from arnews.text.fold import fold
from arnews.text.letters import BLANKS
from arnews.text.memory import remembered

__all__ = ["read_shapes"]

_NUMBER = re.compile(r"\d+")
_SIGN = r"[\s)]{0,2}[/\\.\-–—ـ_\u060d\u200e\u200f]{1,3}\s{0,2}"
_SEPARATED = re.compile(rf"{_SIGN}\d{{1,4}}{_SIGN}\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_GAP = BLANKS + "-–—ـ_/\\.,،()[]\u200e\u200f"
_LEFT, _RIGHT = 40, 60
"""Code points around an anchor that belong to the place."""
_NEAR = 28


class _Words(NamedTuple):
    months: frozenset[str]
    """First and last words of the names of months, and year words."""
    between: frozenset[str]
    """Words that are between day and month."""
    amounts: frozenset[str]
    """Units and number words, after «منذ»."""
    ordinals: frozenset[str]
    """Ordinal words, as they are printed."""
    since: tuple[str, ...]
    """Words in front of a distance, as they are printed."""


@cache
def _words() -> _Words:
    words, phrases = lexicon().words, lexicon().phrases
    named = {word for word, entry in words.items() if entry.code in "GHBy"}
    for first, found in phrases.items():
        for rest, entry in found:
            if entry.code in "GHB":
                named.update((first, rest[-1]))
    between = frozenset(word for word, entry in words.items() if entry.code in "os")
    amounts = frozenset(word for word, entry in words.items() if entry.code in "uDsyQlq")
    ordinal = frozenset(form for forms in load_data("numbers")["ordinal"] for form in forms)
    printed = frozenset(form for name in ordinal | {"غرة"} for form in (name, name.replace("أ", "ا")))
    return _Words(frozenset(named), between, amounts, printed, tuple(load_data("words")["since"]))


def read_shapes(text: str) -> Iterator[Shape]:
    """Yield the shapes of the places of a text where a date can be, in order, offsets into the text."""
    for start, end in _places(text):
        yield read_shape(text[start:end], start)


def _places(text: str) -> list[tuple[int, int]]:
    """Return spans that hold every date of the text; none crosses a line break."""
    anchors = sorted({*_number_anchors(text), *_word_anchors(text)})
    places: list[tuple[int, int]] = []
    for start, end in anchors:
        left = text.rfind("\n", max(0, start - _LEFT), start) + 1 or _word_start(text, max(0, start - _LEFT))
        right = text.find("\n", end, end + _RIGHT)
        right = right if right >= 0 else _word_end(text, min(len(text), end + _RIGHT))
        if places and left <= places[-1][1]:
            places[-1] = (places[-1][0], max(right, places[-1][1]))
        else:
            places.append((left, right))
    return places


def _word_start(text: str, at: int) -> int:
    """Return an offset a little to the left that does not cut a word or number in two."""
    space = text.rfind(" ", max(0, at - _NEAR), at + 1)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int) -> int:
    space = text.find(" ", at, at + _NEAR)
    return space if space >= 0 else at


def _number_anchors(text: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers beside the name of a month, a year word, or a separator and another number."""
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if end - start > 4:
            continue
        if _SEPARATED.match(text, end) is not None or _is_month_after(text, end):
            yield start, end
            continue
        before = text[max(0, start - _NEAR) : start].rstrip(_GAP).rsplit(None, 1)
        if before and _names_month(before[-1], True):
            yield start, end


def _is_month_after(text: str, end: int) -> bool:
    after = text[end : end + _NEAR].lstrip(_GAP).split(None, 3)
    if not after:
        return False
    if _names_month(after[0]):
        return True
    return _is_between(after[0]) and (len(after) < 3 or any(map(_names_month, after[1:3])))


@remembered(most=2048, longest=40)
def _names_month(word: str, last: bool = False) -> bool:
    """Tell whether the first (or last) letters of a piece of text are a month or a year word."""
    letters = _LETTERS.findall(fold(word))
    return bool(letters) and letters[-1 if last else 0] in _words().months


@remembered(most=2048, longest=40)
def _is_between(word: str) -> bool:
    return fold(word) in _words().between


def _word_anchors(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words that open a distance from now, and ordinals in front of the name of a month."""
    words = _words()
    for since in words.since:
        for start, end in _occurrences(text, since):
            after = text[end : end + _NEAR].split(None, 1)
            if after and _counts(after[0]):
                yield start, end
    for ordinal in words.ordinals.intersection(text.split()):
        for start, end in _occurrences(text, ordinal):
            after = text[end : end + _NEAR].split(None, 3)[:3]
            if any(map(_names_month, after)):
                yield start, end


def _occurrences(text: str, word: str) -> Iterator[tuple[int, int]]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


@remembered(most=2048, longest=40)
def _counts(word: str) -> bool:
    """Tell whether a piece of text is a number or a unit of time."""
    folded = fold(word)
    return folded[:1].isdigit() or folded in _words().amounts
