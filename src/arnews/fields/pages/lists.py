"""Sections and keywords of a page, by its links where it has some."""

from __future__ import annotations

import re
from collections.abc import Callable

from arnews.addresses import leads_to_front, leads_to_language
from arnews.credits import is_outlet_word
from arnews.document import Document, LabeledDocument, Segment
from arnews.fields.names import is_index, without_prefix
from arnews.fields.pages.links import base_of, links_in
from arnews.fields.pages.site import is_address, is_site_name, site_keys, title_pieces
from arnews.page import MetadataValue, Page, PageMetadata
from arnews.roles import Role
from arnews.text.fold import squeeze, words
from arnews.text.letters import ARABIC, BLANKS

__all__ = ["is_section", "keywords_from_metadata", "linked_parts", "linked_texts", "sections_from_page"]

_ARABIC = re.compile(f"[{ARABIC}]")
_MOST_KEYWORDS = 20
_FEW_KEYWORDS = 8
"""Keywords that the metadata of an article itself may give it without its text saying them."""
_KEYWORD_WORDS = 6
_SECTION_WORDS = 5
_MOST_SECTIONS = 3
_MOST_STEPS = 6
"""Links of a breadcrumb; a menu has more."""
_TITLE_SECTION_WORDS = 3
_SECTION_LONGEST = 40
_FEWEST_ITEMS = 3
"""Titles of others on a page that lists a section."""
_ARTICLES_OWN = ("json-ld", "article", "microdata")
"""Origins that speak of the article; plain ``keywords`` are often those of the site."""


def linked_texts(segment: Segment, page: Page) -> list[str]:
    """Return the texts of the links in a segment; none if most of its words stand in no link.

    >>> from arnews.document import Origin, Reason
    >>> from arnews.page import PageLink
    >>> segment = Segment(0, 11, Role.TAGS, "مصر كأس أمم", Reason("page.tags", Origin.MARKUP))
    >>> linked_texts(segment, Page(links=(PageLink(0, 3, "/1"), PageLink(4, 11, "/2"))))
    ['مصر', 'كأس أمم']
    """
    parts = _parts(segment, page)
    linked = [text.strip() for text, href in parts if href is not None and text.strip()]
    loose = sum(len(squeeze(text)) for text, href in parts if href is None)
    return linked if loose <= sum(map(len, linked)) else []


def linked_parts(segment: Segment, document: Document) -> list[tuple[str, bool]]:
    """Return what a segment says in its links and between them, in order, each with whether it is a link.

    Links to the front page are left out, whatever they call it, and menus.

    >>> from arnews.document import Origin, Reason
    >>> from arnews.page import PageLink
    >>> segment = Segment(0, 13, Role.SECTION, "رياضة كرة قدم", Reason("page.tags", Origin.MARKUP))
    >>> linked_parts(segment, Document(text="", blocks=(), page=Page(links=(PageLink(0, 5, "/1"),))))
    [('رياضة', True), ('كرة قدم', False)]
    """
    page = document.page
    if page is None:
        return [(segment.text, False)]
    base = base_of(document)
    parts = [(text.strip(), href) for text, href in _parts(segment, page) if squeeze(text)]
    links = [index for index, (_, href) in enumerate(parts) if href is not None]
    if len(links) > _MOST_STEPS:
        return []
    # What stands in front of the last link is a label («أنت هنا:»); what stands behind it is the last step.
    first = links[-1] if links else 0
    return [
        (text, href is not None)
        for index, (text, href) in enumerate(parts)
        if (index >= first if href is None else not (leads_to_front(href, base) or _is_switch(text, href)))
    ]


def _is_switch(text: str, href: str) -> bool:
    """Tell whether a link is the switch to another language rather than a section with a Latin address."""
    return leads_to_language(href) and _ARABIC.search(text) is None


def _parts(segment: Segment, page: Page) -> list[tuple[str, str | None]]:
    """Cut a segment at its links: each part, and the address if it is a link."""
    parts: list[tuple[str, str | None]] = []
    at = 0
    for link in links_in(page, segment.start, segment.end):
        start, end = link.start - segment.start, min(link.end - segment.start, len(segment.text))
        if start >= at:
            parts += [(segment.text[at:start], None), (segment.text[start:end], link.href)]
            at = end
    parts.append((segment.text[at:], None))
    return parts


def is_section(name: str, titles: set[str], site: frozenset[str]) -> bool:
    """Tell whether a step of a breadcrumb is a section, not the article, the site or an address.

    >>> is_section("رياضة", set(), frozenset()), is_section("/sports/", set(), frozenset())
    (True, False)
    """
    key = squeeze(name)
    if not key or key in titles or is_address(name.strip()) or is_index(name):
        return False
    return key not in site and (all(is_outlet_word(word) for word in key.split()) or not is_site_name(name, site))


def sections_from_page(doc: LabeledDocument, is_home: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the sections that a page names elsewhere than in its text, outermost first.

    That is the breadcrumb of the metadata, else the section of the article, else the part of the page's title
    between the article's title and the name of the site; the title of a list is the section itself.

    Args:
        doc: the labeled page.
        is_home: tells of a key (see `arnews.text.fold.squeeze`) whether a front page is called so.
    """
    page = doc.document.page
    if page is None:
        return ()
    meta = page.metadata
    site = site_keys(doc.document)
    if not doc[Role.BODY]:
        return _section_of_list(doc, meta, site, is_home)
    titles = {squeeze(segment.text) for segment in doc[Role.HEADLINE]} | {squeeze(v.value) for v in meta.titles}
    site |= {squeeze(segment.text) for segment in doc[Role.BYLINE]}  # columns stand below their writers
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
    return _from_title(meta, titles - {squeeze(v.value) for v in meta.titles if v.origin == "title"}, site)


def _from_title(meta: PageMetadata, titles: set[str], site: frozenset[str]) -> tuple[str, ...]:
    """Return the short parts of the page's title that are neither the article's title nor the site."""
    for value in meta.titles:
        pieces = title_pieces(value.value)
        at = next((i for i, piece in enumerate(pieces) if squeeze(piece) in titles), None)
        if at is None or len(pieces) < 2:
            continue
        # Behind the title the last part is the site, whatever it calls itself.
        names = pieces[:at] if at else pieces[1 : -2 if pieces[-1].isascii() else -1]
        return tuple(
            name
            for name in names
            if is_section(name, titles, site) and name.count(" ") < _TITLE_SECTION_WORDS and not name.isascii()
        )[:_MOST_SECTIONS]
    return ()


def _section_of_list(
    doc: LabeledDocument, meta: PageMetadata, site: frozenset[str], is_home: Callable[[str], bool]
) -> tuple[str, ...]:
    """Return the section whose list a page is: the last step of the breadcrumb, else a short title."""
    if len(doc[Role.RELATED_ITEM]) < _FEWEST_ITEMS or doc[Role.HEADLINE]:
        return ()
    own = doc.document.url
    if own is not None and leads_to_front(own):
        return ()
    names = [value.value for value in meta.breadcrumbs if not is_home(squeeze(value.value))]
    if not names:
        pieces = [piece for value in meta.titles for piece in title_pieces(value.value)]
        printed = {block.text for block in doc.document.blocks}
        names = [piece for piece in pieces if len(piece) <= _SECTION_LONGEST and piece in printed][:1]
    return tuple(
        name
        for name in dict.fromkeys(map(without_prefix, names))
        if is_section(name, set(), site) and name.count(" ") < _TITLE_SECTION_WORDS and not name.isascii()
    )[:_MOST_SECTIONS]


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
    if inside * 2 < len(own) and not (origin in _ARTICLES_OWN and len(own) <= _FEW_KEYWORDS):
        return ()
    site = site_keys(doc.document)
    named = [value.value for value in own if not is_site_name(value.value, site)]
    return tuple({squeeze(name): name.strip(BLANKS + '#"«»') for name in named}.values())


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
