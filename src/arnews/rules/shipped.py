"""The shipped rules as one table of plain values, which is read in a tenth of the time that the TOML takes.

The table holds the rules and where their phrases are looked up (`arnews.rules.index`). The phrases themselves are read
when one of them is first needed: most never are.
"""

from __future__ import annotations

from typing import Any

from attrs import fields

from arnews.data_files import compiled, data_names
from arnews.roles import Role
from arnews.rules.index import Entry, RuleIndex
from arnews.rules.load import load_shipped
from arnews.rules.rule import Means, Position, Rule, Span, Strength

__all__ = ["TABLE", "indexed", "read_index", "rule_sources", "table_of"]

TABLE = "rules"
"""The name of the table in the file of compiled tables."""
_WORDS = ("by_first", "by_last", "starts", "ends", "glued")
"""The parts of an index that are lists of entries by a word."""
_KINDS = {"role": Role, "position": Position, "strength": Strength, "span": Span}
_NAMES = tuple(each.name for each in fields(Rule))


def rule_sources() -> list[str]:
    """Return the files that the table is made of: the phrases, and the code that reads and arranges them.

    >>> "rules/index.py" in rule_sources()
    True
    """
    return [path for folder in ("rules/data", "rules", "text") for path in data_names(folder, (".toml", ".py"))]


def read_index() -> tuple[tuple[Rule, ...], RuleIndex]:
    """Return the rules that come with arnews, and the same arranged.

    >>> rules, index = read_index()
    >>> index.literals["شارك المقال"] in rules
    True
    """
    table = compiled(TABLE, rule_sources())
    if table is not None:
        return indexed(table)
    rules = load_shipped()
    return rules, RuleIndex(rules)


def table_of(rules: tuple[Rule, ...], index: RuleIndex) -> dict[str, Any]:
    """Return rules and their index as a table of plain values."""
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    keys: list[list[str]] = [[] for _ in rules]
    for key, rule in index.literals.items():
        keys[numbers[rule.id]].append(key)
    places: dict[Entry, int] = {}

    def place(entry: Entry) -> int:
        return places.setdefault(entry, len(places))

    words = {
        part: {word: [place(entry) for entry in entries] for word, entries in getattr(index, part).items()}
        for part in _WORDS
    }
    unbound = [(letters, place(entry)) for letters, entry in index.unbound]
    return {
        "rules": [[getattr(rule, name) for name in _NAMES] for rule in rules],
        "networks": index.networks,
        "literals": ["\n".join(each) for each in keys],
        "unbound": unbound,
        "entries": [[numbers[entry.rule.id], entry.text] for entry in places],
        **words,
    }


def indexed(table: dict[str, Any]) -> tuple[tuple[Rule, ...], RuleIndex]:
    """Return the rules of a table and their index."""
    rules = tuple(_rule(values) for values in table["rules"])
    networks = tuple(table["networks"])
    entries = [Entry(rules[number], text, networks) for number, text in table["entries"]]
    index = RuleIndex(())
    index.networks = networks
    for rule, keys in zip(rules, table["literals"], strict=True):
        if keys:
            index.literals.update(dict.fromkeys(keys.split("\n"), rule))
    for part in _WORDS:
        found = {word: [entries[at] for at in places] for word, places in table[part].items()}
        getattr(index, part).update(found)
    index.unbound += [(letters, entries[at]) for letters, at in table["unbound"]]
    return rules, index


def _rule(values: list[Any]) -> Rule:
    """Return the rule that has these values. It was checked when the table was made, so it is made as unpickled."""
    state = dict(zip(_NAMES, values, strict=True))
    state |= {name: kind(state[name]) for name, kind in _KINDS.items()}
    state |= {name: tuple(state[name]) for name in ("phrases", "yes", "no")}
    state["means"] = None if state["means"] is None else Means(state["means"])
    rule = Rule.__new__(Rule)
    rule.__setstate__(state)  # type: ignore[attr-defined]
    return rule
