"""A text as a string of codes: one letter a word, number or sign."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from arnews.dates.tables import Entry, lexicon
from arnews.text.fold import Folded, fold_with_offsets, unify
from arnews.text.letters import ARABIC, IGNORABLE, PRESENTATION, TATWEEL

__all__ = ["Shape", "read_shape"]

# A time that is glued behind a date is cut off: «2012-06-0603:40», «201212:30».
_TOKEN = re.compile(r"[0-9]{2}(?=[0-9]{2}:[0-9]{2})|[0-9]{4}(?=[0-9]{2}:[0-9]{2})|[0-9]+|[^\W\d_]+|[^\w\s]|_|\n")
_DASH = re.compile(f"(?<![{ARABIC}]){TATWEEL}+(?![{ARABIC}])")
_CHANGED = re.compile(f"[{IGNORABLE}{PRESENTATION}]")
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
    tokens: list[str]
    """The folded tokens; the words of a phrase joined by spaces."""
    spans: list[tuple[int, int]]
    """Offsets of each token in the folded text."""
    folded: Folded | None
    """The way back to the text, if its folding moved anything."""
    base: int
    """Offset of the text in the one that was given."""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the span of ``codes[first:last]`` in the text that was given.

        >>> read_shape("يوم 5/3").span(1, 4)
        (4, 7)
        """
        start, end = self.spans[first][0], self.spans[last - 1][1]
        if self.folded is not None:
            start, end = self.folded.span(start, end)
        return start + self.base, end + self.base


def read_shape(text: str, base: int = 0) -> Shape:
    """Return the shape of a text; ``base`` is added to the offsets.

    >>> read_shape("٤/٣/٢٠٢٥م").codes
    'a/a/Ym'
    """
    folded = None
    if _CHANGED.search(text) is None:
        plain = unify(text)
    else:
        if TATWEEL in text:
            # Deleted with the ornaments, it would glue what it keeps apart.
            text = _DASH.sub(lambda dashes: "-" * len(dashes.group()), text)
        folded = fold_with_offsets(text)
        plain = folded.text
    spans = [match.span() for match in _TOKEN.finditer(plain)]
    tokens = [plain[start:end] for start, end in spans]
    words, phrases = lexicon()[:2]
    known = words.get
    if phrases.keys().isdisjoint(tokens):
        entries = [known(token) or _read_other(token) for token in tokens]
    else:
        entries, tokens, spans = _read_phrases(tokens, spans)
    return Shape("".join([entry[0] for entry in entries]), [entry[1] for entry in entries], tokens, spans, folded, base)


def _read_phrases(
    tokens: list[str], spans: list[tuple[int, int]]
) -> tuple[list[Entry], list[str], list[tuple[int, int]]]:
    """Return entries, tokens and spans with the words of a phrase made one token."""
    words, phrases = lexicon()[:2]
    entries: list[Entry] = []
    joined: list[str] = []
    joined_spans: list[tuple[int, int]] = []
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
        joined_spans.append((spans[at][0], spans[end - 1][1]))
        at = end
    return entries, joined, joined_spans


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
