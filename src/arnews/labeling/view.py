"""What the facts of all lines of a document have in common: where its paragraphs are, and the words of its lead.

Places are relative to the first and the last long paragraph, never to the end of the document, so that boilerplate
appended below changes nothing above.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import or_
from typing import NamedTuple

from attrs import frozen

from arnews.labeling.pieces import LONG_PROSE, Piece
from arnews.labeling.topic import topic_of
from arnews.roles import Role
from arnews.text.fold import drop_ignorable, words_of_unified
from arnews.text.memory import Kept

__all__ = ["CLASS_OF", "LONG", "OPENING", "Base", "View", "class_of", "distance_class", "view_of"]

LONG = 25
"""Words from which a line counts as a long paragraph: titles, captions and buttons are hardly ever so long."""
_SENTENCE = 10
"""Words of a closed sentence that counts as a paragraph where a document has no longer ones."""
_OPEN_LINE = 12
"""Words up to which a line without a closing mark can be an item of a column."""
_WRAP_SHORTEST = 40
_WRAP_LONGEST = 125
"""Code points of a line that a margin broke: mail and old news wires break at 60 to 120."""
_WRAP_LINES = 8
_WRAP_EVEN = 0.8
"""Broken lines are of nearly one width; titles in a list are not."""
_WRAP_TITLE = 0.85
"""A first line below this share of the width was not broken by the margin: a title."""
_LENGTHS = (1, 2, 3, 4, 6, 9, 13, 19, 29, 49)
"""Upper ends of the classes of length in words: a model learns more from few classes than from many numbers."""
_LENGTH_OF = tuple("0123456789X"[bisect_right(_LENGTHS, count - 1)] for count in range(_LENGTHS[-1] + 2))
"""The class of each length; those above are of the last one."""
_DISTANCES = (0, 1, 2, 3, 6, 12)
"""Upper ends of the classes into which distances are put."""
_NEAR = tuple("0123456"[bisect_right(_DISTANCES, value - 1)] for value in range(_DISTANCES[-1] + 2))
"""The class of each distance; those above are of the last one."""
_FAR = 9
"""Lines that a mark of boilerplate is looked for on either side."""
_READ_WHOLE, _READ_HEAD, _READ_TAIL = 200, 60, 60
"""Code points up to which all words of a line are read, and those at the ends of a longer one: a few words there."""
_TOPIC_WHOLE, _TOPIC_HEAD, _TOPIC_TAIL = 400, 300, 60
"""The same for what a line speaks of."""
_KEPT_LINES = 64
"""Lines whose words are kept: a page has more than there is room for, and most are never asked for. The facts of a line
look at its near neighbors only."""
OPENING = 3
"""Paragraphs that say what the article is about."""
_PARAGRAPHS = 12
"""Paragraphs whose words are what the article speaks of."""
_BULLETS = frozenset("-*•–·●▪■◾►▶>٭—ـ»")
_QUOTES = frozenset("«\"“”'‘’")
_BRACKETS = frozenset("()[]{}﴾﴿")
_EVIDENCE = {(role, hard): f"{role}{'!' if hard else '?'}" for role in Role for hard in (False, True)}
"""Names of evidence, by the role and whether it is certain."""
_DROPPED = frozenset(role for role in Role if not role.kept)
_OWN_CLASS = frozenset(".،,:؛;!?؟…#@|/+©%")


@frozen(eq=False)
class Base:
    """What is a fact of a line and of its neighbors. There is one of each kind, so that they are compared as such."""

    evidence: str
    """The role that is proposed, and whether for certain."""
    length: str
    """The class of length in words."""
    last: str
    """The class of the last character."""
    beside: Base | None = None
    """The same without the last character, which says nothing of the lines beside it; ``None`` if this is it."""


_BASES: dict[tuple[str, str, str], Base] = {}
"""Those that were asked for: some hundreds, of the thousands that there can be."""


class View(NamedTuple):
    """What the facts of all lines of a document have in common."""

    pieces: Sequence[Piece]
    words: Kept[int, list[str]]
    """The folded words of each line."""
    counts: list[int]
    """About how many words each line has."""
    first: int
    """Index of the first long paragraph, -1 if there is none."""
    last: int
    """Index of the last long paragraph, -1 if there is none."""
    shape: str
    """Whether paragraphs are long, short or missing, and whether they end with full stops."""
    topics: Sequence[frozenset[str]] | Kept[int, frozenset[str]]
    """What each line speaks of, by the stems of its rarer words."""
    lead: frozenset[str]
    """Those of the first paragraph."""
    opening: frozenset[str]
    """Those of the first few (`OPENING`)."""
    prose: frozenset[str]
    """Those of the first dozen."""
    paragraphs: dict[int, int]
    """The first dozen: the index of each, and which one it is."""
    repeated: frozenset[str]
    """Keys of the short lines that are printed more than once."""
    base: list[Base]
    """What is a fact of each line and of its neighbors."""
    places: str
    """Where each line is: before (b), among (i) or after (a) the paragraphs; n if there are none."""
    distances: list[str]
    """The class of how far each line is from them."""
    above: list[str]
    """The class of how many lines above each line the nearest certain boilerplate is."""
    below: list[str]
    """The same below."""
    runs: list[str]
    """The class of the length of the run of short open lines that each line is in."""
    ended: list[bool]
    """Whether a line above says that the article has ended."""
    context: list[str]
    """Role of the nearest certain boilerplate above each line."""


def view_of(pieces: Sequence[Piece]) -> View:
    """Return what the facts of all lines have in common.

    >>> from arnews.labeling.pieces import make
    >>> view = view_of([make(0, "افتتاح المعرض"), make(14, "افتتح الوزير المعرض أمس بحضور كبير من القراء في العاصمة.")])
    >>> view.first, sorted(view.lead)[:2]
    (1, ['افتتح', 'بحضور'])
    """
    words: Kept[int, list[str]] = Kept(lambda index: _words_of(pieces[index]), _KEPT_LINES)
    kept: Kept[int, frozenset[str]] = Kept(lambda index: _topic_of(pieces[index]), _KEPT_LINES)
    topics = kept if len(pieces) > _KEPT_LINES else list(map(_topic_of, pieces))
    counts = [piece.words for piece in pieces]
    free = [piece.role is None or not piece.hard for piece in pieces]
    paragraphs = [index for index, count in enumerate(counts) if count >= LONG and free[index]]
    shape = "L"
    if _is_wrapped(pieces):
        paragraphs = [i for i, piece in enumerate(pieces) if free[i] and piece.size >= _WRAP_SHORTEST]
        width = sorted(pieces[i].size for i in paragraphs)[len(paragraphs) // 2]
        if pieces[paragraphs[0]].size < _WRAP_TITLE * width:
            del paragraphs[0]
        shape = "W"
    if not paragraphs:
        paragraphs = [index for index, piece in enumerate(pieces) if free[index] and piece.prose]
        shape = "P"
    if not paragraphs:
        paragraphs = [i for i, p in enumerate(pieces) if free[i] and p.has_end_mark and counts[i] >= _SENTENCE]
    if not paragraphs:
        shape = "N"
    stopped = sum(pieces[index].has_end_mark for index in paragraphs)
    shape += "." if paragraphs and 10 * stopped >= 7 * len(paragraphs) else "-"
    spoken = [topics[index] for index in paragraphs[:_PARAGRAPHS]]
    walls = [False] * len(pieces)
    for index in paragraphs:
        walls[index] = True
    dropped = [piece.hard and piece.role in _DROPPED for piece in pieces]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (-1, -1)
    short = [count <= _OPEN_LINE for count in counts]
    return View(
        pieces=pieces,
        words=words,
        counts=counts,
        first=first,
        last=last,
        shape=shape,
        topics=topics,
        lead=spoken[0] if spoken else frozenset(),
        opening=frozenset().union(*spoken[:OPENING]),
        prose=frozenset().union(*spoken),
        paragraphs={index: rank for rank, index in enumerate(paragraphs[:_PARAGRAPHS])},
        repeated=_repeated([piece.key for piece in pieces if piece.key]),
        base=list(map(_base, pieces, counts)),
        places="n" * len(pieces) if first < 0 else f"{'b' * first}{'i' * (last + 1 - first)}".ljust(len(pieces), "a"),
        distances=_distances(len(pieces), first, last),
        above=_marks_above(dropped, walls),
        below=_marks_above(dropped[::-1], walls[::-1])[::-1],
        runs=_runs([s and f and not p.has_end_mark for s, f, p in zip(short, free, pieces, strict=True)]),
        context=_context(pieces, dropped),
        ended=[False, *accumulate([piece.ends for piece in pieces[:-1]], or_)],
    )


def distance_class(value: int) -> str:
    """Return the class of a distance, or of another small number.

    >>> distance_class(3), distance_class(100)
    ('3', '6')
    """
    return _NEAR[value if value < len(_NEAR) else -1]


def _distances(count: int, first: int, last: int) -> list[str]:
    """Return the class of how far each line is from the paragraphs, or from the first line where there are none."""
    if first < 0:
        return [str(min(index, len(_DISTANCES))) for index in range(count)]
    before = [distance_class(distance) for distance in range(first, 0, -1)]
    return before + [""] * (last + 1 - first) + [distance_class(distance) for distance in range(1, count - last)]


def _words_of(piece: Piece) -> list[str]:
    """Return the folded words of a line; of a long one those at its ends."""
    if piece.key:
        return piece.key.split()
    if piece.size <= _READ_WHOLE:
        return piece.folded_words
    unified = piece.unified
    return words_of_unified(f"{unified[:_READ_HEAD]} {unified[-_READ_TAIL:]}", piece.ignorable)


def _topic_of(piece: Piece) -> frozenset[str]:
    unified = piece.unified
    if len(unified) > _TOPIC_WHOLE:
        unified = f"{unified[:_TOPIC_HEAD]} {unified[-_TOPIC_TAIL:]}"
    return topic_of(drop_ignorable(unified, piece.ignorable) if piece.ignorable else unified)


def _repeated(keys: list[str]) -> frozenset[str]:
    if len(set(keys)) == len(keys):
        return frozenset()
    return frozenset(key for key, count in Counter(keys).items() if count > 1)


def _is_wrapped(pieces: Sequence[Piece]) -> bool:
    """Tell whether sentences run over line ends: many lines have one width, and few of them end a sentence."""
    sizes = [piece.size for piece in pieces if piece.size >= _WRAP_SHORTEST]
    if len(sizes) < _WRAP_LINES or max(sizes) > LONG_PROSE:
        return False
    sizes.sort()
    quarter, high = sizes[len(sizes) // 4], sizes[len(sizes) * 9 // 10]
    if high > _WRAP_LONGEST or quarter < _WRAP_EVEN * high:
        return False
    lines = [piece for piece in pieces if piece.size >= _WRAP_SHORTEST and piece.is_undecided]
    running = sum(
        not piece.has_end_mark and min(piece.size, after.size) >= _WRAP_SHORTEST and after.is_undecided
        for piece, after in pairwise(pieces)
    )
    return (
        len(lines) >= _WRAP_LINES
        and 10 * sum(not p.has_end_mark for p in lines) > 6 * len(lines)
        and 2 * running > len(lines)
    )


def _base(piece: Piece, count: int) -> Base:
    evidence = "-" if piece.role is None else _EVIDENCE[piece.role, piece.hard]
    key = evidence, _LENGTH_OF[count if count < len(_LENGTH_OF) else -1], CLASS_OF[piece.plain[-1]]
    return _BASES.get(key) or _new_base(*key)


def _new_base(evidence: str, length: str, last: str) -> Base:
    without = evidence, length, ""
    beside = _BASES.setdefault(without, Base(*without))
    return _BASES.setdefault((evidence, length, last), Base(evidence, length, last, beside))


def _marks_above(marked: list[bool], walls: list[bool]) -> list[str]:
    """Return for each line the class of how many lines the nearest mark above it is away, `_FAR` at most.

    Nobody looks past a paragraph: what is below the text says nothing of what is above it.
    """
    if True not in marked:
        return [_NEAR[_FAR + 1]] * len(marked)
    out: list[str] = []
    distance = _FAR
    for mark, wall in zip(marked, walls, strict=True):
        out.append(_NEAR[distance + 1])
        distance = _FAR if wall else 0 if mark else min(_FAR, distance + 1)
    return out


def _context(pieces: Sequence[Piece], dropped: list[bool]) -> list[str]:
    """Return for each line the role of the nearest certain boilerplate above it: a heading opens a list."""
    if True not in dropped:
        return ["-"] * len(pieces)
    out: list[str] = []
    context = "-"
    for piece, mark in zip(pieces, dropped, strict=True):
        out.append(context)
        if mark and piece.role is not Role.RESIDUE:
            context = str(piece.role)
    return out


def _runs(short: list[bool]) -> list[str]:
    """Return for each line the class of the length of the run of marked lines that it is in."""
    out = ["0"] * len(short)
    start = 0
    for index, mark in enumerate([*short, False]):
        if not mark:
            if index > start:
                out[start:index] = [distance_class(index - start)] * (index - start)
            start = index + 1
    return out


def class_of(char: str) -> str:
    """Return the class of a character at an end of a line: letter, digit, bullet, quotation mark, or itself.

    >>> class_of("ش"), class_of("٣"), class_of("؟")
    ('a', 'd', '؟')
    """
    if "\u0620" <= char <= "\u064a":
        return "a"
    if char in _OWN_CLASS:
        return char
    if char.isdigit():
        return "d"
    if char.isalpha():
        return "l" if char < "\u0250" else "a"
    if char in _BULLETS:
        return "b"
    if char in _QUOTES:
        return "q"
    return "p" if char in _BRACKETS else "o"


CLASS_OF = Kept(class_of, most=1024, longest=1)
"""The class of each character, looked up."""
