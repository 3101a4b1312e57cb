"""Dates that a page prints elsewhere than in the date lines of its article: in a footer, in a row of counts."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import evolve

from arnews.dates import (
    NewsDate,
    find_dates,
    is_of_something_else,
    is_of_update,
    may_hold_date,
    may_hold_label,
    read_date_line,
    split_date_line,
)
from arnews.document import Segment
from arnews.fields.among import names_beside_day
from arnews.fields.context import Context
from arnews.fields.credit_lines import credit_before_date
from arnews.fields.date_match import is_clock_zero, is_later
from arnews.roles import LISTED, Role

__all__ = ["DatesApart", "dates_apart", "line_of_day_above", "update_of_list"]

_LINES = frozenset(
    {Role.BYLINE, Role.DISCLAIMER, Role.NAVIGATION, Role.COUNTER, Role.MASTHEAD, Role.TIMESTAMP, Role.DECK}
)
"""What labelers make of a line of a theme that is not nothing but a date."""
_OF_LIST = frozenset({Role.NAVIGATION, Role.MASTHEAD, Role.TIMESTAMP})
"""Lines above a list that may say when it was updated."""
_BESIDE_NAMES = frozenset({Role.BYLINE, Role.COUNTER, Role.DECK})
"""Lines of several things between title and text: a name, the day, the minutes that reading takes."""
_SEVERAL = frozenset({Role.COUNTER, Role.SECTION, Role.NAVIGATION})
"""Lines that hold place, agency, outlet or counts beside the day."""
_ELSEWHERE = LISTED | {Role.COMMENTS}
"""Lines after which a day without a label is that of another article, or of a comment."""
_BETWEEN = re.compile(r"[|\u2022\u00b7\u00a6]")
_DASHES = re.compile(r"(?<=\s)[-\u2013\u2014](?=\s)(?!\s*\d{1,2}:)")
"""What is between a number, a day with its label, and a section; not what parts a day and its clock."""
_LONGEST_LABEL = 40
"""Code points of a label in the line above a date."""
_ABOVE = (Role.SECTION, Role.NAVIGATION)
"""What the line of outlet, day and section above the title is taken for."""
_NEAR_TITLE = 2
"""Lines from the day beside outlet and section to the title: a kicker may be between them."""
_FEW_WORDS = 6
"""Blanks of a line of outlet, day and section."""
_MOST_DAYS = 20
"""Links that are read as a day; a page of more is an archive."""
_BELOW = 200
"""Code points below the text within which the link to the article itself is looked for."""
_SHORTEST, _LONGEST = 6, 240
"""Code points of a line: a day with its year has at least the former («1/1/99»), a text of its own has more."""


class DatesApart(NamedTuple):
    """What lines that are no date lines say."""

    published: NewsDate | None = None
    """The day right below the text, or after a label."""
    modified: NewsDate | None = None
    """The day after a label of an update."""
    labeled: NewsDate | None = None
    """The day after a label of publication."""


def dates_apart(ctx: Context) -> DatesApart:
    """Return the dates that lines below the title print with a label, or shortly below the text without one.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره كثيرون.<footer>Last edited 12/3/2024</footer>"
    >>> dates_apart(Context(arnews.label(arnews.read_html(page)))).modified.isoformat()
    '2024-03-12'
    """
    published = opening = modified = None
    titles, body = ctx[Role.HEADLINE], ctx[Role.BODY]
    start = titles[0].start if titles else 0
    last = body[-1].end if body else len(ctx.text)
    first = body[0].start if titles and body else 0
    others = False
    above = line_of_day_above(ctx)
    near = ctx.segments.index(titles[0]) if titles else 0
    labeled = ctx.segments[max(near - _NEAR_TITLE, 0) : near]
    for segment in ctx.segments:
        if segment.role is Role.HEADLINE:
            others = False
        elif segment.role in _ELSEWHERE:
            others = True
        stated = segment in labeled and may_hold_label(segment.text)  # right above the title a label tells
        if segment is not above and (segment.role not in _LINES or (segment.start < start and not stated)):
            continue
        if not _may_hold_date(segment.text):
            continue
        beside = segment.start < first and (
            segment.role in _BESIDE_NAMES
            or segment is above
            or (segment.role is Role.NAVIGATION and not ctx.links_in(segment))
            or _is_day(segment, ctx)
            or len(names_beside_day(segment)) > 0
            or (_BETWEEN.search(segment.text) is not None and not ctx.links_in(segment))
        )
        # Where a day without a label is that of something else, most lines need not be read.
        plain = not others and (beside or segment.start >= last)
        if not (plain or may_hold_label(segment.text)):
            continue
        for at, label, date in _dates_in(segment, beside=beside):
            if segment.start < start and segment is not above and label != "published":
                continue
            before = segment.text[: date.start - segment.start]
            if is_clock_zero(date) or is_later(date, ctx.fetched_at) or is_of_something_else(before):
                continue
            if label is None and at == 0 and _is_below_update(segment, ctx):
                label = "modified"
            if label == "modified":
                modified = modified or date
            elif label == "published":
                published = published or date
            elif plain and (beside or at == 0):
                opening = opening or date
    day = published or opening or (_linked_day(ctx) if modified is None else None)
    return DatesApart(day, modified, published)


def line_of_day_above(ctx: Context) -> Segment | None:
    """Return the line shortly above the title with the day between outlet and section.

    >>> import arnews
    >>> line_of_day_above(Context(arnews.label(arnews.read_text("عاجل")))) is None
    True
    """
    title = ctx[Role.HEADLINE][0].start if ctx[Role.HEADLINE] else 0
    lines = [line for role in _ABOVE for line in ctx[role] if line.start < title and _may_hold_date(line.text)]
    line = max(lines, default=None)
    at = ctx.segments.index(line) if line is not None else 0
    near = [segment.role for segment in ctx.segments[at + 1 : at + 1 + _NEAR_TITLE]]
    return line if line is not None and Role.HEADLINE in near and line.text.count(" ") < _FEW_WORDS else None


def _linked_day(ctx: Context) -> NewsDate | None:
    """Return the day that the only link of its kind shortly below the text is: the address of the article itself."""
    if not ctx[Role.BODY]:
        return None
    last = ctx[Role.BODY][-1].end
    links = [link for link in ctx.links if _may_hold_date(ctx.link_text(link))]
    lines = [(link, read_date_line(ctx.link_text(link))) for link in links[:_MOST_DAYS]]
    days = [(link, line.slots[0].date) for link, line in lines if line is not None and line.full]
    if len(days) != 1 or not last <= days[0][0].start <= last + _BELOW:
        return None
    link, day = days[0]
    return None if day is None else evolve(day, start=day.start + link.start, end=day.end + link.start)


def _is_below_update(segment: Segment, ctx: Context) -> bool:
    """Tell whether the line above a date is the label of an update: «Last updated»."""
    above = ctx.segment_at(segment.start - 2) if segment.start > 1 else None
    return above is not None and len(above.text) <= _LONGEST_LABEL and is_of_update(above.text)


def _is_day(segment: Segment, ctx: Context) -> bool:
    """Tell whether a line is a full date and nothing else, with no label in the line above it that tells otherwise."""
    line = read_date_line(segment.text)
    above = ctx.segment_at(segment.start - 2) if segment.start > 1 else None
    return line is not None and (above is None or not is_of_something_else(above.text))


def update_of_list(ctx: Context) -> NewsDate | None:
    """Return the one day that a page without an article calls its update, in no footer; those of items are several.

    >>> import arnews
    >>> page = "<div>الخميس 10/3/2016 (آخر تحديث) الساعة 15:50</div>" + "<li><a href=/1>افتتاح المعرض الدولي</a>" * 9
    >>> update_of_list(Context(arnews.label(arnews.read_html(page)))).isoformat()
    '2016-03-10T15:50'
    """
    found = [
        date
        for segment in ctx.segments
        if segment.role in _OF_LIST and _may_hold_date(segment.text)
        for _, label, date in _dates_in(segment)
        if label == "modified" and not is_later(date, ctx.fetched_at)
    ]
    return found[0] if len(found) == 1 else None


def _may_hold_date(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and may_hold_date(text)


def _dates_of_parts(segment: Segment, signs: re.Pattern[str]) -> list[tuple[int, str | None, NewsDate]]:
    """Return the full dates of the parts between signs that are date lines, each with its offset and label."""
    found: list[tuple[int, str | None, NewsDate]] = []
    ends = [(sign.start(), sign.end()) for sign in signs.finditer(segment.text)]
    for at, past in zip(
        [0, *[end for _, end in ends]], [*[start for start, _ in ends], len(segment.text)], strict=True
    ):
        part = segment.text[at:past]
        line = read_date_line(part)
        if line is None and (at == 0 or signs is _DASHES):
            split = split_date_line(part)
            line = split[1] if split is not None and not split[0] else None
        for slot in line.slots if line is not None else ():
            if slot.date is not None and slot.date.date is not None:
                offset = segment.start + at
                date = evolve(slot.date, start=slot.date.start + offset, end=slot.date.end + offset)
                found.append((at + slot.start, slot.label, date))
    return found


def _dates_in(segment: Segment, *, beside: bool = False) -> list[tuple[int, str | None, NewsDate]]:
    """Return the full dates of the parts of a line that are date lines, each with its offset in the line and label."""
    if not may_hold_date(segment.text):
        return []
    found = _dates_of_parts(segment, _BETWEEN)
    if not found and may_hold_label(segment.text):
        # «رمز الخبر: 318842 - تاريخ النشر: 7 أبريل 2019 محليات»: what has a label is told among other things.
        found = [each for each in _dates_of_parts(segment, _DASHES) if each[1] is not None]
    if not found and segment.role is Role.DECK:
        before = credit_before_date(segment)
        day = before[1].date if before is not None else None
        if before is not None and day is not None and day.date is not None:
            start = segment.start + before[1].start
            found.append((0, None, evolve(day, start=start, end=segment.start + before[1].end)))
    if not found:
        mentions = [mention for mention in find_dates(segment.text) if mention.date is not None]
        day = mentions[0].date if len(mentions) == 1 else None
        update = (
            day is not None and segment.role is not Role.DISCLAIMER and is_of_update(segment.text[: mentions[0].start])
        )
        several = segment.role is Role.BYLINE or (beside and segment.role in _SEVERAL)
        if not (update or several) and not names_beside_day(segment):
            return found
        if day is not None and day.date is not None:
            # Name, date and section in one line, or the day before the name.
            start = segment.start + mentions[0].start
            found.append(
                (0, "modified" if update else None, evolve(day, start=start, end=segment.start + mentions[0].end))
            )
    return found
