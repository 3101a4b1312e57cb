"""The outline of a page: how much running text each element holds, and what lies inside what."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import accumulate, compress
from operator import sub
from urllib.parse import unquote

from attrs import define, evolve, field

from arnews.document import Block, Document
from arnews.labeling.pages.class_names import hint_of
from arnews.page import Element
from arnews.roles import Role

__all__ = ["LINKED", "TITLE", "Outline", "is_running", "leads_back", "outline_of"]

_SENTENCE = 50
"""Code points outside links from which a block counts as running text."""
_LINE = 25
"""The same on a page that has no longer blocks: verse, or lines broken by hand."""
_VERSES = 8
"""Lines in one element, none of them long or with a link, from which they may be verses."""
TITLE = 18
"""Code points in links from which a block may be a title."""
LINKED = 0.85
"""Share of its code points in links from which a block is a link."""


@define
class Outline:
    """A page with the weight of its elements. What was asked once is kept; nothing else changes."""

    blocks: tuple[Block, ...]
    elements: tuple[Element, ...]
    weights: list[int]
    """Code points of running text in each element, those in elements below it included."""
    own: list[int]
    """Code points of running text of each block; 0 for a block that is no running text."""
    full: list[int] = field(factory=list)
    """The same before any text was dropped."""
    ends: list[int] = field(factory=list)
    """The index after the last element that lies in each: in document order they follow it in one row."""
    title: str | None = None
    """The title of the page, once it is found: what repeats it is no title of another article."""
    replies: set[int] = field(factory=set)
    """Elements that hold what readers wrote."""
    teased: int = 0
    """Code points of running text that was that of teasers."""
    teasers: set[int] = field(factory=set)
    """Elements that hold teasers of other articles."""
    total: int = field(init=False)
    """Code points of running text of the page."""
    _running: list[int] | None = None
    """The elements that hold running text, once somebody has asked."""
    _titles: list[int] | None = None
    """Indices of the blocks that are linked titles, once somebody has asked."""

    @total.default
    def _sum(self) -> int:
        return sum(self.own)

    @property
    def running(self) -> list[int]:
        """The elements that hold running text, in order."""
        if self._running is None:
            self._running = list(compress(range(len(self.weights)), self.weights))
        return self._running

    @property
    def titles(self) -> list[int]:
        """Indices of the blocks that are a link long enough for a title."""
        if self._titles is None:
            self._titles = [
                index
                for index, (start, end, text, _, linked) in enumerate(self.blocks)
                if linked >= TITLE and linked >= LINKED * (end - start) and not self.repeats(text)
            ]
        return self._titles

    def repeats(self, text: str) -> bool:
        """Tell whether a text prints the title of the page («Re: …» above a reply, say)."""
        return self.title is not None and self.title in text

    def hint(self, element: int) -> Role | None:
        """Return what an element says by its names."""
        return hint_of(self.elements[element])

    def inside(self, element: int, container: int) -> bool:
        """Tell whether an element is a container or lies in it; all lie in what is around the root, which is -1."""
        return container < 0 or container <= element < self.ends[container]

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

    def all_in(self, containers: set[int]) -> set[int]:
        """Return elements and all that lie in them."""
        found: set[int] = set()
        for container in sorted(containers):
            if container not in found:  # what lies in another one is found with it
                found.update(range(container, self.ends[container]))
        return found

    def without(self, foreign: set[int]) -> Outline:
        """Return the outline without the running text of elements, and of what lies in them."""
        dropped = self.all_in(foreign)
        own = [own and (0 if block[3] in dropped else own) for block, own in zip(self.blocks, self.own, strict=True)]
        return evolve(self, own=own, weights=_weights(self.blocks, self.ends, own), running=None)


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
        own = [
            bare
            if (bare := end - start - linked) >= shortest
            and linked <= bare
            and (hidden or not elements[element].hidden)
            else 0
            for start, end, _, element, linked in blocks
        ]
        if any(own):
            break
    own = _with_verses(blocks, elements, own)
    ends = _ends(elements)
    return Outline(blocks, elements, _weights(blocks, ends, own), own, full=own, ends=ends)


def _with_verses(blocks: tuple[Block, ...], elements: tuple[Element, ...], own: list[int]) -> list[int]:
    """Return the weights of verses, short lines in one element, where they are more than the running text elsewhere."""
    if sum(map(bool, own)) >= _VERSES:
        return own
    lines = Counter(
        element for _, _, _, element, linked in blocks if not linked and element >= 0 and not elements[element].hidden
    )
    element, count = max(lines.items(), key=lambda item: (item[1], -item[0]), default=(-1, 0))
    if count < _VERSES or any(weight and block[3] == element for block, weight in zip(blocks, own, strict=True)):
        return own
    weights = [end - start if at == element and not linked else 0 for start, end, _, at, linked in blocks]
    return weights if sum(weights) > sum(own) else own


def _ends(elements: tuple[Element, ...]) -> list[int]:
    """Return the index after the last element that lies in each; an element comes after the one around it."""
    ends = list(range(1, len(elements) + 1))
    for index in range(len(ends) - 1, 0, -1):
        parent = elements[index][0]
        if parent >= 0 and ends[parent] < ends[index]:
            ends[parent] = ends[index]
    return ends


def _weights(blocks: tuple[Block, ...], ends: list[int], own: list[int]) -> list[int]:
    """Return the running text in each element."""
    held = [0] * len(ends)
    for block, weight in zip(blocks, own, strict=True):
        if weight:
            held[block.element] += weight
    before = list(accumulate(held, initial=0))  # in elements that begin before each
    return list(map(sub, map(before.__getitem__, ends), before))


def leads_back(block: Block, document: Document) -> bool:
    """Tell whether a block is a link to the very page that it is on.

    >>> import arnews
    >>> page = arnews.read_html("<h1><a href='/a/1'>افتتاح المعرض</a></h1>", url="https://example.com/a/1")
    >>> leads_back(page.blocks[0], page)
    True
    """
    page = document.page
    if page is None:
        return False
    at = bisect_left(page.links, (block.start,))
    if at == len(page.links) or page.links[at].start >= block.end:
        return False
    path = _path(page.links[at].href)
    own = [document.url] if document.url else [value.value for value in page.metadata.canonicals]
    return not path or any(_path(address) == path for address in own)


def _path(address: str) -> str:
    """Return an address without scheme, host, fragment and the slash at its end."""
    path = unquote(address.partition("#")[0]).removeprefix("./")
    if "://" in path:
        path = path.partition("://")[2].partition("/")[2]
    return path.strip("/")


def is_running(size: int, linked: int) -> bool:
    """Tell whether a block of so many code points, some of them in links, is long enough to be running text.

    >>> is_running(80, 10), is_running(80, 60)
    (True, False)
    """
    return size - linked >= _SENTENCE and 2 * linked <= size
