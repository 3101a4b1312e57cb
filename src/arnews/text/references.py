"""Character references of HTML in text that no HTML parser has read: JSON-LD, feeds, attributes escaped twice."""

from __future__ import annotations

import html
import re

__all__ = ["decoded", "unescape", "with_blanks"]

_LONG = re.compile(r"&#([0-9]{20,}+);?")
"""A decimal number that may have more digits than Python reads (640 at least)."""
_BLANK = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#32|#x0*a0|#x0*20);", re.IGNORECASE)
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


def with_blanks(text: str) -> str:
    """Return the text with spaces in the place of its references to blanks: as long as before.

    >>> with_blanks("12&nbsp;2024")
    '12      2024'
    """
    return _BLANK.sub(_spaces, text) if "&" in text else text


def decoded(text: str) -> str:
    """Return a line without character references, its words one blank apart.

    >>> decoded("ليلى&nbsp;حسن")
    'ليلى حسن'
    """
    return " ".join(unescape(text).split()) if "&" in text else text


def _spaces(reference: re.Match[str]) -> str:
    return " " * len(reference[0])
