"""The law of time: twice the text takes about twice as long."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time
from typing import Protocol

from arnews.parser import Parser

__all__ = ["check_linear"]

_SMALLEST = 200
_SECONDS = 0.02
"""Shorter runs are mostly noise."""
_SIZES = 3
_ROUNDS = 3
_MOST_ROUNDS = 12
_HOPELESS = 1.5
"""A ratio so many times the allowed one is no noise."""


class _TextParser(Protocol):
    def parse_text(self, text: str, /) -> object: ...


def check_linear(
    write: Callable[[int], str], parser: _TextParser | None = None, *, most: float = 2.3, least: float = _SECONDS
) -> None:
    """Doubling the text at most multiplies the processor time of parsing by ``most``.

    Args:
        write: returns a text that grows in proportion to the number it is given.
        parser: the parser that is held to the law.
        most: the largest ratio allowed; 2 would be exact, 4 is quadratic.
        least: seconds that the smaller text must take. What is cheap a character is small only in caches.

    The number grows until parsing takes long enough to be measured. Each time is the shortest of several runs, and
    there are more of them while the ratio is a little too large, as other work on the machine only makes it slower.
    Where the ratio is too large, twice and four times the text are tried, too: a step, as caches and limits make one,
    stands at one size, and the square of the size shows at all of them.

    >>> check_linear(lambda n: "شارك المقال\\n" * n)
    """
    parse = (parser or Parser()).parse_text
    # What is there already is not looked through before each run.
    gc.collect()
    gc.freeze()
    try:
        _check(write, parse, most, least)
    finally:
        gc.unfreeze()


def _check(write: Callable[[int], str], parse: Callable[[str], object], most: float, least: float) -> None:
    number = _SMALLEST
    parse(write(1))
    while _seconds(parse, write(number)) < least:
        number *= 2
    found: list[str] = []
    for _ in range(_SIZES):
        one, two = write(number), write(2 * number)
        small, large = _shortest(parse, one, two, most)
        if large <= most * small:
            return
        found.append(
            f"{len(one):,} characters took {small:.3f} s, {len(two):,} took {large:.3f} s: {large / small:.1f} ×"
        )
        number *= 2
    raise AssertionError("; ".join(found))


def _shortest(parse: Callable[[str], object], one: str, two: str, most: float) -> tuple[float, float]:
    """Return the shortest times of a text and of one twice as long."""
    small = large = float("inf")
    for done in range(_MOST_ROUNDS):
        if done >= _ROUNDS and not most < large / small < _HOPELESS * most:
            break
        small, large = min(small, _seconds(parse, one)), min(large, _seconds(parse, two))
    return small, large


def _seconds(parse: Callable[[str], object], text: str) -> float:
    """Return the processor time of one run, the garbage collector off: its passes fall anywhere."""
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        parse(text)
        return process_time() - start
    finally:
        gc.enable()
