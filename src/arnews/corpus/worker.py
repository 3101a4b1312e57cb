"""A process that parses parts. It says in shared memory which row it is at, so that its parent knows what it held."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

import pyarrow as pa

from arnews.arrow import SCHEMA, array_of, batch_of, outcome_of
from arnews.corpus.counts import Counts
from arnews.corpus.parts import OutputFolder, put, write_jsonl, write_parquet
from arnews.corpus.settings import Settings
from arnews.corpus.sources import Broken, Raw, decode
from arnews.export.rows import Outcome, columns
from arnews.guard import failure_of
from arnews.limits import TimeLimit
from arnews.many import error_text, warm_up
from arnews.parser import Parser

__all__ = ["STOPPING", "At", "Done", "Job", "Place", "prepared_parser", "run"]

_CHUNK = 256
"""Rows that are held as Python values."""
STOPPING = (signal.SIGINT, signal.SIGTERM)
"""The signals that stop the command. A worker starts with them held."""
_DEATH_SIGNAL = 1
"""``PR_SET_PDEATHSIG`` of prctl(2)."""


class Place(NamedTuple):
    """Where a worker writes, and what."""

    layout: OutputFolder
    settings: Settings
    kept: pa.Schema
    parser: Parser | None = None
    """The parser; made by the worker if it is not given."""


class Job(NamedTuple):
    """A part to be made."""

    name: str
    source: str
    path: str
    first: int
    """Number of its first record in the input, from 0."""
    raws: list[Raw]
    passed: int
    bad: dict[int, str]
    """Rows that must not be tried again, and why."""


class Done(NamedTuple):
    """A part that was made, or the reason why nothing can be made."""

    rows: int = 0
    errors: int = 0
    failure: str | None = None


class At(ctypes.Structure):
    """Which row a worker is at, and since when by the monotonic clock; -1 between rows."""

    _fields_ = (("index", ctypes.c_int64), ("since", ctypes.c_double))


def prepared_parser(settings: Settings) -> Parser:
    """Return the parser with its rules read. ConfigurationError if an outlet is wrong."""
    parser = settings.parser()
    warm_up(parser)
    return parser


def run(link: Connection, at: Any, place: Place) -> None:
    """Make parts until none are left."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the parent
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a fork has the handler of the command
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)
    _die_with_parent()
    if place.parser is None:
        place = place._replace(parser=prepared_parser(place.settings))
    # Articles have no cycles, and what was made so far is never garbage: looking for some took a twentieth of the time.
    gc.set_threshold(50_000, 20, 100)
    gc.freeze()
    # The other pools give memory back at once, and then take three times as long to fill a column.
    pa.set_memory_pool(pa.system_memory_pool())
    link.send(None)
    worker = _Worker(place, at)
    with worker.limit:
        while (job := link.recv()) is not None:
            try:
                link.send(worker.make(job))
            except (OSError, pa.ArrowException) as error:
                link.send(Done(failure=f"{job.name}: {error_text(error)}"))


class _Worker:
    def __init__(self, place: Place, at: Any) -> None:
        assert place.parser is not None
        self.parser = place.parser
        self.at = at
        self.settings = place.settings
        self.layout = place.layout
        self.limit = TimeLimit(place.settings.time_limit)
        self.kept = place.kept
        self.schema = SCHEMA
        for field in place.kept:
            self.schema = self.schema.append(field)

    def make(self, job: Job) -> Done:
        """Make one part."""
        counts = Counts(passed=job.passed)
        chunks = self._chunks(job, counts)
        path = self.layout.part(job.name)
        if self.settings.format == "jsonl":
            rows = (
                dict(zip(chunk, values, strict=True))
                for chunk in chunks
                for values in zip(*chunk.values(), strict=True)
            )
            put(path, self.layout, lambda file: write_jsonl(file, rows))
        else:
            batches = [self._batch(chunk) for chunk in chunks]
            put(path, self.layout, lambda file: write_parquet(file, batches, self.schema, counts))
        return Done(counts.rows, counts.errors)

    def _chunks(self, job: Job, counts: Counts) -> Iterator[dict[str, list[Any]]]:
        """Yield the columns of the rows that are wanted, some hundred rows at a time."""
        name = os.path.basename(job.path)
        for start in range(0, len(job.raws), _CHUNK):
            end = min(start + _CHUNK, len(job.raws))
            found = [self._outcome(job, index, f"{name}:{job.first + index}") for index in range(start, end)]
            wanted = [each for each in found if self._is_wanted(each[0])]
            counts.left_out += len(found) - len(wanted)
            chunk = columns([outcome for outcome, _ in wanted], segments=self.settings.segments)
            counts.add_columns(chunk)
            for place, field in enumerate(self.kept):
                chunk[field.name] = [kept[place] if kept else None for _, kept in wanted]
            yield chunk

    def _batch(self, chunk: dict[str, list[Any]]) -> pa.RecordBatch:
        kept = [array_of(chunk[field.name], field.type) for field in self.kept]
        return pa.RecordBatch.from_arrays([*batch_of(chunk).columns, *kept], schema=self.schema)

    def _outcome(self, job: Job, index: int, name: str) -> tuple[Outcome, tuple[Any, ...]]:
        """Return the outcome of a record, and what is kept of it; say where the worker is meanwhile."""
        self.at.since = time.monotonic()
        self.at.index = index
        try:
            item = decode(job.raws[index], self.settings.keys, self.settings.keep, job.path)
        except Exception as error:
            item = Broken(error_text(error))
        if isinstance(item, Broken):
            outcome, kept = Outcome(name, error=item.error), ()
        elif index in job.bad:
            url = item.given.url if item.given.url is None else str(item.given.url)
            outcome, kept = Outcome(item.id or name, url, error=job.bad[index]), item.kept
        else:
            outcome, kept = outcome_of(self.parser, item.given, item.id or name, self.limit), item.kept
        self.at.index = -1
        return outcome, kept

    def _is_wanted(self, outcome: Outcome) -> bool:
        """Return whether it has the language that is asked for. What has an error is written in any case."""
        only, article = self.settings.only_language, outcome.article
        return only is None or article is None or article.language == only or failure_of(article) is not None


def _die_with_parent() -> None:
    """See to it that no worker outlives its parent, not even one that hangs in C."""
    parent = parent_process()
    assert parent is not None
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent.pid:  # it was faster
            os._exit(1)

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
