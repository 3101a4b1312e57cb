"""The names that dates are made of, read once from the data files."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["load_data"]


@cache
def load_data(name: str) -> dict[str, Any]:
    """Return the data file ``dates/data/<name>.toml``."""
    return tomllib.loads((resources.files("arnews.dates") / "data" / f"{name}.toml").read_text("utf8"))
