"""Rules and books of rules: what holds where."""

from __future__ import annotations

import pickle

import pytest

from arnews.errors import ConfigurationError
from arnews.roles import Role
from arnews.rules import Position, Rule, RuleBook, Span, Strength
from arnews.text.fold import squeeze, unify


def rule(*phrases: str, position: str = "whole", **more: object) -> Rule:
    return Rule(id="test/rule", role=Role.SHARE, phrases=phrases, position=position, **more)  # type: ignore[arg-type]


def test_a_rule_says_what_it_is() -> None:
    made = Rule(id="x/y", role="share", phrases="شارك", position="end", strength="soft", span="phrase")  # type: ignore[arg-type]
    assert (made.role, made.phrases, made.position) == (Role.SHARE, ("شارك",), Position.END)
    assert (made.strength, made.span) == (Strength.SOFT, Span.PHRASE)
    assert made == pickle.loads(pickle.dumps(made))
    assert hash(made) == hash(pickle.loads(pickle.dumps(made)))


def test_whole_ignores_punctuation_and_spelling() -> None:
    book = RuleBook([rule("اقرأ أيضا")])
    for text in ("إقرأ أيضًا..", "• اقرأ ايضاً :", "اقـــرأ أيضآ", "«اقرأ أيضا»"):
        assert book.whole(squeeze(text)) is not None, text
    assert book.whole(squeeze("اقرأ أيضا كتابا")) is None


def test_whole_finds_phrases_with_gaps_at_either_end_or_both() -> None:
    book = RuleBook([rule("تعليقات {number}", "{number} مشاهدة", "{person} - سبق - {place}")])
    assert book.whole("تعليقات 3")
    assert book.whole("12 مشاهده")
    assert book.whole("محمد الاحمد سبق الرياض")
    assert book.whole("محمد الاحمد الرياض") is None


@pytest.mark.parametrize("text", ["المصدر: وكالات", "*المصدر : وكالات", "المَصْدر: وكالات", "\u200fالمصدر: وكالات"])
def test_start_covers_the_phrase_and_its_separators(text: str) -> None:
    match = RuleBook([rule("المصدر:", position="start")]).start(text)
    assert match is not None
    assert (match.start, text[match.end :]) == (0, "وكالات")


def test_start_and_end_give_the_same_for_unified_text() -> None:
    book = RuleBook([rule("إقرأ أيضاً", position="start"), rule("(صورة أرشيفية)", position="end")])
    for text in ("إِقرأ أيضاً: ٣ أخبار", "قال الوزير إن الأمر انتهى (صورة أرشيفيّة) "):
        for ask in (book.start, book.end):
            one, other = ask(text), ask(unify(text))
            assert (one and (one.start, one.end)) == (other and (other.start, other.end))


def test_the_longest_start_wins() -> None:
    book = RuleBook([rule("شارك", position="start"), Rule("test/two", Role.PROMO, ("شارك معنا",), "start")])  # type: ignore[arg-type]
    match = book.start("شارك معنا الخبر")
    assert match is not None
    assert match.rule.id == "test/two"


def test_a_word_glued_after_tanwin_is_cut_off() -> None:
    text = "اقرأ أيضاًسلطات المدينة تغلق الجسر"
    match = RuleBook([rule("اقرأ أيضا", position="start")]).start(text)
    assert match is not None
    assert text[match.end :] == "سلطات المدينة تغلق الجسر"
    assert RuleBook([rule("اقرأ أيضا", position="start")]).start("اقرأ أيضاسلطات") is None


def test_longest_counts_words_not_spaces() -> None:
    book = RuleBook([rule("المصدر:", position="start", longest=3)])
    assert book.start("المصدر:      صحيفة الأفق")
    assert book.start("المصدر: قال إن الأمر انتهى") is None


def test_end_reaches_to_the_end_of_the_text() -> None:
    text = "وغادر الوفد مساء.  (صورة أرشيفية) "
    match = RuleBook([rule("(صورة أرشيفية)", position="end")]).end(text)
    assert match is not None
    assert text[match.start : match.end] == "(صورة أرشيفية) "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("غادر الوفد. اضغط هنا", True),
        ("غادر الوفد  اضغط هنا", True),
        ("اضغط هنا", True),
        ("للتسجيل في المسابقة اضغط هنا", False),
        ("غادر الوفد، اضغط هنا", False),
    ],
)
def test_an_end_without_marks_is_after_a_sentence(text: str, found: bool) -> None:
    assert bool(RuleBook([rule("اضغط هنا", position="end")]).end(text)) is found


@pytest.mark.parametrize(
    ("text", "found"), [("وصل الوفد. (أرشيف)", True), ("وصل الوفد (أرشيف)", False), ("وصل الوفد!(أرشيف)", True)]
)
def test_a_phrase_that_begins_with_a_full_stop_is_after_a_sentence(text: str, found: bool) -> None:
    match = RuleBook([rule(".(أرشيف)", position="end")]).end(text)
    assert bool(match) is found
    if match:
        assert text[match.start] == "("


def test_glued_finds_all_in_order() -> None:
    book = RuleBook([rule("اقرأ أيضا:", "[تابعونا] على تويتر", position="inside")])
    text = "انتهى الأمر. اقرأ أيضاً: خبر آخر. تابعونا على تويتر"
    assert [text[m.start : m.end] for m in book.glued(text)] == ["اقرأ أيضاً: ", "تابعونا على تويتر"]
    assert book.glue_literals == ("اقرا ايضا", "علي تويتر")
    assert book.glued("قال إنه يقرأ أيضا: الشعر") == []


def test_rules_on_top_are_asked_first() -> None:
    below = RuleBook([rule("شارك المقال", "شارك")])
    top = below.with_rules([Rule("outlet/name", Role.MASTHEAD, ("شارك {any}",))])
    found = top.whole("شارك المقال")
    assert found is not None
    assert found.id == "outlet/name"
    kept = top.whole("شارك")
    assert kept is not None
    assert kept.id == "test/rule"
    assert [each.id for each in top] == ["outlet/name", "test/rule"]
    assert len(below) == 1


def test_rules_on_top_know_the_networks_below() -> None:
    book = RuleBook.shipped().with_rules([Rule("outlet/follow", Role.PROMO, ("صوت الميناء {network}",))])
    assert book.whole("صوت الميناء تويتر فيسبوك")


def test_books_are_values() -> None:
    shipped = RuleBook.shipped()
    assert pickle.loads(pickle.dumps(shipped)) is shipped
    top = shipped.with_rules([rule("شارك")])
    copy = pickle.loads(pickle.dumps(top))
    assert copy == top
    assert hash(copy) == hash(top)
    assert top != shipped
    assert repr(top) == f"<RuleBook of {len(shipped) + 1} rules>"


def test_names_of_networks() -> None:
    book = RuleBook.shipped()
    assert "واتس اب" in book.networks
    assert "واتس اب تويتر" not in book.networks
    assert RuleBook([]).networks == ()


def test_an_empty_book_holds_nothing() -> None:
    book = RuleBook([])
    assert (book.whole(""), book.start(""), book.end(""), book.glued(""), book.glue_literals) == (
        None,
        None,
        None,
        [],
        (),
    )


@pytest.mark.parametrize(
    ("position", "phrase", "problem"),
    [
        ("start", "{person} يكتب", "must begin with a word"),
        ("end", "نقلا عن {outlet}", "must end with a word"),
        ("inside", "<أ|ب|ت|ث> <أ|ب|ت|ث> <أ|ب|ت|ث>", "can be printed in more than 60 ways"),
    ],
)
def test_a_phrase_must_fit_its_position(position: str, phrase: str, problem: str) -> None:
    with pytest.raises(ConfigurationError, match=problem):
        rule(phrase, position=position)
