"""Facts that tell a list of articles from an article, each a number of about the same size."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from math import log1p
from typing import NamedTuple

from arnews.data_files import read_toml
from arnews.document import Block, Document
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pages.headline import stated_titles
from arnews.labeling.pages.teasers import find_series
from arnews.labeling.pages.text_density import LINKED, TITLE, Outline, leads_back
from arnews.page import Element, PageLink, PageMetadata
from arnews.roles import Role
from arnews.text.fold import fold

__all__ = ["ITEMS", "PageFacts", "facts_of", "late_facts", "page_kinds"]

ITEMS = frozenset(("li", "td", "dd", "dt", "th"))
"""Items of lists and cells of tables."""
_CELL, _ROW = "td", "tr"
_FOREIGN = frozenset((Role.NAVIGATION, Role.DISCLAIMER, Role.MASTHEAD, Role.COMMENTS, Role.AD, Role.SHARE))
"""What is called so is on pages of both kinds."""
_ARTICLES = ("article", "news", "blogposting", "liveblogposting")
_LISTS = frozenset(("collectionpage", "searchresultspage", "itemlist"))
_LATIN = re.compile(r"[a-z]+")
_NUMBERED = re.compile(r"\d{3,}|-[^/]*-[^/]*-")
"""The address of one item: its number, or its title with hyphens."""
# A pattern that begins with one digit is searched for in a third of the time of one that begins with several.
_DATE = re.compile(r"\d(?:\d{3}|[/.:-]\d)")
_DATE_LONGEST = 60
"""Code points of a line that prints a date and little else."""
_ENOUGH = 1000
"""Code points of running text: more of it tells nothing more."""
_NAME_WORDS = 5
"""Words of a title that is no name of a section."""
_LONG_WORD = 4
"""Code points of a word that is worth looking for in the text."""
_LOOKED_AT = 3000
"""Code points of the text in which the words of the title are looked for."""
_COLUMN = 200
"""Code points of paragraphs in a row that make a column: one sentence alone is no evidence."""
_MANY_TITLES = 50
_MANY_DATES = 20
"""Titles and dates of a long list; the count is made a number of about 1."""
_STOPS = '.\u061f?!\u2026:\u060c\u061b\u00bb"\u201d)'


class PageFacts(NamedTuple):
    """What speaks for a list or against it; each is 0 where it says nothing.

    >>> PageFacts._fields[:3]
    ('text', 'teased', 'linked')
    """

    text: float
    """Running text of the region."""
    teased: float
    """Share of the running text of the page that is that of teasers."""
    linked: float
    """Share of the region's code points that is in links."""
    titles: float
    """Linked titles in the region."""
    around: float
    """Linked titles around it."""
    untitled: float
    """No title that the metadata state is printed."""
    no_heading: float
    """The page has no heading of its own."""
    short_title: float
    """How much shorter the title is than that of an article."""
    called_article: float
    """The metadata call the page an article, and only one."""
    called_list: float
    """The metadata call it a list."""
    front: float
    """Its address is that of a front page."""
    numbered: float
    """Its address has a number or a title."""
    list_path: float
    """Its address has a word of lists."""
    list_name: float
    """Its outermost elements have names of lists."""
    article_name: float
    """Its outermost elements have names of articles."""
    unended: float
    """Share of the running text in blocks that end without a mark of punctuation."""
    items: float
    """Share of it in items of lists and cells of tables."""
    untitled_items: float
    """The same where no stated title is printed."""
    led: float
    """Share of it in blocks that begin with a link, or are right below one."""
    dates: float
    """Lines with a date."""
    column: float
    """Share of it, or of a short column, in the longest row of paragraphs with no title, link or date between them,
    items apart."""
    foreign: float
    """The region lies in an element that calls itself a footer or a notice."""
    echo: float = 0.0
    """Share of the words of the title that the text repeats."""
    series: float = 0.0
    """Share of the running text in a row of posts that have headings."""
    linked_series: float = 0.0
    """The same if these headings are links."""


def facts_of(document: Document, outline: Outline, article: ArticleRange) -> PageFacts:
    """Return the facts of a page, apart from those of `late_facts`, which take the longest to see.

        >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> from arnews.labeling.pages.article_range import find_article_range
    >>> page = arnews.read_html("<h1>افتتاح المعرض</h1><p>" + "افتتح الوزير المعرض أمس. " * 4)
        >>> outline = outline_of(page)
        >>> facts_of(page, outline, find_article_range(page, outline, 0, 0)).no_heading
        0.0
    """
    metadata = document.page.metadata if document.page is not None else PageMetadata()
    types = {kind.lower() for kind in metadata.types}
    title = None if article.headline is None else outline.blocks[article.headline]
    stated = title is not None and article.stated
    # A title that only its looks tell may be as short as the name of a section, so its length says nothing.
    heading = title if stated or (title and outline.elements[title.element].tag in HEADINGS) else None
    address = (document.url or "").partition("://")[2].partition("/")[2].lower()
    words, path = set(_LATIN.findall(address)), address.strip("/")
    kinds = page_kinds()
    names = {
        word
        for element in outline.elements[:_OUTERMOST]
        if element.tag in _ROOTS
        for word in _LATIN.findall(element.names.lower())
    }
    counts = _count(document, outline, article)
    text = outline.weights[article.region]
    running = max(1, counts.running)
    return PageFacts(
        text=log1p(min(text, _ENOUGH)) / log1p(_ENOUGH),
        teased=outline.teased / max(1, outline.teased + text),
        linked=counts.linked / max(1, counts.size),
        titles=log1p(counts.titles) / log1p(_MANY_TITLES),
        around=log1p(counts.around) / log1p(_MANY_TITLES),
        untitled=float(not stated),
        no_heading=float(heading is None),
        short_title=0.0 if heading is None else max(0, _NAME_WORDS - heading.text.count(" ")) / _NAME_WORDS,
        called_article=float(any(kind.endswith(_ARTICLES) for kind in types) and not _names_another(metadata)),
        called_list=float(bool(types & _LISTS)),
        front=float(document.url is not None and path in kinds["front_paths"]),
        numbered=float(_NUMBERED.search(address) is not None),
        list_path=float(not words.isdisjoint(kinds["list_paths"])),
        list_name=float(not names.isdisjoint(kinds["list_names"])),
        article_name=float(not names.isdisjoint(kinds["article_names"])),
        unended=counts.unended / running,
        items=counts.items / running,
        untitled_items=0.0 if stated else counts.items / running,
        led=counts.led / running,
        dates=log1p(counts.dates) / log1p(_MANY_DATES),
        column=counts.column / max(running, _COLUMN),
        foreign=float(any(outline.hint(element) is Role.DISCLAIMER for element in outline.around(article.region))),
    )


def late_facts(document: Document, outline: Outline, article: ArticleRange, facts: PageFacts) -> PageFacts:
    """Return facts with those that take the longest to see: rows of posts, and what the text repeats of the title.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> from arnews.labeling.pages.article_range import find_article_range
    >>> page = arnews.read_html("<h1>افتتاح المعرض</h1><p>" + "افتتح الوزير المعرض أمس. " * 4)
    >>> outline = outline_of(page)
    >>> article = find_article_range(page, outline, 0, 0)
    >>> late_facts(page, outline, article, facts_of(page, outline, article)).echo
    0.5
    """
    share, linked = find_series(outline)
    title = None if article.headline is None else outline.blocks[article.headline]
    of_another = title is None or _is_of_another(title, document, stated=article.stated)
    echo = 0.0 if title is None or of_another else _echo(title.text, _text_of(outline, article))
    return facts._replace(echo=echo, series=share, linked_series=share if linked else 0.0)


_ROOTS = frozenset(("html", "body", "main"))
_OUTERMOST = 4
"""Elements at the start of the page among which these are."""


class _Counts(NamedTuple):
    """Code points and blocks of a page, counted in one walk."""

    size: int
    linked: int
    running: int
    unended: int
    items: int
    led: int
    titles: int
    around: int
    dates: int
    column: int


def _count(document: Document, outline: Outline, article: ArticleRange) -> _Counts:
    size = linked = running = unended = items = led = titles = around = dates = row = column = 0
    elements, inside, roles, full = outline.elements, article.inside, article.roles, outline.full
    links = document.page.links if document.page is not None else ()
    lines = _lines_of_tables(outline)
    below_link, item = False, -1
    for index, (start, end, text, element, in_links) in enumerate(outline.blocks):
        length = end - start
        if inside[element]:
            size += length
            linked += in_links
        is_link = in_links >= LINKED * length
        if roles[element] not in _FOREIGN:
            weight = full[index]
            if weight:
                running += weight
                if text[-1] not in _STOPS:
                    unended += weight
                is_item = elements[element].tag in ITEMS and element not in lines
                if is_item:
                    items += weight
                if below_link or (in_links and _begins_with_link(start, links)):
                    led += weight
                    row = 0
                if is_item and element != item:
                    row, item = 0, element
                row += weight
                column = max(column, row)
            else:
                if is_link and index != article.headline and _is_title(length, elements, element, text, outline):
                    titles += inside[element]
                    around += not inside[element]
                    row = 0
                if length <= _DATE_LONGEST and _DATE.search(text):
                    dates += 1
                    row = 0
        below_link = is_link
    return _Counts(size, linked, running, unended, items, led, titles, around, dates, column)


def _lines_of_tables(outline: Outline) -> set[int]:
    """Return the cells that are alone in their row: old systems lay out paragraphs so, one below the other."""
    elements = outline.elements
    cells = {block.element for block in outline.blocks if elements[block.element].tag == _CELL}
    rows = Counter(elements[cell].parent for cell in cells)
    return {cell for cell in cells if rows[parent := elements[cell].parent] == 1 and elements[parent].tag == _ROW}


def _begins_with_link(start: int, links: tuple[PageLink, ...]) -> bool:
    at = bisect_left(links, (start,))
    return at < len(links) and links[at].start == start


def _is_title(length: int, elements: tuple[Element, ...], element: int, text: str, outline: Outline) -> bool:
    """Tell whether a link is the title of another article: long enough, or a heading."""
    parent = elements[element].parent
    heading = elements[element].tag in HEADINGS or (parent >= 0 and elements[parent].tag in HEADINGS)
    return (length >= TITLE or heading) and not outline.repeats(text)


def _is_of_another(title: Block, document: Document, *, stated: bool) -> bool:
    """Tell whether what is taken for the title is a link to another page: the title of a post."""
    if title.linked < LINKED * (title.end - title.start) or leads_back(title, document):
        return False
    page = document.page
    return not stated or bool(document.url or (page is not None and page.metadata.canonicals))


def _names_another(metadata: PageMetadata) -> bool:
    """Tell whether microdata name several articles, or one that is not what the page calls itself: teasers."""
    named = {value.value for value in metadata.titles if value.origin == "microdata"}
    return len(named) > 1 or (bool(named) and not named.issubset(stated_titles(metadata)))


def _text_of(outline: Outline, article: ArticleRange) -> str:
    size = 0
    found: list[str] = []
    for block, weight in zip(outline.blocks, outline.own, strict=True):
        if weight and article.inside[block.element] and size < _LOOKED_AT:
            found.append(block.text)
            size += len(block.text)
    return " ".join(found)


def _echo(title: str, text: str) -> float:
    """Return the share of the words of a title that a text has, with or without the article."""
    words = {word for word in fold(title).split() if len(word) >= _LONG_WORD}
    folded = fold(text)
    return sum(word.removeprefix("\u0627\u0644") in folded for word in words) / max(1, len(words))


@lru_cache(maxsize=1)
def page_kinds() -> dict[str, frozenset[str]]:
    """Return the words of kinds of pages, read once a process.

    >>> "search" in page_kinds()["list_paths"]
    True
    """
    return {key: frozenset(words) for key, words in read_toml("labeling/data/page_kinds.toml").items()}
