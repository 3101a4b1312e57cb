"""The links of a block, and whether they lead to a tag or to a section."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple
from urllib.parse import unquote

from arnews.document import Block
from arnews.page import PageLink
from arnews.text.memory import remembered

__all__ = ["is_wiki_category", "leads_to_author", "leads_to_section", "leads_to_tag", "links_of"]

_TAG = re.compile(r"(?:^|/)(?:tags?|topics?|keywords?|hashtags?|labels?)[/=][^/?#]|[?&]tag=", re.IGNORECASE)
_WIKI = re.compile(r"(?:[?&]title=|/wiki/)(?:Category|\u062a\u0635\u0646\u064a\u0641):", re.IGNORECASE)
"""Categories of a wiki: wherever their row is, it files the page."""
_WIKI_WORDS = ("title=", "/wiki/")
_SECTION = re.compile(r"(?:^|/)(?:category|categories|cat|sections?)[/=][^/?#]|[?&]cat(?:egory)?=", re.IGNORECASE)
_TAG_WORDS, _SECTION_WORDS = ("tag", "topic", "keyword", "label"), ("cat", "section")
"""One of them is in every match of either pattern: most addresses have none."""
_AUTHOR = re.compile(r"(?:^|/)(?:authors?|writers?|users?|profile|kuttab)[/=][^/?#]|[?&]author=", re.IGNORECASE)
_ESCAPE = re.compile("%[0-7]")
"""An escape of an ASCII character; the patterns hold no others."""


def links_of(block: Block, links: tuple[PageLink, ...]) -> tuple[PageLink, ...]:
    """Return the links in a block.

    >>> links_of(Block(start=5, end=20, text="…"), (PageLink(0, 4, "/a"), PageLink(6, 9, "/b")))[0].href
    '/b'
    """
    first = bisect_left(links, (block.start,))
    return links[first : bisect_left(links, (block.end,), first)]


def leads_to_tag(link: PageLink) -> bool:
    """Tell whether the address or the relation of a link says that it leads to a tag.

    >>> leads_to_tag(PageLink(0, 4, "/tags/news")), leads_to_tag(PageLink(0, 4, "/c/1", "category tag"))
    (True, False)
    """
    if _leads_to(link.href).tag:
        return True
    words = link.rel.split() if link.rel else ()
    if "tag" not in words or "category" in words:
        return False
    return "categories/" in unquote(link.href) or not leads_to_section(link)


def leads_to_section(link: PageLink) -> bool:
    """Tell whether the address or the relation of a link says that it leads to a section.

    >>> leads_to_section(PageLink(0, 4, "/category/sport")), leads_to_section(PageLink(0, 4, "/news/12"))
    (True, False)
    """
    return (bool(link.rel) and "category" in link.rel.split()) or _leads_to(link.href).section


def leads_to_author(link: PageLink) -> bool:
    """Tell whether the address or the relation of a link says that it leads to somebody who writes.

    >>> leads_to_author(PageLink(0, 4, "/author/leila")), leads_to_author(PageLink(0, 4, "/news/12"))
    (True, False)
    """
    return (bool(link.rel) and "author" in link.rel.split()) or _AUTHOR.search(link.href) is not None


def is_wiki_category(link: PageLink) -> bool:
    """Tell whether a link leads to a category of a wiki: wherever their row is, it files the page.

    >>> is_wiki_category(PageLink(0, 4, "/wiki/Category:Ports")), is_wiki_category(PageLink(0, 4, "/news/12"))
    (True, False)
    """
    return any(map(link.href.__contains__, _WIKI_WORDS)) and _WIKI.search(unquote(link.href)) is not None


class _Target(NamedTuple):
    """What an address says of itself."""

    tag: bool
    section: bool


# The links of a page are asked several times; most pages have some hundred.
@remembered(most=2048, longest=300)
def _leads_to(href: str) -> _Target:
    if _ESCAPE.search(href) is not None:
        href = unquote(href)
    folded = href.casefold()
    return _Target(
        tag=(any(map(folded.__contains__, _TAG_WORDS)) and _TAG.search(href) is not None)
        or (any(map(folded.__contains__, _WIKI_WORDS)) and _WIKI.search(unquote(href)) is not None),
        section=any(map(folded.__contains__, _SECTION_WORDS)) and _SECTION.search(href) is not None,
    )
