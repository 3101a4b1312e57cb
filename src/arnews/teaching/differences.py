"""What changed between an expected value and the one that was found, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from arnews.printing import printable

__all__ = ["differences", "is_equal"]

_SHOWN = 90
_AROUND = 30


def is_equal(expected: object, found: object) -> bool:
    """Tell whether a value is the one that was expected; nothing, the empty list and the empty text are the same.

    >>> is_equal(None, []), is_equal(["كتب"], ["كتب", "نفط"])
    (True, False)
    """
    return expected == found or (_is_nothing(expected) and _is_nothing(found))


def differences(expected: Any, found: Any, what: str = "item") -> Iterator[str]:
    """Yield what changed, one sentence per change. ``what`` is what a member of a list is called.

    >>> list(differences(["كتب", "نفط"], ["كتب"], "keyword"))
    ['keyword 2 is missing: «نفط»']
    >>> list(differences("افتتاح المعرض", "افتتاح معرض"))
    ['expected «افتتاح المعرض», found «افتتاح معرض»']
    """
    if is_equal(expected, found):
        return
    if isinstance(expected, list) and isinstance(found, list):
        yield from _of_lists(list(map(_text, expected)), list(map(_text, found)), what)
    elif _is_nothing(expected):
        yield f"expected nothing, found {_shown(_text(found))}"
    elif _is_nothing(found):
        yield f"expected {_shown(_text(expected))}, found nothing"
    else:
        yield _of_texts(_text(expected), _text(found))


def _of_lists(expected: list[str], found: list[str], what: str) -> Iterator[str]:
    for how, start, end, other_start, other_end in SequenceMatcher(None, expected, found, autojunk=False).get_opcodes():
        if how == "equal":
            continue
        pairs = zip_longest(range(start, end), range(other_start, other_end))
        for at, other in pairs:
            if at is None:
                yield f"{what} {other + 1} was not expected: {_shown(found[other])}"
            elif other is None:
                yield f"{what} {at + 1} is missing: {_shown(expected[at])}"
            else:
                yield f"{what} {at + 1}: {_of_texts(expected[at], found[other])}"


def _of_texts(expected: str, found: str) -> str:
    """Return a sentence about two texts; of long ones it shows the place where they part."""
    if max(len(expected), len(found)) <= _SHOWN:
        return f"expected {_shown(expected)}, found {_shown(found)}"
    at = next((n for n, (one, other) in enumerate(zip(expected, found, strict=False)) if one != other), None)
    at = min(len(expected), len(found)) if at is None else at
    return f"expected {_part(expected, at)}, found {_part(found, at)} (from character {at + 1} on)"


def _part(text: str, at: int) -> str:
    start = max(0, at - _AROUND)
    end = start + _SHOWN
    inside = printable(text[start:end])
    return f"«{'… ' if start else ''}{inside}{' …' if end < len(text) else ''}»"


def _shown(text: str) -> str:
    return _part(text, 0)


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _is_nothing(value: object) -> bool:
    return value is None or value in ("", [], {})
