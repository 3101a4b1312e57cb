"""The dates of publication and update, decided together: what is printed, completed by what the metadata state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from attrs import evolve

from arnews.article import Evidence, Issue
from arnews.dates import DateKind, DateSlot, NewsDate, Precision
from arnews.fields.context import Context, FieldValue
from arnews.fields.credits import collect_credits
from arnews.fields.date_lines import DateCandidate, DateLines, read_date_lines
from arnews.fields.date_match import Stamp, complete, fullest, instant, is_before, reads_before
from arnews.fields.date_stamps import stated_dates
from arnews.fields.dates_apart import dates_apart, update_of_list
from arnews.roles import Role
from arnews.text.fold import unify

__all__ = ["read_date_modified", "read_date_published"]

_NUMBERS = re.compile(r"(?<!\d)\d{1,2}\s*[/.\\-]\s*\d{1,2}\s*[/.\\-]\s*(?:\d{4}|\d{2})(?!\d)")
_TWIN_DAYS = 2


class _Told(NamedTuple):
    """A date and what tells it besides the text."""

    date: NewsDate | None = None
    stamp: Stamp | None = None
    why: str = ""


class _Dates(NamedTuple):
    published: _Told
    modified: _Told
    issues: tuple[Issue, ...]


def read_date_published(ctx: Context) -> FieldValue[NewsDate | None]:
    """Return the date of publication.

    A labeled date wins over a plain one, one below the title over the page's own clock above it;
    a time printed apart («10:24 ت م» after the text) completes a date without a time. What is printed wins for what
    it says, and the metadata of a page complete it: a printed day gets the time of the same
    day, a printed time its seconds and offset. A date above the title that no label calls a publication is the page's
    clock, and a distance («منذ ساعتين») says less than a date: before them the metadata win, and where nothing is
    printed they are used alone, if the page is an article. What contradicts is an issue.

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي للكتاب\\nنشر في 12 شباط 2024\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير."
    >>> read_date_published(Context(arnews.label(arnews.read_text(text)))).value.isoformat()
    '2024-02-12'
    """
    dates = ctx.once(_decide)
    return FieldValue(dates.published.date, _evidence(dates.published, ctx), dates.issues)


def read_date_modified(ctx: Context) -> FieldValue[NewsDate | None]:
    """Return the date of the last update, as a label says or the metadata state.

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي للكتاب\\nآخر تحديث: 12 شباط 2024\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير."
    >>> read_date_modified(Context(arnews.label(arnews.read_text(text)))).value.isoformat()
    '2024-02-12'
    """
    dates = ctx.once(_decide)
    return FieldValue(dates.modified.date, _evidence(dates.modified, ctx))


def _evidence(told: _Told, ctx: Context) -> Evidence | None:
    if told.date is None:
        return None
    line = ctx.segment_at(told.date.start) if told.date.end > told.date.start else None
    key = None if told.stamp is None else told.stamp.value.key or told.stamp.value.origin
    if line is None:
        return Evidence(why=told.why, key=key)
    return Evidence(why=told.why, start=line.start, end=line.end, role=line.role, key=key)


def _decide(ctx: Context) -> _Dates:
    """Return both dates."""
    lines = read_date_lines(ctx)
    issues = list(map(_doubt, lines.later))
    published = _printed(lines)
    modified = _printed_update(lines, published)
    if ctx.page is not None:
        published, modified = _reconciled(published, modified, lines.candidates, issues, ctx)
        doubtful = _is_doubtful(published, lines)
        if ctx[Role.BODY] and (published.date is None or modified.date is None or doubtful):
            published, modified = _with_lines_apart(published, modified, ctx, doubtful=doubtful)
    if published.date is None and modified.date is None:
        # Agencies print the day in the dateline («رام الله 19-7-2012 وفا-») and nowhere else.
        dates = ctx.once(collect_credits).dates
        day = dates[0] if dates else None
        if day is not None and day.time is None and len(lines.times) == 1:
            day = _with_time(day, lines.times[0])
        published = _Told(day, None, "the day in the dateline")
        if ctx.page is not None and not ctx[Role.BODY]:
            modified = _Told(update_of_list(ctx), None, "the date of the update that the list prints")
    return _Dates(published, modified, tuple(issues))


def _printed(lines: DateLines) -> _Told:
    """Return the printed date of publication."""
    published = _choose(lines.candidates)
    if published is not None and published.time is None and len(lines.times) == 1:
        published = _with_time(published, lines.times[0])
    return _Told(published, None, "the date that the document prints")


def _printed_update(lines: DateLines, published: _Told) -> _Told:
    """Return the printed date of the update."""
    modified = lines.modified
    if modified is not None and not lines.modified_below and any(c.below_title for c in lines.candidates):
        # The page's own clock is above the title, the article's date below it.
        modified = None
    if modified is None and lines.modified_time is not None and published.date is not None:
        modified = _with_time(published.date, lines.modified_time)
    return _Told(modified, None, "the date that a label calls an update")


def _reconciled(
    published: _Told, modified: _Told, candidates: Sequence[DateCandidate], issues: list[Issue], ctx: Context
) -> tuple[_Told, _Told]:
    """Return the printed dates of a page with what its metadata say."""
    stamps = stated_dates(ctx)
    issues += stamps.issues
    if not stamps.published and not stamps.modified:
        return published, modified
    update = modified.date
    if update is None and published.date is None and stamps.are_weak:
        update = dates_apart(ctx).modified
    stamps = stamps.told_by(published.date, update)
    has_body = bool(ctx[Role.BODY] or ctx[Role.HEADLINE])
    changes = stamps.modified if update is None else ()  # a theme may call the one date that it has an update
    day = _published(published, candidates, stamps.published, changes, issues, has_body=has_body)
    day = day._replace(date=_with_hijri(day.date, candidates))
    return day, _modified(modified, day.date, stamps.modified, issues, has_body=has_body)


def _is_doubtful(published: _Told, lines: DateLines) -> bool:
    """Tell whether a date of publication is above the title, and neither a label nor the metadata say what it is."""
    found = [c for c in lines.candidates if published.date is not None and c.date.start == published.date.start]
    return published.stamp is None and any(not c.below_title and c.label is None for c in found)


def _with_lines_apart(published: _Told, modified: _Told, ctx: Context, *, doubtful: bool) -> tuple[_Told, _Told]:
    """Fill what date lines and metadata leave open by the other lines of the page; what has a label beats a doubt."""
    apart = dates_apart(ctx)
    why = "a line apart from the article that holds a date"
    if published.date is None:
        published = _Told(apart.published, None, why)
    elif doubtful and apart.labeled is not None:
        published = _Told(apart.labeled, None, why)
    if modified.date is None:
        update = apart.modified
        late = update is None or published.date is None or not _is_not_after(update, published.date)
        modified = _Told(update if late else None, None, why)
    return published, modified


def _is_not_after(one: NewsDate, other: NewsDate) -> bool:
    """Tell whether a day is another one or before it: a page states an update only where it says more."""
    return one.date is None or other.date is None or one.date <= other.date


def _doubt(date: NewsDate) -> Issue:
    return Issue(
        code="date-in-future",
        message=f"{date.isoformat()} is printed, which is after the document was fetched",
        start=date.start,
        end=date.end,
    )


def _choose(candidates: Sequence[DateCandidate]) -> NewsDate | None:
    """Return the publication date among the dates that are not updates."""
    by_selector = [candidate for candidate in candidates if candidate.is_chosen]
    own = by_selector or [candidate for candidate in candidates if not candidate.of_site]
    own = [candidate for candidate in own if not candidate.of_list] or own
    if not own:
        return None
    best = [c for c in own if c.label == "published"] or [c for c in own if c.below_title] or own
    first = best[0].date
    same_day = [c.date for c in candidates if c.date.date is not None and c.date.date == first.date]
    chosen = first
    if first.time is None:
        chosen = next((date for date in same_day if date.time is not None), first)
    if chosen.date is None:
        chosen = next((c.date for c in best if c.date.date is not None), chosen)
    if chosen.hijri is None:
        twin = next((c.date for c in candidates if c.date.hijri is not None and _near(c.date, chosen)), None)
        if twin is not None:
            chosen = evolve(chosen, hijri=twin.hijri)
    return chosen


def _near(hijri: NewsDate, other: NewsDate) -> bool:
    """Tell whether a Hijri date is the other half of a Gregorian one; a sighted month is off by a day or two."""
    if hijri.date is None or other.date is None:
        return False
    return abs((hijri.date - other.date).days) <= 2


def _with_time(date: NewsDate, slot: DateSlot) -> NewsDate:
    """Return a day completed by a time of day that is printed apart."""
    if date.precision not in (Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.SECOND):
        return date
    seconds = slot.time is not None and slot.time.second
    return evolve(
        date,
        time=slot.time,
        utc_offset=slot.utc_offset,
        precision=Precision.SECOND if seconds else Precision.MINUTE,
    )


def _published(
    told: _Told,
    candidates: Sequence[DateCandidate],
    stamps: Sequence[Stamp],
    changes: Sequence[Stamp],
    issues: list[Issue],
    *,
    has_body: bool,
) -> _Told:
    """Return the printed date of publication with what the metadata say of it."""
    date = told.date
    trusted = [stamp for stamp in stamps if not stamp.is_weak] or _single(stamps)
    if date is None or date.date is None:
        # Themes call the one date that they have the update.
        trusted = trusted or _single(() if stamps else changes)
        return _stated(trusted) if trusted and has_body else told
    if date.kind is DateKind.RELATIVE and trusted:
        return _stated(trusted)
    full = complete(date, stamps)
    if full is not None:
        return _completed(full)
    agreeing = [found for c in candidates if (found := complete(c.date, trusted)) is not None]
    label = next((c.label for c in candidates if c.date.start == date.start), None)
    if agreeing and label is None:
        return _completed(agreeing[0])
    if not trusted:
        return told
    swapped = _swapped(date)
    if swapped is not None and (full := complete(swapped, trusted)) is not None:
        return _completed(full)
    if label is None and not any(c.is_chosen for c in candidates):
        own = [c for c in candidates if not c.of_site]
        # Above the title is the clock of the page, unless that is above the menu.
        of_site = not any(c.below_title for c in own) and len(own) == len(candidates)
        # Dates of several days that the page does not explain are those of its lists.
        of_lists = len({c.date.date for c in own if c.label is None}) > 1
        # The page prints the day of its update and does not say so.
        of_update = complete(date, changes) is not None
        if of_site or of_lists or of_update:
            return _stated(trusted)
    issues.append(_conflict(date, trusted[0].date))
    return told


def _completed(full: tuple[NewsDate, Stamp]) -> _Told:
    return _Told(*full, "the printed date, which the metadata complete")


def _stated(stamps: Sequence[Stamp]) -> _Told:
    """Return what the fullest stamp says."""
    stamp = fullest(stamps)
    return _Told() if stamp is None else _Told(stamp.date, stamp, "the date that the metadata state")


def _swapped(printed: NewsDate) -> NewsDate | None:
    """Return a date in numbers with its day and month in the other order, ``None`` if it has no other order."""
    if printed.date is None or _NUMBERS.search(unify(printed.raw)) is None:
        return None
    day = printed.date
    if day.day > 12 or day.day == day.month or printed.weekday is not None or printed.hijri is not None:
        return None
    flags = (*printed.flags, "month_first")
    return evolve(printed, date=day.replace(month=day.day, day=day.month), flags=flags)


def _single(stamps: Sequence[Stamp]) -> Sequence[Stamp]:
    """Return weak stamps if they agree on one day: those of a list of teasers do not."""
    return stamps if len({stamp.date.date for stamp in stamps}) == 1 else ()


def _with_hijri(date: NewsDate | None, candidates: Sequence[DateCandidate]) -> NewsDate | None:
    """Return the date with the Hijri day that the page prints, be it in its clock."""
    if date is None or date.date is None or date.hijri is not None:
        return date
    for candidate in candidates:
        twin = candidate.date
        if twin.hijri is not None and twin.date is not None and abs((twin.date - date.date).days) <= _TWIN_DAYS:
            return evolve(date, hijri=twin.hijri)
    return date


def _modified(
    told: _Told, published: NewsDate | None, stamps: Sequence[Stamp], issues: list[Issue], *, has_body: bool
) -> _Told:
    """Return the printed date of the update with what the metadata say of it."""
    if told.date is not None and told.date.date is not None:
        full = complete(told.date, stamps)
        return _completed(full) if full is not None else told
    if not has_body:
        return told
    trusted = [stamp for stamp in stamps if not stamp.is_weak]
    if not trusted:
        trusted = [stamp for stamp in stamps if published is None or not reads_before(stamp.date, published)]
    chosen = _stated(trusted[:1])
    date = chosen.date
    if date is None or published is None:
        return chosen
    if trusted[0].is_weak and date.time is None and date.date == published.date:
        return _Told()
    if is_before(date, published):
        issues.append(
            Issue(
                code="modified-before-published",
                message=f"the metadata say modified {date.isoformat()}, before published {published.isoformat()}",
            )
        )
    moment = instant(date)
    if moment is not None and moment == instant(published):
        date = evolve(date, date=published.date, time=published.time, utc_offset=published.utc_offset)
    return chosen._replace(date=date)


def _conflict(printed: NewsDate, stamp: NewsDate) -> Issue:
    return Issue(
        code="date-conflict",
        message=f"the page prints {printed.isoformat()}, its metadata say {stamp.isoformat()}",
        start=printed.start,
        end=printed.end,
    )
