"""Live blogs: entries, each with its time, stay in the body in the order of the page."""

from __future__ import annotations

import re
from itertools import pairwise

from arnews.document import Block, Document
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pages.teasers import shape_of
from arnews.labeling.pages.text_density import Outline
from arnews.labeling.pieces import Piece
from arnews.roles import Role

__all__ = ["find_entries", "mark_entries", "timed_entries"]

_FEWEST = 4
"""Entries of a live blog that does not say that it is one."""
_FEWEST_STATED = 2
"""Entries of a live blog that says that it is one."""
_TIME = re.compile(r"\d\s?[:.\u066b]\s?\d\d")
_TIME_LONGEST = 48
"""Code points of the line with the time of an entry: a date and a name fit in."""
_BODY_WORDS = 4
"""Words of a line of an entry that is text though it has no full stop."""
_LINKED = 2
"""A line of which more than one half is in links is no text of an entry."""


def find_entries(document: Document, outline: Outline, article: ArticleRange) -> set[int]:
    """Return the elements that are entries of a live blog; the empty set if the page is not one.

    Entries are in a row, have one shape, and each begins with a time and goes on with running text.

    >>> import arnews
    >>> find_entries(arnews.read_html(""), Outline((), (), [], []), ArticleRange(0, [], [], [], None, 0, 0, 0, 0))
    set()
    """
    page = document.page
    if page is None or article.headline is None:
        return set()
    stated = any(kind.lower() == "liveblogposting" for kind in page.metadata.types)
    best = timed_entries(document, outline, article.headline + 1, article.last)
    held = sum(outline.weights[entry] for entry in best)
    enough = len(best) >= (_FEWEST_STATED if stated else _FEWEST) and 2 * held >= outline.total
    return best if enough else set()


def timed_entries(document: Document, outline: Outline, first: int, past: int) -> set[int]:
    """Return the elements of the longest row of entries of one shape among some blocks, each with a time and a text.

    The first name of an element is its shape: others mark the first entry, or one that stays on top.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> text = "افتتح الوزير المعرض في المدينة القديمة أمام جمهور كبير."
    >>> rows = "".join(f"<div><div>1{at}:00</div><p>{text}</p></div>" for at in range(2))
    >>> page = arnews.read_html(f"<main>{rows}</main>")
    >>> len(timed_entries(page, outline_of(page), 0, len(page.blocks)))
    2
    """
    elements = outline.elements
    rows: dict[tuple[int, str, str], set[int]] = {}
    for block, after in pairwise(document.blocks[first:past]):
        # The time of an entry comes before something of the same entry.
        if block.end - block.start > _TIME_LONGEST or not _TIME.search(block.text):
            continue
        entry = outline.common(block.element, after.element)
        if entry > 0 and outline.weights[entry]:
            parent, tag, names, _, _ = elements[entry]
            rows.setdefault((parent, tag, shape_of(names.partition(" ")[0])), set()).add(entry)
    return max(rows.values(), key=len, default=set())


def mark_entries(pieces: list[Piece], outline: Outline, block_at: dict[int, Block], entries: set[int]) -> None:
    """Label times, titles and paragraphs of the entries of a live blog, as far as no rule has claimed them."""
    for piece in pieces:
        block = block_at.get(piece.start)
        if block is None or piece.hard or not entries.intersection(outline.around(block.element)):
            continue
        tag = outline.elements[block.element].tag
        if _LINKED * block.linked > block.end - block.start:
            continue
        if piece.size <= _TIME_LONGEST and _TIME.search(piece.plain) and not piece.has_end_mark:
            piece.assign(Role.TIMESTAMP, "page.entry-time")
        elif tag in HEADINGS:
            piece.assign(Role.SUBHEADING, "page.entry-title")
        elif piece.role is None and (piece.prose or piece.has_end_mark or piece.words >= _BODY_WORDS):
            piece.assign(Role.BODY, "page.entry")
