"""Selectors of an outlet decide: what they match has its role, and the body is what was chosen as body."""

from __future__ import annotations

import pytest

from arnews import Article, Outlet, Parser, Role, Rule

URL = "https://port.example/news/1"
PAGE = """<title>صوت الميناء</title>
<div class="hh">افتتاح الرصيف الجديد</div><b class="w">ليلى حسن</b>
<div class="txt"><p>افتتحت الهيئة الرصيف</p><span class="xx">شيء ما هنا</span>
<p>وحضر الافتتاح جمع كبير من الناس.</p></div>
<div>نص آخر طويل لا علاقة له بالخبر ويجب ألا يكون في المتن لأنه خارج العنصر الذي اختير.</div>"""


def _article(**select: str) -> Article:
    roles = {Role(role): css for role, css in select.items()}
    daily = Outlet(name="صوت الميناء", domains=("port.example",), select=roles)
    return Parser(outlets=[daily]).parse_html(PAGE, url=URL)


def test_the_body_is_what_was_chosen() -> None:
    article = _article(body="div.txt", share=".xx")
    assert article.paragraphs == ("افتتحت الهيئة الرصيف", "وحضر الافتتاح جمع كبير من الناس.")


def test_several_elements_make_one_body() -> None:
    assert _article(body=".txt p").paragraphs == ("افتتحت الهيئة الرصيف", "وحضر الافتتاح جمع كبير من الناس.")


def test_the_title_is_what_was_chosen() -> None:
    assert _article(headline=".hh").headline == "افتتاح الرصيف الجديد"


@pytest.mark.parametrize("role", ["byline", "share", "tags", "author_bio"])
def test_any_role_can_be_chosen(role: str) -> None:
    found = [segment for segment in _article(**{role: "b.w"}).segments if segment.rule == "outlet.select"]
    assert [(str(segment.role), segment.text) for segment in found] == [(role, "ليلى حسن")]


def test_what_is_chosen_as_byline_names_the_author() -> None:
    assert [author.name for author in _article(byline="b.w").authors] == ["ليلى حسن"]


def test_rules_of_an_outlet_hold_anywhere_in_a_page() -> None:
    rules = (
        Rule(id="port/wave", role=Role.PROMO, phrases=("موجة الميناء",)),
        Rule(id="port/deck", role=Role.NOTE, phrases=("تنويه الميناء",)),
    )
    page = f"""<h1>افتتاح الرصيف الجديد في الميناء</h1><p>افتتحت الهيئة الرصيف أمس، وحضر الافتتاح جمع كبير.</p>
    <div class="related">تنويه الميناء</div>{"<ul><li><a href=/1>خبر</a></li></ul>" * 60}<div>موجة الميناء</div>"""
    parser = Parser(outlets=[Outlet(name="صوت الميناء", domains=("port.example",), rules=rules)])
    found = {segment.text: segment.rule for segment in parser.parse_html(page, url=URL).segments}
    assert (found["موجة الميناء"], found["تنويه الميناء"]) == ("port/wave", "port/deck")
