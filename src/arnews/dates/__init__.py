"""Dates as Arabic newspapers print them: every calendar, every month system, both halves checked."""

from __future__ import annotations

from arnews.dates.build import DateMention
from arnews.dates.find import find_dates, parse_date
from arnews.dates.flags import DateFlag
from arnews.dates.labels import is_of_something_else, is_of_update
from arnews.dates.lines import DateLine, DateSlot, may_hold_date, may_hold_label, read_date_line, split_date_line
from arnews.dates.values import Calendar, DateKind, HijriDate, NewsDate, Precision

__all__ = [
    "Calendar",
    "DateFlag",
    "DateKind",
    "DateLine",
    "DateMention",
    "DateSlot",
    "HijriDate",
    "NewsDate",
    "Precision",
    "find_dates",
    "is_of_something_else",
    "is_of_update",
    "may_hold_date",
    "may_hold_label",
    "parse_date",
    "read_date_line",
    "split_date_line",
]
