"""The title of a page that neither states nor marks it: the line in bold or large letters above the text, or the first.

Old systems have the name of the site as ``<title>`` of every page, and no headings; new ones have elements whose names
are hashes. Then the looks of a line and its place tell.
"""

from __future__ import annotations

import re

from arnews.credits import read_credit
from arnews.dates import may_hold_date, read_date_line
from arnews.document import Block, Document
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.text_density import Outline
from arnews.labeling.pieces import ends_sentence
from arnews.page import PageMetadata
from arnews.text.fold import fold

__all__ = ["find_only_heading", "find_title_line"]

_SHORTEST, _LONGEST = 14, 160
"""Code points of such a title."""
_REACH = 12
"""Blocks above the first sentence that may be it."""
_MENU = 30
"""Code points in links that end the search upward: the head of the page begins there."""
_WORDS, _LOUD_WORDS = 4, 3
"""Words of such a title, and of one in bold or large letters."""
_TITLE_BLANKS = 4
"""Blanks in a part of ``<title>`` that make it the title of an article, not a name."""
_PARTS = re.compile(r"\s(?:[|\u2013\u2014\u00bb\u2022-]|::)\s|\|")
"""Marks between the name of a site and the names of its sections."""
_OPEN = (":", "\u060c", "\u061b", ",", ";")
"""Ends of a line that goes on below."""
_CLOCK = re.compile(r"\d[:/.-]\d+[:/.-]\d|\d:\d\d")
"""A day in figures, or a time."""
_WORD = re.compile(r"[^\W\d_]+")
_LARGE = 2
"""How much large letters stand out, at least."""
_KICKER_BLANKS, _LONGER = 5, 1.4
"""Blanks in the line above a title, and how much longer the title is."""
_LONG_WORD = 4
"""Code points of a word that two titles of one article share, and others hardly."""


def find_title_line(document: Document, outline: Outline, article: ArticleRange, *, large: bool = False) -> int | None:
    """Return the block of the title, ``None`` if no line looks like one. With ``large`` only large letters count.

    >>> import arnews
    >>> from arnews.labeling.pages.article_range import find_article_range
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> texts = "".join(f"<tr><td>{text}</td></tr>" for text in 3 * ["افتتح الوزير أمس المعرض، وحضره جمهور كبير."])
    >>> page = arnews.read_html(f"<table><tr><td>افتتاح المعرض الدولي للكتاب</td></tr>{texts}</table>")
    >>> outline = outline_of(page)
    >>> find_title_line(page, outline, find_article_range(page, outline, 0, None))
    0
    """
    page = document.page
    if page is None:
        return None
    blocks = document.blocks
    first = next(
        (
            index
            for index in range(article.lead, article.end)
            if outline.own[index] and article.inside[blocks[index].element] and ends_sentence(blocks[index].text)
        ),
        None,
    )
    if first is None:
        return None
    names = [value.value for value in page.metadata.titles]
    needed = _words_of_titles(page.metadata)
    loud = dict(page.emphasis)
    best: tuple[int, int] | None = None
    tied: list[int] = []
    linked = 0
    for index in range(first - 1, max(-1, first - _REACH - 1), -1):
        block = blocks[index]
        linked += block.linked
        if linked >= _MENU:
            break
        strength = loud.get(block.start, 0)
        if large and strength < _LARGE:
            continue
        if not _may_be_title(block, article, names, _LOUD_WORDS if strength else _WORDS):
            continue
        if needed and needed.isdisjoint(_words(block.text)):
            continue
        around = outline.common(block.element, blocks[first].element)
        if not strength and (
            around < 0 or _depth(block.element, around, outline) > _depth(blocks[first].element, around, outline)
        ):
            continue  # in a box of its own
        # An element comes after those around it: the innermost one that holds the text and the line comes first.
        if best is None or (around, strength) > best:
            best, tied = (around, strength), []
        if (around, strength) == best:
            tied.append(index)
    while len(tied) > 1 and _is_kicker(blocks[tied[-1]], blocks[tied[-2]]):
        tied.pop()
    return tied[-1] if tied else None


def find_only_heading(document: Document, outline: Outline, article: ArticleRange) -> int | None:
    """Return the block of the only ``h1`` of a page if it is above the text and no name of the site, else ``None``.

    What people try in a notebook has titles of two words, and states none.

    >>> import arnews
    >>> from arnews.labeling.pages.article_range import find_article_range
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> page = arnews.read_html("<h1>افتتاح المعرض</h1><p>" + 3 * "افتتح الوزير أمس المعرض، وحضره جمهور كبير. ")
    >>> outline = outline_of(page)
    >>> find_only_heading(page, outline, find_article_range(page, outline, 0, None))
    0
    """
    found = [index for index, block in enumerate(document.blocks) if outline.elements[block.element].tag == "h1"]
    if len(found) != 1 or found[0] >= article.lead or document.page is None:
        return None
    block = document.blocks[found[0]]
    if block.linked or article.hidden[block.element] or article.roles[block.element] is not None:
        return None
    names = [value.value for value in document.page.metadata.titles]
    return None if any(block.text in name or name in block.text for name in names) else found[0]


def _is_kicker(block: Block, below: Block) -> bool:
    """Tell whether a line is the few words above a title."""
    return block.text.count(" ") <= _KICKER_BLANKS and _LONGER * len(block.text) <= len(below.text)


def _words_of_titles(metadata: PageMetadata) -> set[str]:
    """Return the words of the titles that the page states. The printed title, in other words, shares at least one.

    The name of a site, alone in ``<title>``, asks for none.
    """
    words: set[str] = set()
    for value in metadata.titles:
        parts = _PARTS.split(value.value)
        if value.origin != "title" or any(part.strip().count(" ") >= _TITLE_BLANKS for part in parts):
            words |= _words(value.value)
    return words


def _words(text: str) -> set[str]:
    return {word for word in _WORD.findall(fold(text)) if len(word) >= _LONG_WORD}


def _may_be_title(block: Block, article: ArticleRange, names: list[str], words: int) -> bool:
    """Tell whether a line may be a title: a few words that are no sentence, link, date or name of the site."""
    text = block.text
    if block.linked or not _SHORTEST <= len(text) <= _LONGEST or len(_WORD.findall(text)) < words:
        return False
    if article.hidden[block.element] or article.roles[block.element] is not None:
        return False
    if text.endswith(_OPEN) or text[-1] == "." or any(text in name or name in text for name in names):
        return False
    if _CLOCK.search(text) is not None or (may_hold_date(text) and read_date_line(text) is not None):
        return False
    return read_credit(text) is None


def _depth(element: int, around: int, outline: Outline) -> int:
    depth = 0
    while element > around:
        element = outline.elements[element].parent
        depth += 1
    return depth
