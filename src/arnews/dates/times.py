"""Times of day, their zones, and distances from now, as patterns over shapes."""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import NamedTuple

from arnews.dates.tables import Zone
from arnews.dates.tokens import Shape

__all__ = ["Clock", "Distance", "find_clocks", "find_distances", "with_half"]

_ZONE = (
    r"(?:[,(\-|]{0,2}(?:(?P<z{n}>Z)|z[oi]?(?P<n{n}>[XZw]))[)]?\(?Z?)?"
    r"(?:(?<=[Z(])(?P<o{n}>[+\-](?:[VYab](?::b)?))|(?P<p{n}>\+(?:V|[ab]:b|Y)|-V))?"
)
# The minutes in words: and 20 minutes, and ten minutes, less a quarter, and a half.
_MINUTES = r"(?:&(?P<v{n}>[ab])u|(?P<w{n}>RR?)u|M(?P<x{n}>[ab]|QR?)u?|(?P<f{n}>F))?"
_HALF = r"(?:[,(\-]?[oi]?(?P<b{n}>A)|[,(]?(?P<d{n}>m))?"
# After the zone.
_LATE = r"(?:(?<=[ZX])[,(]?(?P<g{n}>[Am])[)]?)?"
_HOUR_WORD = "(?:t|(?<![abcQrqMR])u)"
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_FEMININE = "\u0647"
"""Letter with which the ordinals of hours end, as it is folded."""
_FREE = "(?<![abcx][-/:.])"
_CLOCKS = {
    # 10:45:30 م, م 10:45
    "a": rf"(?<![abcx][:.])(?P<ya>Z)?(?P<Aa>A|(?<![YVabcx])(?<![YV][)])m)?{_HOUR_WORD}?i?(?P<ha>[ab]):(?P<ma>b)"
    r"(?::(?P<sa>b)(?:\.[abcxYV])?)?k?{half}[)]?",
    # الساعة 21.30, الساعة 08 مساء, الساعة العاشرة والنصف صباحا, الساعة 6 وعشر دقائق مساء
    "b": rf"(?P<Ab>A)?{_HOUR_WORD}i?q?(?P<hb>[abO])(?:\.(?P<mb>b))?{{minutes}}q?{{half}}[)]?",
    # 10.45 م
    "c": rf"{_FREE}(?P<hc>[ab])\.(?P<mc>b)(?P<bc>[Am])",
    # 21H18
    "d": rf"{_FREE}(?P<hd>[ab])k(?P<md>b)?(?P<bd>[Am])?",
    # 8 مساء
    "e": rf"{_FREE}(?P<he>[ab]){{minutes}}q?(?P<be>A)",
    # السادسة إلا ربعا مساء
    "g": r"(?P<hg>O){minutes}q?,?o?(?P<bg>A)",
    # 2059 (GMT+04:00)
    "f": r"(?<![/\-.])(?P<hf>[YV])(?=[(]?(?:Z|zZ))",
}
# What follows the first unit: and 5 hours, and ten minutes, and two days. Each unit is smaller than the one before, so
# there are six at most; without the bound a long list of amounts would be read anew from each of them.
_REST = r"(?:[&,]{0,2}(?:[abc]|QR?)[uDs]|RR?[uDs]|[&,]?U){0,6}"
_DISTANCES = (
    r"rq?(?P<n1>[abc]|QR?)?q?(?P<u1>[uk]|[Dsy](?(n1)|(?![(]?[YGHWabO])))(?P<one>[aQ])?(?P<f1>F)?(?P<rest1>{rest})q?"
    r"|(?P<n3>[abc]|QR?)?(?P<u3>[ukDs])(?P<one3>Q)?(?P<rest3>{rest})P"
    r"|(?P<now>rl|N)"
    r"|(?P<deictic>K)"
)


class Clock(NamedTuple):
    """A time of day as printed."""

    first: int
    """Index of its first token."""
    last: int
    """Index after its last token."""
    time: datetime.time
    """The time, naive."""
    unit: str
    """Smallest unit that is printed: second, minute or hour."""
    bare: bool
    """Whether no word tells the half of the day of an hour up to twelve."""
    zone: Zone | None
    """Zone that is printed by name."""
    offset: int | None
    """Minutes east of UTC that are printed."""


class Distance(NamedTuple):
    """A distance from now as printed."""

    first: int
    """Index of its first token."""
    last: int
    """Index after its last token."""
    unit: str
    """second, minute, hour, day, week, month or year; empty if the amount is vague («منذ ساعات»)."""
    amount: float
    """How many units ago."""
    deictic: bool
    """Whether it is a word such as «أمس», which in prose dates nothing."""
    rest: tuple[tuple[str, float], ...] = ()
    """Smaller units and their amounts: the hours of «منذ يوم و5 ساعات»."""


@cache
def _clock_pattern() -> re.Pattern[str]:
    forms = []
    for name, pattern in _CLOCKS.items():
        form = pattern.replace("{minutes}", _MINUTES).replace("{half}", _HALF) + _ZONE + _LATE
        forms.append(f"(?P<clock_{name}>{form.replace('{n}', name)})")
    return re.compile(f"(?=[AtuabiYVZmO])(?:{'|'.join(forms)})")


@cache
def _distance_pattern() -> re.Pattern[str]:
    return re.compile(_DISTANCES.replace("{rest}", _REST))


def find_clocks(shape: Shape) -> list[Clock]:
    """Return the times of day that a shape holds.

    >>> from arnews.dates.tokens import read_shape
    >>> [clock.time.isoformat() for clock in find_clocks(read_shape("الساعة 10:45 م بتوقيت مكة"))]
    ['22:45:00']
    """
    found = []
    for match in _clock_pattern().finditer(shape.codes):
        clock = _read_clock(match, shape)
        if clock is not None:
            found.append(clock)
    return found


def _read_clock(match: re.Match[str], shape: Shape) -> Clock | None:
    name = (match.lastgroup or "").removeprefix("clock_")
    groups, values = match.re.groupindex, shape.values

    def at(part: str) -> int:
        """Return the index of the token that is a part of the time, -1 if it has none."""
        group = groups.get(part + name)
        return match.start(group) if group is not None and match.group(group) else -1

    def value(part: str) -> int | None:
        return int(values[index]) if (index := at(part)) >= 0 else None

    hour, minute, second = value("h") or 0, value("m"), value("s")
    if name == "f":
        hour, minute = divmod(hour, 100)
    if name == "g" and not shape.tokens[at("h")].split()[0].endswith(_FEMININE):
        return None  # a day: «السبت الأول مساء»
    half = next((values[index] for part in "bdgA" if (index := at(part)) >= 0), None)
    printed_hour, hour = hour, _hour_of_day(hour, "pm" if half == 0 else half)
    minute_of_hour = minute
    if minute is None:
        minute_of_hour = _minutes(match, name, shape)
        if minute_of_hour is not None and minute_of_hour < 0:
            hour, minute_of_hour = (hour - 1) % 24, 60 + minute_of_hour
    if hour > 23 or (minute_of_hour or 0) > 59 or (second or 0) > 59:
        return None
    time = datetime.time(hour, minute_of_hour or 0, second or 0)
    unit = "second" if second is not None else "hour" if minute_of_hour is None else "minute"
    first, last = match.span()
    while shape.codes[last - 1] in "(,-|" or (shape.codes[last - 1] == ")" and "(" not in match.group()):
        last -= 1
    bare = half is None and 1 <= printed_hour <= 12
    return Clock(first, last, time, unit, bare, _zone(match, name, shape), _offset(match, name, shape))


def _minutes(match: re.Match[str], name: str, shape: Shape) -> int | None:
    """Return the minutes that are told in words, below zero for «إلا ربعا»; ``None`` if there are none."""
    groups = match.re.groupindex
    for part in "fvwx":
        if part + name in groups and match.group(part + name):
            first, last = match.span(part + name)
            amount: float = sum(shape.values[first:last])
            if part != "x":
                return int(amount)
            return -round(amount * 60 if amount < 1 else amount)
    return None


def with_half(clock: Clock, half: str) -> Clock:
    """Return a time with the half of its day, which is printed apart.

    >>> from arnews.dates.tokens import read_shape
    >>> with_half(find_clocks(read_shape("الساعة 6:05"))[0], "pm").time.isoformat()
    '18:05:00'
    """
    return clock._replace(time=clock.time.replace(hour=_hour_of_day(clock.time.hour, half)), bare=False)


def _hour_of_day(hour: int, half: str | None) -> int:
    """Return the hour of 24 for an hour of 12 with its half of the day."""
    if half == "am" or half == "midnight":
        return 0 if hour == 12 else hour
    if half == "pm":
        return hour + 12 if hour < 12 else hour
    if half == "night":
        return 0 if hour == 12 else hour + 12 if 6 <= hour < 12 else hour
    if half == "noon":
        return hour + 12 if hour < 6 else hour
    return hour


def _zone(match: re.Match[str], name: str, shape: Shape) -> Zone | None:
    for part in ("z", "n", "y"):
        if part == "y" and name != "a":
            continue
        at = match.start(part + name)
        if at >= 0 and shape.codes[at] != "w":
            zone: Zone = shape.values[at]
            return zone
    return None


def _offset(match: re.Match[str], name: str, shape: Shape) -> int | None:
    for part in ("o", "p"):
        first, last = match.span(part + name)
        if first < 0:
            continue
        sign = -1 if shape.codes[first] == "-" else 1
        digits = "".join(shape.tokens[first + 1 : last])
        hours, minutes = _split_offset(digits)
        if hours <= 14 and minutes < 60:
            return sign * (hours * 60 + minutes)
    return None


def _split_offset(digits: str) -> tuple[int, int]:
    """Return hours and minutes of ``0300``, ``03:00``, ``3``."""
    hours, colon, minutes = digits.partition(":")
    if colon:
        return int(hours), int(minutes)
    return (int(digits[:2]), int(digits[2:])) if len(digits) == 4 else (int(digits), 0)


def find_distances(shape: Shape) -> list[Distance]:
    """Return the distances from now that a shape holds.

    >>> from arnews.dates.tokens import read_shape
    >>> [(found.amount, found.unit) for found in find_distances(read_shape("منذ ثلاث ساعات"))]
    [(3, 'hour')]
    """
    return [_read_distance(match, shape) for match in _distance_pattern().finditer(shape.codes)]


def _read_distance(match: re.Match[str], shape: Shape) -> Distance:
    first, last = match.span()
    values = shape.values
    if match.group("now"):
        return Distance(first, last, "second", 0, deictic=match.group() == "N")
    if match.group("deictic"):
        return Distance(first, last, "day", -values[first], deictic=True)
    suffix = "1" if match.group("u1") else "3"
    unit, count = values[match.start("u" + suffix)] or ("", 0)
    number = sum(values[slice(*match.span("n" + suffix))]) if match.group("n" + suffix) else None
    if number is None and not count:
        return Distance(first, last, "", 0, deictic=False)
    amount = number * max(count, 1) if number is not None else count
    if suffix == "1" and match.group("f1"):
        amount += values[match.start("f1")] / 60
    rest = _read_rest(shape, *match.span("rest" + suffix), unit)
    return Distance(first, last, unit, amount, deictic=False, rest=rest)


def _read_rest(shape: Shape, first: int, last: int, unit: str) -> tuple[tuple[str, float], ...]:
    """Return the units after the first one with their amounts, each smaller than the one before."""
    parts: list[tuple[str, float]] = []
    amount = 0
    for at in range(first, last):
        code, value = shape.codes[at], shape.values[at]
        if code in "abcQR":
            amount += value
        elif code in "uDsU":
            name, count = value or ("day", 1)
            if _UNITS.index(name) >= _UNITS.index(parts[-1][0] if parts else unit):
                break
            if name != "second":  # moments are told to the minute
                parts.append((name, amount * max(count, 1) if amount else count))
            amount = 0
    return tuple(parts)
