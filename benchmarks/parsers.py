"""The trial of HTML parsers: ``python -m benchmarks.parsers [--tests FOLDER]``, in the environment of the peers.

It prints the tables of ``docs/html-parser.md``. What may crash or hang runs in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import platform
import statistics
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from time import process_time

from benchmarks.conformance import failures, tree_tests
from benchmarks.documents import pages
from benchmarks.doors import Door, doors
from benchmarks.hard_pages import ADVERSARIAL, encoded_pages, page_of
from benchmarks.measure import ROOT, run_alone, start_seconds
from benchmarks.parsers_alone import SIZES

ROUNDS = 9
LIMIT = 60
"""Seconds after which a process is given up."""


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.parsers", description=__doc__)
    arguments.add_argument("--tests", type=Path, help="the folder tree-construction of a copy of html5lib-tests")
    tests = arguments.parse_args().tests
    found = doors()
    print(f"CPython {platform.python_version()}, {platform.system()} {platform.machine()}, one core.\n")
    print(f"| | {' | '.join(f'{door.package} {version(door.package)}' for door in found)} |")
    print(f"| --- |{' ---: |' * len(found)}")
    print_speed(found)
    if tests:
        every = list(tree_tests(tests))
        passed = [len(every) - len(failures(door, every)) for door in found]
        print_row(f"tests of tree construction passed, of {len(every):,}", [f"{count:,}" for count in passed])
    print_row("mangled pages: crashes, errors", [in_own_process(door, "mangled") for door in found])
    print_row("memory for the trees of the pages, × their size", [in_own_process(door, "keep") for door in found])
    print_row("peak memory for one page of 20 MB, × its size", [large(door) for door in found])
    bare, *after = start_seconds(["pass", *(f"import {door.module}" for door in found)])
    imports = [seconds - bare for seconds in after]
    print_row("ms to import", [f"{seconds * 1e3:.0f}" for seconds in imports])
    print_encodings(found)
    print_adversarial(found)


def print_row(name: str, cells: list[str]) -> None:
    """Print a row of a table."""
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def print_speed(found: list[Door]) -> None:
    """Print what parsing and walking the pages cost, in turns, with all trees kept until the end of a round."""
    where, contents = pages()
    texts = [content.decode(errors="replace") for content in contents]
    spent: dict[tuple[str, str], list[float]] = {}
    for _ in range(ROUNDS):
        kept: list[object] = []
        round_: dict[tuple[str, str], float] = {}
        gc.collect()
        gc.disable()
        for content, text in zip(contents, texts, strict=True):
            for door in found:
                start = process_time()
                tree = door.parse(content)
                parsed = process_time()
                from_text = door.parse(text)
                parsed_text = process_time()
                door.walk(tree)
                walked = process_time()
                kept += (tree, from_text)
                steps = {"bytes": parsed - start, "str": parsed_text - parsed, "walk": walked - parsed_text}
                for step, seconds in steps.items():
                    round_[door.package, step] = round_.get((door.package, step), 0) + seconds
        gc.enable()
        for key, seconds in round_.items():
            spent.setdefault(key, []).append(seconds)
    counts = {door.package: [door.walk(door.parse(content)) for content in contents] for door in found}
    elements = [sum(count[0] for count in counts[door.package]) / len(contents) for door in found]
    print_row(f"elements a page, {len(contents)} pages of {where}", [f"{count:,.0f}" for count in elements])
    for step, name in (("bytes", "parse bytes"), ("str", "parse a string"), ("walk", "walk over all nodes")):
        medians = [statistics.median(spent[door.package, step]) / len(contents) for door in found]
        print_row(f"{name}, ms a page", [f"{seconds * 1e3:.3f}" for seconds in medians])


def print_encodings(found: list[Door]) -> None:
    """Print which bytes come out as the text that was written."""
    for name, (content, text) in encoded_pages().items():
        cells = ["right" if text in "\n".join(door.lines(door.parse(content))) else "wrong" for door in found]
        print_row(f"bytes in {name}", cells)


def print_adversarial(found: list[Door]) -> None:
    """Print seconds for the largest page of each kind, and by what a doubled page multiplies the time."""
    print(f"\n| {SIZES[-1]:,} × | {' | '.join(f'{door.package}, s | × when doubled' for door in found)} |")
    print(f"| --- |{' ---: |' * 2 * len(found)}")
    for name in ADVERSARIAL:
        cells = [in_own_process(door, "adversarial", name) for door in found]
        print_row(name, [cell if " | " in cell else f"{cell} | –" for cell in cells])


def large(door: Door) -> str:
    """Return the peak of parsing and walking a page of 20 MB, as a multiple of its size."""
    content = page_of(11_300_000).encode()
    statements = f"(door,) = (door for door in doors() if door.package == {door.package!r}); "
    peak = run_alone(content, f"from benchmarks.doors import doors; {statements}door.walk(door.parse(content))").peak
    return f"{peak / len(content):.1f}"


def in_own_process(door: Door, *what: str) -> str:
    """Return what ``parsers_alone`` prints about a parser, or how it ended."""
    command = [sys.executable, "-m", "benchmarks.parsers_alone", door.package, *what]
    try:
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        return f"over {LIMIT} s"
    return ended.stdout.strip() if ended.returncode == 0 else f"ended with {ended.returncode}"


if __name__ == "__main__":
    main()
