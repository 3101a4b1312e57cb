"""Titles glued in front of the first paragraph: where the lead begins, by what leads begin with and titles end with.

Flattened documents print «title lead» without any mark between them. Each word of the first line is weighed as the
first of the lead: whether leads begin with it, what stands before it, and how many words of the title come again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

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
_TOKEN = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"(?:[^\s.]+\s+){0,7}\([^()]{2,30}\)\s*[-\u2013\u2014:]?\s*(\S*)")
_PLACED = re.compile(r"(?:[^\s.،,/]++[\s،,/]++){0,3}[^\s.]*\s?[-\u2013\u2014:/]\s*(\S*)")
_KNOWN = -150
"""Strength (hundredths) as an opener from which a word is a fact of its own."""


@frozen
class TitleModel:
    """Weights for where a lead begins."""

    openers: Mapping[str, int] = field(repr=False, eq=False)
    """Words that begin paragraphs: how much oftener than they stand inside, as a logarithm (hundredths)."""
    weights: Mapping[str, int] = field(repr=False, eq=False)
    """The weight of each fact (hundredths)."""

    def best(self, text: str) -> tuple[int, int]:
        """Return the best score of an offset as the begin of the lead, and the offset; -1 if there is none."""
        get = self.weights.get
        scored = [(sum(get(fact, 0) for fact in facts), -offset) for offset, facts in candidates(text, self.openers)]
        if not scored:
            return 0, -1
        score, offset = max(scored)
        return score, -offset


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
    score, offset = (model or load_title_model()).best(piece.text)
    if offset < 0 or score < (_FLAT if len(pieces) <= _LONGEST_ALONE else _LINES):
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
    return _class(load_title_model().openers.get(word))


def _class(strength: int | None) -> str:
    return "?" if strength is None else str(max(-5, min(3, round(strength / 100))))


def candidates(text: str, openers: Mapping[str, int]) -> Iterator[tuple[int, list[str]]]:
    """Yield the offset of each word that may begin the lead, with its facts."""
    tokens = [(found.start(), found.group()) for found in _TOKEN.finditer(text[:_READ])][: _MOST + _AHEAD]
    unified = unify(text[:_READ])
    marked = has_ignorable(unified)
    keys = [
        "".join(
            _LETTERS.findall(drop_ignorable(unified[at : at + len(token)]) if marked else unified[at : at + len(token)])
        )
        for at, token in tokens
    ]
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
            "bias", f"len:{sum(index >= limit for limit in _LENGTHS)}", "op:" + opener, "end:" + ending,
            "endop:" + ending + opener, "kind:" + kind,
        ]  # fmt: skip
        if ended:
            facts.append("sentence-above")
        ended = ended or (above.endswith((".", "؟")) and not above.endswith(".."))
        facts += _shape(key, before, prepositions, strength)
        facts += _repeats(keys, index, opener)
        if kind in "(al" and (found := _BRACKETED.match(text, offset) or _PLACED.match(text, offset)):
            after = openers.get("".join(_LETTERS.findall(fold(found.group(1)))))
            facts.append(f"dateline:{'(' if '(' in found.group() else '-'}{'?' if after is None else after > -100}")
        yield offset, facts


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


def _shape(key: str, before: str, prepositions: frozenset[str], strength: int | None) -> list[str]:
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
    if strength is not None and strength > _KNOWN:
        facts.append("word:" + key)
    return facts


def _repeats(keys: list[str], index: int, opener: str) -> list[str]:
    """Return facts of the words of the title that come again in the lead."""
    lead = set(keys[index : index + _AHEAD])
    title = [key for key in keys[:index] if len(key) > 3]
    facts = []
    if title:
        share = sum(key in lead or key[2:] in lead for key in title) * 5 // len(title)
        facts += [f"again:{share}", f"againop:{min(share, 3)}{opener}"]
    if len(keys[0]) > 2 and keys[0] in keys[index : index + 8]:
        facts.append("first-again")
    if keys[index] and keys[index] in keys[:index]:
        facts.append("in-title")
    after = keys[index + 1]
    if after.startswith("ال"):
        facts.append("article-next" + opener)
    if after and after in keys[:index]:
        facts.append("next-in-title")
    return facts
