"""Whether a page is a list of articles: a front page, a section, a search. A few facts, weighed by trained weights."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from functools import lru_cache
from operator import mul

from arnews.data_files import read_text
from arnews.document import Document
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pages.list_facts import ITEMS, PageFacts, facts_of, late_facts, page_kinds
from arnews.labeling.pages.live_blog import timed_entries
from arnews.labeling.pages.text_density import Outline
from arnews.text.fold import fold

__all__ = ["is_list", "reasons_of"]

_FEWEST_TITLES = 3
"""Linked titles of a page that its heading calls a list."""
_NAME_BLANKS = 3
"""Blanks in the name of a channel."""
_FEWEST_POSTS = 3
"""Prints of its name that make a channel, one a post."""
_FEWEST_TEXTS = 2
"""Posts of these with running text."""
_FIGURE = re.compile(r"\d{3}|\d[.,\u066b]\d|\d\s?[%\u066a]|[%\u066a]\s?\d")
"""A figure: a price, a share. Days of a calendar have one or two digits."""
_FIGURE_LONGEST = 40
"""Code points of a cell with a figure; a longer line is text."""
_FEWEST_FIGURES = 4
"""Cells with a figure from which a page without other text is one of prices or of a vote."""
_FIGURE_TEXT, _TEXT_PER_FIGURE = 150, 15
"""Code points of other text that a page of figures has at most, in all and for each figure."""
_FEWEST_ENTRIES, _FEWEST_LIVE = 3, 4
"""Entries with times that make a list of posts, and a live blog."""


def is_list(document: Document, outline: Outline, article: ArticleRange, *, few: bool = False) -> bool:
    """Tell whether a page is a list of articles, by how it is built and by what it says to be.

    A page with ``few`` lines is one only if it says so, or has nothing but figures or entries with own pages.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> from arnews.labeling.pages.article_range import find_article_range
    >>> page = arnews.read_html("<h1>افتتاح المعرض الدولي في العاصمة</h1><p>" + "افتتح الوزير المعرض أمس. " * 9)
    >>> outline = outline_of(page)
    >>> is_list(page, outline, find_article_range(page, outline, 0, 0))
    False
    """
    if _is_named(document, outline, article) or _is_channel(document, outline, article):
        return True
    if _has_only_figures(outline, article):
        return True
    own_pages = _have_own_pages(document, outline, article)
    if own_pages is not None:
        return own_pages
    if few:
        return False
    facts = facts_of(document, outline, article)
    score = _score(facts)
    # What takes the longest to see is looked for where it can turn the scale: rows of posts speak for a list,
    # a text that repeats its title for an article.
    weights = _weights()
    if score + weights["series"] + weights["linked_series"] <= 0:
        return False
    if score + weights["echo"] > 0:
        return True
    return _score(late_facts(document, outline, article, facts)) > 0


def _is_named(document: Document, outline: Outline, article: ArticleRange) -> bool:
    """Tell whether the heading calls what it names a list («Forum: news of the coast») and the page lists titles.

    A title that has such a word for other reasons is stated with it.
    """
    if document.page is None or len(outline.titles) < _FEWEST_TITLES:
        return False
    titles = [value.value for value in document.page.metadata.titles]
    for index, block in enumerate(outline.blocks):
        is_title = index == article.headline
        if not is_title and outline.elements[block.element].tag != "h1":
            continue
        label, _, name = map(str.strip, block.text.partition(":"))
        # Above an article a heading may name its section; what the page is called is no section.
        if not (label and name and (is_title or any(title.startswith(name) for title in titles))):
            continue
        if _list_words().issuperset(fold(label).split()) and not any(label in title for title in titles):
            return True
    return False


@lru_cache(maxsize=1)
def _list_words() -> frozenset[str]:
    """Return the words, folded, of labels that name a list («Archive of the tag: …»)."""
    return frozenset(word for label in page_kinds()["list_labels"] for word in fold(label).split())


def _is_channel(document: Document, outline: Outline, article: ArticleRange) -> bool:
    """Tell whether the title is the name of who posts: printed with each of several posts side by side.

    In a thread of several people it is the title of all posts. The description of a page with one post has its words.
    """
    if article.headline is None or outline.replies or document.page is None:
        return False
    title = outline.blocks[article.headline].text
    if title.count(" ") > _NAME_BLANKS:
        return False
    prints, posts, is_filled = 0, 0, False
    for index in range(article.headline, len(outline.blocks)):
        block = outline.blocks[index]
        if block.text == title:
            if outline.elements[block.element].tag in HEADINGS:
                return False
            prints += 1
            posts += is_filled
            is_filled = False
        elif outline.full[index]:
            is_filled = True
            # Above the posts it is the channel that is described.
            if prints > 1 and any(block.text in value.value for value in document.page.metadata.descriptions):
                return False
    return prints >= _FEWEST_POSTS and posts + is_filled >= _FEWEST_TEXTS


def _has_only_figures(outline: Outline, article: ArticleRange) -> bool:
    """Tell whether a page has cells and items with figures and hardly a paragraph: prices, results of a vote."""
    title = None if article.headline is None else outline.blocks[article.headline].text
    figures = running = 0
    for start, end, text, element, linked in outline.blocks:
        size = end - start
        if text == title or linked or article.roles[element] is not None:
            continue
        if size > _FIGURE_LONGEST:
            running += size
        elif outline.elements[element].tag in ITEMS and _FIGURE.search(text):
            figures += 1
    return figures >= _FEWEST_FIGURES and running < min(_FIGURE_TEXT, _TEXT_PER_FIGURE * figures)


def _have_own_pages(document: Document, outline: Outline, article: ArticleRange) -> bool | None:
    """Tell whether the entries that are most of a page, each with its time, have pages of their own: then it is a list.

    Without them the page is a live blog, if it has a heading. ``None`` says that there are no such entries, or that
    the title is stated: then the page is judged by all of its facts.
    """
    page = document.page
    if page is None or article.stated:
        return None
    first = 0 if article.headline is None else article.headline + 1
    entries = timed_entries(document, outline, first, len(outline.blocks))
    held = sum(outline.weights[entry] for entry in entries)
    if len(entries) < _FEWEST_ENTRIES or 2 * held < outline.total:
        return None
    linked: dict[int, str] = {}
    starts = [block.start for block in outline.blocks]
    for link in page.links:
        block = outline.blocks[bisect_right(starts, link.start) - 1]
        if "#" not in link.href:
            linked.update((entry, link.href) for entry in entries.intersection(outline.around(block.element)))
    if 2 * len(set(linked.values())) > len(entries):
        return True
    return None if article.headline is None or len(entries) < _FEWEST_LIVE else False


def _score(facts: PageFacts) -> float:
    """Return how much all facts together speak for a list, in logits."""
    bias, of_facts = _weights_in_order()
    return sum(map(mul, of_facts, facts), bias)


def reasons_of(facts: PageFacts) -> dict[str, float]:
    """Return how much each fact speaks for a list, in logits; below 0 it speaks for an article.

    >>> reasons_of(PageFacts(*[0.0] * 22))["items"] == 0
    True
    """
    weights = _weights()
    return {"bias": weights["bias"]} | {
        name: weights[name] * value for name, value in zip(PageFacts._fields, facts, strict=True)
    }


@lru_cache(maxsize=1)
def _weights_in_order() -> tuple[float, tuple[float, ...]]:
    """Return the bias, and the weight of each fact in the order of the facts."""
    weights = _weights()
    return weights["bias"], tuple(weights[name] for name in PageFacts._fields)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """Return the trained weight of each fact, read once a process; ``training/lists.py`` writes them."""
    weights: dict[str, float] = json.loads(read_text("labeling/data/list_weights.json"))
    return weights
