"""JSON lines in, JSON lines out, row for row: ``arnews convert - -`` and ``arnews parse --jsonl``. Needs no extra."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any, BinaryIO

from attrs import evolve

from arnews.console import write_json
from arnews.corpus.settings import RowKeys, Settings, guess_keys
from arnews.errors import ConfigurationError
from arnews.export.records import dump_json, select_fields
from arnews.export.rows import COLUMNS, error_row, fields_of, row
from arnews.many import Keys, Parsed, made_rows

__all__ = ["filter_rows", "print_rows", "write_row"]


def print_rows(files: list[str], arguments: argparse.Namespace) -> int:
    """Print a row for each row of files of JSON lines; for ``arnews parse --jsonl``."""
    settings = Settings(segments=not arguments.no_segments, outlets=tuple(arguments.outlet), format="jsonl")
    for name in files:
        try:
            file = sys.stdin.buffer if name == "-" else open(name, "rb")  # noqa: SIM115
        except OSError as error:
            raise ConfigurationError(f"{name}: {error.strerror}") from None
        with file:
            for found in filter_rows(file, settings, workers=1, fields=fields_of(arguments.fields)):
                write_row(select_fields({"file": name, **found}, arguments.fields))
    return 0


def write_row(found: dict[str, Any]) -> None:
    """Print a row; the next program of a pipe has it at once. Dates and moments are ISO 8601."""
    plain = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in found.items()}
    write_json(dump_json(plain))


def filter_rows(
    lines: BinaryIO, settings: Settings, *, workers: int, fields: Sequence[str] | None = None
) -> Iterator[dict[str, Any]]:
    """Yield a row for each line, in order; a line that is no JSON object has an error.

    ``fields`` are those that are read, all by default; to leave out other languages needs ``language`` among them.
    Raises ConfigurationError if the first row has neither a text nor a page.
    """
    rows = (_loaded(line) for line in lines if not line.isspace())
    first = next(rows, None)
    if first is None:
        return
    keys = settings.keys if _BROKEN in first else guess_keys(list(first), settings.keys)
    parser = evolve(settings.parser(), fields=fields)
    documents = chain([first], rows)
    where = Keys(keys.text, keys.html, keys.url)
    found = made_rows(parser, documents, where, workers, settings.time_limit, partial(_row, keys, settings))
    for number, (_, result) in enumerate(found):
        if result["id"] is None:
            result["id"] = f"-:{number}"
        if settings.only_language in (None, result["language"]) or result["error"] is not None:
            yield result


_BROKEN = "\0broken"


def _loaded(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {_BROKEN: f"not JSON: {error}"}
    return found if isinstance(found, dict) else {_BROKEN: "not a JSON object"}


def _row(keys: RowKeys, settings: Settings, parsed: Parsed) -> dict[str, Any]:
    """Return the row of a document; if it had no id, neither has the row."""
    id = parsed.row.get(keys.id) if keys.id else None
    name = None if id is None else str(id)
    if parsed.article is None:
        error = parsed.row.get(_BROKEN) or parsed.error or ""
        url = parsed.row.get(keys.url) if keys.url else None
        found = error_row(error, id=name, url=None if url is None else str(url))
    else:
        found = row(parsed.article, id=name, segments=settings.segments)
    for key in settings.keep:
        found[f"input_{key}" if key in COLUMNS else key] = parsed.row.get(key)
    return found
