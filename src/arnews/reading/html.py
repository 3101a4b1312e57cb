"""Pages to documents: one walk over the tree. The only module that knows the HTML parser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from arnews.document import Document
from arnews.errors import ConfigurationError
from arnews.page import Element as PageElement
from arnews.page import Page
from arnews.reading.blocks import Found, Line, Link, Run, assemble
from arnews.reading.encoding import decode
from arnews.reading.metadata import RawMetadata, read_metadata
from arnews.reading.tags import FLOWS, Flow

if TYPE_CHECKING:
    import turbohtml

__all__ = ["check_selector", "read_html"]

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "srcset", "data-srcset", "src")
_HIDING = "[hidden], [aria-hidden=true], [style*=none i]"
_LONG_PROPERTIES = ("articleBody", "text", "description")
"""Properties whose text is that of the document: it is not read twice."""
_LONGEST_PROPERTY = 300


def read_html(
    page: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    select: Sequence[tuple[str, str]] = (),
) -> Document:
    """Return the document of a page: block-level runs of its text in reading order, and what the markup says.

    The text of the document is the text of its blocks, joined by line feeds; runs of white space are one blank,
    as on a screen. Scripts, styles and controls have no text; what is hidden has, and its element says so.
    No page makes it raise, whatever its bytes.

    Args:
        page: the page, as text or as bytes in any encoding.
        url: its address, if known.
        encoding: the charset of the HTTP header, if known; only for bytes.
        select: CSS selectors, each with the value of a role: what they match is in ``document.page.roles``.

    Raises:
        TypeError: ``page`` is neither text nor bytes.
        ConfigurationError: a selector is none.

    >>> document = read_html("<h1>افتتاح المعرض</h1><p>افتتح الوزير <b>المعرض</b> أمس.</p>")
    >>> [block.text for block in document.blocks]
    ['افتتاح المعرض', 'افتتح الوزير المعرض أمس.']
    >>> document.page.elements[document.blocks[0].element].tag
    'h1'
    """
    import turbohtml

    if isinstance(page, str):
        text, name, issue = page, "str", None
    elif isinstance(page, bytes | bytearray | memoryview):
        decoded = decode(bytes(page), charset=encoding)
        text, name, issue = decoded.text, decoded.encoding, decoded.issue
    else:
        raise TypeError(f"page must be a str or bytes, not {type(page).__name__}")
    tree = turbohtml.parse(text, positions=False)
    walk = _Walk(tree)
    walk.run()
    found = assemble(walk.runs, walk.images)
    elements = walk.elements()
    return Document(
        text=found.text,
        blocks=found.blocks,
        url=url,
        page=Page(
            elements=elements,
            links=found.links,
            images=found.images,
            roles=walk.roles(select) if select else (),
            metadata=read_metadata(_metadata(tree)),
            encoding=name,
            base_url=next(filter(None, (node.attr("href") for node in tree.iter_elements("base"))), None),
            broken=(issue,) if issue else (),
        ),
    )


def check_selector(css: str) -> str | None:
    """Return what is wrong with a CSS selector, ``None`` if nothing is.

    >>> check_selector("div.story-body > p") is None, check_selector("div[") is None
    (True, False)
    """
    import turbohtml

    try:
        turbohtml.parse("").select(css)
    except Exception as error:
        return str(error)
    return None


_Place = tuple[int, int, Link | None, bool]
"""Where a text stands: index of the innermost element of the page around it, index of the innermost one that is no part
of a line, the link around it, and whether what is there is no text of the page. There is one for each element on the
way to a text, so it is a plain tuple."""
_OUTSIDE: _Place = (-1, -1, None, False)


class _Walk:
    """One walk over all nodes of a tree, in document order.

    Most nodes are blanks between tags, and elements without text of their own. So the walk looks at the tag of an
    element and at the characters of a text, and only from a text that is not blank it climbs to the elements around.
    """

    def __init__(self, tree: turbohtml.Document) -> None:
        self.tree = tree
        self.runs: list[Run] = []
        self.images: list[Found] = []
        self.places: dict[Any, _Place] = {tree: _OUTSIDE}
        # The elements of the page, a list for each thing that is known of them.
        self.nodes: list[turbohtml.Element] = []
        self.parents: list[int] = []
        self.tags: list[str] = []

    def run(self) -> None:
        """Visit every node. The hottest loop of the package: names are local, and what is rare is done elsewhere."""
        from turbohtml import Element, Text

        flows, runs = FLOWS, self.runs
        place_of, place, add = self.places.get, self._place, runs.append
        block, inline, image, video = Flow.BLOCK, Flow.INLINE, Flow.IMAGE, Flow.VIDEO
        new = tuple.__new__
        data: str | None = None  # the first text of the current run
        line: Line | None = None  # the run if it has several
        home = around = -1
        link: Link | None = None
        blank = False
        for node in self.tree.descendants:
            if type(node) is Text:
                text = node.data
                if text.isspace():
                    blank = True
                    continue
                parent = node.parent
                at = place_of(parent)
                if at is None:
                    at = place(parent)
                element, box, href, skipped = at
                if skipped:
                    continue
                if data is not None:
                    if box == around:
                        if line is None:
                            line = Line(data, home, link)
                        line.add(text, element, href, blank, self.parents, around)
                        blank = False
                        continue
                    add(new(Run, (data, home, link, ())) if line is None else line.run())
                data, line, home, around, link, blank = text, None, element, box, href, False
            elif type(node) is Element:
                flow = flows.get(node.tag, block)
                if flow is inline:
                    continue
                if flow is image or flow is video:
                    self._add_image(node, data is not None, around, is_video=flow is video)
                elif data is not None and (flow is not Flow.LINK and (flow is not Flow.SKIPPED or node.tag == "svg")):
                    # An icon stands in front of something else: a clock, a count, a name.
                    add(new(Run, (data, home, link, ())) if line is None else line.run())
                    data = line = None
        if data is not None:
            add(new(Run, (data, home, link, ())) if line is None else line.run())

    def _place(self, node: Any) -> _Place:
        """Return where an element stands; it and those around it get a place if they have none."""
        places, nodes, parents, tags, flows = self.places, self.nodes, self.parents, self.tags, FLOWS
        block, inline, anchor, line_break = Flow.BLOCK, Flow.INLINE, Flow.LINK, Flow.BREAK
        chain = []
        while (place := places.get(node)) is None:
            chain.append(node)
            node = node.parent
        element, box, link, skipped = place
        chain.reverse()
        for node in chain:
            if skipped:
                places[node] = place
                continue
            tag = node.tag
            flow = flows.get(tag, block)
            if flow is block or flow is line_break:
                parents.append(element)
                box = element = len(nodes)
                nodes.append(node)
                tags.append(tag)
            elif flow is inline or flow is anchor:
                if flow is anchor:
                    link = _link(node) or link
                # An inline element without names says nothing.
                if node.attr("class") or node.attr("id"):
                    parents.append(element)
                    element = len(nodes)
                    nodes.append(node)
                    tags.append(tag)
            else:
                skipped = True
            places[node] = place = (element, box, link, skipped)
        return place

    def _add_image(self, node: turbohtml.Element, is_open: bool, around: int, *, is_video: bool) -> None:
        address = next((found for name in _SOURCES if (found := node.attr(name)) and found[:5] != "data:"), None)
        if address is None and is_video:
            source = node.find("source")
            address = source.attr("src") if source is not None else node.attr("data-videoid")
        if address:
            parent = node.parent
            element, box, _, skipped = self.places.get(parent) or self._place(parent)
            if not skipped:
                behind = is_open and box != around  # the run before it has ended, the walk does not know it yet
                alt = node.attr("alt") or ""
                self.images.append(
                    Found(len(self.runs) + behind, element, address.strip(), alt, _names(node), is_video)
                )

    def elements(self) -> tuple[PageElement, ...]:
        """Return the elements of the page that hold text or an image."""
        nodes, parents = self.nodes, self.parents
        names = list(map(_names, nodes))
        hidden, landmarks = [False] * len(nodes), [""] * len(nodes)
        hiding = {node for node in self.tree.select(_HIDING) if _hides(node)}
        if hiding:
            for index, node in enumerate(nodes):
                parent = parents[index]
                hidden[index] = (parent >= 0 and hidden[parent]) or node in hiding
        for node in self.tree.select("[role]"):
            found = self._index(node)
            if found is not None:
                landmarks[found] = node.attr("role") or ""
        new = tuple.__new__
        columns = zip(parents, self.tags, names, landmarks, hidden, strict=True)
        return tuple([new(PageElement, column) for column in columns])

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
        """Return the index of an element, ``None`` if it is none of the page's."""
        index = self.places.get(node, _OUTSIDE)[0]
        return index if index >= 0 and self.nodes[index] == node else None


def _link(node: turbohtml.Element) -> Link | None:
    href = node.attr("href")
    if not href:
        return None
    rel, prop = node.attr("rel"), node.attr("itemprop")
    return href.strip(), f"{rel} {prop}" if rel and prop else rel or prop or ""


def _names(node: turbohtml.Element) -> str:
    names, identity = node.attr("class"), node.attr("id")
    return f"{names} {identity}" if names and identity else names or identity or ""


def _hides(node: turbohtml.Element) -> bool:
    if node.attr("aria-hidden") == "true" or node.attr("hidden") is not None:
        return True
    return "display:none" in (node.attr("style") or "").replace(" ", "").lower()


def _metadata(tree: turbohtml.Document) -> RawMetadata:
    """Return what a page says of itself."""
    root = tree.root
    scripts = (node for node in tree.iter_elements("script") if "ld+json" in (node.attr("type") or ""))
    titles = (" ".join(node.text.split()) for node in tree.iter_elements("title"))
    return RawMetadata(
        language=root.attr("lang") if root is not None else None,
        title=next(filter(None, titles), None),
        metas=tuple(_metas(tree)),
        links=tuple(_references(tree)),
        json_ld=tuple(script.text for script in scripts),
        microdata=tuple(_microdata(tree)),
        times=tuple(_times(tree)),
    )


def _metas(tree: turbohtml.Document) -> Iterator[tuple[str, str]]:
    for node in tree.iter_elements("meta"):
        name = node.attr("property") or node.attr("name") or node.attr("itemprop")
        content = node.attr("content")
        if name and content:
            yield name.lower(), content


def _references(tree: turbohtml.Document) -> Iterator[tuple[str, str]]:
    for node in tree.iter_elements("link"):
        rel, href = node.attr("rel"), node.attr("href")
        if rel and href:
            yield rel.lower(), href


def _times(tree: turbohtml.Document) -> Iterator[tuple[str, str]]:
    for node in tree.select("time[datetime], abbr[title]"):
        # Of an abbreviation the title is the long form; blogs print the hour and put the date there.
        moment = node.attr("datetime" if node.tag == "time" else "title")
        if moment and moment[:4].isdecimal():
            yield moment, f"{node.attr('class') or ''} {node.attr('itemprop') or ''}"


def _microdata(tree: turbohtml.Document) -> Iterator[tuple[str, str, str]]:
    for node in tree.select("[itemprop]"):
        value = node.attr("content") or node.attr("datetime")
        if value is None:
            value = node.attr("src") or (node.attr("href") if node.tag == "link" else "") or ""
            if not value and node.attr("itemprop") not in _LONG_PROPERTIES:
                value = " ".join(node.text.split())[:_LONGEST_PROPERTY]
        scope = node.closest("[itemscope]")
        if scope is node:
            above = node.parent
            scope = above.closest("[itemscope]") if above is not None else None
        kind = (scope.attr("itemtype") or "") if scope is not None else ""
        if value:
            for name in (node.attr("itemprop") or "").split():
                yield kind.rstrip("/").rpartition("/")[2].lower(), name, value
