"""What a page costs: beside the HTML parser alone, stage by stage, at every size and on hard pages."""

from __future__ import annotations

import gc
import statistics
from collections.abc import Callable
from functools import partial
from time import perf_counter

import arnews
from benchmarks.documents import pages
from benchmarks.hard_pages import ADVERSARIAL, page_of
from benchmarks.measure import run_alone
from benchmarks.stages import PAGE_ROADS, print_stage_table, stage_times

ROUNDS = 7
LARGE = 11_300_000
"""Characters of an article whose page has about 20 MB."""


def print_pages() -> None:
    """Print the tables about pages."""
    where, contents = pages()
    if contents:
        print_ratio(where, contents)
        times = stage_times([partial(arnews.parse_html, content) for content in contents], ROUNDS, PAGE_ROADS)
        print_stage_table(times, len(contents), "page")
    print_page_growth()
    print_hard_pages()


def print_ratio(where: str, contents: list[bytes]) -> None:
    """Print what `parse_html` costs as a multiple of the HTML parser alone, page by page in turns."""
    import turbohtml

    steps: dict[str, Callable[[bytes], object]] = {
        "the HTML parser alone": partial(turbohtml.parse, encoding="utf-8", positions=False),
        "the HTML parser, guessing the encoding": partial(turbohtml.parse, detect_encoding=True),
        "`read_html`": arnews.read_html,
        "`parse_html`": arnews.parse_html,
    }
    rounds = [_round(list(steps.values()), contents) for _ in range(ROUNDS)]
    size = sum(map(len, contents))
    medians = [statistics.median(column) for column in zip(*rounds, strict=True)]
    ratios = [[spent / each[0] for spent in each] for each in rounds]
    print(
        f"{len(contents)} pages of {where}, {size / len(contents) / 1e3:,.0f} kB each, in turns, one process; all trees"
    )
    print(f"and articles are kept, the collector is off while a page is timed; medians of {ROUNDS} rounds:\n")
    print("| step | ms a page | ns a byte | × the parser |\n| --- | ---: | ---: | ---: |")
    for name, seconds, ratio in zip(steps, medians, zip(*ratios, strict=True), strict=True):
        row = f"{seconds / len(contents) * 1e3:.3f} | {seconds / size * 1e9:.1f} | {statistics.median(ratio):.2f}"
        print(f"| {name} | {row} |")
    print()


def _round(steps: list[Callable[[bytes], object]], contents: list[bytes]) -> list[float]:
    """Return the seconds of each step for all pages, with everything that the steps return kept."""
    kept: list[object] = []
    spent = [0.0] * len(steps)
    gc.collect()
    for content in contents:
        for number, step in enumerate(steps):
            gc.disable()
            start = perf_counter()
            kept.append(step(content))
            spent[number] += perf_counter() - start
            gc.enable()
    return spent


def print_page_growth() -> None:
    """Print the time and the memory that pages of different sizes take."""
    print("| page, MB | `parse_html`, ms | ns a byte | peak memory, × its size |\n| ---: | ---: | ---: | ---: |")
    for length in (LARGE // 1_000, LARGE // 100, LARGE // 10, LARGE):
        content = page_of(length).encode()
        alone = run_alone(content, "import arnews; article = arnews.parse_html(content)")
        row = (
            f"{alone.seconds * 1e3:,.1f} | {alone.seconds / len(content) * 1e9:,.0f} | {alone.peak / len(content):.1f}"
        )
        print(f"| {len(content) / 1e6:.2f} | {row} |")
    print()


def print_hard_pages() -> None:
    """Print what hard pages cost, and by what a doubled page multiplies it."""
    print("| 100,000 × | KB | `parse_html`, s | × when doubled | peak memory, × its size |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, page in ADVERSARIAL.items():
        contents = [page(size).encode() for size in (50_000, 100_000)]
        half, whole = (
            run_alone(content, "import arnews; article = arnews.parse_html(content)") for content in contents
        )
        size = len(contents[1])
        row = f"{size / 1e3:,.0f} | {whole.seconds:.2f} | {whole.seconds / half.seconds:.1f} | {whole.peak / size:.0f}"
        print(f"| {name} | {row} |", flush=True)
    print()


if __name__ == "__main__":
    print_pages()
