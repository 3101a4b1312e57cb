"""Law 2. The words of every text field stand in the document, in that order."""

from __future__ import annotations

import pytest
from hypothesis import given

import arnews
from arnews.testing import Written, documents, hostile_texts, laws, one_line_pages


@given(documents() | one_line_pages())
def test_news(document: Written) -> None:
    laws.check_nothing_invented(arnews.parse_text(document.text), document.text)


@given(hostile_texts())
def test_anything(text: str) -> None:
    laws.check_nothing_invented(arnews.parse_text(text), text)


@pytest.mark.parametrize(
    ("article", "field"),
    [
        (arnews.Article(headline="المعرض افتتح"), "headline"),
        (arnews.Article(paragraphs=("افتتح المعرض.",)), "paragraphs"),
        (arnews.Article(authors=(arnews.Author(name="افتتح أمس"),)), "authors"),
        (arnews.Article(keywords=("كتب",)), "keywords"),
        (arnews.Article(source=arnews.Source(url="https://example.com")), "source"),
    ],
)
def test_the_law_notices(article: arnews.Article, field: str) -> None:
    with pytest.raises(AssertionError, match=f"^{field}"):
        laws.check_nothing_invented(article, "افتتح المعرض أمس")
