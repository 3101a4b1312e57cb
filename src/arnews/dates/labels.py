"""What the words in front of a date say that it is the day of."""

from __future__ import annotations

import itertools
import re
from functools import cache

from arnews.dates.tables import load_data
from arnews.text.fold import fold

__all__ = ["is_of_something_else", "is_of_update"]

_WORD = re.compile(r"[^\W\d_]+")
_HEADER = re.compile(r"(?:^|\s)(?:Last-Modified|If-Modified-Since|Expires|Memento-Datetime):\s*$", re.IGNORECASE)
"""Lines of an answer's header: a server states when it made or keeps a file, no paper when it wrote."""
_NEAR = 6
"""Words in front of a date that may speak of it."""


def is_of_something_else(lead: str) -> bool:
    """Tell whether the words in front of a date make it the day of a birth, an event, a deadline, a visit.

    >>> is_of_something_else("آخر موعد للتقديم:"), is_of_something_else("نشر في")
    (True, False)
    """
    if _HEADER.search(lead) is not None:
        return True
    found = _WORD.findall(fold(lead))[-_NEAR:]
    if not found or _said(found, _phrases("published")):
        return False
    if _said(found, _phrases("other")):
        return True
    dated = lead.rstrip().endswith((":", "\uff1a")) or not _day_words().isdisjoint(found)
    return dated and _said(found, _phrases("other_nouns"))


def is_of_update(lead: str) -> bool:
    """Tell whether the words in front of a date make it the day of the last update of the page.

    >>> is_of_update("آخر تعديل لهذه الصفحة كان يوم"), is_of_update("التعديل الحكومي")
    (True, False)
    """
    found = _WORD.findall(fold(lead))[-_NEAR:]
    return any(pair in _last_changes() for pair in itertools.pairwise(found)) and not _said(found, _phrases("other"))


def _said(found: list[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    pairs = itertools.pairwise(found)
    return any((word,) in phrases for word in found) or any(pair in phrases for pair in pairs)


@cache
def _day_words() -> frozenset[str]:
    return frozenset(map(fold, load_data("labels")["day_words"]))


@cache
def _last_changes() -> frozenset[tuple[str, str]]:
    """Return the pairs of words that say that something was the last change."""
    data = load_data("labels")
    return frozenset((fold(last), fold(word)) for last in data["last"] for word in data["modified"])


@cache
def _phrases(key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(phrase).split()) for phrase in load_data("labels")[key])
