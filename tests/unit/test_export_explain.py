"""The explanation: every segment, its role and its rule, safe to show whatever the document holds."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import get_args

import pytest

import arnews
from arnews.article import Article, Author, Image, ImageKind, Link, Organization
from arnews.document import Origin, Reason, Segment
from arnews.export import explain_html, explain_text
from arnews.export.field_lines import lines_of
from arnews.export.reasons import Language
from arnews.export.role_words import page_words
from arnews.export.summary import known_fields
from arnews.roles import Role
from tests.unit.test_export_records import FULL


def _reason(name: str) -> Reason:
    return Reason(name, Origin.SHAPE)


TEXT = "افتتاح المعرض\n\nافتتح الوزير المعرض. شارك المقال\n"
NEWS = (
    "افتتاح المعرض الدولي للكتاب في المدينة\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء والناشرين.\n"
    "وقال الوزير إن المعرض يضم مئات الأجنحة، وإن الندوات تستمر حتى نهاية الأسبوع.\nشارك المقال\n"
)
ARTICLE = Article(
    headline="افتتاح المعرض",
    segments=(
        Segment(0, 13, Role.HEADLINE, "افتتاح المعرض", _reason("model.headline")),
        Segment(15, 34, Role.BODY, "افتتح الوزير المعرض", _reason("body.prose")),
        Segment(
            36,
            47,
            Role.SHARE,
            "شارك المقال",
            Reason("share/article", Origin.WORDS, why="no such rule comes with arnews"),
        ),
    ),
)
ANSI = re.compile("\x1b\\[[0-9;]*m")


def _hostile(text: str) -> tuple[Article, str]:
    return Article(headline=text, segments=(Segment(0, len(text), Role.BODY, text, _reason("body.prose")),)), text


class _Page(HTMLParser):
    """Collects the elements and the texts of a page, and checks that elements are nested."""

    VOID = frozenset({"meta", "input", "br", "link", "img"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def classes(self) -> list[str]:
        return [classes for _, attrs in self.elements if (classes := attrs.get("class"))]


def test_text_tells_kept_from_dropped_without_color() -> None:
    assert explain_text(ARTICLE, color=False).splitlines() == [
        "+ headline  model.headline  افتتاح المعرض",
        "+ body      body.prose      افتتح الوزير المعرض",
        "- share     share/article   شارك المقال",
        "",
        "why:",
        "  model.headline  Words, shape, place and neighbors of the line speak for the title.",
        "  share/article   no such rule comes with arnews",
        "",
        "headline: افتتاح المعرض",
        "",
        "kept 2 of 3 segments, 32 of 43 characters",
    ]


def test_color_adds_nothing_but_color() -> None:
    colored = explain_text(ARTICLE, color=True)
    assert ANSI.search(colored)
    assert ANSI.sub("", colored) == explain_text(ARTICLE, color=False)


def test_text_is_wrapped_below_its_own_column() -> None:
    article, _ = _hostile("كلمة " * 30)
    first, second, third, *_ = explain_text(article, color=False, width=60).splitlines()
    column = len("+ body  body.prose  ")
    assert first[column:] == second[column:] == third[column:]
    assert (second[:column].strip(), len(first) <= 60) == ("", True)


def test_brief_text_is_one_line_a_segment() -> None:
    article, _ = _hostile("كلمة " * 30)
    line, *_ = explain_text(article, color=False, width=60, brief=True).splitlines()
    assert (len(line), line[-1]) == (60, "…")


@pytest.mark.parametrize("text", ["a\x1b[2Jb", "a\rb", "a\x00b", "a\u202eb", "a\x9b31mb", "a\ud800b", "a\u2028b"])
def test_no_document_can_drive_the_terminal(text: str) -> None:
    article, _ = _hostile(text)
    shown = explain_text(article, color=False)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]", shown)
    shown.encode("utf-8")


def test_an_empty_article_is_explained() -> None:
    assert explain_text(Article()) == "kept 0 of 0 segments, 0 of 0 characters"
    assert _Page(explain_html(Article(), "")).open == []


def test_the_page_shows_every_segment_with_role_and_rule() -> None:
    page = _Page(explain_html(ARTICLE, TEXT))
    assert page.open == []
    segments = [classes for classes in page.classes() if classes.startswith("seg ")]
    assert segments == ["seg kept r-headline", "seg kept r-body gap", "seg dropped r-share glued"]
    for segment in ARTICLE.segments:
        assert segment.text in page.texts
        assert any(segment.rule in (attrs.get("title") or "") for _, attrs in page.elements)
        assert any(segment.rule in text for text in page.texts)


def test_the_page_needs_nothing_else() -> None:
    page = explain_html(FULL, "نصا " * len(Role))
    parsed = _Page(page)
    assert not {tag for tag, _ in parsed.elements} & {"script", "link", "img", "iframe", "object", "form"}
    assert not re.search(r"url\(|@import|src=|href=\"[^#]", page)
    assert ("html", {"lang": "ar", "dir": "rtl"}) in parsed.elements
    assert any("default-src 'none'" in (attrs.get("content") or "") for _, attrs in parsed.elements)


def test_the_legend_counts_roles_and_the_fields_are_beside() -> None:
    page = explain_html(FULL, "نصا " * len(Role))
    parsed = _Page(page)
    chips = [classes for classes in parsed.classes() if classes.startswith("chip ")]
    assert len(chips) == len(Role)
    assert sum("kept" in classes for classes in chips) == 11
    for field in known_fields(FULL):
        assert f'id="f-{field.name}"' in page
        for value in field.values:
            assert all(part in parsed.texts for part in value.split(" | "))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "&lt;b&gt;",
        "$title ${body} %s {0}",
        "</p></div></main>",
    ],
)
def test_everything_of_the_document_is_escaped(text: str) -> None:
    page = _Page(explain_html(*_hostile(text)))
    assert page.open == []
    assert text in page.texts
    assert not {tag for tag, _ in page.elements} & {"script", "img"}


@pytest.mark.parametrize("text", ["\x00\x1b\x07", "\ud800\udfff", "\x85\x9f"])
def test_what_no_page_may_hold_is_replaced(text: str) -> None:
    page = explain_html(*_hostile(f"نص{text}"))
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]", page)
    assert "نص\N{REPLACEMENT CHARACTER}" in page


def test_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no segment at 0:13: this is not the text that was parsed"):
        explain_html(ARTICLE, TEXT[1:])


def test_the_page_has_a_word_for_every_role_and_field() -> None:
    for language in get_args(Language):
        assert list(page_words(language)["roles"]) == list(Role)
    known = {field.name for field in known_fields(FULL)}
    for language in get_args(Language):
        assert set(page_words(language)["fields"]) == known


def test_an_author_is_shown_with_what_the_document_says_of_him() -> None:
    article = Article(authors=(Author(name="فهد المانع", job_title="كاتب"), Author(name="سالم باوزير")))
    assert explain_text(article, color=False).splitlines()[:3] == [
        "authors:",
        "  • فهد المانع | كاتب",
        "  • سالم باوزير",
    ]


def test_an_article_of_a_web_page_brings_its_own_text() -> None:
    article = arnews.parse_html("<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.</p>")
    assert explain_html(article) == explain_html(article, article.document_text)


def test_an_article_of_a_text_needs_the_text() -> None:
    with pytest.raises(ValueError, match="give the text that was parsed: this article was read from a record without"):
        explain_html(ARTICLE)
    assert _Page(explain_html(Article())).open == []


def _menu(count: int) -> Article:
    items = [Segment(6 * n, 6 * n + 5, Role.NAVIGATION, "رياضة", _reason("page.around")) for n in range(count)]
    end = 6 * count
    return Article(
        segments=(*items, Segment(end, end + 13, Role.HEADLINE, "افتتاح المعرض", _reason("model.headline"))),
        document_text="رياضة\n" * count + "افتتاح المعرض",
    )


def test_a_run_of_dropped_segments_is_folded_and_nothing_is_lost() -> None:
    page = _Page(explain_html(_menu(6)))
    assert page.open == []
    assert [tag for tag, _ in page.elements].count("details") == 1
    assert len([classes for classes in page.classes() if classes.startswith("seg ")]) == 7
    assert "6" in page.texts


def test_a_short_run_is_not_folded() -> None:
    assert "details" not in {tag for tag, _ in _Page(explain_html(_menu(3))).elements}


def test_a_brief_view_counts_what_one_rule_dropped() -> None:
    first, second, *_ = explain_text(_menu(3), color=False, brief=True).splitlines()
    assert first == "- navigation  page.around     3 × رياضة · رياضة · رياضة"
    assert second == "+ headline    model.headline  افتتاح المعرض"
    segments, _, _ = explain_text(_menu(3), color=False).partition("why:")
    assert segments.count("page.around") == 3


def test_every_reason_is_told_once_in_the_language_asked_for() -> None:
    article = arnews.parse_text(NEWS)
    told: dict[Language, tuple[str, str]] = {
        "en": (
            "Words, shape, place and neighbors of the line speak for the title.",
            "The heading of a bar of share buttons.",
        ),
        "ar": ("تدل ألفاظ السطر وشكله وموضعه وجيرانه على: العنوان.", "رأس شريط أزرار المشاركة."),
    }
    for language, sentences in told.items():
        shown = explain_text(article, color=False, language=language)
        page = explain_html(article, NEWS, language=language)
        for sentence in sentences:
            assert shown.count(sentence) == 1
            assert f'<bdi class="why">{sentence}</bdi>' in page
    assert explain_html(article, NEWS) == explain_html(article, NEWS, language="ar")
    assert explain_text(article) == explain_text(article, language="en")


def test_reasons_of_a_record_are_told_too() -> None:
    article = arnews.parse_text(NEWS)
    assert explain_text(arnews.from_dict(arnews.to_dict(article))) == explain_text(article)


def test_images_say_what_they_are() -> None:
    article = Article(images=(Image(url="a.mp4", caption="جولة", kind=ImageKind.VIDEO),), is_accessible_for_free=False)
    assert explain_text(article, color=False).splitlines()[:2] == [
        "images: video | جولة | a.mp4",
        "is_accessible_for_free: false",
    ]


@pytest.mark.parametrize("language", ["", "EN", "fr", "ar\x1b[2J"])
def test_reasons_are_told_in_two_languages_only(language: str) -> None:
    for explain in (explain_text, explain_html):
        with pytest.raises(ValueError, match=r"^language must be 'ar' or 'en', not '[^\x1b]*'$"):
            explain(arnews.parse_html("<p>عاجل"), language=language)  # type: ignore[arg-type]


RELATED = Article(related=tuple(Link(f"خبر رقم {number}") for number in range(55)))


def test_a_brief_view_counts_the_values_of_a_long_field() -> None:
    lines = explain_text(RELATED, color=False, brief=True).splitlines()
    assert lines[:5] == ["related:", "  • خبر رقم 0", "  • خبر رقم 1", "  • خبر رقم 2", "  … 52 more"]
    assert explain_text(RELATED, color=False).count("•") == 55


def test_a_field_of_four_values_is_printed_whole() -> None:
    article = Article(keywords=("أ", "ب", "ج", "د"))
    assert explain_text(article, color=False, brief=True) == explain_text(article, color=False)


@pytest.mark.parametrize(("language", "more"), [("ar", "و51 أخرى"), ("en", "and 51 more")])
def test_a_long_field_of_the_page_is_folded_and_nothing_is_lost(language: Language, more: str) -> None:
    page = _Page(explain_html(RELATED, "", language=language))
    assert more in page.texts
    assert all(link.text in page.texts for link in RELATED.related)


def test_the_page_speaks_one_language() -> None:
    article = arnews.parse_text(NEWS)
    english, arabic = (_Page(explain_html(article, language=language)) for language in ("en", "ar"))
    assert ("html", {"lang": "en", "dir": "ltr"}) in english.elements
    own = "".join(text for text in english.texts if not any(text in segment.text for segment in article.segments))
    assert not re.search("[\u0600-\u06ff]", own.replace(article.headline or "", ""))
    assert {"Fields", "Headline", "body"} <= set(english.texts)
    assert {"الحقول", "العنوان", "متن"} <= set(arabic.texts)
    # The text of the document runs from right to left in both.
    for page in (english, arabic):
        assert all(attrs.get("dir") == "rtl" for _, attrs in page.elements if attrs.get("class") == "text")


def test_a_field_leads_to_the_line_that_it_came_from() -> None:
    text = "افتتاح المعرض\nكتبت: ليلى حسن\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\n"
    article = arnews.parse_text(text)
    parsed = _Page(explain_html(article, language="en"))
    index = next(n for n, segment in enumerate(article.segments) if segment.role is Role.BYLINE)
    assert lines_of(article)["authors"] == (index,)
    assert ("a", {"href": f"#s{index}"}) in parsed.elements
    (line,) = [attrs for _, attrs in parsed.elements if attrs.get("id") == f"s{index}"]
    assert "f-authors" in (line["class"] or "").split()
    assert "from: " in parsed.texts
    assert article.evidence["authors"].why in parsed.texts
    assert "#f-authors:is(:hover,:focus-within)) .f-authors" in explain_html(article)


def test_a_field_that_no_line_prints_leads_nowhere() -> None:
    page = (
        '<title>افتتاح المعرض</title><meta name="author" content="ليلى حسن"><article><h1>افتتاح المعرض</h1>'
        "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء والناشرين.</p></article>"
    )
    article = arnews.parse_html(page)
    assert article.authors
    assert "authors" not in lines_of(article)
    assert 'id="f-authors"' in explain_html(article)


def test_a_name_in_the_text_is_one_line() -> None:
    body = (
        "القاهرة (رويترز) - افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\n"
        "وعاد الوزير إلى القاهرة (رويترز) مساء أمس."
    )
    article = arnews.parse_text("افتتاح المعرض الدولي للكتاب\n" + body)
    assert article.dateline is not None
    assert lines_of(article)["dateline"] == (1,)


def test_every_field_of_the_views_is_a_field_of_the_article() -> None:
    assert set(lines_of(FULL)) <= {field.name for field in known_fields(FULL)}


def test_an_address_after_an_arabic_name_has_its_own_direction() -> None:
    page = explain_html(Article(publisher=Organization("صوت الميناء", "https://port.example/")), "")
    assert "<dd><bdi>صوت الميناء</bdi> | <bdi>https://port.example/</bdi></dd>" in page
