"""Character references of HTML in text that no HTML parser has read: JSON-LD, feeds, attributes escaped twice."""

from __future__ import annotations

import html
import re

__all__ = ["unescape"]

_LONG = re.compile(r"&#([0-9]{20,}+);?")
"""A decimal number that may have more digits than Python reads (640 at least)."""
_MOST_DIGITS = 7
"""Digits of the highest code point, 1,114,111."""


def unescape(text: str) -> str:
    """Return the text with its character references decoded. Unlike `html.unescape` it never raises.

    >>> unescape("&quot;&#1575;&quot; &#" + "9" * 5000 + ";") == '"ا" \\ufffd'
    True
    """
    if "&" not in text:
        return text
    return html.unescape(_LONG.sub(_short, text))


def _short(reference: re.Match[str]) -> str:
    digits = reference[1].lstrip("0") or "0"
    return f"&#{digits};" if len(digits) <= _MOST_DIGITS else "\ufffd"
