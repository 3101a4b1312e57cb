"""What an article is filed under: links tell tags from sections by where they lead."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import TITLE, URL, html, json_ld, parse


def test_an_address_tells_a_tag_from_a_section() -> None:
    below = "<div><a href='/category/7'>معارض</a></div><div><a href='/tag/1'>كتب</a> <a href='/tag/2'>نشر</a></div>"
    article = parse(below=below)
    assert article.keywords == ("كتب", "نشر")
    assert article.sections == ("معارض",)


def test_a_category_among_the_tags_is_none() -> None:
    links = "<a href='/category/7' rel='category tag'>معارض</a> <a href='/tag/1' rel=tag>كتب</a>"
    article = parse(below=f"<div class=tags>{links}</div>")
    assert article.keywords == ("كتب",)


def test_a_category_before_tags_of_another_element_is_none() -> None:
    section = "<div>في <a href='/category/7.html' rel='tag'>معارض</a></div>"
    article = parse(below=f"{section}<div><a href='/tag/1'>كتب</a> <a href='/tag/2'>نشر</a></div>")
    assert article.keywords == ("كتب", "نشر")


def test_a_tag_that_a_menu_has_too_is_a_tag() -> None:
    below = "<div class=tags><a href='/tag/1'>حالة الطقس</a> <a href='/tag/2'>أمطار</a></div>"
    assert parse(below=below).keywords == ("حالة الطقس", "أمطار")


def test_clouds_with_counts_are_the_site_s() -> None:
    cloud = "".join(f"<a href='/tag/{n}'>وسم{n} ({n})</a> " for n in range(1, 6))
    assert parse(below=f"<div>{cloud}</div>").keywords == ()


def test_the_index_of_sections_is_no_section() -> None:
    assert parse(below="<div><a href='/categories/'>الأقسام والوسوم</a></div>").sections == ()


def test_tags_stated_for_the_article_need_not_be_in_its_text() -> None:
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "keywords": ["تراجم", "رحلات"]}}'
    assert parse(head=json_ld(data)).keywords == ("تراجم", "رحلات")


def test_links_of_other_articles_file_nothing() -> None:
    others = "".join(f"<li><a href='/news/{n}'>عنوان مقال آخر من الموقع رقم {n}</a></li>" for n in range(4))
    below = f"<h3>اقرأ أيضا</h3><ul>{others}</ul><div><a href='/tag/9'>غريب</a></div>"
    article: arnews.Article = parse(below=below)
    assert article.keywords == ()


def test_a_link_inside_a_sentence_is_no_tag() -> None:
    page = html().replace("معرض الكتاب الدولي في المدينة القديمة،", "<a href='/tag/9'>المعرض</a>،")
    assert arnews.parse_html(page, url=URL).keywords == ()
    tags = "<div><a href='/tag/1'>كتب</a> <a href='/tag/2'>نشر</a></div></body>"
    assert arnews.parse_html(page.replace("</body>", tags), url=URL).keywords == ("كتب", "نشر")


@pytest.mark.parametrize("label", ["كلمات مفتاحية", "الموضوعات ", "مواضيع: ", "الوسوم"])
def test_the_label_in_front_of_links_is_no_tag(label: str) -> None:
    line = f"<div class=tags>{label}<a href=/tag/1>كتب</a><a href=/tag/2>نشر وطباعة</a></div>"
    assert parse("<p>كتبت: ليلى حسن</p>", below=line).keywords == ("كتب", "نشر وطباعة")


def test_a_label_of_two_words_is_no_tag() -> None:
    line = "<div>وسوم المقال<ul><li><a href=/t/1>كتب</a><li><a href=/t/2>نشر</a></ul></div>"
    assert not {"وسوم", "المقال"} & set(parse("<p>كتبت: ليلى حسن</p>", below=line).keywords)
