"""Articles as records of plain JSON types, and back.

Both directions are derived from the annotated fields of the values, once a class, so a field that is
added to a value is in its record from then on.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any

import attrs

from arnews.article import Article
from arnews.document import Origin, Reason, Segment
from arnews.errors import ArnewsError, ConfigurationError, check_type
from arnews.printing import shown
from arnews.roles import Role

__all__ = ["RecordError", "SegmentRecord", "dump_json", "from_dict", "select_fields", "to_dict", "to_json", "to_record"]

_Write = Callable[[Any], Any]
_Read = Callable[[Any, str], Any]

_SURROGATE = re.compile("[\ud800-\udfff]")


class RecordError(ArnewsError, ValueError):
    """A record is not one of an Article. The message names the place and what is wrong there.

    >>> from_dict({"headline": 7})
    Traceback (most recent call last):
        ...
    arnews.export.records.RecordError: article.headline: expected str, got int
    """


def to_dict(article: Article) -> dict[str, Any]:
    """Return the article as plain JSON types: dict, list, str, int, bool, None.

    Every field is there, under its own name and in the order of the class, whether the document prints
    it or not: what is missing is ``None`` or ``[]``, so that all records have the same columns. Tuples
    become lists, enumerations their value, dates and times ISO 8601 text, durations whole seconds.

    >>> record = to_dict(Article(headline="افتتاح المعرض", keywords=("كتب",)))
    >>> record["headline"], record["keywords"], record["kicker"], record["kind"]
    ('افتتاح المعرض', ['كتب'], None, 'other')

    Raises `TypeError` if ``article`` is not an `Article`.
    """
    check_type("article", article, Article)
    return to_record(article)


def from_dict(record: Mapping[str, Any]) -> Article:
    """Return the article of a record: ``from_dict(to_dict(article)) == article``.

    A field that the record leaves out gets its default, so records without ``segments`` can be read.

    Args:
        record: what `to_dict` returned, also after a trip through JSON.

    Raises:
        RecordError: a key is unknown, a value has the wrong type, or a part cannot be built.

    >>> from_dict({"headline": "افتتاح المعرض", "keywords": ["كتب"]}).keywords
    ('كتب',)
    >>> from_dict({"title": "افتتاح المعرض"})
    Traceback (most recent call last):
        ...
    arnews.export.records.RecordError: article: unknown key 'title'
    """
    if "file" in record:
        # The command says which file an article is from, and what it prints can be read back.
        record = {key: value for key, value in record.items() if key != "file"}
    article: Article = _class_reader(Article)(record, "article")
    return article


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Return `to_dict` as JSON: Arabic letters as they are, on one line unless ``indent`` is given.

    Lone surrogates, which no encoding can carry, are written as ``\\ud…`` escapes, so the result can
    always be encoded as UTF-8.

    >>> to_json(Article(headline="افتتاح"))[:32]
    '{"kind": "other", "url": null, "'
    """
    check_type("indent", indent, int, NoneType)
    return dump_json(to_dict(article), indent=indent)


def to_record(value: attrs.AttrsInstance | Segment) -> dict[str, Any]:
    """Return any of the values (a date, a segment, an author) as plain JSON types, as `to_dict` does an article.

    >>> from arnews.article import Author
    >>> to_record(Author(name="ليلى حسن"))
    {'name': 'ليلى حسن', 'job_title': None, 'raw': None, 'url': None}
    """
    record: dict[str, Any] = _write_segment(value) if isinstance(value, Segment) else _class_writer(type(value))(value)
    return record


def dump_json(value: object, *, indent: int | None = None) -> str:
    """Return JSON that keeps Arabic readable and can be encoded as UTF-8, whatever is in the strings."""
    import json  # not needed by those who keep the values

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(lambda char: f"\\u{ord(char.group()):04x}", text)


def select_fields(record: dict[str, Any], names: str | None) -> dict[str, Any]:
    """Return the fields of a record that are named, with commas between, in that order; all without names.

    Raises ConfigurationError for a name that is no field.

    >>> select_fields({"url": None, "headline": "افتتاح"}, "headline")
    {'headline': 'افتتاح'}
    """
    if names is None:
        return record
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in record]
    if unknown or not wanted:
        raise ConfigurationError(f"no field {', '.join(unknown) or names!r}; there are {', '.join(record)}")
    return {name: record[name] for name in wanted}


@cache
def _class_writer(cls: type) -> _Write:
    types_of = typing.get_type_hints(cls)
    names = tuple(field.name for field in attrs.fields(cls))
    values_of = attrgetter(*names)
    converted = tuple((name, write) for name in names if (write := _writer(types_of[name])) is not None)

    def write_class(value: Any) -> dict[str, Any]:
        record = dict(zip(names, values_of(value), strict=True))
        for name, write in converted:
            item = record[name]
            if item is not None:
                record[name] = write(item)
        return record

    return write_class


@attrs.frozen
class SegmentRecord:
    """A segment as it is recorded: of its reason the name and the origin, beside its own fields.

    >>> SegmentRecord(start=0, end=4, role=Role.BODY, text="عاجل", rule="model.body", origin=Origin.MODEL).rule
    'model.body'
    """

    start: int
    """Offset in ``document_text``, in code points."""
    end: int
    """Offset after it."""
    role: Role
    """What it is."""
    text: str
    """Its characters."""
    rule: str
    """Name of the rule or step that decided."""
    origin: Origin
    """The kind of evidence that it rests on."""


def _write_segment(segment: Segment) -> dict[str, Any]:
    start, end, role, text, reason = segment
    return {
        "start": start,
        "end": end,
        "role": role._value_,
        "text": text,
        "rule": reason.name,
        "origin": reason.origin._value_,
    }


def _read_segment(record: Any, at: str) -> Segment:
    read: SegmentRecord = _class_reader(SegmentRecord)(record, at)
    return Segment(read.start, read.end, read.role, read.text, Reason(read.rule, read.origin))


def _writer(kind: Any) -> _Write | None:
    """Return the function that makes a value plain, ``None`` if it is plain already."""
    kind, _ = _without_none(kind)
    if typing.get_origin(kind) is tuple:
        element = _writer(typing.get_args(kind)[0])
        if element is None:
            return list
        return lambda items: [element(item) for item in items]
    if typing.get_origin(kind) is Mapping:
        inner = _writer(typing.get_args(kind)[1]) or _same
        return lambda items: {key: inner(item) for key, item in items.items()}
    if kind is Segment:
        return _write_segment
    if attrs.has(kind):
        return _class_writer(kind)
    if issubclass(kind, Enum):
        return lambda member: member._value_
    if kind in (date, time):
        return lambda moment: moment.isoformat()
    if kind is timedelta:
        return lambda delta: int(delta.total_seconds())
    return None


@cache
def _class_reader(cls: type) -> _Read:
    types_of = typing.get_type_hints(cls)
    readers = {field.name: _reader(types_of[field.name]) for field in attrs.fields(cls)}
    required = [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]

    def read_class(record: Any, at: str) -> Any:
        if not isinstance(record, Mapping):
            raise RecordError(f"{at}: expected an object, got {type(record).__name__}")
        for key in record:
            if key not in readers:
                raise RecordError(f"{at}: unknown key '{shown(key)}'")
        for name in required:
            if name not in record:
                raise RecordError(f"{at}: the key {name!r} is missing")
        values = {name: readers[name](value, f"{at}.{name}") for name, value in record.items()}
        try:
            return cls(**values)
        except (TypeError, ValueError, OverflowError) as error:
            raise RecordError(f"{at}: {error}") from error

    return read_class


def _reader(kind: Any) -> _Read:
    kind, optional = _without_none(kind)
    read = _present_reader(kind)
    if not optional:
        return read
    return lambda value, at: None if value is None else read(value, at)


def _present_reader(kind: Any) -> _Read:
    if typing.get_origin(kind) is tuple:
        return _tuple_reader(_reader(typing.get_args(kind)[0]))
    if typing.get_origin(kind) is Mapping:
        return _mapping_reader(_reader(typing.get_args(kind)[1]))
    if kind is Segment:
        return _read_segment
    if attrs.has(kind):
        return _class_reader(kind)
    if issubclass(kind, Enum):
        return _built_reader(kind, f"a known {kind.__name__}")
    if kind in (date, time):
        return _built_reader(kind.fromisoformat, f"an ISO 8601 {kind.__name__}")
    if kind is timedelta:
        return _built_reader(lambda value: timedelta(seconds=value), "a number of seconds", _plain_reader(int))
    return _plain_reader(kind)


def _tuple_reader(read: _Read) -> _Read:
    def read_tuple(items: Any, at: str) -> tuple[Any, ...]:
        if not isinstance(items, (list, tuple)):
            raise RecordError(f"{at}: expected a list, got {type(items).__name__}")
        return tuple(read(item, f"{at}[{index}]") for index, item in enumerate(items))

    return read_tuple


def _mapping_reader(read: _Read) -> _Read:
    def read_mapping(items: Any, at: str) -> dict[str, Any]:
        if not isinstance(items, Mapping):
            raise RecordError(f"{at}: expected an object, got {type(items).__name__}")
        return {str(key): read(item, f"{at}.{shown(key)}") for key, item in items.items()}

    return read_mapping


def _same(value: Any) -> Any:
    return value


def _built_reader(build: Callable[[Any], Any], what: str, check: _Read | None = None) -> _Read:
    def read_built(value: Any, at: str) -> Any:
        if check is not None:
            check(value, at)
        try:
            return build(value)
        except (TypeError, ValueError, OverflowError) as error:
            literal = f"'{shown(value)}'" if isinstance(value, str) else shown(value)
            raise RecordError(f"{at}: {literal} is not {what}") from error

    return read_built


def _plain_reader(kind: type) -> _Read:
    def read_plain(value: Any, at: str) -> Any:
        # bool is an int for Python, but not for JSON.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise RecordError(f"{at}: expected {kind.__name__}, got {type(value).__name__}")
        return value

    return read_plain


def _without_none(kind: Any) -> tuple[Any, bool]:
    """Return the type without ``None``, and whether ``None`` was one of its alternatives."""
    if typing.get_origin(kind) not in (types.UnionType, typing.Union):
        return kind, False
    (present,) = [part for part in typing.get_args(kind) if part is not type(None)]
    return present, True
