"""Law 7. Parsing an article's own body again keeps all of it."""

from __future__ import annotations

from hypothesis import given

from arnews.testing import Written, documents, hostile_texts, laws, one_line_pages


@given(documents() | one_line_pages())
def test_news(document: Written) -> None:
    laws.check_reparse_keeps_body(document.text)


@given(hostile_texts())
def test_anything(text: str) -> None:
    laws.check_reparse_keeps_body(text)
