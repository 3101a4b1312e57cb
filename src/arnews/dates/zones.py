"""Distance from UTC of a zone that is printed by name."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from arnews.dates.tables import Zone

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

from arnews.text.memory import remembered

__all__ = ["in_zone", "is_zone", "offset_in", "utc_offset"]


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


def offset_in(name: str, moment: datetime.datetime) -> datetime.timedelta | None:
    """Return the distance from UTC of a naive local time in a zone, ``None`` without a time zone database.

    >>> offset_in("Asia/Riyadh", datetime.datetime(2025, 1, 1, 12))
    datetime.timedelta(seconds=10800)
    """
    info = _zone_info(name)
    return None if info is None else moment.replace(tzinfo=info).utcoffset()


def is_zone(name: str) -> bool:
    """Tell whether a name is that of a zone; any well-formed name is, on a machine without a time zone database.

    >>> is_zone("Asia/Riyadh"), is_zone("Riyadh")
    (True, False)
    """
    return _zone_info(name) is not None or (_zone_info("Asia/Riyadh") is None and "/" in name)


def in_zone(moment: datetime.datetime, name: str) -> datetime.datetime:
    """Return an aware moment as a clock in the zone shows it; as it is without a time zone database.

    >>> in_zone(datetime.datetime(2025, 1, 1, 22, tzinfo=datetime.timezone.utc), "Asia/Riyadh").day
    2
    """
    info = _zone_info(name)
    return moment if info is None else moment.astimezone(info)


@remembered(most=128, longest=100)
def _zone_info(name: str) -> ZoneInfo | None:
    # Imported here: few texts name a zone whose distance changes over the year.
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None
