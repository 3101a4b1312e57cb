"""Law 12 at two megabytes: what is small beside the rest of the work at first is not so for ever."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

import arnews
from arnews.testing import timing
from tests.property.families import ADDRESSES, OUTLETS, PAGES, PARAGRAPH, PLACES, RUNS, TEXTS, parse_with

CHARACTERS = 1_000_000
"""Characters of the smaller input; the larger one has twice as many."""
MOST_OUTLET = 10_000
"""Phrases, rules or domains of the smaller outlet."""
MOST = 2.3
PASSED_OVER = 2.9
"""What takes milliseconds a megabyte is small only in caches of the processor."""
QUICK = 0.1
"""Seconds that are few for a megabyte."""

pytestmark = pytest.mark.deep


def _check(write: Callable[[int], str], parse: Callable[[str], object]) -> None:
    first = max(1, 1000 * CHARACTERS // max(1, len(write(1000))))
    given = write(first)
    start = process_time()
    parse(given)
    quick = process_time() - start < QUICK
    timing.check_growth(write, parse, most=PASSED_OVER if quick else MOST, first=first, least=0)


@pytest.mark.parametrize("write", TEXTS.values(), ids=map(ascii, TEXTS))
def test_texts(write: Callable[[int], str]) -> None:
    _check(write, arnews.parse_text)


@pytest.mark.parametrize("blank", RUNS, ids=ascii)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_runs_in_fields(place: str, blank: str) -> None:
    _check(lambda count: place.format(blank * count), arnews.parse_text)


@pytest.mark.parametrize("write", PAGES.values(), ids=PAGES)
def test_pages(write: Callable[[int], str]) -> None:
    _check(write, arnews.parse_html)


@pytest.mark.parametrize("write", ADDRESSES.values(), ids=ADDRESSES)
def test_addresses(write: Callable[[int], str]) -> None:
    _check(write, lambda url: arnews.parse_text(PARAGRAPH, url=url))


@pytest.mark.parametrize("write", OUTLETS.values(), ids=OUTLETS)
def test_outlets(write: Callable[[int], list[arnews.Outlet]]) -> None:
    # The number is the input: to build the outlets is a part of the work.
    timing.check_growth(int, lambda count: parse_with(write(count)), most=MOST, first=MOST_OUTLET, least=0)
