"""Runs of text to blocks: what a walk over a page finds, collected into a document."""

from __future__ import annotations

from collections.abc import Callable

from arnews.document import Block
from arnews.page import Element, PageImage, PageLink

__all__ = ["Blocks"]

Describe = Callable[[int], tuple[str, str, str, bool]]


class _Link:
    """A link that is open, or that the current run has: its address, and its text so far."""

    __slots__ = ("href", "parts", "rel")

    def __init__(self, href: str, rel: str) -> None:
        self.href = href
        self.rel = rel
        self.parts: list[str] = []


class Blocks:
    """Blocks, links and images of a page in the order in which they are met.

    Elements are known by their number in document order. An element gets into the document only if it
    holds text or an image; ``parents`` has the number of the element around each, ``is_open`` whether the walk
    is still inside, and ``describe`` says its tag, its names, its ARIA role, and whether it is hidden.

    >>> found = Blocks([-1, 0], [True, True], lambda number: ("div" if number == 0 else "p", "", "", False))
    >>> found.add("افتتاح   المعرض", 1)
    >>> found.end_run()
    >>> found.blocks[0].text, found.elements[found.blocks[0].element].tag
    ('افتتاح المعرض', 'p')
    """

    __slots__ = ("_at", "_describe", "_home", "_indexes", "_is_open", "_link", "_links", "_parents", "_parts",
                 "blocks", "elements", "images", "links", "texts")  # fmt: skip

    def __init__(self, parents: list[int], is_open: list[bool], describe: Describe) -> None:
        self.blocks: list[Block] = []
        self.elements: list[Element] = []
        self.images: list[PageImage] = []
        self.links: list[PageLink] = []
        self.texts: list[str] = []
        self._parents = parents
        self._is_open = is_open
        self._describe = describe
        self._indexes: dict[int, int] = {-1: -1}
        self._parts: list[str] = []
        self._home = -1
        self._at = 0
        self._link: _Link | None = None
        self._links: list[_Link] = []

    def add(self, text: str, number: int) -> None:
        """Add the text of an element to the current run."""
        if text.isspace():
            if self._parts:
                self._parts.append(" ")
            return
        if not self._parts:
            self._home = number
        else:
            # Up to the innermost element around all of the run; each element is left once, so this is linear.
            while not self._is_open[self._home]:
                self._home = self._parents[self._home]
        self._parts.append(text)
        if self._link is not None:
            self._link.parts.append(text)

    def open_link(self, href: str, rel: str) -> None:
        """Begin a link. Two links side by side are two words, however they are written."""
        if self._links and self._parts and self._links[-1].parts and self._parts[-1] is self._links[-1].parts[-1]:
            self._parts.append(" ")
        self._link = _Link(href, rel)
        self._links.append(self._link)

    def close_link(self) -> None:
        """End the link."""
        self._link = None

    def add_image(self, number: int, url: str, alt: str, names: str, *, video: bool) -> None:
        """Add an image where the walk is."""
        self.images.append(PageImage(self._at, self.index_of(number), url, alt, video, names))

    def end_run(self) -> None:
        """Make the current run of text a block."""
        if not self._parts:
            return
        text = " ".join("".join(self._parts).split())
        self._parts.clear()
        if not text:
            return
        start = self._at
        end = start + len(text)
        linked = self._end_links(text) if self._links else 0
        self.blocks.append(Block(start, end, text, self.index_of(self._home), linked))
        self.texts.append(text)
        self._at = end + 1

    def _end_links(self, text: str) -> int:
        """Find the links of the run in its text; return how many code points stand in them."""
        linked = at = 0
        for link in self._links:
            words = " ".join("".join(link.parts).split())
            start = text.find(words, at) if words else -1
            if start >= 0:
                at = start + len(words)
                linked += len(words)
                self.links.append(PageLink(self._at + start, self._at + at, link.href, link.rel))
        self._links.clear()
        if self._link is not None:  # it goes on in the next block
            self._link = _Link(self._link.href, self._link.rel)
            self._links.append(self._link)
        return linked

    def index_of(self, number: int) -> int:
        """Return the index of an element in the document; it and those around it get one if they have none."""
        index = self._indexes.get(number)
        if index is not None:
            return index
        chain = [number]
        above = self._parents[number]
        while above not in self._indexes:
            chain.append(above)
            above = self._parents[above]
        for below in reversed(chain):
            parent = self._indexes[self._parents[below]]
            tag, names, role, hidden = self._describe(below)
            hidden = hidden or (parent >= 0 and self.elements[parent].hidden)
            self._indexes[below] = len(self.elements)
            self.elements.append(Element(parent, tag, names, role, hidden))
        return self._indexes[number]

    def index_if_known(self, number: int) -> int | None:
        """Return the index of an element, ``None`` if it holds neither text nor image."""
        return self._indexes.get(number)
