"""Flattened documents: titles, dates and boilerplate that are glued to sentences."""

from __future__ import annotations

import pytest

import arnews
from arnews.labeling.pieces import make
from arnews.labeling.sentences import split_sentences
from arnews.labeling.title_cut import cut_title
from arnews.roles import Role
from arnews.rules import RuleBook

LEAD = "أعلنت بلدية المدينة الساحلية صباح أمس افتتاح سوق السمك الجديد بعد عامين من أعمال الترميم والتوسعة."
NEXT = "وقال رئيس البلدية إن السوق يضم ستين محلا ومختبرا لفحص الأسماك، وإن الإيجارات لن تتغير هذا العام."
LAST = "وأضاف أن المرحلة الثانية تشمل رصيفا للقوارب الصغيرة ومواقف للسيارات تكفي ثلاثمئة مركبة."
TITLE = "سوق السمك يستقبل زبائنه بعد عامين من الانتظار"


def _parts(text: str) -> list[str]:
    return [piece.text for piece in split_sentences([make(0, text)], RuleBook.shipped())]


def test_sentences_of_a_flattened_text_are_looked_at_alone() -> None:
    assert _parts(f"{LEAD} {NEXT} {LAST}") == [LEAD, NEXT, LAST]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال د. سالم النجار إن المختبر يعمل على مدار الساعة، وإن كلفته بلغت 1.5 مليون دينار تقريبا.",
        "وبلغت الكلفة 3. 5 مليون دينار كما ورد في الجدول الذي نشرته البلدية على صفحتها يوم الخميس الماضي.",
        "وتساءل أحد الباعة... لماذا تأخر الافتتاح كل هذا الوقت وقد انتهت الأعمال في الصيف الماضي كما قيل.",
    ],
)
def test_no_sentence_ends_at_an_initial_a_digit_or_dots(sentence: str) -> None:
    assert _parts(f"{LEAD} {sentence} {LAST}") == [LEAD, sentence, LAST]


def test_only_what_follows_the_last_full_stop_is_cut_off_elsewhere() -> None:
    pieces = [make(200 * at, f"{LEAD} {NEXT}") for at in range(4)]
    tail = make(900, f"{LEAD} {NEXT} تابعونا على تويتر")
    parts = split_sentences([*pieces, tail], RuleBook.shipped())
    assert [part.text for part in parts[4:]] == [f"{LEAD} {NEXT}", "تابعونا على تويتر"]


def test_sentences_are_one_paragraph_again() -> None:
    article = arnews.parse_text(f"{LEAD} {NEXT} {LAST}")
    assert article.body == f"{LEAD} {NEXT} {LAST}"
    assert [segment.role for segment in article.segments] == [Role.BODY]


def test_what_is_glued_to_the_last_sentence_is_no_text() -> None:
    article = arnews.parse_text(f"{LEAD} {NEXT} {LAST} تابعونا على تويتر")
    assert article.body == f"{LEAD} {NEXT} {LAST}"


@pytest.mark.parametrize("date", ["الاثنين 3 يناير 2022", "3/1/2022", "نشر في 3 يناير 2022", "12 شعبان 1440"])
def test_a_date_between_title_and_lead_is_cut_off_both(date: str) -> None:
    article = arnews.parse_text(f"{TITLE} {date} {LEAD} {NEXT}")
    assert article.headline == TITLE
    assert article.body == f"{LEAD} {NEXT}"
    assert article.date_published is not None


@pytest.mark.parametrize("title", ["أسعار السمك في المدينة اليوم الأربعاء 19-2-2020", "مواعيد القوارب في 3 يناير 2022"])
def test_a_date_that_the_title_speaks_of_stays_in_it(title: str) -> None:
    article = arnews.parse_text(f"{title} {LEAD} {NEXT}")
    assert article.headline == title or article.headline is None


@pytest.mark.parametrize("sentence", ["في 3 يناير 2022 افتتحت البلدية سوق السمك الجديد بعد عامين من أعمال الترميم."])
def test_the_date_of_a_sentence_stays_in_it(sentence: str) -> None:
    assert arnews.parse_text(f"{sentence} {NEXT}").body == f"{sentence} {NEXT}"


@pytest.mark.parametrize("between", ["", "صيدا - ", "صيدا (وكالات) - ", "صيدا – سالم النجار: "])
def test_a_title_is_cut_off_in_front_of_a_dateline(between: str) -> None:
    first, *_ = cut_title([make(0, f"{TITLE} {between}{LEAD}")])
    assert first.text == TITLE


@pytest.mark.parametrize("lead", [LEAD, f"صيدا - {LEAD}", NEXT, LAST])
def test_a_lead_without_a_title_is_not_cut(lead: str) -> None:
    assert len(cut_title([make(0, lead)])) == 1
