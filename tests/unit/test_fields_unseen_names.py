"""Who signs a page of a system that nobody has seen, and which names around the title are those of nobody."""

from __future__ import annotations

import pytest

from arnews.credits import read_credit
from tests.unit.small_pages import names, parse

BUTTONS = [
    "<div class=tools><a href=#listen>استمع</a> <a href=#tr>ترجم</a> <a href=#clip>قص واحفظ</a></div>",
    "<div><span>استمع</span> <span>احفظ</span> <span>اطبع</span></div>",
    "<p>استمع للخبر</p>",
    "<p>ترجم الصفحة</p>",
    "<div><button>كبّر الخط</button> <button>صغّر الخط</button></div>",
    "<p>صباح الخير،</p>",
    "<p>مساء الخير</p>",
    "<p>السلام عليكم</p>",
    "<p>أهلا وسهلا</p>",
    "<p>عيد ارتفاع الصليب - 14 أيلول 2006</p>",
    "<p>عيد انتقال السيدة</p>",
    "<p>ربيع الثقافة</p>",
]
DESKS = [
    "إدارة الإعلام والعلاقات العامة",
    "لجنة الإعلام",
    "دائرة الاتصال",
    "خلية الإعلام والاتصال",
    "مكتب الإعلام",
    "وحدة الإعلام والنشر",
    "قسم العلاقات العامة",
    "المكتب الإعلامي",
    "أمانة الإعلام",
]
COUNTED = [
    "تقديم: ليلى حسن 18,440 مشاهدة",
    "ليلى حسن 1٬902 قراءة",
    "ليلى حسن 3 تعليقات",
    "كتبت: ليلى حسن (12 تعليقا)",
]


@pytest.mark.parametrize("line", BUTTONS)
def test_buttons_greetings_and_feasts_are_nobody(line: str) -> None:
    assert names(parse(line)) == []
    assert names(parse("<p>كتبت: ليلى حسن</p>", line)) == ["ليلى حسن"]


@pytest.mark.parametrize("desk", DESKS)
def test_the_press_desk_of_an_institution_signs(desk: str) -> None:
    assert names(parse(f"<div><span>22 نيسان 2021</span><br>{desk}</div>")) == [desk]
    assert names(parse(f"<p>22/4/2021 {desk}</p>")) == [desk]
    assert names(parse(f"<div class=m><span>22 نيسان 2021 | 19:00</span> <span>{desk}</span></div>")) == [desk]


@pytest.mark.parametrize("line", ["لجنة المباريات", "إدارة المرور", "مكتب المحافظ", "أمانة العاصمة"])
def test_an_office_that_is_not_of_the_press_does_not_sign(line: str) -> None:
    assert read_credit(line) is None or not read_credit(line).sure  # type: ignore[union-attr]


@pytest.mark.parametrize("line", COUNTED)
def test_counts_after_a_name_are_no_part_of_it(line: str) -> None:
    article = parse(f"<p>{line}</p>")
    assert names(article) == ["ليلى حسن"]
    assert article.dateline is None


def test_a_name_between_day_and_comments_is_the_author() -> None:
    line = "<p class=info><time datetime=2018-10-09>09.10.2018 19:20</time> من ليلى حسن (0 تعليقات)</p>"
    assert names(parse(line)) == ["ليلى حسن"]


def test_a_step_of_the_way_is_no_author() -> None:
    way = "<ul class=breadcrumb><li><a href=/>الرئيسية</a><li><a href=/j>{0}</a></ul>"
    for name in ("الجهوية", "صباح الجبل"):
        article = parse(f"<span><a href=/j>{name}</a></span>", "<p>بواسطة ليلى حسن</p>", above=way.format(name))
        assert names(article) == ["ليلى حسن"]


def test_who_says_a_quotation_is_no_author() -> None:
    quote = "أول شتاء لا يمرض فيه أولادي"
    for box in (
        f"<div><blockquote><q>{quote}</q><div class=author>أم خلفان، ولاية الجبل</div></blockquote></div>",
        f"<blockquote><p>{quote}</p><cite>هاني الشريف</cite></blockquote>",
        f"<div class=testimonial-item><p>{quote}</p><span class=author-name>هاني الشريف</span></div>",
    ):
        assert names(parse(below=box)) == []


def test_rows_of_a_table_above_the_title_sign_nothing() -> None:
    teams = "".join(
        f"<tr><td><a href=/team/{n}>{name}</a></td><td>{48 - n}</td></tr>"
        for n, name in enumerate(("نصر حسين داي", "شبيبة الساورة", "مولودية وهران"))
    )
    prayers = "".join(
        f"<tr><td>{name}</td><td>{time}</td></tr>" for name, time in (("المغرب", "5:06"), ("العشاء", "6:36"))
    )
    for rows in (teams, prayers):
        article = parse("<p>ليلى حسن</p>", above=f"<div><h3>الترتيب</h3><table>{rows}</table></div>")
        assert names(article) == ["ليلى حسن"]


@pytest.mark.parametrize("name", ["سيرين نعمة", "سلافة عبد القادر", "سها مراد", "تسنيم الحلبي", "إياس المصري"])
def test_given_names_of_today_are_known(name: str) -> None:
    assert names(parse(f"<div><div>{name}</div><div>19/10/2021</div></div>")) == [name]
