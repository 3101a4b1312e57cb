"""Text made comparable: spellings that mean the same get the same letters.

Folding is in two steps, so that offsets stay cheap: `unify` maps one code point to one code point
and never changes the length; `fold` also deletes marks and spells out presentation forms, and
`fold_with_offsets` gives the way back.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from attrs import frozen

from arnews.text.letters import BIDI, BLANKS, IGNORABLE, INVISIBLE, PRESENTATION
from arnews.text.memory import remembered

__all__ = [
    "Folded",
    "Writing",
    "drop_ignorable",
    "drop_with_offsets",
    "exceeds",
    "fold",
    "fold_with_offsets",
    "has_ignorable",
    "has_presentation_forms",
    "head_end",
    "ignorable_in",
    "is_folded",
    "squeeze",
    "strip_invisible",
    "tail_start",
    "unify",
    "words",
    "words_of_unified",
    "writing_of",
]

# The seats of hamza, alef maqsura and ta marbuta are confused in print more often than not.
# These occur in almost every text, so each gets an unconditional pass of `str.replace`.
_SEATS = "أإآىةئؤ"


def _without_seats(text: str) -> str:
    # Written out: a loop takes as long as what it does.
    text = text.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ى", "ي")
    return text.replace("ة", "ه").replace("ئ", "ي").replace("ؤ", "و")


# Seen in one text of twenty: Persian letters and digits, Eastern digits, odd spaces.
_RARE = {
    "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ی": "ي", "ې": "ي", "ے": "ي", "ۍ": "ي", "ک": "ك", "ڪ": "ك",
    "ہ": "ه", "ۀ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه", "ۂ": "ه", "ۓ": "ي", "ۆ": "و",
    **{blank: " " for blank in BLANKS if blank != " "},
    **{chr(0x0660 + n): str(n) for n in range(10)},
    **{chr(0x06F0 + n): str(n) for n in range(10)},
}  # fmt: skip
# Only Latin letters: the lower case of a Greek sigma depends on its neighbors.
_LOWER = {char: char.lower()[0] for char in map(chr, (*range(0x41, 0x5B), *range(0xC0, 0xDF), 0x130))}
_UNIFIED = _RARE | _LOWER
_IGNORABLE = re.compile(f"[{IGNORABLE}]+")
_ANY_IGNORABLE = re.compile(f"[{IGNORABLE}]")
_KEPT = re.compile(f"[^{IGNORABLE}]{{1,200}}")
_ONE_KEPT = re.compile(f"[^{IGNORABLE}]")
_INVISIBLE = re.compile(f"[{BIDI}{INVISIBLE}]+")
_PRESENTATION = re.compile(f"[{PRESENTATION}]")
_WORD = re.compile(r"[^\W_]+")
_UNFOLDED = re.compile(f"[{_SEATS}{''.join(_RARE)}A-Z\u00c0-\u00de\u0130{IGNORABLE}{PRESENTATION}]")
_UNUSUAL = re.compile(f"[{''.join(_RARE)}A-Z\u00c0-\u00de\u0130{IGNORABLE}{PRESENTATION}]")
_LONG = 20_000
_LINE = 240
"""A text that is no longer is looked at once: mostly it holds nothing unusual, and is done."""


def unify(text: str) -> str:
    """Return the text with confusable letters, digits and spaces unified; the length never changes.

    >>> unify("إقرأ أيضاً: ٢٠٢٤")
    'اقرا ايضاً: 2024'
    """
    text = _without_seats(text)
    if len(text) <= _LINE and _UNUSUAL.search(text) is None:
        return text
    # One character in all its places is a third of the work of one run at a time.
    for char in _unusual_in(text):
        text = text.replace(char, _UNIFIED.get(char, char))
    return text


class Writing(NamedTuple):
    """What one look at a text tells of its letters."""

    unified: str
    """The text as `unify` makes it."""
    marks: str
    """Each vowel mark, tatweel and control in it (`ignorable_in`)."""
    shapes: bool
    """Whether it has presentation forms (`has_presentation_forms`)."""


def writing_of(text: str) -> Writing:
    """Return a text unified, and what may be dropped or spelled out in it.

    >>> writing_of("إقرأ أيضاً") == ("اقرا ايضاً", "\u064b", False)
    True
    """
    unusual = _unusual_in(text)
    unified = _without_seats(text)
    for char in unusual:
        unified = unified.replace(char, _UNIFIED.get(char, char))
    marks = "".join(sorted(filter(_ANY_IGNORABLE.match, unusual)))
    return Writing(unified, marks, any(map(_PRESENTATION.match, unusual)))


def _unusual_in(text: str) -> set[str]:
    """Return each character once that is not common in Arabic texts and that folding changes or drops."""
    if len(text) > _LONG:  # of a long text a list of all of them would take more memory than the text
        return {found.group() for found in _UNUSUAL.finditer(text)}
    return set(_UNUSUAL.findall(text))


def fold(text: str) -> str:
    """Return the text made comparable: unified, without marks, tatweel and controls, letters for shapes.

    Idempotent. White space and punctuation stay.

    >>> fold("شَـــارِكْ المقالَة")
    'شارك المقاله'
    """
    if len(text) <= _LINE and _UNUSUAL.search(text) is None:
        return _without_seats(text)
    if _PRESENTATION.search(text):
        text = _PRESENTATION.sub(lambda shape: unicodedata.normalize("NFKC", shape.group()), text)
    return drop_ignorable(unify(text))


def is_folded(text: str) -> bool:
    """Tell whether `fold` would return the text as it is; several times faster than to fold and compare.

    >>> is_folded("شارك المقال"), is_folded("إقرأ")
    (True, False)
    """
    return _UNFOLDED.search(text) is None


@frozen
class Folded:
    """A folded text with the way back.

    >>> folded = fold_with_offsets("مُـحَمَّد علي")
    >>> folded.text, folded.span(0, 4)
    ('محمد علي', (0, 9))
    """

    text: str
    """The folded text."""
    offsets: Sequence[int]
    """For each code point of ``text`` the offset of the one it came from; one more for the end."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original after ``text[start:end]``, marks after its last letter included."""
        if end <= start:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], max(self.offsets[end], self.offsets[end - 1] + 1)


def fold_with_offsets(text: str) -> Folded:
    """Fold and remember where each code point came from.

    >>> fold_with_offsets("أَب").offsets
    (0, 2, 3)
    """
    if _PRESENTATION.search(text):
        return _spelled_out(text)
    unified = unify(text)
    if _ANY_IGNORABLE.search(unified) is None:
        return Folded(unified, range(len(text) + 1))
    kept: list[str] = []
    # Of a long text the numbers as objects would take ten times the memory of the text.
    offsets: list[int] | array[int] = array("I") if len(text) > _LONG else []
    at = 0
    for ignored in _IGNORABLE.finditer(unified):
        kept.append(unified[at : ignored.start()])
        offsets.extend(range(at, ignored.start()))
        at = ignored.end()
    kept.append(unified[at:])
    offsets.extend(range(at, len(text) + 1))
    return Folded("".join(kept), tuple(offsets) if isinstance(offsets, list) else offsets)


def _spelled_out(text: str) -> Folded:
    """Fold one code point after the other, because a shape may be several letters."""
    letters: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        for letter in fold(char):
            letters.append(letter)
            offsets.append(at)
    offsets.append(len(text))
    return Folded("".join(letters), tuple(offsets))


def words(text: str) -> list[str]:
    """Return the folded words: runs of letters and digits.

    >>> words("إقرأ أيضًا..")
    ['اقرا', 'ايضا']
    """
    return _WORD.findall(fold(text))


# Titles and names are asked for by one field after the other.
@remembered(most=512, longest=300)
def squeeze(text: str) -> str:
    """Return the folded words with one space between: the key by which whole phrases are looked up.

    >>> squeeze("  • مشاركة : ")
    'مشاركه'
    """
    return " ".join(_WORD.findall(fold(text)))


def words_of_unified(unified: str, marks: str | None = None) -> list[str]:
    """Return what `words` returns, of a text that is unified already and holds no presentation form.

    ``marks`` are the vowel marks, tatweels and controls that may be in it, if the caller knows (`ignorable_in`).

    >>> words_of_unified(unify("  • مُشاركة : "))
    ['مشاركه']
    """
    return _WORD.findall(unified if marks == "" else drop_ignorable(unified, marks))


def drop_ignorable(text: str, marks: str | None = None) -> str:
    """Return the text without vowel marks, tatweel and controls; the same object if it has none.

    ``marks`` are those that may be in it, if the caller knows (`ignorable_in`).

    >>> drop_ignorable("أيضًا")
    'أيضا'
    """
    if marks is None:
        if len(text) > _LONG:  # the marks of a long text are too many
            return _IGNORABLE.sub("", text)
        marks = ignorable_in(text)
    for char in marks:
        text = text.replace(char, "")
    return text


def ignorable_in(text: str) -> str:
    """Return each vowel mark, tatweel and control that is in a text once, in the order of code points.

    >>> ignorable_in("أيضًا") == "\u064b"
    True
    """
    if len(text) > _LONG:
        return "".join(sorted({found.group() for found in _ANY_IGNORABLE.finditer(text)}))
    return "".join(sorted(set(_ANY_IGNORABLE.findall(text))))


def drop_with_offsets(text: str, start: int = 0) -> tuple[str, tuple[int, ...]]:
    """Return what `drop_ignorable` leaves after an offset, and for each code point where it was, and the end.

    >>> drop_with_offsets("كَتب")
    ('كتب', (0, 2, 3, 4))
    """
    kept: list[str] = []
    offsets: list[int] = []
    for run in _KEPT.finditer(text, start):
        kept.append(run.group())
        offsets.extend(range(run.start(), run.end()))
    return "".join(kept), (*offsets, len(text))


def has_ignorable(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Return whether a mark, tatweel or control is between two offsets, which `fold` deletes.

    >>> has_ignorable("كَتب"), has_ignorable("كَتب", 2)
    (True, False)
    """
    return _ANY_IGNORABLE.search(text, start, end) is not None


def head_end(text: str, count: int) -> int:
    """Return the offset after so many code points that `fold` does not delete; the length if there are fewer.

    >>> head_end("كَتَبَ", 2)
    3
    """
    if _ANY_IGNORABLE.search(text, 0, count) is None:
        return min(count, len(text))
    for run in _KEPT.finditer(text):
        size = run.end() - run.start()
        if size >= count:
            return run.start() + count
        count -= size
    return len(text)


def exceeds(text: str, count: int) -> bool:
    """Return whether more code points than ``count`` are in a text, those that `fold` deletes aside.

    >>> exceeds("كَتَبَ", 3), exceeds("كَتَبَ", 2)
    (False, True)
    """
    return len(text) > count and _ONE_KEPT.search(text, head_end(text, count)) is not None


def tail_start(text: str, count: int) -> int:
    """Return the offset after which there are so many code points that `fold` does not delete; 0 if there are fewer.

    >>> tail_start("كَتَبَ", 2)
    2
    """
    start = max(0, len(text) - count)
    if _ANY_IGNORABLE.search(text, start) is None:
        return start
    while True:
        kept = sum(run.end() - run.start() for run in _KEPT.finditer(text, start))
        if kept >= count or start == 0:
            break
        # Twice as far each time, so that a tail of nothing but marks is read in linear time.
        start = max(0, 2 * start - len(text))
    return start if kept < count else start + head_end(text[start:], kept - count + 1) - 1


def has_presentation_forms(text: str) -> bool:
    """Return whether letters are written as shapes, so that only `fold` makes the text comparable.

    >>> has_presentation_forms("1446 ﻫ")
    True
    """
    return _PRESENTATION.search(text) is not None


def strip_invisible(text: str) -> str:
    """Delete direction controls and zero-width characters, which print nothing.

    >>> strip_invisible("\\u202bTumblr\\u200f")
    'Tumblr'
    """
    return _INVISIBLE.sub("", text)
