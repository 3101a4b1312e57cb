"""Articles of documents that hold none: garbled texts, feeds, files that are no document, pages of errors."""

from __future__ import annotations

from arnews.article import Article, ArticleKind, Issue
from arnews.document import Document, Form, LabeledDocument, Segment
from arnews.fields.context import Context
from arnews.fields.related import read_related
from arnews.labeling.steps import step
from arnews.roles import Role

__all__ = ["article_unlabeled", "without_article"]

_STEPS = {
    "mojibake": "parser.mojibake",
    "visual-order": "parser.visual-order",
    "error-page": "parser.error-page",
    "internal-error": "parser.internal-error",
}
"""The step that drops every line of a document, by the code of its issue."""


def article_unlabeled(document: Document) -> Article | None:
    """Return what there is to say of a document that needs no labels: it is garbled, a feed, or no document at all.

    ``None`` for one whose lines are to be labeled.

    >>> from arnews.reading import read
    >>> feed = "<rss><channel><item><title>افتتاح المعرض</title></item></channel></rss>"
    >>> [link.text for link in article_unlabeled(read(feed)).related]
    ['افتتاح المعرض']
    """
    if document.form is Form.FOREIGN:
        return Article(url=document.url, issues=document.issues, document_text=document.text)
    if document.is_garbled:
        return _dropped(document, document.issues[0].code, document.issues)
    return _list_of_feed(document) if document.form is Form.FEED else None


def without_article(document: Document, issue: Issue) -> Article:
    """Return an article of which nothing is read, with the issue that says why.

    >>> import arnews
    >>> without_article(arnews.read_text("404"), Issue("error-page", "the page says so")).body
    ''
    """
    return _dropped(document, issue.code, (issue, *document.issues))


def _dropped(document: Document, code: str, issues: tuple[Issue, ...]) -> Article:
    reason = step(_STEPS[code])
    segments = tuple(Segment(block.start, block.end, Role.RESIDUE, block.text, reason) for block in document.blocks)
    return Article(url=document.url, segments=segments, issues=issues, document_text=document.text)


def _list_of_feed(document: Document) -> Article:
    """Return the list that a feed is: its items are titles of articles."""
    reason = step("parser.feed-item")
    segments = tuple(
        Segment(block.start, block.end, Role.RELATED_ITEM, block.text, reason) for block in document.blocks
    )
    related = read_related(Context(LabeledDocument(document, segments)))
    return Article(
        kind=ArticleKind.LIST,
        url=document.url,
        related=related.value,
        issues=document.issues,
        evidence={} if related.evidence is None else {"related": related.evidence},
        segments=segments,
        document_text=document.text,
    )
