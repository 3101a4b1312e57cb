"""What may crash, hang or fill the memory, for one parser in a process of its own: see ``parsers``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from time import process_time

from benchmarks.documents import pages
from benchmarks.doors import Door, doors
from benchmarks.hard_pages import ADVERSARIAL, mangled
from benchmarks.measure import memory_peak

SIZES = (12_500, 25_000, 50_000, 100_000)
ENOUGH = 10.0
"""Seconds for one page after which larger ones are left out."""
TIMES = 20


def main(package: str, what: str, *names: str) -> None:
    """Measure one thing and print it."""
    (door,) = (door for door in doors() if door.package == package)
    measures: dict[str, Callable[..., str]] = {"adversarial": adversarial, "keep": keep, "mangled": tear}
    print(measures[what](door, *names))


def adversarial(door: Door, name: str) -> str:
    """Return seconds to parse and walk the largest page of a kind, and the growth of a last doubling."""
    times = []
    gc.disable()
    for size in SIZES:
        page = ADVERSARIAL[name](size)
        start = process_time()
        tree = door.parse(page)
        door.walk(tree)
        times.append(process_time() - start)
        del tree
        if times[-1] > ENOUGH:
            return f"{times[-1]:.1f} (of {size:,}) | {times[-1] / times[-2]:.1f}"
    return f"{times[-1]:.3f} | {times[-1] / times[-2]:.1f}"


def tear(door: Door) -> str:
    """Parse mangled pages, as bytes and as strings, and return how many raised."""
    count = errors = 0
    for page in mangled(pages()[1], 40):
        for content in (page, page.decode(errors="surrogateescape")):
            count += 1
            try:
                door.walk(door.parse(content))
            except (ValueError, TypeError, LookupError, RuntimeError):
                errors += 1
    return f"0, {errors:,} of {count:,}"


def keep(door: Door) -> str:
    """Return the memory that the trees of all pages take, kept many times over."""
    contents = pages()[1] * TIMES
    door.walk(door.parse(contents[0]))
    before = memory_peak()
    trees = [door.parse(content) for content in contents]
    after = memory_peak()
    return f"{(after - before) / sum(map(len, contents)):.1f}" if trees else ""


if __name__ == "__main__":
    main(*sys.argv[1:])
