"""Structured data as pages have it: graphs, lists, broken scripts, kinds of articles; and what a list page says."""

from __future__ import annotations

import json

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, codes, html, iso, json_ld, names, parse

ARTICLE = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2024-02-12T10:00:00+03:00",
    "author": {"@type": "Person", "name": "ليلى حسن"},
    "articleSection": "ثقافة",
    "keywords": ["معرض الكتاب", "وزير الثقافة"],
    "publisher": {"@type": "Organization", "name": "صحيفة المثال"},
}


def check(article: arnews.Article) -> None:
    assert names(article) == ["ليلى حسن"]
    assert iso(article.date_published) == "2024-02-12T10:00:00+03:00"
    assert article.sections == ("ثقافة",)
    assert article.keywords == ("معرض الكتاب", "وزير الثقافة")
    assert article.publisher is not None
    assert article.publisher.name == "صحيفة المثال"


@pytest.mark.parametrize(
    "kind",
    ["NewsArticle", "Article", "ReportageNewsArticle", "OpinionNewsArticle", "LiveBlogPosting", "BlogPosting",
     "http://schema.org/NewsArticle"],
)  # fmt: skip
def test_kinds_of_articles(kind: str) -> None:
    check(parse(head=json_ld(json.dumps({**ARTICLE, "@type": kind}, ensure_ascii=False))))


@pytest.mark.parametrize("kind", [["NewsArticle"], ["Thing", "NewsArticle"]])
def test_lists_of_kinds(kind: list[str]) -> None:
    check(parse(head=json_ld(json.dumps({**ARTICLE, "@type": kind}, ensure_ascii=False))))


def test_a_graph_with_references() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "صحيفة المثال"},
            {"@type": "Person", "@id": "#p", "name": "ليلى حسن"},
            {**ARTICLE, "author": {"@id": "#p"}},
        ]
    }
    check(parse(head=json_ld(json.dumps(graph, ensure_ascii=False))))


def test_a_list_of_values_and_of_authors() -> None:
    value = [{"@type": "WebSite", "name": "صحيفة المثال"}, {**ARTICLE, "author": ["ليلى حسن", {"name": "كريم العطار"}]}]
    assert names(parse(head=json_ld(json.dumps(value, ensure_ascii=False)))) == ["ليلى حسن", "كريم العطار"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"headline"', '\n"headline"'),
        (TITLE, TITLE.replace(" ", "\n", 1)),  # a line feed inside a string
        ("}}", "},}"),  # a comma too many
        ("{", "<!-- {"),
    ],
)
def test_broken_scripts(old: str, new: str) -> None:
    check(parse(head=json_ld(json.dumps(ARTICLE, ensure_ascii=False).replace(old, new, 1))))


def test_a_script_that_nobody_can_read_is_an_issue() -> None:
    article = parse(head=json_ld("{oops"))
    assert codes(article) == {"broken-metadata"}
    assert article.paragraphs == BODY


def test_articles_that_a_page_lists_are_not_its_own() -> None:
    other = {**ARTICLE, "headline": "وزارة النقل تعلن مواعيد الحافلات الجديدة", "author": {"name": "كريم العطار"}}
    check(parse(head=json_ld(json.dumps([ARTICLE, other], ensure_ascii=False))))


def test_microdata() -> None:
    person = "itemscope itemtype='http://schema.org/Person'"
    page = html(
        f"<div itemprop='author' {person}><span itemprop='name'>ليلى حسن</span></div>"
        "<span itemprop='datePublished' content='2024-02-12T10:00:00+03:00'>12 شباط 2024</span>"
    ).replace("<div class='story'>", "<div class='story' itemscope itemtype='http://schema.org/NewsArticle'>")
    article = arnews.parse_html(page)
    assert names(article) == ["ليلى حسن"]
    assert iso(article.date_published) == "2024-02-12T10:00:00+03:00"


def test_microdata_of_people_are_their_metas_and_their_links() -> None:
    def item(name: str, kind: str) -> str:
        return f'itemprop="{name}" itemscope itemtype="https://schema.org/{kind}"'

    page = f"""<div {item("", "NewsArticle")}><h1 itemprop="headline">افتتاح المعرض</h1>
    <div {item("publisher", "Organization")}><meta itemprop="name" content="صوت الميناء">
    <div {item("logo", "ImageObject")}><meta itemprop="url" content="/l.png"></div></div>
    <span {item("author", "Person")}><a itemprop="url" href="/w/7"><b itemprop="name">ليلى حسن</b></a></span>
    <meta itemprop="isAccessibleForFree" content="false"><meta itemprop="dateCreated" content="2024-02-12">
    <ol {item("", "BreadcrumbList")}><li {item("itemListElement", "ListItem")}><i itemprop="name">ثقافة</i></li></ol>
    </div>"""
    document = arnews.read_html(page)
    assert document.page is not None
    stated = document.page.metadata
    assert [(each.value, each.url) for each in stated.site_names] == [("صوت الميناء", None)]
    assert [(each.value, each.url) for each in stated.authors] == [("ليلى حسن", "/w/7")]
    assert ([each.value for each in stated.breadcrumbs], stated.is_accessible_for_free) == (["ثقافة"], False)
    assert [each.value for each in stated.published] == ["2024-02-12"]


@pytest.mark.parametrize("name", ["dc.creator", "DC.Creator", "author", "article:author", "parsely-author"])
def test_names_of_metas(name: str) -> None:
    assert names(parse(head=f'<meta name="{name}" content="ليلى حسن">')) == ["ليلى حسن"]


def test_an_organization_is_believed_only_where_it_is_printed() -> None:
    agency = json.dumps({**ARTICLE, "author": {"@type": "Organization", "name": "وكالة المثال"}}, ensure_ascii=False)
    assert names(parse(head=json_ld(agency))) == []


def test_keywords_that_are_the_title_cut_into_words_are_none() -> None:
    cut = ", ".join(TITLE.split())
    assert parse(head=f'<meta name="keywords" content="{cut}">').keywords == ()


def test_a_signature_in_the_title() -> None:
    page = html(title=f"{TITLE} بقلم: ليلى حسن")
    assert names(arnews.parse_html(page)) == ["ليلى حسن"]


def test_the_outlet_in_a_slot_for_authors_is_printed_there() -> None:
    article = parse(
        "<div class='writer'>صحيفة المثال</div>", head='<meta property="og:site_name" content="صحيفة المثال">'
    )
    assert names(article) == ["صحيفة المثال"]


def test_a_login_that_is_printed_is_no_author() -> None:
    assert names(parse("<p>نشرت بواسطة: <a rel='author' href='/a/1'>admin</a> 9 شباط 2024</p>")) == []


def test_one_date_that_the_theme_calls_an_update() -> None:
    line = "<time class='updated' datetime='2016-02-11'>منذ أسبوع</time>"
    article = parse(f"<p>{line}</p>")
    assert iso(article.date_published) == "2016-02-11"


def test_the_same_day_is_no_update() -> None:
    article = parse(
        "<p><time class='updated' datetime='2017-01-29'>29 يناير 2017 15:32</time></p>",
        head='<meta property="article:published_time" content="2017-01-29T15:32:06+02:00">',
    )
    assert article.date_modified is None
    assert iso(article.date_published) == "2017-01-29T15:32:06+02:00"


def test_source_and_tags_in_the_footer_of_the_article() -> None:
    page = (
        html()
        .replace("<div class='story'>", "<article class='story'>")
        .replace(
            f"<p>{BODY[2]}</p></div>",
            f"<p>{BODY[2]}</p></div><footer class='info'><p>المصدر: رويترز</p>"
            "<p class='tags'><a href='/t/1'>معرض الكتاب</a> <a href='/t/2'>وزارة الثقافة</a></p></footer></article>",
        )
    )
    article = arnews.parse_html(page)
    assert article.source == arnews.Source(name="رويترز")
    assert article.keywords == ("معرض الكتاب", "وزارة الثقافة")


def test_a_caption_that_says_what_the_title_says() -> None:
    figure = f"<figure><img src='/a.jpg'><figcaption>{TITLE}</figcaption></figure>"
    assert [image.caption for image in parse(figure).images] == [TITLE]


def test_a_linked_outlet_below_the_title_is_the_source() -> None:
    article = parse("<div class='x'><a href='/s/4'>goal.com</a></div><div>12 شباط 2024</div>")
    assert article.source == arnews.Source(name="goal.com")
    assert article.dateline is None


def test_the_foot_of_the_site_is_no_title() -> None:
    items = "".join(f"<li><a href='/n/{i}'>وزارة النقل تعلن مواعيد الحافلات الجديدة رقم {i}</a></li>" for i in range(6))
    page = f"<title>صحيفة المثال</title><ul>{items}</ul><p>2024 © صحيفة المثال</p>"
    assert arnews.parse_html(page).headline is None
