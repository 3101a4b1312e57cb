"""The forms of a printed date, as patterns over shapes.

What a form finds is syntactic: a day 31 of June is found and judged later, so that half a misprint is not
taken for a smaller date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from arnews.dates.solar_hijri import from_solar
from arnews.dates.tables import lexicon
from arnews.dates.tokens import Shape

__all__ = ["CalendarDate", "complete_short_year", "find_calendar_dates"]

_DAY = "([abcO])"
_MONTH = r"(Hj?|G(?:[/\-|,]{0,2}G|[/]?\(G\)?)?)"
_ANY_MONTH = _MONTH.replace("(", r"(B(?:[/]?\(?G\)?)?|S|", 1)
_ERA = r"(?:[).,(]{0,2}([hmef]))?"
# Not a part of a longer run of numbers: a list, a score, an address of a computer.
_FREE = r"(?<![abcx][-/.:])(?<![YV][.:])"
_END = r"(?!\$|[-/.][abcxYV](?![:.k]|[-/.][ab][-/.][Yab]))"
_OF = r"[)(\-/]{0,3}o?s?[(\-/]?"
_BEFORE_YEAR = r"[)\-/.,(]{0,3}[oi]?y?[(/]?"

# name: pattern, and what its groups hold. The first form that fits the leftmost place counts.
_FORMS: dict[str, tuple[str, tuple[str, ...]]] = {
    # 28 فبراير - 4 مارس 2025
    "two_days_two_months": (
        rf"{_DAY}{_OF}{_MONTH}\)?[->&]{_DAY}{_OF}{_MONTH}{_BEFORE_YEAR}(Y){_ERA}",
        ("day", "month", "until", "until_month", "year", "era"),
    ),
    # (23-27) من أغسطس 2015
    "two_days": (
        rf"{_FREE}{_DAY}\)?[->&/]\(?{_DAY}{_OF}{_MONTH}{_BEFORE_YEAR}(Y){_ERA}",
        ("day", "until", "month", "year", "era"),
    ),
    # 28 فبراير 2025
    "named": (rf"{_DAY}[.]?{_OF}{_ANY_MONTH}{_BEFORE_YEAR}(Y){_ERA}", ("day", "month", "year", "era")),
    # 10 محرم 61هـ, a year of the first century
    "named_early": (rf"{_DAY}{_OF}(H)j?{_BEFORE_YEAR}([abc])(h)", ("day", "month", "year", "era")),
    # فبراير 28, 2025
    "month_first": (rf"{_MONTH}[,\-/.]?([ab])o?,?[-/]?(Y){_ERA}", ("month", "day", "year", "era")),
    # 2025 الجمعة 28 فبراير
    "year_before_weekday": (
        rf"(Y)[,\-]?W[,\-]?{_DAY}{_OF}{_MONTH}(?![/,\-]?[oi]?y?Y)",
        ("year", "day", "month"),
    ),
    # 10، مارس، 2025
    "commas": (rf"{_DAY},{_MONTH},(Y){_ERA}", ("day", "month", "year", "era")),
    # 12 مايو 24, if nothing after it makes the number an amount, an hour or a day
    "named_short": (
        rf"{_DAY}{_OF}{_MONTH}\)?[-/.,]?\??(b)(?:(?=[-,|]{{0,2}}(?:[ab]:b|t))|(?![-/.:,|()&>]{{0,2}}[^LWTZAz?n)|/(,.-]|A))",
        ("day", "month", "year"),
    ),
    # 12-مايو-24
    "hyphens_short": (rf"{_DAY}-{_MONTH}-(b)(?![-/.:])", ("day", "month", "year")),
    # 2025 فبراير 28
    "year_first": (rf"(Y)[-/,]?{_MONTH}[-/]?([ab])(?![-/,]?Y|[:.]b){_ERA}", ("year", "month", "day", "era")),
    # 12 شهر 5 سنة 2024
    "spelled": (rf"([ab])o?s([ab])[,/]?[oi]?y(Y){_ERA}", ("day", "number", "year", "era")),
    # 4-5/10/1436
    "numeric_two_days": (
        rf"{_FREE}([ab])[->]([ab])/([ab])/(Y){_ERA}{_END}",
        ("day", "until", "number", "year", "era"),
    ),
    # 28/2/2025
    "numeric": (rf"([hf]?){_FREE}([ab])[-/.]([ab])[-/.](Y){_ERA}{_END}", ("mark", "day", "number", "year", "era")),
    # 28/2/25
    "numeric_short": (
        rf"{_FREE}([ab])(?P<sign>[-/.])([ab])(?P=sign)(b){_ERA}{_END}",
        ("day", "sign", "number", "year", "era"),
    ),
    # 2025/2/28
    "numeric_year_first": (
        rf"([hf]?)(?<![abcx][/.:])(?<![cx]-)(Y)[-/.]([ab])[-/.]([ab]){_ERA}{_END}",
        ("mark", "year", "number", "day", "era"),
    ),
    # 28 فبراير
    "partial": (
        rf"{_DAY}[\-/]?o?s?[(\-/]?{_MONTH}(?![,/\-]?[oi]?y?x)",
        ("day", "month"),
    ),
    # فبراير 2024
    "month_year": (rf"{_MONTH}[-/,.(]{{0,2}}[oi]?y?(Y){_ERA}", ("month", "year", "era")),
    # عام 2024
    "year": (rf"(?<![abcxV])(?<![abcxV][)])y[(]?(Y){_ERA}", ("year", "era")),
}


_NUMERIC = ("numeric", "numeric_year_first")
_SHORT_HIJRI = range(20, 56)
"""Two digits that are a year of this age: 1420 to 1455."""
_DEATH = 632
"""Year of the death of the Prophet, from which Libya counted its years from 1978 on."""
_DEATH_LAST = 1400
"""Such years are below it, the Gregorian ones above."""


class CalendarDate(NamedTuple):
    """One date of one calendar as printed, not yet judged."""

    form: str
    """Name of the form."""
    first: int
    """Index of its first token."""
    last: int
    """Index after its last token."""
    hijri: bool
    """Whether month, mark or year say that it is Hijri."""
    day: int | None
    """Day as printed."""
    month: int | None
    """Month as printed."""
    year: int | None
    """Year as printed, of two digits completed."""
    until: tuple[int, int] | None
    """Day and month that a range ends with."""
    named: bool
    """Whether the month is printed as a name."""
    flags: tuple[str, ...]
    """Doubts."""


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _FORMS.items())
    return re.compile(f"(?=[abcOGHYhyf])(?:{forms})")


class _Groups(NamedTuple):
    """Numbers of the groups that hold the parts of a form, 0 for a part that it does not have."""

    day: int
    month: int
    number: int
    year: int
    until: int
    until_month: int
    era: int
    mark: int


@cache
def _groups() -> dict[str, _Groups]:
    first = _pattern().groupindex
    numbers = {
        form: {part: first[form] + at for at, part in enumerate(parts, 1)} for form, (_, parts) in _FORMS.items()
    }
    return {form: _Groups(*(found.get(part, 0) for part in _Groups._fields)) for form, found in numbers.items()}


def find_calendar_dates(shape: Shape) -> list[CalendarDate]:
    """Return the dates of one calendar that a shape holds, in order.

    >>> from arnews.dates.tokens import read_shape
    >>> [(half.year, half.month, half.day) for half in find_calendar_dates(read_shape("29 شعبان 1446 - 28/2/2025"))]
    [(1446, 8, 29), (2025, 2, 28)]
    """
    halves = []
    for match in _pattern().finditer(shape.codes):
        half = _read_calendar_date(match, shape)
        if half is not None:
            halves.append(half)
    return halves


def _read_calendar_date(match: re.Match[str], shape: Shape) -> CalendarDate | None:
    form = match.lastgroup or ""
    groups = _groups()[form]
    first, last = match.span()
    codes, values = shape.codes, shape.values
    flags: tuple[str, ...] = ()
    day = month = year = until = None
    if groups.day:
        at = match.start(groups.day)
        if codes[at] == "O" and not _is_day_word(shape, at):
            return None
        day = values[at]
    if groups.year:
        year = values[match.start(groups.year)]
    era = match.group(groups.era) if groups.era else None
    named = groups.month > 0
    if named:
        at, end = match.span(groups.month)
        month = values[at]
        if codes[at] == "S" or era == "f":
            return _read_solar(CalendarDate(form, first, last, False, day, month, year, None, True, ()))
        if codes[at] == "B":
            if year is not None and year < _DEATH_LAST:
                year += _DEATH
            if year not in lexicon().libya:
                return None
            flags = ("libyan_month",)
        elif end > at + 1 and not _months_agree(codes, values, at, end):
            flags = ("month_conflict",)
        if form == "month_year" and (_is_homonym(shape, first, last, month) or _is_name(shape, first)):
            return None
        if form == "partial" and shape.tokens[at] in lexicon().unsure and codes[at - 1] not in "os":
            return None
        hijri = codes[at] == "H"
        if form in ("hyphens_short", "named_short"):
            year = _complete_year(year or 0, hijri=hijri)
            flags = ("two_digit_year",)
    else:
        if groups.number:
            month = values[match.start(groups.number)]
        if groups.mark and match.group(groups.mark):
            era = match.group(groups.mark)
        if form == "year" and _is_name(shape, first):
            return None
        if era == "f" or (era != "h" and shape.persian and form in _NUMERIC and year in lexicon().solar):
            return _read_solar(CalendarDate(form, first, last, False, day, month, year, None, True, ()))
        hijri = _is_hijri(form, year or 0, era)
        if hijri and era is not None and era in "me":
            return None
        if form in ("numeric", "numeric_short") and "." in match.group() and _is_version(shape, first, form):
            return None  # «نسخة 2.10.24»
        if form == "numeric_short":
            year = _complete_year(year or 0, hijri=hijri)
            flags = ("two_digit_year",)
        elif form == "numeric_year_first":
            if _is_in_address(shape, first):
                return None
            form = "numeric_hyphens" if "-" in match.group() else form
    if groups.until:
        at = match.start(groups.until_month) if groups.until_month else match.start(groups.month or groups.number)
        until = (values[match.start(groups.until)], values[at])
        if day is not None and until[1] == month and until[0] < day:
            day, until = until[0], (day, until[1])  # printed from right to left: 17-11 is 11-17
    return CalendarDate(form, first, last, hijri, day, month, year, until, named, flags)


def _read_solar(half: CalendarDate) -> CalendarDate | None:
    """Return a solar Hijri date as the Gregorian one that it is, ``None`` if it is not of this age."""
    if half.year is None or half.month is None or half.day is None or half.year not in lexicon().solar:
        return None
    date = from_solar(half.year, half.month, half.day)
    if date is None:
        return None
    return half._replace(day=date.day, month=date.month, year=date.year, flags=("solar_hijri",))


def _is_version(shape: Shape, first: int, form: str) -> bool:
    """Tell whether numbers with dots are a version; of two digits for the year any noun before says so."""
    if first == 0:
        return False
    return shape.tokens[first - 1] in lexicon().versions or (
        form == "numeric_short" and shape.codes[first - 1] in "wX$" and shape.codes[first + 1] == "."
    )


def _is_name(shape: Shape, first: int) -> bool:
    """Tell whether a month or year belongs to the name of an event or a law: «حرب أكتوبر 1973»."""
    if first > 1 and shape.tokens[first - 1].isdigit():
        first -= 1  # «القرار 2254 لعام 2015»
    return first > 0 and shape.tokens[first - 1] in lexicon().events


def _is_in_address(shape: Shape, first: int) -> bool:
    """Tell whether a date is a piece of an address: «files/2015/06/01/photo.jpg»."""
    before = shape.tokens[max(first - 2, 0) : first]
    return before[-1:] == ["/"] and before[0].isascii()


def _is_hijri(form: str, year: int, era: str | None) -> bool:
    if form == "numeric_short":
        return era == "h"
    return 1300 <= year <= 1500 or (era == "h" and year <= 1600)


def _complete_year(year: int, *, hijri: bool) -> int:
    if hijri:
        return year + (1400 if year < 60 else 1300)
    return year + (2000 if year < 70 else 1900)


def complete_short_year(half: CalendarDate) -> CalendarDate:
    """Return a Hijri date of two digits for the year with all four, if the year is one of this age.

    The reader of a slot asks for it; in prose «17 رمضان 40هـ» is the year 40.

    >>> from arnews.dates.tokens import read_shape
    >>> complete_short_year(find_calendar_dates(read_shape("5 محرم 46هـ"))[0]).year
    1446
    """
    if half.year is None or half.year not in _SHORT_HIJRI:
        return half
    return half._replace(year=1400 + half.year, flags=(*half.flags, "two_digit_year"))


def _is_day_word(shape: Shape, at: int) -> bool:
    """Tell whether an ordinal is a day: in «الأسبوع الأول من يناير» it belongs to the noun before it."""
    if at == 0 or shape.codes[at - 1] not in "wX$us":
        return True
    return not shape.tokens[at].startswith("\u0627\u0644")


def _months_agree(codes: str, values: Sequence[Any], start: int, end: int) -> bool:
    return len({values[at] for at in range(start, end) if codes[at] == "G"}) <= 1


def _is_homonym(shape: Shape, first: int, last: int, month: int) -> bool:
    """Tell whether a neighbour says that the name of a month is another word: «نيسان 2024 سيارة»."""
    words = lexicon().homonyms.get(month)
    if not words:
        return False
    return not words.isdisjoint(shape.tokens[max(first - 1, 0) : first] + shape.tokens[last : last + 1])
