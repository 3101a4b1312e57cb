"""Feeds (RSS, Atom): lists of articles, read for the titles and addresses of their items."""

from __future__ import annotations

import re

from arnews.document import Block, Document, Form, Issue
from arnews.page import Element, Page, PageLink
from arnews.reading.encoding import decode
from arnews.text.references import unescape

__all__ = ["read_feed"]

_HEAD = 4096
"""Characters within which the root element of a feed opens."""
_ROOT = re.compile(
    r"(?:[\s\ufeff]++|<\?[^>]{0,400}>|<!--.{0,2000}?-->)*+<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL | re.IGNORECASE
)
_ITEM = re.compile(r"<(?:item|entry)[\s>]", re.IGNORECASE)
_TITLE = re.compile(
    r"<title(?:\s[^>]{0,200})?>([^<]*(?:<!\[CDATA\[.{0,2000}?\]\]>[^<]*)?)</title>", re.DOTALL | re.IGNORECASE
)
_LINK = re.compile(
    r"<link>\s*+(?:<!\[CDATA\[\s*+)?([^<\]\s]{1,2000})|<link\s[^>]{0,400}?href\s*=\s*[\"']([^\"']{1,2000})",
    re.IGNORECASE,
)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


def read_feed(content: str | bytes, *, url: str | None = None, encoding: str | None = None) -> Document | None:
    """Return the document of a feed, one block and link per item; ``None`` if the content is no feed. It never raises.

    Args:
        content: the feed, as text or as bytes in any encoding.
        url: its address, if known.
        encoding: the charset of the HTTP header, if known; only for bytes.

    >>> feed = read_feed("<rss><channel><item><title>افتتاح المعرض</title><link>/1</link></item></channel></rss>")
    >>> feed.text, feed.page.links[0].href
    ('افتتاح المعرض', '/1')
    """
    if isinstance(content, str):
        if _ROOT.match(content[:_HEAD]) is None:
            return None
        text, decoded = content, None
    else:
        if b"<rss" not in content[:_HEAD] and b"<feed" not in content[:_HEAD] and b"<rdf:RDF" not in content[:_HEAD]:
            return None
        decoded = decode(content, charset=encoding)
        text = decoded.text
        if _ROOT.match(text[:_HEAD]) is None:
            return None
    starts = [match.start() for match in _ITEM.finditer(text)]
    root = Element(parent=-1, tag="feed", names="")
    blocks: list[Block] = []
    links: list[PageLink] = []
    at = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        item = text[start:end]
        found = _TITLE.search(item)
        title = " ".join(unescape(_CDATA.sub(r"\1", found[1])).split()) if found is not None else ""
        if not title:
            continue
        blocks.append(Block(at, at + len(title), title, element=0))
        link = _LINK.search(item)
        if link is not None:
            links.append(PageLink(at, at + len(title), unescape(link[1] or link[2])))
        at += len(title) + 1
    document_text = "\n".join(block.text for block in blocks)
    issue = None if decoded is None else decoded.issue
    return Document(
        text=document_text,
        blocks=tuple(blocks),
        url=url,
        page=Page(elements=(root,), links=tuple(links)),
        form=Form.FEED,
        encoding=None if decoded is None else decoded.encoding,
        issues=() if issue is None else (Issue(code="undecodable", message=issue),),
    )
