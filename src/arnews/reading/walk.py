"""One walk over the tree of a page: runs of text in reading order, images, and the elements around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from arnews.errors import ConfigurationError
from arnews.page import Element
from arnews.reading.blocks import FoundImage, JoinedRun, Link, Run
from arnews.reading.tags import FLOWS, Flow

if TYPE_CHECKING:
    import turbohtml

__all__ = ["MOST_NODES", "Walk"]

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "srcset", "data-srcset", "src")
_SOURCE = ("src",)
_LATE = ", ".join(f"img[{name}]" for name in _SOURCES[:-1])
_TOLD = "[role], [hidden], [aria-hidden=true], [style*=none i], [data-component], [data-testid]"
_COMPONENTS = ("data-component", "data-testid")
"""What pages whose classes are hashes call their parts."""
_RELATED = "a[rel], a[itemprop]"

_Place = tuple[int, int, Link | None, bool]
"""Where a text is: index of the innermost element of the page around it, index of the innermost one that is no part
of a line, the link around it, and whether what is there is no text of the page. There is one for each element on the
way to a text, so it is a plain tuple."""
MOST_NODES = 42_000
"""Elements and texts of a page that are read: each takes 300 bytes and more. A usual page has 1,500, and the largest of
500 pages of news had 7,000."""
_ICON = 64
"""Pixels up to which a picture is an icon or a face; thumbnails of pictures have a hundred and more."""
_SIZE_DIGITS = 4
_OUTSIDE: _Place = (-1, -1, None, False)


class Walk:
    """One walk over all nodes of a tree, in document order.

    Most nodes are blanks between tags, and elements without text of their own. So the walk looks at the tag of an
    element and at the characters of a text, and only from a text that is not blank it climbs to the elements around.
    """

    def __init__(self, tree: turbohtml.Document) -> None:
        self.tree = tree
        self.runs: list[Run] = []
        self.images: list[FoundImage] = []
        self.elements: list[Element] = []
        """The elements of the page that hold text or an image."""
        self.cut = False
        """The page has more nodes than are read."""
        self._places: dict[Any, _Place] = {tree: _OUTSIDE}
        # Few links say more than their address: to know which saves asking the others.
        self._place = _placer(self._places, self.elements, set(tree.select(_RELATED)))
        self._late = set(tree.select(_LATE))  # so it is with images and the attributes that hold their address

    def run(self, element_type: type[turbohtml.Element], text_type: type[turbohtml.Text]) -> None:
        """Visit every node. The hottest loop of the package: names are local, and what is rare is done elsewhere."""
        flows, runs, elements = FLOWS, self.runs, self.elements
        place_of, place, add = self._places.get, self._place, runs.append
        block, inline, anchor, skip = Flow.BLOCK, Flow.INLINE, Flow.LINK, Flow.SKIPPED
        image, video = Flow.IMAGE, Flow.VIDEO
        new = tuple.__new__
        data: str | None = None  # the first text of the current run
        line: JoinedRun | None = None  # the run if it has several
        home = around = -1
        link: Link | None = None
        blank = False
        first: Any = None  # the element in which the current run begins
        code: Any = None  # the last script, style or the like: its text is long, and is not looked at
        nodes: Iterator[Any] = self.tree.descendants
        for node in islice(nodes, MOST_NODES):
            if type(node) is text_type:
                if code is not None:
                    parent: Any = node.parent
                    if parent is code:
                        above = parent.parent
                        if data is not None or place_of(above) is None:
                            if node.data.isspace():
                                blank = True
                            elif place_of(above) is None:
                                place(above)  # what holds a script counts as an element of the page
                        continue
                    code = None
                if (text := node.data).isspace():
                    blank = True
                    continue
                parent = node.parent
                element, box, href, skipped = place_of(parent) or place(parent)
                if skipped:
                    continue
                if data is not None:
                    if box == around:
                        if line is None:
                            line = JoinedRun(data, home, link, first)
                        line.add(text, element, href, blank, elements, around, parent)
                        blank = False
                        continue
                    add(new(Run, (data, home, link, ())) if line is None else line.run())
                data, line, home, around, link, blank, first = text, None, element, box, href, False, parent
            elif type(node) is element_type:
                if (flow := flows.get(node.tag, block)) is block:
                    if data is not None:
                        add(new(Run, (data, home, link, ())) if line is None else line.run())
                        data = line = None
                elif flow is anchor or flow is inline:
                    continue
                elif flow is image or flow is video:
                    self._add_image(node, data is not None, around, is_video=flow is video)
                elif flow is skip and node.tag != "svg":
                    code = node
                elif data is not None:  # an icon is in front of something else: a clock, a count, a name
                    add(new(Run, (data, home, link, ())) if line is None else line.run())
                    data = line = None
        if data is not None:
            add(new(Run, (data, home, link, ())) if line is None else line.run())
        self.cut = next(nodes, None) is not None

    def _add_image(self, node: turbohtml.Element, is_open: bool, around: int, *, is_video: bool) -> None:
        attr = node.attr
        address = None
        for name in _SOURCES if is_video or node in self._late or node.tag != "img" else _SOURCE:
            address = attr(name)
            if address and address[:5] != "data:":
                break
        else:
            address = None
        if address is None and is_video:
            source = node.find("source")
            address = source.attr("src") if source is not None else attr("data-videoid")
        if address:
            parent = node.parent
            element, box, _, skipped = self._places.get(parent) or self._place(parent)
            if not skipped:
                after_open = is_open and box != around  # the run before it has ended, the walk does not know it yet
                names, identity = attr("class"), attr("id")
                if identity:
                    names = f"{names} {identity}" if names else identity
                at = len(self.runs) + after_open
                small = not is_video and (_is_small(attr("width")) or _is_small(attr("height")))
                self.images.append(
                    tuple.__new__(
                        FoundImage, (at, element, address.strip(), attr("alt") or "", names or "", is_video, small)
                    )
                )

    def mark(self) -> None:
        """Note which elements are not shown, and what ARIA says of them."""
        elements = self.elements
        hiding: set[int] = set()
        for node in self.tree.select(_TOLD):
            index = self._index(node)
            if index is None:
                continue
            role = node.attr("role")
            called = [name for attribute in _COMPONENTS if (name := node.attr(attribute))]
            if role or called:
                parent, tag, names, _, _ = elements[index]
                elements[index] = Element(parent, tag, " ".join(filter(None, (names, *called))), role or "")
            if _hides(node):
                hiding.add(index)
        if not hiding:
            return
        hidden = [False] * len(elements)
        for index in range(min(hiding), len(elements)):
            parent = elements[index].parent
            if index in hiding or (parent >= 0 and hidden[parent]):
                hidden[index] = True
                elements[index] = elements[index]._replace(hidden=True)

    def roles(self, select: Sequence[tuple[str, str]]) -> tuple[tuple[int, str], ...]:
        """Return index and role of the elements of the document that each selector matches."""
        found: list[tuple[int, str]] = []
        for css, role in select:
            try:
                matches = self.tree.select(css)
            except Exception as error:
                raise ConfigurationError(f"{css!r} is not a CSS selector: {error}") from None
            found += [(index, role) for node in matches if (index := self._index(node)) is not None]
        return tuple(found)

    def _index(self, node: turbohtml.Element) -> int | None:
        """Return the index of an element, ``None`` if it is not one of the page."""
        index = self._places.get(node, _OUTSIDE)[0]
        # An element that is left out has the place of the one around it.
        return index if index >= 0 and index != self._places[node.parent][0] else None


def _placer(places: dict[Any, _Place], elements: list[Element], related: set[Any]) -> Callable[[Any], _Place]:
    """Return the function that gives a place to a node that has none yet, and to those around it, and returns it.

    Names are local to it, as in the walk. ``related`` are the links that say more than their address.
    """
    place_of, add, flow_of, new = places.get, elements.append, FLOWS.get, tuple.__new__
    block, inline, anchor, line_end = Flow.BLOCK, Flow.INLINE, Flow.LINK, Flow.BREAK

    def give_place(node: Any) -> _Place:
        chain = []
        while (place := place_of(node)) is None:
            chain.append(node)
            node = node.parent
        element, box, link, skipped = place
        for node in reversed(chain):
            if skipped:
                places[node] = place
                continue
            tag, names, identity = node.tag, node.attr("class"), node.attr("id")
            if identity:
                names = f"{names} {identity}" if names else identity
            flow = flow_of(tag, block)
            if flow is block or flow is line_end:
                add(new(Element, (element, tag, names or "", "", False)))
                element = box = len(elements) - 1
            elif flow is anchor or flow is inline:
                if flow is anchor and (href := node.attr("href")):
                    link = href.strip(), _relation(node) if node in related else ""
                if names:  # without names it says nothing
                    add(new(Element, (element, tag, names, "", False)))
                    element = len(elements) - 1
            else:
                skipped = True
            places[node] = place = element, box, link, skipped
        return place

    return give_place


def _relation(node: turbohtml.Element) -> str:
    rel, prop = node.attr("rel"), node.attr("itemprop")
    return f"{rel} {prop}" if rel and prop else rel or prop or ""


def _is_small(size: str | None) -> bool:
    """Tell whether a width or height is that of an icon; one in other units than pixels says nothing."""
    if size is None:
        return False
    digits = size.strip().removesuffix("px")
    return digits.isdecimal() and len(digits) <= _SIZE_DIGITS and int(digits) <= _ICON


def _hides(node: turbohtml.Element) -> bool:
    if node.attr("aria-hidden") == "true" or node.attr("hidden") is not None:
        return True
    return "display:none" in (node.attr("style") or "").replace(" ", "").lower()
