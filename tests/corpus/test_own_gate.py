"""What documents of our own writing must score: texts and pages that nothing was trained on, here for everybody.

The texts are dumps of whole pages of imagined outlets, the pages are in the manner of systems of two decades: sixty of
special forms, sixty ordinary ones, and 120 ordinary ones of the years from 2003 on, with their fields.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import pytest

import arnews
from tests.corpus.measuring import HERE, floors, rows

TOKEN = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670]+")
BODY = frozenset({"body", "subheading"})
TEXTS = tuple(rows(HERE / "own" / "texts.jsonl"))
PAGES = {
    "own_pages": tuple(rows(HERE / "own" / "pages.jsonl")),
    "ordinary_pages": tuple(rows(HERE / "own" / "ordinary_pages.jsonl")),
    "era_pages": tuple(rows(HERE / "own" / "era_pages.jsonl")),
}


class Score(NamedTuple):
    """How near a body is to the true one."""

    f1: float
    recall: float
    exact: bool


def score(gold: str, mine: str) -> Score:
    """Return the token F1 of a body, the share of the true tokens that it has, and whether it is the true one."""
    true, found = TOKEN.findall(gold), TOKEN.findall(mine)
    if not true:
        return Score(float(not found), 1.0, not found)
    shared = sum((Counter(true) & Counter(found)).values())
    return Score(2 * shared / (len(true) + len(found)), shared / len(true), true == found)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _summary(scores: Sequence[Score]) -> dict[str, float]:
    return {name: _mean([float(getattr(each, name)) for each in scores]) for name in Score._fields}


@cache
def texts() -> dict[str, float]:
    """Return the figures of the texts."""
    scores, right, size, titles = [], 0, 0, []
    for row in TEXTS:
        article = arnews.parse_text(row["text"])
        gold = " ".join(row["text"][start:end] for start, end, role in row["spans"] if role in BODY)
        scores.append(score(gold, article.body))
        for segment in article.segments:
            for start, end, role in row["spans"]:
                shared = min(end, segment.end) - max(start, segment.start)
                right += max(0, shared) * (role == segment.role)
                size += max(0, shared)
        if row["headline"]:
            titles.append(" ".join((article.headline or "").split()) == " ".join(row["headline"].split()))
    return {**_summary(scores), "roles": right / size, "headline": _mean(titles)}


@cache
def pages(name: str) -> dict[str, float]:
    """Return the figures of a set of pages; `lists` is the share of pages without an article that have no body."""
    scores, titles, empty = [], [], []
    right: dict[str, list[bool]] = {}
    for row in PAGES[name]:
        article = arnews.parse_html(row["html"], url=row.get("url"))
        if row["kind"] != "article":
            empty.append(not article.body)
            continue
        scores.append(score(" ".join(row["body"]), article.body))
        titles.append(" ".join((article.headline or "").split()) == " ".join(row["headline"].split()))
        for key, gold in row.get("fields", {}).items():
            mine = _field(article, key)
            if gold or mine:
                right.setdefault(key, []).append(sorted(mine) == sorted(_plain(gold)))
    return {
        **_summary(scores),
        "headline": _mean(titles),
        "lists": _mean(empty),
        **{k: _mean(v) for k, v in right.items()},
    }


def _plain(gold: list[str] | str | None) -> list[str]:
    """Return the true values of a field as a list; of a date its day."""
    return [gold[:10]] if isinstance(gold, str) else [" ".join(value.split()) for value in gold or ()]


def _field(article: arnews.Article, key: str) -> list[str]:
    """Return the values of a field of an article; of a date its day."""
    found = {
        "authors": [author.name for author in article.authors],
        "date_published": [article.date_published.isoformat()[:10]] if article.date_published else [],
        "sections": list(article.sections),
        "tags": list(article.keywords),
        "dateline_places": list(article.dateline.places) if article.dateline else [],
    }
    return [" ".join(value.split()) for value in found[key]]


@pytest.mark.parametrize("name", floors()["own_texts"])
def test_texts_reach_their_floor(name: str) -> None:
    assert texts()[name] >= floors()["own_texts"][name]


@pytest.mark.parametrize(("pages_of", "name"), [(each, name) for each in PAGES for name in floors()[each]])
def test_pages_reach_their_floor(pages_of: str, name: str) -> None:
    assert pages(pages_of)[name] >= floors()[pages_of][name]


def test_the_score_notices() -> None:
    assert score("افتتح الوزير المعرض", "افتتح الوزير المعرض") == (1.0, 1.0, True)
    assert score("افتتح الوزير المعرض", "افتتح") == (0.5, 1 / 3, False)
    assert score("", "شارك المقال") == (0.0, 1.0, False)
