"""Links of a page: where they stand, and what their addresses are resolved against."""

from __future__ import annotations

from bisect import bisect_left

from arnews.addresses import resolve
from arnews.document import Document
from arnews.page import Page, PageLink

__all__ = ["base_of", "links_in"]


def base_of(document: Document) -> str | None:
    """Return the address that the page's relative addresses are resolved against.

    >>> base_of(Document(text="", blocks=(), url="https://example.com/a"))
    'https://example.com/a'
    """
    page = document.page
    if page is None or page.base_url is None:
        return document.url
    return resolve(page.base_url, document.url) or document.url


def links_in(page: Page, start: int, end: int) -> tuple[PageLink, ...]:
    """Return the links that begin inside a span of the text, in order.

    >>> page = Page(links=(PageLink(0, 4, "/a"), PageLink(9, 12, "/b")))
    >>> [link.href for link in links_in(page, 5, 20)]
    ['/b']
    """
    links = page.links
    first = bisect_left(links, (start,))
    past = bisect_left(links, (end,), first)
    return links[first:past]
