"""RawMetadata → PageMetadata: every vocabulary that pages use, side by side."""

from __future__ import annotations

from arnews.page import PageMetadata
from arnews.reading.metadata.gather import Gathered, clean
from arnews.reading.metadata.json_ld import read_json_ld
from arnews.reading.metadata.microdata import read_microdata
from arnews.reading.metadata.raw import RawMetadata

__all__ = ["read_metadata"]

_FIELDS = {
    "titles": {
        "og": "og:title ogtitle",
        "dc": "dc.title dc:title dcterms.title dcterms:title",
        "meta": "twitter:title title headline parsely-title sailthru.title rnews:name article.headline",
        "microdata": "headline",
    },
    "descriptions": {
        "og": "og:description ogdescription",
        "dc": "dc.description dc:description dcterms.description dcterms.abstract",
        "meta": "description twitter:description sailthru.description",
    },
    "authors": {
        "article": "article:author article:author_name",
        "og": "og:author",
        "dc": "dc.creator dc:creator dcterms.creator dc.contributor dc.author",
        "meta": "author creator parsely-author sailthru.author cxenseparse:author byl byline authors",
    },
    "published": {
        "article": "article:published_time article:published article.published",
        "og": "og:published_time og:pubdate og:article:published_time og:release_date",
        "dc": "dc.date dc:date dc.date.issued dc.date.created dcterms.created dcterms.issued dcterms.date "
        "dcterms.available dc.issued dc.created dcterms:created dcterms:issued dcterms:date",
        "meta": "datepublished pubdate publishdate publish_date publish-date published_at published published_time "
        "publication_date date parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime "
        "article_date_original originalpublicationdate pub_date datecreated date_published article-published-date",
    },
    "modified": {
        "article": "article:modified_time article:modified article.updated",
        "og": "og:updated_time og:modified_time",
        "dc": "dcterms.modified dc.date.modified dcterms:modified dc.modified",
        "meta": "datemodified last-modified lastmod lastmodifieddate modified updated_time revised dateupdated",
    },
    "sections": {
        "article": "article:section article:section:name",
        "og": "og:section og:article:section",
        "meta": "section articlesection parsely-section cxenseparse:section channel category sailthru.section",
    },
    "keywords": {
        "article": "article:tag",
        "og": "og:article:tag og:keywords",
        "dc": "dc.subject dc:subject dcterms.subject",
        "meta": "keywords news_keywords parsely-tags sailthru.tags cxenseparse:keywords",
    },
    "images": {
        "og": "og:image og:image:url og:image:secure_url ogimage",
        "meta": "twitter:image twitter:image:src image thumbnail thumbnailurl parsely-image-url sailthru.image.full",
    },
    "site_names": {
        "og": "og:site_name ogsitename",
        "dc": "dc.publisher dc:publisher dcterms.publisher",
        "meta": "application-name publisher apple-mobile-web-app-title article:publisher twitter:domain",
    },
    "canonicals": {"og": "og:url ogurl"},
    "languages": {"meta": "content-language language inlanguage og:locale"},
    "kinds": {"og": "og:type ogtype"},
}
_KEYS = {
    key: (field, origin)
    for field, origins in _FIELDS.items()
    for origin, keys in origins.items()
    for key in keys.split()
}
_LINKS = {"canonical": "canonicals", "image_src": "images"}
_UPDATED = ("modified", "updated")
_PUBLISHED = ("publish", "pubdate", "created", "dtstart")


def read_metadata(raw: RawMetadata) -> PageMetadata:
    """Return what the strings say, each value with its origin, best origin first. Nothing is judged. Total and linear.

    >>> raw = RawMetadata(metas=(("og:title", "افتتاح المعرض"), ("author", "ليلى حسن")))
    >>> read_metadata(raw).authors
    (MetadataValue(value='ليلى حسن', origin='meta', url=None, key='meta:author'),)
    """
    found = Gathered()
    if raw.json_ld:
        read_json_ld(raw.json_ld, found)
    for key, content in raw.metas:
        target = _KEYS.get(key)
        if target is not None:
            _add(target, key, content, found)
        elif " " in key:
            for part in key.split():
                if part in _KEYS:
                    _add(_KEYS[part], part, content, found)
    for rel, href in raw.links:
        field = _LINKS.get(rel)
        if field is not None:
            found.add(field, href, "link", rel)
    if raw.microdata:
        read_microdata(raw.microdata, found)
    for value, words in raw.times:
        found.add(_moment(words.lower()), value, "time", "")
    if raw.title:
        found.add("titles", raw.title, "title", "")
    for kind in found.get("kinds"):
        found.types.setdefault(f"og:{kind.value.lower()}")
    language = clean(raw.language or "") or found.language or next((v.value for v in found.get("languages")), None)
    get = found.get
    return PageMetadata(
        titles=get("titles"),
        descriptions=get("descriptions"),
        authors=get("authors"),
        published=get("published"),
        modified=get("modified"),
        sections=get("sections"),
        breadcrumbs=get("breadcrumbs"),
        keywords=get("keywords"),
        images=get("images"),
        site_names=get("site_names"),
        canonicals=get("canonicals"),
        types=tuple(found.types),
        language=language,
        is_accessible_for_free=found.free,
        body=found.body,
        broken=tuple(dict.fromkeys(found.broken)),
    )


def _add(target: tuple[str, str], key: str, content: str, found: Gathered) -> None:
    field, origin = target
    if field == "keywords":
        found.add_keywords(content, origin, key)
    else:
        found.add(field, content, origin, key)


def _moment(words: str) -> str:
    """Return whether a ``time`` element is that of the update, by its class and ``itemprop`` words."""
    updated = any(word in words for word in _UPDATED)
    return "modified" if updated and not any(word in words for word in _PUBLISHED) else "published"
