"""Takes out what a page has far too much of, before it is parsed: some of it costs the parser more than its size."""

from __future__ import annotations

import re
from typing import NamedTuple

from arnews.reading.walk import MOST_NODES

__all__ = ["TOO_LARGE", "Trimmed", "trim"]

# A tag with its attributes as the tokenizer takes them, so that no quotation mark hides a part of it.
_ATTRIBUTE = (
    r"""(?:[ \t\n\f\r/]*+[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+"""
    r"""(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)?)?)"""
)
_ROOT = re.compile(rf"<(html|body)(?=[ \t\n\f\r/>]){_ATTRIBUTE}*+[ \t\n\f\r/]*+", re.IGNORECASE)
_MOST_REPEATED = 8192
"""Characters of the tags that begin the page again, up to which their attributes are read. The parser looks for each
attribute among those that the first tag has, one after the other: the square of their number."""
_MOST_ATTRIBUTES = 1000
"""Attributes of one tag that are read; real ones have a dozen, and hundreds where a program goes wrong."""
_TAG = re.compile(rf"<[A-Za-z][^ \t\n\f\r/>]*+{_ATTRIBUTE}{{0,{_MOST_ATTRIBUTES}}}+({_ATTRIBUTE}*+)")
_CROWDED = 200_000
"""Characters from which the attributes and tags of a page are counted. So many distinct names that the table in which
the parser holds each once does not fit into the caches of the processor need that."""
TOO_LARGE = f"the page has more than {MOST_NODES:,} elements and texts; the rest was not read"
_TOO_MANY = f"a tag has more than {_MOST_ATTRIBUTES:,} attributes; the rest was not read"


class Trimmed(NamedTuple):
    """A page that is parsed in linear time."""

    text: str
    issues: tuple[str, ...]
    """What was left out, one sentence each."""


def trim(text: str) -> Trimmed:
    """Return the page without what nobody wrote for readers: attributes and tags beyond any number that pages have.

    >>> trim("<p class=a>نص").issues
    ()
    """
    issues: list[str] = []
    text = _without_repeats(text)
    if len(text) > _CROWDED:
        crowds = [match.span(1) for match in _TAG.finditer(text) if match[1]]
        if crowds:
            issues.append(_TOO_MANY)
            text = _without(text, crowds)
        begun = text.count("<")
        if begun > MOST_NODES:
            begun -= text.count("</")
        if begun > MOST_NODES:
            # What the walk would not read need not become a tree, which takes twenty times its size.
            issues.insert(0, TOO_LARGE)
            text = text[: len(text) * MOST_NODES // begun]
    return Trimmed(text, tuple(issues))


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept: list[str] = []
    at = 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))


def _without_repeats(text: str) -> str:
    """Return the page; where ``html`` or ``body`` are repeated with many attributes, only the first keeps its own."""
    found = [match.group() for match in _ROOT.finditer(text)]
    if len(found) < 2 or sum(map(len, found)) <= _MOST_REPEATED:
        return text
    seen: set[str] = set()

    def first(match: re.Match[str]) -> str:
        name = match[1].lower()
        if name in seen:
            return match.group()[: match.end(1) - match.start()]
        seen.add(name)
        return match.group()

    return _ROOT.sub(first, text)
