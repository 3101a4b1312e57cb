"""What is remembered of short strings. A cache that counts entries lets a stranger choose how much it holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

__all__ = ["remembered"]

Value = TypeVar("Value")


def remembered(most: int, longest: int) -> Callable[[Callable[[str], Value]], Callable[[str], Value]]:
    """Return a decorator that remembers up to ``most`` values of a function, those of strings up to ``longest``.

    A longer string is answered anew each time, so that a cache takes no more than ``most * longest`` characters.

    >>> remembered(most=10, longest=5)(len)("خبر")
    3
    """

    def decorate(function: Callable[[str], Value]) -> Callable[[str], Value]:
        cached = lru_cache(maxsize=most)(function)

        @wraps(function)
        def call(key: str) -> Value:
            return cached(key) if len(key) <= longest else function(key)

        return call

    return decorate
