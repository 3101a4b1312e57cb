"""What is answered quickly is what the long way answers: weights that are looked up, words without patterns."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise, product
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import arnews
from arnews.credits import may_begin_credit, read_credit
from arnews.labeling.facts import facts_by_kind, facts_of
from arnews.labeling.lines import evidence_of
from arnews.labeling.model import Model, load_model
from arnews.labeling.pages.links import leads_to_section, leads_to_tag
from arnews.labeling.pieces import make
from arnews.labeling.title_cut import load_title_model
from arnews.labeling.title_words import words_with_facts
from arnews.labeling.view import view_of
from arnews.labeling.word_facts import told, vocabulary
from arnews.page import PageLink
from arnews.roles import Role
from arnews.rules import RuleBook
from arnews.rules.edges import first_word, last_word
from arnews.testing import Written, documents, hostile_texts
from arnews.text.fold import (
    drop_ignorable,
    fold,
    has_presentation_forms,
    ignorable_in,
    unify,
    words,
    words_of_unified,
    writing_of,
)

_LINES = st.lists(
    st.sampled_from(
        ["شارك", "المقال", "كتاب", "في", "2024", "-", ":", ".", "،", "(", ")", "_", "abc", "«قال»", "وأضاف"]
    ),
    max_size=60,
).map(" ".join)


def _check_scores(text: str) -> None:
    view = view_of(evidence_of(arnews.read_text(text), RuleBook.shipped()))
    model = load_model()
    for index in range(len(view.pieces)):
        assert model.lanes.scores(model.packed_scores(*facts_by_kind(view, index))) == model.scores(
            facts_of(view, index)
        )


@settings(max_examples=50)
@given(documents())
def test_weights_looked_up_are_those_of_the_facts_spelled(document: Written) -> None:
    _check_scores(document.text)


@settings(max_examples=100)
@given(st.one_of(hostile_texts(), st.lists(_LINES, max_size=12).map("\n".join)))
def test_so_they_are_in_any_text(text: str) -> None:
    _check_scores(text)


_WORDS_OF_CREDITS = (
    "القاهرة رويترز وكالات تاريخ الأحد نشر صحيفة ليلى حسن اليوم 2024 5/6 - / : كتب مراسل في تم أمس (وفا) ـ َ @port و 12"
    " &nbsp; Byليلى خاص المصدر by تحديث"
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_WORDS_OF_CREDITS.split()), min_size=1, max_size=8).map(" ".join), st.integers(0, 60))
def test_a_text_that_begins_no_credit_has_no_head_that_is_one(text: str, end: int) -> None:
    if not may_begin_credit(text):
        assert read_credit(text[:end].rstrip()) is None


@given(st.lists(st.tuples(st.integers(0, 27), st.integers(-100_000, 100_000)), max_size=80))
def test_lanes_add_up_like_numbers(pairs: Sequence[tuple[int, int]]) -> None:
    roles = tuple(Role)[:28]
    model = Model(roles, {f"{at}": pair for at, pair in enumerate(pairs)}, ((0,) * 28,) * 28)
    expected = [sum(weight for role, weight in pairs if role == at) for at in range(28)]
    assert list(model.scores(map(str, range(len(pairs))))) == expected


_SCORES = st.lists(st.integers(-300, 300), min_size=4, max_size=4)


@given(st.lists(_SCORES, min_size=4, max_size=4), st.lists(_SCORES | st.integers(0, 3), max_size=5))
def test_roles_that_are_not_followed_change_nothing(steps: list[list[int]], lines: list[list[int] | int]) -> None:
    model = Model(tuple(Role)[:4], {}, tuple(map(tuple, steps)))
    given = [model.roles[line] if isinstance(line, int) else model.lanes.packed(line) for line in lines]
    numbers = [model.roles.index(role) for role in model.decode(given)]

    def total(path: Sequence[int]) -> int:
        own = sum(line[state] for line, state in zip(lines, path, strict=True) if not isinstance(line, int))
        return own + sum(steps[above][below] for above, below in pairwise(path))

    allowed = [range(4) if not isinstance(line, int) else (line,) for line in lines]
    assert total(numbers) == max(map(total, product(*allowed)))


@settings(max_examples=50)
@given(documents())
def test_the_vocabulary_has_every_word_of_a_fact(document: Written) -> None:
    view = view_of(evidence_of(arnews.read_text(document.text), RuleBook.shipped()))
    for index in range(len(view.pieces)):
        spoken = facts_by_kind(view, index)[1]
        known = vocabulary(told(spoken))
        assert known.alone == {word for _, row in spoken.words for word in row}


@given(st.one_of(_LINES, st.text(max_size=300), st.text("اب_ .؟-1", max_size=60)))
def test_the_words_at_the_edges_of_a_text(text: str) -> None:
    folded = fold(text)
    for line in (folded, text):
        without_blank = line.replace(" ", "\n")  # the quick way asks for one
        assert first_word(line) == first_word(without_blank)
        assert last_word(line) == last_word(without_blank)
    assert first_word(folded, folded=True) == first_word(folded)
    assert last_word(folded, folded=True) == last_word(folded)


@given(st.one_of(hostile_texts(), st.text("اأبکX١\u00a0\u064b\u0640\u200f\ufee9 .", max_size=400)), st.booleans())
def test_one_look_tells_what_three_tell(text: str, long: bool) -> None:
    text = text * 400 if long else text
    assert writing_of(text) == (unify(text), ignorable_in(text), has_presentation_forms(text))
    assert writing_of(text).unified == "".join(map(unify, text))


@given(st.one_of(_LINES, st.text(max_size=100), st.text("اب\u064b\u0640\u200f .", max_size=60)))
def test_marks_found_once_are_dropped_everywhere(text: str) -> None:
    unified = unify(text)
    assert drop_ignorable(unified, ignorable_in(text)) == drop_ignorable(unified)
    piece = make(0, text, unified=unified, marks=ignorable_in(text)) if text else None
    if piece is not None:
        assert piece.folded_words == words_of_unified(unified)
        assert (piece.ignorable == "") == (drop_ignorable(text) == text)
    if text == fold(text):
        assert words_of_unified(unified) == words(text)


@given(st.lists(st.one_of(st.sampled_from(sorted(load_title_model().openers)), _LINES), max_size=40).map(" ".join))
@example("القاهرة (وكالات) - قال الوزير إن المعرض يفتح أبوابه غداً أمام القراء في كل يوم من أيام الأسبوع")
def test_the_cut_of_a_title_is_that_of_the_best_states(text: str) -> None:
    model = load_title_model()
    found = words_with_facts(text, model.looks)
    scores = {}
    for cut in range(len(found)):
        states = [0 if at < cut else 1 if at == cut else 2 for at in range(len(found))]
        facts = sum(
            model.weights.get(f, (0, 0, 0))[s] for s, word in zip(states, found, strict=True) for f in word.facts
        )
        steps = {(0, 0): model.steps[0], (0, 1): model.steps[1], (1, 2): model.steps[2], (2, 2): model.steps[3]}
        scores[found[cut].offset] = facts + sum(steps[pair] for pair in pairwise(states))
    probability, offset = model.best(text)
    if scores:
        assert scores[offset] == max(scores.values())
        shares = [math.exp((score - scores[offset]) / 100) for score in scores.values()]
        at = list(scores).index(offset)
        near = shares[max(1, at - 2) : at + 3] if at else shares[:1]  # cuts two words away are the same, nearly
        assert probability == pytest.approx(sum(near) / sum(shares))
    else:
        assert (probability, offset) == (1.0, 0)


@pytest.mark.parametrize("path", ["/tag/", "/hashtags/", "/category/", "/news/", "?tag=", "/a%2Ftag/"])
@pytest.mark.parametrize("name", ["news", "أخبار"])
def test_escapes_of_an_address_change_nothing(path: str, name: str) -> None:
    plain = PageLink(0, 4, path.replace("%2F", "/") + name)
    for href in (path + name, path + quote(name), quote(path, safe="/?=%") + quote(name)):
        link = PageLink(0, 4, href)
        assert leads_to_tag(link) == leads_to_tag(plain)
        assert leads_to_section(link) == leads_to_section(plain)
