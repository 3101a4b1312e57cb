"""Law 3. Any text gives an Article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import arnews
from arnews.testing import Written, hostile_texts, laws, one_line_pages


@given(st.text())
def test_any_text(text: str) -> None:
    laws.check_total(text)


@given(hostile_texts(), st.datetimes(timezones=st.none() | st.timezones()))
def test_broken_news_at_any_moment(text: str, fetched_at: object) -> None:
    arnews.parse_text(text, url=text[:20], fetched_at=fetched_at)  # type: ignore[arg-type]


@given(one_line_pages())
def test_pages_on_one_line(document: Written) -> None:
    laws.check_total(document.text)


@given(hostile_texts())
def test_every_stage_by_itself(text: str) -> None:
    document = arnews.read_text(text)
    assert arnews.label(document).document is document
