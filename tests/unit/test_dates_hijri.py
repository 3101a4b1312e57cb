"""The Hijri calendar, and the rules for dates that print both calendars."""

from __future__ import annotations

import datetime

import pytest

from arnews.dates import Calendar, HijriDate, find_dates, parse_date

KNOWN_DAYS = [
    ((1400, 1, 1), datetime.date(1979, 11, 20)),  # the seizure of the Grand Mosque
    ((1395, 3, 13), datetime.date(1975, 3, 25)),  # the death of King Faisal
    ((1412, 8, 27), datetime.date(1992, 3, 1)),  # the Basic Law
    ((1344, 7, 8), datetime.date(1926, 1, 22)),  # a masthead of the Umm al-Qura newspaper
    ((1446, 9, 1), datetime.date(2025, 3, 1)),
]


@pytest.mark.parametrize(("triple", "day"), KNOWN_DAYS)
def test_known_days(triple: tuple[int, int, int], day: datetime.date) -> None:
    assert HijriDate(*triple).to_gregorian() == day
    assert HijriDate.from_gregorian(day) == HijriDate(*triple)


@pytest.mark.parametrize(
    "triple", [(1342, 1, 1), (1501, 1, 1), (1446, 0, 1), (1446, 13, 1), (1446, 1, 0), (1446, 1, 31)]
)
def test_a_day_outside_the_table_is_an_error(triple: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"Hijri (year|month|day) must be in"):
        HijriDate(*triple)


@pytest.mark.parametrize("day", [datetime.date(1924, 7, 31), datetime.date(2077, 11, 17), datetime.date.min])
def test_a_gregorian_day_outside_the_table_is_an_error(day: datetime.date) -> None:
    with pytest.raises(ValueError, match="the Umm al-Qura table is"):
        HijriDate.from_gregorian(day)


def test_three_early_months_have_31_days() -> None:
    assert HijriDate(1345, 5, 31).to_gregorian() == HijriDate(1345, 6, 1).to_gregorian() - datetime.timedelta(days=1)


def test_formats() -> None:
    day = HijriDate(1446, 8, 9)
    assert f"{day}" == str(day) == "1446-08-09"
    assert f"{day:%-d/%-m/%Y}" == "9/8/1446"
    assert f"{day:%d %B %Y هـ %% %q}" == "09 شعبان 1446 هـ % %q"


def test_a_day_more_than_the_table_has_is_the_day_after() -> None:
    value = parse_date("30 شعبان 1446")
    assert value is not None
    assert (value.date, value.flags) == (datetime.date(2025, 3, 1), ("hijri_overflow",))


def test_a_hijri_day_alone_is_uncertain() -> None:
    value = parse_date("29 شعبان 1446هـ")
    assert value is not None
    assert (value.date, value.hijri, value.uncertainty_days) == (datetime.date(2025, 2, 28), HijriDate(1446, 8, 29), 1)


def test_outside_the_table_the_triple_is_kept_without_a_date() -> None:
    assert parse_date("15 شعبان 1299هـ") is None
    (mention,) = find_dates("ولد في 15 شعبان 1299هـ في المدينة")
    assert (mention.year, mention.month, mention.day, mention.date) == (1299, 8, 15, None)
    assert mention.flags == ("outside_table",)


@pytest.mark.parametrize(
    ("text", "day", "delta", "flags"),
    [
        ("الجمعة 29 شعبان 1446هـ الموافق 28 فبراير 2025م", (2025, 2, 28), 0, ()),
        ("28 فبراير 2025م (29 شعبان 1446هـ)", (2025, 2, 28), 0, ()),
        ("11/7/1427\n05/08/2006", (2006, 8, 5), 0, ()),
        ("1446/9/9 - 2025/3/9", (2025, 3, 9), 0, ()),
        ("9 ج1 1446هـ - 11 نوفمبر 2024م", (2024, 11, 11), 0, ()),
        ("1446/9/9هـ - 2025/3/9م", (2025, 3, 9), 0, ()),
        ("الأحد 15 سبتمبر 2019 10:47 مـ 15 محرّم 1441 هـ", (2019, 9, 15), 1, ("hijri_sighting",)),
        ("السبت 29 شعبان 1446هـ الموافق 1 مارس 2025م", (2025, 3, 1), 1, ("hijri_sighting",)),
        ("الأربعاء 20 شوال 1436هـ الموافق 6 أغسطس 2015", (2015, 8, 5), 1, ("halves_differ", "hijri_wins")),
        ("الجمعة 16 رمضان 1436هـ الموافق 3 يونيو 2015م", (2015, 7, 3), -30, ("dual_conflict", "hijri_wins")),
        ("الخميس 5/9/1446 الموافق 3/4/2025", (2025, 4, 3), 29, ("dual_conflict",)),
        ("الأربعاء 34 رجب 1436هـ الموافق 13 مايو 2015", (2015, 5, 13), None, ("impossible_half",)),
        ("26 شوال 1436هـ الموافق 31 يونيو 2015", (2015, 8, 11), None, ("impossible_half",)),
        ("17-2-1437هـ الموافق 29 نوفمبر", (2015, 11, 29), 0, ()),
    ],
)
def test_two_halves(text: str, day: tuple[int, int, int], delta: int | None, flags: tuple[str, ...]) -> None:
    value = parse_date(text)
    assert value is not None
    assert (value.date, value.hijri_delta, value.flags) == (datetime.date(*day), delta, flags)


@pytest.mark.parametrize(
    ("text", "day", "flags"),
    [
        ("الخميس 28 فبراير 2025", (2025, 2, 28), ("weekday_mismatch",)),
        ("الأربعاء 29 ربيع الآخر 1447", (2025, 10, 22), ("hijri_shifted",)),
        ("السبت 1436/10/17", (2015, 8, 2), ("weekday_mismatch",)),
        ("الخميس/ الجمعة الموافق 28 آذار 2019", (2019, 3, 28), ()),
        ("الأصيل 7-4-2012 الأربعاء", (2012, 7, 4), ("month_first",)),
        ("الثلاثاء 4/3/2025", (2025, 3, 4), ()),
    ],
)
def test_the_weekday_as_arbiter(text: str, day: tuple[int, int, int], flags: tuple[str, ...]) -> None:
    value = parse_date(text)
    assert value is not None
    assert (value.date, value.flags) == (datetime.date(*day), flags)


def test_the_calendar_is_told() -> None:
    calendars = [parse_date(text) for text in ("5 مايو 2024", "5 شوال 1445", "5 شوال 1445 الموافق 14 أبريل 2024")]
    assert [value and value.calendar for value in calendars] == [Calendar.GREGORIAN, Calendar.HIJRI, Calendar.DUAL]
