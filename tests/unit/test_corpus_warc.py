"""WARC files: the Arabic pages of a crawl are read as they were served, and the rest is passed by."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import arnews
from arnews.arrow import row, table_of
from arnews.cli import main
from arnews.corpus.warc import has_arabic
from tests.unit.test_corpus_convert import PAGES, TEXTS, read

MOMENT = "2024-03-12T10:00:00Z"
ENGLISH = ("<html><body><h1>The minister opens a fair</h1><p>" + "The minister opened the fair today. " * 200).encode()
RELATIVE = (
    "<h1>افتتاح المعرض</h1><time>منذ ساعتين</time>"
    + "<p>افتتح الوزير أمس المعرض الدولي للكتاب في القاهرة، وحضره جمهور كبير من القراء.</p>" * 3
)


def record(
    number: int, body: bytes, *, head: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html", kind: str = "response"
) -> bytes:
    payload = body if kind == "conversion" else f"{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    content_type = "text/plain" if kind == "conversion" else "application/http; msgtype=response"
    header = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"WARC-Date: {MOMENT}\r\nWARC-Target-URI: https://www.example.com/{number}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(payload)}\r\n\r\n"
    )
    return header.encode() + payload + b"\r\n\r\n"


def converted(tmp_path: Path, records: list[bytes], name: str = "a.warc.gz") -> list[dict[str, Any]]:
    if name.endswith(".gz"):
        content = b"".join(gzip.compress(each) for each in records)
    elif name.endswith(".zst"):
        content = b"".join(pa.Codec("zstd").compress(each, asbytes=True) for each in records)
    else:
        content = b"".join(records)
    (tmp_path / name).write_bytes(content)
    assert main(["convert", str(tmp_path / name), str(tmp_path / "out"), "--workers", "1"]) == 0
    return read(tmp_path / "out")


def expected(number: int, page: bytes, encoding: str | None = None) -> dict[str, Any]:
    article = arnews.parse_html(
        page,
        url=f"https://www.example.com/{number}",
        fetched_at=datetime(2024, 3, 12, 10, tzinfo=UTC),
        encoding=encoding,
    )
    id = f"<urn:uuid:00000000-0000-0000-0000-{number:012d}>"
    (found,) = table_of([row(article, id=id)]).to_pylist()
    return {**found, "id": None}


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst"])
def test_arabic_pages_are_read_and_the_rest_is_passed_by(name: str, tmp_path: Path) -> None:
    pages = [page.read_bytes() for page in PAGES]
    arabic = [number for number, page in enumerate(pages) if has_arabic(page)]
    assert len(arabic) >= len(pages) - 1
    records = []
    for number, page in enumerate(pages):
        records += [record(number, page), record(1000 + number, ENGLISH)]
    found = converted(tmp_path, records, name)
    assert [{**each, "id": None} for each in found] == [expected(number, pages[number]) for number in arabic]
    assert all(f"{number:012d}" in each["id"] for number, each in zip(arabic, found, strict=True))
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert f"{2 * len(pages) - len(arabic)} records of WARC files" in card


def test_charset_and_date_of_the_record_are_used(tmp_path: Path) -> None:
    page = RELATIVE.encode("windows-1256")
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1256"
    (found,) = converted(tmp_path, [record(1, page, head=head)])
    assert {**found, "id": None} == expected(1, page, "windows-1256")
    assert (found["headline"], found["date_published"]) == ("افتتاح المعرض", "2024-03-12T08:00")


def test_what_the_server_wrapped_is_unwrapped(tmp_path: Path) -> None:
    page = RELATIVE.encode()
    chunked = f"{len(page):x}\r\n".encode() + page + b"\r\n0\r\n\r\n"
    records = [
        record(1, gzip.compress(page), head="HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip"),
        record(2, chunked, head="HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked"),
        record(3, zlib.compress(page), head="HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate"),
    ]
    assert [each["text"] for each in converted(tmp_path, records)] == [arnews.parse_html(page).body] * 3


def test_what_is_no_page_is_passed_by(tmp_path: Path) -> None:
    page = RELATIVE.encode()
    records = [
        record(1, page, head="HTTP/1.1 404 Not Found\r\nContent-Type: text/html"),
        record(2, page, head="HTTP/1.1 200 OK\r\nContent-Type: application/pdf"),
        record(3, page, kind="request"),
        record(4, page),
    ]
    found = converted(tmp_path, records)
    assert [each["url"] for each in found] == ["https://www.example.com/4"]


def test_texts_of_wet_files_are_read_as_texts(tmp_path: Path) -> None:
    found = converted(
        tmp_path, [record(1, TEXTS[0].encode(), kind="conversion"), record(2, ENGLISH, kind="conversion")]
    )
    assert [each["text"] for each in found] == [arnews.parse_text(TEXTS[0]).body]


def test_a_file_that_breaks_off_keeps_what_was_whole(tmp_path: Path) -> None:
    page = RELATIVE.encode()
    records = [record(1, page), record(2, page), record(3, page)[: len(page) // 2]]
    found = converted(tmp_path, records, "a.warc")
    assert [each["error"] is None for each in found][:2] == [True, True]
    assert len(found) == 2 or found[2]["error"] is not None or found[2]["text"] is not None


def test_counting_bytes_tells_arabic_in_every_encoding() -> None:
    page = RELATIVE * 2
    assert has_arabic(page.encode())
    assert has_arabic(page.encode("utf-16"))
    assert has_arabic(page.encode("windows-1256"), "windows-1256")
    assert has_arabic(b'<meta charset="iso-8859-6">' + page.encode("iso-8859-6", "ignore"))
    assert has_arabic(("<meta name='robots' content='all'>" * 40 + page).encode("utf-16-le"))
    assert has_arabic(page.encode("ascii", "xmlcharrefreplace"))
    assert has_arabic("".join(char if char.isascii() else f"&#x{ord(char):X};" for char in page).encode())
    assert not has_arabic(ENGLISH)
    assert not has_arabic(ENGLISH + b"&#160;&#1520;" * 300)
    assert not has_arabic(("<p>" + "Новости дня: министр открыл выставку. " * 200).encode())
    assert not has_arabic(ENGLISH * 100 + "العربية فارسی".encode() * 8)
