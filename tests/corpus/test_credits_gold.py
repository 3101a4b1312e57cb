"""Credits measured on annotated documents that are not part of the project."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from arnews.credits import read_credit, read_ending, read_opening

SHARED = Path(os.environ.get("ARNEWS_SHARED", Path(__file__).parents[2].parent / "shared"))
GOLD = SHARED / "corpus" / "text.gold.dev.jsonl"

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"needs the annotated documents at {GOLD}")

Document = dict[str, Any]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [json.loads(line) for line in GOLD.read_text("utf8").split("\n") if line]


def test_blocks_are_read(documents: list[Document]) -> None:
    """Of the lines that annotators call byline or dateline, 95 % are read."""
    lines = [span["text"] for doc in documents for span in doc["spans"] if span["role"] in ("byline", "dateline")]
    read = sum(read_credit(line) is not None for line in lines)
    assert read >= 0.95 * len(lines)


@pytest.mark.parametrize(("field", "bar"), [("authors", 0.88), ("dateline_places", 0.95), ("agencies", 0.88)])
def test_fields(documents: list[Document], field: str, bar: float) -> None:
    """Mean F1 of the names against the fields, over documents that have either."""
    scores = []
    for doc in documents:
        gold = _clean(doc["fields"].get(field) or ())
        found = _clean(_fields(doc)[field])
        if gold or found:
            hits = sum((Counter(gold) & Counter(found)).values())
            scores.append(2 * hits / (len(gold) + len(found)))
    assert sum(scores) / len(scores) >= bar


def test_other_lines_are_not_sure(documents: list[Document]) -> None:
    """Of lines that are anything else, at most 2 in a thousand are taken for credits with certainty."""
    lines = [
        line
        for doc in documents
        for span in doc["spans"]
        if span["role"] not in ("byline", "dateline", "contributors")
        for line in span["text"].split("\n")
        if 2 < len(line) <= 140
    ]
    wrong = [line for line in lines if (credit := read_credit(line)) is not None and credit.sure]
    assert len(wrong) <= 0.002 * len(lines)


def _fields(doc: Document) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {"authors": [], "dateline_places": [], "agencies": []}
    paragraphs = 0
    for span in doc["spans"]:
        role, text = span["role"], span["text"]
        if role in ("byline", "dateline") and (credit := read_credit(text)) is not None:
            out["authors"] += credit.persons
            out["dateline_places"] += credit.places
            out["agencies"] += credit.agencies
        elif role == "body":
            paragraphs += 1
            opening = read_opening(text) if paragraphs <= 2 else None
            if opening is not None:
                out["authors"] += opening.persons
                out["dateline_places"] += opening.places
                out["agencies"] += opening.agencies
        elif role == "contributors" and (ending := read_ending(text)) is not None:
            out["agencies"] += ending.agencies
    return {field: list(dict.fromkeys(values)) for field, values in out.items()}


def _clean(names: Any) -> list[str]:
    marks = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0640]")
    return [" ".join(marks.sub("", name).split()).strip(" .:-–—|\"'«»“”()#") for name in names]
