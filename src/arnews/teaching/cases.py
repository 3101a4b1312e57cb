"""Cases of an outlet: documents in its folder, each with the fields that it must give."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from arnews.addresses import host_of, parents_of
from arnews.article import Article
from arnews.errors import ConfigurationError
from arnews.outlets import Outlet
from arnews.outlets.folder import check_inside
from arnews.outlets.installed import installed_outlets
from arnews.parser import Parser
from arnews.teaching.readable import FIELDS

__all__ = [
    "CASES",
    "EXPECTED",
    "INPUTS",
    "Case",
    "address_of",
    "case_folders",
    "check_url",
    "load_case",
    "load_cases",
    "load_taught",
    "parse_case",
]

CASES = "cases"
"""Name of the folder of cases in the folder of an outlet."""
EXPECTED = "expected.json"
"""Name of the file of a case that says what is expected."""
INPUTS = ("page.html", "dump.txt")
"""Names of the file of a case that holds the document: a page in any encoding, or a text in UTF-8."""

_ABOUT = ("url", "fetched_at", "encoding")
_DEEPEST = 20
"""Brackets inside brackets of what is expected; a field of an article has five."""


@frozen(eq=False)
class Case:
    """A document of an outlet and the fields that are expected of it.

    >>> Case("first", "افتتاح الرصيف", "https://port.example/1", {"headline": "افتتاح الرصيف"}).is_page
    False
    """

    name: str
    """Name of its folder."""
    document: str | bytes
    """The bytes of a page, or a text."""
    url: str
    """Address of the document; it belongs to the outlet."""
    expected: Mapping[str, Any]
    """What each field must be, as a person writes it down; other fields are not looked at."""
    fetched_at: dt.datetime | None = None
    """The moment that «منذ ساعتين» counts from."""
    encoding: str | None = None
    """The charset of the HTTP header of a page."""

    @property
    def is_page(self) -> bool:
        """Whether the document is a page."""
        return isinstance(self.document, bytes)


def load_taught(folder: str | os.PathLike[str]) -> Outlet:
    """Return the outlet of a folder, with the readers of the installed plug-in that claims the same domains.

    A folder holds no Python, so a plug-in adds readers to the outlet of its folder; its cases expect their values.

    >>> load_taught("no-such-folder")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: no-such-folder/outlet.toml: cannot be read (No such file or directory)
    """
    outlet = Outlet.from_folder(folder)
    domains = set(outlet.domains)
    readers = (each.outlet.readers for each in installed_outlets() if set(each.outlet.domains) == domains)
    return evolve(outlet, readers=next(readers, outlet.readers))


def case_folders(folder: str | os.PathLike[str]) -> list[Path]:
    """Return the folders of the cases of an outlet, by name; the empty list if it has none.

    Raises ConfigurationError with one sentence if they cannot be read, or a link leads out of the outlet's folder.

    >>> case_folders("no-such-folder")
    []
    """
    cases = Path(folder) / CASES
    try:
        found = sorted(each for each in cases.iterdir() if each.is_dir()) if cases.is_dir() else []
    except OSError as error:
        raise ConfigurationError(f"{cases}: cannot be read ({error.strerror})") from None
    for each in (cases, *found):
        check_inside(each, Path(folder))
    return found


def load_cases(folder: str | os.PathLike[str], outlet: Outlet) -> tuple[Case, ...]:
    """Return the cases in the folder of an outlet, by name.

    Raises ConfigurationError with one sentence that names the file if a case is wrong.

    >>> load_cases("no-such-folder", Outlet(name="صوت الميناء", domains=("port.example",)))
    ()
    """
    return tuple(load_case(each, outlet) for each in case_folders(folder))


def load_case(folder: Path, outlet: Outlet) -> Case:
    """Return the case of a folder; ConfigurationError with one sentence that names the file if it is wrong."""
    try:
        inputs = [name for name in INPUTS if (folder / name).is_file()]
    except OSError as error:
        raise ConfigurationError(f"{folder}: cannot be read ({error.strerror})") from None
    if len(inputs) != 1:
        found = "both" if inputs else "neither"
        raise ConfigurationError(f"{folder}: a case holds either {INPUTS[0]} or {INPUTS[1]}, and this one has {found}")
    file = folder / EXPECTED
    for each in (file, folder / inputs[0]):
        check_inside(each, folder.parent.parent)
    content = _text_of(file)
    expected = _json_of(content, file)
    if not isinstance(expected, dict):
        raise ConfigurationError(f"{file}: must be one object in braces, with a line for each field")
    for key in expected:
        if key not in FIELDS and key not in _ABOUT:
            known = ", ".join((*_ABOUT, *FIELDS))
            raise ConfigurationError(f"{file}, line {_line(content, key)}: does not know '{key}'; known are {known}")
    about = {key: _about(expected.pop(key, None), key, file, content) for key in _ABOUT}
    url = about["url"] or address_of(outlet)
    try:
        check_url(url, outlet)
    except ConfigurationError as error:
        raise ConfigurationError(f"{file}, line {_line(content, 'url')}: {error}") from None
    (name,) = inputs
    document = _bytes_of(folder / name) if name == INPUTS[0] else _text_of(folder / name)
    return Case(
        name=folder.name,
        document=document,
        url=url,
        expected=expected,
        fetched_at=_moment(about["fetched_at"], file, content),
        encoding=about["encoding"],
    )


def address_of(outlet: Outlet) -> str:
    """Return an address at the outlet for a document without one.

    It is not that of the front page, which would speak for a list.

    >>> address_of(Outlet(name="صوت الميناء", domains=("port.example",)))
    'https://port.example/article'
    """
    return f"https://{outlet.domains[0]}/article"


def check_url(url: str, outlet: Outlet) -> None:
    """Raise ConfigurationError with one sentence if an address is not one of the outlet's.

    >>> check_url("https://other.example/1", Outlet(name="صوت الميناء", domains=("port.example",)))
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: 'https://other.example/1' is no address of port.example, so the outlet would \
not be asked
    """
    if not set(parents_of(host_of(url))) & set(outlet.domains):
        domains = " or ".join(outlet.domains)
        raise ConfigurationError(f"'{url}' is no address of {domains}, so the outlet would not be asked")


def parse_case(case: Case, outlet: Outlet) -> Article:
    """Return the article of a case, read with the outlet.

    >>> daily = Outlet(name="صوت الميناء", domains=("port.example",))
    >>> parse_case(Case("first", "افتتاح الرصيف", "https://port.example/1", {}), daily).outlet
    'صوت الميناء'
    """
    parser = Parser(outlets=[outlet])
    if isinstance(case.document, str):
        return parser.parse_text(case.document, url=case.url, fetched_at=case.fetched_at)
    return parser.parse_html(case.document, url=case.url, fetched_at=case.fetched_at, encoding=case.encoding)


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be read ({error.strerror})") from None


def _text_of(file: Path) -> str:
    content = _bytes_of(file)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"{file}, line {line}: is not UTF-8 text") from None


def _json_of(content: str, file: Path) -> Any:
    try:
        expected = json.loads(content)
    except json.JSONDecodeError as error:
        raise ConfigurationError(f"{file}, line {error.lineno}: is not JSON: {error.msg}") from None
    except RecursionError:
        raise _too_deep(file) from None
    except ValueError:
        raise ConfigurationError(f"{file}: is not JSON that can be read: a number has too many digits") from None
    # What can be read at all may still be too deep to be compared and printed.
    level, depth = [expected], 0
    while level:
        level = [
            each
            for value in level
            if isinstance(value, dict | list)
            for each in (value.values() if isinstance(value, dict) else value)
        ]
        depth += 1
        if depth > _DEEPEST:
            raise _too_deep(file)
    return expected


def _too_deep(file: Path) -> ConfigurationError:
    return ConfigurationError(f"{file}: is not JSON that can be read: too many brackets inside brackets")


def _about(value: object, key: str, file: Path, content: str) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ConfigurationError(f"{file}, line {_line(content, key)}: '{key}' must be a text in quotation marks")
    return value


def _moment(value: str | None, file: Path, content: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(value) if value else None
    except ValueError:
        line = _line(content, "fetched_at")
        raise ConfigurationError(f"{file}, line {line}: 'fetched_at' is not an ISO 8601 time: '{value}'") from None


def _line(content: str, key: str) -> int:
    """Return the number of the line on which a key of JSON is, from 1."""
    begins = re.compile(rf'\s*\{{?\s*"{re.escape(key)}"\s*:')
    return next((n for n, line in enumerate(content.splitlines(), 1) if begins.match(line)), 1)
