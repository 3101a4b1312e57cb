"""pandas: a function from frame to frame."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from arnews.arrow import Batch

batch = Batch(keep=["size"], time_limit=10)


def parse(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the articles of a frame with a column ``text``."""
    return batch(pa.Table.from_pandas(frame, preserve_index=False)).to_pandas()
