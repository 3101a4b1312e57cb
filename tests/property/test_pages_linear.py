"""Law 12 on pages. Doubling a page at most multiplies the time by 2.3; a large one takes memory in proportion."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time

import pytest

import arnews
from arnews.testing import page_laws, timing
from benchmarks.hard_pages import ADVERSARIAL
from benchmarks.measure import run_alone
from tests.property.families import CROSSED, LONG, MORE_PAGES, NUMBERED, TITLE, each

BUILT = {**CROSSED, **LONG, **MORE_PAGES}
PASSED_OVER = (
    "attributes on one tag",
    "one attribute repeated",
    "unclosed comments",
    "tags never closed by `>`",
    "nested JSON-LD",
)
SECONDS = 60
"""Far more than any of these takes; what grows with the square of its size takes hours."""


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_hard_pages(name: str) -> None:
    # Markup that the parser only passes over takes so little that a small page fits into the cache of the processor,
    # and so does a table of a few names.
    least, most = (0.1, 2.9) if name in PASSED_OVER else (0.02, 2.3)
    page_laws.check_linear(ADVERSARIAL[name], least=least, most=most)


@pytest.mark.parametrize("write", BUILT.values(), ids=BUILT)
def test_what_is_compared_with_each_other(write: Callable[[int], str]) -> None:
    page_laws.check_linear(write)


@pytest.mark.parametrize("name", ["an attribute of its own on each tag", "attributes on many tags"])
def test_names_of_attributes_that_are_all_distinct(name: str) -> None:
    # From hundreds of thousands of characters on: the names fill a table of the parser that is no longer in the caches
    # of the processor, and what a page may have of them is counted.
    write = MORE_PAGES[name]
    timing.check_growth(write, arnews.parse_html, first=300_000 * 1000 // len(write(1000)))


@pytest.mark.parametrize("write", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_a_hundred_thousand_times(write: Callable[[int], str]) -> None:
    page = write(100_000)
    start = process_time()
    page_laws.check_partition(page_laws.check_total(page))
    assert process_time() - start < SECONDS


@pytest.mark.skipif(sys.platform == "win32", reason="the peak of the memory is not told there")
def test_a_page_of_twenty_megabytes_takes_less_than_twenty_times_its_size() -> None:
    paragraphs = 20_000_000 // len(f"<p>{NUMBERED}</p>".encode())
    page = f"<h1>{TITLE}</h1>{each(f'<p>{NUMBERED}</p>')(paragraphs)}".encode()
    taken = run_alone(page, "import arnews; article = arnews.parse_html(content)")
    assert taken.peak < 20 * len(page)
    assert taken.seconds < SECONDS


def test_the_law_notices() -> None:
    class Quadratic:
        def parse_html(self, page: str | bytes, /) -> arnews.Article:
            assert isinstance(page, str)
            return arnews.Article(language=str(sum(page.count("ا") for _ in page)))

    with pytest.raises(AssertionError, match="characters took"):
        page_laws.check_linear(lambda count: "ا" * count, Quadratic())
