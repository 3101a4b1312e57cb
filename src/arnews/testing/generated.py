"""A text together with the truth about it: what the strategies give."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from attrs import evolve, frozen

from arnews.roles import TEXT, Role

__all__ = ["Written", "WrittenSpan", "join", "line"]


@frozen
class WrittenSpan:
    """A span of a written text and its role.

    >>> WrittenSpan(start=0, end=4, role=Role.AD).role.kept
    False
    """

    start: int
    """Offset of the first code point."""
    end: int
    """End offset (exclusive), in code points."""
    role: Role
    """What was written there."""


@frozen
class Written:
    """A text, or a part of one, with its roles and fields as they were written.

    >>> byline = Written(text="كتب: سامر حداد", spans=(WrittenSpan(0, 14, Role.BYLINE),), authors=("سامر حداد",))
    >>> byline[Role.BYLINE]
    ('كتب: سامر حداد',)
    """

    text: str = ""
    """The text."""
    spans: tuple[WrittenSpan, ...] = ()
    """What is written where, in order, without overlap; between spans there are only blanks."""
    headline: str | None = None
    """The title."""
    kicker: str | None = None
    """The line above the title."""
    description: str | None = None
    """The deck."""
    authors: tuple[str, ...] = ()
    """Names of persons and desks that sign."""
    places: tuple[str, ...] = ()
    """Places of the dateline or byline."""
    agencies: tuple[str, ...] = ()
    """Agencies of the dateline or the source line."""
    date_published: dt.date | None = None
    """The day of publication."""
    date_modified: dt.date | None = None
    """The day of the last update."""
    time: dt.time | None = None
    """The time printed beside either day."""
    sections: tuple[str, ...] = ()
    """The breadcrumb."""
    keywords: tuple[str, ...] = ()
    """The tags."""
    source_name: str | None = None
    """The outlet or agency that the source line names."""
    captions: tuple[str, ...] = ()
    """The captions, each once."""
    related: tuple[str, ...] = ()
    """Titles of other articles."""

    def __getitem__(self, role: Role) -> tuple[str, ...]:
        """Return the texts of the spans of one role, in order."""
        return tuple(self.text[span.start : span.end] for span in self.spans if span.role is role)

    @property
    def body(self) -> str:
        """Paragraphs and subheadings, joined by blank lines as in `arnews.Article.body`."""
        return "\n\n".join(self.text[span.start : span.end] for span in self.spans if span.role in TEXT)


_TUPLES = ("authors", "places", "agencies", "sections", "keywords", "captions", "related")
_SINGLES = ("headline", "kicker", "description", "date_published", "date_modified", "time", "source_name")


def line(role: Role, text: str) -> Written:
    """Return one line of one role; set the fields that it fills with `attrs.evolve`.

    >>> line(Role.AD, "إعلان").spans
    (WrittenSpan(start=0, end=5, role=<Role.AD: 'ad'>),)
    """
    return Written(text=text, spans=(WrittenSpan(0, len(text), role),))


def join(parts: Iterable[Written], separator: str = "\n") -> Written:
    """Return the parts one after the other, their truths put together; parts without text are left out.

    Of a field that holds one value the first part that has it wins; lists are joined, each value once.

    >>> both = join([line(Role.AD, "إعلان"), line(Role.SHARE, "شارك المقال")])
    >>> both.text, both.spans[1].start
    ('إعلان\\nشارك المقال', 6)
    """
    parts = [part for part in parts if part.text]
    spans: list[WrittenSpan] = []
    at = 0
    for part in parts:
        spans += (evolve(span, start=span.start + at, end=span.end + at) for span in part.spans)
        at += len(part.text) + len(separator)
    fields: dict[str, Any] = {}
    for name in _TUPLES:
        fields[name] = tuple(dict.fromkeys(value for part in parts for value in getattr(part, name)))
    for name in _SINGLES:
        fields[name] = next((value for part in parts if (value := getattr(part, name)) is not None), None)
    return Written(text=separator.join(part.text for part in parts), spans=tuple(spans), **fields)
