"""What is remembered of short strings. A cache that counts entries lets a stranger choose how much it holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar, cast

__all__ = ["remembered"]

Keys = ParamSpec("Keys")
Value = TypeVar("Value")


def remembered(most: int, longest: int) -> Callable[[Callable[Keys, Value]], Callable[Keys, Value]]:
    """Return a decorator that remembers up to ``most`` values of a function, those of short arguments.

    Arguments with more than ``longest`` characters together are answered anew each time, so that a cache takes no
    more than ``most * longest`` characters. Characters are counted in strings and in tuples of them; other arguments
    are of one size (numbers, dates, enumerations). Arguments are given by position.

    >>> remembered(most=10, longest=5)(len)("خبر")
    3
    """

    def decorate(function: Callable[Keys, Value]) -> Callable[Keys, Value]:
        cached = lru_cache(maxsize=most)(function)

        def call(key: object, *others: object) -> Value:
            # Most functions have one string, and are asked thousands of times a document.
            size = len(key) if isinstance(key, str) and not others else _size((key, *others))
            return (cached if size <= longest else function)(key, *others)  # type: ignore[call-arg, arg-type]

        return cast("Callable[Keys, Value]", wraps(function)(call))

    return decorate


def _size(key: object) -> int:
    if isinstance(key, str):
        return len(key)
    return len(key) + sum(map(_size, key)) if isinstance(key, tuple) else 0
