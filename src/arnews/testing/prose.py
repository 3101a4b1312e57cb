"""Strategies that write Arabic news prose: titles, sentences, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from arnews.testing.words import Topic, names, prose

__all__ = ["fill", "leads", "paragraphs", "persons", "pick", "sentences", "titles", "topics"]

T = TypeVar("T")

_AND = "\u0648"
"""Waw, the conjunction, which is joined to the word after it."""


def pick(draw: DrawFn, values: Sequence[T]) -> T:
    """Draw one of the values."""
    return draw(st.sampled_from(values))


def fill(draw: DrawFn, template: str, *, woman: bool | None = None, **values: str) -> str:
    """Return a template with its gaps filled: by the given values, and by any number, person, place, agency, outlet.

    A number is one from 11 to 99, after which Arabic nouns are singular; ``woman`` is the sex of the person.
    """
    for gap, value in values.items():
        template = template.replace("{" + gap + "}", value)
    if "{n}" in template:
        template = template.replace("{n}", str(draw(st.integers(11, 99))))
    if "{person}" in template:
        template = template.replace("{person}", draw(persons(woman=woman)))
    for gap, name in (("{place}", "places"), ("{agency}", "agencies"), ("{outlet}", "outlets")):
        if gap in template:
            template = template.replace(gap, pick(draw, names()[name]))
    return template


def topics() -> SearchStrategy[Topic]:
    """Return a strategy for the subject of an article."""
    return st.sampled_from(prose().topics)


@st.composite
def persons(draw: DrawFn, *, woman: bool | None = None) -> str:
    """Return a strategy for names of persons, of either sex unless it is given."""
    given = names()["women" if (draw(st.booleans()) if woman is None else woman) else "men"]
    return f"{pick(draw, given)} {pick(draw, names()['families'])}"


@st.composite
def titles(draw: DrawFn, topic: Topic | None = None) -> str:
    """Return a strategy for titles: no full stop, the verb in the present.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> "." in find(titles(), lambda title: True, settings=quick)
    False
    """
    topic = topic or draw(topics())
    form = draw(st.integers(0, 3))
    woman = draw(st.booleans())
    actor = pick(draw, topic.actors[woman])
    if form == 3:
        return fill(draw, f"{actor}: {pick(draw, topic.quotes)}", woman=woman)
    deed = pick(draw, topic.deeds)
    return fill(draw, f"{actor} {deed.present[woman]} {pick(draw, deed.rest)}", woman=woman)


@st.composite
def leads(draw: DrawFn, topic: Topic | None = None) -> str:
    """Return a strategy for first paragraphs: who did what, where and when."""
    topic = topic or draw(topics())
    words = prose()
    woman = draw(st.booleans())
    deed = pick(draw, topic.deeds)
    actor, rest = pick(draw, topic.actors[woman]), pick(draw, deed.rest)
    where, when = pick(draw, words.where), pick(draw, words.when)
    opening = (
        f"{deed.past[woman]} {actor} {when} {rest} {where}",
        f"{deed.past[woman]} {actor}، {when}، {rest} {where}",
    )[draw(st.integers(0, 1))]
    besides = f"، {pick(draw, words.besides)[woman]} {pick(draw, topic.facts)}."
    return fill(draw, opening + besides, woman=woman)


@st.composite
def sentences(draw: DrawFn, topic: Topic | None = None) -> str:
    """Return a strategy for sentences of the middle of an article.

    One in six holds words of buttons and labels («المصدر», «شارك», «المزيد») in their plain meaning.
    """
    topic = topic or draw(topics())
    words = prose()
    form = draw(st.integers(0, 5))
    if form == 0:
        return fill(draw, pick(draw, topic.background))
    if form == 1:
        return fill(draw, pick(draw, words.ordinary))
    woman = draw(st.booleans())
    if form == 2:
        return fill(draw, f"{pick(draw, words.going_on)[woman]}: «{pick(draw, topic.quotes)}».")
    said = pick(draw, words.speech)
    actor, fact = pick(draw, topic.actors[woman]), pick(draw, topic.facts)
    sentence = f"{_AND}{said[woman]} {actor} {said[2]} {fact}"
    if form == 3:
        sentence += f"، {pick(draw, words.besides)[woman]} {pick(draw, topic.facts)}"
    return fill(draw, sentence + ".", woman=woman)


@st.composite
def paragraphs(draw: DrawFn, topic: Topic | None = None) -> str:
    """Return a strategy for paragraphs of one to three sentences.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> find(paragraphs(), lambda text: text.count(".") == 2, settings=quick).endswith(".")
    True
    """
    topic = topic or draw(topics())
    return " ".join(draw(st.lists(sentences(topic), min_size=1, max_size=3)))
