"""Prints the functions that take most of the time: ``python -m benchmarks.profile [HOW_MANY]``."""

from __future__ import annotations

import cProfile
import pstats
import sys
from pathlib import Path
from time import process_time

import arnews
from benchmarks.documents import texts

ROUNDS = 3
SIZE = 3_000
"""Characters of the document that the microseconds are given for."""


def main(most: int) -> None:
    """Profile parsing the documents and print functions by their own time."""
    where, documents = texts()
    characters = sum(map(len, documents))
    start = process_time()
    for text in documents:
        arnews.parse_text(text)
    first = process_time() - start
    start = process_time()
    for _ in range(ROUNDS):
        for text in documents:
            arnews.parse_text(text)
    plain = (process_time() - start) / ROUNDS
    profiler = cProfile.Profile()
    profiler.enable()
    for text in documents:
        arnews.parse_text(text)
    profiler.disable()
    rows, total = _by_function(pstats.Stats(profiler))
    scale = plain / total * SIZE / characters * 1e6
    print(f"{len(documents)} documents of {where}: {plain / characters * SIZE * 1e6:,.0f} µs for {SIZE:,} characters, ")
    print(f"{first / characters * SIZE * 1e6:,.0f} µs the first time. Own time includes the built-ins called.\n")
    print("| own µs | with callees µs | calls a document | function |\n| ---: | ---: | ---: | --- |")
    for own, whole, calls, name in rows[:most]:
        print(f"| {own * scale:,.1f} | {whole * scale:,.1f} | {calls / len(documents):,.1f} | {name} |")


def _by_function(stats: pstats.Stats) -> tuple[list[tuple[float, float, int, str]], float]:
    """Return own time, whole time, calls and name of each Python function, the longest first, and the time of all."""
    entries = stats.stats  # type: ignore[attr-defined]
    owns = {function: own for function, (_, _, own, _, _) in entries.items()}
    total = sum(owns.values())
    for function, (_, _, _, _, callers) in entries.items():
        if not function[1]:
            for caller, (_, _, own, _) in callers.items():
                owns[caller] += own
                owns[function] -= own
    rows = [(owns[function], whole, calls, _name(*function)) for function, (_, calls, _, whole, _) in entries.items()]
    return sorted(rows, reverse=True), total


def _name(file: str, line: int, name: str) -> str:
    return f"{Path(file).parent.name}/{Path(file).name}:{line} {name}" if line else name


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
