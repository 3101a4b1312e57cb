"""An article as one flat row of a table, and back. The names and types of the columns are in `arnews.arrow`."""

from __future__ import annotations

import codecs
import hashlib
import re
import string
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from arnews.article import Article, ArticleKind, Author, Dateline, Image, ImageKind, Issue, Link, Organization, Source
from arnews.dates.values import Calendar, HijriDate, NewsDate, Precision
from arnews.document import Origin, Reason, Segment
from arnews.errors import ArnewsError
from arnews.roles import Role
from arnews.text.fold import fold

__all__ = ["COLUMNS", "FAMILIES", "RowError", "content_hash", "error_row", "from_row", "row"]

COLUMNS = (
    "id", "url", "canonical_url", "outlet", "kind", "language", "date", "headline", "kicker", "description", "text",
    "authors", "contributors", "date_published", "published_at", "date_modified", "hijri", "dateline", "publisher",
    "source", "sections", "keywords", "images", "related", "is_accessible_for_free", "dropped", "segments",
    "issues", "quality", "content_hash", "arnews_version", "seconds", "error",
)  # fmt: skip
"""The names of the columns, in order."""

FAMILIES: Mapping[str, tuple[Role, ...]] = {
    "body": (Role.BODY, Role.SUBHEADING),
    "head": (Role.HEADLINE, Role.KICKER, Role.DECK, Role.BYLINE, Role.TIMESTAMP, Role.DATELINE),
    "notes": (Role.CAPTION, Role.CONTRIBUTORS, Role.NOTE),
    "navigation": (Role.MASTHEAD, Role.SECTION, Role.NAVIGATION),
    "social": (Role.SHARE, Role.COMMENTS, Role.COUNTER),
    "related": (Role.RELATED_HEADING, Role.RELATED_ITEM, Role.OTHER_ARTICLE),
    "credits": (Role.TAGS, Role.SOURCE, Role.AUTHOR_BIO),
    "promotion": (Role.PROMO, Role.AD, Role.DISCLAIMER),
    "residue": (Role.EMBED, Role.RESIDUE),
}
"""Roles that say the same of a document; characters are counted by these."""

_FAMILY_OF = {role._value_: family for family, roles in FAMILIES.items() for role in roles}
_KEPT = frozenset(role._value_ for role in Role if role.kept)
_CLOSING = tuple(".!?؟۔»”\"')]؛:")
_ELLIPSIS = ("…", "...", "..")
_LONG_PARAGRAPH = 40
"""Code points from which a paragraph that is printed twice is no refrain («سؤال:»)."""
_BLANKS = " \n.,:()-/\"'،؛؟«»"
"""What stands between words most often, and is deleted. Other characters that are no letters have no code, which
takes longer."""
_BETWEEN = bytes(range(1 + len(_BLANKS)))


class RowError(ArnewsError, ValueError):
    """A row does not hold an article.

    >>> from_row({"headline": "افتتاح"})
    Traceback (most recent call last):
        ...
    arnews.export.rows.RowError: the row has no segments: convert with segments to be able to go back
    """


def row(
    article: Article, *, id: str | None = None, segments: bool = False, seconds: float | None = None
) -> dict[str, Any]:
    """Return the article as one row: a plain value for each of the columns of `arnews.arrow.SCHEMA`, in its order.

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
    characters, dropped = _counted(article.segments)
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
        "quality": _quality(article, characters),
        "content_hash": content_hash(article.body),
        "arnews_version": version(),
        "seconds": seconds,
        "error": None,
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


def from_row(row: Mapping[str, Any], text: str | None = None) -> Article:
    """Return the article of a row that has its segments: ``row(from_row(found, text)) == found``, but for seconds.

    What the columns do not hold (the text that a date was read from, the messages of issues) is missing from it.

    Args:
        row: one row, as a dict.
        text: the text that was parsed; of a page the text as read, ``arnews.read_html(page).text``. Without it the
            segments have empty texts.

    Raises:
        RowError: the row has an error or no segments.

    >>> import arnews
    >>> text = "افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.\\nشارك المقال"
    >>> article = from_row(row(arnews.parse_text(text), segments=True), text)
    >>> article.headline, article.segments == arnews.parse_text(text).segments
    ('افتتاح المعرض', True)
    """
    if row.get("error"):
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
        issues=tuple(Issue(code, "") for code in row["issues"]),
        segments=segments,
        outlet=row["outlet"],
    )


def content_hash(body: str) -> str | None:
    """Return 16 hexadecimal digits that are equal for reprints of a body; ``None`` without one.

    Letters of the Arabic script, ASCII letters and digits alone count, folded: blanks, paragraphs, punctuation,
    vowel marks and seats of hamza do not.

    >>> content_hash("«أعلن» الوزير، أمس.") == content_hash("اعلن الوزير\\n\\nأمس")
    True
    """
    code, folded = _letters()
    letters = codecs.charmap_encode(body, "ignore", code)[0].translate(folded, _BETWEEN)
    return hashlib.blake2b(letters, digest_size=8).hexdigest() if letters else None


@cache
def _letters() -> tuple[Any, bytes]:
    """Return a code of one byte a character for what `content_hash` counts, and its bytes folded.

    Texts are folded character by character elsewhere; as bytes it takes a tenth of the time.
    """
    # CPython keeps the code in a fast table only if it begins with NUL.
    arabic = [char for char in map(chr, range(0x620, 0x6FA)) if char.isalnum() and len(fold(char)) == 1]
    chars = ["\0", *_BLANKS, *(string.digits + string.ascii_letters), *arabic]
    code = {char: number for number, char in enumerate(chars)}
    table = bytes(code.get(fold(char), number) for char, number in code.items()).ljust(256, b"\0")
    return codecs.charmap_build("".join(chars).ljust(256, "\ufffe")), table


@cache
def version() -> str:
    """Return the version of arnews."""
    from importlib.metadata import version  # takes longer than all else here

    return version("arnews")


def _counted(segments: tuple[Segment, ...]) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Return the characters of each family, and the dropped segments counted by role and rule, in order."""
    characters = dict.fromkeys(FAMILIES, 0)
    dropped: dict[tuple[str, str], dict[str, Any]] = {}
    for segment in segments:
        role, size = segment.role._value_, segment.end - segment.start
        characters[_FAMILY_OF[role]] += size
        if role not in _KEPT:
            rule = segment.rule
            count = dropped.get((role, rule))
            if count is None:
                dropped[role, rule] = {"role": role, "rule": rule, "segments": 1, "characters": size}
            else:
                count["segments"] += 1
                count["characters"] += size
    return characters, list(dropped.values())


def _quality(article: Article, characters: dict[str, int]) -> dict[str, Any]:
    whole = sum(characters.values())
    kept = characters["body"] + characters["head"] + characters["notes"]
    end = article.body[-4:].rstrip()
    is_cut = end.endswith(_ELLIPSIS)
    return {
        "kept_share": kept / whole if whole else None,
        "characters": characters,
        "duplicated_paragraphs": _duplicated(article.paragraphs),
        "ends_closed": None if not end else end.endswith(_CLOSING) and not is_cut,
        "ends_with_ellipsis": None if not end else is_cut,
        "is_list": article.kind._value_ == "list",
        "is_translated": article.is_translated,
        "is_mojibake": any(issue.code == "mojibake" for issue in article.issues),
    }


def _duplicated(paragraphs: tuple[str, ...]) -> int:
    if len(set(paragraphs)) == len(paragraphs):
        return 0
    long = [each for each in paragraphs if len(each) >= _LONG_PARAGRAPH]
    return len(long) - len(set(long))


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
