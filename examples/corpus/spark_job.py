"""PySpark: ``mapInArrow``. Every worker builds its parser once; the rows never become Python objects of Spark."""

from __future__ import annotations

import os
import sys

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from arnews.arrow import Batch

batch = Batch(keep=["size"], time_limit=10)


def convert(source: str, target: str, master: str = "local[2]") -> None:
    """Convert a Parquet file to a folder of Parquet files."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # or the workers run another one, without arnews
    spark = (
        SparkSession.builder.master(master)
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .getOrCreate()
    )
    schema = batch.schema(pa.schema([("size", pa.int64())]))
    rows = spark.read.parquet(source)
    rows.mapInArrow(lambda batches: map(batch, batches), from_arrow_schema(schema)).write.parquet(target)
    spark.stop()
