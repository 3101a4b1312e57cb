"""The value of a date that is put together."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from attrs import field, frozen

from arnews.dates.assemble import Item
from arnews.dates.flags import DateFlag, flags_of
from arnews.dates.grammar import CalendarDate
from arnews.dates.relative import complete_year, go_back
from arnews.dates.resolve import resolve_day
from arnews.dates.times import Clock
from arnews.dates.tokens import Shape
from arnews.dates.values import Calendar, DateKind, NewsDate, Precision
from arnews.dates.zones import utc_offset

__all__ = ["Base", "DateMention", "read_item", "read_value"]

_AMERICAN = re.compile(r"[1-9]\d?/[1-9]\d?/\d{4}\s+[1-9]\d?:\d\d:\d\d\s*[AP]M")
"""What servers print that were set up in America and nowhere else: no leading zeros, seconds, Latin letters."""
_MONTHS = 12
"""Months of a year: a larger number is a day."""
_PRECISION = {"second": Precision.SECOND, "minute": Precision.MINUTE, "hour": Precision.HOUR}


@frozen
class DateMention:
    """A date printed in a text.

    >>> from arnews.dates import find_dates
    >>> [(mention.raw, str(mention.kind)) for mention in find_dates("عقدت في 12 مارس، بعد اجتماع 5 مايو 2023.")]
    [('12 مارس', 'partial'), ('5 مايو 2023', 'date')]
    """

    kind: DateKind
    """Date, relative, partial, range, or (in date lines only) time and weekday."""
    date: NewsDate | None
    """The value; ``None`` if the year is not printed, the distance has no base, or the day is outside the table."""
    raw: str
    """The text of the mention."""
    start: int
    """Offset in the text that was given, in code points."""
    end: int
    """End offset (exclusive), in code points."""
    calendar: Calendar = Calendar.GREGORIAN
    """The calendar that is printed."""
    year: int | None = None
    """Year as printed."""
    month: int | None = None
    """Month as printed."""
    day: int | None = None
    """Day as printed."""
    time: datetime.time | None = None
    """Time of day as printed."""
    flags: tuple[DateFlag, ...] = field(default=(), converter=flags_of)
    """What to know before the mention is trusted; see `arnews.DateFlag`."""


class Base(NamedTuple):
    """What relative and partial dates are completed from."""

    relative_to: datetime.datetime | datetime.date | None = None
    """The moment that distances are counted from."""
    published: datetime.date | None = None
    """The day that a year is taken from."""


def read_value(item: Item, shape: Shape, text: str, base: Base) -> NewsDate | None:
    """Return the value of an item; ``None`` if it is no date, or one that ``base`` does not complete.

    Args:
        item: tokens of ``shape``.
        shape: the shape of ``text`` or of a part of it, with offsets into ``text``.
        text: the text that was given.
        base: what completes the item.
    """
    if item.distance is not None:
        return _distance_value(item, shape, text, base)
    half = item.gregorian or item.hijri
    if half is None:
        return None
    kind = DateKind.RANGE if item.until is not None or half.until is not None else DateKind.DATE
    if _is_partial(item):
        completed = _complete(half, base)
        if completed is None:
            return None
        kind = DateKind.PARTIAL
        item = item._replace(hijri=completed) if half.hijri else item._replace(gregorian=completed)
    return _value(item, kind, shape, text)


def read_item(item: Item, shape: Shape, text: str, base: Base) -> DateMention | None:
    """Return what an item means, partial dates and lone times included; ``None`` if it is no date.

    The arguments are those of `read_value`.
    """
    value = read_value(item, shape, text, base)
    start, end = shape.span(item.first, item.last)
    raw = text[start:end]
    time = value.time if value is not None else item.clock.time if item.clock is not None else None
    half = item.gregorian or item.hijri
    if half is None:
        kind = DateKind.TIME if item.distance is None else DateKind.RELATIVE
        return DateMention(kind, value, raw, start, end, time=time)
    calendar = _calendar(item)
    if value is not None:
        return DateMention(
            value.kind, value, raw, start, end, value.calendar, half.year, half.month, half.day, time, value.flags
        )
    if _is_partial(item):
        # A Hijri month with a Gregorian year counts too: the year is not that of the month.
        if not _exists(half):
            return None
        return DateMention(
            DateKind.PARTIAL, None, raw, start, end, calendar, None, half.month, half.day, time, half.flags
        )
    if not _is_outside_table(half):
        return None
    flags = (*half.flags, "outside_table")
    return DateMention(DateKind.DATE, None, raw, start, end, calendar, half.year, half.month, half.day, time, flags)


def _is_partial(item: Item) -> bool:
    """Tell whether no year is printed that could be the year of the date."""
    if item.gregorian is not None:
        return item.gregorian.year is None and item.hijri is None
    year = item.hijri.year if item.hijri is not None else None
    return year is None or year > 1600


def _zone_name(clock: Clock) -> str | None:
    """Return the zone that is printed by name; in «GMT+3» it is only where the offset counts from."""
    return clock.zone.name or None if clock.zone is not None and clock.offset is None else None


def _calendar(item: Item) -> Calendar:
    if item.hijri is None:
        return Calendar.GREGORIAN
    return Calendar.HIJRI if item.gregorian is None else Calendar.DUAL


def _complete(half: CalendarDate, base: Base) -> CalendarDate | None:
    published = base.published or base.relative_to
    if published is None:
        return None
    return complete_year(half, published.date() if isinstance(published, datetime.datetime) else published)


def _exists(half: CalendarDate) -> bool:
    """Tell whether a day without a year exists in some year."""
    longest = 30 if half.hijri or half.month in (4, 6, 9, 11) else 29 if half.month == 2 else 31
    return half.day is not None and 1 <= half.day <= longest


def _is_outside_table(half: CalendarDate) -> bool:
    """Tell whether a Hijri date is well formed, but of a year that the table does not have."""
    if not half.hijri or half.year is None or 1343 <= half.year <= 1500:
        return False
    return (half.month is None or 1 <= half.month <= 12) and (half.day is None or 1 <= half.day <= 30)


def _value(item: Item, kind: DateKind, shape: Shape, text: str) -> NewsDate | None:
    start, end = shape.span(item.first, item.last)
    raw = text[start:end]
    if item.gregorian is not None and _AMERICAN.fullmatch(raw) is not None:
        item = item._replace(gregorian=_month_first(item.gregorian))
    resolved = resolve_day(item.gregorian, item.hijri, item.weekdays)
    half = item.gregorian or item.hijri
    if resolved is None or half is None:
        return None
    calendar = _calendar(item) if resolved.hijri is not None else Calendar.GREGORIAN
    precision = Precision.DAY if half.day is not None else Precision.MONTH if half.month is not None else Precision.YEAR
    end_date = resolved.end
    if item.until is not None:
        last = resolve_day(
            None if item.until.hijri else item.until, item.until if item.until.hijri else None, frozenset()
        )
        end_date = last.date if last is not None else None
    clock = item.clock
    if clock is None or resolved.date is None or precision is not Precision.DAY:
        return NewsDate(
            resolved.date, calendar=calendar, hijri=resolved.hijri, precision=precision, kind=kind, raw=raw,
            start=start, end=end, end_date=end_date, weekday=min(item.weekdays, default=None),
            hijri_delta=resolved.delta, uncertainty_days=resolved.uncertainty, flags=resolved.flags,
        )  # fmt: skip
    return NewsDate(
        resolved.date, clock.time, utc_offset(clock.zone, clock.offset, resolved.date, clock.time),
        _zone_name(clock), calendar, resolved.hijri, _PRECISION[clock.unit],
        kind, raw, start, end, end_date, min(item.weekdays, default=None), resolved.delta, resolved.uncertainty,
        resolved.flags,
    )  # fmt: skip


def _month_first(half: CalendarDate) -> CalendarDate:
    """Return a date in numbers with its month in front, if it has such a month."""
    if half.day is None or half.month is None or half.day > _MONTHS:
        return half
    return half._replace(day=half.month, month=half.day, flags=(*half.flags, "month_first"))


def _distance_value(item: Item, shape: Shape, text: str, base: Base) -> NewsDate | None:
    distance = item.distance
    moment = go_back(base.relative_to, distance) if base.relative_to is not None and distance is not None else None
    if moment is None:
        return None
    start, end = shape.span(item.first, item.last)
    raw = text[start:end]
    clock = item.clock
    if clock is None:
        return NewsDate(
            moment.date, moment.time, precision=moment.precision, kind=DateKind.RELATIVE, raw=raw, start=start, end=end,
            uncertainty_days=moment.uncertainty,
        )  # fmt: skip
    return NewsDate(
        moment.date, clock.time, utc_offset(clock.zone, clock.offset, moment.date, clock.time),
        _zone_name(clock), precision=_PRECISION[clock.unit],
        kind=DateKind.RELATIVE, raw=raw, start=start, end=end, uncertainty_days=moment.uncertainty,
    )  # fmt: skip
