"""Strategies that write whole documents: an article and, in realistic orders, what a page prints around it."""

from __future__ import annotations

from enum import StrEnum

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from arnews.roles import Role
from arnews.testing import head, tail
from arnews.testing.generated import Written, join, line
from arnews.testing.prose import leads, paragraphs, pick, topics
from arnews.testing.words import Topic

__all__ = ["DocumentStyle", "bodies", "documents"]

_BREAKS = ("\n", "\n\n", "\r\n", "\n \n")


class DocumentStyle(StrEnum):
    """What kind of page a document was copied from.

    >>> [str(style) for style in DocumentStyle][:3]
    ['plain', 'newspaper', 'portal']
    """

    PLAIN = "plain"
    """A title and a body."""
    NEWSPAPER = "newspaper"
    """Section, title, standfirst, byline, date, body, tags."""
    PORTAL = "portal"
    """Site clock, editor, ticker, section, title, captions, date, byline, body, promotion."""
    AGENCY = "agency"
    """A report whose dateline is glued to its first sentence, with an end mark."""
    BLOG = "blog"
    """Breadcrumb, title, byline, date, body with boxes, tags, share bar, related list, comment form."""
    AGGREGATOR = "aggregator"
    """A body without a title, its source, tags, then other articles in full and a list."""
    OPINION = "opinion"
    """A title, the author, the essay, a line about the author."""


@st.composite
def bodies(draw: DrawFn, topic: Topic | None = None, *, boxes: bool = False, dateline: bool = False) -> Written:
    """Return a strategy for bodies: a lead and paragraphs, some of them under subheadings.

    Args:
        draw: given by hypothesis.
        topic: the subject; any if it is not given.
        boxes: whether a read-also box or an advertisement may interrupt the paragraphs.
        dateline: whether the first sentence is opened by a place or an agency.
    """
    topic = topic or draw(topics())
    lead = line(Role.BODY, draw(leads(topic)))
    if dateline:
        opening = draw(head.datelines(glued=True))
        lead = evolve(line(Role.BODY, opening.text + lead.text), places=opening.places, agencies=opening.agencies)
    parts = [lead]
    for text in draw(st.lists(paragraphs(topic), min_size=2, max_size=6, unique=True)):
        between = draw(st.integers(0, 9))
        if between == 9:
            parts.append(line(Role.SUBHEADING, pick(draw, topic.subheadings)))
        elif between == 8 and boxes:
            parts.append(draw(st.one_of(tail.read_also(), tail.ads())))
        parts.append(line(Role.BODY, text))
    return join(parts)


def documents(*styles: DocumentStyle) -> SearchStrategy[Written]:
    """Return a strategy for documents of the styles, of all of them if none is given.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate], database=None, max_examples=5_000)
    >>> document = find(documents(DocumentStyle.BLOG), lambda document: document.keywords != (), settings=quick)
    >>> document.headline in document.text, document[Role.TAGS] != ()
    (True, True)
    """
    return _documents(styles or tuple(DocumentStyle))


@st.composite
def _documents(draw: DrawFn, styles: tuple[DocumentStyle, ...]) -> Written:
    style = pick(draw, styles)
    topic = draw(topics())
    separator = pick(draw, _BREAKS)
    # Every part of the page is given line by line, and the page has one kind of line end.
    parts = [part for written in _PAGES[style](draw, topic) for part in _lines(written)]
    return join(parts, separator)


def _lines(written: Written) -> list[Written]:
    """Return a part of a page as its lines; its fields go with the first."""
    first, *others = (line(span.role, written.text[span.start : span.end]) for span in written.spans)
    return [evolve(written, text=first.text, spans=first.spans), *others]


def _maybe(draw: DrawFn, *strategies: SearchStrategy[Written]) -> list[Written]:
    """Draw some of the parts, in their order."""
    return [draw(strategy) for strategy in strategies if draw(st.booleans())]


def _plain(draw: DrawFn, topic: Topic) -> list[Written]:
    return [draw(head.headlines(topic)), draw(bodies(topic))]


def _newspaper(draw: DrawFn, topic: Topic) -> list[Written]:
    return [
        *_maybe(draw, head.sections(topic)),
        draw(head.headlines(topic)),
        *_maybe(draw, head.decks(topic)),
        draw(head.bylines()),
        draw(head.timestamps()),
        draw(bodies(topic)),
        *_maybe(draw, tail.tag_lists(topic), tail.share_bars()),
    ]


def _portal(draw: DrawFn, topic: Topic) -> list[Written]:
    return [
        *_maybe(draw, head.mastheads(), head.tickers()),
        draw(head.sections(topic)),
        draw(head.headlines(topic)),
        *_maybe(draw, head.captions()),
        draw(head.timestamps()),
        *_maybe(draw, head.bylines(), tail.share_bars()),
        draw(bodies(topic, boxes=True)),
        *_maybe(draw, tail.counters(), tail.promos(), tail.share_bars()),
    ]


def _agency(draw: DrawFn, topic: Topic) -> list[Written]:
    return [
        draw(head.headlines(topic)),
        *_maybe(draw, head.timestamps()),
        draw(bodies(topic, dateline=True)),
        *_maybe(draw, tail.contributors()),
    ]


def _blog(draw: DrawFn, topic: Topic) -> list[Written]:
    return [
        *_maybe(draw, head.sections(topic)),
        draw(head.headlines(topic)),
        draw(head.bylines()),
        draw(head.timestamps()),
        *_maybe(draw, tail.counters(), tail.share_bars()),
        draw(bodies(topic, boxes=True)),
        *_maybe(draw, tail.source_lines(), tail.tag_lists(topic), tail.share_bars(), tail.related_lists()),
        *_maybe(draw, tail.comment_forms(), tail.disclaimers()),
    ]


def _aggregator(draw: DrawFn, topic: Topic) -> list[Written]:
    return [
        draw(bodies(topic)),
        draw(tail.source_lines()),
        draw(tail.tag_lists(topic)),
        *_maybe(draw, tail.other_articles()),
        draw(tail.related_lists()),
    ]


def _opinion(draw: DrawFn, topic: Topic) -> list[Written]:
    return [
        draw(head.headlines(topic)),
        draw(head.bylines()),
        draw(bodies(topic)),
        *_maybe(draw, tail.author_bios(), tail.share_bars(), tail.comment_forms()),
    ]


_PAGES = {
    DocumentStyle.PLAIN: _plain,
    DocumentStyle.NEWSPAPER: _newspaper,
    DocumentStyle.PORTAL: _portal,
    DocumentStyle.AGENCY: _agency,
    DocumentStyle.BLOG: _blog,
    DocumentStyle.AGGREGATOR: _aggregator,
    DocumentStyle.OPINION: _opinion,
}
