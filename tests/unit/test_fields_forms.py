"""Documents that are no article, whatever is in them."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, codes, html, parse

TEXT = f"{TITLE}\n" + "\n".join(BODY)


@pytest.mark.parametrize(
    "title", ["404 - الصفحة غير موجودة", "403 Forbidden", "الموقع تحت الصيانة", "Just a moment..."]
)
def test_a_page_of_an_error_is_no_article(title: str) -> None:
    page = f"<title>{title}</title><h1>{title}</h1><p>عذرا، ربما حذفت الصفحة التي طلبتها أو تغير عنوانها قبل أيام.</p>"
    article = arnews.parse_html(page)
    assert article.kind is arnews.ArticleKind.OTHER
    assert article.body == ""
    assert "error-page" in codes(article)


@pytest.mark.parametrize(
    "title", ["إصلاح 404 مدرسة قبل بداية العام الدراسي", "500 أسرة تعود إلى بيوتها في البلدة القديمة"]
)
def test_a_number_in_a_title_is_no_error(title: str) -> None:
    assert arnews.parse_html(html(title=title)).kind is arnews.ArticleKind.ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        TEXT.encode("iso-8859-6", "ignore").decode("latin-1"),
        TEXT.encode("cp1256", "ignore").decode("latin-1"),
        TEXT.encode("cp1256", "ignore").decode("cp1252", "ignore"),
        TEXT.encode("latin-1", "replace").decode("latin-1"),
        TEXT.encode("utf-8").decode("ascii", "replace"),
        TEXT.encode("utf-8").decode("cp1251", "replace"),
        TEXT.encode("utf-16-le").decode("latin-1"),
        TEXT.encode("unicode_escape").decode("ascii"),
    ],
)
def test_letters_of_another_encoding_are_told(text: str) -> None:
    article = arnews.parse_text(text)
    assert codes(article) == {"mojibake"}
    assert article.headline is None


def test_a_paragraph_of_another_encoding_is_an_issue_with_its_place() -> None:
    broken = BODY[1].encode().decode("cp1252", "ignore")
    page = arnews.parse_html(html().replace(BODY[1], broken))
    text = arnews.parse_text("\n".join((TITLE, BODY[0], broken, BODY[2])))
    for article, whole in ((page, page.document_text), (text, "\n".join((TITLE, BODY[0], broken, BODY[2])))):
        (issue,) = [issue for issue in article.issues if issue.code == "mojibake"]
        assert whole is not None
        assert issue.start is not None
        assert whole[issue.start :].startswith(" ".join(broken.split())[:20])
        assert article.headline == TITLE


def test_letters_in_visual_order_are_told() -> None:
    article = arnews.parse_text("\n".join(line[::-1] for line in (TITLE, *BODY)))
    assert (article.kind, codes(article), article.headline) == ("other", {"visual-order"}, None)


def test_accents_and_questions_are_no_mojibake() -> None:
    french = "L'élève a été reçu à l'école, où le directeur a présenté les résultats de l'année passée aux élèves."
    for text in (french, TEXT.replace("،", "؟؟"), "هل تصدق ذلك??? " * 9):
        assert "mojibake" not in codes(arnews.parse_text(text))


def test_a_switch_of_languages_is_no_section() -> None:
    above = "<h2 class='section'><a href='/fr'>Le salon</a> <a href='/en/'>The fair</a></h2>"
    assert parse(above=above).sections == ()


RSS = (
    "<?xml version='1.0'?><rss><channel><title>المثال</title><link>https://www.example.com/</link>"
    "<item><title><![CDATA[افتتاح &quot;المعرض&quot;]]></title><link>https://www.example.com/1</link></item>"
    "<item><title>ختام المهرجان</title><link>https://www.example.com/2</link></item></channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>المثال</title><entry><title type='html'>ختام المهرجان</title>"
    "<link rel='alternate' href='https://www.example.com/2'/><summary>نص</summary></entry></feed>"
)


@pytest.mark.parametrize("feed", [RSS, ATOM])
def test_a_feed_is_a_list(feed: str) -> None:
    for content in (feed, feed.encode()):
        article = arnews.parse(content)
        assert article.kind is arnews.ArticleKind.LIST
        assert article.body == ""
        assert article.related[-1] == arnews.Link(text="ختام المهرجان", url="https://www.example.com/2")
    assert 'افتتاح "المعرض"' in [link.text for link in arnews.parse(RSS).related]


@pytest.mark.parametrize(
    "title",
    [
        "خطأ 502",
        "Error 1020",
        "عذرا! لا يمكن الوصول إلى هذه الصفحة",
        "عفوا، لم نعثر على ما تبحث عنه",
        "الصفحة لم تعد متاحة",
    ],
)
def test_a_page_that_says_what_went_wrong_is_no_article(title: str) -> None:
    page = f"<title>{title}</title><h1>{title}</h1><p>قد تكون الصفحة محذوفة أو أن عنوانها تغير، حاول مرة أخرى.</p>"
    assert arnews.parse_html(page).kind == "other"


def test_a_headline_has_no_control_that_turns_what_is_printed_after_it() -> None:
    title = "\u202eافتتاح المعرض الدولي للكتاب في المدينة\u202c"
    article = arnews.parse_text(f"{title}\n\nافتتح الوزير أمس المعرض الدولي للكتاب، وحضره جمهور كبير من القراء.")
    assert article.headline == title[1:-1]
