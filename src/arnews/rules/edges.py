"""The first and the last word of a block, folded: by them the rules of heads and tails are looked up."""

from __future__ import annotations

import re

from arnews.text.fold import fold, has_ignorable, head_end, is_folded, tail_start
from arnews.text.letters import IGNORABLE

__all__ = ["REACH", "first_word", "last_word"]

REACH = 200
"""Code points of a block within which a phrase at its head or tail is looked for, marks not counted."""
_NEAR = 40
"""Those at its tail that hold the last word."""
# Marks may be in a word; underscores, which may not, are cut off after it.
_FIRST_WORD = re.compile(rf"[\W_]*([^\W_][\w{IGNORABLE}]*)")
_WORDS = re.compile(rf"[^\W_][\w{IGNORABLE}]*")
_MARKS_AFTER = '.:!؟»")'


def first_word(text: str, *, folded: bool = False) -> str:
    """Return the first word, folded; "" if there is none. ``folded`` says that the text is folded.

    >>> first_word("* إقرأ أيضاً"), first_word("...")
    ('اقرا', '')
    """
    # Mostly it begins the text, and a blank is after it: that costs a third of a pattern.
    blank = text.find(" ", 0, REACH)
    if blank > 0 or folded:
        word = text[: REACH if blank < 0 else blank]
        if word.isalnum() and (folded or is_folded(word)):
            return word
    first = _FIRST_WORD.match(text, 0, REACH)
    if len(text) > REACH and (first is None or first.end() == REACH):
        # So many marks that the first word may reach further.
        first = _FIRST_WORD.match(text[: head_end(text, REACH)])
    return "" if first is None else _folded(first.group(1).partition("_")[0])


def last_word(text: str, *, folded: bool = False) -> str:
    """Return the last word, folded; "" if there is none. ``folded`` says that the text is folded.

    >>> last_word("إقرأ أيضاً:"), last_word("...")
    ('ايضا', '')
    """
    tail = text[-_NEAR:]
    _, blank, word = tail.rstrip(_MARKS_AFTER).rpartition(" ")
    if word.isalnum() and (folded or (blank and is_folded(word))):
        return word
    found = _WORDS.findall(tail)
    if len(found) < 2 and has_ignorable(tail):
        # So many marks that the last word may reach further.
        found = _WORDS.findall(text[tail_start(text, _NEAR) :])
    return _folded(found[-1].rstrip("_").rpartition("_")[2]) if found else ""


def _folded(word: str) -> str:
    return word if is_folded(word) else fold(word)
