"""The fields of an article as short lines of text, for the views that people read."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from arnews.article import Article, Author, Dateline, Evidence, Image, ImageKind, Issue, Link, Organization, Source
from arnews.dates.values import NewsDate
from arnews.fields.table import FIELDS
from arnews.roles import Role

__all__ = ["ShownField", "count_roles", "known_fields"]


@frozen
class ShownField:
    """A field of an article that the document prints.

    >>> ShownField(name="keywords", values=("نفط", "اقتصاد")).values
    ('نفط', 'اقتصاد')
    """

    name: str
    """The name of the attribute of `Article`."""
    values: tuple[str, ...]
    """Its value as text, a line a part."""
    evidence: Evidence | None = None
    """Where it was read, and why it was believed there."""


def known_fields(article: Article) -> tuple[ShownField, ...]:
    """Return the fields that have a value, without the body and the segments, in a reader's order.

    >>> [field.name for field in known_fields(Article(headline="افتتاح", keywords=("كتب",)))]
    ['headline', 'keywords']
    """
    return tuple(ShownField(name, values, article.evidence.get(name)) for name, values in _fields(article) if values)


def _fields(article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in FIELDS:
        if not row.is_text:
            yield row.name, _lines(getattr(article, row.name))
    yield "outlet", _lines(article.outlet)
    yield "issues", _lines(article.issues)


def count_roles(article: Article) -> dict[Role, int]:
    """Return how many segments have each role, in the order of `Role`; roles that do not occur are left out.

    >>> count_roles(Article())
    {}
    """
    found = [segment.role for segment in article.segments]
    return {role: found.count(role) for role in Role if role in found}


def _lines(value: object) -> tuple[str, ...]:
    """Return a value of a field as text, a line a part; none if there is nothing to show."""
    match value:
        case None | "":
            return ()
        case tuple():
            return tuple(" | ".join(_lines(each)) for each in value)
        case bool():
            return (str(value).lower(),)
        case NewsDate():
            return (value.isoformat(),)
        case Dateline():
            return (*value.places, *value.agencies)
        case Organization():
            return _join(value.name, value.url)
        case Source():
            return _join(value.name, value.url, *_lines(value.date_published))
        case Author():
            return _join(value.name, value.job_title, value.url)
        case Link():
            return _join(value.text)
        case Image():
            kind = "video" if value.kind is ImageKind.VIDEO else None
            # A caption that names its credit says it once.
            credit = value.credit if value.credit and value.credit not in (value.caption or "") else None
            return _join(kind, value.caption, credit, value.url)
        case Issue():
            return (f"{value.code}: {value.message}",)
        case _:
            return (str(value),)


def _join(*parts: str | None) -> tuple[str, ...]:
    line = " | ".join(part for part in parts if part)
    return (line,) if line else ()
