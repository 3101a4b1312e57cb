"""What the markup says of a line, as facts for the model."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from arnews.document import Block, Origin
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pieces import Piece
from arnews.page import Element
from arnews.roles import Role
from arnews.text.memory import Kept

__all__ = ["add_markup_facts", "mark_outside"]

_LINKED = (0.01, 0.34, 0.85)
"""Shares of a line in links: none, some, half, all."""
_SHARES = "0123"
"""Names of these shares."""
_UNLINKED = _SHARES[0]
_COLUMN = 2
"""Paragraphs from which the element around them is a column of text."""
_MINORITY = 4
"""A place that fewer than one paragraph in so many has is not the one of the paragraphs."""
_LEVELS = 3
"""Levels of elements between paragraphs and what holds all of them: builders wrap each paragraph."""
_KEPT = 4_096
"""Elements whose boxes are remembered: many lines are in one element."""
_HEADLINE, _SELECTOR, _WORDS = Role.HEADLINE, Origin.SELECTOR, Origin.WORDS
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("figcaption", "figure"), "figure"),
    **dict.fromkeys(("blockquote", "q"), "quote"),
    "p": "paragraph",
}
"""Kinds of elements that differ in what they hold; others hold anything."""


def add_markup_facts(
    pieces: Sequence[Piece],
    blocks: Sequence[Block],
    article: ArticleRange,
    elements: tuple[Element, ...],
    running: Sequence[Block],
) -> None:
    """Give each line the facts of its element: kin of the paragraphs, kind of tag, links, names, place in the article.

    ``blocks`` are those of the article's range, ``running`` those with running text. Facts tell how an element
    relates to the paragraphs, not what it is: each system has other elements.
    """
    starts = [block.start for block in blocks]
    kin = _Kin(running, elements)
    of_element: dict[int, tuple[str, str, str, str]] = {}  # most lines of a page share theirs with another
    known: dict[tuple[str | bool, ...], tuple[str | bool, ...]] = {}
    lead, end, pure = article.lead, article.end, article.pure
    title = len(blocks) + article.first if article.headline is None else article.headline
    for piece in pieces:
        at = bisect_right(starts, piece.start) - 1
        start, past, _, element, in_links = blocks[at]
        index = article.first + at
        facts = of_element.get(element)
        if facts is None:
            side = "in" if article.inside[element] else "out"
            kind = _KINDS.get(elements[element].tag, "other")
            facts = of_element[element] = side, kin.of(element), kind, str(article.roles[element])
        side, related, kind, role = facts
        linked = _SHARES[bisect_right(_LINKED, in_links / max(1, past - start))] if in_links else _UNLINKED
        place = ("title" if index > title else "top") if index < lead else "text" if index < end else "end"
        marks = (side, place, related, kind, linked, role, pure)
        piece.marks = known.setdefault(marks, marks)
        # A selector leaves nothing to decide, nor does a title that the page states.
        if piece.role is not None and not piece.fixed:
            origin = piece.origin
            piece.fixed = origin is _SELECTOR or (piece.role is _HEADLINE and origin is not _WORDS)


def mark_outside(pieces: Sequence[Piece], blocks: Sequence[Block], article: ArticleRange) -> None:
    """Note which lines lie outside the element of the article, or above both its title and its first paragraph.

    None of them is body. ``blocks`` are those of the article's range.
    """
    starts = [block.start for block in blocks]
    above = 0 if article.headline is None else min(article.headline, article.lead)
    for piece in pieces:
        at = bisect_right(starts, piece.start) - 1
        piece.outside = not article.inside[blocks[at].element] or article.first + at < above


class _Kin:
    """How elements relate to those of the paragraphs."""

    def __init__(self, running: Sequence[Block], elements: Sequence[Element]) -> None:
        self._elements = elements
        self._boxes: Kept[int, list[int]] = Kept(self._around, most=_KEPT)
        own = Counter(block.element for block in running)
        self._shared = {element for element, count in own.items() if count >= _COLUMN}
        around: Counter[int] = Counter()
        for element, count in own.items():
            for at in self._boxes[element]:
                around[at] += count
        # The column of a paragraph is the first element around it that holds another one, too.
        self._columns = {
            next((at for at in self._boxes[element] if around[at] >= _COLUMN), elements[element].parent)
            for element in own
        }
        self._outer = {elements[column].parent for column in self._columns if column >= 0}
        paths: Counter[tuple[str, ...]] = Counter()
        for element, count in own.items():
            paths[self._path(element)] += count
        self._paths = {path for path, count in paths.items() if _MINORITY * count >= len(running)}

    def of(self, element: int) -> str:
        """Return how an element relates to the paragraphs: shares one of theirs, is a twin, beside, inside, apart."""
        if element in self._shared:
            return "shared"
        path = self._path(element)
        if path:
            return "twin" if path in self._paths else "beside" if len(path) == 1 else "inside"
        return "outer" if self._elements[element].parent in self._outer else "apart"

    def _around(self, element: int) -> list[int]:
        """Return the elements around an element, the nearest first, as far as boxes of paragraphs are nested."""
        elements = self._elements
        found: list[int] = []
        at = elements[element][0]
        while at >= 0 and len(found) < _LEVELS:
            found.append(at)
            at = elements[at][0]
        return found

    def _path(self, element: int) -> tuple[str, ...]:
        """Return the tags from an element up to a column of paragraphs, the empty tuple if it is in no column."""
        tags = [self._elements[element].tag]
        for at in self._boxes[element]:
            if at in self._columns:
                return tuple(tags)
            tags.append(self._elements[at].tag)
        return ()
