"""One class of blanks: what counts as white space is the same everywhere (`arnews.text.letters.BLANKS`, ``\\s``)."""

from __future__ import annotations

import ast
import importlib
import re
import sys
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as trees  # type: ignore[attr-defined]
from typing import Any

import pytest

from arnews.text.fold import unify
from arnews.text.letters import BLANKS, LINE_ENDS
from tests.architecture.sources import modules
from tests.property.pattern_attacks import RULE, Attacked, patterns

OTHER_LANGUAGES = {
    "arnews.reading.excess._ROOT": "HTML's own white space",
    "arnews.reading.excess._TAG": "HTML's own white space",
    "arnews.rules.load._DOTTED": "TOML's own white space",
    "arnews.addresses._DROPPED": "what the URL standard drops",
    "arnews.addresses": "what the URL standard strips",
    "arnews.printing._CONTROLS": "what a terminal takes for a command",
}
"""Patterns and modules of languages for machines, which say themselves what a blank is."""
ENDS = frozenset(LINE_ENDS)
INSIDE = frozenset(BLANKS)


def test_the_class_is_that_of_python() -> None:
    white = {chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()}
    assert white == INSIDE | ENDS
    assert not INSIDE & ENDS
    assert all(re.fullmatch(r"\s", char) for char in white)


def test_all_blanks_are_unified() -> None:
    assert unify(BLANKS) == " " * len(BLANKS)


def _classes(tree: Any) -> Iterator[list[Any]]:
    """Yield the character classes of a pattern."""
    for code, argument in tree:
        if code is codes.IN:
            yield argument
        elif code is codes.BRANCH:
            for branch in argument[1]:
                yield from _classes(branch)
        elif isinstance(argument, tuple | list):
            for part in argument:
                if isinstance(part, trees.SubPattern):
                    yield from _classes(part)
        elif isinstance(argument, trees.SubPattern):
            yield from _classes(argument)


def _is_hand_made(members: list[Any]) -> bool:
    """Tell whether a class names some blanks and not the others; one blank alone is a character like any other."""
    if any(part is codes.CATEGORY and value is codes.CATEGORY_SPACE for part, value in members):
        return False
    own = {char for char in INSIDE if any(_has(part, value, char) for part, value in members)}
    return len(own) > 1 and own | {" "} != INSIDE


def _has(part: Any, value: Any, char: str) -> bool:
    if part is codes.LITERAL:
        return bool(ord(char) == value)
    return part is codes.RANGE and bool(value[0] <= ord(char) <= value[1])


def _problem(attacked: Attacked) -> str | None:
    pattern = attacked.pattern
    if not isinstance(pattern.pattern, str):
        return None  # bytes are read before anybody knows their characters
    if pattern.flags & re.ASCII and r"\s" in pattern.pattern:
        return r"\s of an ASCII pattern is another class"
    if any(map(_is_hand_made, _classes(trees.parse(pattern.pattern, pattern.flags)))):
        return "names some blanks and not the others"
    return None


@pytest.mark.parametrize(
    "attacked", [each for each in patterns() if each.name != RULE], ids=lambda attacked: attacked.name
)
def test_a_pattern_has_the_class(attacked: Attacked) -> None:
    assert attacked.name in OTHER_LANGUAGES or _problem(attacked) is None, attacked.pattern.pattern


@pytest.mark.parametrize(
    ("pattern", "right"),
    [(r"[ \t]+", False), ("(?:a|[ \u00a0]{4,})", False), (r"(?a)\s", False), (r"[\s.]*", True), ("[T ]", True)],
)
def test_the_check_notices(pattern: str, right: bool) -> None:
    assert (_problem(Attacked("", re.compile(pattern), False)) is None) is right


def _stripped() -> list[tuple[str, int, str]]:
    """Return path, line and characters of each call that strips more than what `str.strip` does."""
    found = []
    for path, tree in modules().items():
        name = "arnews." + path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        if name in OTHER_LANGUAGES:
            continue
        module = importlib.import_module(name)
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("strip", "lstrip", "rstrip")
                and node.args
            ):
                characters = eval(compile(ast.Expression(node.args[0]), path, "eval"), dict(vars(module)))
                if isinstance(characters, str):
                    found.append((path, node.lineno, characters))
    return found


def test_what_is_stripped_has_the_class() -> None:
    wrong = [
        f"{path}:{line}"
        for path, line, characters in _stripped()
        if not INSIDE.isdisjoint(characters) and not INSIDE.issubset(characters)
    ]
    assert wrong == []
