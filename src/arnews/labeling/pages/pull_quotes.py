"""Pull quotes: a sentence of the article that is printed once more in large letters between its paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from arnews.document import Block
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pieces import Piece
from arnews.page import Element
from arnews.roles import Role
from arnews.text.memory import Kept

__all__ = ["mark_pull_quotes"]

_FEWEST_BLANKS = 2
"""Blanks in a pull quote; fewer words are in several paragraphs by chance."""
_LONGEST = 300
"""Code points of a pull quote."""
_MOST = 20
"""Quotations that are compared with the text: an article that has more of them is made of them."""
_KEPT = 4_096
"""Elements whose answer is remembered: many lines are in one element, and its names may be long."""
_LEVELS = 3
"""Levels of elements in which a quotation is wrapped."""


def mark_pull_quotes(
    pieces: Sequence[Piece], article: ArticleRange, elements: Sequence[Element], block_at: Mapping[int, Block]
) -> None:
    """Label the quotations that repeat the words of a longer line of the article.

    A quotation is what lies in an element that says so, by its tag or its names. That its words are in the
    article anyway is what makes it safe to leave it out.

    >>> import arnews
    >>> from arnews.labeling.pages.page import label_page
    >>> from arnews.rules import RuleBook
    >>> text = "وقال الصياد إن البحر لا ينتظر أحدا، ثم عاد إلى قاربه قبل أن تطلع الشمس."
    >>> page = f"<h1>يوم في المرفأ</h1><p>{text}</p><blockquote>البحر لا ينتظر أحدا</blockquote><p>وعاد مساء.</p>"
    >>> labeled = label_page(arnews.read_html(page), RuleBook.shipped())
    >>> [str(segment.role) for segment in labeled.segments]
    ['headline', 'body', 'residue', 'body']
    """
    quoted: list[tuple[Piece, str]] = []
    known: Kept[int, bool] = Kept(lambda element: _is_quotation(elements[element]), most=_KEPT)
    for piece in pieces:
        block = block_at.get(piece.start)
        if block is None or not piece.is_undecided or piece.size > _LONGEST:
            continue
        if article.inside[block.element] and not block.linked and _is_quoted(block.element, elements, known):
            words = _words(piece)
            if words.count(" ") >= _FEWEST_BLANKS:
                quoted.append((piece, f" {words} "))
    if not 0 < len(quoted) <= _MOST:
        return
    among = {piece.start for piece, _ in quoted}
    lines = [_words(piece) for piece in pieces if piece.prose and piece.is_undecided and piece.start not in among]
    text = " \n ".join(["", *lines, ""])
    for piece, words in quoted:
        if words in text:
            piece.assign(Role.RESIDUE, "page.pull-quote")


def _words(piece: Piece) -> str:
    return " ".join(piece.folded_words)


def _is_quoted(element: int, elements: Sequence[Element], known: Mapping[int, bool]) -> bool:
    """Tell whether an element, or one of those right around it, is a quotation; ``known`` tells it of each."""
    for _ in range(_LEVELS):
        if element < 0:
            break
        if known[element]:
            return True
        element = elements[element].parent
    return False


def _is_quotation(element: Element) -> bool:
    """Tell whether an element is a quotation by its tag or its names."""
    return element.tag in ("blockquote", "q") or "quote" in element.names.lower()
