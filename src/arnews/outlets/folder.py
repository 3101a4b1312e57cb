"""An outlet without Python: the file ``outlet.toml`` of a folder."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from arnews.errors import ConfigurationError
from arnews.outlets.layout import Layout, checked_selectors
from arnews.roles import Role
from arnews.rules import Rule
from arnews.rules.load import line_of, read_content, read_toml, rule_of

__all__ = ["FILE", "check_inside", "load_outlet", "read_outlet"]

FILE = "outlet.toml"
"""Name of the file in the folder of an outlet."""

_Outlet = TypeVar("_Outlet")

_TEXTS = ("name", "english_name", "country", "kind", "time_zone", "month_system")
_KEYS = (*_TEXTS, "domains", "select", "rule", "layout")
_LAYOUT_KEYS = ("since", "until", "select", "rule")


def load_outlet(make: Callable[..., _Outlet], path: str | os.PathLike[str]) -> _Outlet:
    """Return the outlet of a folder; ConfigurationError with one sentence if its file is missing or wrong.

    ``make`` is the class of outlets, which is not known here.

    >>> load_outlet(dict, "no-such-folder")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: no-such-folder/outlet.toml: cannot be read (No such file or directory)
    """
    file = Path(path) / FILE
    check_inside(file, Path(path))
    return read_outlet(partial(make, folder=os.fspath(path)), read_content(file), str(file))


def check_inside(file: Path, folder: Path) -> None:
    """Raise ConfigurationError with one sentence if a path leads out of the folder of an outlet, by a link.

    A folder comes from a stranger: what it links to elsewhere on the machine is not his to show.

    >>> check_inside(Path("port.example/cases"), Path("port.example"))
    """
    try:
        inside = file.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # RuntimeError: links that lead to each other, before Python 3.13
        inside = False
    if not inside:
        raise ConfigurationError(f"{file}: is a link that leads out of {folder}, and is not followed")


def read_outlet(make: Callable[..., _Outlet], content: str, name: str = FILE) -> _Outlet:
    """Return the outlet that the content of a file describes; ``name`` is that of the file, for messages.

    >>> read_outlet(dict, 'name = "صوت الميناء"\\ndomains = ["port.example"]')["domains"]
    ['port.example']
    >>> read_outlet(dict, 'name = "صوت الميناء"\\ndomain = "port.example"')
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: outlet.toml, line 2: does not know 'domain'; known are name, english_name, \
country, kind, time_zone, month_system, domains, select, rule, layout
    """
    return _Reader(content, name).outlet(make)


class _Reader:
    """Reads one file and says where it is wrong."""

    def __init__(self, content: str, name: str) -> None:
        self.content = content
        self.lines = content.splitlines()
        self.name = name
        self.headings: dict[str, int] = {}

    def outlet(self, make: Callable[..., _Outlet]) -> _Outlet:
        """Return the outlet."""
        data = read_toml(self.content, self.name)
        for key in data:
            if key not in _KEYS:
                self.fail(key, f"does not know '{key}'; known are {', '.join(_KEYS)}")
        for key in ("name", "domains"):
            if key not in data:
                self.fail(key, f"'{key}' is missing")
        for key in _TEXTS:
            if key in data and not isinstance(data[key], str):
                self.fail(key, f"'{key}' must be a text in quotation marks")
        domains = data["domains"]
        if not isinstance(domains, list):
            self.fail("domains", 'domains must be a list of names in quotation marks, such as ["example.com"]')
        given: dict[str, Any] = {key: data[key] for key in (*_TEXTS, "domains") if key in data}
        self.check(make, given)
        rules = self.rules(data.get("rule", []), "rule")
        select = self.select(data.get("select", {}))
        layouts = tuple(map(self.layout, self.tables(data.get("layout", []), "layout")))
        try:
            return make(**given, rules=rules, select=select, layouts=layouts)
        except ConfigurationError as error:
            quoted = re.findall(r"the id '([^']*)'", str(error))
            at = f", line {self.last_line(quoted[0])}" if quoted else ""
            raise ConfigurationError(f"{self.name}{at}: {error}") from None

    def check(self, make: Callable[..., object], given: dict[str, Any]) -> None:
        """Build the outlet of each key alone, so that a message can name the line of the key."""
        needed = {"name": "x", "domains": ("example.com",)}
        for key, value in given.items():
            try:
                make(**{**needed, key: value})
            except ConfigurationError as error:
                self.fail(key, str(error), _quoted(str(error)))

    def layout(self, table: dict[str, Any]) -> Layout:
        """Return the layout of a ``[[layout]]`` table."""
        for key, value in table.items():
            if key not in _LAYOUT_KEYS:
                self.fail(key, f"[[layout]] does not know '{key}'; known are {', '.join(_LAYOUT_KEYS)}")
            is_day = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
            if key in ("since", "until") and not is_day:
                self.fail(key, f"'{key}' must be a day without quotation marks, such as 2019-12-31")
        rules, select = self.rules(table.get("rule", []), "layout.rule"), self.select(table.get("select", {}))
        try:
            return Layout(since=table.get("since"), until=table.get("until"), rules=rules, select=select)
        except ConfigurationError as error:
            self.fail("[[layout]]", str(error))

    def rules(self, value: object, heading: str) -> tuple[Rule, ...]:
        """Return the rules of ``[[rule]]`` tables; ``heading`` is what is between the brackets."""
        rules: list[Rule] = []
        for table in self.tables(value, "rule"):
            line = self.next_line(heading)
            if not isinstance(table.get("id"), str):
                raise ConfigurationError(f"{self.name}, line {line}: a rule without id: every rule has an 'id', a text")
            rules.append(rule_of(table, self.name, self.content))
        return tuple(rules)

    def next_line(self, heading: str) -> int:
        """Return the line of the next ``[[heading]]``, from one call to the next."""
        begins = re.compile(rf"\s*\[\[\s*{re.escape(heading)}\s*\]\]")
        last = self.headings.get(heading, 0)
        found = next((n for n, line in enumerate(self.lines, 1) if n > last and begins.match(line)), last or 1)
        self.headings[heading] = found
        return found

    def tables(self, value: object, key: str) -> list[dict[str, Any]]:
        """Return the tables of a key that is written with two brackets."""
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.fail(key, f"'{key}' is written as [[{key}]] tables, with two brackets")
        return list(value)

    def select(self, value: object) -> dict[Role, str]:
        """Return the selectors of a ``[select]`` table."""
        if not isinstance(value, dict):
            self.fail("select", "'select' is a table: [select], and a line for each role below it")
        selectors: dict[Role, str] = {}
        for key, css in value.items():
            try:
                selectors.update(checked_selectors([(key, css)]))
            except ConfigurationError as error:
                self.fail(key, str(error), css if isinstance(css, str) else "")
        return selectors

    def fail(self, key: str, problem: str, quoted: str = "") -> NoReturn:
        """Raise the error about a key, with the line on which it is."""
        raise ConfigurationError(f"{self.name}, line {self.line(key, quoted)}: {problem}")

    def line(self, key: str, quoted: str = "") -> int:
        """Return the number of the first line that begins with a key, and holds the quoted text if one does."""
        begins = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*(?:=|\.|$)|\s*\[+\s*{re.escape(key)}\b")
        found = [n for n, line in enumerate(self.lines, 1) if begins.match(line)]
        exact = [n for n in found if quoted and quoted in self.lines[n - 1]]
        below = [n for n, line in enumerate(self.lines, 1) if quoted and found and n >= found[0] and quoted in line]
        return next(iter((*exact, *below, *found)), 1)

    def last_line(self, rule: str) -> int:
        """Return the line of the last rule of an id."""
        found = [
            n for n, line in enumerate(self.lines, 1) if re.match(rf"\s*id\s*=\s*[\"']{re.escape(rule)}[\"']", line)
        ]
        return found[-1] if found else line_of(self.content, rule)


def _quoted(problem: str) -> str:
    found = re.search(r"'([^']*)'", problem)
    return found.group(1) if found else ""
