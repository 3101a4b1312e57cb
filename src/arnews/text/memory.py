"""What is remembered, with a bound. A cache that counts entries lets a stranger choose how much it holds."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

__all__ = ["Kept", "remembered"]

Keys = ParamSpec("Keys")
Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(dict[Key, Value]):
    """Values that are made when they are first asked for. Where there are ``most`` of them, all are dropped.

    A value that is there costs no more than in any dictionary. A key with more than ``longest`` characters is answered
    anew each time; without a limit keys are of our own making.

    >>> squares = Kept(lambda number: number * number, most=64)
    >>> squares[3]
    9
    """

    def __init__(self, make: Callable[[Key], Value], most: int, longest: int | None = None) -> None:
        super().__init__()
        self._make = make
        self._most = most
        self._longest = longest

    def __missing__(self, key: Key) -> Value:
        value = self._make(key)
        longest = self._longest
        if longest is None or (len(key) if isinstance(key, str) else _size((key,))) <= longest:
            if len(self) >= self._most:
                self.clear()  # what strangers filled it with is of no use to others
            self[key] = value
        return value


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
        nothing = cast("Value", object())

        def call(*keys: object) -> Value:
            # Most of thousands of questions a document have an answer, so that is looked for before all else.
            value = known.get(keys, nothing)
            if value is not nothing:
                return value
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
