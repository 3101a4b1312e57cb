"""Pages that a script fills: what their metadata state is taken, with the reason and an issue."""

from __future__ import annotations

import json

import pytest

import arnews
from arnews.document import Origin
from tests.unit.small_pages import BODY, TITLE, codes, html, iso, json_ld

SUMMARY = "وصف قصير للمعرض وأجنحته"
MENU = "<nav><a href='/1'>سياسة</a> <a href='/2'>رياضة</a></nav>"
FRAME = f"<body>{MENU}<div id='app'></div><footer>جميع الحقوق محفوظة</footer>"


def filled_by_script(**values: str) -> str:
    data = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-05-01T10:00:00+03:00", **values}
    return f"<html lang='ar'><head><title>{TITLE} - صحيفة المثال</title>{json_ld(json.dumps(data))}</head>{FRAME}"


@pytest.mark.parametrize("text", ["\n".join(BODY), "".join(f"<p>{line}</p>" for line in BODY), "<br/>".join(BODY)])
def test_what_the_metadata_state_is_taken(text: str) -> None:
    article = arnews.parse_html(filled_by_script(articleBody=text, description=SUMMARY))
    assert (article.kind, article.headline, article.description) == ("article", TITLE, SUMMARY)
    assert article.paragraphs == BODY
    assert iso(article.date_published) == "2024-05-01T10:00:00+03:00"
    assert "stated-only" in codes(article)
    stated = [segment for segment in article.segments if segment.text in BODY]
    assert {segment.reason.origin for segment in stated} == {Origin.METADATA}
    assert article.document_text is not None
    assert all(article.document_text[segment.start : segment.end] == segment.text for segment in article.segments)


def test_title_and_date_are_taken_without_a_text() -> None:
    article = arnews.parse_html(filled_by_script())
    assert (article.kind, article.headline, article.body) == ("other", TITLE, "")
    assert iso(article.date_published) == "2024-05-01T10:00:00+03:00"


def test_the_beginning_of_the_text_is_no_description() -> None:
    article = arnews.parse_html(filled_by_script(articleBody="\n".join(BODY), description=BODY[0][:60]))
    assert article.description is None


def test_a_page_that_prints_its_article_is_read_from_it() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": "نص آخر " * 30})
    article = arnews.parse_html(html(head=json_ld(data)))
    assert article.paragraphs == BODY
    assert "stated-only" not in codes(article)


def test_a_list_states_no_article_of_its_own() -> None:
    items = "".join(f"<li><a href='/n/{n}'>عنوان مقال آخر من الموقع رقم {n}</a></li>" for n in range(8))
    page = filled_by_script(articleBody="\n".join(BODY)).replace("<div id='app'></div>", f"<ul>{items}</ul>")
    assert arnews.parse_html(page).body == ""


@pytest.mark.parametrize("title", ["عفوا، حدث خطأ", "تم حذف هذا الخبر", "هذا المحتوى لم يعد متاحا"])
def test_a_page_in_the_place_of_an_article_is_none(title: str) -> None:
    page = (
        f"<title>{title}</title><h1>{title}</h1><p>يمكنك العودة إلى الصفحة الرئيسية أو البحث عن خبر آخر في الموقع.</p>"
    )
    assert arnews.parse_html(page).kind == "other"
