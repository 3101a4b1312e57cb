"""Which of the printed dates is the publication date, which the update, which only the site's clock."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from arnews.article import Issue
from arnews.dates import DateSlot, NewsDate, Precision, is_of_something_else, read_date_line
from arnews.document import LabeledDocument, Origin, Segment
from arnews.fields.dated import DateCandidate, Dates, is_clock_zero, is_later
from arnews.fields.pages.dates import reconcile
from arnews.fields.pages.printed import dates_apart, with_changes
from arnews.roles import LISTED, Role

__all__ = ["Dates", "read_dates"]

_OWN = frozenset((Role.HEADLINE, Role.BODY, Role.BYLINE, Role.DATELINE))
_HEADLINE, _TIMESTAMP, _NAVIGATION = Role.HEADLINE, Role.TIMESTAMP, Role.NAVIGATION
_MENU = 3
"""Entries that make a menu."""
_LONGEST_LABEL = 40
"""Code points of a label that stands in the line above its date."""


def read_dates(doc: LabeledDocument, *, fetched_at: dt.datetime | None = None) -> Dates:
    """Return the dates of publication and update that the document prints.

    A labeled date wins over a plain one, one below the title over the page's own clock above it;
    a time printed apart («10:24 ت م» behind the text) completes a date without a time. Of a page, the metadata
    complete what is printed (`arnews.fields.pages.dates.reconcile`).

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي للكتاب\\nنشر في 12 شباط 2024\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير."
    >>> read_dates(arnews.label(arnews.read_text(text))).published.isoformat()
    '2024-02-12'
    """
    full: list[DateCandidate] = []
    times: list[DateSlot] = []
    modified: NewsDate | None = None
    modified_time: DateSlot | None = None
    modified_below = False
    later: list[NewsDate] = []
    menu = _MENU  # entries of a menu right below a date
    above = 0  # dates that are known to stand above a title
    titles = doc[Role.HEADLINE]
    below = not titles
    page = doc.document.page
    # Other copies of a title that the markup tells say nothing of what stands below them.
    marked = any(segment.reason.origin is Origin.MARKUP for segment in titles)
    others = False  # below the title of another article, or the heading of a list of them
    for segment in doc.segments:
        role = segment.role
        if role is not _NAVIGATION:
            menu = 0 if role is _TIMESTAMP else _MENU
        if role in LISTED:
            others = True
        elif role in _OWN:
            others = False
        if role is _HEADLINE:
            if marked and segment.reason.origin is not Origin.MARKUP:
                continue
            if below:
                # The page's own title may stand above its clock; the last title is the article's.
                full[above:] = [evolve(candidate, below_title=False) for candidate in full[above:]]
                above = len(full)
            below = True
        elif role is _NAVIGATION and not below:
            menu += 1
            if menu == _MENU and full and full[-1].label is None:
                full[-1] = evolve(full[-1], of_site=True)
        elif role is _TIMESTAMP:
            if page is not None and others and below:
                continue  # the date of a teaser
            line = read_date_line(segment.text, relative_to=fetched_at)
            slots = line.slots if line else ()
            if page is not None and below:
                slots = with_changes(slots)
            for at, slot in enumerate(slots):
                if at and _is_twin(slot, slots[at - 1]):
                    continue  # the same moment on the clock of another zone
                date = _shift(slot.date, segment) if slot.date is not None else None
                if date is None and slot.time is None:
                    continue
                if date is not None and (is_clock_zero(date) or is_of_something_else(_lead(doc, segment, slot))):
                    continue
                if date is not None and is_later(date, fetched_at):
                    later.append(date)
                    continue
                if slot.label == "modified":
                    if date is not None and (modified is None or (below and not modified_below)):
                        modified, modified_below = date, below
                    modified_time = modified_time or (slot if date is None else None)
                elif date is not None:
                    full.append(DateCandidate(slot.label, date, below))
                else:
                    times.append(slot)
    is_article = bool(doc[Role.BODY] or titles)
    if page is not None and not is_article:
        # A list has dates of its own only if it says so.
        full = [candidate for candidate in full if candidate.label == "published"]
    if page is not None:
        # A month in the text above the first paragraph is what it speaks of.
        full = [c for c in full if c.label is not None or c.date.precision not in (Precision.MONTH, Precision.YEAR)]
    published = _choose(full)
    if published is not None and published.time is None and len(times) == 1:
        published = _with_time(published, times[0])
    if modified is not None and not modified_below and any(candidate.below_title for candidate in full):
        # The page's own clock stands above the title, the article's date below it.
        modified = None
    if modified is None and modified_time is not None and published is not None:
        modified = _with_time(published, modified_time)
    dates = Dates(published=published, modified=modified, issues=tuple(map(_doubt, later)))
    if page is None:
        return dates
    dates = reconcile(dates, full, page.metadata, has_body=is_article, fetched_at=fetched_at)
    return _with_lines_apart(doc, dates, fetched_at) if doc[Role.BODY] else dates


def _with_lines_apart(doc: LabeledDocument, dates: Dates, fetched_at: dt.datetime | None) -> Dates:
    """Fill what date lines and metadata leave open by the other lines of the page."""
    if dates.published is not None and dates.modified is not None:
        return dates
    apart = dates_apart(doc, fetched_at=fetched_at)
    published = dates.published or apart.published
    modified = dates.modified or apart.modified
    if modified is not None and dates.modified is None and published is not None and _is_not_after(modified, published):
        modified = None
    return evolve(dates, published=published, modified=modified)


def _is_not_after(one: NewsDate, other: NewsDate) -> bool:
    """Tell whether a day is another one or before it: a page states an update only where it says more."""
    return one.date is None or other.date is None or one.date <= other.date


def _lead(doc: LabeledDocument, segment: Segment, slot: DateSlot) -> str:
    """Return the words in front of a date in its line, or the label in the line above it."""
    text = doc.document.text
    at = segment.start + slot.start
    start = text.rfind("\n", 0, at) + 1
    if text[start:at].strip():
        return text[start:at]
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)].strip()
    return above if above.endswith(":") and len(above) <= _LONGEST_LABEL else ""


def _doubt(date: NewsDate) -> Issue:
    return Issue(
        code="date-in-future",
        message=f"{date.isoformat()} is printed, which is after the document was fetched",
        start=date.start,
        end=date.end,
    )


def _is_twin(slot: DateSlot, before: DateSlot) -> bool:
    """Tell whether a time without a day is the moment of the one before it, in another zone."""
    if slot.date is not None or slot.time is None or before.time is None:
        return False
    if slot.utc_offset is None or before.utc_offset is None:
        return False
    day = dt.date(2000, 1, 2)
    one = dt.datetime.combine(day, slot.time) - slot.utc_offset
    other = dt.datetime.combine(day, before.time) - before.utc_offset
    return (one - other) % dt.timedelta(days=1) == dt.timedelta(0)


def _shift(date: NewsDate, segment: Segment) -> NewsDate:
    return evolve(date, start=date.start + segment.start, end=date.end + segment.start)


def _choose(candidates: list[DateCandidate]) -> NewsDate | None:
    """Return the publication date among the dates that are not updates."""
    own = [candidate for candidate in candidates if not candidate.of_site]
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
