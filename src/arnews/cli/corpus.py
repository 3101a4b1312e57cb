"""The commands ``arnews convert`` and ``arnews report``."""

from __future__ import annotations

import argparse
import os
import re
import sys
from typing import TYPE_CHECKING

from arnews.console import complain
from arnews.errors import ConfigurationError

if TYPE_CHECKING:
    from arnews.corpus.settings import Settings

__all__ = ["add_convert", "add_report"]

_OK, _ALL_ERRORS = 0, 1
_SHARD = re.compile(r"(\d+)/(\d+)")


def add_convert(parser: argparse.ArgumentParser) -> None:
    """Add what ``arnews convert`` takes.

    >>> parser = argparse.ArgumentParser()
    >>> add_convert(parser)
    >>> parser.parse_args(["a.jsonl", "b.jsonl", "out", "--shard", "2/8"]).shard
    (2, 8)
    """
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="IN",
        help="JSON lines, CSV, Parquet, WARC (.gz, .zst), or a folder; - reads JSON lines",
    )
    parser.add_argument("out", metavar="OUT", help="folder of the table, - prints JSON lines")
    for name, what in (("text", "plain text"), ("html", "the page"), ("url", "its address"), ("id", "its name")):
        parser.add_argument(
            f"--{name}", metavar="KEY", help=f"key or column that has {what} (default: guessed, and said)"
        )
    parser.add_argument("--keep", default="", metavar="KEYS", help="columns of the input that are kept, commas between")
    parser.add_argument("--format", choices=("parquet", "jsonl"), default="parquet")
    parser.add_argument("--segments", action="store_true", help="write the labeled spans, too")
    parser.add_argument("--only-language", metavar="TAG", help="leave articles in other languages out (ar)")
    parser.add_argument(
        "--time-limit", type=_seconds, default=30.0, metavar="S", help="seconds a document (default 30)"
    )
    parser.add_argument("--limit", type=_count, metavar="N", help="stop after N rows of the input")
    parser.add_argument("--rows", type=_count, default=2000, metavar="N", help="rows of a part (default 2000)")
    parser.add_argument("--workers", type=_count, metavar="N", help="processes (default: a core each; 1 for -)")
    parser.add_argument(
        "--shard", type=_shard, default=(0, 1), metavar="I/N", help="make every N-th part, from the I-th"
    )
    parser.add_argument(
        "--outlet", action="append", default=[], metavar="DIR", help="folder of an outlet; may be repeated"
    )
    parser.set_defaults(run=_convert)


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add what ``arnews report`` takes.

    >>> parser = argparse.ArgumentParser()
    >>> add_report(parser)
    >>> parser.parse_args(["out"]).out
    'out'
    """
    parser.add_argument("out", metavar="OUT", help="folder that arnews convert made")
    parser.add_argument("--html", metavar="FILE", help="where the page is written (default: OUT/_arnews/report.html)")
    parser.add_argument("--samples", type=_count, default=40, metavar="N", help="doubtful documents shown (default 40)")
    parser.set_defaults(run=_report)


def _convert(arguments: argparse.Namespace) -> int:
    settings = _settings(arguments)
    if arguments.inputs == ["-"] or arguments.out == "-":
        return _filter(arguments, settings)
    _need_arrow("convert")
    from arnews.corpus.convert import convert

    workers = arguments.workers or _cores()
    done = convert(arguments.inputs, arguments.out, settings, workers=workers, shard=arguments.shard)
    before = f"; {_counted(done.found, 'part')} there before" if done.found else ""
    made = f"{_counted(done.rows, 'row')} in {_counted(done.parts, 'part')}, {done.errors:,} with an error{before}"
    complain(f"{made}. Next: arnews report {arguments.out}")
    return _ALL_ERRORS if done.rows and done.errors == done.rows else _OK


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _filter(arguments: argparse.Namespace, settings: Settings) -> int:
    from arnews.corpus.filter import filter_rows, write_row

    if arguments.inputs != ["-"] or arguments.out != "-":
        raise ConfigurationError("- means standard input and standard output; both are needed: arnews convert - -")
    for found in filter_rows(sys.stdin.buffer, settings, workers=arguments.workers or 1):
        write_row(found)
    return _OK


def _report(arguments: argparse.Namespace) -> int:
    _need_arrow("report")
    from arnews.corpus.report import write_report

    path = write_report(arguments.out, arguments.html, samples=arguments.samples)
    complain(f"wrote {path}")
    return _OK


def _settings(arguments: argparse.Namespace) -> Settings:
    from arnews.corpus.settings import RowKeys, Settings

    return Settings(
        keys=RowKeys(arguments.text, arguments.html, arguments.url, arguments.id),
        keep=tuple(name.strip() for name in arguments.keep.split(",") if name.strip()),
        format=arguments.format,
        segments=arguments.segments,
        time_limit=arguments.time_limit,
        only_language=arguments.only_language,
        limit=arguments.limit,
        rows=arguments.rows,
        outlets=tuple(arguments.outlet),
    )


def _need_arrow(command: str) -> None:
    from importlib.util import find_spec

    if find_spec("pyarrow") is None:
        raise ConfigurationError(f'arnews {command} needs the extra: pip install "arnews[arrow]"')


def _cores() -> int:
    """Return the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"not a number above 0: {text!r}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"not a number of seconds above 0: {text!r}")
    return seconds


def _shard(text: str) -> tuple[int, int]:
    found = _SHARD.fullmatch(text)
    if found is None or not int(found[1]) < int(found[2]):
        raise argparse.ArgumentTypeError(f"not a shard, as 0/8 to 7/8 are: {text!r}")
    return int(found[1]), int(found[2])
