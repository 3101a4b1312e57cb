"""Teasers: small elements, each with the linked title of another article and a line or two of its text."""

from __future__ import annotations

import re
from collections import Counter

from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pages.text_density import Outline
from arnews.text.memory import remembered

__all__ = ["find_series", "find_teasers", "shape_of"]

_FEWEST = 3
"""Teasers come in rows: fewer elements of one shape than these are not teasers."""
_FEWEST_ARTICLES = 2
"""The same for elements that call themselves articles: only what the page is about and what it links is called so."""
_LEVELS = 3
"""Levels of elements in which the title and text of a teaser are wrapped."""
_TEXTS = 2
"""Blocks of running text in a teaser."""
_LONGEST = 700
"""Code points of running text in a teaser."""
_NUMBER = re.compile(r"\d+")


@remembered(most=2048, longest=200)
def shape_of(names: str) -> str:
    """Return the names of an element without the numbers that tell it from its like.

    >>> shape_of("post post-1204 hentry"), shape_of("entry e3")
    ('post post- hentry', 'entry e')
    """
    return _NUMBER.sub("", names)


def find_teasers(outline: Outline, around: set[int]) -> set[int]:
    """Return the elements that are teasers of other articles.

    A teaser is the smallest element around a linked title and a little running text, one of several of a shape.
    Elements ``around`` the title of the page are not teasers.
    """
    elements, running = outline.elements, outline.running
    titles = _held(_linked_titles(outline), outline, running)
    if not titles:
        return set()
    texts = _held(
        [block.element for block, own in zip(outline.blocks, outline.own, strict=True) if own], outline, running
    )
    mixed = [index for index in running if index in titles]
    holds = {elements[index].parent for index in mixed if index}
    small = [
        index
        for index in mixed
        if index not in holds and texts[index] <= _TEXTS and outline.weights[index] <= _LONGEST and index not in around
    ]
    if len(small) < _FEWEST_ARTICLES:
        return set()
    shapes = Counter((elements[index].tag, shape_of(elements[index].names)) for index in small)
    rows = Counter(elements[index].parent for index in small)
    cells = Counter(_row_of(elements[index].parent, outline) for index in small)  # a row of a table each
    return {
        index
        for index in small
        if max(
            rows[elements[index].parent],
            cells[_row_of(elements[index].parent, outline)],
            shapes[elements[index].tag, shape_of(elements[index].names)] if elements[index].names else 0,
        )
        >= (_FEWEST_ARTICLES if _is_article(index, outline, around) else _FEWEST)
    }


def _is_article(element: int, outline: Outline, around: set[int]) -> bool:
    """Tell whether an element is an article by its tag, or all but the wrapper inside one; not that of the page."""
    for _ in range(_LEVELS):
        if element < 0 or element in around:
            break
        if outline.elements[element].tag == "article":
            return True
        element = outline.elements[element].parent
    return False


def _row_of(element: int, outline: Outline) -> tuple[int, str, str]:
    """Return what tells elements of one row from others: the element around them, tag and names."""
    parent, tag, names, _, _ = outline.elements[element]
    return parent, tag, shape_of(names)


def find_series(outline: Outline) -> tuple[float, bool]:
    """Return the share of the running text that is in a row of posts, and whether their titles are links.

    Posts are elements of one name, each with a heading of its own: the posts of a blog, the cards of a front page.
    """
    elements, running, texts = outline.elements, outline.running, outline.weights
    linked_titles = _linked_titles(outline)
    titles = set(outline.titles)
    headings = [
        block.element
        for index, (block, own) in enumerate(zip(outline.blocks, outline.own, strict=True))
        if not own and elements[block[3]][1] in HEADINGS and index not in titles
    ]
    heads = _held(linked_titles + headings, outline, running)
    if not heads:
        return 0.0, False
    links = _held(linked_titles, outline, running)
    rows: dict[str, list[int]] = {}
    for index in running:
        element = elements[index]
        if index in heads:
            shape = shape_of(element.names) if element.names else str(element.parent)
            rows.setdefault(f"{element.tag} {shape}", []).append(index)
    best, linked = 0, False
    for row in rows.values():
        inside = sum(texts[index] for index in row)
        if len(row) >= _FEWEST and best < inside <= outline.total:  # more than all: one is in the other
            best, linked = inside, all(index in links for index in row)
    return best / max(outline.total, 1), linked


def _linked_titles(outline: Outline) -> list[int]:
    """Return the element of each linked title that is no running text."""
    return [outline.blocks[index].element for index in outline.titles if not outline.own[index]]


def _held(places: list[int], outline: Outline, running: list[int]) -> dict[int, int]:
    """Return how many of the elements lie in each element with running text that holds one; ``running`` are these."""
    elements, weights = outline.elements, outline.weights
    nearest: dict[int, int] = {}  # so that no element is climbed from twice
    held: dict[int, int] = {}
    for place in places:
        path = []
        at = place
        while at >= 0 and not weights[at] and at not in nearest:
            path.append(at)
            at = elements[at][0]
        at = nearest.get(at, at)
        for below in path:
            nearest[below] = at
        if at >= 0:
            held[at] = held.get(at, 0) + 1
    if held:
        for at in reversed(running):  # an element comes after those around it
            count = held.get(at)
            if count:
                parent = elements[at][0]
                if parent >= 0:
                    held[parent] = held.get(parent, 0) + count
    return held
