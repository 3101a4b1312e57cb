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
