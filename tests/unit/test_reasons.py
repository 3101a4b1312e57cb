"""What an outlet says of an element never costs a field, whatever its rules are called."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping

import attrs
import pytest

import arnews
from arnews.article import Article, Source
from arnews.document import Origin, Reason, reason_of
from arnews.labeling.steps import all_steps, step
from arnews.outlets import Outlet
from arnews.roles import ARTICLE, Role
from arnews.rules import Rule

URL = "https://port.example/news/1"
LEAD = "افتتحت هيئة الموانئ أمس الرصيف الجديد في الميناء القديم، وحضر الافتتاح جمهور كبير من سكان المدينة وعمالها."
MORE = "وقال مدير الهيئة إن العمل في الرصيف يبدأ الأسبوع المقبل، وإن السفن الأولى تصل قبل نهاية الشهر الجاري."
TITLE = "افتتاح الرصيف الجديد في الميناء القديم"


def _page(above: str = "", below: str = "", top: str = "") -> str:
    return (
        f"<html><body>{top}<article><h1>{TITLE}</h1>{above}<div class=text><p>{LEAD}</p><p>{MORE}</p></div>{below}"
        "</article></body></html>"
    )


def _read(document: str, *, rules: tuple[Rule, ...] = (), select: Mapping[Role, str] | None = None) -> Article:
    outlet = Outlet(
        name="صوت الميناء",
        domains=("port.example",),
        rules=rules,
        select=select or {},
    )
    return arnews.Parser(outlets=[outlet]).parse(document, url=URL)


def _plain(document: str) -> Article:
    return arnews.parse(document, url=URL)


# D2
BYLINE = _page(above="<div class=byline>اتحاد الكتاب الأحرار</div>")
# D3
SOURCE = _page(above="<div class=source>almasdar.net</div>")
LABELED = _page(below="<p class=source>المصدر: وكالة الساحل</p>")
LINKED = _page(below="<p class=source>المصدر: https://almasdar.example.org/a</p>")
# D4
CRUMBS = '<nav class=breadcrumb><a href="/">الرئيسية</a> / <a href="/s/1">موانئ</a></nav>'
SECTION = _page(top=CRUMBS, above="<div class=who>شؤون البحر</div>")
TRANSLATED = _page(below="<p class=notice>تمت ترجمة هذا التقرير آلياً</p>")
COPIED = _page(below="<p class=notice>مضمون هذا الخبر تم كتابته بواسطة صدى الساحل ولا يعبر عن وجهة نظر الموقع</p>")
CAPTION = _page(above=f"<figure><img src=/a.jpg><figcaption>{TITLE}</figcaption></figure>")
TAGS = _page(below="<p class=tags>الوسوم: ميناء، رصيف، سفن</p>")


def test_a_selected_byline_is_the_author_that_its_element_names() -> None:
    assert [author.name for author in _plain(BYLINE).authors] == ["اتحاد الكتاب الأحرار"]
    assert _read(BYLINE, select={Role.BYLINE: ".byline"}).authors == _plain(BYLINE).authors


def test_a_selected_source_that_looks_like_an_address_is_a_name() -> None:
    assert _plain(SOURCE).source == Source(name="almasdar.net")
    assert _read(SOURCE, select={Role.SOURCE: ".source"}).source == Source(name="almasdar.net")


def test_a_selected_source_with_a_label_is_read_after_it() -> None:
    assert (
        _read(LABELED, select={Role.SOURCE: ".source"}).source == _plain(LABELED).source == Source(name="وكالة الساحل")
    )
    read = _read(LINKED, select={Role.SOURCE: ".source"}).source
    assert read is not None
    assert read.url == "https://almasdar.example.org/a"


def test_a_selected_section_counts_beside_a_breadcrumb() -> None:
    assert _plain(SECTION).sections == ("موانئ",)
    assert _read(SECTION, select={Role.SECTION: ".who"}).sections == ("موانئ", "شؤون البحر")


@pytest.mark.parametrize("name", ["port/translation", "port/notice"])
@pytest.mark.parametrize(("phrase", "translated"), [("تمت ترجمة هذا التقرير آلياً", True), ("حررها قسم المتابعة", None)])
def test_a_translation_is_told_by_the_words_and_not_by_the_name_of_a_rule(
    name: str, phrase: str, translated: bool | None
) -> None:
    rule = Rule(id=name, role=Role.DISCLAIMER, phrases=(phrase,))
    article = _read(f"{TITLE}\n{LEAD}\n{MORE}\n{phrase}", rules=(rule,))
    assert article.segments[-1].reason.rule == rule
    assert article.is_translated is translated


def test_a_rule_can_say_that_a_text_is_translated() -> None:
    rule = Rule(id="port/notice", role=Role.DISCLAIMER, phrases=("حررها قسم اللغات",), means="translated")
    assert _read(f"{TITLE}\n{LEAD}\n{MORE}\nحررها قسم اللغات", rules=(rule,)).is_translated is True


@pytest.mark.parametrize(
    ("page", "role", "css", "words"),
    [
        (BYLINE, Role.BYLINE, ".byline", "اتحاد الكتاب الأحرار"),
        (SOURCE, Role.SOURCE, ".source", "almasdar.net"),
        (LABELED, Role.SOURCE, ".source", "المصدر: {any}"),
        (LINKED, Role.SOURCE, ".source", "المصدر: {any}"),
        (SECTION, Role.SECTION, ".breadcrumb", "الرئيسية / موانئ"),
        (TRANSLATED, Role.DISCLAIMER, ".notice", "تمت ترجمة هذا التقرير آلياً"),
        (COPIED, Role.DISCLAIMER, ".notice", "مضمون هذا الخبر {any}"),
        (CAPTION, Role.CAPTION, "figcaption", None),
        (TAGS, Role.TAGS, ".tags", "الوسوم: {any}"),
    ],
)
def test_a_selector_or_rule_of_an_outlet_loses_no_value_of_a_field(
    page: str, role: Role, css: str, words: str | None
) -> None:
    """The law: what the general road reads from an element, it reads when the outlet names the element, too."""
    plain = _plain(page)
    selected = _read(page, select={role: css})
    # A rule would take the title, too, where the caption repeats it.
    ruled = _read(page, rules=(Rule(id="port/own", role=role, phrases=(words,)),)) if words else selected
    assert any(segment.reason.origin is Origin.SELECTOR for segment in selected.segments)
    for article in (selected, ruled):
        for field in attrs.fields(Article):
            value = getattr(plain, field.name)
            if field.name in ("segments", "outlet", "publisher", "evidence") or value in (None, ()):
                continue
            assert getattr(article, field.name) == value, field.name


def _documents() -> list[str]:
    networks = "\n".join(["تابعونا على", "تويتر", "فيسبوك", "نبض"])
    return [
        BYLINE,
        SOURCE,
        SECTION,
        TRANSLATED,
        TAGS,
        f"{TITLE}\nليلى حسن\n{LEAD}\n{MORE}\n{networks}\nجميع الحقوق محفوظة",
    ]


@pytest.mark.parametrize("document", _documents())
def test_a_rule_that_is_a_reason_gives_the_role(document: str) -> None:
    """The law: a reason's role is its role."""
    segments = arnews.parse(document).segments
    for segment in segments:
        rule = segment.reason.rule
        assert rule is None or rule.role is segment.role
        assert rule is not None or segment.reason is step(segment.rule)


def test_a_network_after_an_invitation_has_the_role_of_its_reason() -> None:
    segments = {segment.text: segment for segment in arnews.parse(_documents()[-1]).segments}
    segment = segments["تويتر"]
    assert not segment.role.kept
    assert segment.reason.rule is None or segment.reason.rule.role is segment.role


def test_reasons_are_shared_and_frozen() -> None:
    rule = Rule(id="port/own", role=Role.PROMO, phrases=("صوت الميناء",), why="Its own.")
    assert reason_of(rule) is reason_of(rule)
    assert step("body.paragraph") is step("body.paragraph")
    assert reason_of(rule).why == "Its own."
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        reason_of(rule).name = "x"  # type: ignore[misc]


def test_reasons_are_equal_by_name_and_origin_and_can_be_pickled() -> None:
    rule = Rule(id="port/own", role=Role.PROMO, phrases=("صوت الميناء",))
    assert Reason("port/own", Origin.WORDS) == reason_of(rule) != Reason("port/own", Origin.SHAPE)
    assert pickle.loads(pickle.dumps(reason_of(rule))).rule == rule
    assert len({*all_steps().values(), *map(pickle.loads, map(pickle.dumps, all_steps().values()))}) == len(all_steps())


@pytest.mark.parametrize("read", [lambda segment: segment.rule, lambda segment: segment.reason.name])
def test_the_name_of_a_reason_can_be_read_and_not_set(read: Callable[[arnews.Segment], str]) -> None:
    segment = arnews.parse_text("شارك المقال").segments[0]
    assert read(segment) == "share/heading"
    with pytest.raises(AttributeError):
        segment.rule = "x"  # type: ignore[misc]


def test_the_roles_of_the_article_are_named() -> None:
    assert {role for role in Role if role.kept} == ARTICLE
    assert Role.BODY in ARTICLE
    assert Role.AUTHOR_BIO not in ARTICLE
