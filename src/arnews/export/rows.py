"""An article as one flat row of a table. The types of the columns are in `arnews.arrow`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from arnews.article import Article, Author
from arnews.dates.values import NewsDate, Precision
from arnews.export.quality import count_segments, quality_of
from arnews.export.reprints import content_hash
from arnews.guard import failure_of
from arnews.version import VERSION

__all__ = ["COLUMNS", "error_row", "row", "version"]

COLUMNS = (
    "id", "url", "canonical_url", "outlet", "kind", "language", "date", "headline", "kicker", "description", "text",
    "authors", "contributors", "date_published", "published_at", "date_modified", "hijri", "dateline", "publisher",
    "source", "sections", "keywords", "images", "related", "is_accessible_for_free", "dropped", "segments",
    "issues", "quality", "content_hash", "arnews_version", "seconds", "error",
)  # fmt: skip
"""The names of the columns, in order."""


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
    published, modified, line, source = article.date_published, article.date_modified, article.dateline, article.source
    publisher = article.publisher
    characters, dropped = count_segments(article.segments)
    return {
        "id": id,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "outlet": article.outlet,
        "kind": article.kind._value_,
        "language": article.language,
        "date": _day(published),
        "headline": article.headline,
        "kicker": article.kicker,
        "description": article.description,
        "text": article.body,
        "authors": [_author(author) for author in article.authors],
        "contributors": [_author(author) for author in article.contributors],
        "date_published": _iso(published),
        "published_at": _moment(published),
        "date_modified": _iso(modified),
        "hijri": None if published is None or published.hijri is None else published.hijri.isoformat(),
        "dateline": None
        if line is None
        else {"places": list(line.places), "agencies": list(line.agencies), "raw": line.raw},
        "publisher": None if publisher is None else {"name": publisher.name, "url": publisher.url},
        "source": None
        if source is None
        else {"name": source.name, "url": source.url, "date_published": _iso(source.date_published)},
        "sections": list(article.sections),
        "keywords": list(article.keywords),
        "images": [
            {"url": image.url, "caption": image.caption, "credit": image.credit, "kind": image.kind._value_}
            for image in article.images
        ],
        "related": [{"text": link.text, "url": link.url} for link in article.related],
        "is_accessible_for_free": article.is_accessible_for_free,
        "dropped": dropped,
        "segments": [
            {
                "start": each.start,
                "end": each.end,
                "role": each.role._value_,
                "rule": each.reason.name,
                "origin": each.reason.origin._value_,
            }
            for each in article.segments
        ]
        if segments
        else None,
        "issues": [issue.code for issue in article.issues],
        "quality": quality_of(article, characters),
        "content_hash": content_hash(article.body),
        "arnews_version": version(),
        "seconds": seconds,
        "error": failure_of(article),
    }


def error_row(
    error: str, *, id: str | None = None, url: str | None = None, seconds: float | None = None
) -> dict[str, Any]:
    """Return the row of a document that could not be parsed: nothing but its name and the reason.

    >>> found = error_row("took longer than 5 s", id="7")
    >>> found["id"], found["text"], found["error"]
    ('7', None, 'took longer than 5 s')
    """
    found: dict[str, Any] = dict.fromkeys(COLUMNS)
    found.update(id=id, url=url, arnews_version=version(), seconds=seconds, error=error)
    return found


def version() -> str:
    """Return the version of arnews."""
    return VERSION


def _author(author: Author) -> dict[str, str | None]:
    return {"name": author.name, "job_title": author.job_title, "url": author.url}


def _day(found: NewsDate | None) -> date | None:
    """Return the day, if one is printed: a month or a year is none."""
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
