"""The yardsticks: what `parse_text` and `parse_html` cost beside something that everybody has, in one run.

``python -m benchmarks.yardsticks`` prints the seconds as JSON. It runs in the environment of the peers, where all that
is compared is one process under one interpreter, and prints less where they are not installed.
"""

from __future__ import annotations

import gc
import json
import platform
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from time import process_time
from typing import Any, NamedTuple

import arnews
from benchmarks.documents import pages, texts
from benchmarks.peer_worker import PEERS, decoded

TEXT_ROUNDS, PAGE_ROUNDS, SLOW_ROUNDS = 7, 7, 2
CHUNK = 25
"""Rows that are read by one step before the next step: reading one row takes hardly longer than asking for the time."""
SLOW = "trafilatura"

JSON, TEXT = "json.loads", "parse_text"
FREED, KEPT, PAGE, RESILIPARSE = "parser", "parser, trees kept", "parse_html", "resiliparse"

YARDSTICKS = (
    (TEXT, JSON, "the text parsed, beside reading its row of JSON from bytes with the standard library"),
    (
        PAGE,
        FREED,
        "the page read, labeled and its fields read, beside the HTML parser alone on decoded text; each tree "
        "is freed before the next",
    ),
    (PAGE, KEPT, "the same, beside the parser when the trees of all pages are kept: without what freeing them takes"),
    (
        PAGE,
        RESILIPARSE,
        "beside the quickest extractor of main content: `extract_plain_text(main_content=True)`, text alone",
    ),
    (SLOW, PAGE, "`bare_extraction(with_metadata=True)` beside `parse_html`, body and fields both"),
)
"""This, that, and what the one divided by the other says."""


class Measured(NamedTuple):
    """What each step took, in seconds of the processor a document: the medians of the rounds."""

    python: str
    texts: int
    characters: float
    pages: int
    kilobytes: float
    seconds: dict[str, float]
    """By the name of the step."""
    ratios: dict[str, float]
    """By «this/that»: the median of the ratio in each round."""


class Start(NamedTuple):
    """Seconds of the processor of a fresh process, from the start of the interpreter."""

    bare: float
    package: float
    """With ``import arnews``."""
    text: float
    """With a first text, too."""
    page: float
    """With a first page instead."""


def print_yardsticks(found: Measured, start: Start) -> None:
    """Print the yardsticks, each with what it is."""
    print(
        f"CPU time, one run in which the steps take turns, after a first round that nobody counts; medians of "
        f"{PAGE_ROUNDS} rounds ({SLOW}: {SLOW_ROUNDS}). {found.texts} texts, {found.characters:,.0f} characters each; "
        f"{found.pages} pages, {found.kilobytes:,.0f} kB each; CPython {found.python}.\n"
    )
    print("| yardstick | this, µs | that, µs | this ÷ that | what it is |\n| --- | ---: | ---: | ---: | --- |")
    for this, that, what in YARDSTICKS:
        if this not in found.seconds or that not in found.seconds:
            print(f"| {_shown(this)} ÷ {_shown(that)} | | | not installed | {what} |")
            continue
        ours, theirs = (f"{found.seconds[step] * 1e6:,.1f}" for step in (this, that))
        ratio = found.ratios[f"{this}/{that}"]
        print(f"| {_shown(this)} ÷ {_shown(that)} | {ours} | {theirs} | {ratio:.2f} | {what} |")
    print()
    print("| start | CPU ms in all | beside the bare interpreter |\n| --- | ---: | ---: |")
    names = ("the bare interpreter", "`import arnews`", "… and a first text", "… and a first page instead")
    for name, seconds in zip(names, start, strict=True):
        print(f"| {name} | {seconds * 1e3:.0f} | {(seconds - start.bare) * 1e3:.0f} |")
    print()


def _shown(step: str) -> str:
    return f"`{step}`" if step in (JSON, TEXT, PAGE) else step


def measured() -> Measured:
    """Run all steps."""
    documents, contents = texts()[1], pages()[1]
    rounds = [*text_rounds(documents), *page_rounds(contents)]
    columns: dict[str, list[float]] = defaultdict(list)
    ratios: dict[str, list[float]] = defaultdict(list)
    for spent in rounds:
        for step, seconds in spent.items():
            columns[step].append(seconds)
        for this, that, _ in YARDSTICKS:
            if this in spent and that in spent:
                ratios[f"{this}/{that}"].append(spent[this] / spent[that])
    return Measured(
        platform.python_version(),
        len(documents),
        statistics.mean(map(len, documents)),
        len(contents),
        statistics.mean(map(len, contents)) / 1e3,
        {step: statistics.median(seconds) for step, seconds in columns.items()},
        {pair: statistics.median(values) for pair, values in ratios.items()},
    )


def text_rounds(documents: list[str]) -> list[dict[str, float]]:
    """Return for each round the seconds a document of reading the row of a text and of parsing the text."""
    rows = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in documents]
    steps: dict[str, tuple[Callable[[Any], object], list[Any]]] = {
        JSON: (json.loads, rows),
        TEXT: (arnews.parse_text, documents),
    }
    rounds = []
    for number in range(TEXT_ROUNDS + 1):
        spent = dict.fromkeys(steps, 0.0)
        for at in range(0, len(documents), CHUNK):
            for name, (step, given) in steps.items():
                start = process_time()
                for each in given[at : at + CHUNK]:
                    step(each)
                spent[name] += process_time() - start
        rounds.append({name: seconds / len(documents) for name, seconds in spent.items()})
        if number == 0:
            settle()
    return rounds[1:]


def page_rounds(contents: list[bytes]) -> list[dict[str, float]]:
    """Return for each round the seconds a page of each step, page by page; the slow step is not in every round."""
    given = {each: decoded(each) for each in contents}
    steps = page_steps()
    rounds = []
    for number in range(PAGE_ROUNDS + 1):
        now = [name for name in steps if name != SLOW or number in range(1, SLOW_ROUNDS + 1)]
        spent = dict.fromkeys(now, 0.0)
        kept: list[object] = []
        for content in contents:
            for name in now:
                step, takes_bytes = steps[name]
                page = content if takes_bytes else given[content]
                start = process_time()
                if name == KEPT:
                    kept.append(step(page))
                else:
                    step(page)
                spent[name] += process_time() - start
        del kept
        rounds.append({name: seconds / len(contents) for name, seconds in spent.items()})
        if number == 0:
            settle()
    return rounds[1:]


def page_steps() -> dict[str, tuple[Callable[[Any], object], bool]]:
    """Return what is done with a page, and whether it takes bytes: what can be done with what is installed."""
    import turbohtml

    def parse(page: str) -> object:
        return turbohtml.parse(page, positions=False)

    steps: dict[str, tuple[Callable[[Any], object], bool]] = {
        FREED: (parse, False),
        KEPT: (parse, False),
        PAGE: (arnews.parse_html, True),
    }
    for name, peer in ((RESILIPARSE, "resiliparse, main content"), (SLOW, "trafilatura")):
        try:
            steps[name] = partial(_extracted, PEERS[peer]().extract), False
        except ImportError:
            continue
    return steps


def _extracted(extract: Callable[[Any, str | None], Any], page: str) -> object:
    return extract(page, None)


def settle() -> None:
    """After the first round everything is imported and compiled: what stays is no longer looked through for garbage."""
    gc.collect()
    gc.freeze()


if __name__ == "__main__":
    json.dump(measured()._asdict(), sys.stdout)
