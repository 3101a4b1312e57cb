"""What a source file may hold: words live in data, shapes live in code, files stay small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, ROOT, modules, strings

# Small enough to be read in one sitting; most files are under 300 lines.
LONGEST_FILE = 400

# The article and single letters are shapes; a word of four letters or two words in a row are vocabulary.
_LETTER = "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3]"
ARABIC_WORD = re.compile(f"{_LETTER}{{4}}|{_LETTER}{{2}} {_LETTER}{{2}}")
ARABIC_RANGE = re.compile(
    "[\u0620-\u064a\u066e-\u06d3]-[\u0620-\u064a\u066e-\u06d3]|\\\\u06..-\\\\u06..|scx?=Arab|Script=Arab"
)
DIRECTION_CONTROL = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

# Where letters and their classes are defined.
LETTERS = {"text/letters.py", "text/fold.py"}

TEXT_FILES = sorted(
    path
    for folder, suffixes in {
        "src": (".py", ".toml", ".html"),
        "tests": (".py",),
        "docs": (".md", ".py"),
        "benchmarks": (".py",),
    }.items()
    for path in (ROOT / folder).rglob("*")
    if path.suffix in suffixes and "_build" not in path.parts
) + sorted(ROOT.glob("*.md"))


@pytest.mark.parametrize("path", modules())
def test_a_file_is_small(path: str) -> None:
    lines = (PACKAGE / path).read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE


@pytest.mark.parametrize("path", sorted(set(modules()) - LETTERS))
def test_no_arabic_word_stands_in_code(path: str) -> None:
    found = [(line, text) for line, text in strings(modules()[path]) if ARABIC_WORD.search(text)]
    assert found == []


@pytest.mark.parametrize("path", sorted(set(modules()) - LETTERS))
def test_no_range_of_letters_stands_outside_letters(path: str) -> None:
    found = [(line, text) for line, text in strings(modules()[path]) if ARABIC_RANGE.search(text)]
    assert found == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.toml")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_regular_expression_stands_in_data(path: Path) -> None:
    assert not re.search(r"\\[dswbDSWB]|\(\?[:=!<P]|\[\^|\.\*", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEXT_FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_direction_control_stands_in_a_source(path: Path) -> None:
    assert not DIRECTION_CONTROL.search(path.read_text(encoding="utf-8"))
