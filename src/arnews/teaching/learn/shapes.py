"""The shape of a line: what it prints every time, with gaps where numbers, dates and names change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

from arnews.credits import read_credit
from arnews.dates import find_dates
from arnews.text.fold import fold, squeeze
from arnews.text.letters import DASHES, FOREIGN, IGNORABLE, PRESENTATION

__all__ = ["key_of", "literal", "parts_of", "shape_of"]

_GAP = re.compile(r"(\{[a-z]+\})")
_NUMBER = re.compile(r"(?<![^\W\d_])\d+(?:[.,:/]\d+)*(?![^\W\d_])")
_WRONG = re.compile(f"[{FOREIGN}{PRESENTATION}]")
_UNSEEN = re.compile(f"[{IGNORABLE}]")
_SEPARATOR = re.compile(rf"[|/:\u2022]++|(?<=\s)[{DASHES}]++|(?<![{DASHES}])[{DASHES}]++(?=\s)")
_LOOSE_MARK = re.compile(r" (?=[:\u060c,.)\u00bb])")
_BRACKETS = re.compile(r"[\[\]<>{}|\\]")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_LONGEST = 120
"""Code points up to which a line is looked at for gaps; a longer one repeats as it is or not at all."""


def literal(text: str) -> str:
    """Return a text as a phrase that matches just this text: without marks that nobody sees, brackets made ordinary.

    >>> literal("شــارك [المقال]")
    'شارك \\\\[المقال\\\\]'
    """
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    plain = _WRONG.sub(lambda found: fold(found.group()), plain)
    return " ".join(_BRACKETS.sub(lambda found: "\\" + found.group(), plain).split())


def shape_of(text: str, constants: Container[str] = ()) -> str | None:
    """Return the phrase of a line with gaps for dates, numbers and names; ``None`` if nothing in it can change.

    ``constants`` are the keys of parts (`parts_of`) that are no names of persons, because every document prints them.
    A line that is nothing but gaps has no shape.

    >>> shape_of("آخر تحديث: 12 مارس 2024"), shape_of("ليلى حسن - صوت الميناء - القاهرة", {"صوت الميناء"})
    ('آخر تحديث: {date}', '{person} - صوت الميناء - {place}')
    >>> shape_of("شارك المقال") is None, shape_of("12 مارس 2024") is None
    (True, True)
    """
    if len(text) > _LONGEST:
        return None
    spans = [(each.start, each.end, "{date}") for each in find_dates(text) if re.search(r"\d", each.raw)]
    spans += _names(text, constants)
    spans += [(found.start(), found.end(), "{number}") for found in _NUMBER.finditer(text)]
    parts: list[str] = []
    end = 0
    for start, stop, gap in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= end:
            parts += [literal(text[end:start]), gap]
            end = stop
    parts.append(literal(text[end:]))
    # Marks stay where they are printed: a colon right after its word.
    shape = _LOOSE_MARK.sub("", " ".join(filter(None, parts)))
    return shape if end and _LETTERS.search(_GAP.sub(" ", shape)) else None


def parts_of(text: str) -> list[str]:
    """Return the keys of the parts of a line between dashes, bars, slashes and colons; empty if it has only one part.

    >>> parts_of("ليلى حسن - صوت الميناء | القاهرة")
    ['ليلي حسن', 'صوت الميناء', 'القاهره']
    """
    parts = [squeeze(part) for part in _SEPARATOR.split(text)] if len(text) <= _LONGEST else []
    return parts if len(parts) > 1 else []


def _names(text: str, constants: Container[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of parts that are a name of a person or place and nothing else."""
    at = 0
    parts = [part.strip() for part in _SEPARATOR.split(text)]
    if len(parts) < 2:
        return
    for part in parts:
        start = text.index(part, at)
        at = start + len(part)
        name = part.strip()
        if not name:
            continue
        begin = start + len(part) - len(part.lstrip())
        credit = read_credit(name)
        if credit is None or len(credit.persons) + len(credit.places) != 1:
            continue
        if credit.places == (name,):
            yield begin, begin + len(name), "{place}"
        elif credit.persons and credit.persons[0] in name and squeeze(name) not in constants:
            begin += name.index(credit.persons[0])
            yield begin, begin + len(credit.persons[0]), "{person}"


def key_of(phrase: str) -> str:
    """Return by what two phrases are the same: folded words, gaps kept.

    >>> key_of("آخر تحديث: {date}")
    'اخر تحديث {date}'
    """
    parts = (part if part.startswith("{") else squeeze(part) for part in _GAP.split(phrase))
    return " ".join(filter(None, parts))
