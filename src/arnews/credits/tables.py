"""The words of credits, read once from the data files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from arnews.data_files import compiled, parse_toml
from arnews.text.fold import fold

__all__ = ["SOURCES", "TABLE", "Tables", "opened", "read_tables", "table_of", "tables"]

TABLE = "credits"
"""The name of the tables in the file of compiled tables."""
_NAMES = ("places", "agencies", "outlets", "names", "labels", "common")
SOURCES = (
    *(f"credits/data/{name}.toml" for name in _NAMES),
    "credits/tables.py",
    "text/fold.py",
    "text/letters.py",
)
"""The files that the tables are made of."""

_ITEM = re.compile("[،,\n]")
_TOWNS = ("levant", "world")
_PHRASES = ("authors", "glued", "photographers", "desks", "doubtful_desks", "fillers", "offices")
_WORD = re.compile(r"[^\W_]+")


class Tables(NamedTuple):
    """Sets of folded keys: words joined by one space."""

    countries: frozenset[str]
    capitals: frozenset[str]
    """Towns that have the name of a country («تونس», «عمان»)."""
    regions: frozenset[str]
    place_heads: frozenset[str]
    """What may be in front of a place («شمال»)."""
    places: frozenset[str]
    doubtful_places: frozenset[str]
    agencies: frozenset[str]
    doubtful_agencies: frozenset[str]
    homes: Mapping[str, str]
    """Countries, as in addresses, on whose sites a name is that of the agency and not of a place («قنا»)."""
    outlets: frozenset[str]
    outlet_marks: frozenset[str]
    outlet_ends: frozenset[str]
    """Words that make a name of two words the name of an outlet («المرفأ اليوم»)."""
    authors: frozenset[str]
    glued: frozenset[str]
    photographers: frozenset[str]
    desks: frozenset[str]
    doubtful_desks: frozenset[str]
    desk_heads: frozenset[str]
    """First words of desks that no table knows («قسم الثقافة»)."""
    press_heads: frozenset[str]
    """First words of the desks of institutions («إدارة الإعلام»), before one of ``press``."""
    press: frozenset[str]
    fillers: frozenset[str]
    accounts: frozenset[str]
    """Logins of content systems, which are nobody."""
    buttons: frozenset[str]
    """Buttons, notices, greetings and names of columns that are where names are."""
    counts: frozenset[str]
    """What is counted after the name: views, comments."""
    offices: frozenset[str]
    reporters: frozenset[str]
    """Reporters who are named with the place that they report from («مراسلنا في بيروت»)."""
    quoting: frozenset[str]
    """Those offices after which an outlet is quoted; they are no part of its name («نقلا عن»)."""
    issues: frozenset[str]
    """Words with which the number of an issue begins after the name of a paper."""
    jobs: frozenset[str]
    writers: frozenset[str]
    """The trades of those who sign: nothing need set them apart from the name («ليلى حسن كاتبة من عمان»)."""
    nouns: frozenset[str]
    """Given names that are common nouns, too."""
    given: frozenset[str]
    women: frozenset[str]
    """Names of women alone: inside a name one of them opens that of the next person."""
    doubtful_names: frozenset[str]
    foreign_particles: frozenset[str]
    particles: frozenset[str]
    initials: frozenset[str]
    """Names of Latin letters, after which a full stop ends no name («جيه. سميث»)."""
    foreign_ends: tuple[str, ...]
    titles: frozenset[str]
    never_first: frozenset[str]
    article: str
    origin: str
    common: frozenset[str]
    latin: frozenset[str]
    """The common words in Latin letters, which menus and themes are made of."""
    prefixes: tuple[str, ...]
    verbs: tuple[str, ...]
    suffixes: tuple[str, ...]
    proclitics: frozenset[str]
    dates: frozenset[str]
    eras: frozenset[str]
    dual: frozenset[str]
    source: str
    inside: str
    to: str
    joiner: str
    writes: frozenset[str]
    """Verbs after the name of the author in a title («هاني الشريف يكتب: …»)."""
    benefit: str
    """The preposition in front of the outlet for which somebody writes."""
    helpers: tuple[str, ...]
    helper_firsts: frozenset[str]
    """First words of ``helpers``."""
    reports: frozenset[str]
    bulletins: tuple[str, ...]
    ends: frozenset[str]
    phrases: frozenset[str]
    """All keys of places, agencies, outlets, labels, desks and offices."""
    turns: frozenset[str]
    """Words inside a slot after which another part begins («من», «تصوير»), of an outlet, of a name, or of a trade."""
    heads: frozenset[str]
    """First words of all keys but persons: a slot that opens with another common word is no credit."""


@cache
def tables() -> Tables:
    """Return the tables; the files are read at the first call."""
    table = compiled(TABLE, SOURCES)
    return read_tables() if table is None else opened(table)


def table_of(tables: Tables) -> dict[str, Any]:
    """Return the tables as one of plain values: a set is a list under ``set``, a mapping a dict under ``map``."""
    named = tables._asdict()
    sets = {name: {"set": sorted(value)} for name, value in named.items() if isinstance(value, frozenset)}
    return {**named, **sets, "homes": {"map": dict(tables.homes)}}


def opened(table: dict[str, Any]) -> Tables:
    """Return the tables that plain values say."""
    return Tables(**{name: _made(value) for name, value in table.items()})


def _made(value: Any) -> Any:
    if isinstance(value, dict):
        return frozenset(value["set"]) if "set" in value else MappingProxyType(value["map"])
    return tuple(value) if isinstance(value, list) else value


def read_tables() -> Tables:
    """Return the tables, read from the files as they are written."""
    places, agencies, outlets, names, labels, common = map(_load, _NAMES)
    countries, regions = _keys(places["countries"]), _keys(places["regions"])
    doubtful = _keys(places["doubtful"])
    phrases = _keys(
        "\n".join(
            [
                *places.values(),
                agencies["sure"],
                agencies["doubtful"],
                outlets["names"],
                *map(labels.__getitem__, _PHRASES),
            ]
        )
    )
    heads = frozenset(key.partition(" ")[0] for key in phrases) | _words(labels["jobs"]) | _words(names["titles"])
    towns = frozenset().union(*(_keys(text) for key, text in places.items() if key not in ("doubtful", "heads")))
    return Tables(
        countries=countries,
        capitals=countries & frozenset().union(*(_keys(text) for key, text in places.items() if key in _TOWNS)),
        regions=regions,
        place_heads=_keys(places["heads"]),
        places=towns - doubtful,
        doubtful_places=doubtful,
        agencies=_spelled(_keys(agencies["sure"]), fold(labels["and"])),
        doubtful_agencies=_spelled(_keys(agencies["doubtful"]), fold(labels["and"])),
        homes=MappingProxyType({fold(name): code for code, name in agencies["homes"].items()}),
        outlets=_keys(outlets["names"]),
        outlet_marks=_words(outlets["marks"]),
        outlet_ends=_words(outlets["ends"]),
        authors=_keys(labels["authors"]),
        glued=_keys(labels["glued"]),
        photographers=_keys(labels["photographers"]),
        desks=_keys(labels["desks"]) | _keys(labels["doubtful_desks"]),
        doubtful_desks=_keys(labels["doubtful_desks"]),
        desk_heads=_words(labels["desk_heads"]),
        press_heads=_words(labels["press_heads"]),
        press=_words(labels["press"]),
        fillers=_keys(labels["fillers"]) | _keys(labels["accounts"]),
        accounts=_keys(labels["accounts"]),
        buttons=_keys(labels["buttons"]) | _keys(labels["greetings"]) | _keys(labels["columns"]),
        counts=_words(labels["counts"]),
        offices=_keys(labels["offices"]),
        reporters=_words(labels["reporters"]),
        quoting=_keys(labels["quoting"]),
        issues=_words(labels["issues"]),
        jobs=_words(labels["jobs"]),
        writers=_words(labels["writers"]),
        women=_words(names["women"]) - _words(names["men"]) - _words(names["doubtful"]),
        nouns=_words(names["nouns"]),
        given=_words(names["men"]) | _words(names["women"]) | _words(names["foreign"]),
        doubtful_names=_words(names["doubtful"]),
        foreign_particles=_words(names["foreign_particles"]),
        particles=_words(names["particles"]),
        initials=_words(names["initials"]),
        foreign_ends=tuple(fold(names["foreign_ends"]).split()),
        titles=_words(names["titles"].replace(".", "")),
        article=fold(names["article"]),
        origin=fold(names["origin"]),
        never_first=frozenset(names["never_first"].split()),
        common=frozenset(common["words"].split()) | _words(common["latin"]),
        latin=_words(common["latin"]),
        prefixes=tuple(fold(common["prefixes"]).split()),
        proclitics=_words(common["proclitics"]),
        verbs=tuple(fold(common["verbs"]).split()),
        suffixes=tuple(fold(common["suffixes"]).split()),
        dates=_words(labels["dates"]),
        eras=_words(labels["eras"]),
        dual=_words(labels["dual"]),
        source=fold(labels["from"]),
        inside=fold(labels["in"]),
        to=fold(labels["to"]),
        joiner=fold(labels["and"]),
        writes=_words(labels["writes"]),
        benefit=fold(labels["for"]),
        helpers=tuple(sorted(_keys(labels["helpers"]))),
        helper_firsts=frozenset(key.partition(" ")[0] for key in _keys(labels["helpers"])),
        reports=_words(labels["reports"]),
        bulletins=tuple(sorted(_keys(labels["bulletins"]), key=lambda key: (-len(key), key))),
        ends=_keys(labels["ends"]),
        phrases=phrases | _spelled(_keys(agencies["sure"]), fold(labels["and"])),
        turns=_words(labels["from"])
        | _words(names["particles"])
        | _words(outlets["marks"])
        | _words(labels["writers"])
        | frozenset(key for key in _keys(labels["photographers"]) if " " not in key),
        heads=heads
        | frozenset(key.partition(" ")[0] for key in _spelled(_keys(agencies["sure"]), fold(labels["and"])))
        | _words(outlets["marks"])
        | _words(labels["desk_heads"])
        | _words(labels["press_heads"])
        | _words(labels["reporters"]),
    )


def _load(name: str) -> dict[str, Any]:
    return parse_toml(f"credits/data/{name}.toml")


def _keys(text: str) -> frozenset[str]:
    return frozenset(key for item in _ITEM.split(fold(text)) if (key := " ".join(_WORD.findall(item))))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


def _spelled(keys: frozenset[str], joiner: str) -> frozenset[str]:
    """Add the ways in which the letters of an abbreviation are printed together («أف ب», «أفب»)."""
    out = set(keys)
    for key in keys:
        words = key.split()
        if len(words) == 3 and all(len(word) == 1 for word in words):
            a, b, c = words
            out.update((f"{a}{b} {c}", f"{a} {b}{c}"))
            if key[0] != joiner:
                out.add(a + b + c)
    return frozenset(out)
