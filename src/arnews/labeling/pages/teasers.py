"""Teasers: small elements, each with the linked title of another article and a line or two of its text."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from arnews.document import Block
from arnews.labeling.pages.outline import Outline
from arnews.page import Element

__all__ = ["find_series", "find_teasers", "is_linked_title", "shape_of"]

_FEWEST = 3
"""Teasers stand in rows: fewer elements of one shape than these are none."""
_TEXTS = 2
"""Blocks of running text in a teaser."""
_LONGEST = 700
"""Code points of running text in a teaser."""
_TITLE = 18
_NUMBER = re.compile(r"\d+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LINKED = 0.85


def is_linked_title(block: Block) -> bool:
    """Tell whether a block is a link that is long enough for a title.

    >>> is_linked_title(Block(start=0, end=30, text="…", linked=30)), is_linked_title(Block(0, 30, "…", linked=8))
    (True, False)
    """
    return block.linked >= _TITLE and block.linked >= _LINKED * (block.end - block.start)


@lru_cache(maxsize=4096)
def shape_of(names: str) -> str:
    """Return the names of an element without the numbers that tell it from its like.

    >>> shape_of("post post-1204 hentry"), shape_of("entry e3")
    ('post post- hentry', 'entry e')
    """
    return _NUMBER.sub("", names)


def find_teasers(outline: Outline, around: set[int]) -> set[int]:
    """Return the elements that are teasers of other articles.

    A teaser is the smallest element around a linked title and a little running text, one of several of a shape.
    Elements ``around`` the title of the page are none.
    """
    titles, texts = _count(outline)
    elements = outline.elements
    mixed = [index for index, (title, text) in enumerate(zip(titles, texts, strict=True)) if title and text]
    holds = {elements[index].parent for index in mixed if index}
    small = [
        index
        for index in mixed
        if index not in holds and texts[index] <= _TEXTS and outline.weights[index] <= _LONGEST and index not in around
    ]
    if len(small) < _FEWEST:
        return set()
    shapes = Counter((elements[index].tag, shape_of(elements[index].names)) for index in small)
    rows = Counter(elements[index].parent for index in small)
    return {
        index
        for index in small
        if rows[elements[index].parent] >= _FEWEST
        or (elements[index].names and shapes[elements[index].tag, shape_of(elements[index].names)] >= _FEWEST)
    }


def find_series(outline: Outline) -> tuple[float, bool]:
    """Return the share of the running text that stands in a row of posts, and whether their titles are links.

    Posts are elements of one name, each with a heading of its own: the posts of a blog, the cards of a front page.
    """
    elements = outline.elements
    texts = outline.weights
    heads, links = [0] * len(elements), [0] * len(elements)
    for block, own in zip(outline.blocks, outline.own, strict=True):
        if own:
            continue
        if block.linked >= _TITLE and is_linked_title(block):
            links[block.element] += 1
            heads[block.element] += 1
        elif elements[block.element].tag in _HEADINGS:
            heads[block.element] += 1
    _add_up(heads, elements)
    _add_up(links, elements)
    rows: dict[str, list[int]] = {}
    for index, (head, text) in enumerate(zip(heads, texts, strict=True)):
        if head and text and elements[index].names:
            element = elements[index]
            rows.setdefault(f"{element.tag} {shape_of(element.names)}", []).append(index)
    best, linked = 0, False
    for row in rows.values():
        inside = sum(texts[index] for index in row)
        if len(row) >= _FEWEST and best < inside <= outline.total:  # more than all: one stands in the other
            best, linked = inside, all(links[index] for index in row)
    return best / max(outline.total, 1), linked


def _count(outline: Outline) -> tuple[list[int], list[int]]:
    """Return how many linked titles and how many blocks of running text each element holds."""
    elements = outline.elements
    titles, texts = [0] * len(elements), [0] * len(elements)
    for block, own in zip(outline.blocks, outline.own, strict=True):
        if own:
            texts[block.element] += 1
        elif block.linked >= _TITLE and is_linked_title(block):
            titles[block.element] += 1
    _add_up(titles, elements)
    _add_up(texts, elements)
    return titles, texts


def _add_up(counts: list[int], elements: tuple[Element, ...]) -> None:
    """Add what each element holds to the one around it, which stands before it."""
    for index in range(len(elements) - 1, 0, -1):
        count = counts[index]
        if count:
            parent = elements[index][0]
            if parent >= 0:
                counts[parent] += count
