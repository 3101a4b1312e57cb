"""Buttons: if one label of a bar is known, the whole line gets its role; a box above a button is a form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from arnews.document import Block
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.text_density import LINKED
from arnews.labeling.pieces import Piece
from arnews.page import Element, Page, PageLink
from arnews.roles import Role
from arnews.rules import RuleBook
from arnews.text.fold import squeeze

__all__ = ["mark_bars", "mark_form_boxes"]

_SEPARATOR = re.compile(r"[|\u2022\u00b7]|\s{3,}+")
_MARKS = ("|", "\u2022", "\u00b7")
_LONGEST = 160
"""Code points of a bar of buttons; a longer line is a text."""
_DATE = re.compile(r"\d[/.:\u066b-]\d|\b(?:19|20)\d\d\b")
"""A date is cut out of a line, whatever is beside it."""
_BOX_LINES = 3
"""Lines of a box above its button: a heading, what is offered, what it costs."""
_PICTURED = frozenset(("figure", "picture", "blockquote"))
_WORDS = 4
"""Words of a name in a bar; a title has more."""


def mark_bars(pieces: list[Piece], block_at: dict[int, Block], page: Page, book: RuleBook) -> None:
    """Label bars of buttons and menus: print | send | 1,240 reads.

    >>> from arnews.labeling.pieces import make
    >>> bar = make(0, "طباعة | أرسل إلى صديق | عدد القراءات: 1240")
    >>> mark_bars([bar], {}, Page(), RuleBook.shipped())
    >>> str(bar.role)
    'share'
    """
    for piece in pieces:
        if piece.role is not None or piece.size > _LONGEST or piece.has_end_mark or _DATE.search(piece.text):
            continue
        block = block_at.get(piece.start)
        linked = block is not None and block.linked >= LINKED * (block.end - block.start)
        names: list[str] = []
        if linked:
            names = _linked_names(piece, page.links)
        if len(names) < 2 and any(mark in piece.text for mark in _MARKS):
            names = [name for part in _SEPARATOR.split(piece.plain) if (name := part.strip())]
        if len(names) < 2 or any(name.count(" ") >= _WORDS for name in names):
            continue
        rules = [book.whole(squeeze(name)) for name in names]
        role = next((rule.role for rule in rules if rule is not None and not rule.role.kept), None)
        if role is not None:
            piece.assign(role, "page.bar")
        elif linked:
            piece.assign(Role.NAVIGATION, "page.bar")


def _linked_names(piece: Piece, links: tuple[PageLink, ...]) -> list[str]:
    first, past = bisect_left(links, (piece.start,)), bisect_left(links, (piece.end,))
    return [piece.text[link.start - piece.start : link.end - piece.start] for link in links[first:past]]


def mark_form_boxes(
    pieces: Sequence[Piece], block_at: Mapping[int, Block], article: ArticleRange, elements: Sequence[Element]
) -> None:
    """Label the lines of a small box in the text that ends with a button: what a form invites to.

    Systems whose classes are hashes write forms without ``form``. A box that begins with a button folds away an answer.

    >>> import arnews
    >>> from arnews.labeling.pages.page import label_page
    >>> from arnews.rules import RuleBook
    >>> text = "<div><p>" + "افتتح الوزير أمس المعرض، وحضره جمهور كبير. " * 3 + "</p></div>"
    >>> box = "<div><h4>رسالة المرفأ</h4><p>كل خميس حكاية من البحر</p><button>سجلني</button></div>"
    >>> page = arnews.read_html(f"<h1>افتتاح المعرض الدولي</h1><article>{text}{box}{text}</article>")
    >>> [str(segment.role) for segment in label_page(page, RuleBook.shipped()).segments]
    ['headline', 'body', 'promo', 'promo', 'navigation', 'body']
    """
    for index, button in enumerate(pieces):
        block = block_at.get(button.start)
        if block is None or elements[block.element].tag != "button":
            continue
        box = elements[block.element].parent
        if box <= article.region or not article.inside[box] or _goes_on(pieces, index, box, block_at, elements):
            continue
        lines: list[Piece] = []
        for piece in reversed(pieces[max(0, index - _BOX_LINES - 1) : index]):
            inner = block_at.get(piece.start)
            if inner is None or not _lies_in(inner.element, box, elements):
                break
            lines.append(piece)
        if not 0 < len(lines) <= _BOX_LINES or any(piece.prose or piece.has_end_mark for piece in lines):
            continue
        if elements[box].tag in _PICTURED or {piece.role for piece in lines} - {None}:
            continue
        for piece in lines:
            piece.assign(Role.PROMO, "page.form-box")


def _goes_on(
    pieces: Sequence[Piece], index: int, box: int, block_at: Mapping[int, Block], elements: Sequence[Element]
) -> bool:
    """Tell whether a box goes on below a line."""
    below = block_at.get(pieces[index + 1].start) if index + 1 < len(pieces) else None
    return below is not None and _lies_in(below.element, box, elements)


def _lies_in(element: int, box: int, elements: Sequence[Element]) -> bool:
    while element > box:  # an element comes after those around it
        element = elements[element].parent
    return element == box
