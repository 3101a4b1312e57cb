"""What pages cost: stage by stage, at every size, and hard ones."""

from __future__ import annotations

from functools import partial

import arnews
from benchmarks.documents import pages
from benchmarks.hard_pages import ADVERSARIAL, page_of
from benchmarks.measure import run_alone
from benchmarks.stages import print_stage_table, stage_times

ROUNDS = 3
LARGE = 11_300_000
"""Characters of an article whose page has about 20 MB."""


def print_pages() -> None:
    """Print the tables about pages."""
    where, contents = pages()
    if contents:
        size = sum(map(len, contents)) / len(contents) / 1e3
        print(f"{len(contents)} pages of {where}, {size:,.0f} kB each. ", end="")
        times = stage_times([partial(arnews.parse_html, content) for content in contents], ROUNDS)
        print_stage_table(times, len(contents), "page")
    print_page_growth()
    print_hard_pages()


def print_page_growth() -> None:
    """Print the time and the memory that pages of different sizes take."""
    print("| page, MB | `parse_html`, ms | ns a byte | peak memory, MB | × its size |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    first = page_of(1_000).encode()
    for length in (LARGE // 1_000, LARGE // 100, LARGE // 10, LARGE):
        content = page_of(length).encode()
        alone = run_alone(content, "import arnews; article = arnews.parse_html(content)", first)
        size, peak = len(content), alone.peak
        row = f"{alone.seconds * 1e3:,.1f} | {alone.seconds / size * 1e9:,.0f} | {peak / 1e6:.1f} | {peak / size:.1f}"
        print(f"| {size / 1e6:.2f} | {row} |")
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
