"""The facts of a line in words, English and Arabic. The words are in ``labeling/data/facts.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from arnews.data_files import read_toml
from arnews.document import Decision, Origin, Reason, Weight
from arnews.export.reasons import Language, why_of
from arnews.export.role_words import role_in_words
from arnews.roles import Role

__all__ = ["group_of", "say", "strongest", "why_here"]

_ROLE = "|".join(sorted(Role, key=len, reverse=True))
_KIN = "shared|twin|beside|inside|outer|apart"
_SHAPES = {
    "evidence": f"-|(?:{_ROLE})[!?]", "other": f"-|(?:{_ROLE})[!?]", "place": "[bain]", "where": "[bainsl]",
    "there": f"{_KIN}|title|top|text|end", "kin": _KIN,
    "length": "[0-9X]", "its_length": "[0-9X]", "size": "[sl]", "lines": "[0-6]",
    "number": "[0-6]", "above": "[1-5]", "below": "[1-5]", "digits": "[0-6]x?", "share": "[0-6-]", "sign": ".",
    "order": "[0-4]", "paragraphs": "[LPWN]", "stops": "[.-]", "gap": "[0-3]", "owner": "[bdc]", "opener": r"\?|-?\d|-",
    "role": _ROLE, "called": f"{_ROLE}|None", "name": ".+", "word": ".+", "side": "in|out",
    "part": "title|top|text|end", "linked": "[0-3]", "pure": "True|False", "kind": "[a-z]+",
}  # fmt: skip
"""How the values of a kind of fact look, by the names that the data give them."""
_TABLES = {
    "other": ("evidence",), "its_length": ("length",), "where": ("place", "size"), "there": ("kin", "part"),
}  # fmt: skip
"""The tables that tell a value, where these have another name."""
_STEP = re.compile("[+-][12]")
_MOST = 3
"""Facts that are named in a sentence."""


@frozen
class _Kind:
    group: str
    pattern: re.Pattern[str]
    values: tuple[str, ...]
    sentences: dict[str, str]


def say(fact: str, language: Language) -> str:
    """Return what a fact says of its line; the fact itself if nobody wrote words for its kind.

    >>> say("zLc:a0.", "en")
    'one word, below the last paragraph, ends with «.»'
    >>> say("-1epromo!", "en")
    'the line above: known for certain as promo'
    """
    for kind, found, step in _kinds_of(fact):
        told = {name: _value(name, text, language) for name, text in zip(kind.values, found, strict=True)}
        if step:
            told["step"] = _data()["values"]["step"][step][language]
        return kind.sentences[language].format_map(told)
    return fact


def group_of(fact: str) -> str:
    """Return the group of a fact: facts of one group say nearly the same.

    >>> group_of("w:شارك"), group_of("zLc:a0."), group_of("+1edge")
    ('words', 'own', 'side')
    """
    return next((kind.group for kind, _, _ in _kinds_of(fact)), "")


def strongest(decision: Decision, language: Language) -> list[str]:
    """Return the best fact of each group of facts that speaks most for the role against the best other one, in words.

    >>> strongest(Decision(Role.BODY), "en")
    []
    """
    groups: dict[str, list[Weight]] = {}
    for weight in decision.facts:
        groups.setdefault(group_of(weight.fact), []).append(weight)
    sums = {group: sum(weight.difference for weight in weights) for group, weights in groups.items()}
    best = sorted((group for group in sums if sums[group] > 0), key=lambda group: -sums[group])
    return [say(groups[group][0].fact, language) for group in best[:_MOST]]


def why_here(reason: Reason, language: Language) -> str:
    """Return the sentence of a reason; where the model decided and was traced, with the facts that decided most.

    >>> import arnews
    >>> article = arnews.Parser(trace=True).parse_text("افتتاح المعرض\\nافتتح الوزير المعرض في قاعة المدينة الكبرى.")
    >>> why_here(article.segments[0].reason, "en").startswith("Words, shape, place and neighbors")
    True
    """
    told = why_of(reason, language)
    decision = reason.decision
    if decision is None or reason.origin is not Origin.MODEL:
        return told
    facts = strongest(decision, language)
    return f"{told.rstrip('.')}: {('; ' if language == 'en' else '؛ ').join(facts)}." if facts else told


def _value(name: str, text: str, language: Language) -> str:
    if name in ("role", "called"):
        return role_in_words(text, language)
    if name in ("evidence", "other"):
        return _data()["values"]["evidence"][text[-1]][language].format(role=role_in_words(text[:-1], language))
    for table in _TABLES.get(name, (name,)):
        told = _data()["values"].get(table, {}).get(text)
        if told is not None:
            return told[language]
    return f"«{text}»" if name == "sign" else text


def _kinds_of(fact: str) -> Iterator[tuple[_Kind, tuple[str, ...], str]]:
    """Yield the kind of a fact, its values, and which neighbor it is of, if of one."""
    step = _STEP.match(fact)
    if step is not None:
        for kind in _kinds():
            found = kind.pattern.fullmatch(fact, step.end()) if kind.group == "side" else None
            if found is not None:
                yield kind, found.groups(), step.group()
    for kind in _kinds():
        found = kind.pattern.fullmatch(fact) if kind.group != "side" else None
        if found is not None:
            yield kind, found.groups(), ""


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(group, _pattern(prefix, kind["has"].split()), tuple(kind["has"].replace(":", "").split()), kind)
        for group, kinds in _data()["kinds"].items()
        for prefix, kind in kinds.items()
    )


def _pattern(prefix: str, values: list[str]) -> re.Pattern[str]:
    parts = (":" if value == ":" else f"({_SHAPES[value]})" for value in values)
    return re.compile(re.escape(prefix) + "".join(parts), re.DOTALL)


@cache
def _data() -> dict[str, dict[str, dict[str, dict[str, str]]]]:
    """Return the tables of the file, under `values` and `kinds`."""
    return read_toml("labeling/data/facts.toml")
