"""Where the item was taken from."""

from __future__ import annotations

import re

from arnews.article import Source
from arnews.dates import NewsDate, find_dates, may_hold_date
from arnews.document import LabeledDocument, Role, Segment
from arnews.rules import RuleBook
from arnews.text.fold import squeeze

__all__ = ["read_source"]

_URL = re.compile(r"(?:https?://|www\.)[^\s،]+|\b[\w-]+\.(?:com|net|org|info|news|tv)\b[^\s،]*", re.ASCII | re.IGNORECASE)
_EDGE = " \u00a0:.•*-–—|/«»\"'“”()"
_NAME_LONGEST = 60


def read_source(doc: LabeledDocument, *, book: RuleBook | None = None) -> Source | None:
    """Return name, address and date of the original, as the source line prints them.

    >>> import arnews
    >>> text = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء والناشرين.\\nالمصدر: رويترز"
    >>> read_source(arnews.label(arnews.read_text(text))).name
    'رويترز'
    """
    book = book or RuleBook.shipped()
    name: str | None = None
    url: str | None = None
    date: NewsDate | None = None
    for segment in doc[Role.SOURCE]:
        match = _URL.search(segment.text)
        if match is not None:
            url = url or match.group().rstrip(".,")
        if may_hold_date(segment.text):
            dated = next((found.date for found in find_dates(segment.text) if found.date is not None), None)
            date = date or dated
        if match is None and date is None:
            name = name or _name(segment, book)
    if name is None and url is None and date is None:
        return None
    return Source(name=name, url=url, date_published=date)


def _name(segment: Segment, book: RuleBook) -> str | None:
    """Return the name that a source line prints behind its label."""
    text = segment.text
    match = book.start(text)
    if match is not None and match.rule.role is Role.SOURCE:
        text = text[match.end :]
    elif book.whole(squeeze(text)) is not None:
        return None
    head, colon, rest = text.partition(":")
    if colon and head and rest:
        text = rest
    name = text.strip(_EDGE)
    return name if 1 < len(name) <= _NAME_LONGEST else None
