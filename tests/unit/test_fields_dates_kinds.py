"""Dates that are near an article and are not its date of publication, and those that are."""

from __future__ import annotations

import datetime as dt

import pytest

import arnews
from arnews.reading.http import header_length
from tests.unit.small_pages import BODY, TITLE, codes, html, iso, parse

OTHER = [
    "تاريخ اليوم: 7 آب 2024",
    "ينتهي الاكتتاب في 7 آب 2031",
    "آخر موعد للاعتراض: 7 آب 2031",
    "تاريخ الميلاد: 7 آب 1961",
    "موعد المباراة: 7 آب 2031",
    "عضو منذ 7 آب 2011",
    "آخر زيارة: 7 آب 2024",
    "تاريخ الطباعة: 7 آب 2024",
]


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize("line", OTHER)
def test_a_date_of_something_else_is_no_publication(line: str) -> None:
    assert parse(f"<div class='meta'>{line}</div>").date_published is None


def test_a_label_in_the_line_above_speaks_of_its_date() -> None:
    assert parse("<dl><dt>تاريخ الفعالية:</dt><dd>7 آب 2031</dd></dl>").date_published is None
    assert iso(parse("<dl><dt>تاريخ النشر:</dt><dd>7 آب 2024</dd></dl>").date_published) == "2024-08-07"


def test_words_of_sections_do_not_take_a_date_away() -> None:
    assert iso(parse("<div class='meta'>نشر اليوم 7 آب 2024</div>").date_published) == "2024-08-07"
    assert iso(parse("<div class='meta'>الحدث - 7 آب 2024</div>").date_published) == "2024-08-07"


def test_the_day_above_the_menu_is_the_site_s() -> None:
    menu = "الرئيسية\nمحليات\nرياضة\nثقافة"
    above = f"صحيفة المثال\nالأربعاء 7 آب 2024\n{menu}\n{TITLE}\n"
    assert arnews.parse_text(above + "\n".join(BODY)).date_published is None
    dated = arnews.parse_text(above + "نشر في 5 آب 2024\n" + "\n".join(BODY))
    assert iso(dated.date_published) == "2024-08-05"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024-08-07T10:00:00+03", "2024-08-07T10:00:00+03:00"),
        ("20240807T100000Z", "2024-08-07T10:00:00+00:00"),
        ("20240807100000", "2024-08-07T10:00:00"),
        ("1970-01-01T00:00:00+00:00", None),
        ("1970-01-01T03:00:00+03:00", None),
        ("0001-01-01T00:00:00", None),
    ],
)
def test_stamps_of_machines(stated: str, expected: str | None) -> None:
    assert iso(parse(head=meta("article:published_time", stated)).date_published) == expected


def test_the_zero_of_the_clock_is_not_printed_either() -> None:
    assert parse("<div class='meta'>1 يناير 1970</div>").date_published is None


def test_metadata_settle_the_order_of_day_and_month() -> None:
    article = parse(
        "<div class='meta'>08/07/2024</div>", head=meta("article:published_time", "2024-08-07T10:00:00+03:00")
    )
    assert iso(article.date_published) == "2024-08-07T10:00:00+03:00"
    assert "date-conflict" not in codes(article)
    # What cannot be the same day stays a conflict.
    other = parse(
        "<div class='meta'>08/07/2024</div>", head=meta("article:published_time", "2024-03-01T10:00:00+03:00")
    )
    assert iso(other.date_published) == "2024-07-08"
    assert "date-conflict" in codes(other)


def test_a_date_after_the_page_was_fetched_is_an_issue() -> None:
    fetched = dt.datetime(2024, 5, 1)
    stated = arnews.parse_html(html(head=meta("article:published_time", "2099-01-01T10:00:00Z")), fetched_at=fetched)
    printed = arnews.parse_text(f"{TITLE}\nنشر في 7 آب 2031\n" + "\n".join(BODY), fetched_at=fetched)
    for article in (stated, printed):
        assert article.date_published is None
        assert "date-in-future" in codes(article)


def test_the_header_of_an_answer_is_no_part_of_the_page() -> None:
    header = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nDate: Mon, 01 Jan 2024 00:00:00 GMT\r\n\r\n"
    for page in (header + html(), (header + html()).encode()):
        article = arnews.parse(page)
        assert article.date_published is None
        assert article.headline == TITLE
    assert header_length("قال: نعم\n\n<p>") == 0


@pytest.mark.parametrize("name", ["Last-Modified", "Expires", "last-modified"])
def test_a_line_of_a_header_left_in_a_text_dates_nothing(name: str) -> None:
    article = arnews.parse_text(f"{TITLE}\n{name}: Mon, 12 Feb 2024 10:00:00 GMT\n" + "\n".join(BODY))
    assert (article.date_published, article.date_modified) == (None, None)
    shown = arnews.parse_text(f"{TITLE}\nLast modified: 12 Feb 2024\n" + "\n".join(BODY))
    assert iso(shown.date_modified) == "2024-02-12"


def test_the_title_of_a_flattened_page_is_no_label_of_the_day_after_it() -> None:
    text = "المعلمون يعلنون الدخول في إضراب شامل ابتداء من الأحد    28 نوفمبر، 2022    فيسبوك تويتر    "
    text += "أعلنت لجنة المعلمين الدخول في إضراب شامل عن العمل بجميع المدارس، وذلك احتجاجا على تأخر الرواتب.    "
    text += "وقالت اللجنة في بيان صحفي إن الوزارة ظلت تماطل منذ أغسطس الماضي، وإن ما تم صرفه لا يكفي."
    assert iso(arnews.parse_text(text).date_published) == "2022-11-28"


@pytest.mark.parametrize(
    "label",
    ["آخر أجل للترشيح", "آخر يوم للتسجيل:", "موعد الندوة:", "تنطلق الدورة في", "ابتداء من", "تاريخ الاسترجاع:"],
)
def test_the_day_of_something_else_is_not_that_of_publication(label: str) -> None:
    text = "افتتاح معرض الكتاب الدولي في المدينة القديمة"
    body = "افتتح وزير الثقافة أمس معرض الكتاب الدولي في المدينة القديمة، وحضر الافتتاح جمهور كبير من القراء."
    assert arnews.parse_text(f"{text}\n{label} 15 أبريل 2025\n{body}\n{body}").date_published is None


def test_the_number_of_an_issue_between_the_day_and_the_menu_of_a_page() -> None:
    top = "<div><span>الخميس ، 6 نوفمبر 2025</span><div>العدد 17211</div></div>"
    menu = "".join(f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(("الرئيسية", "محليات", "اقتصاد")))
    page = html(above=f"<header>{top}<nav><ul>{menu}</ul></nav></header>")
    assert arnews.parse_html(page).date_published is None


def test_the_label_in_front_of_an_element_for_times_says_which_time_it_is() -> None:
    foot = "<footer>آخر تعديل: <time datetime='2024-01-19T16:30:00+01:00'>2024/01/19 16:30</time></footer>"
    article = arnews.parse_html(html(below=foot))
    assert article.date_published is None
    assert iso(article.date_modified) == "2024-01-19T16:30:00+01:00"


def test_the_only_day_of_a_page_is_no_update() -> None:
    day = "<time class='entry-date updated' datetime='2023-11-05T07:45:00+01:00'>نوفمبر 5, 2023</time>"
    article = arnews.parse_html(html(f"<div>{day}</div>"))
    assert (iso(article.date_published), article.date_modified) == ("2023-11-05T07:45:00+01:00", None)
