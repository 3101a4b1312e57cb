"""WARC by hand, for those who need other records than ``arnews convert`` takes."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
from fastwarc.warc import ArchiveIterator, WarcRecordType

from arnews.arrow import Batch

batch = Batch(text=None, html="html", encoding="encoding", fetched_at="fetched_at", time_limit=10)


def pages(path: str) -> Iterator[dict[str, object]]:
    """Yield the pages of a file as rows."""
    with open(path, "rb") as file:
        for record in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all"):
            if record.http_headers.status_code == 200 and record.http_content_type == "text/html":
                yield {
                    "id": record.record_id,
                    "url": record.headers["WARC-Target-URI"],
                    "encoding": record.http_charset,
                    "fetched_at": record.record_date,
                    "html": record.reader.read(),
                }


def parse(path: str) -> pa.Table:
    """Return the articles of a file."""
    return batch(pa.Table.from_pylist(list(pages(path))))
