"""Measures and prints tables in Markdown."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import arnews
from benchmarks.documents import article_of, date_strings, texts
from benchmarks.measure import best_of_each, import_time, peak_memory


def main() -> None:
    """Print every table."""
    print(f"CPython {platform.python_version()}, {platform.machine()}, one core.\n")
    print_parsing()
    print_growth()
    print_dates()
    print_start()


def print_parsing() -> None:
    """Print what the stages and the exports cost for whole documents."""
    where, documents = texts()
    lines = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in documents]
    megabytes = sum(map(len, lines)) / 1e6
    read = [arnews.read_text(text) for text in documents]
    articles = [arnews.parse_text(text) for text in documents]
    records = [arnews.to_dict(article) for article in articles]
    steps = {
        "`json.loads` of its line": partial(_each, json.loads, lines),
        "`parse_text`": partial(_each, arnews.parse_text, documents),
        "· of that `read_text`": partial(_each, arnews.read_text, documents),
        "· of that `label`": partial(_each, arnews.label, read),
        "`to_dict`": partial(_each, arnews.to_dict, articles),
        "`from_dict`": partial(_each, arnews.from_dict, records),
        "`to_json`": partial(_each, arnews.to_json, articles),
    }
    times = best_of_each(list(steps.values()))
    average = sum(map(len, documents)) / len(documents)
    print(f"{len(documents)} documents of {where}, {average:,.0f} characters each:\n")
    print("| step | µs a document | MB/s | × `json.loads` |\n| --- | ---: | ---: | ---: |")
    for step, seconds in zip(steps, times, strict=True):
        micro = seconds / len(documents) * 1e6
        print(f"| {step} | {micro:,.1f} | {megabytes / seconds:,.1f} | {seconds / times[0]:.1f} |")
    print()


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
    """Print the time to import and the memory that one large document takes."""
    print(f"`import arnews`: {import_time('import arnews') * 1e3:.0f} ms; ", end="")
    print(f"with a first document: {import_time('import arnews; arnews.parse_text(str())') * 1e3:.0f} ms.\n")
    if sys.platform != "win32":
        text = article_of(5_000_000)
        size = len(text.encode())
        peak = peak_memory(5_000_000)
        raised = f"{peak / 1e6:.0f} MB, {peak / size:.1f} × its size"
        print(f"A document of {size / 1e6:.1f} MB raises peak memory by {raised}.")


def _each(function: Callable[[Any], object], items: list[Any]) -> None:
    for item in items:
        function(item)


if __name__ == "__main__":
    main()
