"""Train the weights that tell lists from articles: `python -m training.lists`. Deterministic, in plain Python.

`python -m training.lists --heldout` prints how many pages are right where the site, theme or system of each page was
left out of training, and writes nothing.

It learns from the labeled pages of the measuring data, each with copies that lack its address, and its metadata and
names of classes; and from pages made for training (`training.made_pages`).
"""

from __future__ import annotations

import json
import os
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path
from typing import NamedTuple

from attrs import evolve

import arnews
from arnews.document import Document
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.list_facts import PageFacts, facts_of, late_facts
from arnews.labeling.pages.page import locate
from arnews.labeling.pages.text_density import outline_of
from arnews.page import PageMetadata
from training.corpus import own_lines, texts
from training.made_pages import made_pages

SHARED = Path(os.environ.get("ARNEWS_SHARED", Path(__file__).parents[2] / "shared")) / "corpus"
TARGET = Path(__file__).parents[1] / "src" / "arnews" / "labeling" / "data" / "list_weights.json"
SIZES = {"real": 2.0, "own": 1.0, "zoo": 0.4, "made": 0.4}
"""What a page counts: those of one theme or one kind are much alike."""
COPY = 0.5
"""What a copy of a page counts, of the page."""
RIDGE = 0.4
"""Pull of the weights to 0, in pages: figures on pages left out are the same from a half of it to its double."""
FLOOR = 1e-3
"""The same for the constant, which only has to be found."""
STEPS = 12
"""Newton steps; the weights no longer change after eight."""
DIGITS = 2
_EACH = 6
"""One of so many of our documents makes a fragment: a hundred are enough."""
_TITLES = (2, None, None, 3, None)
"""Words of the titles of fragments: what people make up is shorter than what papers print."""
POSITIVE = ("series", "linked_series")
"""Facts that are looked for only where they can make a list of the page."""

Row = list[float]


class Page(NamedTuple):
    """A page with the facts of it."""

    id: str
    group: str
    """Its site, theme or system: pages of one group are never on both sides of a split."""
    row: Row
    is_list: bool
    weight: float


def pages() -> Iterator[Page]:
    """Yield all pages, with their copies."""
    for index in ("html.dev.jsonl", "html.dev2.jsonl"):
        for line in (SHARED / index).read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            raw = (SHARED / entry["file"]).read_bytes()
            yield from _copies(entry["id"], entry["domain"], raw, entry.get("url"), entry["page"] == "list", "real")
    for archive in ("zoo.dev.tar.xz", "zoo2.dev.tar.xz"):
        with tarfile.open(SHARED / archive) as files:
            raws = {
                Path(member.name).name: files.extractfile(member).read()  # type: ignore[union-attr]
                for member in files.getmembers()
                if member.isfile()
            }
        for line in raws["index.jsonl"].decode("utf-8").splitlines():
            entry = json.loads(line)
            raw = raws[Path(entry["file"]).name]
            yield from _copies(entry["id"], entry["theme"], raw, entry.get("url"), entry["page"] == "list", "zoo")
    for number, page in enumerate(_fragments()):
        yield from _copies(f"fragment-{number}", "own: fragments", page.encode(), None, False, "made", copied=False)
    for row in own_lines("pages"):
        if row["kind"] != "other":
            is_list = row["kind"] == "list"
            body = "" if is_list else "\n".join(text for role, text in row["lines"] if role == "body")
            yield from _copies(row["id"], f"own: {row['id']}", row["html"].encode(), row["url"], is_list, "own", body)
    for number, made in enumerate(made_pages()):
        yield from _copies(
            f"made-{number}", f"made: {made.kind}", made.html.encode(), made.url, made.is_list, "made", copied=False
        )


def _fragments() -> Iterator[str]:
    """Yield pages of a title and a paragraph or three, as people try them in a notebook: they are no lists."""
    way = '<div class="breadcrumb"><a href="/">الرئيسية</a> » <a href="/s">ثقافة</a></div>'
    foot = '<p><a href="/tag/1">كتب</a> <a href="/tag/2">معارض</a></p>'
    for number, text in enumerate(texts("own")[::_EACH]):
        titles = [text.text[start:end] for start, end, role in text.spans if role == "headline"]
        body = [text.text[start:end] for start, end, role in text.spans if role == "body"]
        if titles and body:
            tag = ("h1", "h2", "h1")[number % 3]
            title = " ".join(titles[0].split()[: _TITLES[number % len(_TITLES)]])
            if number % 5 == 0:  # a sentence a paragraph
                body = [paragraph.partition(". ")[0].rstrip(".") + "." for paragraph in body]
            told = "".join(f"<p>{paragraph}</p>" for paragraph in body[: 1 + number % 3])
            yield f"{way if number % 2 else ''}<{tag}>{title}</{tag}>{told}{foot if number % 4 == 1 else ''}"


def _copies(
    name: str, group: str, raw: bytes, url: str | None, is_list: bool, size: str, body: str = "", *,
    copied: bool = True,
) -> Iterator[Page]:  # fmt: skip
    """Yield a page and its copies, but for those where the text is looked for in the wrong place.

    The facts of those tell nothing of articles. ``body`` is the text, if it is known.
    """
    document = arnews.read_html(raw, url=url)
    documents = [document]
    if copied:
        documents += [evolve(document, url=None)] if url else []
        documents.append(bare(document))
    for number, each in enumerate(documents):
        outline = outline_of(each)
        article, outline = locate(each, outline)
        if article is not None and (not body or _holds_half(each, article, body)):
            facts = late_facts(each, outline, article, facts_of(each, outline, article))
            weight = SIZES[size] * (COPY if number else 1.0)
            yield Page(f"{name}~{number}" if number else name, group, [1.0, *facts], is_list, weight)


def _holds_half(document: Document, article: ArticleRange, body: str) -> bool:
    inside = [block.text for block in document.blocks if article.inside[block.element]]
    return 2 * sum(len(text) for text in inside if text in body) >= len(body)


def bare(document: Document) -> Document:
    """Return a page without address, metadata but for ``<title>``, and names of classes."""
    page = document.page
    assert page is not None
    titles = tuple(value for value in page.metadata.titles if value.origin == "title")
    elements = tuple(element._replace(names="", role="") for element in page.elements)
    return evolve(document, url=None, page=evolve(page, metadata=PageMetadata(titles=titles), elements=elements))


def fit(found: Sequence[Page], start: Row | None = None, steps: int = STEPS) -> Row:
    """Return the weights of a logistic regression, by Newton's method."""
    size = len(found[0].row)
    weights = list(start or [0.0] * size)
    for _ in range(steps):
        slope = [RIDGE * weight if index else 0.0 for index, weight in enumerate(weights)]
        bend = [
            [RIDGE * (row == column) if row else 1e-3 * (column == 0) for column in range(size)] for row in range(size)
        ]
        for page in found:
            held = [(index, value) for index, value in enumerate(page.row) if value]
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, sum(weights[index] * value for index, value in held)))))
            error = page.weight * (chance - page.is_list)
            bow = page.weight * chance * (1 - chance)
            for index, value in held:
                slope[index] += error * value
                line, scaled = bend[index], bow * value
                for other, factor in held:
                    line[other] += scaled * factor
        weights = [weight - step for weight, step in zip(weights, _solve(bend, slope), strict=True)]
    return weights


def _solve(matrix: list[Row], values: Row) -> Row:
    """Solve a system of linear equations by elimination."""
    size = len(values)
    lines = [[*line, value] for line, value in zip(matrix, values, strict=True)]
    for index in range(size):
        best = max(range(index, size), key=lambda row: abs(lines[row][index]))
        lines[index], lines[best] = lines[best], lines[index]
        for row in range(index + 1, size):
            factor = lines[row][index] / lines[index][index]
            if factor:
                lines[row] = [one - factor * two for one, two in zip(lines[row], lines[index], strict=True)]
    solved = [0.0] * size
    for index in reversed(range(size)):
        rest = sum(lines[index][other] * solved[other] for other in range(index + 1, size))
        solved[index] = (lines[index][size] - rest) / lines[index][index]
    return solved


def score(weights: Row, row: Row) -> float:
    """Return how much a page looks like a list, in logits."""
    return sum(weight * value for weight, value in zip(weights, row, strict=True))


def heldout(found: Sequence[Page]) -> None:
    """Print the share of pages that are right where their group was left out."""
    whole = fit(found)
    groups = defaultdict(list)
    for page in found:
        groups[page.group].append(page)
    right: dict[str, list[bool]] = defaultdict(list)
    for group, own in groups.items():
        weights = fit([page for page in found if page.group != group], whole, steps=3)
        for page in own:
            good = (score(weights, page.row) > 0) == page.is_list
            kind = "made" if group.startswith("made") else "copies" if "~" in page.id else "pages"
            right[f"{kind}: {'lists' if page.is_list else 'articles'}"].append(good)
            if not good:
                print(f"wrong {page.id} ({group}) {score(weights, page.row):+.2f}")
    for kind, hits in sorted(right.items()):
        print(f"{kind:18s} {sum(hits) / len(hits):.4f} of {len(hits)}")


def main() -> None:
    """Train, and write the weights or print how they do."""
    found = list(pages())
    if "--heldout" in sys.argv[1:]:
        heldout(found)
        return
    names = ("bias", *PageFacts._fields)
    weights = {name: round(weight, DIGITS) for name, weight in zip(names, fit(found), strict=True)}
    assert all(weights[name] >= 0 for name in POSITIVE), "a fact that is looked for late would speak for articles"
    assert weights["echo"] <= 0, "a fact that is looked for late would speak for lists"
    TARGET.write_text(json.dumps(weights, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
