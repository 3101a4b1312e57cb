"""Law 12 on each compiled pattern of the package: no run of what a repeat takes costs the square of its length."""

from __future__ import annotations

import re
from time import process_time
from typing import Any

import pytest

from tests.property.pattern_attacks import RULE, Attacked, attacks, patterns

SUSPECT = 2500
"""Pieces of a first, quick look."""
SECONDS = 0.002
"""What is linear takes a tenth of this for so many pieces, what is quadratic ten times as much."""
HOPELESS = 0.25
"""Seconds for so many pieces after which nothing more needs to be measured."""
MOST = 2.6
SIZES = 3


def _ask(attacked: Attacked, text: Any) -> None:
    if attacked.from_start:
        attacked.pattern.match(text)
        attacked.pattern.fullmatch(text)
    else:
        for _ in attacked.pattern.finditer(text):
            pass


def _seconds(attacked: Attacked, text: Any) -> float:
    start = process_time()
    _ask(attacked, text)
    return process_time() - start


def _is_slow(attacked: Attacked, prefix: Any, piece: Any, end: Any) -> bool:
    """Tell whether twice the pieces take much more than twice the time, at three sizes."""

    def taken(count: int) -> float:
        text = prefix + piece * count + end
        first = _seconds(attacked, text)
        return first if first > HOPELESS or first < SECONDS else min(first, *(_seconds(attacked, text) for _ in "123"))

    once = taken(SUSPECT)
    if once < SECONDS or once > HOPELESS:
        return once > HOPELESS
    for size in range(1, SIZES + 1):
        twice = taken(SUSPECT * 2**size)
        if twice <= MOST * once:
            return False
        if twice > HOPELESS * 2**size:
            return True
        once = twice
    return True


def _slow(attacked: Attacked) -> tuple[Any, Any, Any] | None:
    """Return the first input that breaks the law."""
    return next((parts for parts in attacks(attacked.pattern) if _is_slow(attacked, *parts)), None)


@pytest.mark.parametrize(
    "attacked", [each for each in patterns() if each.name != RULE], ids=lambda attacked: attacked.name
)
def test_each_pattern(attacked: Attacked) -> None:
    assert _slow(attacked) is None, attacked.pattern.pattern


@pytest.mark.deep
@pytest.mark.parametrize("attacked", [each for each in patterns() if each.name == RULE], ids=lambda attacked: "rule")
def test_each_phrase(attacked: Attacked) -> None:
    assert _slow(attacked) is None, attacked.pattern.pattern


@pytest.mark.parametrize(
    ("pattern", "slow"),
    [
        (r"\s*[,|]\s*", True),
        (r"(\S+)\s+(\d+)[wx]", True),
        (r"\b[\w-]+\.com", True),
        (r"(?<!\s)\s*+[,|]", False),
        (r"\s{0,20}[,|]", False),
        (r"[^\W_]+", False),
    ],
)
def test_the_law_notices(pattern: str, slow: bool) -> None:
    assert (_slow(Attacked("", re.compile(pattern), False)) is not None) is slow
