"""Every cached function of the package: what it remembers has a bound that no stranger chooses."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from types import FunctionType
from typing import Any, NamedTuple

import pytest

import arnews
from arnews.text.memory import Kept, remembered

MOST_CHARACTERS = 1_100_000
"""Characters that the keys of one cache may have together."""
MOST_ENTRIES = 2048
"""Entries of one cache: each holds a part of the memory that the document took in which it was made."""
OF_ONE_SIZE = {"bool", "int", "float", "type", "datetime.date", "datetime.datetime", "datetime.date | None", "Means"}
"""Types of arguments that are as large as any other of their kind."""
OURS = {
    "arnews.dates.labels._phrases": "names of tables of our own",
    "arnews.dates.tables.load_data": "names of our own data files",
    "arnews.reading.encoding._logarithms": "the codecs that are tried, a constant",
    "arnews.document.reason_of": "rules, which were checked when they were built",
    "arnews.outlets.placeholders._patterns": "rules, which were checked when they were built",
    "arnews.fields.names._names": "names of tables of our own",
    "arnews.labeling.decide._places": "the roles of a model",
    "arnews.labeling.line_evidence._network_words": "the names that the rules of a book have",
    "arnews.labeling.split._gates": "the words that the rules of a book have",
}
"""Functions whose keys are not made of what a document says, and what they are made of."""


class Cached(NamedTuple):
    """A cached function of the package."""

    name: str
    function: Any
    most: int | None
    """Entries; ``None`` if nothing bounds them."""
    longest: int | None = None
    """Characters of the longest key that is kept; ``None`` if nothing asks for them."""


def _cached() -> list[Cached]:
    found: dict[int, Cached] = {}
    for info in pkgutil.walk_packages(arnews.__path__, "arnews."):
        if not info.name.endswith("__main__"):
            module = importlib.import_module(info.name)
            for name, value in _named(module):
                for each in _caches(f"{info.name}.{name}", value):
                    found.setdefault(id(each.function), each)
    return [*found.values()]


def _named(module: Any) -> Iterator[tuple[str, Any]]:
    for name, value in vars(module).items():
        if not isinstance(value, Kept) and getattr(value, "__module__", None) != module.__name__:
            continue
        yield name, value
        if inspect.isclass(value):
            for attribute, inner in vars(value).items():
                yield f"{name}.{attribute}", getattr(inner, "__func__", inner)


def _caches(name: str, value: Any) -> Iterator[Cached]:
    if isinstance(value, Kept):
        yield Cached(name, value._make, value._most, value._longest)
    elif hasattr(value, "cache_parameters"):
        yield Cached(name, value, value.cache_parameters()["maxsize"])
    elif isinstance(value, FunctionType) and hasattr(value, "__wrapped__"):
        held = inspect.getclosurevars(value).nonlocals
        if "known" in held:  # what `remembered` returns
            yield Cached(name, value, held["most"], held["longest"])
        for inner in held.values():
            yield from _caches(name, inner)


CACHED = _cached()


def _problem(each: Cached) -> str | None:
    parameters = inspect.signature(each.function).parameters.values()
    if not parameters or each.name in OURS:
        return None
    most = each.most
    if all(str(parameter.annotation) in OF_ONE_SIZE for parameter in parameters):
        finite = all(str(parameter.annotation) in ("bool", "type", "Means") for parameter in parameters)
        return None if most is not None or finite else "keeps values without number"
    if each.longest is None:
        return "keeps keys of any length; see arnews.text.memory"
    if most is None or most > MOST_ENTRIES:
        return "keeps too many values"
    return None if most * each.longest <= MOST_CHARACTERS else "keeps too many characters"


@pytest.mark.parametrize("each", CACHED, ids=lambda each: each.name)
def test_a_cache_has_a_bound(each: Cached) -> None:
    assert _problem(each) is None


def test_the_list_of_our_own_keys_is_up_to_date() -> None:
    names = {each.name for each in CACHED}
    assert set(OURS) <= names
    assert len(names) > 40


def test_the_check_notices() -> None:
    def unbounded(text: str) -> str:
        return text

    for function, longest, right in (
        (lru_cache(maxsize=None)(unbounded), None, False),
        (lru_cache(maxsize=8)(unbounded), None, False),
        (remembered(most=8, longest=10)(unbounded), 10, True),
        (remembered(most=2000, longest=10_000)(unbounded), 10_000, False),
        (remembered(most=8192, longest=10)(unbounded), 10, False),
        (Kept(unbounded, most=8), None, False),
        (Kept(unbounded, most=8, longest=10), 10, True),
    ):
        (each,) = _caches("unbounded", function)
        assert each.longest == longest
        assert (_problem(each) is None) is right


def test_long_keys_are_not_kept() -> None:
    asked: list[tuple[object, ...]] = []

    def ask(text: str, others: tuple[str, ...] = (), number: int = 0) -> int:
        asked.append((text, others, number))
        return len(asked)

    kept = remembered(most=8, longest=10)(ask)
    assert kept("خبر") == kept("خبر") == 1
    assert kept("خبر" * 9) != kept("خبر" * 9)
    assert kept("خبر", ("أول",), 3) == kept("خبر", ("أول",), 3)
    assert kept("خبر", ("أول" * 9,), 3) != kept("خبر", ("أول" * 9,), 3)
    looked_up = Kept(ask, most=2, longest=10)
    assert looked_up["نبأ"] == looked_up["نبأ"]
    assert looked_up["نبأ" * 9] != looked_up["نبأ" * 9]
    for text in "أبت":
        looked_up[text]
    assert set(looked_up) == {"ب", "ت"}
