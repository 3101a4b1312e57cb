"""WARC files: pages of a crawl (``response``) and texts made of them (``conversion``). The only door to fastwarc."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from arnews.corpus.settings import RowKeys
from arnews.corpus.sources import Broken, InputFile, Item, Raw
from arnews.errors import ConfigurationError
from arnews.many import Given

__all__ = ["Warc", "has_arabic"]

_PAGES = ("text/html", "application/xhtml+xml")
_OK = 200
_LEADS = bytes(range(0xD8, 0xDC))
"""First bytes of Arabic letters in UTF-8."""
_FREQUENT = (b"\xd8", b"\xd9")
"""Those that every Arabic text has. To look for one takes a tenth of the time of counting."""
_REFERENCE = re.compile(rb"&#(?:1(?:5[6-9]|60|61)\d|[xX]0?6[2-9A-Fa-f][0-9A-Fa-f]);")
"""Arabic letters as some servers write all that is not Latin."""
_FEWEST = 200
"""Letters that a page with an article has: one sentence or two. The shortest of 49 real pages has 1,710."""
_LEAST_SHARE = 0.002
"""Share of such bytes, below which Arabic names a language in a menu. The least of the 49 pages is 0.011."""
_HIGH = bytes(range(0xC0, 0xF0))
"""Letters in windows-1256 and ISO-8859-6."""
_OLD = (b"1256", b"8859-6", b"arabic")
_HEAD = 4096
"""Bytes that have the title and the label of the charset."""
# Half the length of a record may be zeros in UTF-16, whose letters begin with 06 then.
_WIDE = b"\x06"


def has_arabic(page: bytes, charset: str | None = None) -> bool:
    """Return whether a page may hold Arabic news, by counting bytes: cheap, and true if there is a doubt.

    >>> has_arabic(("<p>" + 60 * "افتتح الوزير ").encode()), has_arabic(b"<p>" + 60 * b"The minister ")
    (True, False)
    """
    if any(lead in page for lead in _FREQUENT):
        letters = len(page) - len(page.translate(None, _LEADS))
        if letters >= _FEWEST and letters >= _LEAST_SHARE * len(page):
            return True
    head = page[:_HEAD]
    if b"&#" in head and _REFERENCE.search(head) and len(_REFERENCE.findall(page)) >= _FEWEST:
        return True
    if page[:2] in (b"\xff\xfe", b"\xfe\xff") or head.count(b"\0") > len(head) // 4:
        return page.count(_WIDE) >= _FEWEST
    if page.isascii():
        return False
    head = head.lower()
    if any(label in head or label in (charset or "").lower().encode() for label in _OLD):
        return len(page) - len(page.translate(None, _HIGH)) >= _FEWEST
    return False


class Warc(InputFile):
    """A WARC file. Pages without Arabic letters are passed by, and counted."""

    kind = "warc"

    def raw(self, keys: RowKeys, keep: tuple[str, ...]) -> Iterator[tuple[Raw, int]]:
        """Yield pages with address, charset of the HTTP header, and moment; texts of WET files without these."""
        try:
            from fastwarc.warc import ArchiveIterator, WarcRecordType
        except ImportError:
            raise ConfigurationError('WARC files need the extra: pip install "arnews[arrow,warc]"') from None

        wanted = WarcRecordType.response | WarcRecordType.conversion
        with open(self.path, "rb") as file:
            self.position = lambda: self.size if file.closed else os.lseek(file.fileno(), 0, os.SEEK_CUR)
            for record in ArchiveIterator(file, record_types=wanted, parse_http=True, auto_decode="all"):
                url = record.headers.get("WARC-Target-URI")
                try:
                    item = self._item(record, url, record.record_type == WarcRecordType.conversion)
                except Exception as error:
                    # Bodies are damaged in ways of their own (gzip that ends early); the next record is none the worse.
                    yield Broken(f"{url}: cannot be unpacked ({error})"), 0
                    continue
                if item is None:
                    self.passed += 1
                else:
                    yield item, len(item.given.page or item.given.text or "")

    def _item(self, record: object, url: str | None, is_text: bool) -> Item | None:
        from fastwarc.warc import WarcRecord

        assert isinstance(record, WarcRecord)
        if is_text:
            content = record.reader.read()
            if not has_arabic(content):
                return None
            return Item(
                Given(content.decode("utf-8", "replace"), None, url, None, record.record_date), record.record_id
            )
        headers = record.http_headers
        if headers.status_code != _OK or (record.http_content_type or "").lower() not in _PAGES:
            return None
        page = record.reader.read()
        charset = record.http_charset
        if not has_arabic(page, charset):
            return None
        return Item(Given(None, page, url, charset, record.record_date), record.record_id)
