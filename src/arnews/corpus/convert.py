"""The command ``arnews convert``: rows, WARC or a folder of documents to a table of articles, part by part."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
from attrs import evolve, frozen

from arnews.arrow import kept_name
from arnews.console import complain
from arnews.corpus.card import write_card
from arnews.corpus.parts import OutputFolder, part_name, put
from arnews.corpus.pool import run_jobs
from arnews.corpus.progress import ProgressBar
from arnews.corpus.settings import Settings, guess_keys
from arnews.corpus.sources import Broken, InputFile, Raw, open_sources
from arnews.corpus.worker import Job, Place, prepared_parser
from arnews.errors import ConfigurationError
from arnews.many import error_text

__all__ = ["Result", "convert"]

_MOST_BYTES = 16 << 20
"""Bytes of input from which a part ends before its number of rows: pages are long, and a worker holds a part."""
_LOCK_PATIENCE = 1.0
"""Seconds that the workers of a run that was killed have to let go of its lock."""


@frozen
class Result:
    """What a run did."""

    parts: int
    """Parts that were made."""
    found: int
    """Parts that were there."""
    rows: int
    """Rows of the parts that were made."""
    errors: int
    """Rows of these that have an error."""


def convert(
    inputs: list[str], out: str, settings: Settings, *, workers: int, shard: tuple[int, int] = (0, 1)
) -> Result:
    """Convert, and return what was done. Parts that are there are not made again.

    Args:
        inputs: paths of files and folders.
        out: the folder of the table; made if it is not there.
        settings: what is asked for; keys that are not set are guessed, and said on standard error.
        workers: how many processes parse.
        shard: ``(i, n)``: only every n-th part, beginning with the i-th, from 0. Runs of several machines with
            different shards may write to one folder.

    Raises:
        ConfigurationError: an input, key or outlet is wrong, or the folder has parts of other inputs or settings.
        ConversionError: the disk is full, say.
    """
    sources = open_sources(inputs)
    settings = _with_keys(sources, settings)
    parser = prepared_parser(settings)  # an outlet that is wrong is told before anything is written
    kept = _kept(sources, settings.keep)
    layout = OutputFolder(Path(out), shard)
    _check(layout, settings.plan((source.name, source.size, source.changed) for source in sources))
    with _Locked(layout):
        layout.make_folders()
        _write_plan(layout, settings.plan((source.name, source.size, source.changed) for source in sources))
        jobs = _Jobs(sources, settings, layout, shard)
        progress = ProgressBar(sum(source.size for source in sources))
        made = 0
        try:
            for done in run_jobs(jobs.todo(), Place(layout, settings, kept, parser), workers):
                made += 1
                progress.update(done.rows, done.errors, jobs.read())
        finally:
            progress.close()
        write_card(layout)
        layout.remove_unfinished()
        return Result(made, jobs.found, progress.rows, progress.errors)


def _with_keys(sources: list[InputFile], settings: Settings) -> Settings:
    """Return the settings with the keys of the first table, and say which they are."""
    table = next((source for source in sources if source.has_keys), None)
    if table is None:
        return settings
    try:
        columns = table.columns()
    except (OSError, ValueError) as error:  # ArrowInvalid is a ValueError
        raise ConfigurationError(
            str(error) if isinstance(error, ConfigurationError) else f"{table.path}: {error_text(error)}"
        ) from None
    keys = guess_keys(columns, settings.keys)
    if columns and (keys.html or keys.text) not in columns:
        raise ConfigurationError(f"{table.path}: no key {keys.html or keys.text!r}; there are {', '.join(columns)}")
    named = {"text": keys.text, "pages": keys.html, "address": keys.url, "id": keys.id, "charset": keys.encoding,
             "moment": keys.fetched_at}  # fmt: skip
    said = ", ".join(f"{what} from {name!r}" for what, name in named.items() if name)
    rest = [name for name in columns if name not in keys.names and name not in settings.keep]
    complain(f"reading {said}{f'; --keep keeps {chr(44).join(rest)}' if rest else ''}")
    return evolve(settings, keys=keys)


def _kept(sources: list[InputFile], keep: tuple[str, ...]) -> pa.Schema:
    """Return the fields that are kept, which must have one type in all inputs."""
    if not keep:  # a table that cannot be read costs a row
        return pa.schema([])
    schemas = [_kept_in(source, keep) for source in sources]
    for source, schema in zip(sources, schemas, strict=True):
        if schema != schemas[0]:
            raise ConfigurationError(f"{source.path}: kept columns have other types than in {sources[0].path}")
    return pa.schema([field.with_name(kept_name(field.name)) for field in schemas[0]])


def _kept_in(source: InputFile, keep: tuple[str, ...]) -> pa.Schema:
    try:
        return source.kept_schema(keep)
    except ConfigurationError:
        raise
    except (OSError, ValueError) as error:  # ArrowInvalid is a ValueError
        raise ConfigurationError(f"{source.path}: {error_text(error)}") from None


def _check(layout: OutputFolder, plan: dict[str, Any]) -> None:
    """Compare the plan with the one that the folder was begun with, and see to it that there is a folder of notes."""
    try:
        if layout.plan.exists():
            before = json.loads(layout.plan.read_text(encoding="utf-8"))
            if before != json.loads(json.dumps(plan)):
                difference = _difference(before, plan)
                raise ConfigurationError(f"{layout.out} was begun with {difference}; choose another folder")
        elif layout.out.is_dir() and any(layout.out.iterdir()) and not layout.notes.is_dir():
            raise ConfigurationError(f"{layout.out} is not empty, and arnews did not make it; choose another folder")
        layout.notes.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(f"{layout.out}: {error.strerror or error}") from None


def _write_plan(layout: OutputFolder, plan: dict[str, Any]) -> None:
    if not layout.plan.exists():
        content = json.dumps(plan, indent=1, ensure_ascii=False).encode()
        put(layout.plan, layout, lambda file: file.write(content))


def _difference(before: dict[str, Any], now: dict[str, Any]) -> str:
    """Return what two plans differ in, in words of the command."""
    now = json.loads(json.dumps(now))
    for name, value in now["settings"].items():
        old = before["settings"].get(name)
        if old != value:
            return f"--{name.replace('_', '-')} {_shown(old)}, not {_shown(value)}"
    if before["inputs"] != now["inputs"]:
        old_names, names = ([each[0] for each in plan["inputs"]] for plan in (before, now))
        if old_names != names:
            return f"other inputs ({', '.join(old_names[:3])}{' …' if len(old_names) > 3 else ''})"
        changed = next(new[0] for old, new in zip(before["inputs"], now["inputs"], strict=True) if old != new)
        return f"another {changed}: it has changed since"
    what = next((name for name in ("arnews", "rules", "outlets", "layout") if before.get(name) != now[name]), "plan")
    return f"another version ({what} {before.get(what)}, now {now.get(what)})"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ",".join(f"{name}={each}" for name, each in value.items() if each) or "nothing"
    return (",".join(map(str, value)) if isinstance(value, list) else str(value)) or "nothing"


class _Jobs:
    """The parts that are not there yet. Which record is in which part depends on the input alone."""

    def __init__(
        self, sources: list[InputFile], settings: Settings, layout: OutputFolder, shard: tuple[int, int]
    ) -> None:
        self.sources = sources
        self.settings = settings
        self.layout = layout
        self.shard = shard
        self.found = 0
        self._before = 0
        self._number = 0
        self._rows = 0
        self._current: InputFile | None = None

    def read(self) -> int:
        """Return how many bytes of the inputs have been read."""
        return self._before + (0 if self._current is None else self._current.position())

    def todo(self) -> Iterator[Job]:
        for number, source in enumerate(self.sources):
            if self.settings.limit is not None and self._rows >= self.settings.limit:
                return
            self._current = source
            passed = 0
            for run, (first, raws) in enumerate(self._runs(source)):
                job = Job(
                    part_name(number, run, self.settings.format), source.name, source.path, first, raws,
                    source.passed - passed, {},
                )  # fmt: skip
                passed = source.passed
                if self._is_mine() and not self._is_done(job):
                    yield job._replace(bad=self._bad(job))
            self._before += source.size
            self._current = None

    def _runs(self, source: InputFile) -> Iterator[tuple[int, list[Raw]]]:
        """Yield the number of the first record, and the records, of each part of an input."""
        raws: list[Raw] = []
        first = size = 0
        for raw, length in _until_broken(source, self.settings):
            if self.settings.limit is not None and self._rows >= self.settings.limit:
                break
            self._rows += 1
            raws.append(raw)
            size += length
            if len(raws) >= self.settings.rows or size >= _MOST_BYTES:
                yield first, raws
                first, size, raws = first + len(raws), 0, []
        # An input without a record has a part without a row, or its counts would be lost.
        if raws or first == 0:
            yield first, raws

    def _is_mine(self) -> bool:
        self._number += 1
        return (self._number - 1) % self.shard[1] == self.shard[0]

    def _is_done(self, job: Job) -> bool:
        done = self.layout.part(job.name).exists()
        self.found += done
        return done

    def _bad(self, job: Job) -> dict[int, str]:
        """Return the rows of a part that hung or crashed a worker in an earlier run."""
        try:
            found = json.loads(self.layout.bad(job.name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return {int(index): reason for index, reason in found.items()}


def _until_broken(source: InputFile, settings: Settings) -> Iterator[tuple[Raw, int]]:
    """Yield the records; where an input breaks off, a last one that says so."""
    try:
        yield from source.raw(settings.keys, settings.keep)
    except ConfigurationError:
        raise
    except Exception as error:
        yield Broken(f"{source.name} cannot be read further: {error_text(error)}"), 0


class _Locked:
    """Holds the lock of a shard, so that two runs do not make the same parts."""

    def __init__(self, layout: OutputFolder) -> None:
        self.path = layout.lock
        self.out = layout.out
        self.file: IO[bytes] | None = None

    def __enter__(self) -> None:
        self.file = open(self.path, "ab")
        end = time.monotonic() + _LOCK_PATIENCE
        while True:
            try:
                return _lock(self.file.fileno())
            except OSError:
                if time.monotonic() > end:
                    self.file.close()
                    raise ConfigurationError(f"another run writes to {self.out}") from None
                time.sleep(_LOCK_PATIENCE / 10)

    def __exit__(self, *_: object) -> None:
        if self.file is not None:
            self.file.close()


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
