"""Lines that a strict type checker must accept, and lines that it must refuse.

Never run. A line that must be refused carries an ignore with the code of the error: under
``warn_unused_ignores``, which is part of ``--strict``, accepting it is an error.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, assert_type

import arnews
from arnews import Article, Author, Dateline, Image, Issue, Link, NewsDate, Organization, Role, Segment, Source


def parsing(text: str, page: bytes) -> None:
    article = arnews.parse_text(text)
    assert_type(article, Article)
    assert_type(
        arnews.parse_text(text, url="https://example.com/a", fetched_at=datetime.datetime(2024, 2, 12)), Article
    )
    assert_type(arnews.Parser().parse_text(text), Article)
    arnews.parse_text(page)  # type: ignore[arg-type]
    arnews.parse_text(None)  # type: ignore[arg-type]
    arnews.parse_text(text, "https://example.com/a")  # type: ignore[call-arg]


def stages(text: str) -> None:
    document = arnews.read_text(text)
    assert_type(document, arnews.Document)
    assert_type(document.blocks, tuple[arnews.Block, ...])
    labeled = arnews.label(document)
    assert_type(labeled, arnews.LabeledDocument)
    assert_type(labeled[Role.BYLINE], tuple[Segment, ...])
    labeled["byline"]  # type: ignore[index]
    arnews.label(text)  # type: ignore[arg-type]


def fields(article: Article) -> None:
    assert_type(article.headline, str | None)
    assert_type(article.body, str)
    assert_type(article.paragraphs, tuple[str, ...])
    assert_type(article.authors, tuple[Author, ...])
    assert_type(article.contributors, tuple[Author, ...])
    assert_type(article.dateline, Dateline | None)
    assert_type(article.date_published, NewsDate | None)
    assert_type(article.publisher, Organization | None)
    assert_type(article.source, Source | None)
    assert_type(article.images, tuple[Image, ...])
    assert_type(article.related, tuple[Link, ...])
    assert_type(article.issues, tuple[Issue, ...])
    assert_type(article.segments, tuple[Segment, ...])
    assert_type(article.segments[0].role.kept, bool)
    article.headline = "افتتاح"  # type: ignore[misc]
    print(article.title)  # type: ignore[attr-defined]
    article.date_published.isoformat()  # type: ignore[union-attr]


def dates(text: str) -> None:
    found = arnews.parse_date(text, relative_to=datetime.datetime(2024, 2, 12))
    assert_type(found, NewsDate | None)
    if found is not None:
        assert_type(found.isoformat(), str)
        assert_type(found.hijri, arnews.HijriDate | None)
    assert_type(arnews.HijriDate(1446, 8, 29).to_gregorian(), datetime.date)
    assert_type(arnews.HijriDate.from_gregorian(datetime.date(2025, 2, 28)), arnews.HijriDate)
    arnews.HijriDate("1446", 8, 29)  # type: ignore[arg-type]


def exporting(article: Article, record: Mapping[str, Any]) -> None:
    assert_type(arnews.to_dict(article), dict[str, Any])
    assert_type(arnews.from_dict(record), Article)
    assert_type(arnews.to_json(article, indent=2), str)
    assert_type(arnews.to_json_ld(article), str)
    arnews.to_json("{}")  # type: ignore[arg-type]


def authors(doc: arnews.LabeledDocument) -> tuple[Author, ...]:
    return tuple(Author(name=segment.text) for segment in doc[Role.BYLINE])


def sections(doc: arnews.LabeledDocument) -> list[str]:
    return [segment.text for segment in doc[Role.SECTION]]


def of_text(text: str) -> str | None:
    return text


def outlets(text: str, page: bytes) -> None:
    rule = arnews.Rule(id="port/byline", role=Role.BYLINE, phrases=("{person} - صوت الميناء",))
    layout = arnews.Layout(until=datetime.date(2015, 12, 31), rules=(rule,), select={Role.AD: ".ad"})
    daily = arnews.Outlet(
        name="صوت الميناء",
        domains=("port.example",),
        rules=(rule,),
        select={Role.SHARE: ".toolbox"},
        readers=arnews.Readers(authors=authors),
        layouts=(layout,),
    )
    assert_type(daily.domains, tuple[str, ...])
    assert_type(daily.rules, tuple[arnews.Rule, ...])
    assert_type(arnews.Outlet.from_folder("port.example"), arnews.Outlet)
    parser = arnews.Parser(outlets=[daily])
    assert_type(parser, arnews.Parser)
    assert_type(arnews.Parser.with_installed([daily]), arnews.Parser)
    assert_type(arnews.Parser(fields=["headline", "authors"]).fields, tuple[str, ...] | None)
    arnews.Parser(fields=5)  # type: ignore[arg-type]
    assert_type(parser.parse_html(page, url="https://port.example/1"), Article)
    assert_type(parser.parse(text, url="https://port.example/1"), Article)
    arnews.Outlet(name="صوت الميناء")  # type: ignore[call-arg]
    arnews.Outlet(name="صوت الميناء", domains="port.example")  # type: ignore[arg-type]
    arnews.Outlet(name="صوت الميناء", domains=("port.example",), rules=("شارك",))  # type: ignore[arg-type]
    arnews.Outlet(name="صوت الميناء", domains=("port.example",), select={"share": ".x"})  # type: ignore[arg-type]
    arnews.Outlet(name="صوت الميناء", domains=("port.example",), readers={"authors": authors})  # type: ignore[arg-type]
    arnews.Outlet(name="صوت الميناء", domains=("port.example",), color="blue")  # type: ignore[call-arg]
    arnews.Rule(id="port/share", role="shaer", phrases=("شارك",))  # type: ignore[arg-type]
    arnews.Readers(sections=sections)  # type: ignore[arg-type]
    arnews.Readers(headline=of_text)  # type: ignore[arg-type]
    arnews.Readers(authors="ليلى حسن")  # type: ignore[arg-type]
    arnews.Readers(byline=authors)  # type: ignore[call-arg]
    arnews.Parser(outlets=[rule])  # type: ignore[list-item]
    arnews.Layout(until="2015-12-31")  # type: ignore[arg-type]
    daily.name = "بريد الميناء"  # type: ignore[misc]


def first_hour(text: str) -> None:
    assert_type(arnews.__version__, str)
    assert_type(arnews.parse_text(text).issues[0].code, arnews.IssueCode)
    assert_type(arnews.find_dates(text), tuple[arnews.DateMention, ...])
    assert_type(arnews.RuleBook.shipped().with_rules(arnews.load_rules("port.toml")), arnews.RuleBook)
    arnews.Issue(code=5, message="")  # type: ignore[arg-type]
