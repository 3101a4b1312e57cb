"""Titles glued in front of the first paragraph: where the lead begins, by what leads begin with and titles end with.

Flattened documents print «title lead» without any mark between them. Each word of the first line is weighed as the
first of the lead: whether leads begin with it, what is before it, and how many words of the title come again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import NamedTuple

from attrs import field, frozen

from arnews.labeling.pieces import Piece, part_of
from arnews.labeling.words import load_words
from arnews.roles import Role
from arnews.text.fold import drop_ignorable, fold, has_ignorable, unify

__all__ = ["TitleModel", "candidates", "cut_title", "opener_class"]

_FEWEST, _MOST = 2, 32
"""Words of a title."""
_AHEAD = 45
"""Words of the lead among which those of the title come again."""
_READ = 900
"""Code points that hold title and so much of the lead."""
_LONGEST_ALONE = 2
"""Lines of a document up to which it counts as flattened: there a glued title is the rule, elsewhere the exception."""
_FLAT, _LINES = 0, 250
"""Scores (hundredths) that a cut needs in a flattened document and in one of several lines."""
_LENGTHS = (4, 6, 9, 14, 19, 25)
"""Words of a title at which a class of length begins: a model learns more from few classes than from many numbers."""
_LENGTH_FACTS = tuple(f"len:{sum(index >= limit for limit in _LENGTHS)}" for index in range(_MOST))
_PARTICLE = 3
"""Letters of words that all texts share."""
_TOKEN = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"(?:[^\s.]+\s+){0,7}\([^()]{2,30}\)\s*[-\u2013\u2014:]?\s*(\S*)")
_PLACED = re.compile(r"(?:[^\s.،,/]++[\s،,/]++){0,3}[^\s.]*\s?[-\u2013\u2014:/]\s*(\S*)")
_PLACE_MARKS = "(-\u2013\u2014:/"
"""Characters one of which either pattern needs."""
_UNKNOWN = "?"
"""The class of a word that no list knows."""
_CLASSES = (_UNKNOWN, *map(str, range(-5, 4)))
_LATE = re.compile(
    r"letter|again(?!op)|againop|first-again|next-in-title|in-title|preposition|after-preposition|after-article"
    r"|article-next|wordless"
)
_WITH_CLASS = ("againop", "article-next")
"""Facts that end with the class of the word."""
_KNOWN = -150
"""Strength (hundredths) as an opener from which a word is a fact of its own."""


@frozen
class TitleModel:
    """Weights for where a lead begins."""

    openers: Mapping[str, int] = field(repr=False, eq=False)
    """Words that begin paragraphs: how much more often than they are inside one, as a logarithm (hundredths)."""
    weights: Mapping[str, int] = field(repr=False, eq=False)
    """The weight of each fact (hundredths)."""
    classes: Mapping[str, str] = field(init=False, repr=False, eq=False)
    """The class of each opener (`opener_class`)."""

    reach: Mapping[str, int] = field(init=False, repr=False, eq=False)
    """By the class of a word, how much the facts that `candidates` finds last can add."""

    @classes.default
    def _classify(self) -> dict[str, str]:
        return {word: _class(strength) for word, strength in self.openers.items()}

    @reach.default
    def _measure(self) -> dict[str, int]:
        return {each: self._most(each) for each in _CLASSES}

    def _most(self, opener: str) -> int:
        most: dict[str, int] = {}
        for fact, weight in self.weights.items():
            found = _LATE.match(fact)
            if found is not None and (found[0] not in _WITH_CLASS or fact.endswith(opener)):
                most[found[0]] = max(weight, most.get(found[0], 0))
        return sum(most.values())

    def best(self, text: str, least: int = -1_000_000) -> tuple[int, int]:
        """Return the best score of an offset as the begin of the lead, and the offset; -1 if none has ``least``."""
        get = self.weights.get
        best, offset = least - 1, -1

        def promises(opener: str, facts: list[str]) -> bool:
            return sum([get(fact, 0) for fact in facts]) + self.reach[opener] > best

        for at, facts in candidates(text, self.openers, promises):
            score = sum([get(fact, 0) for fact in facts])
            if score > best:
                best, offset = score, at
        return best, offset


@cache
def load_title_model() -> TitleModel:
    """Return the model that comes with arnews, read once a process."""
    import json
    from importlib.resources import files

    data = json.loads((files("arnews.labeling") / "data" / "title.json").read_text(encoding="utf-8"))
    return TitleModel(openers=data["openers"], weights=data["weights"])


def cut_title(pieces: list[Piece], model: TitleModel | None = None) -> list[Piece]:
    """Return the pieces with a title cut off the first paragraph if it is glued there and no line above can be one.

    >>> from arnews.labeling.pieces import make
    >>> lead = "أعلن محافظ المدينة الساحلية أمس توريد القمح المحلي إلى صوامع المدينة مع بداية الموسم الجديد."
    >>> [piece.text for piece in cut_title([make(0, f"توريد القمح لصوامع المدينة {lead}")])] == [
    ...     "توريد القمح لصوامع المدينة", lead]
    True
    """
    first = next((index for index, piece in enumerate(pieces) if piece.prose and piece.role is None), None)
    if first is None or any(piece.role is None and piece.words > _FEWEST for piece in pieces[:first]):
        return pieces
    piece = pieces[first]
    _, offset = (model or load_title_model()).best(piece.text, _FLAT if len(pieces) <= _LONGEST_ALONE else _LINES)
    if offset < 0:
        return pieces
    title, lead = part_of(piece, 0, offset, cut=False), part_of(piece, offset, len(piece.text))
    if title is None or lead is None:
        return pieces
    title.propose(Role.HEADLINE, "cut.title")
    title.prose = False
    lead.cut = False
    return [*pieces[:first], title, lead, *pieces[first + 1 :]]


def opener_class(word: str) -> str:
    """Return how much a word looks like one that begins a paragraph: `?` unknown, -5 (never) to 3.

    >>> opener_class("واضاف") == opener_class("كتاب")
    False
    """
    return load_title_model().classes.get(word, _UNKNOWN)


def _class(strength: int | None) -> str:
    return _UNKNOWN if strength is None else _CLASSES[max(-5, min(3, round(strength / 100))) + 6]


def candidates(
    text: str, openers: Mapping[str, int], promises: Callable[[str, list[str]], bool] | None = None
) -> Iterator[tuple[int, list[str]]]:
    """Yield the offset of each word that may begin the lead, with its facts.

    ``promises`` says of the class of a word and its first facts whether the others are worth finding.
    """
    head = text[:_READ]
    tokens = [(found.start(), found.group()) for found in islice(_TOKEN.finditer(head), _MOST + _AHEAD)]
    keys = _keys(head, tokens)
    repeats = _repeats_of(keys)
    placed = _dateline_marks(text, tokens[min(_MOST, len(tokens)) - 1][0]) if tokens else ()
    prepositions = load_words().prepositions
    ended = False
    for index in range(_FEWEST, min(_MOST, len(tokens) - 6)):
        offset, token = tokens[index]
        above, before = tokens[index - 1][1], keys[index - 1]
        key = keys[index]
        strength = openers.get(key)
        opener = _class(strength)
        ending = _ending(above)
        kind = _kind(token)
        facts = [
            "bias", _LENGTH_FACTS[index], "op:" + opener, "end:" + ending, "endop:" + ending + opener, "kind:" + kind,
        ]  # fmt: skip
        if ended:
            facts.append("sentence-above")
        ended = ended or (above.endswith((".", "؟")) and not above.endswith(".."))
        if strength is not None and strength > _KNOWN:
            facts.append("word:" + key)
        if kind in "(al" and any(start <= offset <= end for start, end in placed):
            facts += _dateline(text, offset, openers)
        if promises is None or promises(opener, facts):
            yield offset, facts + _shape(key, before, prepositions) + _again(repeats, index, opener)


def _keys(head: str, tokens: list[tuple[int, str]]) -> list[str]:
    """Return the letters and digits of each token, folded."""
    unified = unify(head)
    marked = has_ignorable(unified)
    keys = []
    for at, token in tokens:
        key = unified[at : at + len(token)]
        if marked:
            key = drop_ignorable(key)
        keys.append(key if key.isalnum() else "".join(_LETTERS.findall(key)))
    return keys


def _dateline_marks(text: str, last: int) -> list[tuple[int, int]]:
    """Return the spans in which datelines may begin: from a full stop to the last mark of a dateline before the next.

    Neither pattern of a dateline runs over a full stop, so elsewhere they need not be tried. ``last`` is the offset
    of the last word that is weighed.
    """
    spans = []
    start = 0
    while start <= last:
        stop = text.find(".", start)
        stop = len(text) if stop < 0 else stop
        mark = max(text.rfind(mark, start, stop) for mark in _PLACE_MARKS)
        if mark >= 0:
            spans.append((start, mark))
        start = stop + 1
    return spans


def _dateline(text: str, offset: int, openers: Mapping[str, int]) -> list[str]:
    """Return what a place in front of the lead says: whether it is in brackets, and whether a lead begins after it."""
    found = _BRACKETED.match(text, offset) or _PLACED.match(text, offset)
    if found is None:
        return []
    after = openers.get("".join(_LETTERS.findall(fold(found.group(1)))))
    return [f"dateline:{'(' if '(' in found.group() else '-'}{'?' if after is None else after > -100}"]


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


def _shape(key: str, before: str, prepositions: frozenset[str]) -> list[str]:
    facts = []
    if not key:
        facts.append("wordless")
    if key in prepositions:
        facts.append("preposition")
    if before in prepositions:
        facts.append("after-preposition")
    facts.append("letter:" + (key[:2] if key.startswith("ال") else key[:1] if key[:1] in ("و", "ت", "ي", "ا") else "-"))
    if before.startswith("ال"):
        facts.append("after-article")
    return facts


class _Repeats(NamedTuple):
    """Which words of a title come again after it."""

    keys: list[str]
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
            again = places[key][1:] + places.get(key[2:], [])
            if again:
                copies.append((index, again))
    return _Repeats(keys, {key: found[0] for key, found in places.items()}, longer, copies)


def _again(repeats: _Repeats, index: int, opener: str) -> list[str]:
    """Return facts of the words of the title that come again in the lead."""
    keys, first = repeats.keys, repeats.first
    facts = []
    title = repeats.longer[index]
    if title:
        lead = range(index, index + _AHEAD)
        again = sum(any(map(lead.__contains__, places)) for at, places in repeats.copies if at < index)
        share = again * 5 // title
        facts += [f"again:{share}", f"againop:{min(share, 3)}{opener}"]
    if len(keys[0]) > 2 and keys[0] in keys[index : index + 8]:
        facts.append("first-again")
    if keys[index] and first[keys[index]] < index:
        facts.append("in-title")
    after = keys[index + 1]
    if after.startswith("ال"):
        facts.append("article-next" + opener)
    if after and first[after] < index:
        facts.append("next-in-title")
    return facts
