"""What a stranger named, printed: one line, bounded, without a control, and linear in time."""

from __future__ import annotations

import json
import pickle
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnews import ConfigurationError
from arnews.printing import escaped, printable, sentence, shown

HOSTILE = st.text(alphabet="aع \t\n\r\x00\x1b\x7f\x85\x9b\u061c\u200f\u202e\u2028\u2066\ud800", max_size=60)


@given(HOSTILE)
def test_what_is_printed_is_one_line_without_controls(text: str) -> None:
    for shape in (printable(text), shown(text), sentence(text), str(ConfigurationError(text))):
        assert len(shape.splitlines()) <= 1
        assert shape.isprintable()
        shape.encode("utf-8")


@given(HOSTILE)
def test_escaped_json_means_the_same(text: str) -> None:
    record = json.dumps(text, ensure_ascii=False)
    assert json.loads(escaped(record)) == text
    assert not any(char in escaped(record) for char in "\x7f\x85\x9b\u061c\u200f\u202e\u2066")


def test_an_error_is_short_and_says_where_and_why() -> None:
    error = ConfigurationError("a.toml, line 3: " + "x" * 1_000_000 + " is no CSS selector")
    assert len(str(error)) == 1_000
    assert str(error).startswith("a.toml, line 3: ")
    assert str(error).endswith(" is no CSS selector")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize("text", [" ", "\t", "\n", " \n", "\u2028 ", "\x1b", "\x85"])
def test_time_is_linear(text: str) -> None:
    ratios = []
    for number in (200_000, 400_000):
        times = []
        for size in (number, 2 * number):
            start = process_time()
            printable("a" + text * size + "b")
            times.append(process_time() - start)
        ratios.append(times[1] / max(times[0], 0.01))
    assert min(ratios) <= 2.3
