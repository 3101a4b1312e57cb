"""The lines of credits around a title: bylines, datelines, a label alone, an outlet beside a date."""

from __future__ import annotations

import re

from attrs import evolve

from arnews.addresses import host_of
from arnews.article import Author
from arnews.credits import Credit, bare_outlet, is_given_name, may_begin_credit, read_agency, read_credit, read_signed
from arnews.credits.tables import tables
from arnews.dates import DateMention, NewsDate, find_dates, may_hold_date
from arnews.document import Segment
from arnews.fields.context import Context
from arnews.fields.names import names_trade
from arnews.fields.site import is_site_name
from arnews.roles import Role
from arnews.text.fold import squeeze
from arnews.text.letters import BLANKS

__all__ = [
    "SEPARATOR",
    "Collector",
    "agencies_in",
    "lone_signature",
    "read_after_label",
    "read_among_counts",
    "read_beside_date",
    "read_line",
    "read_writer",
    "writer_in",
]

_AUTHOR_BIO, _BYLINE, _DATELINE = Role.AUTHOR_BIO, Role.BYLINE, Role.DATELINE
_READ = frozenset((Role.BYLINE, Role.DATELINE, Role.BODY, Role.TIMESTAMP, Role.HEADLINE))
"""Roles of lines that say themselves what they are: none of them is the name after a label."""
_MENU = frozenset((Role.NAVIGATION, Role.SECTION))
SEPARATOR = re.compile(r"[-–—/|،,:]")
"""What is between names, places and outlets in one line."""
_PARTS = re.compile(r"[|\u2022\u00b7\u00a6]")
_COUNT = re.compile(r"\d[\d.,]*+[KkMm]?\s++(?=\D)")
_AND = re.compile(r"[+،,/&]")
_AROUND = BLANKS + "•*-|:"
_BESIDE = " - "
_OUTLET_WORDS = 3
"""Spaces in a line from which it is more than the name of an outlet."""
_OUTLET_LONGEST = 40
_WRITER_REACH = 60
"""Code points of a title within which a name, the verb and a colon are."""
_COLUMN = re.compile(r"\.\.+|[\u2026|!\u061f]|\s[-\u2013\u2014/]\s")
"""What is between the name of a column and that of its writer."""
_DATED_LONGEST = 120
"""Code points of a line of place, agency, day and counts."""
_BEFORE_DAY = frozenset((Role.TIMESTAMP, Role.NAVIGATION))
"""Roles of the towns in front of a day that has a line of its own."""
_BEFORE_DATE = BLANKS + "-–—|،,:/("
_NUMBERS = BLANKS + "0123456789٠١٢٣٤٥٦٧٨٩/-."


class Collector:
    """Gathers names in order, each once, with the line that each was read from first."""

    def __init__(self) -> None:
        self.authors: dict[str, Author] = {}
        self.contributors: dict[str, Author] = {}
        self.places: dict[str, None] = {}
        self.agencies: dict[str, str] = {}
        self.closing: dict[str, Author] = {}
        self.raw: list[str] = []
        self.dates: list[NewsDate] = []
        self.lines: dict[str, Segment] = {}
        """The line of each person, place and agency."""

    def add_agency(self, name: str, segment: Segment) -> None:
        """Add an agency; of two spellings («نيوز يمن», «نيوزيمن») the one nearer to the text stays."""
        name = _whole(name)
        self.agencies[squeeze(name).replace(" ", "")] = name
        self.lines.setdefault(name, segment)

    def add(
        self,
        segment: Segment,
        *,
        persons: tuple[str, ...] = (),
        places: tuple[str, ...] = (),
        agencies: tuple[str, ...] = (),
        raw: str | None = None,
        job: str | None = None,
    ) -> None:
        """Add what one credit says: all of a segment, or the part of it that is given as ``raw``."""
        text = segment.text if raw is None else raw
        persons = tuple(name for name in persons if len(name) > 1)
        for name in persons:
            self.authors.setdefault(name, Author(name=name, job_title=job, raw=text))
        for name in (*persons, *places):
            self.lines.setdefault(name, segment)
        self.places.update(dict.fromkeys(places))
        for agency in agencies:
            self.add_agency(agency, segment)
        if places or agencies:
            self.raw.append(text)


def _whole(name: str) -> str:
    """Return the name of an agency without the half of a bracket in front: «-(ا ف ب»."""
    bare = name.lstrip(_AROUND + "(")
    return bare if bare and ")" not in bare else name


def agencies_in(text: str) -> list[str]:
    """Return the agencies that a text names and nothing else, one or several.

    >>> agencies_in("رويترز + وكالات"), agencies_in("وكالة الأنباء الفرنسية (أ ف ب)")
    (['رويترز', 'وكالات'], ['وكالة الأنباء الفرنسية'])
    """
    found: list[str] = []
    for part in (text, *_AND.split(text)) if _AND.search(text) else (text,):
        names = (read_agency(name.strip(_AROUND), outlets=False) for name in (part, part.partition("(")[0]))
        found += next(([name] for name in names if name is not None), [])
    return found


def _short_lines(ctx: Context) -> dict[str, int]:
    """Return where each short line of a document begins first, by its key."""
    found: dict[str, int] = {}
    for line in ctx.segments:
        if line.text.count(" ") < _OUTLET_WORDS:
            found.setdefault(squeeze(line.text), line.start)
    return found


def _is_above(name: str, segment: Segment, ctx: Context) -> bool:
    """Tell whether a short line above a segment is a name: the outlet may be among them."""
    return ctx.once(_short_lines).get(squeeze(name), segment.start) < segment.start


def read_line(segment: Segment, found: Collector, ctx: Context, *, strict: bool) -> None:
    """Read a byline or dateline, part by part if it is not ``strict``; a box about the author with its label."""
    if _BESIDE in segment.text and read_credit(segment.text) is None and _read_beside_outlet(segment, found, ctx):
        return
    if strict:
        credit = read_credit(segment.text)
        if credit is None and segment.role is _AUTHOR_BIO:
            credit = read_credit(bare_outlet(segment.text))
    else:
        credit = read_signed(segment.text, byline=segment.role is _BYLINE) or _read_without_date(segment)
    if credit is None and ctx.page is not None and segment.role is _BYLINE:
        credit = _read_inside(segment)
    if credit is None:
        return
    credit = _home_agency(credit, ctx)
    if (
        segment.role is _DATELINE
        and credit.persons
        and not (credit.sure or is_given_name(credit.persons[0].split()[0]))
    ):
        credit = evolve(
            credit, persons=(), agencies=(*credit.agencies, *credit.persons)
        )  # an outlet that looks like one
    if not credit.persons and not credit.places and (_names_site(credit.agencies, ctx) or _is_section(segment, ctx)):
        return
    if segment.role is _DATELINE and ctx.page is not None and _is_of_site(segment, credit, ctx):
        return
    if credit.job_title and not credit.persons and credit.agencies:
        return  # «محلل الشؤون الدولية - رويترز»: whom he works for
    apart = credit.places and SEPARATOR.search(segment.text)
    if credit.job_title and not credit.persons and not credit.agencies and found.authors and not apart:
        # A title on the line below the name («كاتب سعودي», «كاتبة من تونس»).
        name, author = next(reversed(found.authors.items()))
        if author.job_title is None:
            title = segment.text.strip() if credit.places else credit.job_title
            found.authors[name] = Author(name=name, job_title=title, raw=author.raw)
        return
    if found.authors and not credit.places and not credit.agencies and names_trade(credit.persons):
        name, author = next(reversed(found.authors.items()))
        if author.raw != segment.text and author.job_title is None:
            found.authors[name] = evolve(author, job_title=credit.persons[0])
            return
    places = credit.places
    if credit.persons and credit.job_title:
        # «كاتبة من تونس», after the name, is where she comes from.
        job = segment.text.find(credit.job_title)
        places = tuple(place for place in places if not -1 < job < segment.text.find(place))
    found.add(segment, persons=credit.persons, places=places, agencies=credit.agencies, job=credit.job_title)


def _read_inside(segment: Segment) -> Credit | None:
    """Read a byline whose label is inside it: «نشر بتاريخ … بواسطة …»."""
    words = segment.text.split()
    for at in range(1, len(words) - 1):
        if squeeze(words[at]) in tables().authors:
            credit = read_credit(" ".join(words[at:]))
            if credit is not None and credit.sure and credit.persons:
                return credit
    return None


def _read_without_date(segment: Segment) -> Credit | None:
    """Read a byline as it is without the time among its names («… منذ 3 ساعات»)."""
    if segment.role is not _BYLINE or not may_hold_date(segment.text):
        return None
    mention = next(iter(find_dates(segment.text)), None)
    if mention is None:
        return None
    rest = f"{segment.text[: mention.start].rstrip()} - {segment.text[mention.end :].lstrip()}"
    return read_signed(rest, byline=True)


def read_after_label(follower: tuple[Segment, ...], found: Collector) -> None:
    """Read the name after a label that is a line of its own («كتب:»), whatever the name was taken for."""
    for segment in follower:
        if segment.role in _READ or len(segment.text) > _OUTLET_LONGEST:
            continue
        credit = read_signed(segment.text, byline=True)
        if credit is not None:
            found.add(segment, persons=credit.persons, job=credit.job_title)


def read_among_counts(segment: Segment, found: Collector) -> None:
    """Read the author in front of what bars or dots set apart («… · 3 دقائق»), or after a number («2.4K …»)."""
    parts = [part.strip() for part in _PARTS.split(segment.text) if part.strip()]
    counted = _COUNT.match(segment.text)
    name = segment.text[counted.end() :] if counted is not None else parts[0] if len(parts) > 1 else ""
    credit = lone_signature(name.strip())
    if credit is not None:
        found.add(segment, persons=credit.persons, job=credit.job_title)


def lone_signature(text: str) -> Credit | None:
    """Return the credit of one desk, or of one person whom a label or the given name tells; ``None`` for other texts.

    >>> lone_signature("ليلى حسن").persons, lone_signature("وسط المدينة")
    (('ليلى حسن',), None)
    """
    credit = read_credit(text)
    if credit is None or len(credit.persons) != 1 or " " not in credit.persons[0]:
        return None
    desk = squeeze(credit.persons[0]) in tables().desks
    return credit if desk or credit.sure or is_given_name(credit.persons[0].split()[0]) else None


def read_writer(segment: Segment, found: Collector) -> None:
    """Read the author whom a title names in front of a verb and a colon: «هاني الشريف يكتب: …»."""
    writer = writer_in(segment.text)
    if writer is not None:
        found.add(segment, persons=(writer,))


def writer_in(title: str) -> str | None:
    """Return the person whom a title names in front of a verb and a colon, after the name of the column if it has one.

    >>> writer_in("هاني الشريف يكتب: عن البحر"), writer_in("على الرصيف.. هاني الشريف يكتب: عن البحر")
    ('هاني الشريف', 'هاني الشريف')
    """
    head, colon, _ = title[:_WRITER_REACH].partition(":")
    words = _COLUMN.split(head)[-1].split() if colon else []
    at = next((at for at in range(2, len(words)) if squeeze(words[at]) in tables().writes), 0)
    after = squeeze(words[at + 1]) if at and at + 1 < len(words) else ""
    if not at or (at + 1 < len(words) and not after.startswith(tables().benefit)):
        return None
    credit = read_credit(" ".join(words[:at]))
    named = credit is not None and len(credit.persons) == 1 and is_given_name(words[0])
    return credit.persons[0] if credit is not None and named else None


def _home_agency(credit: Credit, ctx: Context) -> Credit:
    """Return a line that is one place as an agency, where the site is of the country of an agency of that name."""
    url = ctx.url
    if len(credit.places) != 1 or credit.persons or credit.agencies or url is None:
        return credit
    if tables().homes.get(squeeze(credit.places[0])) != host_of(url).rpartition(".")[2]:
        return credit
    return evolve(credit, places=(), agencies=credit.places)


def _names_site(agencies: tuple[str, ...], ctx: Context) -> bool:
    """Tell whether the outlets of a line are the page's own name, which is printed around the title of any item."""
    if ctx.page is None or not agencies:
        return False
    return all(
        (is_site_name(name, ctx.site) or any(f" {squeeze(name)} " in f" {key} " for key in ctx.site))
        and read_agency(name, outlets=False) is None
        for name in agencies
    )


def _is_section(segment: Segment, ctx: Context) -> bool:
    """Tell whether a line of a page is the name of a section, which some outlets have, too."""
    if ctx.page is None or segment.role is not _DATELINE:
        return False
    rule = ctx.book.whole(squeeze(segment.text))
    return rule is not None and rule.role is Role.SECTION


def _is_of_site(segment: Segment, credit: Credit, ctx: Context) -> bool:
    """Tell whether a line is the name of an outlet that nobody knows above the title, or a menu of sections."""
    title = ctx[Role.HEADLINE][0].start if ctx[Role.HEADLINE] else 0
    if segment.start < title and not credit.persons and not credit.places:
        return all(read_agency(name) is None for name in credit.agencies)
    rules = [ctx.book.whole(squeeze(part)) for part in _PARTS.split(segment.text)]
    return len(rules) > 1 and sum(rule is not None and rule.role in _MENU for rule in rules) * 2 >= len(rules)


def _read_beside_outlet(segment: Segment, found: Collector, ctx: Context) -> bool:
    """Read «outlet - name» and «place - outlet» of an outlet that only a short line above makes known; tell if so."""
    left, separator, right = (part.strip() for part in segment.text.partition(_BESIDE))
    if segment.role is _BYLINE and _is_above(left, segment, ctx):
        found.add(segment, persons=(right,), agencies=(left,))
    elif segment.role is _DATELINE and _is_above(right, segment, ctx):
        found.add(segment, places=(left,), agencies=(right,))
    else:
        return False
    return bool(separator)


def read_beside_date(segment: Segment, found: Collector, ctx: Context) -> None:
    """Read the outlet that a line of the date names after it, and places and agencies in front of it."""
    text = segment.text.lstrip(_NUMBERS)
    if segment.role in _BEFORE_DAY and not may_hold_date(text):
        towns = read_credit(text.strip(_BEFORE_DATE).removesuffix(f" {tables().inside}").rstrip(_BEFORE_DATE))
        if towns is not None and towns.places and not (towns.agencies or towns.persons):
            found.add(segment, places=towns.places)
            return
        if segment.role is Role.NAVIGATION:
            return
    agency = read_agency(text) if len(text) <= _OUTLET_LONGEST else None
    if agency is not None:
        credit = read_credit(text)
        if not (credit is not None and credit.places) and not _names_site((agency,), ctx):  # «عمان -» is the town
            found.add_agency(agency, segment)
        return
    before = credit_before_date(segment)
    if before is not None:
        credit, mention = before
        others = tuple(name for name in credit.agencies if not _names_site((name,), ctx))
        head = segment.text[: mention.start].rstrip(_BEFORE_DATE)
        found.add(segment, places=credit.places, agencies=others, raw=head)


def credit_before_date(segment: Segment) -> tuple[Credit, DateMention] | None:
    """Return place and agency in front of the only day of a line, and the day: «لندن - وكالات الثلاثاء 2/10/2018 …».

    >>> import arnews
    >>> line = arnews.label(arnews.read_text("لندن - وكالات الثلاثاء 2 أكتوبر 2018 مشاركة 13")).segments[0]
    >>> credit_before_date(line)[0].agencies
    ('وكالات',)
    """
    text = segment.text
    if len(text) > _DATED_LONGEST or not may_hold_date(text) or not may_begin_credit(text):
        return None
    mentions = [mention for mention in find_dates(text) if mention.date is not None]
    if len(mentions) != 1 or not mentions[0].start:
        return None
    credit = read_credit(text[: mentions[0].start].rstrip(_BEFORE_DATE))
    return (credit, mentions[0]) if credit is not None and credit.sure and not credit.persons else None
