"""Threads: an article and what its readers wrote, each post in an element of its own with its date and name."""

from __future__ import annotations

import re
from itertools import pairwise

from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pages.text_density import Outline

__all__ = ["find_replies"]

_FEWEST = 2
"""Posts that make a thread: an article and one reply."""
_FEWEST_SHORT = 3
"""Posts that make a thread if most of them are shorter than a paragraph."""
_LONGEST = 80
"""Code points of the line that says who wrote a post and when."""
# A pattern that begins with one digit is searched for in a third of the time of one that begins with several.
_DAY = re.compile(r"\d(?:\D{1,12}\d{4}(?!\d)|\d{3}[-/]\d)")
_CLOCK = re.compile(r"\d:\d\d")


def find_replies(outline: Outline, headline: int) -> set[int]:
    """Return the elements that hold replies: the posts of a thread below its first, or comments below an article.

    Posts are side by side below the title, each has running text and a line with its day and a clock or a link.
    A row of other articles is no thread, for they have titles. ``headline`` is the index of the block of the title.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> post = "<div><p>12/3/2024 10:15</p><p>" + "نشكر الكاتب على هذا الموضوع المهم جدا. " * 2 + "</p></div>"
    >>> page = arnews.read_html("<h1>افتتاح المعرض</h1>" + 3 * post)
    >>> len(find_replies(outline_of(page), 0))
    2
    """
    blocks = outline.blocks
    dated = [
        index
        for index in range(headline + 1, len(blocks))
        if blocks[index][1] - blocks[index][0] <= _LONGEST and _is_dated(outline, index)
    ]
    if len(dated) < _FEWEST:
        return set()
    rows: dict[int, set[int]] = {}
    for one, other in pairwise(blocks[index].element for index in dated):
        around = outline.common(one, other)
        if around > 0:
            rows.setdefault(around, set()).update((_child(outline, one, around), _child(outline, other, around)))
    first = next((i for i in range(headline + 1, len(blocks)) if outline.own[i]), headline)
    for parent, posts in sorted(rows.items(), key=lambda row: -len(row[1])):
        found = _replies_of(outline, parent, posts, blocks[first].element)
        if found:
            return found
    return set()


def _replies_of(outline: Outline, parent: int, row: set[int], first: int) -> set[int]:
    """Return the replies of a row of dated elements inside a parent, the empty set if these are something else.

    ``first`` is the element of the first paragraph. Most readers write less than a paragraph: it is enough that one
    of them writes more.
    """
    elements = outline.elements
    posts = {post for post in row if outline.weights[post]}
    short = row - posts
    if len(posts) < _FEWEST and len(posts) + len(short) >= _FEWEST_SHORT and posts:
        posts |= short
    if len(posts) < _FEWEST:
        return set()
    opening = min(posts)
    if outline.inside(first, opening):
        posts.discard(opening)
    elif 2 * sum(outline.weights[post] for post in posts) > outline.total:
        return set()
    if _has_titles(outline, posts):
        return set()
    tag = elements[opening].tag
    return {
        index
        for index in range(min(posts), len(elements))
        if elements[index].parent == parent and elements[index].tag == tag
    }


def _child(outline: Outline, element: int, around: int) -> int:
    """Return the element right inside another one that holds a third, which may be that other one itself."""
    while element != around and outline.elements[element].parent != around:
        element = outline.elements[element].parent
    return element


def _is_dated(outline: Outline, index: int) -> bool:
    _, _, text, _, linked = outline.blocks[index]
    if outline.own[index] or not _DAY.search(text):
        return False
    return bool(linked) or _CLOCK.search(text) is not None or bool(outline.blocks[index - 1].linked)


def _has_titles(outline: Outline, posts: set[int]) -> bool:
    """Tell whether an element has a title of its own, as a teaser has, and a reply has not."""
    titles = set(outline.titles)
    for index, block in enumerate(outline.blocks):
        heading = outline.elements[block.element].tag in HEADINGS and not outline.repeats(block.text)
        if (heading or (index in titles and not outline.own[index])) and not posts.isdisjoint(
            outline.around(block.element)
        ):
            return True
    return False
