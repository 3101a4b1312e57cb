"""Whether a page is a list of articles: a front page, a section, a search."""

from __future__ import annotations

from arnews.addresses import leads_to_front
from arnews.document import Document
from arnews.labeling.pages.outline import Outline
from arnews.labeling.pages.teasers import find_series
from arnews.labeling.pages.zone import Zone
from arnews.page import PageMetadata
from arnews.roles import Role

__all__ = ["is_list"]

_LIST = 2.0
"""Evidence from which a page is a list."""
_FEWEST = 3
"""A page with fewer titles that are links lists nothing."""
_LITTLE = 250
"""Code points of running text that a page has beside its teasers, a notice or two."""
_MUCH = 700
"""Code points of running text that only an article has."""
_MANY = 10
_SERIES = 0.6
"""Share of the running text in posts that each have a heading."""
_SERIES_LINKED = 0.8
_MOST_POSTS = 3
_SHORT = 2
_NAME = 3
_LISTS = frozenset(("collectionpage", "searchresultspage", "itemlist"))
_ARTICLES = ("article", "news", "blogposting", "liveblogposting")
_DATED = frozenset(("json-ld", "article", "og", "microdata"))


def is_list(document: Document, outline: Outline, zone: Zone) -> bool:
    """Tell whether a page is a list of articles, by what it holds and by what it says to be.

    >>> import arnews
    >>> from arnews.labeling.pages.outline import outline_of
    >>> from arnews.labeling.pages.zone import find_zone
    >>> page = arnews.read_html("<h1>افتتاح المعرض</h1><p>" + "افتتح الوزير المعرض أمس. " * 4)
    >>> outline = outline_of(page)
    >>> is_list(page, outline, find_zone(page, outline, 0, 0))
    False
    """
    page = document.page
    if page is None:
        return False
    titles = [document.blocks[index] for index in outline.titles]
    if len(titles) < _FEWEST and not outline.teased:
        return False
    untitled = _of_title(document, zone)
    evidence = _of_metadata(page.metadata) + untitled
    text = outline.weights[zone.region]
    within = sum(block.linked for block in titles if zone.inside[block.element])
    teased = outline.teased >= max(text, 1)
    if teased:
        # An article has a title, however many teasers stand around it.
        evidence += 2 if untitled else 1
    if within > text:
        evidence += 1
    if text < _LITTLE and len(titles) >= _MANY:
        evidence += 1
    shown = evidence
    if document.url is not None and leads_to_front(document.url):
        evidence += 2 if teased else 1
    if any(outline.hint(element) is Role.DISCLAIMER for element in outline.around(zone.region)):
        evidence += 1
    much = text >= _MUCH and within * 5 < text
    if evidence - much >= _LIST:
        return True
    if evidence + _MOST_POSTS < _LIST:
        return False  # no row of posts would tell otherwise, and to look for one takes the longest
    posts = _posts(outline)
    if posts > 1 or (posts and shown >= 1):
        evidence += posts
    else:
        evidence -= much
    return evidence >= _LIST


def _posts(outline: Outline) -> int:
    """Return what a row of posts says: much if their titles are links, for then each has a page of its own."""
    share, linked = find_series(outline)
    if share < _SERIES:
        return 0
    return _MOST_POSTS if linked and share >= _SERIES_LINKED else 1


def _of_metadata(metadata: PageMetadata) -> float:
    """Return what the page says to be: more than 0 for a list, less for an article."""
    types = {kind.lower() for kind in metadata.types}
    evidence = 2.0 if types & _LISTS else 0.0
    article = any(kind.endswith(_ARTICLES) for kind in types)
    dated = any(value.origin in _DATED for value in metadata.published)
    if article or dated:
        return evidence - article - dated
    return evidence + 0.5


def _of_title(document: Document, zone: Zone) -> float:
    """Return what the title says: a list has the name of a section, or none."""
    if zone.headline is None or not zone.stated:
        return 1.0
    words = document.blocks[zone.headline].text.count(" ") + 1
    return 1.5 if words <= _SHORT else 1.0 if words <= _NAME else 0.0
