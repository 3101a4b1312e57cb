"""Tests made from the rule files: each example, each phrase and each rule is one."""

from __future__ import annotations

import pytest

from arnews.roles import Role
from arnews.rules import Position, Rule, RuleBook, Strength
from arnews.rules.check import check_shipped, holds
from arnews.rules.load import shipped_files
from arnews.rules.patterns import variants_of
from arnews.text.fold import squeeze

BOOK = RuleBook.shipped()
SAMPLES = {
    "{person}": "محمد علي",
    "{place}": "صنعاء",
    "{outlet}": "صوت الميناء",
    "{number}": "12",
    "{date}": "12 مارس 2024",
    "{network}": "تويتر",
    "{any}": "كلمة أخرى",
}
MOST_SAMPLES = 25


def samples(rule: Rule) -> list[str]:
    """Ways to print the phrases of a rule, gaps filled; of large phrases a sample in even steps."""
    texts = []
    for phrase in rule.parsed:
        if phrase.size > 5000:
            continue
        variants = variants_of(phrase)
        for variant in variants[:: max(1, len(variants) // MOST_SAMPLES)]:
            text = variant
            for gap, words in SAMPLES.items():
                text = text.replace(gap, words)
            texts.append(text)
    return texts


def answer(rule: Rule, phrase: str) -> Rule | None:
    """The rule that the whole book gives for a phrase in the position that the rule asks for."""
    if rule.position is Position.WHOLE:
        return BOOK.whole(squeeze(phrase))
    if rule.position is Position.START:
        match = BOOK.start(f"{phrase} تتمة")
        return match.rule if match else None
    before = "انتهى الأمر" if phrase.startswith(".") else "لحظة الوصول " if phrase[0] in "(-/" else "انتهى الأمر. "
    if rule.position is Position.END:
        match = BOOK.end(before + phrase)
        return match.rule if match else None
    glued = BOOK.glued(f"{before}{phrase} تتمة")
    return glued[0].rule if glued else None


def examples(key: str) -> list[object]:
    return [pytest.param(rule, text, id=f"{rule.id}: {text[:40]}") for rule in BOOK for text in getattr(rule, key)]


@pytest.mark.parametrize(("rule", "text"), examples("yes"))
def test_a_yes_example_matches(rule: Rule, text: str) -> None:
    assert holds(rule, text)


@pytest.mark.parametrize(("rule", "text"), examples("no"))
def test_a_no_example_does_not(rule: Rule, text: str) -> None:
    assert not holds(rule, text)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in BOOK])
def test_dropping_a_rule_leaves_an_example_without_its_role(rule: Rule) -> None:
    rivals = [
        other
        for other in BOOK
        if other.role is rule.role
        and other is not rule
        and (other.position, other.span) == (rule.position, rule.span)
        and (other.strength is Strength.HARD or rule.strength is Strength.SOFT)
    ]
    assert any(not any(holds(other, text) for other in rivals) for text in rule.yes)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in BOOK])
def test_each_phrase_is_answered_by_its_own_rule(rule: Rule) -> None:
    wrong = {text: found.id if found else None for text in samples(rule) if (found := answer(rule, text)) is not rule}
    assert wrong == {}


def test_the_files_are_in_order() -> None:
    assert check_shipped() == []


def test_each_role_of_boilerplate_that_has_words_has_a_file() -> None:
    without_words = {Role.OTHER_ARTICLE}
    names = {name.removesuffix(".toml") for name, _ in shipped_files()}
    assert {role for role in Role if not role.kept} - without_words <= names
