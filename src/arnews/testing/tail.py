"""Strategies for what interrupts and follows the body, each with its truth."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from arnews.roles import Role
from arnews.testing.generated import Written, join, line
from arnews.testing.prose import fill, leads, paragraphs, persons, pick, titles, topics
from arnews.testing.words import Topic, names, page

__all__ = [
    "ads",
    "author_bios",
    "comment_forms",
    "contributors",
    "counters",
    "disclaimers",
    "other_articles",
    "promos",
    "read_also",
    "related_lists",
    "share_bars",
    "source_lines",
    "tag_lists",
]

_SITE = "example.com"


@st.composite
def share_bars(draw: DrawFn) -> Written:
    """Return a strategy for share bars: a call, names of networks, tools, on lines or in one.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> {span.role for span in find(share_bars(), lambda bar: len(bar.spans) > 3, settings=quick).spans}
    {<Role.SHARE: 'share'>}
    """
    words = page()["share"]
    call = pick(draw, words["calls"])
    networks = draw(st.lists(st.sampled_from(words["networks"]), max_size=5, unique=True))
    if len(networks) >= 2 and draw(st.booleans()):
        return join([line(Role.SHARE, call), line(Role.SHARE, " ".join(networks))])
    tools = draw(st.lists(st.sampled_from(words["tools"]), max_size=2, unique=True))
    return join(line(Role.SHARE, text) for text in [call, *networks, *tools])


@st.composite
def read_also(draw: DrawFn) -> Written:
    """Return a strategy for boxes that interrupt a body: a heading and a title below it, or both in one line."""
    words = page()["related"]
    title = draw(titles())
    if draw(st.booleans()):
        box = line(Role.RELATED_ITEM, fill(draw, pick(draw, words["prefixes"]), title=title))
    else:
        box = join([line(Role.RELATED_HEADING, pick(draw, words["headings"])), line(Role.RELATED_ITEM, title)])
    return evolve(box, related=(title,))


@st.composite
def related_lists(draw: DrawFn) -> Written:
    """Return a strategy for lists of other articles at the end: a heading and two to six titles."""
    words = page()["related"]
    bullet = pick(draw, words["bullets"])
    others = draw(st.lists(titles(), min_size=2, max_size=6, unique=True))
    items = [evolve(line(Role.RELATED_ITEM, bullet + other), related=(other,)) for other in others]
    return join([line(Role.RELATED_HEADING, pick(draw, words["headings"])), *items])


@st.composite
def other_articles(draw: DrawFn) -> Written:
    """Return a strategy for whole articles that are pasted below the main one, under a heading."""
    topic = draw(topics())
    heading = line(Role.RELATED_HEADING, pick(draw, page()["related"]["headings"]))
    title = draw(titles(topic))
    rest = draw(st.lists(paragraphs(topic), min_size=1, max_size=3))
    prose = [line(Role.OTHER_ARTICLE, text) for text in [draw(leads(topic)), *rest]]
    return join([heading, evolve(line(Role.RELATED_ITEM, title), related=(title,)), *prose])


@st.composite
def tag_lists(draw: DrawFn, topic: Topic | None = None) -> Written:
    """Return a strategy for lists of keywords after their heading, or below it."""
    topic = topic or draw(topics())
    words = page()["tags"]
    tags = draw(st.lists(st.sampled_from(topic.tags), min_size=2, max_size=5, unique=True))
    heading, listed = pick(draw, words["headings"]), pick(draw, words["separators"]).join(tags)
    if draw(st.booleans()):
        return evolve(line(Role.TAGS, f"{heading}: {listed}"), keywords=tuple(tags))
    return evolve(join([line(Role.TAGS, heading), line(Role.TAGS, listed)]), keywords=tuple(tags))


@st.composite
def source_lines(draw: DrawFn) -> Written:
    """Return a strategy for lines that name the outlet or agency that the item was taken from."""
    words = page()["source"]
    if draw(st.booleans()):
        outlet = pick(draw, names()["outlets"])
        return evolve(line(Role.SOURCE, fill(draw, pick(draw, words["lines"]), outlet=outlet)), source_name=outlet)
    agency = pick(draw, names()["agencies"])
    text = fill(draw, pick(draw, words["agencies"]), agency=agency)
    agency = agency if agency in text else text.rpartition(": ")[2]
    return evolve(line(Role.SOURCE, text), source_name=agency, agencies=(agency,))


@st.composite
def contributors(draw: DrawFn) -> Written:
    """Return a strategy for closing credits and end marks of agencies."""
    return line(Role.CONTRIBUTORS, fill(draw, pick(draw, page()["contributors"]["lines"]), other=draw(persons())))


def comment_forms() -> SearchStrategy[Written]:
    """Return a strategy for what is left of a comment form: two to five of its lines."""
    return _some_lines("comments", Role.COMMENTS, fewest=2, most=5)


def disclaimers() -> SearchStrategy[Written]:
    """Return a strategy for one or two lines of copyright and liability."""
    return _some_lines("disclaimer", Role.DISCLAIMER, most=2)


def promos() -> SearchStrategy[Written]:
    """Return a strategy for one or two invitations to follow or subscribe."""
    return _some_lines("promo", Role.PROMO, most=2)


def counters() -> SearchStrategy[Written]:
    """Return a strategy for a count of views or minutes."""
    return _some_lines("counter", Role.COUNTER)


def ads() -> SearchStrategy[Written]:
    """Return a strategy for the label of an advertisement."""
    return _some_lines("ad", Role.AD)


def author_bios() -> SearchStrategy[Written]:
    """Return a strategy for a line about the author below the text."""
    return _some_lines("bio", Role.AUTHOR_BIO)


def _some_lines(part: str, role: Role, *, fewest: int = 1, most: int = 1) -> SearchStrategy[Written]:
    """Return a strategy for different lines of a part of the page."""

    def write(draw: DrawFn) -> Written:
        forms = page()[part]["lines"]
        chosen = draw(st.sets(st.integers(0, len(forms) - 1), min_size=fewest, max_size=most))
        return join(line(role, fill(draw, forms[index], site=_SITE)) for index in sorted(chosen))

    composite: Callable[[], SearchStrategy[Written]] = st.composite(write)
    return composite()
