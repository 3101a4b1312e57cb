"""The dates that the date lines of a document print, before one of them is chosen."""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve, frozen

from arnews.dates import (
    DateSlot,
    NewsDate,
    Precision,
    find_dates,
    is_of_something_else,
    is_of_update,
    read_date_line,
    split_date_line,
)
from arnews.document import Origin, Segment
from arnews.fields.context import Context
from arnews.fields.date_match import is_clock_zero, is_later
from arnews.roles import LISTED, Role
from arnews.text.letters import BLANKS
from arnews.text.references import with_blanks

__all__ = ["DateCandidate", "DateLines", "read_date_lines"]

_OWN = frozenset((Role.HEADLINE, Role.BODY, Role.BYLINE, Role.DATELINE))
_HEADLINE, _MASTHEAD, _TIMESTAMP = Role.HEADLINE, Role.MASTHEAD, Role.TIMESTAMP
_LEAD_REACH = 120
"""Code points in front of a date that may speak of it."""
_GAP = re.compile(rf"[{BLANKS}]{{4,}}")
_MENUS = frozenset((Role.NAVIGATION, Role.SECTION))
_HIDDEN = frozenset((Role.COUNTER, Role.NAVIGATION, Role.RESIDUE, Role.BODY, Role.DECK))
"""What a line of a date may have been taken for whose blanks are references."""
_MENU = 3
"""Entries that make a menu."""
_LONGEST_LINE = 120
"""Code points of a line that holds the day beside names and counts."""
_LABEL_WORDS = 2
"""Words of a label without a colon in the line above its date: «عضو منذ»."""
_LONGEST_LABEL = 40
"""Code points of a label in the line above its date."""


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
    """It is below the title, where the page's own clock is not."""
    is_chosen: bool = False
    """A selector of the outlet chose its line."""
    of_site: bool = False
    """It is right above the menu of the site: the day on which the page was asked for."""
    of_list: bool = False
    """It is above the title, and below the title of another article."""


@frozen
class DateLines:
    """What all date lines of a document say.

    >>> DateLines().candidates
    ()
    """

    candidates: tuple[DateCandidate, ...] = ()
    """The dates that no label calls an update, in order."""
    times: tuple[DateSlot, ...] = ()
    """Times of day that are printed apart («10:24 ت م» after the text)."""
    modified: NewsDate | None = None
    """The date that a label calls an update, the first below the title if there is one."""
    modified_below: bool = False
    """It is below the title."""
    modified_time: DateSlot | None = None
    """A time of day that a label calls an update."""
    later: tuple[NewsDate, ...] = ()
    """Dates that lie after the document was fetched, which are not among the others."""


def read_date_lines(ctx: Context) -> DateLines:
    """Return what the date lines of a document say.

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي للكتاب\\nنشر في 12 شباط 2024\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير."
    >>> read_date_lines(Context(arnews.label(arnews.read_text(text)))).candidates[0].label
    'published'
    """
    full: list[DateCandidate] = []
    times: list[DateSlot] = []
    modified: NewsDate | None = None
    modified_time: DateSlot | None = None
    modified_below = False
    later: list[NewsDate] = []
    menu = _MENU  # entries of a menu right below a date
    above = 0  # dates known to be above a title
    titles = ctx[Role.HEADLINE]
    below = not titles
    page = ctx.page
    # Other copies of a title that the markup tells say nothing of what is below them.
    marked = any(segment.reason.origin is Origin.MARKUP for segment in titles)
    others = False  # below the title of another article, or the heading of a list of them
    for segment in ctx.segments:
        role = segment.role
        if role not in _MENUS and (page is None or role is not _MASTHEAD):
            menu = 0 if role is _TIMESTAMP else _MENU
        if role in LISTED:
            others = others or not _is_mail(segment, ctx)
        elif role in _OWN:
            others = False
        if role is _HEADLINE:
            if marked and segment.reason.origin is not Origin.MARKUP:
                continue
            if below:
                # The page's own title may be above its clock; the last title is the article's.
                full[above:] = [evolve(candidate, below_title=candidate.is_chosen) for candidate in full[above:]]
                above = len(full)
            below = True
        elif role in _MENUS and not below:
            menu += 1
            if menu == _MENU and full and full[-1].label is None and not full[-1].is_chosen:
                full[-1] = evolve(full[-1], of_site=True)
        elif role is _TIMESTAMP or (role in _HIDDEN and _is_hidden(segment)):
            chosen = segment.reason.origin is Origin.SELECTOR
            if page is not None and others and below and not chosen:
                continue  # the date of a teaser
            line = read_date_line(with_blanks(segment.text), relative_to=ctx.fetched_at)
            if line is None and page is not None and (parts := split_date_line(segment.text)) is not None:
                line = parts[1]  # a sentence that ends with the day: «نشرت هذه التدوينة في …»
            slots = line.slots if line else _day_beside(segment, below=below)
            if page is not None and below:
                slots = _with_changes(slots)
            for at, slot in enumerate(slots):
                if at and _is_twin(slot, slots[at - 1]):
                    continue  # the same moment on the clock of another zone
                date = _shift(slot.date, segment) if slot.date is not None else None
                if date is None and slot.time is None:
                    continue
                if date is not None and (is_clock_zero(date) or is_of_something_else(_lead(ctx, segment, slot))):
                    continue
                if date is not None and is_later(date, ctx.fetched_at):
                    later.append(date)
                    continue
                if slot.label == "modified":
                    if date is not None and (modified is None or (below and not modified_below)):
                        modified, modified_below = date, below
                    modified_time = modified_time or (slot if date is None else None)
                elif date is not None:
                    listed = page is not None and others and not (below or chosen)
                    full.append(DateCandidate(slot.label, date, below or chosen, is_chosen=chosen, of_list=listed))
                else:
                    times.append(slot)
    if page is not None and not (ctx[Role.BODY] or titles):
        # A list has dates of its own only if it says so.
        full = [candidate for candidate in full if candidate.label == "published"]
    if page is not None:
        # A month in the text above the first paragraph is what it speaks of.
        full = [c for c in full if c.label is not None or c.date.precision not in (Precision.MONTH, Precision.YEAR)]
    return DateLines(tuple(full), tuple(times), modified, modified_below, modified_time, tuple(later))


def _is_mail(segment: Segment, ctx: Context) -> bool:
    """Tell whether a line is the mail address of somebody, not the title of another article."""
    links = ctx.links_in(segment)
    return bool(links) and all(link.href.startswith("mailto:") for link in links)


def _is_hidden(segment: Segment) -> bool:
    """Tell whether a line of a text is a full date that references to blanks hid from the labeler."""
    if "&" not in segment.text or len(segment.text) > _LONGEST_LINE:
        return False
    line = read_date_line(with_blanks(segment.text))
    return line is not None and any(slot.date is not None and slot.date.date is not None for slot in line.slots)


def _day_beside(segment: Segment, *, below: bool) -> tuple[DateSlot, ...]:
    """Return the one full date in a line below the title that holds other things, too («لندن - وكالات الثلاثاء …»)."""
    if not below or len(segment.text) > _LONGEST_LINE:
        return ()
    mentions = [mention for mention in find_dates(segment.text) if mention.date is not None]
    date = mentions[0].date if len(mentions) == 1 else None
    if date is None or date.date is None:
        return ()
    start, end = mentions[0].start, mentions[0].end
    date = evolve(date, start=start, end=end)
    label = "modified" if is_of_update(segment.text[:start]) else None
    return (DateSlot(label, date.kind, date, date.time, date.utc_offset, date.raw, start, end),)


def _with_changes(slots: tuple[DateSlot, ...]) -> tuple[DateSlot, ...]:
    """Return the slots of a line of a page; the later of two days without a label is that of the update."""
    if len(slots) != 2 or any(slot.label is not None or slot.date is None for slot in slots):
        return slots
    first, second = (slot.date for slot in slots)
    if first is None or second is None or first.date is None or second.date is None:
        return slots
    if second.date <= first.date or (first.time is None) is not (second.time is None):
        return slots
    return slots[0], evolve(slots[1], label="modified")


def _lead(ctx: Context, segment: Segment, slot: DateSlot) -> str:
    """Return the words in front of a date in its line, or the label in the line above it."""
    at = segment.start + slot.start
    # The window is wide enough for the longest label above a full lead; a dot keeps the end of a last empty line.
    *lines_above, line = f"{ctx.text[max(0, at - _LEAD_REACH - _LONGEST_LABEL) : at]}.".splitlines()
    lead = line[:-1][-_LEAD_REACH:]
    if lead.strip():
        # Of a page that was flattened to one line, wide gaps are the ends of its lines.
        *lines, own = _GAP.split(lead)
        above = lines[-1].rstrip() if lines else ""
        return own if own.strip() else above if above.endswith(":") else ""
    above = lines_above[-1].strip() if lines_above else ""
    is_label = above.endswith(":") or above.count(" ") < _LABEL_WORDS
    return above if is_label and len(above) <= _LONGEST_LABEL else ""


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
