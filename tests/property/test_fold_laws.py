"""Law 5: fold is idempotent, its way back is monotone and in bounds, and it agrees with pyarabic on letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyarabic import araby

from arnews.text.fold import fold, fold_with_offsets, is_folded, squeeze, strip_invisible, unify, words

# Arabic with all its troubles, and any text at all.
_ARABIC = st.text(
    st.sampled_from(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآٱؤئىةـًٌٍَُِّْٰ٠١٢٣٤٥٦٧٨٩۰۱۲پچژگکیہھەۀۃ"
        "ﻫﻻﷲﷺﱠ،؛؟«»()[]:./-–— \n\u200c\u200d\u200e\u200f\u202a\u202b\u2066\ufeff\u00a0\u00adAbÉİΣσ"
    ),
    max_size=60,
)
TEXTS = st.one_of(_ARABIC, st.text(max_size=60), st.text(st.characters(), max_size=20))


@given(TEXTS)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_unify_is_idempotent_and_keeps_the_length(text: str) -> None:
    assert len(unify(text)) == len(text)
    assert unify(unify(text)) == unify(text)
    assert fold(unify(text)) == fold(text)


@given(TEXTS, TEXTS)
def test_fold_goes_letter_by_letter(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(TEXTS)
def test_the_way_back_is_monotone_and_in_bounds(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset <= len(text) for offset in folded.offsets)


@given(TEXTS, st.data())
def test_a_span_of_the_way_back_folds_to_what_it_came_from(text: str, data: st.DataObject) -> None:
    folded = fold_with_offsets(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    begin, stop = folded.span(start, end)
    assert 0 <= begin <= stop <= len(text)
    # A shape that spells several letters may be cut by the span; then more comes back, never less.
    assert folded.text[start:end] in fold(text[begin:stop])


@given(TEXTS)
def test_is_folded_tells_the_truth(text: str) -> None:
    assert not is_folded(text) or fold(text) == text


@given(TEXTS)
def test_a_key_is_its_words(text: str) -> None:
    assert squeeze(text).split(" ") == (words(text) or [""])
    assert squeeze(squeeze(text)) == squeeze(text)


@given(TEXTS)
def test_what_prints_nothing_makes_no_difference(text: str) -> None:
    assert fold(strip_invisible(text)) == fold(text)


@given(_ARABIC)
def test_marks_that_pyarabic_strips_make_no_difference(text: str) -> None:
    assert fold(araby.strip_tashkeel(text)) == fold(text)
    assert fold(araby.strip_tatweel(text)) == fold(text)
    assert fold(araby.strip_diacritics(text)) == fold(text)


@given(_ARABIC)
def test_letters_that_pyarabic_normalizes_are_one(text: str) -> None:
    # pyarabic takes alef maqsura for an alef, with which it is not confused in print, and so it does a vowel mark.
    plain = text.replace("ى", "ي").replace("\u0670", "")
    assert fold(araby.normalize_alef(plain)) == fold(text)
    assert fold(araby.normalize_teh(text)) == fold(text)
    assert fold(araby.normalize_ligature(text)) == fold(text)


@given(st.text(st.sampled_from("ابتسكلمنهويأإآؤئىة"), min_size=1, max_size=12))
def test_hamza_seats_are_told_apart_by_pyarabic_and_not_by_fold(text: str) -> None:
    seatless = araby.strip_tashkeel(text)
    for seat, letter in (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ؤ", "و"), ("ئ", "ي")):
        assert araby.normalize_hamza(seat) != seat
        seatless = seatless.replace(seat, letter)
    assert fold(seatless) == fold(text)
