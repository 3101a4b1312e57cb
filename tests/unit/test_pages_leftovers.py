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


@pytest.mark.parametrize("box", ["<blockquote><p>{}</p></blockquote>", '<div class="pull-quote"><span>{}</span></div>'])
@pytest.mark.parametrize("quote", ["إن الجسر يخفف الزحام عن وسط المدينة", "«العمل فيه استمر عامين كاملين»"])
def test_a_quotation_that_repeats_the_text_is_none_of_it(box: str, quote: str) -> None:
    assert between(box.format(quote)).body == BODY


@pytest.mark.parametrize("quote", ["عبرت النهر سباحة حين كنت صغيرا، وأعبره اليوم ماشيا.", "النهر لنا"])
def test_a_quotation_with_words_of_its_own_is_text(quote: str) -> None:
    assert quote in between(f"<blockquote><p>{quote}</p></blockquote>").body


PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
CITED = ("تقرير هيئة الأنهار عن جسور المدينة", "أرشيف صور الجسر القديم قبل هدمه")


@pytest.mark.parametrize(
    "heading", ["<h2>المصادر</h2>", '<h2>مراجع[<a href="/w?action=edit">عدل</a>]</h2>', "<p>هوامش:</p>"]
)
@pytest.mark.parametrize(
    "item", ['<a href="https://x.example/{}">{}</a>', '<a href="https://x.example/{}">{}</a> - مكتبة المدينة، 2019']
)
def test_a_list_of_references_is_none_of_the_body(heading: str, item: str) -> None:
    items = "".join(f"<li>{item.format(i, name)}</li>" for i, name in enumerate(CITED))
    article = page(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}{heading}<ol>{items}</ol></div>")
    assert article.body == BODY
    assert [s.role for s in article.segments if CITED[0] in s.text] == [Role.NOTE]


def test_a_list_without_links_below_a_heading_of_sources_stays() -> None:
    items = "<li>ماء النهر وحده يكفي نصف سكان المدينة.</li><li>ماء الآبار يكفي سكان القرى القريبة.</li>"
    body = page(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}<h2>المصادر</h2><ul>{items}</ul><p>{TEXTS[0]} أمس.</p></div>").body
    assert "ماء النهر وحده يكفي نصف سكان المدينة." in body


def test_footnotes_are_none_of_the_body() -> None:
    note = "<p>ذهب باحث آخر إلى أن الجسر أقدم من ذلك.</p>"
    notes = f'<div class="footnotes"><div><sup><a href="#n1">1)</a></sup>{note}</div></div>'
    article = page(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}{notes}</div>")
    assert article.body == BODY
    assert [s.role for s in article.segments if "باحث" in s.text] == [Role.NOTE]


@pytest.mark.parametrize("name", ["thumbcaption", "photocaption-text"])
def test_names_that_end_like_a_caption_are_captions(name: str) -> None:
    caption = "الجسر الجديد كما يبدو من الضفة الشرقية، ويمتد على مئتي متر فوق النهر."
    picture = '<a href="/f"><img src="/b.jpg" width="300" height="200"></a>'
    figure = f'<div class="thumb">{picture}<div class="{name}">{caption}</div></div>'
    article = page(f"<h1>{TITLE}</h1><div>{figure}{PARAGRAPHS}</div>")
    assert article.body == BODY


@pytest.mark.parametrize("breaks", ["<br><br>", "<br/>\n<br/>"])
def test_bare_text_below_a_picture_in_a_box_of_its_own_is_a_paragraph(breaks: str) -> None:
    lead = "أحيل حارس الجسر القديم إلى التقاعد صباح الخميس بعد أربعين سنة لم يغب فيها يوما عن مكانه فوق النهر"
    box = '<div class="separator"><a href="/f"><img src="/b.jpg" width="320" height="240"></a></div>'
    article = page(f"<h1>{TITLE}</h1><div>{box}{breaks}{breaks.join((lead, *TEXTS))}{breaks}</div>")
    assert article.paragraphs == (lead, *TEXTS)


def test_two_teasers_that_call_themselves_articles_are_none_of_the_body() -> None:
    names = ("خبر طويل عن مكتبة الأطفال في المدينة", "خبر طويل عن متحف البحر في المدينة")
    teasers = "".join(
        f'<article class="card"><div><h3><a href="/p/{i}">{name}</a></h3><p>{name}: {TEXTS[i]}</p></div></article>'
        for i, name in enumerate(names)
    )
    article = page(f"<h1>{TITLE}</h1><div><div>{PARAGRAPHS}</div><div><h3>المزيد من المقالات</h3>{teasers}</div></div>")
    assert article.body == BODY


@pytest.mark.parametrize("box", ['<div class="sidebar">{}</div>', "<aside>{}</aside>"])
def test_a_box_about_the_site_may_be_longer_than_the_article(box: str) -> None:
    line = "المرفأ: صحيفة المثال- غمرت سيول الليل أربع قرى على ضفة النهر من دون إصابات"
    about = "".join(f"<p>{text}</p>" for text in TEXTS[1:])
    article = page(
        f"<main><article><h1>{TITLE}</h1><div><p>{line}</p></div></article></main>"
        + '<div class="comments-area"><form class="comment-form" id="respond"><div class="respond">'
        + "<p>احفظ اسمي وبريدي والموقع الإلكتروني في هذا المتصفح للمرة المقبلة.</p></div></form></div>"
        + box.format(f"<h2>عن الموقع</h2>{about}")
    )
    assert article.body == line


@pytest.mark.parametrize("credit", ["(أ ف ب)", "/أ ف ب/", "(رويترز)"])
def test_a_short_last_sentence_stays_though_an_agency_is_glued_to_it(credit: str) -> None:
    last = "وقررت البلدية إعادة التمثال إلى مكانه، وندب لجنة من المهندسين لفحصه."
    article = arnews.parse_html(f"<h1>{TITLE}</h1><p>{TEXTS[0]}</p><p>{last} {credit}</p>")
    assert article.body == f"{TEXTS[0]}\n\n{last}"


def test_a_small_box_with_a_button_below_is_a_form() -> None:
    box = "<div><h4>رسالة الضفة</h4><p>كل خميس: كتاب وحكاية من المدينة</p><input><button>سجلني</button></div>"
    assert between(box).body == BODY


def test_a_box_that_begins_with_a_button_folds_away_an_answer() -> None:
    box = "<div><button>متى يفتح الجسر؟</button><div>يفتح الجسر أمام السيارات مع طلوع الشمس كل يوم.</div></div>"
    assert "يفتح الجسر أمام السيارات مع طلوع الشمس كل يوم." in between(box).body


def test_the_heading_of_contents_that_a_script_fills_is_none_of_the_body() -> None:
    assert between("<div><b>جدول المحتويات</b><div></div></div>").body == BODY


def test_a_question_below_a_quotation_that_repeats_the_text_stays() -> None:
    quote = "<blockquote><p>إن الجسر يخفف الزحام</p></blockquote>"
    assert "وماذا بعد الجسر؟" in between(f"{quote}<p><strong>وماذا بعد الجسر؟</strong></p>").body
