"""The dataset card: README.md of the output, with the numbers of what is there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator

from arnews.corpus.counts import UNKNOWN, Counts
from arnews.corpus.parts import OutputFolder, part_counts, put

__all__ = ["all_counts", "write_card"]

_MOST = 20
"""Rows of a table; the report has more."""
_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"),
          (10_000_000, "1M<n<10M"), (100_000_000, "10M<n<100M"), (1_000_000_000, "100M<n<1B"))  # fmt: skip
_TITLES = {
    "kinds": "Documents by kind",
    "languages": "Documents by language",
    "outlets": "Documents by outlet",
    "years": "Documents by year of publication",
    "issues": "Documents by issue",
    "fields": "Documents that have a value",
    "characters": "Characters by family of roles",
    "roles": "Dropped segments by role",
    "errors": "Errors",
}
_BY_NAME = ("years",)


def all_counts(layout: OutputFolder) -> Counts:
    """Return the counts of all parts that are done."""
    counts = Counts()
    for path in layout.parts():
        counts.add(part_counts(path))
    return counts


def write_card(layout: OutputFolder) -> None:
    """Write the card of what is done."""
    content = card_of(layout).encode()
    put(layout.card, layout, lambda file: file.write(content))


def card_of(layout: OutputFolder) -> str:
    """Return the card, as Markdown that the Hugging Face hub reads."""
    return "\n".join(_lines(all_counts(layout), layout)) + "\n"


def _lines(counts: Counts, layout: OutputFolder) -> Iterator[str]:
    plan = json.loads(layout.plan.read_text(encoding="utf-8"))
    settings = plan["settings"]
    suffix = settings["format"]
    yield "---"
    yield "language:\n- ar"
    yield f"size_categories:\n- {next((name for most, name in _SIZES if counts.rows < most), 'n>1B')}"
    yield f"configs:\n- config_name: default\n  data_files: data/*.{suffix}"
    yield "---\n"
    yield f"# {layout.out.resolve().name}\n"
    yield (
        f"{counts.rows:,} documents, {counts.errors:,} of them with an error, parsed by arnews {plan['arnews']} (rules "
        f"{plan['rules']}). Every row of the input has a row here, in the same order; one that could not be parsed has "
        "its reason in the column `error`."
    )
    if counts.left_out:
        yield f"{counts.left_out:,} articles in other languages than `{settings['only_language']}` were left out."
    if counts.passed:
        yield f"{counts.passed:,} records of WARC files are no pages, or pages without Arabic, and were passed by."
    yield "\n## Made of\n"
    yield "| input | bytes |\n| --- | ---: |"
    for name, size, _ in plan["inputs"][:_MOST]:
        yield f"| {_cell(name)} | {size:,} |"
    if len(plan["inputs"]) > _MOST:
        yield f"| {len(plan['inputs']) - _MOST:,} more | |"
    chosen = {name: value for name, value in settings.items() if value not in (None, [], False) and name != "keys"}
    yield f"\nSettings: {', '.join(f'{name} {value}' for name, value in chosen.items())}."
    for name, title in _TITLES.items():
        yield from _table(title, counts.tables[name], by_name=name in _BY_NAME)


def _table(title: str, table: Counter[str], *, by_name: bool) -> Iterator[str]:
    if not table:
        return
    rows = (
        sorted(table.items())
        if by_name
        else sorted(table.items(), key=lambda each: (each[0] == UNKNOWN, -each[1], each[0]))
    )
    yield f"\n## {title}\n"
    yield "| | count |\n| --- | ---: |"
    shown = rows if by_name else rows[:_MOST]
    for key, count in shown:
        yield f"| {_cell(key)} | {count:,} |"
    if len(rows) > len(shown):
        yield f"| {len(rows) - len(shown):,} more | {sum(count for _, count in rows[len(shown) :]):,} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
