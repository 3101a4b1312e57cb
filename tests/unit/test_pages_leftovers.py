"""What systems print between the paragraphs of an article, and messages of a site in its place."""

from __future__ import annotations

import pytest

import arnews
from arnews.roles import Role

TITLE = "البلدية تفتتح الجسر الجديد فوق النهر"
TEXTS = (
    "افتتحت البلدية صباح أمس الجسر الجديد فوق النهر، وحضر الحفل عدد كبير من سكان الأحياء القريبة ومن ضيوف المدينة.",
    "وقال رئيس البلدية إن الجسر يخفف الزحام عن وسط المدينة، وإن العمل فيه استمر عامين كاملين بلا توقف في الشتاء.",
    "وأضاف أن الجسر يفتح أمام السيارات طوال اليوم، وأن الشاحنات الكبيرة تمر عليه في ساعات الليل وحدها.",
)
BODY = "\n\n".join(TEXTS)
SITE = "صحيفة المثال"


def page(main: str, *, title: str = TITLE, head: str = "") -> arnews.Article:
    """Parse a page with a menu, its main part, and a footer."""
    menu = "".join(f'<li><a href="/s/{i}">{name}</a></li>' for i, name in enumerate(("سياسة", "رياضة", "فنون")))
    return arnews.parse_html(
        f"<html><head><title>{title} - {SITE}</title>{head}</head><body><ul>{menu}</ul>{main}"
        f"<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"
    )


def between(line: str) -> arnews.Article:
    """Parse a page that has a line between its paragraphs."""
    return page(f"<h1>{TITLE}</h1><div><p>{TEXTS[0]}</p><p>{TEXTS[1]}</p>{line}<p>{TEXTS[2]}</p></div>")


@pytest.mark.parametrize(
    "line",
    [
        "<p>- الإعلانات -</p>",
        "<div>— إعلان —</div>",
        "{mospagebreak}",
        "<p>{loadposition user7}</p>",
        '<p>[gallery ids="11,12"]</p>',
        "<p>[/caption]</p>",
        "<p>&lt;!--nextpage--&gt;</p>",
        "<blockquote><div>وهذا ما انتظره سكان الضفتين</div><div><a>اضغط للتوسيع...</a></div></blockquote>",
    ],
)
def test_labels_and_codes_between_paragraphs_are_none(line: str) -> None:
    paragraphs = [text for text in between(line).paragraphs if "الضفتين" not in text]
    assert paragraphs == list(TEXTS)


@pytest.mark.parametrize("heading", ["المحتويات", "في هذا المقال", "جدول المحتويات"])
def test_a_table_of_contents_is_no_list_of_other_articles(heading: str) -> None:
    names = ("من دفع ثمن الجسر الجديد؟", "متى يفتح الجسر أمام الشاحنات؟")
    contents = "".join(f'<a href="#part{i}">{name}</a>' for i, name in enumerate(names))
    lead = "بعد عامين من العمل يعبر سكان الضفتين النهر على أقدامهم أول مرة. فماذا يعني ذلك للمدينة؟"
    chapters = "".join(
        f'<h2 id="part{i}">{name}</h2><p>{text}</p>'
        for i, (name, text) in enumerate(zip(names, TEXTS[1:], strict=True))
    )
    box = f"<div><div>{heading}</div><div>{contents}</div></div>"
    article = page(f"<h1>{TITLE}</h1><div><p>{lead}</p>{box}{chapters}</div>")
    assert article.body == "\n\n".join((lead, names[0], TEXTS[1], names[1], TEXTS[2]))
    assert [s.role for s in article.segments if s.text == heading] == [Role.NAVIGATION]


@pytest.mark.parametrize(
    "line", ["كُتبت في المرفأ القديم، تشرين الثاني 2016", "أُجري الحوار في المرفأ يوم 4 أيار 2019، وحُرر للاختصار."]
)
def test_a_line_below_the_text_says_where_it_was_written(line: str) -> None:
    article = page(f"<h1>{TITLE}</h1><div>{''.join(f'<p>{text}</p>' for text in TEXTS)}<p><em>{line}</em></p></div>")
    assert article.body == BODY


def test_a_page_that_refuses_its_visitor_has_no_body() -> None:
    lines = (
        "أنت غير مسجل دخولك أو أنك لا تملك الصلاحية لعرض هذه الصفحة. يمكن أن يكون ذلك لأحد الأسباب التالية:",
        "ليس لديك الصلاحية لعرض هذه الصفحة، فهل تحاول الوصول إلى صفحات الإدارة؟",
    )
    form = "<form><p>اسم المستخدم:</p><p>كلمة المرور:</p></form>"
    text = "".join(f"<li>{line}</li>" for line in lines)
    article = page(
        f"<table><tr><td>منتدى الضفة</td></tr><tr><td><ol>{text}</ol></td></tr></table>{form}", title="منتدى الضفة"
    )
    assert article.body == ""
