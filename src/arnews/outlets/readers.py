"""Readers of one outlet: functions that read a field where the general readers cannot."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

import attrs
from attrs import field, frozen

from arnews.article import Article, Author, Dateline, Image, Link, Source
from arnews.dates import NewsDate
from arnews.document import LabeledDocument
from arnews.errors import ConfigurationError
from arnews.fields.table import FIELDS

__all__ = ["Reader", "Readers", "wrong_value"]

_Value = TypeVar("_Value")

Reader = Callable[[LabeledDocument], _Value]
"""A function from the labeled document to the value of one field."""


def _check(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is None:
        return
    if not callable(value):
        raise ConfigurationError(
            f"reader of '{attribute.name}' must be a function of the labeled document, not {type(value).__name__}"
        )
    try:
        inspect.signature(value).bind(None)
    except TypeError:
        raise ConfigurationError(f"reader of '{attribute.name}' must take one argument, the labeled document") from None
    except ValueError:  # a function of C without a signature
        return


@frozen(kw_only=True)
class Readers:
    """Functions that read fields of one outlet; a field without one is read as for any document.

    There is one for each row of the table of fields that outlets may read.

    Use functions of a module: a parser with a lambda cannot be sent to another process.

    >>> from arnews.roles import Role
    >>> def sections(doc: LabeledDocument) -> tuple[str, ...]:
    ...     return tuple(segment.text for segment in doc[Role.SECTION])
    >>> [name for name, _ in Readers(sections=sections)]
    ['sections']
    >>> Readers(authors="محرر")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: reader of 'authors' must be a function of the labeled document, not str
    """

    headline: Reader[str | None] | None = field(default=None, validator=_check)
    """The title."""
    kicker: Reader[str | None] | None = field(default=None, validator=_check)
    """The line above the title."""
    description: Reader[str | None] | None = field(default=None, validator=_check)
    """The deck."""
    authors: Reader[tuple[Author, ...]] | None = field(default=None, validator=_check)
    """Those who sign."""
    contributors: Reader[tuple[Author, ...]] | None = field(default=None, validator=_check)
    """Those whom a closing credit names."""
    dateline: Reader[Dateline | None] | None = field(default=None, validator=_check)
    """Place and agency."""
    date_published: Reader[NewsDate | None] | None = field(default=None, validator=_check)
    """The date of publication."""
    date_modified: Reader[NewsDate | None] | None = field(default=None, validator=_check)
    """The date of the last update."""
    source: Reader[Source | None] | None = field(default=None, validator=_check)
    """Where the item was taken from."""
    sections: Reader[tuple[str, ...]] | None = field(default=None, validator=_check)
    """Sections, outermost first."""
    keywords: Reader[tuple[str, ...]] | None = field(default=None, validator=_check)
    """Tags."""
    images: Reader[tuple[Image, ...]] | None = field(default=None, validator=_check)
    """Images, in order."""
    related: Reader[tuple[Link, ...]] | None = field(default=None, validator=_check)
    """Other articles that the document points to."""

    def __iter__(self) -> Iterator[tuple[str, Reader[Any]]]:
        """Yield field and reader of those that are given."""
        for row in FIELDS:
            reader = getattr(self, row.name) if row.by_outlet else None
            if reader is not None:
                yield row.name, reader


def wrong_value(name: str, value: object) -> str | None:
    """Return what is wrong with the value that a reader gave for a field, ``None`` if nothing is.

    >>> wrong_value("authors", ["ليلى حسن"])
    'must be a tuple of Author, not list'
    >>> wrong_value("headline", "افتتاح المعرض") is None
    True
    """
    allowed, member = _types()[name]
    expected = f"a tuple of {member.__name__}" if member else " or ".join(map(_name, allowed))
    if not isinstance(value, allowed):
        return f"must be {expected}, not {_name(type(value))}"
    if member is not None and isinstance(value, tuple):
        wrong = next((each for each in value if not isinstance(each, member)), None)
        if wrong is not None:
            return f"must be {expected}, and holds {_name(type(wrong))}"
    return None


@cache
def _types() -> dict[str, tuple[tuple[type, ...], type | None]]:
    """Return for each field what its value must be, and what its members must be if it is a tuple, as annotated."""
    kinds = typing.get_type_hints(Article)
    return {row.name: _type_of(kinds[row.name]) for row in FIELDS}


def _type_of(kind: Any) -> tuple[tuple[type, ...], type | None]:
    if typing.get_origin(kind) is tuple:
        return (tuple,), typing.get_args(kind)[0]
    return typing.get_args(kind) or (kind,), None


def _name(kind: type) -> str:
    return "None" if kind is type(None) else kind.__name__
