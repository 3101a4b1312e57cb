"""Links under which an article is filed: their addresses say whether they lead to a tag or to a section."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from arnews.document import LabeledDocument
from arnews.page import PageLink
from arnews.roles import OTHERS, Role
from arnews.text.memory import remembered

__all__ = ["filed_under", "leads_to_section", "leads_to_tag"]

_TAG = re.compile(r"(?:^|/)(?:tags?|topics?|keywords?|hashtags?|labels?)[/=][^/?#]|[?&]tag=", re.IGNORECASE)
_WIKI = re.compile(r"(?:[?&]title=|/wiki/)(?:Category|\u062a\u0635\u0646\u064a\u0641):", re.IGNORECASE)
"""Categories of a wiki: wherever their row stands, it files the page."""
_WIKI_WORDS = ("title=", "/wiki/")
_SECTION = re.compile(r"(?:^|/)(?:category|categories|cat|sections?)[/=][^/?#]|[?&]cat(?:egory)?=", re.IGNORECASE)
_TAG_WORDS, _SECTION_WORDS = ("tag", "topic", "keyword", "label"), ("cat", "section")
"""One of them is in every match of either pattern: most addresses have none."""
_ESCAPE = re.compile("%[0-7]")
"""An escape that stands for a character of ASCII; the patterns hold no others."""
_COUNT = re.compile(r"\d\)?$")
_MOST_TAGS = 12
"""Links to tags in a row; a cloud of the site has more."""
_MOST_SECTIONS = 2
_APART = 60
"""Code points between two links of a row."""
_ABOVE, _BELOW = 400, 600
"""Code points above the title and below the text within which the row of the article stands."""


def leads_to_tag(link: PageLink) -> bool:
    """Tell whether the address or the relation of a link says that it leads to a tag.

    >>> leads_to_tag(PageLink(0, 4, "/tags/news")), leads_to_tag(PageLink(0, 4, "/c/1", "category tag"))
    (True, False)
    """
    if _leads_to(link.href).tag:
        return True
    words = link.rel.split() if link.rel else ()
    if "tag" not in words or "category" in words:
        return False
    return "categories/" in unquote(link.href) or not leads_to_section(link)


def leads_to_section(link: PageLink) -> bool:
    """Tell whether the address or the relation of a link says that it leads to a section.

    >>> leads_to_section(PageLink(0, 4, "/category/sport")), leads_to_section(PageLink(0, 4, "/news/12"))
    (True, False)
    """
    return (bool(link.rel) and "category" in link.rel.split()) or _leads_to(link.href).section


class _Target(NamedTuple):
    """What an address says of itself."""

    tag: bool
    section: bool


# The links of a page are asked several times; most pages have some hundred.
@remembered(most=2048, longest=300)
def _leads_to(href: str) -> _Target:
    if _ESCAPE.search(href) is not None:
        href = unquote(href)
    folded = href.casefold()
    return _Target(
        tag=(any(map(folded.__contains__, _TAG_WORDS)) and _TAG.search(href) is not None)
        or (any(map(folded.__contains__, _WIKI_WORDS)) and _WIKI.search(unquote(href)) is not None),
        section=any(map(folded.__contains__, _SECTION_WORDS)) and _SECTION.search(href) is not None,
    )


def filed_under(doc: LabeledDocument, *, tags: bool) -> list[str]:
    """Return the texts of the row of links to tags (else sections) that belongs to the article.

    That is the first row behind its title that no title of another article stands before, else the last one shortly
    above the title. Clouds and rows with counts are those of the site.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.</p><p><a href=/tag/1>معارض</a></p>"
    >>> filed_under(arnews.label(arnews.read_html(page)), tags=True)
    ['معارض']
    """
    page, titles = doc.document.page, doc[Role.HEADLINE]
    if page is None or not titles or not doc[Role.BODY]:
        return []
    wanted = leads_to_tag if tags else lambda link: leads_to_section(link) and not leads_to_tag(link)
    rows: list[list[PageLink]] = []
    for before, link in pairwise((None, *page.links)):
        if link is None or not wanted(link):
            continue
        if rows and before is rows[-1][-1] and link.start - before.end <= _APART:
            rows[-1].append(link)
        else:
            rows.append([link])
    most = _MOST_TAGS if tags else _MOST_SECTIONS
    texts = {row[0].start: [doc.document.text[link.start : link.end].strip(" #,،") for link in row] for row in rows}
    own = [row for row in rows if len(row) <= most and not any(_COUNT.search(text) for text in texts[row[0].start])]
    title = titles[-1].start
    end = min(_first_other(doc, doc[Role.BODY][-1].start), doc[Role.BODY][-1].end + _BELOW)
    behind = [
        row
        for row in own
        if title < row[0].start and (row[-1].end <= end or _WIKI.search(unquote(row[0].href)) is not None)
    ]
    above = [row for row in own if title - _ABOVE <= row[0].start < title]
    chosen = behind[0] if behind else above[-1] if above else None
    return (
        []
        if chosen is None
        else [text for text in dict.fromkeys(texts[chosen[0].start]) if any(map(str.isalpha, text))]
    )


def _first_other(doc: LabeledDocument, start: int) -> int:
    """Return where the first title of another article stands behind an offset: a link of a row is none."""
    page = doc.document.page
    for segment in doc.segments:
        if segment.start > start and segment.role in OTHERS and page is not None:
            at = bisect_right(page.links, segment.start, key=lambda link: link.end)
            first = page.links[at] if at < len(page.links) else None
            if first is None or not (leads_to_tag(first) or leads_to_section(first)):
                return segment.start
    return len(doc.document.text)
