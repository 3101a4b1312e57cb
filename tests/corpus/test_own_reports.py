"""Small cases of the kinds of faults that people report: dates, authors, languages, forms, links.

A case wants some values of a date, text or page; ``a or b`` allows both, and ``None`` is a value that is absent.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import arnews
from tests.corpus.measuring import HERE, rows

CASES = tuple(rows(HERE / "own" / "reports.jsonl"))
_PHRASE = "no rule has the phrase that sends the reader to another article"
KNOWN = {
    "117": "initials that are written as words are not told from a name without a given name",
    "152": "letters as numbers are not decoded in a text, whose offsets are those of what was given",
    "178": _PHRASE,
    "198": "minutes in words with an article are not read",
    "249": "nothing but «وقت الصفحة» says that the time is that of the page",
    "193": "words that no-break spaces part are counted as one when the line is labeled",
}
"""Cases that fail, each with the reason."""
MOMENTS = ("relative_to", "fetched_at")


def _options(case: dict[str, Any]) -> dict[str, Any]:
    return {k: dt.datetime.fromisoformat(v) if k in MOMENTS else v for k, v in case["options"].items()}


def _iso(date: arnews.NewsDate | None) -> str | None:
    return None if date is None else date.isoformat()


def values(case: dict[str, Any]) -> dict[str, Any]:
    """Return what the library reads."""
    if case["kind"] == "date":
        return {"date": _iso(arnews.parse_date(case["input"], **_options(case)))}
    parse = arnews.parse_html if case["kind"] == "html" else arnews.parse_text
    article = parse(case["input"], **_options(case))
    return {
        "kind": str(article.kind),
        "headline": article.headline,
        "paragraphs": len(article.paragraphs),
        "authors": [author.name for author in article.authors],
        "language": article.language,
        "sections": list(article.sections),
        "date_published": _iso(article.date_published),
        "issues": [issue.code for issue in article.issues],
    }


def wrong(case: dict[str, Any]) -> dict[str, tuple[object, object]]:
    """Return the values that are not those which the case wants, each with the wanted one."""
    want = {"date": case["want"]} if case["kind"] == "date" else case["want"]
    found = values(case)
    out: dict[str, tuple[object, object]] = {}
    for key, wanted in want.items():
        if key == "issues":
            right = set(wanted) <= set(found[key])
        elif isinstance(wanted, str) and " or " in wanted:
            right = str(found[key]) in wanted.split(" or ")
        else:
            right = found[key] == wanted
        if not right:
            out[key] = found[key], wanted
    return out


@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']} {case['about']}" for case in CASES])
def test_a_case_is_right(case: dict[str, Any]) -> None:
    found = wrong(case)
    if found and case["id"] in KNOWN:
        pytest.xfail(KNOWN[case["id"]])
    assert found == {}
