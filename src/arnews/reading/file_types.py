"""Files that are no documents, recognized by their first bytes: archives, office files, images, tables."""

from __future__ import annotations

__all__ = ["foreign_kind"]

# First bytes, and what they are the beginning of.
_KINDS = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Arrow"),
    (b"SQLite format 3", "an SQLite database"),
    (b"WARC/", "WARC"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image, a sound or a video"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or a video"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
)
_MOVIE = b"ftyp"


def foreign_kind(content: bytes) -> str | None:
    """Return what a file is that is neither a text nor a page, by its first bytes; ``None`` if it may be one.

    >>> foreign_kind(b"%PDF-1.7 ..."), foreign_kind("افتتاح المعرض".encode())
    ('a PDF', None)
    """
    if content[4:8] == _MOVIE:
        return "a video"
    return next((kind for start, kind in _KINDS if content.startswith(start)), None)
