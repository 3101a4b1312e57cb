"""Lines that are nothing but dates, times and their labels."""

from __future__ import annotations

import datetime
import re
from functools import cache

from attrs import frozen

from arnews.dates.assemble import Item, find_items
from arnews.dates.build import Base, DateMention, read_item
from arnews.dates.tables import lexicon
from arnews.dates.tokens import Shape, read_shape
from arnews.dates.values import DateKind, NewsDate
from arnews.dates.zones import utc_offset
from arnews.text.fold import fold
from arnews.text.letters import BLANKS
from arnews.text.memory import Kept, remembered

__all__ = ["DateLine", "DateSlot", "is_filled", "may_hold_date", "may_hold_label", "read_date_line", "split_date_line"]

_LONGEST = 240
"""Code points; a longer line is prose."""
_FILLER = frozenset("-,/|().:?+nLiDWtKzT=")
"""Codes that may be between the dates of a date line."""
_OPENERS = frozenset("LWD")
"""Codes of the words with which the date part of a line may begin."""
_EDGES = BLANKS + "-–—ـ|¦/\\،,:؛;.•·*"
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_STRANGE = re.compile("(?<!z)(?<!z[oi])[wX]")
"""A word that is in no date, time or distance; after a word for «time of» it is the name of a zone."""
_NUMBERS = frozenset("abcxYV")
_LOOK = 4
"""Words at the head of a line that are looked up before it is read."""


@frozen
class DateSlot:
    """One date or time of a date line.

    >>> read_date_line("آخر تحديث: 12:40").slots[0].label
    'modified'
    """

    label: str | None
    """``published``, ``modified``, or ``None`` if no label says which."""
    kind: DateKind
    """Date, relative, partial, range, time or weekday."""
    date: NewsDate | None
    """The value; ``None`` for lone times and weekdays, dates without a year and distances without a base."""
    time: datetime.time | None
    """Time of day as printed."""
    utc_offset: datetime.timedelta | None
    """Distance from UTC that is printed with the time."""
    raw: str
    """The text of the slot, without its label."""
    start: int
    """Offset in the line, in code points."""
    end: int
    """End offset (exclusive), in code points."""


@frozen
class DateLine:
    """A line, or the part of one, that holds nothing but dates, times, weekdays, zones and labels.

    >>> [slot.label for slot in read_date_line("نشر في 5 مايو 2024 | آخر تحديث 6 مايو 2024").slots]
    ['published', 'modified']
    """

    slots: tuple[DateSlot, ...]
    """The dates and times, in order."""
    start: int
    """Offset of the part in the line."""
    end: int
    """End offset (exclusive), in code points."""

    @property
    def full(self) -> bool:
        """Whether a day with its year is there, or a distance that a base gives one.

        >>> read_date_line("الأحد").full
        False
        """
        return any(slot.date is not None and slot.date.date is not None for slot in self.slots)


def may_hold_date(text: str) -> bool:
    """Tell cheaply whether a line may be a date line: it has a digit, or begins as lines of dates do.

    >>> may_hold_date("أمس"), may_hold_date("افتتح الوزير المعرض")
    (True, False)
    """
    if len(text) > _LONGEST:
        return False
    if _DIGIT.search(text) is not None:
        return True
    first = text.split(None, 1)
    return bool(first) and _OPENS_DATE_LINE[first[0]]


def may_hold_label(text: str) -> bool:
    """Tell cheaply whether a line may say what its dates are: it has a word that labels begin with.

    >>> may_hold_label("نشر في 5 مايو 2024"), may_hold_label("5 مايو 2024")
    (True, False)
    """
    return not _label_words().isdisjoint(_LETTERS.findall(fold(text)))


@cache
def _label_words() -> frozenset[str]:
    """Return the first words of labels that say something."""
    table = lexicon()
    words = {word for word, entry in table.words.items() if entry.code == "L" and entry.value}
    for first, found in table.phrases.items():
        if any(entry.code == "L" and entry.value for _, entry in found):
            words.add(first)
    return frozenset(words)


def _opens_date_line(word: str) -> bool:
    return fold(word).strip(_EDGES + "()[]") in _first_words()


_OPENS_DATE_LINE = Kept(_opens_date_line, most=2048, longest=40)


@cache
def _first_words() -> frozenset[str]:
    """Return the words that a date line without a digit begins with."""
    table = lexicon()
    words = {word for word, entry in table.words.items() if entry.code in "WDrLNKuO"}
    for first, found in table.phrases.items():
        if any(entry.code in "WDrLNKuO" for _, entry in found):
            words.add(first)
    return frozenset(words)


def is_filled(shape: Shape, items: list[Item]) -> bool:
    """Tell whether the items and the words that go with dates are all that a shape holds."""
    return not _rest(shape, items)


def _rest(shape: Shape, items: list[Item]) -> list[int]:
    """Return the indices of the tokens that no date line holds."""
    rest = []
    at = 0
    codes = shape.codes
    for first, last in [*((item.first, item.last) for item in items), (len(codes), len(codes))]:
        rest += [index for index in range(at, first) if codes[index] not in _FILLER]
        at = last
    return rest


def read_date_line(
    text: str, *, relative_to: datetime.datetime | None = None, published: datetime.date | None = None
) -> DateLine | None:
    """Read a line that is nothing but dates, times, weekdays, zones and their labels; ``None`` if it is more.

    Args:
        text: one line.
        relative_to: the moment that distances are counted from.
        published: the day that completes dates without a year.

    >>> line = read_date_line("الأحد 4 أغسطس 2013، آخر تحديث 14:00 (GMT+0400)")
    >>> [(slot.label, slot.date.isoformat()) for slot in line.slots]
    [(None, '2013-08-04'), ('modified', '2013-08-04T14:00+04:00')]
    """
    if len(text) > _LONGEST:
        return None
    for word in text.split(None, _LOOK)[:_LOOK]:
        kind = _KIND_OF[word]
        if kind is None:
            break
        if not kind:
            return None
    return _read_line(text, relative_to, published)


# The labeler reads a line to see whether it is one of dates, and the fields read it again: those of one document
# are remembered.
@remembered(most=32, longest=_LONGEST)
def _read_line(text: str, relative_to: datetime.datetime | None, published: datetime.date | None) -> DateLine | None:
    shape = read_shape(text)
    if _STRANGE.search(shape.codes) is not None or (shape.codes and _NUMBERS.issuperset(shape.codes)):
        return None  # a word that is of no date, or bare numbers
    items = find_items(shape)
    if _rest(shape, items):
        return None
    return _make_line(text, shape, items, 0, len(shape.codes), Base(relative_to, published))


def _kind_of(word: str) -> bool | None:
    """Tell whether a word may be in a date line; ``None`` if the words after it must be known, too."""
    shape = read_shape(word)
    if "z" in shape.codes or not lexicon().phrases.keys().isdisjoint(shape.tokens):
        return None  # the name of a zone, or words that are one token together
    return _STRANGE.search(shape.codes) is None


_KIND_OF = Kept(_kind_of, most=2048, longest=40)


def split_date_line(
    text: str, *, relative_to: datetime.datetime | None = None, published: datetime.date | None = None
) -> tuple[str, DateLine, str] | None:
    """Split a line that begins or ends with dates: the words before, the date line, the words after.

    One of the two texts is empty; both are stripped of spaces and separators. ``None`` if the line neither
    begins nor ends with a date or a counted distance, or holds other dates in its middle.

    >>> before, line, after = split_date_line("سياسة 26-09-2025 ¦ 17:20")
    >>> before, line.slots[0].date.isoformat(), after
    ('سياسة', '2025-09-26T17:20', '')
    """
    if len(text) > _LONGEST:
        return None
    shape = read_shape(text)
    items = [item for item in find_items(shape) if item.distance is None or not item.distance.deictic]
    rest = _rest(shape, items)
    if not items:
        return None
    base = Base(relative_to, published)
    count = len(shape.codes)
    if not rest:
        line = _make_line(text, shape, items, 0, count, base)
        return None if line is None else ("", line, "")
    ending = [item for item in items if item.first > rest[-1]]
    if len(ending) == len(items):
        first = _opening(shape, rest[-1] + 1, ending[0].first)
        line = _make_line(text, shape, ending, first, count, base)
        return None if line is None else (text[: line.start].strip(_EDGES), line, "")
    opening = [item for item in items if item.last <= rest[0]]
    if len(opening) == len(items):
        line = _make_line(text, shape, opening, 0, _closing(shape, opening[-1].last, rest[0]), base)
        return None if line is None else ("", line, text[line.end :].strip(_EDGES))
    return None


def _opening(shape: Shape, start: int, stop: int) -> int:
    """Return the first token from ``start`` on that opens a date line; ``stop`` if none does."""
    return next((at for at in range(start, stop) if shape.codes[at] in _OPENERS), stop)


def _closing(shape: Shape, start: int, stop: int) -> int:
    """Return the index after the last token before ``stop`` that is a word of a date line."""
    return next((at + 1 for at in range(stop - 1, start - 1, -1) if shape.codes[at] in "LW"), start)


def _make_line(text: str, shape: Shape, items: list[Item], first: int, last: int, base: Base) -> DateLine | None:
    slots: list[DateSlot] = []
    for item, label in zip(items, _labels(shape, items, first, last), strict=True):
        found = _read_slots(item, shape, text, base, label)
        if found is None:
            return None
        slots += found
    if not slots:
        slots = _weekday_slots(text, shape, first, last)
    elif slots[0].label is None and len(slots) == 1:
        slots = [_relabel(slots[0], _last_label(shape, items[-1].last, last))]
    if not slots:
        return None
    return DateLine(tuple(slots), *shape.span(first, last))


def _labels(shape: Shape, items: list[Item], first: int, last: int) -> list[str | None]:
    """Return the label of each item: the one in front of it, or in a line that only closes with labels, after it."""
    starts, ends = [item.first for item in items], [item.last for item in items]
    gaps = [_last_label(shape, *gap) for gap in zip([first, *ends], [*starts, last], strict=True)]
    if gaps[0] is not None or gaps[-1] is None or sum(label is not None for label in gaps) < 2:
        return gaps[:-1]
    after: list[str | None] = []
    label: str | None = None
    for gap in reversed(gaps[1:]):
        label = gap or label
        after.append(label)
    return after[::-1]


def _last_label(shape: Shape, start: int, stop: int) -> str | None:
    """Return the last label between two tokens; plain words such as «تم» are not labels."""
    found = [shape.values[at] for at in range(start, stop) if shape.codes[at] == "L" and shape.values[at]]
    return found[-1] if found else None


def _relabel(slot: DateSlot, label: str | None) -> DateSlot:
    return DateSlot(label, slot.kind, slot.date, slot.time, slot.utc_offset, slot.raw, slot.start, slot.end)


def _read_slots(item: Item, shape: Shape, text: str, base: Base, label: str | None) -> list[DateSlot] | None:
    """Return the slots of an item: two if a label between day and time says that the time is another moment's."""
    if item.gregorian is not None and item.gregorian.form == "year":
        return None
    mention = read_item(item, shape, text, base)
    if mention is None:
        return None
    if item.clock_label is None or item.clock_label == label or mention.date is None:
        return [_slot(mention, item, label)]
    day = item._replace(clock=None, clock_label=None, last=_date_end(item))
    date = read_item(day, shape, text, base)
    return [] if date is None else [_slot(date, day, label), _slot(mention, item, item.clock_label)]


def _date_end(item: Item) -> int:
    """Return the index after the date of an item whose time is after it."""
    return max(half.last for half in (item.gregorian, item.hijri) if half is not None)


def _slot(mention: DateMention, item: Item, label: str | None) -> DateSlot:
    offset = mention.date.utc_offset if mention.date is not None else None
    clock = item.clock
    if mention.date is None and clock is not None and (clock.zone is None or clock.zone.offset is not None):
        offset = utc_offset(clock.zone, clock.offset, datetime.date.min, clock.time)
    return DateSlot(label, mention.kind, mention.date, mention.time, offset, mention.raw, mention.start, mention.end)


def _weekday_slots(text: str, shape: Shape, first: int, last: int) -> list[DateSlot]:
    at = shape.codes.find("W", first, last)
    if at < 0:
        return []
    start, end = shape.span(at, at + 1)
    return [DateSlot(_last_label(shape, first, last), DateKind.WEEKDAY, None, None, None, text[start:end], start, end)]
