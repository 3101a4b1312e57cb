"""polars: a function from frame to frame, for eager and lazy frames."""

from __future__ import annotations

import polars as pl

from arnews.arrow import Batch

batch = Batch(keep=["size"], time_limit=10)


def parse(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the articles of a frame with a column ``text``."""
    return pl.DataFrame(pl.from_arrow(batch(frame.to_arrow())))


def convert(source: str, target: str) -> None:
    """Convert a Parquet file."""
    parse(pl.read_parquet(source)).write_parquet(target)
