"""A number of the labeler has a name, a unit and a reason, and there is a way to see what would notice if it moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from arnews.labeling import pieces, view
from arnews.reading import read_text
from training.constants import Constant, changed, constants, labels, moved

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
CONSTANTS = list(constants())


@pytest.mark.parametrize("constant", CONSTANTS, ids=lambda each: f"{each.module}.{each.name}")
def test_a_number_has_a_reason(constant: Constant) -> None:
    assert len(constant.reason.split()) > 2


def test_numbers_are_found() -> None:
    found = {(each.module, each.name): each for each in CONSTANTS}
    assert found["pieces", "PROSE"].value == pieces.PROSE
    assert found["title_words", "_MOST"].reason == "Words of a title."
    assert found["pages.title_lines", "_TAG_WORDS"].is_of_pages


@pytest.mark.parametrize(
    ("value", "share", "expected"),
    [(2, 0.25, 3), (2, -0.25, 1), (-150, 0.25, -188), (0.4, -0.25, 0.3), ((1, 8), 0.25, (2, 10)), (0, 0.25, 1)],
)
def test_a_number_is_moved(value: int, share: float, expected: object) -> None:
    assert moved(value, share) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("module", "name", "share"),
    [("view", "LONG", -0.9), ("decide", "CLEAN_MARGIN", 40.0), ("decide", "_SENTENCE", -40.0)],
)
def test_a_number_that_moves_is_noticed_and_put_back(module: str, name: str, share: float) -> None:
    found = [read_text(path.read_text(encoding="utf-8")) for path in EXAMPLES]
    before = labels(found)
    constant = next(each for each in CONSTANTS if (each.module, each.name) == (module, name))
    assert changed(constant, share, found, before) > 0
    assert labels(found) == before


def test_a_number_is_put_back() -> None:
    constant = next(each for each in CONSTANTS if (each.module, each.name) == ("view", "LONG"))
    changed(constant, -0.9, [], [])
    assert constant.value == view.LONG
