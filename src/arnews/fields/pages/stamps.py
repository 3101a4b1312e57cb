"""Dates of metadata: strings for machines, and what people put in their place."""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve

from arnews.dates import NewsDate, Precision, find_dates, parse_date
from arnews.fields.dated import is_clock_zero
from arnews.text.fold import unify
from arnews.text.memory import remembered

__all__ = ["instant", "read_stamp"]

_MACHINE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d\S*|\d{8}(?:[T ]?\d{4,6}\S*)?")
_SPACED_OFFSET = re.compile(r"(\d:\d\d)\s+(?:GMT|UTC)?(?=[+-]\d\d)")
_MAIL = re.compile(
    r"(?:[A-Z]{3},\s*)?(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d{4})\s+(\d\d:\d\d(?::\d\d)?)\s*([+-]\d{4}|GMT|UTC?|Z)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 120
_MIDNIGHT = dt.time(0, 0)


@remembered(most=64, longest=_LONGEST)
def read_stamp(text: str) -> NewsDate | None:
    """Return the day, and the time if there is one, that a string of metadata gives; ``None`` if it gives none.

    Midnight to the second is how programs write that they know the day only. ``raw`` is the string; it stands in no
    text, so ``start`` and ``end`` are 0.

    >>> read_stamp("2024-02-12 10:00:00 +03:00").isoformat(), read_stamp("2024-02-12T00:00:00").isoformat()
    ('2024-02-12T10:00:00+03:00', '2024-02-12')
    """
    raw = text.strip()[:_LONGEST]
    machine = unify(raw).upper()
    mail = _MAIL.fullmatch(machine)
    if mail is not None:
        machine = _from_mail(mail)
    elif " " in machine:
        machine = _SPACED_OFFSET.sub(r"\1", machine)
    if _MACHINE.fullmatch(machine):
        date = parse_date(machine)
    else:
        date = next((found.date for found in find_dates(raw) if found.date is not None), None)
    if date is None or date.date is None or date.precision in (Precision.MONTH, Precision.YEAR):
        return None
    if is_clock_zero(date):
        return None
    if date.time == _MIDNIGHT:
        date = evolve(date, time=None, utc_offset=None, zone=None, precision=Precision.DAY)
    return evolve(date, raw=raw, start=0, end=0)


def instant(date: NewsDate) -> dt.datetime | None:
    """Return the moment in UTC, naive; ``None`` if the date has no time or no offset.

    >>> instant(read_stamp("2024-02-12T10:00:00+03:00"))
    datetime.datetime(2024, 2, 12, 7, 0)
    """
    if date.date is None or date.time is None or date.utc_offset is None:
        return None
    try:
        return dt.datetime.combine(date.date, date.time) - date.utc_offset
    except OverflowError:
        return None


def _from_mail(match: re.Match[str]) -> str:
    day, month, year, time, zone = match.groups()
    number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else 0
    offset = zone if zone[0] in "+-" else "Z"
    return f"{year}-{number:02d}-{int(day):02d}T{time}{offset}"
