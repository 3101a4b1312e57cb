"""The labeler on small documents of our own, one habit of newspapers each."""

from __future__ import annotations

import pytest

import arnews
from arnews import Role
from arnews.labeling.decide import decide
from arnews.labeling.model import Model
from arnews.labeling.pieces import make

LEAD = "افتتح وزير الثقافة مساء أمس معرض الكتاب الدولي في دورته العشرين، وسط حضور كبير من الناشرين والقراء."
SECOND = "وقال الوزير في كلمته إن المعرض يستقبل هذا العام أربعمئة دار نشر من ثلاثين بلداً، وإن الدخول إليه مجاني."
THIRD = "وأضاف أن الوزارة ستوزع قسائم شراء على طلبة المدارس، وأن البرنامج المرافق يضم ندوات وأمسيات شعرية كل يوم."
OPINION = "معرض جميل لكن الأسعار مرتفعة هذا العام، والزحام عند الأبواب كبير جدا في نهاية الأسبوع."
TITLE = "انطلاق معرض الكتاب الدولي بمشاركة أربعمئة ناشر"


def roles(text: str) -> list[tuple[Role, str]]:
    """Return role and text of each segment."""
    return [(segment.role, segment.text) for segment in arnews.parse_text(text).segments]


def role_of(text: str, part: str) -> Role:
    """Return the role of the segment that holds ``part``."""
    return next(role for role, piece in roles(text) if part in piece)


def test_title_date_byline_body() -> None:
    text = "\n".join([TITLE, "تاريخ النشر: السبت 12 مايو 2018", "كتبت: سلمى الراوي", LEAD, SECOND])
    assert [role for role, _ in roles(text)] == [
        Role.HEADLINE, Role.TIMESTAMP, Role.BYLINE, Role.BODY, Role.BODY,
    ]  # fmt: skip


def test_body_alone_has_no_headline() -> None:
    article = arnews.parse_text("\n".join([LEAD, SECOND, THIRD]))
    assert article.headline is None
    assert article.paragraphs == (LEAD, SECOND, THIRD)


def test_a_title_printed_twice_is_the_headline_and_the_line_below_a_caption() -> None:
    caption = "جانب من حفل الافتتاح"
    text = "\n".join(["ثقافة", TITLE, TITLE, caption, caption, LEAD, SECOND])
    assert role_of(text, "ثقافة") is Role.SECTION
    assert arnews.parse_text(text).headline == TITLE
    assert [image.caption for image in arnews.parse_text(text).images] == [caption]


def test_outlet_and_title_in_one_line_come_apart() -> None:
    text = "\n".join([f"صوت الميناء - {TITLE}", "12 شباط 2019", TITLE, LEAD, SECOND])
    article = arnews.parse_text(text)
    assert article.headline == TITLE
    assert role_of(text, "صوت الميناء") is Role.MASTHEAD


def test_a_line_that_leads_up_to_the_title_is_a_kicker() -> None:
    text = "\n".join(["في دورته العشرين:", TITLE, LEAD, SECOND])
    article = arnews.parse_text(text)
    assert (article.kicker, article.headline) == ("في دورته العشرين:", TITLE)


def test_a_line_below_the_title_is_a_deck() -> None:
    deck = "ندوات يومية وقسائم شراء للطلبة ودخول مجاني للعائلات"
    text = "\n".join([TITLE, deck, "كتبت: سلمى الراوي", LEAD, SECOND])
    article = arnews.parse_text(text)
    assert (article.headline, article.description) == (TITLE, deck)


def test_a_standfirst_above_the_date_is_a_deck() -> None:
    text = "\n".join([TITLE, LEAD, "12 شباط 2019", LEAD + " " + SECOND, SECOND, THIRD])
    assert roles(text)[1] == (Role.DECK, LEAD)
    assert arnews.parse_text(text).paragraphs[0].startswith(LEAD)


def test_subheadings_lists_questions_and_verses_stay() -> None:
    lines = [
        TITLE, LEAD, "جناح خاص للأطفال", SECOND, "وجاءت أسماء الفائزين كما يلي:", "- سلمى الراوي عن رواية الميناء",
        "- كريم العطار عن ديوان المدينة", "كيف ترى مستقبل القراءة؟", THIRD, "يا جارة الوادي طربت وعادني",
        "ما يشبه الأحلام من ذكراك", THIRD,
    ]  # fmt: skip
    found = roles("\n".join(lines))
    assert [text for role, text in found if not role.kept] == []
    assert (Role.SUBHEADING, "جناح خاص للأطفال") in found
    assert arnews.parse_text("\n".join(lines)).paragraphs == tuple(lines[1:])


@pytest.mark.parametrize(
    "line",
    [
        "المصدر الأمني أكد أن التحقيق ما زال جارياً.",
        "شارك في الندوة عدد من النقاد والشعراء العرب.",
        "منذ خمس سنوات لم تشهد المدينة حفلاً كهذا.",
        "المزيد من الدعم للناشرين",
        "اقرأ كثيراً تكتب جيداً، هكذا يقول لطلابه.",
    ],
)
def test_words_of_boilerplate_inside_the_body_stay(line: str) -> None:
    assert role_of("\n".join([TITLE, LEAD, line, SECOND]), line) in (Role.BODY, Role.SUBHEADING)


def test_share_bar_and_comment_form_end_the_article() -> None:
    text = "\n".join([TITLE, LEAD, SECOND, "شارك المقال", "فيسبوك", "تويتر", "واتساب", "اترك تعليقك"])
    article = arnews.parse_text(text)
    assert article.paragraphs == (LEAD, SECOND)
    assert {segment.role for segment in article.segments[3:]} <= {Role.SHARE, Role.COMMENTS}


def test_an_inline_box_is_left_and_the_article_goes_on() -> None:
    items = ["الناشرون العرب يطالبون بخفض رسوم الشحن", "مكتبات العاصمة تفتح أبوابها ليلاً في رمضان"]
    text = "\n".join([TITLE, LEAD, SECOND, "اقرأ أيضاً:", *items, THIRD, SECOND + " " + THIRD])
    article = arnews.parse_text(text)
    assert [link.text for link in article.related] == items
    assert article.paragraphs == (LEAD, SECOND, THIRD, SECOND + " " + THIRD)


def test_an_aggregator_appends_whole_articles_of_others() -> None:
    foreign = "أعلن اتحاد الناشرين في بيان له اليوم أنه سيخفض رسوم الاشتراك في المعارض المقبلة إلى النصف."
    text = "\n".join(
        [LEAD, SECOND, "المصدر: صوت الميناء", "كلمات دلالية: معرض الكتاب الناشرين", "إقرأ أيضاً:",
         "الناشرون يطالبون بخفض الرسوم", foreign, "مقالات مشابهة", "مكتبات العاصمة تفتح أبوابها ليلاً"]
    )  # fmt: skip
    article = arnews.parse_text(text)
    assert article.paragraphs == (LEAD, SECOND)
    assert role_of(text, foreign) in (Role.OTHER_ARTICLE, Role.RELATED_ITEM)
    assert article.source is not None
    assert article.source.name == "صوت الميناء"


def test_a_menu_above_the_title_is_navigation() -> None:
    text = "\n".join(
        ["الرئيسية", "أخبار محلية", "رياضة", "اقتصاد", "منوعات", "اتصل بنا", TITLE, "12 شباط 2019", LEAD, SECOND]
    )
    article = arnews.parse_text(text)
    assert article.headline == TITLE
    assert article.paragraphs == (LEAD, SECOND)


def test_hard_wrapped_lines_are_body() -> None:
    words = " ".join([LEAD, SECOND, THIRD, LEAD, SECOND, THIRD, LEAD]).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 70:
            lines.append(line.strip())
            line = ""
        line += " " + word
    lines.append(line.strip())
    article = arnews.parse_text("\n".join([TITLE, *lines]))
    assert " ".join(article.paragraphs).split() == words


def test_a_page_on_one_line_is_split_at_wide_gaps() -> None:
    text = "     ".join([TITLE, "12 شباط 2019", LEAD, "اقرأ أيضاً:", "مكتبات العاصمة تفتح أبوابها ليلاً"])
    article = arnews.parse_text(text)
    assert (article.headline, article.paragraphs) == (TITLE, (LEAD,))


def test_mojibake_is_an_issue_and_no_field() -> None:
    article = arnews.parse_text(f"{TITLE}\n{LEAD}".encode().decode("windows-1252", "ignore"))
    assert [issue.code for issue in article.issues] == ["mojibake"]
    assert article.headline is None
    assert article.body == ""


@pytest.mark.parametrize("value", [b"text", None, 3])
def test_what_is_not_text_is_a_type_error(value: object) -> None:
    with pytest.raises(TypeError, match="text must be a str"):
        arnews.parse_text(value)  # type: ignore[arg-type]


def test_the_owner_of_a_photo_between_paragraphs_does_not_end_the_article() -> None:
    text = "\n".join([TITLE, LEAD, "© Port Photo / Salma Rawi", "إقبال كبير على أجنحة الأطفال", SECOND, THIRD])
    assert role_of(text, "Salma Rawi") is Role.CAPTION
    assert [role for role, piece in roles(text) if piece in {SECOND, THIRD}] == [Role.BODY, Role.BODY]


def test_the_notice_of_a_site_ends_the_article() -> None:
    text = "\n".join(
        [TITLE, LEAD, SECOND, "صوت الميناء © 2019 جميع الحقوق محفوظة", "إقبال كبير على أجنحة الأطفال", THIRD]
    )
    (after,) = [role for role, piece in roles(text) if piece == THIRD]
    assert not after.kept


def test_a_sentence_with_a_notice_of_rights_glued_to_it_is_kept() -> None:
    last = (
        "وبحسب جمعية أصحاب المخابز فإن أربعة وسبعين مخبزا تضررت كليا أو جزئيا وإن من بقي منها يعمل بين ثلاث ساعات وخمس"
        " في اليوم All rights reserved © Port Media 2023"
    )
    article = arnews.parse_text("\n".join([TITLE, LEAD, SECOND, last]))
    assert last.split(" All")[0] in article.body


def test_a_long_address_on_a_line_of_its_own_is_no_paragraph() -> None:
    address = "https://port.example/culture/" + "%D9%85%D8%B9%D8%B1%D8%B6-" * 20 + "1.html"
    assert role_of("\n".join([TITLE, address, LEAD, SECOND]), "https") is Role.RESIDUE


def test_a_thread_of_comments_is_no_body() -> None:
    comments = [line for hour in range(5) for line in (f"السبت 12 مايو 2018 - 1{hour}:00", OPINION, "رد على التعليق")]
    text = "\n".join([TITLE, LEAD, SECOND, THIRD, "تعليقات القراء", *comments])
    assert arnews.parse_text(text).paragraphs == (LEAD, SECOND, THIRD)


def test_quotation_marks_in_a_title_are_no_breadcrumb() -> None:
    title = "«الميناء» يتوج بطلاً و«الأهلي» ثانياً و«النجم» ثالثاً"
    assert arnews.parse_text("\n".join([title, "12 شباط 2019", LEAD, SECOND])).headline == title


@pytest.mark.xfail(
    strict=True, reason="the weights take a name that is printed twice, far above the text, for the title"
)
def test_the_title_of_a_page_shares_words_with_its_lead() -> None:
    menu = ["الهيئة العامة لشؤون الموانئ", "اتصل بنا", "من نحن", "الهيئة العامة لشؤون الموانئ"]
    ticker = [f"خبر آخر من أخبار اليوم رقم {number}" for number in range(12)]
    text = "\n".join([*menu, *ticker, "افتتاح معرض الكتاب الدولي", "السبت 12 مايو 2018", LEAD, SECOND, THIRD])
    assert arnews.parse_text(text).headline == "افتتاح معرض الكتاب الدولي"


def test_footnotes_are_of_the_article() -> None:
    text = "\n".join([TITLE, LEAD, SECOND, THIRD, "المراجع", "1- سلمى الراوي، تاريخ المعارض، دار الميناء، 2001"])
    assert "سلمى الراوي" in arnews.parse_text(text).body


def test_a_decree_has_no_menu() -> None:
    lines = [
        "صدر أمس القرار الآتي نصه:",
        "الرقم: أ / 12",
        "بعون الله تعالى..",
        "نحن وزير الثقافة،",
        "بعد الاطلاع على النظام،",
    ]
    dropped = [
        segment.text
        for segment in arnews.parse_text("\n".join([*lines, LEAD, SECOND])).segments
        if not segment.role.kept
    ]
    assert dropped == []


def test_one_paragraph_alone_is_the_body_whatever_the_model_says() -> None:
    lead = "افتتح الوزير أمس معرض الكتاب في العاصمة بحضور جمهور كبير، وأعلن أن الدورة المقبلة تقام في الربيع."
    roles = (Role.BODY, Role.HEADLINE, Role.SUBHEADING, Role.RELATED_ITEM)
    model = Model(roles, {"bias": (roles.index(Role.RELATED_ITEM), 5_000)}, ((0,) * len(roles),) * len(roles))
    lines = [make(0, "اقرأ أيضاً"), make(11, lead)]
    decide(lines, model)
    assert lines[1].role is Role.BODY


def test_a_text_of_one_line_is_no_post() -> None:
    line = (
        "تتداول حسابات على مواقع التواصل، منذ يوم الخميس الماضي، مقطع فيديو ادعت أنه للحظة وصول اللاعبين إلى الملعب "
        "وهم يرقصون، قبل مباراتهم أمام المنتخب الضيف في المدينة، ضمن الكأس. من وصول اللاعبين pic.twitter.com/abc123"
    )
    assert arnews.parse_text(line).body


def test_names_with_days_below_a_heading_of_comments_sign_comments() -> None:
    comments = [
        "طارق المنصوري - 19/09/2014",
        "لا حول ولا قوة إلا بالله",
        "أمل حداد - 08/10/2014",
        "تقرير جميل لكنه ناقص",
    ]
    body = [
        "افتتح الوزير أمس المعرض الدولي للكتاب في المدينة القديمة، وحضره جمهور كبير من القراء والناشرين.",
        "وقال الوزير إن المعرض يضم هذا العام مئات الأجنحة، وإن الندوات تستمر حتى نهاية الأسبوع المقبل.",
    ]
    article = arnews.parse_text("\n".join(["افتتاح المعرض الدولي للكتاب", *body, "التعليقات", *comments]))
    assert article.paragraphs == tuple(body)
    assert {segment.role for segment in article.segments[-4:]} == {arnews.Role.COMMENTS}
