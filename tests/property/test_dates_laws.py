"""The laws of dates, on random days, styles and texts."""

from __future__ import annotations

import datetime
import itertools
import random
from collections.abc import Callable

import hijridate
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnews.dates import (
    Calendar,
    HijriDate,
    Precision,
    find_dates,
    may_hold_date,
    parse_date,
    read_date_line,
    split_date_line,
)
from arnews.testing.timing import check_growth

EGYPT = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
LEVANT = [
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
]  # fmt: skip
ALGERIA = ["جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
MOROCCO = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]

STYLES: dict[str, Callable[[datetime.date, HijriDate, str], object]] = {
    "egypt": lambda d, h, w: f"{d.day} {EGYPT[d.month - 1]} {d.year}",
    "egypt with weekday": lambda d, h, w: f"{w}، {d.day:02d} {EGYPT[d.month - 1]} {d.year}م",
    "levant": lambda d, h, w: f"{d.day} {LEVANT[d.month - 1]} {d.year}",
    "double": lambda d, h, w: f"{d.day} {LEVANT[d.month - 1]}/{EGYPT[d.month - 1]} {d.year}",
    "double in brackets": lambda d, h, w: f"{d.day} {EGYPT[d.month - 1]} ({LEVANT[d.month - 1]}) {d.year}",
    "algeria": lambda d, h, w: f"{w} {d.day} {ALGERIA[d.month - 1]} {d.year}",
    "morocco": lambda d, h, w: f"{w} {d.day} {MOROCCO[d.month - 1]} {d.year}",
    "month first": lambda d, h, w: f"{EGYPT[d.month - 1]} {d.day}, {d.year}",
    "english": lambda d, h, w: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    "year first": lambda d, h, w: f"{d.year} {EGYPT[d.month - 1]} {d.day}",
    "glued": lambda d, h, w: f"{d.day}{EGYPT[d.month - 1]}{d.year}",
    "slashes": lambda d, h, w: f"{d.day}/{d.month}/{d.year}",
    "spaced slashes": lambda d, h, w: f"{d.day} / {d.month} / {d.year}م",
    "hyphens": lambda d, h, w: f"{d.day:02d}-{d.month:02d}-{d.year}",
    "dots": lambda d, h, w: f"{d.day:02d}.{d.month:02d}.{d.year}",
    "iso": lambda d, h, w: d.isoformat(),
    "weekday and numbers": lambda d, h, w: f"{w} {d.day}/{d.month}/{d.year}",
    "with words": lambda d, h, w: f"{d.day} من شهر {EGYPT[d.month - 1]} عام {d.year}",
    "hijri": lambda d, h, w: f"{h:%-d %B %Y}هـ",
    "hijri with weekday": lambda d, h, w: f"{w} {h:%-d %B %Y} هـ",
    "hijri numbers": lambda d, h, w: f"{h:%-d/%-m/%Y}هـ",
    "hijri year first": lambda d, h, w: f"{h:%Y/%m/%d} هـ",
    "dual": lambda d, h, w: f"{w} {h:%-d %B %Y}هـ الموافق {d.day} {EGYPT[d.month - 1]} {d.year}م",
    "dual numbers": lambda d, h, w: f"{h:%-d/%-m/%Y}هـ الموافق {d.day}/{d.month}/{d.year}م",
    "dual with dash": lambda d, h, w: f"{w} {h:%d %B %Y} هـ - {d.day:02d} {EGYPT[d.month - 1]} {d.year} م",
    "dual in brackets": lambda d, h, w: f"{d.day} {EGYPT[d.month - 1]} {d.year}م ({h:%-d %B %Y}هـ)",
}

days = st.dates(datetime.date(1930, 1, 1), datetime.date(2076, 12, 31))
styles = st.sampled_from(sorted(STYLES))
WORDS = [
    "قال",
    "المتحدث",
    "إن",
    "العمل",
    "في",
    "المشروع",
    "مستمر",
    "وإن",
    "اللجنة",
    "ستعلن",
    "قريبا",
    "أمام",
    "الجمهور",
]
prose = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def _print(day: datetime.date, style: str) -> str:
    return str(STYLES[style](day, HijriDate.from_gregorian(day), WEEKDAYS[day.weekday()]))


@given(days, styles, prose, prose)
def test_a_printed_date_is_found_with_its_value_and_span(
    day: datetime.date, style: str, before: str, after: str
) -> None:
    printed = _print(day, style)
    text = f"{before} في {printed} {after}."
    (mention,) = find_dates(text)
    assert mention.date is not None
    assert (mention.date.date, mention.raw) == (day, printed)
    assert text[mention.start : mention.end] == printed


@given(days, styles)
def test_a_printed_date_is_a_slot_and_a_line(day: datetime.date, style: str) -> None:
    printed = _print(day, style)
    value = parse_date(printed)
    assert value is not None
    assert (value.date, value.raw, value.precision) == (day, printed, Precision.DAY)
    assert may_hold_date(printed)
    line = read_date_line(f"نشر في: {printed} |")
    assert line is not None
    assert [(slot.label, slot.date and slot.date.date) for slot in line.slots] == [("published", day)]
    if "hijri" in style or "dual" in style:
        assert value.hijri == HijriDate.from_gregorian(day)
        assert value.calendar is (Calendar.DUAL if "dual" in style else Calendar.HIJRI)


@given(days, styles, st.times(), st.sampled_from(["24", "12", "seconds", "zone", "front"]))
def test_a_printed_time_is_read(day: datetime.date, style: str, clock: datetime.time, form: str) -> None:
    clock = clock.replace(microsecond=0, second=clock.second if form == "seconds" else 0)
    date, half = _print(day, style), "ص" if clock.hour < 12 else "م"
    printed = {
        "24": f"{date} - {clock:%H:%M}",
        "12": f"{date} {clock:%I:%M} {half}",
        "seconds": f"{date} الساعة {clock:%H:%M:%S}",
        "zone": f"{date} {clock:%H:%M} بتوقيت غرينتش",
        "front": f"{clock:%H:%M} | {date}",
    }[form]
    value = parse_date(printed)
    assert value is not None
    assert (value.date, value.time, value.raw) == (day, clock, printed)
    assert value.utc_offset == (datetime.timedelta(0) if form == "zone" else None)


@given(st.integers(0, 55990))
def test_hijri_and_gregorian_go_there_and_back(offset: int) -> None:
    day = datetime.date(1924, 8, 1) + datetime.timedelta(days=offset)
    hijri = HijriDate.from_gregorian(day)
    assert hijri.to_gregorian() == day
    oracle = hijridate.Gregorian(day.year, day.month, day.day).to_hijri()
    assert (hijri.year, hijri.month, hijri.day) == oracle.datetuple()


def test_the_whole_table_keeps_the_order() -> None:
    days = [datetime.date(1924, 8, 1) + datetime.timedelta(days=n) for n in range(55991)]
    hijri = [HijriDate.from_gregorian(day) for day in days]
    assert [date.to_gregorian() for date in hijri] == days
    assert all(one < two for one, two in itertools.pairwise(hijri))


EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789يك", "۰۱۲۳۴۵۶۷۸۹یک")
SEATS = str.maketrans("أإآةى", "اااهي")


def _with_marks(text: str, chance: random.Random, marks: str) -> str:
    """Put ornaments after letters; a number stays in one piece."""
    return "".join(char + (chance.choice(marks) if char.isalpha() and chance.random() < 0.4 else "") for char in text)


@given(days, styles, st.sampled_from(["eastern", "persian", "seats", "tashkeel", "tatweel", "bidi"]), st.randoms())
def test_ornaments_change_no_date(day: datetime.date, style: str, ornament: str, chance: random.Random) -> None:
    printed = _print(day, style)
    written = {
        "eastern": lambda: printed.translate(EASTERN),
        "persian": lambda: printed.translate(PERSIAN),
        "seats": lambda: printed.translate(SEATS),
        "tashkeel": lambda: _with_marks(printed, chance, "\u064b\u064e\u0651\u0652\u0670"),
        "tatweel": lambda: " ".join(_stretch(word, chance) for word in printed.split(" ")),
        "bidi": lambda: "\u200f" + printed.replace("/", "\u200f/\u200e").replace(" ", " \u202b") + "\u202c",
    }[ornament]()
    value, plain = parse_date(written), parse_date(printed)
    assert value is not None
    assert plain is not None
    assert (value.isoformat(), value.hijri, value.flags) == (plain.isoformat(), plain.hijri, plain.flags)
    assert written[value.start : value.end] == value.raw


def _stretch(word: str, chance: random.Random) -> str:
    """Stretch a word between two of its letters."""
    if len(word) < 4 or not word.isalpha() or word.isascii():
        return word
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + "ـ" * chance.randrange(1, 4) + word[at:]


PIECES = [
    *WORDS,
    *EGYPT,
    *LEVANT,
    *WEEKDAYS,
    *"0123456789٠٢٩/-.:،()|",
    "هـ",
    "م",
    "ص",
    "الموافق",
    "منذ",
    "الساعة",
    " ",
    "\n",
    "ـ",
    "غرة",
]
noise = st.one_of(
    st.text(), st.lists(st.sampled_from(PIECES)).map("".join), st.lists(st.sampled_from(PIECES)).map(" ".join)
)
bases = st.one_of(st.none(), st.datetimes())


@given(noise, bases)
def test_no_text_raises(text: str, base: datetime.datetime | None) -> None:
    published = None if base is None else base.date()
    value = parse_date(text, relative_to=base, published=published)
    assert value is None or text[value.start : value.end] == value.raw
    mentions = find_dates(text, relative_to=base, published=published)
    assert all(text[mention.start : mention.end] == mention.raw for mention in mentions)
    assert all(one.end <= two.start for one, two in itertools.pairwise(mentions))
    for line in text.split("\n"):
        may_hold_date(line)
        read = read_date_line(line, relative_to=base, published=published)
        assert read is None or (read.slots and all(line[slot.start : slot.end] == slot.raw for slot in read.slots))
        split = split_date_line(line)
        assert split is None or (split[0] in line and split[2] in line)


@given(noise)
def test_the_gate_lets_every_date_line_in(text: str) -> None:
    for line in text.split("\n"):
        read = read_date_line(line)
        if read is not None and any(slot.date is not None for slot in read.slots):
            assert may_hold_date(line)


@given(noise)
def test_reading_again_gives_the_same(text: str) -> None:
    assert find_dates(text) == find_dates(text)
    assert parse_date(text) == parse_date(text)


ADVERSARIES = [
    "1/",
    "12 ",
    "منذ ",
    "الأول ",
    "5 مايو ",
    "1-1-1",
    "هـ",
    "(1) من ",
    "ـ",
    "\u200f1\u200f",
    "السبت ",
    "10:10:",
    "مايو",
    "\n5",
    "قبل 3 ",
    "\u200f5/3/2020 ",
    "5 مـاي 2020 ",
    "5 مايو 2020 10:30 ",
    "5 مايو 2020 5 شوال 1441 ",
]


@pytest.mark.parametrize("piece", ADVERSARIES)
def test_time_is_linear(piece: str) -> None:
    def read(text: str) -> None:
        find_dates(text)
        parse_date(text)

    check_growth(lambda count: piece * count, read, first=500, least=0.01)
