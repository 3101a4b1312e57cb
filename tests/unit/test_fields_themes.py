"""What themes and content systems print around an article: their own words are no values of it."""

from __future__ import annotations

from urllib.parse import quote

import pytest

import arnews
from tests.unit.small_pages import BODY, TITLE, iso, parse


@pytest.mark.parametrize("step", ["2024", "الأرشيف", "التصنيفات", "Forum index", "مسار التنقل", "03"])
def test_a_list_of_the_whole_site_is_no_section(step: str) -> None:
    trail = f"<nav class=breadcrumb><a href='/'>الرئيسية</a> / <a href='/x/'>{step}</a> / <a href='/s/1'>فنون</a></nav>"
    assert parse(above=trail).sections == ("فنون",)


@pytest.mark.parametrize("label", ["التعليق على الصورة،", "صدر الصورة،", "Image caption"])
def test_a_hidden_label_is_no_caption(label: str) -> None:
    caption = "القاعة الشرقية قبل افتتاح المعرض بيوم واحد"
    figure = (
        f"<figure><amp-img src='/hall.jpg' alt=''></amp-img>"
        f"<figcaption><span class=vh>{label}</span><p>{caption}</p></figcaption></figure>"
    )
    article = parse(figure)
    assert [image.caption for image in article.images] == [caption]
    assert article.images[0].url is not None


def test_categories_of_a_wiki_are_tags() -> None:
    names = ("معارض", "كتب المدينة")
    links = " | ".join(
        f"<a href='/index.php?title={quote('تصنيف:' + name)}&amp;redlink=1'>{name}</a>" for name in names
    )
    others = "".join(
        f"<li><a href='/index.php?title=x{n}'>عنوان مقالة أخرى من الموقع رقم {n}</a></li>" for n in range(4)
    )
    for between in ("", f"<h2>اقرأ أيضا</h2><ul>{others}</ul>"):
        assert parse(below=f"{between}<div id=catlinks>تصنيفات: {links}</div>").keywords == names


def test_the_section_above_another_title_is_that_article_s() -> None:
    other = "<h4><a href='/news/9'>الفريق يستعد لمباراة الإياب مساء غد</a></h4>"
    card = f"<div class=card><a href='/s/2'>رياضة</a>{other}</div>"
    assert parse(below=f"<h3>مقالات أخرى</h3>{card}").sections == ()


def test_the_title_in_its_breadcrumb_is_no_section() -> None:
    title = "مؤتمر صحفي: شركة المياه - توقيع اتفاقية جديدة"
    trail = f"<nav class=breadcrumb><a href='/'>الرئيسية</a> <a href='/s/1'>فنون</a> <a href='/1'>{title}</a></nav>"
    page = f"<title>{title}</title>{trail}<h1>{title}</h1>" + "".join(f"<p>{text}</p>" for text in BODY)
    assert arnews.parse_html(page).sections == ("فنون",)


@pytest.mark.parametrize(
    "line",
    [
        "<footer>Last edited 13/03/2024 04:40</footer>",
        "<footer>© 2024 صحيفة المثال • Last Updated March 13, 2024 • Atom Feed</footer>",
        "<div class=foot>آخر تعديل: 13 مارس 2024 | عدد الكلمات: 320</div>",
    ],
)
def test_a_line_of_the_page_says_when_it_was_changed(line: str) -> None:
    article = parse("<div>12 مارس 2024</div>", below=line)
    assert iso(article.date_published) == "2024-03-12"
    assert (iso(article.date_modified) or "").startswith("2024-03-13")


def test_a_change_on_the_day_of_publication_says_nothing() -> None:
    assert parse("<div>12 مارس 2024</div>", below="<footer>Last edited 12/03/2024</footer>").date_modified is None


@pytest.mark.parametrize(
    "line",
    [
        "<span>12 مارس 2024 09:00</span> <span>13 مارس 2024 10:00</span>",
        "<span>12 مارس 2024</span> <span>تاريخ النشر</span> <span>13 مارس 2024</span> <span>آخر تحديث</span>",
    ],
)
def test_the_second_date_of_a_line_is_the_update(line: str) -> None:
    article = parse(f"<div>{line}</div>")
    assert (iso(article.date_published) or "")[:10] == "2024-03-12"
    assert (iso(article.date_modified) or "")[:10] == "2024-03-13"


@pytest.mark.parametrize(
    "line", ["<footer>12 مارس 2024 يمكنك إضافة الصفحة إلى مفضلتك</footer>", "<div>12 مارس 2024 عدد الكلمات 320</div>"]
)
def test_a_date_right_below_the_text(line: str) -> None:
    assert iso(parse(below=line).date_published) == "2024-03-12"


def test_a_date_below_titles_of_others_is_theirs() -> None:
    others = "".join(f"<li><a href='/news/{n}'>عنوان مقال آخر من الموقع رقم {n}</a></li>" for n in range(4))
    below = f"<h3>اقرأ أيضا</h3><ul>{others}</ul><div>12 مارس 2024 عدد الزوار 30</div>"
    assert parse(below=below).date_published is None


PICTURE = "<img src='/pics/hall.jpg' width=800>"


@pytest.mark.parametrize(
    "icon",
    [
        "<img src='/i/fb.png'>",
        "<img src='/theme/whatsapp-48.png'>",
        "<img src='/img/print.gif' alt='طباعة'>",
        "<img src='/u/salim.jpg' width=48 height=48>",
        "<img src='/x.gif' width='1px' height='1px'>",
        "<img src='https://www.facebook.com/tr?id=1&ev=PageView'>",
        "<img src='https://count.example.com/pixel.gif?page=3'>",
    ],
)
def test_an_icon_a_face_or_a_tracker_is_no_image(icon: str) -> None:
    article = parse(f"<div class=meta>{icon}</div>", PICTURE)
    assert [image.url for image in article.images] == ["https://www.example.com/pics/hall.jpg"]


@pytest.mark.parametrize("name", ["facebook-headquarters.jpg", "clock-tower.png", "print.jpg", "statistics.jpg"])
def test_a_photo_of_such_a_thing_is_an_image(name: str) -> None:
    assert [image.url for image in parse(f"<img src='/pics/{name}'>").images] == [
        f"https://www.example.com/pics/{name}"
    ]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("القاعة الشرقية قبل الافتتاح. تصوير: سليم الحاوي", "سليم الحاوي"),
        ("القاعة الشرقية قبل الافتتاح (عدسة: سليم الحاوي)", "سليم الحاوي"),
        ("القاعة الشرقية قبل الافتتاح (رويترز)", "رويترز"),
        ("القاعة الشرقية: جانب من التحضير قبل الافتتاح", None),
    ],
)
def test_the_credit_of_a_picture(caption: str, credit: str | None) -> None:
    (image,) = parse(f"<figure>{PICTURE}<figcaption>{caption}</figcaption></figure>").images
    assert (image.caption, image.credit) == (caption, credit)


OTHERS = (
    "وزارة النقل تعلن مواعيد الحافلات الجديدة",
    "اتحاد الناشرين ينتخب مجلسا جديدا",
    "مسرح المدينة يعرض ثلاث مسرحيات",
)


@pytest.mark.parametrize(
    "item",
    [
        "<li>{n} <a href='/n/{n}'>{title}</a> <time>منذ ساعتين</time></li>",
        "<li><a href='/n/{n}'>{n}</a><a href='/n/{n}'>{title}</a><a href='#'>Share</a></li>",
        "<li><a href='/n/{n}'>• {title}</a></li>",
        "<li><a href='/n/{n}'>{n}- {title}</a></li>",
        "<li><a href='/n/{n}'>{title}</a></li><li><a href='/poll'>انتهت</a></li>",
    ],
)
def test_titles_of_others_have_no_bullets_ranks_and_buttons(item: str) -> None:
    items = "".join(item.format(n=number, title=title) for number, title in enumerate(OTHERS, 1))
    article = parse(below=f"<h3>اقرأ أيضا</h3><ul>{items}</ul>")
    assert [link.text for link in article.related] == list(OTHERS)
    assert all(link.url for link in article.related)


def test_a_number_of_its_own_stays_in_a_title() -> None:
    titles = ("5 نصائح لقراءة أسرع في الصيف", "اتحاد الناشرين ينتخب مجلسا جديدا", "مسرح المدينة يعرض ثلاث مسرحيات")
    items = "".join(f"<li><a href='/n/{n}'>{title}</a></li>" for n, title in enumerate(titles))
    assert [link.text for link in parse(below=f"<h3>اقرأ أيضا</h3><ul>{items}</ul>").related] == list(titles)


SITE = "<meta property='og:site_name' content='صحيفة المثال'>"


@pytest.mark.parametrize("glued", ["{} | صحيفة المثال", "{} - صحيفة المثال", "صحيفة المثال: {}", "{} من صحيفة المثال"])
def test_the_name_of_the_site_is_no_part_of_the_title(glued: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    printed = glued.format(TITLE)
    page = f"<title>{TITLE} - صحيفة المثال</title>{SITE}<h1>{printed}</h1>{paragraphs}"
    assert arnews.parse_html(page).headline == (printed if ":" in printed else TITLE)


def test_a_title_that_speaks_of_the_site_stays() -> None:
    title = "جائزة جديدة من صحيفة المثال"
    paragraphs = "".join(f"<p>{text}</p>" for text in BODY)
    assert arnews.parse_html(f"<title>{title}</title>{SITE}<h1>{title}</h1>{paragraphs}").headline == title


def test_one_name_of_a_section_between_title_and_text_is_the_article_s() -> None:
    assert parse("<div>12 مارس 2024</div><div><a href='/x'>رياضة</a></div>").sections == ("رياضة",)


def test_a_heading_of_tags_is_no_tag() -> None:
    links = "<a href='/tag/1'>كتب</a> <a href='/tag/2'>نشر</a>"
    for heading in ("الموضوع:", "مواضيع ذات صلة"):
        assert parse(below=f"<div class=tags><h4>{heading}</h4><p>{links}</p></div>").keywords == ("كتب", "نشر")
