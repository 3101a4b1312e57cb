"""Labeled documents: ours, which lie beside this file, and those of the measuring data where it is there."""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from arnews.labeling.lines import evidence_of
from arnews.labeling.markdown import lift_marks
from arnews.labeling.pages.page import evidence_of_page, find_article
from arnews.labeling.pages.selected import chosen_roles
from arnews.labeling.pages.text_density import outline_of
from arnews.labeling.pieces import Piece
from arnews.reading import read_text
from arnews.reading.html import read_html
from arnews.roles import TEXT, Role
from arnews.rules import RuleBook
from arnews.text.fold import drop_ignorable

__all__ = [
    "DATA", "SHARED", "Labeled", "Text", "example_pages", "lines_of", "own_lines", "own_pages", "pages", "texts",
    "written_pages",
]  # fmt: skip

DATA = Path(__file__).parent / "data"
SHARED = Path(os.environ.get("ARNEWS_SHARED", Path(__file__).parents[2] / "shared")) / "corpus"
_PART_SHORTEST = 25
"""Code points from which a line of a page may be a part of a gold span: the words of a button occur in many."""
_ROW = 100
"""Code points of a row of a table, whose cells are lines of their own on some pages."""
_UNNAMED = "boilerplate"
"""What annotators call boilerplate that has no role of its own; the model learns it as residue."""
EXAMPLES = Path(__file__).parents[1] / "examples"
EXPECTED = Path(__file__).parents[1] / "tests" / "unit" / "examples"
SETS = {
    "dev": ("text.dev.jsonl", "text.gold.dev.jsonl"),
    "dev2": ("text.dev2.jsonl", "text.gold.dev2.jsonl"),
    "pool": ("pool.jsonl.gz", "text.gold.pool.jsonl"),
    "written": ("written/documents.jsonl", "written/documents.gold.jsonl"),
}
"""The sets of the measuring data: texts and their gold."""
UNLABELED = ("pool.jsonl.gz", "pool2.jsonl.gz")
"""Texts of which we labeled some ourselves: `labels.jsonl` beside this file has offsets and roles, and no text."""


@frozen
class Text:
    """A text with the role of each span."""

    id: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    group: str
    """The outlet, or what comes closest to it: documents of one group are never on both sides of a split."""


@frozen
class Labeled:
    """The lines of a document with the roles that they should get."""

    id: str
    pieces: Sequence[Piece]
    roles: list[str]
    group: str = ""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines, compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def texts(name: str) -> list[Text]:
    """Return the documents of a set: of the measuring data, `labels` for those that we labeled, `own` and `examples`.

    The list is empty if the set is not there.
    """
    if name == "own":
        return [evolve(t, group="own") for t in _read(DATA / "documents.jsonl", DATA / "documents.gold.jsonl")]
    if name == "examples":
        found = [_example(path) for path in sorted(EXAMPLES.glob("*.txt"))]
        return found + [each for path in sorted((EXAMPLES / "pages").glob("*.html")) for each in _page_as_text(path)]
    if name == "labels":
        return list(_labels())
    source, gold = (SHARED / file for file in SETS[name])
    return list(_read(source, gold)) if gold.exists() else []


def _read(source: Path, gold: Path) -> Iterator[Text]:
    by_id = {row["id"]: row for row in rows(source)}
    for row in rows(gold):
        document = by_id[row["id"]]
        spans = tuple((s["start"], s["end"], s["role"]) for s in row["spans"] if s.get("start") is not None)
        yield Text(row["id"], document["text"], spans, _group(document))


def _labels() -> Iterator[Text]:
    """Yield the real documents that we labeled: those of which models made without their outlet disagreed most."""
    ours = {row["id"]: row["spans"] for row in own_lines("labels")}
    for name in UNLABELED:
        if (SHARED / name).exists():
            for row in rows(SHARED / name):
                if row["id"] in ours:
                    spans = tuple((start, end, role) for start, end, role in ours[row["id"]])
                    yield Text(row["id"], row["text"], spans, _group(row))


def _example(path: Path) -> Text:
    text = path.read_text(encoding="utf-8")
    spans = []
    at = 0
    for role, line in _expected(EXPECTED / f"{path.stem}.tsv"):
        start = text.index(line, at)
        at = start + len(line)
        spans.append((start, at, role))
    return Text(path.stem, text, tuple(spans), path.stem)


def _page_as_text(path: Path) -> Iterator[Text]:
    """Yield the plain text of one of our pages, as an extractor would dump it."""
    text = read_html(path.read_bytes()).text
    # What the page sets apart by markup the file of expected lines joins, so blanks do not count.
    places = [at for at, char in enumerate(text) if not char.isspace()]
    solid = "".join(text.split())
    spans = []
    at = 0
    for role, line in _expected(EXPECTED / "pages" / f"{path.stem}.tsv"):
        sought = "".join(line.split())
        start = solid.find(sought, at)
        if start < 0:
            return
        at = start + len(sought)
        spans.append((places[start], places[at - 1] + 1, role))
    yield Text(f"{path.stem}.html", text, tuple(spans), path.stem)


def _expected(path: Path) -> Iterator[tuple[str, str]]:
    for row in path.read_text(encoding="utf-8").splitlines():
        roles, _, line = row.partition("\t")
        yield roles.partition("|")[0], line


def _group(row: dict[str, Any]) -> str:
    if row.get("outlet"):
        return str(row["outlet"]).replace(" (guess)", "")
    if row.get("domain"):
        return str(row["domain"])
    folder = os.path.dirname(row.get("path") or "")
    return f"{row['repo']}/{folder}" if row.get("repo") else row["id"]


def lines_of(text: Text) -> Labeled:
    """Return the lines of a text as the labeler cuts them, each with the gold role that most of it has."""
    pieces = evidence_of(lift_marks(read_text(text.text)).document, RuleBook.shipped())
    return Labeled(text.id, pieces, [role_of(text.spans, piece.start, piece.end) for piece in pieces])


def role_of(spans: Sequence[tuple[int, int, str]], start: int, end: int) -> str:
    """Return the role that most of the code points between two offsets have."""
    shares: Counter[str] = Counter()
    for first, last, role in spans:
        if first < end and last > start:
            shares[role] += min(last, end) - max(first, start)
    role = shares.most_common(1)[0][0] if shares else Role.RESIDUE.value
    return Role.RESIDUE.value if role == _UNNAMED else role


def own_lines(name: str) -> list[dict[str, Any]]:
    """Return the rows of one of our files: `lines`, `groups`, `traps`, `pages`, `labels`."""
    return list(rows(DATA / f"{name}.jsonl"))


def pages(index: Path, gold: Path) -> Iterator[Labeled]:
    """Yield the lines of the pages that have an article, each with the gold role of its text."""
    by_id = {row["id"]: row for row in rows(gold)}
    for row in rows(index):
        if by_id[row["id"]].get("page") != "list":
            spans = [(span["text"], span["role"]) for span in by_id[row["id"]]["spans"]]
            content = (index.parent / row["file"]).read_bytes()
            yield from _page(
                row["id"], content, row.get("url"), spans, row.get("theme") or row.get("repo") or row["id"]
            )


def example_pages() -> Iterator[Labeled]:
    """Yield the same for our own pages."""
    for path in sorted((EXAMPLES / "pages").glob("*.html")):
        expected = EXPECTED / "pages" / path.stem
        url = json.loads(expected.with_suffix(".json").read_text(encoding="utf-8"))["url"]
        spans = [(line, role) for role, line in _expected(expected.with_suffix(".tsv"))]
        yield from _page(path.stem, path.read_bytes(), url, spans, path.stem)


def own_pages() -> list[Labeled]:
    """Return the lines of the pages that we wrote in the manner of many systems, those that have an article."""
    found: list[Labeled] = []
    for row in own_lines("pages"):
        if row["kind"] == "article":
            spans = [(text, role) for role, text in row["lines"]]
            found += _page(row["id"], row["html"].encode(), row["url"], spans, "own")
    return found


def written_pages(count: int = 200) -> list[Labeled]:
    """Return the lines of pages that the strategies of `arnews.testing` write: old tables, bare elements, themes.

    They are the same at every call, as long as the strategies are. Some 25 of each of eight templates are as many as
    the pages of one real theme or two: more would outweigh those.
    """
    from hypothesis import HealthCheck, Phase, given, settings

    from arnews.testing import WrittenPage
    from arnews.testing import pages as strategy

    found: list[Labeled] = []

    @settings(
        max_examples=count, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy())
    def collect(page: WrittenPage) -> None:
        written = page.written
        spans = [(written.text[span.start : span.end], str(span.role)) for span in written.spans]
        found.extend(_page(f"written-{len(found)}", page.html.encode(), None, spans, "own"))

    collect()
    return found


def _page(
    name: str, content: bytes, url: str | None, spans: Sequence[tuple[str, str]], group: str
) -> Iterator[Labeled]:
    document = read_html(content, url=url)
    outline = outline_of(document)
    article, outline = find_article(document, outline, chosen_roles(document, outline))
    if article is not None:
        pieces = evidence_of_page(document, outline, article, RuleBook.shipped())
        gold = _Matcher(spans)
        yield Labeled(name, pieces, [gold.role(piece) for piece in pieces], group)


class _Matcher:
    """Finds the gold role of a line of a page by its text: the gold of pages has no offsets."""

    def __init__(self, spans: Sequence[tuple[str, str]]) -> None:
        self._spans = [(_bare(text), role) for text, role in spans]
        self._exact: dict[str, list[str]] = {}
        for text, role in self._spans:
            self._exact.setdefault(text, []).append(role)

    def role(self, piece: Piece) -> str:
        text = _bare(piece.text)
        queue = self._exact.get(text)
        if queue:
            role = queue.pop(0) if len(queue) > 1 else queue[0]
        else:
            longest = _ROW if len(text) < _PART_SHORTEST else None
            role = next(
                (
                    role
                    for gold, role in self._spans
                    if (longest is None or len(gold) <= longest) and f" {text} " in f" {gold} "
                ),
                _UNNAMED,
            )
        if role != _UNNAMED:
            return role
        # Annotators of pages name the text of the article and little else; neither a byline nor a menu.
        known = piece.role is not None and piece.role not in TEXT
        return str(piece.role) if known else Role.NAVIGATION.value


def _bare(text: str) -> str:
    """Return a text as it is compared: without what prints nothing, one space between words."""
    return " ".join(drop_ignorable(text).split())
