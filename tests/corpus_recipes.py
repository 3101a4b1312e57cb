"""What the tests of the recipes share: rows, the table that all of them must give, and the files of the recipes."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import arnews
from arnews.arrow import row, table_of

__all__ = ["EXPECTED", "ROWS", "cells", "recipe", "write_rows"]

_ROOT = Path(__file__).parents[1]
_TEXTS = [path.read_text(encoding="utf-8") for path in sorted((_ROOT / "examples").glob("*.txt"))]

ROWS: list[dict[str, Any]] = [
    {
        "id": f"n{number:03}",
        "text": _TEXTS[number % len(_TEXTS)] if number % 10 != 3 else None,
        "url": f"https://www.example.com/{number}" if number % 4 else None,
        "size": number,
    }
    for number in range(80)
]


def _expected() -> list[dict[str, Any]]:
    """Return the table as a bare loop over `arnews.parse_text` gives it."""
    rows = []
    for each in ROWS:
        if each["text"] is None:
            found = {**dict.fromkeys(row(arnews.parse_text(""))), "id": each["id"], "url": each["url"]}
            found |= {"error": "no document", "arnews_version": row(arnews.parse_text(""))["arnews_version"]}
        else:
            found = row(arnews.parse_text(each["text"], url=each["url"]), id=each["id"])
        rows.append(found)
    return [{**found, "size": each["size"]} for found, each in zip(table_of(rows).to_pylist(), ROWS, strict=True)]


EXPECTED = _expected()


def write_rows(path: Path) -> str:
    """Write the rows as Parquet and return the path."""
    pq.write_table(pa.Table.from_pylist(ROWS), path)
    return str(path)


def cells(table: pa.Table | list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return every cell, but for the time that it took, in the order of the rows."""
    rows = table if isinstance(table, list) else table.to_pylist()
    return [{**{name: each[name] for name in EXPECTED[0]}, "seconds": None} for each in rows]


def recipe(name: str) -> ModuleType:
    """Return a recipe of ``examples/corpus`` as a module."""
    spec = importlib.util.spec_from_file_location(f"recipe_{name}", _ROOT / "examples" / "corpus" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dump(path: Path) -> str:
    """Write the rows as JSON lines and return the path."""
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in ROWS), encoding="utf-8")
    return str(path)
