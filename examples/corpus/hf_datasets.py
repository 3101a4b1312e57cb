"""Hugging Face datasets: ``map`` over Arrow tables, in several processes."""

from __future__ import annotations

from datasets import Dataset, Features

from arnews.arrow import Batch

batch = Batch(keep=["size"], time_limit=10)


def parse(rows: Dataset, processes: int = 2) -> Dataset:
    """Return the articles of a dataset with a column ``text``."""
    features = Features.from_arrow_schema(batch.schema(rows.features.arrow_schema))
    return rows.with_format("arrow").map(
        batch, batched=True, batch_size=256, num_proc=processes, features=features, remove_columns=rows.column_names
    )
