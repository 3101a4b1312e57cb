"""Dates of pages: printed and stated ones made one, the fullest true date wins."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, codes, html, iso, json_ld, parse


def dated(published: str, modified: str | None = None) -> str:
    changed = f', "dateModified": "{modified}"' if modified else ""
    return json_ld(f'{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "{published}"{changed}}}')


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024-02-12T10:00:00+03:00", "2024-02-12T10:00:00+03:00"),
        ("٢٠٢٤-٠٢-١٢T١٠:٠٠:٠٠+٠٣:٠٠", "2024-02-12T10:00:00+03:00"),
        ("2024-02-12 10:00:00", "2024-02-12T10:00:00"),
        ("2024-02-12T00:00:00", "2024-02-12"),
        ("Mon, 12 Feb 2024 10:00:00 GMT", "2024-02-12T10:00:00+00:00"),
        ("12 شباط 2024", "2024-02-12"),
        ("لا تاريخ", None),
        ("", None),
    ],
)
def test_a_stated_date(stated: str, expected: str | None) -> None:
    assert iso(parse(head=dated(stated)).date_published) == expected


def test_the_fullest_true_date() -> None:
    head = dated("2024-02-12T07:00:30Z")
    assert iso(parse("<div>12 شباط 2024</div>", head=head).date_published) == "2024-02-12T07:00:30+00:00"
    # The printed clock tells the same moment.
    local = parse("<div>12 شباط 2024 10:00</div>", head=head)
    assert iso(local.date_published) == "2024-02-12T07:00:30+00:00"
    assert codes(local) == set()
    # Near midnight the day in UTC is another one.
    night = parse("<div>13 شباط 2024 00:30</div>", head=dated("2024-02-12T21:30:00Z"))
    assert iso(night.date_published) == "2024-02-13T00:30+03:00"
    assert codes(night) == set()


def test_a_distance_says_less_than_a_date() -> None:
    assert iso(parse("<div>منذ 3 ساعات</div>", head=dated("2024-02-12T10:00:00+03:00")).date_published) == (
        "2024-02-12T10:00:00+03:00"
    )


def test_a_contradiction_is_an_issue() -> None:
    article = parse("<div>نشر في 12 شباط 2024</div>", head=dated("2023-05-01T10:00:00Z"))
    assert iso(article.date_published) == "2024-02-12"
    assert codes(article) == {"date-conflict"}


def test_modified_before_published() -> None:
    article = parse(head=dated("2024-02-12T10:00:00Z", "2024-02-11T10:00:00Z"))
    assert codes(article) == {"modified-before-published"}
    weak = parse(
        "<div>12 شباط 2024 20:29</div>", head='<meta name="last-modified" content="Mon, 12 Feb 2024 10:43:00 GMT">'
    )
    assert weak.date_modified is None


def test_the_clock_of_the_masthead_is_no_date_of_the_article() -> None:
    page = html("<div>12 شباط 2024</div>").replace("<div class='top'>", "<div class='top'><p>20 آذار 2024 17:55</p>")
    assert iso(arnews.parse_html(page).date_published) == "2024-02-12"


def test_the_long_form_of_an_abbreviation() -> None:
    line = "<div><abbr class='published' title='2013-09-27T02:09:00+02:00'>2:09 AM</abbr></div>"
    assert iso(parse(line).date_published) == "2013-09-27T02:09:00+02:00"


def test_dates_of_teasers_are_none_of_the_article() -> None:
    teasers = (
        "<div class='r'><h3>مقالات مشابهة</h3>"
        "<ul><li><a href='/n/1'>وزارة النقل تعلن مواعيد الحافلات الجديدة</a> <span>21/12/2015 12:40</span></li>"
        "<li><a href='/n/2'>اتحاد الناشرين ينتخب مجلسا جديدا لإدارته</a> <span>07/12/2015 15:59</span></li></ul></div>"
    )
    article = parse(teasers, head='<meta property="article:published_time" content="2016-02-08T11:46:53+00:00">')
    assert iso(article.date_published) == "2016-02-08T11:46:53+00:00"


def test_one_moment_on_two_clocks() -> None:
    line = "الخميس 30/5/1437 هـ - الموافق 10/3/2016 م (آخر تحديث) الساعة 15:50 (مكة المكرمة)، 12:50 (غرينتش)"
    article = parse(f"<div>{line}</div>")
    assert iso(article.date_published) == "2016-03-10"
    assert iso(article.date_modified) == "2016-03-10T15:50+03:00"


def test_both_calendars() -> None:
    article = parse("<div>الاثنين / 2 / 5 / 1438 هـ</div><div>الاثنين 30 يناير 2017 02:53</div>")
    assert article.date_published is not None
    assert iso(article.date_published) == "2017-01-30T02:53"
    assert article.date_published.hijri is not None
    assert (article.date_published.hijri.year, article.date_published.hijri.month) == (1438, 5)


TABLE = "<table><tr><td><font size=5><b>{}</b></font></td></tr>{}<tr><td>{}</td></tr></table>"
"""A page of tables, whose markup says nothing of its lines."""
STANDFIRST = "افتتح وزير الثقافة معرض الكتاب خلال زيارة إلى المدينة القديمة، موضحا أن الدخول متاح للجميع."


@pytest.mark.parametrize("day", ["السبت 18 أيار 2024", "نشر في: 18 أيار 2024", "السبت، 18 مايو 2024"])
def test_a_date_between_standfirst_and_lead_dates_the_article(day: str) -> None:
    rows = "".join(f"<tr><td>{line}</td></tr>" for line in (STANDFIRST, "كتبت - مريم الزين", day))
    article = arnews.parse_html(f"<title>{TITLE}</title>" + TABLE.format(TITLE, rows, "<br><br>".join(BODY)))
    assert iso(article.date_published) == "2024-05-18"
    assert day not in article.body


def test_days_that_head_entries_stay_in_the_text() -> None:
    days = ("18 أيار 2024", "19 أيار 2024", "20 أيار 2024")
    entries = "<br><br>".join(f"يوم {day}<br><br>{text}" for day, text in zip(days, BODY, strict=True))
    article = arnews.parse_html(f"<title>{TITLE}</title>" + TABLE.format(TITLE, "", f"{STANDFIRST}<br><br>{entries}"))
    assert all(day in article.body for day in days)


def test_a_day_between_menu_and_title_is_that_of_the_article_where_the_clock_is_above_the_menu() -> None:
    menu = "".join(f'<li><a href="/s/{i}">{word}</a></li>' for i, word in enumerate(("سياسة", "اقتصاد", "رياضة")))
    stale = "<meta name='DC.date' content='2008-01-01'>"
    page = html(head=stale, above="<div>26. فبراير 2010 - 15:22</div>")
    page = page.replace("<body>", f"<body><div>الإثنين 1 مارس 2010</div><ul>{menu}</ul>")
    assert iso(arnews.parse_html(page).date_published) == "2010-02-26T15:22"


def test_a_day_beside_a_picture_is_no_caption() -> None:
    line = "<div><img src='/large/1.jpg' width=600><div>Tuesday, May 17, 2011 9:41 AM | عدد القراءات (277)</div></div>"
    article = parse(line)
    assert iso(article.date_published) == "2011-05-17T09:41"
    assert all(image.caption is None for image in article.images)


LATEST = "".join(
    f"<div class=latest><a href='/a/{n}'>عنوان خبر آخر من أخبار الموقع رقم {n}</a><p>1{n}/10/2016</p></div>"
    for n in range(3)
)


def test_a_day_right_above_the_title_comes_before_those_of_a_list_above_it() -> None:
    page = html(above="<p>كتبت: ليلى حسن</p><p>5 آب 2016</p>").replace("<body>", f"<body>{LATEST}")
    assert iso(arnews.parse_html(page).date_published) == "2016-08-05"


def test_a_day_with_a_label_comes_before_one_above_the_title_that_has_none() -> None:
    line = "<p>من: ليلى حسن، مراسلة الموقع | تاريخ النشر: 17/07/2012 14:05 | عدد المشاهدات: 9881</p>"
    assert iso(parse(line, above=f"{LATEST}<p>3/7/2012</p>").date_published) == "2012-07-17T14:05"


def test_a_label_inside_a_line_of_numbers_above_the_title() -> None:
    line = "<div class=menu>رمز الخبر: 318842 - تاريخ النشر: 07 أبريل 2019 - 14:22 محليات</div>"
    assert iso(parse(above=line).date_published) == "2019-04-07T14:22"
