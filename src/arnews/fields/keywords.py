"""Keywords: the tag list without its heading."""

from __future__ import annotations

import re
from itertools import pairwise

from arnews.document import LabeledDocument, Segment
from arnews.fields.pages.filed import filed_under
from arnews.fields.pages.links import links_in
from arnews.fields.pages.lists import keywords_from_metadata, linked_texts
from arnews.labeling.pages.links import leads_to_section, leads_to_tag
from arnews.roles import Role
from arnews.rules import Means, RuleBook
from arnews.text.fold import fold, squeeze
from arnews.text.letters import BLANKS

__all__ = ["read_keywords"]

_SEPARATOR = re.compile(r"[،,|#؛;•·\n/]|(?<=\s)[-–—](?=\s)")
_LONGEST = 60
_COLONS = (":", "\uff1a")
_LABEL_WORDS = 4
_EDGE = BLANKS + ":.•*-#[]"
_TAG_EDGE = BLANKS + "\n.:«»\"'_[]"
_ARTICLE = "\u0627\u0644"
"""Alef and lam, the definite article, as it is joined to a word."""


def read_keywords(doc: LabeledDocument, *, book: RuleBook | None = None) -> tuple[str, ...]:
    """Return the tags, each once; where a page prints none, the keywords of its metadata if they are the article's.

    Where no comma or bar stands between them, a word is a tag, and a word with the
    article continues the noun before it («الحرب الروسية الأوكرانية»). In a page each link is a tag.

    >>> import arnews
    >>> read_keywords(arnews.label(arnews.read_text("")))
    ()
    """
    book = book or RuleBook.shipped()
    found: dict[str, None] = {}
    page = doc.document.page
    tags = doc[Role.TAGS]
    rows = _rows(doc) if len(tags) > 1 else set()
    headed = _headed(doc)
    for segment in tags:
        if headed is not None and segment.start < headed:
            continue
        linked = linked_texts(segment, page) if page is not None else []
        if linked:
            found.update(dict.fromkeys(tag for link in linked if (tag := _linked_tag(link, book))))
            continue
        text = _without_heading(segment, book)
        # A line among lines of tags is a tag; in one line, blanks may be all that sets tags apart.
        below = text == segment.text and segment.start in rows and _SEPARATOR.search(text.strip()) is None
        for tag in [text.strip(_EDGE)] if below else _split(text, book):
            if 1 < len(tag) <= _LONGEST:
                found.setdefault(tag)
    if page is None:
        return tuple(found)
    links = [link for segment in tags for link in links_in(page, segment.start, segment.end)]
    filed = filed_under(doc, tags=True)
    if filed or any(leads_to_tag(link) for link in links):
        # Where some addresses say that they are of tags, those that say that they are of sections are none.
        sections = [link for link in links if leads_to_section(link) and not leads_to_tag(link)]
        named = {squeeze(doc.document.text[link.start : link.end]) for link in sections}
        found = {tag: None for tag in found if squeeze(tag) not in named}
    stated = keywords_from_metadata(doc)
    if not found:
        found.update(dict.fromkeys(tag for text in filed if (tag := _linked_tag(text, book))))
        if set(map(squeeze, found)) <= set(map(squeeze, stated)):
            return stated
    return tuple(found) or stated


def _headed(doc: LabeledDocument) -> int | None:
    """Return where the list of tags begins that words call so, ``None`` in a page or if there is none.

    What else looks like tags in such a text names its topic.
    """
    if doc.document.page is not None:
        return None
    return next((segment.start for segment in doc[Role.TAGS] if segment.reason.rule is not None), None)


def _rows(doc: LabeledDocument) -> set[int]:
    """Return where the lines begin that stand above or below another line of tags."""
    pairs = pairwise(doc.segments)
    return {
        each.start
        for above, below in pairs
        if above.role is Role.TAGS is below.role and "\n" in doc.document.text[above.end : below.start]
        for each in (above, below)
    }


def _without_heading(segment: Segment, book: RuleBook) -> str:
    """Return the text of a tag line behind its heading."""
    text = segment.text
    rule = book.whole(squeeze(text))
    if rule is not None and rule.role is Role.TAGS and not any(phrase.has_gap for phrase in rule.parsed):
        return ""
    if rule is not None and rule.role is Role.RELATED_HEADING:
        return ""
    if text.rstrip().endswith(_COLONS) and text.count(" ") < _LABEL_WORDS:
        return ""
    match = book.start(text)
    if match is not None and match.rule.role is Role.TAGS:
        return text[match.end :]
    return text


def _linked_tag(text: str, book: RuleBook) -> str | None:
    """Return the tag that a link is; ``None`` if it is the heading of the list, or unfolds it."""
    rule = book.whole(squeeze(text))
    tag = text.strip(BLANKS + ",\u060c.:\u00ab\u00bb#_").replace("_", " ")
    known = rule is not None and (rule.role is Role.TAGS or rule.means is Means.MORE)
    return None if known or len(tag) > _LONGEST else tag


def _split(text: str, book: RuleBook) -> list[str]:
    text = text.strip(_EDGE)
    if not text:
        return []
    if _SEPARATOR.search(text):
        parts = (part.strip(_TAG_EDGE) for part in _SEPARATOR.split(text))
        return [part.replace("_", " ") for part in parts if part]
    tags: list[str] = []
    definite_before = False
    for word in text.split():
        rule = book.whole(fold(word))
        if rule is not None and rule.means is Means.MORE:
            # «المزيد» opens the long list that only search engines read.
            break
        definite = word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1
        if definite and definite_before and tags:
            tags[-1] += " " + word
        else:
            tags.append(word)
        definite_before = definite
    return tags
