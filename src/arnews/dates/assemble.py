"""Dates of a shape put together: two halves, a weekday, a time."""

from __future__ import annotations

import re
from typing import NamedTuple

from arnews.dates.grammar import CalendarDate, find_calendar_dates
from arnews.dates.times import Clock, Distance, find_clocks, find_distances, with_half
from arnews.dates.tokens import Shape

__all__ = ["Item", "find_items"]

_LINK = re.compile(r"[-,/|().=:?WDioK]{0,8}")
_UNTIL = re.compile(r"[)h,]{0,2}>[(oiDW]{0,3}")
_WEEKDAY_BEFORE = re.compile(r"(?:(W)[/&\-])?(W)[-,|()=D?:.]{0,4}$")
_WEEKDAY_AFTER = re.compile(r"[,\-|()/]{0,2}(W)(?![-,|()]{0,2}[abcYO])")
_CLOCK_AFTER = re.compile(r"[,\-|/.:()itTLD&?]{0,6}")
_CLOCK_BEFORE = re.compile(r"[,\-|/.:()ioDK]{0,4}")
_CLOCK_SIGNS = re.compile("[:tukAZ]|[.]b[Am]")
_HALF_BEFORE = re.compile(r"A[DKio]{0,2}$")
_HALF_AFTER = re.compile(r"[,(\-]?[oi]?(A)[)]?")
_DISTANCE_SIGNS = re.compile("[rPNK]")


_HALVES_APART = 14
"""Tokens that may be between two halves, a time and a label among them."""
_NO_DAYS: frozenset[int] = frozenset()


class Item(NamedTuple):
    """Tokens of a shape that are one date, time or distance."""

    first: int
    """Index of the first token, the weekday included."""
    last: int
    """Index after the last token, time and zone included."""
    gregorian: CalendarDate | None = None
    """The Gregorian half."""
    hijri: CalendarDate | None = None
    """The Hijri half."""
    until: CalendarDate | None = None
    """The date that a range ends with, if it is printed in full."""
    weekdays: frozenset[int] = _NO_DAYS
    """The weekdays printed beside it."""
    clock: Clock | None = None
    """The time of day."""
    clock_label: str | None = None
    """The label that is between date and time."""
    distance: Distance | None = None
    """The distance from now."""


def find_items(shape: Shape) -> list[Item]:
    """Return dates with their weekdays and times, distances and lone times of a shape, in order."""
    halves = find_calendar_dates(shape)
    free = _free_clocks(shape, halves)
    clocks = _Clocks(free) if free else _NO_CLOCKS
    items = [_with_clock(item, clocks, shape) for item in _join(halves, clocks, shape)]
    if _DISTANCE_SIGNS.search(shape.codes) is not None:
        has_date = bool(items)
        for found in find_distances(shape):
            if not (found.deictic and has_date):
                items.append(_with_clock(Item(found.first, found.last, distance=found), clocks, shape))
    if len(items) <= 1 and not clocks.by_first:
        return items
    items += [Item(clock.first, clock.last, clock=clock) for clock in clocks.by_first.values()]
    items.sort(key=lambda item: (item.first, -item.last))
    return _without_overlaps(items)


class _Clocks:
    """The times that no date has taken yet, by their place."""

    __slots__ = ("by_first", "by_last")

    def __init__(self, clocks: list[Clock]) -> None:
        self.by_first = {clock.first: clock for clock in clocks}
        self.by_last = {clock.last: clock for clock in clocks}

    def take(self, clock: Clock) -> None:
        """Remove a time."""
        del self.by_first[clock.first], self.by_last[clock.last]


_NO_CLOCKS = _Clocks([])


def _free_clocks(shape: Shape, halves: list[CalendarDate]) -> list[Clock]:
    """Return the times that are not a piece of a date."""
    if _CLOCK_SIGNS.search(shape.codes) is None:
        return []
    clocks = find_clocks(shape)
    if not clocks or not halves:
        return clocks
    taken = {at for half in halves for at in range(half.first, half.last)}
    return [clock for clock in clocks if taken.isdisjoint(range(clock.first, clock.last))]


def _join(halves: list[CalendarDate], clocks: _Clocks, shape: Shape) -> list[Item]:
    """Join halves to dates and give each its weekday."""
    items = []
    at = 0
    while at < len(halves):
        half = halves[at]
        other = halves[at + 1] if at + 1 < len(halves) else None
        at += 1
        if other is None:
            items.append(_make_item(half, None, None, None, shape))
            continue
        between = _clock_between(half, other, clocks)
        if _are_halves(half, other, between, shape):
            at += 1
            if between is not None:
                clocks.take(between)
            items.append(_make_item(half, other, None, between, shape))
        elif _is_range(half, other, shape):
            at += 1
            items.append(_make_item(half, None, other, None, shape))
        else:
            items.append(_make_item(half, None, None, None, shape))
    return items


def _make_item(
    half: CalendarDate, other: CalendarDate | None, until: CalendarDate | None, clock: Clock | None, shape: Shape
) -> Item:
    """Return the date of one or two halves with its weekday."""
    first = half.first
    last = half.last if other is None and until is None else (other or until or half).last
    weekdays: frozenset[int] = _NO_DAYS
    if half.day is not None and "W" in shape.codes:
        first, last, weekdays = _find_weekday(first, last, shape)
    hijri = half if half.hijri else other
    gregorian = other if half.hijri else half
    return _with_bracket(Item(first, last, gregorian, hijri, until, weekdays, clock), shape)


def _with_bracket(item: Item, shape: Shape) -> Item:
    """Include a closing bracket that matches one opened inside the date: «الأحد (19 مارس 2017)»."""
    codes = shape.codes
    if not codes.startswith(")", item.last):
        return item
    inside = codes[item.first : item.last]
    if inside.count("(") > inside.count(")"):
        return item._replace(last=item.last + 1)
    return item


def _clock_between(half: CalendarDate, other: CalendarDate, clocks: _Clocks) -> Clock | None:
    if not clocks.by_first or other.first - half.last > _HALVES_APART:
        return None
    return next((clocks.by_first[at] for at in range(half.last, other.first) if at in clocks.by_first), None)


def _are_halves(half: CalendarDate, other: CalendarDate, clock: Clock | None, shape: Shape) -> bool:
    """Tell whether two neighbours are one date in two calendars."""
    if half.hijri == other.hijri or half.day is None or other.day is None:
        return False
    if other.first - half.last > _HALVES_APART:
        return False
    codes = shape.codes
    if clock is None:
        gap = codes[half.last : other.first]
    else:
        gap = codes[half.last : clock.first] + codes[clock.last : other.first]
    gap = gap.replace("L", "")
    if _LINK.fullmatch(gap) is None:
        return False
    hijri, gregorian = (half, other) if half.hijri else (other, half)
    if hijri.year is None:
        return False
    return gregorian.year is not None or "=" in gap or "(" in gap


def _is_range(half: CalendarDate, other: CalendarDate, shape: Shape) -> bool:
    """Tell whether two neighbours are the ends of a range."""
    if half.hijri != other.hijri or half.year is None or other.year is None or half.day is None or other.day is None:
        return False
    return other.first - half.last <= 6 and _UNTIL.fullmatch(shape.codes[half.last : other.first]) is not None


def _find_weekday(first: int, last: int, shape: Shape) -> tuple[int, int, frozenset[int]]:
    """Return the tokens of a date with the weekday in front of it, between its halves, or after it."""
    codes, values = shape.codes, shape.values
    before = _WEEKDAY_BEFORE.search(codes, max(first - 8, 0), first)
    if before is not None:
        days = frozenset(values[before.start(n)] for n in (1, 2) if before.group(n))
        return before.start(), last, days
    inside = codes.find("W", first, last)
    if inside >= 0:
        return first, last, frozenset({values[inside]})
    after = _WEEKDAY_AFTER.match(codes, last)
    if after is not None:
        return first, after.end(), frozenset({values[after.start(1)]})
    return first, last, _NO_DAYS


def _with_clock(item: Item, clocks: _Clocks, shape: Shape) -> Item:
    """Give a date the time nearest to it, after it rather than in front."""
    if item.clock is not None or not clocks.by_first:
        return item
    if item.distance is not None and item.distance.unit in ("hour", "minute", "second"):
        return item
    codes = shape.codes
    after = next((clocks.by_first[at] for at in range(item.last, item.last + 7) if at in clocks.by_first), None)
    if after is not None and _CLOCK_AFTER.fullmatch(codes, item.last, after.first) is None:
        after = None
    before = next((clocks.by_last[at] for at in range(item.first, item.first - 5, -1) if at in clocks.by_last), None)
    if before is not None and _CLOCK_BEFORE.fullmatch(codes, before.last, item.first) is None:
        before = None
    nearest = after or before
    if nearest is None:
        return item
    if after is not None and before is not None and item.first - before.last < after.first - item.last:
        nearest = before
    clocks.take(nearest)
    first, last = min(item.first, nearest.first), max(item.last, nearest.last)
    between = range(item.last, nearest.first)  # empty in front of a date
    label = next((shape.values[at] for at in between if codes[at] == "L" and shape.values[at]), None)
    item = item._replace(first=first, last=last, clock=nearest, clock_label=label)
    return _with_bracket(_with_half(item, shape) if nearest.bare else item, shape)


def _with_half(item: Item, shape: Shape) -> Item:
    """Give a time the half of its day that is printed beside the date: «مساء الأحد 10 يوليو الساعة 6»."""
    clock, codes = item.clock, shape.codes
    if clock is None:
        return item
    before = _HALF_BEFORE.search(codes, max(item.first - 3, 0), item.first)
    if before is not None:
        half = shape.values[before.start()]
        return item._replace(first=before.start(), clock=with_half(clock, half))
    after = _HALF_AFTER.match(codes, item.last)
    if after is not None:
        return item._replace(last=after.end(), clock=with_half(clock, shape.values[after.start(1)]))
    inside = codes.find("A", item.first, item.last)
    if inside >= 0:
        return item._replace(clock=with_half(clock, shape.values[inside]))
    return item


def _without_overlaps(items: list[Item]) -> list[Item]:
    kept: list[Item] = []
    for item in items:
        if not kept or item.first >= kept[-1].last:
            kept.append(item)
    return kept
