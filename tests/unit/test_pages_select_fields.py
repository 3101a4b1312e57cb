"""What a selector chose holds for the fields, too: names, addresses, pictures and links inside it, and for no other.

Each page has a value that the general road does not find, or takes for another field.
"""

from __future__ import annotations

import pytest

from arnews import Article, Outlet, Parser, Role

URL = "https://port.example/news/1"
TITLE = "<title>افتتاح الرصيف الجديد في الميناء</title><h1>افتتاح الرصيف الجديد في الميناء</h1>"
BODY = """<div class=txt><p>افتتحت هيئة الموانئ أمس الرصيف الجديد، وحضر الافتتاح جمع كبير من الناس والمسؤولين.</p>
<p>وقال المدير إن الرصيف يستقبل ألف سفينة في العام، وإن العمل فيه استغرق ثلاثة أعوام كاملة.</p></div>"""
OTHERS = "<ul class=more><li><a href=/2>أسعار السمك ترتفع في الأسواق</a><li><a href=/3>رحلات جديدة إلى الجزر</a></ul>"


def _read(page: str, **select: str) -> Article:
    roles = {Role(role): css for role, css in select.items()}
    return Parser(outlets=[Outlet(name="صوت الميناء", domains=("port.example",), select=roles)]).parse_html(
        page, url=URL
    )


def test_links_inside_a_chosen_byline_are_the_authors() -> None:
    page = TITLE + BODY + "<div class=zz>قلم <a href=/x/7>نادي البحر</a> و<a href=/x/8>ليلى حسن</a> قراءة 5 دقائق</div>"
    assert [author.name for author in _read(page).authors] != ["نادي البحر", "ليلى حسن"]
    authors = _read(page, byline=".zz").authors
    assert [(author.name, author.url) for author in authors] == [
        ("نادي البحر", "https://port.example/x/7"),
        ("ليلى حسن", "https://port.example/x/8"),
    ]


def test_a_chosen_byline_wins_over_another_one() -> None:
    page = TITLE + "<p class=byline>بقلم سمير علي</p>" + BODY + "<div class=zz>نادي البحر</div>"
    assert [author.name for author in _read(page).authors] == ["سمير علي"]
    assert [author.name for author in _read(page, byline=".zz").authors] == ["نادي البحر"]


def test_each_line_of_chosen_bylines_is_an_author() -> None:
    page = TITLE + "<div class=zz><div>نادي البحر</div><div>اتحاد الصيادين</div></div>" + BODY
    assert [author.name for author in _read(page, byline=".zz").authors] == ["نادي البحر", "اتحاد الصيادين"]


def test_a_link_inside_a_chosen_source_is_its_address() -> None:
    page = TITLE + BODY + "<div class=zz><a href=https://x.com/port/status/1>مرصد الموج</a></div>"
    assert _read(page).source is None
    source = _read(page, source=".zz").source
    assert source is not None
    assert (source.name, source.url) == ("مرصد الموج", "https://x.com/port/status/1")


def test_a_link_inside_a_chosen_section_is_one() -> None:
    page = TITLE + BODY + "<div class=zz><a href=/tag/sea>شؤون البحر</a></div>"
    assert "شؤون البحر" not in _read(page).sections
    found = _read(page, section=".zz")
    assert (found.sections, found.keywords) == (("شؤون البحر",), ())


def test_a_chosen_section_counts_beside_a_breadcrumb() -> None:
    way = "<div class=breadcrumb><a href=/>الرئيسية</a> » <a href=/c/n>أخبار الأسبوع</a></div>"
    page = way + TITLE + "<div class=zz><a href=/c/s>شؤون البحر</a></div>" + BODY
    assert _read(page).sections == ("أخبار الأسبوع",)
    assert _read(page, section=".zz").sections == ("أخبار الأسبوع", "شؤون البحر")


def test_a_picture_inside_a_chosen_caption_is_of_the_article() -> None:
    page = TITLE + BODY + OTHERS + "<div class=zz><img src=/logo/1.jpg><p>السفينة الأولى عند الرصيف</p></div>"
    assert _read(page).images == ()
    (image,) = _read(page, caption=".zz").images
    assert (image.url, image.caption) == ("https://port.example/logo/1.jpg", "السفينة الأولى عند الرصيف")


def test_a_picture_alone_in_a_chosen_element_is_one() -> None:
    page = TITLE + "<div class=zz><img src=/banner-1.jpg></div>" + BODY
    assert _read(page).images == ()
    assert [image.url for image in _read(page, caption=".zz").images] == ["https://port.example/banner-1.jpg"]


def test_links_inside_chosen_tags_are_tags_wherever_they_lead() -> None:
    page = TITLE + BODY + "<div class=zz><a href=/category/sea>بحر</a> <a href=/category/port>موانئ</a></div>"
    assert _read(page).keywords == ()
    found = _read(page, tags=".zz")
    assert (found.keywords, found.sections) == (("بحر", "موانئ"), ())


def test_chosen_tags_win_over_others() -> None:
    page = TITLE + BODY + "<div class=tags><a href=/tag/1>أسماك</a></div><div class=zz><a href=/q/1>بحر</a></div>"
    assert _read(page, tags=".zz").keywords == ("بحر",)


@pytest.mark.parametrize("role", ["share", "promo", "ad"])
def test_nothing_inside_chosen_boilerplate_is_a_value(role: str) -> None:
    links = "<a href=/tag/sea rel=tag>بحر</a> <a href=/category/port>موانئ</a> <a rel=author href=/x/7>ليلى حسن</a>"
    page = TITLE + BODY[:-6] + f"<div class=zz>{links}<img src=/1.jpg></div></div>"
    before = _read(page)
    assert before.keywords or before.sections
    assert before.images
    found = _read(page, **{role: ".zz"})
    assert (found.keywords, found.sections, found.authors, found.images) == ((), (), (), ())


def test_a_chosen_date_is_not_that_of_a_teaser() -> None:
    page = TITLE + BODY + OTHERS + "<div class=zz>12 مارس 2024</div>"
    assert _read(page).date_published is None
    found = _read(page, timestamp=".zz").date_published
    assert found is not None
    assert found.isoformat() == "2024-03-12"


def test_a_chosen_related_item_is_one_of_one_word() -> None:
    page = TITLE + BODY + "<div class=zz><a href=/2>الأعاصير</a></div>"
    assert _read(page).related == ()
    assert [(link.text, link.url) for link in _read(page, related_item=".zz").related] == [
        ("الأعاصير", "https://port.example/2")
    ]
