"""Measures and prints tables in Markdown; with ``--write`` into ``docs/benchmarks.md`` too."""

from __future__ import annotations

import argparse
import io
import json
import platform
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import partial
from typing import Any

import arnews
from arnews.export import from_dict, to_dict, to_json
from benchmarks.documents import ROOT, article_of, date_strings, texts
from benchmarks.measure import ROUNDS, best_of_each, import_time, modules_after, run_alone
from benchmarks.outlets import print_outlets
from benchmarks.pages import print_pages
from benchmarks.peer_worker import PEERS
from benchmarks.peers import peer_table
from benchmarks.stages import print_stage_table, stage_times

PAGE = ROOT / "docs" / "benchmarks.md"
MARK = "<!-- printed by python -m benchmarks --write -->\n"
"""What is above it in the page is written by hand and stays."""
FOREIGN = ("dateparser", "hijridate", "html.parser", "lxml", "pyarrow", "regex", "selectolax", "turbohtml")


def main() -> None:
    """Measure, and print the tables or write them."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    arguments.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    written = io.StringIO()
    if arguments.parse_args().write:
        with redirect_stdout(written):
            print_tables()
        by_hand, mark, _ = PAGE.read_text(encoding="utf-8").partition(MARK)
        PAGE.write_text(f"{by_hand}{mark}\n{written.getvalue().rstrip()}\n", encoding="utf-8")
        print(PAGE)
    else:
        print_tables()


def print_tables() -> None:
    """Print every table."""
    print(f"CPython {platform.python_version()}, {platform.system()} {platform.machine()}, one core.\n")
    print("### Texts\n")
    print_parsing()
    print_stages()
    print_growth()
    print_dates()
    print("### Pages\n")
    print_pages()
    print("### Other libraries on the same pages\n")
    print("\n".join(peer_table(list(PEERS))), end="\n\n")
    print("### A thousand outlets\n")
    print_outlets()
    print("### Start and memory\n")
    print_start()


def print_parsing() -> None:
    """Print what the stages and the exports cost for whole documents."""
    where, documents = texts()
    lines = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in documents]
    megabytes = sum(map(len, lines)) / 1e6
    read = [arnews.read_text(text) for text in documents]
    articles = [arnews.parse_text(text) for text in documents]
    records = [to_dict(article) for article in articles]
    steps = {
        "`json.loads` of its line": partial(_each, json.loads, lines),
        "`parse_text`": partial(_each, arnews.parse_text, documents),
        "· of that `read_text`": partial(_each, arnews.read_text, documents),
        "· of that `label`": partial(_each, arnews.label, read),
        "`to_dict`": partial(_each, to_dict, articles),
        "`from_dict`": partial(_each, from_dict, records),
        "`to_json`": partial(_each, to_json, articles),
    }
    times = best_of_each(list(steps.values()))
    average = sum(map(len, documents)) / len(documents)
    print(f"{len(documents)} documents of {where}, {average:,.0f} characters each:\n")
    print("| step | µs a document | MB/s | × `json.loads` |\n| --- | ---: | ---: | ---: |")
    for step, seconds in zip(steps, times, strict=True):
        micro = seconds / len(documents) * 1e6
        print(f"| {step} | {micro:,.1f} | {megabytes / seconds:,.1f} | {seconds / times[0]:.1f} |")
    print()


def print_stages() -> None:
    """Print where the time of `parse_text` goes."""
    _, documents = texts()
    times = stage_times([partial(arnews.parse_text, text) for text in documents], ROUNDS)
    print_stage_table(times, len(documents), "document")


def print_growth() -> None:
    """Print the cost of a character in documents of different sizes."""
    sizes = (1_000, 10_000, 100_000, 1_000_000)
    documents = [article_of(size) for size in sizes]
    times = best_of_each([partial(arnews.parse_text, text) for text in documents], rounds=3)
    print("| characters | `parse_text`, ms | ns a character |\n| ---: | ---: | ---: |")
    for text, seconds in zip(documents, times, strict=True):
        print(f"| {len(text):,} | {seconds * 1e3:,.2f} | {seconds / len(text) * 1e9:,.0f} |")
    print()


def print_dates() -> None:
    """Print what reading and finding dates cost, beside dateparser and beside splitting at spaces."""
    prose = [paragraph for text in texts()[1] for paragraph in arnews.parse_text(text).paragraphs]
    free = [paragraph for paragraph in prose if not arnews.find_dates(paragraph)]
    split, find = best_of_each([partial(_each, str.split, free), partial(_each, arnews.find_dates, free)])
    print(f"`find_dates` on {len(free):,} paragraphs without a date: {find / split:.1f} × `str.split`.\n")
    strings = date_strings()
    if not strings:
        return
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["ar"])
    ours, theirs = best_of_each(
        [partial(_each, arnews.parse_date, strings), partial(_each, parser.get_date_data, strings)], rounds=2
    )
    print(f"{len(strings):,} real date strings: `parse_date` {ours / len(strings) * 1e6:,.1f} µs each, ", end="")
    print(f"dateparser (Arabic, reused parser) {theirs / len(strings) * 1e6:,.1f} µs: {theirs / ours:.0f} ×.\n")


def print_start() -> None:
    """Print the time to import, what is imported, and the memory that documents take."""
    bare, package = import_time("pass"), import_time("import arnews")
    first = import_time("import arnews; arnews.parse_text(str())")
    loaded = modules_after("import arnews")
    heavy = [name for name in FOREIGN if name in loaded]
    print(
        f"`import arnews`: {(package - bare) * 1e3:.0f} ms beside {bare * 1e3:.0f} ms for a bare interpreter, ", end=""
    )
    print(f"{len(loaded)} modules, of them foreign and heavy: {', '.join(heavy) or 'none'}; ", end="")
    print(f"with a first document {(first - bare) * 1e3:.0f} ms.\n")
    if sys.platform != "win32":
        print("| document, MB | peak memory above the rest of the process, MB | × its size |\n| ---: | ---: | ---: |")
        for characters in (100_000, 1_000_000, 5_000_000):
            content = article_of(characters).encode()
            size, peak = (
                len(content),
                run_alone(content, "import arnews; article = arnews.parse_text(content.decode(errors='replace'))").peak,
            )
            print(f"| {size / 1e6:.1f} | {peak / 1e6:.1f} | {peak / size:.1f} |")


def _each(function: Callable[[Any], object], items: list[Any]) -> None:
    for item in items:
        function(item)


if __name__ == "__main__":
    main()
