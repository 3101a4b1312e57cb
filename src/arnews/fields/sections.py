"""Sections and breadcrumbs."""

from __future__ import annotations

import re

from arnews.document import LabeledDocument, Origin, Segment
from arnews.fields.pages.filed import filed_under
from arnews.fields.pages.lists import is_section, linked_parts, sections_from_page
from arnews.fields.pages.site import site_keys
from arnews.labeling.pages.links import leads_to_tag
from arnews.roles import LISTED, Role
from arnews.rules import Means, Rule, RuleBook
from arnews.text.fold import squeeze

__all__ = ["read_sections"]

_STEP = re.compile(r"[/|>»›«\\←→•]")
"""What sets the sections inside one link apart; a section may have a comma in its name."""
_ENDS = LISTED | {Role.COMMENTS, Role.DISCLAIMER}
_NAMES = frozenset({Role.SECTION, Role.NAVIGATION})
_NAMED = frozenset({Origin.MARKUP, Origin.METADATA, Origin.SELECTOR, Origin.SHAPE})
"""Evidence that a line is the way to the article, not any name of a section."""
_BY_WORDS = frozenset({Origin.WORDS, Origin.MODEL})
"""Evidence that the words of a line gave, alone or among other facts."""
_NEAR = 5
"""Segments above the title in which a name of a section is that of the article, not an entry of a menu."""
_MENU = 4
"""Names of sections, a line each, from which a row of them is a menu; a way from the front page has fewer steps."""
_MOST_SOURCES = 20
"""Sources that a section is held against: each with each is the square of what a page has."""
_SEPARATOR = re.compile(r"[/|>»›«\\،,←→•·]|(?<=\s)[-–—](?=\s)|\n|^\d+\.")


def read_sections(doc: LabeledDocument, *, book: RuleBook | None = None) -> tuple[str, ...]:
    """Return the sections, outermost first; the front page and the title itself do not count.

    In a page each link is a section, the names of the site and of the source are none, and where nothing is printed
    the breadcrumb or section of its metadata counts.

    >>> import arnews
    >>> read_sections(arnews.label(arnews.read_text("")))
    ()
    """
    book = book or RuleBook.shipped()
    page = doc.document.page
    titles = {squeeze(segment.text) for segment in doc[Role.HEADLINE]}
    names: frozenset[str] = frozenset()
    if page is not None:
        names = site_keys(doc.document) | {squeeze(segment.text) for segment in doc[Role.SOURCE][:_MOST_SOURCES]}
    sections: dict[str, str] = {}
    for segment in doc[Role.SECTION] if page is None else _of_article(doc, book):
        for text, is_link in [(segment.text, False)] if page is None else linked_parts(segment, doc.document):
            if page is not None and squeeze(text) in titles:
                continue
            for part in map(str.strip, (_STEP if is_link else _SEPARATOR).split(text)):
                key = squeeze(part)
                rule = book.whole(key) if key else None
                if not key or key in titles or (rule is not None and _is_menu(rule, is_link=is_link)):
                    continue
                if page is None or is_section(part, titles, names):
                    sections.setdefault(key, part)
    tagged = _tagged(doc) if sections and page is not None else frozenset()
    if page is not None and not (sections and tagged.isdisjoint(sections)):
        filed = {squeeze(text): text for text in filed_under(doc, tags=False) if _may_be_section(text, book)}
        untagged = {key: name for key, name in sections.items() if key not in tagged or key in filed}
        sections = untagged or {k: v for k, v in filed.items() if is_section(v, titles, names)} or sections
    if not sections and page is not None:
        sections = _below_title(doc, book) or _below_body(doc, book)
    if not sections and page is not None:
        return sections_from_page(doc, lambda key: (rule := book.whole(key)) is not None and rule.means is Means.HOME)
    return tuple(sections.values())


def _tagged(doc: LabeledDocument) -> frozenset[str]:
    """Return the keys of the links of a page that lead to tags."""
    text, page = doc.document.text, doc.document.page
    links = page.links if page is not None else ()
    return frozenset(squeeze(text[link.start : link.end]) for link in links if leads_to_tag(link))


def _may_be_section(text: str, book: RuleBook) -> bool:
    rule = book.whole(squeeze(text))
    return rule is None or rule.role in _NAMES


def _is_menu(rule: Rule, *, is_link: bool) -> bool:
    """Tell whether a step is no section; a link in a breadcrumb is one, whatever menus have the same words."""
    return rule.role is Role.NAVIGATION and (rule.means is Means.HOME or not is_link)


def _of_article(doc: LabeledDocument, book: RuleBook) -> list[Segment]:
    """Return the segments of a page that name its sections: the way to the article, else names close to the title."""
    segments = [segment for segment in doc[Role.SECTION] if not segment.text.rstrip().endswith(":")]
    trails = [segment for segment in segments if _is_trail(segment, book)]
    if trails or not segments:
        return trails
    title = next((index for index, segment in enumerate(doc.segments) if segment.role is Role.HEADLINE), None)
    lead = next((index for index, segment in enumerate(doc.segments) if segment.role is Role.BODY), len(doc.segments))
    near = doc.segments[max(0, (title or 0) - _NEAR) : max(lead, (title or 0) + _NEAR)]
    named = {segment.start for segment in segments} - _entries(doc)
    return [segment for segment in near if segment.start in named]


def _entries(doc: LabeledDocument) -> set[int]:
    """Return where the entries of menus begin: names in a row, a line each."""
    found: set[int] = set()
    row: list[int] = []
    for segment in (*doc.segments, None):
        if segment is not None and segment.role in _NAMES and _SEPARATOR.search(segment.text.strip()) is None:
            row.append(segment.start)
            continue
        if len(row) >= _MENU:
            found.update(row)
        row = []
    return found


def _is_trail(segment: Segment, book: RuleBook) -> bool:
    """Tell whether a section is the article's by more than its words; what an outlet's rule says is its own."""
    reason = segment.reason
    return reason.origin in _NAMED or (reason.rule is not None and book.is_special(reason.rule))


def _below_title(doc: LabeledDocument, book: RuleBook) -> dict[str, str]:
    """Return the one name of a section that stands between title and text; several are a menu."""
    title, body = doc[Role.HEADLINE], doc[Role.BODY]
    if not title or not body:
        return {}
    between = [s for s in doc.segments if title[-1].start < s.start < body[0].start and s.role in _NAMES]
    found = {
        squeeze(segment.text): segment.text
        for segment in between
        if (rule := book.whole(squeeze(segment.text))) is not None and rule.role is Role.SECTION
    }
    return found if len(found) == 1 else {}


def _below_body(doc: LabeledDocument, book: RuleBook) -> dict[str, str]:
    """Return the name of a section that stands alone below the body, before anything of other articles.

    Down there the labeler takes it for an entry of a menu, but it was its words that told.
    """
    body = doc[Role.BODY]
    segments = [segment for segment in doc.segments if segment.start > body[-1].start] if body else []
    for at, segment in enumerate(segments):
        if segment.role in _ENDS:
            break
        if segment.role in _NAMES and segment.reason.origin in _BY_WORDS:
            rule = book.whole(squeeze(segment.text))
            if rule is not None and rule.role is Role.SECTION:
                if any(following.role in LISTED for following in segments[at + 1 : at + 2]):
                    break  # the section of the article below it
                return {squeeze(segment.text): segment.text}
    return {}
