"""Read a line that its place or its element says to be a byline or dateline, part by part."""

from __future__ import annotations

import re

from arnews.credits.classify import Part, parts
from arnews.credits.line import read_credit, without_contacts
from arnews.credits.lookup import (
    AGENCY,
    DATE,
    DESK,
    JOB,
    LABEL,
    MAYBE_AGENCY,
    MAYBE_PLACE,
    OUTLET,
    PERSON,
    PHOTO,
    PLACE,
    TITLE,
    is_called,
)
from arnews.credits.names import without_titles
from arnews.credits.resolve import resolve
from arnews.credits.slots import CreditLine, prepare, slots
from arnews.credits.tables import Tables, tables
from arnews.credits.values import Credit, CreditKind
from arnews.text.fold import exceeds

__all__ = ["read_signed"]

_LONGEST = 120
_MOST_SLOTS = 9
_NAME_WORDS = 5
_OUTLET_WORDS = 3
_LABEL_WORDS = 4
_SHORTEST_VERB = 3
_TOKEN = re.compile(r"[^\W_]+")
_PLACES = PLACE | MAYBE_PLACE
_NEIGHBORS = LABEL | TITLE | JOB | AGENCY | MAYBE_AGENCY | OUTLET | PLACE | MAYBE_PLACE


def read_signed(line: str, *, byline: bool) -> Credit | None:
    """Read a line that is known to be a byline (else a dateline); ``None`` if no part of it is a name.

    `read_credit` must tell such lines from prose and leaves those alone that hold a common word or a part that no table
    knows. Here that part is the name that is missing: the person of a byline, the outlet of a dateline.

    >>> read_signed("محطة: هاني بغداد", byline=True).persons
    ('هاني بغداد',)
    >>> read_signed("القاهرة: أصوات المدينة", byline=False).agencies
    ('أصوات المدينة',)
    """
    credit = read_credit(line)
    if credit is not None or exceeds(line, _LONGEST):
        return credit
    words = tables()
    prepared = prepare(without_contacts(line))
    pieces = [part for slot in slots(prepared, words, limit=_MOST_SLOTS) for part in parts(slot, prepared, words)]
    reader = _Reader(prepared, words)
    for part in pieces:
        reader.take(part)
    if byline and not reader.persons:
        reader.name_stranger(_union(pieces))
    elif not byline and not reader.agencies:
        reader.place_stranger()
    if not (reader.persons or reader.places or reader.agencies):
        return None
    return Credit(
        kind=CreditKind.BYLINE if reader.persons else CreditKind.DATELINE,
        persons=tuple(reader.persons),
        places=tuple(reader.places),
        agencies=tuple(reader.agencies),
        job_title=reader.job,
        raw=line,
    )


def _union(pieces: list[Part]) -> int:
    union = 0
    for part in pieces:
        union |= part.kinds
    return union


class _Reader:
    """Gathers what the parts of a line are."""

    def __init__(self, line: CreditLine, words: Tables) -> None:
        self.line, self.words = line, words
        self.persons: list[str] = []
        self.places: list[str] = []
        self.agencies: list[str] = []
        self.job: str | None = None
        self.strangers: list[Part] = []
        self.photographer = self.dated = False

    def take(self, part: Part) -> None:
        """Take a part as what the tables say of it; the others are strangers."""
        kinds = part.kinds
        raw = self.line.raw(part.start, part.end)
        if kinds & DATE:
            self.dated = True
        elif kinds & PHOTO and not kinds & LABEL:
            self.photographer = True
        elif kinds & (LABEL | TITLE) and not kinds & DESK:
            self.photographer = False
        elif kinds & DESK:
            self.persons.append(raw)
        elif kinds & PERSON:
            self._take_person(part)
        elif kinds & (AGENCY | OUTLET | MAYBE_AGENCY) and not kinds & _PLACES:
            self.agencies.append(raw)
        elif kinds & _PLACES:
            self.places.append(raw)
        elif kinds & JOB and part.key.partition(" ")[0] not in self.words.offices:
            self.job = self.job or raw
        elif self.job is None:  # after a trade is more of it
            self.strangers.append(part)

    def _take_person(self, part: Part) -> None:
        if self.photographer:
            self.photographer = False
            return
        found = resolve([Part(part.start, part.end, PERSON, "", part.key)], self.line, self.words)
        self.persons += found.persons if found is not None else ()

    def name_stranger(self, union: int) -> None:
        """Take the first stranger that can be a name as the person."""
        for part in self.strangers:
            name = self._name_in(part, beside=bool(union & _NEIGHBORS))
            if name is not None:
                self._take_person(name)
                return

    def _name_in(self, part: Part, *, beside: bool) -> Part | None:
        words = self.words
        tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(self.line.text, part.start, part.end)]
        keys = [key for key, _ in tokens]
        reports = keys[0] in words.offices and keys[0] in words.jobs
        if (reports or keys[0] in words.desk_heads) and 1 < len(keys) <= _NAME_WORDS:
            return part
        for size in range(min(_LABEL_WORDS, len(keys) - 1), 0, -1):
            if " ".join(keys[:size]) in words.authors:
                beside, tokens, keys = True, tokens[size:], keys[size:]
                break
        titles = without_titles(keys, words)
        tokens, keys = tokens[titles:], keys[titles:]
        beside = beside or titles > 0
        if not 1 < len(keys) <= _NAME_WORDS or any(
            key.isdigit() or key in (words.inside, words.source) for key in keys
        ):
            return None
        strange = keys[0] not in words.common and not keys[0].startswith(words.article) and keys[0] not in words.jobs
        verbs = any(len(key) > _SHORTEST_VERB and key.startswith(words.verbs) for key in keys[1:])
        if is_called(keys, words) or (beside and strange and not verbs):
            return Part(tokens[0][1], part.end, PERSON, "", " ".join(keys))
        return None

    def place_stranger(self) -> None:
        """Take the first stranger as the outlet, beside a date alone as the place."""
        for part in self.strangers:
            keys = part.key.split()
            if len(keys) > _OUTLET_WORDS or any(key.isdigit() for key in keys):
                continue
            if len(keys) == 1 and keys[0] in self.words.outlet_marks:
                continue
            raw = self.line.raw(part.start, part.end)
            (self.places if self.dated and not self.places else self.agencies).append(raw)
            return
