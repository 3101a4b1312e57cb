"""How many of html5lib's tests of tree construction a parser passes.

The tests are not part of the project: give the folder ``tree-construction`` of a copy of html5lib-tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from benchmarks.doors import Door

_SECTION = re.compile(r"^#(data|errors|new-errors|document-fragment|script-off|script-on|document)$", re.MULTILINE)
_NAMESPACE = re.compile(r"^( *)<(?:svg|math) (?=\S)", re.MULTILINE)
_COMMENT = re.compile(r"(?<=<!-- ).*(?= -->\Z)", re.DOTALL)
_ATTRIBUTE_PREFIX = re.compile(r"^( *)(xlink|xml|xmlns) (?=\S+=\")", re.MULTILINE)


class TreeTest(NamedTuple):
    """A page and the lines of its ``<html>`` element."""

    name: str
    page: str
    tree: list[str]


def failures(door: Door, tests: list[TreeTest]) -> list[TreeTest]:
    """Return the tests that a parser does not pass."""
    return [test for test in tests if door.lines(door.parse(test.page)) != test.tree]


def tree_tests(folder: Path) -> Iterator[TreeTest]:
    """Yield the tests of whole pages, without scripting and without ``<template>``, whose content is no child."""
    for path in sorted(folder.rglob("*.dat")):
        for number, block in enumerate(re.split(r"\n\n(?=#data\n)", path.read_bytes().decode())):
            parts = _SECTION.split(block)
            found = dict(zip(parts[1::2], parts[2::2], strict=True))
            if "data" not in found or "document" not in found:
                continue
            if "document-fragment" in found or "script-on" in found or "<template" in found["document"]:
                continue
            page = found["data"].removeprefix("\n").removesuffix("\n")
            yield TreeTest(f"{path.name}:{number}", page, _sorted(_html_lines(found["document"].strip("\n"))))


def _html_lines(document: str) -> Iterator[str]:
    """Yield the part of a tree that is ``<html>``: a text may hold line ends, a node starts with ``| ``."""
    inside = False
    for node in document.removeprefix("| ").split("\n| "):
        if not node.startswith(" "):
            inside = node.startswith("<html>")
        if inside:
            yield _COMMENT.sub(_stripped, _ATTRIBUTE_PREFIX.sub(r"\1\2:", _NAMESPACE.sub(r"\1<", node)))


def _sorted(lines: Iterator[str]) -> list[str]:
    """Return the lines with the attributes of each element in the order of their names, prefix included."""
    return [line for is_attributes, group in groupby(lines, _is_attribute) for line in _in_order(is_attributes, group)]


def _in_order(is_attributes: bool, lines: Iterable[str]) -> Iterable[str]:
    return sorted(lines) if is_attributes else lines


def _stripped(comment: re.Match[str]) -> str:
    return comment[0].strip()


def _is_attribute(line: str) -> bool:
    return not line.lstrip(" ").startswith(("<", '"'))
