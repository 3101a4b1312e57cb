"""Tags in rows: what sets them apart where no comma does, and what is the heading of their list."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import parse

TEXT = (
    "بلدية دسوق يقلب الطاولة على نجوم طلخا",
    "قلب فريق بلدية دسوق تأخره بهدف أمام ضيفه نجوم طلخا إلى فوز ثمين بثلاثة أهداف في دوري القسم الثاني.",
    "وبهذا الفوز رفع الفريق رصيده إلى واحد وأربعين نقطة في صدارة الترتيب بفارق نقطة واحدة عن أقرب منافسيه.",
)


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (["الوسوم", "بلدية دسوق نجوم طلخا دوري القسم الثاني"], ("بلدية دسوق", "نجوم طلخا", "دوري القسم الثاني")),
        (["الكلمات الدلالية: بلدية دسوق كرة"], ("بلدية دسوق", "كرة")),
        (["الوسوم: بلدية دسوق. كرة قدم. دوري."], ("بلدية دسوق", "كرة قدم", "دوري")),
        (["الوسوم: بلدية دسوق . كرة قدم . دوري"], ("بلدية دسوق", "كرة قدم", "دوري")),
        (["الوسوم", "بلدية دسوق", "كرة قدم"], ("بلدية دسوق", "كرة قدم")),
    ],
)
def test_a_row_of_tags_in_a_text(lines: list[str], tags: tuple[str, ...]) -> None:
    assert arnews.parse_text("\n".join((*TEXT, *lines))).keywords == tags


def test_the_heading_of_a_row_of_links_is_no_tag() -> None:
    links = "<a href='/Tags/1'>معارض الكتب</a><a href='/Tags/2'>ثقافة</a><a href='/Tags/3'>قراءة</a>"
    article = parse(below=f"<div class=tags><h3>الموضوعات</h3>{links}</div>")
    assert article.keywords == ("معارض الكتب", "ثقافة", "قراءة")


def test_tags_in_the_footer_of_an_article() -> None:
    items = (
        "<li class=tag><a href='/news/1.html'>معارض الكتب</a></li><li class=tag><a href='/news/2.html'>قراءة</a></li>"
    )
    article = parse(below=f"<div class=article__footer><ul class=tags>{items}</ul></div>")
    assert article.keywords == ("معارض الكتب", "قراءة")


def test_buttons_and_captions_below_a_row_of_links_to_tags_are_no_tags() -> None:
    row = "<div class=tags><a href='/tag/1'>حرف</a> <a href='/tag/2'>خياطة</a></div>"
    share = "<a href='https://facebook.com/sharer.php?u=1'>Facebook</a> <a href='https://pinterest.com/pin?u=1'>Pinterest</a>"
    article = parse(below=f"{row}<div class='post-tags'><a href='#c'>0 تعليق</a> {share}</div>")
    assert article.keywords == ("حرف", "خياطة")
