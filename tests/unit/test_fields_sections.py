"""Sections as pages print them around an article: names beside menus, steps of the way, lines with a label."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, json_ld, names, parse

ITEMS = "".join(
    f"<li><a href='/m/{n}'>{word}</a></li>" for n, word in enumerate(("محليات", "عرب", "رأي", "صحة", "تعليم"))
)
NAV = f"<nav><ul>{ITEMS}</ul></nav>"
WORDS = ("عربيات", "ملاحق", "المحافظات", "الأخيرة", "من نحن", "آداب وفنون")
ROWS = "".join(f"<tr><td><a href='/m/{n}'>{word}</a></td></tr>" for n, word in enumerate(WORDS))


def test_a_name_above_the_title_is_no_entry_of_the_menu_above_it() -> None:
    assert parse(above=f"{NAV}<div class=lbl>محليات</div>").sections == ("محليات",)


def test_the_last_entry_of_a_menu_is_no_section() -> None:
    article = parse("<p>كتبت: ليلى حسن</p>", above=f"<table>{ROWS}</table>")
    assert article.sections == ()
    assert names(article) == ["ليلى حسن"]


@pytest.mark.parametrize("line", ["التصنيفات: صحة", "<span>نشرت في</span> <a href='/i.php?view=7'>صحة</a>"])
def test_a_label_below_the_text_names_the_section(line: str) -> None:
    assert parse("<p>كتبت: ليلى حسن</p>", below=f"<div class=entry-category>{line}</div>").sections == ("صحة",)


def test_a_step_of_the_way_may_have_the_name_of_a_tag() -> None:
    way = "<div class=breadcrumb><a href='/c/1'>الشرق الأوسط</a> <a href='/c/2'>لبنان</a></div>"
    tags = "<ul class=tags><li><a href='/tags/9'>لبنان</a></li><li><a href='/tags/8'>بيروت</a></li></ul>"
    article = parse(above=way, below=tags)
    assert article.sections == ("الشرق الأوسط", "لبنان")
    assert article.keywords == ("لبنان", "بيروت")


def test_the_preposition_before_a_section_is_none() -> None:
    line = "<div class=post-category><p>في</p> <a href='/category/7'>نصوص</a></div>"
    assert parse(line).sections == ("نصوص",)


def test_the_number_of_an_issue_is_no_section() -> None:
    assert parse(above="<div class=breadcrumb>العدد 97 - دراسات</div>").sections == ("دراسات",)


def test_what_is_before_the_title_of_a_site_with_a_name_is_the_section() -> None:
    names = '<meta property="og:site_name" content="مطبخ الدار">'
    data = json_ld(f'{{"@type": "NewsArticle", "headline": "{TITLE}"}}')
    way = "<nav class=breadcrumb><ol><li><a href='/c/1'>وصفات</a></li><li><a href='/c/2'>حلويات</a></li></ol></nav>"
    head = f"<title>حلويات | {TITLE}</title>{names}{data}"
    page = f"<html lang=ar><head>{head}</head><body>{way}<h1>{TITLE}</h1>"
    page += "<p>تعاني كثيرات من جفاف حواف العجينة بعد الحشو، والسبب في الغالب قلة الراحة لا قلة الماء في الوعاء.</p>"
    page += "<p>والقاعدة بسيطة: عجينة رخوة، ومقلاة ثقيلة، وصبر نصف ساعة قبل أن تبدأ بالحشو والإغلاق على مهل.</p>"
    assert arnews.parse_html(page).sections == ("وصفات", "حلويات")


@pytest.mark.parametrize(
    "line",
    [
        "<p>القسم: ثقافة</p>",
        "<p>ثقافة - 12 مايو 2020</p>",
        "<p>12 مايو 2020 | ثقافة</p>",
        "<p>12 مايو 2020 في <a href=/c/1>ثقافة</a></p>",
    ],
)
def test_a_section_beside_the_date_is_no_agency(line: str) -> None:
    article = parse(line)
    assert article.sections == ("ثقافة",)
    assert article.dateline is None


def test_the_title_cut_off_is_no_section() -> None:
    opening = " ".join(TITLE.split()[:4])
    way = f"<ol><li><a href='/'>الرئيسية</a></li><li><a href='/c/1'>اقتصاد</a></li><li>{opening}</li></ol>"
    assert parse(above=way).sections == ("اقتصاد",)


def test_the_last_step_of_the_way_is_no_link_and_may_have_the_name_of_a_tag() -> None:
    steps = "<li><a href='/'>الرئيسية</a></li><li><a href='/c/1'>أخبار</a></li><li>لبنان</li>"
    way = f"<nav class=breadcrumbs><ol>{steps}</ol></nav>"
    tags = "<div class=article-tags><a href='/tag/9'>لبنان</a> <a href='/tag/8'>بيروت</a></div>"
    assert parse(above=way, below=tags).sections == ("أخبار", "لبنان")


@pytest.mark.parametrize(
    "element",
    ["<div class=row><span class=category-chip>بيئة وتراث</span></div>", "<p class=head-section>بيئة وتراث</p>"],
)
def test_an_element_that_is_called_so_names_the_section(element: str) -> None:
    article = parse(above=element)
    assert article.sections == ("بيئة وتراث",)
    assert article.keywords == ()


def test_an_element_for_sections_below_the_title_holds_no_author() -> None:
    article = parse("<div><span class=story__header-section>سفر وسياحة</span><div>24 فبراير 2021</div></div>")
    assert article.authors == ()
    assert article.sections == ("سفر وسياحة",)


def test_what_a_player_prints_is_no_section() -> None:
    article = parse(above="<div class=track>Loaded: 0%</div><span class=cat>منوعات</span>")
    assert article.sections == ("منوعات",)


def test_the_section_after_the_name_of_the_outlet() -> None:
    article = parse(above="<header class=masthead><a href='/'>صحيفة المرفأ- رياضة</a></header>")
    assert article.sections == ("رياضة",)


LIST = "".join(
    f"<div class=item><h3><a href='/a/{n}'>افتتاح الجسر الجديد رقم {n}</a></h3><p>افتتح الوزير الجسر.</p></div>"
    for n in range(12)
)


def test_the_way_to_a_list_is_the_line_of_links_that_ends_with_its_name() -> None:
    way = "<div class=path><a href='/k'>المعرفة</a> <a href='javascript:void(0)'>كتب</a></div>"
    article = arnews.parse_html(f"<title>كتب</title>{way}<h2>كتب</h2>{LIST}", url="https://news.example/k/b")
    assert article.kind == "list"
    assert article.sections == ("المعرفة", "كتب")


def test_a_front_page_whose_title_is_the_name_of_the_site_has_no_section() -> None:
    page = f"<title>مرفأ الأخبار</title><div>مرفأ الأخبار</div>{LIST}<footer><p>مرفأ الأخبار</p></footer>"
    article = arnews.parse_html(page, url="https://news.example/index.php?p=1")
    assert article.kind == "list"
    assert article.sections == ()


@pytest.mark.parametrize(
    ("line", "sections"),
    [
        ("أنت هنا: الرئيسية / رياضة / افتتاح المعرض الدولي للكتاب في المدينة القديمة", ("رياضة",)),
        ("الرئيسية » اقتصاد » أسواق", ("اقتصاد", "أسواق")),
        pytest.param(
            "الرئيسية » اقتصاد » أسعار العملات", ("اقتصاد", "أسعار العملات"),
            marks=pytest.mark.xfail(reason="the weights take a way with the name of a list of prices for a menu"),
        ),
    ],
)  # fmt: skip
def test_the_way_in_a_text(line: str, sections: tuple[str, ...]) -> None:
    text = f"{line}\nافتتاح المعرض الدولي للكتاب في المدينة القديمة\n"
    text += "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء والناشرين.\n" * 2
    assert arnews.parse_text(text).sections == sections


def test_where_an_article_is_filed_below_the_text() -> None:
    line = "<div class=itemCategory><span>نشرت في</span> <a href='/news/9.html'>منبر الرأي</a></div>"
    assert parse(below=f"<div class=itemLinks>{line}</div>").sections == ("منبر الرأي",)


def test_a_preposition_between_day_and_name_is_no_section() -> None:
    line = "<div class=meta><span>ديسمبر 2, 2019</span> <div>من</div> <div>ليلى حسن</div></div>"
    assert parse(line).sections == ()


def test_a_long_row_of_links_above_the_title_is_a_menu() -> None:
    row = " ".join(
        f"<a href='/{n}'>{word}</a>" for n, word in enumerate(("العالم", "تقنية", "سياحة", "وفيات", "بورصة"))
    )
    assert parse(above=f"<div>{row}</div>").sections == ()


@pytest.mark.parametrize("last", [TITLE, " ".join(TITLE.split()[:4])])
def test_links_that_the_title_goes_on_are_the_way_whatever_parts_them(last: str) -> None:
    arrow = "<img src='/arrow.png'>"
    way = f"<a href='index.php'>الصفحة الرئيسية</a> {arrow} <a href='/i.php?s=4'>بيانات</a> {arrow}"
    article = parse(above=f"<div>{way} {last}</div><table>{ROWS}</table>")
    assert article.sections == ("بيانات",)


def test_a_labeled_section_below_is_the_section_whatever_is_above_the_title() -> None:
    above = "<div class=box><div>هدى</div><div>04/03/2008</div><div>ثقافة</div></div>"
    assert parse(above=above, below="<div>التصنيف: <a href='/news.php?cat.2'>كرة القدم</a></div>").sections == (
        "كرة القدم",
    )


def test_a_link_to_a_tag_right_above_the_title_is_its_section_where_the_tags_are_below() -> None:
    above = "<div class='ct-block cat'><span class=ct-span><a href='/rubrique/tijara/' rel=tag>تجارة</a></span></div>"
    below = "<div class='ct-tags'><span>استيراد الموز</span> <span>الأسعار</span></div>"
    assert parse(above=above, below=below).sections == ("تجارة",)


def test_the_front_page_in_front_of_the_section_of_a_text() -> None:
    text = f"الرئيسية ثقافة وفنون\n{TITLE}\n" + "\n".join(BODY)
    assert arnews.parse_text(text).sections == ("ثقافة وفنون",)
