"""The header of an HTTP answer that was saved with its page."""

from __future__ import annotations

import re

__all__ = ["header_length"]

_HEADER = re.compile(
    r"\s{0,8}(?:HTTP/[0-9.]{1,4} [0-9]{3}[^\r\n]{0,80}\r?\n)?"
    r"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]{0,4000}\r?\n){1,100}\r?\n(?=\s*<)"
)
_BEGIN = re.compile(r"\s{0,8}(?:HTTP/[0-9]|[A-Za-z][A-Za-z0-9-]{0,60}:)")


def header_length(text: str) -> int:
    """Return how many code points in front of a page are the header of its HTTP answer, 0 if there is none.

    >>> header_length("HTTP/1.1 200 OK\\nDate: Mon, 01 Jan 2024 00:00:00 GMT\\n\\n<html>")
    53
    """
    if _BEGIN.match(text) is None:
        return 0
    header = _HEADER.match(text)
    return header.end() if header is not None else 0
