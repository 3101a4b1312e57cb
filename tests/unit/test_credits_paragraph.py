"""Openings at the head of a paragraph and closings at its tail."""

from __future__ import annotations

import pytest

from arnews.credits import EndingKind, read_ending, read_opening

REPORT = "أعلنت وزارة الكهرباء انتهاء أعمال الصيانة في المحطة، وعودة التيار إلى جميع الأحياء مساء اليوم."

OPENINGS = [
    # opening, places, agencies, persons, split
    ("الرياض (واس) -", ["الرياض"], ["واس"], [], False),
    ("القاهرة (رويترز) –", ["القاهرة"], ["رويترز"], [], False),
    ("عمان 12 آذار (بترا) -", ["عمان"], ["بترا"], [], False),
    ("الكويت - 5 - 3 (كونا) --", ["الكويت"], ["كونا"], [], False),
    ("أبوظبي في 12 فبراير / وام /", ["أبوظبي"], ["وام"], [], False),
    ("تونس في 10 فبراير /قنا/", ["تونس"], ["قنا"], [], False),
    ("رام الله 19-7-2012 وفا-", ["رام الله"], ["وفا"], [], False),
    ("القاهرة20-1-2012وفا-", ["القاهرة"], ["وفا"], [], False),
    ("دبي، الإمارات العربية المتحدة (CNN)--", ["دبي، الإمارات العربية المتحدة"], ["CNN"], [], False),
    ("رياده ، المملكة العربية السعودية –", ["رياده ، المملكة العربية السعودية"], [], [], False),
    ('بيروت - "القدس العربي":', ["بيروت"], ["القدس العربي"], [], False),
    ("غزة -", ["غزة"], [], [], False),
    ("سبق- الرياض:", ["الرياض"], ["سبق"], [], False),
    ("صنعاء من جمال النهاري:", ["صنعاء"], [], ["جمال النهاري"], False),
    ("القاهرة ـ محمد شاهين:", ["القاهرة"], [], ["محمد شاهين"], False),
    ("ماجد الشهري (الشارقة) -", ["الشارقة"], [], ["ماجد الشهري"], False),
    ("موسكو - سبوتنيك.", ["موسكو"], ["سبوتنيك"], [], False),
    ("بنغازي – بوابة سرت:", ["بنغازي"], ["بوابة سرت"], [], False),
    ("كتب – أحمد شاهين:", [], [], ["أحمد شاهين"], True),
    ("كتبت ـ ليلى بنت سالم :", [], [], ["ليلى بنت سالم"], True),
]


@pytest.mark.parametrize(("head", "places", "agencies", "persons", "split"), OPENINGS)
def test_opening(head: str, places: list[str], agencies: list[str], persons: list[str], split: bool) -> None:
    paragraph = f"{head} {REPORT}"
    opening = read_opening(paragraph)
    assert opening is not None
    assert paragraph[opening.start : opening.end] == head
    assert (list(opening.places), list(opening.agencies), list(opening.persons)) == (places, agencies, persons)
    assert (opening.split, opening.sure) == (split, True)


@pytest.mark.parametrize(
    "paragraph",
    [
        REPORT,
        "الرياض - واس",
        "القاهرة: 35 درجة، والإسكندرية: 30 درجة، وأسوان: 41 درجة في الظل مع رياح خفيفة.",
        "وأضاف المسؤول (رويترز) أن العمل مستمر في المشروع حتى نهاية العام المقبل على الأقل.",
        "قال محمد شاهين: أعلنا انتهاء أعمال الصيانة في المحطة وعودة التيار إلى الأحياء.",
        "غزة، المدينة التي عرفتها قبل عشرين عاما، لم تعد كما كانت في ذاكرة أهلها القدامى.",
        "ذكرت وكالة: إن أعمال الصيانة في المحطة انتهت مساء أمس وعاد التيار إلى جميع الأحياء.",
        "دبي، وزير الطاقة في كلمة له في افتتاح المعرض: إن أعمال الصيانة في المحطة انتهت مساء أمس.",
        "استطلعت (أخبار اليوم) عددا من آراء الأهالي في انتهاء أعمال الصيانة وعودة التيار إلى الأحياء.",
        "أولا - المقدمة: تتناول هذه الورقة أثر الصيانة في كفاءة المحطات وفي كلفة الإنتاج.",
        "",
    ],
)
def test_no_opening(paragraph: str) -> None:
    assert read_opening(paragraph) is None


def test_person_alone_is_not_sure() -> None:
    opening = read_opening("أمجد شاهين - في الثالث والعشرين من الشهر وصلت القافلة إلى جنوب البلاد بعد رحلة طويلة.")
    assert opening is not None
    assert (opening.persons, opening.sure) == (("أمجد شاهين",), False)


def test_item_of_a_list_is_not_sure() -> None:
    opening = read_opening("- سامي خليل - مصر : لعل الجمع بين الأمرين هو ما يجعل القراءة الثانية ضرورية للجميع.")
    assert opening is None or not opening.sure


@pytest.mark.parametrize(
    ("text", "kind", "names", "agencies", "tail"),
    [
        ("(إعداد سامي خليل للنشرة العربية - تحرير أحمد شاهين)", "credits", ["سامي خليل", "أحمد شاهين"], [], None),
        ("م.ل/و.أ", "initials", [], [], None),
        ("ث.أ/ م.ل/ د.ذ", "initials", [], [], None),
        ("/أ.ع", "initials", [], [], None),
        ("سبأ", "agency", [], ["سبأ"], None),
        ("--(بترا)", "agency", [], ["بترا"], None),
        ("(النهاية) م ع م", "mark", [], [], None),
        ("// انتهى //", "mark", [], [], None),
        ("// يتبع //", "mark", [], [], None),
        ("(د ب أ)/ا.ص", "agency", [], ["د ب أ"], None),
        ("وأكد الوزير استمرار العمل. (أ ف ب)", "agency", [], ["أ ف ب"], "(أ ف ب)"),
        ("وأكد الوزير استمرار العمل -(رويترز)", "agency", [], ["رويترز"], "-(رويترز)"),
        ('(ا ف ب، رويترز، "المستقبل")', "agency", [], ["ا ف ب", "رويترز", "المستقبل"], None),
        ("ساهم في التقرير سامي خليل", "credits", ["سامي خليل"], [], None),
        ("ساهم مراسلو رويترز في إعداد هذا التقرير.", "credits", [], ["رويترز"], None),
    ],
)
def test_ending(text: str, kind: str, names: list[str], agencies: list[str], tail: str | None) -> None:
    ending = read_ending(text)
    assert ending is not None
    assert (ending.kind, list(ending.names), list(ending.agencies)) == (EndingKind(kind), names, agencies)
    assert text[ending.start : ending.end].strip() == (tail or text)


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "وذلك بحسب ما نقلته وكالة الأنباء السعودية (واس).",
        "وسجل الهدف الثاني في الدقيقة (24)",
        "وقال إن إعداد التقرير استغرق عاما كاملا من العمل المتواصل.",
        "انتهى الاجتماع",
        "",
        "-",
    ],
)
def test_no_ending(text: str) -> None:
    assert read_ending(text) is None


def test_caption_credit_is_not_sure() -> None:
    ending = read_ending("جانب من أعمال الصيانة في المحطة أمس (رويترز)")
    assert ending is None or not ending.sure


def test_a_hashtag_at_the_head_of_a_sentence_is_no_dateline() -> None:
    assert read_opening("أطلق مؤسس #موقع_الميناء حملة لجمع التبرعات لمكتبات المدارس في القرى البعيدة عن المدن.") is None


@pytest.mark.parametrize(
    "tail",
    [" (النهاية) ن م ع / ف ج", "(النهاية) ن م ع / ف ج", " (انتهى) س ج", "(انتهى/م.ع)", "(انتهى)"],
)
def test_a_mark_of_the_end_with_initials(tail: str) -> None:
    paragraph = "وأوصت الندوة بإنشاء مؤشر شهري للسيولة ينشر على الجمهور." + tail
    ending = read_ending(paragraph)
    assert ending is not None
    assert (ending.kind, paragraph[ending.start :]) == (EndingKind.MARK, tail.strip())


@pytest.mark.parametrize("tail", ["(النهاية) وقال الوزير إنه سيعود", " وقال: انتهى / الأمر كله", "(المدينة) ن م"])
def test_words_of_an_end_inside_a_text_are_none(tail: str) -> None:
    assert read_ending("وأوصت الندوة بإنشاء مؤشر شهري للسيولة ينشر على الجمهور." + tail) is None
