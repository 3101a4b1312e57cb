"""Pages to documents. The only module that knows the HTML parser; others get its trees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import NoneType

from arnews.document import Document, Form, Issue
from arnews.errors import check_type
from arnews.page import Page
from arnews.reading.blocks import assemble
from arnews.reading.encoding import decode
from arnews.reading.http import header_length
from arnews.reading.metadata import read_metadata
from arnews.reading.stated import base_of, metadata_of
from arnews.reading.walk import MOST_NODES, Walk

__all__ = ["check_selector", "read_html"]


# A tag with its attributes as the tokenizer takes them, so that no quotation mark hides a part of it.
_ROOT = re.compile(
    r"<(html|body)(?=[ \t\n\f\r/>])(?:[ \t\n\f\r/]++|"
    r"""[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+"""
    r"""(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+)?)?)*+""",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"&(?:amp;)+(?=(?:#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5}|amp|quot|apos|nbsp|ensp|emsp|laquo|raquo|[lr]dquo|[lr]squo|hellip|"
    r"[nm]dash|bull|middot|zwnj|zwj|rlm|lrm|copy|times|eacute|egrave|agrave|ccedil);)"
)
"""A character reference that was escaped once more on its way through a system."""
_MOST_REPEATED = 8192
"""Characters of the tags that begin the page again, up to which their attributes are read. The parser looks for each
attribute among those that the first tag has, one after the other: the square of their number."""
_LARGE = 2_000_000
"""Characters from which the tags of a page are counted."""
_TOO_LARGE = f"the page has more than {MOST_NODES:,} elements and texts; the rest was not read"


def read_html(
    page: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    select: Sequence[tuple[str, str]] = (),
) -> Document:
    """Return the document of a page: block-level runs of its text in reading order, and what the markup says.

    The text of the document is the text of its blocks, joined by line feeds; runs of white space are one blank,
    as on a screen. Character references that were escaped twice are read as what they stand for. Scripts, styles and
    controls have no text; what is hidden has, and its element says so.
    No page makes it raise, whatever its bytes.

    Args:
        page: the page, as text or as bytes in any encoding.
        url: its address, if known.
        encoding: the charset of the HTTP header, if known; only for bytes.
        select: CSS selectors, each with the value of a role: what they match is in ``document.page.roles``.

    Raises:
        TypeError: ``page`` is neither text nor bytes, or another argument has the wrong type.
        ConfigurationError: a selector is none.

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
    tags = text.count("<") if len(text) > _LARGE else 0
    if tags > 2 * MOST_NODES:
        # What the walk would not read need not become a tree, which takes twenty times its size.
        text = text[: len(text) * 2 * MOST_NODES // tags]
    if "&amp;" in text:
        text = _TWICE.sub("&", text)
    tree = turbohtml.parse(_without_repeats(text), positions=False)
    walk = Walk(tree)
    walk.run(turbohtml.Element, turbohtml.Text)
    walk.mark()
    found = assemble(walk.runs, walk.images)
    cut = _TOO_LARGE if walk.cut or tags > 2 * MOST_NODES else None
    return Document(
        text=found.text,
        blocks=found.blocks,
        url=url,
        page=Page(
            elements=walk.elements,
            links=found.links,
            images=found.images,
            roles=walk.roles(select) if select else (),
            metadata=read_metadata(metadata_of(tree)),
            base_url=base_of(tree),
        ),
        form=Form.PAGE,
        encoding=name,
        issues=tuple(Issue(code="broken-page", message=sentence) for sentence in (issue, cut) if sentence is not None),
    )


def _without_repeats(text: str) -> str:
    """Return the page; where ``html`` or ``body`` are repeated with many attributes, only the first keeps its own."""
    found = [match.group() for match in _ROOT.finditer(text)]
    if len(found) < 2 or sum(map(len, found)) <= _MOST_REPEATED:
        return text
    seen: set[str] = set()

    def first(match: re.Match[str]) -> str:
        name = match[1].lower()
        if name in seen:
            return match.group()[: match.end(1) - match.start()]
        seen.add(name)
        return match.group()

    return _ROOT.sub(first, text)


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
