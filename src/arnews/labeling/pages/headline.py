"""Which block of a page is the title."""

from __future__ import annotations

import re

from arnews.document import Block, Document
from arnews.labeling.pages.text_density import Outline
from arnews.page import PageMetadata
from arnews.roles import Role
from arnews.text.fold import has_presentation_forms, squeeze
from arnews.text.letters import BLANKS
from arnews.text.memory import remembered

__all__ = ["find_heading", "find_headline", "names_of_site", "stated_titles"]

_SHORTEST = 8
"""Code points of a title that is looked for: shorter ones («Home») are printed everywhere."""
_LONGEST = 260
"""Code points of a block that can print a title."""
_STATED_LONGEST = 1000
"""Code points of a title in metadata; a longer one is the text."""
_MOST_STATED = 12
"""Each block is compared with each stated title: more of them, or longer ones, are no titles of one article."""
_MENU = 30
"""Code points of links between the name of a site and the title of an article from which they are a menu."""
_SITE_WORDS = 5
"""Words of the name of a site."""
_REACH = 40
"""Blocks above the running text among which the heading is."""
_FEWEST_BLANKS = 2
"""Blanks in a heading that is the title though no metadata state it: two words name a section."""
_APART = re.compile(r"\s[-\u2013\u2014:\u2022\u00b7]\s|[|\u00bb\u00ab\u203a\u2039]")
"""What sets the parts of a stated title apart."""
_PART_BLANKS = 3
"""Blanks in a part of a title that no site and no section has as its name."""
_COPYRIGHT = re.compile(r"(?<!\w)\u00a9")
"""A notice has the name of the site, and so has the title of its front page."""
_HEADINGS = {"h1": 4, "h2": 3, "h3": 2, "h4": 1, "h5": 1, "h6": 1}
_FOREIGN = frozenset((Role.NAVIGATION, Role.RELATED_ITEM, Role.SECTION, Role.DISCLAIMER, Role.SHARE))
_SEPARATORS = BLANKS + "|-\u2013\u2014:\u00bb\u00ab\u2022\u00b7/>"
"""What is between a title and the name of the site."""
_UNSEEN = ("sr-only", "screen-reader", "screen-reader-text", "visually-hidden", "visuallyhidden", "hide-accessible",
           "element-invisible", "a11y")  # fmt: skip
"""Names of elements that are read aloud and not shown."""
_TITLE, _HEAD, _HEADS = "title", "head", ("headline", "head-line", "heading")
"""Parts of the names of elements that hold a title; most names have neither of the first two."""
_SITE = 0.4
"""A block is the title of the page if it is this share of ``<title>``; the rest is the name of the site."""


def find_headline(document: Document, outline: Outline) -> int | None:
    """Return the index of the block that prints the title, ``None`` if the page states no title or prints none.

    It is the block that agrees with a title in the page's metadata; where several do, headings come before
    other elements, and what is in menus or lists of other articles comes last.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> page = arnews.read_html("<title>افتتاح المعرض - صحيفة</title><p>أخبار</p><h1>افتتاح المعرض</h1>")
    >>> find_headline(page, outline_of(page))
    1
    """
    page = document.page
    if page is None:
        return None
    stated = stated_titles(page.metadata)
    if not stated:
        return None
    keys = [key for title in stated if len(key := squeeze(title)) >= _SHORTEST]
    best: tuple[float, int] | None = None
    elements = outline.elements
    # Most blocks are no part of a title and too short to hold one: one look into all titles tells.
    titles, words = "\n".join(stated), "\n".join(keys)
    shortest, shortest_key = min(map(len, stated)), min(map(len, keys), default=0)
    # What is shorter is too small a share of every title.
    least = max(_SHORTEST, min(2 * _SHORTEST, int(_SITE * min(map(len, (*stated, *keys))))))
    for index, (start, end, text, element, _) in enumerate(document.blocks):
        size = end - start
        if not least <= size <= _LONGEST:
            continue
        agreement = _agreement(text, stated) if size >= shortest or text in titles else 0.0
        if agreement == 0.0:
            _, tag, names, _, _ = elements[element]
            if tag not in _HEADINGS and not (names and _is_title_name(names)):
                continue
            if size < shortest_key and _first_key(text) not in words and not has_presentation_forms(text):
                continue
            agreement = _agreement(squeeze(text), keys)
        if agreement and not elements[element].hidden and not _COPYRIGHT.search(text):
            score = agreement + _rank(document.blocks[index], outline)
            if score > 0 and (best is None or score > best[0]):
                best = (score, index)
    if best is None:
        return _find_by_part(document, outline, stated)
    if _names_page(page.metadata, document.blocks[best[1]].text):
        return best[1]
    if _is_below_text(best[1], outline):
        return None
    return _below_menu(document, outline, best[1])


def _find_by_part(document: Document, outline: Outline, stated: list[str]) -> int | None:
    """Return the heading that has the longest part of a stated title, ``None`` if none has.

    The page prints the section in front of it, and its metadata the name of the site.
    """
    parts = [max(_APART.split(title), key=len) for title in stated]
    parts = [part for part in parts if part.count(" ") >= _PART_BLANKS]
    if not parts:
        return None
    best: tuple[float, int] | None = None
    for index, block in enumerate(document.blocks):
        size = block.end - block.start
        if size <= _LONGEST and any(part in block.text and len(part) >= _SITE * size for part in parts):
            rank = _rank(block, outline)
            if rank > 0 and (best is None or rank > best[0]) and not outline.elements[block.element].hidden:
                best = rank, index
    return None if best is None else best[1]


def _names_page(metadata: PageMetadata, title: str) -> bool:
    """Tell whether more than ``<title>`` says that this is the title."""
    key = squeeze(title)
    return any(value.origin != "title" and _holds(squeeze(value.value), key) for value in metadata.titles)


def _is_below_text(printed: int, outline: Outline) -> bool:
    """Tell whether a line that is no heading comes after most of the text: there the name of the site is printed.

    It signs a statement, or is in the footer; and it is all that ``<title>`` has.
    """
    if _rank(outline.blocks[printed], outline) > 0:
        return False
    return 2 * sum(outline.own[:printed]) > outline.total


def _below_menu(document: Document, outline: Outline, printed: int) -> int | None:
    """Return the block of the title where a few words above a menu may be the name of the site.

    Old systems have the name of the site as ``<title>`` of every page, and print it above the menu. Then the title is
    a heading below the menu, ``None`` if there is none.
    """
    blanks = document.blocks[printed].text.count(" ")
    # A heading that only screen readers tell names the page or its section as often, wherever the menu is.
    linked = _MENU if _is_unseen(document.blocks[printed], outline) else 0
    for index in range(printed + 1, len(document.blocks) if blanks < _SITE_WORDS else 0):
        block = document.blocks[index]
        linked += block.linked
        element = outline.elements[block.element]
        heads = (element.tag in _HEADINGS or _is_title_name(element.names)) and 4 * block.linked <= len(block.text)
        longer = block.text.count(" ") > max(blanks, _FEWEST_BLANKS)
        if linked >= _MENU and heads and longer and _rank(block, outline) > 0:
            return index
        if outline.own[index]:
            return None if linked >= _MENU and not _is_unseen(document.blocks[printed], outline) else printed
    return printed


def _is_unseen(block: Block, outline: Outline) -> bool:
    """Tell whether the names of a heading say that it is for screen readers."""
    names = f"-{outline.elements[block.element].names.lower()}-".replace("_", "-").replace(" ", "-")
    return any(f"-{name}-" in names for name in _UNSEEN)


def names_of_site(metadata: PageMetadata, title: str) -> tuple[str, ...]:
    """Return what the page calls its site: what its metadata say, and what ``<title>`` has beside the title.

    >>> from arnews.page import MetadataValue
    >>> stated = (MetadataValue("افتتاح المعرض - صحيفة المثال", "title"),)
    >>> names_of_site(PageMetadata(titles=stated), "افتتاح المعرض")
    ('صحيفة المثال',)
    """
    rests = (value.value.replace(title, "").strip(_SEPARATORS) for value in metadata.titles if title in value.value)
    return tuple(dict.fromkeys(name for name in (*(value.value for value in metadata.site_names), *rests) if name))


def stated_titles(metadata: PageMetadata) -> list[str]:
    """Return the titles that the page states of itself.

    Microdata name each teaser of a list, so what they call a title counts only where another origin says the same.

    >>> from arnews.page import MetadataValue
    >>> titles = MetadataValue("افتتاح الجسر", "microdata"), MetadataValue("أخبار المدينة", "title")
    >>> stated_titles(PageMetadata(titles=titles))
    ['أخبار المدينة']
    """
    sized = [value for value in metadata.titles if _SHORTEST <= len(value.value) <= _STATED_LONGEST]
    sure = {squeeze(value.value) for value in sized if value.origin != "microdata"}
    titles = [
        value.value
        for value in sized
        if value.origin != "microdata" or not sure or any(_holds(squeeze(value.value), title) for title in sure)
    ]
    return list(dict.fromkeys(titles))[:_MOST_STATED]


def _holds(one: str, other: str) -> bool:
    return one in other or other in one


def find_heading(document: Document, outline: Outline, region: int) -> int | None:
    """Return the index of the block of the heading above the running text of a region, ``None`` if there is none.

    For pages whose metadata have no title that is printed. An ``h1`` comes before an ``h2``; of equals, the nearest.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> page = arnews.read_html("<h2>افتتاح المعرض الدولي</h2><p>" + "افتتح الوزير المعرض أمس. " * 4)
    >>> find_heading(page, outline_of(page), 0)
    0
    """
    first = next(
        (i for i, own in enumerate(outline.own) if own and outline.inside(document.blocks[i].element, region)), 0
    )
    best: tuple[float, int] | None = None
    for index in range(max(0, first - _REACH), min(first + 1, len(document.blocks))):
        block = document.blocks[index]
        size = block.end - block.start
        if not _SHORTEST <= size <= _LONGEST or block.text.count(" ") < _FEWEST_BLANKS:
            continue
        if outline.elements[block.element].hidden:
            continue
        rank = _rank(block, outline)
        if rank > 0 and (best is None or rank >= best[0]):
            best = rank, index
    return None if best is None else best[1]


def _agreement(text: str, titles: list[str]) -> float:
    """Return how well a text agrees with a stated title: its share of it, 0 if it does not."""
    for title in titles:
        if text in title:
            return _share(len(text), len(title), title.startswith(text))
        if title in text and len(title) >= _SITE * len(text):
            return len(title) / len(text)
    return 0.0


def _first_key(text: str) -> str:
    return _key_of(text.split(None, 1)[0])


@remembered(most=2048, longest=60)
def _key_of(word: str) -> str:
    return squeeze(word)


def _share(part: int, whole: int, begins: bool) -> float:
    """Return the share of a stated title that a block has; the name of the site is a small part at the end."""
    share = part / whole
    return share if share >= _SITE or (begins and part >= 2 * _SHORTEST) else 0.0


def _rank(block: Block, outline: Outline) -> float:
    """Return how much the place of a block speaks for the title."""
    element = outline.elements[block.element]
    rank = 0.0
    at = block.element
    for _ in range(3):  # the heading may have a link or a span inside
        if at < 0:
            break
        rank = max(rank, 0.25 * _HEADINGS.get(outline.elements[at].tag, 0))
        at = outline.elements[at].parent
    if rank == 0.0 and _is_title_name(element.names):
        rank = 0.4
    if element.tag == "li" or block.linked == block.end - block.start:
        rank -= 0.3
    at = block.element
    total = outline.total
    while at >= 0:
        if 2 * outline.weights[at] > total:
            break  # an element with most of the page says nothing by its names
        if outline.hint(at) in _FOREIGN:
            rank -= 0.6
            break
        at = outline.elements[at].parent
    return rank


def _is_title_name(names: str) -> bool:
    names = names.lower()
    return _TITLE in names or (_HEAD in names and any(name in names for name in _HEADS))
