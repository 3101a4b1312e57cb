"""Who signs an article where no plain byline does, and whose name is that of an outlet, an illustrator, a button."""

from __future__ import annotations

import pytest
from attrs import evolve

import arnews
from arnews.fields.context import Context
from arnews.fields.credit_lines import Collector, read_beside_date
from arnews.fields.unsigned import unsigned_lines
from arnews.roles import Role

TITLE = "افتتاح جسر جديد يربط ضفتي المدينة القديمة"
BODY = (
    "افتتح الوزير صباح أمس الأحد الجسر الجديد الذي يربط ضفتي النهر، وحضر الحفل جمع كبير من أهالي المدينة.",
    "وقال الوزير في كلمة ألقاها إن العمل في المشروع استغرق ثلاث سنوات وبلغت كلفته أربعين مليونا.",
)


def _text(*, above: str = "", below: str = "") -> arnews.Article:
    return arnews.parse_text("\n".join(filter(None, (TITLE, above, *BODY, below))))


def _page(above: str = "", below: str = "", title: str = "") -> arnews.Article:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    head = f"<title>{title}</title>" if title else ""
    return arnews.parse_html(f"{head}<article><h1>{TITLE}</h1>{above}<div class=text>{body}</div>{below}</article>")


def _names(article: arnews.Article) -> list[str]:
    return [author.name for author in article.authors]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("نشر من طرف: كريم بنعلي", ["كريم بنعلي"]),
        ("نشر من طرف كريم بنعلي", ["كريم بنعلي"]),
        ("رصدها / من عمان سليم الحاوي", ["سليم الحاوي"]),
        ("مراسل المرفأ نت", ["مراسل المرفأ نت"]),
        ("مراسلة الضفة الشرقية", ["مراسلة الضفة الشرقية"]),
    ],
)
def test_authors_after_more_labels(line: str, names: list[str]) -> None:
    assert _names(_text(above=line)) == names


def test_a_blogger_below_the_text() -> None:
    footer = (
        "<div class=post-footer><span class='post-author vcard'>مرسلة بواسطة <span class=fn>هيئة التحرير</span></span>"
    )
    article = _page(below=f"{footer} <span>في 9:17 م</span></div>")
    assert _names(article) == ["هيئة التحرير"]


@pytest.mark.parametrize(
    "line", ["سليم الحاوي · 8 نوفمبر 2023 · سفر", "علوم | الثلاثاء 5 يوليو 2022 13:13 | سليم الحاوي"]
)
def test_a_line_of_author_day_and_section_is_read_in_parts(line: str) -> None:
    article = _page(above=f"<h2>ثلاث سنوات من العمل على ضفتي النهر</h2><div class=x1>{line}</div>")
    assert _names(article) == ["سليم الحاوي"]
    assert article.date_published is not None
    assert article.description is None or "سليم" not in article.description


def test_an_outlet_that_the_body_quotes_is_no_author() -> None:
    first = "نبض المرفأ/ عدن: افتتحت دائرة الطرق اليوم الخميس الجسر الجديد أمام حركة المركبات بعد توقف دام ستة أشهر."
    second = "وقال معاون مدير الدائرة في حديث إلى «نبض المرفأ» إن الطاقة الاستيعابية للجسر محددة بخمسة أطنان."
    article = arnews.parse_text(f"{TITLE}\n{first}\n{second}")
    assert _names(article) == []
    assert article.dateline is not None
    assert article.dateline.agencies == ("نبض المرفأ",)


def test_who_drew_the_picture_is_no_author() -> None:
    drawn = "<figure><img src=/1.jpg><figcaption>رسم: هاني الشريف</figcaption></figure>"
    article = _page(above=f"<p class=byline>سليم الحاوي | هاني الشريف</p>{drawn}")
    assert _names(article) == ["سليم الحاوي"]


def test_the_site_is_no_place() -> None:
    article = _page("<div><span>كرتنا - رامي الحاوي</span></div>", title=f"{TITLE} - كرتنا")
    assert _names(article) == ["رامي الحاوي"]
    assert article.dateline is None or "كرتنا" not in article.dateline.places


@pytest.mark.parametrize(
    ("line", "source", "agencies"),
    [
        ("نقلا عن رويترز", "رويترز", ("رويترز",)),
        ("المصدر: نقلا عن رويترز", "رويترز", ("رويترز",)),
        ("الخبر منقول عن رويترز", "رويترز", ("رويترز",)),
        ("المصدر: وكالة الأنباء الفرنسية (أ ف ب)", "وكالة الأنباء الفرنسية (أ ف ب)", ("وكالة الأنباء الفرنسية",)),
        ("المصدر\nرويترز", "رويترز", ("رويترز",)),
        ("خدمة نيويورك تايمز", "نيويورك تايمز", ()),
        ("نص الخبر", None, ()),
    ],
)
def test_a_source_that_is_an_agency_is_both(line: str, source: str | None, agencies: tuple[str, ...]) -> None:
    article = _text(below=line)
    assert (article.source.name if article.source else None) == source
    assert (article.dateline.agencies if article.dateline else ()) == agencies


@pytest.mark.parametrize("line", ["(د ب أ)/أ.ص", "صوت المرفأ / د ب أ"])
def test_an_agency_beside_initials_or_an_outlet_closes_the_text(line: str) -> None:
    article = arnews.Parser().parse_text(f"{TITLE}\n{BODY[0]}\n{BODY[1]}\n{line}")
    assert article.dateline is not None
    assert article.dateline.agencies == ("د ب أ",)


def test_a_town_beside_the_date_is_no_paper() -> None:
    document = arnews.label(arnews.read_text("عمان -"))
    found = Collector()
    read_beside_date(document.segments[0], found, Context(document))
    assert found.agencies == {}


@pytest.mark.parametrize(
    ("line", "day", "places", "agencies"),
    [
        ("لندن - وكالات الثلاثاء، 2 تشرين الأول 2018 07:47 م مشاركة 1326", "2018-10-02T19:47", ("لندن",), ("وكالات",)),
        ("الإسكندرية - أ ش أ 26-3-2011 | 15:07 عدد القراءات 4301", "2011-03-26T15:07", ("الإسكندرية",), ("أ ش أ",)),
    ],
)
def test_a_line_of_place_agency_day_and_counts(
    line: str, day: str, places: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    article = _page(above=f"<p class=article-info>{line}</p>")
    assert article.date_published is not None
    assert article.date_published.isoformat()[:10] == day[:10]
    assert article.dateline is not None
    assert (article.dateline.places, article.dateline.agencies) == (places, agencies)


def test_the_day_in_a_dateline_and_the_hour_below_the_text() -> None:
    line = "الرياض 12 رمضان 1435 هـ الموافق 9 يوليو 2014 م واس"
    article = arnews.parse_text(f"{line}\n{BODY[0]}\n{BODY[1]}\n22:47 ت م")
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2014-07-09T22:47+03:00"
    assert article.date_published.hijri is not None


def test_what_else_an_author_wrote_is_no_author() -> None:
    works = "".join(
        f"<li>{title}</li>" for title in ("إضراب المعلمين يدخل أسبوعه", "رسائل من المدينة", "بيت على النهر")
    )
    box = f"<div class=itemAuthorLatest><h3>أحدث مقالات الكاتب</h3><ul>{works}</ul></div>"
    assert _names(_page(below=box)) == []


def test_the_outlet_of_a_page_that_opens_the_report() -> None:
    article = arnews.parse_html(
        f"<title>{TITLE} - المرفأ</title><h1>{TITLE}</h1><p>المرفأ_ {BODY[0]}</p><p>{BODY[1]}</p>"
    )
    assert article.dateline is not None
    assert article.dateline.agencies == ("المرفأ",)


def test_an_unknown_name_above_the_title_is_no_agency() -> None:
    head = "<p>سقطرى برس</p><p>مدونة إخبارية</p><p>الأربعاء 25 مايو 2011</p>"
    article = arnews.parse_html(f"{head}<h1>{TITLE}</h1><p>{BODY[0]}</p><p>{BODY[1]}</p>")
    assert article.dateline is None


def test_a_desk_of_an_outlet_signs() -> None:
    assert _names(_page(above="<div>غرفة أخبار المرفأ</div>")) == ["غرفة أخبار المرفأ"]


def test_the_credit_of_a_reporter_below_a_picture_is_no_caption() -> None:
    article = _page(above="<div><img src=/1.jpg><div>عدن - من مراسلنا هاني الشريف</div></div>")
    assert _names(article) == ["هاني الشريف"]
    assert not any(image.caption for image in article.images)


@pytest.mark.parametrize(
    ("line", "name"),
    [("المصدر: من أرشيف جريدة الميناء", "جريدة الميناء"), ("المصدر: ـــــ جريدة الميناء", "جريدة الميناء")],
)
def test_what_is_around_the_name_of_a_source(line: str, name: str) -> None:
    source = _text(below=line).source
    assert source is not None
    assert source.name == name


def test_who_comments_is_no_author_where_the_end_of_the_text_is_not_known() -> None:
    said = "وقفت ساعة كاملة على الجسر الجديد ولم أر في حياتي منظرا أجمل من النهر عند الغروب، شكرا لكم."
    talk = f"<h3>آراء القراء</h3><div>هبة شعراوي</div><p>{said}</p>"
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    document = arnews.label(arnews.read_html(f"<h1>{TITLE}</h1>{body}{talk}"))
    # As a labeler sees them that misses the end.
    roles = {"آراء القراء": Role.COMMENTS, said: Role.BODY, "هبة شعراوي": Role.BYLINE}
    segments = tuple(line._replace(role=roles.get(line.text, line.role)) for line in document.segments)
    (name,) = [line for line in segments if line.role is Role.BYLINE]
    assert name.start in unsigned_lines(Context(evolve(document, segments=segments)))


def test_the_bank_of_a_picture_is_no_agency() -> None:
    figure = "<figure><img src=/1.jpg><figcaption>صورة تعبيرية</figcaption></figure><div>Picturebank.org</div>"
    article = _page(above=figure, below="<p>المصدر: نوفوستي</p>")
    assert article.dateline is not None
    assert article.dateline.agencies == ("نوفوستي",)


def test_an_outlet_between_a_title_and_an_address_is_the_source() -> None:
    line = "المصدر: افتتاح جسر جديد يربط ضفتي المدينة القديمة بعد ثلاث سنوات - جريدة الميناء http://www.example.org/1"
    source = _text(below=line).source
    assert source is not None
    assert source.name == "جريدة الميناء"


def test_the_name_after_the_slash_of_a_title_signs() -> None:
    text = "موسم الأمطار على ضفة النهر ينتهي مبكرا/ خديجة سيدي\n" + "\n".join(BODY)
    assert [author.name for author in arnews.parse_text(text).authors] == ["خديجة سيدي"]
    other = "موسم الأمطار على ضفة النهر/ تقرير\n" + "\n".join(BODY)
    assert arnews.parse_text(other).authors == ()


def test_a_note_presents_the_writer_of_an_opinion() -> None:
    note = "ملاحظة المحرر: ليلى حسن هي كاتبة من بيروت، والآراء الواردة في هذا المقال تعكس وجهة نظرها."
    article = arnews.parse_text("حين تصمت الموانئ في آخر الليل\n" + note + "\n" + "\n".join(BODY))
    assert [author.name for author in article.authors] == ["ليلى حسن"]


def test_a_day_and_an_agency_in_brackets_open_a_report_from_anywhere() -> None:
    text = "المكتب الدائم يشيد بجهود الوحدات في الجنوب\nبئر النخلة البيضاء، 18 يونيو 2020 (واص) - " + "\n".join(BODY)
    assert (arnews.parse_text(text).date_published or arnews.NewsDate(None)).isoformat() == "2020-06-18"


def test_a_quoted_part_of_the_name_of_a_source_keeps_its_marks() -> None:
    text = "حين تصمت الموانئ في آخر الليل\n" + "\n".join(BODY) + '\nالمصدر: موقع "أوراق"'
    source = arnews.parse_text(text).source
    assert source is not None
    assert source.name == 'موقع "أوراق"'


@pytest.mark.parametrize("line", ["دين ودنيا", "تربية وتعليم", "دنيا الرياضة", "نبذة عن الكاتب", "Twitter: @dr_salim"])
def test_a_column_or_a_label_is_nobody(line: str) -> None:
    assert _text(above=line).authors == ()
    assert _text(below=line).authors == ()


def test_initials_at_the_end_are_those_of_the_desk() -> None:
    article = _text(below="(وال-طرابلس) ع ش/ هـ ب")
    assert article.authors == ()
