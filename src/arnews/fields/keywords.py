"""Keywords: the tag list without its heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from arnews.document import Origin, Segment
from arnews.fields.called import is_called_section, roles_around
from arnews.fields.context import Context, FieldValue, printed
from arnews.fields.filed import filed_under
from arnews.fields.keywords_stated import MOST_KEYWORDS, TITLE_AND_TEXT, stated_by, stated_keywords
from arnews.fields.linked import leads_away, linked_parts
from arnews.fields.names import is_index
from arnews.fields.sections_above import tag_above_title
from arnews.labeling.pages.links import leads_to_author, leads_to_section, leads_to_tag
from arnews.roles import Role
from arnews.rules import Means, RuleBook
from arnews.text.fold import fold, squeeze
from arnews.text.letters import BLANKS

__all__ = ["read_keywords"]

_SEPARATOR = re.compile(r"[،,|#؛;•·\n/]|(?<=\s)[-–—](?=\s)")
_STOP = re.compile(r"\.(?=\s|$)")
_PROSE_REACH = 20_000
"""Code points of the text that phrases are looked for in."""
_MOST_IN_ROW = 40
"""Words of a row of tags of which phrases are looked for."""
_PHRASE_WORDS = 4
"""Words of a phrase that is one tag because the text of the article has it."""
_YEAR = 4
"""Digits of a number that may be a tag; shorter ones are counts."""
_COUNTED = re.compile(r"(.*\D)\s\(?\d{1,3}\)?")
_ROW = 2
"""Lines of tags from which each line is one."""
_ONE_TAG = 3
"""Blanks of a line after a heading from which it holds several tags."""
_LONGEST = 60
_COLONS = (":", "\uff1a")
_LABEL_WORDS = 4
_EDGE = BLANKS + ":.•*-#[]"
_TAG_EDGE = BLANKS + "\n.:«»\"'_[]"
_FOOT = frozenset((Role.DISCLAIMER, Role.NAVIGATION, Role.SHARE, Role.COUNTER))
"""What the foot of an article is taken for."""
_FOOT_LINES = 30
"""Segments below the text in which that foot is."""
_TAGS = Role.TAGS
_ARTICLE = "\u0627\u0644"
"""Alef and lam, the definite article, as it is joined to a word."""


def read_keywords(ctx: Context) -> FieldValue[tuple[str, ...]]:
    """Return the tags, each once; where a page prints none, the keywords of its metadata if they are the article's.

    Where no comma, bar or full stop is between them, a word is a tag, and so are several words that are together
    in the article; a word with the article continues the noun before it («الحرب الروسية الأوكرانية»). In a page each
    link is a tag.

    >>> import arnews
    >>> text = "افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nكلمات دلالية: معارض، كتب"
    >>> read_keywords(Context(arnews.label(arnews.read_text(text)))).value
    ('معارض', 'كتب')
    """
    found = _printed(ctx)
    if ctx.page is None or (found and ctx.chosen(Role.TAGS)):
        return _value(found)
    filed = filed_under(ctx, tags=True)
    links = [link for segment in ctx[Role.TAGS] for link in ctx.links_in(segment)]
    found = {tag: segment for tag, segment in found.items() if not _is_filing(segment, ctx)}
    if filed or any(leads_to_tag(link) for link in links):
        # Where some addresses say that they are of tags, those that say that they are of sections are not.
        sections = [link for link in links if leads_to_section(link) and not leads_to_tag(link)]
        named = {squeeze(ctx.link_text(link)) for link in sections}
        found = {tag: segment for tag, segment in found.items() if squeeze(tag) not in named}
    linked = {tag: link for text, link in filed.items() if (tag := _linked_tag(text, ctx.book))}
    if found and not set(found) < set(linked):
        return _value(found)
    called = _called(ctx)
    if called and not filed:
        return FieldValue(tuple(called), printed(next(iter(called.values())), "links in an element for tags"))
    own = () if found else stated_keywords(ctx)
    if own and set(map(squeeze, linked)) <= set(map(squeeze, own)):
        return FieldValue(own, stated_by(ctx))
    first = next(iter(linked.values()), None)
    line = ctx.segment_at(first.start) if first is not None else None
    return FieldValue(tuple(linked), printed(line, "links that lead to tags") if line is not None else None)


def _is_filing(segment: Segment, ctx: Context) -> bool:
    """Tell whether a line that no word calls tags has nothing but links to sections."""
    if segment.reason.origin is not Origin.MODEL:
        return False
    links = ctx.links_in(segment)
    return bool(links) and all(leads_to_section(link) and not leads_to_tag(link) for link in links)


def _called(ctx: Context) -> dict[str, Segment]:
    """Return the links below the text whose elements are called tags, whatever the footer around them is."""
    bodies = ctx[Role.BODY]
    rows: list[tuple[str, str, Segment]] = []
    past = bisect_left(ctx.segments, bodies[-1].end, key=_start) if bodies else len(ctx.segments)
    for segment in ctx.segments[past : past + _FOOT_LINES]:
        if segment.role not in _FOOT:
            continue
        links = ctx.links_in(segment)
        if links and Role.TAGS in roles_around(segment, ctx):
            rows += [(ctx.link_text(link).strip(), link.href, segment) for link in links]
    bare = _without_counts([(text, href) for text, href, _ in rows], ctx)
    found: dict[str, Segment] = {}
    for text, (_, _, segment) in zip(bare, rows, strict=True):
        if tag := _linked_tag(text, ctx.book):
            found.setdefault(tag, segment)
    return found if len(found) <= MOST_KEYWORDS else {}


def _start(segment: Segment) -> int:
    return segment.start


def _value(found: dict[str, Segment]) -> FieldValue[tuple[str, ...]]:
    first = next(iter(found.values()), None)
    return FieldValue(tuple(found), printed(first, "a line of tags") if first is not None else None)


def _printed(ctx: Context) -> dict[str, Segment]:
    """Return the tags of the lines of tags, each with the first line that has it."""
    found: dict[str, Segment] = {}
    tags = ctx.own(Role.TAGS)
    if ctx.page is not None and tags:
        above = ctx.once(tag_above_title)
        tags = tuple([segment for segment in tags if segment not in above])
    if not tags:
        return found
    rows = _rows(ctx) if len(tags) > 1 else set()
    counts = [count for segment in tags if (count := len(ctx.links_in(segment)))]
    linked_row = len(counts) >= len(tags) - 1 and sum(counts) > 1
    headed = _headed(ctx)
    # Beside links to tags a line that only looks like tags is something else, a caption say.
    by_links = ctx.page is not None and any(leads_to_tag(link) for segment in tags for link in ctx.links_in(segment))
    alone = sum(bool(_without_heading(segment, ctx.book)) for segment in tags) < _ROW
    for segment in tags:
        if headed is not None and segment.start < headed:
            continue
        if ctx.page is not None and is_called_section(segment, ctx):
            continue
        links = ctx.links_in(segment)
        if by_links and segment.reason.origin is Origin.MODEL and not links:
            continue
        if any(leads_away(link.href, ctx) for link in links) and not any(map(leads_to_tag, links)):
            continue  # buttons
        linked = _linked_texts(segment, ctx) if ctx.page is not None else []
        if linked:
            for link in linked:
                if tag := _linked_tag(link, ctx.book):
                    found.setdefault(tag, segment)
            continue
        text = _without_heading(segment, ctx.book)
        # A line among lines of tags is a tag; in one line, blanks may be all that sets tags apart.
        if ctx.page is not None and segment.start in rows and linked_row and not links:
            continue  # what the box of links to tags is called
        below = text == segment.text and segment.start in rows and _SEPARATOR.search(text.strip()) is None
        below = below and not (alone and text.count(" ") >= _ONE_TAG)
        for tag in [text.strip(_EDGE)] if below else _split(text, ctx):
            if 1 < len(tag) <= _LONGEST:
                found.setdefault(tag, segment)
    return found


def _linked_texts(segment: Segment, ctx: Context) -> list[str]:
    """Return the texts of the links in a segment; none if most of its words, a label in front excepted, are no link."""
    parts = linked_parts(segment, ctx)
    tags = {link.href for link in ctx.links_in(segment) if leads_to_tag(link)}
    links = [(text.strip(), href) for text, href in parts if href is not None and text.strip()]
    if tags and any(leads_to_author(link) or leads_to_section(link) for link in ctx.links_in(segment)):
        return [text for text, href in links if href in tags]  # a line of several things
    linked = _without_counts(links, ctx)
    loose = [squeeze(text) for text, href in parts if href is None]
    several = len(linked) > 1 or any(map(leads_to_tag, ctx.links_in(segment)))
    if several and loose[0].count(" ") < _LABEL_WORDS and not any(loose[1:]):
        return linked
    return linked if sum(map(len, loose)) <= sum(map(len, linked)) else []


def _without_counts(links: list[tuple[str, str]], ctx: Context) -> list[str]:
    """Return the links of a row without the number of articles, which some themes put into each of them."""
    tags = [text for text, _ in links]
    bare = [found[1] for text in tags if (found := _COUNTED.fullmatch(text)) is not None]
    if not bare or len(bare) < len(tags):
        return tags
    # A number at the end of a lone tag is a count if the same link is elsewhere without it.
    lone = len(tags) < _ROW
    if lone and not any(link.href == links[0][1] and ctx.link_text(link).strip() == bare[0] for link in ctx.links):
        return tags
    return bare


def _headed(ctx: Context) -> int | None:
    """Return where the list of tags begins that words call so, ``None`` in a page or if there is none.

    What else looks like tags in such a text names its topic.
    """
    if ctx.page is not None:
        return None
    return next((segment.start for segment in ctx[Role.TAGS] if segment.reason.rule is not None), None)


def _rows(ctx: Context) -> set[int]:
    """Return where the lines begin above or below another line of tags."""
    pairs = pairwise(ctx.segments)
    return {
        each.start
        for above, below in pairs
        if above.role is _TAGS is below.role and ctx.block_of(above).start != ctx.block_of(below).start
        for each in (above, below)
    }


def _without_heading(segment: Segment, book: RuleBook) -> str:
    """Return the text of a tag line after its heading."""
    text = segment.text
    rule = book.whole(squeeze(text)) or book.whole(squeeze(text.partition("(")[0]))  # «الكلمات الدلالية (Tags)»
    if rule is not None and rule.role is Role.TAGS and not any(phrase.has_gap for phrase in rule.parsed):
        return ""
    if rule is not None and rule.role is Role.RELATED_HEADING:
        return ""
    if text.rstrip().endswith(_COLONS) and text.count(" ") < _LABEL_WORDS:
        return ""
    if text.count(" ") < _LABEL_WORDS and _SEPARATOR.search(text.strip()) is None:
        first = book.whole(squeeze(text.partition(" ")[0]))
        if first is not None and first.means is Means.KEYWORDS and not any(phrase.has_gap for phrase in first.parsed):
            return ""  # «وسوم المقال»
    match = book.start(text)
    if match is not None and match.rule.role is Role.TAGS:
        return text[match.end :]
    return text


def _linked_tag(text: str, book: RuleBook) -> str | None:
    """Return the tag that a link is; ``None`` if it is the heading of the list, or unfolds it."""
    rule = book.whole(squeeze(text))
    tag = text.strip(BLANKS + ",\u060c.:\u00ab\u00bb#_").replace("_", " ")
    known = rule is not None and (rule.role is Role.TAGS or rule.means is Means.MORE)
    of_site = (tag.isascii() and is_index(tag)) if not tag.isdigit() else len(tag) < _YEAR
    return None if known or of_site or len(tag) > _LONGEST else tag


def _split(text: str, ctx: Context) -> list[str]:
    text = text.strip(BLANKS + ":•*-#[]")
    if not text:
        return []
    separator = next((mark for mark in (_SEPARATOR, _STOP) if mark.search(text) is not None), None)
    if separator is not None:
        parts = [part.strip(_TAG_EDGE) for part in separator.split(text)]
        if separator is _SEPARATOR or all(part.count(" ") < _LABEL_WORDS for part in parts):
            return [part.replace("_", " ") for part in parts if part]
    tags: list[str] = []
    definite_before = False
    words = text.strip(_EDGE).split()
    known = _phrases(words, ctx)
    at = 0
    while at < len(words):
        word = " ".join(words[at : at + known.get(at, 1)])
        rule = ctx.book.whole(fold(word))
        if rule is not None and rule.means is Means.MORE:
            # «المزيد» opens the long list that only search engines read.
            break
        definite = word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1
        if definite and definite_before and tags:
            tags[-1] += " " + word
        else:
            tags.append(word)
        definite_before = definite and " " not in word
        at += known.get(at, 1)
    return tags


def _phrases(words: list[str], ctx: Context) -> dict[int, int]:
    """Return where in a row of words, and over how many, a phrase is found that the text of the article has, too."""
    text = ctx.once(_prose)
    found: dict[int, int] = {}
    at = 0
    while at < min(len(words), _MOST_IN_ROW):
        sizes = range(min(_PHRASE_WORDS, len(words) - at), 1, -1)
        size = next((size for size in sizes if f" {squeeze(' '.join(words[at : at + size]))} " in text), 1)
        if size > 1:
            found[at] = size
        at += size
    return found


def _prose(ctx: Context) -> str:
    """Return the key of the text of the article, as far as it is looked at."""
    if len(ctx[Role.TAGS]) > MOST_KEYWORDS:
        return " "
    found: list[str] = []
    length = 0
    for segment in ctx.segments:
        if segment.role in TITLE_AND_TEXT:
            found.append(segment.text[: _PROSE_REACH - length])
            length += len(segment.text)
            if length >= _PROSE_REACH:
                break
    return f" {squeeze(' '.join(found))} "
