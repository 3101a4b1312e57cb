"""Whether a document is a web page, a text with marks of Markdown, or plain text."""

from __future__ import annotations

import re

from arnews.reading.encoding import decode
from arnews.text.letters import BLANKS

__all__ = ["is_markdown", "is_page"]

_HEAD = 8192
# What may come before a page: marks, declarations, comments, a stray closing of one.
_BEFORE = re.compile(r"(?:[\s\ufeff\x00]++|<\?[^>]{0,200}>|<!--.{0,2000}?-->)*+", re.DOTALL)
_START = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<rss[\s>]|<feed[\s>]|<rdf:rdf[\s>]", re.IGNORECASE
)
_SKELETON = re.compile(r"<(!doctype\s+html|html|head|body|title|meta|link|script)[\s>]", re.IGNORECASE)
_SKELETON_PARTS = 3

# Inline tags do not count: a text that keeps some of them still has its lines, and a page has none.
_TAGS = (
    "p|div|br|h[1-6]|ul|ol|li|dl|dt|dd|table|tbody|tr|td|th|figure|figcaption|blockquote|article|section|main|header"
    "|footer|nav|aside|form|center|hr|iframe|script|style|meta|link|title"
)
# A name alone may be a word of the text («the <p> tag»); ends and attributes are not.
_FORMAL = re.compile(rf"</(?:{_TAGS})>|<(?:{_TAGS})\s+[\w:-]+\s*=[^<>]{{0,500}}>|<br\s*/?>", re.IGNORECASE)
_FEWEST = 3
_OPENING = re.compile(rf"<({_TAGS})(?:\s[^<>]{{0,500}})?>", re.IGNORECASE)

# A heading, an image on a line of its own, or the fence of a front matter.
_MARKDOWN = re.compile(
    rf"\A---$|^#{{1,6}}[{BLANKS}]++(?=[^{BLANKS}#\n])|^!\[[^\[\]\n]{{0,300}}\]\([^()\n]{{1,500}}\)", re.MULTILINE
)


def is_page(document: str | bytes) -> bool:
    """Return whether a document is a web page, or a piece of one, rather than plain text.

    A page begins like one, or has tags in most of its first lines. A text that mentions a tag, or keeps a few
    leftover ones, is a text.

    >>> is_page("<p>افتتح الوزير المعرض.</p><p>وحضره جمهور كبير.</p>"), is_page("افتتح الوزير <br> المعرض.")
    (True, False)
    """
    head = _head(document)
    begin = _BEFORE.match(head)
    body = head[begin.end() :] if begin else head
    if _START.match(body):
        return True
    if "<" not in head:
        return False
    if len({part.lower() for part in _SKELETON.findall(head)}) >= _SKELETON_PARTS:
        return True
    opening = _OPENING.match(body)
    if opening and (f"</{opening[1].lower()}>" in body.lower() or len(_FORMAL.findall(body)) > 1):
        return True
    if len(_FORMAL.findall(body)) < _FEWEST:
        return False
    lines = [line for line in body.splitlines() if line.strip()]
    return 2 * sum(_FORMAL.search(line) is not None for line in lines) >= len(lines)


def is_markdown(text: str) -> bool:
    """Return whether a text has marks of Markdown: a front matter, or in its first lines a heading or an image.

    >>> is_markdown("# افتتاح المعرض\\n\\nافتتح الوزير أمس المعرض."), is_markdown("#معرض_الكتاب")
    (True, False)
    """
    head = text[:_HEAD]
    return ("#" in head or "![" in head or head.startswith("---")) and _MARKDOWN.search(head) is not None


def _head(document: str | bytes) -> str:
    if isinstance(document, str):
        return document[:_HEAD]
    head = bytes(document[:_HEAD])
    if b"\0" in head or head.startswith((b"\xfe\xff", b"\xff\xfe")):
        return decode(head).text
    # Tags are ASCII in all other encodings; what is between them does not matter.
    return head.removeprefix(b"\xef\xbb\xbf").decode("ascii", errors="replace")
