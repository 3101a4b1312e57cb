"""Who wrote an article, in every form that newspapers print, and what is there and is nobody."""

from __future__ import annotations

import pytest

import arnews
from arnews.credits import read_credit, read_signed
from tests.unit.small_pages import BODY, TITLE, URL, html, json_ld, names, parse

NAME = "هاني الشريف"
SIGNED = [
    "بواسطة هاني الشريف",
    "أرسلت بواسطة هاني الشريف",
    "الكاتب: هاني الشريف",
    "رؤية: هاني الشريف",
    "المبعوث الخاص: هاني الشريف",
    "كتب: هاني الشريف @hani_sh",
    "هاني الشريف - hani@example.com",
    "كتب: هاني الشريف https://example.com/hani",
    "هاني الشريف — صحيفة المثال",
    "كتب: هاني الشريف راسل الكاتب",
    "By هاني الشريف",
    "Byهاني الشريف",
    "By: هاني الشريف on",
    "By هاني الشريف Published",
    "@hani_sh هاني الشريف",
    "نشر بواسطة: هاني الشريف • 2 min read",
    "بواسطة هاني الشريف على",
    "الإمضاء : هاني الشريف",
    "عرض وتلخيص: هاني الشريف",
    "متابعة هاني الشريف",
    "作者 هاني الشريف",
]
NOBODY = [
    "اتصل الآن",
    "محتوى مدفوع",
    "اقبل",
    "راسلنا",
    "بواسطة: admin",
    "by administrator",
    "كتب: مشرف الموقع",
    "مدير الموقع",
]


@pytest.mark.parametrize("line", SIGNED)
def test_a_signature_is_read(line: str) -> None:
    for text in (f"{TITLE}\n{line}\n" + "\n".join(BODY), f"{TITLE}\n" + "\n".join(BODY) + f"\n{line}"):
        assert names(arnews.parse_text(text)) == [NAME]
    assert names(parse(f"<div class='byline'>{line}</div>")) == [NAME]


@pytest.mark.parametrize("line", NOBODY)
def test_buttons_and_accounts_are_nobody(line: str) -> None:
    for text in (f"{TITLE}\n{line}\n" + "\n".join(BODY), f"{TITLE}\n" + "\n".join(BODY) + f"\n{line}"):
        assert names(arnews.parse_text(text)) == []
    assert names(parse(f"<div class='byline'>{line}</div>")) == []


@pytest.mark.parametrize("desk", ["قسم الثقافة", "فريق الطقس", "وحدة البيانات", "المبعوث الخاص"])
def test_a_desk_signs(desk: str) -> None:
    assert names(parse(f"<div class='byline'>{desk}</div>")) == [desk]
    assert names(arnews.parse_text(f"{TITLE}\nبقلم: {desk}\n" + "\n".join(BODY))) == [desk]


@pytest.mark.parametrize("line", ["هاني الشريف Lv3", "Published 7 آب، 2024By هاني الشريف", "2 min read هاني الشريف"])
def test_neighbors_of_a_name_are_cut_on_pages(line: str) -> None:
    assert names(parse(f"<div class='byline'>{line}</div>")) == [NAME]


@pytest.mark.parametrize(
    "line",
    ["3 min read", "Other Articles", "Pingbacks are open", "Scroll down", "Sign in Subscribe", "Skip navigation",
     "Short url : https://example.com/8", "Untitled Blog", "Just another weblog.", "تجاهل المحتويات", "اقتباس"],
)  # fmt: skip
def test_words_of_a_theme_are_no_authors(line: str) -> None:
    assert names(parse(f"<div class='author'>{line}</div>")) == []
    assert names(parse(f"<div>{line}</div>")) == []


def test_a_name_in_latin_letters_begins_with_capitals() -> None:
    assert names(parse("<div class='byline'>Omar al Khatib</div>")) == ["Omar al Khatib"]
    assert names(arnews.parse_text(f"{TITLE}\nBy Omar al Khatib\n" + "\n".join(BODY))) == ["Omar al Khatib"]


@pytest.mark.parametrize("row", ["<a href='/tag/1'>صبحي الراوي</a>", "<p><a href='/tags/3'>#صبحي الراوي</a></p>"])
def test_a_tag_that_is_a_name_is_no_author(row: str) -> None:
    assert names(parse(f"<div>{row}</div>", below=f"<div>{row}</div>")) == []


def test_a_line_of_hashtags_is_no_byline() -> None:
    assert names(arnews.parse_text(f"{TITLE}\n#صبحي_الراوي #العود\n" + "\n".join(BODY))) == []


def test_links_to_authors_name_them_among_tags() -> None:
    links = "by <a href='/author/1'>هاني الشريف</a> <a href='/author/2'>ريم النجار</a> <a href='/tag/3'>بيت الفن</a>"
    head = "<meta name='author' content='هاني الشريف'>"
    assert names(parse(f"<p class='author'>{links}</p>", head=head)) == [NAME, "ريم النجار"]


def test_the_author_beside_the_article_beats_that_of_the_site() -> None:
    head = "<meta name='author' content='هيئة التحرير'>"
    box = "<div class='post-authors'><p><span><strong>هاني الشريف</strong></span></p><p>محرر</p></div>"
    page = html(f"<nav class='menu'>{box}</nav>", head=head)
    assert names(arnews.parse_html(page, url=URL)) == [NAME]


def test_the_name_of_the_site_is_no_agency() -> None:
    head = "<meta property='og:site_name' content='مرفأ نيوز عربي'>"
    assert parse("<div>مرفأ نيوز</div>", head=head).dateline is None


def test_a_strange_place_before_a_date_is_a_dateline() -> None:
    lead = "السهل الأخضر، 23 مارس 2024: أعلنت شركة الأفق توقيع اتفاقية لبناء محطة للطاقة في شمال البلاد."
    for article in (arnews.parse_text(f"{TITLE}\n{lead}\n{BODY[0]}"), arnews.parse_html(f"<h1>{TITLE}</h1><p>{lead}")):
        assert article.dateline is not None
        assert article.dateline.places == ("السهل الأخضر",)


def test_the_result_of_a_match_is_no_dateline() -> None:
    row = "<table><tr><td>الاتحاد 0 – 0 شباب الوادي</td></tr></table>"
    assert parse(below=row).dateline is None


def test_halves_of_a_stated_name() -> None:
    author = '{"@type": "Person", "givenName": "هاني", "familyName": "الشريف"}'
    head = json_ld(f'{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {author}}}')
    assert names(parse(head=head)) == [NAME]


def test_the_author_of_the_site_does_not_beat_that_of_the_article() -> None:
    head = "<meta property='article:author' content='هيئة التحرير'><meta name='author' content='هاني الشريف'>"
    assert names(parse("<div>هاني الشريف</div>", head=head, below="<footer>© هيئة التحرير</footer>")) == [NAME]


def test_stated_names_tell_a_printed_one_from_its_neighbors() -> None:
    head = "<meta name='author' content='هاني الشريف'>"
    assert names(parse("<div class='byline'>هاني الشريف أسعار السوق</div>", head=head)) == [NAME]


def test_two_links_are_two_authors() -> None:
    links = "<a href='/a/1'>هاني الشريف</a> <a href='/a/2'>ريم النجار</a>"
    assert names(parse(f"<div class='byline'>{links}</div>")) == [NAME, "ريم النجار"]


def test_a_degree_is_printed_as_the_page_prints_it() -> None:
    assert names(parse("<div class='byline'>د. ريم النجار</div>")) == ["د. ريم النجار"]


def test_a_press_contact_is_no_author() -> None:
    below = "<p>هاني الشريف، مدير الإعلام</p><p>هاتف: 0100 555 7 111</p>"
    assert NAME not in names(parse("<div class='byline'>قسم الثقافة</div>", below=below))


def text(*lines: str, above: tuple[str, ...] = (), lead: str = BODY[0]) -> arnews.Article:
    """Return a text parsed: lines between title and body, or below the body if there are more of them."""
    return arnews.parse_text("\n".join((*above, TITLE, *lines, lead, *BODY[1:])))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("هاشم بغداد", "هاشم بغداد"),
        ("التقديم والمراجعة: يقظان التقي", "يقظان التقي"),
        ("محطة : هاني الشريف", NAME),
        ("وفا- عنان الراوي", "عنان الراوي"),
        ("الدكتورة. نديمة الحلبي", "نديمة الحلبي"),
        ("تقديم الاستاذ هاني الشريف", NAME),
        ("هاني الشريف – المحاضر في جامعة الساحل", NAME),
        ("روبرت جيه. سميث", "روبرت جيه. سميث"),
        ("ت- هاني الشريف", NAME),
        ("رسالة المرفأ ـ من هاني الشريف:", NAME),
        ("كتابة وإعداد: هاني الشريف", NAME),
    ],
)
def test_a_byline_is_read_part_by_part(line: str, name: str) -> None:
    credit = read_signed(line, byline=True)
    assert credit is not None
    assert credit.persons == (name,)


@pytest.mark.parametrize(
    ("line", "places", "agencies"),
    [
        ("الصحافة الاقتصادية :", (), ("الصحافة الاقتصادية",)),
        ("بغداد - أصوات المدينة", ("بغداد",), ("أصوات المدينة",)),
        ("القاهرة: مال السودان", ("القاهرة",), ("مال السودان",)),
        ("الدوحة - صحف خليجية - الوسط التونسية:", ("الدوحة",), ("صحف خليجية", "الوسط التونسية")),
        ("الخميس 29 شتنبر، جهة السهول الكبرى", ("جهة السهول الكبرى",), ()),
    ],
)
def test_a_dateline_is_read_part_by_part(line: str, places: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    credit = read_signed(line, byline=False)
    assert credit is not None
    assert (credit.places, credit.agencies) == (places, agencies)


@pytest.mark.parametrize(
    "line", ["نائب رئيس مجلس إدارة مجموعة الساحل", "كبير الباحثين في المعهد (دار الحكمة)", "الفيديو"]
)
def test_a_trade_alone_names_nobody(line: str) -> None:
    credit = read_signed(line, byline=True)
    assert credit is None or credit.persons == ()


def test_two_women_without_a_comma_are_two() -> None:
    assert names(text("حوار: رباب حسن هناء عز الدين")) == ["رباب حسن", "هناء عز الدين"]


def test_a_name_of_origin_after_a_lineage() -> None:
    assert names(text(lead=f"المرفأ ـ من صالح بن سعيد الرئيسي: {BODY[0]}")) == ["صالح بن سعيد الرئيسي"]


@pytest.mark.parametrize(
    ("opening", "agencies"),
    [("(MENAFN- Youm7)", ("MENAFN", "Youm7")), ("(رويترز - الشرق الأوسط)", ("رويترز", "الشرق الأوسط"))],
)
def test_agencies_in_one_pair_of_brackets(opening: str, agencies: tuple[str, ...]) -> None:
    dateline = text(lead=f"{opening} {BODY[0]}").dateline
    assert dateline is not None
    assert dateline.agencies == agencies


def test_a_code_after_the_agency() -> None:
    article = arnews.parse_text("\n".join((TITLE, *BODY)) + " (واص) 090/105/50")
    assert article.dateline is not None
    assert article.dateline.agencies == ("واص",)
    assert article.body is not None
    assert article.body.endswith("المساء.")


def test_a_report_quoted_from_an_agency_is_not_from_there() -> None:
    assert text(lead=f"نقلا عن وكالة رويترز: {BODY[0]}").dateline is None
    credit = read_credit("نقلا عن وكالة رويترز")
    assert credit is not None
    assert credit.agencies == ("وكالة رويترز",)


def test_whom_somebody_works_for_is_no_agency_of_the_item() -> None:
    assert text("هاني الشريف", "محلل شؤون الشرق الأوسط - رويترز").dateline is None


@pytest.mark.parametrize(
    "line", ["تحقيق وتصوير: هاني الشريف", "هاني الشريف (بيروت)", "هاني الشريف", "بيروت: هاني الشريف"]
)
def test_a_signature_below_the_text(line: str) -> None:
    assert names(arnews.parse_text("\n".join((TITLE, *BODY, line)))) == [NAME]


def test_a_name_below_the_text_beside_an_author_above_it_is_that_of_a_helper() -> None:
    article = arnews.parse_text("\n".join((TITLE, "كتبت: ريم النجار", *BODY, "تحرير: هاني الشريف")))
    assert names(article) == ["ريم النجار"]
    assert [helper.name for helper in article.contributors] in ([], [NAME])


def test_a_time_after_a_name() -> None:
    for line in ("كتب هاني الشريف منذ 3 ساعات", "بواسطة هاني الشريف على 3 مايو 2024"):
        assert names(parse(f"<div class='byline'>{line}</div>")) == [NAME]


def test_a_license_is_no_author() -> None:
    for article in (text("رخصة المشاع الإبداعي"), parse("<div>رخصة المشاع الإبداعي</div>")):
        assert names(article) == []


def test_a_mail_header_names_no_place_and_no_agency() -> None:
    article = text("From: ليلى حسن <leila@example.com>")
    assert names(article) == ["ليلى حسن"]
    assert article.dateline is None


@pytest.mark.parametrize(
    ("title", "names_"),
    [
        ("هاني الشريف يكتب: ماذا بقي من المدينة القديمة", [NAME]),
        ("ليلى حسن تكتب لـ«المثال»: ماذا بقي من المدينة القديمة", ["ليلى حسن"]),
        ("هاني الشريف يكتب التاريخ: هدف جديد في مرمى الجار", []),
    ],
)
def test_a_title_names_who_writes(title: str, names_: list[str]) -> None:
    for article in (arnews.parse_text("\n".join((title, *BODY))), arnews.parse_html(html(title=title), url=URL)):
        assert names(article) == names_


def test_a_label_alone_names_the_next_line() -> None:
    assert names(parse("<div class='meta'><span>كتب:</span></div><div class='logo'>هاني الشريف</div>")) == [NAME]


def test_an_agency_with_the_name_of_a_place_at_home() -> None:
    for url, at_home in (("https://www.example.qa/1", True), ("https://www.example.com/1", False)):
        dateline = parse("<div>قنا</div>", url=url).dateline
        assert dateline is not None
        assert (dateline.agencies, dateline.places) == ((("قنا",), ()) if at_home else ((), ("قنا",)))


def test_an_outlet_taken_for_a_name_where_a_dateline_stands() -> None:
    for line in ("المرفأ تايم بلس", "االشروق"):
        segments = arnews.label(arnews.read_text("\n".join((TITLE, line, *BODY)))).segments
        if any(segment.role is arnews.Role.DATELINE for segment in segments):
            assert names(text(line)) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (
            "نشرت هذه المادة في صحيفة المرفأ المطبوعة العدد رقم (208) صفحة (27) بتاريخ (29-06-2012)",
            "صحيفة المرفأ المطبوعة",
        ),
        ("صحيفة المرفأ - العدد 2403", "صحيفة المرفأ"),
        ("رابط الخبر بصحيفة خبر الساحل: افتتاح المعرض https://port.example/?p=1", "صحيفة خبر الساحل"),
        ("The post افتتاح معرض الكتاب في المدينة appeared first on بوابة المرفأ.", "بوابة المرفأ"),
        ("المصدر: صحيفة المرفأ اليوم http://www.port.example/news/88213.html", "صحيفة المرفأ اليوم"),
        ("المصدر: (المرفأ الرياضي) الإماراتية", "(المرفأ الرياضي) الإماراتية"),
        ("المصدر: نقلا عن صحيفة المرفأ", "صحيفة المرفأ"),
    ],
)
def test_the_name_of_a_source(line: str, name: str) -> None:
    source = arnews.parse_text("\n".join((TITLE, *BODY, line))).source
    assert source is not None
    assert source.name == name


def test_what_a_foreign_word_parts_is_no_name_together() -> None:
    assert names(parse("<div class='byline'>نادي الأدب Club الثقافي</div>")) == ["نادي الأدب"]
    line = 'كاتبة /photos">صور الأرشيف'
    assert all(name in line for name in names(parse(f"<div class='byline'>{line}</div>")))


def test_an_account_that_links_to_its_page_is_nobody() -> None:
    line = "<div class='meta'>بواسطة <a href='/?author=1'>admin</a> / 14 أغسطس، 2023</div>"
    assert parse(line).authors == ()


def test_the_editor_beside_who_signs_is_nobody() -> None:
    by = "<div class='itemAuthor'>كتبه <a rel='author' href='/author/3'>المحرر</a></div>"
    assert names(parse(by, "<p>البصرة/ هاني الشريف</p>")) == [NAME]


@pytest.mark.parametrize("column", ["", "على الرصيف.. ", "على الرصيف | ", "على الرصيف - "])
def test_the_title_says_who_writes_a_column_under_the_name_of_the_outlet(column: str) -> None:
    title = f"{column}هاني الشريف يكتب: بيت على البحر"
    page = html("<span class=byline>صحيفة المثال</span>", title=title)
    assert names(arnews.parse_html(page, url=URL)) == [NAME]


def test_the_source_above_a_text_may_be_the_reporters_in_a_town() -> None:
    article = parse("<div>المصدر: أم القيوين - هاني الشريف وليلى حسن</div>")
    assert names(article) == [NAME, "ليلى حسن"]
    assert article.dateline is not None
    assert article.dateline.places == ("أم القيوين",)


def test_two_names_each_with_its_town() -> None:
    credit = read_credit("هاني الشريف (الدوحة) وليلى حسن (سيول)")
    assert credit is not None
    assert credit.persons == (NAME, "ليلى حسن")


def test_two_names_beside_a_day_that_no_sign_sets_apart() -> None:
    article = parse("<div class=meta>هاني الشريف وليلى حسن 10 مارس 2016</div>")
    assert names(article) == [NAME, "ليلى حسن"]
    assert article.date_published is not None
    assert article.date_published.isoformat() == "2016-03-10"


def test_a_sign_in_front_of_a_town_is_no_part_of_it() -> None:
    credit = read_credit("■ باتنة: ليلى حسن / وأج")
    assert credit is not None
    assert credit.places == ("باتنة",)


def test_reports_inside_a_report_are_signed_by_their_authors() -> None:
    lines = [TITLE, "كتب - هاني الشريف", BODY[0], "بريدة - سليم الحاوي", BODY[1], "متابعة - ليلى حسن", BODY[2]]
    assert names(arnews.parse_text("\n".join(lines))) == [NAME, "سليم الحاوي", "ليلى حسن"]
    # A label alone says that somebody helped.
    helped = [TITLE, "كتب - هاني الشريف", *BODY[:2], "متابعة - ليلى حسن", BODY[2]]
    assert names(arnews.parse_text("\n".join(helped))) == [NAME]


def test_two_names_of_which_no_table_knows_the_second() -> None:
    credit = read_credit("سليم الأسمر وريتونا فرحات")
    assert credit is not None
    assert credit.persons == ("سليم الأسمر", "ريتونا فرحات")


def test_initials_below_a_text_are_nobody() -> None:
    assert parse(below="<p>ن س</p>").authors == ()
