"""A text as a string of codes: one letter a word, number or sign."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from arnews.dates.tables import Entry, lexicon
from arnews.text.fold import fold, fold_with_offsets, unify
from arnews.text.letters import ARABIC, TATWEEL

__all__ = ["Shape", "read_shape"]

# A time that is glued behind a date is cut off: «2012-06-0603:40», «201212:30».
_TOKEN = re.compile(r"[0-9]{2}(?=[0-9]{2}:[0-9]{2})|[0-9]{4}(?=[0-9]{2}:[0-9]{2})|[0-9]+|[^\W\d_]+|[^\w\s]|_|\n")
_DASH = re.compile(f"(?<![{ARABIC}]){TATWEEL}+(?![{ARABIC}])")
_NUMBER_CODES = ("", "a", "b", "c", "Y", "x", "x", "x", "E")


class Shape(NamedTuple):
    """A text as codes; see `arnews.dates.tables`.

    >>> read_shape("الجمعة 28 فبراير 2025").codes
    'WbGY'
    """

    codes: str
    """One letter a token."""
    values: list[Any]
    """What each token means: a number, a month, a zone."""
    starts: list[int]
    """Offset of each token in the text that was given."""
    ends: list[int]
    """Offset behind each token."""
    tokens: list[str]
    """The folded tokens."""


def read_shape(text: str, base: int = 0) -> Shape:
    """Return the shape of a text; ``base`` is added to the offsets.

    >>> read_shape("٤/٣/٢٠٢٥م").codes
    'a/a/Ym'
    """
    if TATWEEL in text:
        # Deleted with the ornaments, it would glue what it keeps apart.
        text = _DASH.sub(lambda dashes: "-" * len(dashes.group()), text)
    folded = fold(text)
    spans = [match.span() for match in _TOKEN.finditer(folded)]
    tokens = [folded[start:end] for start, end in spans]
    words = lexicon().words
    phrases = lexicon().phrases
    entries: list[Entry] = []
    merged = False
    at = 0
    count = len(tokens)
    kept: list[tuple[int, int]] = []
    while at < count:
        token = tokens[at]
        size = 1
        entry = words.get(token)
        if token in phrases:
            for rest, meaning in phrases[token]:
                size = len(rest) + 1
                if tuple(tokens[at + 1 : at + size]) == rest:
                    entry = meaning
                    merged = True
                    break
            else:
                size = 1
        if entry is None:
            entry = _read_other(token)
        entries.append(entry)
        kept.append((at, at + size - 1))
        at += size
    starts = [spans[first][0] for first, _ in kept]
    ends = [spans[last][1] for _, last in kept]
    if merged:
        tokens = [" ".join(tokens[first : last + 1]) for first, last in kept]
    if len(folded) != len(text) or folded != unify(text):
        offsets = fold_with_offsets(text)
        back = [offsets.span(start, end) for start, end in zip(starts, ends, strict=True)]
        starts = [start for start, _ in back]
        ends = [end for _, end in back]
    if base:
        starts = [start + base for start in starts]
        ends = [end + base for end in ends]
    return Shape("".join([entry[0] for entry in entries]), [entry[1] for entry in entries], starts, ends, tokens)


_WORD = Entry("w", 0)
_SIGN = Entry("?", 0)


def _read_other(token: str) -> Entry:
    """Return the meaning of a token that no table has: a number, a word, a sign."""
    first = token[0]
    if "0" <= first <= "9":
        size = len(token)
        if size == 4 and first == "0":
            return Entry("V", token)
        if size <= 8:
            return Entry(_NUMBER_CODES[size], int(token))
        return Entry("x", 0)
    return _WORD if first.isalpha() else _SIGN
