"""Folding: which spellings mean the same, and the way back."""

from __future__ import annotations

import pytest

from arnews.text.fold import fold, fold_with_offsets, is_folded, squeeze, strip_invisible, unify, words


@pytest.mark.parametrize(
    ("spelled", "folded"),
    [
        ("أإآٱا", "ااااا"),
        ("مؤسسة رؤى", "موسسه روي"),
        ("سُئِلَ", "سيل"),
        ("ایران و کردستان", "ايران و كردستان"),
        ("۲۰۲۴ و٢٠٢٤", "2024 و2024"),
        ("قـــــد يهمّك", "قد يهمك"),
        ("ﻫـ ﷲ ﻻ", "ه الله لا"),
        ("\u202bTumblr\u200f", "tumblr"),
        ("ÀÉÎ", "àéî"),
        ("İSTANBUL", "istanbul"),
        ("رقم\u00a05", "رقم 5"),
        ("ضوء", "ضوء"),
        ("﴿الحمد﴾".replace("﴿", "\ufd3f").replace("﴾", "\ufd3e"), "\ufd3fالحمد\ufd3e"),
    ],
)
def test_fold(spelled: str, folded: str) -> None:
    assert fold(spelled) == folded


def test_the_case_of_other_scripts_stays() -> None:
    assert fold("BBC ΑΣ МОСКВА") == "bbc ΑΣ МОСКВА"


@pytest.mark.parametrize("spelling", ["اقرأ أيضًا", "إقرأ ايضآ", "اقرا أيضَا", "اقرأ أىضاً", "أقرأ أيضأ", "اقـرأ ايضا.."])
def test_spellings_of_read_also_have_one_key(spelling: str) -> None:
    assert squeeze(spelling) == "اقرا ايضا"


def test_the_span_of_a_word_holds_its_marks() -> None:
    text = "قال مُحَمَّدٌ: نعم"
    folded = fold_with_offsets(text)
    start = folded.text.index("محمد")
    begin, end = folded.span(start, start + 4)
    assert text[begin:end] == "مُحَمَّدٌ"


def test_the_span_of_a_shape_that_spells_a_word_is_one_character() -> None:
    folded = fold_with_offsets("x ﷲ y")
    start = folded.text.index("الله")
    assert folded.span(start, start + 4) == (2, 3)


def test_an_empty_span_is_a_place() -> None:
    assert fold_with_offsets("أ ب").span(1, 1) == (1, 1)


def test_words_and_keys_leave_out_marks() -> None:
    assert words("«المصدر» : وكالات_الأنباء") == ["المصدر", "وكالات", "الانباء"]
    assert squeeze(" *** ") == ""


def test_invisible_characters_are_deleted() -> None:
    assert strip_invisible("\ufeffأ\u200d\u00adب\u2069") == "أب"


def test_unify_keeps_marks() -> None:
    assert unify("أيضاً") == "ايضاً"


@pytest.mark.parametrize(
    ("text", "plain"), [("شارك", True), ("مكتبة", False), ("abc", True), ("Abc", False), ("مـ", False)]
)
def test_is_folded(text: str, plain: bool) -> None:
    assert is_folded(text) is plain
