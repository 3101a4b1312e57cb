"""Gathers the values of each field, each value once, with its most trusted origin."""

from __future__ import annotations

import re

from arnews.page import MetadataValue
from arnews.text.references import unescape

__all__ = ["Gathered", "clean"]

_RANK = {"json-ld": 0, "article": 1, "link": 1, "og": 2, "microdata": 3, "dc": 4, "meta": 5, "time": 6, "title": 7}
_SPELLED = {
    each.lower(): each
    for each in ("alternativeHeadline", "articleSection", "dateCreated", "dateModified", "datePublished", "dateUpdated",
                 "itemListElement", "primaryImageOfPage", "thumbnailUrl")
}  # fmt: skip
"""Properties of schema.org, which are compared in lower case, as they are spelled."""
_COMMA = re.compile("[,\u060c;\u061b|]")
_LONGEST = 2_000
"""Characters of a value that is read; what is longer is no title, name or date."""


def clean(value: str) -> str:
    """Return a value with its entities decoded and every run of blanks as one space.

    >>> clean("  &quot;افتتاح&quot;\\n المعرض ")
    '"افتتاح" المعرض'
    """
    return " ".join(unescape(value).split())


class Gathered:
    """Gathers the values of the fields of `PageMetadata`, in any order."""

    def __init__(self) -> None:
        self.fields: dict[str, dict[str, MetadataValue]] = {}
        self.types: dict[str, None] = {}
        self.broken: list[str] = []
        self.language: str | None = None
        self.free: bool | None = None
        self.body: str | None = None

    def add(self, field: str, value: str, origin: str, name: str, url: str | None = None) -> None:
        """Add a value as written; an empty one does not count, one that is there stays with its better origin.

        ``name`` is what the page calls it in the vocabulary that is its origin.
        """
        value = clean(value[:_LONGEST])
        if not value:
            return
        values = self.fields.setdefault(field, {})
        before = values.get(value)
        if before is None or _RANK[origin] < _RANK[before.origin]:
            url = url or (before.url if before is not None else None)
            values[value] = tuple.__new__(MetadataValue, (value, origin, url, _key(origin, name)))
        elif url and before.url is None:
            values[value] = before._replace(url=url)

    def add_keywords(self, text: str, origin: str, name: str) -> None:
        """Add each keyword of a list that commas or semicolons set apart."""
        for word in _COMMA.split(text[:_LONGEST]):
            self.add("keywords", word, origin, name)

    def get(self, field: str) -> tuple[MetadataValue, ...]:
        """Return the values of a field, best origin first, else in the order of the page."""
        values = self.fields.get(field)
        if values is None:
            return ()
        if len(values) == 1:
            return tuple(values.values())
        return tuple(sorted(values.values(), key=_rank))


def _rank(value: MetadataValue) -> int:
    return _RANK[value.origin]


def _key(origin: str, name: str) -> str:
    """Return vocabulary and name of a property, as people write them: «json-ld:datePublished», «og:title»."""
    return name if ":" in name or "." in name else f"{origin}:{_SPELLED.get(name, name)}" if name else origin
