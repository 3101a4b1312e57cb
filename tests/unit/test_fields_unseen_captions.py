"""Captions and the description on a page of a system that nobody has seen."""

from __future__ import annotations

import arnews
from tests.unit.small_pages import BODY, TITLE, parse

TEXT = f"<p>{'</p><p>'.join(BODY)}</p>"
SHOWN = "سقاية الحي البرتغالي كما كانت سنة 1931"


def captions(article: arnews.Article) -> list[str]:
    """Return the captions of an article."""
    return [image.caption for image in article.images if image.caption]


def test_a_line_alone_with_a_picture_in_a_box_is_its_caption() -> None:
    box = f"<div class=content-view-embed><div><img src=/s.jpg></div><div><p>{SHOWN}</p></div></div>"
    assert captions(parse(box)) == [SHOWN]
    hero = f"<div class=hero><img src=/s.jpg><div class=hero-cap>{SHOWN}</div></div>"
    assert captions(parse(above=hero)) == [SHOWN]


def test_a_legend_after_a_picture_is_its_caption() -> None:
    legend = (
        f"<div class=field--name-field-image><img src=/s.jpg></div><div class=field--name-field-legend>{SHOWN}</div>"
    )
    assert captions(parse(legend)) == [SHOWN]


def test_a_gallery_below_the_text() -> None:
    lines = ("أطفال يجمعون التوت بملاءة بيضاء", "جذع الشجرة محفور بأسماء الجيران", "دكان الحلاق كما تركه صاحبه")
    items = "".join(
        f"<div><a href=/g/{n}.jpg><img src=/g/{n}.jpg></a><span>{x}</span></div>" for n, x in enumerate(lines)
    )
    assert captions(parse(below=f"<div class=gallery>{items}</div>")) == list(lines)
    cards = "".join(f"<div><a href=/n/{n}><img src=/t/{n}.jpg>{x}</a></div>" for n, x in enumerate(lines))
    assert captions(parse(below=f"<h3>اقرأ أيضا</h3><div>{cards}</div>")) == []


def test_the_owner_of_a_picture_is_no_second_caption() -> None:
    figure = f"<figure><img src=/s.jpg><p>صدر الصورة، Getty Images</p><figcaption>{SHOWN}</figcaption></figure>"
    assert captions(parse(figure)) == [SHOWN]


def test_the_buttons_of_a_player_are_no_caption() -> None:
    player = "<div><video src=/v.mp4></video><div><span>تشغيل</span> <span>0:00</span> <span>2:47</span></div></div>"
    assert captions(parse(above=player)) == []


def test_what_ends_with_an_agency_in_brackets_is_a_caption() -> None:
    shown = "متطوعون يملؤون أكياس الرمل قرب السوق القديم (رويترز)"
    article = parse(f"<div class=player></div><img src=/s.jpg><p class=cp>{shown}</p><div>30/8/2021</div>")
    assert captions(article) == [shown]
    assert article.description is None


def test_the_summary_has_one_box() -> None:
    deck = "<h2 class=sub-title>عائلات تتوارث آلاف المخطوطات وترفض إيداعها في العاصمة</h2>"
    points = "<div class=field-summary><h3>ملخص</h3><p>تضم المدينة الصحراوية اثنتي عشرة مكتبة أهلية مفتوحة.</p></div>"
    article = parse(deck, "<p>ليلى حسن</p><p>17 يناير 2022</p>", points)
    assert article.description == "عائلات تتوارث آلاف المخطوطات وترفض إيداعها في العاصمة"


def test_the_summary_right_below_the_title_whatever_it_is_called() -> None:
    deck = "شركتان فقط رفعتا السعر في اللحظات الأخيرة، ومزارعون باعوا قبلها بيومين"
    head = f"<header><h1>{TITLE}</h1><h2 class='s-tagline'>{deck}</h2></header><div>31/10/2023</div>"
    article = arnews.parse_html(f"<html><head><title>{TITLE}</title></head><body>{head}{TEXT}</body></html>")
    assert article.description == deck
    aside = f"<h1>{TITLE}</h1><p>كتبت: ليلى حسن</p><p>31/10/2023</p><aside>{deck}</aside>"
    article = arnews.parse_html(f"<html><head><title>{TITLE}</title></head><body><article>{aside}{TEXT}</body></html>")
    assert article.description == deck
