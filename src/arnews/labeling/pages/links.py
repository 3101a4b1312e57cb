"""The links of a block."""

from __future__ import annotations

from bisect import bisect_left

from arnews.document import Block
from arnews.page import PageLink

__all__ = ["links_of"]


def links_of(block: Block, links: tuple[PageLink, ...]) -> tuple[PageLink, ...]:
    """Return the links that stand in a block.

    >>> links_of(Block(start=5, end=20, text="…"), (PageLink(0, 4, "/a"), PageLink(6, 9, "/b")))[0].href
    '/b'
    """
    first = bisect_left(links, (block.start,))
    return links[first : bisect_left(links, (block.end,), first)]
