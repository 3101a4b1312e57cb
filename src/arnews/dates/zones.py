"""Distance from UTC of a zone that is printed by name."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from arnews.dates.tables import Zone

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

__all__ = ["utc_offset"]


def utc_offset(
    zone: Zone | None, minutes: int | None, day: datetime.date, time: datetime.time
) -> datetime.timedelta | None:
    """Return the distance from UTC that is printed, as a number or by the name of a zone.

    ``None`` if none is printed, the zone is «local time», or the machine has no time zone database.

    >>> utc_offset(Zone("Asia/Riyadh", 180), None, datetime.date(2025, 1, 1), datetime.time(12))
    datetime.timedelta(seconds=10800)
    """
    if minutes is not None:
        return datetime.timedelta(minutes=minutes)
    if zone is None or not zone.name:
        return None
    if zone.offset is not None:
        return datetime.timedelta(minutes=zone.offset)
    info = _zone_info(zone.name)
    return None if info is None else datetime.datetime.combine(day, time, tzinfo=info).utcoffset()


@lru_cache(maxsize=128)
def _zone_info(name: str) -> ZoneInfo | None:
    # Imported here: few texts name a zone whose distance changes over the year.
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None
