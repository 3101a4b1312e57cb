"""JSON-LD says in schema.org's words what the document says, and nothing else."""

from __future__ import annotations

import json

import attrs
import pytest

from arnews.article import Article, ArticleKind
from arnews.export import to_json_ld
from tests.unit.test_export_records import FULL


def test_an_empty_article_says_nothing() -> None:
    assert json.loads(to_json_ld(Article())) == {"@context": "https://schema.org", "@type": "CreativeWork"}


def test_a_full_article_says_everything() -> None:
    source = {
        "@type": "CreativeWork",
        "url": "https://example.org/2",
        "datePublished": "2025-02-28T22:45-03:30",
        "publisher": {"@type": "Organization", "name": "مرصد الساحل"},
    }
    assert json.loads(to_json_ld(FULL)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "url": "https://example.com/1",
        "mainEntityOfPage": "https://example.com/one",
        "headline": "افتتاح المعرض",
        "alternativeHeadline": "في دورته العاشرة",
        "description": "مشاركة واسعة",
        "articleBody": "فقرة أولى\n\nفقرة ثانية",
        "author": [{"@type": "Person", "name": "ليلى حسن", "jobTitle": "مراسلة", "url": "https://example.com/l"}],
        "contributor": [{"@type": "Person", "name": "كريم حجار"}],
        "dateline": "القاهرة (رويترز)",
        "locationCreated": [{"@type": "Place", "name": "القاهرة"}],
        "sourceOrganization": [{"@type": "Organization", "name": "رويترز"}],
        "datePublished": "2025-02-28T22:45-03:30",
        "dateModified": "2025-03-02",
        "publisher": {"@type": "Organization", "name": "أطلس اليوم", "url": "https://example.com"},
        "isBasedOn": source,
        "translationOfWork": source,
        "articleSection": ["ثقافة", "كتب"],
        "keywords": ["معرض", "كتاب"],
        "image": [{"@type": "ImageObject", "contentUrl": "a.jpg", "caption": "المعرض", "creditText": "أرشيف"}],
        "video": [{"@type": "VideoObject", "contentUrl": "a.mp4", "caption": "جولة"}],
        "isAccessibleForFree": False,
        "inLanguage": "ar",
    }


@pytest.mark.parametrize(("kind", "name"), [(ArticleKind.LIST, "CollectionPage"), (ArticleKind.ARTICLE, "NewsArticle")])
def test_the_type_follows_the_kind(kind: ArticleKind, name: str) -> None:
    assert json.loads(to_json_ld(attrs.evolve(FULL, kind=kind)))["@type"] == name


def test_the_result_may_be_in_a_script_element() -> None:
    text = to_json_ld(Article(headline="</script><script>alert(1)</script>"))
    assert "<" not in text
    assert json.loads(text)["headline"] == "</script><script>alert(1)</script>"
