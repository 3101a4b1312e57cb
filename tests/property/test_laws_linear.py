"""Law 12. Linear: doubling an adversarial input at most 2.3× the time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import arnews
from arnews.testing import laws, timing
from tests.property.families import ADDRESSES, OUTLETS, PARAGRAPH, PLACES, RUNS, TEXTS, parse_with


@pytest.mark.parametrize("write", TEXTS.values(), ids=map(ascii, TEXTS))
def test_repeated(write: Callable[[int], str]) -> None:
    laws.check_linear(write)


@pytest.mark.parametrize("blank", RUNS, ids=ascii)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_runs_in_fields(place: str, blank: str) -> None:
    laws.check_linear(lambda count: place.format(blank * count))


@pytest.mark.parametrize("write", ADDRESSES.values(), ids=ADDRESSES)
def test_addresses(write: Callable[[int], str]) -> None:
    timing.check_growth(write, lambda url: arnews.parse_text(PARAGRAPH, url=url))


@pytest.mark.parametrize("write", OUTLETS.values(), ids=OUTLETS)
def test_outlets(write: Callable[[int], list[arnews.Outlet]]) -> None:
    # The number is the input: to build the outlets is a part of the work.
    timing.check_growth(int, lambda count: parse_with(write(count)))


def test_the_law_notices() -> None:
    class Linear:
        def parse_text(self, text: str) -> int:
            return sum(text.count(char) for char in text[:: len(text) // 20])

    class Quadratic:
        def parse_text(self, text: str) -> int:
            return sum(text.count("ا") for _ in text)

    laws.check_linear(lambda count: "ا" * 1000 * count, Linear())
    with pytest.raises(AssertionError, match="characters took"):
        laws.check_linear(lambda count: "ا" * count, Quadratic())
