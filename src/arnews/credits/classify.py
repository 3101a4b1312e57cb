"""What one slot of a credit can be: place, agency, outlet, person, label, desk, filler, trade, date."""

from __future__ import annotations

import re
from functools import cache

from attrs import define

from arnews.credits.lookup import (
    AGENCY,
    DATE,
    FILLER,
    JOB,
    LABEL,
    MAYBE_PERSON,
    MAYBE_PLACE,
    OTHER,
    OUTLET,
    PERSON,
    PHOTO,
    PLACE,
    UNKNOWN,
    quoted_at,
    whole,
)
from arnews.credits.names import BELIEVED, NOT, name_strength, people, without_titles
from arnews.credits.slots import CreditLine, Slot
from arnews.credits.tables import Tables, tables

__all__ = ["Part", "is_prose", "parts"]


_TOKEN = re.compile(r"[^\W_]+")
_ADDRESS = frozenset(("http", "https", "www"))
_DOMAIN = re.compile(r"[a-z0-9-]{2,}\.[a-z]{2,5}")
_OPEN_QUOTE = re.compile(r"[\"'«“‘‹]\s*$")
_CLOSE_QUOTE = re.compile(r"\s*[\"'»”’›]")
_LONGEST_LABEL = 4
_SHORT = 4
_PAIR = 2
_LONGEST_PLACE = 3
_TRADE_WORDS = 4
"""Words of a trade that nothing sets apart from the name: «كاتبة وروائية من عمان»."""


@define(eq=False, repr=False)
class Part:
    """A piece of a slot and what it can be."""

    start: int
    """Offset in the prepared text."""
    end: int
    """End offset (exclusive), in code points."""
    kinds: int
    """What it can be, as the sum of the constants of this module."""
    before: str
    """The separators in front of it."""
    key: str = ""
    """Its folded words."""


def parts(slot: Slot, line: CreditLine, tables: Tables) -> list[Part]:
    """Return the slot as one part, or cut after a label, before a photographer, around «من» and at an agency."""
    if slot.date:
        return [Part(slot.start, slot.end, DATE, slot.before)]
    kinds = whole(slot.key, tables)
    if kinds:
        skip = quoted_at(slot.key, tables) if kinds & (AGENCY | OUTLET) else 0
        start = slot.start if not skip else list(_TOKEN.finditer(line.text, slot.start, slot.end))[skip].start()
        return [Part(start, slot.end, kinds, slot.before, slot.key)]
    if _opens_like_prose(slot, tables):
        return [Part(slot.start, slot.end, _quoted_or_other(slot, line), slot.before, slot.key)]
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(line.text, slot.start, slot.end)]
    if not tokens or len(tokens) > 16:
        return [Part(slot.start, slot.end, OTHER, slot.before, slot.key)]
    cut = _cut_unknown(tokens, line, tables)
    if len(cut) == 1 and cut[0].kinds == OTHER:
        cut[0].kinds = _quoted_or_other(slot, line)
    cut[0].before = slot.before
    return cut


def is_prose(slot: Slot, line: CreditLine, tables: Tables) -> bool:
    """Whether `parts` gives nothing but `OTHER`, as far as its first word tells: the cheap test."""
    return (
        not slot.date
        and _opens_like_prose(slot, tables)
        and not whole(slot.key, tables)
        and _quoted_or_other(slot, line) == OTHER
    )


def _opens_like_prose(slot: Slot, tables: Tables) -> bool:
    head = slot.words[0]
    return head in tables.common and head not in tables.heads and tables.outlet_marks.isdisjoint(slot.words)


def _quoted_or_other(slot: Slot, line: CreditLine) -> int:
    """Return `UNKNOWN` for a few words in quotes, which may be the name of an outlet."""
    quoted = _OPEN_QUOTE.search(slot.before) and _CLOSE_QUOTE.match(line.text, slot.end)
    return UNKNOWN if quoted and slot.key.count(" ") < 3 else OTHER


_Token = tuple[str, int, int]


def _cut(tokens: list[_Token], line: CreditLine, tables: Tables) -> list[Part]:
    words = [word for word, _, _ in tokens]
    known = whole(" ".join(words), tables)
    return [_part(tokens, known)] if known else _cut_unknown(tokens, line, tables)


def _cut_unknown(tokens: list[_Token], line: CreditLine, tables: Tables) -> list[Part]:
    """Cut what no table knows as a whole."""
    words = [word for word, _, _ in tokens]
    sent = _sent(tokens, line, tables)
    if sent is not None:
        return sent
    firsts, cutters = _cutters()
    longest = min(_LONGEST_LABEL, len(words) - 1) if words[0] in firsts else 0
    for size in range(longest, 0, -1):
        key = " ".join(words[:size])
        if key in tables.glued or key in tables.photographers:
            kind = LABEL if key in tables.glued else PHOTO
            return [_part(tokens[:size], kind), *_rest(tokens[size:], line, tables)]
    if words[0] == tables.source and len(words) > 2:
        if words[1] in tables.reporters and words[1] in tables.glued:
            return [_part(tokens[:2], LABEL), *_rest(tokens[2:], line, tables)]
        person = _one(tokens[1:], line, tables)
        if person.kinds & PERSON:
            return [person]
        return _place_before(tokens[1:], line, tables) or [_part(tokens, OTHER)]
    last = line.raw(tokens[-1][1], tokens[-1][2])
    loose = words[-1] in (tables.inside, tables.source) or last in tables.never_first
    if len(words) > 1 and (loose or (words[-1] in tables.latin and not words[0].isascii())):
        return _cut(tokens[:-1], line, tables)
    trade = _trade_after(tokens, line, tables)
    if trade is not None:
        return trade
    for at in range(1, len(words)) if not cutters.isdisjoint(words) else ():
        if words[at] in tables.photographers or (at + 1 < len(words) and words[at] == tables.source):
            after = tokens[at + 1 :]
            head = _cut(tokens[:at], line, tables)
            if words[at] == tables.source:
                return [*head, *_cut(after, line, tables)] if len(head) == 1 else [_part(tokens, OTHER)]
            return [*head, _part(tokens[at : at + 1], PHOTO), *(_cut(after, line, tables) if after else [])]
    return _agency_beside(tokens, tables) or _place_after(tokens, line, tables) or [_one(tokens, line, tables)]


def _sent(tokens: list[_Token], line: CreditLine, tables: Tables) -> list[Part] | None:
    """Cut «[من] مراسلنا في بيروت هاني الشريف» and «موفدنا إلى بيروت»: a reporter, the place, the name if it follows."""
    words = [word for word, _, _ in tokens]
    first = 1 if words[0] == tables.source else 0
    if len(words) < first + _PAIR or words[first] not in tables.reporters:
        return None
    links = (tables.inside, tables.to)
    link = next((at for at in range(first + 1, min(first + _PAIR + 1, len(words))) if words[at] in links), None)
    if link is None:
        if words[first:] == [words[first], words[-1]] and whole(words[-1], tables) & PLACE:
            return [_part(tokens[: first + 1], LABEL), _part(tokens[first + 1 :], PLACE)]
        return None
    for size in range(min(_LONGEST_PLACE, len(words) - link - 1), 0, -1):
        place, rest = tokens[link + 1 : link + 1 + size], tokens[link + 1 + size :]
        if whole(" ".join(word for word, _, _ in place), tables) & (PLACE | MAYBE_PLACE):
            head = [_part(tokens[:link], LABEL), _part(place, PLACE)]
            return [*head, *_cut(rest, line, tables)] if rest else head
    return None


def _rest(tokens: list[_Token], line: CreditLine, tables: Tables) -> list[Part]:
    if tokens[0][0] == tables.inside and len(tokens) > 1:
        return _cut(tokens[1:], line, tables)
    return _cut(tokens, line, tables)


def _part(tokens: list[_Token], kinds: int) -> Part:
    return Part(tokens[0][1], tokens[-1][2], kinds, " ", " ".join(word for word, _, _ in tokens))


def _agency_beside(tokens: list[_Token], tables: Tables) -> list[Part] | None:
    """Cut «القنيطرة سانا» and «رويترز ووكالات»."""
    if not 1 < len(tokens) <= 6 or tokens[0][0] not in tables.heads:
        return None
    keys = [word for word, _, _ in tokens]
    for at in range(1, len(keys)):
        left, right = " ".join(keys[:at]), " ".join(keys[at:])
        a = whole(left, tables)
        if not a & (AGENCY | PLACE | OUTLET):
            continue
        b = whole(right, tables)
        if (a & AGENCY and b & (PLACE | AGENCY)) or (a & PLACE and b & AGENCY):
            return [_part(tokens[:at], a), _part(tokens[at:], b)]
        if a & (AGENCY | OUTLET) and right.startswith(tables.joiner):
            joined = whole(right[1:].strip(), tables)
            if joined & (AGENCY | OUTLET):
                second = _part(tokens[at:], joined)
                second.start += 1 if len(keys[at]) > 1 else len(keys[at]) + 1
                return [_part(tokens[:at], a), second]
    return None


def _place_after(tokens: list[_Token], line: CreditLine, tables: Tables) -> list[Part] | None:
    """Cut «عبدالرحمن العمري مكة المكرمة», where the dash after the person is missing."""
    if len(tokens) < 3 or tokens[0][0] not in tables.given:
        return None
    for size in (2, 1):
        after = tokens[-size:]
        names = sum(word not in tables.particles for word, _, _ in tokens[:-size])
        joined = sum(word in tables.particles for word, _, _ in tokens[:-size])
        if names - joined >= 2 and " ".join(word for word, _, _ in after) in tables.places:
            person = tokens[:-size]
            if _persons(person, line, tables) == PERSON:
                return [_part(person, PERSON), _part(after, PLACE)]
    return None


def _trade_after(tokens: list[_Token], line: CreditLine, tables: Tables) -> list[Part] | None:
    """Cut «ليلى حسن كاتبة من عمان», where no mark is between the name and the trade of a writer."""
    if tokens[0][0] not in tables.given:
        return None
    trade = next((at for at in range(_PAIR, len(tokens)) if tokens[at][0] in tables.writers), None)
    if trade is None or len(tokens) - trade > _TRADE_WORDS or _persons(tokens[:trade], line, tables) != PERSON:
        return None
    return [_part(tokens[:trade], PERSON), _part(tokens[trade:], JOB)]


def _place_before(tokens: list[_Token], line: CreditLine, tables: Tables) -> list[Part] | None:
    """Cut «من عمان سليم الحاوي», where no mark is between the place and the person."""
    for size in range(min(_LONGEST_PLACE, len(tokens) - _PAIR), 0, -1):
        place, person = tokens[:size], tokens[size:]
        known = whole(" ".join(word for word, _, _ in place), tables) & (PLACE | MAYBE_PLACE)
        if known and person[0][0] in tables.given and _persons(person, line, tables) == PERSON:
            return [_part(place, PLACE), _part(person, PERSON)]
    town, person = tokens[0][0], tokens[1:]
    strange = town not in tables.common and town not in tables.given and town not in tables.titles
    if len(person) >= _PAIR and strange and person[0][0] in tables.given and _persons(person, line, tables) == PERSON:
        return [_part(tokens[:1], MAYBE_PLACE), _part(person, PERSON)]
    return None


@cache
def _cutters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the first words of labels that are glued to a name, and the words after which one is cut."""
    words = tables()
    labels = words.glued | words.photographers
    return frozenset(label.partition(" ")[0] for label in labels), words.photographers | {words.source}


def _one(tokens: list[_Token], line: CreditLine, tables: Tables) -> Part:
    """Return the tokens as one part: a person, a trade, an outlet by its look, unknown, or no credit at all."""
    words = [word for word, _, _ in tokens]
    part = _part(tokens, OTHER)
    if len(words) == 1 == len(words[0]):  # the initial of a wire editor, what is left of a date, or a preposition
        part.kinds = OTHER if words[0] in tables.eras or words[0] in tables.proclitics else FILLER
        return part
    if not _ADDRESS.isdisjoint(words) or tables.latin.issuperset(set(words) - tables.outlet_marks):
        return part
    if words[0] in tables.jobs and words[0] not in tables.given and len(words) <= 7:
        part.kinds = JOB
        return part
    # What a word that names no outlet opens says something of one: «تقول صحيفة المثال».
    says = words[0] in tables.common and words[0] not in tables.heads and not words[0].startswith(tables.article)
    bare_mark = says or (len(words) == _PAIR and words[0] in tables.common and words[1] in tables.offices)
    if len(words) <= _SHORT and (
        (len(words) > 1 and not bare_mark and not tables.outlet_marks.isdisjoint(words))
        or _DOMAIN.fullmatch(line.text, part.start, part.end)
    ):
        part.kinds = OUTLET
        return part
    if _ends_like_outlet(words, part, line, tables):
        part.kinds = UNKNOWN
        return part
    titles = without_titles(words, tables)
    kinds = _persons(tokens[titles:], line, tables)
    if titles and kinds == MAYBE_PERSON and len(words) - titles > 1:
        kinds = PERSON
    if len(words) <= _SHORT and titles == 0 and not kinds & PERSON and _strange(words, tables):
        kinds |= UNKNOWN
    if kinds:
        part.kinds = kinds
    return part


def _ends_like_outlet(words: list[str], part: Part, line: CreditLine, tables: Tables) -> bool:
    """Whether two words are an outlet by the second («المرفأ اليوم»), beside something else in the line."""
    return (
        len(words) == _PAIR
        and words[1] in tables.outlet_ends
        and ((words[0].startswith(tables.article) and words[0] not in tables.common) or words[0] in tables.places)
        and part.end - part.start < len(line.text.strip()) - _SHORT
    )


def _strange(words: list[str], tables: Tables) -> bool:
    if words[-1] in tables.offices or words[0] in tables.never_first or (len(words) > 1 and words[0].isascii()):
        return False
    return tables.common.isdisjoint(words) and not any(word[-1].isdigit() for word in words)


def _is_capital(tokens: list[_Token], line: CreditLine, tables: Tables) -> bool:
    """Whether the words of a name in Latin letters begin with capitals: «Scroll down» is no name."""
    return all(
        word in tables.foreign_particles or not line.raw(start, start + 1).islower() for word, start, _ in tokens
    )


def _persons(tokens: list[_Token], line: CreditLine, tables: Tables) -> int:
    words = [word for word, _, _ in tokens]
    worst = BELIEVED
    for first, past in people(words, tables):
        some = words[first:past]
        if first and some[0] not in tables.given and some[0].startswith(tables.joiner):
            some = [some[0][1:], *some[1:]]
        raw = line.raw(tokens[first][1], tokens[first][2])
        some = some[without_titles(some, tables) :]
        worst = min(worst, name_strength(some, raw, tables))
        if worst == NOT or (some[0].isascii() and not _is_capital(tokens[first:past], line, tables)):
            return 0
    return PERSON if worst == BELIEVED else MAYBE_PERSON
