"""Pages in old encodings: UTF-8, byte order marks, the HTTP header, what the page says, the letters themselves."""

from __future__ import annotations

import pytest

import arnews

TEXT = "افتتح وزير الثقافة أمس المعرض الدولي للكتاب في مدينة المعارض، وحضره جمهور كبير من القراء والناشرين العرب."
PLAIN = TEXT.replace("،", ",")
PAGE = "<html><head>{}<title>افتتاح المعرض</title></head><body><p>{}</p></body></html>"


def _encoding(page: bytes | str, encoding: str | None = None) -> tuple[str | None, str]:
    document = arnews.read_html(page, encoding=encoding)
    assert document.page is not None
    return document.encoding, document.text


@pytest.mark.parametrize(
    ("codec", "name", "text"),
    [
        ("utf-8", "utf-8", TEXT),
        ("utf-8-sig", "utf-8", TEXT),
        ("utf-16", "utf-16le", TEXT),
        ("utf-16-le", "utf-16le", TEXT),
        ("utf-16-be", "utf-16be", TEXT),
        ("windows-1256", "windows-1256", TEXT),
        ("iso8859-6", "iso-8859-6", PLAIN),
    ],
)
@pytest.mark.parametrize("meta", ["", "<meta charset=utf-8>", "<meta charset=iso-8859-1>"], ids=ascii)
def test_the_bytes_are_believed_before_what_the_page_says(codec: str, name: str, text: str, meta: str) -> None:
    assert _encoding(PAGE.format(meta, text).encode(codec)) == (name, text)


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="windows-1256">',
        "<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=windows-1256'>",
        "<meta charset=cp1256>",
    ],
)
def test_what_the_page_says(meta: str) -> None:
    assert _encoding(PAGE.format(meta, TEXT).encode("cp1256")) == ("windows-1256", TEXT)


@pytest.mark.parametrize("charset", ["windows-1256", "utf-8", "klingon", "", "\x00", "iso-8859-1"])
def test_the_header_does_not_break_what_the_letters_say(charset: str) -> None:
    assert _encoding(PAGE.format("", TEXT).encode("cp1256"), encoding=charset) == ("windows-1256", TEXT)


def test_the_header_decides_where_the_letters_say_little() -> None:
    assert _encoding("<p>été</p>".encode("cp1252"), encoding="windows-1252") == ("windows-1252", "été")


def test_damaged_bytes_are_an_issue_and_the_rest_is_read() -> None:
    page = PAGE.format("", TEXT).encode().replace(b"</p>", b"\xd8 \xff</p>")
    article = arnews.parse_html(page)
    assert TEXT in (article.document_text or "")
    assert any("not valid utf-8 at byte" in issue.message for issue in article.issues)


@pytest.mark.parametrize("name", ["windows-1256", "iso8859-6", "utf-16", "utf-8-sig"])
def test_the_article_is_the_same_in_every_encoding(name: str) -> None:
    page = PAGE.format("", PLAIN)
    assert arnews.parse_html(page.encode(name)) == arnews.parse_html(page)


def test_text_needs_no_encoding() -> None:
    assert _encoding(PAGE.format("<meta charset=windows-1256>", TEXT)) == (None, TEXT)


def test_a_page_decoded_wrongly_is_an_issue() -> None:
    article = arnews.parse_html(PAGE.format("", TEXT).encode().decode("cp1252", errors="ignore"))
    assert [issue.code for issue in article.issues] == ["mojibake"]
    assert article.body == ""
