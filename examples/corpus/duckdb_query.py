"""DuckDB: the rows of a query through arnews into a table, a few hundred at a time."""

from __future__ import annotations

import duckdb
import pyarrow as pa

from arnews.arrow import Batch

batch = Batch(keep=["size"], time_limit=10)


def convert(source: str, target: str) -> None:
    """Convert a Parquet file."""
    connection = duckdb.connect()
    rows = connection.from_parquet(source).to_arrow_reader(512)
    articles = pa.RecordBatchReader.from_batches(batch.schema(rows.schema), map(batch, rows))
    duckdb.connect().from_arrow(articles).write_parquet(target, compression="zstd")
