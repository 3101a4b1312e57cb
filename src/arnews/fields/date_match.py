"""How dates agree: whether two of them are one moment, which of them says more, and which can be no date of a text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from arnews.dates import NewsDate
from arnews.page import MetadataValue

__all__ = ["Stamp", "complete", "fullest", "instant", "is_before", "is_clock_zero", "is_later", "reads_before"]

_ZEROS = frozenset(
    {
        dt.date(1970, 1, 1),  # Unix
        dt.date(1969, 12, 31),  # the same, west of Greenwich
        dt.date(1899, 12, 30),  # spreadsheets
        dt.date(1900, 1, 1),
        dt.date(1, 1, 1),
    }
)
"""Days that a clock shows that was never set."""
_SLACK = dt.timedelta(days=1)
"""By how much a day may lie after another one on a clock further east."""
_QUARTER = 15
"""Minutes that the offsets of zones are multiples of."""
_WEST, _EAST = -12 * 60, 14 * 60
"""Minutes from UTC of the last zones."""


class Stamp(NamedTuple):
    """A date of the metadata, and the value that it was read from.

    >>> Stamp(NewsDate(dt.date(2024, 5, 1)), MetadataValue("2024-05-01", "time")).is_weak
    True
    """

    date: NewsDate
    """The date."""
    value: MetadataValue
    """What states it."""

    @property
    def is_weak(self) -> bool:
        """Whether its vocabulary tells of many things: the day of the template, the dates of teasers."""
        return self.value.origin in ("meta", "time")


def is_clock_zero(date: NewsDate) -> bool:
    """Tell whether a date is the zero of a clock: what a content system states that knows no date.

    >>> is_clock_zero(NewsDate(dt.date(1970, 1, 1)))
    True
    """
    return date.date in _ZEROS


def is_later(date: NewsDate, fetched_at: dt.datetime | None) -> bool:
    """Tell whether a date lies surely after the moment at which the document was fetched.

    >>> is_later(NewsDate(dt.date(2031, 3, 3)), dt.datetime(2025, 3, 10))
    True
    """
    return fetched_at is not None and date.date is not None and date.date > fetched_at.date() + _SLACK


def instant(date: NewsDate) -> dt.datetime | None:
    """Return the moment in UTC, naive; ``None`` if the date has no time or no offset.

    >>> instant(NewsDate(dt.date(2024, 2, 12), dt.time(10), dt.timedelta(hours=3)))
    datetime.datetime(2024, 2, 12, 7, 0)
    """
    if date.date is None or date.time is None or date.utc_offset is None:
        return None
    try:
        return dt.datetime.combine(date.date, date.time) - date.utc_offset
    except OverflowError:
        return None


def complete(printed: NewsDate, stamps: Sequence[Stamp]) -> tuple[NewsDate, Stamp] | None:
    """Return a printed date completed by the stamp that means the same, and the stamp; ``None`` if there is none.

    >>> stamp = Stamp(NewsDate(dt.date(2024, 5, 1), dt.time(10)), MetadataValue("2024-05-01T10:00", "json-ld"))
    >>> complete(NewsDate(dt.date(2024, 5, 1)), [stamp])[0].time
    datetime.time(10, 0)
    """
    best = fullest([stamp for stamp in stamps if stamp.date.date == printed.date], printed)
    if best is not None:
        return _joined(printed, best.date), best
    if printed.date is not None and printed.time is not None:
        # Near midnight the day in UTC is another one: the printed day and clock with the offset between them.
        for stamp in stamps:
            offset = _offset(printed, stamp.date)
            if offset is not None:
                return evolve(printed, utc_offset=offset), stamp
    return None


def fullest(stamps: Sequence[Stamp], printed: NewsDate | None = None) -> Stamp | None:
    """Return the fullest stamp, of equals the first; one that has the printed time on its clock before all.

    >>> fullest([]) is None
    True
    """

    def fullness(stamp: Stamp) -> tuple[bool, bool, bool]:
        date = stamp.date
        clock = printed is not None and date.time is not None and _same_clock(printed, date)
        return clock, date.time is not None, date.utc_offset is not None

    return max(stamps, key=fullness) if stamps else None


def _same_clock(one: NewsDate, other: NewsDate) -> bool:
    return (
        one.time is not None
        and other.time is not None
        and (one.time.hour, one.time.minute) == (other.time.hour, other.time.minute)
    )


def _joined(printed: NewsDate, stamp: NewsDate) -> NewsDate:
    """Return the printed day with the clock of a stamp of the same day, unless the two clocks tell different times."""
    if stamp.time is None:
        return printed
    if printed.time is not None and not _same_clock(printed, stamp) and _offset(printed, stamp) is None:
        return printed
    if printed.time is not None and stamp.utc_offset is None and printed.utc_offset is not None:
        return printed
    return evolve(printed, time=stamp.time, utc_offset=stamp.utc_offset, zone=stamp.zone, precision=stamp.precision)


def _offset(printed: NewsDate, stamp: NewsDate) -> dt.timedelta | None:
    """Return the offset from UTC by which a printed clock tells the moment of a stamp, if one does."""
    moment = instant(stamp)
    if moment is None or printed.date is None or printed.time is None:
        return None
    if printed.utc_offset is not None:
        own = instant(printed)
        return printed.utc_offset if own is not None and abs(own - moment) < dt.timedelta(minutes=1) else None
    clock = dt.datetime.combine(printed.date, printed.time.replace(second=0))
    minutes = (clock - moment.replace(second=0)) // dt.timedelta(minutes=1)
    if minutes % _QUARTER or not _WEST <= minutes <= _EAST:
        return None
    return dt.timedelta(minutes=minutes)


def reads_before(one: NewsDate, other: NewsDate) -> bool:
    """Tell whether a date is before another as both are written, whatever their zones: enough to doubt a weak one.

    >>> reads_before(NewsDate(dt.date(2024, 5, 1)), NewsDate(dt.date(2024, 5, 2)))
    True
    """
    if one.date is None or other.date is None or one.date != other.date or one.time is None or other.time is None:
        return one.date is not None and other.date is not None and one.date < other.date
    return one.time.replace(tzinfo=None) < other.time.replace(tzinfo=None, second=0)


def is_before(one: NewsDate, other: NewsDate) -> bool:
    """Tell whether a date is surely before another: by the moment if both have one, else by the day.

    >>> is_before(NewsDate(dt.date(2024, 5, 1)), NewsDate(dt.date(2024, 5, 2)))
    True
    """
    a, b = instant(one), instant(other)
    if a is not None and b is not None:
        return a < b
    if one.date is None or other.date is None:
        return False
    if (
        one.date == other.date
        and one.time is not None
        and other.time is not None
        and one.utc_offset == other.utc_offset
    ):
        return one.time < other.time
    slack = dt.timedelta(days=1) if one.utc_offset != other.utc_offset else dt.timedelta(0)
    return one.date + slack < other.date
