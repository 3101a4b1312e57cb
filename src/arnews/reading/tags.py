"""What the name of a tag means for reading."""

from __future__ import annotations

from enum import Enum

__all__ = ["FLOWS", "Flow"]


class Flow(Enum):
    """What an element does to the text around and inside it. A tag that is not in the table is a block.

    >>> FLOWS["a"].name, FLOWS.get("article", Flow.BLOCK).name
    ('LINK', 'BLOCK')
    """

    INLINE = 0
    """Its text runs on in the line."""
    BLOCK = 1
    """It begins and ends a block."""
    LINK = 2
    """An inline element that may have an address."""
    BREAK = 3
    """It ends the line."""
    IMAGE = 4
    """A picture."""
    VIDEO = 5
    """A video or a player; what is inside is for browsers that cannot play it."""
    SKIPPED = 6
    """What is inside is no text of the page."""


_TAGS = {
    Flow.INLINE: "span b strong i em u s small big sub sup font acronym bdi bdo cite code data del dfn ins kbd label"
    " mark q rp rt ruby samp strike tt var wbr nobr shadow g path time abbr",
    Flow.LINK: "a",
    Flow.BREAK: "br",
    Flow.IMAGE: "img amp-img",
    Flow.VIDEO: "video audio iframe amp-video amp-youtube amp-iframe amp-brightcove embed object",
    Flow.SKIPPED: "script style title meta link base noscript template svg math canvas select datalist textarea"
    " noframes frameset applet amp-analytics amp-ad",
}

FLOWS: dict[str, Flow] = {tag: flow for flow, tags in _TAGS.items() for tag in tags.split()}
"""What each tag does; the others are blocks."""
