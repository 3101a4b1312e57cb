"""The measuring data beside the project: where it is, how to read it, how to run its scripts."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("ARNEWS_SHARED", HERE.parents[1].parent / "shared")).resolve()
CORPUS = SHARED / "corpus"
TEXTS = CORPUS / "text.dev.jsonl"
GOLD = CORPUS / "text.gold.dev.jsonl"
PAGES = CORPUS / "html.dev.jsonl"
PAGES_GOLD = CORPUS / "html.gold.dev.jsonl"

needs_corpus = pytest.mark.skipif(
    not GOLD.is_file(),
    reason=f"needs the measuring data, which is not part of the project: no {GOLD}; set ARNEWS_SHARED to its folder",
)

Row = dict[str, Any]


@cache
def floors() -> dict[str, dict[str, float]]:
    """Return the least that must be scored."""
    return tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


def rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a file of JSON lines, compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def write_rows(path: Path, objects: Iterable[Row]) -> Path:
    """Write a file of JSON lines and return its path."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in objects), encoding="utf-8")
    return path


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script of the measuring data with the interpreter of the tests."""
    command = [sys.executable, str(CORPUS / script), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, env={**os.environ, "PYTHONUTF8": "1"}
    )


def score_pages(gold: Path, index: Path, folder: Path) -> Row:
    """Parse the pages of an index, score them against the gold, and return what the scorer prints."""
    predictions = folder / f"{index.stem}.predictions.jsonl"
    predicted = run("predict.py", "html", index, predictions)
    assert predicted.returncode == 0, predicted.stderr
    scored = run("score.py", gold, predictions, "--json")
    assert scored.returncode == 0, scored.stderr
    result: Row = json.loads(scored.stdout)
    return result


def score(gold: Path, texts: Path, folder: Path) -> Row:
    """Parse the texts, score them against the gold, and return what the scorer prints."""
    predictions = folder / "predictions.jsonl"
    predicted = run("predict.py", "text", texts, predictions)
    assert predicted.returncode == 0, predicted.stderr
    scored = run("score.py", gold, predictions, "--texts", texts, "--json")
    assert scored.returncode == 0, scored.stderr
    result: Row = json.loads(scored.stdout)
    return result
