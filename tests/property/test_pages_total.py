"""Laws 1, 2, 3 and 10 on pages: any page gives an Article; segments are a partition, fields are in the page."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import arnews
from arnews.testing import WrittenPage, damaged_pages, laws, page_laws, pages, torn_pages

DEEPEST = 10_000


def _check(page: str | bytes) -> arnews.Article:
    article = page_laws.check_total(page)
    page_laws.check_partition(article)
    laws.check_round_trip(article)
    return article


@given(pages())
def test_news(page: WrittenPage) -> None:
    page_laws.check_nothing_invented(_check(page.html), page.html)


@given(torn_pages())
def test_torn(page: str | bytes) -> None:
    page_laws.check_nothing_invented(_check(page), page)


@given(st.text())
def test_any_text(page: str) -> None:
    _check(page)


@example(b"\xff\xfe")
@example(b"\x00")
@given(st.binary())
def test_any_bytes(page: bytes) -> None:
    _check(page)


@given(torn_pages(), st.text(max_size=40), st.datetimes(timezones=st.none() | st.timezones()))
def test_any_address_and_moment(page: str | bytes, url: str, fetched_at: object) -> None:
    for address in (url, f"https://{url}", f"https://example.com/{url}"):
        arnews.parse_html(page, url=address, fetched_at=fetched_at, encoding=url[:10])  # type: ignore[arg-type]


@given(torn_pages())
def test_pages_and_texts_are_told_apart(page: str | bytes) -> None:
    laws.check_round_trip(arnews.parse(page))


@given(torn_pages())
def test_blocks_partition_too(page: str | bytes) -> None:
    """The reader keeps the law before the labeler does, and what it points to is there."""
    document = arnews.read_html(page)
    assert document.page is not None
    assert document.text == "\n".join(block.text for block in document.blocks)
    at = 0
    for block in document.blocks:
        assert block.start == at
        assert block.text == document.text[block.start : block.end] == " ".join(block.text.split()) != ""
        assert 0 <= block.linked <= len(block.text)
        assert 0 <= block.element < len(document.page.elements)
        at = block.end + 1
    for number, element in enumerate(document.page.elements):
        assert -1 <= element.parent < number
    for link in document.page.links:
        assert 0 <= link.start < link.end <= len(document.text)
    for image in document.page.images:
        assert 0 <= image.at <= len(document.text) + 1


@pytest.mark.parametrize("tag", ["div", "b", "a href=/", "p", "table><tr><td", "ul><li", "font", "option", "section"])
def test_nested_ten_thousand_deep(tag: str) -> None:
    body = "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    assert "افتتح الوزير" in (_check(f"<{tag}>" * DEEPEST + body).document_text or "")


@pytest.mark.parametrize("piece", [*damaged_pages.PIECES, "&#0;", "</p>", "<p a=1 a=2>"], ids=ascii)
def test_pieces_that_no_page_should_have(piece: str) -> None:
    page = f"<h1>افتتاح المعرض{piece}</h1><p>افتتح الوزير أمس المعرض، {piece}وحضره جمهور كبير من القراء.{piece}</p>"
    _check(page)
    _check(piece + page)
    _check(page.encode("utf-8", errors="replace"))


def test_the_law_notices_what_is_invented() -> None:
    with pytest.raises(AssertionError, match="paragraphs"):
        page_laws.check_nothing_invented(arnews.Article(paragraphs=("فقرة",)), "<title>فقرة</title><p>خبر")
    page_laws.check_nothing_invented(arnews.Article(headline="فقرة"), "<title>فقرة</title><p>خبر")
