"""What the date lines of a document say, before one of the dates is chosen."""

from __future__ import annotations

from attrs import frozen

from arnews.article import Issue
from arnews.dates import NewsDate

__all__ = ["DateCandidate", "Dates"]


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
