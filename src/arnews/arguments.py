"""Values of the command line that several commands take."""

from __future__ import annotations

import argparse
from datetime import datetime

__all__ = ["moment"]


def moment(text: str) -> datetime:
    """Return the moment of an argument in ISO 8601. Raises `argparse.ArgumentTypeError` if it is none.

    >>> moment("2024-03-12T10:00")
    datetime.datetime(2024, 3, 12, 10, 0)
    """
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"not an ISO 8601 date or time: {text!r}") from None
