"""Distances from now, and days whose year is not printed: what they give, and when they give nothing."""

from __future__ import annotations

import datetime

import pytest

import arnews

NOW = datetime.datetime(2024, 5, 31, 12, 0)


@pytest.mark.parametrize(
    ("text", "expected", "uncertainty"),
    [
        ("منذ 3 أشهر", "2024-02-29", 15),
        ("منذ سنة", "2023-05-31", 182),
        ("منذ شهر ونصف", "2024-04-15", 15),
        ("منذ 3 أسابيع", "2024-05-10", 3),
        ("قبل يوم و5 ساعات", "2024-05-30T07:00", 0),
        ("il y a 2 mois", "2024-03-31", 15),
        ("2 semaines", "2024-05-17", 3),
        ("about 3 days ago", "2024-05-28", 0),
        ("il y a 3 heures", "2024-05-31T09:00", 0),
        ("hier à 10h", "2024-05-30T10:00", 0),
    ],
)
def test_a_distance_is_as_precise_as_its_unit(text: str, expected: str, uncertainty: int) -> None:
    date = arnews.parse_date(text, relative_to=NOW)
    assert date is not None
    assert (date.isoformat(), date.uncertainty_days) == (expected, uncertainty)
    assert (date.time is None) == (date.precision is arnews.Precision.DAY)
    assert arnews.parse_date(text) is None, "without a base there is no day"


@pytest.mark.parametrize("text", ["منذ 200 سنة", "منذ ساعات", "in 2 days", "dans 3 jours"])
def test_a_distance_that_is_vague_very_long_or_ahead_has_no_value(text: str) -> None:
    assert arnews.parse_date(text, relative_to=NOW) is None


def test_nothing_is_before_the_first_year() -> None:
    first = datetime.datetime(1, 1, 2, 12, 0)
    for text in ("منذ 3 أشهر", "منذ 3 أيام"):
        assert arnews.parse_date(text, relative_to=first) is None


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("12 رمضان", datetime.date(2024, 3, 25), "2024-03-22"),
        ("29 ذو الحجة", datetime.date(2024, 3, 25), "2023-07-17"),
        ("30 شعبان", datetime.date(2024, 3, 25), "2024-03-11"),
        ("29 فبراير", datetime.date(2025, 3, 25), "2024-02-29"),
        ("28 ديسمبر", datetime.date(2025, 1, 3), "2024-12-28"),
    ],
)
def test_a_day_without_a_year_is_the_nearest_one(text: str, published: datetime.date, expected: str) -> None:
    date = arnews.parse_date(text, published=published)
    assert date is not None
    assert date.isoformat() == expected
    assert "year_completed" in date.flags


def test_a_hijri_day_outside_the_table_is_not_completed() -> None:
    assert arnews.parse_date("12 رمضان", published=datetime.date(2090, 3, 25)) is None
