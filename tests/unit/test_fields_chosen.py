"""A parser that reads only some fields: they are what they are among all others, and the rest is left out."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

import arnews
from arnews import Layout, Outlet, Parser, Readers
from arnews.cli.command import main
from arnews.fields.article import read_article
from arnews.fields.table import FIELDS

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENTS = sorted([*EXAMPLES.glob("*.txt"), *EXAMPLES.rglob("*.html")])
CHOSEN = ("headline", "date_published")
URL = "https://port.example/news/2024/1"
TEXT = "افتتاح الرصيف الجديد في الميناء\nكتبت: ليلى حسن\n12 شباط 2024\nافتتحت هيئة الموانئ أمس الرصيف، وحضر كثيرون."


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_a_field_that_is_read_alone_is_what_it_is_among_all(path: Path) -> None:
    labeled = arnews.label(arnews.read_html(path.read_bytes()) if path.suffix == ".html" else _text(path))
    whole = read_article(labeled, book=None, fetched_at=None)
    for field in FIELDS:
        alone = read_article(labeled, book=None, fetched_at=None, only=[field.name])
        assert getattr(alone, field.name) == getattr(whole, field.name)
        assert alone.evidence.get(field.name) == whole.evidence.get(field.name)
        assert set(alone.evidence) <= {field.name, "url"}
        assert (alone.kind, alone.segments, alone.document_text) == (whole.kind, whole.segments, whole.document_text)
        assert set(alone.issues) <= set(whole.issues)


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_other_fields_are_left_out(path: Path) -> None:
    whole = arnews.parse(path.read_bytes(), url=URL)
    some = Parser(fields=CHOSEN).parse(path.read_bytes(), url=URL)
    for field in FIELDS:
        kept = field.name in CHOSEN or field.is_given
        assert getattr(some, field.name) == (getattr(whole, field.name) if kept else field.absent)
    assert (some.kind, some.url, some.segments) == (whole.kind, URL, whole.segments)


def test_a_document_without_labels_has_no_other_fields() -> None:
    feed = "<rss><channel><item><title>افتتاح المعرض</title><link>https://port.example/1</link></item></channel></rss>"
    assert arnews.parse(feed).related
    some = Parser(fields=CHOSEN).parse(feed)
    assert (some.kind, some.related, dict(some.evidence)) == (arnews.ArticleKind.LIST, (), {})


def test_an_outlet_adds_no_other_fields() -> None:
    asked: list[str] = []

    def read(doc: arnews.LabeledDocument) -> tuple[str, ...]:
        asked.append("sections")
        return ("موانئ",)

    daily = Outlet(
        name="صوت الميناء",
        domains=("port.example",),
        readers=Readers(sections=read),
        layouts=(Layout(until=dt.date(2015, 1, 1)),),
    )
    whole = Parser(outlets=[daily]).parse(TEXT, url=URL)
    assert whole.publisher is not None
    assert whole.sections == ("موانئ",)
    asked.clear()
    some = Parser(outlets=[daily], fields=["headline"]).parse(TEXT, url=URL)
    assert (some.headline, some.outlet) == (whole.headline, "صوت الميناء")
    assert (some.publisher, some.sections, some.date_published, asked) == (None, (), None, [])
    assert set(some.evidence) <= {"headline", "url"}


def test_the_layout_of_an_outlet_is_found_by_a_day_that_is_not_asked_for() -> None:
    rule = arnews.Rule(id="port/old", role=arnews.Role.SHARE, phrases=("افتتحت هيئة الموانئ أمس الرصيف، وحضر كثيرون.",))
    old = Layout(until=dt.date(2024, 12, 31), rules=(rule,))
    daily = Outlet(name="صوت الميناء", domains=("port.example",), layouts=(old,))
    assert Parser(outlets=[daily]).parse(TEXT, url=URL).body == ""
    assert Parser(outlets=[daily], fields=["body"]).parse(TEXT, url=URL).body == ""


def test_no_fields_at_all() -> None:
    article = Parser(fields=()).parse(TEXT)
    assert article.kind is arnews.ArticleKind.ARTICLE
    assert article.segments
    assert article.headline is None


@pytest.mark.parametrize(
    ("fields", "error"),
    [(["headline", "title"], arnews.ConfigurationError), ("headline", TypeError), ([5], TypeError), (5, TypeError)],
)
def test_names_that_are_none(fields: Any, error: type[Exception]) -> None:
    with pytest.raises(error, match="field"):
        Parser(fields=fields)
    with pytest.raises(error, match="field"):
        Parser.with_installed(fields=fields)


@pytest.mark.parametrize("names", ["headline,date_published", "file,body", "headline,issues", "evidence", "segments"])
def test_the_command_prints_what_it_prints_of_all(names: str, capsys: pytest.CaptureFixture[str]) -> None:
    for path in map(str, DOCUMENTS):
        assert main(["parse", path, "--fields", names]) == 0
        some = json.loads(capsys.readouterr().out)
        assert main(["parse", path]) == 0
        whole = json.loads(capsys.readouterr().out)
        assert some == {name: whole[name] for name in names.split(",")}


@pytest.mark.parametrize(
    "names", ["id,headline,text,date,hijri", "file,quality", "content_hash,published_at", "issues"]
)
def test_rows_have_what_they_have_of_all(names: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = str(EXAMPLES / "rows.jsonl")
    assert main(["parse", "--jsonl", rows]) == 0
    whole = list(map(json.loads, capsys.readouterr().out.splitlines()))
    assert main(["parse", "--jsonl", rows, "--fields", names]) == 0
    some = list(map(json.loads, capsys.readouterr().out.splitlines()))
    assert some == [{name: row[name] for name in names.split(",")} for row in whole]


def _text(path: Path) -> arnews.Document:
    return arnews.read_text(path.read_text(encoding="utf-8"))
