"""The words that the strategies write with, read from the data files once a process."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

__all__ = ["Deed", "Prose", "Topic", "dates", "names", "page", "prose"]

Pair = tuple[str, ...]
"""A word in its masculine and feminine form; a verb of speech has what follows it («أن») as a third."""


@frozen
class Deed:
    """What somebody does: «افتتح … محطة جديدة»."""

    past: Pair
    present: Pair
    rest: tuple[str, ...]


@frozen
class Topic:
    """A subject of news: who acts, what they do, what is said about it."""

    name: str
    sections: tuple[str, ...]
    tags: tuple[str, ...]
    subheadings: tuple[str, ...]
    facts: tuple[str, ...]
    background: tuple[str, ...]
    quotes: tuple[str, ...]
    actors: tuple[tuple[str, ...], tuple[str, ...]]
    deeds: tuple[Deed, ...]


@frozen
class Prose:
    """Everything that sentences are made of."""

    speech: tuple[Pair, ...]
    going_on: tuple[Pair, ...]
    besides: tuple[Pair, ...]
    when: tuple[str, ...]
    where: tuple[str, ...]
    ordinary: tuple[str, ...]
    topics: tuple[Topic, ...]


@cache
def prose() -> Prose:
    """Return the vocabulary of sentences.

    >>> [topic.name for topic in prose().topics][:2]
    ['services', 'economy']
    """
    data = _load("prose")
    topics = tuple(_topic(**topic) for topic in data.pop("topic"))
    return Prose(topics=topics, **_frozen(data))


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """Return names of people, places, agencies and outlets.

    >>> "القاهرة" in names()["places"]
    True
    """
    return _frozen(_load("names"))


@cache
def page() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the lines that are around an article, by part of the page.

    >>> "إعلان" in page()["ad"]["lines"]
    True
    """
    return {part: _frozen(lists) for part, lists in _load("page").items()}


@cache
def dates() -> Mapping[str, tuple[str, ...]]:
    """Return names of months and weekdays, and how dates are printed.

    >>> len(dates()["levant"])
    12
    """
    return _frozen(_load("dates"))


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files("arnews.testing") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


def _frozen(lists: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Return tuples for the lists, and for the lists in them."""
    return {name: tuple(tuple(x) if isinstance(x, list) else x for x in values) for name, values in lists.items()}


def _topic(*, name: str, m: list[str], f: list[str], deed: list[dict[str, list[str]]], **lists: list[str]) -> Topic:
    deeds = tuple(Deed(**_frozen(one)) for one in deed)
    return Topic(name=name, actors=(tuple(m), tuple(f)), deeds=deeds, **_frozen(lists))
