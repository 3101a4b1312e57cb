"""A character of a large document costs no more than one of a small document, in work and in memory.

Memory is what Python asked for at the most (tracemalloc), work is counted in calls, time in seconds of the processor: a
busy machine changes none of them much.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from time import process_time
from types import FrameType

import pytest

import arnews
from arnews.reading.text import MOST_LINES
from arnews.reading.walk import MOST_NODES
from benchmarks.documents import article_of
from benchmarks.hard_pages import page_of

EXAMPLES = "\n\n".join(
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
)
SMALL, LARGE, LARGEST = 10_000, 100_000, 1_000_000
ROOM = 20_000_000
"""Bytes that any document may take besides a multiple of its own."""
MULTIPLE = {str: 6, bytes: 12}
"""Of a text and of a page."""


def joined(length: int) -> str:
    """Return real-looking texts, one below the other, of so many characters."""
    return (EXAMPLES * (length // len(EXAMPLES) + 1))[:length]


def numbered(length: int) -> str:
    """Return short lines that differ, up to the number that is told apart."""
    return "".join(f"خبر {number}\n" for number in range(length // 9))


def sentences(length: int) -> str:
    """Return a line of short sentences, as a flattened document is."""
    sentence = "قال الوزير إن العمل بدأ أمس. "
    return sentence * (length // len(sentence))


def headings(length: int) -> str:
    """Return a paragraph and more titles of other articles than there are lines: the rest of them is one line."""
    paragraph = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة.\n"
    heading = "اقرأ أيضا: افتتاح المعرض\n"
    return paragraph + heading * (length // len(heading))


def whole(body: str) -> bytes:
    """Return a page with a title."""
    return f"<title>افتتاح المعرض</title><body>{body}".encode()


TEXTS: dict[str, tuple[Callable[[int], str], int]] = {
    "articles": (joined, LARGE),
    "lines of a letter": (lambda length: "ن\n" * (length // 2), 2 * MOST_LINES + LARGE),
    "short lines": (numbered, LARGE),
    "one paragraph": (lambda length: joined(length).replace("\n", " "), 3 * LARGE),
    "sentences of one line": (sentences, 3 * LARGEST),
    "empty lines": (lambda length: "\n" * length + "ن", LARGEST),
}
PAGES: dict[str, tuple[Callable[[int], bytes], int]] = {
    "a large article": (lambda length: page_of(length // 2).encode(), LARGEST),
    "paragraphs of a word": (lambda length: whole("<p>نص</p>" * (length // 11)), 11 * MOST_NODES),
    "bold that is never closed": (lambda length: whole("<p><b>نص" * (length // 10)), 10 * MOST_NODES),
    "items of a list": (lambda length: whole("<ul>" + "<li><a href=/1>نص</a>" * (length // 23)), 23 * MOST_NODES),
}
DOCUMENTS = [
    *(pytest.param(make, size, id=f"text: {name}") for name, (make, size) in TEXTS.items()),
    *(pytest.param(make, size, id=f"page: {name}") for name, (make, size) in PAGES.items()),
]


@pytest.mark.parametrize(("make", "size"), DOCUMENTS)
def test_memory_is_a_small_multiple_of_the_document(make: Callable[[int], str | bytes], size: int) -> None:
    document = make(size)
    arnews.parse(make(1_000))  # what is loaded once is no part of a document
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        article = _parse(document)
        taken = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    own = len(document.encode() if isinstance(document, str) else document)
    assert article.segments
    assert own >= LARGE
    assert taken <= MULTIPLE[type(document)] * own + ROOM


@pytest.mark.parametrize("make", [joined, article_of, numbered])
@pytest.mark.parametrize("write", ["\n".join, lambda lines: whole("".join(f"<p>{line}</p>" for line in lines))])
def test_a_document_takes_no_more_work_than_its_tenths(
    make: Callable[[int], str], write: Callable[[list[str]], str | bytes]
) -> None:
    lines = make(LARGE).split("\n")
    tenth = len(lines) // 10 + 1
    parts = [write(lines[at : at + tenth]) for at in range(0, len(lines), tenth)]
    _parse(write(lines))  # what is kept of lines is the same for both
    alone = sum(map(_calls, parts))
    assert _calls(write(lines)) <= 1.05 * alone


@pytest.mark.parametrize(("make", "size"), [(joined, LARGEST), (sentences, 3 * LARGEST), (headings, LARGEST)])
def test_time_for_a_character_does_not_grow(make: Callable[[int], str], size: int) -> None:
    few, many = make(SMALL), make(size)
    ratios = []
    for _ in range(3):  # the least disturbed counts
        small, large = sum(_seconds(few) for _ in range(20)) / 20 / len(few), _seconds(many) / len(many)
        ratios.append(large / small)
    assert min(ratios) <= 1


def _parse(document: str | bytes) -> arnews.Article:
    return arnews.parse_text(document) if isinstance(document, str) else arnews.parse_html(document)


def _seconds(text: str) -> float:
    start = process_time()
    arnews.parse_text(text)
    return process_time() - start


def _calls(document: str | bytes) -> int:
    """Return how many functions are called, those of C included."""
    count = 0

    def seen(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        _parse(document)
    finally:
        sys.setprofile(None)
    return count
