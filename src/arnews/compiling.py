"""Compiles the tables of the package ahead: ``python -m arnews.compiling``. The build of the package does so too.

See `arnews.data_files` for what is written and why.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

from arnews.credits import tables as credits
from arnews.data_files import COMPILED, data_names, file_checksum, parse_toml
from arnews.labeling import weights
from arnews.rules import shipped
from arnews.rules.index import RuleIndex
from arnews.rules.load import load_shipped

__all__ = ["compiled_lines", "main"]

_FOLDERS = ("credits", "dates", "export", "fields", "labeling", "outlets", "reading")
"""Packages whose TOML files are compiled one by one."""


def compiled_lines() -> Iterator[str]:
    """Yield the lines of the file of compiled tables, made from the files as they are now."""
    rules = load_shipped()
    yield _line(shipped.TABLE, shipped.rule_sources(), shipped.table_of(rules, RuleIndex(rules)))
    yield _line(weights.TABLE, weights.SOURCES, weights.table_of())
    yield _line(credits.TABLE, credits.SOURCES, credits.table_of(credits.read_tables()))
    for folder in _FOLDERS:
        for path in data_names(f"{folder}/data", ".toml"):
            if path not in credits.SOURCES:
                yield _line(path, [path], parse_toml(path))


def _line(name: str, sources: Any, table: dict[str, Any]) -> str:
    content = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    return f"{name}\t{file_checksum(sources)}\t{content}\n"


def main() -> None:
    """Write the file beside the modules of the package, whole or not at all."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), COMPILED)
    lines = list(compiled_lines())
    written = f"{path}.{os.getpid()}"
    with open(written, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)
    os.replace(written, path)


if __name__ == "__main__":
    main()
