"""A text as a string of codes: one letter a word, number or sign."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from arnews.dates.tables import Entry, lexicon
from arnews.text.fold import Folded, fold_with_offsets, unify
from arnews.text.letters import ARABIC, IGNORABLE, PRESENTATION, TATWEEL

__all__ = ["Shape", "read_shape"]

# A time that is glued after a date is cut off: «2012-06-0603:40», «201212:30».
_TOKEN = re.compile(r"[0-9]{2}(?=[0-9]{2}:[0-9]{2})|[0-9]{4}(?=[0-9]{2}:[0-9]{2})|[0-9]+|[^\W\d_]+|[^\w\s]|_|\n")
_DASH = re.compile(f"(?<![{ARABIC}]){TATWEEL}+(?![{ARABIC}])")
_IGNORABLE = re.compile(f"[{IGNORABLE}]+")
_PRESENTATION = re.compile(f"[{PRESENTATION}]")
_UNUSUAL = re.compile(f"[{IGNORABLE}{PRESENTATION}]")
_PERSIAN_DIGIT = re.compile("[\u06f0-\u06f9]")
_NUMBER_CODES = ("", "a", "b", "c", "Y", "x", "x", "x", "E")


class _Cuts(NamedTuple):
    """A text without its ornaments, with the way back: cheaper than an offset for each code point."""

    text: str
    """The text without them."""
    places: list[int]
    """Offsets in ``text`` at which ornaments were cut out."""
    sizes: list[int]
    """How many code points were cut out up to each place, this one included; 0 in front."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span after ``text[start:end]``, ornaments after its last letter included."""
        sizes = self.sizes
        return start + sizes[bisect_right(self.places, start)], end + sizes[bisect_right(self.places, end)]


class Shape(NamedTuple):
    """A text as codes; see `arnews.dates.tables`.

    >>> read_shape("الجمعة 28 فبراير 2025").codes
    'WbGY'
    """

    codes: str
    """One letter a token."""
    values: Sequence[Any]
    """What each token means: a number, a month, a zone."""
    tokens: list[str]
    """The folded tokens; the words of a phrase joined by spaces."""
    firsts: list[re.Match[str]]
    """Where each token begins in the folded text."""
    lasts: list[re.Match[str]]
    """Where each token ends."""
    folded: Folded | _Cuts | None
    """The way back to the text, if its folding moved anything."""
    base: int
    """Offset of the text in the one that was given."""
    persian: bool = False
    """Whether its digits are those of Persian."""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the span of ``codes[first:last]`` in the text that was given.

        >>> read_shape("يوم 5/3").span(1, 4)
        (4, 7)
        """
        start, end = self.firsts[first].start(), self.lasts[last - 1].end()
        if self.folded is not None:
            start, end = self.folded.span(start, end)
        return start + self.base, end + self.base


def read_shape(text: str, base: int = 0) -> Shape:
    """Return the shape of a text; ``base`` is added to the offsets.

    >>> read_shape("٤/٣/٢٠٢٥م").codes
    'a/a/Ym'
    """
    folded = _fold(text) if _UNUSUAL.search(text) else None
    plain = unify(text) if folded is None else folded.text
    firsts = lasts = list(_TOKEN.finditer(plain))
    tokens = [match[0] for match in firsts]
    words, phrases = lexicon()[:2]
    if phrases.keys().isdisjoint(tokens):
        known = words.get
        entries = [known(token) or _read_other(token) for token in tokens]
    else:
        entries, tokens, firsts, lasts = _read_phrases(tokens, firsts)
    codes, values = zip(*entries, strict=True) if entries else ((), ())
    persian = plain != text and _PERSIAN_DIGIT.search(text) is not None
    return Shape("".join(codes), values, tokens, firsts, lasts, folded, base, persian)


def _fold(text: str) -> Folded | _Cuts:
    if TATWEEL in text:
        # Deleted with the ornaments, it would glue what it keeps apart.
        text = _DASH.sub(lambda dashes: "-" * len(dashes.group()), text)
    if _PRESENTATION.search(text) is not None:
        return fold_with_offsets(text)
    places, sizes = [], [0]
    for match in _IGNORABLE.finditer(text):
        start, end = match.span()
        places.append(start - sizes[-1])
        sizes.append(sizes[-1] + end - start)
    return _Cuts(_IGNORABLE.sub("", unify(text)), places, sizes)


def _read_phrases(
    tokens: list[str], matches: list[re.Match[str]]
) -> tuple[list[Entry], list[str], list[re.Match[str]], list[re.Match[str]]]:
    """Return entries, tokens and places with the words of a phrase made one token."""
    words, phrases = lexicon()[:2]
    entries: list[Entry] = []
    joined: list[str] = []
    firsts: list[re.Match[str]] = []
    lasts: list[re.Match[str]] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        end = at + 1
        entry = words.get(token)
        for rest, meaning in phrases.get(token, ()):
            size = len(rest)
            if tuple(tokens[at + 1 : at + 1 + size]) == rest:
                entry = meaning
                end += size
                token = " ".join(tokens[at:end])
                break
        entries.append(entry or _read_other(token))
        joined.append(token)
        firsts.append(matches[at])
        lasts.append(matches[end - 1])
        at = end
    return entries, joined, firsts, lasts


_WORD = Entry("w", 0)
_SIGN = Entry("?", 0)


def _read_other(token: str) -> Entry:
    """Return the meaning of a token that no table has: a number, a word, a sign."""
    first = token[0]
    if "0" <= first <= "9":
        size = len(token)
        if size == 4 and first == "0":
            return Entry("V", token)
        return Entry(_NUMBER_CODES[size], int(token)) if size <= 8 else Entry("x", 0)
    return _WORD if first.isalpha() else _SIGN
