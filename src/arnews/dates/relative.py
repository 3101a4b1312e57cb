"""From a distance to a day, and from a day without a year to one with it."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from arnews.dates.grammar import CalendarDate
from arnews.dates.resolve import make_date
from arnews.dates.times import Distance
from arnews.dates.values import HijriDate, Precision

__all__ = ["Moment", "complete_year", "go_back"]

_LONGEST_YEARS = 10
"""A longer distance («منذ 70 عاما») is a statement, not the age of an article."""
_LONGEST_SECONDS = 400 * 86400
"""Hours that count more than a year are a statement, too."""
_DAWN = datetime.time(0, 0)
_CLOCK_UNITS = {"second": 1, "minute": 60, "hour": 3600}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


class Moment(NamedTuple):
    """A day, and a time if the distance is given in hours or less."""

    date: datetime.date
    """The day."""
    time: datetime.time | None
    """The time, to the minute."""
    precision: Precision
    """Minute or day."""
    uncertainty: int
    """Days by which the day may be wrong: half of the unit."""


def go_back(base: datetime.datetime | datetime.date, distance: Distance) -> Moment | None:
    """Return the moment that lies so far before ``base``; ``None`` for a vague or a very long distance.

    A ``base`` without a time cannot date hours.

    >>> go_back(datetime.datetime(2025, 3, 10, 14, 30), Distance(0, 3, "hour", 3, False)).time
    datetime.time(11, 30)
    """
    parts = ((distance.unit, distance.amount), *distance.rest)
    months, days, seconds = 0, 0.0, 0.0
    for unit, amount in parts:
        if unit in _CLOCK_UNITS:
            seconds += amount * _CLOCK_UNITS[unit]
        elif unit in ("month", "year"):
            whole, fraction = divmod(amount * (12 if unit == "year" else 1), 1)
            months += int(whole)
            days += round(fraction * _DAYS["month"])
        elif unit in _DAYS:
            days += amount * _DAYS[unit]
        else:
            return None
    if seconds > _LONGEST_SECONDS or months * _DAYS["month"] + days > _LONGEST_YEARS * 366:
        return None
    smallest = parts[-1][0]
    timed = smallest in _CLOCK_UNITS
    if timed and not isinstance(base, datetime.datetime):
        return None
    start = base.replace(tzinfo=None) if isinstance(base, datetime.datetime) else datetime.datetime.combine(base, _DAWN)
    earlier = _months_before(start.date(), months) if months else start.date()
    if earlier is None:
        return None
    moment = _minus(
        datetime.datetime.combine(earlier, start.time() if timed else _DAWN),
        datetime.timedelta(days=days, seconds=seconds),
    )
    if moment is None:
        return None
    if timed:
        return Moment(moment.date(), moment.time().replace(second=0, microsecond=0), Precision.MINUTE, 0)
    uncertainty = 0 if smallest == "day" else _DAYS[smallest] // 2
    return Moment(moment.date(), None, Precision.DAY, uncertainty)


def _minus(moment: datetime.datetime, delta: datetime.timedelta) -> datetime.datetime | None:
    try:
        return moment - delta
    except OverflowError:
        return None


def _months_before(day: datetime.date, months: int) -> datetime.date | None:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        return None
    # Only who counts months pays for this import.
    import calendar

    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def complete_year(half: CalendarDate, published: datetime.date) -> CalendarDate | None:
    """Return the half with the year that puts it nearest to a date of publication, at most a day after it.

    >>> from arnews.dates.grammar import find_calendar_dates
    >>> from arnews.dates.tokens import read_shape
    >>> complete_year(find_calendar_dates(read_shape("28 ديسمبر"))[0], datetime.date(2025, 1, 3)).year
    2024
    """
    if half.month is None or half.day is None:
        return None
    if half.hijri:
        return _complete_hijri(half, published)
    for year in range(published.year + 1, published.year - 8, -1):
        day = make_date(year, half.month, half.day)
        if day is not None and (day - published).days <= 1:
            return half._replace(year=year, flags=(*half.flags, "year_completed"))
    return None


def _complete_hijri(half: CalendarDate, published: datetime.date) -> CalendarDate | None:
    try:
        this_year = HijriDate.from_gregorian(published).year
    except ValueError:
        return None
    for year in (this_year + 1, this_year, this_year - 1):
        try:
            day = HijriDate(year, half.month or 0, half.day or 0).to_gregorian()
        except ValueError:
            continue
        if (day - published).days <= 1:
            return half._replace(year=year, flags=(*half.flags, "year_completed"))
    return None
