"""Every date in a text: values, kinds, exact spans."""

from __future__ import annotations

import datetime

import pytest

from arnews.dates import DateKind, find_dates

PROSE = "وقال المتحدث إن العمل في المشروع مستمر منذ فترة دون توقف، وإن اللجنة ستعلن نتائجها قريبا أمام الجمهور. "


def test_dates_of_a_text_in_order() -> None:
    text = f"{PROSE}بدأت الأعمال في 5 مايو 2023 وتوقفت يوم 12/6/2023م. {PROSE}\nواستؤنفت في غرة شهر رمضان 1445هـ."
    found = find_dates(text)
    assert [mention.raw for mention in found] == ["5 مايو 2023", "12/6/2023م", "غرة شهر رمضان 1445هـ"]
    assert [mention.date and mention.date.isoformat() for mention in found] == [
        "2023-05-05",
        "2023-06-12",
        "2024-03-11",
    ]
    assert all(text[mention.start : mention.end] == mention.raw for mention in found)


@pytest.mark.parametrize(
    ("text", "kind", "raw"),
    [
        ("اجتمعوا في 12 ابريل الجاري", DateKind.PARTIAL, "12 ابريل"),
        ("عقد في الأول من مايو بحضور الوزير", DateKind.PARTIAL, "الأول من مايو"),
        ("عاد منذ 3 أيام من السفر", DateKind.RELATIVE, "منذ 3 أيام"),
        ("تستمر من 12 إلى 15 فبراير 2024 في القاعة", DateKind.RANGE, "12 إلى 15 فبراير 2024"),
        ("من 28 ديسمبر 2023 إلى 3 يناير 2024", DateKind.RANGE, "28 ديسمبر 2023 إلى 3 يناير 2024"),
        ("صام 27 من رمضان 2024", DateKind.PARTIAL, "27 من رمضان 2024"),
        ("تأسست عام 1980 في المدينة", DateKind.DATE, "عام 1980"),
        ("يعود لديسمبر 2014 على الأرجح", DateKind.DATE, "لديسمبر 2014"),
    ],
)
def test_kinds(text: str, kind: DateKind, raw: str) -> None:
    for whole in (text, PROSE * 4 + text + " " + PROSE * 4):
        (mention,) = find_dates(whole)
        assert (mention.kind, mention.raw) == (kind, raw)
        assert whole[mention.start : mention.end] == raw


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفريق 3-صفر على ضيفه اليوم",
        "كشفت صحيفة اليوم أمس عن الخبر الآن",
        "شركة 26سبتمبرنت",
        "ارتفع السعر 12.5 في المئة إلى 2024 دولارا",
        "قرأ الآية 28 من سورة الأحزاب",
        "من قبل أن تبدأ المباراة بنصف ساعة عند 10:30",
        "الأسبوع الأول من يناير المقبل",
        "الصورة files/public/2015/06/01/photo.jpg من الموقع",
    ],
)
def test_what_is_not_a_date_is_not_found(text: str) -> None:
    assert find_dates(text) == ()


def test_a_line_break_ends_a_date() -> None:
    assert [mention.raw for mention in find_dates("في 24 فبراير\n2024 مشاركا حضروا")] == ["24 فبراير"]


def test_partial_dates_are_completed_from_the_date_of_publication() -> None:
    (mention,) = find_dates("القاهرة في 28 ديسمبر (خاص) -", published=datetime.date(2025, 1, 2))
    assert mention.date is not None
    assert (mention.kind, mention.date.isoformat(), mention.year) == (DateKind.PARTIAL, "2024-12-28", None)


def test_distances_are_counted_from_their_base() -> None:
    (mention,) = find_dates("نشر قبل 3 أيام", relative_to=datetime.datetime(2025, 3, 10, 12))
    assert mention.date is not None
    assert mention.date.isoformat() == "2025-03-07"


def test_a_wrong_type_is_an_error() -> None:
    with pytest.raises(TypeError, match="text must be a str, not NoneType"):
        find_dates(None)  # type: ignore[arg-type]
