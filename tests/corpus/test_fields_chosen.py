"""Every field of every page of the measuring data, read alone: it is what it is among all others."""

from __future__ import annotations

import pytest

import arnews
from arnews.fields.article import read_article
from arnews.fields.table import FIELDS
from tests.corpus.measuring import CORPUS, PAGES, needs_corpus, rows

pytestmark = needs_corpus


@pytest.mark.parametrize("name", [field.name for field in FIELDS])
def test_a_field_that_is_read_alone_is_what_it_is_among_all(name: str) -> None:
    for labeled, whole in _articles():
        alone = read_article(labeled, book=None, fetched_at=None, only=[name])
        assert getattr(alone, name) == getattr(whole, name)
        assert alone.evidence.get(name) == whole.evidence.get(name)


_READ: list[tuple[arnews.LabeledDocument, arnews.Article]] = []


def _articles() -> list[tuple[arnews.LabeledDocument, arnews.Article]]:
    if not _READ:
        for row in rows(PAGES):
            page = arnews.read_html((CORPUS / row["file"]).read_bytes(), url=row.get("url"))
            labeled = arnews.label(page)
            _READ.append((labeled, read_article(labeled, book=None, fetched_at=None)))
    return _READ
