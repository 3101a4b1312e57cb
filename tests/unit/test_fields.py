"""Each field on small documents of our own."""

from __future__ import annotations

import datetime as dt

import pytest

import arnews

TITLE = "انطلاق معرض الكتاب الدولي بمشاركة أربعمئة ناشر"
LEAD = "افتتح وزير الثقافة مساء أمس معرض الكتاب الدولي في دورته العشرين، وسط حضور كبير من الناشرين والقراء."
SECOND = "وقال الوزير في كلمته إن المعرض يستقبل هذا العام أربعمئة دار نشر من ثلاثين بلداً، وإن الدخول إليه مجاني."


def parse(*lines: str, **options: object) -> arnews.Article:
    """Parse lines as one text."""
    return arnews.parse_text("\n".join(lines), **options)  # type: ignore[arg-type]


def iso(date: arnews.NewsDate | None) -> str | None:
    """Return the printed form of a date, if there is one."""
    return None if date is None else date.isoformat()


def test_date_with_time_and_update_on_one_line() -> None:
    article = parse(TITLE, "الجمعة، 11 كانون الأول/ديسمبر 2020، آخر تحديث 18:00 (GMT+0400)", LEAD, SECOND)
    assert iso(article.date_published) == "2020-12-11"
    assert iso(article.date_modified) == "2020-12-11T18:00+04:00"


def test_an_update_alone_is_no_publication_date() -> None:
    article = parse(TITLE, "آخر تحديث: 12 شباط 2024", LEAD, SECOND)
    assert (iso(article.date_published), iso(article.date_modified)) == (None, "2024-02-12")


def test_the_clock_above_the_title_gives_way_to_the_date_below_it() -> None:
    article = parse("السبت 17 فبراير 2018", "الرئيسية", "رياضة", TITLE, "الثلاثاء 30 يناير 2018 02:53", LEAD, SECOND)
    assert iso(article.date_published) == "2018-01-30T02:53"


def test_two_halves_on_two_lines_are_one_date() -> None:
    article = parse("الجمعة 29 شعبان 1446 هـ", "28 فبراير 2025 م", TITLE, LEAD, SECOND)
    assert iso(article.date_published) == "2025-02-28"
    assert article.date_published is not None
    assert article.date_published.hijri == arnews.HijriDate(1446, 8, 29)


def test_agency_copy_prints_the_time_after_the_text() -> None:
    article = parse("جدة 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس", LEAD, SECOND, "// انتهى //", "10:24 ت م")
    assert iso(article.date_published) == "2015-08-11T10:24+03:00"
    assert article.dateline is not None
    assert (article.dateline.places, article.dateline.agencies) == (("جدة",), ("واس",))
    assert article.paragraphs == (LEAD, SECOND)


def test_a_date_inside_the_dateline_is_the_publication_date() -> None:
    article = parse(TITLE, f"رام الله 19-7-2012 وفا- {LEAD}", SECOND)
    assert iso(article.date_published) == "2012-07-19"


def test_hours_ago_need_the_moment_of_the_crawl() -> None:
    lines = (TITLE, "منذ 3 ساعات", LEAD, SECOND)
    assert parse(*lines).date_published is None
    crawled = dt.datetime(2024, 5, 2, 14, 30)
    assert iso(parse(*lines, fetched_at=crawled).date_published) == "2024-05-02T11:30"


def test_authors_without_verbs_and_titles() -> None:
    article = parse(TITLE, "بقلم: د. كريم العطار", LEAD, SECOND)
    assert [author.name for author in article.authors] == ["كريم العطار"]


def test_source_line_with_name_and_agency() -> None:
    article = parse(TITLE, LEAD, SECOND, "المصدر: رويترز")
    assert article.source == arnews.Source(name="رويترز")
    assert article.dateline is not None
    assert article.dateline.agencies == ("رويترز",)


def test_keywords_with_and_without_commas() -> None:
    commas = parse(TITLE, LEAD, SECOND, "الوسوم: معرض الكتاب، ثقافة، ناشرون")
    assert commas.keywords == ("معرض الكتاب", "ثقافة", "ناشرون")
    blanks = parse(TITLE, LEAD, SECOND, "كلمات دلالية: كتب ناشرون المعرض الدولي قراءة")
    assert blanks.keywords == ("كتب", "ناشرون", "المعرض الدولي", "قراءة")


def test_caption_with_credit() -> None:
    article = parse(TITLE, "زوار في جناح الأطفال (رويترز)", LEAD, SECOND)
    assert article.images == (arnews.Image(caption="زوار في جناح الأطفال (رويترز)", credit="رويترز"),)


def test_what_is_not_printed_is_none_or_empty() -> None:
    article = parse(LEAD, SECOND)
    empty = (article.headline, article.kicker, article.description, article.dateline, article.date_published,
             article.date_modified, article.source, article.is_translated)  # fmt: skip
    assert empty == (None,) * 8
    assert (article.authors, article.sections, article.keywords, article.images, article.related) == ((),) * 5
    assert article.language == "ar"


def test_a_notice_of_translation() -> None:
    article = parse(TITLE, LEAD, SECOND, "تم نشر الخبر مترجم عبر خدمة غوغل")
    assert article.is_translated is True


def test_empty_text_has_an_issue() -> None:
    article = arnews.parse_text(" \n\n ")
    assert article.kind is arnews.ArticleKind.OTHER
    assert [issue.code for issue in article.issues] == ["empty"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("اقرأ أيضاً: مخزون القمح يكفي عشرة أشهر", "مخزون القمح يكفي عشرة أشهر"),
        ("• إقرأ أيضا.. موعد مباراة القمة", "موعد مباراة القمة"),
        ("شاهد أيضاً كيف تعد المعمول في البيت", "كيف تعد المعمول في البيت"),
        ("اقرأ أيضا: موعد افتتاح الجسر الجديد", "موعد افتتاح الجسر الجديد"),
    ],
)
def test_the_title_of_another_article_has_no_label(line: str, title: str) -> None:
    article = parse(TITLE, LEAD, line, SECOND)
    assert [link.text for link in article.related] == [title]
    page = f"<h1>{TITLE}</h1><p>{LEAD}</p><p>{line}</p><p>{SECOND}</p>"
    assert [link.text for link in arnews.parse_html(page).related] == [title]
