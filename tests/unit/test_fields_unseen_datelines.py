"""Place and agency on a page of a system that nobody has seen."""

from __future__ import annotations

import arnews
from arnews.credits import read_credit
from arnews.fields.context import Context
from arnews.fields.dateline import read_dateline
from tests.unit.small_pages import BODY, TITLE


def dateline(*lines: str, site: str = "صحيفة المثال", head: str = "") -> tuple[list[str], list[str]]:
    """Return places and agencies of a page with paragraphs."""
    meta = f"<title>{TITLE} - {site}</title><meta property=og:site_name content='{site}'>"
    text = f"<h1>{TITLE}</h1>{head}<p>{'</p><p>'.join((*lines, BODY[1], BODY[2]))}</p>"
    found = arnews.parse_html(f"<html><head>{meta}</head><body><div>{text}</div></body></html>").dateline
    return ([], []) if found is None else (list(found.places), list(found.agencies))


def test_a_town_is_a_place_also_where_the_outlet_is_named_after_it() -> None:
    assert dateline(f"القيروان - {BODY[0]}", site="إذاعة القيروان") == (["القيروان"], [])
    assert dateline(f"الرقة - سانا : {BODY[0]}", site="صحيفة الرقة") == (["الرقة"], ["سانا"])
    assert dateline(f"المثال - {BODY[0]}", site="صحيفة المثال") == ([], ["المثال"])


def test_several_towns() -> None:
    credit = read_credit("بيروت – تونس – عمّان")
    assert credit is not None
    assert (credit.places, credit.agencies) == (("بيروت", "تونس", "عمّان"), ())
    head = "<p>بيروت – تونس – عمّان، في 26 حزيران 2017</p>"
    assert dateline(BODY[0], head=head) == (["بيروت", "تونس", "عمّان"], [])


def test_a_summary_may_be_in_front_of_the_dateline() -> None:
    summary = "معرض جديد في المدينة القديمة يجمع ألف كتاب من عشرين بلدا، ويفتح أبوابه لسكان الحي قبل غيرهم."
    assert dateline(summary, f"فيينا – {BODY[0]}") == (["فيينا"], [])
    towns = [f"{town} - {BODY[0]}" for town in ("الرياض", "جدة", "تبوك")]
    assert dateline(summary, *towns) == ([], [])


def test_outlet_and_place_in_a_line_of_their_own() -> None:
    head = f"<title>سوس أخبار | الجهوية | {TITLE[:30]} …</title></head><body><h1>{TITLE}</h1>"
    text = f"<p class=dl>سوس أخبار / تارودانت</p><p>{'</p><p>'.join(BODY)}</p>"
    doc = arnews.read_html(f"<html><head>{head}{text}</body></html>", select=[(".dl", "section")])
    found = read_dateline(Context(arnews.label(doc))).value
    assert found is not None
    assert (found.places, found.agencies) == (("تارودانت",), ("سوس أخبار",))
