"""Facts of lines that the model weighs: length, marks, words, place, neighbors.

A fact is a short string, «kind:value».
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise

from arnews.credits.tables import tables
from arnews.labeling.pieces import Piece
from arnews.labeling.title_cut import opener_class
from arnews.labeling.view import View, class_of

__all__ = ["SHORT_LINE", "Key", "facts_by_kind", "facts_of", "spelled"]

SHORT_LINE = 14
"""Words up to which every word of a line is a fact; of longer ones the first and last words say enough."""
_SHARES = (0.0001, 0.15, 0.3, 0.5, 0.75, 0.999)
_DISTANCES = (0, 1, 2, 3, 6, 12)
"""Upper ends of the classes into which numbers are put: a model learns more from few classes than from many numbers."""
_HEAD = 200
"""Code points at the head of a line that are looked at for digits and Latin letters."""
_NAME_WORDS = 8
"""Words up to which a line may be a list of names."""
_NEIGHBOR_WORDS = 6
"""Words of a neighbor up to which they are facts of the line, too: it may be a heading."""
_SHIFT_LINES = 4
"""Lines whose words tell whether the article still speaks of what it began with."""
_MARKS = ':|/-«“"@#؟!*•،(©[_؛'


def _distance(value: int) -> str:
    return str(bisect_right(_DISTANCES, value - 1))


def _share(words: list[str], known: frozenset[str] | set[str]) -> str:
    """Return the class of the share of words that are known."""
    return str(bisect_right(_SHARES, sum(map(known.__contains__, words)) / len(words)))


def facts_of(view: View, index: int) -> list[str]:
    """Return the facts of one line.

    >>> from arnews.labeling.pieces import make
    >>> from arnews.labeling.view import view_of
    >>> facts = facts_of(view_of([make(0, "شارك المقال")]), 0)
    >>> "w:شارك" in facts, "L:1" in facts
    (True, True)
    """
    keys, words = facts_by_kind(view, index)
    return [fact for key in keys for fact in spelled(key)] + words


def facts_by_kind(view: View, index: int) -> tuple[list[Key], list[str]]:
    """Return the facts of one line as keys, which few lines differ in, and the facts of its words.

    What a key says is the same for all lines that have it, so its weights are added up once (`spelled`).
    """
    piece = view.pieces[index]
    words, count = view.words[index], view.counts[index]
    evidence, length, last = view.base[index]
    place, distance = _place(view, index)
    size = "s" if count <= SHORT_LINE else "l"
    keys: list[Key] = [
        ("own", evidence, length, place, distance, class_of(piece.plain[0]), last, view.shape, str(min(index, 4))),
        ("around", place, length, last, _distance(view.above[index] + 1), _distance(view.below[index] + 1),
         view.context[index], _distance(view.runs[index])),
        ("line", place, str(piece.gap), piece.glued, view.ended[index], view.repeats[piece.key] > 1),
        ("marks", size, *[mark for mark in _MARKS if mark in piece.plain]),
        _letters(piece, words, count, place, size),
    ]  # fmt: skip
    if piece.reason is not None:
        keys.append(("rule", place, piece.reason.name))
    if piece.marks:
        keys.append(("page", *piece.marks))
    overlaps = _overlaps(view, index, place, size)
    if overlaps is not None:
        keys.append(overlaps)
    spoken = _words(words, count, place)
    end = len(view.base)
    for step, at in (("-2", index - 2), ("-1", index - 1), ("+1", index + 1), ("+2", index + 2)):
        if not 0 <= at < end:
            keys.append(("side", step))
            continue
        keys.append(("side", step, place, evidence, length, *view.base[at]))
        if view.counts[at] <= _NEIGHBOR_WORDS and step[1] == "1":
            spoken += [step + "w" + word for word in view.words[at]]
    return keys, spoken


Key = tuple[str | bool, ...]
"""A kind of fact and its values."""


def spelled(key: Key) -> list[str]:
    """Return the facts that a key stands for: its values alone, and together where together they say more.

    >>> spelled(("rule", "a", "share/article"))
    ['r:share/article', 'rf:sharea']
    """
    kind, *values = map(str, key)
    return _SPELLED[kind](*values)


def _spell_own(
    evidence: str, length: str, place: str, distance: str, first: str, last: str, shape: str, index: str
) -> list[str]:
    return [
        "bias", "e:" + evidence, "L:" + length, "z:" + place, "zd:" + place + distance, "zL:" + place + length,
        "eL:" + evidence + length, "ez:" + evidence + place, "lc:" + last, "fc:" + first, "Lc:" + length + last,
        "zLc:" + place + length + last, "m:" + shape + place, "zf:" + place + first, "ix:" + index,
    ]  # fmt: skip


def _spell_around(place: str, length: str, last: str, above: str, below: str, context: str, run: str) -> list[str]:
    facts = ["hb:" + above + place, "ha:" + below + place]
    if run != "0":
        facts.append("run:" + run + place)
    if context != "-":
        facts += ["cx:" + context + place, "cxL:" + context + length + last, "cxd:" + context + above + place]
    return facts


def _spell_line(place: str, gap: str, glued: str, ended: str, twice: str) -> list[str]:
    flags = (("glued", glued), ("ended", ended), ("twice", twice))
    return [f"gap:{gap}{place}", *[f"{name}:{place}" for name, flag in flags if flag == "True"]]


def _spell_marks(size: str, *marks: str) -> list[str]:
    return ["k:" + mark + size for mark in marks]


def _spell_letters(place: str, size: str, digits: str, latin: str, opener: str, names: str) -> list[str]:
    return ["dg:" + digits, "la:" + latin, "op:" + opener + place, "op:" + opener + size, "nm:" + names + place]


def _spell_rule(place: str, name: str) -> list[str]:
    return ["r:" + name, "rf:" + name.partition("/")[0] + place]


def _spell_page(*marks: str) -> list[str]:
    return list(marks)


def _spell_overlap(
    place: str, size: str, length: str, lead: str, prose: str, opening: str, shift: str, above: str, below: str
) -> list[str]:
    facts = [
        "ol:" + lead + place, "oL:" + lead + length, "oa:" + prose + place + size, "op_:" + above + size,
        "on_:" + below + size,
    ]  # fmt: skip
    return facts + (["o3:" + opening + place, "shift:" + shift + place] if size == "l" else [])


def _spell_side(
    step: str, place: str = "", evidence: str = "", length: str = "", other: str = "", size: str = "", ending: str = ""
) -> list[str]:
    if not place:
        return [step + "edge"]
    facts = [step + "e" + other, step + "L" + size + place]
    if step[1] == "1":
        facts += [
            step + "c" + ending + size, step + "le" + length + other, step + "ee" + evidence + other,
            step + "LL" + length + size + place,
        ]  # fmt: skip
    return facts


_SPELLED: dict[str, Callable[..., list[str]]] = {
    "own": _spell_own,
    "around": _spell_around,
    "line": _spell_line,
    "marks": _spell_marks,
    "letters": _spell_letters,
    "rule": _spell_rule,
    "page": _spell_page,
    "overlap": _spell_overlap,
    "side": _spell_side,
}


def _place(view: View, index: int) -> tuple[str, str]:
    """Return where a line is: before, among or after the paragraphs, and how far from them."""
    if view.first < 0:
        return "n", str(min(index, 6))
    if index < view.first:
        return "b", _distance(view.first - index)
    if index > view.last:
        return "a", _distance(index - view.last)
    return "i", ""


def _letters(piece: Piece, words: list[str], count: int, place: str, size: str) -> Key:
    head = piece.plain[:_HEAD]
    digits = sum(map(len, _DIGITS.findall(head)))
    latin = sum(map(len, _LATIN.findall(head)))
    names = "-"
    if count <= _NAME_WORDS and words:
        given = tables().given
        names = str(bisect_right(_SHARES, sum(map(given.__contains__, words)) / len(words)))
    return (
        "letters", place, size,
        _distance(digits) + ("x" if 10 * digits > 3 * len(head) else ""),
        str(bisect_right(_SHARES, latin / len(head))) if latin else "0",
        opener_class(words[0]) if words else "-", names,
    )  # fmt: skip


_DIGITS = re.compile(r"\d+")
_LATIN = re.compile(r"[A-Za-z]+")


def _words(words: list[str], count: int, place: str) -> list[str]:
    if not words:
        return ["wordless"]
    facts = ["f1:" + words[0], "l1:" + words[-1], "f1z:" + place + words[0]]
    if len(words) > 1:
        facts.append("f2:" + words[0] + " " + words[1])
    if count <= SHORT_LINE:
        unique = dict.fromkeys(words)
        facts += ["w:" + word for word in unique]
        facts += ["wz:" + place + word for word in unique]
        facts += ["b:" + left + " " + right for left, right in pairwise(words)]
    else:
        facts += ["hw:" + word for word in words[:3]]
        facts += ["tw:" + word for word in words[-3:]]
    return facts


def _overlaps(view: View, index: int, place: str, size: str) -> Key | None:
    longer = [word for word in view.words[index] if len(word) > 3]
    if not longer:
        return None
    opening = shift = "-"
    if size == "l":
        opening = _share(longer, view.opening)
        if index > view.first:
            near = range(index, min(index + _SHIFT_LINES, len(view.words)))
            following = [word for at in near for word in view.words[at] if len(word) > 3]
            shift = _share(following, view.opening)
    return (
        "overlap", place, size, view.base[index][1], "6" if index == view.first else _share(longer, view.lead),
        _share(longer, view.prose), opening, shift,
        _share(longer, set(view.words[index - 1])) if index else "-",
        _share(longer, set(view.words[index + 1])) if index + 1 < len(view.words) else "-",
    )  # fmt: skip
