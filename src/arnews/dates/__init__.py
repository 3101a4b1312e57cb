"""Dates as Arabic newspapers print them."""

from __future__ import annotations

from arnews.dates.values import Calendar, HijriDate, Kind, NewsDate, Precision

__all__ = ["Calendar", "HijriDate", "Kind", "NewsDate", "Precision"]
