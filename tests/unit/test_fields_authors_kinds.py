"""Who wrote an article, in every form that newspapers print, and what stands there and is nobody."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, json_ld, names, parse

NAME = "هاني الشريف"
SIGNED = [
    "بواسطة هاني الشريف",
    "أرسلت بواسطة هاني الشريف",
    "الكاتب: هاني الشريف",
    "رؤية: هاني الشريف",
    "المبعوث الخاص: هاني الشريف",
    "كتب: هاني الشريف @hani_sh",
    "هاني الشريف - hani@example.com",
    "كتب: هاني الشريف https://example.com/hani",
    "هاني الشريف — صحيفة المثال",
    "كتب: هاني الشريف راسل الكاتب",
    "By هاني الشريف",
    "作者 هاني الشريف",
]
NOBODY = ["اتصل الآن", "محتوى مدفوع", "اقبل", "راسلنا", "بواسطة: admin", "by administrator"]


@pytest.mark.parametrize("line", SIGNED)
def test_a_signature_is_read(line: str) -> None:
    for text in (f"{TITLE}\n{line}\n" + "\n".join(BODY), f"{TITLE}\n" + "\n".join(BODY) + f"\n{line}"):
        assert names(arnews.parse_text(text)) == [NAME]
    assert names(parse(f"<div class='byline'>{line}</div>")) == [NAME]


@pytest.mark.parametrize("line", NOBODY)
def test_buttons_and_accounts_are_nobody(line: str) -> None:
    for text in (f"{TITLE}\n{line}\n" + "\n".join(BODY), f"{TITLE}\n" + "\n".join(BODY) + f"\n{line}"):
        assert names(arnews.parse_text(text)) == []
    assert names(parse(f"<div class='byline'>{line}</div>")) == []


@pytest.mark.parametrize("desk", ["قسم الثقافة", "فريق الطقس", "وحدة البيانات", "المبعوث الخاص"])
def test_a_desk_signs(desk: str) -> None:
    assert names(parse(f"<div class='byline'>{desk}</div>")) == [desk]
    assert names(arnews.parse_text(f"{TITLE}\nبقلم: {desk}\n" + "\n".join(BODY))) == [desk]


@pytest.mark.parametrize("line", ["هاني الشريف Lv3", "Published 7 آب، 2024By هاني الشريف", "2 min read هاني الشريف"])
def test_neighbors_of_a_name_are_cut_on_pages(line: str) -> None:
    assert names(parse(f"<div class='byline'>{line}</div>")) == [NAME]


@pytest.mark.parametrize("line", ["3 min read", "Other Articles", "Pingbacks are open"])
def test_words_of_a_theme_are_no_authors(line: str) -> None:
    assert names(parse(f"<div class='author'>{line}</div>")) == []


def test_halves_of_a_stated_name() -> None:
    author = '{"@type": "Person", "givenName": "هاني", "familyName": "الشريف"}'
    head = json_ld(f'{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {author}}}')
    assert names(parse(head=head)) == [NAME]


def test_the_author_of_the_site_does_not_beat_that_of_the_article() -> None:
    head = "<meta property='article:author' content='هيئة التحرير'><meta name='author' content='هاني الشريف'>"
    assert names(parse("<div>هاني الشريف</div>", head=head, below="<footer>© هيئة التحرير</footer>")) == [NAME]


def test_stated_names_tell_a_printed_one_from_its_neighbors() -> None:
    head = "<meta name='author' content='هاني الشريف'>"
    assert names(parse("<div class='byline'>هاني الشريف أسعار السوق</div>", head=head)) == [NAME]


def test_two_links_are_two_authors() -> None:
    links = "<a href='/a/1'>هاني الشريف</a> <a href='/a/2'>ريم النجار</a>"
    assert names(parse(f"<div class='byline'>{links}</div>")) == [NAME, "ريم النجار"]


def test_a_degree_is_printed_as_the_page_prints_it() -> None:
    assert names(parse("<div class='byline'>د. ريم النجار</div>")) == ["د. ريم النجار"]


def test_a_press_contact_is_no_author() -> None:
    below = "<p>هاني الشريف، مدير الإعلام</p><p>هاتف: 0100 555 7 111</p>"
    assert NAME not in names(parse("<div class='byline'>قسم الثقافة</div>", below=below))


def test_what_a_foreign_word_parts_is_no_name_together() -> None:
    assert names(parse("<div class='byline'>نادي الأدب Club الثقافي</div>")) == ["نادي الأدب"]
    line = 'كاتبة /photos">صور الأرشيف'
    assert all(name in line for name in names(parse(f"<div class='byline'>{line}</div>")))
