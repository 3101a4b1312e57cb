"""Lines that are links: titles of other articles, buttons, contents of the page, and the lines that head them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from arnews.addresses import same_site
from arnews.document import Block
from arnews.labeling.pages.links import all_on_page, leads_to_author, leads_to_tag, links_of
from arnews.labeling.pages.text_density import LINKED
from arnews.labeling.pieces import Piece
from arnews.page import Element, Page
from arnews.roles import Role
from arnews.rules import Means
from arnews.text.letters import BLANKS

__all__ = ["mark_links"]

_HEADLINE, _RELATED_ITEM, _NAVIGATION = Role.HEADLINE, Role.RELATED_ITEM, Role.NAVIGATION
_ITEM_WORDS = 3
"""Words of a link that is the title of another article; shorter ones are buttons."""
_HEADING_WORDS = 7
"""Words of a line that heads the links below it."""
_LABEL_WORDS, _TITLE_WORDS = 4, 4
"""Words of a label in front of the title of another article on one line, and of that title."""
_MARKS = BLANKS + ":\u00bb\u00ab|-\u2013\u2014.\u2026"
"""Marks around such a title."""
_COLUMN = 2
"""Paragraphs of an element that holds the text."""
_LEVELS = 3
"""Elements from a line to the one that holds the text: paragraph, cell, row."""
_ITEMS = frozenset(("li", "dd", "dt"))
"""Items of a list of sources have links of any kind."""


def mark_links(
    pieces: Sequence[Piece], block_at: Mapping[int, Block], page: Page | None, running: Sequence[Block] = ()
) -> None:
    """Label blocks that are links below the title: other articles; a short line above them is their heading.

    Links to places on the page itself are its contents, and so is a heading of that name above them. A label and the
    title of another article of the site on one line are one. ``running`` are the blocks of the article with running
    text: the last line of a text does not head links outside the element that holds the text.

    >>> import arnews
    >>> from arnews.labeling.pieces import make
    >>> page = arnews.read_html("<p>كتبنا سابقا: <a href='/7'>افتتاح المعرض الدولي للكتاب</a></p>")
    >>> line = make(0, page.text)
    >>> mark_links([line], {0: page.blocks[0]}, page.page)
    >>> str(line.role)
    'related_item'
    """
    links = page.links if page else ()
    elements = page.elements if page else ()
    columns = _columns(running, elements)
    item: Block | None = None
    is_entry = False
    for piece in reversed(pieces):
        if piece.role is _HEADLINE:
            break
        item_below, item = item, None
        entry_below, is_entry = is_entry, False
        block = block_at.get(piece.start)
        linked = block is not None and block.linked >= LINKED * (block.end - block.start)
        if linked and block is not None and piece.role in (None, _NAVIGATION) and all_on_page(block, links):
            piece.assign(_NAVIGATION, "page.contents")
            is_entry = True
        elif entry_below and piece.role is _NAVIGATION:
            piece.hard = True
        elif linked and piece.role is None:
            if piece.words >= _ITEM_WORDS:
                piece.assign(_RELATED_ITEM, "page.link")
                item = block
            else:
                piece.assign(_NAVIGATION, "page.short-link")
        elif (
            item_below is not None
            and (piece.role is None or piece.means is Means.MORE)  # «read more» may head a list
            and not piece.has_end_mark
            and piece.words <= _HEADING_WORDS
            and not _ends_column(block, item_below, columns, elements)
        ):
            piece.assign(Role.RELATED_HEADING, "page.heading-of-links")
        elif piece.role is None and block is not None and page is not None and _is_labeled_title(piece, block, page):
            piece.assign(_RELATED_ITEM, "page.link")


def _is_labeled_title(piece: Piece, block: Block, page: Page) -> bool:
    """Tell whether a line is a label and the linked title of another article of the site: «we wrote: …»."""
    if 2 * block.linked < block.end - block.start or page.elements[block.element].tag in _ITEMS:
        return False
    own = links_of(block, page.links)
    if len(own) != 1 or leads_to_tag(own[0]) or leads_to_author(own[0]) or own[0].href.startswith("#"):
        return False
    link = own[0]
    if "://" in link.href and not (page.base_url and same_site(link.href, page.base_url)):
        return False
    label = block.text[: link.start - block.start].strip(_MARKS)
    title = block.text[link.start - block.start : link.end - block.start]
    return (
        not block.text[link.end - block.start :].strip(_MARKS)
        and bool(label)
        and len(label.split()) <= _LABEL_WORDS
        and len(title.split()) >= _TITLE_WORDS
        and piece.size == len(block.text)
    )


def _columns(running: Sequence[Block], elements: Sequence[Element]) -> set[int]:
    """Return the elements that hold paragraphs side by side; a row of a table holds each by itself."""
    held: Counter[int] = Counter()
    for block in running:
        parent = elements[block.element].parent
        held.update((block.element, parent))
        if parent >= 0 and elements[parent].tag == "tr":
            held[elements[parent].parent] += 1
    return {element for element, count in held.items() if count >= _COLUMN and element >= 0}


def _ends_column(line: Block | None, item: Block, columns: set[int], elements: Sequence[Element]) -> bool:
    """Tell whether a line is among the paragraphs of an element, and a link is outside that element."""
    if line is None:
        return False
    column = line.element
    for _ in range(_LEVELS):
        if column < 0 or column in columns:
            break
        column = elements[column].parent
    if column not in columns:
        return False
    at = item.element
    while at > column:
        at = elements[at].parent
    return at != column
