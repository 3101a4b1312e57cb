"""How things are measured."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

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


def memory_peak() -> int:
    """Return the peak of the process's memory in bytes, on Linux and macOS.

    On Linux the resource module counts the process that started this one too, so the system's own file is read.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) * 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


class Alone(NamedTuple):
    """What statements about some content took in a process of their own."""

    seconds: float
    peak: float
    """Bytes by which the peak of the process rose."""


def run_alone(content: bytes, statements: str) -> Alone:
    """Run statements about ``content`` in a fresh process.

    The content comes from a file: what making it takes would hide what handling it takes. The statements run on its
    first 1,000 bytes before.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content"
        path.write_bytes(content)
        code = f"""
from pathlib import Path
from time import perf_counter
from benchmarks.measure import memory_peak
content = Path({str(path)!r}).read_bytes()[:1_000]
{statements}
content = Path({str(path)!r}).read_bytes()
before = memory_peak()
start = perf_counter()
{statements}
print(perf_counter() - start, memory_peak() - before)
"""
        seconds, peak = map(float, in_a_process(code).split())
        return Alone(seconds, peak)
