"""Whether a credit begins a text: the cheap test, by the words in front of its first separator."""

from __future__ import annotations

import re
from functools import cache

from arnews.credits.slots import FIRST_REACH
from arnews.credits.tables import Tables, tables
from arnews.text.fold import unify
from arnews.text.letters import IGNORABLE, PRESENTATION

__all__ = ["hopeless", "may_begin"]

_IGNORABLE = re.compile(f"[{IGNORABLE}]")
_SHAPE = re.compile(f"[{PRESENTATION}]")
_MARKS = re.compile(f"[{IGNORABLE}{PRESENTATION}]")
_WORDS = re.compile(r"[^\W_]+")
# What is in front of the first separator.
_NO_CUT = r"[^-\u2010-\u2015_/\\|:()\[\]{}\u00ab\u00bb\"\u201c\u201d\u060c,*\u2022&\u0640]+"
_FIRST_SLOT = re.compile(rf"[^\w]{{0,8}}((?:{_NO_CUT}|(?<=\w)\u0640+(?=\w))++)")
_MOST_WORDS = 9
_MOST_UNKNOWN = 5
_PAIR = 2
_DESK_WORDS = 3
_PRESS_WORDS = 5
"""Words of the press desk of an institution, its first one included (`arnews.credits.lookup`)."""
_MENDED = ("@", "://", "www.", "y", "r", "&")
"""What begins contacts, labels and entities, which are cut off or set apart before the words are looked at."""


def hopeless(text: str, tables: Tables) -> bool:
    """Whether the words in front of the first separator tell that no credit begins here: the cheap test.

    ``text`` is without vowel marks and controls (`bare_head`).
    """
    first = _FIRST_SLOT.match(text, 0, FIRST_REACH)
    if first is None or text[0] == "&":
        return _WORDS.search(text, 0, 40) is None
    piece = first.group(1)
    if _MARKS.search(piece):
        if _SHAPE.search(piece):
            return False
        piece = _IGNORABLE.sub("", piece)
    words = _WORDS.findall(piece)
    if len(words) > _MOST_UNKNOWN and not words[0][0].isdigit() and unify(words[0]) not in _openers():
        return True  # nearly all prose: it need not be unified
    return not _may_open(unify(" ".join(words)).split(), tables)


def may_begin(text: str, tables: Tables) -> bool:
    """Whether a credit may begin a text, wherever it ends: `hopeless` for all its heads, by the first word alone."""
    first = _WORDS.match(text, 0, FIRST_REACH)
    if first is None or any(mark in text for mark in _MENDED) or _MARKS.search(text, 0, FIRST_REACH) is not None:
        return True
    head = unify(first[0])
    if head.isdigit():
        return head in _numbers()
    return (
        not head.isalpha()
        or head not in tables.common
        or head in tables.turns
        or head in _openers()
        or not tables.outlet_marks.isdisjoint(unify(text).split())
    )


@cache
def _numbers() -> frozenset[str]:
    """Return the numbers with which phrases begin."""
    return frozenset(phrase.partition(" ")[0] for phrase in tables().phrases if phrase[0].isdigit())


@cache
def _openers() -> frozenset[str]:
    """Return the words with which a part of many words may begin."""
    words = tables()
    return words.heads | words.jobs | words.given | words.titles | words.particles


def _may_open(words: list[str], tables: Tables) -> bool:
    """Whether the words in front of the first separator can be a part of a credit, or parts without separators."""
    if not words:
        return True
    head, common = words[0], tables.common
    if head[0].isdigit():
        return " ".join(words[:2]) in tables.phrases
    if head in _openers():
        known = _opens_part(words, tables)
        if known is not None:
            return known
    if len(words) > _MOST_UNKNOWN or (head[0] in tables.proclitics and head[1:] in common):
        return False
    if len(words) == _PAIR and words[1] in tables.outlet_ends and head not in common:
        return head.startswith(tables.article) or head in tables.places
    for at, word in enumerate(words):
        if word in tables.turns:
            return at > 0 or word not in common or word in tables.outlet_marks
        if word in common:
            return not tables.outlet_marks.isdisjoint(words)
    return True


def _opens_part(words: list[str], tables: Tables) -> bool | None:
    """Whether the first word, one of `_openers`, opens a part of a credit; ``None`` if it does not tell."""
    head = words[0]
    if (
        head == tables.source
        and 1 < len(words) <= _MOST_WORDS
        and (words[1] in tables.given or words[1] in tables.reporters)
    ):
        return _may_open(words[1:], tables)
    links = {tables.inside, tables.to, tables.source}
    sent = head in tables.reporters and (not links.isdisjoint(words) or words[-1] in tables.places)
    if sent and len(words) <= _MOST_WORDS:
        return True
    if head in tables.desk_heads and 1 < len(words) <= _DESK_WORDS:
        return True
    if head in tables.press_heads and 1 < len(words) <= _PRESS_WORDS and words[1] in tables.press:
        return True
    common = tables.common
    if head in common:
        for size in (3, 2, 1):
            label = " ".join(words[:size])
            if label in tables.glued or (label in tables.authors and len(words) <= size):
                return _may_open(words[size:], tables)
    if head in tables.jobs and head not in tables.given:
        return len(words) <= _MOST_WORDS
    if head in tables.given or head in tables.titles or head in tables.particles:
        return len(words) <= _MOST_WORDS and (common.isdisjoint(words[1:]) or not tables.turns.isdisjoint(words))
    if head in tables.heads:
        for size in range(1, min(5, len(words) + 1)):
            if " ".join(words[:size]) in tables.phrases:
                return len(words) <= _MOST_WORDS or any(map(str.isdigit, words))
    return None
