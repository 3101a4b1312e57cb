"""How well a body and fields agree with what a reader marked on a page."""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

_TOKEN = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670]+")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0640]")
_EDGES = " .:-–—|\"'«»“”"
_BODY_ROLES = frozenset(("body", "subheading"))


class Scores(NamedTuple):
    """Means over the pages of articles; ``None`` for a field that is never given."""

    f1: float
    exact: float
    precision: float
    recall: float
    headline: float | None
    date: float | None
    authors: float | None


def gold_of(row: dict[str, Any]) -> dict[str, Any]:
    """Return the marked body, headline, day and authors of a page."""
    fields = row["fields"]
    return {
        "body": "\n".join(span["text"] for span in row["spans"] if span["role"] in _BODY_ROLES),
        "headline": fields.get("headline"),
        "date": fields.get("date_published"),
        "authors": fields.get("authors"),
    }


def scores(pairs: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> Scores:
    """Return the scores of what was found, each with what was marked."""
    bodies: list[tuple[float, float, float, float]] = []
    fields: dict[str, list[float]] = {"headline": [], "date": [], "authors": []}
    given = set()
    for gold, found in pairs:
        bodies.append(_body(tokens(gold["body"]), tokens(found.get("body"))))
        given |= {name for name in fields if found.get(name)}
        for name, values in fields.items():
            wanted, got = _value(name, gold[name]), _value(name, found.get(name))
            if wanted or got:
                values.append(agreement(wanted, got)[0])
    f1, exact, precision, recall = (sum(column) / len(bodies) for column in zip(*bodies, strict=True))
    means = {name: sum(values) / len(values) for name, values in fields.items() if name in given}
    return Scores(f1, exact, precision, recall, means.get("headline"), means.get("date"), means.get("authors"))


def tokens(text: str | None) -> list[str]:
    """Return the words of a text, without direction marks, tatweel and HTML entities."""
    return _TOKEN.findall(_clean(text))


def agreement(wanted: list[str], got: list[str]) -> tuple[float, float, float]:
    """Return F1, precision and recall of one bag of strings against another."""
    if not wanted and not got:
        return 1.0, 1.0, 1.0
    hits = (Counter(wanted) & Counter(got)).total()
    if not hits:
        # Nothing said is nothing wrong; nothing wanted is nothing missed.
        return 0.0, float(not got and not wanted), float(not wanted)
    precision, recall = hits / len(got), hits / len(wanted)
    return 2 * precision * recall / (precision + recall), precision, recall


def _body(wanted: list[str], got: list[str]) -> tuple[float, float, float, float]:
    f1, precision, recall = agreement(wanted, got)
    return f1, float(wanted == got), precision, recall


def _value(name: str, value: Any) -> list[str]:
    if name == "authors":
        return [cleaned for each in value or () if (cleaned := _clean(each).strip(_EDGES + "()#"))]
    if name == "date":
        return [_clean(str(value))[:10]] if value else []
    cleaned = _clean(value).strip(_EDGES)
    return [cleaned] if cleaned else []


def _clean(text: str | None) -> str:
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", html.unescape(text or ""))).split())
