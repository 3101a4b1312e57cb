"""The engines that take minutes to install: the same table from each, cell by cell. ``make engines`` runs these."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

import arnews
from tests.corpus_recipes import EXPECTED, ROWS, cells, recipe, write_rows

ROOT = Path(__file__).parents[2]


def _folder(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a folder of Parquet, which engines write in an order of their own."""
    rows = [each for part in path.glob("**/*.parquet") for each in pq.ParquetFile(part).read().to_pylist()]
    return sorted(cells(rows), key=lambda each: str(each["id"]))


def test_pandas() -> None:
    parse = recipe("pandas_frame").parse
    found = parse(pd.DataFrame(ROWS))
    assert list(found["id"]) == [each["id"] for each in EXPECTED]
    assert [each if isinstance(each, str) else None for each in found["text"]] == [each["text"] for each in EXPECTED]


@pytest.mark.parametrize("processes", [1, 2])
def test_datasets(processes: int) -> None:
    from datasets import Dataset

    found = recipe("hf_datasets").parse(Dataset.from_list(ROWS), processes)
    assert cells(found.with_format("arrow")[:]) == EXPECTED


def test_spark(tmp_path: Path) -> None:
    recipe("spark_job").convert(write_rows(tmp_path / "a.parquet"), str(tmp_path / "out"))
    assert _folder(tmp_path / "out") == EXPECTED


@pytest.fixture
def local_ray() -> Iterator[None]:
    import ray

    ray.init(num_cpus=2, include_dashboard=False, logging_level="error", object_store_memory=200_000_000)
    yield
    ray.shutdown()


@pytest.mark.usefixtures("local_ray")
def test_ray(tmp_path: Path) -> None:
    recipe("ray_data").convert(write_rows(tmp_path / "a.parquet"), str(tmp_path / "out"))
    assert _folder(tmp_path / "out") == EXPECTED


def test_datatrove() -> None:
    module = recipe("datatrove_block")
    found = list(module.ArnewsBlock().run(module.documents(ROWS)))
    rows = [{**each.metadata, "id": each.id, "text": each.text} for each in found]
    good = [each for each in EXPECTED if each["error"] is None]
    assert [
        {name: each[name] for name in ("id", "url", "size", "text", "headline", "authors", "dropped", "content_hash")}
        for each in rows
        if each["error"] is None
    ] == [
        {name: each[name] for name in ("id", "url", "size", "text", "headline", "authors", "dropped", "content_hash")}
        for each in good
    ]
    assert [each["id"] for each in rows] == [each["id"] for each in ROWS]


def test_an_article_page() -> None:
    from web_poet import HttpResponse

    page = (ROOT / "examples" / "pages" / "modern.html").read_bytes()
    url = "https://www.example.com/1"
    found = asyncio.run(recipe("article_page").ArnewsArticlePage(response=HttpResponse(url, body=page)).to_item())
    article = arnews.parse_html(page, url=url)
    assert (found.headline, found.articleBody, found.url) == (article.headline, article.body, url)
    assert article.date_published is not None
    assert found.datePublishedRaw == article.date_published.raw


def test_camel_tools_on_the_body() -> None:
    words = recipe("body_words").words_camel(
        "افتتاح المعرض\n\nافتتح الوزيرُ أمسِ المعرض، وحضره جمهور كبير.\n\nشارك المقال\n"
    )
    assert words == ["افتتح", "الوزير", "امس", "المعرض", "،", "وحضره", "جمهور", "كبير", "."]
