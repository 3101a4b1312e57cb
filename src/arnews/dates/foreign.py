"""Dates without an Arabic letter that the reader of printed dates leaves. The only door to dateparser."""

from __future__ import annotations

import datetime
import re
import warnings
from functools import lru_cache
from typing import Any

from arnews.dates.values import DateKind, NewsDate, Precision

__all__ = ["read_foreign"]

_FIRST_YEAR = 1850
# A date that is printed in full does not depend on the day it is read on.
_BASES = (datetime.datetime(2001, 1, 1), datetime.datetime(2012, 6, 15, 7, 31))
_NAME = re.compile(r"[^\W\d_]{3}")
_CLOCK = re.compile(r"[0-9]\s*[:h]\s*[0-9]{2}|[0-9]\s*[ap]\.?m\b", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:hours?|hrs?|heures?|min(?:ute)?s?|sec(?:ond)?s?|secondes?)\b|[0-9]\s*h\b", re.IGNORECASE)
"""A distance that tells the time of day, and not only the day."""
_UNCERTAINTY = (
    (re.compile(r"\b(?:years?|ans?|ann[ée]es?)\b", re.IGNORECASE), 182),
    (re.compile(r"\b(?:months?|mois)\b", re.IGNORECASE), 15),
    (re.compile(r"\b(?:weeks?|semaines?)\b", re.IGNORECASE), 3),
)
"""Half of the largest unit of a distance, in days."""


def read_foreign(text: str, relative_to: datetime.datetime | None = None) -> NewsDate | None:
    """Read an English or French date that is printed in full; ``None`` if it is not one.

    Args:
        text: a short string without Arabic letters.
        relative_to: the moment that «3 hours ago» is counted from; without it distances have no value.

    >>> read_foreign("3rd of March 2024").isoformat()
    '2024-03-03'
    >>> read_foreign("3 hours ago") is None
    True
    """
    raw = text.strip()
    if _NAME.search(raw) is None:
        return None
    moments = [_ask(raw, base) for base in _BASES]
    if moments[0] is not None and moments[0] == moments[1]:
        return _value(moments[0], raw, text, DateKind.DATE)
    if relative_to is None or moments[0] is None:
        return None
    base = relative_to.replace(tzinfo=None)
    moment = _ask(raw, base)
    # «In 2 days» dates nothing that is printed today.
    if moment is None or moment.replace(tzinfo=None) > base:
        return None
    return _value(moment, raw, text, DateKind.RELATIVE)


def _ask(text: str, base: datetime.datetime) -> datetime.datetime | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = _parser(base).get_date_data(text).date_obj
    except Exception:
        # Its locales raise whatever they like on strange input; then the string is no date.
        return None
    return found if isinstance(found, datetime.datetime) else None


@lru_cache(maxsize=8)
def _parser(base: datetime.datetime) -> Any:
    from dateparser.date import DateDataParser

    settings = {"STRICT_PARSING": True, "DATE_ORDER": "DMY", "RELATIVE_BASE": base}
    return DateDataParser(languages=["en", "fr"], settings=settings)


def _value(moment: datetime.datetime, raw: str, text: str, kind: DateKind) -> NewsDate | None:
    if not _FIRST_YEAR <= moment.year <= 2100:
        return None
    start = text.index(raw)
    if _CLOCK.search(raw) is None and (kind is DateKind.DATE or _HOURS.search(raw) is None):
        days = next((days for unit, days in _UNCERTAINTY if unit.search(raw)), 0) if kind is DateKind.RELATIVE else 0
        return NewsDate(moment.date(), kind=kind, raw=raw, start=start, end=start + len(raw), uncertainty_days=days)
    time = moment.time().replace(microsecond=0)
    precision = Precision.SECOND if kind is DateKind.DATE and time.second else Precision.MINUTE
    return NewsDate(
        moment.date(), time, moment.utcoffset(), precision=precision, kind=kind, raw=raw, start=start,
        end=start + len(raw),
    )  # fmt: skip
