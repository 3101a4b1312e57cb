"""Laws 7 and 11 on pages: more navigation changes no field; the body, parsed again, is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

import arnews
from arnews.reading.encoding import decode
from arnews.testing import (
    Surroundings,
    Written,
    WrittenPage,
    laws,
    page_laws,
    pages,
    related_lists,
    share_bars,
    surround,
    surroundings,
)

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "pages").glob("*.html"))
SECTIONS = ("الرئيسية", "محليات", "اقتصاد", "ثقافة", "رياضة", "اتصل بنا")
OTHERS = (
    "أسعار الخضار تتراجع في الأسواق الشعبية",
    "افتتاح مكتبة عامة في الحي القديم",
    "المنتخب يستعد لمباراة الإياب غدا",
    "أمطار متوقعة على الساحل مطلع الأسبوع",
)


def _links(texts: tuple[str, ...]) -> str:
    return "".join(f'<li><a href="/x/{number}">{text}</a></li>' for number, text in enumerate(texts))


AROUND = {
    "nav": Surroundings(f"<nav><ul>{_links(SECTIONS)}</ul></nav>", ""),
    "header": Surroundings(f"<header><ul>{_links(SECTIONS)}</ul></header>", ""),
    "aside": Surroundings("", f"<aside><h3>الأكثر قراءة</h3><ul>{_links(OTHERS)}</ul></aside>"),
    "footer": Surroundings("", f"<footer><ul>{_links(SECTIONS)}</ul><p>جميع الحقوق محفوظة</p></footer>"),
    "divs": Surroundings(f"<div><ul>{_links(SECTIONS)}</ul></div>", f"<div><ul>{_links(OTHERS)}</ul></div>"),
}


@given(pages(), surroundings())
def test_more_navigation(page: WrittenPage, around: Surroundings) -> None:
    page_laws.check_surroundings(page.html, surround(page.html, around))


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_more_navigation_around_the_examples(path: Path, around: Surroundings) -> None:
    page = decode(path.read_bytes()).text
    page_laws.check_surroundings(page, surround(page, around))


@given(pages(), share_bars() | related_lists())
def test_more_behind_the_article(page: WrittenPage, tail: Written) -> None:
    longer = page.with_tail(tail).html
    laws.check_fields(arnews.parse_html(page.html), arnews.parse_html(longer), f"above «{tail.text[:60]}»")


@given(pages())
def test_the_body_parsed_again(page: WrittenPage) -> None:
    body = arnews.parse_html(page.html).body
    assert arnews.parse_text(body).body == body
