"""Law 10. Serialization round trip: dict, JSON, pickle."""

from __future__ import annotations

import json

from hypothesis import given

import arnews
from arnews.export import to_json_ld
from arnews.testing import Written, documents, hostile_texts, laws, one_line_pages


@given(documents() | one_line_pages())
def test_news(document: Written) -> None:
    laws.check_round_trip(arnews.parse_text(document.text))


@given(hostile_texts())
def test_anything(text: str) -> None:
    laws.check_round_trip(arnews.parse_text(text, url=text[:10]))


@given(documents() | one_line_pages())
def test_schema_org_is_json(document: Written) -> None:
    record = to_json_ld(arnews.parse_text(document.text))
    assert json.loads(json.dumps(record)) == record
