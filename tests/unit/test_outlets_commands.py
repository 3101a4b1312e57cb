"""The commands ``arnews outlet``: what they print and write, and their exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from arnews import ConfigurationError
from arnews.article import ArticleKind
from arnews.cli import main
from arnews.teaching.add import add_case
from arnews.teaching.check import check_folder
from tests.unit.outlet_folders import EXPECTED, PAGE, TEXT, URL, write_case, write_outlet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_outlet(tmp_path / "port.example")


@pytest.fixture(autouse=True)
def no_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARNEWS_NO_PLUGINS", "1")


def expected_of(case: Path) -> dict[str, object]:
    record: dict[str, object] = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    return record


def test_check_prints_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(folder)
    assert main(["outlet", "check", str(folder)]) == 0
    assert capsys.readouterr().out == f"{check_folder(folder)}\n"


def test_check_fails_if_a_field_differs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(folder, headline="افتتاح الرصيف القديم")
    assert main(["outlet", "check", str(folder)]) == 1
    assert "✗ headline: not as expected" in capsys.readouterr().out


def test_check_fails_on_notes_only_if_asked_to(folder: Path) -> None:
    write_case(folder)
    assert main(["outlet", "check", str(folder)]) == 0
    assert main(["outlet", "check", "--strict", str(folder)]) == 1


def test_check_of_what_is_no_outlet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "check", str(tmp_path)]) == 2
    file = tmp_path / "outlet.toml"
    assert capsys.readouterr().err == f"arnews: {file}: cannot be read (No such file or directory)\n"


def test_add_case_writes_a_page_and_what_is_read_from_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = folder.parent / "pier page.html"
    page.write_text(PAGE, encoding="utf-8")
    assert main(["outlet", "add-case", str(folder), str(page), "--url", URL]) == 0
    case = folder / "cases" / "pier-page"
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"wrote {case / 'expected.json'}",
        f"wrote {case / 'page.html'}",
    ]
    assert (case / "page.html").read_bytes() == page.read_bytes()
    record = expected_of(case)
    assert {name: record[name] for name in ("url", "headline", "authors", "body")} == {
        name: EXPECTED[name] for name in ("url", "headline", "authors", "body")
    }
    assert "date_published" in record
    assert check_folder(folder).is_good


def test_add_case_writes_a_text_as_utf8(folder: Path) -> None:
    dump = folder.parent / "dump.txt"
    dump.write_bytes(TEXT.encode("windows-1256"))
    arguments = ["--url", URL, "--name", "old", "--encoding", "windows-1256", "--fetched-at", "2024-03-12T10:00"]
    assert main(["outlet", "add-case", str(folder), str(dump), *arguments]) == 0
    case = folder / "cases" / "old"
    assert (case / "dump.txt").read_text(encoding="utf-8") == TEXT
    record = expected_of(case)
    assert record.pop("fetched_at") == "2024-03-12T10:00:00"
    assert {name: record[name] for name in EXPECTED} == EXPECTED
    assert check_folder(folder).is_good


def test_add_case_reads_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["outlet", "add-case", str(folder), "-"]) == 0
    assert expected_of(folder / "cases" / "case")["url"] == "https://port.example/article"


def test_a_page_without_an_address_is_not_read_as_a_front_page(folder: Path) -> None:
    # Much text beside many titles is an article where nothing says that the address is that of a front page.
    paragraph = "<p>افتتحت بلدية المدينة صباح أمس سوقا جديدة للخضار، وحضر الافتتاح عدد كبير من الباعة والسكان.</p>"
    titles = "".join(
        f"<div class=card><h3><a href=/n/{number}>بلدية المدينة تفتتح السوق رقم {number} للخضار</a></h3></div>"
        for number in range(12)
    )
    page = f"<title>صوت الميناء</title><h1>السوق تعود إلى المدينة</h1><div>{paragraph * 6}</div>{titles}".encode()
    assert add_case(folder, page, name="market").article.kind is ArticleKind.ARTICLE


def test_add_case_never_overwrites(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = write_case(folder)
    before = (case / "expected.json").read_bytes()
    dump = folder.parent / "pier.txt"
    dump.write_text("شيء آخر", encoding="utf-8")
    assert main(["outlet", "add-case", str(folder), str(dump)]) == 2
    assert capsys.readouterr().err == (
        f"arnews: {case} exists already; nothing was written: choose another --name, or delete it\n"
    )
    assert (case / "expected.json").read_bytes() == before


def test_add_case_refuses_an_address_of_others(folder: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no address of port\.example"):
        add_case(folder, TEXT.encode(), name="x", url="https://other.example/1")
    assert not (folder / "cases").exists()


@pytest.mark.parametrize("name", ["../../up", "..", "a/b", "/", "خبر الرصيف"])
def test_a_case_stays_in_its_folder(folder: Path, name: str) -> None:
    case = add_case(folder, TEXT.encode(), name=name).folder
    assert case.parent == folder / "cases"
    assert case.is_dir()


def test_a_file_that_is_missing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "add-case", str(folder), "none.html"]) == 2
    assert capsys.readouterr().err == "arnews: none.html: No such file or directory\n"


def test_list_shows_what_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "list", "okaz"]) == 0
    assert capsys.readouterr().out == "okaz.com.sa  SA    0 rules    0 selectors    0 cases  arnews  عكاظ\n"
    assert main(["outlet", "list", "عكاظ", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "domains": ["okaz.com.sa"],
        "name": "عكاظ",
        "country": "SA",
        "rules": 0,
        "selectors": 0,
        "cases": 0,
        "origin": "arnews",
    }


def test_list_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outlet", "list", "nowhere.example"]) == 1
    assert capsys.readouterr().out == ""
