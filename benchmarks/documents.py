"""The documents that are measured."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("ARNEWS_SHARED", ROOT.parent / "shared"))


def texts() -> tuple[str, list[str]]:
    """Return where the documents come from, and their texts."""
    corpus = SHARED / "corpus" / "text.dev.jsonl"
    if corpus.is_file():
        return "the dev corpus", [row["text"] for row in rows(corpus)]
    return "examples/", [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]


def pages() -> tuple[str, list[bytes]]:
    """Return where the pages come from, and their bytes."""
    folder = SHARED / "corpus" / "html"
    if folder.is_dir():
        return "the dev corpus", [path.read_bytes() for path in sorted(folder.glob("*.html"))]
    return "examples/", [path.read_bytes() for path in sorted((ROOT / "examples").rglob("*.html"))]


def date_strings() -> list[str]:
    """Return real date strings, none if the measuring data is absent."""
    path = SHARED / "corpus" / "dates" / "gold_real.dev.jsonl"
    return [row["string"] for row in rows(path)] if path.is_file() else []


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def article_of(length: int) -> str:
    """Return an article of about that many characters: a head, paragraphs that differ, a share bar."""
    paragraph = (
        "وقال مدير الميناء رقم {} إن تفريغ الشحنة يستغرق أربعة أيام، وإن شحنتين تصلان إلى الرصيف قبل نهاية الشهر."
    )
    lines = ["ميناء العقبة يستقبل أول شحنة قمح", "العقبة - ليلى حسن", "12 شباط/فبراير 2024"]
    size = 0
    while size < length:
        lines.append(paragraph.format(len(lines)))
        size += len(lines[-1]) + 1
    return "\n".join([*lines, "شارك المقال"])
