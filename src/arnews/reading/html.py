"""Pages to documents: one walk over the tree. The only module that knows the HTML parser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from arnews.document import Document
from arnews.errors import ConfigurationError
from arnews.page import Element as PageElement
from arnews.page import Page
from arnews.reading.blocks import OUTSIDE, Blocks, Link, Place, new_tuple
from arnews.reading.encoding import decode
from arnews.reading.metadata import RawMetadata, read_metadata
from arnews.reading.tags import FLOWS, Flow

if TYPE_CHECKING:
    import turbohtml

__all__ = ["check_selector", "read_html"]

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "srcset", "data-srcset", "src")
_HIDING = "[hidden], [aria-hidden=true], [style*=none]"
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
    found = walk.blocks
    return Document(
        text="\n".join(found.texts),
        blocks=tuple(found.blocks),
        url=url,
        page=Page(
            elements=tuple(found.elements),
            links=tuple(found.links),
            images=tuple(found.images),
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


class _Walk:
    """One walk over all nodes of a tree, in document order.

    Most nodes are blanks between tags, and elements without text of their own. So the walk looks at the tag of an
    element and at the characters of a text, and only from a text that is not blank it climbs to the elements around.
    """

    def __init__(self, tree: turbohtml.Document) -> None:
        self.tree = tree
        self.blocks = Blocks()
        self.places: dict[object, Place] = {tree: OUTSIDE}
        self.hiding = {node for node in tree.select(_HIDING) if _hides(node)}
        self.landmarks = {node: node.attr("role") or "" for node in tree.select("[role]")}

    def run(self) -> None:
        """Visit every node."""
        from turbohtml import Element, Text

        flows, places, blocks = FLOWS, self.places, self.blocks
        parts, end_run, add = blocks.parts, blocks.end_run, blocks.add
        block, inline = Flow.BLOCK, Flow.INLINE
        for node in self.tree.descendants:
            if type(node) is Text:
                data = node.data
                if data.isspace():
                    if parts:
                        parts.append(" ")
                    continue
                parent = node.parent
                place = places.get(parent)
                if place is None:
                    place = self._place(parent)
                if not place[3]:
                    add(data, place)
            elif type(node) is Element:
                flow = flows.get(node.tag, block)
                if flow is inline:
                    continue
                if flow is block:
                    if parts:
                        end_run()
                elif flow is Flow.IMAGE or flow is Flow.VIDEO:
                    self._add_image(node, is_video=flow is Flow.VIDEO)
                elif parts and (flow is Flow.BREAK or node.tag == "svg"):
                    end_run()  # an icon stands in front of something else: a clock, a count, a name
        if parts:
            end_run()

    def _place(self, node: Any) -> Place:
        """Return where an element stands; it and those around it get a place if they have none."""
        places, elements, flows = self.places, self.blocks.elements, FLOWS
        chain = []
        while (place := places.get(node)) is None:
            chain.append(node)
            node = node.parent
        element, block, link, skipped = place
        for node in reversed(chain):
            if skipped:
                places[node] = place
                continue
            tag = node.tag
            flow = flows.get(tag, Flow.BLOCK)
            names, identity = node.attr("class"), node.attr("id")
            if identity:
                names = f"{names} {identity}" if names else identity
            if flow is Flow.BLOCK or flow is Flow.BREAK:
                around, element = element, len(elements)
                block = element
            elif flow is Flow.INLINE or flow is Flow.LINK:
                if flow is Flow.LINK:
                    link = _link(node) or link
                if not names:
                    places[node] = place = (element, block, link, False)
                    continue
                around, element = element, len(elements)
            else:
                places[node] = place = (element, block, link, True)
                skipped = True
                continue
            hidden = around >= 0 and elements[around].hidden
            if self.hiding and node in self.hiding:
                hidden = True
            role = self.landmarks.get(node, "") if self.landmarks else ""
            elements.append(new_tuple(PageElement, (around, tag, names or "", role, hidden)))
            places[node] = place = (element, block, link, False)
        return place

    def _add_image(self, node: turbohtml.Element, *, is_video: bool) -> None:
        address = next((found for name in _SOURCES if (found := node.attr(name)) and found[:5] != "data:"), None)
        if address is None and is_video:
            source = node.find("source")
            address = source.attr("src") if source is not None else node.attr("data-videoid")
        if address:
            parent = node.parent
            place = self.places.get(parent) or self._place(parent)
            if not place[3]:
                self.blocks.add_image(place, address.strip(), node.attr("alt") or "", _names(node), video=is_video)

    def roles(self, select: Sequence[tuple[str, str]]) -> tuple[tuple[int, str], ...]:
        """Return index and role of the elements of the document that each selector matches."""
        found: list[tuple[int, str]] = []
        for css, role in select:
            try:
                matches = self.tree.select(css)
            except Exception as error:
                raise ConfigurationError(f"{css!r} is not a CSS selector: {error}") from None
            # An inline element without names has the index of the one around it, of which the selector does not speak.
            places = ((node, self.places.get(node)) for node in matches)
            elements = self.blocks.elements
            found += [(at[0], role) for node, at in places if at is not None and elements[at[0]].tag == node.tag]
        return tuple(found)


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
