"""What themes and content systems print around an article: their own words are no values of it."""

from __future__ import annotations

from urllib.parse import quote

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, iso, parse


@pytest.mark.parametrize("step", ["2024", "الأرشيف", "التصنيفات", "Forum index", "مسار التنقل", "03"])
def test_a_list_of_the_whole_site_is_no_section(step: str) -> None:
    trail = f"<nav class=breadcrumb><a href='/'>الرئيسية</a> / <a href='/x/'>{step}</a> / <a href='/s/1'>فنون</a></nav>"
    assert parse(above=trail).sections == ("فنون",)


@pytest.mark.parametrize("label", ["التعليق على الصورة،", "صدر الصورة،", "Image caption"])
def test_a_hidden_label_is_no_caption(label: str) -> None:
    caption = "القاعة الشرقية قبل افتتاح المعرض بيوم واحد"
    figure = (
        f"<figure><amp-img src='/hall.jpg' alt=''></amp-img>"
        f"<figcaption><span class=vh>{label}</span><p>{caption}</p></figcaption></figure>"
    )
    article = parse(figure)
    assert [image.caption for image in article.images] == [caption]
    assert article.images[0].url is not None


def test_categories_of_a_wiki_are_tags() -> None:
    names = ("معارض", "كتب المدينة")
    links = " | ".join(
        f"<a href='/index.php?title={quote('تصنيف:' + name)}&amp;redlink=1'>{name}</a>" for name in names
    )
    others = "".join(f"<li><a href='/index.php?title=x{n}'>عنوان مقالة أخرى من الموقع رقم {n}</a></li>" for n in range(4))
    for between in ("", f"<h2>اقرأ أيضا</h2><ul>{others}</ul>"):
        assert parse(below=f"{between}<div id=catlinks>تصنيفات: {links}</div>").keywords == names
