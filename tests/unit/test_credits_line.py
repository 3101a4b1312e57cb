"""Whole lines: every grammar of a byline and dateline, and lines that only look like one."""

from __future__ import annotations

import pytest

from arnews.credits import CreditKind, read_agency, read_credit

BYLINES = [
    # line, persons, places, agencies
    ("سامر الخولي (جدة)", ["سامر الخولي"], ["جدة"], []),
    ("لندن: رنيم الحداد", ["رنيم الحداد"], ["لندن"], []),
    ("القاهرة - محمد شاهين", ["محمد شاهين"], ["القاهرة"], []),
    ("محمد شاهين ـ القاهرة", ["محمد شاهين"], ["القاهرة"], []),
    ("محمد شاهين من الرياض", ["محمد شاهين"], ["الرياض"], []),
    ("صنعاء: عادل النهاري - الرياض: ناصر الدوسري", ["عادل النهاري", "ناصر الدوسري"], ["صنعاء", "الرياض"], []),
    ("ماجد الشهري- سبق- ينبع:", ["ماجد الشهري"], ["ينبع"], ["سبق"]),
    ("الجزيرة - واس - هند السالم:", ["هند السالم"], [], ["الجزيرة", "واس"]),
    ("عمان - الراية - أسعد الحموري :", ["أسعد الحموري"], ["عمان"], ["الراية"]),
    ("هسبريس - يوسف بناني", ["يوسف بناني"], [], ["هسبريس"]),
    ("كتب: سامي خليل", ["سامي خليل"], [], []),
    ("كتب سامي خليل", ["سامي خليل"], [], []),
    ("كتبت ـ ليلى حسن :", ["ليلى حسن"], [], []),
    ("كتب – حمد بن ناصر الريامي -", ["حمد بن ناصر الريامي"], [], []),
    ("بقلم: أ. د/ عبد الرحمن النجار", ["عبد الرحمن النجار"], [], []),
    ("بقلم الدكتور/ سامي خليل", ["سامي خليل"], [], []),
    ("بقلم: الشيخ صالح باعشن *", ["صالح باعشن"], [], []),
    ("إعداد : سامي خليل تصوير : تركي الدوسري", ["سامي خليل"], [], []),
    ("إعداد: سامي خليل, تصوير : تركي الدوسري", ["سامي خليل"], [], []),
    ("ترجمة: هناء الصباغ", ["هناء الصباغ"], [], []),
    ("حوار - حاتم البراهيم", ["حاتم البراهيم"], [], []),
    ("تحقيق– شريف الجندي", ["شريف الجندي"], [], []),
    ("متابعة : طالب البلوشي -", ["طالب البلوشي"], [], []),
    ("almithal.info - خاص - بقلم: سامي خليل", ["سامي خليل"], [], ["almithal.info"]),
    ("جدة: محمد الزايد وسامية العيسى", ["محمد الزايد", "سامية العيسى"], ["جدة"], []),
    ("الرياض: محمد الزايد، سامية العيسى", ["محمد الزايد", "سامية العيسى"], ["الرياض"], []),
    ("شيرين حداد/ الأناضول", ["شيرين حداد"], [], ["الأناضول"]),
    ("أنيسي (فرنسا): محمد رُضا", ["محمد رُضا"], ["أنيسي (فرنسا)"], []),
    ("سامي خليل - القاهرة تصوير: أحمد فؤاد", ["سامي خليل"], ["القاهرة"], []),
    ("عبدالله البقمي - سبق - جزيرة فرسان:", ["عبدالله البقمي"], ["جزيرة فرسان"], ["سبق"]),
    ("فريق التحرير", ["فريق التحرير"], [], []),
    ("تعليق : بشير الحاوي", ["بشير الحاوي"], [], []),
    ("رأي: سليم الحاوي", ["سليم الحاوي"], [], []),
    ("رصدها / من كادقلي عادل البشير", ["عادل البشير"], ["كادقلي"], []),
    ("كتبت: ليلى حسن كاتبة من عمان", ["ليلى حسن"], [], []),
    ("تحرير: قسم الأخبار", ["قسم الأخبار"], [], []),
]


@pytest.mark.parametrize(("line", "persons", "places", "agencies"), BYLINES)
def test_byline(line: str, persons: list[str], places: list[str], agencies: list[str]) -> None:
    credit = read_credit(line)
    assert credit is not None
    assert (list(credit.persons), list(credit.places), list(credit.agencies)) == (persons, places, agencies)
    assert credit.kind is CreditKind.BYLINE
    assert credit.sure
    assert credit.raw == line


DATELINES = [
    ("الرياض - واس", ["الرياض"], ["واس"]),
    ("واس (حفر الباطن)", ["حفر الباطن"], ["واس"]),
    ("برشلونة: أ ف ب", ["برشلونة"], ["أ ف ب"]),
    ("باريس ــ د. ب. أ:", ["باريس"], ["د. ب. أ"]),
    ("الكويت - (ا.ف.ب)", ["الكويت"], ["ا.ف.ب"]),
    ("واشنطن/ رويترز", ["واشنطن"], ["رويترز"]),
    ("القنيطرة سانا", ["القنيطرة"], ["سانا"]),
    ("دبي، الإمارات (CNN)", ["دبي، الإمارات"], ["CNN"]),
    ("عمان، الأردن (CNN)", ["عمان، الأردن"], ["CNN"]),
    ("جدة، الرياض - واس", ["جدة", "الرياض"], ["واس"]),
    ("تونس -(رويترز)-الوسط التونسية:", ["تونس"], ["رويترز", "الوسط التونسية"]),
    ("كيربن مانهايم (ألمانيا) - رويترز", ["كيربن مانهايم (ألمانيا)"], ["رويترز"]),
    ("عرعر (شمال السعودية): «الشرق الأوسط»", ["عرعر (شمال السعودية)"], ["الشرق الأوسط"]),
    ("لندن: «الشرق الأوسط»", ["لندن"], ["الشرق الأوسط"]),
    ("غزة - دنيا الوطن", ["غزة"], ["دنيا الوطن"]),
    ("عجلون - المثال الإخبارية", ["عجلون"], ["المثال الإخبارية"]),
    ("صنعاء – ش – وكالات", ["صنعاء"], ["وكالات"]),
    ("سبق- وكالات:", [], ["سبق", "وكالات"]),
    ("العواصم: الوكالات", ["العواصم"], ["الوكالات"]),
    ("&nbsp;واس &ndash; تبوك", ["تبوك"], ["واس"]),
    ("هسبريس - و.م.ع", [], ["هسبريس", "و.م.ع"]),
]


@pytest.mark.parametrize(("line", "places", "agencies"), DATELINES)
def test_dateline(line: str, places: list[str], agencies: list[str]) -> None:
    credit = read_credit(line)
    assert credit is not None
    assert (credit.kind, credit.persons) == (CreditKind.DATELINE, ())
    assert (list(credit.places), list(credit.agencies)) == (places, agencies)
    assert credit.sure


@pytest.mark.parametrize(
    ("line", "trade"),
    [
        ("ليلى حسن كاتبة عُمانية", "كاتبة عُمانية"),
        ("ليلى حسن كاتبة وروائية من عمان", "كاتبة وروائية من عمان"),
        ("سليم بن راشد الحاوي باحث في الشؤون البحرية", "باحث في الشؤون البحرية"),
    ],
)
def test_a_trade_that_nothing_sets_apart_from_the_name(line: str, trade: str) -> None:
    credit = read_credit(line)
    assert credit is not None
    assert credit.persons == (line.removesuffix(f" {trade}"),)
    assert credit.job_title == trade
    assert not credit.sure


@pytest.mark.parametrize(
    "line", ["تقول وكالة الشرطة الأوروبية (يوروبول)", "رأي", "تعليق", "قالت ليلى حسن كاتبة القصة", "هـ (مكة المكرمة)"]
)
def test_what_says_something_or_names_a_section_is_no_credit(line: str) -> None:
    assert read_credit(line) is None


def test_date_inside_has_its_span() -> None:
    line = "الطائف 12 شوال 1440 هـ الموافق 15 يونيو 2019 م واس"
    credit = read_credit(line)
    assert credit is not None
    assert credit.date_span is not None
    start, end = credit.date_span
    assert line[start:end] == "12 شوال 1440 هـ الموافق 15 يونيو 2019 م"
    assert (credit.places, credit.agencies) == (("الطائف",), ("واس",))


@pytest.mark.parametrize(
    "line",
    ["سامي خليل", "د. سامي خليل", "جدة", "رويترز", "«المثال»", "خاص", "كتب:", "كاتب سعودي", "المثال الجديد - عدن"],
)
def test_alone_is_not_sure(line: str) -> None:
    credit = read_credit(line)
    assert credit is None or not credit.sure


@pytest.mark.parametrize("line", ["* كاتب سعودي", "* أستاذ العلوم السياسية"])
def test_trade(line: str) -> None:
    credit = read_credit(line)
    assert credit is not None
    assert credit.job_title == line.removeprefix("* ")
    assert (credit.persons, credit.kind, credit.sure) == ((), CreditKind.BYLINE, True)


@pytest.mark.parametrize(
    "line",
    [
        "صنعاء: تصعيد جديد",
        "ترامب: لن نقبل",
        "مصر: محمد شاهين يعود إلى المنتخب",
        "الرئيسية / أخبار / مصر",
        "تصوير: سامي خليل",
        "غزة - استشهاد ثلاثة مواطنين في قصف على المدينة",
        "حوار: مستقبل التعليم في المنطقة العربية",
        "تقرير: ارتفاع أسعار النفط في الأسواق",
        "كتب محمد شاهين على صفحته إن الأمر انتهى",
        "المصدر: صحيفة محلية",
        "2019: محمد شاهين (مصر)",
        "أولا: السياق العام",
        "",
        "-",
        "واس " * 60,
    ],
)
def test_other_lines_are_no_credit(line: str) -> None:
    credit = read_credit(line)
    assert credit is None or not credit.sure


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("رويترز", "رويترز"),
        ("(أ ف ب)", "أ ف ب"),
        ("«الشرق الأوسط»", "الشرق الأوسط"),
        ("أ.ش.أ", "أ.ش.أ"),
        ("وكالة الأنباء السعودية", "وكالة الأنباء السعودية"),
        ("الوزير", None),
        ("رويترز - واس", None),
        ("", None),
    ],
)
def test_read_agency(text: str, name: str | None) -> None:
    assert read_agency(text) == name


def test_an_address_is_no_agency() -> None:
    assert read_credit("salma.rawi@port.example") is None


@pytest.mark.parametrize("line", ["ليلى حسن - المرفأ اليوم", "المرفأ اليوم: ليلى حسن"])
def test_an_outlet_by_its_last_word(line: str) -> None:
    credit = read_credit(line)
    assert credit is not None
    assert (credit.persons, credit.places, credit.agencies) == (("ليلى حسن",), (), ("المرفأ اليوم",))


@pytest.mark.parametrize("line", ["المرفأ اليوم", "الطقس اليوم"])
def test_two_words_of_which_the_last_may_end_an_outlet_are_no_dateline(line: str) -> None:
    assert read_credit(line) is None


@pytest.mark.parametrize(
    ("line", "persons", "places", "agencies"),
    [
        ("سليم. ق", ["سليم. ق"], [], []),
        ("مديحة . م", ["مديحة . م"], [], []),
        ("وهران: ن. ميهوبي", ["ن. ميهوبي"], ["وهران"], []),
        ("روبرت جيه. سميث", ["روبرت جيه. سميث"], [], []),
        ("تحقيق ـ هويدا فتح الباب:", ["هويدا فتح الباب"], [], []),
        ("من موفدنا إلى شرم الشيخ: هاني الراوي", ["هاني الراوي"], ["شرم الشيخ"], []),
        ("مراسلتنا في واشنطن دينا الراوي", ["دينا الراوي"], ["واشنطن"], []),
        ("رسالة بيروت: ريما الراوي", ["ريما الراوي"], ["بيروت"], []),
        ("من سامية الراوي وتوم هاردي", ["سامية الراوي", "توم هاردي"], [], []),
        ("الأناضول/ سمية بالطيبي", ["سمية بالطيبي"], [], ["الأناضول"]),
        ("المحرر الأدبي", ["المحرر الأدبي"], [], []),
        ("كتب محرر الشؤون البرلمانية:", ["محرر الشؤون البرلمانية"], [], []),
        ("تشو يونغ مين", ["تشو يونغ مين"], [], []),
        ("المهندس/ ثابت الراوي", ["ثابت الراوي"], [], []),
        ("خالد المصري", ["خالد المصري"], [], []),
        ("إيرينا ستروغانوفا", ["إيرينا ستروغانوفا"], [], []),
        ("حوار: رباب حسن هناء عز الدين", ["رباب حسن", "هناء عز الدين"], [], []),
        ("عدن اليوم/ خاص/ هاني الراوي", ["هاني الراوي"], [], ["عدن اليوم"]),
        ("دير الزور - من مراسلنا هاني الراوي", ["هاني الراوي"], ["دير الزور"], []),
        ("رصدها / من عمان هاني الراوي", ["هاني الراوي"], ["عمان"], []),
        ("نشر من طرف هاني الراوي", ["هاني الراوي"], [], []),
        ("شعر: هاني الراوي", ["هاني الراوي"], [], []),
        ("Role, إذاعة المرفأ - الفيوم", [], ["الفيوم"], ["إذاعة المرفأ"]),
        ("القاهرة - بوابة أسوان", [], ["القاهرة"], ["بوابة أسوان"]),
    ],
)
def test_names_in_every_form(line: str, persons: list[str], places: list[str], agencies: list[str]) -> None:
    credit = read_credit(line)
    assert credit is not None
    assert list(credit.persons) == persons
    assert (list(credit.places), list(credit.agencies)) == (places, agencies)


@pytest.mark.parametrize(
    "line",
    ["تقرير: أحمد يكشف السر", "محمد المسؤول", "الساعة 5.30 م", "من أحمد إلى الوزير رسالة"],
)
def test_what_only_begins_like_a_name(line: str) -> None:
    credit = read_credit(line)
    assert credit is None or credit.persons == ()
