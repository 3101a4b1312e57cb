"""Which line of a page is its title, and what is glued to it."""

from __future__ import annotations

import pytest

import arnews

TITLE = "البلدية تفتتح الجسر الجديد فوق النهر"
TEXTS = (
    "افتتحت البلدية صباح أمس الجسر الجديد فوق النهر، وحضر الحفل عدد كبير من سكان الأحياء القريبة ومن ضيوف المدينة.",
    "وقال رئيس البلدية إن الجسر يخفف الزحام عن وسط المدينة، وإن العمل فيه استمر عامين كاملين بلا توقف في الشتاء.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
MENU = "<ul>" + "".join(f'<li><a href="/s/{i}">{name}</a></li>' for i, name in enumerate(("سياسة", "رياضة"))) + "</ul>"
PAGE = "أخبار البلدية - موقع المدينة"


@pytest.mark.parametrize("names", ["hide-accessible", "sr-only", "page visually-hidden", "screen-reader-text"])
@pytest.mark.parametrize("box", ['<p class="h4"><span class="asset-title">{}</span></p>', "<h2>{}</h2>"])
def test_a_heading_for_screen_readers_names_the_page(names: str, box: str) -> None:
    article = arnews.parse_html(
        f'<title>{PAGE}</title>{MENU}<section><h1 class="{names}">{PAGE}</h1>'
        f"<div><h2>أخبار</h2>{box.format(TITLE)}<div>{PARAGRAPHS}</div></div></section>"
    )
    assert (article.headline, article.body) == (TITLE, "\n\n".join(TEXTS))


def test_a_heading_for_screen_readers_is_the_title_where_there_is_no_other() -> None:
    article = arnews.parse_html(f'<title>{TITLE}</title>{MENU}<h1 class="sr-only">{TITLE}</h1><div>{PARAGRAPHS}</div>')
    assert article.headline == TITLE


def test_a_button_before_a_title_is_no_part_of_it() -> None:
    heading = f'<p class="component-title"><a href="/news">عودة</a> <span>{TITLE}</span></p>'
    article = arnews.parse_html(f"<title>موقع المدينة</title>{MENU}<div>{heading}<div>{PARAGRAPHS}</div></div>")
    assert (article.headline, article.body) == (TITLE, "\n\n".join(TEXTS))


def test_a_link_in_a_title_is_a_part_of_it() -> None:
    heading = f'<h1><a href="/tag/1">البلدية</a>{TITLE.removeprefix("البلدية")}</h1>'
    assert arnews.parse_html(f"<title>{TITLE}</title>{MENU}{heading}<div>{PARAGRAPHS}</div>").headline == TITLE


@pytest.mark.parametrize("stated", ["خبر - {}", "[خبر] {}", "خبر | {}"])
def test_the_kind_of_a_post_is_no_part_of_its_title(stated: str) -> None:
    data = f'<script type="application/ld+json">{{"@type":"DiscussionForumPosting","headline":"{TITLE}"}}</script>'
    article = arnews.parse_html(
        f"<title>{stated.format(TITLE)} | منتدى الضفة</title>{data}{MENU}"
        f"<h1><span>خبر</span> {TITLE}</h1><div>{PARAGRAPHS}</div>"
    )
    assert (article.headline, article.body) == (TITLE, "\n\n".join(TEXTS))


def test_words_before_a_shorter_stated_title_are_a_part_of_it() -> None:
    """Papers shorten their titles for networks."""
    long = f"بالصور {TITLE}"
    head = f'<title>{long}</title><meta property="og:title" content="{TITLE}">'
    assert arnews.parse_html(f"{head}{MENU}<h1>{long}</h1><div>{PARAGRAPHS}</div>").headline == long


def test_a_section_in_front_of_the_title_where_the_metadata_have_the_site_there() -> None:
    head = f"<title>شبكة الميناء - {TITLE}</title>"
    line = f"<table><tr><td class=storytitle>أخبار المدينة: {TITLE}</td></tr>"
    day = "<tr><td>أرسلت في الثلاثاء 23 كانون الثاني 2007 - 04:05 مساءً بواسطة salim2</td></tr>"
    texts = "<br>".join(TEXTS)
    counts = "<p>يوجد حاليا 31 ضيفا و عضوان يتصفحون الموقع الآن.</p>"
    article = arnews.parse_html(f"{head}<body>{counts}{line}{day}<tr><td>{texts}</td></tr></table>")
    assert article.headline == TITLE
    assert article.sections == ("أخبار المدينة",)
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2007-01-23T16:05"
    assert article.paragraphs == TEXTS


def test_a_short_title_after_a_colon_is_a_part_of_its_line() -> None:
    line = "خطبة الجمعة: أيام معلومات"
    article = arnews.parse_html(f"<title>أيام معلومات - المسجد</title><h1>{line}</h1>{PARAGRAPHS}")
    assert article.headline == line
