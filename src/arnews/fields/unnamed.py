"""Who signs a document in which no byline names a person: lines of several things, labels, boxes, reporters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from arnews.credits import is_given_name, read_credit
from arnews.credits.tables import tables
from arnews.dates import may_hold_date, read_date_line
from arnews.document import Segment
from arnews.fields.among import names_after_labels, names_beside_day
from arnews.fields.context import Context
from arnews.fields.credit_lines import Collector, lone_signature, read_among_counts, read_line
from arnews.fields.names import names_reporter
from arnews.fields.unsigned import is_contact, unsigned_lines
from arnews.labeling.pages.links import leads_to_section
from arnews.roles import OTHERS, Role
from arnews.text.fold import squeeze
from arnews.text.letters import BLANKS

__all__ = ["names_beside_date", "other_parts", "read_unnamed"]

_PARTS = re.compile(r"[|\u2022\u00b7\u00a6]|(?<=\s)[-\u2013\u2014](?=\s)")
_LONGEST = 140
"""Code points of a line of several things."""
_REPORTER_WORDS = 4
_DESK_WORDS = 2
_TITLE_WORDS = 3
"""Blanks of a title in front of a name."""
_LINES = frozenset(
    (Role.DECK, Role.COUNTER, Role.TIMESTAMP, Role.NAVIGATION, Role.RESIDUE, Role.DISCLAIMER, Role.CAPTION)
)
"""What labelers make of a line that holds a name beside other things."""
_AMONG = (_LINES | {Role.BYLINE, Role.NOTE, Role.AUTHOR_BIO, Role.SECTION}) - {Role.CAPTION}
"""The same, where a label or a day is beside the name."""
_BESIDE_COUNTS = OTHERS | {Role.DECK, Role.NAVIGATION}
"""What a line of a name and counts is taken for where it is not called a count."""
_BELOW = OTHERS | {Role.COMMENTS}
_LABEL_WORDS = 3
_NEAR = 6
"""Segments below the text in which the article may be signed."""
_BODY, _BYLINE, _CAPTION, _HEADLINE = Role.BODY, Role.BYLINE, Role.CAPTION, Role.HEADLINE


def read_unnamed(found: Collector, ctx: Context) -> None:
    """Add the authors whom other lines than bylines name, the surest kind of line first.

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي\\nمراسل المرفأ نت\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."
    >>> found, ctx = Collector(), Context(arnews.label(arnews.read_text(text)))
    >>> read_unnamed(found, ctx)
    >>> list(found.authors)
    ['مراسل المرفأ نت']
    """
    last = ctx[_BODY][-1].start if ctx[_BODY] else 0
    for at, segment in enumerate(ctx.segments if ctx[Role.AUTHOR_BIO] else ()):
        if segment.role is not Role.AUTHOR_BIO or (segment.start > last and is_contact(ctx, at)):
            continue
        # Some pages name the author in the box below the text and nowhere else.
        boxed = Collector()
        read_line(segment, boxed, ctx, strict=True)
        for name, author in boxed.authors.items():
            found.add(segment, persons=(name,), job=author.job_title)
    if not found.authors:
        _read_around(found, ctx)
    if not found.authors and ctx.page is not None:
        _read_among(found, ctx)
    if not found.authors:
        _read_reporter(found, ctx)
    if not found.authors:
        _read_title_end(found, ctx)


def _read_title_end(found: Collector, ctx: Context) -> None:
    """Read the name after the only slash of a title of a Mauritanian paper: «موسم الأمطار في الضفة/ ليلى حسن»."""
    for segment in ctx[_HEADLINE]:
        title, slash, name = segment.text.rpartition("/")
        words = name.split()
        if not slash or "/" in title or title.count(" ") < _TITLE_WORDS or not 1 < len(words) <= _REPORTER_WORDS:
            continue
        credit = read_credit(" ".join(words)) if is_given_name(words[0]) else None
        if credit is not None and credit.persons == (" ".join(words),):
            found.add(segment, persons=credit.persons)
            return


def other_parts(segment: Segment) -> tuple[str, ...]:
    """Return what a line holds besides a full date, by the bars, dots and dashes in it; nothing if it has no date.

    >>> import arnews
    >>> text = "افتتاح المعرض\\nثقافة | 5 يوليو 2022 13:13 | ليلى حسن\\nافتتح الوزير أمس المعرض، وحضره كثيرون."
    >>> other_parts(arnews.label(arnews.read_text(text)).segments[1])
    ('ثقافة', 'ليلى حسن')
    """
    if len(segment.text) > _LONGEST or not may_hold_date(segment.text):
        return ()
    parts = [part.strip() for part in _PARTS.split(segment.text) if part.strip()]
    if len(parts) < 2:
        return ()
    lines = [read_date_line(part) for part in parts]
    dated = any(
        line is not None and any(slot.date is not None and slot.date.date is not None for slot in line.slots)
        for line in lines
    )
    if not dated:
        return ()
    return tuple(part for part, line in zip(parts, lines, strict=True) if line is None)


def _lines_around(ctx: Context, is_wall: Callable[[Segment], bool]) -> Iterator[tuple[Segment, bool]]:
    """Yield the lines between title and text, and the nearest ones below the text up to a wall.

    With each goes whether it is above the text.
    """
    titles, bodies = ctx[_HEADLINE], ctx[_BODY]
    if not titles or not bodies:
        return
    first, last = bodies[0].start, bodies[-1].start
    below = 0
    for segment in ctx.segments:
        if segment.start <= titles[0].start or first <= segment.start <= last:
            continue
        if segment.start > last:
            below += 1
            if is_wall(segment) or below > _NEAR:
                break
        yield segment, segment.start < first


def _read_around(found: Collector, ctx: Context) -> None:
    """Read names beside a date in a line above the text, and after a label in a line around it."""
    for segment, above in _lines_around(ctx, lambda line: line.role in _BELOW):
        if segment.role not in _LINES or len(segment.text) > _LONGEST:
            continue
        for name in names_beside_date(segment) if above else ():
            found.add(segment, persons=(name,))
        words = squeeze(segment.text).split()
        if segment.role is _CAPTION:
            credit = read_credit(segment.text) if names_reporter(segment.text) else None
            if credit is not None:
                found.add(segment, persons=credit.persons, places=credit.places, job=credit.job_title)
        elif not found.authors and any(" ".join(words[:n]) in tables().authors for n in range(1, _LABEL_WORDS + 1)):
            credit = read_credit(segment.text)
            if credit is not None and credit.sure and credit.persons:
                found.add(segment, persons=credit.persons, job=credit.job_title)
        if found.authors:
            break


def _read_among(found: Collector, ctx: Context) -> None:
    """Read the author inside a line of several things above the text, or shortly below it: after a label or a day."""

    def is_wall(line: Segment) -> bool:
        # A line that files the article under its sections belongs to it.
        return line.role in _BELOW and not any(map(leads_to_section, ctx.links_in(line)))

    for segment, above in _lines_around(ctx, is_wall):
        if above and segment.role in _BESIDE_COUNTS and len(segment.text) <= _LONGEST and not ctx.links_in(segment):
            read_among_counts(segment, found)
        if segment.role in _AMONG or segment.role in _BELOW:
            for name in names_after_labels(segment, ctx):
                found.add(segment, persons=(name,))
            beside = names_beside_day(segment) if not found.authors and above else ()
            if beside:
                found.add(segment, persons=beside)
        if found.authors:
            break


def names_beside_date(segment: Segment) -> list[str]:
    """Return the persons whom a line names beside a date and other short things.

    >>> import arnews
    >>> text = "افتتاح المعرض\\nثقافة | 5 يوليو 2022 13:13 | ليلى حسن\\nافتتح الوزير أمس المعرض، وحضره كثيرون."
    >>> names_beside_date(arnews.label(arnews.read_text(text)).segments[1])
    ['ليلى حسن']
    """
    names: list[str] = []
    for part in other_parts(segment):
        credit = lone_signature(part.strip(BLANKS + "«»\"'"))
        if credit is not None:
            names += credit.persons
    return names


def _read_reporter(found: Collector, ctx: Context) -> None:
    """Read a byline that is the reporter or desk of an outlet («مراسل المرفأ نت»): it signs."""
    unsigned = ctx.once(unsigned_lines)
    for segment in ctx[_BYLINE]:
        words = squeeze(segment.text).split()
        if segment.start in unsigned or not 1 < len(words) <= _REPORTER_WORDS:
            continue
        desk = len(words) > _DESK_WORDS and " ".join(words[:_DESK_WORDS]) in tables().desks  # «غرفة أخبار المرفأ»
        if not desk and words[0] not in tables().reporters:
            continue
        credit = read_credit(segment.text)
        if credit is None or credit.job_title is not None:
            found.add(segment, persons=(segment.text.strip(BLANKS + ":.-"),))
            return
