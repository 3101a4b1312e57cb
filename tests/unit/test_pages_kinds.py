"""Kinds of pages: what is an article and what a list, where the article is, and what is glued to its headings."""

from __future__ import annotations

import pytest

import arnews
from arnews.labeling.pages.class_names import hint_of
from arnews.page import Element
from arnews.roles import Role

TITLE = "البلدية تفتتح الجسر الجديد فوق النهر"
TEXTS = (
    "افتتحت البلدية صباح أمس الجسر الجديد فوق النهر، وحضر الحفل عدد كبير من سكان الأحياء القريبة ومن ضيوف المدينة.",
    "وقال رئيس البلدية إن الجسر يخفف الزحام عن وسط المدينة، وإن العمل فيه استمر عامين كاملين بلا توقف في الشتاء.",
    "وأضاف أن الجسر يفتح أمام السيارات طوال اليوم، وأن الشاحنات الكبيرة تمر عليه في ساعات الليل وحدها.",
)
BODY = "\n\n".join(TEXTS)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
SITE = "صحيفة المثال"
NAMES = ("الميناء القديم", "حديقة المدينة", "مكتبة الأطفال", "متحف البحر", "سوق الزهور", "مسرح الضفة", "نادي التجديف")


def page(main: str, *, title: str = TITLE, head: str = "") -> arnews.Article:
    """Parse a page with a menu, its main part, and a footer."""
    menu = "".join(f'<li><a href="/s/{i}">{name}</a></li>' for i, name in enumerate(("سياسة", "رياضة", "فنون")))
    return arnews.parse_html(
        f"<html><head><title>{title} - {SITE}</title>{head}</head><body><ul>{menu}</ul>{main}"
        f"<footer><p>جميع الحقوق محفوظة</p></footer></body></html>"
    )


def roles(article: arnews.Article) -> dict[str, Role]:
    """Return the role of each segment by its text."""
    return {segment.text: segment.role for segment in article.segments}


def post(number: int, texts: int = 3) -> str:
    """Return a post with a linked title."""
    name = NAMES[number]
    paragraphs = "".join(f"<p>{name}: {text}</p>" for text in TEXTS[:texts])
    return f'<div class="post"><h2><a href="/p/{number}">خبر طويل عن {name} في المدينة</a></h2>{paragraphs}</div>'


LISTS = {
    "full posts": "".join(post(number) for number in range(5)),
    "cards": "".join(post(number, 1) for number in range(7)),
    "link directory": "<ul>"
    + "".join(f'<li><a href="/l/{i}">{name}</a> - {TEXTS[i % 3]}</li>' for i, name in enumerate(NAMES))
    + "</ul>",
    "tag with one item": f'<h1>الجسور</h1><div class="post">{post(0, 1)}<a href="/t/1">الجسور</a></div>',
    "titles and a slogan": f"<p>{TEXTS[0]}</p>"
    + "".join(f'<li><a href="/p/{i}">خبر طويل عن {name} في المدينة</a></li>' for i, name in enumerate(NAMES)),
    "a note on scripts": f"<noscript><p>{TEXTS[1]}</p></noscript>"
    + "".join(f'<h3><a href="/p/{i}">خبر طويل عن {name} في المدينة</a></h3>' for i, name in enumerate(NAMES)),
}


@pytest.mark.parametrize("kind", LISTS)
def test_lists_have_no_article(kind: str) -> None:
    article = page(LISTS[kind], title="الجسور" if kind == "tag with one item" else "الأخبار")
    assert (article.body, article.headline) == ("", None)


def test_microdata_of_one_teaser_are_no_title() -> None:
    """A tag page with one item, whose microdata name the item."""
    item = f'<h2 itemprop="headline"><a href="/p/1">{TITLE}</a></h2><p>{TEXTS[0]}</p>'
    item = f'<article itemscope itemtype="https://schema.org/Article">{item}</article>'
    article = page(f"<h1>الجسور</h1>{item}", title="الجسور")
    assert article.headline is None


def test_a_heading_that_links_to_itself_is_a_heading() -> None:
    article = arnews.parse_html(
        f'<h1><a href="/n/7">{TITLE}</a></h1><div>{PARAGRAPHS}</div>', url="https://example.com/n/7"
    )
    assert (article.headline, article.body) == (TITLE, BODY)


def test_short_paragraphs_without_full_stops_are_a_body() -> None:
    lines = ("افتتحت البلدية الجسر الجديد أمام السيارات صباح اليوم", "ويربط الجسر وسط المدينة بأحياء وقرى ساحلية")
    article = arnews.parse_html(f"<article><h1>{TITLE}</h1><p>{lines[0]}</p><p>{lines[1]}</p></article>")
    assert (article.headline, article.body) == (TITLE, "\n\n".join(lines))


def test_replies_in_a_forum_are_comments() -> None:
    def entry(name: str, day: int, text: str) -> str:
        head = f'<p><a href="/u/{day}">{name}</a> {day}/3/2024 10:15</p>'
        return f'<div>{head}<h3><a href="#p{day}">رد: {TITLE}</a></h3>{text}</div>'

    reply = "<p>شكرا للكاتب على هذا الموضوع المهم، وننتظر منه المزيد من أخبار المدينة.</p>"
    first = f"<div><p><a href='/u/1'>سامر</a> 2/3/2024 09:00</p>{PARAGRAPHS}</div>"
    article = page(f"<h1>{TITLE}</h1><div>{first}{entry('هند', 3, reply)}{entry('وليد', 4, reply)}</div>")
    assert article.body == BODY
    assert roles(article)["شكرا للكاتب على هذا الموضوع المهم، وننتظر منه المزيد من أخبار المدينة."] is Role.COMMENTS


def test_chapters_with_dates_are_no_thread() -> None:
    chapters = "".join(f"<section><p>عام {1980 + i}</p><p>{text}</p></section>" for i, text in enumerate(TEXTS))
    assert all(text in page(f"<h1>{TITLE}</h1><div>{chapters}</div>").body for text in TEXTS)


def test_edit_links_are_cut_off_headings() -> None:
    chapter = '<h2>تاريخ الجسر[<a href="/w?action=edit">عدل</a>]</h2>'
    article = page(f"<h1>{TITLE}</h1><div><p>{TEXTS[0]}</p>{chapter}<p>{TEXTS[1]}</p></div>")
    assert article.body == f"{TEXTS[0]}\n\nتاريخ الجسر\n\n{TEXTS[1]}"


@pytest.mark.parametrize("mark", ["¶", "#"])
def test_anchors_are_cut_off_headings(mark: str) -> None:
    article = page(f'<h1>{TITLE}<a href="#top">{mark}</a></h1><div>{PARAGRAPHS}</div>')
    assert (article.headline, article.body) == (TITLE, BODY)


def test_the_name_of_the_site_below_a_title_is_no_part_of_it() -> None:
    article = page(f"<h1>{TITLE}</h1><div>من {SITE}</div><div>{PARAGRAPHS}</div>")
    assert (article.headline, article.body) == (TITLE, BODY)


def test_the_way_to_a_title_is_cut_off_its_start() -> None:
    way = f'<a href="/">{SITE}</a>/ <a href="/b">مقالات</a>/ {TITLE}'
    article = arnews.parse_html(f"<title>{TITLE}</title><div>{way}</div><div>{PARAGRAPHS}</div>")
    assert (article.headline, article.body) == (TITLE, BODY)


def test_a_paragraph_that_quotes_the_title_is_no_title() -> None:
    ending = f"<p>{TITLE}، وهذا ما انتظره سكان الضفتين منذ سنوات طويلة حتى كادوا ينسون أن للمدينة نهرا يمكن عبوره.</p>"
    assert page(f"<div>{PARAGRAPHS}{ending}</div>").headline != ending


def test_a_title_repeated_below_the_body_is_none_of_it() -> None:
    article = page(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}</div><div><div>{TITLE}</div><div>الكاتب</div></div>")
    assert article.body == BODY


def test_a_form_around_the_page_says_nothing_of_its_title() -> None:
    article = arnews.parse_html(
        f'<title>{SITE}</title><form><div class="news-title">{TITLE}</div><div>{PARAGRAPHS}</div></form>'
    )
    assert article.headline == TITLE


@pytest.mark.parametrize("names", ["%D8%AD-%D8%AF", "anchor anchorTargetStickyNavbar_x1"])
def test_names_of_headings_are_no_hints(names: str) -> None:
    assert hint_of(Element(0, "h2", names)) is None


def test_an_author_box_above_the_text_is_none_of_it() -> None:
    bio = "كاتبة من المدينة تعمل في الصحافة منذ عشرين عاما، ولها كتابان عن الجسور القديمة."
    article = page(
        f'<h1>{TITLE}</h1><div><div class="author-box"><h4>هند سالم</h4><p>{bio}</p></div>{PARAGRAPHS}</div>'
    )
    assert article.body == BODY
    assert roles(article)[bio] in (Role.AUTHOR_BIO, Role.BYLINE)


@pytest.mark.parametrize("menu", ["", "<nav><a href='/'>الرئيسية</a> <a href='/s'>رياضة</a></nav>"])
def test_two_lines_without_a_full_stop_are_an_article(menu: str) -> None:
    lines = ("افتتح الوزير أمس معرض الكتاب في العاصمة اليوم", "وحضره جمهور كبير من القراء من مدن ساحلية")
    text = "".join(f"<p>{line}</p>" for line in lines)
    article = arnews.parse_html(f"{menu}<article><h1>افتتاح معرض الكتاب</h1>{text}</article>")
    assert (article.headline, article.paragraphs) == ("افتتاح معرض الكتاب", lines)


@pytest.mark.parametrize("around", ["{}", "<div>{}</div>", "<title>افتتاح المعرض الدولي للكتاب رقم 1</title>{}"])
def test_a_page_of_nothing_but_cards_is_a_list(around: str) -> None:
    title, text = "افتتاح المعرض الدولي للكتاب رقم", "وقال الوزير إن المعرض يفتح أبوابه للزوار أياما كثيرة"
    cards = "".join(
        f'<div class="card"><a href="/p/{number}">{title} {number}</a><p>{text} {number}</p></div>'
        for number in range(4)
    )
    article = arnews.Parser(debug=True).parse_html(around.format(cards))
    assert (article.kind, article.body) == ("list", "")


def test_a_heading_that_calls_its_page_a_list_is_no_title() -> None:
    """The index of a forum: its rows are in a form, and all its running text is a description."""
    rows = "".join(
        f'<li><h3><a href="/t/{i}">خبر طويل عن {name} في المدينة</a></h3></li>' for i, name in enumerate(NAMES)
    )
    about = "كل ما يهم سكان الضفة الشرقية من أخبار، ويرجى ذكر المصدر عند النقل"
    head = f"<div><h1>المنتدى: <span>أخبار الضفة والنواحي</span></h1><p>{about}</p></div>"
    article = page(f"{head}<form><ol>{rows}</ol></form>", title="أخبار الضفة والنواحي")
    assert (article.kind, article.body) == ("list", "")


def test_a_title_with_such_a_word_is_a_title() -> None:
    rows = "".join(f'<li><a href="/t/{i}">خبر طويل عن {name} في المدينة</a></li>' for i, name in enumerate(NAMES))
    title = "المنتدى: المدن الكبيرة تحتاج إلى الجسور"
    article = page(f"<h1>{title}</h1><div>{PARAGRAPHS}</div><ul>{rows}</ul>", title=title)
    assert (article.headline, article.body) == (title, BODY)


def test_a_channel_with_its_name_at_each_post_is_a_list() -> None:
    def message(text: str) -> str:
        return f'<div class="message"><div><a href="/c"><span>أخبار الضفة</span></a></div><div>{text}</div></div>'

    posts = "".join(message(f"<b>{name}</b><br>{text}") for name, text in zip(NAMES, TEXTS, strict=False))
    article = page(f"<div>أخبار الضفة</div>{posts}{message('جريان النهر الآن')}", title="أخبار الضفة")
    assert (article.kind, article.body) == ("list", "")


def test_a_post_of_a_channel_that_its_page_describes_is_an_article() -> None:
    def message(text: str) -> str:
        return f'<div class="message"><div><a href="/c"><span>أخبار الضفة</span></a></div><div>{text}</div></div>'

    head = f'<meta name="description" content="{TEXTS[0]}">'
    article = page(
        f"<div>أخبار الضفة</div>{message('<br><br>'.join(TEXTS))}{message(TEXTS[1])}{message('جريان النهر الآن')}",
        title="أخبار الضفة",
        head=head,
    )
    assert TEXTS[0] in article.body


def test_verses_in_one_element_are_the_text_where_nothing_else_is_longer() -> None:
    verses = ("في آخر الدرب باب", "دهنته أمي بلون البحر", "ونسيت أن تعلمنا كيف نفتحه", "كنا نعود من المدرسة") * 2
    notice = "<p>مجلة الميناء الثقافية تأسست سنة 2004، والمواد المنشورة تعبر عن آراء أصحابها وحدهم</p>"
    lines = "<br>".join(verses)
    head = "<title>باب لا يطرقه أحد</title><h2>باب لا يطرقه أحد</h2>"
    article = arnews.parse_html(f"{head}<div class=text>{lines}</div><center>{notice}</center>")
    assert article.kind == "article"
    assert article.paragraphs == verses
