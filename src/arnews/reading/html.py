"""Pages to documents: one walk over the tree. The only module that knows the HTML parser."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arnews.document import Document
from arnews.errors import ConfigurationError
from arnews.page import Page
from arnews.reading.blocks import Blocks
from arnews.reading.encoding import decode
from arnews.reading.metadata import RawMetadata, read_metadata
from arnews.reading.tags import KINDS, TagKind

if TYPE_CHECKING:
    import turbohtml

__all__ = ["check_selector", "read_html"]

_INLINE, _BLOCK, _LINK, _BREAK = TagKind.INLINE, TagKind.BLOCK, TagKind.LINK, TagKind.BREAK
_NEVER = 1 << 60
_HIDING = "none"
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "srcset", "data-srcset", "src")
_DATES = ("published", "updated", "date", "dtreviewed")


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
        tree = turbohtml.parse(page, positions=False)
        name, issue = "str", None
    elif isinstance(page, bytes | bytearray | memoryview):
        data = bytes(page)
        decoded = decode(data, charset=encoding)
        # The parser reads UTF-8 faster than text.
        tree = (
            turbohtml.parse(data, encoding="utf-8", positions=False)
            if decoded.utf8
            else turbohtml.parse(decoded.text, positions=False)
        )
        name, issue = decoded.encoding, decoded.issue
    else:
        raise TypeError(f"page must be a str or bytes, not {type(page).__name__}")
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
            metadata=read_metadata(walk.metadata()),
            encoding=name,
            base_url=walk.base,
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
    """One walk over all nodes of a tree, in document order."""

    def __init__(self, tree: turbohtml.Document) -> None:
        self.tree = tree
        self.nodes: list[turbohtml.Element] = []
        self.parents: list[int] = []
        self.is_open: list[bool] = []
        self.blocks = Blocks(self.parents, self.is_open, self._describe)
        self.base: str | None = None
        self._title: str | None = None
        self._metas: list[tuple[str, str]] = []
        self._references: list[tuple[str, str]] = []
        self._json_ld: list[str] = []
        self._times: list[tuple[str, str]] = []

    def run(self) -> None:
        """Visit every node; what leaves an element shows only at the next node that is not inside."""
        from turbohtml import DocumentFragment, Element, Text

        kinds, blocks, nodes, parents, is_open = KINDS, self.blocks, self.nodes, self.parents, self.is_open
        top: object = self.tree
        stack: list[tuple[object, int, TagKind]] = []  # what is open: node, number, kind
        number = -1
        skipped = _NEVER  # height of the stack from which nothing is read
        for node in self.tree.descendants:
            parent = node.parent
            while parent is not top:
                _, closed, kind = stack.pop()
                is_open[closed] = False
                if kind is _BLOCK:
                    blocks.end_run()
                elif kind is _LINK:
                    blocks.close_link()
                if len(stack) < skipped:
                    skipped = _NEVER
                top, number = (stack[-1][0], stack[-1][1]) if stack else (self.tree, -1)
            if type(node) is Text:
                if skipped is _NEVER:
                    blocks.add(node.data, number)
                continue
            if type(node) is not Element:
                if type(node) is DocumentFragment:  # what a template holds; it is skipped with it
                    stack.append((node, number, _INLINE))
                    top = node
                continue
            kind = kinds.get(node.tag, _BLOCK)
            above, number, top = number, len(nodes), node
            nodes.append(node)
            parents.append(above)
            is_open.append(True)
            stack.append((node, number, kind))
            if skipped is not _NEVER or kind is _INLINE:
                continue
            if kind is _BLOCK or kind is _BREAK:
                blocks.end_run()
            elif kind is _LINK:
                self._open_link(node)
            elif self._special(node, number, kind):
                skipped = len(stack)
        blocks.end_run()

    def _open_link(self, node: turbohtml.Element) -> None:
        href = node.attr("href")
        if href:
            words = " ".join(filter(None, (node.attr("rel"), node.attr("itemprop"))))
            self.blocks.open_link(href.strip(), words)

    def _special(self, node: turbohtml.Element, number: int, kind: TagKind) -> bool:
        """Read an element that is neither a block nor plain text; tell whether what is inside is not to be read."""
        match kind:
            case TagKind.META:
                name = node.attr("property") or node.attr("name") or node.attr("itemprop")
                content = node.attr("content")
                if name and content:
                    self._metas.append((name.lower(), content))
            case TagKind.REFERENCE:
                rel, href = node.attr("rel"), node.attr("href")
                if rel and href:
                    self._references.append((rel.lower(), href))
            case TagKind.IMAGE | TagKind.VIDEO:
                self._add_image(node, number, video=kind is TagKind.VIDEO)
                return kind is TagKind.VIDEO
            case TagKind.SCRIPT:
                if "ld+json" in (node.attr("type") or ""):
                    self._json_ld.append(node.text)
                return True
            case TagKind.TITLE:
                self._title = self._title or " ".join(node.text.split())
                return True
            case TagKind.BASE:
                self.base = self.base or node.attr("href")
            case TagKind.TIME:
                # Of an abbreviation the title is the long form; blogs print the hour and put the date there.
                moment = node.attr("datetime") if node.tag == "time" else node.attr("title")
                if moment and moment[:4].isdecimal():
                    self._times.append((moment, _names(node)))
            case _:
                return True
        return False

    def _add_image(self, node: turbohtml.Element, number: int, *, video: bool) -> None:
        address = next((found for name in _SOURCES if (found := node.attr(name)) and found[:5] != "data:"), None)
        if address is None and video:
            source = node.find("source")
            address = source.attr("src") if source is not None else node.attr("data-videoid")
        if address:
            self.blocks.add_image(number, address.strip(), node.attr("alt") or "", _names(node), video=video)

    def _describe(self, number: int) -> tuple[str, str, str, bool]:
        node = self.nodes[number]
        role = node.attr("role") or ""
        style = node.attr("style")
        hidden = (
            (style is not None and _HIDING in style and "display:none" in style.replace(" ", "").lower())
            or node.attr("hidden") is not None
            or node.attr("aria-hidden") == "true"
        )
        return node.tag, _names(node), role, hidden

    def roles(self, select: Sequence[tuple[str, str]]) -> tuple[tuple[int, str], ...]:
        """Return the elements of the document that each selector matches."""
        numbers = {node: number for number, node in enumerate(self.nodes)}
        found: list[tuple[int, str]] = []
        for css, role in select:
            try:
                matches = self.tree.select(css)
            except Exception as error:
                raise ConfigurationError(f"{css!r} is not a CSS selector: {error}") from None
            for node in matches:
                index = self.blocks.index_if_known(numbers[node])
                if index is not None:
                    found.append((index, role))
        return tuple(found)

    def metadata(self) -> RawMetadata:
        """Return what the page says of itself."""
        root = self.tree.root
        return RawMetadata(
            language=root.attr("lang") if root is not None else None,
            title=self._title,
            metas=tuple(self._metas),
            links=tuple(self._references),
            json_ld=tuple(self._json_ld),
            microdata=self._microdata(),
            times=tuple(self._times),
        )

    def _microdata(self) -> tuple[tuple[str, str, str], ...]:
        found: list[tuple[str, str, str]] = []
        for node in self.tree.select("[itemprop]"):
            value = node.attr("content") or node.attr("datetime")
            if value is None:
                # A long text is the body of the article: the document has it.
                value = node.attr("src") or (node.attr("href") if node.tag == "link" else "") or ""
                if not value and node.attr("itemprop") not in ("articleBody", "text", "description"):
                    value = " ".join(node.text.split())[:300]
            scope = node.closest("[itemscope]")
            if scope is node:
                above = node.parent
                scope = above.closest("[itemscope]") if above is not None else None
            kind = (scope.attr("itemtype") or "") if scope is not None else ""
            if value:
                for name in (node.attr("itemprop") or "").split():
                    found.append((kind.rstrip("/").rpartition("/")[2].lower(), name, value))
        return tuple(found)


def _names(node: turbohtml.Element) -> str:
    names, identity = node.attr("class"), node.attr("id")
    return f"{names} {identity}" if names and identity else names or identity or ""
