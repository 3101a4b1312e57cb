"""Sections and keywords of a page, by its links where it has some."""

from __future__ import annotations

from collections.abc import Callable

from arnews.document import LabeledDocument, Role, Segment
from arnews.fields.pages.addresses import links_in
from arnews.fields.pages.site import is_address, is_site_name, site_keys
from arnews.page import MetadataValue, Page
from arnews.text.fold import squeeze, words

__all__ = ["is_section", "keywords_from_metadata", "linked_parts", "linked_texts", "sections_from_metadata"]

_MOST_KEYWORDS = 20
_KEYWORD_WORDS = 6
_SECTION_WORDS = 5
_MOST_SECTIONS = 3
_ARTICLES_OWN = ("json-ld", "article", "microdata")
"""Origins that speak of the article; plain ``keywords`` are often those of the site."""


def linked_texts(segment: Segment, page: Page) -> list[str]:
    """Return the texts of the links in a segment; none if most of its words stand in no link.

    >>> from arnews.page import PageLink
    >>> segment = Segment(0, 11, Role.TAGS, "مصر كأس أمم", "x")
    >>> linked_texts(segment, Page(links=(PageLink(0, 3, "/1"), PageLink(4, 11, "/2"))))
    ['مصر', 'كأس أمم']
    """
    parts = _parts(segment, page)
    linked = [text.strip() for text, is_link in parts if is_link and text.strip()]
    loose = sum(len(squeeze(text)) for text, is_link in parts if not is_link)
    return linked if loose <= sum(map(len, linked)) else []


def linked_parts(segment: Segment, page: Page) -> list[str]:
    """Return what a segment says in its links and between them, in order.

    >>> from arnews.page import PageLink
    >>> segment = Segment(0, 13, Role.SECTION, "رياضة كرة قدم", "x")
    >>> linked_parts(segment, Page(links=(PageLink(0, 5, "/1"),)))
    ['رياضة', 'كرة قدم']
    """
    return [text.strip() for text, _ in _parts(segment, page) if text.strip()]


def _parts(segment: Segment, page: Page) -> list[tuple[str, bool]]:
    """Cut a segment at its links: each part, and whether it is a link."""
    parts: list[tuple[str, bool]] = []
    at = 0
    for link in links_in(page, segment.start, segment.end):
        start, end = link.start - segment.start, min(link.end - segment.start, len(segment.text))
        if start >= at:
            parts += [(segment.text[at:start], False), (segment.text[start:end], True)]
            at = end
    parts.append((segment.text[at:], False))
    return parts


def is_section(name: str, titles: set[str], site: frozenset[str]) -> bool:
    """Tell whether a step of a breadcrumb is a section, not the article, the site or an address.

    >>> is_section("رياضة", set(), frozenset()), is_section("/sports/", set(), frozenset())
    (True, False)
    """
    key = squeeze(name)
    return bool(key) and key not in titles and not is_address(name.strip()) and not is_site_name(name, site)


def sections_from_metadata(doc: LabeledDocument, is_home: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the sections that the metadata name, outermost first: the breadcrumb, else the section of the article.

    Args:
        doc: the labeled page.
        is_home: tells of a key (see `arnews.text.fold.squeeze`) whether a front page is called so.
    """
    page = doc.document.page
    if page is None or not doc[Role.BODY]:
        return ()
    meta = page.metadata
    site = site_keys(doc.document)
    titles = {squeeze(segment.text) for segment in doc[Role.HEADLINE]} | {squeeze(v.value) for v in meta.titles}
    crumbs = [value.value for value in meta.breadcrumbs]
    stated = [part.strip() for value in meta.sections for part in value.value.replace("\u060c", ",").split(",")]
    for names in (crumbs, stated):
        found = {
            squeeze(name): name
            for name in names
            if is_section(name, titles, site)
            and not is_home(squeeze(name))
            and name.count(" ") < _SECTION_WORDS
            and not name.isascii()
        }
        if found:
            return tuple(found.values())[:_MOST_SECTIONS]
    return ()


def keywords_from_metadata(doc: LabeledDocument) -> tuple[str, ...]:
    """Return the keywords that the metadata give the article; none if they look like the site's or like its title.

    Keywords are believed if they are few and half of them stand in the text; a title cut into its words is none.
    """
    page = doc.document.page
    if page is None or not doc[Role.BODY]:
        return ()
    values = page.metadata.keywords
    origin = values[0].origin if values else ""
    own = [value for value in values if value.origin == origin and squeeze(value.value)]
    if not 0 < len(own) <= _MOST_KEYWORDS or any(value.value.count(" ") >= _KEYWORD_WORDS for value in own):
        return ()
    titles = [value.value for value in page.metadata.titles] + [segment.text for segment in doc[Role.HEADLINE]]
    if len(own) == 1 and origin not in _ARTICLES_OWN:
        return ()
    if _is_cut_title(own, titles):
        return ()
    prose = " ".join(segment.text for segment in doc.segments if segment.role in (Role.HEADLINE, Role.BODY))
    text = f" {squeeze(prose)} "
    inside = sum(_stands_in(squeeze(value.value), text) for value in own)
    if inside * 2 < len(own):
        return ()
    site = site_keys(doc.document)
    return tuple({squeeze(v.value): v.value.strip("# ") for v in own if not is_site_name(v.value, site)}.values())


def _is_cut_title(values: list[MetadataValue], titles: list[str]) -> bool:
    """Tell whether keywords are the words of the title, one after the other."""
    single = [squeeze(value.value) for value in values if " " not in value.value]
    if len(single) < 4 or len(single) * 4 < len(values) * 3:
        return False
    known = {word for title in titles for word in words(title)}
    return sum(word in known for word in single) * 10 >= len(single) * 8


def _stands_in(key: str, text: str) -> bool:
    """Tell whether a phrase stands in a squeezed text; its first word may carry a joined letter or two."""
    at = text.find(key)
    while at >= 0:
        if " " in text[max(0, at - 3) : at]:
            return True
        at = text.find(key, at + 1)
    return False
