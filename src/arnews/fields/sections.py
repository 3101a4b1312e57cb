"""Sections and breadcrumbs."""

from __future__ import annotations

import re

from arnews.document import LabeledDocument, Role
from arnews.rules import RuleBook
from arnews.text.fold import squeeze

__all__ = ["read_sections"]

_SEPARATOR = re.compile(r"\s*[/|>»›«\\،,←→•·]\s*|\s+[-–—]\s+|\n|^\d+\.\s*")


def read_sections(doc: LabeledDocument, *, book: RuleBook | None = None) -> tuple[str, ...]:
    """Return the sections, outermost first; the front page and the title itself do not count.

    >>> import arnews
    >>> read_sections(arnews.label(arnews.read_text("")))
    ()
    """
    book = book or RuleBook.shipped()
    titles = {squeeze(segment.text) for segment in doc[Role.HEADLINE]}
    sections: dict[str, str] = {}
    for segment in doc[Role.SECTION]:
        for part in _SEPARATOR.split(segment.text):
            key = squeeze(part)
            rule = book.whole(key) if key else None
            if key and key not in titles and (rule is None or rule.role is not Role.NAVIGATION):
                sections.setdefault(key, part.strip())
    return tuple(sections.values())
