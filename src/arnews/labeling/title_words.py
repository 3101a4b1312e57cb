"""Words of a first line as title and lead are told apart: what each looks like, and what is before and after it.

What a word says is a few keys; the facts that a key means are spelled out only where nobody knows their weights yet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from arnews.labeling.title_repeats import AHEAD, PARTICLE, repeats_of
from arnews.labeling.words import load_words
from arnews.text.fold import drop_ignorable, fold, unify
from arnews.text.letters import FOLDED
from arnews.text.memory import Kept

__all__ = ["FEWEST", "UNKNOWN", "Key", "Look", "Looks", "Word", "looks_of", "spelled", "words_with_facts"]

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
    prepositions = load_words().prepositions
    opener, verb = openers.get(key, UNKNOWN), _verb(key, verbs)
    if key in prepositions:
        owner = "-preposition"
    elif key.startswith(_ARTICLE):
        owner = "-article"
    else:
        owner = ":" + verb + opener
    return Look(
        key, opener, verb, _form(key), _sort(key, prepositions), _YEAR.match(key) is not None,
        _kind(token), _ending(token), owner,
    )  # fmt: skip


def words_with_facts(text: str, looks: Looks) -> list[Word]:
    """Return the words of a line that can be of a title or begin the lead, with what they look like.

    >>> looks = looks_of({}, {"اعلن": 1})
    >>> [word.offset for word in words_with_facts("أعلن الوزير أمس في مؤتمر صحفي أن المعرض يفتح", looks)]
    [0, 5, 12, 16]
    """
    tokens = list(islice(_TOKEN.finditer(text[:_READ]), _MOST + AHEAD))
    count = min(_MOST, len(tokens) - _REST)
    if count < 1:
        return []
    seen = [looks[token.group()] for token in tokens]
    keys, openers, verbs, forms, sorts, years, kinds, ends, owners = zip(*seen, strict=True)
    again = _keys_of_repeats(keys, openers, forms, count)
    datelines = _datelines(text, tokens[:count], looks)
    with_years = True in years
    found: list[Word] = []
    for index in range(count):
        opener, verb, form = openers[index], verbs[index], forms[index]
        keys_of: list[Key] = [(
            "own", opener, verb, form, kinds[index], sorts[index + 1], sorts[index + 2],
            "" if opener == UNKNOWN else keys[index],
            with_years and True in years[index : index + _DATE_WORDS], not index,
        )]  # fmt: skip
        if index:
            # What is before it: the end of a title, or something that it belongs to.
            keys_of.append(("above", ends[index - 1], opener, verb, form, _LENGTH_OF[index], owners[index - 1]))
            keys_of.append(again[index])
            if index in datelines:
                keys_of.append(datelines[index])
        found.append(Word(tokens[index].start(), keys_of))
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


def _verb(key: str, verbs: Mapping[str, int]) -> str:
    known = verbs.get(key)
    if known is not None:
        return str(known)
    return "w" if key[:1] == _AND and key[1:] in verbs else _NO_VERB


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


def _datelines(text: str, words: list[re.Match[str]], looks: Looks) -> dict[int, Key]:
    """Return what a place in front of the lead says: whether it is in brackets, and what is after it."""
    found: dict[int, Key] = {}
    brackets = _offsets(_BRACKET, text)
    marks = _offsets(_PLACE_MARK, text)
    bracket, mark = next(brackets, _FAR), next(marks, _FAR)
    for index, word in enumerate(words):
        offset = word.start()
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


def _offsets(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (found.start() for found in pattern.finditer(text, 0, _READ + _DATELINE_LONGEST))


def _after(text: str, placed: re.Match[str], looks: Looks) -> tuple[str, str]:
    """Return the classes of the word after a dateline, as one that begins sentences and as a verb."""
    words = text[placed.end() : placed.end() + _WORD_LONGEST].split()
    word = fold(words[0]) if words else ""
    if not word:
        return UNKNOWN, _NO_VERB
    look = looks[word]
    return look.opener, look.verb


def _keys_of_repeats(keys: Sequence[str], openers: Sequence[str], forms: Sequence[str], count: int) -> list[Key]:
    """Return for each word which words of the title come again in the lead that it begins."""
    first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
    longer, again, near = repeats_of(keys, first, count)
    # Where each word was printed first, if it is longer than particles.
    origins = [first[key] if len(key) > PARTICLE else _FAR for key in keys[: count + 2]]
    start = keys[0] if len(keys[0]) > 2 else None
    restarts = start is not None and start in keys[1:]
    found: list[Key] = []
    for index in range(count):
        share = again[index] * 5 // longer[index] if longer[index] else "-"
        restart = 0
        if restarts and keys[index] == start:
            restart = 2 if keys[index + 1] == keys[1] else 1
        found.append((
            "again", share, min(4, near[index]), openers[index], forms[index], restart,
            restarts and start in keys[index : index + _RESTART],
            origins[index] < index, origins[index + 1] < index, origins[index + 2] < index,
        ))  # fmt: skip
    return found
