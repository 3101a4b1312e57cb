"""What a conversion is asked for, and the plan that a later run must agree with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from attrs import asdict, evolve, frozen

from arnews.errors import ConfigurationError
from arnews.export.rows import version
from arnews.many import Keys
from arnews.parser import Parser

__all__ = ["RowKeys", "Settings", "guess_keys", "rules_version"]

# In the order in which they are looked for. These are the names that web corpora use.
_TEXT = ("text", "content", "raw_content", "article", "body", "articleBody", "maintext", "raw_text", "document")
_HTML = ("html", "raw_html", "page", "html_content", "page_source")
_URL = ("url", "link", "uri", "source_url", "warc-target-uri", "WARC-Target-URI", "canonical_url", "address")
_ID = ("id", "_id", "uuid", "doc_id", "docid", "document_id", "warc-record-id", "WARC-Record-ID", "key")
_ENCODING = ("encoding", "charset", "http_charset")
_FETCHED_AT = ("fetched_at", "crawl_date", "date_download", "warc-date", "WARC-Date")


@frozen
class RowKeys(Keys):
    """The keys of the rows of the input. None is set unless it is given or guessed.

    >>> RowKeys(text="content").names
    ('content',)
    """

    text: str | None = None
    html: str | None = None
    url: str | None = None
    id: str | None = None
    encoding: str | None = None
    fetched_at: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Those that are set."""
        return tuple(each for each in asdict(self).values() if each is not None)


@frozen
class Settings:
    """What a conversion is asked for.

    >>> Settings().format
    'parquet'
    """

    keys: RowKeys = RowKeys()
    """The keys of rows; WARC and folders need none."""
    keep: tuple[str, ...] = ()
    """Columns of the input that are kept."""
    format: str = "parquet"
    """``parquet`` or ``jsonl``."""
    segments: bool = False
    """Whether the labeled spans are written."""
    time_limit: float = 30.0
    """Seconds that one document may take."""
    only_language: str | None = None
    """Articles in other languages are left out."""
    limit: int | None = None
    """Rows of the whole input after which reading stops."""
    rows: int = 2000
    """Rows of a part."""
    outlets: tuple[str, ...] = ()
    """Folders of outlets."""

    def parser(self) -> Parser:
        """Return the parser that is asked for; ConfigurationError if an outlet is wrong."""
        from arnews.outlets import Outlet

        return Parser.with_installed(map(Outlet.from_folder, self.outlets))

    def plan(self, inputs: Iterable[tuple[str, int, int]]) -> dict[str, Any]:
        """Return all that a part depends on, in plain types: inputs (name, size in bytes, time of change), settings."""
        return {
            "layout": 1,
            "arnews": version(),
            "rules": rules_version(),
            "outlets": outlets_version(self.outlets),
            "inputs": [list(each) for each in inputs],
            "settings": {**asdict(self), "keep": list(self.keep), "outlets": list(self.outlets)},
        }


def guess_keys(names: Sequence[str], given: RowKeys) -> RowKeys:
    """Return the keys of rows that have these names; those that are given are believed.

    Raises ConfigurationError if there is neither a text nor a page.

    >>> guess_keys(["_id", "content", "link"], RowKeys())
    RowKeys(text='content', html=None, url='link', id='_id', encoding=None, fetched_at=None)
    """
    guess = RowKeys(
        given.text or (None if given.html else _first(_TEXT, names)),
        given.html or (None if given.text else _first(_HTML, names)),
        given.url or _first(_URL, names),
        given.id or _first(_ID, names),
        _first(_ENCODING, names),
        _first(_FETCHED_AT, names),
    )
    if guess.html is not None and not given.text:
        guess = evolve(guess, text=None)
    if guess.text is None and guess.html is None:
        raise ConfigurationError(
            f"which key has the text? Name it with --text or --html; there are {', '.join(names) or 'none'}"
        )
    return guess


def _first(wanted: Sequence[str], names: Sequence[str]) -> str | None:
    return next((each for each in wanted if each in names), None)


@cache
def rules_version() -> str:
    """Return 12 hexadecimal digits that change with any data that arnews labels or reads by.

    >>> len(rules_version())
    12
    """
    digest = hashlib.blake2b(digest_size=6)
    for name, content in sorted(_data(resources.files("arnews"), "")):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def outlets_version(folders: Sequence[str]) -> str:
    """Return 12 hexadecimal digits that change with the ``outlet.toml`` of any of these folders."""
    digest = hashlib.blake2b(digest_size=6)
    for folder in folders:
        try:
            with open(f"{folder}/outlet.toml", "rb") as file:
                digest.update(file.read() + b"\0")
        except OSError as error:
            raise ConfigurationError(f"{folder}/outlet.toml: {error.strerror}") from None
    return digest.hexdigest()


def _data(folder: Traversable, path: str) -> Iterable[tuple[str, bytes]]:
    for each in folder.iterdir():
        name = f"{path}/{each.name}"
        if each.is_dir():
            yield from _data(each, name)
        elif name.endswith(".toml"):
            yield name, each.read_bytes().replace(b"\r\n", b"\n")
