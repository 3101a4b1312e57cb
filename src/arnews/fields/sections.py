"""Sections and breadcrumbs."""

from __future__ import annotations

import re

from arnews.document import LabeledDocument, Role
from arnews.text.fold import squeeze

__all__ = ["read_sections"]

_SEPARATOR = re.compile(r"\s*[/|>»›«\\،,←→•·]\s*|\s+[-–—]\s+|\n|^\d+\.\s*")


def read_sections(doc: LabeledDocument, *, home: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the sections, outermost first; the words for the home page and the title itself do not count.

    ``home`` holds folded names of the home page.

    >>> import arnews
    >>> read_sections(arnews.label(arnews.read_text("")))
    ()
    """
    titles = {squeeze(segment.text) for segment in doc[Role.HEADLINE]}
    sections: dict[str, str] = {}
    for segment in doc[Role.SECTION]:
        for part in _SEPARATOR.split(segment.text):
            key = squeeze(part)
            if key and key not in home and key not in titles:
                sections.setdefault(key, part.strip())
    return tuple(sections.values())
