"""What the tables say of a few words together: a place, an agency, a label; what is around a name."""

from __future__ import annotations

from functools import cache

from arnews.credits.tables import Tables, tables

__all__ = [
    "AGENCY",
    "COUNTRY",
    "DATE",
    "DESK",
    "FILLER",
    "JOB",
    "LABEL",
    "MAYBE_AGENCY",
    "MAYBE_PERSON",
    "MAYBE_PLACE",
    "OTHER",
    "OUTLET",
    "PERSON",
    "PHOTO",
    "PLACE",
    "REGION",
    "TITLE",
    "UNKNOWN",
    "is_called",
    "quoted_at",
    "whole",
]

PLACE, MAYBE_PLACE, COUNTRY, REGION = 1, 2, 4, 8
AGENCY, MAYBE_AGENCY, OUTLET = 16, 32, 64
PERSON, MAYBE_PERSON, LABEL, PHOTO, DESK, FILLER, TITLE, JOB = 128, 256, 512, 1024, 2048, 4096, 8192, 16384
DATE, UNKNOWN, OTHER = 32768, 65536, 131072

_SHORT = 4
_NAME_WORDS = 5
_PRESS_WORDS = 4
"""Words after the first of the press desk of an institution."""
_DESK_WORDS = 2
"""Words after the first of a desk that no table knows."""


def whole(key: str, tables: Tables) -> int:
    """Return what the table says of all words of a slot together, 0 if nothing."""
    kinds = _known().get(key, 0)
    if " " in key and key.replace(" ", "") in tables.titles:
        kinds |= TITLE
    return kinds or _press_desk(key, tables) or _after_head(key, tables) or _desk(key, tables)


def _desk(key: str, tables: Tables) -> int:
    """Return `DESK` for «قسم الثقافة»: two or three words of which the first says so, the others with the article."""
    head, _, rest = key.partition(" ")
    if head not in tables.desk_heads or not 0 < len(words := rest.split()) <= _DESK_WORDS:
        return 0
    return DESK if _have_article(words, tables) else 0


def _press_desk(key: str, tables: Tables) -> int:
    """Return `DESK` for a press desk («إدارة الإعلام والعلاقات»), with its institution, too («… لبلدية صيدا»)."""
    head, *words = key.split()
    if not 0 < len(words) <= _PRESS_WORDS:
        return 0
    if head in tables.press_heads and words[0] in tables.press and _have_article(words, tables):
        return DESK
    own = len(words) > 1 and len(words[1]) > _SHORT and words[1].startswith(tables.benefit)
    return DESK if own and f"{head} {words[0]}" in tables.doubtful_desks else 0


def _have_article(words: list[str], tables: Tables) -> bool:
    article = (tables.article, tables.joiner + tables.article)
    return all(word.startswith(article) and len(word) > _SHORT for word in words)


@cache
def _known() -> dict[str, int]:
    """Return the kinds of every key of the tables."""
    words = tables()
    known: dict[str, int] = {}
    for kind, keys in (
        (PLACE, words.places),
        (MAYBE_PLACE, words.doubtful_places),
        (COUNTRY, words.countries & (words.places | words.doubtful_places)),
        (REGION, words.regions & words.places),
        (AGENCY, words.agencies),
        (MAYBE_AGENCY, words.doubtful_agencies - words.agencies),
        (OUTLET, words.outlets),
        (LABEL, words.authors),
        (PHOTO, words.photographers),
        (DESK, words.desks),
        (FILLER, words.fillers),
        (TITLE, words.titles),
    ):
        for key in keys:
            known[key] = known.get(key, 0) | kind
    return known


@cache
def _place_openers() -> frozenset[str]:
    """Return the first words of what may be in front of the name of a place or outlet."""
    words = tables()
    return frozenset(key.partition(" ")[0] for key in words.place_heads | words.offices)


def _after_head(key: str, tables: Tables) -> int:
    """Look «مكتب الجزيرة» and «شمال سوريا» up by what follows the first words."""
    words = key.split(" ")
    if words[0] not in _place_openers():
        return 0
    for size in (2, 1):
        if len(words) <= size:
            continue
        head, rest = " ".join(words[:size]), " ".join(words[size:])
        if head in tables.place_heads and (rest in tables.places or rest in tables.doubtful_places):
            return PLACE | REGION
        if head in tables.offices:
            kinds = whole(rest, tables) & (OUTLET | AGENCY | PLACE | FILLER)
            # «بوابة بنغازي» is an outlet, «مكتب بنغازي» is in the town.
            return (kinds & ~PLACE) | OUTLET if kinds & PLACE and head in tables.outlet_marks else kinds
    return 0


def quoted_at(key: str, tables: Tables) -> int:
    """Return how many words in front of an outlet say that it is quoted («نقلا عن وكالة …»), 0 if none do."""
    words = key.split(" ", 2)
    for size in (2, 1):
        if len(words) > size and " ".join(words[:size]) in tables.quoting:
            return size
    return 0


def is_called(words: list[str], tables: Tables) -> bool:
    """Whether words begin with a given name and go on like one, though some are common or strange: no verb, no link."""
    return (
        1 < len(words) <= _NAME_WORDS
        and words[0] in tables.given
        and not (words[0] in tables.nouns and not tables.common.isdisjoint(words[1:]))
        and not any(
            word.isdigit()
            or word in (tables.inside, tables.source, tables.to)
            or (word not in tables.given and len(word) > _SHORT - 1 and word.startswith(tables.verbs))
            or (word[0] in tables.proclitics and word[1:] in tables.common)
            for word in words[1:]
        )
    )
