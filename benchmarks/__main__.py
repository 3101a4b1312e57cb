"""Measures and prints tables in Markdown; with ``--write`` into ``docs/benchmarks.md`` and ``docs/cost.md``, too."""

from __future__ import annotations

import argparse
import io
import json
import platform
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any

import arnews
from arnews.export import from_dict, to_dict, to_json
from benchmarks.cost import print_cost
from benchmarks.documents import ROOT, article_of, date_strings, texts
from benchmarks.measure import medians, run_alone, start_seconds
from benchmarks.outlets import print_outlets
from benchmarks.pages import print_pages
from benchmarks.peer_worker import PEERS
from benchmarks.peers import PYTHON, peer_tables
from benchmarks.stages import print_stage_table, stage_times
from benchmarks.yardsticks import Measured, Start, print_yardsticks

DOCS = ROOT / "docs"
MARK = "<!-- printed by python -m benchmarks --write -->\n"
"""What is above it in a page is written by hand and stays."""
TEXT = "افتتاح المعرض الدولي للكتاب\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nشارك المقال"


def main() -> None:
    """Measure, and print the tables or write them."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    arguments.add_argument("--write", action="store_true", help="write docs/benchmarks.md and docs/cost.md")
    write = arguments.parse_args().write
    yardsticks, start = measure_yardsticks(), measure_start()
    tables = {"benchmarks.md": partial(print_tables, yardsticks, start), "cost.md": partial(print_cost, yardsticks)}
    for name, print_all in tables.items():
        if write:
            written = io.StringIO()
            with redirect_stdout(written):
                print_all()
            replace_tables(DOCS / name, written.getvalue())
            print(DOCS / name)
        else:
            print_all()


def replace_tables(page: Path, tables: str) -> None:
    """Put the tables below the mark of a page."""
    by_hand, mark, _ = page.read_text(encoding="utf-8").partition(MARK)
    page.write_text(f"{by_hand}{mark}\n{tables.rstrip()}\n", encoding="utf-8")


def measure_yardsticks() -> Measured:
    """Run the yardsticks in the environment of the peers, or in this one if there is none."""
    python = PYTHON if PYTHON.exists() else sys.executable
    command = [python, "-m", "benchmarks.yardsticks"]
    return Measured(**json.loads(subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout))


def measure_start() -> Start:
    """Return what starting takes: the interpreter, the import, a first text, a first page."""
    parse = ("", f"; arnews.parse_text('{TEXT}')", f"; arnews.parse_html('<p>{TEXT}')")
    return Start(*start_seconds(["pass", *(f"import arnews{then}" for then in parse)]))


def print_tables(yardsticks: Measured, start: Start) -> None:
    """Print the tables of speed and memory."""
    print(f"CPython {platform.python_version()}, {platform.system()} {platform.machine()}, one core.\n")
    print("### Yardsticks\n")
    print_yardsticks(yardsticks, start)
    print("### Texts\n")
    print_parsing()
    print_stages()
    print_growth()
    print_dates()
    print("### Pages\n")
    print_pages()
    print("### Other libraries on the same pages\n")
    print("\n".join(peer_tables(list(PEERS))), end="\n\n")
    print("### A thousand outlets\n")
    print_outlets()


def print_parsing() -> None:
    """Print what the stages and the exports cost for whole documents."""
    where, documents = texts()
    megabytes = sum(len(text.encode()) for text in documents) / 1e6
    read = [arnews.read_text(text) for text in documents]
    articles = [arnews.parse_text(text) for text in documents]
    records = [to_dict(article) for article in articles]
    steps = {
        "`parse_text`": partial(_each, arnews.parse_text, documents),
        "· of that `read_text`": partial(_each, arnews.read_text, documents),
        "· of that `label`": partial(_each, arnews.label, read),
        "`to_dict`": partial(_each, to_dict, articles),
        "`from_dict`": partial(_each, from_dict, records),
        "`to_json`": partial(_each, to_json, articles),
    }
    times = medians(list(steps.values()))
    average = sum(map(len, documents)) / len(documents)
    print(f"{len(documents)} documents of {where}, {average:,.0f} characters each:\n")
    print("| step | µs a document | MB/s |\n| --- | ---: | ---: |")
    for step, seconds in zip(steps, times, strict=True):
        print(f"| {step} | {seconds / len(documents) * 1e6:,.1f} | {megabytes / seconds:,.1f} |")
    print()


def print_stages() -> None:
    """Print where the time of `parse_text` goes."""
    _, documents = texts()
    times = stage_times([partial(arnews.parse_text, text) for text in documents], 3)
    print_stage_table(times, len(documents), "document")


def print_growth() -> None:
    """Print the cost of a character and the peak of the memory in documents of different sizes."""
    sizes = (1_000, 10_000, 100_000, 1_000_000)
    documents = [article_of(size) for size in sizes]
    times = medians([partial(arnews.parse_text, text) for text in documents], rounds=3)
    parse = "import arnews; article = arnews.parse_text(content.decode(errors='replace'))"
    print("| characters | `parse_text`, ms | ns a character | peak memory, MB | × its bytes |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    first = documents[0].encode()
    for text, seconds in zip(documents, times, strict=True):
        content = text.encode()
        peak = run_alone(content, parse, first).peak
        memory = f"{peak / 1e6:.1f} | {peak / len(content):.1f}"
        print(f"| {len(text):,} | {seconds * 1e3:,.2f} | {seconds / len(text) * 1e9:,.0f} | {memory} |")
    print()


def print_dates() -> None:
    """Print what reading and finding dates cost, beside dateparser and beside splitting at spaces."""
    prose = [paragraph for text in texts()[1] for paragraph in arnews.parse_text(text).paragraphs]
    free = [paragraph for paragraph in prose if not arnews.find_dates(paragraph)]
    split, find = medians([partial(_each, str.split, free), partial(_each, arnews.find_dates, free)])
    print(f"`find_dates` on {len(free):,} paragraphs without a date: {find / split:.1f} × `str.split`.\n")
    strings = date_strings()
    if not strings:
        return
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["ar"])
    ours, theirs = medians(
        [partial(_each, arnews.parse_date, strings), partial(_each, parser.get_date_data, strings)], rounds=2
    )
    print(f"{len(strings):,} real date strings: `parse_date` {ours / len(strings) * 1e6:,.1f} µs each, ", end="")
    print(f"dateparser (Arabic, reused parser) {theirs / len(strings) * 1e6:,.1f} µs: {theirs / ours:.0f} ×.\n")


def _each(function: Callable[[Any], object], items: list[Any]) -> None:
    for item in items:
        function(item)


if __name__ == "__main__":
    main()
