"""Whether a page is a list of articles: a front page, a section, a search."""

from __future__ import annotations

from collections import Counter

from arnews.document import Block, Document
from arnews.labeling.pages.outline import Outline
from arnews.labeling.pages.zone import Zone
from arnews.page import Element

__all__ = ["is_list"]

_FEWEST = 4
"""Teasers of a list."""
_SHARE = 0.5
"""Share of the running text that stands in teasers."""
_LINKED = 0.85
_TITLE_CHARACTERS = 18
_LISTS = frozenset(("collectionpage", "searchresultspage", "itemlist"))


def is_list(document: Document, outline: Outline, zone: Zone) -> bool:
    """Tell whether the running text of a page is that of teasers, each with the title that it belongs to.

    >>> import arnews
    >>> page = arnews.read_html("<h1>افتتاح المعرض</h1><p>" + "افتتح الوزير المعرض أمس. " * 4)
    >>> outline = outline_of(page)
    >>> is_list(page, outline, find_zone(page, outline, 0, 0))
    False
    """
    teasers, share = _teasers(document, outline, zone)
    return teasers >= _FEWEST and share >= _SHARE


def _teasers(document: Document, outline: Outline, zone: Zone) -> tuple[int, float]:
    """Return how many parts of the region hold a linked title and running text, and the share of text in them."""
    elements = outline.elements
    titled: Counter[int] = Counter()
    texts: Counter[int] = Counter()
    for block, own in zip(document.blocks, outline.own, strict=True):
        if not zone.inside[block.element]:
            continue
        if own:
            texts[_part(block.element, zone.region, elements)] += own
        elif _is_title(block):
            titled[_part(block.element, zone.region, elements)] += 1
    teasers = [part for part in texts if titled[part]]
    total = sum(texts.values())
    return len(teasers), sum(texts[part] for part in teasers) / total if total else 0.0


def _part(element: int, region: int, elements: tuple[Element, ...]) -> int:
    while elements[element].parent > region:
        element = elements[element].parent
    return element


def _is_title(block: Block) -> bool:
    size = block.end - block.start
    return block.linked >= _TITLE_CHARACTERS and block.linked >= _LINKED * size
