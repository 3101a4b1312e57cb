"""The links of a block, and whether they lead to a tag or to a section."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import unquote

from arnews.document import Block
from arnews.page import PageLink

__all__ = [
    "Leads",
    "all_on_page",
    "is_wiki_category",
    "leads_of",
    "leads_to_author",
    "leads_to_section",
    "leads_to_tag",
    "links_of",
]


class _Kind(NamedTuple):
    """A kind of addresses, which are in lower case."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    """One of them is in every match; most addresses have none."""


_WIKI_CATEGORY = r"(?:[?&]title=|/wiki/)(?:category|\u062a\u0635\u0646\u064a\u0641|%d8%aa%d8%b5%d9%86%d9%8a%d9%81):"
_WIKI = _Kind(re.compile(_WIKI_CATEGORY), ("title=", "/wiki/"))
"""Categories of a wiki: wherever their row is, it files the page."""
_TAG = _Kind(
    re.compile(rf"(?:^|/)(?:tags?|topics?|keywords?|hashtags?|labels?)[/=][^/?#]|[?&]tag=|{_WIKI_CATEGORY}"),
    ("tag", "topic", "keyword", "label", *_WIKI.words),
)
_SECTION = _Kind(
    re.compile(r"(?:^|/)(?:category|categories|cat|sections?)[/=][^/?#]|[?&]cat(?:egory)?="),
    ("cat", "section"),
)
_AUTHOR = _Kind(
    re.compile(r"(?:^|/)(?:authors?|writers?|users?|profile|kuttab)[/=][^/?#]|[?&]author="),
    ("author", "writer", "user", "profile", "kuttab"),
)
_ESCAPE = re.compile("%([0-7][0-9A-Fa-f])")
"""An escape of an ASCII character."""


def links_of(block: Block, links: tuple[PageLink, ...]) -> tuple[PageLink, ...]:
    """Return the links in a block.

    >>> links_of(Block(start=5, end=20, text="…"), (PageLink(0, 4, "/a"), PageLink(6, 9, "/b")))[0].href
    '/b'
    """
    first = bisect_left(links, (block.start,))
    return links[first : bisect_left(links, (block.end,), first)]


def all_on_page(block: Block, links: tuple[PageLink, ...]) -> bool:
    """Tell whether the links of a block lead to places on its own page, as those of a table of contents do.

    >>> all_on_page(Block(start=0, end=9, text="…"), (PageLink(0, 4, "#history"), PageLink(5, 9, "#today")))
    True
    """
    own = links_of(block, links)
    return bool(own) and all(link.href.startswith("#") and len(link.href) > 1 for link in own)


class Leads(NamedTuple):
    """Kinds that some links of a page may be of: of most pages no link leads to a tag or an author.

    >>> Leads(tags=False, sections=True, authors=False).sections
    True
    """

    tags: bool
    sections: bool
    authors: bool


def leads_of(links: Sequence[PageLink]) -> Leads:
    """Return of which kinds some of the links may be, by one look at all addresses and relations.

    >>> leads_of((PageLink(0, 4, "/news/12"), PageLink(5, 9, "/Tag/ports"), PageLink(10, 14, "/3", "category")))
    Leads(tags=True, sections=True, authors=False)
    """
    addresses = _plain("\n".join([link.href for link in links]))
    relations = "\n".join({link.rel for link in links})
    holds = addresses.__contains__
    return Leads(
        tags="tag" in relations or any(map(holds, _TAG.words)),
        sections="category" in relations or any(map(holds, _SECTION.words)),
        authors="author" in relations or any(map(holds, _AUTHOR.words)),
    )


def leads_to_tag(link: PageLink) -> bool:
    """Tell whether the address or the relation of a link says that it leads to a tag.

    >>> leads_to_tag(PageLink(0, 4, "/tags/news")), leads_to_tag(PageLink(0, 4, "/c/1", "category tag"))
    (True, False)
    """
    if _is_of(_TAG, _plain(link.href)):
        return True
    if not link.rel:
        return False
    words = link.rel.split()
    if "tag" not in words or "category" in words:
        return False
    return "categories/" in unquote(link.href) or not leads_to_section(link)


def leads_to_section(link: PageLink) -> bool:
    """Tell whether the address or the relation of a link says that it leads to a section.

    >>> leads_to_section(PageLink(0, 4, "/category/sport")), leads_to_section(PageLink(0, 4, "/news/12"))
    (True, False)
    """
    return (bool(link.rel) and "category" in link.rel.split()) or _is_of(_SECTION, _plain(link.href))


def leads_to_author(link: PageLink) -> bool:
    """Tell whether the address or the relation of a link says that it leads to somebody who writes.

    >>> leads_to_author(PageLink(0, 4, "/author/leila")), leads_to_author(PageLink(0, 4, "/news/12"))
    (True, False)
    """
    return (bool(link.rel) and "author" in link.rel.split()) or _is_of(_AUTHOR, link.href.casefold())


def is_wiki_category(link: PageLink) -> bool:
    """Tell whether a link leads to a category of a wiki: wherever their row is, it files the page.

    >>> is_wiki_category(PageLink(0, 4, "/wiki/Category:Ports")), is_wiki_category(PageLink(0, 4, "/news/12"))
    (True, False)
    """
    return _is_of(_WIKI, _plain(link.href))


def _is_of(kind: _Kind, address: str) -> bool:
    pattern, words = kind
    for word in words:
        if word in address:
            return pattern.search(address) is not None
    return False


def _plain(href: str) -> str:
    """Return an address in lower case, without escapes of ASCII characters: the patterns hold few others."""
    return (_ESCAPE.sub(_character, href) if "%" in href else href).casefold()


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))
