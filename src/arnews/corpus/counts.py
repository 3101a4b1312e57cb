"""What is counted of a table: per part when it is written, then added up for the card and the report."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field

__all__ = ["TABLES", "Counts"]

TABLES = (
    "kinds", "languages", "outlets", "years", "issues", "roles", "characters", "rules", "errors", "fields", "shares",
)  # fmt: skip
"""The names of the tables: documents by kind, language, outlet, year, issue, error and field that has a value; dropped
segments by role and by rule; characters by family of roles; documents by kept share in steps of 5 %."""

_FIELDS = (
    "headline", "description", "authors", "date_published", "published_at", "hijri", "dateline", "source", "sections",
    "keywords", "images", "related",
)  # fmt: skip
UNKNOWN = "(unknown)"
_STEPS = 20
_MOST_ERRORS = 60
"""Code points of an error that are counted by: what follows is about the one document."""


def _tables() -> dict[str, Counter[str]]:
    return {name: Counter() for name in TABLES}


@define
class Counts:
    """Counts of documents.

    >>> from arnews.export.rows import error_row
    >>> counts = Counts.of([error_row("took longer than 5 s")])
    >>> counts.rows, counts.errors, counts.tables["errors"]
    (1, 1, Counter({'took longer than 5 s': 1}))
    """

    rows: int = 0
    """Rows that were written."""
    errors: int = 0
    """Those of them that have an error."""
    left_out: int = 0
    """Articles in other languages than the one that was asked for."""
    passed: int = 0
    """Records of a WARC file that are no pages, or foreign ones."""
    tables: dict[str, Counter[str]] = field(factory=_tables)
    """The tables, by name."""

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> Counts:
        """Return the counts of rows."""
        counts = cls()
        for row in rows:
            counts.add_row(row)
        return counts

    def add_row(self, row: Mapping[str, Any]) -> None:
        """Count one row."""
        tables = self.tables
        self.rows += 1
        if row["error"] is not None:
            self.errors += 1
            tables["errors"][row["error"][:_MOST_ERRORS]] += 1
        if row["kind"] is None:
            return
        tables["kinds"][row["kind"]] += 1
        tables["languages"][row["language"] or UNKNOWN] += 1
        tables["outlets"][row["outlet"] or UNKNOWN] += 1
        tables["years"][row["date_published"][:4] if row["date_published"] else UNKNOWN] += 1
        tables["issues"].update(row["issues"])
        for each in row["dropped"]:
            tables["roles"][each["role"]] += each["segments"]
            tables["rules"][f"{each['role']} {each['rule']}"] += each["segments"]
        quality = row["quality"]
        tables["characters"].update(quality["characters"])
        tables["fields"].update(name for name in _FIELDS if row[name])
        if quality["kept_share"] is not None:
            step = min(int(quality["kept_share"] * _STEPS), _STEPS - 1)
            tables["shares"][f"{step * 100 // _STEPS:02d}–{(step + 1) * 100 // _STEPS} %"] += 1

    def add(self, other: Counts) -> None:
        """Add the counts of another part."""
        self.rows += other.rows
        self.errors += other.errors
        self.left_out += other.left_out
        self.passed += other.passed
        for name, table in other.tables.items():
            self.tables[name].update(table)

    def dumped(self) -> str:
        """Return the counts as JSON."""
        numbers = {"rows": self.rows, "errors": self.errors, "left_out": self.left_out, "passed": self.passed}
        return json.dumps({**numbers, "tables": self.tables}, ensure_ascii=False)

    @classmethod
    def loaded(cls, text: str | bytes) -> Counts:
        """Return the counts that `dumped` wrote."""
        found = json.loads(text)
        tables = {name: Counter(found["tables"][name]) for name in TABLES}
        return cls(found["rows"], found["errors"], found["left_out"], found["passed"], tables)
