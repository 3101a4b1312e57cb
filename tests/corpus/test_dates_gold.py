"""Dates measured on real strings that are not part of the project, and against an independent calendar."""

from __future__ import annotations

import csv
import datetime
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from arnews.dates import HijriDate, NewsDate, Precision, parse_date

SHARED = Path(os.environ.get("ARNEWS_SHARED", Path(__file__).parents[2].parent / "shared"))
DATES = SHARED / "corpus" / "dates"

pytestmark = pytest.mark.skipif(not DATES.exists(), reason=f"needs the date strings in {DATES}")

# Rows whose Hijri day is that of a range that the string does not print, or no day at all.
HIJRI_NOT_PRINTED = 4


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (DATES / name).read_text("utf8").split("\n") if line]


def _iso(value: NewsDate | None) -> str | None:
    if value is None or value.date is None:
        return None
    length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(value.precision, 10)
    return value.isoformat()[:length]


def _score(rows: list[dict[str, Any]]) -> Counter[str]:
    score: Counter[str] = Counter()
    for row in rows:
        base = datetime.datetime.fromisoformat(row["relative_to"]) if row.get("relative_to") else None
        value, wanted = parse_date(row["string"], relative_to=base), row["expected_date"]
        got = _iso(value)
        if wanted is None:
            score["false positive" if got else "negative"] += 1
            continue
        score["positive"] += 1
        score["right" if got == wanted else "none" if got is None else "wrong"] += 1
        if got != wanted or value is None:
            continue
        if row.get("expected_time"):
            score["time wrong"] += value.time is None or value.time.isoformat()[:5] != row["expected_time"][:5]
        if row.get("hijri"):
            written = value.hijri
            score["hijri wrong"] += written is None or [written.year, written.month, written.day] != row["hijri"]
        if row.get("tz"):
            score["zone wrong"] += not _has_zone(value, row["tz"])
    return score


def _has_zone(value: NewsDate, zone: str) -> bool:
    if zone[0] in "+-":
        return value.isoformat().endswith(zone)
    return value.zone == zone


def test_synthetic_strings() -> None:
    score = _score(_rows("gold_synthetic.dev.jsonl"))
    assert score["right"] >= 0.995 * score["positive"]
    for doubt in ("wrong", "false positive", "time wrong", "hijri wrong", "zone wrong"):
        assert score[doubt] == 0, doubt


def test_real_strings() -> None:
    score = _score(_rows("gold_real.dev.jsonl"))
    assert score["right"] >= 0.985 * score["positive"]
    assert score["wrong"] <= 0.003 * score["positive"]
    assert score["false positive"] <= 0.01 * (score["negative"] + score["false positive"])
    assert score["hijri wrong"] <= HIJRI_NOT_PRINTED
    assert score["time wrong"] == score["zone wrong"] == 0


def test_the_calendar_agrees_with_icu_where_icu_is_right() -> None:
    """ICU's table is computed backwards before 1420 and projected after 1450."""
    with (DATES / "umalqura_icu.csv").open(encoding="utf8", newline="") as file:
        starts = {row["month"]: datetime.date.fromisoformat(row["gregorian"]) for row in csv.DictReader(file)}
    months = [(year, month) for year in range(1420, 1451) for month in range(1, 13)]
    day = starts["1420-01"]
    for year, month in months:
        assert starts[f"{year}-{month:02d}"] == day
        for number in range(1, HijriDate(year, month, 1).month_length + 1):
            assert HijriDate(year, month, number).to_gregorian() == day
            assert HijriDate.from_gregorian(day) == HijriDate(year, month, number)
            day += datetime.timedelta(days=1)
