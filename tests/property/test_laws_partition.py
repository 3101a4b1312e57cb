"""Law 1. Segments are in order, do not overlap, and cover every non-space character of the document."""

from __future__ import annotations

import pytest
from hypothesis import given

import arnews
from arnews.testing import Written, documents, hostile_texts, laws, one_line_pages


@given(documents() | one_line_pages())
def test_news(document: Written) -> None:
    laws.check_partition(arnews.parse_text(document.text), document.text)


@given(hostile_texts())
def test_anything(text: str) -> None:
    laws.check_partition(arnews.parse_text(text), text)


@given(hostile_texts())
def test_blocks_partition_too(text: str) -> None:
    """The reader keeps the law before the labeler does."""
    at = 0
    for block in arnews.read_text(text).blocks:
        assert block.start >= at
        assert not text[at : block.start].strip()
        assert block.text == text[block.start : block.end] == block.text.strip() != ""
        at = block.end
    assert not text[at:].strip()


def _segment(start: int, end: int, text: str) -> arnews.Segment:
    return arnews.Segment(start, end, arnews.Role.BODY, text, arnews.Reason("test", arnews.Origin.SHAPE))


@pytest.mark.parametrize(
    ("segments", "message"),
    [
        ([_segment(0, 2, "اب")], "no segment holds the characters 2:5, «ج د»"),
        ([_segment(0, 3, "ابج"), _segment(2, 5, "ج د")], "begins before the one above it ends"),
        ([_segment(4, 5, "د"), _segment(0, 3, "ابج")], "no segment holds the characters 0:4"),
        ([_segment(0, 3, "اب")], "is not the text at its place"),
        ([_segment(0, 9, "ابج د")], "ends outside the text"),
        ([_segment(0, 0, ""), _segment(0, 5, "ابج د")], "is empty"),
    ],
)
def test_the_law_notices(segments: list[arnews.Segment], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        laws.check_partition(arnews.Article(segments=tuple(segments)), "ابج د")
