"""Read what is after the last sentence: names of the staff, the agency, marks of the end."""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve

from arnews.credits.classify import parts
from arnews.credits.lookup import (
    DATE,
    LABEL,
    MAYBE_AGENCY,
    OTHER,
    PHOTO,
)
from arnews.credits.names import BELIEVED, name_strength, people
from arnews.credits.resolve import resolve
from arnews.credits.slots import CreditLine, prepare, slots
from arnews.credits.tables import Tables, tables
from arnews.credits.values import Ending, EndingKind
from arnews.text.fold import drop_ignorable, drop_with_offsets, exceeds, fold, has_ignorable, head_end, tail_start
from arnews.text.letters import ARABIC, BLANKS, IGNORABLE, LINE_ENDS, SENTENCE_END, TATWEEL
from arnews.text.memory import remembered

__all__ = ["read_ending"]

_SENTENCE = re.compile(f"[{SENTENCE_END}]\\s+")
_OPENING_WORD = re.compile(rf"[\W_{TATWEEL}]*+([^\W_][\w{IGNORABLE}]*+)")
_SENTENCE_WORD = re.compile(rf"[{SENTENCE_END}]\s[\W_{TATWEEL}]{{0,40}}([^\W_][\w{IGNORABLE}]*)")
_TOKEN = re.compile(r"[^\W_]+")
_WINDOW = 160
_SHORT = 40
_WHOLE_OPENERS = frozenset("(-–[/")
_HELPERS_WINDOW = 400
_BRACKET_TAIL = re.compile(r"(?<![-\u2010-\u2015\s])[-\u2010-\u2015\s]*+[(\[/]([^()\[\]]{2,140})[)\]/]\s*+[.]?\s*+\Z")
_BRACKET_HEAD = re.compile(r"\s*+[(\[]([^()\[\]]{2,40})[)\]]\s*+")
_MARK_TAIL = re.compile(r"[/(*\-\u2010-\u2015\s]*([^\W\d_]{3,8})[/)*\-\u2010-\u2015\s.]*\Z")
# The sentence is closed, so what follows in brackets is no part of it.
_STOP = re.compile(f"[{SENTENCE_END}\"\u00bb\u201d')]\\s*$")
# A full stop after the brackets: they belong to the sentence.
_CITED = re.compile(r"[)\]]\s*\.\s*\Z")
_CLOSERS = frozenset(")]/")
_CODE = re.compile(r"[)\]]\s{0,3}\d{2,4}(?:/\d{2,4}){1,4}[\s.]{0,4}\Z")
_CODE_REACH = 32
"""Characters at the end of a paragraph that hold the code of an item after its agency: «(واص) 090/105»."""


_ENDED = re.compile(r"(?<![(\[/])[(\[/]++\s?([^\W\d_]{3,8})\s?([)\]/][^()\[\]\n]{1,24}+)[)\]]?\s*+\Z")
_ENDED_REACH = 56
"""Characters at the end of a paragraph that hold the mark of the end with initials: «(النهاية) ن م ع / ف ج»."""


@remembered(most=512, longest=2000)
def read_ending(paragraph: str) -> Ending | None:
    """Read the closing credit at the end of a paragraph, or a paragraph that is nothing else; else ``None``.

    Only the last 160 characters, marks not counted, are looked at (400 for a sentence that names helpers, which
    must be the paragraph).

    >>> ending = read_ending("وأكد الوزير استمرار العمل. (رويترز)")
    >>> ending.kind.value, ending.agencies, ending.start
    ('agency', ('رويترز',), 27)
    >>> read_ending("م.ل/و.أ").kind.value
    'initials'
    """
    coded = _CODE.search(paragraph[-_CODE_REACH:]) if paragraph[-_CODE_REACH:].count("/") else None
    if coded is not None:
        bare = paragraph[: len(paragraph) - len(coded.group()) + 1]
        ending = _read(bare)
        return None if ending is None else evolve(ending, end=len(paragraph))
    return _read_ended(paragraph) or _read(paragraph)


def _read_ended(paragraph: str) -> Ending | None:
    """Read a mark of the end and the initials after it."""
    base = max(0, len(paragraph) - _ENDED_REACH)
    found = _ENDED.search(paragraph, base)
    if found is None or fold(found[1]) not in tables().ends:
        return None
    rest = found[2].strip(BLANKS + ")]/")
    if rest and not _initials().fullmatch(rest):
        return None
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    return Ending(start=start, end=len(paragraph), kind=EndingKind.MARK, sure=True)


def _read(paragraph: str) -> Ending | None:
    if len(paragraph) < 2 or _hopeless(paragraph):
        return None
    view = _without_marks(paragraph)
    text = view.text
    length = len(text)
    if length < 2:
        return None
    base = max(0, length - _WINDOW)
    if base == 0 and (whole := _whole(view)) is not None:
        return whole
    tail = text[base:]
    bracket = _BRACKET_TAIL.search(tail) if _last(paragraph) in _CLOSERS else None
    if bracket is not None and base + bracket.start() > 0 and not _CITED.search(bracket.group()):
        if tail.rstrip()[-1:] == "/" and "/" not in bracket.group()[:3]:
            return None
        closed = _STOP.search(tail[: bracket.start()]) or bracket.group().lstrip()[:1] not in "([/"
        inner = view.part(base + bracket.start(1), base + bracket.end(1))
        start = view.span(base + _first(tail, bracket.start()), length)[0]
        return _bracketed(inner, start, len(paragraph), bool(closed))
    return _helpers(paragraph) if _may_help(paragraph) else None


def _hopeless(paragraph: str) -> bool:
    """Whether neither the last mark nor the length nor a word tells of a closing: the cheap test."""
    if not exceeds(paragraph, _SHORT) or _last(paragraph) in _CLOSERS:
        return False
    if drop_ignorable(paragraph[: head_end(paragraph, 1)]) in _WHOLE_OPENERS and not exceeds(paragraph, _WINDOW):
        return False
    return not _may_help(paragraph)


def _last(paragraph: str) -> str:
    """Return the last mark or letter of a paragraph, a full stop after it not counted."""
    return drop_ignorable(paragraph[tail_start(paragraph, 4) :]).rstrip(BLANKS + LINE_ENDS + ".\x00")[-1:]


def _without_marks(paragraph: str) -> CreditLine:
    """Return what is looked at of a paragraph: its tail, without marks."""
    start = tail_start(paragraph, _HELPERS_WINDOW + 1)
    if has_ignorable(paragraph, start):
        text, offsets = drop_with_offsets(paragraph, start)
        return CreditLine(text, paragraph, offsets)
    return CreditLine(paragraph, paragraph, None)


@cache
def _initials() -> re.Pattern[str]:
    """Return the pattern of «م.ل/و.أ», compiled when the first short line of that kind is met."""
    letters = f"[{ARABIC}]{{1,2}}"
    gap = r"(?:\s*+\.\s*+|\s++)"
    return re.compile(
        rf"[/(\-\s]*+{letters}(?:{gap}{letters}){{1,3}}\.?"
        rf"(?:\s*+/\s*+{letters}(?:{gap}{letters}){{0,3}}\.?){{0,4}}[/)\s.]*+"
        rf"|\s*+/\s*+{letters}(?:[.\s]{letters}){{0,3}}\s*+/?\s*+"
    )


def _may_help(paragraph: str) -> bool:
    """Whether the paragraph is short enough and one of its sentences opens with the first word of a helper."""
    if exceeds(paragraph, _HELPERS_WINDOW):
        return False
    firsts = tables().helper_firsts
    opening = _OPENING_WORD.match(paragraph)
    if "&" in paragraph or (opening is not None and fold(opening.group(1)) in firsts):
        return True
    return any(fold(word) in firsts for word in _SENTENCE_WORD.findall(paragraph))


def _first(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _whole(view: CreditLine) -> Ending | None:
    """Read a text that is all closing."""
    text = view.text
    if len(text) > _SHORT and text[:1] not in _WHOLE_OPENERS:
        return None
    start, end = _first(view.source, 0), len(view.source.rstrip())
    words = tables()
    line = prepare(view.source)
    mark = _MARK_TAIL.match(line.text)
    some = list(slots(line, words, limit=4))
    keys = [slot.key for slot in some]
    if keys and keys[0] in words.ends and all(len(word) <= 2 for key in keys[1:] for word in key.split()):
        return Ending(start=start, end=end, kind=EndingKind.MARK, sure=mark is None or len(text) > mark.end(1))
    if len(text) <= _SHORT and _initials().fullmatch(line.text.strip()):
        if len(keys) == 1 and (keys[0] in words.agencies or keys[0] in words.doubtful_agencies):
            name = line.raw(_first(line.text, 0), len(line.text)).strip(BLANKS + "()")
            return Ending(start, end, EndingKind.AGENCY, agencies=(name,), sure=True)
        return Ending(start=start, end=end, kind=EndingKind.INITIALS, sure=True)
    inner = _BRACKET_TAIL.fullmatch(text) or _signed_bracket(text)
    if inner is not None:
        return _bracketed(view.part(*inner.span(1)), start, end)
    if len(keys) == 1 and (keys[0] in words.agencies or keys[0] in words.doubtful_agencies):
        name = line.raw(some[0].start, some[0].end)
        return Ending(start, end, EndingKind.AGENCY, agencies=(name,), sure=keys[0] in words.agencies)
    return None


def _signed_bracket(text: str) -> re.Match[str] | None:
    """Return the brackets in front of initials, the first group what is in them: «(د ب أ)/أ.س»."""
    found = _BRACKET_HEAD.match(text)
    return found if found is not None and _initials().fullmatch(text, found.end()) else None


def _bracketed(line: CreditLine, start: int, end: int, closed: bool = True) -> Ending | None:
    """Read what is in the last brackets."""
    words = tables()
    names, agencies = _staff(line, words)
    if names:
        return Ending(start=start, end=end, kind=EndingKind.CREDITS, names=names, agencies=agencies, sure=True)
    if agencies:
        return Ending(start=start, end=end, kind=EndingKind.AGENCY, agencies=agencies, sure=closed)
    if " ".join(slot.key for slot in slots(line, words, limit=3)) in words.ends:
        return Ending(start=start, end=end, kind=EndingKind.MARK, sure=True)
    return None


def _staff(line: CreditLine, words: Tables) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the persons after labels, and the agencies, if there is nothing else."""
    names: list[str] = []
    agencies: list[str] = []
    text = line.text
    for bulletin in words.bulletins:
        text = text.replace(bulletin, " " * len(bulletin))
    line = CreditLine(text, line.source, line.offsets)
    labeled = False
    for slot in slots(line, words):
        some = parts(slot, line, words)
        if any(part.kinds & (OTHER | DATE) for part in some):
            return (), ()
        labeled = labeled or any(part.kinds & (LABEL | PHOTO) for part in some)
        found = resolve(some, line, words)
        if found is None:
            return (), ()
        if found.persons:
            if not labeled:
                return (), ()
            names += found.persons
        elif found.agency or found.outlet or (len(some) == 1 and some[0].kinds & MAYBE_AGENCY):
            agencies += found.agencies
        elif not labeled and not found.filler:
            return (), ()
    return tuple(names), tuple(agencies)


def _helpers(paragraph: str) -> Ending | None:
    """Read «ساهم في التقرير فلان» as a paragraph of its own."""
    words = tables()
    line = prepare(paragraph)
    if not any(_names_helpers(sentence, words) for sentence in _SENTENCE.split(line.text)):
        return None
    return Ending(
        start=_first(paragraph, 0),
        end=len(paragraph.rstrip()),
        kind=EndingKind.CREDITS,
        names=_helping(line, words),
        agencies=_agencies_in(line, words),
        sure=_names_helpers(line.text, words),
    )


def _names_helpers(sentence: str, words: Tables) -> bool:
    """Whether a sentence opens with «ساهم في …» and speaks of the report."""
    tokens = _TOKEN.findall(sentence)
    key = " ".join(tokens)
    for helper in words.helpers:
        if key.startswith(helper + " "):
            rest = tokens[helper.count(" ") + 1 :]
            return (
                not words.reports.isdisjoint(rest[:3])
                or not words.reports.isdisjoint(rest[-3:])
                or (
                    any(word in words.agencies and len(word) > 3 for word in rest[:3])
                    or " ".join(rest[:2]) in words.agencies
                )
            )
    return False


def _helping(line: CreditLine, words: Tables) -> tuple[str, ...]:
    """Return the persons that are between the helpers and commas of a closing sentence."""
    names: list[str] = []
    for slot in slots(line, words):
        tokens = list(_TOKEN.finditer(line.text, slot.start, slot.end))
        reports = [at for at, token in enumerate(tokens) if token.group() in words.reports]
        for first in range(reports[-1] + 1 if reports else 0, len(tokens) - 1):
            if tokens[first].group() not in words.given:
                continue
            past = next((at for at in range(first, len(tokens)) if tokens[at].group() in _stops(words)), len(tokens))
            folded = [token.group() for token in tokens[first:past]]
            if name_strength(folded, line.raw(tokens[first].start(), tokens[first].end()), words) == BELIEVED:
                for a, b in people(folded, words):
                    raw = line.raw(tokens[first + a].start(), tokens[first + b - 1].end())
                    names.append(raw[1:].strip() if a and folded[a] not in words.given else raw)
            break
    return tuple(names)


def _stops(words: Tables) -> frozenset[str]:
    return frozenset((words.source, words.inside))


def _agencies_in(line: CreditLine, words: Tables) -> tuple[str, ...]:
    """Return the agencies that a sentence names, as printed."""
    tokens = list(_TOKEN.finditer(line.text))
    found: list[str] = []
    at = 0
    while at < len(tokens):
        for size in range(4, 0, -1):
            key = " ".join(token.group() for token in tokens[at : at + size])
            if key in words.agencies and len(key) > 3:
                found.append(line.raw(tokens[at].start(), tokens[min(at + size, len(tokens)) - 1].end()))
                at += size - 1
                break
        at += 1
    return tuple(dict.fromkeys(found))
