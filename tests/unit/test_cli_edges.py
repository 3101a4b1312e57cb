"""Edges of the command that people meet in their first hour."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import arnews
from arnews import Outlet
from arnews.cli import main
from arnews.export import explain_html, explain_text
from arnews.reading.encoding import decode

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "examples" / "plugin"
TEXT = "افتتاح المعرض الدولي للكتاب\n\nافتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير.\n\nشارك المقال\n"
OTHER = "أمطار غزيرة على الساحل\n\nهطلت أمطار غزيرة على الساحل صباح اليوم، وأغلقت المدارس أبوابها.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path, text in zip(paths, (TEXT, OTHER), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, paths))


@pytest.fixture(autouse=True)
def no_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARNEWS_NO_PLUGINS", "1")


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version_has_two_names(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([option])
    assert (stop.value.code, capsys.readouterr().out) == (0, f"arnews {arnews.__version__}\n")


def test_a_rule_file_that_cannot_be_read_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", "nope.toml"]) == 2
    assert capsys.readouterr() == ("", "arnews: nope.toml: cannot be read (No such file or directory)\n")


def test_several_rule_files_are_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text("role = 'promo'\n[[rule]]\nid = 'port/a'\nphrases = ['اركبوا السفينة']\n", encoding="utf-8")
    bad.write_text("role = 'promo'\n[[rule]]\nid = 'port/b'\nphrases = ['[شارك']\n", encoding="utf-8")
    assert main(["rules", "check", str(good), str(bad)]) == 1
    out, _ = capsys.readouterr()
    assert out.startswith("bad.toml, line ")
    assert main(["rules", "check", str(good)]) == 0


def test_explain_takes_several_files(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--brief", *files]) == 0
    first, second = (explain_text(arnews.parse_text(text), color=False, brief=True) for text in (TEXT, OTHER))
    rule = "─" * 40
    assert capsys.readouterr().out == f"file: {files[0]}\n{first}\n\n{rule}\n\nfile: {files[1]}\n{second}\n"


def test_explain_goes_on_after_a_file_that_is_missing(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--brief", files[0], "missing.txt", files[1]]) == 2
    out, err = capsys.readouterr()
    assert out.count("\nkept ") == 2
    assert err == "arnews: missing.txt: No such file or directory\n"


def test_explain_writes_a_page_for_each_file(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "more").mkdir()
    twin = tmp_path / "more" / "a.txt"
    twin.write_text(OTHER, encoding="utf-8")
    out = tmp_path / "pages"
    assert main(["explain", "--html", str(out), *files, str(twin)]) == 0
    assert sorted(path.name for path in out.iterdir()) == ["a-2.html", "a.html", "b.html", "index.html"]
    assert (out / "b.html").read_text(encoding="utf-8") == explain_html(arnews.Parser(trace=True).parse_text(OTHER))
    index = (out / "index.html").read_text(encoding="utf-8")
    assert all(f'href="{name}"' in index for name in ("a.html", "a-2.html", "b.html"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--html", "-"], "--html - is one page, and 2 files are given: name a folder"),
        (["--url", "https://example.com/1"], "--url is the address of one document, and 2 files are given"),
    ],
)
def test_what_is_of_one_document_is_refused_for_two(
    arguments: list[str], said: str, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", *arguments, *files]) == 2
    assert capsys.readouterr() == ("", f"arnews: {said}\n")


def test_explain_needs_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 2
    assert capsys.readouterr().err == "arnews: name a file, or - for standard input\n"


@pytest.mark.parametrize(
    ("data", "guess"),
    [
        (b"\xc7\xe1", "windows-1256"),
        ("señor".encode("cp1252"), "windows-1252"),
        (b"a \xabquoted\xbb word \x96 and a price of 5 \x80", None),
        ("خبر".encode(), None),
    ],
)
def test_an_encoding_is_a_guess_only_where_another_one_reads_otherwise(data: bytes, guess: str | None) -> None:
    issue = decode(data).issue
    assert issue == (guess and f"the encoding is not declared; {guess} is a guess")


def test_the_list_counts_selectors(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    outlet = Outlet.from_folder(PLUGIN / "src" / "arnews_port" / "port.example")
    assert len(outlet.select) == 1
    monkeypatch.setattr("arnews.outlets.facts.shipped_domains", lambda: ["port.example"])
    monkeypatch.setattr("arnews.outlets.facts.shipped_outlet", lambda domain: outlet)
    assert main(["outlet", "list"]) == 0
    assert capsys.readouterr().out.split() == (
        ["port.example", "EG", "4", "rules", "1", "selector", "2", "cases", "arnews", "صوت", "الميناء"]
    )
    assert main(["outlet", "list", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["rules"], record["selectors"], record["cases"]) == (4, 1, 2)


def test_a_list_of_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "list", "zzz"]) == 1
    assert capsys.readouterr() == ("", "arnews: no known outlet has 'zzz' in its name or domain\n")


def test_a_new_outlet_is_a_folder_with_its_facts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "port.example"
    arguments = ["outlet", "new", "www.port.example", "--name", 'صوت "الميناء"', "--country", "EG", "-o", str(target)]
    assert main(arguments) == 0
    outlet = Outlet.from_folder(target)
    assert (outlet.name, outlet.domains, outlet.country) == ('صوت "الميناء"', ("port.example",), "EG")
    assert f"wrote {target / 'outlet.toml'}" in capsys.readouterr().out
    assert main(arguments) == 2
    assert capsys.readouterr().err == f"arnews: {target}: is there already; nothing was written\n"


def test_a_new_outlet_of_a_known_domain_has_its_name(tmp_path: Path) -> None:
    assert main(["outlet", "new", "okaz.com.sa", "-o", str(tmp_path / "okaz")]) == 0
    assert Outlet.from_folder(tmp_path / "okaz").name == "عكاظ"


def test_a_new_outlet_needs_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "new", "port.example", "-o", str(tmp_path / "port")]) == 2
    assert capsys.readouterr().err == "arnews: port.example is not known to arnews: give its name with --name\n"


def test_a_new_plugin_is_a_package_that_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "arnews-port"
    assert main(["outlet", "new", "port.example", "--name", "صوت الميناء", "--plugin", "-o", str(target)]) == 0
    written = sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())
    assert written == [
        "README.md",
        "pyproject.toml",
        "src/arnews_port/__init__.py",
        "src/arnews_port/port.example/outlet.toml",
        "tests/test_port.py",
    ]
    out = capsys.readouterr().out
    assert all(f"wrote {target / name}" in out for name in written)
    code = "from arnews_port import outlets; print(*(outlet.name for outlet in outlets()))"
    environment = {"PYTHONPATH": f"{target / 'src'}:{ROOT / 'src'}", "PYTHONUTF8": "1"}
    shown = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert shown.stdout == "صوت الميناء\n"


def test_a_new_plugin_is_like_the_example(tmp_path: Path) -> None:
    target = tmp_path / "arnews-port"
    main(["outlet", "new", "port.example", "--name", "صوت الميناء", "--country", "EG", "--plugin", "-o", str(target)])
    new, example = ((folder / "pyproject.toml").read_text(encoding="utf-8") for folder in (target, PLUGIN))
    keep = [line for line in example.splitlines() if not line.startswith(("description", "version"))]
    assert [line for line in new.splitlines() if not line.startswith(("description", "version"))] == keep
    assert "def test_the_outlet_obeys_the_laws" in (target / "tests" / "test_port.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("domain", "package"),
    [("al-jazirah.com", "arnews_al_jazirah"), ("24.ae", "arnews_24"), ("news.port.example", "arnews_port")],
)
def test_a_plugin_is_named_after_its_site(domain: str, package: str, tmp_path: Path) -> None:
    assert main(["outlet", "new", domain, "--name", "صحيفة", "--plugin", "-o", str(tmp_path / "new")]) == 0
    assert [path.name for path in (tmp_path / "new" / "src").iterdir()] == [package]
