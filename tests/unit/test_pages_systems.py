"""Pages of systems that say little by their markup: tables for layout, titles without headings, entries, sections."""

from __future__ import annotations

import pytest

import arnews
from arnews.labeling.pages.page import locate
from arnews.labeling.pages.text_density import outline_of
from arnews.labeling.pages.title_place import find_title_line
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
OTHERS = (
    "ورشة لترميم القوارب القديمة",
    "سباق للزوارق في آخر الأسبوع",
    "معرض لصور المدينة قبل قرن",
    "دورة لتعليم السباحة",
)


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


@pytest.mark.parametrize(
    "title",
    [
        "<b>{}</b>",
        "<font size=5>{}</font>",
        "<font size='+2'><b>{}</b></font>",
        "<div style='font-size: 22px'>{}</div>",
        "<span style='font-weight:bold'>{}</span>",
        "{}",
    ],
)
def test_a_line_above_the_text_is_the_title_by_its_looks_or_its_place(title: str) -> None:
    article = arnews.parse_html(old_page("<b>ملف</b>", title.format(TITLE), "مراد السالم", "12/3/2009", *TEXTS))
    assert (article.headline, article.body) == (TITLE, BODY)


def test_large_letters_come_before_bold_ones_and_the_box_of_the_text_before_others() -> None:
    rows = ("<b>من أخبار المدينة اليوم</b>", f"<font size=5>{TITLE}</font>", "<b>ثلاث سنوات من العمل بلا توقف</b>")
    side = table("<font size=7>كل ما تريد معرفته عن المدينة</font>", "حالة الطقس")
    article = arnews.parse_html(
        f"<title>{SITE}</title><table><tr><td>{side}</td><td>{table(*rows, *TEXTS)}</td></tr></table>"
    )
    assert (article.headline, article.body) == (TITLE, BODY)


def test_the_few_words_above_a_title_are_its_kicker() -> None:
    lines = "".join(
        f'<div class="x{number}">{line}</div>' for number, line in enumerate(("تغيير كبير في المدينة", TITLE))
    )
    texts = "".join(f'<div class="x7">{text}</div>' for text in TEXTS)
    article = arnews.parse_html(f"<title>{SITE}</title><div class='a'><div class='b'>{lines}{texts}</div></div>")
    assert (article.headline, article.body) == (TITLE, BODY)


def test_a_title_that_is_stated_and_not_printed_has_no_line() -> None:
    """No line has a word of it: the page prints it in a picture, and the first line is a label."""
    head = f'<title>{SITE}</title><meta property="og:title" content="{TITLE}">'
    texts = "".join(f"<div>{text}</div>" for text in TEXTS)
    document = arnews.read_html(f"{head}<div><img src='/1.jpg'><div>مواعيد العمل في الصيف</div>{texts}</div>")
    article, outline = locate(document, outline_of(document))
    assert article is not None
    assert find_title_line(document, outline, article) is None


def test_the_name_of_the_site_among_those_who_sign_is_not_the_title() -> None:
    name = "مرصد الضفة للحقوق"
    signed = "".join(f"<li>{each}</li>" for each in (name, "جمعية أهل النهر", "نادي التجديف"))
    article = arnews.parse_html(
        f"<title>{name}</title><div><h2>{TITLE}</h2></div>"
        f"<div>{PARAGRAPHS}<p>المنظمات الموقعة:</p><ul>{signed}</ul></div>"
    )
    assert article.headline == TITLE
    assert roles(article)[name] is not Role.HEADLINE


def test_nothing_above_the_title_is_body() -> None:
    article = arnews.parse_html(old_page(f"<font size=5>{TITLE}</font>", *TEXTS))
    assert not any(
        segment.role in (Role.BODY, Role.SUBHEADING) for segment in article.segments if segment.text in OTHERS
    )
    assert article.body == BODY


def entries(link: str = "") -> str:
    """Return four entries, each with its time; ``link`` has a place for the number of the entry."""
    return "".join(
        f'<div class="e{" pinned" if number == 0 else ""}"><div>1{number}:40</div><div class="t">{text}</div>'
        f"{link.format(number)}</div>"
        for number, text in enumerate(TEXTS)
    )


@pytest.mark.parametrize("link", ["", '<a href="#e{}">رابط</a>'])
def test_entries_below_a_title_are_a_live_blog_though_no_title_is_stated(link: str) -> None:
    teasers = "".join(f'<div><a href="/p/{i}">{name}</a><p>{TEXTS[i]}</p></div>' for i, name in enumerate(OTHERS))
    article = arnews.parse_html(
        f"<title>{SITE}</title><main><header><h1>{TITLE}</h1></header><section>{entries(link)}</section></main>{teasers}"
    )
    assert (article.headline, article.body) == (TITLE, BODY)


def test_entries_with_pages_of_their_own_are_a_list() -> None:
    article = arnews.parse_html(
        f"<title>{SITE}</title><div>18 كانون الثاني 2024</div><main>{entries('<a href=/post/{}>رابط</a>')}</main>"
    )
    assert (article.headline, article.body) == (None, "")


@pytest.mark.parametrize(
    "main",
    [
        "<h1>أسعار العملات اليوم</h1><table>{}</table><p>الأسعار تقريبية، وتختلف من محل إلى آخر في المدينة.</p>",
        "<h1>هل تؤيد إغلاق وسط المدينة أمام السيارات؟</h1><table>{}</table><p>عدد الأصوات: 694</p>",
    ],
)
def test_a_page_of_figures_is_no_article(main: str) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{31 + 7 * i}% (2{i}4)</td></tr>"
        for i, name in enumerate(("نعم", "لا", "ربما", "لاحقا"))
    )
    title = "هل تؤيد إغلاق وسط المدينة أمام السيارات؟" if "تؤيد" in main else "أسعار العملات اليوم"
    article = arnews.parse_html(
        f"<title>{title} - صحيفة الضفة</title><div>{main.format(rows)}</div><a href=/all>كل ما سبق</a>"
    )
    assert article.body == ""


def test_a_table_of_figures_among_paragraphs_is_in_an_article() -> None:
    rows = "".join(f"<tr><td>{name}</td><td>{1200 + i}</td></tr>" for i, name in enumerate(OTHERS * 4))
    article = arnews.parse_html(f"<title>{TITLE}</title><h1>{TITLE}</h1><div>{PARAGRAPHS}<table>{rows}</table></div>")
    assert article.headline == TITLE
    assert article.body is not None
    assert article.body.startswith(BODY)


@pytest.mark.parametrize(
    "section", ['<section class="block first"><div>{}</div></section>', '<div class="row">{}</div>']
)
def test_an_article_goes_on_in_the_next_section_of_the_same_kind(section: str) -> None:
    """Builders of pages put each few paragraphs into a section of its own."""
    first = "".join(f"<p>{text}</p>" for text in (*TEXTS, *TEXTS))
    head = f'<h1>{TITLE}</h1><div class="sub">{OTHERS[0]}</div>'
    article = arnews.parse_html(
        f"<title>{TITLE} - {SITE}</title><main>{head}<div>{section.format(first)}"
        f"{section.format('<p>ثلاثة أعوام</p>')}{section.format(f'<p>{TEXTS[0]}</p>')}</div></main>"
    )
    assert (article.body or "").count(TEXTS[0]) == 3


def test_a_section_above_the_text_with_one_sentence_is_its_standfirst() -> None:
    row = '<div class="row">{}</div>'
    deck = "الجسر يصل ضفتي النهر للمرة الأولى منذ ثلاثين عاما، والعبور فيه مجاني."
    article = arnews.parse_html(
        f"<title>{TITLE} - {SITE}</title><h1>{TITLE}</h1>{row.format(f'<p>{deck}</p>')}{row.format(PARAGRAPHS)}"
    )
    assert (article.description, article.body) == (deck, BODY)


def test_short_posts_below_an_article_are_replies_if_one_of_them_is_a_paragraph() -> None:
    posts = ("الصورة قديمة", f"{TEXTS[2]} {TEXTS[3]}", "شكرا لكم")
    replies = "".join(
        f"<div class=c><div>{name}</div><div>{day} يناير 2024 - 03:38</div><div>{post}</div></div>"
        for day, (name, post) in enumerate(zip(("متقاعد", "حسن الطنجاوي", "مغترب"), posts, strict=True), 3)
    )
    article = arnews.parse_html(
        f"<title>{TITLE} - {SITE}</title><h1>{TITLE}</h1><div>{PARAGRAPHS}</div><section>{replies}</section>"
    )
    assert article.body == BODY


@pytest.mark.parametrize("label", ["أرشيف الوسم", "التصنيف", "Tag"])
def test_a_heading_that_calls_what_the_page_is_called_a_list_makes_it_one(label: str) -> None:
    posts = "".join(
        f"<div><h2><a href='/p/{number}'>{title}</a></h2><p>{TEXTS[number % len(TEXTS)]}</p></div>"
        for number, title in enumerate((*OTHERS, *OTHERS))
    )
    page = f"<title>معرض الزهور - {SITE}</title><h1>{label} : <span>معرض الزهور</span></h1>{posts}<p>{TEXTS[0]}</p>"
    article = arnews.parse_html(page)
    assert (article.kind, article.body) == (arnews.ArticleKind.LIST, "")


def test_a_heading_that_names_the_section_above_an_article_makes_no_list_of_it() -> None:
    links = "".join(f"<li><a href='/p/{number}'>{title}</a></li>" for number, title in enumerate((*OTHERS, *OTHERS)))
    article = arnews.parse_html(
        f"<title>{TITLE} - {SITE}</title><h1>القسم: ثقافة</h1><h2>{TITLE}</h2>{PARAGRAPHS}<ul>{links}</ul>"
    )
    assert article.body == BODY


def test_a_heading_without_a_label_makes_no_list() -> None:
    links = "".join(f"<li><a href='/p/{number}'>{title}</a></li>" for number, title in enumerate((*OTHERS, *OTHERS)))
    article = arnews.parse_html(f"<h1>: {TITLE}</h1>{PARAGRAPHS}<ul>{links}</ul>")
    assert article.body == BODY
