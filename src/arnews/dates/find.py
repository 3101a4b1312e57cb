"""The two questions: which date is this, and which dates are in this text."""

from __future__ import annotations

import datetime
import re
from types import NoneType

from attrs import evolve

from arnews.dates.assemble import find_items
from arnews.dates.build import Base, DateMention, read_item, read_value
from arnews.dates.candidates import read_shapes
from arnews.dates.grammar import complete_short_year
from arnews.dates.lines import is_filled
from arnews.dates.resolve import make_date
from arnews.dates.tokens import read_shape
from arnews.dates.values import DateKind, NewsDate, Precision
from arnews.errors import check_type
from arnews.text.letters import ARABIC

__all__ = ["find_dates", "parse_date"]

_SLOT = 600
"""Code points up to which a text is read as one date slot, line breaks and all."""
_ISO = re.compile(r"\s*[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:?[0-9]{2}\S*\s*")
_BASIC = re.compile(r"\s*([0-9]{8})[T ]?([0-9]{4}(?:[0-9]{2})?)([Zz]|[+-][0-9]{2}:?(?:[0-9]{2})?)?\s*")
_MONTH = re.compile(r"\s*([12][0-9]{3})-(0[1-9]|1[0-2])\s*")
_ISO_SECONDS = re.compile(r"\S{10}.[0-9]{2}:?[0-9]{2}:?[0-9]{2}")
_PAIR = re.compile("[0-9]{2}")
_COMPACT = re.compile(r"\s*(\d{4})(\d{2})(\d{2})\s*")
_FOREIGN_LIMIT = 60
_ARABIC = re.compile(f"[{ARABIC}]")
_ORDER = dict.fromkeys(Precision, 0) | {Precision.MONTH: 1, Precision.YEAR: 2}


def parse_date(
    text: str,
    *,
    relative_to: datetime.datetime | None = None,
    published: datetime.date | None = None,
) -> NewsDate | None:
    """Read one date slot: the string that a page prints where the date is.

    Args:
        text: the slot; labels («آخر تحديث»), a place, a weekday and a time beside the date do no harm.
        relative_to: the moment that distances («منذ ساعتين») are counted from; without it they have no value.
        published: the day that completes a date without a year; without it (and ``relative_to``) it has no value.

    Returns:
        The first date of the finest precision, or ``None`` if there is none. Offsets are code points of ``text``.

    Raises:
        TypeError: ``text`` is not a string, or another argument has the wrong type.

    >>> parse_date("الجمعة 28 فبراير 2025 الموافق 29 شعبان 1446").isoformat()
    '2025-02-28'
    >>> parse_date("٢٩ شعبان ١٤٤٦هـ").date
    datetime.date(2025, 2, 28)
    >>> parse_date("منذ ثلاث ساعات", relative_to=datetime.datetime(2025, 3, 10, 14, 30)).isoformat()
    '2025-03-10T11:30'
    >>> parse_date("24 فبراير") is None
    True
    """
    _check_types(text, relative_to, published)
    machine = _read_iso(text) or _read_compact(text) or _read_basic(text) or _read_month(text)
    if machine is not None:
        return machine
    base = Base(relative_to, published)
    best: NewsDate | None = None
    rank = 9
    for shape in [read_shape(text.replace("\n", " "))] if len(text) <= _SLOT else read_shapes(text):
        items = find_items(shape)
        for item in items:
            if item.distance is not None and not is_filled(shape, items):
                continue
            if item.hijri is not None and item.hijri.form == "named_early" and is_filled(shape, items):
                item = item._replace(hijri=complete_short_year(item.hijri))
            value = read_value(item, shape, text, base)
            if value is None:
                continue
            order = _ORDER[value.precision] + (3 if value.date is None else 0)
            if order < rank:
                best, rank = value, order
    if rank > 0 and _is_foreign(text):
        # Imported here: most slots are Arabic.
        from arnews.dates.foreign import read_foreign

        return read_foreign(text, relative_to) or best
    return best


def find_dates(
    text: str,
    *,
    relative_to: datetime.datetime | None = None,
    published: datetime.date | None = None,
) -> tuple[DateMention, ...]:
    """Find every date printed in a text, in order.

    Distances are found where they are counted («منذ ساعتين», «قبل 3 أيام»); words such as «اليوم» and «أمس»
    date nothing in running text and are left out, and so are lone times.

    Args:
        text: any text.
        relative_to: the moment that distances are counted from.
        published: the day that completes dates without a year.

    Returns:
        The mentions; offsets are code points of ``text``.

    Raises:
        TypeError: ``text`` is not a string, or another argument has the wrong type.

    >>> [mention.date.isoformat() for mention in find_dates("بين 5 مايو 2023 و12/6/2023 عقدت الجلسات.")]
    ['2023-05-05', '2023-06-12']
    """
    _check_types(text, relative_to, published)
    base = Base(relative_to, published)
    found: list[DateMention] = []
    for shape in read_shapes(text):
        for item in find_items(shape):
            if item.distance is not None and (item.distance.deictic or not item.distance.unit):
                continue
            mention = read_item(item, shape, text, base)
            if mention is not None and mention.kind is not DateKind.TIME:
                found.append(mention)
    return tuple(found)


def _check_types(text: object, relative_to: object, published: object) -> None:
    check_type("text", text, str)
    check_type("relative_to", relative_to, datetime.datetime, NoneType)
    check_type("published", published, datetime.date, NoneType)


def _read_iso(text: str) -> NewsDate | None:
    """Read ISO 8601 with a time; other forms are left to the reader of printed dates."""
    if _ISO.fullmatch(text) is None:
        return None
    raw = text.strip()
    try:
        moment = datetime.datetime.fromisoformat(raw)
    except ValueError:
        return None
    if moment.year < 1501:
        return None
    start = text.index(raw)
    precision = Precision.SECOND if _ISO_SECONDS.match(raw) else Precision.MINUTE
    return NewsDate(
        moment.date(), moment.time().replace(microsecond=0), moment.utcoffset(), "UTC" if raw[-1] in "zZ" else None,
        precision=precision, raw=raw, start=start, end=start + len(raw),
    )  # fmt: skip


def _read_compact(text: str) -> NewsDate | None:
    """Read eight digits that are the whole slot: «20240212»."""
    match = _COMPACT.fullmatch(text)
    if match is None:
        return None
    date = make_date(*map(int, match.groups()))
    if date is None or not 1900 <= date.year <= 2100:
        return None
    start, end = match.start(1), match.end(3)
    return NewsDate(date, raw=text[start:end], start=start, end=end)


def _read_basic(text: str) -> NewsDate | None:
    """Read ISO 8601 without separators, and the same without the T: «20240212T104500Z», «20240212104500»."""
    match = _BASIC.fullmatch(text)
    if match is None:
        return None
    day, clock, zone = match.groups()
    value = _read_iso(f"{day[:4]}-{day[4:6]}-{day[6:]}T{':'.join(_PAIR.findall(clock))}{zone or ''}")
    if value is None or value.date is None or not 1900 <= value.date.year <= 2100:
        return None
    raw = text.strip()
    start = text.index(raw)
    return evolve(value, raw=raw, start=start, end=start + len(raw))


def _read_month(text: str) -> NewsDate | None:
    """Read a month of ISO 8601 that is the whole slot: «2024-02»."""
    match = _MONTH.fullmatch(text)
    if match is None or not 1900 <= int(match[1]) <= 2100:
        return None
    date = datetime.date(int(match[1]), int(match[2]), 1)
    return NewsDate(date, precision=Precision.MONTH, raw=match[0].strip(), start=match.start(1), end=match.end(2))


def _is_foreign(text: str) -> bool:
    return len(text) <= _FOREIGN_LIMIT and _ARABIC.search(text) is None and any(char.isdigit() for char in text)
