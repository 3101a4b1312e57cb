"""Which part of a credit plays which role: parts that can be several things are settled by the others."""

from __future__ import annotations

import re

from attrs import Factory, define

from arnews.credits.classify import Part
from arnews.credits.lookup import (
    AGENCY,
    COUNTRY,
    DATE,
    DESK,
    FILLER,
    JOB,
    LABEL,
    MAYBE_AGENCY,
    MAYBE_PERSON,
    MAYBE_PLACE,
    OTHER,
    OUTLET,
    PERSON,
    PHOTO,
    PLACE,
    REGION,
    TITLE,
    UNKNOWN,
    is_called,
)
from arnews.credits.names import people, without_titles
from arnews.credits.slots import CreditLine
from arnews.credits.tables import Tables

__all__ = ["CreditParts", "resolve"]

_MOST = 6
_PLACE_AND_DATE = 2
"""Parts of «place, date»: a place that no table knows is told by the date after it."""
_COMMA = re.compile(r"\s*[\u060c,]\s*")
_BRACKET = re.compile(r"\s*[(\[]\s*")
_QUOTED = re.compile(r"[\"'«“‘‹”]\s*$")
_TOKEN = re.compile(r"[^\W_]+")
_ANY_PERSON = PERSON | MAYBE_PERSON | UNKNOWN | TITLE


@define(eq=False, repr=False)
class CreditParts:
    """The roles of the parts."""

    persons: list[str] = Factory(list)
    places: list[str] = Factory(list)
    agencies: list[str] = Factory(list)
    jobs: list[str] = Factory(list)
    date: tuple[int, int] | None = None
    believed: bool = False
    """Whether a person is known by a given name."""
    guessed: bool = False
    """Whether a role was given to a part that no table knows."""
    agency: bool = False
    """Whether an agency is named, as opposed to an outlet."""
    outlet: bool = False
    """Whether an outlet is named that is in no doubt."""
    town: bool = False
    """Whether a place is named that is in no doubt and no country."""
    label: bool = False
    desk: bool = False
    filler: bool = False
    last: str = ""
    """Role of the last part: person, place, agency, filler, label, date or job."""


def resolve(parts: list[Part], line: CreditLine, tables: Tables) -> CreditParts | None:
    """Give each part its role; ``None`` if one of them has none."""
    parts = _with_countries(parts, line, tables)
    union = 0
    for part in parts:
        if part.kinds & OTHER:
            return None
        union |= part.kinds
    found = CreditParts()
    state = _State(line, tables, found, union, len(parts))
    for at, part in enumerate(parts):
        follower = parts[at + 1].kinds if at + 1 < len(parts) else 0
        others = _others(parts, at)
        if not state.take(part, follower, others):
            return None
    if state.photographer or len(found.persons) > _MOST or len(found.places) > _MOST:
        return None
    return found


def _others(parts: list[Part], at: int) -> int:
    union = 0
    for index, part in enumerate(parts):
        if index != at:
            union |= part.kinds
    return union


def _with_countries(parts: list[Part], line: CreditLine, tables: Tables) -> list[Part]:
    """Join a town and the country after it, in brackets or after a comma, to one place."""
    out: list[Part] = []
    for part in parts:
        town = out[-1] if out else None
        if (
            town is not None
            and part.kinds & (COUNTRY | REGION)
            and (not town.kinds & COUNTRY or (town.key in tables.capitals and part.key not in tables.capitals))
            and not town.kinds & (AGENCY | PERSON | OTHER | DATE | LABEL | DESK | FILLER)
            and town.kinds & (PLACE | MAYBE_PLACE | UNKNOWN)
        ):
            bracket = _BRACKET.fullmatch(part.before)
            if bracket or (_COMMA.fullmatch(part.before) and part.kinds & COUNTRY):
                end = part.end
                if bracket:
                    close = re.compile(r"\s*[)\]]").match(line.text, end)
                    end = close.end() if close else end
                strange = UNKNOWN if bracket and not town.kinds & (PLACE | MAYBE_PLACE) else 0
                out[-1] = Part(town.start, end, PLACE | strange, town.before, town.key)
                continue
        out.append(part)
    return out


@define(eq=False, repr=False)
class _State:
    line: CreditLine
    tables: Tables
    found: CreditParts
    union: int
    count: int
    photographer: bool = False
    labeled: bool = False

    def take(self, part: Part, follower: int, others: int) -> bool:
        """Give one part its role; False if it has none."""
        kinds, found = part.kinds, self.found
        quoted = _QUOTED.search(part.before) is not None
        if kinds & DATE:
            found.date = self.line.span(part.start, part.end)
            found.last = found.last or "date"
        elif kinds & PHOTO and not kinds & LABEL:
            self.photographer, self.labeled = True, False
        elif kinds & LABEL and (follower & _ANY_PERSON or not kinds & ~(LABEL | TITLE | PHOTO)):
            found.label = self.labeled = True
            self.photographer = False
            found.last = "label"
        elif kinds & DESK:
            self._person_text(self.line.raw(part.start, part.end))
            found.desk = found.believed = True
        elif kinds & TITLE and follower & _ANY_PERSON:
            self.labeled = True
        elif self.photographer and kinds & (_ANY_PERSON | AGENCY):
            self.photographer = follower != 0 and kinds & AGENCY != 0
        elif quoted and kinds & OUTLET and not kinds & AGENCY:
            self._agency(part, sure=True)
        elif kinds & AGENCY or (kinds & MAYBE_AGENCY and others & (PLACE | MAYBE_PLACE | AGENCY | OUTLET)):
            found.agency = True
            self._agency(part, sure=True)
        elif kinds & (PLACE | MAYBE_PLACE):
            return self._place_or_outlet(part, others)
        elif kinds & OUTLET:
            self._agency(part, sure=True)
        elif kinds & FILLER:
            found.filler = True
            found.last = "filler"
        elif kinds & PERSON or (kinds & MAYBE_PERSON and (self.labeled or (others & PERSON and "," in _plain(part)))):
            self._people(part, sure=bool(kinds & PERSON))
        elif kinds & (MAYBE_PERSON | UNKNOWN):
            return self._stranger(part, others, quoted)
        elif kinds & JOB:
            found.jobs.append(self.line.raw(part.start, part.end))
            found.last = "job"
        else:
            return kinds & (TITLE | MAYBE_AGENCY) != 0 and self._leftover(part)
        return True

    def _leftover(self, part: Part) -> bool:
        if part.kinds & MAYBE_AGENCY:
            self._agency(part, sure=False)
            self.found.guessed = True
        return True

    def _place_or_outlet(self, part: Part, others: int) -> bool:
        kinds = part.kinds
        outlet = False
        if kinds & OUTLET:
            if kinds & PLACE:
                # «عمان» is a paper, too: after one town, not after a row of them.
                outlet = len(self.found.places) == 1 and not others & (OUTLET | AGENCY | PERSON)
            else:
                outlet = bool(others & (PLACE | MAYBE_PLACE | AGENCY | PERSON | FILLER))
        if outlet:
            self._agency(part, sure=bool(others & (PLACE | PERSON | AGENCY)))
        else:
            self._place(part)
        return True

    def _place(self, part: Part) -> None:
        found = self.found
        found.places.append(self.line.raw(part.start, part.end))
        found.last = "place"
        state = part.kinds & COUNTRY and part.key not in self.tables.capitals
        if part.kinds & PLACE and not part.kinds & UNKNOWN and not state:
            found.town = True

    def _agency(self, part: Part, sure: bool) -> None:
        found = self.found
        found.agencies.append(self.line.raw(part.start, part.end))
        found.last = "agency"
        found.outlet = found.outlet or sure

    def _stranger(self, part: Part, others: int, quoted: bool) -> bool:
        """Settle a part that no table knows by what is missing among the others."""
        found = self.found
        if self.labeled:
            if not part.kinds & MAYBE_PERSON:
                return False
            self._people(part, sure=False)
        elif quoted or part.key.rpartition(" ")[2] in self.tables.outlet_ends:
            self._agency(part, sure=False)
            found.guessed = not others & (AGENCY | OUTLET)
        elif part.kinds & (UNKNOWN | MAYBE_PERSON) and is_called(part.key.split(), self.tables):
            self._people(part, sure=True)
        elif part.key.isascii() and others & AGENCY and not others & PERSON:
            self._agency(part, sure=False)
        elif others & (AGENCY | OUTLET | PERSON) and not others & (PLACE | MAYBE_PLACE):
            if not part.kinds & UNKNOWN:
                return False
            self._place(part)
            found.guessed = found.guessed or not others & AGENCY
        elif others & PERSON and part.kinds & MAYBE_PERSON and _looks_personal(part, self.tables):
            self._people(part, sure=False)
        elif others & PERSON:
            self._agency(part, sure=False)
            found.guessed = not others & (PLACE | AGENCY)
        elif others & (PLACE | MAYBE_PLACE) and part.kinds & MAYBE_PERSON and len(part.key.split()) > 1:
            self._people(part, sure=False)
            found.guessed = not others & (AGENCY | OUTLET)
        elif others & (PLACE | MAYBE_PLACE) and not others & (AGENCY | OUTLET):
            self._agency(part, sure=False)
            found.guessed = True
        elif part.kinds & UNKNOWN and (
            (others & (PLACE | MAYBE_PLACE) and others & AGENCY)
            or (self.count == _PLACE_AND_DATE and others == DATE and not found.date)
        ):
            self._place(part)
            found.guessed = True
        elif self.count == 1 and part.kinds & MAYBE_PERSON:
            self._people(part, sure=False)
            found.guessed = True
        else:
            return False
        return True

    def _people(self, part: Part, sure: bool) -> None:
        tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(self.line.text, part.start, part.end)]
        words = [word for word, _, _ in tokens]
        for first, past in people(words, self.tables):
            some, start = words[first:past], tokens[first][1]
            joiner = self.tables.joiner
            joined = first > 0 or (bool(self.found.persons) and some[0][1:] in self.tables.given)
            if joined and some[0].startswith(joiner) and some[0] not in self.tables.given:
                some, start = [some[0][1:], *some[1:]], start + 1
            skip = without_titles(some, self.tables)
            if skip:
                start = tokens[first + skip][1]
            self._person_text(self.line.raw(start, tokens[past - 1][2]))
        self.found.believed = self.found.believed or sure

    def _person_text(self, text: str) -> None:
        self.found.persons.append(text)
        self.found.last = "person"


def _looks_personal(part: Part, tables: Tables) -> bool:
    """Whether two words and more can be a second person rather than an outlet («الوطن الجديد»)."""
    return " " in part.key and not part.key.startswith(tables.article)


def _plain(part: Part) -> str:
    return part.before.replace("\u060c", ",")
