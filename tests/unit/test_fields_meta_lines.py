"""The rows of links and the lines of several things that themes print beside an article."""

from __future__ import annotations

import pytest

from tests.unit.small_pages import TITLE, codes, iso, names, parse

TAGS = "<a href='/tag/1'>مكتبات متنقلة</a> <a href='/tag/2'>قراءة</a>"


@pytest.mark.parametrize("href", ["/categories/x/", "/category/3", "/tags/x/"])
def test_a_line_that_links_to_a_section_or_tag_names_nobody(href: str) -> None:
    article = parse(f"<div><a href='{href}'>تربية وتعليم</a></div>", "<div>14 مارس 2024</div>")
    assert names(article) == []


def test_a_menu_that_begins_with_the_front_page_is_no_way() -> None:
    entries = "".join(
        f"<li><a href='/{path}'>{word}</a></li>"
        for path, word in (
            ("", "الرئيسية"),
            ("local", "محليات"),
            ("eco", "اقتصاد"),
            ("sport", "رياضة"),
            ("c", "منوعات"),
        )
    )
    assert parse(above=f"<nav><ul>{entries}</ul></nav>").sections == ()
    site = "".join(f"<li><a href='/{n}'>{word}</a></li>" for n, word in enumerate(("الرئيسية", "اتصل بنا", "ثقافة")))
    assert parse(above=f"<nav><ul>{site}</ul></nav>").sections == ()


def test_a_way_in_one_line_begins_with_the_front_page() -> None:
    assert parse(above="<div>الرئيسية &gt;&gt; <a href='/s/9'>ثقافة</a></div>").sections == ("ثقافة",)
    links = "<a href='/'>الرئيسية</a><a href='/m'>المركز الإعلامي</a><a href='/m/n'>أخبار المركز</a>"
    assert parse(above=f"<div class=page-path>{links}</div>").sections == ("المركز الإعلامي", "أخبار المركز")


def test_a_step_that_is_the_cut_title_is_no_section() -> None:
    way = (
        f"<div class=breadcrumb><a href='/'>الرئيسية</a> » <a href='/s'>ثقافة</a> » <span>{TITLE[:23]}...</span></div>"
    )
    assert parse(above=way).sections == ("ثقافة",)


@pytest.mark.parametrize("step", ["تفاصيل الخبر", "about", "من نحن", "اتصل بنا"])
def test_a_page_of_the_site_is_no_section(step: str) -> None:
    way = f"<div class=breadcrumb><a href='/'>الرئيسية</a> / <a href='/s'>ثقافة</a> / <span>{step}</span></div>"
    assert parse(above=way).sections == ("ثقافة",)


def test_links_to_tags_below_the_title_are_no_sections() -> None:
    article = parse(f"<p>Category: {TAGS}</p>")
    assert (article.sections, article.keywords) == ((), ("مكتبات متنقلة", "قراءة"))


def test_a_link_to_another_site_is_no_section() -> None:
    menu = "<ul><li><a href='https://friend.example/'>موقع صديق</a></li></ul>"
    filed = "<p>In: <a href='/category/edu'>تربية وتعليم</a></p>"
    assert parse(filed, above=menu).sections == ("تربية وتعليم",)


def test_a_name_in_other_letters_is_no_section() -> None:
    assert parse("<div class=category>长沙</div>").sections == ()
    assert parse(above="<div class=lang><a href=/fr>Français</a> | <a href=/zgh>ⵜⴰⵎⴰⵣⵉⵖⵜ</a></div>").sections == ()


def test_brackets_around_a_section_are_no_part_of_it() -> None:
    assert parse("<p>dans <a href='/category/w'>[ طقس ]</a></p>").sections == ("طقس",)


def test_the_label_of_a_section_is_no_part_of_it() -> None:
    line = "<dd class=category-name>المجموعة: <a href='/edu' itemprop=genre>تربية وتعليم</a></dd>"
    assert parse(f"<dl>{line}</dl>").sections == ("تربية وتعليم",)


def test_the_counts_of_tags_are_no_part_of_them() -> None:
    row = "<a href='/tags/1'>مكتبات متنقلة<span>1</span></a><a href='/tags/2'>قراءة<span>12</span></a>"
    assert parse(below=f"<div class=tags>{row}</div>").keywords == ("مكتبات متنقلة", "قراءة")
    years = "<a href='/tags/1'>كأس العالم 2022</a><a href='/tags/2'>منتخب 2026</a>"
    assert parse(below=f"<div class=tags>{years}</div>").keywords == ("كأس العالم 2022", "منتخب 2026")


def test_counters_of_a_site_are_no_tags() -> None:
    card = "".join(
        f"<a href='/{path}/'><div>{word}</div><div>{count}</div></a>"
        for path, word, count in (("archives", "Articles", 31), ("tags", "Tags", 6), ("categories", "Categories", 4))
    )
    assert parse(below=f"<div>{card}</div>").keywords == ()


def test_the_label_in_front_of_a_linked_tag_is_none() -> None:
    line = "<p class=tags>Étiquettes : <a rel=tag href='/t1'>قراءة</a></p>"
    assert parse(below=line).keywords == ("قراءة",)
    words = "<div class=tagcontainer><h4>الكلمات الدلالية (Tags)</h4> <a href='/tags/b'>برد</a></div>"
    assert parse(below=words).keywords == ("برد",)


def test_a_cloud_of_the_site_is_not_of_the_article() -> None:
    cloud = "<aside><h3>سحابة الوسوم</h3><a href='/tag/1'>انتخابات</a> <a href='/tag/2'>أمطار</a></aside>"
    assert parse(below=cloud).keywords == ()


def test_the_sign_of_an_account_is_no_part_of_a_name() -> None:
    assert names(parse("<p>Par</p><p><a href='/author/m'>@مريم السالمي</a></p>")) == ["مريم السالمي"]


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 14 mars 2024 par <span>سهام بوعزيز</span> dans <a href='/c' rel=category>تربية وتعليم</a>",
        "Par <a class=fn href='#'>سهام بوعزيز</a> | Catégorie : <a href='/category/e'>تربية وتعليم</a>",
        "By <a class=fn href='#'>سهام بوعزيز</a> on <a></a> about <a href='/category/e'>تربية وتعليم</a>",
        "Gepostet am 14.03.2024 von <b>سهام بوعزيز</b> in <a href='/category/e'>تربية وتعليم</a>",
        "<b>كتب بواسطة</b> سهام بوعزيز, <b>بتاريخ</b> 14 مارس 2024"
        "<br><b> تحت الاقسام:</b> <a href='/cat/w'>تربية وتعليم</a>",
        "نشر في <a href='/category/e'>تربية وتعليم</a>; وسوم <a href='/tag/1'>تمور</a>; <a href='#c'>تعليقات 3</a>; "
        "كتب <a href='/2024/03'>14 مارس 2024</a> بقلم <a href='/p/n'>سهام بوعزيز</a>",
    ],
)
@pytest.mark.parametrize("is_below", [False, True])
def test_a_line_of_several_things_names_the_author_after_a_label(line: str, *, is_below: bool) -> None:
    meta = f"<div class=info>{line}</div>"
    article = parse(below=meta) if is_below else parse(meta)
    assert names(article) == ["سهام بوعزيز"]
    assert article.sections == ("تربية وتعليم",)


def test_a_word_of_a_theme_is_no_author() -> None:
    line = "<p>Publié le</p><p>19 January 2024</p><p>Par <a href='/author/m'>مريم السالمي</a></p>"
    assert names(parse(line)) == ["مريم السالمي"]


def test_a_name_and_a_day_in_one_line_without_marks() -> None:
    parts = "<span><i></i>سهام بوعزيز</span><span><i></i> الخميس 14 مارس 2024 10:20 ص</span> <span>912 مشاهدة</span>"
    article = parse(f"<div>{parts}</div>")
    assert (names(article), iso(article.date_published)) == (["سهام بوعزيز"], "2024-03-14T10:20")
    assert "date-conflict" not in codes(article)


def test_the_rank_of_a_member_is_no_part_of_the_name() -> None:
    card = (
        "<div class=userinfo><a class=username href='/m/1'><strong>مريم السالمي</strong></a><span>عضو نشيط</span></div>"
    )
    assert names(parse(card)) == ["مريم السالمي"]


def test_a_translator_beside_authors_is_another_line() -> None:
    lines = (
        "<div class=authors><a href='/w/1'>سهام بوعزيز</a> و<a href='/w/2'>طارق اللواتي</a></div>",
        "<div class=trans>ترجمة: هناء الزين</div>",
    )
    assert names(parse(*lines))[:2] == ["سهام بوعزيز", "طارق اللواتي"]


def test_a_date_with_commas_after_its_label() -> None:
    items = (
        "<li>كاتب المقالة: <a href='/author/n' rel=author>سهام بوعزيز</a></li><li>تم نشر المقالة: 5 نوفمبر، 2023</li>"
    )
    assert iso(parse(f"<ul class=meta>{items}</ul>").date_published) == "2023-11-05"


def test_a_day_of_the_month_first_is_told_by_the_metadata() -> None:
    line = (
        "<span content='2023-11-05T07:45:00+01:00' property='dc:date dc:created'>"
        "أرسل بواسطة <b>سهام بوعزيز</b> في الأحد, 11/05/2023 - 07:45</span>"
    )
    assert (iso(parse(line).date_published) or "")[:10] == "2023-11-05"


def test_the_name_of_a_section_of_the_menu_is_nobody() -> None:
    menu = "<ul class=menu><li><a href='/category/e'>تربية وتعليم</a></li><li><a href='/category/s'>رياضة</a></li></ul>"
    assert names(parse("<div>14 مارس 2024</div><div>تربية وتعليم</div>", above=menu)) == []


def test_a_link_to_an_author_beside_the_title_is_his() -> None:
    foot = "<footer>05 November 2023<br><a href='/author/n.html'><i></i>نوفل الحمداني</a></footer>"
    site = "<meta name=author content='هيئة المثال'>"
    assert names(parse(above=foot, head=site)) == ["نوفل الحمداني"]


def test_a_line_of_a_page_without_pictures_is_no_caption() -> None:
    assert parse("<div><span>19 يناير 2024</span> · دقيقة واحدة · مريم السالمي</div>").images == ()


@pytest.mark.parametrize(
    "way",
    [
        f"<div class=navigation><a href='/i'>منتديات</a> › <a href='/f?2'>زراعة</a> › <span>{TITLE}</span></div>",
        f"<ul><li><a href='/i'>صحيفة المثال</a> »</li><li><a href='/f?2'>زراعة</a> »</li><li>{TITLE}</li></ul>",
        "<p>صحيفة المثال &gt; زراعة</p>",
    ],
)
def test_a_way_that_ends_with_the_title_or_begins_with_the_site(way: str) -> None:
    assert parse(above=way).sections == ("زراعة",)


def test_the_trade_below_a_name_is_nobody() -> None:
    card = "<div class=author-line><div><strong>نوفل الحمداني</strong><br>مراسل الشؤون الزراعية</div></div>"
    assert names(parse(card)) == ["نوفل الحمداني"]


def test_the_day_on_which_a_member_joined_dates_nothing() -> None:
    member = "<div class=user><h4><a>سهام بوعزيز</a></h4><dl><dt>إنضم</dt><dd>3 مايو 2012</dd></dl></div>"
    assert parse(member).date_published is None


def test_only_the_links_to_tags_of_a_line_of_several_things_are_tags() -> None:
    line = (
        "كُتب على <a href='/b'>5 نوفمبر، 2023</a> الكاتب <a href='/author/n'>نوفل الحمداني</a> التصنيفات "
        "<a href='/category/e' rel='category tag'>زراعة</a> الوسوم <a href='/tag/t' rel=tag>تمور</a>"
    )
    assert parse(below=f"<footer>{line}</footer>").keywords == ("تمور",)


def test_a_box_of_labels_and_values_below_the_text() -> None:
    rows = (
        "<h4>Published</h4><p>14 March 2024</p><h4>Last Updated</h4><p>16 March 2024</p>"
        "<h4>Category</h4><a href='/categories.html#e'>تربية وتعليم</a><h4>Tags</h4>"
        "<ul class='list-of-tags tags-in-article'><li><a href='/tags.html#1'>قراءة<span>1</span></a></li>"
        "<li><a href='/tags.html#2'>مكتبات متنقلة<span>12</span></a></li></ul>"
    )
    article = parse(below=f"<nav>{rows}</nav>")
    assert (iso(article.date_published), iso(article.date_modified)) == ("2024-03-14", "2024-03-16")
    assert (article.sections, article.keywords) == (("تربية وتعليم",), ("قراءة", "مكتبات متنقلة"))


def test_a_line_of_links_to_pages_of_the_site_is_no_way() -> None:
    menu = "<a href='/'>Home</a> <a href='/'>الرئيسية</a> <a href='/c'>اتصل بنا</a> <a href='/feed'>Atom</a>"
    assert parse(above=f"<nav>{menu}</nav>").sections == ()


def test_a_writer_who_is_a_section_or_tag_of_the_site_signs() -> None:
    around = "<ul class=menu><li><a href='/category/w/4'>سهام بوعزيز</a></li></ul>"
    tags = "<div class=tags><a href='/tag/siham'>سهام بوعزيز</a> <a href='/tag/q'>قراءة</a></div>"
    article = parse("<div>سهام بوعزيز</div>", "<div>14 مارس 2024</div>", above=around, below=tags)
    assert names(article) == ["سهام بوعزيز"]


def test_who_wrote_the_next_article_is_not_the_author() -> None:
    assert names(parse(below="<div class=next>المقال التالي بقلم <a href='/author/x'>هدى سالم</a></div>")) == []
