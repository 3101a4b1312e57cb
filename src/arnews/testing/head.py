"""Strategies for what is above the body, each with its truth."""

from __future__ import annotations

import datetime as dt

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from arnews.roles import Role
from arnews.testing.generated import Written, join, line
from arnews.testing.prose import fill, leads, persons, pick, titles, topics
from arnews.testing.words import Topic, dates, names, page

__all__ = ["bylines", "captions", "datelines", "decks", "headlines", "mastheads", "sections", "tickers", "timestamps"]

_FIRST_DAY, _LAST_DAY = dt.date(2005, 1, 1), dt.date(2030, 12, 31)


@st.composite
def headlines(draw: DrawFn, topic: Topic | None = None) -> Written:
    """Return a strategy for titles."""
    title = draw(titles(topic))
    return evolve(line(Role.HEADLINE, title), headline=title)


@st.composite
def decks(draw: DrawFn, topic: Topic | None = None) -> Written:
    """Return a strategy for standfirsts of one sentence."""
    deck = draw(leads(topic))
    return evolve(line(Role.DECK, deck), description=deck)


@st.composite
def bylines(draw: DrawFn) -> Written:
    """Return a strategy for bylines: a person, with a place in one of many orders, or a desk.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> byline = find(bylines(), lambda byline: byline.places != (), settings=quick)
    >>> byline.authors[0] in byline.text, byline.places[0] in byline.text
    (True, True)
    """
    if draw(st.integers(0, 4)) == 4:
        desk = pick(draw, names()["desks"])
        return evolve(line(Role.BYLINE, desk), authors=(desk,))
    woman = draw(st.booleans())
    person = draw(persons(woman=woman))
    forms = page()["byline"]
    form = pick(draw, forms["woman" if woman else "man"] + forms["anyone"])
    place = pick(draw, names()["places"])
    text = fill(draw, form, person=person, place=place)
    return evolve(line(Role.BYLINE, text), authors=(person,), places=(place,) if "{place}" in form else ())


@st.composite
def datelines(draw: DrawFn, *, glued: bool = False) -> Written:
    """Return a strategy for datelines, of their own or as the opening of a first paragraph.

    A glued one is a part of the body and ends with the blank that sets it apart from the sentence.
    """
    forms = page()["dateline"]
    form = pick(draw, forms["lead"] + forms["place"] if glued else forms["line"])
    place, agency = pick(draw, names()["places"]), pick(draw, names()["agencies"])
    text = fill(draw, form, place=place, agency=agency)
    return evolve(
        line(Role.BODY if glued else Role.DATELINE, text),
        places=(place,) if "{place}" in form else (),
        agencies=(agency,) if "{agency}" in form else (),
    )


@st.composite
def timestamps(draw: DrawFn, *, modified: bool = False) -> Written:
    """Return a strategy for lines that print the day of publication, or of the last update, in many styles.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> stamp = find(timestamps(), lambda stamp: stamp.time is not None, settings=quick)
    >>> str(stamp.date_published.year) in stamp.text
    True
    """
    words = dates()
    day = draw(st.dates(_FIRST_DAY, _LAST_DAY))
    printed = fill(
        draw,
        pick(draw, words["styles"]),
        d=str(day.day),
        m=str(day.month),
        dd=f"{day.day:02}",
        mm=f"{day.month:02}",
        y=str(day.year),
        weekday=words["weekdays"][day.weekday()],
        egypt=words["egypt"][day.month - 1],
        levant=words["levant"][day.month - 1],
        maghreb=words["maghreb"][day.month - 1],
    )
    time = None
    if draw(st.booleans()):
        time = dt.time(draw(st.integers(0, 23)), draw(st.integers(0, 59)))
        printed = fill(draw, pick(draw, words["timed"]), date=printed, clock=f"{time:%H:%M}")
    text = fill(draw, pick(draw, words["modified" if modified else "published"]), date=printed)
    stamp = line(Role.TIMESTAMP, text)
    return evolve(stamp, date_modified=day, time=time) if modified else evolve(stamp, date_published=day, time=time)


@st.composite
def captions(draw: DrawFn) -> Written:
    """Return a strategy for captions, printed once or twice."""
    words = page()["head"]
    caption = fill(draw, pick(draw, words["captions"]), thing=pick(draw, words["things"]))
    once = evolve(line(Role.CAPTION, caption), captions=(caption,))
    return join([once, once]) if draw(st.booleans()) else once


@st.composite
def mastheads(draw: DrawFn) -> Written:
    """Return a strategy for mastheads: the editor, on the next line or the same, or the outlet's name."""
    editor = pick(draw, page()["head"]["editor"])
    person = draw(persons())
    form = draw(st.integers(0, 2))
    if form == 0:
        return line(Role.MASTHEAD, pick(draw, names()["outlets"]))
    if form == 1:
        return line(Role.MASTHEAD, f"{editor}: {person}")
    return join([line(Role.MASTHEAD, editor), line(Role.MASTHEAD, person)])


@st.composite
def tickers(draw: DrawFn) -> Written:
    """Return a strategy for tickers: a label and one to four titles of other articles."""
    label = line(Role.NAVIGATION, pick(draw, page()["head"]["ticker"]))
    others = draw(st.lists(titles(), min_size=1, max_size=4, unique=True))
    return join([label, *(line(Role.NAVIGATION, other) for other in others)])


@st.composite
def sections(draw: DrawFn, topic: Topic | None = None) -> Written:
    """Return a strategy for names of sections and breadcrumbs of two steps."""
    topic = topic or draw(topics())
    words = page()["head"]
    section = pick(draw, topic.sections)
    if draw(st.booleans()):
        return evolve(line(Role.SECTION, section), sections=(section,))
    trail = f"{pick(draw, words['home'])}{pick(draw, words['separators'])}{section}"
    return evolve(line(Role.SECTION, trail), sections=(section,))
