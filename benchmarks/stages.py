"""Where the time of one parse goes: the functions that the road calls, each with its share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

import turbohtml

import arnews.labeling
import arnews.labeling.pages.page
import arnews.parser
import arnews.reading.entry
import arnews.reading.html
from arnews.reading.walk import Walk


class Road(NamedTuple):
    """What calls one stage after the other."""

    owner: Any
    """A module, or a class."""
    inside: str = ""
    """The stage that all its stages are inside of."""
    names: tuple[str, ...] = ()
    """Names of its stages; if there are none, what the module imports from the package is a stage."""


TEXT_ROADS = (Road(arnews.parser), Road(arnews.reading.entry, "read"), Road(arnews.labeling, "label"))
PAGE_ROADS = (
    Road(arnews.parser),
    Road(arnews.reading.entry, "read"),
    Road(arnews.reading.html, "read_html"),
    Road(turbohtml, "read_html", ("parse",)),
    Road(Walk, "read_html", ("run", "mark")),
    Road(arnews.labeling.pages.page, "label"),
)


def stage_times(
    parses: Sequence[Callable[[], object]], rounds: int, roads: Sequence[Road] = TEXT_ROADS
) -> dict[str, float]:
    """Return seconds for one round over the documents, by stage: ``label``, ``label · label_alone``, the whole road.

    Each is the shortest of the rounds. A stage holds the time of the stages that are printed below it.

    Args:
        parses: parse a document each.
        rounds: how often all of them are parsed.
        roads: what calls the stages.
    """
    shortest: dict[str, float] = {}
    for _ in range(rounds):
        with _measured(roads) as seconds:
            start = perf_counter()
            for parse in parses:
                parse()
            seconds[""] = perf_counter() - start
        for name, spent in seconds.items():
            shortest[name] = min(spent, shortest.get(name, spent))
    return shortest


def print_stage_table(times: dict[str, float], count: int, what: str) -> None:
    """Print where the time of so many documents goes; ``what`` they are is in the head of the table."""
    whole = times[""]
    stages = {name: spent for name, spent in times.items() if name}
    apart = sum(spent for name, spent in stages.items() if " · " not in name)
    print("Where the time goes (the clocks add a little):\n")
    print(f"| stage | µs a {what} | share |\n| --- | ---: | ---: |")
    rows = [(_indented(name), spent) for name, spent in sorted(stages.items(), key=_by_stage(stages))]
    for name, spent in [*rows, ("Article and the rest", whole - apart), ("all", whole)]:
        if spent >= 0.001 * whole:
            print(f"| {name} | {spent / count * 1e6:,.1f} | {spent / whole:.1%} |")
    print()


def _indented(name: str) -> str:
    outer, separator, inner = name.partition(" · ")
    return f"· {inner}" if separator else outer


def _by_stage(times: dict[str, float]) -> Callable[[tuple[str, float]], tuple[float, str, float]]:
    """Return the order of stages: the longest first, what is inside one right below it."""

    def place(stage: tuple[str, float]) -> tuple[float, str, float]:
        outer, inside, _ = stage[0].partition(" · ")
        return -times[outer], outer, -stage[1] if inside else -float("inf")

    return place


@contextmanager
def _measured(roads: Sequence[Road]) -> Iterator[dict[str, float]]:
    """Put a clock around each stage for a while."""
    seconds: dict[str, float] = {}
    kept = [
        (road, name, stage)
        for road in roads
        for name, stage in list(vars(road.owner).items())
        if name in road.names or (not road.names and _is_stage(road.owner, stage))
    ]
    for road, name, stage in kept:
        inside = f"{road.inside} · {name}" if road.inside else name
        setattr(road.owner, name, _with_clock(stage, inside, seconds))
    try:
        yield seconds
    finally:
        for road, name, stage in kept:
            setattr(road.owner, name, stage)


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
