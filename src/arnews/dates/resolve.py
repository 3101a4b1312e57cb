"""Which day a printed date means: one half or two, and the weekday as arbiter.

The rules, in order:

1. Of two halves the Gregorian one is the date, and the distance to the Hijri one is told.
2. If the halves differ and the printed weekday fits only the Hijri one, the Hijri one is the date.
3. If only one half exists in its calendar, it is the date.
4. A Hijri day alone is converted by the Umm al-Qura table and uncertain by a day; a named month with the
   weekday of the following day was dated by sighting, and the weekday is right.
5. A weekday alone never moves a Gregorian date; it only decides between day/month and month/day.
"""

from __future__ import annotations

import datetime
from typing import NamedTuple

from arnews.dates.grammar import CalendarDate
from arnews.dates.values import HijriDate

__all__ = ["ResolvedDay", "make_date", "resolve_day"]

_FIRST_YEAR, _LAST_YEAR = 1501, 2100
"""Gregorian years that a newspaper prints; earlier ones look like Hijri years."""
_SIGHTING = 2
"""Days by which calendars of countries differ; more is a misprint."""


class ResolvedDay(NamedTuple):
    """The day that a date means and what is to be said of it."""

    date: datetime.date | None
    """The Gregorian day, the first of a period; ``None`` for a Hijri month."""
    hijri: HijriDate | None
    """The Hijri day as printed."""
    end: datetime.date | None
    """Last day of a range."""
    delta: int | None
    """Gregorian half minus Hijri half in days."""
    uncertainty: int
    """Days by which the day may be wrong."""
    flags: tuple[str, ...]
    """Doubts."""


def resolve_day(
    gregorian: CalendarDate | None, hijri: CalendarDate | None, weekdays: frozenset[int]
) -> ResolvedDay | None:
    """Return what the halves mean together; ``None`` if neither exists in its calendar.

    Args:
        gregorian: the Gregorian half; its year may be missing if there is a Hijri half.
        hijri: the Hijri half.
        weekdays: the weekdays printed beside them, Monday is 0.
    """
    h_date, h_flags = _read_hijri(hijri) if hijri is not None else (None, ())
    h_day = h_date.to_gregorian() if h_date is not None else None
    if gregorian is None:
        return None if h_date is None or hijri is None else _judge_hijri(hijri, h_date, h_flags, weekdays)
    if gregorian.year is None and h_day is not None:
        gregorian = _with_year_of(gregorian, h_day)
    g_day, g_flags = _read_gregorian(gregorian, weekdays, h_day)
    if g_day is None:
        if h_date is None or hijri is None:
            return None
        resolved = _judge_hijri(hijri, h_date, h_flags, weekdays)
        return resolved._replace(flags=(*resolved.flags, "impossible_half"))
    end = _range_end(gregorian, g_day)
    if h_day is None:
        flags = (*g_flags, *h_flags) if hijri is None else (*g_flags, "impossible_half")
        if weekdays and g_day.weekday() not in weekdays:
            flags = (*flags, "weekday_mismatch")
        return ResolvedDay(g_day, None, end, None, 0, flags)
    return _judge_both(g_day, h_day, h_date, end, (*g_flags, *h_flags), weekdays)


def _judge_both(
    g_day: datetime.date,
    h_day: datetime.date,
    h_date: HijriDate | None,
    end: datetime.date | None,
    flags: tuple[str, ...],
    weekdays: frozenset[int],
) -> ResolvedDay:
    delta = (g_day - h_day).days
    if delta and weekdays and h_day.weekday() in weekdays and g_day.weekday() not in weekdays:
        kind = "dual_conflict" if abs(delta) > _SIGHTING else "halves_differ"
        return ResolvedDay(h_day, h_date, None, delta, 0, (*flags, kind, "hijri_wins"))
    if abs(delta) > _SIGHTING:
        flags = (*flags, "dual_conflict")
    elif delta:
        flags = (*flags, "hijri_sighting")
    if weekdays and g_day.weekday() not in weekdays:
        flags = (*flags, "weekday_mismatch")
    return ResolvedDay(g_day, h_date, end, delta, 0, flags)


def _judge_hijri(
    half: CalendarDate, h_date: HijriDate, flags: tuple[str, ...], weekdays: frozenset[int]
) -> ResolvedDay:
    if half.day is None:
        return ResolvedDay(None, h_date, None, None, 0, flags)
    day = h_date.to_gregorian()
    end = _hijri_end(half, h_date)
    if weekdays and day.weekday() not in weekdays:
        # Numbers are printed by papers that follow the table; names also where the moon is sighted, a day later.
        if half.named and (day.weekday() + 1) % 7 in weekdays:
            day += datetime.timedelta(days=1)
            flags = (*flags, "hijri_shifted")
        else:
            flags = (*flags, "weekday_mismatch")
    return ResolvedDay(day, h_date, end, None, 1, flags)


def _read_hijri(half: CalendarDate) -> tuple[HijriDate | None, tuple[str, ...]]:
    """Return the Hijri day (of a month its first), ``None`` if it does not exist or is outside the table."""
    if half.year is None or half.month is None:
        return None, half.flags
    try:
        date = HijriDate(half.year, half.month, half.day if half.day is not None else 1)
    except ValueError:
        return None, half.flags
    return date, (*half.flags, "hijri_overflow") if date.day > date.month_length else half.flags


def _hijri_end(half: CalendarDate, first: HijriDate) -> datetime.date | None:
    if half.until is None:
        return None
    day, month = half.until
    try:
        return HijriDate(first.year, month, day).to_gregorian()
    except ValueError:
        return None


def _read_gregorian(
    half: CalendarDate, weekdays: frozenset[int], other: datetime.date | None
) -> tuple[datetime.date | None, tuple[str, ...]]:
    """Return the Gregorian day and the doubts about it."""
    year = half.year
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None, half.flags
    if half.month is None or half.day is None:
        return make_date(year, half.month or 1, 1), half.flags
    day = make_date(year, half.month, half.day)
    if half.named or half.form in ("numeric_two_days", "numeric_short", "spelled"):
        return day, half.flags
    swapped = make_date(year, half.day, half.month)
    if day is None:
        # «2024-28-02» with hyphens is a broken ISO date; with slashes it is printed from right to left.
        return swapped if swapped and half.form != "numeric_hyphens" else None, (*half.flags, "month_first")
    if swapped is not None and swapped != day and half.form == "numeric" and _prefers(swapped, day, weekdays, other):
        return swapped, (*half.flags, "month_first")
    return day, half.flags


def _prefers(swapped: datetime.date, day: datetime.date, weekdays: frozenset[int], other: datetime.date | None) -> bool:
    """Tell whether the other half, else the weekday, says that the month is printed before the day."""
    if weekdays and day.weekday() in weekdays:
        return False
    if other is not None:
        return abs((swapped - other).days) <= _SIGHTING < abs((day - other).days)
    return bool(weekdays) and swapped.weekday() in weekdays


def _with_year_of(half: CalendarDate, near: datetime.date) -> CalendarDate:
    """Give a half without a year the year that puts it next to a day."""
    years = (near.year - 1, near.year, near.year + 1)
    days = [(year, day) for year in years if (day := make_date(year, half.month or 0, half.day or 0)) is not None]
    if not days:
        return half
    year, _ = min(days, key=lambda item: abs((item[1] - near).days))
    return half._replace(year=year)


def _range_end(half: CalendarDate, first: datetime.date) -> datetime.date | None:
    if half.until is None:
        return None
    day, month = half.until
    return make_date(first.year, month, day)


def make_date(year: int, month: int, day: int) -> datetime.date | None:
    """Return the Gregorian day, ``None`` if it does not exist."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
