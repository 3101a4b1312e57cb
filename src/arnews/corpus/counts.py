"""What is counted of a table: per part when it is written, then added up for the card and the report."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain, islice
from typing import Any

from attrs import define, field

from arnews.export.quality import FAMILIES

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
_COUNTED = ("kind", "language", "outlet", "issues", "dropped", "quality", "error", *_FIELDS)
"""The columns that are counted."""
_CHUNK = 512
"""Rows that are counted at once."""
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
        rest = iter(rows)
        while chunk := list(islice(rest, _CHUNK)):
            counts.add_columns({name: [row[name] for row in chunk] for name in _COUNTED})
        return counts

    def add_columns(self, columns: Mapping[str, list[Any]]) -> None:
        """Count rows by their columns. A row without a kind has an error and nothing else to count."""
        tables = self.tables
        kinds = columns["kind"]
        self.rows += len(kinds)
        errors = [error[:_MOST_ERRORS] for error in columns["error"] if error is not None]
        self.errors += len(errors)
        tables["errors"].update(errors)
        tables["kinds"].update(kind for kind in kinds if kind is not None)
        for table, name in (("languages", "language"), ("outlets", "outlet")):
            tables[table].update(
                value or UNKNOWN for value, kind in zip(columns[name], kinds, strict=True) if kind is not None
            )
        tables["years"].update(
            date[:4] if date else UNKNOWN
            for date, kind in zip(columns["date_published"], kinds, strict=True)
            if kind is not None
        )
        tables["issues"].update(chain.from_iterable(filter(None, columns["issues"])))
        roles, rules = tables["roles"], tables["rules"]
        for each in chain.from_iterable(filter(None, columns["dropped"])):
            roles[each["role"]] += each["segments"]
            rules[f"{each['role']} {each['rule']}"] += each["segments"]
        for name in _FIELDS:
            if filled := sum(map(bool, columns[name])):
                tables["fields"][name] += filled
        qualities = [each for each in columns["quality"] if each is not None]
        for family in FAMILIES if qualities else ():
            tables["characters"][family] += sum(each["characters"][family] for each in qualities)
        tables["shares"].update(_step(each["kept_share"]) for each in qualities if each["kept_share"] is not None)

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


def _step(share: float) -> str:
    """Return the name of the step of 5 % that a kept share is in."""
    step = min(int(share * _STEPS), _STEPS - 1)
    return f"{step * 100 // _STEPS:02d}–{(step + 1) * 100 // _STEPS} %"
