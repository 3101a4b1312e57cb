"""The date of publication on a page of a system that nobody has seen."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, iso, parse

MENU = "".join(f"<li><a href=/n/{n}>عنوان خبر آخر من أخبار الموقع رقم {n}</a></li>" for n in range(4))


def published(article: arnews.Article) -> str | None:
    """Return the date of publication as ISO 8601."""
    return iso(article.date_published)


def test_place_agency_day_and_counts_in_one_line() -> None:
    line = "<p><span>الإسكندرية - أ ش أ</span> <span>26-3-2011 | 15:07</span> <span>عدد القراءات 4301</span></p>"
    assert published(parse(line)) == "2011-03-26T15:07"


def test_the_day_between_outlet_and_section() -> None:
    pane = "<div><span>الراصد</span> <span>2013-05-21</span> <span>محليات</span></div><div>اختناقات تدخل أسبوعها</div>"
    article = parse(above=pane)
    assert published(article) == "2013-05-21"
    assert article.sections == ("محليات",)


def test_an_address_in_front_of_the_day_is_no_other_article() -> None:
    head = "<b>رؤوف النقاش</b><br><a href='mailto:nashra%40lists.example.org'>nashra at lists.example.org</a><br>"
    assert published(parse(f"{head}<i>2006-02-12 19:04</i>")) == "2006-02-12T19:04"


def test_the_day_beside_the_article_is_its_own() -> None:
    aside = "<div class=side><div><span>دائرة الاتصال</span></div><time>2 آب 2023</time></div>"
    assert published(parse(below=aside)) == "2023-08-02"
    more = f"<div class=side><h6>اقرأ أيضا</h6><ul>{MENU}</ul></div>"
    assert published(parse(below=f"{more}{aside}")) is None


def test_the_way_in_which_american_servers_print_tells_month_and_day() -> None:
    assert iso(arnews.parse_date("11/5/2006 1:20:00 PM")) == "2006-11-05T13:20:00"
    assert iso(arnews.parse_date("11/05/2006 1:20:00 PM")) == "2006-05-11T13:20:00"
    assert iso(arnews.parse_date("11/5/2006 1:20 PM")) == "2006-05-11T13:20"
    assert iso(arnews.parse_date("25/5/2006 1:20:00 PM")) == "2006-05-25T13:20:00"


def test_a_link_that_is_a_day_below_the_text() -> None:
    notes = "<div><a href=/post/318>Sep 19th, 2012</a> <a href=#notes>37 notes</a></div>"
    page = f"<html><body><article><h1>{TITLE}</h1><p>{'</p><p>'.join(BODY)}</p>{notes}</article></body></html>"
    assert published(arnews.parse_html(page)) == "2012-09-19"
    days = "".join(f"<li><a href=/post/{n}>Sep {n}th, 2012</a></li>" for n in range(11, 15))
    page = f"<html><body><article><h1>{TITLE}</h1><p>{'</p><p>'.join(BODY)}</p><ul>{days}</ul></article></body></html>"
    assert published(arnews.parse_html(page)) is None


@pytest.mark.parametrize(
    ("line", "day", "change"),
    [
        ("17-04-2001 / 14:20 غ", "2001-04-17T14:20+00:00", None),
        ("17.04.2001, 14:20 Uhr", "2001-04-17T14:20", None),
        ("Publié le 17/04/2001 à 14:20", "2001-04-17T14:20", None),
        ("Publié le 17 avril 2001 - Mis à jour le 18 avril 2001", "2001-04-17", "2001-04-18"),
        ("أُرسلت: الثلاثاء 17 أبريل 2001", "2001-04-17", None),
    ],
)
def test_forms_of_other_countries(line: str, day: str, change: str | None) -> None:
    article = parse(f"<div>{line}</div>")
    assert (published(article), iso(article.date_modified)) == (day, change)
