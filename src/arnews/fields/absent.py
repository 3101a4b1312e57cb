"""Articles of documents that hold none: garbled texts, pages of errors, feeds."""

from __future__ import annotations

from arnews.article import Article, ArticleKind, Issue
from arnews.document import Document, LabeledDocument, Segment
from arnews.fields.related import read_related
from arnews.labeling.steps import step
from arnews.roles import Role

__all__ = ["garbled", "list_of_feed", "turned", "without_article"]


def garbled(document: Document) -> Article:
    """Return the article of a text whose encoding is broken: nothing in it can be believed.

    >>> import arnews
    >>> garbled(arnews.read_text("????")).issues[0].code
    'mojibake'
    """
    message = "the text looks like Arabic decoded with the wrong encoding"
    return without_article(document, "mojibake", message, "parser.mojibake")


def turned(document: Document) -> Article:
    """Return the article of a text whose letters stand from left to right: no word in it can be read.

    >>> import arnews
    >>> turned(arnews.read_text("عادولا")).issues[0].code
    'visual-order'
    """
    message = "the letters of the text are in visual order, from left to right"
    return without_article(document, "visual-order", message, "parser.visual-order")


def list_of_feed(document: Document) -> Article:
    """Return the list that a feed is: its items are titles of articles.

    >>> from arnews.reading.feed import read_feed
    >>> feed = read_feed("<rss><channel><item><title>افتتاح المعرض</title></item></channel></rss>")
    >>> [link.text for link in list_of_feed(feed).related]
    ['افتتاح المعرض']
    """
    segments = tuple(
        Segment(block.start, block.end, Role.RELATED_ITEM, block.text, step("parser.feed-item"))
        for block in document.blocks
    )
    return Article(
        kind=ArticleKind.LIST,
        url=document.url,
        related=read_related(LabeledDocument(document, segments)),
        segments=segments,
        document_text=document.text,
    )


def without_article(document: Document, code: str, message: str, reason: str) -> Article:
    """Return an article of which nothing is read, with the issue that says why.

    >>> import arnews
    >>> without_article(arnews.read_text("404"), "error-page", "no article", "parser.error-page").body
    ''
    """
    segments = tuple(
        Segment(block.start, block.end, Role.RESIDUE, block.text, step(reason)) for block in document.blocks
    )
    issue = Issue(code=code, message=message)
    return Article(url=document.url, segments=segments, issues=(issue,), document_text=document.text)
