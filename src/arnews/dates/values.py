"""What a printed date is, as values. hijridate is imported in this module only."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from enum import StrEnum
from functools import cache

from attrs import field, frozen

from arnews.dates.flags import DateFlag, flags_of

__all__ = ["Calendar", "DateKind", "HijriDate", "NewsDate", "Precision"]

FIRST_YEAR = 1343
"""First Hijri year of the Umm al-Qura table."""
LAST_YEAR = 1500
"""Last Hijri year of the Umm al-Qura table."""


class Calendar(StrEnum):
    """The calendar that a date is printed in.

    >>> str(Calendar.DUAL)
    'dual'
    """

    GREGORIAN = "gregorian"
    """Gregorian alone, whatever the months are called; also solar Hijri, which is converted (flag ``solar_hijri``)."""
    HIJRI = "hijri"
    """Hijri alone."""
    DUAL = "dual"
    """Both halves are printed."""


class Precision(StrEnum):
    """The smallest unit that is printed.

    >>> str(Precision.DAY)
    'day'
    """

    SECOND = "second"
    """Day and time with seconds."""
    MINUTE = "minute"
    """Day and time."""
    HOUR = "hour"
    """Day and hour."""
    DAY = "day"
    """Day."""
    MONTH = "month"
    """Month and year."""
    YEAR = "year"
    """Year alone."""


class DateKind(StrEnum):
    """What is printed.

    >>> str(DateKind.PARTIAL)
    'partial'
    """

    DATE = "date"
    """A date with its year."""
    RELATIVE = "relative"
    """A distance from now: hours ago, yesterday."""
    PARTIAL = "partial"
    """A date whose year is not printed."""
    RANGE = "range"
    """Two dates with a dash between; the first is taken."""
    TIME = "time"
    """A time of day without a date."""
    WEEKDAY = "weekday"
    """The name of a weekday without a date."""


@frozen(order=True)
class HijriDate:
    """A day of the Hijri calendar.

    Conversion is by the Umm al-Qura calendar of Saudi Arabia as it was printed, the years 1343–1500
    (August 1924 – November 2077). Day 30 is allowed in every month, because countries that sight the
    moon print it where the table has 29 days; it is then the day after the table's last.

    Raises:
        ValueError: the year is outside the table, the month not in 1..12, or the day not in 1..30 (31 in
            the three months of 1345-1349 to which the table gives so many).

    >>> HijriDate(1446, 8, 29).to_gregorian()
    datetime.date(2025, 2, 28)
    >>> HijriDate(1299, 8, 15)
    Traceback (most recent call last):
        ...
    ValueError: Hijri year must be in 1343..1500, the Umm al-Qura table; got 1299
    """

    year: int
    """Year, 1343..1500."""
    month: int
    """Month, 1..12."""
    day: int
    """Day, 1..30, in three early months 1..31."""

    def __attrs_post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"Hijri year must be in {FIRST_YEAR}..{LAST_YEAR}, the Umm al-Qura table; got {self.year}")
        if not 1 <= self.month <= 12:
            raise ValueError(f"Hijri month must be in 1..12; got {self.month}")
        if not 1 <= self.day <= 30 and not (self.day == 31 and self.month_length == 31):
            raise ValueError(f"Hijri day must be in 1..30; got {self.day}")

    @classmethod
    def from_gregorian(cls, date: datetime.date) -> HijriDate:
        """Return the day of the Umm al-Qura calendar that is this Gregorian day.

        Raises:
            ValueError: the day is not in 1924-08-01 .. 2077-11-16.

        >>> HijriDate.from_gregorian(datetime.date(2025, 3, 1))
        HijriDate(year=1446, month=9, day=1)
        """
        starts = _month_starts()
        number = date.toordinal() + _RJD
        if not starts[0] <= number < starts[-1]:
            raise ValueError(f"the Umm al-Qura table is 1924-08-01 .. 2077-11-16; got {date.isoformat()}")
        month = bisect_right(starts, number) - 1
        return cls(FIRST_YEAR + month // 12, month % 12 + 1, number - starts[month] + 1)

    @property
    def month_length(self) -> int:
        """Days of the month in the Umm al-Qura table: 29 or 30, before 1365 in eight months 28 or 31.

        >>> HijriDate(1446, 8, 1).month_length
        29
        """
        starts = _month_starts()
        index = (self.year - FIRST_YEAR) * 12 + self.month - 1
        return starts[index + 1] - starts[index]

    def to_gregorian(self) -> datetime.date:
        """Return the Gregorian day.

        >>> HijriDate(1400, 1, 1).to_gregorian()
        datetime.date(1979, 11, 20)
        """
        start = _month_starts()[(self.year - FIRST_YEAR) * 12 + self.month - 1]
        return datetime.date.fromordinal(start + self.day - 1 - _RJD)

    def isoformat(self) -> str:
        """Return year, month and day with hyphens.

        >>> HijriDate(1446, 8, 29).isoformat()
        '1446-08-29'
        """
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    def __str__(self) -> str:
        return self.isoformat()

    def __format__(self, spec: str) -> str:
        """Format with ``%d %m %Y %B`` (name of the month in Arabic), ``%-d %-m`` without zeros and ``%%``.

        >>> format(HijriDate(1446, 8, 9), "%d %B %Y هـ")
        '09 شعبان 1446 هـ'
        """
        if not spec:
            return self.isoformat()
        fields = {
            "%d": f"{self.day:02d}", "%-d": str(self.day), "%m": f"{self.month:02d}", "%-m": str(self.month),
            "%Y": f"{self.year:04d}", "%B": month_names()[self.month - 1], "%%": "%",
        }  # fmt: skip
        return re.sub(r"%-?[\w%]", lambda code: fields.get(code.group(), code.group()), spec)


# hijridate counts days by the reduced Julian day number, Python from 0001-01-01.
_RJD = -678575


@cache
def _month_starts() -> tuple[int, ...]:
    """Return the first day of each month of the table and the day after it; imports hijridate when needed."""
    from hijridate import ummalqura

    return tuple(ummalqura.MONTH_STARTS)


@cache
def month_names() -> tuple[str, ...]:
    """Return the names of the twelve Hijri months as newspapers print them."""
    from arnews.dates.tables import load_data

    return tuple(month["print"] for month in load_data("hijri")["month"])


@frozen
class NewsDate:
    """A date as printed, with what its two halves say of each other.

    Nothing is invented: a date without a time has ``time`` ``None``, a time without a zone has
    ``utc_offset`` ``None``.

    >>> NewsDate(date=datetime.date(2024, 2, 1), precision=Precision.MONTH).isoformat()
    '2024-02'
    """

    date: datetime.date | None
    """The Gregorian day; for precision month and year the first day of the period. ``None`` only for a
    Hijri month without a day, which lies in two Gregorian months."""
    time: datetime.time | None = None
    """The time of day as printed, naive."""
    utc_offset: datetime.timedelta | None = None
    """Distance from UTC, if an offset or a zone is printed, or the outlet's zone is known (flag outlet_zone)."""
    zone: str | None = None
    """IANA name of the zone that is printed by name («بتوقيت القاهرة» is ``Africa/Cairo``)."""
    calendar: Calendar = Calendar.GREGORIAN
    """The calendar that is printed."""
    hijri: HijriDate | None = None
    """The Hijri day as printed, if one is."""
    precision: Precision = Precision.DAY
    """The smallest unit that is printed."""
    kind: DateKind = DateKind.DATE
    """Date, relative, partial (completed from a date of publication) or range (its first day)."""
    raw: str = ""
    """The text that was read."""
    start: int = 0
    """Offset of ``raw`` in the text that was given, in code points."""
    end: int = 0
    """End offset (exclusive), in code points."""
    end_date: datetime.date | None = None
    """Last day of a range, if its month and year are known."""
    weekday: int | None = None
    """The weekday as printed, Monday is 0."""
    hijri_delta: int | None = None
    """Gregorian half minus the Umm al-Qura day of the Hijri half, in days; ``None`` unless both are printed."""
    uncertainty_days: int = 0
    """By how many days the real date may differ: 1 where only a Hijri day is printed."""
    flags: tuple[DateFlag, ...] = field(default=(), converter=flags_of)
    """What to know before the date is trusted; see `DateFlag`."""

    def isoformat(self) -> str:
        """Return ISO 8601 of what is printed: ``2024``, ``2024-02``, ``2024-02-12``, ``2024-02-12T22:45+03:00``.

        The empty string if there is no Gregorian date.

        >>> day = datetime.date(2024, 2, 12)
        >>> NewsDate(day, datetime.time(22, 45), precision=Precision.MINUTE).isoformat()
        '2024-02-12T22:45'
        """
        if self.date is None:
            return ""
        day = self.date.isoformat()
        if self.precision is Precision.YEAR:
            return day[:4]
        if self.precision is Precision.MONTH:
            return day[:7]
        if self.time is None:
            return day
        return f"{day}T{self._time_text(self.time)}{self._offset_text()}"

    def _time_text(self, time: datetime.time) -> str:
        if self.precision is Precision.SECOND:
            return time.isoformat("seconds")
        return time.isoformat("hours" if self.precision is Precision.HOUR else "minutes")

    def _offset_text(self) -> str:
        if self.utc_offset is None:
            return ""
        minutes = int(self.utc_offset.total_seconds()) // 60
        sign = "-" if minutes < 0 else "+"
        return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"

    def to_datetime(self) -> datetime.datetime | None:
        """Return day and time, aware if an offset is printed; ``None`` without a day or without a time.

        >>> NewsDate(datetime.date(2024, 2, 12)).to_datetime() is None
        True
        """
        if self.date is None or self.time is None:
            return None
        zone = None if self.utc_offset is None else datetime.timezone(self.utc_offset)
        return datetime.datetime.combine(self.date, self.time, tzinfo=zone)

    def __str__(self) -> str:
        return self.isoformat()
