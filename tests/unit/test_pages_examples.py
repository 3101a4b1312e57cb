"""The pages of ``examples/pages/``: roles and fields are those that a reader would give.

``<name>.tsv`` has the page's text with its roles; where two roles are as good as each other, both are there. How the
text is cut into segments is not compared. ``<name>.json`` has the address and the fields; what is left out is not
compared.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import arnews
from arnews.reading.encoding import decode
from arnews.testing import laws, page_laws

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
EXPECTED = Path(__file__).with_name("examples") / "pages"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.html"))


@cache
def _expected(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))
    return expected


@cache
def _rows(name: str) -> list[tuple[str, str]]:
    rows = (EXPECTED / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [(roles, text) for roles, _, text in (row.partition("\t") for row in rows)]


@cache
def _article(name: str) -> arnews.Article:
    return arnews.parse_html((EXAMPLES / f"{name}.html").read_bytes(), url=_expected(name)["url"])


def _letters(text: str) -> str:
    return "".join(text.split())


def _fields(article: arnews.Article) -> dict[str, Any]:
    record = arnews.to_dict(article)
    return {
        **{name: record[name] for name in ("kind", "headline", "kicker", "description", "canonical_url")},
        **{name: record[name] for name in ("sections", "keywords", "images", "related", "is_accessible_for_free")},
        "authors": [author["name"] for author in record["authors"]],
        "dateline": {key: value for key, value in (record["dateline"] or {}).items() if key != "raw"} or None,
        "date_published": article.date_published and article.date_published.isoformat(),
        "date_modified": article.date_modified and article.date_modified.isoformat(),
        "publisher": article.publisher and article.publisher.name,
        "source": article.source and article.source.name,
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_character_has_its_role(name: str) -> None:
    text = _letters("".join(text for _, text in _rows(name)))
    given = [segment for segment in _article(name).segments for _ in _letters(segment.text)]
    assert _letters(_article(name).document_text or "") == text
    at = 0
    wrong = []
    for roles, row in _rows(name):
        end = at + len(_letters(row))
        found = {(str(segment.role), segment.rule) for segment in given[at:end]}
        wrong += [f"{role} by {rule}, not {roles}: {row[:60]}" for role, rule in found if role not in roles.split("|")]
        at = end
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("name", "field"), [(name, field) for name in NAMES for field in _expected(name)["fields"]])
def test_every_field_is_right(name: str, field: str) -> None:
    assert _fields(_article(name))[field] == _expected(name)["fields"][field]


@pytest.mark.parametrize("name", NAMES)
def test_the_laws_hold(name: str) -> None:
    page = (EXAMPLES / f"{name}.html").read_bytes()
    article = page_laws.check_total(page)
    page_laws.check_partition(article)
    page_laws.check_nothing_invented(article, page)
    laws.check_round_trip(article)


# Only the markup of the others tells: captions that could be paragraphs, entries of a live blog, no article.
@pytest.mark.parametrize("name", sorted({*NAMES} - {"table-2013", "wordpress", "section", "live-blog"}))
def test_the_body_of_a_page_is_that_of_its_text(name: str) -> None:
    if name == "op-ed":
        pytest.xfail("comments without a known heading stay in the text of the page")
    page_laws.check_same_as_text((EXAMPLES / f"{name}.html").read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_bytes_and_text_are_one_page(name: str) -> None:
    page = decode((EXAMPLES / f"{name}.html").read_bytes()).text
    assert arnews.parse_html(page, url=_expected(name)["url"]) == _article(name)
