"""What is wrong with an outlet is told in one sentence, with file, rule and line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import arnews
from arnews import ConfigurationError, Layout, Outlet, Parser, Readers, Role, Rule
from tests.unit.outlet_folders import OUTLET, write_outlet

HEAD = 'name = "صوت الميناء"\ndomains = ["port.example"]\n'

FILES = [
    ('country = "EG"', 'color = "blue"', "line 3: does not know 'color'; known are name, english_name, "),
    ('country = "EG"', 'country = "Egypt"', "line 3: country must be two capital letters of ISO 3166"),
    ('country = "EG"', 'country = 7', "line 3: 'country' must be a text in quotation marks"),
    ('country = "EG"', 'time_zone = "Asia/Nowhere"', "line 3: time_zone must be a name such as 'Asia/Riyadh'"),
    ('country = "EG"', 'kind = "paper"', "line 3: kind is 'paper'; it must be one of newspaper, agency"),
    ('country = "EG"', 'month_system = "moon"', "line 3: month_system is 'moon'; it must be one of umm-al-qura"),
    ('name = "صوت الميناء"\n', "", "line 1: 'name' is missing"),
    ('name = "صوت الميناء"', "name = صوت", "line 1: is not TOML: Invalid value"),
    ('["port.example"]', '"port.example"', 'line 2: domains must be a list of names in quotation marks, such as ["ex'),
    ('["port.example"]', "[]", "line 2: domains must hold at least one name"),
    ('["port.example"]', "[7]", "line 2: domains must be a tuple of str, and holds int"),
    ('["port.example"]', '["https://port.example/"]', "line 2: domain 'https://port.example/' must be a name such as"),
    ('["port.example"]', '["com.eg"]', "line 2: domain 'com.eg' belongs to many sites, not to one outlet"),
    ('["port.example"]', '["blogspot.com"]', "line 2: domain 'blogspot.com' belongs to many sites, not to one outlet"),
    (
        '["port.example"]',
        '["port.example",\n"www.port.example"]',
        "line 2: domain 'port.example' is twice in domains",
    ),
    (".toolbox", ".toolbox[", "line 17: select: «.toolbox[» of 'share' is not a CSS selector: "),
    ("share = ", "shaer = ", "line 17: 'shaer' is no role; known are headline, "),
    (OUTLET, HEAD + 'select = ".x"', "line 3: 'select' is a table: [select], and a line for each role below it"),
    (OUTLET, HEAD + "[rule]\n", "line 3: 'rule' is written as [[rule]] tables, with two brackets"),
    ('id = "port/follow"\n', "", "line 11: a rule without id: every rule has an 'id', a text"),
    ('"port/follow"', '"port/byline"', "line 12: two rules of outlet «صوت الميناء» have the id 'port/byline'"),
    ('role = "byline"', 'role = "bylines"', "line 7: rule 'port/byline': 'role' is 'bylines'; it must be one of hea"),
    ('role = "byline"\n', 'role = "byline"\nfont = 1\n', "line 8: rule 'port/byline': does not know 'font'; known are"),
    ("{person} - ", "{persn} - ", "line 8: rule 'port/byline': phrase «{persn} - صوت الميناء - {place}» has"),
    ("سفينتنا على", "سفينتنا [على", "line 14: rule 'port/follow': phrase «سفينتنا [على {network}» has a bracket with"),
    (OUTLET, OUTLET + '[[layout]]\nuntil = "2019"\n', "line 19: 'until' must be a day without quotation marks"),
    (OUTLET, OUTLET + "[[layout]]\nuntil = 2019-12-31\ncolor = 1\n", "line 20: [[layout]] does not know 'color'; "),
    (OUTLET, OUTLET + '[[layout]]\n[layout.select]\nad = ".x"\n', "line 18: a layout needs 'since', 'until' or both"),
    (
        OUTLET,
        OUTLET + '[[layout]]\nuntil = 2019-12-31\n[[layout.rule]]\nrole = "ad"\nphrases = ["x"]\n',
        "line 20: a rule without id: every rule has an 'id', a text",
    ),
    (
        OUTLET,
        OUTLET + '[[layout]]\nuntil = 2019-12-31\n[layout.select]\nad = "div["\n',
        "line 21: select: «div[» of 'ad' is not a CSS selector: ",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), FILES)
def test_a_wrong_file(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in OUTLET
    with pytest.raises(ConfigurationError) as error:
        Outlet.from_folder(write_outlet(tmp_path, OUTLET.replace(old, new, 1)))
    assert str(error.value).startswith(f"{tmp_path / 'outlet.toml'}, {sentence}")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16"])
def test_a_file_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "outlet.toml").write_bytes(f"# the port\n{OUTLET}".encode(encoding))
    line = 2 if encoding == "windows-1256" else 1
    with pytest.raises(ConfigurationError) as error:
        Outlet.from_folder(tmp_path)
    assert str(error.value) == f"{tmp_path / 'outlet.toml'}, line {line}: is not UTF-8 text"


def test_a_domain_that_two_folders_claim(tmp_path: Path) -> None:
    first = Outlet.from_folder(write_outlet(tmp_path / "a"))
    second = Outlet.from_folder(write_outlet(tmp_path / "b", OUTLET.replace("صوت الميناء", "بريد الميناء")))
    with pytest.raises(ConfigurationError) as error:
        Parser(outlets=[first, second])
    assert str(error.value) == (
        f"domain 'port.example' is claimed by two outlets, «صوت الميناء» ({tmp_path / 'a'}) and "
        f"«بريد الميناء» ({tmp_path / 'b'})"
    )


def no_argument() -> tuple[str, ...]:
    return ()


DAILY: dict[str, Any] = {"name": "صوت الميناء", "domains": ("port.example",)}
VALUES = [
    (lambda: Outlet(name="", domains=("port.example",)), "name must be a text that is not empty"),
    (
        lambda: Outlet(name="x", domains="port.example"),  # type: ignore[arg-type]
        "domains must be a tuple of names, not one text: write ('port.example',)",
    ),
    (lambda: Outlet(**DAILY, rules=["شارك"]), "rules must be a tuple of Rule, and holds str"),  # type: ignore[list-item]
    (
        lambda: Outlet(**DAILY, select={"shaer": ".x"}),  # type: ignore[arg-type]
        "'shaer' is no role; known are headline, kicker, ",
    ),
    (lambda: Outlet(**DAILY, select={Role.SHARE: ".x["}), "select: «.x[» of 'share' is not a CSS selector: "),
    (
        lambda: Outlet(**DAILY, select=".x"),  # type: ignore[arg-type]
        "select must be a mapping of roles to CSS selectors, not a text",
    ),
    (lambda: Outlet(**DAILY, readers=len), "readers must be Readers(…), not builtin_function_or_method"),  # type: ignore[arg-type]
    (
        lambda: Readers(authors="ليلى حسن"),  # type: ignore[arg-type]
        "reader of 'authors' must be a function of the labeled document, not str",
    ),
    (
        lambda: Readers(sections=no_argument),  # type: ignore[arg-type]
        "reader of 'sections' must take one argument, the labeled document",
    ),
    (
        lambda: Rule(id="port/x", role="shaer", phrases=("شارك",)),  # type: ignore[arg-type]
        "'shaer' is no role; known are headline, kicker, ",
    ),
    (
        lambda: Rule(id="port/x", role=Role.AD, phrases=("<شارك",)),
        "rule 'port/x': phrase «<شارك» has a bracket without",
    ),
    (
        lambda: Layout(since=dt.datetime(2020, 1, 1)),
        "since must be a date, not datetime.datetime(2020, 1, 1, 0, 0)",
    ),
    (
        lambda: Outlet(**DAILY, layouts=(Layout(since=dt.date(2020, 1, 1)), Layout(until=dt.date(2021, 1, 1)))),
        "two layouts of outlet «صوت الميناء» hold for 2020-01-01",
    ),
    (lambda: Parser(outlets=["port.example"]), "outlets must be Outlet values, not str"),  # type: ignore[list-item]
]


@pytest.mark.parametrize(("build", "sentence"), VALUES)
def test_a_wrong_value(build: Any, sentence: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        build()
    assert str(error.value).startswith(sentence)
    assert "\n" not in str(error.value)


def a_list_of_names(doc: arnews.LabeledDocument) -> Any:
    return ["ليلى حسن"]


def raises(doc: arnews.LabeledDocument) -> Any:
    raise KeyError("byline")


@pytest.mark.parametrize(
    ("reader", "sentence"),
    [
        (a_list_of_names, "its value must be a tuple of Author, not list"),
        (raises, "raised KeyError: 'byline'"),
    ],
)
def test_a_reader_that_fails_is_an_issue_and_no_error(reader: Any, sentence: str) -> None:
    parser = Parser(outlets=[Outlet(**DAILY, readers=Readers(authors=reader))])
    article = parser.parse_text("كتب: سامر حداد\nافتتحت هيئة الموانئ أمس الرصيف.", url="https://port.example/1")
    issue = next(issue for issue in article.issues if issue.code == "reader")
    assert issue.message == f"the reader of 'authors' of outlet «صوت الميناء» {sentence}"
