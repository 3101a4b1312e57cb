"""The links of a block, and whether they lead to a tag or to a section."""

from __future__ import annotations

import re
from bisect import bisect_left
from urllib.parse import unquote

from arnews.document import Block
from arnews.page import PageLink

__all__ = ["leads_to_section", "leads_to_tag", "links_of"]

_TAG = re.compile(r"(?:^|/)(?:tags?|topics?|keywords?|hashtags?|labels?)[/=][^/?#]|[?&]tag=", re.IGNORECASE)
_SECTION = re.compile(r"(?:^|/)(?:category|categories|cat|sections?)[/=][^/?#]|[?&]cat(?:egory)?=", re.IGNORECASE)


def links_of(block: Block, links: tuple[PageLink, ...]) -> tuple[PageLink, ...]:
    """Return the links that stand in a block.

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
    href = unquote(link.href)
    words = link.rel.split()
    if _TAG.search(href) is not None:
        return True
    if "tag" not in words or "category" in words:
        return False
    return "categories/" in href or not leads_to_section(link)


def leads_to_section(link: PageLink) -> bool:
    """Tell whether the address or the relation of a link says that it leads to a section.

    >>> leads_to_section(PageLink(0, 4, "/category/sport")), leads_to_section(PageLink(0, 4, "/news/12"))
    (True, False)
    """
    return "category" in link.rel.split() or _SECTION.search(unquote(link.href)) is not None
