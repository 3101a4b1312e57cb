"""The fields of an article, a row each, in the order in which a reader wants to see them.

To add a field: write ``fields/<name>.py`` with its reader, add a row here, and the attribute to `arnews.Article`. The
parser, the cases of outlets, the summary and the laws read this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from attrs import frozen

from arnews.errors import ConfigurationError
from arnews.fields.authors import read_authors
from arnews.fields.body import read_body, read_paragraphs
from arnews.fields.canonical_url import read_canonical_url
from arnews.fields.context import Context, FieldValue
from arnews.fields.contributors import read_contributors
from arnews.fields.dateline import read_dateline
from arnews.fields.dates import read_date_modified, read_date_published
from arnews.fields.description import read_description
from arnews.fields.headline import read_headline
from arnews.fields.images import read_images
from arnews.fields.is_accessible_for_free import read_is_accessible_for_free
from arnews.fields.is_translated import read_is_translated
from arnews.fields.keywords import read_keywords
from arnews.fields.kicker import read_kicker
from arnews.fields.language import read_language
from arnews.fields.publisher import read_publisher
from arnews.fields.related import read_related
from arnews.fields.sections import read_sections
from arnews.fields.source import read_source
from arnews.fields.url import read_url

__all__ = ["FIELDS", "Field", "check_fields", "field_of"]


@frozen(kw_only=True)
class Field:
    """A field of an article: what reads it, and what others need to know about it.

    >>> field_of("authors").noun
    'author'
    """

    name: str
    """Name of the attribute of `arnews.Article`, whose annotation is the type of the value."""
    read: Callable[[Context], FieldValue[Any]]
    """The reader."""
    absent: Any = None
    """The value where the document has none, or the reader fails."""
    noun: str = "item"
    """What a member of it is called in messages, if it is a tuple."""
    by_outlet: bool = False
    """A plug-in may read it in its own way (`arnews.Readers`)."""
    is_printed: bool = True
    """Its words occur in the document, or in what a page states of itself."""
    is_text: bool = False
    """It is the text of the article: summaries leave it out."""
    is_given: bool = False
    """The caller knows it: no case expects it."""
    of_surroundings: bool = False
    """It is about what is around the article: other articles below it change it."""


FIELDS = (
    Field(name="kicker", read=read_kicker, by_outlet=True),
    Field(name="headline", read=read_headline, by_outlet=True),
    Field(name="description", read=read_description, by_outlet=True),
    Field(name="body", read=read_body, absent="", noun="paragraph", is_text=True),
    Field(name="paragraphs", read=read_paragraphs, absent=(), noun="paragraph", is_text=True),
    Field(name="authors", read=read_authors, absent=(), noun="author", by_outlet=True),
    Field(name="contributors", read=read_contributors, absent=(), noun="contributor", by_outlet=True),
    Field(name="dateline", read=read_dateline, by_outlet=True),
    Field(name="date_published", read=read_date_published, by_outlet=True),
    Field(name="date_modified", read=read_date_modified, by_outlet=True),
    Field(name="publisher", read=read_publisher),
    Field(name="source", read=read_source, by_outlet=True),
    Field(name="sections", read=read_sections, absent=(), noun="section", by_outlet=True),
    Field(name="keywords", read=read_keywords, absent=(), noun="keyword", by_outlet=True),
    Field(name="images", read=read_images, absent=(), noun="image", by_outlet=True),
    Field(name="related", read=read_related, absent=(), noun="link", by_outlet=True, of_surroundings=True),
    Field(name="url", read=read_url, is_given=True, is_printed=False),
    Field(name="canonical_url", read=read_canonical_url, is_printed=False),
    Field(name="language", read=read_language, is_printed=False),
    Field(name="is_translated", read=read_is_translated, is_printed=False),
    Field(name="is_accessible_for_free", read=read_is_accessible_for_free, is_printed=False),
)
"""The fields."""

_BY_NAME = {field.name: field for field in FIELDS}


def field_of(name: str) -> Field:
    """Return the field of a name. Raises `KeyError` if there is none.

    >>> field_of("dateline").by_outlet
    True
    """
    return _BY_NAME[name]


def check_fields(names: Iterable[str]) -> None:
    """Raise `ConfigurationError` with one sentence if one of the names is that of no field.

    >>> check_fields(["headline", "title"])
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: no field 'title'; there are kicker, headline, description, body, paragraphs, authors, contributors, dateline, date_published, date_modified, publisher, source, sections, keywords, images, related, url, canonical_url, language, is_translated, is_accessible_for_free
    """  # noqa: E501
    unknown = next((name for name in names if name not in _BY_NAME), None)
    if unknown is not None:
        raise ConfigurationError(f"no field {unknown!r}; there are {', '.join(_BY_NAME)}")
