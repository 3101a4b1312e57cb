"""What the pages of the measuring data must score, whatever else changes. The floors are in ``floors.toml``."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

import arnews
from tests.corpus.measuring import (
    CORPUS,
    GOLD,
    PAGES,
    PAGES_GOLD,
    Row,
    floors,
    needs_corpus,
    rows,
    run,
    score_pages,
    write_rows,
)

pytestmark = needs_corpus

HARDER = ("graft-links", "graft-text", "obfuscate")
FLOORS = [(mode, name) for mode in HARDER for name in floors()[mode]]


def _articles() -> set[str]:
    return {row["id"] for row in rows(PAGES) if row["page"] == "article"}


def _parse(row: Row) -> arnews.Article:
    return arnews.parse_html((CORPUS / row["file"]).read_bytes(), url=row.get("url"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Row:
    """The scores of the pages that hold one article."""
    folder = tmp_path_factory.mktemp("pages")
    articles = _articles()
    gold = write_rows(folder / "gold.jsonl", (row for row in rows(PAGES_GOLD) if row["id"] in articles))
    index = write_rows(
        folder / "index.jsonl",
        ({**row, "file": str(CORPUS / row["file"])} for row in rows(PAGES) if row["id"] in articles),
    )
    return score_pages(gold, index, folder)


@pytest.fixture(scope="module")
def harder(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Row]:
    """The scores of harder pages, by the name of what was done to them."""

    def measure(mode: str) -> Row:
        folder = tmp_path_factory.mktemp(mode)
        made = run("mutate.py", mode, PAGES, PAGES_GOLD, GOLD, folder, "--draws", "1")
        assert made.returncode == 0, made.stderr
        return score_pages(folder / "gold.jsonl", folder / "index.jsonl", folder)

    # Each waits for processes of its own.
    with ThreadPoolExecutor() as pool:
        return dict(zip(HARDER, pool.map(measure, HARDER), strict=True))


def test_no_page_fails(pages: Row) -> None:
    assert pages["documents"] == len(_articles()) > 0
    assert pages["errors"] == 0


@pytest.mark.parametrize("name", floors()["pages"])
def test_bodies(pages: Row, name: str) -> None:
    assert pages[name] >= floors()["pages"][name]


@pytest.mark.parametrize("name", floors()["page_fields"])
def test_fields(pages: Row, name: str) -> None:
    value, _ = pages["fields"][name]
    assert value >= floors()["page_fields"][name]


def test_the_time_of_an_article_is_that_of_the_gold() -> None:
    """Lists do not count: what they print is the time of their last update."""
    gold = {row["id"]: row["fields"].get("date_published") for row in rows(PAGES_GOLD)}
    timed = {row["id"]: row for row in rows(PAGES) if row["page"] == "article" and "T" in (gold[row["id"]] or "")}
    wrong = []
    for name, row in timed.items():
        date = _parse(row).date_published
        got = date.isoformat() if date is not None else ""
        if got[:16] != str(gold[name])[:16]:
            wrong.append(f"{name}: {got or 'no date'}, not {gold[name]}")
    assert timed
    assert len(timed) - len(wrong) >= floors()["page_times"]["date_published"] * len(timed), "\n".join(wrong)


def test_lists_have_no_body() -> None:
    lists = [row for row in rows(PAGES) if row["page"] == "list"]
    assert lists
    articles = {row["id"]: _parse(row) for row in lists}
    assert [name for name, article in articles.items() if article.body] == []
    others = [name for name, article in articles.items() if article.kind is not arnews.ArticleKind.LIST]
    assert len(lists) - len(others) >= floors()["lists"]["kind"] * len(lists), others


@pytest.mark.parametrize(("mode", "name"), FLOORS, ids=lambda value: value)
def test_harder_pages(harder: dict[str, Row], mode: str, name: str) -> None:
    result = harder[mode]
    assert result["errors"] == 0
    value = result["fields"][name][0] if name in result["fields"] else result[name]
    assert value >= floors()[mode][name]
