"""Pages to documents. The only module that knows the HTML parser; others get its trees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import NoneType

from arnews.document import Document, Form, Issue
from arnews.errors import check_type
from arnews.page import Page
from arnews.reading.blocks import assemble
from arnews.reading.collect_metadata import base_of, metadata_of
from arnews.reading.emphasis import emphasis_of
from arnews.reading.encoding import decode
from arnews.reading.excess import TOO_LARGE, trim
from arnews.reading.http import header_length
from arnews.reading.metadata import read_metadata
from arnews.reading.walk import Walk

__all__ = ["check_selector", "read_html"]


_TWICE = re.compile(
    r"&(?:amp;)+(?=(?:#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5}|amp|quot|apos|nbsp|ensp|emsp|laquo|raquo|[lr]dquo|[lr]squo|hellip|"
    r"[nm]dash|bull|middot|zwnj|zwj|rlm|lrm|copy|times|eacute|egrave|agrave|ccedil);)"
)
"""A character reference that was escaped once more on its way through a system."""


def read_html(
    page: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    select: Sequence[tuple[str, str]] = (),
) -> Document:
    """Return the document of a page: block-level runs of its text in reading order, and what the markup says.

    The text of the document is the text of its blocks, joined by line feeds; runs of white space are one blank,
    as on a screen. Character references that were escaped twice are decoded. Scripts, styles and
    controls have no text; what is hidden has, and its element says so.
    No page makes it raise, whatever its bytes.

    Args:
        page: the page, as text or as bytes in any encoding.
        url: its address, if known.
        encoding: the charset of the HTTP header, if known; only for bytes.
        select: CSS selectors, each with the value of a role: what they match is in ``document.page.roles``.

    Raises:
        TypeError: ``page`` is neither text nor bytes, or another argument has the wrong type.
        ConfigurationError: a selector is not valid CSS.

    >>> document = read_html("<h1>افتتاح المعرض</h1><p>افتتح الوزير <b>المعرض</b> أمس.</p>")
    >>> [block.text for block in document.blocks]
    ['افتتاح المعرض', 'افتتح الوزير المعرض أمس.']
    >>> document.page.elements[document.blocks[0].element].tag
    'h1'
    """
    check_type("page", page, str, bytes, bytearray, memoryview)
    check_type("url", url, str, NoneType)
    check_type("encoding", encoding, str, NoneType)
    check_type("select", select, Sequence)
    import turbohtml

    if isinstance(page, str):
        text, name, issue = page, None, None
    else:
        decoded = decode(bytes(page), charset=encoding)
        text, name, issue = decoded.text, decoded.encoding, decoded.issue
    text = text[header_length(text) :]
    if "&amp;" in text:
        text = _TWICE.sub("&", text)
    trimmed = trim(text)
    tree = turbohtml.parse(trimmed.text, positions=False)
    walk = Walk(tree)
    walk.run(turbohtml.Element, turbohtml.Text)
    walk.mark()
    found = assemble(walk.runs, walk.images)
    broken = dict.fromkeys(filter(None, (issue, *trimmed.issues, TOO_LARGE if walk.cut else None)))
    return Document(
        text=found.text,
        blocks=found.blocks,
        url=url,
        page=Page(
            elements=tuple(walk.elements),
            links=found.links,
            images=found.images,
            roles=walk.roles(select) if select else (),
            metadata=read_metadata(metadata_of(tree)),
            emphasis=emphasis_of(tree, found.blocks),
            base_url=base_of(tree),
        ),
        form=Form.PAGE,
        encoding=name,
        issues=tuple(Issue(code="broken-page", message=sentence) for sentence in broken),
    )


def check_selector(css: str) -> str | None:
    """Return what is wrong with a CSS selector, ``None`` if nothing is.

    >>> check_selector("div.story-body > p") is None, check_selector("div[") is None
    (True, False)
    """
    import turbohtml

    try:
        turbohtml.parse("").select(css)
    except Exception as error:
        return str(error)
    return None
