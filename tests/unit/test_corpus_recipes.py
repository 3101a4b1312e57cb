"""The recipes that need no engine of their own: the same table, cell by cell, as the bare loop."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import arnews
from arnews.cli import main
from tests.corpus_recipes import EXPECTED, ROWS, cells, recipe, write_rows
from tests.unit.test_corpus_warc import RELATIVE, record


@pytest.mark.parametrize("name", ["polars_frame", "duckdb_query"])
def test_parquet_to_parquet(name: str, tmp_path: Path) -> None:
    target = tmp_path / "out.parquet"
    recipe(name).convert(write_rows(tmp_path / "a.parquet"), str(target))
    assert cells(pq.read_table(target)) == EXPECTED


def test_a_lazy_frame(tmp_path: Path) -> None:
    parse = recipe("polars_frame").parse
    schema = parse(pl.DataFrame(ROWS[:1])).schema
    found = pl.DataFrame(ROWS).lazy().map_batches(parse, schema=schema).collect()
    assert cells(found.to_arrow()) == EXPECTED


@pytest.mark.parametrize("workers", ["1", "2"])
def test_convert(workers: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    source = write_rows(tmp_path / "a.parquet")
    assert main(["convert", source, str(out), "--keep", "size", "--workers", workers, "--rows", "30"]) == 0
    table = pa.concat_tables(pq.read_table(part) for part in sorted((out / "data").iterdir()))
    found = [{**each, "error": each["error"] and "no document"} for each in cells(table)]
    assert found == EXPECTED


def test_the_folder_of_convert_is_one_table_to_polars_and_duckdb(tmp_path: Path) -> None:
    import duckdb

    out = tmp_path / "out"
    main(["convert", write_rows(tmp_path / "a.parquet"), str(out), "--workers", "1", "--rows", "30"])
    assert pl.read_parquet(out / "data")["id"].to_list() == [each["id"] for each in ROWS]
    found = duckdb.sql(f"SELECT count(*) FROM read_parquet('{out / 'data'}/*')")
    assert found is not None
    assert found.fetchall() == [(len(ROWS),)]


def test_warc_by_hand(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(record(1, RELATIVE.encode()) + record(2, RELATIVE.encode()))
    found = recipe("warc_by_hand").parse(str(tmp_path / "a.warc")).to_pylist()
    assert [each["text"] for each in found] == [arnews.parse_html(RELATIVE).body] * 2
    assert found[0]["date_published"] == "2024-03-12T08:00"


def test_pyarabic_on_the_body() -> None:
    words = recipe("body_words").words_pyarabic(
        "افتتاح المعرض\n\nافتتح الوزيرُ أمسِ المعـرض، وحضره جمهور كبير.\n\nشارك المقال\n"
    )
    assert words == ["افتتح", "الوزير", "أمس", "المعرض", "،", "وحضره", "جمهور", "كبير", "."]
