"""How things are measured."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROUNDS = 5
ROOT = Path(__file__).parents[1]


def best(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the shortest time in seconds that a function took."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return min(times)


def best_of_each(runs: list[Callable[[], object]], rounds: int = ROUNDS) -> list[float]:
    """Return the shortest time of each function, taken in turns, so that a slow moment hits all of them."""
    times = [[best(run, 1) for run in runs] for _ in range(rounds)]
    return [min(column) for column in zip(*times, strict=True)]


def in_a_process(code: str) -> str:
    """Return what Python code prints in a fresh process."""
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def import_time(statement: str, rounds: int = 15) -> float:
    """Return the seconds that a fresh process needs to start and run a statement."""
    return best(lambda: in_a_process(statement), rounds)


def modules_after(statement: str) -> set[str]:
    """Return the modules that a statement adds to those of a bare interpreter."""
    return set(
        in_a_process(f"import sys; bare = set(sys.modules); {statement}; print(*set(sys.modules) - bare)").split()
    )


def peak_memory(length: int) -> float:
    """Return by how many bytes parsing one document of that length raises the peak of a process.

    The resource module counts in kilobytes on Linux and in bytes on macOS; Windows has none.
    """
    unit = 1 if sys.platform == "darwin" else 1024
    code = f"""
import resource, arnews
from benchmarks.documents import article_of
arnews.parse_text(article_of(1000))
text = article_of({length})
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
article = arnews.parse_text(text)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * {unit})
"""
    return float(in_a_process(code))
