"""Two HTML parsers with one interface, so that both do the same work: parse, walk, show the tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

Counts = tuple[int, int, int]
"""What a walk saw: elements, characters of class and id names, characters of text."""


class Door(NamedTuple):
    """One parser.

    ``walk`` touches what a reader of news pages touches: of each element the tag, the parent, class and id, of each
    text its characters. ``lines`` gives the tree of ``<html>`` as html5lib's tests write it, without namespaces.
    """

    package: str
    module: str
    parse: Callable[[bytes | str], Any]
    walk: Callable[[Any], Counts]
    lines: Callable[[Any], list[str]]
    encoding_of: Callable[[Any], str | None]


def doors() -> list[Door]:
    """Return the parsers that are installed."""
    found = []
    for door in (_turbohtml, _selectolax):
        try:
            found.append(door())
        except ImportError:
            continue
    return found


def _turbohtml() -> Door:
    from turbohtml import Comment, Document, Element, Text, parse

    def parse_page(page: bytes | str) -> Document:
        return parse(page, positions=False, detect_encoding=True)

    def walk(document: Document) -> Counts:
        elements = names = characters = 0
        for node in document.descendants:
            if type(node) is Element:
                elements += 1
                node.tag  # noqa: B018
                node.parent  # noqa: B018
                names += len(node.attr("class") or "") + len(node.attr("id") or "")
            elif type(node) is Text:
                characters += len(node.data)
                node.parent  # noqa: B018
        return elements, names, characters

    def lines(document: Document) -> list[str]:
        shown: list[str] = []
        stack: list[tuple[Any, int]] = [(document.root, 0)]
        while stack:
            node, depth = stack.pop()
            if type(node) is Text:
                _add_text(shown, depth, node.data)
            elif type(node) is Comment:
                shown.append(f"{'  ' * depth}<!-- {node.data.strip()} -->")
            elif type(node) is Element:
                attributes = {name: node.attr(name) or "" for name in node.attrs}
                _add_element(shown, depth, node.tag, attributes)
                stack.extend((child, depth + 1) for child in reversed(list(node)))
        return shown

    return Door("turbohtml", "turbohtml", parse_page, walk, lines, lambda document: document.encoding)


def _selectolax() -> Door:
    from selectolax.lexbor import LexborHTMLParser

    def walk(tree: LexborHTMLParser) -> Counts:
        elements = names = characters = 0
        root = tree.root
        if root is None:
            return 0, 0, 0
        for node in root.traverse(include_text=True):
            tag = node.tag
            if tag == "-text":
                characters += len(node.text_content or "")
                node.parent  # noqa: B018
            elif node.is_element_node:
                elements += 1
                node.parent  # noqa: B018
                attributes = node.attributes
                names += len(attributes.get("class") or "") + len(attributes.get("id") or "")
        return elements, names, characters

    def lines(tree: LexborHTMLParser) -> list[str]:
        shown: list[str] = []
        stack: list[tuple[Any, int]] = [(tree.root, 0)] if tree.root is not None else []
        while stack:
            node, depth = stack.pop()
            if node.is_text_node:
                _add_text(shown, depth, node.text_content or "")
            elif node.is_comment_node:
                shown.append(f"{'  ' * depth}<!-- {(node.comment_content or '').strip()} -->")
            elif node.is_element_node:
                _add_element(shown, depth, node.tag, {name: value or "" for name, value in node.attributes.items()})
                children = list(node.iter(include_text=True, skip_empty=False))
                stack.extend((child, depth + 1) for child in reversed(children))
        return shown

    return Door("selectolax", "selectolax.lexbor", LexborHTMLParser, walk, lines, lambda _: None)


def _add_element(shown: list[str], depth: int, tag: str, attributes: dict[str, str]) -> None:
    shown.append(f"{'  ' * depth}<{tag}>")
    shown.extend(f'{"  " * (depth + 1)}{name}="{attributes[name]}"' for name in sorted(attributes))


def _add_text(shown: list[str], depth: int, text: str) -> None:
    shown.append(f'{"  " * depth}"{text}"')
