"""Articles in the words of schema.org, as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable
from types import NoneType
from typing import Any

from arnews.article import Article, ArticleKind, Author, Image, ImageKind, Source
from arnews.errors import check_type
from arnews.export.records import dump_json

__all__ = ["to_json_ld"]

_TYPES = {
    ArticleKind.ARTICLE: "NewsArticle",
    ArticleKind.LIST: "CollectionPage",
    ArticleKind.OTHER: "CreativeWork",
}


def to_json_ld(article: Article, *, indent: int | None = None, identifier: str | None = None) -> str:
    """Return the article as JSON-LD of the schema.org vocabulary; only what the document says is there.

    ``<`` is written as an escape, so the result may be put inside a ``<script>`` element as it is. ``identifier`` is
    the caller's name for the document, the name of its file say.

    >>> from arnews.article import Author
    >>> print(to_json_ld(Article(kind=ArticleKind.ARTICLE, headline="افتتاح", authors=(Author(name="ليلى"),))))
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "افتتاح", "author": [{"@type": "Person", "name": "ليلى"}]}
    """  # noqa: E501  (the output is one line)
    check_type("article", article, Article)
    check_type("indent", indent, int, NoneType)
    check_type("identifier", identifier, str, NoneType)
    named = {} if identifier is None else {"identifier": identifier}
    record = {"@context": "https://schema.org", **_article(article), **named}
    return dump_json(record, indent=indent).replace("<", "\\u003c")


def _article(article: Article) -> dict[str, Any]:
    dateline = article.dateline
    based_on = _source(article.source) if article.source else None
    return _node(
        _TYPES[article.kind],
        url=article.url,
        mainEntityOfPage=article.canonical_url,
        headline=article.headline,
        alternativeHeadline=article.kicker,
        description=article.description,
        articleBody=article.body,
        author=_people(article.authors),
        contributor=_people(article.contributors),
        dateline=dateline.raw if dateline else None,
        locationCreated=[_node("Place", name=place) for place in dateline.places] if dateline else None,
        sourceOrganization=[_node("Organization", name=name) for name in dateline.agencies] if dateline else None,
        datePublished=article.date_published.isoformat() if article.date_published else None,
        dateModified=article.date_modified.isoformat() if article.date_modified else None,
        publisher=_organization(article.publisher.name, article.publisher.url) if article.publisher else None,
        isBasedOn=based_on,
        translationOfWork=(based_on or _node("CreativeWork")) if article.is_translated else None,
        articleSection=list(article.sections),
        keywords=list(article.keywords),
        image=[_media("ImageObject", image) for image in article.images if image.kind is ImageKind.IMAGE],
        video=[_media("VideoObject", image) for image in article.images if image.kind is ImageKind.VIDEO],
        isAccessibleForFree=article.is_accessible_for_free,
        inLanguage=article.language,
    )


def _node(kind: str, **properties: Any) -> dict[str, Any]:
    """Return an object of a schema.org type with those of its properties that are known."""
    return {"@type": kind, **{name: value for name, value in properties.items() if value not in (None, "", [])}}


def _people(authors: Iterable[Author]) -> list[dict[str, Any]]:
    return [_node("Person", name=author.name, jobTitle=author.job_title, url=author.url) for author in authors]


def _organization(name: str | None, url: str | None = None) -> dict[str, Any]:
    return _node("Organization", name=name, url=url)


def _source(source: Source) -> dict[str, Any]:
    return _node(
        "CreativeWork",
        url=source.url,
        datePublished=source.date_published.isoformat() if source.date_published else None,
        publisher=_organization(source.name) if source.name else None,
    )


def _media(kind: str, image: Image) -> dict[str, Any]:
    return _node(kind, contentUrl=image.url, caption=image.caption, creditText=image.credit)
