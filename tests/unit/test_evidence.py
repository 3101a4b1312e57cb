"""Every field says where it was read: the segment, the key of the metadata, the markup, or the outlet; and why."""

from __future__ import annotations

import pickle
from pathlib import Path

import attrs
import pytest

import arnews
from arnews import Article, Author, Evidence, LabeledDocument, Outlet, Parser, Readers, Role, Rule
from arnews.article import EvidenceByField
from arnews.fields.table import FIELDS
from arnews.testing import laws

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = Path(__file__).parent / "examples" / "pages"
URL = "https://port.example/news/1"
BODY = """<p>افتتحت هيئة الموانئ أمس الرصيف الجديد، وحضر الافتتاح جمع كبير من الناس والمسؤولين.</p>
<p>وقال المدير إن الرصيف يستقبل ألف سفينة في العام، وإن العمل فيه استغرق ثلاثة أعوام كاملة.</p>"""
TEXT = """ثقافة وفنون
افتتاح المعرض الدولي للكتاب
كتبت: ليلى حسن
نشر في 12 شباط 2024
القاهرة (رويترز) - افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء والناشرين.
وتشارك في المعرض هذا العام دور نشر من أربعين بلدا، وتستمر أيامه حتى نهاية الشهر.
(إعداد سمير علي للنشرة العربية - تحرير هند مراد)
تمت ترجمة هذا التقرير آلياً
المصدر: صحيفة المثال
كلمات دلالية: معارض، كتب"""


def _span(article: Article, name: str) -> str | None:
    """Return the words of the segment that a field was read from."""
    evidence = article.evidence[name]
    return next(
        (s.text for s in article.segments if (s.start, s.end, s.role) == (evidence.start, evidence.end, evidence.role)),
        None,
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("headline", "افتتاح المعرض الدولي للكتاب"),
        ("authors", "كتبت: ليلى حسن"),
        ("date_published", "نشر في 12 شباط 2024"),
        ("contributors", "(إعداد سمير علي للنشرة العربية - تحرير هند مراد)"),
        ("is_translated", "تمت ترجمة هذا التقرير آلياً"),
        ("source", "المصدر: صحيفة المثال"),
        ("keywords", "كلمات دلالية: معارض، كتب"),
    ],
)
def test_a_printed_field_names_its_line(name: str, words: str) -> None:
    assert _span(arnews.parse_text(TEXT), name) == words


def test_an_opening_is_the_evidence_of_its_dateline() -> None:
    line = _span(arnews.parse_text(TEXT), "dateline")
    assert line is not None
    assert line.startswith("القاهرة (رويترز)")


@pytest.mark.parametrize(
    ("head", "name", "key"),
    [
        ("<meta name=author content='ليلى حسن'>", "authors", "meta:author"),
        ("<meta property='article:published_time' content='2024-03-12'>", "date_published", "article:published_time"),
        ("<meta property='article:modified_time' content='2024-03-13'>", "date_modified", "article:modified_time"),
        ("<meta property='article:section' content='شؤون البحر'>", "sections", "article:section"),
        ("<meta property='og:site_name' content='صوت الميناء'>", "publisher", "og:site_name"),
        ("<meta property='og:image' content='/1.jpg'>", "images", "og:image"),
        ("<link rel=canonical href=/news/1>", "canonical_url", "link:canonical"),
        ("<meta property='article:tag' content='الرصيف الجديد'>", "keywords", "article:tag"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-12"}</script>',
            "date_published",
            "json-ld:datePublished",
        ),
        ("<time itemprop=datePublished datetime=2024-03-12></time>", "date_published", "microdata:datePublished"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>',
            "is_accessible_for_free",
            "isAccessibleForFree",
        ),
    ],
)
def test_a_stated_field_names_the_key(head: str, name: str, key: str) -> None:
    page = f"<head>{head}</head><h1>افتتاح الرصيف الجديد في الميناء</h1>{BODY}"
    evidence = arnews.parse_html(page, url=URL).evidence[name]
    assert (evidence.key, evidence.role) == (key, None)


def test_a_date_that_the_metadata_complete_names_both() -> None:
    head = "<meta property='article:published_time' content='2024-03-12T10:30:00+03:00'>"
    page = f"<head>{head}</head><h1>افتتاح الرصيف الجديد في الميناء</h1><p>12 مارس 2024</p>{BODY}"
    evidence = arnews.parse_html(page, url=URL).evidence["date_published"]
    assert (evidence.role, evidence.key) == (Role.TIMESTAMP, "article:published_time")


def _nobody(doc: LabeledDocument) -> tuple[Author, ...]:
    return ()


def _somebody(doc: LabeledDocument) -> tuple[Author, ...]:
    return (Author(name="ليلى حسن"),)


def test_what_an_outlet_tells_says_so() -> None:
    rule = Rule(id="port/byline", role=Role.BYLINE, phrases=("{person} - صوت الميناء - {place}",))
    daily = Outlet(name="صوت الميناء", domains=("port.example",), rules=(rule,))
    text = (
        "افتتاح الرصيف الجديد\nليلى حسن - صوت الميناء - الإسكندرية\nافتتحت هيئة الموانئ أمس الرصيف الجديد، وحضر الناس."
    )
    article = Parser(outlets=[daily]).parse_text(text, url=URL)
    assert {name: _span(article, name) for name in ("authors", "dateline")} == dict.fromkeys(
        ("authors", "dateline"), "ليلى حسن - صوت الميناء - الإسكندرية"
    )
    assert article.evidence["publisher"].why == "the outlet that the address belongs to"
    for reader, told in ((_somebody, True), (_nobody, False)):
        own = Outlet(name="صوت الميناء", domains=("port.example",), readers=Readers(authors=reader))
        found = Parser(outlets=[own]).parse_text(TEXT, url=URL).evidence.get("authors")
        assert (found is not None and "صوت الميناء" in found.why) is told


@pytest.mark.parametrize("path", sorted([*EXAMPLES.glob("*.txt"), *PAGES.glob("*.html")]), ids=lambda path: path.name)
def test_every_field_with_a_value_has_evidence(path: Path) -> None:
    article = arnews.parse(path.read_bytes(), url=URL)
    laws.check_evidence(article)
    for field in FIELDS:
        if not field.is_text and not field.is_given and getattr(article, field.name) not in (None, ()):
            assert field.name in article.evidence


def test_a_reader_can_be_given_for_each_row_that_outlets_may_read() -> None:
    assert {each.name for each in attrs.fields(Readers)} == {field.name for field in FIELDS if field.by_outlet}


def test_every_row_is_an_attribute_of_the_article() -> None:
    names = [field.name for field in FIELDS]
    assert len(set(names)) == len(names)
    assert {each.name for each in attrs.fields(Article)} - set(names) == {
        "kind", "issues", "evidence", "segments", "document_text", "outlet"
    }  # fmt: skip


def test_evidence_is_a_value() -> None:
    article = arnews.parse_text(TEXT)
    assert isinstance(article.evidence, EvidenceByField)
    assert hash(article) == hash(arnews.parse_text(TEXT))
    assert pickle.loads(pickle.dumps(article)) == article
    assert arnews.from_dict(arnews.to_dict(article)) == article
    assert article != arnews.Article()
    with pytest.raises(TypeError):
        article.evidence["headline"] = Evidence(why="it was put there")  # type: ignore[index]


def test_the_views_show_it_beside_the_value() -> None:
    page = "<meta name=author content='ليلى حسن'><h1>افتتاح الرصيف الجديد في الميناء</h1>" + BODY
    article = arnews.parse_html(page, url=URL)
    shown = arnews.explain_text(article, color=False).splitlines()
    at = shown.index("headline: افتتاح الرصيف الجديد في الميناء")
    assert shown[at + 1] == "    (headline 0–31: the line that is the title)"
    at = shown.index("authors: ليلى حسن")
    assert shown[at + 1].startswith("    (meta:author: ")
    assert "    (headline" not in arnews.explain_text(article, color=False, brief=True)
    html = arnews.explain_html(article)
    assert "the line that is the title" in html
    assert "<code>meta:author</code>" in html
