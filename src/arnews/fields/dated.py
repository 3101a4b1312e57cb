"""What the date lines of a document say, before one of the dates is chosen."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from arnews.article import Issue
from arnews.dates import NewsDate

__all__ = ["DateCandidate", "Dates", "is_clock_zero", "is_later"]

_ZEROS = frozenset(
    {
        dt.date(1970, 1, 1),  # Unix
        dt.date(1969, 12, 31),  # the same, west of Greenwich
        dt.date(1899, 12, 30),  # spreadsheets
        dt.date(1900, 1, 1),
        dt.date(1, 1, 1),
    }
)
"""Days that a clock shows that was never set."""
_SLACK = dt.timedelta(days=1)
"""By how much a day may lie after another one on a clock further east."""


@frozen
class DateCandidate:
    """A printed date that no label calls an update.

    >>> DateCandidate(label=None, date=NewsDate(date=None), below_title=True).below_title
    True
    """

    label: str | None
    """``published``, or ``None`` if no label says what it is."""
    date: NewsDate
    """Its value."""
    below_title: bool
    """It stands below the title, where the page's own clock does not."""
    of_site: bool = False
    """It stands right above the menu of the site: the day on which the page was asked for."""


@frozen
class Dates:
    """The dates of an article.

    >>> Dates().published is None
    True
    """

    published: NewsDate | None = None
    """When it was published, as printed."""
    modified: NewsDate | None = None
    """When it was last changed, as printed."""
    issues: tuple[Issue, ...] = ()
    """Where the page and its metadata contradict each other."""


def is_clock_zero(date: NewsDate) -> bool:
    """Tell whether a date is the zero of a clock: what a content system states that knows no date.

    >>> is_clock_zero(NewsDate(dt.date(1970, 1, 1)))
    True
    """
    return date.date in _ZEROS


def is_later(date: NewsDate, fetched_at: dt.datetime | None) -> bool:
    """Tell whether a date lies surely after the moment at which the document was fetched.

    >>> is_later(NewsDate(dt.date(2031, 3, 3)), dt.datetime(2025, 3, 10))
    True
    """
    return fetched_at is not None and date.date is not None and date.date > fetched_at.date() + _SLACK
