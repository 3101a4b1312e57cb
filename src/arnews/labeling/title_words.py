"""Words of a first line as title and lead are told apart: what each looks like, and what is before and after it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise, repeat
from operator import lt
from typing import NamedTuple

from arnews.labeling.title_facts import NOTHING, Key, spelled
from arnews.labeling.title_repeats import AHEAD, PARTICLE, repeats_of
from arnews.labeling.words import load_words
from arnews.text.fold import drop_ignorable, fold, unify
from arnews.text.letters import FOLDED
from arnews.text.memory import Kept

__all__ = [
    "FEWEST",
    "LOOKED_AT",
    "UNKNOWN",
    "Line",
    "Look",
    "Looks",
    "Word",
    "line_of",
    "looks_of",
    "words_with_facts",
]

FEWEST, _MOST = 2, 34
"""Words of a title."""
UNKNOWN = "?"
"""The class of a word that no list knows."""
_NO_VERB = "-"
"""The same of a word that is no verb."""
_REST = 5
"""Words of a lead, at least."""
_READ = 1_100
"""Code points that hold title and so much of the lead."""
_LENGTHS = (3, 4, 5, 6, 8, 10, 13, 16, 20, 25)
"""Words of a title at which a class of length begins: a model learns more from few classes than from many numbers."""
_LENGTH_OF = tuple(bisect_right(_LENGTHS, index) for index in range(_MOST + 1))
"""The class of each length."""
_IS_FIRST = (True, *[False] * (_MOST - 1))
_RESTART = 8
"""Words of the lead among which the first word of the title comes again."""
_MOST_LOOKS, _LOOK_LONGEST = 16_384, 40
"""Tokens whose looks are kept, and their code points at most: some megabytes."""
_FAR = 1 << 30
"""An index and an offset that no text has."""
_WORD_LONGEST = 25
"""Code points of a word after a dateline that are looked at."""
_DATELINE_LONGEST = 90
"""Code points of a dateline."""
LOOKED_AT = _READ + 2 * _DATELINE_LONGEST + _WORD_LONGEST
"""Code points of a text that can make a difference: a dateline may begin where one may end."""
_TOKEN = re.compile(rf"(?=\S)[^\s؟!»]*+(?:[؟!»](?![{FOLDED}]{{2}})[^\s؟!»]*+)*+[؟!»]?+")
"""A word; a mark that letters follow ends one, too."""
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
_NUMBERS = ("ين", "ون", "ات", "ان")
_NUMBER_NAMES = dict(zip(_NUMBERS, "ynfd", strict=True))
"""Letters of the dual and of the plurals, and a name for each."""
_GENDERS = frozenset(("ا", "ه", "ي", "ت"))
"""Last letters (folded) that say a gender, an accusative or where somebody is from."""
_SERVILE = frozenset(("ا", "ي", "ت", "و"))
"""Letters that verbs begin with, whatever their root is: the second one tells more."""


class Word(NamedTuple):
    """A word of the first line, as title and lead are told apart."""

    offset: int
    facts: list[str]


class Line(NamedTuple):
    """The words of a first line that can be of a title or begin the lead, and what is known of each."""

    offsets: list[int]
    columns: tuple[list[Key], ...]
    """For each kind of key that of every word: what a word looks like by itself and with those after it; what is before
    it, the end of a title, or something that it belongs to; which words of the title come again in the lead that it
    begins; which word it is, which one is before it, and how both end: what agrees with a noun is said of it, and no
    lead begins there."""
    datelines: dict[int, Key]
    """What a place in front of the lead says, for words that may be one."""


class Look(NamedTuple):
    """What a word looks like, wherever it is."""

    key: str
    """Its letters and digits, folded."""
    opener: str
    """Its class as a word that begins sentences."""
    verb: str
    """The same as a verb."""
    form: str
    """Its pattern."""
    sort: str
    """Whether it has the article, or is a preposition."""
    year: bool
    """Whether it is a year."""
    kind: str
    """The class of its first character."""
    end: str
    """The class of its last one."""
    owner: str
    """What the word after it belongs to."""
    word: str
    """The key, if it is one of a word that begins sentences."""
    ending: str
    """Whether it has the article, and the letters that say its number or gender."""


Looks = Kept[str, Look]
"""The looks of words as they are printed, made when they are first asked for."""


def looks_of(openers: Mapping[str, str], verbs: Mapping[str, int]) -> Looks:
    """Return the looks of words.

    ``openers`` are classes of words that begin sentences, ``verbs`` classes of words that follow what verbs follow.

    >>> looks_of({}, {"اعلن": 1})["«أعلن"].verb
    '1'
    """
    return Kept(lambda token: _look(token, openers, verbs), _MOST_LOOKS, _LOOK_LONGEST)


def _look(token: str, openers: Mapping[str, str], verbs: Mapping[str, int]) -> Look:
    key = "".join(_LETTERS.findall(drop_ignorable(unify(token))))
    words = load_words()
    prepositions = words.prepositions
    opener, verb = openers.get(key, UNKNOWN), _verb(key, verbs)
    if key in prepositions or key in words.before_names:
        owner = "-preposition"
    elif key.startswith(_ARTICLE):
        owner = "-article"
    else:
        owner = ":" + verb + opener
    return Look(
        key, opener, verb, _form(key), _sort(key, prepositions), _YEAR.match(key) is not None,
        _kind(token), _ending(token), owner, "" if opener == UNKNOWN else key, _agreement(key),
    )  # fmt: skip


def words_with_facts(text: str, looks: Looks) -> list[Word]:
    """Return the words of a line that can be of a title or begin the lead, with what they look like.

    >>> looks = looks_of({}, {"اعلن": 1})
    >>> [word.offset for word in words_with_facts("أعلن الوزير أمس في مؤتمر صحفي أن المعرض يفتح", looks)]
    [0, 5, 12, 16]
    """
    line = line_of(text, looks)
    keys = zip(*line.columns, map(line.datelines.get, range(len(line.offsets))), strict=True)
    facts = ([fact for key in keys_of if key is not None for fact in spelled(key)] for keys_of in keys)
    return list(map(Word, line.offsets, facts))


def line_of(text: str, looks: Looks) -> Line:
    """Return the same in columns, with keys for the facts.

    >>> line_of("أعلن الوزير أمس في مؤتمر صحفي أن المعرض يفتح", looks_of({}, {"اعلن": 1})).columns[0][0][:3]
    ('own', '?', '1')
    """
    tokens = list(islice(_TOKEN.finditer(text[:_READ]), _MOST + AHEAD))
    count = min(_MOST, len(tokens) - _REST)
    if count < 1:
        return Line([], (), {})
    seen = [looks[token[0]] for token in tokens]
    keys, openers, verbs, forms, sorts, years, kinds, ends, owners, words, endings = zip(*seen, strict=True)
    dated = [True in years[at : at + _DATE_WORDS] for at in range(count)] if True in years else repeat(False)
    # Columns are joined without a loop: each document has dozens of such words.
    own = zip(
        repeat("own"), openers, verbs, forms, kinds, sorts[1:], sorts[2:], words, dated, _IS_FIRST[:count], strict=False
    )
    above = zip(
        repeat("above"), ends, openers[1:count], verbs[1:], forms[1:], _LENGTH_OF[1:], owners, strict=False
    )  # fmt: skip
    offsets = [token.start() for token in tokens[:count]]
    weighed = keys[:count]
    columns: tuple[list[Key], ...] = (
        [*own], [NOTHING, *above], _repeated(keys, openers, forms, count), [*zip(repeat("is"), weighed)],
        [NOTHING, *zip(repeat("after"), weighed[:-1])], [NOTHING, *zip(repeat("endings"), endings, endings[1:count])],
    )  # fmt: skip
    return Line(offsets, columns, _datelines(text, offsets, looks))


def _verb(key: str, verbs: Mapping[str, int]) -> str:
    known = verbs.get(key)
    if known is not None:
        return str(known)
    return "w" if key[:1] == _AND and key[1:] in verbs else _NO_VERB


def _ending(token: str) -> str:
    if token[-1] in "؟!?…" or token.endswith(".."):
        return "!"
    return token[-1] if token[-1] in ".،:" else "q" if token[-1] in "\"'»”)" else "a"


def _agreement(key: str) -> str:
    """Return whether a word has the article, and the letters that say its number or gender."""
    article = "a" if key.startswith(_ARTICLE) else "o"
    if key.endswith(_NUMBERS):
        return article + _NUMBER_NAMES[key[-2:]]
    return article + (key[-1] if key[-1:] in _GENDERS else ".")


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


def _datelines(text: str, offsets: list[int], looks: Looks) -> dict[int, Key]:
    """Return what a place in front of the lead says: whether it is in brackets, and what is after it.

    No title is in front of the first word, so it is left out.
    """
    found: dict[int, Key] = {}
    brackets = _places_of(_BRACKET, text)
    marks = _places_of(_PLACE_MARK, text)
    bracket, mark = next(brackets, _FAR), next(marks, _FAR)
    if bracket == mark == _FAR:
        return found
    for index, offset in enumerate(offsets[1:], 1):
        end = offset + _DATELINE_LONGEST
        while bracket < offset:
            bracket = next(brackets, _FAR)
        while mark < offset:
            mark = next(marks, _FAR)
        if bracket >= end and mark >= end:
            continue
        placed = _BRACKETED.match(text, offset, end) if bracket < end else None
        if placed is not None:
            found[index] = ("bracketed", min(6, placed[0].count(" ")), bool(placed[1]), *_after(text, placed, looks))
            continue
        placed = _PLACED.match(text, offset, end) if mark < end else None
        if placed is not None:
            found[index] = ("placed", min(4, len(placed[0].split())), *_after(text, placed, looks))
    return found


def _places_of(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (found.start() for found in pattern.finditer(text, 0, _READ + _DATELINE_LONGEST))


def _after(text: str, placed: re.Match[str], looks: Looks) -> tuple[str, str]:
    """Return the classes of the word after a dateline, as one that begins sentences and as a verb."""
    words = text[placed.end() : placed.end() + _WORD_LONGEST].split()
    word = fold(words[0]) if words else ""
    if not word:
        return UNKNOWN, _NO_VERB
    look = looks[word]
    return look.opener, look.verb


def _repeated(keys: Sequence[str], openers: Sequence[str], forms: Sequence[str], count: int) -> list[Key]:
    """Return for each word which words of the title come again in the lead that it begins."""
    first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
    longer, again, near = repeats_of(keys, first, count)
    shares = [found * 5 // words if words else "-" for words, found in zip(longer, again, strict=True)]
    # Where each word was printed first, if it is longer than particles.
    origins = [first[key] if len(key) > PARTICLE else _FAR for key in keys[: count + 2]]
    start = keys[0]
    restarts: Iterable[int] = repeat(0)
    resumed: Iterable[bool] = repeat(False)
    if len(start) > 2 and start in keys[1:]:
        restarts = [0 if key != start else 2 if after == keys[1] else 1 for key, after in pairwise(keys)]
        resumed = [start in keys[index : index + _RESTART] for index in range(count)]
    known = [map(lt, origins[ahead:], range(count)) for ahead in range(3)]
    found = zip(
        repeat("again"), shares, map(min, near, repeat(4)), openers, forms, restarts, resumed, *known, strict=False
    )
    return [NOTHING, *islice(found, 1, None)]
