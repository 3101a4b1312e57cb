"""How things are measured: in seconds of the processor, so that other programs of the machine count little."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

ROUNDS = 5
ROOT = Path(__file__).parents[1]


def seconds_of(run: Callable[[], object]) -> float:
    """Return the seconds of the processor that a function takes."""
    start = process_time()
    run()
    return process_time() - start


def medians(runs: Sequence[Callable[[], object]], rounds: int = ROUNDS) -> list[float]:
    """Return the median of the seconds that each function takes, in turns, so that a slow moment hits all of them."""
    times = [[seconds_of(run) for run in runs] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*times, strict=True)]


def in_a_process(code: str, environment: Mapping[str, str] | None = None) -> str:
    """Return what Python code prints in a fresh process."""
    command = [sys.executable, "-c", code]
    given = None if environment is None else {**os.environ, **environment}
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=True).stdout


def start_seconds(statements: Sequence[str], rounds: int = 9) -> list[float]:
    """Return the seconds of the processor that a fresh process takes to start and run each of some statements.

    The modules are compiled to bytecode before, as an installer does. Medians, in turns.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}

        def seconds(statement: str) -> float:
            return float(in_a_process(f"{statement}\nimport time; print(time.process_time())", environment))

        times = [[seconds(statement) for statement in statements] for _ in range(rounds + 1)][1:]
    return [statistics.median(column) for column in zip(*times, strict=True)]


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
    """Seconds of the processor."""
    peak: float
    """Bytes by which the peak of the process rose."""


def run_alone(content: bytes, statements: str, first: bytes = b"") -> Alone:
    """Run statements about ``content`` in a fresh process.

    The content comes from a file: what making it takes would hide what handling it takes. The statements run on
    ``first`` before, so that what is loaded once does not count; by default on the first 1,000 bytes.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "content"
        path.write_bytes(content)
        code = f"""
from pathlib import Path
from time import process_time
from benchmarks.measure import memory_peak
content = {first or content[:1_000]!r}
{statements}
content = Path({str(path)!r}).read_bytes()
before = memory_peak()
start = process_time()
{statements}
print(process_time() - start, memory_peak() - before)
"""
        seconds, peak = map(float, in_a_process(code).split())
        return Alone(seconds, peak)
