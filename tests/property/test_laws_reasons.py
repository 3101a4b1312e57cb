"""Law 16. A rule that is the reason of a segment gives its role; what no rule gives is a step of the catalogue."""

from __future__ import annotations

from hypothesis import given

import arnews
from arnews.labeling.steps import step
from arnews.testing import Written, WrittenPage, documents, hostile_texts, one_line_pages, pages


def _check(article: arnews.Article) -> None:
    for segment in article.segments:
        rule = segment.reason.rule
        if rule is None:
            assert segment.reason is step(segment.reason.name)
        else:
            assert rule.role is segment.role, f"{rule.id} is the reason of {segment.role}"


@given(documents() | one_line_pages())
def test_news(document: Written) -> None:
    _check(arnews.parse_text(document.text))


@given(hostile_texts())
def test_anything(text: str) -> None:
    _check(arnews.parse_text(text))


@given(pages())
def test_pages(page: WrittenPage) -> None:
    _check(arnews.parse_html(page.html))
