"""What the name of a tag means for reading."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["KINDS", "TagKind"]


class TagKind(IntEnum):
    """What an element does to the text around and inside it. A tag that is not in the table is a block.

    >>> KINDS["a"].name, KINDS.get("article", TagKind.BLOCK).name
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
    META = 6
    """Metadata: a name and a value."""
    REFERENCE = 7
    """Metadata: a relation and an address."""
    SCRIPT = 8
    """Code; the page's structured data stand in some."""
    TITLE = 9
    """The title of the page."""
    BASE = 10
    """The address that others are relative to."""
    SKIPPED = 11
    """What is inside is no text of the page."""
    TIME = 12
    """An inline element that may have a date for machines."""


_NAMES = {
    TagKind.INLINE: "span b strong i em u s small big sub sup font acronym bdi bdo cite code data del dfn ins kbd"
    " label mark q rp rt ruby samp strike tt var wbr nobr shadow g path",
    TagKind.LINK: "a",
    TagKind.BREAK: "br",
    TagKind.IMAGE: "img amp-img",
    TagKind.VIDEO: "video audio iframe amp-video amp-youtube amp-iframe amp-brightcove embed object",
    TagKind.META: "meta",
    TagKind.REFERENCE: "link",
    TagKind.SCRIPT: "script",
    TagKind.TITLE: "title",
    TagKind.BASE: "base",
    TagKind.SKIPPED: "style noscript template svg math canvas select datalist textarea noframes frameset applet"
    " amp-analytics amp-ad",
    TagKind.TIME: "time abbr",
}

KINDS: dict[str, TagKind] = {tag: kind for kind, tags in _NAMES.items() for tag in tags.split()}
"""What each tag does; the others are blocks."""
