"""The command and web pages: told from texts, read in any encoding, explained."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import arnews
from arnews.cli import main
from arnews.export import explain_html, from_dict

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = EXAMPLES / "pages"
URL = "https://www.example.com/news/1"


def _article(capsys: pytest.CaptureFixture[str]) -> arnews.Article:
    return from_dict(json.loads(capsys.readouterr().out))


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A page, which is standard input too."""
    content = (PAGES / "modern.html").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    return content


def test_a_page_is_told_from_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    names = [PAGES / "modern.html", EXAMPLES / "op-ed.txt"]
    assert main(["parse", *map(str, names)]) == 0
    page, text = [from_dict(json.loads(line)) for line in capsys.readouterr().out.splitlines()]
    assert page == arnews.parse_html(names[0].read_bytes())
    assert text == arnews.parse(names[1].read_bytes())


def test_the_record_of_a_page_has_the_text_that_offsets_count_in(capsys: pytest.CaptureFixture[str]) -> None:
    main(["parse", str(PAGES / "wordpress.html")])
    record = json.loads(capsys.readouterr().out)
    assert all(record["document_text"][each["start"] : each["end"]] == each["text"] for each in record["segments"])


def test_a_page_from_standard_input_has_its_address(page: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "-", "--url", URL]) == 0
    assert _article(capsys) == arnews.parse_html(page, url=URL)


def test_the_encoding_of_a_page_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(PAGES / "table-2013.html")]) == 0
    out, err = capsys.readouterr()
    assert (json.loads(out)["headline"], err) == ("مزارعو الوادي يشكون تأخر مياه الري", "")


def test_the_encoding_of_a_text_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (EXAMPLES / "op-ed.txt").read_text(encoding="utf-8")
    path = tmp_path / "old.txt"
    path.write_bytes(text.encode("windows-1256", errors="ignore"))
    assert main(["parse", str(path)]) == 0
    assert _article(capsys).headline == arnews.parse_text(text).headline


def test_an_encoding_that_is_named_is_believed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "page.html"
    path.write_bytes("<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.".encode("utf-16-le"))
    assert main(["parse", str(path), "--encoding", "utf-16-le"]) == 0
    assert _article(capsys).headline == "افتتاح المعرض"


@pytest.mark.parametrize("arguments", [[], ["--encoding", "utf-8"]], ids=["found", "named"])
def test_a_damaged_page_is_read_and_reported(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes("<h1>افتتاح المعرض</h1><p>افتتح الوزير المعرض أمس.".encode() + b"\xc7\xe1")
    assert main(["parse", str(path), *arguments]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["issues"]
    assert err.startswith(f"arnews: {path}: not valid utf-8 at byte ")
    assert err.count("\n") == 1


def test_explain_shows_a_page_as_it_shows_a_text(page: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "-"]) == 0
    shown = capsys.readouterr().out
    article = arnews.parse_html(page)
    for segment in article.segments:
        assert f" {segment.rule} " in shown
        assert segment.text in shown


def test_explain_writes_the_x_ray_of_a_page(page: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    assert main(["explain", "-", "--html", str(out), "--url", URL]) == 0
    assert out.read_text(encoding="utf-8") == explain_html(arnews.Parser(trace=True).parse_html(page, url=URL))


def test_every_example_can_be_shown(capsys: pytest.CaptureFixture[str]) -> None:
    names = sorted(map(str, PAGES.glob("*.html")))
    assert main(["parse", "--format", "summary", *names]) == 0
    assert capsys.readouterr().out.count("\nbody: ") == len(names)
    for name in names:
        assert main(["explain", "--brief", name]) == 0
