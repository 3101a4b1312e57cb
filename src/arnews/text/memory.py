"""What is remembered of short strings. A cache that counts entries lets a stranger choose how much it holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

__all__ = ["remembered"]

Keys = ParamSpec("Keys")
Value = TypeVar("Value")


def remembered(most: int, longest: int) -> Callable[[Callable[Keys, Value]], Callable[Keys, Value]]:
    """Return a decorator that remembers up to ``most`` values of a function, those of short arguments.

    Arguments with more than ``longest`` characters together are answered anew each time, so that a cache takes no
    more than ``most * longest`` characters. Characters are counted in strings and in tuples of them; other arguments
    are of one size (numbers, dates, enumerations). Arguments are given by position. A full cache is emptied: what is
    asked for often comes back at once.

    >>> remembered(most=10, longest=5)(len)("خبر")
    3
    """

    def decorate(function: Callable[Keys, Value]) -> Callable[Keys, Value]:
        known: dict[tuple[object, ...], Value] = {}

        def call(*keys: object) -> Value:
            # Most of thousands of questions a document have an answer, so that is looked for before all else.
            try:
                return known[keys]
            except KeyError:
                value = function(*keys)  # type: ignore[call-arg, arg-type]
            if _size(keys) <= longest:
                if len(known) >= most:
                    known.clear()
                known[keys] = value
            return value

        return cast("Callable[Keys, Value]", wraps(function)(call))

    return decorate


def _size(keys: tuple[object, ...]) -> int:
    size = 0
    for key in keys:
        if isinstance(key, str):
            size += len(key)
        elif isinstance(key, tuple):
            size += len(key) + _size(key)
    return size
