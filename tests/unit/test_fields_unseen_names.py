"""Who signs a page of a system that nobody has seen, and which names around the title are those of nobody."""

from __future__ import annotations

import pytest

import arnews
from arnews.credits import read_credit
from tests.unit.small_pages import BODY, TITLE, names, parse

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


def test_the_slogan_of_a_blog_is_no_author() -> None:
    post = "مرسلة بواسطة <a rel=author href=/profile/9>هاني الشريف</a> في <a href=/7>10:05 م</a>"
    page = (
        f"<html><head><title>يوميات الحي: {TITLE}</title></head><body><header><div id=header><div class=titlewrapper>"
        "<h1 class=title><a href=/>يوميات الحي</a></h1></div><div class=descriptionwrapper><p class=description>"
        "<span>جريدة حائط على النت لأهل الحي</span></p></div></div></header><div class=main>"
        f"<h2 class=date-header><span>السبت، 17 نوفمبر 2012</span></h2><h3 class=post-title>{TITLE}</h3>"
        f"<div class=post-body>{'<br><br>'.join(BODY)}</div><div class=post-footer>{post}</div></div></body></html>"
    )
    assert names(arnews.parse_html(page)) == ["هاني الشريف"]


def test_the_site_is_no_author_beside_another_one() -> None:
    card = (
        "<figure class=bookmark-card><a href=/x><div>من يشتري السنبوق الأخير؟</div><div>ورشة صغيرة تعرض أدواتها</div>"
        "<div><span class=bookmark-author>رصيف الخليج</span></div></a></figure>"
    )
    body = f"<p>{BODY[0]}</p><p>{BODY[1]}</p>{card}<p>{BODY[2]}</p>"
    page = (
        f"<html><head><title>{TITLE}</title><meta property=og:site_name content='رصيف الخليج'></head><body><article>"
        f"<h1>{TITLE}</h1><h4 class=author-name><a href=/author/l>ليلى حسن</a></h4><section>{body}</section></article>"
    )
    assert names(arnews.parse_html(page)) == ["ليلى حسن"]


def test_the_name_after_a_label_is_that_of_its_link() -> None:
    line = (
        "<div class=documentByLine>بواسطة <a href=/author/nojoud>نجود</a> — منشور 14/03/2011 11:05 — "
        "مصنف تحت: <a href=/search?s=1>مرجان</a>, <a href=/search?s=2>بيئة</a></div>"
    )
    assert names(parse(line)) == ["نجود"]


def test_a_press_contact_is_no_author() -> None:
    box = "<div class=contact><h3>الاتصالات</h3><p>ليلى حسن، مديرة الاتصال<br>هاتف: 0097125550199</p></div>"
    assert names(parse(below=box)) == []


def test_who_speaks_after_a_heading_is_no_author() -> None:
    said = "<h2>ماذا قال المدربان؟</h2><p>هاني الشريف (المحرق): «قلت لهم بين الشوطين إن العشب لا يلعب ضدنا أبدا».</p>"
    last = "<p>وغادر الفريقان الملعب بعد منتصف الليل بقليل، وبقي جمهور كبير في الساحة حتى الصباح.</p>"
    article = parse("<p>من ليلى حسن</p>", below=said + last)
    assert names(article) == ["ليلى حسن"]
    assert article.dateline is None


def test_the_title_is_no_author() -> None:
    line = f"<div>الكاتب / موضوع: {TITLE} (قراءة 913 مرات)</div>"
    assert names(parse(above=line)) == []


def test_a_desk_after_a_count_signs() -> None:
    line = "<div class=d-flex><span>2024-01-28 11:40</span><span>2.4K</span><span>غرفة التحرير</span></div>"
    assert names(parse(line)) == ["غرفة التحرير"]


def test_who_preached_signs() -> None:
    line = "<p>ألقاها: هاني الشريف بتاريخ: 05 ديسمبر 2008 · 0 تعليقات · 612 قراءات</p>"
    assert names(parse(line)) == ["هاني الشريف"]


def test_the_trade_below_a_name_is_no_second_author() -> None:
    article = parse("<div><div>ليلى حسن</div><div>محررة الشؤون الثقافية</div><div>12 مارس 2024</div></div>")
    assert [(author.name, author.job_title) for author in article.authors] == [("ليلى حسن", "محررة الشؤون الثقافية")]
    assert names(parse("<p>محررة الشؤون الثقافية</p><p>12 مارس 2024</p>")) == ["محررة الشؤون الثقافية"]


def test_a_desk_between_day_and_counts_signs() -> None:
    assert names(parse("<p>12/03/2024 | المركز الإعلامي | عدد المشاهدات: 340</p>")) == ["المركز الإعلامي"]
