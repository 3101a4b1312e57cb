"""Every compiled pattern of the package, and for each the inputs that would slow it down, made from its own tree."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from itertools import chain, combinations, islice
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as trees  # type: ignore[attr-defined]
from typing import Any, NamedTuple, cast

import attrs

import arnews
from arnews.rules import RuleBook

RULE = "a rule"
UNBOUNDED = 1000
"""Repeats that may be as many as this count as unbounded."""
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_WHOLE_TEXT = {"search", "findall", "finditer", "sub", "subn", "split"}
_CHARACTERS = " \u2003\u00a0\n\tاA1aو-.,،:/|()[]{}<>«»\"'@#&_=*;\\\u0640\u064b\u200f\u2022\u2013tTzZxXwWiDK؟…"
"""What runs are made of: blanks, letters, digits, marks that patterns name."""
_ENDS = ("", "ب", "!")
"""What comes after a run, where the pattern wants something else."""
_LETTER = "ب"
"""What is before a run, where the pattern does not want a letter there."""
_MOST_CHARACTERS = 16
_MOST_RUNS = 6


class Attacked(NamedTuple):
    """A pattern of the package."""

    name: str
    """Module and name."""
    pattern: re.Pattern[Any]
    from_start: bool
    """It is only asked at one place of a text, not at all of them."""


def patterns() -> list[Attacked]:
    """Return the patterns of all modules (constants, what they hold, cached functions) and of rules."""
    found: dict[tuple[str, int], Attacked] = {}
    for info in pkgutil.walk_packages(arnews.__path__, "arnews."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        used = _methods(Path(inspect.getsourcefile(module) or ""))
        for name, value in vars(module).items():
            for pattern in _inside(value, info.name):
                from_start = name in used and not used[name] & _WHOLE_TEXT
                found.setdefault((pattern.pattern, pattern.flags), Attacked(f"{info.name}.{name}", pattern, from_start))
    for pattern, from_start in _of_rules():
        found.setdefault((pattern.pattern, pattern.flags), Attacked(RULE, pattern, from_start))
    return [*found.values()]


def _methods(source: Path) -> dict[str, set[str]]:
    """Return the methods that a module calls of each of its names; a name that is used otherwise has all."""
    used: dict[str, set[str]] = {}
    called: set[int] = set()
    tree = ast.parse(source.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Call):
            owner = node.value if isinstance(node.value, ast.Name) else node.value.func
            if isinstance(owner, ast.Name):
                used.setdefault(owner.id, set()).add(node.attr)
                called.add(id(owner))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in called:
            used.setdefault(node.id, set()).update(_WHOLE_TEXT)
    return used


def _inside(value: object, module: str, depth: int = 3) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and hasattr(value, "cache_info") and getattr(value, "__module__", "") == module:
        function: Any = value
        if not inspect.signature(function).parameters:
            yield from _inside(function(), module, depth - 1)
    elif depth and isinstance(value, tuple | list | frozenset | set):
        for each in value:
            yield from _inside(each, module, depth - 1)
    elif depth and isinstance(value, dict):
        for each in chain(value, value.values()):
            yield from _inside(each, module, depth - 1)
    elif depth and not isinstance(value, type) and attrs.has(type(value)):
        for field in attrs.fields(cast(Any, type(value))):
            yield from _inside(getattr(value, field.name), module, depth - 1)


def _of_rules() -> Iterator[tuple[re.Pattern[str], bool]]:
    """Yield the patterns of shipped phrases that are looked for in whole paragraphs or asked about whole lines."""
    index = RuleBook.shipped()._index
    for entry in chain.from_iterable(index.glued.values()):
        yield entry.pattern, False
        yield entry.loose, False
    for entry in chain(*index.by_first.values(), *index.by_last.values(), *index.starts.values()):
        yield entry.pattern, True


def attacks(pattern: re.Pattern[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """Yield prefix, piece and end of inputs: the piece many times is a run that a repeat of the pattern takes."""
    parsed = trees.parse(pattern.pattern, pattern.flags)
    kind = bytes if isinstance(pattern.pattern, bytes) else str
    seen: set[tuple[str, str]] = set()
    for prefix, item in _repeats(list(parsed), ""):
        accepted = [char for char in _CHARACTERS if _accepts(item, char, kind)][:_MOST_CHARACTERS]
        pairs = (one + other for one, other in islice(combinations(accepted, 2), _MOST_RUNS))
        sample = _sample(item)
        for piece in dict.fromkeys((*accepted, *pairs, sample)):
            for before in dict.fromkeys(("", prefix, _LETTER)):
                if piece and (before, piece) not in seen:
                    seen.add((before, piece))
                    for end in _ENDS:
                        if kind is bytes:
                            if (before + piece + end).isascii():
                                yield before.encode(), piece.encode(), end.encode()
                        else:
                            yield before, piece, end


def _repeats(tree: list[Any], prefix: str) -> Iterator[tuple[str, Any]]:
    """Yield what each unbounded repeat repeats, with a text that leads to it."""
    for code, argument in tree:
        if code in _REPEATS:
            _, most, item = argument
            if most >= UNBOUNDED:
                yield prefix, item
            yield from _repeats(list(item), prefix)
        else:
            for branch in _children(code, argument):
                yield from _repeats(list(branch), prefix)
        prefix += _sample_of(code, argument)


def _children(code: Any, argument: Any) -> list[Any]:
    if code is codes.BRANCH:
        return list(argument[1])
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code is codes.ATOMIC_GROUP:
        return [argument]
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return [argument[1]]
    return []


def _sample(tree: Any) -> str:
    """Return a text that the tree matches, as good as it goes."""
    return "".join(_sample_of(code, argument) for code, argument in tree)


def _sample_of(code: Any, argument: Any) -> str:
    if code is codes.LITERAL:
        return chr(argument)
    if code in (codes.IN, codes.NOT_LITERAL, codes.ANY):
        return next((char for char in "اa1 -" + _CHARACTERS if _in_class(code, argument, char)), "")
    if code in _REPEATS:
        least, most, item = argument
        return _sample(item) * int(max(least, min(most, 1)))
    if code in (codes.ASSERT, codes.ASSERT_NOT):
        return ""
    branches = _children(code, argument)
    return _sample(branches[0]) if branches else ""


def _in_class(code: Any, argument: Any, char: str) -> bool:
    if code is codes.ANY:
        return char != "\n"
    if code is codes.NOT_LITERAL:
        return ord(char) != int(argument)
    negated = bool(argument[0][0] is codes.NEGATE)
    return negated != any(_in_part(part, value, char) for part, value in argument if part is not codes.NEGATE)


def _in_part(part: Any, value: Any, char: str) -> bool:
    if part is codes.LITERAL:
        return ord(char) == int(value)
    if part is codes.RANGE:
        return ord(char) in range(value[0], value[1] + 1)
    escapes = {
        codes.CATEGORY_DIGIT: r"\d",
        codes.CATEGORY_NOT_DIGIT: r"\D",
        codes.CATEGORY_SPACE: r"\s",
        codes.CATEGORY_NOT_SPACE: r"\S",
        codes.CATEGORY_WORD: r"\w",
        codes.CATEGORY_NOT_WORD: r"\W",
    }
    return re.fullmatch(escapes[value], char) is not None


def _accepts(item: Any, char: str, kind: type) -> bool:
    """Tell whether one character is what a repeat repeats, or begins it."""
    if kind is bytes and not char.isascii():
        return False
    for code, argument in item:
        if code is codes.LITERAL:
            return chr(argument) == char
        if code in (codes.IN, codes.NOT_LITERAL, codes.ANY):
            return _in_class(code, argument, char)
        if code in _REPEATS:
            if _accepts(argument[2], char, kind):
                return True
            if argument[0]:
                return False
            continue
        branches = _children(code, argument)
        if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            continue
        return any(_accepts(branch, char, kind) for branch in branches)
    return False
