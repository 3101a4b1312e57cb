"""Fields of an article as a person writes them down: authors as names, dates as ISO 8601, bodies as paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

import attrs

from arnews.article import Article, Author, Dateline, Image, ImageKind, Issue, Link, Organization, Source
from arnews.dates import NewsDate
from arnews.export.records import to_record
from arnews.fields.table import FIELDS as TABLE

__all__ = ["FIELDS", "readable_field"]

FIELDS = ("kind", *(field.name for field in TABLE if not field.is_given and field.name != "paragraphs"), "issues")
"""Fields that a case can expect: what is read but for what the caller knows, and ``body`` for the paragraphs."""


def readable_field(article: Article, name: str, like: object = None) -> Any:
    """Return a field of an article as plain JSON types, short enough to be read and written by hand.

    Authors and organizations are names, links their text, issues their code, dates ISO 8601, the body a list of
    paragraphs. Where ``like`` (what is expected) is an object, the value is one, too, with its keys only and as
    `arnews.to_dict` gives them.

    >>> article = Article(authors=(Author(name="ليلى حسن", job_title="مراسلة"),), paragraphs=("افتتح الوزير المعرض.",))
    >>> readable_field(article, "authors"), readable_field(article, "body")
    (['ليلى حسن'], ['افتتح الوزير المعرض.'])
    >>> readable_field(article, "authors", [{"job_title": "كاتبة"}])
    [{'job_title': 'مراسلة'}]
    """
    if name == "body":
        return article.body if isinstance(like, str) else list(article.paragraphs)
    return _readable(getattr(article, name), like)


def _readable(value: Any, like: object) -> Any:
    if isinstance(value, tuple):
        likes = like if isinstance(like, list) else []
        return [_readable(each, likes[min(at, len(likes) - 1)] if likes else None) for at, each in enumerate(value)]
    if isinstance(like, Mapping) and attrs.has(type(value)):
        return _picked(to_record(value), like)
    match value:
        case Author() | Organization():
            return value.name
        case Link():
            return value.text
        case Issue():
            return value.code
        case NewsDate():
            return value.isoformat()
        case Dateline():
            return _filled(places=list(value.places), agencies=list(value.agencies))
        case Source():
            date = value.date_published
            return _filled(name=value.name, url=value.url, date_published=date.isoformat() if date else None)
        case Image():
            kind = str(value.kind) if value.kind is ImageKind.VIDEO else None
            return _filled(kind=kind, caption=value.caption, credit=value.credit, url=value.url)
        case Enum():
            return value.value
        case _:
            return value


def _filled(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value}


def _picked(record: Any, like: object) -> Any:
    """Return the keys of a record that ``like`` has, at every depth."""
    if isinstance(record, dict) and isinstance(like, Mapping):
        return {key: _picked(record[key], like[key]) for key in like if key in record}
    return record
