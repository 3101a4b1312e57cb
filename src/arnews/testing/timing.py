"""The law of time: twice the input takes about twice as long."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time
from typing import Protocol, TypeVar

from arnews.parser import Parser

__all__ = ["check_growth", "check_linear"]

_SMALLEST = 200
_LARGEST = 500_000
"""What is still too quick to be measured at this number looks at a part of the input only."""
_SECONDS = 0.02
"""Shorter runs are mostly noise."""
_SIZES = 3
_ROUNDS = 3
_MOST_ROUNDS = 12
_HOPELESS = 1.5
"""A ratio so many times the allowed one is no noise."""

Input = TypeVar("Input")


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

    >>> check_linear(lambda n: "شارك المقال\\n" * n)
    """
    check_growth(write, (parser or Parser()).parse_text, most=most, least=least)


def check_growth(
    write: Callable[[int], Input],
    run: Callable[[Input], object],
    *,
    most: float = 2.3,
    least: float = _SECONDS,
    first: int = _SMALLEST,
) -> None:
    """Doubling the input at most multiplies the processor time of a function by ``most``.

    The number grows from ``first`` until the function takes ``least`` seconds, which is enough to be measured. Each
    time is the shortest of several runs, and there are more of them while the ratio is a little too large, as other
    work on the machine only makes it slower. Where the ratio is too large, twice and four times the input are tried,
    too: a step, as caches and limits make one, shows at one size, and the square of the size shows at all of them.

    >>> check_growth(lambda n: "خبر " * n, str.split)
    """
    # What is there already is not looked through before each run.
    gc.collect()
    gc.freeze()
    try:
        _check(write, run, most, least, first)
    finally:
        gc.unfreeze()


def _check(
    write: Callable[[int], Input], run: Callable[[Input], object], most: float, least: float, number: int
) -> None:
    run(write(1))
    while _seconds(run, write(number)) < least:
        if number >= _LARGEST:
            return
        number *= 2
    found: list[str] = []
    for _ in range(_SIZES):
        one, two = write(number), write(2 * number)
        small, large = _shortest(run, one, two, most)
        if large <= most * small:
            return
        found.append(f"{_size(one)} took {small:.3f} s, {_size(two)} took {large:.3f} s: {large / small:.1f} ×")
        number *= 2
    raise AssertionError("; ".join(found))


def _size(given: object) -> str:
    return f"{len(given):,} characters" if isinstance(given, str | bytes) else "an input"


def _shortest(run: Callable[[Input], object], one: Input, two: Input, most: float) -> tuple[float, float]:
    """Return the shortest times of an input and of one twice as long."""
    small = large = float("inf")
    for done in range(_MOST_ROUNDS):
        if done >= _ROUNDS and not most < large / small < _HOPELESS * most:
            break
        small, large = min(small, _seconds(run, one)), min(large, _seconds(run, two))
    return small, large


def _seconds(run: Callable[[Input], object], given: Input) -> float:
    """Return the processor time of one run, the garbage collector off: its passes fall anywhere."""
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        run(given)
        return process_time() - start
    finally:
        gc.enable()
