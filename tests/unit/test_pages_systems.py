"""Pages of systems that say little by their markup: tables for layout, titles without headings, entries, sections."""

from __future__ import annotations

import arnews
from arnews.roles import Role

TITLE = "البلدية تفتتح الجسر الجديد فوق النهر"
TEXTS = (
    "افتتحت البلدية صباح أمس الجسر الجديد فوق النهر، وحضر الحفل عدد كبير من سكان الأحياء القريبة ومن ضيوف المدينة.",
    "وقال رئيس البلدية إن الجسر يخفف الزحام عن وسط المدينة، وإن العمل فيه استمر عامين كاملين بلا توقف في الشتاء.",
    "وأضاف أن الجسر يفتح أمام السيارات طوال اليوم، وأن الشاحنات الكبيرة تمر عليه في ساعات الليل وحدها.",
    "وأكد أن رسوم العبور لن تفرض على أحد قبل نهاية العام، وأن القرار النهائي يعود إلى مجلس المدينة المنتخب.",
)
BODY = "\n\n".join(TEXTS)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
SITE = "صحيفة الضفة - الصفحة الرئيسية"
OTHERS = ("ورشة لترميم القوارب القديمة", "سباق للزوارق في آخر الأسبوع", "معرض لصور المدينة قبل قرن", "دورة لتعليم السباحة")


def roles(article: arnews.Article) -> dict[str, Role]:
    """Return the role of each segment by its text."""
    return {segment.text: segment.role for segment in article.segments}


def table(*rows: str) -> str:
    """Return a table with one cell a row."""
    return "<table>" + "".join(f"<tr><td>{row}</td></tr>" for row in rows) + "</table>"


def old_page(*rows: str) -> str:
    """Return a page of an old system: tables side by side, no heading, the name of the site as the title."""
    links = table(*(f'<a href="/news/{number}.html">{name}</a>' for number, name in enumerate(OTHERS)))
    return (
        f"<html><head><title>{SITE}</title></head><body><table><tr><td>{links}</td><td>{table(*rows)}</td></tr></table>"
    )


def test_rows_of_a_table_for_layout_are_paragraphs_and_no_items_of_a_list() -> None:
    article = arnews.parse_html(old_page(f"<b>{TITLE}</b>", "12/3/2009", *TEXTS))
    assert (article.headline, article.body) == (TITLE, BODY)
