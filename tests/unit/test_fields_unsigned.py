"""Names among the menus and lists of a page: nobody signs there, unless a label or the markup says so."""

from __future__ import annotations

import arnews
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


def test_a_desk_above_the_way_to_the_article_is_an_entry_of_a_menu() -> None:
    way = "<div class=breadcrumb><a href=/>الرئيسية</a> / <a href=/n>الأخبار</a></div>"
    article = parse("<p>كتبت: ليلى حسن</p>", above=f"<div><a href=/team>هيئة التحرير</a></div>{way}")
    assert names(article) == ["ليلى حسن"]


def test_the_name_after_a_label_of_the_source_does_not_sign() -> None:
    lines = "<div>محرر الخبر</div><div>ليلى حسن</div><div>مصدر الخبر</div><div>دائرة الإعلام التربوي</div>"
    assert names(parse(lines)) == ["ليلى حسن"]


def test_who_signs_below_a_text_that_opens_with_the_outlet() -> None:
    page = f"<title>{TITLE} - زهرة الجنوب</title><meta property=og:site_name content='زهرة الجنوب'><h1>{TITLE}</h1>"
    texts = f"<p>عدن (زهرة الجنوب)- {BODY[0]}</p><p>{BODY[1]}</p><p>{BODY[2]}</p>"
    article = arnews.parse_html(f"{page}{texts}<p>حوار: ليلى حسن، تصوير: هاني الشريف</p>")
    assert names(article) == ["ليلى حسن"]


def test_a_handle_glued_to_a_name_is_cut() -> None:
    assert names(parse("<div class=byline>هاني الغامدي@hani_g8</div>")) == ["هاني الغامدي"]


def test_who_is_quoted_between_paragraphs_does_not_sign() -> None:
    lines = [TITLE, BODY[0], "«لا يمكن مواجهة التحدي وحدنا»", "هاني الشريف، رئيس البلدية", *BODY[1:]]
    assert names(arnews.parse_text("\n".join(lines))) == []


def test_names_on_cards_of_other_articles_do_not_sign() -> None:
    titles = [f"<h4><a href=/a/{n}>عنوان خبر آخر من أخبار الموقع رقم {n}</a></h4>" for n in range(3)]
    signed = ("هاني الشريف", "سليم الحاوي", "رنا مطر")
    cards = "".join(
        f"<div class=card>{a}<span class=byline>{b}</span></div>" for a, b in zip(titles, signed, strict=True)
    )
    bio = "<div class=author-box><h5>ليلى حسن</h5><p>كاتبة من عمان</p></div>"
    assert names(parse(below=f"{bio}<h3>من العدد نفسه</h3>{cards}")) == ["ليلى حسن"]
