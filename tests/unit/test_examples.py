"""The documents of ``examples/``: every segment has the role that an editor would give it."""

from __future__ import annotations

from pathlib import Path

import pytest

import arnews

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED = Path(__file__).with_name("examples")
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.txt"))


def _expected(name: str) -> list[tuple[str, str]]:
    rows = (EXPECTED / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [(role, text) for role, _, text in (row.partition("\t") for row in rows)]


def _article(name: str) -> arnews.Article:
    return arnews.parse_text((EXAMPLES / f"{name}.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_every_segment_has_its_role(name: str) -> None:
    assert [(str(segment.role), segment.text) for segment in _article(name).segments] == _expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_body_is_the_whole_body(name: str) -> None:
    assert list(_article(name).paragraphs) == [text for role, text in _expected(name) if role in ("body", "subheading")]


def test_every_role_occurs_in_the_examples() -> None:
    assert {role for name in NAMES for role, _ in _expected(name)} == {str(role) for role in arnews.Role}
