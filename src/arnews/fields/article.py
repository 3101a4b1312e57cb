"""Every field of a labeled document, put together. A field that fails is left out and named by an issue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from attrs import evolve

from arnews.article import Article, ArticleKind, Evidence, Issue
from arnews.document import LabeledDocument
from arnews.fields.absent import without_article
from arnews.fields.context import Context, FieldValue
from arnews.fields.doubts import page_issues
from arnews.fields.error_page import is_error_page
from arnews.fields.stated import stated_issue, with_stated
from arnews.fields.table import FIELDS
from arnews.guard import INTERNAL_ERROR, Guard
from arnews.reading.mojibake import is_mojibake
from arnews.roles import TEXT, Role
from arnews.rules import RuleBook

__all__ = ["only_fields", "read_article"]

_FEWEST_ITEMS = 3
"""Titles of other articles from which a document without a body is a list."""


def read_article(
    doc: LabeledDocument,
    *,
    book: RuleBook | None,
    fetched_at: dt.datetime | None,
    only: Collection[str] | None = None,
    debug: bool = False,
) -> Article:
    """Return the article of a labeled document, with all fields or ``only`` those of these names.

    A field that is not read is ``None`` or empty, and what would be doubtful about it is no issue.

    >>> import arnews
    >>> doc = arnews.label(arnews.read_text("افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."))
    >>> read_article(doc, book=None, fetched_at=None).paragraphs
    ('افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.',)
    """
    guard = Guard(debug=debug)
    ctx = Context(doc, book=book, fetched_at=fetched_at)
    if doc.failure is None and guard.run("error-page", False, is_error_page, ctx):
        return without_article(ctx.document, Issue("error-page", "the page says that there is no article"))
    whole = guard.run("body", doc, with_stated, ctx)
    if whole is not doc:
        ctx = Context(whole, book=book, fetched_at=fetched_at)
    values: dict[str, Any] = {}
    evidence: dict[str, Evidence] = {}
    doubts: list[Issue] = []
    for field in FIELDS:
        if only is not None and field.name not in only and not field.is_given:
            values[field.name] = field.absent
            continue
        found = guard.run(field.name, None, ctx.once, field.read) or FieldValue(field.absent)
        values[field.name] = found.value
        doubts += found.issues
        if found.evidence is not None and found.value not in (None, (), ""):
            evidence[field.name] = found.evidence
    issues = (*_issues(ctx), *stated_issue(ctx), *ctx.document.issues, *guard.run("issues", (), page_issues, ctx))
    return Article(
        kind=_kind(ctx),
        # What failed is known when everything has been read.
        issues=(*guard.issues, *issues, *doubts),
        evidence=evidence,
        segments=ctx.segments,
        document_text=ctx.document.text,
        **values,
    )


def only_fields(article: Article, names: Collection[str] | None) -> Article:
    """Return an article without the fields that are not among the names; the article itself for ``None``.

    >>> only_fields(Article(headline="افتتاح المعرض", language="ar"), ["headline"]).language is None
    True
    """
    if names is None:
        return article
    others = [field for field in FIELDS if field.name not in names and not field.is_given]
    dropped = {field.name: field.absent for field in others if getattr(article, field.name) != field.absent}
    if not dropped:
        return article
    evidence = {name: found for name, found in article.evidence.items() if name not in dropped}
    return evolve(article, evidence=evidence, **dropped)


def _kind(ctx: Context) -> ArticleKind:
    if any(ctx[role] for role in TEXT):
        return ArticleKind.ARTICLE
    return ArticleKind.LIST if len(ctx[Role.RELATED_ITEM]) >= _FEWEST_ITEMS else ArticleKind.OTHER


def _issues(ctx: Context) -> tuple[Issue, ...]:
    if ctx.doc.failure is not None:
        return (Issue(code=INTERNAL_ERROR, message=ctx.doc.failure),)
    if not ctx.segments:
        return (Issue(code="empty", message="the text holds nothing but blanks"),)
    if not ctx[Role.BODY] and not ctx[Role.SUBHEADING]:
        return (Issue(code="no-body", message="no paragraph of an article was found"),)
    body = ctx[Role.BODY] or ctx[Role.SUBHEADING]
    return tuple(
        Issue(
            code="mojibake",
            message="a paragraph looks like Arabic decoded with the wrong encoding",
            start=segment.start,
            end=segment.end,
        )
        for segment in ctx.segments
        # A garbled paragraph may have been taken for anything, and with what follows it for that of another article.
        if segment.start >= body[0].start
        and (segment.start <= body[-1].start or segment.role is Role.OTHER_ARTICLE)
        and is_mojibake(segment.text)
    )
