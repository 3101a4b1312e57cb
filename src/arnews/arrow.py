"""Articles as Arrow tables: one fixed schema, and a function from batch to batch for the engines that people use.

Needs the extra ``arrow``: ``pip install "arnews[arrow]"``. Spark, Ray, Hugging Face datasets, polars, DuckDB and
pandas call `Batch` as it is; the documentation has a recipe for each.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import Any, TypeVar

import pyarrow as pa

from arnews.errors import ConfigurationError
from arnews.export.quality import FAMILIES
from arnews.export.row_back import RowError, from_row
from arnews.export.rows import COLUMNS, Outcome, columns, error_row, row, version
from arnews.limits import TimeLimit
from arnews.many import Given, error_text, warm_up
from arnews.parser import Parser

__all__ = [
    "SCHEMA",
    "SCHEMA_VERSION",
    "Batch",
    "RowError",
    "array_of",
    "batch_of",
    "error_row",
    "from_row",
    "kept_name",
    "outcome_of",
    "row",
    "table_of",
]

_Rows = TypeVar("_Rows", pa.RecordBatch, pa.Table)

SCHEMA_VERSION = 1
"""Grows when a column gets another name or another type; a new column at the end does not count."""

# Only types that polars, DuckDB, datasets, Spark and Ray keep as they are: no time of day, dictionary, small integer.
_TEXT = pa.string()
_TEXTS = pa.list_(_TEXT)
_AUTHORS = pa.list_(pa.struct([("name", _TEXT), ("job_title", _TEXT), ("url", _TEXT)]))
_TYPES: dict[str, pa.DataType] = {
    "date": pa.date32(),
    "authors": _AUTHORS,
    "contributors": _AUTHORS,
    "published_at": pa.timestamp("us", "UTC"),
    "dateline": pa.struct([("places", _TEXTS), ("agencies", _TEXTS), ("raw", _TEXT)]),
    "publisher": pa.struct([("name", _TEXT), ("url", _TEXT)]),
    "source": pa.struct([("name", _TEXT), ("url", _TEXT), ("date_published", _TEXT)]),
    "sections": _TEXTS,
    "keywords": _TEXTS,
    "images": pa.list_(pa.struct([("url", _TEXT), ("caption", _TEXT), ("credit", _TEXT), ("kind", _TEXT)])),
    "related": pa.list_(pa.struct([("text", _TEXT), ("url", _TEXT)])),
    "is_accessible_for_free": pa.bool_(),
    "dropped": pa.list_(
        pa.struct([("role", _TEXT), ("rule", _TEXT), ("segments", pa.int32()), ("characters", pa.int32())])
    ),
    "segments": pa.list_(
        pa.struct([("start", pa.int32()), ("end", pa.int32()), ("role", _TEXT), ("rule", _TEXT), ("origin", _TEXT)])
    ),
    "issues": _TEXTS,
    "quality": pa.struct(
        [
            ("kept_share", pa.float32()),
            ("characters", pa.struct([(family, pa.int32()) for family in FAMILIES])),
            ("duplicated_paragraphs", pa.int32()),
            ("ends_closed", pa.bool_()),
            ("ends_with_ellipsis", pa.bool_()),
            ("is_list", pa.bool_()),
            ("is_translated", pa.bool_()),
            ("is_mojibake", pa.bool_()),
        ]
    ),
    "seconds": pa.float32(),
}

_METADATA: dict[bytes | str, bytes | str] = {"arnews.schema": str(SCHEMA_VERSION), "arnews.version": version()}
SCHEMA = pa.schema(
    [(name, _TYPES.get(name, _TEXT)) for name in COLUMNS],
    metadata=_METADATA,
)
"""The columns of every table that arnews writes; the documentation says what each holds."""

_CHUNK = 256
"""Rows that are held as Python values at once: columns are built fast enough from these, and memory stays small."""


class Batch:
    """A function from a batch of documents to a batch of articles: row for row, in order, and it never raises.

    A row that cannot be parsed has its reason in the column ``error`` and nothing else but its id and address. One in
    which a step of arnews failed has an ``error``, too, and what could be read.
    Takes a ``pyarrow.RecordBatch`` or a ``pyarrow.Table`` and returns the same. Picklable.

    Args:
        parser: the parser; one with the shipped rules if none is given.
        text: the column of plain texts; ``None`` if there is none.
        html: the column of web pages, text or bytes. Where a row has both, the page is parsed.
        url: the column of addresses; ``None``, or a column that is not there, is no address.
        id: the column of names; numbers become text.
        encoding: the column of charsets of the HTTP headers.
        fetched_at: the column of moments that «منذ ساعتين» counts from: timestamps or ISO 8601.
        keep: columns of the input that are added after those of `SCHEMA`. One that has the name of one of these
            is called ``input_…`` then.
        segments: whether the column ``segments`` is filled.
        time_limit: seconds that one document may take. It holds in every thread of CPython, but not for work in C
            that looks at no signal; a hard limit needs another process, which ``arnews convert`` has.

    Raises:
        ConfigurationError: neither ``text`` nor ``html`` is given, or the time limit is not above zero.

    >>> text = "افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.\\nشارك المقال"
    >>> (found,) = Batch(keep=["id"])(pa.table({"id": [7], "text": [text]})).to_pylist()
    >>> found["id"], found["headline"], found["input_id"]
    ('7', 'افتتاح المعرض', 7)
    """

    def __init__(
        self,
        parser: Parser | None = None,
        *,
        text: str | None = "text",
        html: str | None = None,
        url: str | None = "url",
        id: str | None = "id",
        encoding: str | None = None,
        fetched_at: str | None = None,
        keep: Sequence[str] = (),
        segments: bool = False,
        time_limit: float | None = None,
    ) -> None:
        if text is None and html is None:
            raise ConfigurationError("name the column of texts or the column of pages")
        if time_limit is not None and not time_limit > 0:
            raise ConfigurationError(f"a time limit must be above 0 s; got {time_limit:g}")
        self.parser = Parser() if parser is None else parser
        self.text, self.html, self.url, self.id = text, html, url, id
        self.encoding, self.fetched_at = encoding, fetched_at
        self.keep = tuple(keep)
        self.segments = segments
        self.time_limit = time_limit
        self._is_warm = False

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_is_warm": False}

    def __call__(self, batch: _Rows) -> _Rows:
        """Return the articles of a batch."""
        kept = [(name, batch.column(name)) for name in self.keep if name in batch.schema.names]
        self._warm_up()
        with nullcontext() if self.time_limit is None else TimeLimit(self.time_limit) as limit:
            tables = [batch_of(columns(chunk, segments=self.segments)) for chunk in self._chunks(batch, limit)]
        table = pa.Table.from_batches(tables, schema=SCHEMA)
        for (name, column), field in zip(kept, self._kept_fields(batch.schema), strict=True):
            table = table.append_column(field.with_name(kept_name(name)), column)
        if isinstance(batch, pa.Table):
            return table
        return table.combine_chunks().to_batches()[0] if table.num_rows else _empty(table.schema)

    def schema(self, given: pa.Schema) -> pa.Schema:
        """Return the schema of what comes out, for the schema of what goes in: `SCHEMA` and the kept columns.

        >>> Batch(keep=["size"]).schema(pa.schema([("text", pa.string()), ("size", pa.int64())])).names[-2:]
        ['error', 'size']
        """
        fields = [field.with_name(kept_name(field.name)) for field in self._kept_fields(given)]
        return pa.schema([*SCHEMA, *fields], metadata=_METADATA)

    def _kept_fields(self, given: pa.Schema) -> list[pa.Field[Any]]:
        return [given.field(name) for name in self.keep if name in given.names]

    def _chunks(self, batch: pa.RecordBatch | pa.Table, limit: TimeLimit | None) -> Iterator[list[Outcome]]:
        missing = [name for name in (self.text, self.html) if name is not None and name not in batch.schema.names]
        for start in range(0, batch.num_rows, _CHUNK):
            part = batch.slice(start, _CHUNK)
            values = [
                part.column(name).to_pylist() if name in part.schema.names else [None] * part.num_rows
                for name in (self.id, self.text, self.html, self.url, self.encoding, self.fetched_at)
            ]
            none = f"no column {' or '.join(map(repr, missing))} in this batch" if missing else "no document"
            yield [
                outcome_of(self.parser, Given(*given), None if id is None else str(id), limit, none)
                for id, *given in zip(*values, strict=True)
            ]

    def _warm_up(self) -> None:
        """Read rules and import what is imported late, so that no document is charged for it."""
        if not self._is_warm:
            warm_up(self.parser)
            self._is_warm = True


def outcome_of(
    parser: Parser, given: Given, id: str | None, limit: TimeLimit | None, none: str = "no document"
) -> Outcome:
    """Return the result for a document. Never raises. ``none`` is the error of a row without a document."""
    began = time.perf_counter()
    url = _text(given.url)
    try:
        if given.text is None and given.page is None:
            return Outcome(id, url, None, none)
        article = given.parsed_by(parser) if limit is None else limit.call(lambda: given.parsed_by(parser))
        return Outcome(id, url, article, None, time.perf_counter() - began)
    except Exception as error:
        return Outcome(id, url, None, error_text(error), time.perf_counter() - began)


def _text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else str(value)


def table_of(rows: list[dict[str, Any]]) -> pa.RecordBatch:
    """Return rows as a batch of `SCHEMA`. Lone surrogates, which Arrow cannot hold, become U+FFFD.

    >>> table_of([error_row("\\ud800")])["error"][0].as_py()
    '\\ufffd'
    """
    return batch_of({name: [each[name] for each in rows] for name in COLUMNS})


def batch_of(values: Mapping[str, list[Any]]) -> pa.RecordBatch:
    """Return columns as a batch of `SCHEMA`; see `table_of`.

    >>> batch_of(columns([Outcome("7")], segments=False))["id"].to_pylist()
    ['7']
    """
    return pa.RecordBatch.from_arrays([array_of(values[field.name], field.type) for field in SCHEMA], schema=SCHEMA)


def array_of(values: list[Any], kind: pa.DataType) -> pa.Array[Any]:
    """Return values as a column. Lone surrogates become U+FFFD.

    >>> array_of(["\\ud800"], pa.string()).to_pylist() == ["\\ufffd"]
    True
    """
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_clean(value) for value in values], kind)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items()}
    return [_clean(each) for each in value] if isinstance(value, list) else value


def kept_name(kept: str) -> str:
    """Return the name under which a column of the input is kept.

    >>> kept_name("title"), kept_name("text")
    ('title', 'input_text')
    """
    return f"input_{kept}" if kept in COLUMNS else kept


def _empty(schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays([pa.array([], field.type) for field in schema], schema=schema)
