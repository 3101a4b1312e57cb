"""An outlet held to the laws: a good one passes, and what breaks a law is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings

from arnews import Author, LabeledDocument, Outlet, Readers, Role, Rule
from arnews.testing import assert_lawful, outlet_texts
from arnews.text.fold import fold
from tests.unit.outlet_folders import PAGE, write_case, write_outlet

RULES = (
    Rule(id="port/byline", role=Role.BYLINE, phrases=("{person} - صوت الميناء - {place}",)),
    Rule(id="port/follow", role=Role.PROMO, phrases=("سفينتنا على {network}", "عدد {number} بتاريخ {date}: {any}")),
    Rule(id="port/mark", role=Role.CONTRIBUTORS, phrases=("(بريد الميناء)",), position="end", span="phrase"),  # type: ignore[arg-type]
    Rule(id="port/voice", role=Role.SHARE, phrases=("مذياع الميناء:",), position="start"),  # type: ignore[arg-type]
)
DAILY = Outlet(name="صوت الميناء", domains=("port.example",), rules=RULES)


def invented(doc: LabeledDocument) -> tuple[Author, ...]:
    return (Author(name="من لم يكتب قط"),)


def changing(doc: LabeledDocument) -> tuple[str, ...]:
    CALLS.append(1)
    return tuple(doc.document.text.split()[: len(CALLS) % 2])


CALLS: list[int] = []


def test_a_good_outlet_is_lawful(tmp_path: Path) -> None:
    folder = write_outlet(tmp_path / "port.example")
    write_case(folder)
    write_case(folder, "page", PAGE)
    assert_lawful(Outlet.from_folder(folder), examples=10)
    assert_lawful(DAILY, examples=20)


def test_an_outlet_without_rules_is_lawful() -> None:
    assert_lawful(Outlet(name="صوت الميناء", domains=("port.example",)), examples=5)


def test_a_rule_that_takes_paragraphs_is_told() -> None:
    rule = Rule(id="port/said", role=Role.PROMO, phrases=("[و]قال",), position="start")  # type: ignore[arg-type]
    greedy = Outlet(name="صوت الميناء", domains=("port.example",), rules=(rule,))
    with pytest.raises(
        AssertionError, match=r"^rule 'port/said' of outlet «صوت الميناء» takes «.*» out of an article as"
    ):
        assert_lawful(greedy, examples=100)


def test_a_reader_that_invents_is_told() -> None:
    outlet = Outlet(name="صوت الميناء", domains=("port.example",), readers=Readers(authors=invented))
    with pytest.raises(AssertionError, match=r"authors: «من لم يكتب قط» is not in the document"):
        assert_lawful(outlet, examples=5)


def test_a_reader_that_changes_its_mind_is_told() -> None:
    outlet = Outlet(name="صوت الميناء", domains=("port.example",), readers=Readers(keywords=changing))
    with pytest.raises(AssertionError, match=r"gives another article when parsed again"):
        assert_lawful(outlet, examples=3)


def test_a_reader_that_cannot_be_sent_to_another_process_is_told() -> None:
    outlet = Outlet(name="صوت الميناء", domains=("port.example",), readers=Readers(keywords=lambda doc: ()))
    with pytest.raises(AssertionError, match=r"cannot be sent to another process"):
        assert_lawful(outlet, examples=3)


def test_a_case_that_breaks_a_law_is_named(tmp_path: Path) -> None:
    folder = write_outlet(tmp_path / "port.example")
    write_case(folder)
    outlet = evolve(Outlet.from_folder(folder), readers=Readers(authors=invented))
    with pytest.raises(AssertionError, match=r"^case pier: authors: "):
        assert_lawful(outlet, examples=3)


@settings(max_examples=40)
@given(outlet_texts(DAILY))
def test_texts_of_an_outlet_hold_its_phrases(text: str) -> None:
    words = ("صوت الميناء", "سفينتنا على", "(بريد الميناء)", "مذياع الميناء:", "بتاريخ 2024/3/12")
    assert any(fold(each) in fold(text) for each in words)
    assert "{" not in text
