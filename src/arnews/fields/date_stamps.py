"""The dates that the metadata of a page state: strings for machines, and what people put in their place."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from attrs import evolve

from arnews.article import Issue
from arnews.dates import NewsDate, Precision, find_dates, parse_date
from arnews.fields.context import Context
from arnews.fields.date_match import Stamp, is_clock_zero, is_later
from arnews.page import MetadataValue
from arnews.text.fold import unify
from arnews.text.memory import remembered

__all__ = ["Stamps", "read_stamp", "stated_dates"]

_MACHINE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d\S*|\d{8}(?:[T ]?\d{4,6}\S*)?")
_SPACED_OFFSET = re.compile(r"(\d:\d\d)\s+(?:GMT|UTC)?(?=[+-]\d\d)")
_MAIL = re.compile(
    r"(?:[A-Z]{3},\s*)?(\d{1,2})\s+([A-Z]{3})[A-Z]*\s+(\d{4})\s+(\d\d:\d\d(?::\d\d)?)\s*([+-]\d{4}|GMT|UTC?|Z)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 120
_MIDNIGHT = dt.time(0, 0)
_MOST_STAMPS = 8
_MOST_WEAK = 2
"""Weak dates that are read beside a strong one: the first is that of the article, if any is."""


class Stamps(NamedTuple):
    """The dates that a page states.

    >>> Stamps().published
    ()
    """

    published: tuple[Stamp, ...] = ()
    """Dates of publication, best vocabulary first."""
    modified: tuple[Stamp, ...] = ()
    """Dates of the last update."""
    issues: tuple[Issue, ...] = ()
    """Those that lie after the page was fetched, which are not among the others."""

    @property
    def are_weak(self) -> bool:
        """Whether none of them is of a vocabulary that speaks of the article alone."""
        return all(stamp.is_weak for stamp in (*self.published, *self.modified))

    def told_by(self, published: NewsDate | None, update: NewsDate | None) -> Stamps:
        """Return the dates with weak ones where the words of the page say that they belong.

        An element for times does not say which time it is: «آخر تعديل: <time …>». And themes call the one day that they
        print and do not label an update.

        >>> stamp = Stamp(NewsDate(dt.date(2024, 5, 1)), MetadataValue("2024-05-01", "time"))
        >>> Stamps(published=(stamp,)).told_by(None, stamp.date).published
        ()
        """
        if not self.are_weak:
            return self
        if published is None and update is not None:
            own = tuple(stamp for stamp in self.published if stamp.date.date != update.date)
            changes = (*self.modified, *(stamp for stamp in self.published if stamp not in own))
            return self._replace(published=own, modified=changes)
        only = published is not None and update is None and not self.published
        if only and published is not None and all(stamp.date.date == published.date for stamp in self.modified):
            return self._replace(published=self.modified, modified=())
        return self


def stated_dates(ctx: Context) -> Stamps:
    """Return the dates that the metadata of a page state; none of a text.

    >>> import arnews
    >>> page = "<meta property='article:published_time' content='2024-05-01T10:00:00+03:00'><p>افتتح الوزير المعرض."
    >>> stated_dates(Context(arnews.label(arnews.read_html(page)))).published[0].date.isoformat()
    '2024-05-01T10:00:00+03:00'
    """
    if ctx.page is None:
        return Stamps()
    published, modified = (_read(values) for values in (ctx.page.metadata.published, ctx.page.metadata.modified))
    later = [stamp for stamp in (*published, *modified) if is_later(stamp.date, ctx.fetched_at)]
    issues = tuple(
        Issue(
            code="date-in-future",
            message=f"the metadata say {stamp.date.isoformat()}, which is after the page was fetched",
        )
        for stamp in later
    )
    if later:
        published, modified = ([each for each in stamps if each not in later] for stamps in (published, modified))
    return Stamps(tuple(published), tuple(modified), issues)


def _read(values: tuple[MetadataValue, ...]) -> list[Stamp]:
    found: list[Stamp] = []
    stamps = [Stamp(NewsDate(None), value) for value in values[:_MOST_STAMPS]]
    strong = any(not stamp.is_weak for stamp in stamps)
    weak = 0
    for stamp in stamps:
        weak += stamp.is_weak
        if stamp.is_weak and strong and weak > _MOST_WEAK:
            break
        date = read_stamp(stamp.value.value)
        if date is not None:
            found.append(Stamp(date, stamp.value))
    return found


@remembered(most=64, longest=_LONGEST)
def read_stamp(text: str) -> NewsDate | None:
    """Return the day, and the time if there is one, that a string of metadata gives; ``None`` if it gives none.

    Midnight to the second is how programs write that they know the day only. ``raw`` is the string; it is in no
    text, so ``start`` and ``end`` are 0.

    >>> read_stamp("2024-02-12 10:00:00 +03:00").isoformat(), read_stamp("2024-02-12T00:00:00").isoformat()
    ('2024-02-12T10:00:00+03:00', '2024-02-12')
    """
    raw = text.strip()[:_LONGEST]
    machine = unify(raw).upper()
    mail = _MAIL.fullmatch(machine)
    if mail is not None:
        machine = _from_mail(mail)
    elif " " in machine:
        machine = _SPACED_OFFSET.sub(r"\1", machine)
    if _MACHINE.fullmatch(machine):
        date = parse_date(machine)
    else:
        date = next((found.date for found in find_dates(raw) if found.date is not None), None)
    if date is None or date.date is None or date.precision in (Precision.MONTH, Precision.YEAR):
        return None
    if is_clock_zero(date):
        return None
    if date.time == _MIDNIGHT:
        date = evolve(date, time=None, utc_offset=None, zone=None, precision=Precision.DAY)
    return evolve(date, raw=raw, start=0, end=0)


def _from_mail(match: re.Match[str]) -> str:
    day, month, year, time, zone = match.groups()
    number = _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else 0
    offset = zone if zone[0] in "+-" else "Z"
    return f"{year}-{number:02d}-{int(day):02d}T{time}{offset}"
