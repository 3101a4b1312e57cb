"""Whether words are the name of a person."""

from __future__ import annotations

from arnews.credits.tables import Tables

__all__ = ["BELIEVED", "NOT", "SHAPED", "name_strength", "people", "without_titles"]

NOT, SHAPED, BELIEVED = 0, 1, 2
"""How far words are a name: not at all; only their shape allows it; one of them is a known given name."""

_LONGEST = 6
_FULL = 2
"""Words of a first name and a surname."""
_SHORTEST_JOINED = 3
"""Letters of «و» and a name, at least."""


def name_strength(words: list[str], raw_first: str, tables: Tables) -> int:
    """Return `NOT`, `SHAPED` or `BELIEVED` for folded words without titles; ``raw_first`` is the first as printed."""
    count = len(words)
    if not 0 < count <= _LONGEST + 2:
        return NOT
    after_particle = lineage = False
    full = 0
    for at, word in enumerate(words):
        if word in tables.particles:
            if at == count - 1 and count < 3:
                return NOT
            after_particle = lineage = True
            continue
        if word in tables.foreign_particles and 0 < at < count - 1:
            after_particle = False
            continue
        after_name = lineage or (at > 0 and words[0] in tables.given)
        if not (after_particle or _may_be_name(word, tables) or (after_name and _is_surname(word, tables))):
            return NOT
        after_particle = False
        full += 1
    if full > _LONGEST or full == 0:
        return NOT
    if raw_first in tables.never_first and words[0] not in tables.particles:
        return SHAPED if count > 1 and words[1] in tables.given else NOT
    if count == 1:
        return SHAPED if words[0] in tables.given or len(words[0]) > 3 else NOT
    if words[0].isascii():
        return SHAPED if all(word.isascii() for word in words) else NOT
    if words[0] in tables.given or words[0] in tables.particles:
        return BELIEVED
    return BELIEVED if words[1] in tables.given and count == 2 and not words[0].startswith(tables.article) else SHAPED


def _is_surname(word: str, tables: Tables) -> bool:
    """Whether a word that is no name by itself is one after a name.

    A common word can be a name of origin («صالح بن سعيد الرئيسي», «ليلى الغربي»), and surnames of the Maghreb look like
    a preposition with its noun («بالحاج»).
    """
    if word.startswith(tables.article):
        return word.endswith(tables.origin)
    noun = word[1:]
    return (
        word[0] in tables.proclitics
        and noun.startswith(tables.article)
        and noun not in tables.common
        and noun not in tables.places
        and noun not in tables.doubtful_places
    )


def _may_be_name(word: str, tables: Tables) -> bool:
    if word in tables.given or word in tables.doubtful_names:
        return True
    if word.isdigit() or word in tables.common or word in tables.fillers or word in tables.desks:
        return False
    if word.startswith(tables.prefixes) and len(word) > 4:
        return False
    if word.endswith(tables.suffixes) and len(word) > 4 and not word.startswith(tables.article):
        return False
    return not (
        len(word) > 3 and word.startswith(tables.verbs) and not word.endswith((tables.origin, *tables.foreign_ends))
    )


def without_titles(words: list[str], tables: Tables) -> int:
    """Return how many words at the head are titles («الدكتور»)."""
    at = 0
    while at < len(words) - 1 and words[at] in tables.titles:
        at += 1
    return at


def people(words: list[str], tables: Tables) -> list[tuple[int, int]]:
    """Split «فهد العتيبي وعلي الحربي» at the word that carries «و»: ranges of words, the joiner not cut off."""
    out: list[tuple[int, int]] = []
    start = 0
    for at in range(1, len(words) - 1):
        word = words[at]
        joined = word == tables.joiner
        if joined and at - start >= 1:
            out.append((start, at))
            start = at + 1
        elif at - start >= 2 and word in tables.women and words[at - 1] not in tables.particles:
            out.append((start, at))  # no comma between the authors: a woman's name is never that of a father
            start = at
        elif (
            at - start >= 2
            and word.startswith(tables.joiner)
            and word not in tables.given
            and (word[1:] in tables.given or word[1:] in tables.particles or word[1:] in tables.titles)
        ) or _joins_stranger(words, start, at, tables):
            out.append((start, at))
            start = at
    out.append((start, len(words)))
    return out


def _joins_stranger(words: list[str], start: int, at: int, tables: Tables) -> bool:
    """Tell whether a word is «و» and a name that no table knows, after a name of two words and before a surname."""
    word = words[at]
    return (
        at - start == _FULL == len(words) - at
        and words[start] in tables.given
        and words[at - 1].startswith(tables.article)
        and word.startswith(tables.joiner)
        and len(word) > _SHORTEST_JOINED
        and word not in tables.given
        and word not in tables.common
    )
