"""How far a conversion is: a bar on a terminal, one plain line per minute elsewhere. The only door to tqdm."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Never

from arnews.console import complain

if TYPE_CHECKING:
    from tqdm import tqdm

__all__ = ["ProgressBar"]

_EVERY = 60.0
"""Seconds between plain lines: a log of a week has ten thousand."""


class ProgressBar:
    """Says on standard error how many rows are done, how fast, how many have errors, and how long it will take.

    Args:
        total: bytes of all inputs; the time left is told by how many have been read.
    """

    def __init__(self, total: int) -> None:
        self.total = total
        self.rows = self.errors = 0
        self._read = 0
        self._before: int | None = None
        self._began = self._said = time.monotonic()
        self._bar: tqdm[Never] | None = None
        if sys.stderr is not None and sys.stderr.isatty():
            from tqdm import tqdm

            tqdm.monitor_interval = 0  # a thread, and workers are forked
            self._bar = tqdm(total=total, unit="B", unit_scale=True, file=sys.stderr, dynamic_ncols=True)

    def update(self, rows: int, errors: int, read: int) -> None:
        """Say that so many more rows are done, and how many bytes have been read in all."""
        self.rows += rows
        self.errors += errors
        if self._before is None:
            self._before = read  # what an earlier run has done was passed over, and says nothing of the speed
        if self._bar is not None:
            self._bar.set_postfix_str(
                f"{self.rows:,} rows, {self._rate():,.0f}/s, {self.errors:,} errors", refresh=False
            )
            self._bar.update(max(read - self._read, 0))
        elif time.monotonic() - self._said >= _EVERY:
            self._said = time.monotonic()
            complain(self._line(read))
        self._read = read

    def close(self) -> None:
        """Leave the terminal in order."""
        if self._bar is not None:
            self._bar.close()

    def _rate(self) -> float:
        return self.rows / max(time.monotonic() - self._began, 1e-9)

    def _line(self, read: int) -> str:
        share = read / self.total if self.total else 0.0
        done = read - (self._before or 0)
        left = (self.total - read) * (time.monotonic() - self._began) / done if done > 0 else None
        return (
            f"{share:.0%} of the input, {self.rows:,} rows, {self._rate():,.0f} rows/s, {self.errors:,} errors, "
            f"{'time left unknown' if left is None else f'{_duration(left)} left'}"
        )


def _duration(seconds: float) -> str:
    hours, rest = divmod(int(seconds), 3600)
    return f"{hours} h {rest // 60} min" if hours else f"{rest // 60} min {rest % 60} s"
