"""Marks, tatweel and direction controls hide no credit, however many there are, and offsets count them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from arnews.credits import Opening, read_agency, read_credit, read_ending, read_opening
from arnews.rules import Match, RuleBook
from arnews.testing import add_controls, add_marks, add_tatweel
from arnews.text.fold import fold, strip_invisible

WAYS = [
    add_marks,
    add_tatweel,
    add_controls,
    lambda text: add_marks(add_tatweel(text)),
    lambda text: add_marks(text, 3),
]
LINES = [
    "الرياض - واس",
    "كتبت ـ ليلى حسن :",
    "من مراسلنا في بيروت: سامر الحاج وعلي الخطيب ومحمود عبد الرحمن وفهد بن سعد العتيبي ويوسف إبراهيم الخوري",
    "جدة 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس",
    "سمير",
    "صنعاء: تصعيد جديد بين الطرفين",
]
REPORT = "قال مصدر مسؤول إن المحادثات تستأنف الأسبوع المقبل في العاصمة."
OPENINGS = [
    f"القاهرة (رويترز) - {REPORT}",
    f"دبي، الإمارات العربية المتحدة (وكالة الأنباء الفرنسية) — {REPORT}",
    f"كتبت ـ ليلى حسن: {REPORT}",
    "الرياض - واس: انتهى",
    REPORT,
]
ENDINGS = [
    f"{REPORT} (رويترز)",
    f"{REPORT * 3} (وكالة الأنباء الفرنسية)",
    "(وكالة الأنباء الفرنسية)",
    "م.ل/و.أ",
    "// انتهى //",
    "شارك في التغطية من الرباط: إدريس حداد",
    f"{REPORT * 8}",
]


@pytest.mark.parametrize("change", WAYS)
@pytest.mark.parametrize("line", LINES)
def test_a_line_is_read_with_marks(line: str, change: Callable[[str], str]) -> None:
    plain, marked = read_credit(line), read_credit(change(line))
    assert (plain is None) == (marked is None)
    if plain is None or marked is None:
        return
    for name in ("persons", "places", "agencies"):
        assert [fold(value) for value in getattr(marked, name)] == [fold(value) for value in getattr(plain, name)]
    assert (marked.kind, marked.sure) == (plain.kind, plain.sure)


@pytest.mark.parametrize("change", WAYS)
@pytest.mark.parametrize("paragraph", OPENINGS)
def test_an_opening_is_read_with_marks(paragraph: str, change: Callable[[str], str]) -> None:
    plain, marked = read_opening(paragraph), read_opening(change(paragraph))
    assert (plain is None) == (marked is None)
    if plain is None or marked is None:
        return
    assert _printed(marked, change(paragraph)) == _printed(plain, paragraph)
    assert (marked.split, marked.sure) == (plain.split, plain.sure)


def _printed(opening: Opening, paragraph: str) -> str:
    return fold(paragraph[opening.start : opening.end])


@pytest.mark.parametrize("change", WAYS)
@pytest.mark.parametrize("paragraph", ENDINGS)
def test_an_ending_is_read_with_marks(paragraph: str, change: Callable[[str], str]) -> None:
    changed = change(paragraph)
    plain, marked = read_ending(paragraph), read_ending(changed)
    assert (plain is None) == (marked is None)
    if plain is None or marked is None:
        return
    assert fold(changed[marked.start : marked.end]) == fold(paragraph[plain.start : plain.end])
    assert [fold(name) for name in marked.names] == [fold(name) for name in plain.names]
    assert all(name in strip_invisible(changed) for name in marked.names)
    assert (marked.kind, marked.sure) == (plain.kind, plain.sure)


def test_an_agency_is_read_with_marks() -> None:
    assert read_agency(add_marks("وكالة الأنباء الفرنسية")) == add_marks("وكالة الأنباء الفرنسية")


@pytest.mark.parametrize("count", [100, 3000])
def test_a_run_of_marks_hides_nothing(count: int) -> None:
    run = "\u200f" * count
    assert read_credit(f"{run}الرياض - واس{run}") is not None
    opening = read_opening(f"{run}القاهرة (رويترز) - {REPORT}")
    assert opening is not None
    assert opening.end >= count + 18
    ending = read_ending(f"{REPORT} (رويترز){run}")
    assert ending is not None
    assert ending.start == len(REPORT) + 1


@pytest.mark.parametrize(
    ("ask", "text"),
    [
        (RuleBook.start, "اقرأ أيضاً: افتتاح الجسر الجديد"),
        (RuleBook.end, "وصل الوفد إلى المطار مساء (صورة أرشيفية)"),
    ],
)
@pytest.mark.parametrize("marks", [1, 20, 300])
def test_rules_hold_with_marks(ask: Callable[[RuleBook, str], Match | None], text: str, marks: int) -> None:
    book = RuleBook.shipped()
    plain = ask(book, text)
    changed = "".join(char + "\u0650" * marks if char.isalpha() else char for char in text)
    marked = ask(book, changed)
    assert plain is not None
    assert marked is not None
    assert marked.rule is plain.rule
    assert fold(changed[marked.start : marked.end]) == fold(text[plain.start : plain.end])
