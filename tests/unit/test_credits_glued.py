"""Names, places and agencies that nothing separates."""

from __future__ import annotations

import pytest

import arnews
from arnews.credits import read_credit


@pytest.mark.parametrize(
    ("text", "persons", "places", "agencies"),
    [
        ("هدى منصور ليلى حسن", ("هدى منصور", "ليلى حسن"), (), ()),
        ("كتبت هدى منصور ليلى حسن", ("هدى منصور", "ليلى حسن"), (), ()),
        ("بقلم محمد العمري مكة المكرمة", ("محمد العمري",), ("مكة المكرمة",), ()),
        ("عكاظ - محمد العمري جدة", ("محمد العمري",), ("جدة",), ("عكاظ",)),
        ("القاهرة واس", (), ("القاهرة",), ("واس",)),
        ("رويترز وأ ف ب", (), (), ("رويترز", "أ ف ب")),
        ("واس ورويترز", (), (), ("واس", "رويترز")),
    ],
)
def test_what_nothing_separates_is_told_apart(
    text: str, persons: tuple[str, ...], places: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    credit = read_credit(text)
    assert credit is not None
    assert (credit.persons, credit.places, credit.agencies) == (persons, places, agencies)


def test_the_placeholders_of_an_outlet_fill_the_dateline() -> None:
    rule = arnews.Rule(id="port/from", role=arnews.Role.DATELINE, phrases=("{place} / عن {outlet}",))
    outlet = arnews.Outlet(name="صوت الميناء", domains=("port.example",), rules=(rule,))
    article = arnews.Parser(outlets=[outlet]).parse_text(
        "افتتاح المعرض الدولي للكتاب\nرأس البر / عن صحيفة المرفأ\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.",
        url="https://port.example/1",
    )
    assert article.dateline is not None
    assert (article.dateline.places, article.dateline.agencies) == (("رأس البر",), ("صحيفة المرفأ",))


def test_the_position_of_a_breadcrumb_may_be_anything() -> None:
    steps = '{"position": "two", "name": "محليات"}, {"position": null, "item": {"@id": "/a", "name": "ثقافة"}}'
    data = f'{{"@type": "BreadcrumbList", "itemListElement": [{steps}]}}'
    document = arnews.read_html(f'<script type="application/ld+json">{data}</script><h1>افتتاح المعرض</h1>')
    assert document.page is not None
    found = [(each.value, each.url) for each in document.page.metadata.breadcrumbs]
    assert found == [("محليات", None), ("ثقافة", "/a")]
