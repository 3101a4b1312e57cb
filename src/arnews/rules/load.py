"""Rules read from TOML files: one file per role, phrases as they are printed."""

from __future__ import annotations

import os
import re
from typing import Any

from arnews.data_files import data_names, read_text
from arnews.errors import ConfigurationError, check_type
from arnews.printing import shown
from arnews.roles import Role
from arnews.rules.rule import MOST_WORDS, Means, Position, Rule, Span, Strength

__all__ = [
    "line_of",
    "load_rules",
    "load_shipped",
    "read_content",
    "read_tables",
    "read_toml",
    "rule_of",
    "shipped_files",
]

_CHOICES: dict[str, type[Position] | type[Strength] | type[Span] | type[Role] | type[Means]] = {
    "position": Position,
    "strength": Strength,
    "span": Span,
    "role": Role,
    "means": Means,
}
_LISTS = ("phrases", "yes", "no")
_FLAGS = ("ends_article", "opens_list")
_TEXTS = ("id", "why", "why_ar", "seen")
_NUMBERS = ("longest",)
_LARGEST = 2_000_000
"""Bytes of a file of rules; all that are shipped have a tenth of that together."""
_MOST_DOTS = 20
_NAME = r"(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')"
_DOTTED = re.compile(rf"(?:^|[{{,])[ \t\[]*+{_NAME}(?:[ \t]*+\.[ \t]*+{_NAME}){{{_MOST_DOTS}}}", re.MULTILINE)
_KEYS = (*_TEXTS, *_CHOICES, *_LISTS, *_FLAGS, *_NUMBERS)


def shipped_files() -> list[tuple[str, str]]:
    """Return name and content of each rule file that comes with arnews, by name.

    >>> "share.toml" in dict(shipped_files())
    True
    """
    return [(path.rpartition("/")[2], read_text(path)) for path in data_names("rules/data", ".toml")]


def load_shipped() -> tuple[Rule, ...]:
    """Return the rules that come with arnews, in the order of their files.

    >>> len(load_shipped()) > 100
    True
    """
    return tuple(
        rule_of(table, name, content)
        for name, content in shipped_files()
        for table in read_tables(content, name)
    )  # fmt: skip


def load_rules(path: str | os.PathLike[str]) -> tuple[Rule, ...]:
    """Return the rules of a TOML file.

    Raises ConfigurationError with one sentence that names file, rule and line, and `TypeError` if the path is not one.

    >>> load_rules("no-such-file.toml")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: no-such-file.toml: cannot be read (No such file or directory)
    """
    check_type("path", path, str, os.PathLike)
    name = os.path.basename(path)
    content = read_content(path)
    return tuple(rule_of(table, name, content) for table in read_tables(content, name))


def read_content(path: str | os.PathLike[str]) -> str:
    """Return the content of a rule file; ConfigurationError if it cannot be read or is not UTF-8."""
    try:
        with open(path, "rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read ({error.strerror})") from None
    if len(content) > _LARGEST:
        raise ConfigurationError(f"{path}: has more than {_LARGEST:,} bytes, which are no rules that somebody wrote")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"{path}, line {line}: is not UTF-8 text") from None


def read_toml(content: str, name: str) -> dict[str, Any]:
    """Return the data of a file; ConfigurationError with one sentence that names file and line if it is not TOML.

    >>> read_toml("a = 1", "a.toml")
    {'a': 1}
    >>> read_toml("a = 1\\nb = ]", "a.toml")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: a.toml, line 2: is not TOML: Invalid value (column 5)
    """
    import tomllib

    dotted = _DOTTED.search(content)
    if dotted is not None:
        # Python's reader takes the square of their number.
        line = content.count("\n", 0, dotted.start()) + 1
        raise ConfigurationError(f"{name}, line {line}: a key has more than {_MOST_DOTS} dots")
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        found = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", str(error), re.DOTALL)
        if found is None:
            raise ConfigurationError(f"{name}: is not TOML: {error}") from None
        problem = f"is not TOML: {found.group(1)} (column {found.group(3)})"
        raise ConfigurationError(f"{name}, line {found.group(2)}: {problem}") from None
    except RecursionError:
        raise ConfigurationError(f"{name}: is not TOML that can be read: too many brackets inside brackets") from None
    except ValueError:
        raise ConfigurationError(f"{name}: is not TOML that can be read: a number has too many digits") from None


def read_tables(content: str, name: str) -> list[dict[str, Any]]:
    """Return the ``[[rule]]`` tables of a file, each with the role of the file if it has none of its own.

    >>> read_tables('role = "ad"\\n[[rule]]\\nid = "ad/label"', "ad.toml")
    [{'role': 'ad', 'id': 'ad/label'}]
    """
    data = read_toml(content, name)
    unknown = sorted(set(data) - {"role", "rule"})
    if unknown:
        raise ConfigurationError(f"{name}: does not know '{unknown[0]}'; a file has 'role' and [[rule]] tables")
    tables = data.get("rule", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ConfigurationError(f"{name}: rules are written as [[rule]] tables, with two brackets")
    shared = {"role": data["role"]} if "role" in data else {}
    return [{**shared, **table} for table in tables]


def rule_of(table: dict[str, Any], name: str, content: str) -> Rule:
    """Return the rule of a table; ConfigurationError with one sentence if it is wrong.

    ``name`` and ``content`` are those of the file, for the message.
    """
    problem = _problem(table)
    if not problem:
        try:
            return Rule(**table)
        except ConfigurationError as error:
            problem = str(error).partition(": ")[2]
    rule = table.get("id") if isinstance(table.get("id"), str) else None
    title = f"rule '{rule}'" if rule else "a rule without id"
    raise ConfigurationError(f"{name}, line {line_of(content, rule, problem)}: {title}: {problem}")


def _problem(table: dict[str, Any]) -> str:
    """Return what is wrong with the keys and types of a table, or an empty string."""
    for key, value in table.items():
        if key not in _KEYS:
            return f"does not know '{key}'; known are {', '.join(_KEYS)}"
        if key in _LISTS and not (isinstance(value, list) and value and all(isinstance(each, str) for each in value)):
            return f"'{key}' must be a list of texts with at least one"
        if key in _TEXTS and not (isinstance(value, str) and value.strip()):
            return f"'{key}' must be a text that is not empty"
        if key in _FLAGS and not isinstance(value, bool):
            return f"'{key}' must be true or false"
        if key in _NUMBERS and not (type(value) is int and 0 <= value <= MOST_WORDS):
            return f"'{key}' must be a number of words, at most {MOST_WORDS:,}"
        if key in _CHOICES and value not in [each.value for each in _CHOICES[key]]:
            choices = ", ".join(each.value for each in _CHOICES[key])
            return f"'{key}' is '{shown(value)}'; it must be one of {choices}"
    missing = next((key for key in ("id", "role", "phrases") if key not in table), None)
    return f"'{missing}' is missing" if missing else ""


def line_of(content: str, rule: str | None, problem: str = "") -> int:
    """Return the number of the line, from 1, that a problem is about.

    That is the line of the phrase quoted in the problem as «phrase» or of the key quoted as 'key', else that of the
    rule's id, else 1.

    >>> line_of('role = "ad"\\n\\n[[rule]]\\nid = "ad/label"', "ad/label")
    4
    """
    lines = content.splitlines()
    at = next((n for n, line in enumerate(lines) if rule and f'"{rule}"' in line and line.lstrip().startswith("id")), 0)
    quoted = problem.partition("«")[2].partition("»")[0]
    if quoted:
        at = next((n for n in range(at, len(lines)) if quoted in lines[n]), at)
    elif rule:
        key = problem.partition("'")[2].partition("'")[0]
        at = next((n for n in _table(lines, at) if key and lines[n].partition("=")[0].strip() == key), at)
    return at + 1


def _table(lines: list[str], at: int) -> range:
    """Return the numbers of the lines of the table that a line is in."""
    first = next((n for n in range(at, -1, -1) if lines[n].lstrip().startswith("[[")), at)
    last = next((n for n in range(at + 1, len(lines)) if lines[n].lstrip().startswith("[[")), len(lines))
    return range(first, last)
