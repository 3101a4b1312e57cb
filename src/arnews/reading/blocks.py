"""Runs of text to blocks: what a walk over a page finds, collected into a document."""

from __future__ import annotations

from itertools import pairwise

from arnews.document import Block
from arnews.page import Element, PageImage, PageLink

__all__ = ["OUTSIDE", "Blocks", "Link", "Place", "new_tuple"]

_NEAR = 8
"""Steps up to which an element around two texts is looked for; more would take the square of nested ones."""
new_tuple = tuple.__new__  # a third of the time of calling the class


Link = tuple[str, str]
"""Address and ``rel`` of the link that a text stands in."""
Place = tuple[int, int, Link | None, bool]
"""Where a text stands: index of the innermost element of the document around it, index of the innermost one that is
no part of a line, the link around it, and whether what is there is no text of the page. There is one for each element
on the way to a text, so it is a plain tuple."""
OUTSIDE: Place = (-1, -1, None, False)


class Blocks:
    """Blocks, elements, links and images of a page in the order in which they are met.

    >>> found = Blocks()
    >>> found.elements.append(Element(-1, "p", "lead"))
    >>> found.add("افتتاح   المعرض", (0, 0, None, False))
    >>> found.end_run()
    >>> found.blocks[0].text, found.elements[found.blocks[0].element].names
    ('افتتاح المعرض', 'lead')
    """

    __slots__ = ("_at", "_block", "_home", "_link", "_links", "blocks", "elements", "images", "links", "parts", "texts")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.texts: list[str] = []
        self.elements: list[Element] = []
        self.images: list[PageImage] = []
        self.links: list[PageLink] = []
        self.parts: list[str] = []
        """The texts of the current run, and blanks; whoever adds a blank does so only to a run that has begun."""
        self._home = self._block = -1
        self._link: Link | None = None
        self._links: list[tuple[int, Link | None]] = []  # at which part of the run a link, or none, begins
        self._at = 0

    def add(self, text: str, place: Place) -> None:
        """Add a text that is not blank; in another element that is no part of a line it begins a new run."""
        parts = self.parts
        element, block, link, _ = place
        if parts and block != self._block:
            self.end_run()
        if not parts:
            self._home, self._block, self._link = element, block, link
            if link is not None:
                self._links.append((0, link))
        else:
            if element != self._home:
                self._home = self._around(self._home, element)
            if link is not self._link:
                if link is not None and self._link is not None and parts[-1] != " ":
                    parts.append(" ")  # two links side by side are two words, however they are written
                self._links.append((len(parts), link))
                self._link = link
        parts.append(text)

    def _around(self, one: int, other: int) -> int:
        """Return the innermost element around two of one line."""
        for _ in range(_NEAR):
            if one == other or one == self._block or other == self._block:
                break
            if one > other:  # those around an element stand before it
                one = self.elements[one].parent
            else:
                other = self.elements[other].parent
        return one if one == other else self._block

    def add_image(self, place: Place, url: str, alt: str, names: str, *, video: bool) -> None:
        """Add an image where the walk is."""
        element, block, _, _ = place
        if self.parts and block != self._block:
            self.end_run()
        self.images.append(PageImage(self._at, element, url, alt, video, names))

    def end_run(self) -> None:
        """Make the current run of text a block."""
        parts, start = self.parts, self._at
        text = " ".join((parts[0] if len(parts) == 1 else "".join(parts)).split())
        end = start + len(text)
        linked = self._end_links(text, start) if self._links else 0
        parts.clear()
        self.blocks.append(new_tuple(Block, (start, end, text, self._home, linked)))
        self.texts.append(text)
        self._at = end + 1

    def _end_links(self, text: str, start: int) -> int:
        """Find the links of the run in its text; return how many code points stand in them."""
        marks = self._links
        if len(marks) == 1 and marks[0][0] == 0 and marks[0][1] is not None:
            self.links.append(new_tuple(PageLink, (start, start + len(text), *marks[0][1])))
            marks.clear()
            return len(text)
        linked = at = 0
        marks.append((len(self.parts), None))
        for (first, link), (past, _) in pairwise(marks):
            if link is None:
                continue
            words = " ".join("".join(self.parts[first:past]).split())
            found = text.find(words, at) if words else -1
            if found >= 0:
                at = found + len(words)
                linked += len(words)
                self.links.append(new_tuple(PageLink, (start + found, start + at, *link)))
        marks.clear()
        return linked
