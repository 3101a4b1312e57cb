"""Pages that a script fills: they print no article, and their metadata state one."""

from __future__ import annotations

import re

from attrs import evolve

from arnews.article import Issue
from arnews.document import Block, LabeledDocument, Origin, Segment
from arnews.fields.context import Context
from arnews.fields.headline import stated_titles
from arnews.labeling.steps import step
from arnews.page import PageMetadata
from arnews.roles import Role
from arnews.text.fold import squeeze
from arnews.text.references import unescape

__all__ = ["stated_issue", "with_stated"]

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})\b[^<>]{0,2000}>")
_BREAKS = frozenset({"p", "br", "div", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "figure"})
_STATED = frozenset({Role.HEADLINE, Role.DECK, Role.BODY})
_MOST_ITEMS = 2
"""Titles of other articles in the frame of an empty page; a list has more."""
_FEWEST_WORDS = 10
"""Words of a text that is an article."""
_FRAME_LONGEST = 1500
"""Code points of menus and notices around the place that a script fills."""
_BARE_LONGEST = 400
"""The same where no text is stated: more is a page of something else."""
_LONGEST = 1_000_000
"""Code points of a stated text; a page that states more is no article."""


def with_stated(ctx: Context) -> LabeledDocument:
    """Return a page without an article with the title, summary and text that its metadata state, after what it prints.

    They are lines of the document like all others, so that every field is read from text that it holds. A page that
    prints paragraphs, a list, or metadata of no article stay as they are.

    >>> import arnews
    >>> data = '{"@type": "NewsArticle", "headline": "افتتاح المعرض الدولي", "datePublished": "2024-05-01"}'
    >>> page = f'<script type="application/ld+json">{data}</script><div id="app"></div>'
    >>> [str(segment.role) for segment in with_stated(Context(arnews.label(arnews.read_html(page)))).segments]
    ['headline']
    """
    doc, document, page = ctx.doc, ctx.document, ctx.page
    if page is None or doc.failure is not None or doc[Role.BODY] or doc[Role.SUBHEADING]:
        return doc
    if (
        len(doc[Role.RELATED_ITEM]) > _MOST_ITEMS
        or len(document.text) > _FRAME_LONGEST
        or not _is_article(page.metadata)
    ):
        return doc
    paragraphs = _paragraphs(page.metadata.body or "")
    if sum(len(text.split()) for text in paragraphs) < _FEWEST_WORDS:
        paragraphs = []
    lines = [(Role.BODY, text) for text in paragraphs]
    if not doc[Role.HEADLINE]:
        titles = list(stated_titles(ctx))
        summary = next((" ".join(value.value.split()) for value in page.metadata.descriptions), "")
        if summary and not doc[Role.DECK] and titles and _says_more(summary, titles[0], " ".join(paragraphs)):
            lines.insert(0, (Role.DECK, summary))
        lines = [(Role.HEADLINE, title) for title in titles[:1]] + lines
    if not lines:
        return doc
    if not paragraphs and (not page.metadata.published or doc[Role.RELATED_ITEM] or len(document.text) > _BARE_LONGEST):
        return doc
    return _appended(doc, lines)


def stated_issue(ctx: Context) -> tuple[Issue, ...]:
    """Return the issue that tells whether the text of an article is in metadata alone.

    >>> import arnews
    >>> stated_issue(Context(arnews.label(arnews.read_text("عاجل"))))
    ()
    """
    last = ctx.segments[-1] if ctx.segments else None
    if last is None or last.role not in _STATED or last.reason.origin is not Origin.METADATA:
        return ()
    message = "the page prints no article; title and text are those that its metadata state"
    return (Issue(code="stated-only", message=message),)


def _is_article(metadata: PageMetadata) -> bool:
    return any("article" in name.lower() or name.lower().endswith("posting") for name in metadata.types)


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text that may have tags and character references."""
    if len(text) > _LONGEST:
        return []
    if "<" in text:
        text = _TAG.sub(lambda tag: "\n" if tag[2].lower() in _BREAKS else "", text)
    return [line for each in unescape(text).splitlines() if (line := " ".join(each.split()))]


def _says_more(summary: str, title: str, body: str) -> bool:
    """Tell whether a summary is one: not the title, nor the beginning of the text, as systems cut it off."""
    key = squeeze(summary)
    return key != squeeze(title) and not squeeze(body).startswith(key)


def _appended(doc: LabeledDocument, lines: list[tuple[Role, str]]) -> LabeledDocument:
    document = doc.document
    parts, at = [document.text], len(document.text)
    blocks: list[Block] = []
    segments: list[Segment] = []
    reason = step("page.stated")
    for role, line in lines:
        at += 1 if parts[-1] else 0
        blocks.append(Block(at, at + len(line), line))
        segments.append(Segment(at, at + len(line), role, line, reason))
        at += len(line)
        parts.append(line)
    text = "\n".join(part for part in parts if part)
    whole = evolve(document, text=text, blocks=(*document.blocks, *blocks))
    return LabeledDocument(document=whole, segments=(*doc.segments, *segments))
