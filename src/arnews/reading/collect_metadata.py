"""What a page states of itself outside its text: the strings of its metadata, taken out of the tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from arnews.reading.metadata import RawMetadata

if TYPE_CHECKING:
    import turbohtml

__all__ = ["base_of", "metadata_of"]

# The parser has an index of tags: to select by a tag costs a tenth of what a walk over the page costs.
_LONG_PROPERTIES = ("articleBody", "text", "description")
"""Properties whose text is that of the document: it is not read twice."""
_NAMED = frozenset(("author", "creator", "publisher"))
_LONGEST_PROPERTY = 300
_MOST_READ = 4_000_000
"""Characters of all elements with a property together that are read; of nested ones each has the text of the next."""


def metadata_of(tree: turbohtml.Document) -> RawMetadata:
    """Return what a page says of itself."""
    root, select = tree.root, tree.select
    scripts = select('script[type*="ld+json"]')
    titles = (" ".join(node.text.split()) for node in select("title"))
    return RawMetadata(
        language=root.attr("lang") if root is not None else None,
        title=next(filter(None, titles), None),
        metas=tuple(_metas(select("meta"))),
        links=tuple(_references(select("link"))),
        json_ld=tuple([script.text for script in scripts if "ld+json" in (script.attr("type") or "")]),
        microdata=tuple(_microdata(select("[itemprop]"))),
        times=tuple(_times(tree)),
    )


def base_of(tree: turbohtml.Document) -> str | None:
    """Return the address that relative ones of the page are resolved against."""
    return next(filter(None, (node.attr("href") for node in tree.select("base"))), None)


def _metas(nodes: list[turbohtml.Element]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        name = node.attr("property") or node.attr("name") or node.attr("itemprop")
        content = node.attr("content") if name else None
        if name and content:
            yield name.lower(), content


def _references(nodes: list[turbohtml.Element]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        rel, href = node.attr("rel"), node.attr("href")
        if rel and href:
            yield rel.lower(), href


def _times(tree: turbohtml.Document) -> Iterator[tuple[str, str]]:
    nodes = tree.select("time[datetime]")
    if tree.select("abbr[title]"):
        # Of an abbreviation the title is the long form; blogs print the hour and put the date there.
        nodes = tree.select("time[datetime], abbr[title]")
    for node in nodes:
        moment = node.attr("datetime" if node.tag == "time" else "title")
        if moment and moment[:4].isdecimal():
            yield moment, f"{node.attr('class') or ''} {node.attr('itemprop') or ''}"


def _microdata(nodes: list[turbohtml.Element]) -> Iterator[tuple[str, str, str]]:
    left = _MOST_READ
    for node in nodes:
        value = node.attr("content") or node.attr("datetime")
        if value is None:
            value = node.attr("src") or (node.attr("href") if node.tag == "link" else "") or ""
            if not value and left > 0 and node.attr("itemprop") not in _LONG_PROPERTIES:
                text = node.text
                left -= len(text)
                value = " ".join(text.split())[:_LONGEST_PROPERTY]
        scope = node.closest("[itemscope]")
        if scope is node:
            above = node.parent
            scope = above.closest("[itemscope]") if above is not None else None
        kind = (scope.attr("itemtype") or "") if scope is not None else ""
        href = node.attr("href")
        for name in (node.attr("itemprop") or "").split():
            said = href if name == "url" and href else value
            # A person or publisher may be nothing but metas: then its name is one of the next items.
            if said or (name in _NAMED and node.attr("itemscope") is not None):
                yield kind.rstrip("/").rpartition("/")[2].lower(), name, said
