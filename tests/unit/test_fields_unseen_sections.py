"""The section on a page of a system that nobody has seen."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, parse

TEXT = f"<p>{'</p><p>'.join(BODY)}</p>"
SITE = "<meta property=og:site_name content='صحيفة المثال'>"


def page(head: str, text: str = TEXT) -> arnews.Article:
    """Parse a page of a title and a text, with nothing around."""
    return arnews.parse_html(f"<html><head><title>{TITLE}</title>{SITE}</head><body>{head}{text}</body></html>")


@pytest.mark.parametrize("mark", [">", "›", "»", "‹"])
def test_a_way_from_the_front_page_far_above_the_title(mark: str) -> None:
    steps = f"<a href=/>الصفحة الرئيسية</a> {mark} <a href=/f3>منتدى الأخبار</a> {mark} <a href=/f12>أخبار الولايات</a>"
    tools = "<ul><li><a href=/size>تغيير حجم الخط</a><li><a href=/faq>الأسئلة الشائعة</a><li><a href=/in>دخول</a></ul>"
    article = page(f"<div>{steps}</div>{tools}<h1>{TITLE}</h1>")
    assert article.sections == ("منتدى الأخبار", "أخبار الولايات")


def test_a_menu_of_bars_is_no_way() -> None:
    menu = "<div><a href=/>الرئيسية</a> | <a href=/1>أخبار</a> | <a href=/2>رياضة</a> | <a href=/3>منوعات</a></div>"
    assert page(f"{menu}<div><small>رياضة</small></div><h1>{TITLE}</h1>").sections == ("رياضة",)
    bar = "<div><a href=/1>أخبار</a> | <a href=/2>رياضة</a> | <a href=/3>منوعات</a></div>"
    assert page(f"{bar}<div><small>رياضة</small></div><h1>{TITLE}</h1>").sections == ("رياضة",)


@pytest.mark.parametrize("name", ["كل الأخبار", "جميع الأخبار", "مشاهدة الموضوع", "ناشر الأصول", "العودة إلى الأخبار"])
def test_lists_of_everything_are_no_sections(name: str) -> None:
    article = parse(above=f"<ul class=breadcrumb><li><a href=/>الرئيسية</a><li><a href=/n>{name}</a></ul>")
    assert article.sections == ()


def test_the_front_page_has_other_names() -> None:
    way = "<div><a href='spip.php?page=sommaire'>الاستقبال</a> &gt; <a href=/r4>نصوص</a> &gt; <a href=/r9>شعر</a></div>"
    assert page(f"{way}<h1>{TITLE}</h1>").sections == ("نصوص", "شعر")


def test_headings_of_the_text_are_no_sections() -> None:
    contents = "<nav class=breadcrumb><a href=#a>كيف اكتُشفت</a></nav>"
    text = f"<p>{BODY[0]}</p><h2>كيف اكتُشفت</h2><p>{BODY[1]}</p><p>{BODY[2]}</p>"
    assert page(f"{contents}<h1>{TITLE}</h1>", text).sections == ()


def test_a_section_beside_day_and_author() -> None:
    menu = "<ul><li><a href=/a>سيارات</a><li><a href=/b>سفر</a><li><a href=/c>مطبخ</a><li><a href=/d>بيت</a></ul>"
    for line in ("ليلى حسن · 8 نوفمبر 2023 · سفر", "سفر | الثلاثاء 5 يوليو 2022 13:13 | ليلى حسن"):
        assert page(f"{menu}<h1>{TITLE}</h1><div>{line}</div>").sections == ("سفر",)
    filed = "SuperUser Account / الأربعاء, 03 تشرين الثاني, 2010 / الفئات: <a href=/news/94/Id/3>أخبار الغرفة</a>"
    assert page(f"<h1>{TITLE}</h1><p>{filed}</p>").sections == ("أخبار الغرفة",)


def test_a_name_beside_the_title_in_its_box() -> None:
    for name in ("شرح", "بيانات مشتركة"):
        menu = "<nav><a href=/1>قضاء</a><a href=/2>أطلس</a><a href=/3>محركات</a></nav>"
        box = f"<div><span>{name}</span><h1>{TITLE}</h1><p>ملخص قصير لما جاء في هذا النص الطويل عن المعرض</p></div>"
        assert page(f"{menu}<main>{box}", TEXT + "</main>").sections == (name,)


def test_the_section_in_front_of_the_title_is_not_part_of_it() -> None:
    line = f"<h1><a href=/t/12>قصائد</a><span> : </span>{TITLE}</h1>"
    head = f"<title>{TITLE} - قصائد - المرفأ</title></head><body>"
    article = arnews.parse_html(f"<html><head>{head}{line}{TEXT}</body></html>")
    assert (article.headline, article.sections) == (TITLE, ("قصائد",))


def test_who_wrote_is_no_section() -> None:
    title = f"<title>{TITLE} | by ليلى حسن | دفاتر المرفأ | Medium</title>"
    article = arnews.parse_html(f"<html><head>{title}</head><body><h1>{TITLE}</h1>{TEXT}</body></html>")
    assert "by ليلى حسن" not in article.sections
