"""Dates of a page: what is printed and what the metadata say, made one."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from attrs import evolve

from arnews.article import Issue
from arnews.dates import DateKind, NewsDate
from arnews.fields.dated import DateCandidate, Dates, is_later
from arnews.fields.pages.stamps import instant, read_stamp
from arnews.page import MetadataValue, PageMetadata
from arnews.text.fold import unify

__all__ = ["reconcile"]

_WEAK = ("meta", "time")
"""Origins that tell of many things: the day of the template, the dates of teasers."""
_MOST_STAMPS = 8
_MOST_WEAK = 2
"""Weak dates that are read beside a strong one: the first is that of the article, if any is."""
_NUMBERS = re.compile(r"(?<!\d)\d{1,2}\s*[/.\\-]\s*\d{1,2}\s*[/.\\-]\s*(?:\d{4}|\d{2})(?!\d)")
_QUARTER = 15
_WEST, _EAST = -12 * 60, 14 * 60
_TWIN_DAYS = 2


class _Stamp(NamedTuple):
    date: NewsDate
    origin: str


def reconcile(
    printed: Dates,
    candidates: list[DateCandidate],
    metadata: PageMetadata,
    *,
    has_body: bool,
    fetched_at: dt.datetime | None = None,
) -> Dates:
    """Return the dates of a page.

    What is printed wins for what it says, and the metadata complete it: a printed day gets the time of the same
    day, a printed time its seconds and offset. A date above the title that no label calls a publication is the page's
    clock, and a distance («منذ ساعتين») says less than a date: before them the metadata win, and where nothing is
    printed they stand alone, if the page is an article. What contradicts is an issue.

    Args:
        printed: the dates as a text would have them.
        candidates: all printed dates that no label calls an update.
        metadata: what the page says of itself.
        has_body: whether the page has an article.
        fetched_at: the moment after which no date can lie.
    """
    issues = list(printed.issues)
    published = _known(_stamps(metadata.published), fetched_at, issues)
    modified = _known(_stamps(metadata.modified), fetched_at, issues)
    if not published and not modified:
        return evolve(printed, issues=tuple(issues))
    day = _published(printed.published, candidates, published, modified, issues, has_body=has_body)
    day = _with_hijri(day, candidates)
    change = _modified(printed, day, modified, issues, has_body=has_body)
    return Dates(published=day, modified=change, issues=tuple(issues))


def _stamps(values: tuple[MetadataValue, ...]) -> list[_Stamp]:
    found: list[_Stamp] = []
    strong = any(value.origin not in _WEAK for value in values[:_MOST_STAMPS])
    weak = 0
    for value in values[:_MOST_STAMPS]:
        if value.origin in _WEAK:
            weak += 1
            if strong and weak > _MOST_WEAK:
                break
        date = read_stamp(value.value)
        if date is not None:
            found.append(_Stamp(date, value.origin))
    return found


def _known(stamps: list[_Stamp], fetched_at: dt.datetime | None, issues: list[Issue]) -> list[_Stamp]:
    """Return the stamps that do not lie after the page was fetched; the others are issues."""
    later = [stamp for stamp in stamps if is_later(stamp.date, fetched_at)]
    issues += [
        Issue(
            code="date-in-future",
            message=f"the metadata say {stamp.date.isoformat()}, which is after the page was fetched",
        )
        for stamp in later
    ]
    return [stamp for stamp in stamps if stamp not in later] if later else stamps


def _published(
    printed: NewsDate | None,
    candidates: list[DateCandidate],
    stamps: list[_Stamp],
    changes: list[_Stamp],
    issues: list[Issue],
    *,
    has_body: bool,
) -> NewsDate | None:
    trusted = [stamp for stamp in stamps if stamp.origin not in _WEAK] or _single(stamps)
    if printed is None or printed.date is None:
        # Themes call the one date that they have the update.
        trusted = trusted or _single(changes if not stamps else [])
        return _best(trusted, None) if trusted and has_body else printed
    if printed.kind is DateKind.RELATIVE and trusted:
        return _best(trusted, None)
    full = _complete(printed, stamps)
    if full is not None:
        return full
    agreeing = [found for c in candidates if (found := _complete(c.date, trusted)) is not None]
    label = next((c.label for c in candidates if c.date.start == printed.start), None)
    if agreeing and label is None:
        return agreeing[0]
    if not trusted:
        return printed
    swapped = _swapped(printed)
    if swapped is not None and (full := _complete(swapped, trusted)) is not None:
        return full
    if label is None and not any(c.below_title for c in candidates):
        return _best(trusted, None)
    if label is None and len({c.date.date for c in candidates if c.label is None}) > 1:
        # Dates of several days that the page does not explain are those of its lists.
        return _best(trusted, None)
    if label is None and _complete(printed, changes) is not None:
        # The page prints the day of its update and does not say so.
        return _best(trusted, None)
    issues.append(_conflict(printed, trusted[0].date))
    return printed


def _swapped(printed: NewsDate) -> NewsDate | None:
    """Return a date in numbers with its day and month in the other order, ``None`` if it has no other order."""
    if printed.date is None or _NUMBERS.search(unify(printed.raw)) is None:
        return None
    day = printed.date
    if day.day > 12 or day.day == day.month or printed.weekday is not None or printed.hijri is not None:
        return None
    flags = (*printed.flags, "month_first")
    return evolve(printed, date=day.replace(month=day.day, day=day.month), flags=flags)


def _single(stamps: list[_Stamp]) -> list[_Stamp]:
    """Return weak stamps if they agree on one day: those of a list of teasers do not."""
    return stamps if len({stamp.date.date for stamp in stamps}) == 1 else []


def _complete(printed: NewsDate, stamps: list[_Stamp]) -> NewsDate | None:
    """Return a printed date completed by the stamp that means the same; ``None`` if there is none."""
    same = [stamp for stamp in stamps if stamp.date.date == printed.date]
    if same:
        best = _best(same, printed)
        return _joined(printed, best) if best is not None else printed
    if printed.date is not None and printed.time is not None:
        # Near midnight the day in UTC is another one: the printed day and clock with the offset between them.
        for stamp in stamps:
            offset = _offset(printed, stamp.date)
            if offset is not None:
                return evolve(printed, utc_offset=offset)
    return None


def _best(stamps: list[_Stamp], printed: NewsDate | None) -> NewsDate | None:
    """Return the fullest stamp, of equals the first; one that has the printed time on its clock before all."""

    def fullness(stamp: _Stamp) -> tuple[bool, bool, bool]:
        date = stamp.date
        clock = printed is not None and date.time is not None and _same_clock(printed, date)
        return clock, date.time is not None, date.utc_offset is not None

    return max(stamps, key=fullness).date if stamps else None


def _same_clock(one: NewsDate, other: NewsDate) -> bool:
    return (
        one.time is not None
        and other.time is not None
        and (one.time.hour, one.time.minute) == (other.time.hour, other.time.minute)
    )


def _joined(printed: NewsDate, stamp: NewsDate) -> NewsDate:
    """Return the printed day with the clock of a stamp of the same day, unless the two clocks tell different times."""
    if stamp.time is None:
        return printed
    if printed.time is not None and not _same_clock(printed, stamp) and _offset(printed, stamp) is None:
        return printed
    if printed.time is not None and stamp.utc_offset is None and printed.utc_offset is not None:
        return printed
    return evolve(printed, time=stamp.time, utc_offset=stamp.utc_offset, zone=stamp.zone, precision=stamp.precision)


def _offset(printed: NewsDate, stamp: NewsDate) -> dt.timedelta | None:
    """Return the offset from UTC by which a printed clock tells the moment of a stamp, if one does."""
    moment = instant(stamp)
    if moment is None or printed.date is None or printed.time is None:
        return None
    if printed.utc_offset is not None:
        own = instant(printed)
        return printed.utc_offset if own is not None and abs(own - moment) < dt.timedelta(minutes=1) else None
    clock = dt.datetime.combine(printed.date, printed.time.replace(second=0))
    minutes = (clock - moment.replace(second=0)) // dt.timedelta(minutes=1)
    if minutes % _QUARTER or not _WEST <= minutes <= _EAST:
        return None
    return dt.timedelta(minutes=minutes)


def _with_hijri(date: NewsDate | None, candidates: list[DateCandidate]) -> NewsDate | None:
    """Return the date with the Hijri day that the page prints, be it in its clock."""
    if date is None or date.date is None or date.hijri is not None:
        return date
    for candidate in candidates:
        twin = candidate.date
        if twin.hijri is not None and twin.date is not None and abs((twin.date - date.date).days) <= _TWIN_DAYS:
            return evolve(date, hijri=twin.hijri)
    return date


def _modified(
    printed: Dates, published: NewsDate | None, stamps: list[_Stamp], issues: list[Issue], *, has_body: bool
) -> NewsDate | None:
    if printed.modified is not None and printed.modified.date is not None:
        full = _complete(printed.modified, stamps)
        return full if full is not None else printed.modified
    if not has_body:
        return printed.modified
    trusted = [stamp for stamp in stamps if stamp.origin not in _WEAK]
    if not trusted:
        trusted = [stamp for stamp in stamps if published is None or not _reads_before(stamp.date, published)]
    chosen = _best(trusted[:1], None)
    if chosen is None or published is None:
        return chosen
    if trusted[0].origin in _WEAK and chosen.time is None and chosen.date == published.date:
        return None
    if _before(chosen, published):
        issues.append(
            Issue(
                code="modified-before-published",
                message=f"the metadata say modified {chosen.isoformat()}, before published {published.isoformat()}",
            )
        )
    moment = instant(chosen)
    if moment is not None and moment == instant(published):
        return evolve(chosen, date=published.date, time=published.time, utc_offset=published.utc_offset)
    return chosen


def _reads_before(one: NewsDate, other: NewsDate) -> bool:
    """Tell whether a date is before another as both are written, whatever their zones: enough to doubt a weak one."""
    if one.date is None or other.date is None or one.date != other.date or one.time is None or other.time is None:
        return one.date is not None and other.date is not None and one.date < other.date
    return one.time.replace(tzinfo=None) < other.time.replace(tzinfo=None, second=0)


def _before(one: NewsDate, other: NewsDate) -> bool:
    """Tell whether a date is surely before another: by the moment if both have one, else by the day."""
    a, b = instant(one), instant(other)
    if a is not None and b is not None:
        return a < b
    if one.date is None or other.date is None:
        return False
    if (
        one.date == other.date
        and one.time is not None
        and other.time is not None
        and one.utc_offset == other.utc_offset
    ):
        return one.time < other.time
    slack = dt.timedelta(days=1) if one.utc_offset != other.utc_offset else dt.timedelta(0)
    return one.date + slack < other.date


def _conflict(printed: NewsDate, stamp: NewsDate) -> Issue:
    return Issue(
        code="date-conflict",
        message=f"the page prints {printed.isoformat()}, its metadata say {stamp.isoformat()}",
        start=printed.start,
        end=printed.end,
    )
