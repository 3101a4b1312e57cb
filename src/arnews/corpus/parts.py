"""The files of a conversion: each is there whole or not at all, also after a power cut.

``OUT/data/part-IIIII-KKKKK.parquet`` is the k-th run of records of the i-th input, and is there if and only if it is
done: no list of done parts could disagree with the disk. ``OUT/_arnews`` has the notes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import frozen

from arnews.arrow import SCHEMA
from arnews.corpus.counts import Counts
from arnews.export.records import dump_json

__all__ = ["OutputFolder", "json_line", "part_name", "part_rows", "put", "write_jsonl", "write_parquet"]

_COUNTS = "arnews.counts"
# Columns that repeat: a dictionary makes these small, and takes time on the others. Bounds (statistics) help to
# skip parts by date and are as long as the text in others.
_REPEATED = [
    "outlet", "kind", "language", "date", "arnews_version", "error", "issues.list.element", "sections.list.element",
    "dropped.list.element.role", "dropped.list.element.rule", "segments.list.element.role",
    "segments.list.element.rule", "segments.list.element.origin",
    "publisher.name", "publisher.url", "source.name", "images.list.element.kind",
]  # fmt: skip
_BOUNDED = ["date", "published_at", "language", "kind", "outlet"]


@frozen
class OutputFolder:
    """Where the files of an output folder are.

    >>> OutputFolder(Path("out")).part("part-00000-00000.parquet").as_posix()
    'out/data/part-00000-00000.parquet'
    """

    out: Path
    """The folder of the conversion."""
    shard: tuple[int, int] = (0, 1)
    """Which of how many runs at one time this is."""

    @property
    def data(self) -> Path:
        """The folder of the parts, and of nothing else: readers take every file there for one."""
        return self.out / "data"

    @property
    def notes(self) -> Path:
        """The folder of notes."""
        return self.out / "_arnews"

    @property
    def plan(self) -> Path:
        """The inputs and settings that the parts were made of."""
        return self.notes / "plan.json"

    @property
    def card(self) -> Path:
        """The dataset card."""
        return self.out / "README.md"

    @property
    def report(self) -> Path:
        """The report."""
        return self.notes / "report.html"

    def part(self, name: str) -> Path:
        """Return the path of a part."""
        return self.data / name

    def bad(self, name: str) -> Path:
        """Return the path of the note of rows that hung or crashed a worker."""
        return self.notes / f"bad-{name}.json"

    def parts(self) -> list[Path]:
        """Return the parts that are done, in order."""
        return sorted(self.data.glob("part-*")) if self.data.is_dir() else []

    @property
    def lock(self) -> Path:
        """The file whose lock a run holds."""
        return self.notes / self._named("lock")

    @property
    def unfinished(self) -> Path:
        """The folder in which files are written until they are whole. A reader of the data never sees it."""
        return self.notes / self._named("unfinished")

    def make_folders(self) -> None:
        """Make the folders, and remove what a run that was killed has left half-written."""
        for folder in (self.data, self.notes, self.unfinished):
            folder.mkdir(parents=True, exist_ok=True)
        self.remove_unfinished()

    def remove_unfinished(self) -> None:
        """Remove half-written files. A worker may outlive a run that was killed for a moment, and leave one."""
        for path in self.unfinished.iterdir():
            path.unlink(missing_ok=True)

    def _named(self, name: str) -> str:
        return name if self.shard[1] == 1 else f"{name}-{self.shard[0]}-of-{self.shard[1]}"


def part_name(number: int, run: int, format: str) -> str:
    """Return the name of the k-th part of an input.

    >>> part_name(2, 17, "parquet")
    'part-00002-00017.parquet'
    """
    return f"part-{number:05d}-{run:05d}.{format}"


def put(path: Path, layout: OutputFolder, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file beside its place, sync it, and move it there."""
    temporary = layout.unfinished / f"{path.name}-{os.getpid()}"
    with open(temporary, "wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
    _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_parquet(file: IO[bytes], batches: list[pa.RecordBatch], schema: pa.Schema, counts: Counts) -> None:
    """Write a part with its counts in the footer."""
    table = pa.Table.from_batches(batches, schema=schema)
    options: dict[str, Any] = {"use_dictionary": _REPEATED, "write_statistics": _BOUNDED}
    with pq.ParquetWriter(file, schema, compression="zstd", **options) as writer:
        writer.write_table(table, row_group_size=max(table.num_rows, 1))
        writer.add_key_value_metadata({_COUNTS: counts.dumped()})


def write_jsonl(file: IO[bytes], rows: Iterator[dict[str, Any]]) -> None:
    """Write a part as JSON lines."""
    for row in rows:
        file.write(json_line(row).encode())


def json_line(row: dict[str, Any]) -> str:
    """Return a row as one line of JSON; dates and moments are ISO 8601."""
    for name, value in row.items():
        if hasattr(value, "isoformat"):
            row = {**row, name: value.isoformat()}
    return dump_json(row) + "\n"


def part_counts(path: Path) -> Counts:
    """Return the counts of a part: from its footer, or counted again."""
    if path.suffix == ".parquet":
        metadata = pq.read_metadata(path).metadata or {}
        if _COUNTS.encode() in metadata:
            return Counts.loaded(metadata[_COUNTS.encode()])
    return Counts.of(part_rows(path))


def part_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a part."""
    if path.suffix == ".parquet":
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(
                batch_size=512, columns=[name for name in SCHEMA.names if name != "segments"]
            ):
                yield from batch.to_pylist()
        return
    with open(path, "rb") as lines:
        yield from map(json.loads, lines)
