"""Articles as the columns of a table, and one as a flat row. The types of the columns are in `arnews.arrow`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from arnews.article import Article, Author, Dateline, Image, Source
from arnews.dates.values import NewsDate, Precision
from arnews.document import Segment
from arnews.export.quality import count_segments, quality_of
from arnews.export.reprints import content_hash
from arnews.fields.table import FIELDS
from arnews.guard import failure_of
from arnews.version import VERSION

__all__ = ["COLUMNS", "Outcome", "columns", "error_row", "fields_of", "row", "version"]

COLUMNS = (
    "id", "url", "canonical_url", "outlet", "kind", "language", "date", "headline", "kicker", "description", "text",
    "authors", "contributors", "date_published", "published_at", "date_modified", "hijri", "dateline", "publisher",
    "source", "sections", "keywords", "images", "related", "is_accessible_for_free", "dropped", "segments",
    "issues", "quality", "content_hash", "arnews_version", "seconds", "error",
)  # fmt: skip
"""The names of the columns, in order."""


_MADE_OF = {"text": "body", "content_hash": "body"} | dict.fromkeys(("date", "published_at", "hijri"), "date_published")
"""Columns that are not called what the field is that they are made of."""
_OF_ALL = frozenset(("issues", "evidence", "quality"))
"""What speaks of every field."""


def fields_of(names: str | None) -> tuple[str, ...] | None:
    """Return the fields that are to be read for some keys of records or rows, with commas between; ``None`` for all.

    >>> fields_of("id,headline,text"), fields_of("headline,issues") is None
    (('headline', 'body'), True)
    """
    keys = {key.strip() for key in names.split(",")} if names is not None else _OF_ALL
    if not keys.isdisjoint(_OF_ALL):
        return None
    wanted = {_MADE_OF.get(key, key) for key in keys}
    return tuple(field.name for field in FIELDS if field.name in wanted)


class Outcome(NamedTuple):
    """The result for a document: an article, or the error that explains why there is none.

    >>> Outcome("7", error="took longer than 5 s").article is None
    True
    """

    id: str | None
    """The caller's name for the document."""
    url: str | None = None
    """The address as given; an article has its own."""
    article: Article | None = None
    error: str | None = None
    seconds: float | None = None
    """How long it took."""


def columns(outcomes: Sequence[Outcome], *, segments: bool) -> dict[str, list[Any]]:
    """Return the columns of many documents, by name in the order of `COLUMNS`: plain values, row for row.

    A table is made of these in three quarters of the time that it takes from rows.

    >>> found = columns([Outcome("7"), Outcome("8", article=Article(headline="افتتاح المعرض"))], segments=False)
    >>> found["id"], found["headline"]
    (['7', '8'], [None, 'افتتاح المعرض'])
    """
    articles = [each.article for each in outcomes if each.article is not None]
    found = _of_articles(articles, segments)
    if len(articles) < len(outcomes):
        found = {name: _spread(values, outcomes) for name, values in found.items()}
        found["url"] = [
            each.url if each.article is None else url for each, url in zip(outcomes, found["url"], strict=True)
        ]
        found["error"] = [
            each.error or "" if each.article is None else error
            for each, error in zip(outcomes, found["error"], strict=True)
        ]
    found["id"] = [each.id for each in outcomes]
    found["arnews_version"] = [version()] * len(outcomes)
    found["seconds"] = [each.seconds for each in outcomes]
    return {name: found[name] for name in COLUMNS}


def row(
    article: Article, *, id: str | None = None, segments: bool = False, seconds: float | None = None
) -> dict[str, Any]:
    """Return the article as one row: a plain value for each of the columns of `arnews.arrow.SCHEMA`, in its order.

    Where a step of arnews failed (the issue ``internal-error``), the row holds what could be read, and ``error`` says
    what failed.

    Args:
        article: what a parser returned.
        id: the caller's name for the document.
        segments: whether the labeled spans are in the row. They have offsets and no text; without them the column
            is ``None``, and `from_row` cannot go back.
        seconds: how long it took.

    >>> import arnews
    >>> found = row(arnews.parse_text("افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.\\nشارك المقال"))
    >>> found["headline"], found["dropped"]
    ('افتتاح المعرض', [{'role': 'share', 'rule': 'share/heading', 'segments': 1, 'characters': 11}])
    """
    return _row(Outcome(id, None, article, None, seconds), segments=segments)


def error_row(
    error: str, *, id: str | None = None, url: str | None = None, seconds: float | None = None
) -> dict[str, Any]:
    """Return the row of a document that could not be parsed: nothing but its name and the reason.

    >>> found = error_row("took longer than 5 s", id="7")
    >>> found["id"], found["text"], found["error"]
    ('7', None, 'took longer than 5 s')
    """
    return _row(Outcome(id, url, None, error, seconds), segments=False)


def _row(outcome: Outcome, *, segments: bool) -> dict[str, Any]:
    return {name: value for name, (value,) in columns([outcome], segments=segments).items()}


def _of_articles(articles: list[Article], segments: bool) -> dict[str, list[Any]]:
    """Return the columns that an article fills, in any order."""
    published = [each.date_published for each in articles]
    counted = [count_segments(each.segments) for each in articles]
    return {
        "url": [each.url for each in articles],
        "canonical_url": [each.canonical_url for each in articles],
        "outlet": [each.outlet for each in articles],
        "kind": [each.kind._value_ for each in articles],
        "language": [each.language for each in articles],
        "date": [_day(each) for each in published],
        "headline": [each.headline for each in articles],
        "kicker": [each.kicker for each in articles],
        "description": [each.description for each in articles],
        "text": [each.body for each in articles],
        "authors": [[_author(author) for author in each.authors] for each in articles],
        "contributors": [[_author(author) for author in each.contributors] for each in articles],
        "date_published": [_iso(each) for each in published],
        "published_at": [_moment(each) for each in published],
        "date_modified": [_iso(each.date_modified) for each in articles],
        "hijri": [None if each is None or each.hijri is None else each.hijri.isoformat() for each in published],
        "dateline": [_dateline(each.dateline) for each in articles],
        "publisher": [
            None if each.publisher is None else {"name": each.publisher.name, "url": each.publisher.url}
            for each in articles
        ],
        "source": [_source(each.source) for each in articles],
        "sections": [list(each.sections) for each in articles],
        "keywords": [list(each.keywords) for each in articles],
        "images": [[_image(image) for image in each.images] for each in articles],
        "related": [[{"text": link.text, "url": link.url} for link in each.related] for each in articles],
        "is_accessible_for_free": [each.is_accessible_for_free for each in articles],
        "dropped": [dropped for _, dropped in counted],
        "segments": [[_segment(segment) for segment in each.segments] if segments else None for each in articles],
        "issues": [[issue.code for issue in each.issues] for each in articles],
        "quality": [quality_of(each, characters) for each, (characters, _) in zip(articles, counted, strict=True)],
        "content_hash": [content_hash(each.body) for each in articles],
        "error": [failure_of(each) for each in articles],
    }


def _spread(values: list[Any], outcomes: Sequence[Outcome]) -> list[Any]:
    """Return the values of the articles, and None for what has no article."""
    rest = iter(values)
    return [None if each.article is None else next(rest) for each in outcomes]


def version() -> str:
    """Return the version of arnews."""
    return VERSION


def _author(author: Author) -> dict[str, str | None]:
    return {"name": author.name, "job_title": author.job_title, "url": author.url}


def _dateline(line: Dateline | None) -> dict[str, Any] | None:
    return None if line is None else {"places": list(line.places), "agencies": list(line.agencies), "raw": line.raw}


def _source(source: Source | None) -> dict[str, str | None] | None:
    if source is None:
        return None
    return {"name": source.name, "url": source.url, "date_published": _iso(source.date_published)}


def _image(image: Image) -> dict[str, str | None]:
    return {"url": image.url, "caption": image.caption, "credit": image.credit, "kind": image.kind._value_}


def _segment(segment: Segment) -> dict[str, Any]:
    return {
        "start": segment.start,
        "end": segment.end,
        "role": segment.role._value_,
        "rule": segment.reason.name,
        "origin": segment.reason.origin._value_,
    }


def _day(found: NewsDate | None) -> date | None:
    """Return the day, if one is printed: a month or a year is not one."""
    whole = found is not None and found.precision not in (Precision.MONTH, Precision.YEAR)
    return found.date if found is not None and whole else None


def _iso(found: NewsDate | None) -> str | None:
    return None if found is None else found.isoformat() or None


def _moment(found: NewsDate | None) -> datetime | None:
    """Return the moment in UTC; ``None`` where the zone is not known."""
    moment = None if found is None else found.to_datetime()
    if moment is None or moment.tzinfo is None:
        return None
    try:
        return moment.astimezone(UTC)
    except OverflowError:  # the first or the last day of the calendar
        return None
