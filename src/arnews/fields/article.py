"""Every field of a labeled document, put together. A field that fails is left out and named by an issue."""

from __future__ import annotations

import datetime as dt

from arnews.article import Article, ArticleKind, Issue
from arnews.document import LabeledDocument
from arnews.fields.absent import without_article
from arnews.fields.body import read_paragraphs
from arnews.fields.credits import Credits, read_credits
from arnews.fields.dates import Dates, read_dates
from arnews.fields.headline import read_description, read_headline, read_kicker
from arnews.fields.images import read_images
from arnews.fields.keywords import read_keywords
from arnews.fields.language import read_is_translated, read_language
from arnews.fields.pages.errors import is_error_page
from arnews.fields.pages.issues import page_issues
from arnews.fields.pages.origin import read_canonical_url
from arnews.fields.pages.site import read_publisher
from arnews.fields.pages.stated import stated_issue, with_stated
from arnews.fields.related import read_related
from arnews.fields.sections import read_sections
from arnews.fields.source import read_source
from arnews.guard import INTERNAL_ERROR, Guard
from arnews.reading.mojibake import is_mojibake
from arnews.roles import Role
from arnews.rules import RuleBook

__all__ = ["read_article"]


def read_article(
    doc: LabeledDocument, *, book: RuleBook | None, fetched_at: dt.datetime | None, debug: bool = False
) -> Article:
    """Return the article of a labeled document.

    >>> import arnews
    >>> doc = arnews.label(arnews.read_text("افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."))
    >>> read_article(doc, book=None, fetched_at=None).paragraphs
    ('افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.',)
    """
    guard = Guard(debug=debug)
    read = guard.run
    document = doc.document
    if doc.failure is None and read("error-page", False, is_error_page, doc):
        return without_article(document, "error-page", "the page says that there is no article", "parser.error-page")
    doc = read("body", doc, with_stated, doc)
    document = doc.document
    paragraphs = read("body", (), read_paragraphs, doc)
    body = "\n\n".join(paragraphs)
    credits = read("authors", Credits(), read_credits, doc)
    dates = read("date_published", Dates(), read_dates, doc, fetched_at=fetched_at)
    published = dates.published
    if published is None and dates.modified is None and credits.dates:
        # Agencies print the day in the dateline («رام الله 19-7-2012 وفا-») and nowhere else.
        published = credits.dates[0]
    issues = (*_issues(doc), *(Issue(code="too-long", message=sentence) for sentence in document.broken))
    canonical = free = stated = None
    if document.page is not None:
        canonical, doubts = read("canonical_url", (None, ()), read_canonical_url, document)
        free = document.page.metadata.is_accessible_for_free
        stated = document.page.metadata.language
        issues += (*stated_issue(doc), *read("issues", (), page_issues, doc), *dates.issues, *doubts)
    else:
        issues += dates.issues
    language = read("language", None, read_language, body or document.text, stated)
    if language not in (None, "ar"):
        issues += (Issue(code="not-arabic", message=f"the text is in another language: {language}"),)
    return Article(
        kind=_kind(doc, body),
        url=document.url,
        canonical_url=canonical,
        headline=read("headline", None, read_headline, doc),
        kicker=read("kicker", None, read_kicker, doc),
        description=read("description", None, read_description, doc),
        body=body,
        paragraphs=paragraphs,
        authors=credits.authors,
        contributors=credits.contributors,
        dateline=credits.dateline,
        date_published=published,
        date_modified=dates.modified,
        publisher=read("publisher", None, read_publisher, document),
        source=read("source", None, read_source, doc, book=book),
        sections=read("sections", (), read_sections, doc, book=book),
        keywords=read("keywords", (), read_keywords, doc, book=book),
        images=read("images", (), read_images, doc),
        related=read("related", (), read_related, doc),
        is_accessible_for_free=free,
        language=language,
        is_translated=read("is_translated", None, read_is_translated, doc, book=book),
        # What failed is known when everything has been read.
        issues=(*guard.issues, *issues),
        segments=doc.segments,
        document_text=document.text,
    )


def _kind(doc: LabeledDocument, body: str) -> ArticleKind:
    if body:
        return ArticleKind.ARTICLE
    return ArticleKind.LIST if len(doc[Role.RELATED_ITEM]) > 2 else ArticleKind.OTHER


def _issues(doc: LabeledDocument) -> tuple[Issue, ...]:
    if doc.failure is not None:
        return (Issue(code=INTERNAL_ERROR, message=doc.failure),)
    if not doc.segments:
        return (Issue(code="empty", message="the text holds nothing but blanks"),)
    if not doc[Role.BODY] and not doc[Role.SUBHEADING]:
        return (Issue(code="no-body", message="no paragraph of an article was found"),)
    return tuple(
        Issue(
            code="mojibake",
            message="a paragraph looks like Arabic decoded with the wrong encoding",
            start=segment.start,
            end=segment.end,
        )
        for segment in doc[Role.BODY]
        if is_mojibake(segment.text)
    )
