"""Rule files: what is read, and each problem as one sentence with file, line and rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from arnews.errors import ConfigurationError
from arnews.roles import Role
from arnews.rules import Means, load_rules
from arnews.rules.check import check_file, check_shipped
from arnews.rules.trace import Outcome, trace_rules

GOOD = """\
role = "share"

[[rule]]
id = "port/share"
phrases = ["شارك خبرنا"]
why = "The button of the site."
yes = ["شارك خبرنا"]
no = ["شارك خبرنا في إشعال الجدل"]
"""


def write(folder: Path, content: str) -> Path:
    path = folder / "port.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_good_file_is_read_and_has_no_problems(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    (rule,) = load_rules(path)
    assert (rule.id, rule.role, rule.phrases) == ("port/share", Role.SHARE, ("شارك خبرنا",))
    assert check_file(path) == []


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert check_file(write(tmp_path, "\ufeff" + GOOD)) == []


WRONG = [
    ('id = "port/share"', "", "port.toml, line 1: a rule without id: 'id' is missing"),
    ('role = "share"', "", "port.toml, line 4: rule 'port/share': 'role' is missing"),
    ('phrases = ["شارك خبرنا"]', "", "port.toml, line 4: rule 'port/share': 'phrases' is missing"),
    ('["شارك خبرنا"]\nwhy', "[]\nwhy", "rule 'port/share': 'phrases' must be a list of texts with at least one"),
    ('role = "share"', 'role = "shares"', "rule 'port/share': 'role' is 'shares'; it must be one of headline, "),
    ("why =", "reason =", "line 6: rule 'port/share': does not know 'reason'; known are id, why, "),
    ("why =", 'position = "begin"\nwhy =', "'position' is 'begin'; it must be one of whole, start, end, inside"),
    ("why =", "position = 3\nwhy =", "'position' is '3'; it must be one of whole, start, end, inside"),
    ("why =", "longest = -1\nwhy =", "'longest' must be a number of words"),
    ("why =", 'ends_article = "yes"\nwhy =', "'ends_article' must be true or false"),
    ('id = "port/share"', "id = 7", "port.toml, line 1: a rule without id: 'id' must be a text that is not empty"),
    ('["شارك خبرنا"]\nwhy', '["شارك [خبرنا"]\nwhy', "line 5: rule 'port/share': phrase «شارك [خبرنا» has a bracket"),
    ("[[rule]]", "[[rule]", "port.toml, line 3: is not TOML: "),
    ("[[rule]]", "[rule]", "port.toml: rules are written as [[rule]] tables, with two brackets"),
    ('role = "share"', 'kind = "share"', "port.toml: does not know 'kind'; a file has 'role' and [[rule]] tables"),
]


@pytest.mark.parametrize(("old", "new", "sentence"), WRONG)
def test_what_cannot_be_read_is_told_with_its_place(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(ConfigurationError) as error:
        load_rules(path)
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)
    assert check_file(path)[0] == str(error.value)


DOUBTFUL = [
    ('yes = ["شارك خبرنا"]', 'yes = ["شاركوا خبرنا"]', "its yes example «شاركوا خبرنا» does not match"),
    ("في إشعال الجدل", "", "its no example «شارك خبرنا » matches"),
    ('phrases = ["شارك', 'phrases = ["شارک', "has U+06A9 (ARABIC LETTER KEHEH); type «ك»"),
    ('phrases = ["شارك', 'phrases = ["شـارك', "has U+0640 (ARABIC TATWEEL); delete it"),
    ('phrases = ["شارك', 'phrases = ["\u200fشارك', "has U+200F (RIGHT-TO-LEFT MARK); delete it"),
    ('phrases = ["شارك', 'phrases = ["\ufeb7ارك', "has U+FEB7 (ARABIC LETTER SHEEN INITIAL FORM); type «ش»"),
]


@pytest.mark.parametrize(("old", "new", "sentence"), DOUBTFUL)
def test_what_can_be_read_but_is_wrong_is_told_too(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in GOOD
    (problem,) = check_file(write(tmp_path, GOOD.replace(old, new, 1)))
    assert problem.startswith("port.toml, line ")
    assert problem.endswith(sentence)


def test_two_rules_must_not_share_a_phrase_or_an_id(tmp_path: Path) -> None:
    second = GOOD.partition("\n\n")[2].replace("port/share", "port/again")
    assert check_file(write(tmp_path, GOOD + "\n" + second)) == [
        "port.toml, line 12: rule 'port/again': it shares «شارك خبرنا» with rule 'port/share'"
    ]
    third = GOOD.partition("\n\n")[2].replace("خبرنا", "قصتنا")
    (problem,) = check_file(write(tmp_path, GOOD + "\n" + third))
    assert problem.endswith("rule 'port/share': its id is taken already, in port.toml")


def test_files_that_are_no_rule_files(tmp_path: Path) -> None:
    assert check_file(write(tmp_path, "")) == ["port.toml: has no [[rule]] tables"]
    path = tmp_path / "latin.toml"
    path.write_bytes("شارك".encode("cp1256"))
    with pytest.raises(ConfigurationError, match="line 1: is not UTF-8 text"):
        check_file(path)
    with pytest.raises(ConfigurationError, match=r"none\.toml: cannot be read \(No such file or directory\)"):
        check_file(tmp_path / "none.toml")


def test_the_shipped_files_are_in_order() -> None:
    assert check_shipped() == []


@pytest.mark.parametrize(
    ("text", "rule", "reason"),
    [
        ("المصدر وزارة الزراعة", "source/line", "the marks of the phrase"),
        ("ثم قال إن المصدر: مجهول", "source/line", "the words are further inside"),
        ("شارك المقل", "share/heading", "is spelled differently"),
        ("شارك المقال في الجدل", "share/heading", "only a part of the text"),
        ("المصدر: " + "كلمة " * 30, "source/line", "the text has 31 words, and the rule holds up to 18"),
        ("قال (النهاية) ثم غادر", "contributors/end-mark-glued", "words follow"),
        ("وهو اقرأ أيضا خبر", "related_item/glued-read-also", "must come after the end of a sentence"),
    ],
)
def test_what_nearly_holds_is_explained(text: str, rule: str, reason: str) -> None:
    found = {result.rule.id: result for result in trace_rules(text)}
    assert found[rule].outcome is Outcome.NEARLY
    assert reason in found[rule].reason


def test_what_holds_comes_first_with_its_part() -> None:
    trace = trace_rules("وغادر الوفد أمس. اقرأ أيضاً: حملة نظافة")
    assert trace[0].outcome is Outcome.MATCHES
    assert trace[0].part == "اقرأ أيضاً: حملة نظافة"
    assert str(trace).startswith("matches  related_item/glued-read-also (related_item, hard): «اقرأ أيضاً: حملة نظافة»")


def test_a_text_that_no_rule_knows() -> None:
    trace = trace_rules("زقزوق")
    assert len(trace) == 0
    assert str(trace) == "No rule matches, and none nearly does."


def test_a_rule_can_mean_only_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "port.toml"
    table = '[[rule]]\nid = "port/x"\nrole = "disclaimer"\nphrases = ["حررها قسم اللغات"]\nmeans = "{}"\n'
    path.write_text(table.format("translated"), encoding="utf-8")
    assert load_rules(path)[0].means is Means.TRANSLATED
    path.write_text(table.format("translation"), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"line 5: rule 'port/x': 'means' is 'translation'; it must be one of"):
        load_rules(path)
