"""Words of a first line as title and lead are told apart: what each looks like, and what is before and after it.

What a word says is a few keys; the facts that a key means are spelled out only where nobody knows their weights yet.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from itertools import islice
from typing import NamedTuple

from arnews.labeling.words import load_words
from arnews.text.fold import drop_ignorable, fold, writing_of
from arnews.text.letters import FOLDED

__all__ = ["FEWEST", "UNKNOWN", "Key", "Word", "spelled", "words_with_facts"]

FEWEST, _MOST = 2, 34
"""Words of a title."""
UNKNOWN = "?"
"""The class of a word that no list knows."""
_REST = 5
"""Words of a lead, at least."""
_AHEAD = 45
"""Words of the lead among which those of the title come again."""
_NEAR = 12
"""The first words of the lead, which take up what the title is about."""
_READ = 1_100
"""Code points that hold title and so much of the lead."""
_LENGTHS = (3, 4, 5, 6, 8, 10, 13, 16, 20, 25)
"""Words of a title at which a class of length begins: a model learns more from few classes than from many numbers."""
_PARTICLE = 3
"""Letters of words that all texts share."""
_WORD_LONGEST = 25
"""Code points of a word after a dateline that are looked at."""
_DATELINE_LONGEST = 90
"""Code points of a dateline."""
_TOKEN = re.compile(r"\S*?[؟!»](?=[" + FOLDED + r"]{2})|\S+")
"""A word; a mark that a letter follows ends one, too."""
_LETTERS = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"(?:[^\s.()]+\s+){0,9}\([^()]{2,40}\)\s*([-\u2013\u2014:]*)")
_PLACED = re.compile(r"(?:[^\s.،,/:]++[\s،,/]++){0,5}[^\s.:]*\s?[-\u2013\u2014:/]\s")
_YEAR = re.compile(r"(?:\d{1,5})?(?:19|20|14)\d\d(?:\d\d)?(?!\d)")
_DATE_WORDS = 5
"""Words of a date up to its year."""
_BRACKET = re.compile(r"\(")
_PLACE_MARK = re.compile("[-\u2013\u2014:/]")
_ARTICLE = "ال"
_AND = "و"
_FEMININE = "ت"
_SERVILE = frozenset(("ا", "ي", "ت", "و"))
"""Letters that verbs begin with, whatever their root is: the second one tells more."""


Key = tuple[str | int | bool, ...]
"""A kind of fact and its values."""


class Word(NamedTuple):
    """A word of the first line, as title and lead are told apart."""

    offset: int
    keys: list[Key]

    @property
    def facts(self) -> list[str]:
        """What the keys mean."""
        return [fact for key in self.keys for fact in spelled(key)]


def words_with_facts(text: str, openers: Mapping[str, str], verbs: Mapping[str, int]) -> list[Word]:
    """Return the words of a line that can be of a title or begin the lead, with what they look like.

    ``openers`` are classes of words that begin sentences, ``verbs`` classes of words that follow what verbs follow.

    >>> [word.offset for word in words_with_facts("أعلن الوزير أمس في مؤتمر صحفي أن المعرض يفتح", {}, {"اعلن": 1})]
    [0, 5, 12, 16]
    """
    head = text[:_READ]
    tokens = [(found.start(), found.group()) for found in islice(_TOKEN.finditer(head), _MOST + _AHEAD)]
    keys = _keys(head, tokens)
    weighed = keys[: _MOST + 1]
    prepositions = load_words().prepositions
    line = _Line(
        text, tokens, keys, [openers.get(key, UNKNOWN) for key in weighed],
        [_verb(key, verbs) for key in weighed], list(map(_form, weighed)),
        [_sort(key, prepositions) for key in keys[: _MOST + 2]],
        [_YEAR.match(key) is not None for key in keys[: _MOST + _DATE_WORDS]],
        [found.start() for found in _BRACKET.finditer(text, 0, _READ + _DATELINE_LONGEST)],
        [found.start() for found in _PLACE_MARK.finditer(text, 0, _READ + _DATELINE_LONGEST)],
        openers, verbs,
    )  # fmt: skip
    repeats = _repeats_of(keys)
    found = []
    for index in range(min(_MOST, len(tokens) - _REST)):
        keys_of = [_own(line, index)]
        if index:
            keys_of += (_above(line, index, prepositions), _again(repeats, line, index))
            dateline = _dateline(line, index)
            if dateline is not None:
                keys_of.append(dateline)
        found.append(Word(tokens[index][0], keys_of))
    return found


def spelled(key: Key) -> list[str]:
    """Return the facts that a key means: its values alone, and together where together they say more.

    >>> spelled(("bracketed", 3, True, "2", "1"))
    ['dateline(', 'dateline(3']
    """
    kind, *values = key
    return _SPELLED[str(kind)](*map(str, values))


def _spell_own(
    opener: str, verb: str, form: str, kind: str, after: str, second: str, word: str, dated: str, first: str
) -> list[str]:
    facts = [
        "word", "op:" + opener, "v:" + verb, "vo:" + verb + opener, "form:" + form, "kind:" + kind,
        "next:" + after + second + (verb if verb != "-" else opener),
    ]  # fmt: skip
    if word:
        facts.append("w:" + word)
    if dated == "True":
        facts.append("dated:" + kind)
    return ["first", *["first:" + fact for fact in facts]] if first == "True" else facts


def _spell_above(end: str, opener: str, verb: str, form: str, length: str, before: str) -> list[str]:
    return [
        "end:" + end, "eo:" + end + opener, "ev:" + end + verb, "ef:" + end + form, "len:" + length, "after" + before
    ]  # fmt: skip


def _spell_again(share: str, near: str, opener: str, form: str, restart: str, *flags: str) -> list[str]:
    facts = [name for name, flag in zip(_FLAGS, flags, strict=True) if flag == "True"]
    if restart != "0":
        facts.append("restart" + restart)
    if share != "-":
        least = min(3, int(share))
        facts += ["again:" + share, f"ao:{least}{opener}", f"af:{min(2, least)}{form}", "near:" + near]
    return facts


def _spell_bracketed(words: str, dash: str, opener: str, verb: str) -> list[str]:
    if dash == "True":
        return ["dateline(", "dateline(" + words]
    # Most brackets are no datelines: what is after them tells.
    return ["bracket" + words + verb, "bracket" + opener]


def _spell_placed(words: str, opener: str, verb: str) -> list[str]:
    return ["dateline-" + words + opener, "dateline-v" + verb, "dateline-" + opener]


_FLAGS = ("first-again", "in-title", "next-in-title", "second-in-title")
_SPELLED: dict[str, Callable[..., list[str]]] = {
    "own": _spell_own,
    "above": _spell_above,
    "again": _spell_again,
    "bracketed": _spell_bracketed,
    "placed": _spell_placed,
}


class _Line(NamedTuple):
    """The words of the first line."""

    text: str
    tokens: list[tuple[int, str]]
    keys: list[str]
    """Their letters and digits, folded."""
    openers: list[str]
    """The class of each of the first words as one that begins sentences."""
    verbs: list[str]
    """The same as a verb."""
    forms: list[str]
    """The pattern of each."""
    sorts: list[str]
    """Whether each has the article, or is a preposition."""
    years: list[bool]
    """Whether each is a year."""
    brackets: list[int]
    """Offsets of the brackets that open."""
    marks: list[int]
    """Offsets of the marks after the place of a dateline."""
    known_openers: Mapping[str, str]
    known_verbs: Mapping[str, int]


def _keys(head: str, tokens: list[tuple[int, str]]) -> list[str]:
    """Return the letters and digits of each token, folded."""
    unified, marks, _ = writing_of(head)
    keys = []
    for at, token in tokens:
        key = drop_ignorable(unified[at : at + len(token)], marks)
        keys.append(key if key.isalnum() else "".join(_LETTERS.findall(key)))
    return keys


def _verb(key: str, verbs: Mapping[str, int]) -> str:
    known = verbs.get(key)
    if known is not None:
        return str(known)
    return "w" if key[:1] == _AND and key[1:] in verbs else "-"


def _own(line: _Line, index: int) -> Key:
    """Return what a word looks like by itself and with those after it."""
    keys, token = line.keys, line.tokens[index][1]
    key, opener = keys[index], line.openers[index]
    dated = True in line.years[index : index + _DATE_WORDS]
    return (
        "own", opener, line.verbs[index], line.forms[index], _kind(token), line.sorts[index + 1],
        line.sorts[index + 2], "" if opener == UNKNOWN else key, dated, not index,
    )  # fmt: skip


def _above(line: _Line, index: int, prepositions: frozenset[str]) -> Key:
    """Return what is before a word: the end of a title, or something that it belongs to."""
    before = line.keys[index - 1]
    if before in prepositions:
        owner = "-preposition"
    elif before.startswith(_ARTICLE):
        owner = "-article"
    else:
        owner = ":" + line.verbs[index - 1] + line.openers[index - 1]
    return (
        "above", _ending(line.tokens[index - 1][1]), line.openers[index], line.verbs[index], line.forms[index],
        bisect_right(_LENGTHS, index), owner,
    )  # fmt: skip


def _ending(token: str) -> str:
    if token[-1] in "؟!?…" or token.endswith(".."):
        return "!"
    return token[-1] if token[-1] in ".،:" else "q" if token[-1] in "\"'»”)" else "a"


def _kind(token: str) -> str:
    first = token[0]
    if first in '("«“':
        return "(" if first == "(" else "q"
    if first.isdigit():
        return "d"
    if first in "-–—|/":
        return "-"
    return "a" if first > "\u0600" else "l"


def _sort(key: str, prepositions: frozenset[str]) -> str:
    return "a" if key.startswith(_ARTICLE) else "p" if key in prepositions else "o"


def _form(key: str) -> str:
    """Return the pattern of a word: its first letters, how long it is, whether it ends like a verb of her."""
    if not key:
        return "-"
    if key.startswith(_ARTICLE):
        return _ARTICLE
    return f"{key[:2] if key[0] in _SERVILE else key[0]}{min(6, len(key))}{_FEMININE if key[-1] == _FEMININE else ''}"


def _dateline(line: _Line, index: int) -> Key | None:
    """Return what a place in front of the lead says: whether it is in brackets, and what is after it."""
    offset = line.tokens[index][0]
    end = offset + _DATELINE_LONGEST
    if _is_between(line.brackets, offset, end):
        found = _BRACKETED.match(line.text, offset, end)
        if found is not None:
            return "bracketed", min(6, found.group().count(" ")), bool(found[1]), *_after(line, found.end())
    if not _is_between(line.marks, offset, end):
        return None
    found = _PLACED.match(line.text, offset, end)
    if found is None:
        return None
    return "placed", min(4, len(found.group().split())), *_after(line, found.end())


def _after(line: _Line, offset: int) -> tuple[str, str]:
    """Return the classes of the word after a dateline, as one that begins sentences and as a verb."""
    word = "".join(_LETTERS.findall(fold((line.text[offset : offset + _WORD_LONGEST].split() or [""])[0])))
    return line.known_openers.get(word, UNKNOWN), _verb(word, line.known_verbs)


def _is_between(offsets: list[int], start: int, end: int) -> bool:
    """Tell whether one of the offsets, which are in order, is in a span."""
    at = bisect_left(offsets, start)
    return at < len(offsets) and offsets[at] < end


class _Repeats(NamedTuple):
    """Which words of a title come again after it."""

    first: dict[str, int]
    """Index of the first print of each key."""
    longer: list[int]
    """How many of the keys above each one are longer than particles."""
    copies: list[tuple[int, list[int]]]
    """Longer keys that come again, with or without their first two letters (article, conjunction): index, copies."""


def _repeats_of(keys: list[str]) -> _Repeats:
    places: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        places.setdefault(key, []).append(index)
    longer, copies = [0], []
    for index, key in enumerate(keys[:_MOST]):
        longer.append(longer[-1] + (len(key) > _PARTICLE))
        if len(key) > _PARTICLE:
            again = places[key][1:] + places.get(key[2:], []) + places.get(_ARTICLE + key, [])
            if again:
                copies.append((index, sorted(again)))
    return _Repeats({key: found[0] for key, found in places.items()}, longer, copies)


def _again(repeats: _Repeats, line: _Line, index: int) -> Key:
    """Return which words of the title come again in the lead."""
    keys, first = line.keys, repeats.first
    share: str | int = "-"
    near = 0
    longer = repeats.longer[index]
    if longer:
        again = 0
        for at, places in repeats.copies:
            if at >= index:
                break
            # The first print after the title tells how far away the nearest is.
            nearest = bisect_left(places, index)
            place = places[nearest] if nearest < len(places) else index + _AHEAD
            again += place < index + _AHEAD
            near += place < index + _NEAR
        share = again * 5 // longer
    start = keys[0] if len(keys[0]) > 2 else None
    restart = 0 if keys[index] != start else 2 if keys[index + 1] == keys[1] else 1
    return (
        "again", share, min(4, near), line.openers[index], line.forms[index], restart, start in keys[index : index + 8],
        *[len(key) > _PARTICLE and first[key] < index for key in keys[index : index + 3]],
    )  # fmt: skip
