"""Folders of strangers: bounded, told in one sentence, and nothing outside of them is read or written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest

import arnews
from arnews import ConfigurationError, Outlet, Parser, Readers, Role, Rule
from arnews.addresses import host_of, leads_to_front, resolve
from arnews.cli import main
from arnews.rules import RuleBook
from arnews.teaching.add import add_case
from arnews.teaching.cases import case_folders, load_cases
from arnews.testing import timing
from tests.unit.outlet_folders import PAGE, TEXT, URL, write_case, write_outlet

HEAD = 'name = "صوت الميناء"\ndomains = ["port.example"]\n'
RULE = HEAD + '[[rule]]\nid = "port/share"\nrole = "share"\n'
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a privilege")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_outlet(tmp_path / "port.example")


FILES = [
    (HEAD + "select = " + "[" * 20_000, "is not TOML that can be read: too many brackets inside brackets"),
    (HEAD + "select = " + "9" * 5_000, "is not TOML that can be read: a number has too many digits"),
    (HEAD + "x." + ".".join("a" * 20_000) + " = 1", "line 3: a key has more than 20 dots"),
    (HEAD + "[" + ".".join("a" * 20_000) + "]", "line 3: a key has more than 20 dots"),
    (HEAD + "[select]\nad = {" + ".".join("a" * 20_000) + " = 1}", "line 4: a key has more than 20 dots"),
    (HEAD + "#" + "x" * 2_000_000, "has more than 2,000,000 bytes, which are no rules that somebody wrote"),
    (RULE + "phrases = ['شارك']\nlongest = 0x" + "f" * 5_000, "rule 'port/share': 'longest' must be a number of words"),
    (RULE + "phrases = ['شارك']\nposition = 0x" + "f" * 5_000, "'position' is 'int'; it must be one of whole, "),
    (HEAD + "[select]\nad = '" + ":not(" * 100_000 + "'", "the selector of 'ad' is longer than 2,000 characters"),
    (RULE + "phrases = ['" + "<اب|تث>" * 20 + "']", "rule 'port/share': phrase «<اب|تث><اب|تث>"),
    (RULE + "phrases = ['" + "<اب|تث>" * 12 + "']\nposition='start'", "can begin with more than 1000 words; split it"),
    (RULE + "phrases = ['" + "<اب|تث>" * 12 + "']\nposition='end'", "can end with more than 1000 words; split it"),
    (RULE + "phrases = ['" + "<اب|تث>" * 12 + " {any}']", "can begin with more than 1000 words; split it"),
    (RULE + "phrases = ['" + "[" * 40 + "شارك" + "]" * 40 + "']", "brackets inside brackets, more than 10 deep"),
    (RULE + "phrases = ['" + "{any} " * 6 + "شارك']", "can match in more than 4,000,000 ways; split it"),
    (RULE + "phrases = ['" + "شارك " * 1_000 + "']", "has more than 2,000 characters; split it"),
    (RULE + "means = 'network'\nphrases = ['" + "<ا|ب>" * 9 + "']", "is not the name of a network"),
]  # fmt: skip


@pytest.mark.parametrize(("toml", "sentence"), FILES)
def test_a_file_that_would_take_for_ever(toml: str, sentence: str, tmp_path: Path) -> None:
    start = process_time()
    with pytest.raises(ConfigurationError) as error:
        Outlet.from_folder(write_outlet(tmp_path, toml))
    assert process_time() - start < 2
    message = str(error.value)
    assert message.startswith(str(tmp_path / "outlet.toml"))
    assert sentence in message
    assert len(message) <= 1_000
    assert message.isprintable()


def test_an_outlet_has_so_many_domains() -> None:
    domains = [f"a{number}.example" for number in range(1_001)]
    with pytest.raises(ConfigurationError, match="domains must hold at most 1,000 names, and has 1,001"):
        Outlet(name="صوت الميناء", domains=domains)
    assert len(Outlet(name="صوت الميناء", domains=domains[1:]).domains) == 1_000


EXPECTED = [
    ("[" * 100_000, "is not JSON that can be read: too many brackets inside brackets"),
    ('{"body": ' + "[" * 500 + "]" * 500 + "}", "is not JSON that can be read: too many brackets inside brackets"),
    ('{"body": ' + "9" * 5_000 + "}", "is not JSON that can be read: a number has too many digits"),
]


@pytest.mark.parametrize(("expected", "sentence"), EXPECTED)
def test_what_is_expected_cannot_be_read(
    expected: str, sentence: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = write_case(folder)
    (case / "expected.json").write_text(expected, encoding="utf-8")
    assert main(["outlet", "check", str(folder)]) == 2
    assert capsys.readouterr().err == f"arnews: {case / 'expected.json'}: {sentence}\n"


def test_a_name_that_is_too_long(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "a.txt"
    document.write_text(TEXT, encoding="utf-8")
    long = "a" * 300
    for command in (
        ["outlet", "add-case", str(folder), str(document), "--name", long],
        ["outlet", "add-case", long, str(document)],
        ["outlet", "check", long],
        ["outlet", "learn", str(document), "--domain", "port.example", "-o", long],
        ["parse", long],
        ["explain", str(document), "--html", long],
        ["rules", "check", long],
    ):
        code = main(command)
        out, err = capsys.readouterr()
        (line,) = err.splitlines()
        assert "File name too long" in line
        assert (code, out) == (2, "")


@needs_links
def test_a_case_lies_in_the_folder_of_its_outlet(folder: Path, tmp_path: Path) -> None:
    outlet = Outlet.from_folder(folder)
    secret = tmp_path / "secret.txt"
    secret.write_text("قصة من مكان آخر", encoding="utf-8")
    case = write_case(folder)
    for name in ("dump.txt", "expected.json"):
        content = (case / name).read_bytes()
        (case / name).unlink()
        (case / name).symlink_to(secret)
        with pytest.raises(ConfigurationError, match=f"{name}: is a link that leads out of .*, and is not followed$"):
            load_cases(folder, outlet)
        (case / name).unlink()
        (case / name).write_bytes(content)
    assert len(load_cases(folder, outlet)) == 1
    foreign = write_outlet(tmp_path / "other.example")
    write_case(foreign)
    (folder / "cases" / "linked").symlink_to(foreign / "cases" / "pier")
    with pytest.raises(ConfigurationError, match="linked: is a link that leads out of"):
        case_folders(folder)


@needs_links
def test_the_cases_and_the_file_of_an_outlet_lie_in_its_folder(folder: Path, tmp_path: Path) -> None:
    foreign = write_outlet(tmp_path / "other.example")
    write_case(foreign)
    (folder / "cases").symlink_to(foreign / "cases")
    with pytest.raises(ConfigurationError, match="cases: is a link that leads out of"):
        case_folders(folder)
    with pytest.raises(ConfigurationError, match="cases: is a link that leads out of"):
        add_case(folder, TEXT.encode(), name="second", url=URL)
    assert [each.name for each in (foreign / "cases").iterdir()] == ["pier"]
    (folder / "outlet.toml").unlink()
    (folder / "outlet.toml").symlink_to(foreign / "outlet.toml")
    with pytest.raises(ConfigurationError, match=r"outlet\.toml: is a link that leads out of"):
        Outlet.from_folder(folder)


@needs_links
def test_a_link_inside_the_folder_is_followed(folder: Path, tmp_path: Path) -> None:
    case = write_case(folder, document=PAGE)
    (folder / "shared.html").write_text(PAGE, encoding="utf-8")
    (case / "page.html").unlink()
    (case / "page.html").symlink_to("../../shared.html")
    link = tmp_path / "link"
    link.symlink_to(folder)
    assert [each.name for each in load_cases(link, Outlet.from_folder(link))] == ["pier"]


@needs_links
def test_nothing_is_written_through_a_link_that_leads_nowhere(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document, target = tmp_path / "a.txt", tmp_path / "target"
    document.write_text(TEXT, encoding="utf-8")
    draft = tmp_path / "draft"
    draft.mkdir()
    (draft / "outlet.toml").symlink_to(target)
    assert main(["outlet", "learn", str(document), "--domain", "port.example", "-o", str(draft)]) == 2
    assert capsys.readouterr().err == f"arnews: {draft / 'outlet.toml'}: is there already; learn into another folder and compare\n"  # fmt: skip  # noqa: E501
    (folder / "cases").mkdir()
    (folder / "cases" / "a").symlink_to(target)
    assert main(["outlet", "add-case", str(folder), str(document)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert not target.exists()


def _stop(_: object) -> str:
    raise SystemExit(3)


def _shout(_: object) -> str:
    raise ValueError("\x1b[31m\n" + "x" * 1_000_000)


class _SilentError(Exception):
    def __str__(self) -> str:
        raise RuntimeError


def _fail(_: object) -> str:
    raise _SilentError


@pytest.mark.parametrize("reader", [_stop, _shout, _fail])
def test_a_reader_that_raises_becomes_a_short_issue(reader: Callable[[object], str]) -> None:
    daily = Outlet(name="صوت الميناء", domains=("port.example",), readers=Readers(headline=reader))
    (issue,) = [each for each in Parser(outlets=[daily]).parse_text(TEXT, url=URL).issues if each.code == "reader"]
    assert len(issue.message) < 400
    assert issue.message.isprintable()


def _bases(number: int) -> tuple[str, ...]:
    return tuple(f"a{each}.example" for each in range(number))


def _phrases(number: int) -> tuple[str, ...]:
    return tuple(f"شارك [ه]<ال|لل>مقال{each} {{person}}" for each in range(number))


def _outlet(number: int) -> object:
    rule = Rule(id="port/share", role=Role.SHARE, phrases=_phrases(number))
    return RuleBook.shipped().with_rules([rule])


GROWING: list[tuple[str, Callable[[int], Any], Callable[[Any], object], int]] = [
    ("domains", lambda n: _bases(n // 16), lambda names: [Outlet(name="x", domains=names[at : at + 500]) for at in range(0, len(names), 500)], 500_000),  # noqa: E501
    ("index", lambda n: [Outlet(name="x", domains=(each,)) for each in _bases(n // 16)], lambda outlets: Parser(outlets=outlets), 500_000),  # noqa: E501
    ("phrases", lambda n: max(1, n // 40), _outlet, 200_000),
    *(
        (name, write, call, 1_000_000)
        for name, call in (
            ("host", host_of),
            ("front", lambda url: leads_to_front(url, "https://port.example/")),
            ("link", lambda url: resolve(url, "https://port.example/")),
            ("base", lambda url: resolve("../1", url)),
            ("parse", lambda url: arnews.parse_text("خبر", url=url)),
        )
        for write in (
            lambda n: "/" * n,
            lambda n: "\\" * n,
            lambda n: "https:" + "/\\" * (n // 2),
            lambda n: "https://" + "a." * (n // 2),
            lambda n: "https://" + "@" * n,
            lambda n: "https://" + "%61" * (n // 3),
            lambda n: "https://" + "ع" * n,
            lambda n: "https://" + "\u3002ع" * (n // 2),
            lambda n: "https://" + "1" * n,
            lambda n: "https://[" + "1:" * (n // 2),
            lambda n: "https://a.example/" + "../" * (n // 3),
            lambda n: "https://a.example/" + "./a" * (n // 3) + "?",
            lambda n: " \t\n" * (n // 3) + "https://a.example/",
            lambda n: "a" * n + ":",
            lambda n: "a+" * (n // 2),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "write", "call", "size"), GROWING)
def test_doubling_takes_about_twice_as_long(
    name: str, write: Callable[[int], Any], call: Callable[[Any], object], size: int
) -> None:
    timing.check_growth(write, call, first=size)
