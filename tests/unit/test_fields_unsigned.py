"""Names among the menus and lists of a page: nobody signs there, unless a label or the markup says so."""

from __future__ import annotations

from tests.unit.small_pages import BODY, TITLE, names, parse

MENU = "<ul class=nav><li><a href=/a>الأولى</a><li><a href=/b>الأخيرة</a><li><a href=/c>الملاعب</a></ul>"
LIST = "".join(f"<li><a href=/news/{n}>عنوان خبر آخر من أخبار الموقع رقم {n}</a></li>" for n in range(4))


def test_an_entry_above_the_menu_is_no_author() -> None:
    article = parse("<p>ليلى حسن</p>", above=f"<p>حكاية رقمية</p>{MENU}")
    assert names(article) == ["ليلى حسن"]


def test_a_single_word_above_the_title_is_no_author() -> None:
    assert names(parse("<p>كتبت: ليلى حسن</p>", above="<p>المكتبة</p>")) == ["ليلى حسن"]


def test_a_name_right_above_the_title_is_the_author() -> None:
    assert names(parse(above=f"{MENU}<p>ليلى حسن</p><p>21 آذار 2019</p>")) == ["ليلى حسن"]


def test_a_name_below_other_articles_is_no_author() -> None:
    article = parse(below=f"<h3>اقرأ أيضا</h3><ul>{LIST}</ul><p>منبر القراء</p>")
    assert names(article) == []


def test_a_label_makes_a_name_a_signature_everywhere() -> None:
    assert names(parse(above=f"<p>بقلم: ليلى حسن</p>{MENU}")) == ["ليلى حسن"]


def test_who_replies_in_a_forum_is_no_author_of_the_post() -> None:
    reply = "<div class=post><p class=author>مشاركةبواسطة هاني الشريف » الإثنين مارس 25, 2024</p></div>"
    article = parse("<p>بواسطة ليلى حسن</p>", below=f"<h3>اقرأ أيضا</h3><ul>{LIST}</ul>{reply}")
    assert names(article) == ["ليلى حسن"]
    assert article.dateline is None


def test_an_outlet_above_the_menu_is_no_agency() -> None:
    article = parse("<p>كتبت: ليلى حسن</p>", above=f"<p>زابورة نيوز</p>{MENU}")
    assert article.dateline is None
    assert article.headline == TITLE
    assert article.body.startswith(BODY[0])
