"""What bylines, datelines, openings and closing credits print, for the fields that they name people and places in."""

from __future__ import annotations

import re

from attrs import evolve

from arnews.article import Author
from arnews.credits import is_given_name, read_agency, read_credit, read_ending, read_opening
from arnews.credits.tables import tables
from arnews.dates import Precision, find_dates, may_hold_date
from arnews.document import Origin, Segment
from arnews.fields.among import names_after_labels
from arnews.fields.context import Context
from arnews.fields.credit_lines import (
    Collector,
    agencies_in,
    read_after_label,
    read_among_counts,
    read_beside_date,
    read_line,
    read_writer,
)
from arnews.fields.mentioned import heads_title, is_speaker, names_source
from arnews.fields.names import photographer_in, presented_in
from arnews.fields.section_bylines import names_section
from arnews.fields.site import is_site_name
from arnews.fields.site_lines import read_site_and_place
from arnews.fields.unnamed import read_unnamed
from arnews.fields.unsigned import is_contact, unsigned_lines
from arnews.labeling.pages.links import leads_to_author, leads_to_section, leads_to_tag
from arnews.roles import Role
from arnews.text.fold import squeeze
from arnews.text.letters import BLANKS
from arnews.text.references import with_blanks

__all__ = ["are_initials", "collect_credits"]


_TITLES = frozenset((Role.HEADLINE, Role.KICKER))
_TELLING = _TITLES | frozenset(
    (
        Role.BYLINE,
        Role.DATELINE,
        Role.BODY,
        Role.NOTE,
        Role.CONTRIBUTORS,
        Role.TIMESTAMP,
        Role.COUNTER,
        Role.DECK,
        Role.SECTION,
        Role.NAVIGATION,
        Role.SOURCE,
    )
)
_BODY, _BYLINE, _CONTRIBUTORS = Role.BODY, Role.BYLINE, Role.CONTRIBUTORS
_DATELINE, _NOTE, _SUBHEADING, _TIMESTAMP = Role.DATELINE, Role.NOTE, Role.SUBHEADING, Role.TIMESTAMP
_COUNTER, _DECK = Role.COUNTER, Role.DECK
_HOST = re.compile(r"[\w-]+(?:\.[A-Za-z]{2,})+", re.ASCII)
_DATED_OPENING = re.compile(r"([^()\n]{4,60}\d{4}[^()\n]{0,4})\(([^()\n]{2,30})\)\s*+[-\u2013\u2014:]")
"""A place that nobody knows, the day and an agency in brackets, in front of a dash."""
_ABBREVIATION = 4
"""Letters of the name of an agency that nobody knows; a place has more."""
_SITE_OPENING = re.compile(r"\s*([^\W\d_][^-\u2013\u2014_:.,\u060c]{1,24}?)\s?(?:[-\u2013\u2014]\s|_\s?)")
_CLAUSE = re.compile(r"[^،,؛]{0,120}")
_NOTE_REACH = 5
"""Words of a note within which the author is named."""
_PICTURES = 3
"""Captions from which an article is a gallery, beside the line that says who took its pictures."""
_CLOSING_LONGEST = 40
"""Code points of a closing line that names an agency beside an outlet that nobody knows."""
_PICTURE_LINES = (Role.BYLINE, Role.CAPTION)
_SPEECH = tuple("«\"“”„'‘")
"""What opens the words of somebody who is named in front of a colon."""
_QUOTES = (("«", "»"), ('"', '"'), ("“", "”"), ("(", ")"))
_SUMMARY_PARAGRAPHS = 3
"""Paragraphs of a text whose first one is a summary, and whose second one opens with the dateline."""
_REPORTERS = 2
"""A report inside a report is signed by no more than these."""


def collect_credits(ctx: Context) -> Collector:
    """Read every byline, dateline, opening and closing credit that a document prints.

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي\\nكتبت: ليلى حسن\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."
    >>> list(collect_credits(Context(arnews.label(arnews.read_text(text)))).authors)
    ['ليلى حسن']
    """
    found = Collector()
    opened = False
    chosen = bool(ctx.chosen(_BYLINE))
    unsigned = ctx.once(unsigned_lines)
    for at, segment in enumerate(ctx.segments):
        role = segment.role
        if role not in _TELLING or (chosen and role is _BYLINE and segment.reason.origin is not Origin.SELECTOR):
            continue
        if segment.start in unsigned or (role is _BYLINE and names_section(segment, ctx)):
            continue
        if role is _BYLINE and opened and is_contact(ctx, at):
            continue
        if role is _BYLINE and opened and found.authors:
            if not _read_inner(segment, found, ctx):
                _read_closing(segment, found)
        elif role is _DATELINE and _is_picture_bank(ctx, at):
            continue
        elif role is _BYLINE or role is _DATELINE:
            if role is _BYLINE and (_read_several(segment, found, ctx) or names_source(at, ctx)):
                continue
            if role is _BYLINE and (is_speaker(segment, ctx) if opened else heads_title(segment)):
                continue
            # Below the text of a page is much else, and the first line of a text without a title may be the title.
            titled = at > 0 or bool(ctx[Role.HEADLINE])
            read_line(segment, found, ctx, strict=not titled or (opened and ctx.page is not None))
            if role is _DATELINE and not opened and may_hold_date(with_blanks(segment.text)):
                _read_day(segment, found)
            if role is _BYLINE and not opened and squeeze(segment.text) in tables().authors:
                read_after_label(ctx.segments[at + 1 : at + 2], found)
        elif role is _BODY:
            if not opened or (at and ctx.segments[at - 1].role is _SUBHEADING):
                _read_paragraph(segment, found, first=not opened)
            elif segment is ctx[_BODY][1] and not (found.places or found.agencies):
                _read_second(ctx[_BODY][1:_SUMMARY_PARAGRAPHS], found)
            if not opened and ctx.page is not None and not found.agencies:
                _read_site(segment, found, ctx)
            opened = True
        elif role is _NOTE:
            _read_note(segment, found)
        elif role is _CONTRIBUTORS:
            _read_closing(segment, found)
        elif role in _TITLES:
            if not opened:
                read_writer(segment, found)
        elif role is _TIMESTAMP or role is _DECK:
            if not opened:
                read_beside_date(segment, found, ctx)
        elif role is Role.SECTION:
            if not opened:
                read_site_and_place(segment, found, ctx)
        elif role is Role.SOURCE:
            if not opened:
                _read_reporters(segment, found)
        elif role is Role.NAVIGATION:
            if not opened and ctx.page is not None and segment.text.endswith(tables().inside):
                read_beside_date(segment, found, ctx)
        elif role is _COUNTER and not opened and ctx.page is not None:
            if not found.authors:
                read_among_counts(segment, found)
            read_beside_date(segment, found, ctx)
    if ctx.page is not None:
        _drop_site(found, ctx)
    # Below the text a name is that of the author if there is none above it, else of somebody who helped.
    signed = found.contributors if found.authors else found.authors
    for name, author in found.closing.items():
        own = found.contributors if are_initials(name) else signed
        own.setdefault(name, author)
    if not found.authors:
        read_unnamed(found, ctx)
    _tell_outlets(found, ctx)
    _drop_illustrators(found, ctx)
    if ctx.page is not None:
        if not found.authors:
            _read_photographer(found, ctx)
        _drop_site(found, ctx)
    return found


def are_initials(name: str) -> bool:
    """Tell whether a name is letters: those of the desk, which agencies print at the end of an item.

    >>> are_initials("ن س"), are_initials("ن. حسن")
    (True, False)
    """
    return all(len(word) == 1 for word in squeeze(name).split())


def _read_several(segment: Segment, found: Collector, ctx: Context) -> bool:
    """Read a byline that holds a section or a day beside the name, if a label says which is the name; tell if so."""
    if ctx.page is None or segment.reason.origin is Origin.SELECTOR:
        return False
    links = ctx.links_in(segment)
    if any(map(leads_to_author, links)):
        return False  # they tell the names
    if not may_hold_date(segment.text) and not any(leads_to_section(link) or leads_to_tag(link) for link in links):
        return False
    names = tuple(names_after_labels(segment, ctx))
    found.add(segment, persons=names)
    return bool(names)


def _tell_outlets(found: Collector, ctx: Context) -> None:
    """Tell outlets from persons in a text: what its masthead names, or its body quotes, is an outlet.

    «المرفأ الحر/ عدن: …» looks like a person and a place; further down the report says «تحدث إلى "المرفأ الحر"».
    """
    if ctx.page is not None:
        return
    for name, author in list(found.authors.items()):
        line = found.lines[name]
        credit = read_credit(line.text)
        labeled = (credit is not None and credit.sure) or author.job_title is not None
        if labeled or " " not in name or is_given_name(name.split()[0]) or squeeze(name) in tables().desks:
            continue
        mastheads = {squeeze(segment.text) for segment in ctx[Role.MASTHEAD]}
        if squeeze(name) in mastheads or any(f"{a}{name}{b}" in ctx.text for a, b in _QUOTES):
            del found.authors[name]
            found.add_agency(name, line)


def _drop_illustrators(found: Collector, ctx: Context) -> None:
    """Drop an author whom another line names as the one who took or drew the pictures, where somebody else signs."""
    drawn = {photographer_in(segment.text) for role in _PICTURE_LINES for segment in ctx[role]} - {None}
    for name in drawn:
        if name in found.authors and len(found.authors) > 1:
            del found.authors[name]


def _read_photographer(found: Collector, ctx: Context) -> None:
    """Read who took the pictures of a gallery, where nobody else signs it: «عدسة: …» between title and text."""
    captions, body = ctx[Role.CAPTION], ctx[_BODY]
    if not body or len(captions) <= _PICTURES:
        return
    for segment in captions:
        name = photographer_in(segment.text) if segment.start < body[0].start else None
        if name is not None:
            found.add(segment, persons=(name,))
            return


def _drop_site(found: Collector, ctx: Context) -> None:
    """Drop persons and places that are the site itself, which openings name («نابلس - المثال: …»), not outlets."""
    for name in [name for name in found.authors if is_site_name(name, ctx.site)]:
        if squeeze(name) not in tables().desks and found.lines[name].role is _BODY:
            del found.authors[name]
    for name in [name for name in found.places if is_site_name(name, ctx.site) and not _is_town(name, ctx)]:
        del found.places[name]


def _is_town(name: str, ctx: Context) -> bool:
    """Tell whether a name is that of a town in the longer name of the outlet («إذاعة القيروان»)."""
    key = squeeze(name)
    return key in tables().places and key not in ctx.site


def _is_picture_bank(ctx: Context, at: int) -> bool:
    """Tell whether a line is the address of whom the picture above it is from."""
    above = ctx.segments[at - 1].role if at else None
    if ctx.page is None or above is not Role.CAPTION:
        return False
    return _HOST.fullmatch(ctx.segments[at].text.strip(BLANKS)) is not None


def _read_paragraph(segment: Segment, found: Collector, *, first: bool) -> None:
    """Read the opening of a paragraph; further down only one that cannot be a list of names or a plain place."""
    opening = read_opening(segment.text)
    if opening is not None and not first and segment.text[opening.end :].lstrip()[:1] in _SPEECH:
        return  # who speaks
    if opening is None:
        dated = _DATED_OPENING.match(segment.text) if first else None
        agency = read_agency(dated[2].strip()) if dated is not None else None
        if dated is not None and (agency is not None or _may_be_agency(dated[2].strip())):
            _read_day(segment, found, 0, dated.end(1))
        return
    if first and opening.date_span is not None:
        _read_day(segment, found, *opening.date_span)
    if not first and (
        not opening.sure or len(opening.persons) > _REPORTERS or not (opening.persons or opening.agencies)
    ):
        return
    raw = segment.text[opening.start : opening.end].strip()
    found.add(segment, persons=opening.persons, places=opening.places, agencies=opening.agencies, raw=raw)


def _read_second(paragraphs: tuple[Segment, ...], found: Collector) -> None:
    """Read place and name that open the second paragraph, where the first is a summary: the third opens with none."""
    if len(paragraphs) < _SUMMARY_PARAGRAPHS - 1:
        return
    opening, other = (read_opening(paragraph.text) for paragraph in paragraphs)
    if opening is None or not opening.sure or (other is not None and other.places):
        return
    if opening.persons and not opening.places:
        return  # who speaks
    persons = () if found.authors else opening.persons
    raw = paragraphs[0].text[opening.start : opening.end].strip()
    found.add(paragraphs[0], persons=persons, places=opening.places, agencies=opening.agencies, raw=raw)


def _may_be_agency(name: str) -> bool:
    """Tell whether a short name in brackets may be that of an agency, not the country of the place before it."""
    credit = read_credit(name)
    return len(name) <= _ABBREVIATION and not (credit is not None and credit.places)


def _read_site(segment: Segment, found: Collector, ctx: Context) -> None:
    """Read the outlet of the page where it opens its first paragraph with nothing but a dash after it."""
    opening = _SITE_OPENING.match(segment.text)
    if opening is not None and is_site_name(opening[1], ctx.site) and not _is_town(opening[1], ctx):
        found.agencies[squeeze(opening[1]).replace(" ", "")] = opening[1]
        found.lines[opening[1]] = segment
        found.raw.append(opening[0].strip())


def _read_day(segment: Segment, found: Collector, start: int = 0, end: int | None = None) -> None:
    """Add the dates that a dateline, or a part of a segment, prints."""
    found.dates += [
        evolve(mention.date, start=mention.start + start + segment.start, end=mention.end + start + segment.start)
        for mention in find_dates(with_blanks(segment.text[start:end]))
        if mention.date is not None and mention.date.precision is not Precision.YEAR
    ]


def _read_reporters(segment: Segment, found: Collector) -> None:
    """Read place and reporters after the label of the source above a text: «المصدر: الشارقة - ليلى حسن»."""
    _, colon, text = segment.text.partition(":")
    credit = read_credit(text.strip()) if colon else None
    if credit is not None and credit.places and credit.persons and not credit.agencies:
        found.add(segment, persons=credit.persons, places=credit.places, raw=text.strip())


def _read_note(segment: Segment, found: Collector) -> None:
    """Read the author whom an editor's note names: «هذا المقال بقلم د. …، والآراء …»."""
    words = _CLAUSE.match(segment.text).group().split()  # type: ignore[union-attr]
    for first in range(1, min(len(words) - 1, _NOTE_REACH)):
        credit = read_credit(" ".join(words[first:]))
        if credit is not None and credit.sure and credit.persons:
            found.add(segment, persons=credit.persons)
            return
    name = presented_in(segment.text)
    if name is not None:
        found.add(segment, persons=(name,))


def _read_inner(segment: Segment, found: Collector, ctx: Context) -> bool:
    """Read who signs a report inside a report, town and name between its paragraphs; tell whether the line is one."""
    if ctx.page is not None or segment.start > ctx[_BODY][-1].start:
        return False
    credit = read_credit(segment.text)
    if credit is None or not (credit.sure and credit.persons) or credit.job_title is not None:
        return False
    if not credit.places and len(found.authors) < _REPORTERS:
        return False  # after the first of them a label will do, before it he helped
    found.add(segment, persons=credit.persons)
    return True


def _read_closing(segment: Segment, found: Collector) -> None:
    ending = read_ending(segment.text)
    if ending is None:
        credit = read_credit(segment.text)
        if credit is None:
            if len(segment.text) <= _CLOSING_LONGEST:
                for agency in agencies_in(segment.text):
                    found.add_agency(agency, segment)
            return
        for agency in credit.agencies:
            found.add_agency(agency, segment)
        for name in credit.persons:
            if credit.sure or credit.places or (" " in name and is_given_name(name.split()[0])):
                found.closing.setdefault(name, Author(name=name, job_title=credit.job_title, raw=segment.text))
                found.lines.setdefault(name, segment)
        return
    for name in ending.names:
        found.contributors.setdefault(name, Author(name=name, raw=segment.text))
        found.lines.setdefault(name, segment)
    for agency in ending.agencies:
        found.add_agency(agency, segment)
