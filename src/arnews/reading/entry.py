"""The front door: detects what is given (page, text, feed), once, and reads it as that."""

from __future__ import annotations

from collections.abc import Sequence
from types import NoneType

from attrs import evolve

from arnews.document import Document, Form, Issue
from arnews.errors import check_type
from arnews.reading.encoding import decode
from arnews.reading.file_types import foreign_kind
from arnews.reading.kind import is_markdown, is_page
from arnews.reading.mojibake import is_in_visual_order, is_mojibake
from arnews.reading.text import read_text

__all__ = ["read"]


def read(
    content: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    select: Sequence[tuple[str, str]] = (),
    form: Form | None = None,
) -> Document:
    """Return the document of what is given: a web page, a plain text (with marks of Markdown or not), or a feed.

    `arnews.Document.form` says what it was, and `arnews.Document.issues` what is wrong with it as a whole: bytes that
    could not be decoded, a garbled text, one that is too long. No content makes it raise.

    Args:
        content: a text, or bytes in any encoding.
        url: its address, if known.
        encoding: the charset of the HTTP header, if known; only for bytes, which are believed where they refute it.
        select: CSS selectors, each with the value of a role: what they match is in ``document.page.roles``.
        form: what the caller knows it to be, ``Form.PAGE`` or ``Form.TEXT``; ``None`` to let the content tell.

    Raises:
        TypeError: an argument has the wrong type.
        ConfigurationError: a selector is not valid CSS.

    >>> read("<p>افتتح الوزير أمس المعرض.</p>").form, read("افتتح الوزير أمس المعرض.".encode("cp1256")).encoding
    (<Form.PAGE: 'page'>, 'windows-1256')
    >>> read(b"%PDF-1.7").issues[0].message
    'this is a PDF, not a text or page'
    """
    check_type("content", content, str, bytes, bytearray, memoryview)
    check_type("url", url, str, NoneType)
    check_type("encoding", encoding, str, NoneType)
    given = content if isinstance(content, str) else bytes(content)
    document = _read(given, url, encoding, select, form)
    issue = _garbled(document.text)
    return document if issue is None else evolve(document, issues=(issue, *document.issues))


def _read(
    content: str | bytes, url: str | None, encoding: str | None, select: Sequence[tuple[str, str]], form: Form | None
) -> Document:
    foreign = foreign_kind(content) if isinstance(content, bytes) else None
    if foreign is not None:
        issue = Issue(code="foreign", message=f"this is {foreign}, not a text or page")
        return Document(text="", blocks=(), url=url, form=Form.FOREIGN, encoding="binary", issues=(issue,))
    if form is not Form.TEXT:
        # Callers that parse texts alone do not wait for what reads feeds and pages.
        from arnews.reading.feed import read_feed
        from arnews.reading.html import read_html

        feed = read_feed(content, url=url, encoding=encoding)
        if feed is not None:
            return feed
        if form is Form.PAGE or is_page(content):
            return read_html(content, url=url, encoding=encoding, select=select)
    if isinstance(content, str):
        return _marked(read_text(content, url=url))
    decoded = decode(content, charset=encoding)
    document = _marked(read_text(decoded.text, url=url))
    issues = () if decoded.issue is None else (Issue(code="undecodable", message=decoded.issue),)
    return evolve(document, encoding=decoded.encoding, issues=(*issues, *document.issues))


def _marked(document: Document) -> Document:
    return evolve(document, form=Form.MARKDOWN) if is_markdown(document.text) else document


def _garbled(text: str) -> Issue | None:
    if is_mojibake(text):
        return Issue(code="mojibake", message="the text looks like Arabic decoded with the wrong encoding")
    if is_in_visual_order(text):
        return Issue(code="visual-order", message="the letters of the text are in visual order, from left to right")
    return None
