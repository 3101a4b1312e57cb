"""The outline of a page: how much running text each element holds, and what lies inside what."""

from __future__ import annotations

from attrs import define

from arnews.document import Block, Document, Role
from arnews.labeling.pages.hints import hint_of
from arnews.page import Element

__all__ = ["Outline", "outline_of"]

_SENTENCE = 50
"""Code points outside links from which a block counts as running text."""
_LINE = 25
"""The same on a page that has no longer blocks: verse, or lines broken by hand."""


@define
class Outline:
    """A page with the weight of its elements. Mutable: it never leaves the labeler."""

    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    weights: list[int]
    """Code points of running text in each element, those in elements below it included."""
    own: list[int]
    """Code points of running text of each block; 0 for a block that is no running text."""
    hints: dict[int, Role | None]
    """Hints of the elements that were asked for."""
    teased: int = 0
    """Code points of running text that was that of teasers."""

    @property
    def total(self) -> int:
        """Code points of running text of the page."""
        return sum(self.own)

    def is_running(self, block: Block) -> bool:
        """Tell whether a block is long enough to be running text, whatever element it stands in."""
        return _weight(block, _SENTENCE, hidden=False) > 0

    def hint(self, element: int) -> Role | None:
        """Return what an element says by its names."""
        if element not in self.hints:
            self.hints[element] = hint_of(self.elements[element])
        return self.hints[element]

    def inside(self, element: int, container: int) -> bool:
        """Tell whether an element is a container or lies in it."""
        while element > container:  # those around an element stand before it
            element = self.elements[element].parent
        return element == container

    def common(self, first: int, second: int) -> int:
        """Return the innermost element around two elements."""
        while first != second:
            if first > second:
                first = self.elements[first].parent
            else:
                second = self.elements[second].parent
        return first

    def around(self, element: int) -> set[int]:
        """Return an element and all that it lies in."""
        found = set()
        while element >= 0:
            found.add(element)
            element = self.elements[element].parent
        return found

    def drop(self, foreign: set[int]) -> int:
        """Take the running text of elements, and of what lies in them, out of the page; return how much it was."""
        before = self.total
        for index, element in enumerate(self.elements):
            if element.parent in foreign:
                foreign.add(index)
        self.own = [0 if block.element in foreign else own for block, own in zip(self.blocks, self.own, strict=True)]
        self.weights = _weights(self.blocks, self.elements, self.own)
        return before - self.total


def outline_of(document: Document) -> Outline:
    """Return the outline of a page; hidden text does not weigh, unless all is hidden.

    >>> import arnews
    >>> page = arnews.read_html("<div><p>" + "وقال الوزير إن المعرض يفتح أبوابه. " * 3 + "</p></div>")
    >>> outline_of(page).total > 90
    True
    """
    page = document.page
    elements = page.elements if page is not None else ()
    blocks = document.blocks
    own: list[int] = []
    for shortest, hidden in ((_SENTENCE, False), (_LINE, False), (_LINE, True)):
        own = [_weight(block, shortest, hidden=not hidden and elements[block.element].hidden) for block in blocks]
        if any(own):
            break
    return Outline(blocks, elements, _weights(blocks, elements, own), own, {})


def _weights(blocks: tuple[Block, ...], elements: tuple[Element, ...], own: list[int]) -> list[int]:
    """Return the running text in each element; an element stands behind the one around it."""
    weights = [0] * len(elements)
    for block, weight in zip(blocks, own, strict=True):
        weights[block.element] += weight
    for index in range(len(elements) - 1, 0, -1):
        parent = elements[index].parent
        if parent >= 0:
            weights[parent] += weights[index]
    return weights


def _weight(block: Block, shortest: int, *, hidden: bool) -> int:
    """Return how much running text a block is: what stands outside its links, if that is a sentence."""
    size = block.end - block.start
    bare = size - block.linked
    return 0 if hidden or bare < shortest or block.linked > bare else bare
