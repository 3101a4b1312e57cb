"""One date slot: what `parse_date` returns for strings as papers and content systems print them."""

from __future__ import annotations

import datetime
import pickle
import subprocess
import sys

import pytest

from arnews.dates import Calendar, DateKind, NewsDate, Precision, parse_date

NOW = datetime.datetime(2025, 3, 10, 14, 30)

WRITTEN = [
    # month systems
    ("12 فبراير 2024", "2024-02-12"),
    ("25 كانون الأول 2016", "2016-12-25"),
    ("22 ت2 2017", "2017-11-22"),
    ("5 جويلية 1962", "1962-07-05"),
    ("28 أغشت 2019", "2019-08-28"),
    ("21دجمبر 2019 م", "2019-12-21"),
    ("4 أغسطس/آب 2020", "2020-08-04"),
    ("4 آب (أغسطس) 2020", "2020-08-04"),
    ("12 فبراير شباط 2024", "2024-02-12"),
    ("15 الطير 1986", "1986-04-15"),
    ("Sat, 05 Apr 2025 10:22:13 +0300", "2025-04-05T10:22:13+03:00"),
    ("10 mars 2025 à 14h30", "2025-03-10T14:30"),
    # orders and separators
    ("فبراير 28, 2025", "2025-02-28"),
    ("2025 فبراير 28", "2025-02-28"),
    ("28-فبراير-2025", "2025-02-28"),
    ("24أبريل2014", "2014-04-24"),
    ("12\\2\\2024", "2024-02-12"),
    ("2024/2/12م", "2024-02-12"),
    ("2024/28/02", "2024-02-28"),
    ("2/28/2025 10:45:00 PM", "2025-02-28T22:45:00"),
    ("20240212", "2024-02-12"),
    ("12-02-24", "2024-02-12"),
    ("25/12/99", "1999-12-25"),
    ("القاهرة4-5-2012خاص", "2012-05-04"),
    ("10 ـ 3 ـ 2025", "2025-03-10"),
    ("الأحد (9 آذار 2025)", "2025-03-09"),
    ("25. سبتمبر, 2013 7 تعليق", "2013-09-25"),
    ("الثامن والعشرون من فبراير 2025", "2025-02-28"),
    ("فاتح ماي 2024", "2024-05-01"),
    ("ثورة أول نوفمبر 1954", "1954-11-01"),
    # dirt
    ("١٢\u200f/٠٢\u200f/٢٠٢٤", "2024-02-12"),
    ("۱۲ فبرایر ۲۰۲۴", "2024-02-12"),
    ("12 ﻓﺒﺮاﻳﺮ 2024", "2024-02-12"),
    ("الجُمُعَة 28 فِبْرايِر 2025", "2025-02-28"),
    # times and zones
    ("12 فبراير 2024 - 10:45 م", "2024-02-12T22:45"),
    ("12 فبراير 2024 12:05 منتصف الليل", "2024-02-12T00:05"),
    ("12 فبراير 2024 12:30 ظهراً", "2024-02-12T12:30"),
    ("12 فبراير 2024 12:30 ليلاً", "2024-02-12T00:30"),
    ("12 فبراير 2024 11:30 ليلاً", "2024-02-12T23:30"),
    ("10:45 | 12 فبراير 2024", "2024-02-12T10:45"),
    ("10 يوليو 2012 - 21H18", "2012-07-10T21:18"),
    ("25 ماي 2017 على الساعة 19", "2017-05-25T19"),
    ("12 فبراير 2024 الساعة الثالثة والنصف عصراً", "2024-02-12T15:30"),
    ("12 فبراير 2024 22:45 بتوقيت مكة المكرمة", "2024-02-12T22:45+03:00"),
    ("12 فبراير 2024 22:45 (ت.غ)", "2024-02-12T22:45+00:00"),
    ("3 كانون الأول 2009، آخر تحديث 10:00 (GMT+0400)", "2009-12-03T10:00+04:00"),
    ("1601 (GMT+04:00) - 04/06/09", "2009-06-04T16:01+04:00"),
    ("GMT 23:30 2012 الجمعة 29 يونيو", "2012-06-29T23:30+00:00"),
    ("2024-02-12T22:45:00Z", "2024-02-12T22:45:00+00:00"),
    ("16 رجب 1433-2012-06-0603:40 PM", "2012-06-06T15:40"),
    # reduced precision
    ("كانون الأول 2022", "2022-12"),
    ("يعود لديسمبر 2014", "2014-12"),
    ("سنة 2024م", "2024"),
    # labels and neighbours
    ("تاريخ النشر :26 مايو 2012", "2012-05-26"),
    ("مدار الساعة ـ نشر في 2018/03/18 الساعة 15:40", "2018-03-18T15:40"),
    ("فبراير.كوم 29 سبتمبر 2020 - 14:55", "2020-09-29T14:55"),
    ("17 نوفمبر 2024 (تيزي وزو) - تصفيات", "2024-11-17"),
]

NO_DATE = [
    "", " ", "٢٠٢٤", "1446", "10:45", "الساعة 10:45", "آب", "رمضان صبحي", "نيسان 2024 سيارة", "خريف 2024",
    "كأس العالم 2026", "بقيمة 2,024 مليون دينار", "1.446 مليون", "+966 12 345 6789", "واتساب 01-02-03-04-05",
    "192.168.1.1", "فاز 3-1", "فاز 1-صفر", "انتهت 2-1-2024 نقطة", "(البقرة: 183)", "2023-2024",
    "القرار رقم 2024/15", "6 - 5/10", "40-50-60", "نسخة 2.10.24", "30 فبراير 2024", "31 جوان 2023",
    "31 شعبان 1446هـ", "2024-13-01", "99/99/9999", "28 فبراير 1446", "29 شعبان 2025", "12/2/1446م",
    "28 فبراير 20255", "10 محرم 61هـ", "الأسبوع الأول من يناير 2024", "10 الماء 2020", "24 فبراير",
    "منذ ساعتين", "غرق زورق منذ 70 عاما", "بعد 3 أيام", "خلال 24 ساعة", "9" * 5000, "1/" * 3000,
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_a_printed_date_is_read(text: str, expected: str) -> None:
    value = parse_date(text)
    assert value is not None
    assert value.isoformat() == expected
    assert text[value.start : value.end] == value.raw


@pytest.mark.parametrize("text", NO_DATE)
def test_nothing_else_is_read(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("منذ ساعتين", "2025-03-10T12:30"),
        ("منذ نصف ساعة", "2025-03-10T14:00"),
        ("منذ ساعة و 20 دقيقة", "2025-03-10T13:10"),
        ("قبل ثلاثة أيام", "2025-03-07"),
        ("آخر تحديث منذ ٣ أسابيع", "2025-02-17"),
        ("منذ حوالي شهرين", "2025-01-10"),
        ("ساعتان مضت", "2025-03-10T12:30"),
        ("أول أمس", "2025-03-08"),
        ("أمس 10:45 م", "2025-03-09T22:45"),
        ("منذ لحظات", "2025-03-10T14:30"),
        ("3 hours ago", "2025-03-10T11:30"),
        ("منذ ساعات", None),
        ("منذ 70 عاما", None),
        ("قبل 2200 عام", None),
        ("حريق مشتعل منذ 3 سنوات", None),
    ],
)
def test_a_distance_is_counted_from_its_base(text: str, expected: str | None) -> None:
    value = parse_date(text, relative_to=NOW)
    assert (value and value.isoformat()) == expected
    assert value is None or value.kind is DateKind.RELATIVE


def test_a_month_ago_is_uncertain() -> None:
    value = parse_date("منذ شهر", relative_to=NOW)
    assert value is not None
    assert value.uncertainty_days == 15


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("24 فبراير", datetime.date(2025, 3, 1), "2025-02-24"),
        ("28 ديسمبر", datetime.date(2025, 1, 3), "2024-12-28"),
        ("الدوحة في 4 يناير", datetime.date(2025, 1, 3), "2025-01-04"),
        ("29 فبراير", datetime.date(2025, 3, 1), "2024-02-29"),
        ("12 ذي الحجة", datetime.date(2025, 3, 10), "2024-06-18"),
    ],
)
def test_a_missing_year_comes_from_the_date_of_publication(text: str, published: datetime.date, expected: str) -> None:
    assert parse_date(text) is None
    value = parse_date(text, published=published)
    assert value is not None
    assert (value.isoformat(), value.kind, value.flags) == (expected, DateKind.PARTIAL, ("year_completed",))


def test_a_range_gives_its_first_day_and_its_last() -> None:
    for text in ("17-11 رمضان 1436هـ", "(23-27) من أغسطس 2015", "28 يونيو - 4 يوليو 2015م", "4-5/10/1436هـ"):
        value = parse_date(text)
        assert value is not None
        assert value.kind is DateKind.RANGE
        assert value.date is not None
        assert value.end_date is not None
        assert value.date < value.end_date


def test_the_named_zone_is_told() -> None:
    value = parse_date("12 يوليو 2024 - 22:45 بتوقيت القاهرة")
    assert value is not None
    assert value.zone == "Africa/Cairo"


def test_a_printed_offset_counts_more_than_the_mark_before_it() -> None:
    value = parse_date("12 فبراير 2024 22:45 UTC+3")
    assert value is not None
    assert (value.isoformat(), value.zone) == ("2024-02-12T22:45+03:00", None)


def test_local_time_has_no_offset() -> None:
    value = parse_date("12 فبراير 2024 - 22:45 بالتوقيت المحلي")
    assert value is not None
    assert (value.isoformat(), value.zone) == ("2024-02-12T22:45", None)


def test_a_hijri_month_has_no_gregorian_day() -> None:
    value = parse_date("رمضان 1446هـ")
    assert value is not None
    assert (value.date, value.precision, value.calendar) == (None, Precision.MONTH, Calendar.HIJRI)
    assert value.isoformat() == ""


def test_values_can_be_keys_and_travel() -> None:
    value = parse_date("الجمعة 29 شعبان 1446هـ الموافق 28 فبراير 2025م 10:45 م بتوقيت مكة")
    assert {value: 1}[pickle.loads(pickle.dumps(value))] == 1


def test_a_wrong_type_is_an_error() -> None:
    with pytest.raises(TypeError, match="text must be a str, not bytes"):
        parse_date(b"2024")  # type: ignore[arg-type]


def test_arabic_strings_do_not_import_dateparser() -> None:
    code = (
        "import sys, arnews.dates as d; d.parse_date('12 فبراير 2024'); d.find_dates('يوم 5/3/2024');"
        "d.parse_date('2024-02-12'); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 3rd day of March 2024", "2024-03-03"),
        ("il y a 3 heures", None),
        ("March 2nd", None),
        ("2+2", None),
        ("0096611234567", None),
    ],
)
def test_foreign_strings_are_read_in_full_or_not(text: str, expected: str | None) -> None:
    value = parse_date(text)
    assert (value and value.isoformat()) == expected


def test_defaults_of_a_value() -> None:
    value = NewsDate(datetime.date(2024, 2, 12))
    assert (value.isoformat(), value.time, value.flags, value.to_datetime()) == ("2024-02-12", None, (), None)
