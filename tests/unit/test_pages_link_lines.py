"""Lines that are links: labels before titles of other articles, what heads links, sentences outside the article."""

from __future__ import annotations

import pytest

import arnews
from arnews.labeling.pieces import make
from arnews.labeling.structure import propose_by_structure
from arnews.roles import Role

TITLE = "البلدية تفتتح الجسر الجديد فوق النهر"
TEXTS = (
    "افتتحت البلدية صباح أمس الجسر الجديد فوق النهر، وحضر الحفل عدد كبير من سكان الأحياء القريبة ومن ضيوف المدينة.",
    "وقال رئيس البلدية إن الجسر يخفف الزحام عن وسط المدينة، وإن العمل فيه استمر عامين كاملين بلا توقف في الشتاء.",
    "وأضاف أن الجسر يفتح أمام السيارات طوال اليوم، وأن الشاحنات الكبيرة تمر عليه في ساعات الليل وحدها.",
)
SITE = "صحيفة الضفة - الصفحة الرئيسية"
OTHERS = ("ورشة لترميم القوارب القديمة", "سباق للزوارق في آخر الأسبوع", "معرض لصور المدينة قبل قرن")
HEAD = f"<title>{TITLE} - {SITE}</title><h1>{TITLE}</h1>"


def test_a_label_and_the_linked_title_of_another_article_are_no_paragraph() -> None:
    other = f'<p>كتبنا سابقا: <a href="/news/7">{OTHERS[0]}</a></p>'
    told = f'<p>وقالت البلدية على موقعها: <a href="https://city.example/8">{OTHERS[1]}</a></p>'
    half = "".join(f"<p>{text}</p>" for text in TEXTS[:2])
    article = arnews.parse_html(f"{HEAD}<div>{half}{other}{told}<p>{TEXTS[2]}</p></div>")
    roles = {segment.text: segment.role for segment in article.segments}
    assert roles[f"كتبنا سابقا: {OTHERS[0]}"] is Role.RELATED_ITEM
    assert OTHERS[1] in (article.body or "")


def test_the_last_line_of_the_text_does_not_head_links_outside_of_it() -> None:
    last = "ويعود الفريق إلى التدريب مساء الأحد"
    lines = "<br><br>".join((*TEXTS, last))
    links = "".join(f'<li><a href="/news/{number}">{name}</a></li>' for number, name in enumerate(OTHERS))
    article = arnews.parse_html(f"{HEAD}<div>{lines}</div><ul>{links}</ul>", url="https://example.com/n/9")
    assert (article.body or "").endswith(last)


@pytest.mark.parametrize(("outside", "role"), [(False, Role.BODY), (True, None)])
def test_a_sentence_outside_the_article_does_not_resume_it(outside: bool, role: Role | None) -> None:
    """Below the article the page prints the beginning of the next one: its sentences begin with «and», too."""
    lines = (*TEXTS, OTHERS[0], "ولم تعلق إدارة الموانئ على هذه الشكاوى حتى الآن.", TEXTS[0])
    pieces = [make(200 * number, line) for number, line in enumerate(lines)]
    pieces[-3].assign(Role.RELATED_ITEM, "page.link")
    pieces[-2].outside = outside
    propose_by_structure(pieces, of_page=True)
    assert pieces[-2].role is role
