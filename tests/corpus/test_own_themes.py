"""The fields of pages in the manner of many content systems, forums, wikis and papers, with texts of our own."""

from __future__ import annotations

from typing import Any

import pytest

import arnews
from tests.corpus.measuring import HERE, rows

PAGES = tuple(rows(HERE / "own" / "themes.jsonl"))
_INLINE = "the page has one line of spans, and only their class names tell them apart"
KNOWN = {
    "typo3-news": _INLINE,
    "silverstripe-blog": "the line below the text was taken for a disclaimer, and its addresses say nothing",
    "hashtags": "a lone word above the title in an element that is called a label may be a tag",
    "lebanon-own": "only an icon parts the front page from the section",
    "mail-archive": "the labels of a mail have lines of their own",
    "mediawiki-news": "the last change in a sentence of the footer is not read",
    "print-view": "the day of the print stays in the text",
}
"""Pages with a wrong value, each with the reason."""


def _iso(date: arnews.NewsDate | None) -> str | None:
    return None if date is None else date.isoformat()


def wrong(page: dict[str, Any]) -> dict[str, tuple[object, object]]:
    """Return the fields of a page that are not what they should be, each with the right value."""
    article = arnews.parse_html(page["html"], url=f"https://example.org/{page['id']}")
    found = {
        "headline": article.headline,
        "authors": [author.name for author in article.authors],
        "sections": list(article.sections),
        "keywords": sorted(article.keywords),
        "captions": [image.caption for image in article.images if image.caption],
        "date_published": _iso(article.date_published),
        "date_modified": _iso(article.date_modified),
        "body": " ".join(article.body.split()),
    }
    return {key: (found[key], right) for key, right in page["want"].items() if found[key] != right}


@pytest.mark.parametrize("page", PAGES, ids=[page["id"] for page in PAGES])
def test_the_fields_of_a_page(page: dict[str, Any]) -> None:
    found = wrong(page)
    if found and page["id"] in KNOWN:
        pytest.xfail(KNOWN[page["id"]])
    assert found == {}
