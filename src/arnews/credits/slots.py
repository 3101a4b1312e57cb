"""A line of credits cut into slots: what is between dashes, colons, brackets, quotes and commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

from arnews.credits.tables import Tables
from arnews.text.fold import drop_with_offsets, fold_with_offsets, head_end, strip_invisible, unify
from arnews.text.letters import ARABIC, BLANKS, IGNORABLE, PRESENTATION, TATWEEL

__all__ = [
    "DASH_AFTER_TATWEEL",
    "FIRST_REACH",
    "CreditLine",
    "Slot",
    "bare_head",
    "prepare",
    "slots",
]

_ENTITY = re.compile("&(?:nbsp|ndash|mdash|quot|laquo|raquo|#8211|#160);?")
_ENTITIES = {"nd": "-", "md": "-", "qu": '"', "la": "«", "ra": "»", "#8": "-"}
_MARKS = re.compile(f"[{IGNORABLE.replace(TATWEEL, '')}{PRESENTATION}\u0640]")
_VOWELS_AND_CONTROLS = re.compile(f"[{IGNORABLE.replace(TATWEEL, '')}]")
_SHAPE = re.compile(f"[{PRESENTATION}]")
# Tatweel that does not stretch a word: between other characters than letters it is a dash.
_TATWEEL_DASH = re.compile(f"(?<![{ARABIC}]){TATWEEL}+|(?<!{TATWEEL}){TATWEEL}{{2,}}+(?![{ARABIC}])")
DASH_AFTER_TATWEEL = f"(?<=(?<![{ARABIC}]){TATWEEL})|(?<=(?<!{TATWEEL}){TATWEEL}){TATWEEL}++(?![{ARABIC}])"
"""Pattern that holds after the first tatweel of a run that serves as a dash."""
_SEPARATOR = re.compile(
    # It begins with one class of characters, so that the search for it is quick.
    r"[-\u2010-\u2015\u2212_/\\|:;\u061b*\u2022\u25a0-\u25ff\u2605\u2606\u2714\u2756\u27a2-\u27a4\u00b7\u2026()\[\]{}<>\u00ab\u00bb\"\u201c\u201d\u201e\u2018\u2019\u2039\u203a'`"
    r"\u060c,\u066c\u00bf!\u061f?=+\n\r\t\u2028\u2029\x85.]"
    r"(?:(?<!\.)|\.+|(?<=[^\W\d_][^\W\d_]\.)(?=\s|$)|(?<=\s\.)(?=\s|$))"
)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+|\d+")
FIRST_REACH = 140
"""Characters of a text, marks not counted, in which the first separator is looked for."""
_ONE_LETTER = re.compile(rf"\s{{0,2}}[{ARABIC}]\s*+[.:]?\s*+\Z")
_NAME = re.compile(rf"[{ARABIC}]{{3,}}")
_INITIAL_REACH = 20
"""Characters in front of a full stop that hold the initial and the end of the word before it."""
_WORDS = re.compile(r"[^\W_]+")
_SCORE = re.compile(r"(?:0|\d{1,2}\s*[-\u2010-\u2015\u2212]\s*0)(?!\d).*")
"""A lone nought is the result of a match, no day and no month."""
_DATE_GAP = re.compile(r"[\s\-\u2010-\u2015\u2212–/.,\u060c:|()\\]{0,4}")


@define(eq=False, repr=False)
class CreditLine:
    """A text prepared for reading: unified, tatweel resolved, with the way back."""

    text: str
    """The prepared text."""
    source: str
    """The text as given."""
    offsets: tuple[int, ...] | None
    """For each code point of ``text`` the offset of its origin; ``None`` if they are equal."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the source."""
        if self.offsets is None:
            return start, end
        if end <= start:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], max(self.offsets[end], self.offsets[end - 1] + 1)

    def raw(self, start: int, end: int) -> str:
        """Return the characters as given, white space squeezed."""
        a, b = self.span(start, end)
        return strip_invisible(" ".join(self.source[a:b].split()))

    def part(self, start: int, end: int) -> CreditLine:
        """Return a part of the line, prepared by itself."""
        a, b = self.span(start, end)
        return prepare(self.source[a:b])


@define(eq=False, repr=False)
class Slot:
    """What is between two separators."""

    start: int
    """Offset in the prepared text."""
    end: int
    """End offset (exclusive), in code points."""
    key: str
    """Its words, one space between."""
    words: list[str]
    """Its words."""
    before: str
    """The separators in front of it, white space included."""
    date: bool = False
    """Whether it is a date."""


def bare_head(text: str, count: int) -> str:
    """Return the head of a text, ``count`` characters or more, without vowel marks and controls.

    >>> bare_head("كَتَبَ أحمد", 3)
    'كتب'
    """
    if _VOWELS_AND_CONTROLS.search(text, 0, count) is None:
        return text
    return _VOWELS_AND_CONTROLS.sub("", text[: head_end(text, count)])


def prepare(source: str) -> CreditLine:
    """Return the text prepared for `slots`."""
    text = unify(source)
    if "&" in text:
        text = _ENTITY.sub(_spaced_entity, text)
    if not _MARKS.search(text):
        return CreditLine(text, source, None)
    # Marks go first, so that tatweel after a marked letter is seen to stretch a word.
    marks = {mark.start() for mark in _VOWELS_AND_CONTROLS.finditer(text)}
    kept = [at for at in range(len(text)) if at not in marks]
    bare = "".join([text[at] for at in kept]) if marks else text
    if TATWEEL in bare:
        bare = _TATWEEL_DASH.sub(lambda run: "-" * len(run.group()), bare)
    kept.append(len(text))
    if _SHAPE.search(bare):
        folded = fold_with_offsets(bare)
        return CreditLine(folded.text, source, tuple([kept[at] for at in folded.offsets]))
    left, offsets = drop_with_offsets(bare)
    return CreditLine(left, source, tuple([kept[at] for at in offsets]))


def slots(line: CreditLine, tables: Tables, limit: int = 40) -> Iterator[Slot]:
    """Cut the line at its separators and around its dates; at most ``limit`` slots."""
    text = line.text
    at = last = count = 0
    numbers = _DIGIT.search(text) is not None
    for start, end, is_date in _cuts(text, tables, numbers):
        words = _WORD.findall(text, at, start) if start > at else []
        if words:
            first, past = _trim(text, at, start)
            key = " ".join(_WORDS.findall(text, at, start) if numbers else words)
            yield Slot(first, past, key, words, text[last:first])
            last = past
            count += 1
        if is_date:
            yield Slot(start, end, "", [], text[last:start], date=True)
            last = end
            count += 1
        at = max(at, end)
        if count >= limit:
            return


def _cuts(text: str, tables: Tables, numbers: bool) -> Iterator[tuple[int, int, bool]]:
    dates = _dates(text, tables) if numbers else []
    if not dates:
        for mark in _SEPARATOR.finditer(text):
            if not _is_initial(text, mark, tables):
                yield mark.start(), mark.end(), False
    else:
        cuts = [(start, end, True) for start, end in dates]
        cuts += [
            (m.start(), m.end(), False)
            for m in _SEPARATOR.finditer(text)
            if not _within(m.start(), dates) and not _is_initial(text, m, tables)
        ]
        yield from sorted(cuts)
    yield len(text), len(text), False


def _is_initial(text: str, mark: re.Match[str], tables: Tables) -> bool:
    """Whether a full stop belongs to an initial: inside a name («روبرت جيه. سميث») or after one («سليم. ق»)."""
    if mark.group() != ".":
        return False
    words = text[max(mark.start() - _INITIAL_REACH, 0) : mark.start()].rsplit(None, 2)
    if text[mark.end() : mark.end() + 1] == " " and len(words) > 1 and words[-1] in tables.initials:
        return True
    return _ONE_LETTER.match(text, mark.end()) is not None and bool(words) and _NAME.fullmatch(words[-1]) is not None


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(BLANKS + ".&")), end - len(piece) + len(piece.rstrip(BLANKS + "&"))


def _dates(text: str, tables: Tables) -> list[tuple[int, int]]:
    """Find runs of numbers and the names that are beside them in dates."""
    runs: list[tuple[int, int]] = []
    start = end = count = 0
    names = numbers = False
    for m in _WORD.finditer(text):
        word = m.group()
        number = word.isdigit()
        dated = number or word in tables.dates or (count > 0 and (word in tables.eras or word in tables.dual))
        near = count > 0 and _DATE_GAP.fullmatch(text, end, m.start()) is not None
        if dated and (near or count == 0):
            if not count:
                start = m.start()
            end, count = m.end(), count + 1
            names, numbers = names or not number, numbers or number
            continue
        if count > 1 and numbers and (names or not _SCORE.fullmatch(text, start, end)):
            runs.append((start, end))
        start, end, count, names, numbers = m.start(), m.end(), 0, False, False
        if dated and not (word in tables.eras or word in tables.dual):
            count, names, numbers = 1, not number, number
    if count > 1 and numbers and (names or not _SCORE.fullmatch(text, start, end)):
        runs.append((start, end))
    return runs


def _spaced_entity(entity: re.Match[str]) -> str:
    mark = _ENTITIES.get(entity.group()[1:3], " ")
    return mark.rjust(len(entity.group()))
