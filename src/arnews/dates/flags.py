"""What a date value warns of, by name."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

__all__ = ["DateFlag", "flags_of"]


class DateFlag(StrEnum):
    """What to know about a date before it is trusted: a doubt, or how it was read.

    A flag equals its name, and is written as that in records.

    >>> from arnews.dates import parse_date
    >>> DateFlag.DUAL_CONFLICT in parse_date("29 شعبان 1446هـ الموافق 12 مارس 2025م").flags
    True
    >>> DateFlag.WEEKDAY_MISMATCH == "weekday_mismatch"
    True
    """

    WEEKDAY_MISMATCH = "weekday_mismatch"
    """The printed weekday is not that of the date."""
    MONTH_CONFLICT = "month_conflict"
    """Two names of months are printed that are not the same month."""
    MONTH_FIRST = "month_first"
    """The numbers were read as month, day, year; a weekday, a Hijri half or the metadata say so, or nothing else is
    possible."""
    TWO_DIGIT_YEAR = "two_digit_year"
    """The year is printed with two digits: 70–99 are 1970–1999, 00–69 are 2000–2069."""
    YEAR_COMPLETED = "year_completed"
    """The year is not printed; it was taken from the date of publication."""
    HIJRI_SIGHTING = "hijri_sighting"
    """The Gregorian and the Hijri half differ by one or two days, as calendars of countries do."""
    DUAL_CONFLICT = "dual_conflict"
    """The two halves differ by more than two days; one is a misprint."""
    HALVES_DIFFER = "halves_differ"
    """The two halves differ by one or two days, and the weekday shows that the Gregorian half is the wrong one."""
    HIJRI_WINS = "hijri_wins"
    """The date is that of the Hijri half, because the printed weekday fits only that one."""
    IMPOSSIBLE_HALF = "impossible_half"
    """One half is not a day of its calendar («34 رجب»); the date is that of the other half."""
    HIJRI_OVERFLOW = "hijri_overflow"
    """Day 30 of a month to which the Umm al-Qura table gives 29 days; read as the day after the 29th."""
    HIJRI_SHIFTED = "hijri_shifted"
    """A Hijri day whose printed weekday is that of the next day: it was dated by sighting, and the weekday is right."""
    OUTSIDE_TABLE = "outside_table"
    """A Hijri year outside 1343–1500; there is no Gregorian day. Only mentions of `arnews.find_dates` have it."""
    LIBYAN_MONTH = "libyan_month"
    """The month has the name that Libya used from 1969 to 2011 («الطير» is April)."""
    SOLAR_HIJRI = "solar_hijri"
    """The date is printed in the solar Hijri calendar of Iran and Afghanistan, and was converted."""
    OUTLET_ZONE = "outlet_zone"
    """No offset is printed; ``utc_offset`` is that of the zone in which the outlet prints its times."""

    def __repr__(self) -> str:
        return repr(self.value)


def flags_of(names: Iterable[str]) -> tuple[DateFlag, ...]:
    """Return the flags of names. Raises `ValueError` for a name that is not one of a flag.

    >>> flags_of(["hijri_wins"])
    ('hijri_wins',)
    """
    return tuple(map(DateFlag, names))
