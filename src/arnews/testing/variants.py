"""The same text written otherwise: marks, hamza seats, digits, direction controls, tatweel, line ends.

Each function changes the letters of every ``every``-th word, or all of what it is about; none of them changes
what the text says, or the words that `arnews.text.fold.words` finds in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__ = ["add_controls", "add_marks", "add_tatweel", "change_digits", "end_lines", "swap_hamza_seats", "variants"]

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = ("0123456789", "".join(chr(0x0660 + n) for n in range(10)), "".join(chr(0x06F0 + n) for n in range(10)))
_SEATS = ("\u0627", "\u0623", "\u0625")
_JOINED = frozenset(
    ("ب", "ت", "ث", "ج", "ح", "خ", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "ي")
)
"""Letters that are joined to the next one, where tatweel can be."""
_MARKS = ("\u064e", "\u064f", "\u0650", "\u0652", "\u0651\u064e", "\u064b")
_CONTROLS = ("\u200f", "\u200e", "\u202b", "\u2067", "\u061c")


def add_marks(text: str, every: int = 1) -> str:
    """Put vowel marks on Arabic words.

    >>> len(add_marks("كتب")) > 3
    True
    """

    def mark(word: str) -> str:
        return "".join(char + _MARKS[at % len(_MARKS)] if _is_arabic(char) else char for at, char in enumerate(word))

    return _change_words(text, mark, every)


def add_tatweel(text: str, every: int = 1) -> str:
    """Stretch words between two letters that are joined.

    >>> add_tatweel("قمح")
    'قـــمح'
    """

    def stretch(word: str) -> str:
        for at in range(len(word) - 1):
            if word[at] in _JOINED and _is_arabic(word[at + 1]):
                return word[: at + 1] + "\u0640" * 3 + word[at + 1 :]
        return word

    return _change_words(text, stretch, every)


def swap_hamza_seats(text: str, seat: int = 0) -> str:
    """Print alef with hamza as bare alef (seat 0), always above (1) or always below (2).

    >>> swap_hamza_seats("إعداد أحمد")
    'اعداد احمد'
    """
    for other in _SEATS[1:]:
        text = text.replace(other, _SEATS[seat])
    return text


def change_digits(text: str, system: int = 1) -> str:
    """Print numbers in ASCII digits (0), those of the Arab East (1), or Persian ones (2).

    >>> change_digits("2024") == "٢٠٢٤"
    True
    """
    for digits in _DIGITS:
        text = text.translate(str.maketrans(digits, _DIGITS[system]))
    return text


def add_controls(text: str, every: int = 1) -> str:
    """Put a direction control in front of words, as content systems do.

    >>> ascii(add_controls("X"))
    "'\\\\u200fX'"
    """
    return _change_words(text, lambda word: _CONTROLS[len(word) % len(_CONTROLS) - 1] + word, every)


def end_lines(text: str, end: str = "\r\n") -> str:
    """End lines otherwise.

    >>> end_lines("عنوان\\nفقرة")
    'عنوان\\r\\nفقرة'
    """
    return text.replace("\r\n", "\n").replace("\n", end)


def variants(text: str) -> SearchStrategy[str]:
    """Return a strategy for the text written otherwise, in one way or in several.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> "٢٠" in find(variants("قمح 20"), lambda text: "٢٠" in text, settings=quick)
    True
    """
    every = st.integers(1, 5)
    ways: tuple[SearchStrategy[Callable[[str], str]], ...] = (
        every.map(lambda n: lambda given: add_marks(given, n)),
        every.map(lambda n: lambda given: add_tatweel(given, n)),
        every.map(lambda n: lambda given: add_controls(given, n)),
        st.integers(0, 2).map(lambda n: lambda given: swap_hamza_seats(given, n)),
        st.integers(0, 2).map(lambda n: lambda given: change_digits(given, n)),
        st.sampled_from(("\r\n", "\r", "\u2028", "\u2029", "\x85")).map(
            lambda end: lambda given: end_lines(given, end)
        ),
    )
    return st.lists(st.one_of(*ways), min_size=1, max_size=3).map(lambda chosen: _apply(text, chosen))


def _apply(text: str, ways: list[Callable[[str], str]]) -> str:
    for way in ways:
        text = way(text)
    return text


def _change_words(text: str, change: Callable[[str], str], every: int) -> str:
    """Apply a change to every n-th word."""
    counter = iter(range(len(text) + 1))
    return _WORD.sub(lambda word: change(word.group()) if next(counter) % every == 0 else word.group(), text)


def _is_arabic(char: str) -> bool:
    """Tell whether a character is one of the basic Arabic letters; shapes and tatweel take no marks."""
    return char.isalpha() and 0x0620 <= ord(char) <= 0x064A and char != "\u0640"
