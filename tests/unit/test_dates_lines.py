"""Lines that are nothing but dates, and lines that begin or end with one."""

from __future__ import annotations

import datetime

import pytest

from arnews.dates import DateKind, may_hold_date, may_hold_label, read_date_line, split_date_line

WHOLE = [
    ("الأحد 9 مارس 2025", [(None, "2025-03-09")]),
    ("تاريخ النشر: الخميس 19 يوليو 2012", [("published", "2012-07-19")]),
    ("تم إضافته يوم الجمعة 13/04/2012 م - الموافق 22-5-1433 هـ الساعة 4:25 صباحاً", [("published", "2012-04-13T04:25")]),
    (
        "نُشر: السبت 5 أبريل 2025 - 7:32 م آخر تحديث: الأحد 6 أبريل 2025 - 8:00 ص",
        [("published", "2025-04-05T19:32"), ("modified", "2025-04-06T08:00")],
    ),
    (
        "الأحد 4 أغسطس 2013، آخر تحديث 14:00 (GMT+0400)",
        [(None, "2013-08-04"), ("modified", "2013-08-04T14:00+04:00")],
    ),
    ("10:22 GMT 05.04.2025 (تم التحديث: 10:30 GMT 05.04.2025)", [
        (None, "2025-04-05T10:22+00:00"), ("modified", "2025-04-05T10:30+00:00"),
    ]),
    ("GMT 23:30 2012 الجمعة 29 يونيو :آخر تحديث", [("modified", "2012-06-29T23:30+00:00")]),
    ("الجمعة 29 شعبان 1446 ﻫ - 28 فبراير 2025 |", [(None, "2025-02-28")]),
    ("• 22 سبتمبر 2013 م", [(None, "2013-09-22")]),
    ("Published: March 10, 2025 at 2:30 PM", [("published", "2025-03-10T14:30")]),
    ("5 أبريل 2025 تاريخ النشر 6 أبريل 2025 آخر تحديث", [("published", "2025-04-05"), ("modified", "2025-04-06")]),
    ("最近更新：٢٠٢٤-٠٣-٠٩", [("modified", "2024-03-09")]),
    ("مارس 2025", [(None, "2025-03")]),
]  # fmt: skip

NOT_WHOLE = [
    "", "---", "سياسة 26-09-2025", "القاهرة 5/3/2024", "العدد 1234", "تم النشر", "عام 2020", "2024",
    "عدد القراءات 1829", "افتتح الوزير يوم 5 مارس 2024", "الأحد القادم", "المباراة 3-2", "5" * 1000,
]  # fmt: skip


@pytest.mark.parametrize(("line", "slots"), WHOLE)
def test_a_whole_line(line: str, slots: list[tuple[str | None, str]]) -> None:
    assert may_hold_date(line)
    read = read_date_line(line)
    assert read is not None
    assert read.full
    assert [(slot.label, slot.date and slot.date.isoformat()) for slot in read.slots] == slots
    assert all(line[slot.start : slot.end] == slot.raw for slot in read.slots)


@pytest.mark.parametrize(("line", "slots"), WHOLE)
def test_a_line_with_a_label_is_one_that_may_have_it(line: str, slots: list[tuple[str | None, str]]) -> None:
    assert may_hold_label(line) or not any(label for label, _ in slots)


@pytest.mark.parametrize("line", ["الأحد 9 مارس 2025", "2024-03-09 10:30", "سياسة 26-09-2025", "تم في 9 مارس 2025"])
def test_most_lines_without_a_label_are_told_at_once(line: str) -> None:
    assert not may_hold_label(line)


@pytest.mark.parametrize("line", NOT_WHOLE)
def test_a_line_with_more_is_none(line: str) -> None:
    assert read_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "kind", "label", "time"),
    [
        ("10:24 ت م", DateKind.TIME, None, datetime.time(10, 24)),
        ("آخر تحديث 12:40 بتوقيت مكة", DateKind.TIME, "modified", datetime.time(12, 40)),
        ("الأحد", DateKind.WEEKDAY, None, None),
        ("منذ 13 ساعة", DateKind.RELATIVE, None, None),
        ("نشر منذ ساعتين", DateKind.RELATIVE, "published", None),
        ("الجمعة 28 فبراير", DateKind.PARTIAL, None, None),
        ("أمس، 10:30 م", DateKind.RELATIVE, None, datetime.time(22, 30)),
    ],
)
def test_a_line_without_a_full_date(line: str, kind: DateKind, label: str | None, time: datetime.time | None) -> None:
    assert may_hold_date(line)
    read = read_date_line(line)
    assert read is not None
    assert not read.full
    (slot,) = read.slots
    assert (slot.kind, slot.label, slot.time, slot.date) == (kind, label, time, None)


def test_the_time_of_the_saudi_agency_has_its_offset() -> None:
    read = read_date_line("10:24 ت م")
    assert read is not None
    assert read.slots[0].utc_offset == datetime.timedelta(hours=3)


def test_a_base_gives_distances_a_value() -> None:
    read = read_date_line("منذ 13 ساعة", relative_to=datetime.datetime(2025, 3, 10, 14, 30))
    assert read is not None
    assert read.full
    assert read.slots[0].time == datetime.time(1, 30)


@pytest.mark.parametrize(
    ("line", "before", "dates", "after"),
    [
        ("سياسة 26-09-2025 ¦ 17:20", "سياسة", ["2025-09-26T17:20"], ""),
        ("القاهرة 5/3/2024", "القاهرة", ["2024-03-05"], ""),
        ("12 مايو 2012 - البيان", "", ["2012-05-12"], "البيان"),
        ("الوئام: تم إضافته يوم السبت 4 شعبان 1433 هـ", "الوئام", ["2012-06-24"], ""),
        ("الأحد 9 مارس 2025", "", ["2025-03-09"], ""),
        ("تاريخ النشر:05.04.2025 | 10:22 GMT | أخبار العالم", "", ["2025-04-05T10:22+00:00"], "أخبار العالم"),
    ],
)
def test_a_line_that_begins_or_ends_with_dates(line: str, before: str, dates: list[str], after: str) -> None:
    split = split_date_line(line)
    assert split is not None
    assert (split[0], [slot.date and slot.date.isoformat() for slot in split[1].slots], split[2]) == (
        before,
        dates,
        after,
    )
    assert split[1].full


@pytest.mark.parametrize(
    "line", ["", "سياسة", "أعلن في 5 مايو 2024 عن المشروع", "من 5 مايو 2023 حتى اليوم ثم 6 مايو 2024", "كتب 3 مقالات"]
)
def test_a_date_in_the_middle_splits_nothing(line: str) -> None:
    assert split_date_line(line) is None


@pytest.mark.parametrize("line", ["", "   ", "افتتح الوزير المعرض", "اقرأ أيضا"])
def test_the_gate_is_closed_to_other_lines(line: str) -> None:
    assert not may_hold_date(line)
