"""Inputs of a conversion: JSON lines, CSV, Parquet, WARC, a folder of documents. Read one record at a time."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Literal, NamedTuple, cast

import pyarrow as pa
import pyarrow.parquet as pq

from arnews.corpus.settings import RowKeys
from arnews.errors import ConfigurationError
from arnews.inputs import input_files, reason_not_to_read
from arnews.many import Given
from arnews.reading.encoding import decode as decode_bytes
from arnews.reading.kind import is_page

__all__ = ["Broken", "InputFile", "Item", "open_sources"]

_BUFFER = 1 << 20
_STEP = 1 << 14
"""Bytes that are unpacked at once: so many are lost where a compressed input breaks off."""
_BATCH = 256
"""Rows of Parquet that are Python values at once."""
_SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet",
    ".warc": "warc", ".wet": "warc",
}  # fmt: skip
_COMPRESSED: dict[str, Literal["gzip", "zstd"]] = {".gz": "gzip", ".zst": "zstd"}
_MAGIC = ((b"PAR1", "parquet"), (b"WARC/", "warc"), (b"{", "jsonl"))


class Broken(NamedTuple):
    """The end of an input that cannot be read further, or a record of it that cannot."""

    error: str


class Item(NamedTuple):
    """A record with what is kept of it."""

    given: Given
    id: str | None = None
    kept: tuple[Any, ...] = ()


Raw = bytes | Item | Broken | str
"""What travels to a worker: a line of JSON, an item, the name of a file. Workers have the time to decode."""


class InputFile:
    """One input. ``raw`` yields its records; ``position`` says how many bytes of ``size`` have been read."""

    kind = ""
    has_keys = False

    def __init__(self, path: str) -> None:
        self.path = path
        self.name = os.path.basename(path.rstrip("/"))
        stat = os.stat(path)
        self.size, self.changed = stat.st_size, stat.st_mtime_ns
        self.position: Callable[[], int] = lambda: 0
        self.passed = 0
        """Records that are no documents, or foreign pages."""

    def columns(self) -> list[str]:
        """Return the names of the keys that its records have, as the first one shows."""
        return []

    def kept_schema(self, keep: tuple[str, ...]) -> pa.Schema:
        """Return the fields that are kept. What has no type of its own is text: other values become JSON."""
        return pa.schema([(name, pa.string()) for name in keep])

    def raw(self, keys: RowKeys, keep: tuple[str, ...]) -> Iterator[tuple[Raw, int]]:
        """Yield each record and about how many bytes it has."""
        raise NotImplementedError


class JsonLines(InputFile):
    """JSON objects, one per line."""

    kind = "jsonl"
    has_keys = True

    def columns(self) -> list[str]:
        """Return the keys of the first object."""
        for line in self._lines():
            try:
                first = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise ConfigurationError(f"{self.path}: the first line is no JSON ({error})") from None
            if not isinstance(first, dict):
                raise ConfigurationError(f"{self.path}: is not JSON lines: the first line is no object")
            return list(first)
        return []

    def raw(self, keys: RowKeys, keep: tuple[str, ...]) -> Iterator[tuple[Raw, int]]:
        """Yield the lines as they are."""
        for line in self._lines():
            yield line, len(line)

    def _lines(self) -> Iterator[bytes]:
        with _opened(self) as file:
            for line in file:
                if not line.isspace():
                    yield line


class Csv(InputFile):
    """A table with a header, commas or (``.tsv``) tabs between. UTF-8."""

    kind = "csv"
    has_keys = True

    def columns(self) -> list[str]:
        """Return the header."""
        with self._table() as table:
            return list(table.fieldnames or ())

    def raw(self, keys: RowKeys, keep: tuple[str, ...]) -> Iterator[tuple[Raw, int]]:
        """Yield the rows; an empty cell is no value."""
        with self._table() as table:
            for row in table:
                item = _item({name: value or None for name, value in row.items()}, keys, keep)
                yield item, sum(len(value) for value in row.values() if isinstance(value, str))

    @contextmanager
    def _table(self) -> Iterator[csv.DictReader[str]]:
        csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # the default refuses an article of 131,073 characters
        with _opened(self) as file, io.TextIOWrapper(file, "utf-8-sig", errors="replace", newline="") as text:
            yield csv.DictReader(text, delimiter="\t" if ".tsv" in self.name.lower() else ",")


class Parquet(InputFile):
    """A Parquet file, read a few hundred rows at a time, whatever the size of its row groups."""

    kind = "parquet"
    has_keys = True

    def columns(self) -> list[str]:
        """Return the names of the columns."""
        with self._file() as file:
            return list(file.schema_arrow.names)

    def kept_schema(self, keep: tuple[str, ...]) -> pa.Schema:
        """Return the kept fields with the types that they have."""
        with self._file() as file:
            schema = file.schema_arrow
        missing = [name for name in keep if name not in schema.names]
        if missing:
            raise ConfigurationError(
                f"{self.path}: no column {', '.join(missing)}; there are {', '.join(schema.names)}"
            )
        return pa.schema([schema.field(name).remove_metadata() for name in keep])

    def raw(self, keys: RowKeys, keep: tuple[str, ...]) -> Iterator[tuple[Raw, int]]:
        """Yield the rows with the columns that are needed."""
        with self._file() as file:
            columns = [name for name in dict.fromkeys((*keys.names, *keep)) if name in file.schema_arrow.names]
            share = self.size / max(file.metadata.num_rows, 1)
            done = 0
            self.position = lambda: int(done * share)
            for batch in file.iter_batches(batch_size=_BATCH, columns=columns, use_threads=False):
                for row in batch.to_pylist():
                    item = _item(row, keys, keep)
                    yield item, len(item.given.page or "") + len(item.given.text or "")
                done += batch.num_rows

    def _file(self) -> pq.ParquetFile:
        return pq.ParquetFile(self.path, buffer_size=_BUFFER, pre_buffer=False)


class Folder(InputFile):
    """Texts and pages, one per file; the path below the folder is the id."""

    kind = "folder"

    def __init__(self, path: str, files: list[str]) -> None:
        super().__init__(path)
        self.files = files
        stats = [os.stat(os.path.join(path, name)) for name in files]
        self.size = sum(stat.st_size for stat in stats)
        self.changed = max((stat.st_mtime_ns for stat in stats), default=self.changed)

    def raw(self, keys: RowKeys, keep: tuple[str, ...]) -> Iterator[tuple[Raw, int]]:
        """Yield the paths."""
        done = 0
        self.position = lambda: done
        for name in self.files:
            path = os.path.join(self.path, name)
            size = os.path.getsize(path) if os.path.exists(path) else 0
            yield path, size
            done += size


def decode(raw: Raw, keys: RowKeys, keep: tuple[str, ...], folder: str) -> Item | Broken:
    """Return a record as an item. Done in the worker."""
    if isinstance(raw, bytes):
        try:
            row = json.loads(raw)
        except (ValueError, RecursionError) as error:
            return Broken(f"not JSON: {error}")
        if not isinstance(row, dict):
            return Broken("not a JSON object")
        return _item(row, keys, keep, as_text=True)
    if isinstance(raw, str):
        try:
            content = Path(raw).read_bytes()
        except OSError as error:
            return Broken(f"{raw}: {error.strerror}")
        return _document(content, os.path.relpath(raw, folder).replace(os.sep, "/"))
    return raw


def _document(content: bytes, name: str) -> Item | Broken:
    reason = reason_not_to_read(content, name)
    if reason is not None:
        return Broken(f"{name}: {reason}")
    return Item(Given(page=content) if is_page(content) else Given(text=decode_bytes(content).text), name)


def _item(row: Mapping[str, Any], keys: RowKeys, keep: tuple[str, ...], *, as_text: bool = False) -> Item:
    id = row.get(keys.id) if keys.id is not None else None
    kept = tuple(_plain(row.get(name)) if as_text else row.get(name) for name in keep)
    return Item(keys.of(row), None if id is None else str(id), kept)


def _plain(value: Any) -> str | None:
    """Return a value of JSON as text: strings as they are, others as JSON."""
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def _opened(source: InputFile) -> BinaryIO:
    """Return the bytes of an input, unpacked, and let its position follow the file."""
    file = open(source.path, "rb", buffering=_BUFFER)  # noqa: SIM115  (closed by who reads)
    source.position = lambda: source.size if file.closed else file.tell()
    compression = _COMPRESSED.get(os.path.splitext(source.path.lower())[1])
    if compression is None:
        return file
    stream = pa.CompressedInputStream(cast(io.IOBase, file), compression)
    return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream), _STEP))


def open_sources(paths: list[str]) -> list[InputFile]:
    """Return the inputs that the paths name. A folder of tables or WARC files is all of these.

    Raises ConfigurationError if there are no inputs, or one cannot be read.
    """
    sources = list(chain.from_iterable(_opened_path(path) for path in paths))
    if not sources:
        raise ConfigurationError(f"nothing to read in {', '.join(paths)}")
    return sources


def _opened_path(path: str) -> Iterator[InputFile]:
    try:
        if not os.path.isdir(path):
            yield _source(path)
            return
        files = [os.path.relpath(name, path) for name in input_files([path], None)]
        tables = [name for name in files if _kind_by_name(name)]
        if tables:
            for name in tables:
                yield _source(os.path.join(path, name))
        elif files:
            yield Folder(path, files)
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror or error}") from None


def _source(path: str) -> InputFile:
    kind = _kind_by_name(path) or _kind_by_content(path)
    if kind is None:
        raise ConfigurationError(
            f"{path}: is no JSON lines, CSV, Parquet or WARC; single texts and pages are read by arnews parse, "
            "a folder of them here"
        )
    if kind == "warc":
        from arnews.corpus.warc import Warc

        return Warc(path)
    return {"jsonl": JsonLines, "csv": Csv, "parquet": Parquet}[kind](path)


def _kind_by_name(path: str) -> str | None:
    stem, suffix = os.path.splitext(path.lower())
    if suffix in _COMPRESSED:
        suffix = os.path.splitext(stem)[1]
    return _SUFFIXES.get(suffix)


def _kind_by_content(path: str) -> str | None:
    with open(path, "rb") as file:
        head = file.read(64).removeprefix(codecs.BOM_UTF8).lstrip()
    return next((kind for start, kind in _MAGIC if head.startswith(start)), None)
