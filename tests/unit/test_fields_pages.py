"""Fields of pages: what is printed, what the metadata add, what contradicts."""

from __future__ import annotations

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, URL, codes, html, iso, json_ld, names, parse

SITE = '<meta property="og:site_name" content="صحيفة المثال">'


def test_the_printed_title_wins_over_that_of_the_metadata() -> None:
    head = f'<meta property="og:title" content="{TITLE} - صحيفة المثال"><meta name="twitter:title" content="المعرض">'
    assert parse(head=head).headline == TITLE
    other = parse(head='<meta property="og:title" content="أخبار الطقس في الجبال غدا">')
    assert other.headline == TITLE


def test_a_date_after_the_title_is_no_part_of_it() -> None:
    page = html(head=f'<meta property="og:title" content="{TITLE}">').replace(
        f"<h1>{TITLE}</h1>", f"<h1>{TITLE}<span> الأربعاء 10 شباط 2016</span></h1>"
    )
    article = arnews.parse_html(page)
    assert article.headline == TITLE
    assert iso(article.date_published) == "2016-02-10"


@pytest.mark.parametrize(
    "author",
    ["صحيفة المثال", "المثال", "admin", "editor2", "news_desk", "https://www.facebook.com/example", "www.example.com",
     "webmaster@example.com", "example.com", "وكالات"],
)  # fmt: skip
def test_the_site_a_login_or_an_address_is_no_author(author: str) -> None:
    article = parse(head=SITE + f'<meta name="author" content="{author}">')
    assert names(article) == []


@pytest.mark.parametrize(
    "byline",
    [
        "<div>كتبت: ليلى حسن</div>",
        "<div class='writer'>ليلى حسن</div>",
        "<div><a href='/author/7' rel='author'>ليلى حسن</a></div>",
        "<p>2:09 PM | نشره : <a rel='author' href='/a/7'>ليلى حسن</a> | <a href='#c'>0 تعليقات</a></p>",
        "<p><a href='/a/7' rel='author'>ليلى حسن</a> 12 شباط 2024 <a rel='category tag' href='/c'>ثقافة</a></p>",
    ],
)
def test_printed_bylines(byline: str) -> None:
    article = parse(byline, head='<meta name="author" content="كريم العطار">')
    assert names(article) == ["ليلى حسن"]


def test_a_pen_name_in_an_element_for_authors() -> None:
    assert names(parse("<div class='writer'>الاتحاد العام للناشرين</div>")) == ["الاتحاد العام للناشرين"]


def test_the_author_of_the_metadata_with_a_city() -> None:
    assert names(
        parse("<div class='by'>ليلى حسن - القاهرة</div>", head='<meta name="author" content="ليلى حسن - القاهرة">')
    ) == ["ليلى حسن"]
    assert names(parse(head='<meta property="article:author" content="ليلى حسن (الرياض)">')) == ["ليلى حسن"]


def test_the_author_in_a_box_far_below() -> None:
    link = "<a rel='author' href='/a/3'>ليلى حسن</a>"
    box = f"<div id='side'><h3>معلومات الكاتب</h3><span>كتب هذا الموضوع {link}</span></div>"
    article = parse(below=box)
    assert names(article) == ["ليلى حسن"]


def test_a_line_of_the_head_comes_apart_at_its_links() -> None:
    line = (
        "<p class='meta'><a href='/u/7' rel='author'>ليلى حسن</a> 12 شباط 2024 "
        "<a href='/c/1' rel='category tag'>ثقافة</a>, <a href='/c/2' rel='category tag'>كتب ومعارض</a></p>"
    )
    article = parse(line)
    assert names(article) == ["ليلى حسن"]
    assert iso(article.date_published) == "2024-02-12"
    assert article.sections == ("ثقافة", "كتب ومعارض")


@pytest.mark.parametrize(
    "trail",
    [
        "<ol><li><a href='/'>الرئيسية</a></li><li><a href='/c'>ثقافة</a></li></ol>",
        "<nav class='breadcrumb'><a href='/'>الرئيسية</a> / <a href='/c'>ثقافة</a> / " + TITLE + "</nav>",
        "<div class='crumbs'><a href='/'>المثال</a> &raquo; <a href='/c'>ثقافة</a></div>",
        "<div><a href='/c'>ثقافة</a></div>",
        "<ul><li><a href='https://www.example.com/'>بوابة المثال</a></li><li><a href='/c'>ثقافة</a></li></ul>",
    ],
)
def test_the_way_from_the_front_page(trail: str) -> None:
    assert parse(above=trail).sections == ("ثقافة",)


def test_a_comma_inside_a_link_belongs_to_the_section() -> None:
    trail = "<ol><li><a href='/'>الرئيسية</a></li><li><a href='/c'>صناعة، طاقة ومناجم</a></li></ol>"
    assert parse(above=trail).sections == ("صناعة، طاقة ومناجم",)


def test_the_section_between_title_and_site() -> None:
    page = html(head=f'<meta property="og:title" content="{TITLE}">').replace(
        f"<title>{TITLE} - صحيفة المثال</title>", f"<title>{TITLE} | ثقافة | صحيفة المثال</title>"
    )
    assert arnews.parse_html(page, url=URL).sections == ("ثقافة",)


def test_tags_are_links() -> None:
    tags = "<div class='tags'>الوسوم: <a href='/t/1'>معرض الكتاب</a> <a href='/t/2'>وزارة الثقافة</a></div>"
    assert parse(below=tags).keywords == ("معرض الكتاب", "وزارة الثقافة")
    listed = (
        "<div><p>الكلمات المتعلقة</p><ul><li><a href='/t/1'>ثقافة</a></li><li><a href='/t/2'>ناشرون</a></li></ul></div>"
    )
    assert parse(below=listed).keywords == ("ثقافة", "ناشرون")


def test_captions_of_figures_and_of_small_boxes() -> None:
    figure = "<figure><img src='/a.jpg'><figcaption>جانب من حفل الافتتاح</figcaption></figure>"
    article = parse(figure)
    assert [(image.caption, image.url) for image in article.images] == [
        ("جانب من حفل الافتتاح", "https://www.example.com/a.jpg")
    ]
    box = "<div class='carousel'><div><img src='/b.jpg' alt='x'><span>زوار في جناح كتب الأطفال</span></div></div>"
    assert [image.caption for image in parse(box).images] == ["زوار في جناح كتب الأطفال"]


def test_the_picture_of_a_teaser_is_none_of_the_article() -> None:
    teaser = (
        "<div class='x'><div><span>© REUTERS / A. NAME</span></div><img src='/t.jpg'>"
        "<div><a href='/n/9'>وزارة النقل تعلن مواعيد الحافلات الجديدة</a></div></div>"
    )
    page = html().replace(f"<p>{BODY[1]}</p>", f"<p>{BODY[1]}</p>{teaser}")
    article = arnews.parse_html(page, url=URL)
    assert [image.caption for image in article.images] == []
    assert article.paragraphs == BODY


def test_a_video_is_an_image_of_kind_video() -> None:
    article = parse("<iframe src='https://www.youtube.com/embed/abc123'></iframe>")
    assert [(image.kind, image.url) for image in article.images] == [
        (arnews.ImageKind.VIDEO, "https://www.youtube.com/embed/abc123")
    ]


def test_related_addresses_are_resolved() -> None:
    below = (
        "<div class='related'><h3>اقرأ أيضا</h3><a href='../n/2'>وزارة النقل تعلن مواعيد الحافلات الجديدة</a>"
        "<br><a href='//other.example/n/3'>اتحاد الناشرين ينتخب مجلسا جديدا لإدارته</a></div>"
    )
    assert [link.url for link in parse(below=below).related] == [
        "https://www.example.com/n/2", "https://other.example/n/3",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("href", "canonical", "issue"),
    [
        ("/culture/123", URL, None),
        ("//www.example.com/culture/123", URL, None),
        ("?p=123", "https://www.example.com/culture/123?p=123", None),
        ("https://m.example.com/culture/123", "https://m.example.com/culture/123", None),
        ("https://other.example.org/a/1", None, "foreign-canonical"),
        ("http://52.16.95.170/a/1", None, "foreign-canonical"),
        ("https://www.example.com/", None, "front-page-canonical"),
        ("javascript:void(0)", None, None),
    ],
)
def test_canonical_addresses(href: str, canonical: str | None, issue: str | None) -> None:
    article = parse(head=f'<link rel="canonical" href="{href}">')
    assert article.canonical_url == canonical
    assert codes(article) == ({issue} if issue else set())


def test_a_source_in_an_element_of_its_own() -> None:
    article = parse("<div class='source'><a href='/s/4'>بوابة الضفة</a></div><div>12 شباط 2024</div>")
    assert article.source == arnews.Source(name="بوابة الضفة")
    assert article.dateline is None


@pytest.mark.parametrize(
    ("free", "expected"), [("false", False), ('"False"', False), ("true", True), ('"maybe"', None)]
)
def test_the_paywall_flag(free: str, expected: bool | None) -> None:
    script = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "isAccessibleForFree": {free}}}'
    assert parse(head=json_ld(script)).is_accessible_for_free is expected


def test_a_page_that_only_lists_has_no_date_of_its_own() -> None:
    items = "".join(
        f"<div class='item'><a href='/n/{i}'><h3>{title}</h3></a><span>1{i} شباط 2024</span></div>"
        for i, title in enumerate(
            ("وزارة النقل تعلن مواعيد الحافلات الجديدة", "اتحاد الناشرين ينتخب مجلسا جديدا لإدارته",
             "الأرصاد تتوقع أمطارا غزيرة على الساحل", "المنتخب يفوز في مباراته الأولى بهدفين",
             "البلدية تفتتح حديقة عامة وسط المدينة")
        )
    )  # fmt: skip
    page = (
        "<html><head><title>ثقافة - صحيفة المثال</title></head><body><div class='date'>20 شباط 2024</div>"
        f"<h2>ثقافة</h2>{items}</body></html>"
    )
    article = arnews.parse_html(page, url="https://www.example.com/c/culture")
    assert article.body == ""
    assert article.date_published is None
    assert article.headline is None
