r"""The words that dates are made of, read once from the data files.

Every word gets a code of one letter, so that a text becomes a short string of codes, its shape, in which
dates are found by small patterns. The codes:

======  ==========================  ======  ==========================
``a``   number of one digit         ``y``   year word («عام»)
``b``   two digits                  ``D``   day word («يوم»)
``c``   three digits                ``t``   hour word («الساعة»)
``Y``   four digits                 ``i``   preposition («في»)
``V``   four digits, the first 0    ``>``   until («إلى»)
``E``   eight digits                ``&``   and
``x``   other numbers               ``q``   about
``W``   weekday                     ``r``   since («منذ»)
``G``   Gregorian month             ``P``   passed («مضت»)
``B``   former Libyan month         ``u``   unit of time
``H``   Hijri month                 ``N``   just now
``j``   epithet of a Hijri month
``h``   Hijri mark («هـ»)           ``l``   moments
``e``   Gregorian mark              ``K``   today, yesterday
``m``   «م», Gregorian or evening   ``L``   label
``A``   half of the day             ``z``   «بتوقيت»
``k``   hour mark («21H18»)         ``Z``   zone mark (GMT)
``O``   ordinal word                ``$``   unit of an amount
``Q``   number word                 ``p``   «الماضي», «الجاري»
``F``   and a half                  ``w``   any other word
``=``   «الموافق»                   ``X``   place that names a zone
``o``   «من»                        ``s``   «شهر»
``T``   the T of ISO 8601           ``S``   solar Hijri month
``f``   solar Hijri mark            ``R``   and with a number word
``M``   «إلا»                       ``U``   and with a unit of time
======  ==========================  ======  ==========================

Punctuation is folded: ``/`` for slashes, ``-`` for dashes, ``,`` for commas and semicolons, ``(`` and ``)``
for brackets, ``|`` for bars and bullets, ``?`` for anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from arnews.data_files import read_toml
from arnews.text.fold import fold

__all__ = ["Entry", "Lexicon", "Zone", "lexicon", "load_data"]

_PUNCTUATION = {
    "/": "/\\\u2044\u060d\u2215\uff0f_", "-": "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d\u0640",
    ".": ".\u066b\u2024\u06d4", ",": ",\u060c\u061b;\u066c", ":": ":\uff1a\u02d0", "(": "([{", ")": ")]}",
    "|": "|\u00a6\u2022\u00b7\u2016\u25cf\u25aa*#\u203a\u2502~", "+": "+", "n": "\n",
    "=": "=", ">": "\u2192\u2190",
}  # fmt: skip


@cache
def load_data(name: str) -> dict[str, Any]:
    """Return the data file ``dates/data/<name>.toml``."""
    return read_toml(f"dates/data/{name}.toml")


class Zone(NamedTuple):
    """A time zone as printed."""

    name: str
    """IANA name, empty for local time."""
    offset: int | None
    """Minutes east of UTC, where they are fixed."""


class Entry(NamedTuple):
    """What a word means."""

    code: str
    """Its letter in shapes."""
    value: Any
    """Number, zone, pair of unit and count, label; by code."""


class Lexicon(NamedTuple):
    """All words and phrases."""

    words: dict[str, Entry]
    """Folded words and signs."""
    phrases: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    """By first word: the words after it and what all together mean, the longest first."""
    homonyms: dict[int, frozenset[str]]
    """Words beside which a Gregorian month name is something else, by month."""
    libya: range
    """Years of the former Libyan names."""
    solar: range
    """Years of the solar Hijri calendar."""
    versions: frozenset[str]
    """Words in front of a number with dots that make it a version."""
    events: frozenset[str]
    """Words in front of a month or year that make it a part of a name."""
    unsure: frozenset[str]
    """Hijri month names that are other words too, and need a year or a word such as «شهر» beside them."""


@cache
def lexicon() -> Lexicon:
    """Return the tables, read from the data files at the first call."""
    words: dict[str, Entry] = {sign: Entry(code, 0) for code, signs in _PUNCTUATION.items() for sign in signs}
    words.update(_numbers_in_digits())
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for phrase, entry in _entries():
        first, *rest = fold(phrase).split()
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), entry))
        else:
            words.setdefault(first, entry)
    ordered = {
        first: tuple(sorted(dict(reversed(found)).items(), key=lambda item: -len(item[0])))
        for first, found in phrases.items()
    }
    gregorian = load_data("gregorian")
    homonyms = {int(month): frozenset(map(fold, names)) for month, names in gregorian["homonyms"].items()}
    years = gregorian["libya"]
    unsure = {fold(name) for month in load_data("hijri")["month"] for name in month.get("unsure", ())}
    sun = load_data("solar")["years"]
    plain = load_data("words")
    return Lexicon(
        words,
        ordered,
        homonyms,
        range(years["first_year"], years["last_year"] + 1),
        range(sun["first_year"], sun["last_year"] + 1),
        frozenset(map(fold, plain["version"]["words"])),
        frozenset(map(fold, plain["event"]["words"])),
        frozenset(unsure),
    )


def _numbers_in_digits() -> Iterator[tuple[str, Entry]]:
    """Yield the numbers that dates are printed with; the reader of shapes knows the others."""
    for number in range(100):
        yield str(number), Entry("a" if number < 10 else "b", number)
        yield f"{number:02d}", Entry("b", number)
    for year in range(1300, 2100):
        yield str(year), Entry("Y", year)


def _entries() -> Iterator[tuple[str, Entry]]:
    """Yield every phrase with its meaning; the first meaning of a word counts."""
    yield from _months()
    yield from _weekdays()
    yield from _units()
    yield from _numbers()
    yield from _plain_words()
    yield from _zones()
    yield from _labels()


def _each(phrases: Iterable[str], code: str, value: Any = 0) -> Iterator[tuple[str, Entry]]:
    entry = Entry(code, value)
    return ((phrase, entry) for phrase in phrases)


_PREFIXES = ("\u0644", "\u0648", "\u0628", "\u0641")
"""The particles lam, waw, beh, feh, which are written as one with the word after them."""


def _with_prefixes(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        # With a particle «آب» would be «باب», a door; long names have no such twins.
        if len(fold(name)) >= 4 and not name.isascii():
            yield from (prefix + name for prefix in _PREFIXES)


def _months() -> Iterator[tuple[str, Entry]]:
    for month in load_data("hijri")["month"]:
        yield from _each(_with_prefixes(month["names"]), "H", month["number"])
    yield from _each(load_data("hijri")["epithets"], "j")
    gregorian = load_data("gregorian")
    for family in gregorian["family"]:
        for number, names in enumerate(family["names"], 1):
            yield from _each(_with_prefixes(names), "G", number)
    for number, names in enumerate(gregorian["libya"]["names"], 1):
        yield from _each(names, "B", number)
    for family in load_data("solar")["family"]:
        for number, names in enumerate(family["names"], 1):
            yield from _each(names, "S", number)


def _with_and(names: Iterable[str]) -> Iterator[str]:
    return ("\u0648" + name for name in names if not name.isascii())


def _weekdays() -> Iterator[tuple[str, Entry]]:
    for day in load_data("weekdays")["day"]:
        yield from _each(_with_prefixes(day["names"]), "W", day["number"])
        yield from _each(day["loose"], "W", day["number"])


def _units() -> Iterator[tuple[str, Entry]]:
    codes = {"day": "D", "month": "s", "year": "y"}
    for unit in load_data("words")["unit"]:
        name = unit["name"]
        yield from _each(unit["one"][:2] if name == "year" else unit["one"][:1], codes.get(name, "u"), (name, 1))
        yield from _each(unit["one"], "u", (name, 1))
        yield from _each(unit["two"], "u", (name, 2))
        yield from _each(unit["few"], "u", (name, 0))
        # «ويوم» opens a weekday, «وسنة» a year: they keep their own meanings.
        one = () if name in ("day", "year") else _with_and(unit["one"])
        yield from _each(one, "U", (name, 1))
        yield from _each(_with_and(unit["two"]), "U", (name, 2))


def _numbers() -> Iterator[tuple[str, Entry]]:
    numbers = load_data("numbers")
    ordinals: list[list[str]] = numbers["ordinal"]
    yield from _each(numbers["first_day"], "O", 1)
    for number, names in enumerate(ordinals, 1):
        for name in names:
            yield from _each((f"{name} {ten}" for ten in numbers["teen"]), "O", 10 + number)
            yield from _each((f"{name} {ten}" for ten in numbers["twenty"]), "O", 20 + number)
            yield from _each((f"{name} {ten}" for ten in numbers["thirty"]), "O", 30 + number)
            yield from _each((f"{name} \u0648 {ten}" for ten in numbers["twenty"]), "O", 20 + number)
        yield from _each(names, "O", number)
    yield from _each(numbers["twenty"][:2], "O", 20)
    yield from _each(numbers["thirty"][:2], "O", 30)
    for number, names in enumerate(numbers["cardinal"], 1):
        yield from _each(names, "Q", number)
        yield from _each(_with_and(names), "R", number)
    for number, names in zip(range(20, 60, 10), numbers["tens"], strict=True):
        yield from _each(names, "Q", number)
        yield from _each(_with_and(names), "R", number)
    yield from _each(numbers["third"], "Q", 1 / 3)
    yield from _each(numbers["half"], "Q", 0.5)
    yield from _each(numbers["quarter"], "Q", 0.25)
    yield from _each(numbers["and_half"], "F", 30)
    yield from _each(numbers["and_quarter"], "F", 15)
    yield from _each(numbers["and_third"], "F", 20)


def _plain_words() -> Iterator[tuple[str, Entry]]:
    words = load_data("words")
    for key, code in (
        ("hijri_mark", "h"), ("gregorian_mark", "e"), ("meem", "m"), ("equals", "="), ("of", "o"), ("month", "s"),
        ("year", "y"), ("day", "D"), ("hour", "t"), ("in", "i"), ("iso_link", "T"), ("until", ">"),
        ("and", "&"), ("about", "q"), ("since", "r"), ("passed", "P"), ("just_now", "N"), ("moments", "l"),
        ("approval", "p"), ("solar_mark", "f"), ("exactly", "q"), ("except", "M"), ("separator", "-"),
    ):  # fmt: skip
        yield from _each(words[key], code)
    yield from _each(words["hour_mark"], "k", ("hour", 1))
    for key in ("am", "pm", "night", "noon", "midnight"):
        yield from _each(words[key], "A", key)
    yield from _each(words["amount"]["words"], "$")
    for days, names in words["deictic"].items():
        yield from _each(names, "K", int(days))


def _zones() -> Iterator[tuple[str, Entry]]:
    zones = load_data("zones")
    yield from _each(zones["lead"], "z")
    for zone in zones["zone"]:
        value = Zone(zone["zone"], zone.get("offset"))
        yield from _each(zone.get("marks", ()), "Z", value)
        yield from _each(zone.get("names", ()), "X", value)


def _labels() -> Iterator[tuple[str, Entry]]:
    labels = load_data("labels")
    yield from _each(labels["modified"], "L", "modified")
    yield from _each(labels["published"], "L", "published")
    yield from _each(labels["plain"], "L", "")
