"""What is taken out of a page before it is parsed: attributes without number, so that the parser stays linear."""

from __future__ import annotations

import pytest
import turbohtml

import arnews
from arnews.reading.excess import trim
from arnews.testing import page_laws

PARAGRAPH = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."
MESSAGE = "a tag has more than 1,000 attributes; the rest was not read"
FORMS = (" a{0}=1", " a{0}", "/a{0}", " a{0}='>'", ' a{0} = "<b>"', "\na{0}=>"[:-1], " a{0}=x/>"[:-1], " ={0}=1")


def _crowd(form: str, count: int) -> str:
    attributes = "".join(form.format(number) for number in range(count))
    return f"<h1>افتتاح المعرض</h1><p class='first'{attributes}>{PARAGRAPH}</p><p class=last>{PARAGRAPH}"


@pytest.mark.parametrize("form", FORMS)
def test_a_tag_of_a_hundred_thousand_attributes(form: str) -> None:
    page = _crowd(form, 100_000)
    trimmed = trim(page)
    assert trimmed.issues == (MESSAGE,)
    assert trimmed.text.endswith(f">{PARAGRAPH}</p><p class=last>{PARAGRAPH}")
    counts = [len(node.attrs) for node in turbohtml.parse(trimmed.text).iter_elements()]
    assert max(counts) <= 1001
    article = page_laws.check_total(page)
    assert [issue.message for issue in article.issues if issue.code == "broken-page"] == [MESSAGE]
    assert article.paragraphs == (PARAGRAPH, PARAGRAPH)


@pytest.mark.parametrize(("count", "more"), [(100, 200_000), (1_000, 200_000), (5_000, 0)])
def test_no_attribute_of_a_usual_page_is_left_out(count: int, more: int) -> None:
    page = _crowd(" data-a{}='1>'", count).replace(" class='first'", "") + "<p title='نص'>" * (more // 10)
    assert trim(page) == (page, ())


def test_each_tag_has_its_own_attributes() -> None:
    page = f"<p{' a=1' * 900}>{PARAGRAPH}" * 100
    assert trim(page) == (page, ())


def test_both_ends_are_told() -> None:
    article = arnews.parse_html(_crowd(" a{0}=1", 50_000) + "<li>نص" * 400_000)
    assert [issue.message for issue in article.issues if issue.code == "broken-page"] == [
        "the page has more than 42,000 elements and texts; the rest was not read", MESSAGE
    ]  # fmt: skip
