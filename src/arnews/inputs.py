"""What may be given to the command as a document, and what else people give: told by its first bytes, with a way on."""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from arnews.article import Article
from arnews.console import Progress, complain, read_bytes
from arnews.errors import ConfigurationError
from arnews.guard import INTERNAL_ERROR
from arnews.reading.encoding import decode
from arnews.reading.file_types import foreign_kind
from arnews.reading.kind import is_page

__all__ = ["Inputs", "input_files", "reason_not_to_read"]

_OK, _NOTHING_FOUND, _BAD_INPUT = 0, 1, 2
_DAMAGES = frozenset(("undecodable", "broken-page", INTERNAL_ERROR))
_HEAD = 8192
_CONVERT = "arnews convert {name} OUT reads it"
_UNPACK = "unpack it first"
_EXTRACT = "take its text out first, with {tool} say"
_NO_TEXT = "arnews reads text only"
_WAYS = {
    "gzip": "gzip -dc {name} | arnews parse - reads one document; " + _CONVERT + " of rows or of WARC",
    "zstd": "zstd -dc {name} | arnews parse - reads one document; " + _CONVERT + " of rows",
    "bzip2": "bzip2 -dc {name} | arnews parse - reads one document",
    "xz": "xz -dc {name} | arnews parse - reads one document",
    "a 7z archive": _UNPACK,
    "a RAR archive": _UNPACK,
    "a zip archive or an office document": _UNPACK + ", or save it as text",
    "Parquet": _CONVERT,
    "Arrow": "save it as Parquet; then arnews convert reads it",
    "an SQLite database": "export its rows as JSON lines or CSV; then arnews convert reads them",
    "WARC": _CONVERT,
    "a PDF": _EXTRACT.format(tool="pdftotext"),
    "RTF": "save it as text",
    "an old office document": "save it as text",
    "a PNG image": _EXTRACT.format(tool="an OCR program"),
    "a JPEG image": _EXTRACT.format(tool="an OCR program"),
    "a GIF image": _EXTRACT.format(tool="an OCR program"),
}
"""What to do with a file that is no document, by what it is."""
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_CONTROLS = bytes([*range(9), *range(14, 27), *range(28, 32)])
_MANY_CONTROLS = 0.02
"""Share of bytes that no text has; a page with a stray NUL has fewer."""


def reason_not_to_read(content: bytes, name: str) -> str | None:
    """Return what a file is and what to do with it, in one line, if it is no document; ``None`` if it may be one.

    >>> reason_not_to_read(b"%PDF-1.7 ...", "a.pdf")
    'is a PDF, not a text or page: take its text out first, with pdftotext say'
    >>> reason_not_to_read("افتتاح المعرض".encode(), "a.txt") is None
    True
    """
    shown = shlex.quote(name)
    kind = foreign_kind(content)
    if kind is not None:
        return f"is {kind}, not a text or page: {_WAYS.get(kind, _NO_TEXT).format(name=shown)}"
    head = content[:_HEAD]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        return _reason_json(content, shown)
    if b"\0" in head and not decode(head).encoding.startswith(("utf-16", "utf-32")) and not is_page(head):
        controls = len(head) - len(head.translate(None, _CONTROLS))
        if controls > _MANY_CONTROLS * len(head):
            return "is binary, not a text or page"
    return None


def _reason_json(content: bytes, shown: str) -> str | None:
    """Return what is said of JSON; an article may begin with a bracket, too."""
    lines = content.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)
    if _is_json(lines[0]):
        if lines[0].lstrip().startswith(b"["):
            return "is JSON, not a text or page: write its items a line each; then arnews parse --jsonl reads them"
        return (
            "is JSON lines, not a text or page: arnews parse --jsonl "
            f"{shown} prints a row for each, arnews convert {shown} OUT makes a table"
        )
    if len(lines) > 1 and _is_json(content):
        return "is JSON, not a text or page: write each object on one line; then arnews parse --jsonl reads them"
    return None


def _is_json(content: bytes) -> bool:
    try:
        return isinstance(json.loads(content), dict | list)
    except (ValueError, RecursionError):
        return False


def input_files(names: Sequence[str], files_from: str | None) -> Iterator[str]:
    """Yield the names of files: those given, those of the files in folders, by name, and those listed in a file.

    Raises ConfigurationError for an address, which is not fetched, and for a list that cannot be read.

    >>> list(input_files(["https://www.example.com/1"], None))
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: arnews fetches nothing; try: curl -sL https://www.example.com/1 | arnews parse - --url https://www.example.com/1
    """  # noqa: E501
    for name in (*names, *_listed(files_from)):
        if _ADDRESS.match(name):
            quoted = shlex.quote(name)
            raise ConfigurationError(f"arnews fetches nothing; try: curl -sL {quoted} | arnews parse - --url {quoted}")
        if name != "-" and os.path.isdir(name):
            yield from _inside(name)
        else:
            yield name


def _listed(files_from: str | None) -> list[str]:
    if files_from is None:
        return []
    try:
        content = sys.stdin.read() if files_from == "-" else Path(files_from).read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"{files_from}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{files_from}: is not a list of names in UTF-8") from None
    return [line for line in content.splitlines() if line]


def _inside(folder: str) -> Iterator[str]:
    """Yield the files of a folder and of those in it, hidden ones not."""
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = os.path.join(path, name)
            # Reading a pipe waits for its writer. What leads nowhere is yielded: whoever opens it says so.
            if not name.startswith(".") and (os.path.isfile(file) or not os.path.exists(file)):
                yield file


class Inputs:
    """Files to read. One that cannot be read is reported and skipped; the exit code remembers it."""

    def __init__(
        self, arguments: argparse.Namespace, *, trace: bool = False, fields: Sequence[str] | None = None
    ) -> None:
        self.encoding: str | None = arguments.encoding
        self.url: str | None = arguments.url
        self.outlets: Sequence[str] = arguments.outlet
        self.fetched_at: datetime | None = arguments.fetched_at
        self.progress: Progress = arguments.progress
        self.trace = trace
        self.fields = fields
        self.code = _OK

    def articles(self, names: Sequence[str]) -> Iterator[tuple[str, Article]]:
        """Yield the name and the article of each page or text that can be read."""
        from arnews.outlets import Outlet
        from arnews.parser import Parser

        outlets = map(Outlet.from_folder, self.outlets)
        parser = Parser.with_installed(outlets, trace=self.trace, fields=self.fields)
        self.progress.total = len(names)
        for done, name in enumerate(names):
            self.progress.name, self.progress.done = name, done
            try:
                content = read_bytes(name)
            except OSError as error:
                self._fail(name, error)
                continue
            reason = reason_not_to_read(content, name)
            if reason is not None:
                complain(f"{name}: {reason}")
                self.code = _BAD_INPUT
                continue
            article = parser.parse(content, url=self.url, fetched_at=self.fetched_at, encoding=self.encoding)
            for issue in article.issues:
                if issue.code in _DAMAGES:
                    complain(f"{name}: {issue.message}")
                if issue.code == INTERNAL_ERROR:
                    self.code = max(self.code, _NOTHING_FOUND)
            yield name, article

    def write(self, name: str, page: str) -> None:
        """Write a page as UTF-8."""
        try:
            Path(name).write_text(page, encoding="utf-8")
        except OSError as error:
            self._fail(name, error)

    def _fail(self, name: str, error: OSError) -> None:
        complain(f"{name}: {error.strerror}")
        self.code = _BAD_INPUT
