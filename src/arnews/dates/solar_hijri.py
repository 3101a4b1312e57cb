"""The solar Hijri calendar of Iran and Afghanistan."""

from __future__ import annotations

import datetime

__all__ = ["from_solar"]

_EPOCH = 226530
"""Days that put the first of Farvardin 1400 on 21 March 2021."""
_CYCLE_YEARS, _CYCLE_LEAPS = 33, 8
"""Eight years of 33 have a leap day: exact for the years 1178 to 1633."""


def from_solar(year: int, month: int, day: int) -> datetime.date | None:
    """Return the Gregorian day of a solar Hijri one, ``None`` if it does not exist.

    Six months of 31 days, five of 30, and Esfand with 29, in leap years 30.

    >>> from_solar(1403, 5, 12)
    datetime.date(2024, 8, 2)
    """
    if not 1 <= month <= 12 or year < 1:
        return None
    start = _new_year(year)
    length = 31 if month <= 6 else 30 if month < 12 else _new_year(year + 1) - start - 336
    if not 1 <= day <= length:
        return None
    before = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return datetime.date.fromordinal(start + before + day - 1)


def _new_year(year: int) -> int:
    """Return the ordinal of the first day of a year."""
    return _EPOCH + 365 * year + (_CYCLE_LEAPS * year + 21) // _CYCLE_YEARS
