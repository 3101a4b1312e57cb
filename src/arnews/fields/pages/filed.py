"""Links under which an article is filed: their addresses say whether they lead to a tag or to a section."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from arnews.document import LabeledDocument
from arnews.labeling.pages.links import is_wiki_category, leads_to_section, leads_to_tag
from arnews.page import PageLink
from arnews.roles import OTHERS, Role
from arnews.text.letters import BLANKS

__all__ = ["filed_under"]

_COUNT = re.compile(r"\d\)?$")
_MOST_TAGS = 12
"""Links to tags in a row; a cloud of the site has more."""
_MOST_SECTIONS = 2
_APART = 60
"""Code points between two links of a row."""
_ABOVE, _BELOW = 400, 600
"""Code points above the title and below the text within which the row of the article stands."""


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
    whole = doc.document.text
    texts = {row[0].start: [whole[link.start : link.end].strip(BLANKS + "#,،") for link in row] for row in rows}
    own = [row for row in rows if len(row) <= most and not any(_COUNT.search(text) for text in texts[row[0].start])]
    title = titles[-1].start
    end = min(_first_other(doc, doc[Role.BODY][-1].start), doc[Role.BODY][-1].end + _BELOW)
    behind = [row for row in own if title < row[0].start and (row[-1].end <= end or is_wiki_category(row[0]))]
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
