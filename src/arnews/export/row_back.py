"""From a row of a table back to the article. What makes rows is `arnews.export.rows`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from typing import Any

from arnews.article import Article, ArticleKind, Author, Dateline, Image, ImageKind, Issue, Link, Organization, Source
from arnews.dates.values import Calendar, HijriDate, NewsDate, Precision
from arnews.document import Origin, Reason, Segment
from arnews.errors import ArnewsError
from arnews.guard import INTERNAL_ERROR
from arnews.roles import Role

__all__ = ["RowError", "from_row"]


class RowError(ArnewsError, ValueError):
    """A row does not hold an article.

    >>> from_row({"headline": "افتتاح"})
    Traceback (most recent call last):
        ...
    arnews.export.row_back.RowError: the row has no segments: convert with segments to be able to go back
    """


def from_row(row: Mapping[str, Any], text: str | None = None) -> Article:
    """Return the article of a row that has its segments: ``row(from_row(found, text)) == found``, but for seconds.

    What the columns do not hold (the text that a date was read from, the messages of most issues) is missing from it.

    Args:
        row: one row, as a dict.
        text: the text that was parsed; of a page the text as read, ``arnews.read_html(page).text``. Without it the
            segments have empty texts.

    Raises:
        RowError: the row has an error and nothing else, or no segments.

    >>> import arnews
    >>> from arnews.export.rows import row
    >>> text = "افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.\\nشارك المقال"
    >>> article = from_row(row(arnews.parse_text(text), segments=True), text)
    >>> article.headline, article.segments == arnews.parse_text(text).segments
    ('افتتاح المعرض', True)
    """
    if row.get("error") and row.get("kind") is None:
        raise RowError(f"the row has an error: {row['error']}")
    spans = row.get("segments")
    if spans is None:
        raise RowError("the row has no segments: convert with segments to be able to go back")
    segments = tuple(
        Segment(
            each["start"],
            each["end"],
            Role(each["role"]),
            "" if text is None else text[each["start"] : each["end"]],
            Reason(each["rule"], Origin(each["origin"])),
        )
        for each in spans
    )
    line, publisher, source = row["dateline"], row["publisher"], row["source"]
    body = row["text"] or ""
    return Article(
        kind=ArticleKind(row["kind"]),
        url=row["url"],
        canonical_url=row["canonical_url"],
        headline=row["headline"],
        kicker=row["kicker"],
        description=row["description"],
        body=body,
        paragraphs=tuple(body.split("\n\n")) if body else (),
        authors=tuple(Author(**each) for each in row["authors"]),
        contributors=tuple(Author(**each) for each in row["contributors"]),
        dateline=None if line is None else Dateline(tuple(line["places"]), tuple(line["agencies"]), line["raw"]),
        date_published=_news_date(row["date_published"], row["hijri"]),
        date_modified=_news_date(row["date_modified"], None),
        publisher=None if publisher is None else Organization(**publisher),
        source=None
        if source is None
        else Source(source["name"], source["url"], _news_date(source["date_published"], None)),
        sections=tuple(row["sections"]),
        keywords=tuple(row["keywords"]),
        images=tuple(
            Image(each["url"], each["caption"], each["credit"], ImageKind(each["kind"])) for each in row["images"]
        ),
        related=tuple(Link(**each) for each in row["related"]),
        is_accessible_for_free=row["is_accessible_for_free"],
        language=row["language"],
        is_translated=row["quality"]["is_translated"],
        issues=tuple(_issues(row["issues"], row["error"])),
        segments=segments,
        document_text=text,
        outlet=row["outlet"],
    )


def _issues(codes: Iterable[str], error: str | None) -> Iterator[Issue]:
    """Yield the issues of the codes; the first failed step has the message of all, which is the error of the row."""
    for code in codes:
        told = code == INTERNAL_ERROR and error
        yield Issue(code, told or "")
        error = None if told else error


_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d(?::\d\d){0,2})(?P<offset>[+-]\d\d:\d\d)?)?)?)?"
)
_PRECISIONS = {2: Precision.HOUR, 5: Precision.MINUTE, 8: Precision.SECOND}


def _news_date(iso: str | None, hijri: str | None) -> NewsDate | None:
    lunar = None if hijri is None else HijriDate(*map(int, hijri.split("-")))
    calendar = Calendar.GREGORIAN if lunar is None else Calendar.HIJRI
    if iso is None:
        return None if lunar is None else NewsDate(None, calendar=calendar, hijri=lunar)
    found = _ISO.fullmatch(iso)
    if found is None:
        raise RowError(f"not a date: {iso!r}")
    day = date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    if found["time"] is None:
        precision = Precision.DAY if found["day"] else Precision.MONTH if found["month"] else Precision.YEAR
        return NewsDate(day, calendar=calendar, hijri=lunar, precision=precision)
    offset = None
    if found["offset"]:
        hours, minutes = map(int, found["offset"][1:].split(":"))
        offset = timedelta(hours=hours, minutes=minutes) * (-1 if found["offset"][0] == "-" else 1)
    clock, precision = time.fromisoformat(found["time"]), _PRECISIONS[len(found["time"])]
    return NewsDate(day, clock, offset, calendar=calendar, hijri=lunar, precision=precision)
