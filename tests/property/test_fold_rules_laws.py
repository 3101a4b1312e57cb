"""Rules asked about any text: no error, spans in bounds, the same answer however the text is spelled, linear time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arnews.rules import RuleBook
from arnews.rules.trace import trace_rules
from arnews.testing.timing import check_growth
from arnews.text.fold import fold, squeeze, unify

BOOK = RuleBook.shipped()
_PIECES = [text for rule in BOOK for text in (*rule.yes, *rule.no)]
BLOCKS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=3).map(" ".join),
    st.builds("{} {}".format, st.sampled_from(_PIECES), st.text(max_size=20)),
)


@given(BLOCKS)
def test_matches_lie_inside_the_text(text: str) -> None:
    for match in (BOOK.start(text), BOOK.end(text), *BOOK.glued(text)):
        if match is not None:
            assert 0 <= match.start < match.end <= len(text)
    start, end = BOOK.start(text), BOOK.end(text)
    assert start is None or start.start == 0
    assert end is None or end.end == len(text)


@given(BLOCKS)
def test_glued_matches_are_in_order_and_apart(text: str) -> None:
    matches = BOOK.glued(text)
    assert all(one.end <= other.start for one, other in pairwise(matches))
    if matches:
        assert any(literal in fold(text) for literal in BOOK.glue_literals)


@given(BLOCKS)
def test_the_answer_does_not_depend_on_the_spelling(text: str) -> None:
    other = unify(text)
    assert BOOK.whole(squeeze(text)) == BOOK.whole(squeeze(other))
    for ask in (BOOK.start, BOOK.end):
        one, two = ask(text), ask(other)
        assert (one and (one.rule.id, one.start, one.end)) == (two and (two.rule.id, two.start, two.end))


@settings(max_examples=60)  # each tries a thousand phrases
@given(BLOCKS)
def test_any_text_can_be_tried(text: str) -> None:
    assert str(trace_rules(text))


def _ask(text: str) -> None:
    for ask in (BOOK.whole, BOOK.start, BOOK.end, BOOK.glued):
        ask(text)


@pytest.mark.parametrize(
    "seed", ["اقرأ أيضاً: ", "جميع الحقوق محفوظة ", "The post appeared ", "تابع آخر أخبار على ", "( [ / . ", "كلمة "]
)
def test_time_is_linear_in_a_text_made_to_slow_rules_down(seed: str) -> None:
    check_growth(lambda count: seed * count, _ask, first=1000, least=0.005, most=2.6)
