"""Law 6. Marks, hamza seats, digit systems, bidi controls, tatweel, CRLF change no role and no date."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from arnews.testing import (
    Written,
    add_controls,
    add_marks,
    add_tatweel,
    change_digits,
    documents,
    end_lines,
    laws,
    swap_hamza_seats,
    variants,
)

PARAGRAPH = "وقال الوزير أمس في مؤتمر صحفي إن المشروع يبدأ غدا، وإن الكلفة لم تحدد بعد."
CLOSING_CREDIT = f"{PARAGRAPH}\nشارك في التغطية من الرباط: إدريس حداد"
SHORT_PARAGRAPH = f"{PARAGRAPH}\nمواعيد العمل\nومن المقرر أن تسلم الشركة المنفذة الموقع خلال 92 يوما."
SHORT_ITEM = f"{PARAGRAPH}\nقد يهمك أيضا\nوتابع: «السوق بدأت تستعيد ثقتها»."
TWO_TITLES = "الاتحاد المحلي لكرة السلة يختار مدربا جديدا للفريق الأول\nإدارة النادي تختار 11 لاعبا للمعسكر الخارجي"


@example(Written(CLOSING_CREDIT), 1)
@example(Written(SHORT_PARAGRAPH), 1)
@example(Written(SHORT_ITEM), 1)
@given(documents(), st.integers(1, 5))
def test_marks(document: Written, every: int) -> None:
    laws.check_invariance(document.text, add_marks(document.text, every))


@given(documents(), st.integers(0, 2))
def test_hamza_seats(document: Written, seat: int) -> None:
    laws.check_invariance(document.text, swap_hamza_seats(document.text, seat))


@given(documents(), st.integers(0, 2))
def test_digits(document: Written, system: int) -> None:
    laws.check_invariance(document.text, change_digits(document.text, system))


@example(Written(SHORT_PARAGRAPH), 1)
@example(Written(SHORT_ITEM), 1)
@given(documents(), st.integers(1, 5))
def test_direction_controls(document: Written, every: int) -> None:
    laws.check_invariance(document.text, add_controls(document.text, every))


@example(Written(SHORT_PARAGRAPH), 1)
@example(Written(SHORT_ITEM), 1)
@given(documents(), st.integers(1, 5))
def test_tatweel(document: Written, every: int) -> None:
    laws.check_invariance(document.text, add_tatweel(document.text, every))


@example(Written(TWO_TITLES), "\r")
@example(Written(TWO_TITLES), "\r\n")
@given(documents(), st.sampled_from(["\r\n", "\r", "\u2028", "\u2029", "\x85"]))
def test_line_ends(document: Written, end: str) -> None:
    laws.check_invariance(document.text, end_lines(document.text, end))


@given(st.data())
def test_all_at_once(data: st.DataObject) -> None:
    text = data.draw(documents()).text
    laws.check_invariance(text, data.draw(variants(text)))


def test_the_law_wants_the_same_document() -> None:
    with pytest.raises(ValueError, match="other words"):
        laws.check_invariance("شارك المقال", "شارك الخبر")
