"""Ray Data: ``map_batches`` with the instance, which makes tasks; there the time limit is a signal, as it should be."""

from __future__ import annotations

import ray

from arnews.arrow import Batch

batch = Batch(keep=["size"], time_limit=10)


def convert(source: str, target: str) -> None:
    """Convert a Parquet file to a folder of Parquet files."""
    rows = ray.data.read_parquet(source)
    rows.map_batches(batch, batch_format="pyarrow", batch_size=512).write_parquet(target)
