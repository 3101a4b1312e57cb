"""Where in a long text a date can stand, cheaply: only these places are read in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from arnews.dates.shapes import Shape, read_shape
from arnews.dates.tables import lexicon, load_data
from arnews.text.fold import fold

__all__ = ["read_shapes"]

_NUMBER = re.compile(r"\d+")
_SEPARATED = re.compile(r"[\s)]{0,2}[/\\.\-–—ـ_\u060d\u200e\u200f]{1,3}\s{0,2}\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEFT, _RIGHT = 40, 60
"""Code points around an anchor that belong to the place."""
_NEAR = 28


class _Words(NamedTuple):
    months: frozenset[str]
    """First and last words of the names of months, and year words."""
    between: frozenset[str]
    """Words that stand between day and month."""
    amounts: frozenset[str]
    """Units and number words, behind «منذ»."""
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
    """Yield the shapes of the places of a text where a date can stand, in order, offsets into the text."""
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
    words = _words()
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if end - start > 4:
            continue
        if _SEPARATED.match(text, end) is not None:
            yield start, end
            continue
        behind = _LETTERS.findall(fold(text[end : end + _NEAR]))
        if behind and (
            behind[0] in words.months
            or (behind[0] in words.between and (behind[1:2] == [] or not words.months.isdisjoint(behind[1:3])))
        ):
            yield start, end
            continue
        before = _LETTERS.findall(fold(text[max(0, start - _NEAR) : start]))
        if before and before[-1] in words.months:
            yield start, end


def _word_anchors(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words that open a distance from now, and ordinals in front of the name of a month."""
    words = _words()
    for since in words.since:
        at = text.find(since)
        while at >= 0:
            end = at + len(since)
            behind = fold(text[end : end + _NEAR]).split()[:2]
            if behind and (behind[0][0].isdigit() or behind[0] in words.amounts):
                yield at, end
            at = text.find(since, end)
    if words.ordinals.isdisjoint(text.split()):
        return
    for match in _ordinals().finditer(text):
        behind = fold(text[match.end() : match.end() + _NEAR]).split()[:3]
        if not words.months.isdisjoint(behind):
            yield match.span()


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(_words().ordinals, key=len, reverse=True)) + r")\b")
