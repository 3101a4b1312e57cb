"""Where the time of one parse goes: the functions that the road calls, each with its share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from types import FunctionType, ModuleType
from typing import Any

import arnews.labeling
import arnews.parser

# The modules that call one stage after the other; what they import from the package is a stage.
ROADS: tuple[ModuleType, ...] = (arnews.parser, arnews.labeling)


def stage_times(documents: list[str], rounds: int) -> dict[str, float]:
    """Return seconds for one round over the documents, by stage: ``label``, ``label · label_alone``, the whole road.

    Each is the shortest of the rounds. A stage holds the time of the stages that are printed below it.
    """
    shortest: dict[str, float] = {}
    for _ in range(rounds):
        with _measured() as seconds:
            start = perf_counter()
            for text in documents:
                arnews.parser.parse_text(text)
            seconds[""] = perf_counter() - start
        for name, spent in seconds.items():
            shortest[name] = min(spent, shortest.get(name, spent))
    return shortest


@contextmanager
def _measured() -> Iterator[dict[str, float]]:
    """Put a clock around each stage for a while."""
    seconds: dict[str, float] = {}
    kept = [(road, name, stage) for road in ROADS for name, stage in vars(road).items() if _is_stage(road, stage)]
    for road, name, stage in kept:
        below = "" if road is arnews.parser else "label · "
        setattr(road, name, _with_clock(stage, below + name, seconds))
    try:
        yield seconds
    finally:
        for road, name, stage in kept:
            setattr(road, name, stage)


def _is_stage(road: ModuleType, value: object) -> bool:
    """Tell whether a name of a module is a function of the package that another module defines."""
    return (
        isinstance(value, FunctionType) and value.__module__ != road.__name__ and value.__module__.startswith("arnews.")
    )


def _with_clock(stage: Callable[..., Any], name: str, seconds: dict[str, float]) -> Callable[..., Any]:
    seconds[name] = 0.0

    def run(*args: Any, **options: Any) -> Any:
        start = perf_counter()
        try:
            return stage(*args, **options)
        finally:
            seconds[name] += perf_counter() - start

    return run
