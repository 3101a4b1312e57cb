"""Names beside the titles of pages: desks after a link, the site in openings, photographers; a day in a sentence."""

from __future__ import annotations

import arnews
from arnews.fields.context import Context
from arnews.fields.dates import read_date_published
from tests.unit.small_pages import BODY, URL, html, iso, names, parse

SITE = '<meta property="og:site_name" content="وطن الزيتون">'


def _captions(article: arnews.Article) -> list[str]:
    return [image.caption for image in article.images if image.caption]


def test_a_desk_after_a_link_to_authors_is_the_author() -> None:
    line = "<ul><li>11 فبراير 2024</li><li><span><a href='/author/olive/'>فريق وطن الزيتون</a></span></li></ul>"
    article = parse(line, head=SITE)
    assert names(article) == ["فريق وطن الزيتون"]
    assert iso(article.date_published) == "2024-02-11"


def test_the_site_in_an_opening_is_no_author() -> None:
    page = html("<p>وليد حسن</p>", head=SITE).replace(BODY[0], f"نابلس - وطن الزيتون: {BODY[0]}")
    article = arnews.parse_html(page, url=URL)
    assert names(article) == ["وليد حسن"]
    assert article.dateline is not None
    assert article.dateline.places == ("نابلس",)


def test_the_site_beside_a_name_is_no_place() -> None:
    article = parse("<div>صدى الأطلس - ليلى حسن</div>", head=SITE.replace("وطن الزيتون", "صدى الأطلس"))
    assert names(article) == ["ليلى حسن"]
    assert article.dateline is None


def test_where_an_author_comes_from_is_no_dateline() -> None:
    article = parse("<div>ليلى حسن - كاتبة من تونس</div>")
    assert names(article) == ["ليلى حسن"]
    assert article.dateline is None


def test_who_took_the_pictures_is_no_caption() -> None:
    article = parse("<div>نص: ليلى حسن</div><div>تصوير: هاجر الودغيري</div><div>11 أيار 2024</div>")
    assert names(article) == ["ليلى حسن"]
    assert _captions(article) == []


def test_who_took_the_pictures_signs_a_gallery() -> None:
    captions = ["مرجل تقطير نحاسي ورثه صاحبه عن جده", "طفلة تبيع قلائد الورد للمسافرين", "ملكة الورد تحيي الجمهور"]
    figures = "".join(
        f"<figure><img src='/{n}.jpg'><figcaption>{caption}</figcaption></figure>" for n, caption in enumerate(captions)
    )
    article = parse("<div>15 ماي 2022</div><div>عدسة: يونس حسن</div>", below=figures)
    assert names(article) == ["يونس حسن"]
    assert _captions(article) == captions


def test_a_sentence_that_ends_with_the_day_says_when() -> None:
    page = html(below="<div class=posted>نشرت هذه التدوينة في الخميس 20 نوفمبر 2008</div>")
    document = arnews.read_html(page, url=URL, select=[(".posted", "timestamp")])
    assert iso(read_date_published(Context(arnews.label(document))).value) == "2008-11-20"


def test_what_a_box_of_tags_is_called_is_no_tag() -> None:
    links = "".join(f"<li><a href='/i.php?tag={word}'>{word}</a></li>" for word in ("أرشيف", "ذاكرة", "طرابلس"))
    assert parse(below=f"<div class=itemTagsBlock>موسومة تحت<ul>{links}</ul></div>").keywords == (
        "أرشيف",
        "ذاكرة",
        "طرابلس",
    )
