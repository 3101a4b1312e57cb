"""The fields of an article as short lines of text, for the views that people read."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from arnews.article import Article, Author, Image, ImageKind, Source
from arnews.dates.values import NewsDate
from arnews.roles import Role

__all__ = ["Field", "count_roles", "known_fields"]


@frozen
class Field:
    """A field of an article that the document prints.

    >>> Field(name="keywords", values=("نفط", "اقتصاد")).values
    ('نفط', 'اقتصاد')
    """

    name: str
    """The name of the attribute of `Article`."""
    values: tuple[str, ...]
    """Its value as text, a line a part."""


def known_fields(article: Article) -> tuple[Field, ...]:
    """Return the fields that have a value, without the body and the segments, in a reader's order.

    >>> [field.name for field in known_fields(Article(headline="افتتاح", keywords=("كتب",)))]
    ['headline', 'keywords']
    """
    return tuple(Field(name, values) for name, values in _fields(article) if values)


def _fields(article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "kicker", _one(article.kicker)
    yield "headline", _one(article.headline)
    yield "description", _one(article.description)
    yield "authors", tuple(_author(author) for author in article.authors)
    yield "contributors", tuple(_author(author) for author in article.contributors)
    if article.dateline:
        yield "dateline", (*article.dateline.places, *article.dateline.agencies)
    yield "date_published", _date(article.date_published)
    yield "date_modified", _date(article.date_modified)
    if article.publisher:
        yield "publisher", _join(article.publisher.name, article.publisher.url)
    if article.source:
        yield "source", _source(article.source)
    yield "sections", article.sections
    yield "keywords", article.keywords
    yield "images", tuple(_image(image) for image in article.images)
    yield "related", tuple(link.text for link in article.related)
    yield "url", _one(article.url)
    yield "canonical_url", _one(article.canonical_url)
    yield "language", _one(article.language)
    yield "is_translated", _flag(article.is_translated)
    yield "is_accessible_for_free", _flag(article.is_accessible_for_free)
    yield "outlet", _one(article.outlet)
    yield "issues", tuple(f"{issue.code}: {issue.message}" for issue in article.issues)


def count_roles(article: Article) -> dict[Role, int]:
    """Return how many segments have each role, in the order of `Role`; roles that do not occur are left out.

    >>> count_roles(Article())
    {}
    """
    found = [segment.role for segment in article.segments]
    return {role: found.count(role) for role in Role if role in found}


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _flag(value: bool | None) -> tuple[str, ...]:
    return () if value is None else (str(value).lower(),)


def _join(*parts: str | None) -> tuple[str, ...]:
    return _one(" | ".join(part for part in parts if part))


def _author(author: Author) -> str:
    return " | ".join(part for part in (author.name, author.job_title, author.url) if part)


def _image(image: Image) -> str:
    kind = "video" if image.kind is ImageKind.VIDEO else None
    # A caption that names its credit says it once.
    credit = image.credit if image.credit and image.credit not in (image.caption or "") else None
    return " | ".join(part for part in (kind, image.caption, credit, image.url) if part)


def _source(source: Source) -> tuple[str, ...]:
    return _join(source.name, source.url, *_date(source.date_published))


def _date(value: NewsDate | None) -> tuple[str, ...]:
    return (value.isoformat(),) if value else ()
