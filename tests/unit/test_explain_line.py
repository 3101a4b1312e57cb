"""Why one line has its role: exact figures, facts in words, clear sentences about lines that are not there."""

from __future__ import annotations

import pickle
import re
from collections.abc import Sequence
from itertools import pairwise, product
from pathlib import Path
from typing import get_args

import pytest

import arnews
from arnews.cli import main
from arnews.document import Decision, Origin
from arnews.errors import ConfigurationError
from arnews.export import explain_html, explain_line, explain_text
from arnews.export.fact_words import group_of, say, strongest
from arnews.export.reasons import Language
from arnews.labeling.facts import facts_of
from arnews.labeling.lines import evidence_of
from arnews.labeling.model import Model, load_model
from arnews.labeling.pieces import make
from arnews.labeling.trace import NEVER, decisions_of
from arnews.labeling.view import view_of
from arnews.parser import Parser
from arnews.roles import Role
from arnews.rules import RuleBook

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
PAGES = [path.read_bytes() for path in sorted((EXAMPLES / "pages").glob("*.html"))]
TRACING = Parser(trace=True)
NEWS = (
    "افتتاح المعرض الدولي للكتاب في المدينة\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء والناشرين.\n"
    "وقال الوزير إن المعرض يضم مئات الأجنحة، وإن الندوات تستمر حتى نهاية الأسبوع.\nشارك المقال\nشاركنا رأيك\n"
)
ARABIC = re.compile("[\u0621-\u064a]")


def _articles() -> list[arnews.Article]:
    return [*map(TRACING.parse_text, TEXTS), *map(TRACING.parse_html, PAGES)]


def _decisions() -> list[Decision]:
    found = [segment.reason.decision for article in _articles() for segment in article.segments]
    return [each for each in found if each is not None and each.is_weighed]


def test_tracing_changes_no_label_and_is_off_by_itself() -> None:
    for text in TEXTS:
        plain = arnews.parse_text(text)
        assert plain == TRACING.parse_text(text)
        assert all(segment.reason.decision is None for segment in plain.segments)
    for page in PAGES:
        assert arnews.parse_html(page) == TRACING.parse_html(page)


def test_most_lines_of_a_text_have_a_decision() -> None:
    traced = [segment.reason.decision for text in TEXTS for segment in TRACING.parse_text(text).segments]
    assert sum(each is not None for each in traced) > 0.9 * len(traced)


def test_the_decided_role_is_ahead_in_every_example() -> None:
    decisions = _decisions()
    assert len(decisions) > 100
    for each in decisions:
        assert each.margin == each.score - each.runner_up_score >= 0
        assert each.runner_up is not each.role
        differences = [weight.difference for weight in each.facts]
        assert differences == sorted(differences, reverse=True)


def test_figures_are_those_of_the_best_sequences() -> None:
    """Every sequence of three roles over four lines is added up by hand, against what the trace says."""
    roles = (Role.BODY, Role.SHARE, Role.TAGS)
    steps = ((20, -30, 5), (-40, 60, 10), (0, -25, 35))
    weights = {"w:كتاب": (0, 70, 1, -5), "w:شارك": (1, 120, 2, 40), "w:وسوم": (2, 55, 0, 45), "L:1": (0, -15)}
    model = Model(roles=roles, weights=weights, steps=steps)
    view = view_of([make(10 * at, text) for at, text in enumerate(("كتاب جديد", "شارك", "وسوم", "شارك كتاب"))])
    scores = [model.scores(facts_of(view, index)) for index in range(4)]
    lines: list[Sequence[int] | int] = [scores[0], (NEVER, *scores[1][1:]), scores[2], 1]

    def total(path: tuple[int, ...]) -> int:
        own = sum(line[role] for line, role in zip(lines, path, strict=True) if not isinstance(line, int))
        return own + sum(steps[above][below] for above, below in pairwise(path))

    paths = [path for path in product(range(3), repeat=4) if path[3] == 1]
    best = max(paths, key=total)
    decided = model.decode([roles[line] if isinstance(line, int) else model.lanes.packed(line) for line in lines])
    assert decided == [roles[role] for role in best]
    for index, found in enumerate(decisions_of(view, model, lines, decided)):
        others = [path for path in paths if path[index] != best[index]]
        if not others:
            assert not found.is_weighed
            continue
        second = max(others, key=total)
        assert (found.role, found.runner_up) == (roles[best[index]], roles[second[index]])
        assert found.margin == total(best) - total(second)
        assert sum(weight.decided for weight in found.facts) == scores[index][best[index]]
        assert sum(weight.other for weight in found.facts) == scores[index][second[index]]


def test_every_fact_of_the_model_has_words_in_both_languages() -> None:
    for fact in load_model().weights:
        english, arabic = say(fact, "en"), say(fact, "ar")
        assert english != fact, fact
        assert arabic != fact, fact
        assert group_of(fact)
        assert "{" not in english + arabic
        assert ARABIC.search(arabic) or fact.startswith(("w:", "b:")), fact


def test_every_fact_of_a_line_has_words_even_if_nothing_was_learned_of_it() -> None:
    for text in TEXTS:
        view = view_of(evidence_of(arnews.read_text(text), RuleBook.shipped()))
        for index in range(len(view.pieces)):
            for fact in facts_of(view, index):
                assert say(fact, "en") != fact


def test_what_nobody_wrote_words_for_is_shown_as_it_is() -> None:
    assert (say("new:7", "en"), group_of("new:7")) == ("new:7", "")


@pytest.mark.parametrize("count", range(1, 61))
def test_classes_of_length_are_told_truly(count: int) -> None:
    view = view_of([make(0, " ".join(["كتاب"] * count))])
    told = say(next(fact for fact in facts_of(view, 0) if fact.startswith("L:")), "en")
    words = ("one", "two", "three", "four")
    numbers = [
        words.index(word) + 1 if word in words else int(word) for word in re.findall(r"\d+|one|two|three|four", told)
    ]
    assert numbers[0] <= count
    assert count <= numbers[-1] or "more" in told


@pytest.mark.parametrize("above", range(1, 16))
def test_classes_of_distance_are_told_truly(above: int) -> None:
    prose = "افتتح الوزير أمس المعرض الدولي للكتاب، وحضره جمهور كبير من القراء والناشرين من المدينة."
    view = view_of([make(0, prose), *[make(100 + 10 * at, "كتاب") for at in range(above)]])
    told = say(next(fact for fact in facts_of(view, above) if fact.startswith("zd:")), "en")
    numbers = [int(number) for number in re.findall(r"\d+", told)]
    assert told.startswith("below the last paragraph, at a distance of ")
    assert numbers[0] <= above
    assert above <= numbers[-1] or "more" in told


def test_a_line_is_found_by_number_and_by_its_first_words() -> None:
    article = TRACING.parse_text(NEWS)
    for line in (1, "افتتاح المعرض", "إفتتاحُ المعرض"):
        assert explain_line(article, line).startswith("line 1 of 5: «افتتاح المعرض الدولي للكتاب في المدينة»\n")
    assert "also begins so: line 5" in explain_line(article, "شارك")
    assert explain_line(article, 5).startswith("line 5 of 5: «شاركنا رأيك»")


def test_a_line_says_its_evidence_its_figures_and_its_facts() -> None:
    told = explain_line(TRACING.parse_text(NEWS), 5).splitlines()
    assert told[1].startswith("comments  comments/")
    assert told[3] == "evidence:"
    assert told[4].startswith("  for certain comments  comments/")
    assert told[6].startswith("weights, in hundredths, for comments and for ")
    rows = [tuple(map(int, line.split()[:2])) for line in told if re.match(r"  +[+-]\d", line)]
    decision = TRACING.parse_text(NEWS).segments[4].reason.decision
    assert decision is not None
    assert (decision.score, decision.runner_up_score) in rows
    assert any(line.endswith(f"sum: comments is ahead by {decision.margin}") for line in told)
    assert told[-1].startswith("The role that comes next is that of the best reading of the whole text")


def test_it_is_told_in_arabic() -> None:
    told = explain_line(TRACING.parse_text(NEWS), 5, language="ar")
    words = re.sub(r"«[^»]*»|[a-z_]+/[a-z_-]+|alone\.[a-z-]+|model\.[a-z_]+", "", told)
    assert set(re.findall("[A-Za-z]+", words)) == {"comments"}
    assert "القرائن:" in told


def test_a_line_outside_the_article_says_that_nothing_was_weighed() -> None:
    article = TRACING.parse_html((EXAMPLES / "pages" / "table-2013.html").read_bytes())
    assert "Nothing was weighed: the line is not in the part" in explain_line(article, 1)
    title = next(index for index, segment in enumerate(article.segments) if segment.role is Role.HEADLINE)
    assert "Nothing was weighed: the evidence or the place" in explain_line(article, title + 1)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (0, "there is no line 0: the document has 5 lines"),
        (6, "there is no line 6: the document has 5 lines"),
        (-1, "there is no line -1: the document has 5 lines"),
        ("لا سطر كهذا", "no line begins with 'لا سطر كهذا'; arnews explain prints the lines"),
        ("", "no line begins with ''; arnews explain prints the lines"),
        ("\x1b[2J", "no line begins with '·[2J'; arnews explain prints the lines"),
    ],
)
def test_an_unknown_line_is_one_sentence(
    line: int | str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ConfigurationError) as error:
        explain_line(TRACING.parse_text(NEWS), line)
    assert str(error.value) == message
    file = tmp_path / "a.txt"
    file.write_text(NEWS, encoding="utf-8")
    if line != -1:  # a negative number looks like an option
        assert main(["explain", str(file), "--why", str(line)]) == 2
        assert capsys.readouterr().err == f"arnews: {message}\n"


def test_an_article_that_was_not_traced_says_how_to() -> None:
    with pytest.raises(ConfigurationError, match=r"parse it with Parser\(trace=True\)"):
        explain_line(arnews.parse_text(NEWS), 1)


def test_wrong_arguments() -> None:
    article = TRACING.parse_text(NEWS)
    with pytest.raises(TypeError, match="line must be an int or a str, not float"):
        explain_line(article, 1.0)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="language must be 'ar' or 'en', not 'fr'"):
        explain_line(article, 1, language="fr")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="trace must be a bool, not str"):
        Parser(trace="yes")  # type: ignore[arg-type]


def test_the_command_tells_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.txt"
    file.write_text(NEWS, encoding="utf-8")
    for language in get_args(Language):
        assert main(["explain", str(file), "--why", "4", "--language", language]) == 0
        expected = explain_line(TRACING.parse_text(NEWS), 4, language=language)
        assert capsys.readouterr().out == expected + "\n"
    assert main(["explain", str(file), "--why", "4", "--html", "-"]) == 2
    assert "give one of the two" in capsys.readouterr().err


def test_a_traced_article_tells_the_facts_below_what_the_model_decided() -> None:
    article = TRACING.parse_text(NEWS)
    shown = explain_text(article, color=False)
    page = explain_html(article, NEWS, language="en")
    told = [
        strongest(segment.reason.decision, "en")
        for segment in article.segments
        if segment.reason.decision is not None and segment.reason.origin is Origin.MODEL
    ]
    assert any(told)
    for facts in filter(None, told):
        assert f"({'; '.join(facts)})" in shown
        assert facts[0].replace("'", "&#x27;") in page
    brief = explain_text(article, color=False, brief=True)
    assert brief == explain_text(arnews.parse_text(NEWS), color=False, brief=True)


@pytest.mark.parametrize("text", ["a\x1b[2Jb", "a\x00b", "a\u202eb", "a\x9b31mb", "a\ud800b"])
def test_no_document_can_drive_the_terminal(text: str) -> None:
    shown = explain_line(TRACING.parse_text(f"{NEWS}{text}\n"), 6)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800]", shown)


def test_decisions_make_the_trip_between_processes() -> None:
    article = TRACING.parse_text(NEWS)
    back = pickle.loads(pickle.dumps(article))
    assert explain_line(back, 4) == explain_line(article, 4)
