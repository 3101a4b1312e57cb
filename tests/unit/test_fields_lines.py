"""Lines of pages that hold several things: name, day and section; agencies of a source; a deck with points below it."""

from __future__ import annotations

import pytest

from tests.unit.small_pages import iso, names, parse

DECK = "تحدثت أربعون امرأة عن أجر يدفع بالقطعة، وعن سلسلة من العقود لا يظهر فيها اسم أي شركة"


def test_name_day_and_section_in_one_line() -> None:
    parts = "<span class=author>هاني الشريف</span><span class=date>5 مايو 2020</span><span class=cat>ثقافة</span>"
    article = parse(f"<div class=meta>{parts}</div>")
    assert names(article) == ["هاني الشريف"]
    assert iso(article.date_published) == "2020-05-05"


def test_a_name_in_front_of_a_day_and_the_time_of_reading() -> None:
    article = parse("<div>ليلى حسن · 5 مايو 2020 · 3 دقائق قراءة</div>")
    assert names(article) == ["ليلى حسن"]
    assert iso(article.date_published) == "2020-05-05"


def test_a_label_inside_the_line_below_the_text() -> None:
    article = parse(below="<div>نشر بتاريخ 12 مايو 2020 بواسطة ليلى حسن</div>")
    assert names(article) == ["ليلى حسن"]
    assert iso(article.date_published) == "2020-05-12"


def test_a_link_to_a_profile_after_a_label_names_the_author() -> None:
    author = "<span>مرسلة بواسطة <a href='https://www.blogger.com/profile/7'>أبو سند</a></span>"
    assert names(parse(below=f"<div class=post-footer>{author} <span>في 11:17 م</span></div>")) == ["أبو سند"]


def test_a_letter_of_a_degree_is_nobody() -> None:
    assert names(parse("<div>أ.د. ليلى حسن</div>")) == ["أ.د. ليلى حسن"]


@pytest.mark.parametrize("line", ["المصدر: الجزيرة + رويترز", "المصدر: رويترز", "المصدر: رويترز، أ ف ب"])
def test_a_source_line_names_agencies(line: str) -> None:
    article = parse(below=f"<p>{line}</p>")
    assert article.dateline is not None
    assert article.dateline.agencies[0] == "رويترز"


def test_points_below_a_deck_are_no_part_of_it() -> None:
    points = "<b>باختصار</b><ul><li>الأجر لا يتجاوز ربع دينار.</li><li>لا عقود ولا ضمان.</li></ul>"
    article = parse(f"<p class=standfirst>{DECK}.</p><p>كتبت: ليلى حسن</p><div class=key-points>{points}</div>")
    assert article.description == f"{DECK}."


def test_points_without_a_deck_are_the_description() -> None:
    points = "<b>أبرز ما جرى</b><ul><li>إغلاق الموانئ الثلاثة.</li><li>إجلاء مئتي عائلة.</li></ul>"
    assert (parse(f"<div class=highlights>{points}</div>").description or "").endswith("إجلاء مئتي عائلة.")


def test_a_label_that_touches_the_link_is_no_part_of_the_name() -> None:
    assert names(parse("<div class=author>بقلم<a href=/author/3>ليلى حسن</a></div>")) == ["ليلى حسن"]
