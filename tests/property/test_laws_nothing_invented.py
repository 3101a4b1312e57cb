"""Law 2. The words of every text field are in the document, in that order."""

from __future__ import annotations

import json

import attrs
import pytest
from hypothesis import given

import arnews
from arnews.testing import Written, documents, hostile_texts, laws, one_line_pages, page_laws

LEAD = "<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور.</p>"


@given(documents() | one_line_pages())
def test_news(document: Written) -> None:
    laws.check_nothing_invented(arnews.parse_text(document.text), document.text)


@given(hostile_texts())
def test_anything(text: str) -> None:
    laws.check_nothing_invented(arnews.parse_text(text), text)


@pytest.mark.parametrize(
    ("article", "field"),
    [
        (arnews.Article(headline="المعرض افتتح"), "headline"),
        (arnews.Article(paragraphs=("افتتح المعرض.",)), "paragraphs"),
        (arnews.Article(authors=(arnews.Author(name="افتتح أمس"),)), "authors"),
        (arnews.Article(keywords=("كتب",)), "keywords"),
        (arnews.Article(source=arnews.Source(url="https://example.com")), "source"),
    ],
)
def test_the_law_notices(article: arnews.Article, field: str) -> None:
    with pytest.raises(AssertionError, match=f"^{field}"):
        laws.check_nothing_invented(article, "افتتح المعرض أمس")


@pytest.mark.parametrize(
    ("article", "text"),
    [
        (arnews.Article(source=arnews.Source(name="صحيفة المثال")), "نقلا بصحيفة المثال أمس"),
        (arnews.Article(related=(arnews.Link(text="ere are the news", url=None),)), "Here are the news"),
        (arnews.Article(authors=(arnews.Author(name="خاصوكالة الأنباء"),)), "أمس 2024خاص\u200fوكالة الأنباءx"),
        (arnews.Article(body="خبر\n\nخبر", paragraphs=("خبر", "خبر")), "خبرأمسخبر"),
    ],
)
def test_a_value_may_begin_inside_a_word(article: arnews.Article, text: str) -> None:
    laws.check_nothing_invented(article, text)


def test_paragraphs_are_in_order() -> None:
    article = arnews.Article(body="أمس\n\nخبر", paragraphs=("أمس", "خبر"))
    with pytest.raises(AssertionError, match=r"^paragraphs"):
        laws.check_nothing_invented(article, "خبر\nأمس")


@pytest.mark.parametrize(
    "page",
    [
        f"{LEAD}<p>ليلى حسن<time>October 13, 2016</time></p>",
        f"{LEAD}<h4>اقرأ أيضا</h4>H<a href=/1>ere are the news</a>",
        "<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، كما جاء بصحيفة المثال.</p><p>المصدر: بصحيفة المثال</p>",
    ],
)
def test_pages_whose_elements_are_glued(page: str) -> None:
    page_laws.check_nothing_invented(arnews.parse_html(page), page)


BODY = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."
STATED = (
    BODY,
    f"<p>{BODY}</p><p>{BODY}</p>",
    f"<b>ا</b>{BODY}&lt;br&gt; &amp; {BODY}",
    f"{BODY} <a {BODY}",
    f"{BODY} &#1",
)


def _page(**stated: str) -> str:
    data = {"@type": "NewsArticle", "headline": "افتتاح المعرض", "datePublished": "2024-05-01", **stated}
    return f"<script type=application/ld+json>{json.dumps(data)}</script><nav>رياضة</nav><div id=app></div>"


@pytest.mark.parametrize("body", STATED)
def test_pages_that_state_their_article(body: str) -> None:
    page = _page(articleBody=body, description="وصف قصير للمعرض الجديد")
    article = arnews.parse_html(page)
    assert "stated-only" in [issue.code for issue in article.issues]
    page_laws.check_nothing_invented(article, page)


def test_the_law_notices_what_no_page_states() -> None:
    page = _page(articleBody=BODY)
    article = arnews.parse_html(page)
    for wrong in (
        attrs.evolve(article, paragraphs=(f"{BODY} اليوم",)),
        attrs.evolve(article, document_text=f"{article.document_text}\nأمس اليوم"),
    ):
        with pytest.raises(AssertionError):
            page_laws.check_nothing_invented(wrong, page)
