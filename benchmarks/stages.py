"""Where the time of one parse goes: the functions that the road calls, each with its share."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import process_time
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

import turbohtml

import arnews.labeling
import arnews.labeling.lines
import arnews.labeling.pages.page
import arnews.parser
import arnews.reading.entry
import arnews.reading.html
from arnews.fields.context import Context
from arnews.fields.table import FIELDS
from arnews.reading.walk import Walk

SMALLEST = 0.003
"""The share of the whole time below which a stage is not printed."""


class Road(NamedTuple):
    """What calls one stage after the other."""

    owner: Any
    """A module, or a class."""
    inside: str = ""
    """The stage that all its stages are inside of."""
    names: tuple[str, ...] = ()
    """Names of its stages; if there are none, what the module imports from the package is a stage."""


ROADS = (
    Road(arnews.parser),
    Road(arnews.reading.entry, "read"),
    Road(arnews.reading.html, "read", ("read_html",)),
    Road(arnews.reading.html, "read · read_html"),
    Road(turbohtml, "read · read_html", ("parse",)),
    Road(Walk, "read · read_html", ("run", "mark")),
    Road(arnews.labeling, "label"),
    Road(arnews.labeling.lines, "label · evidence_of"),
    Road(arnews.labeling.pages.page, "label"),
)


def stage_times(parses: Sequence[Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return seconds for one round over the documents, by stage: ``label``, ``label · decide``, "" for all.

    Each is the median of the rounds. A stage holds the time of the stages that are printed below it; the readers of
    fields are stages, too.

    Args:
        parses: parse a document each.
        rounds: how often all of them are parsed.
    """
    times: dict[str, list[float]] = defaultdict(list)
    for parse in parses:
        parse()
    for _ in range(rounds):
        with _measured() as seconds:
            start = process_time()
            for parse in parses:
                parse()
            seconds[""] = process_time() - start
        for name, spent in seconds.items():
            times[name].append(spent)
    return {name: statistics.median(each) for name, each in times.items()}


def print_stage_table(times: dict[str, float], count: int, what: str) -> None:
    """Print where the time of so many documents goes; ``what`` they are is in the head of the table."""
    whole = times[""]
    stages = {name: spent for name, spent in times.items() if name and spent >= SMALLEST * whole}
    print("Where the time goes (the clocks add a little):\n")
    print(f"| stage | µs a {what} | share |\n| --- | ---: | ---: |")
    rows = [(_indented(name), stages[name]) for name in sorted(stages, key=_place(stages))]
    for name, spent in [*rows, ("all", whole)]:
        print(f"| {name} | {spent / count * 1e6:,.1f} | {spent / whole:.1%} |")
    print()


def _indented(name: str) -> str:
    *outer, inner = name.split(" · ")
    return "· " * len(outer) + inner


def _place(times: dict[str, float]) -> Callable[[str], list[tuple[float, str]]]:
    """Return the order of stages: the longest first, what is inside one right below it."""

    def place(name: str) -> list[tuple[float, str]]:
        parts = name.split(" · ")
        above = [" · ".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
        return [(-times.get(each, 0.0), each) for each in above]

    return place


@contextmanager
def _measured() -> Iterator[dict[str, float]]:
    """Put a clock around each stage for a while."""
    seconds: dict[str, float] = {}
    once = Context.once
    kept = [
        (road, name, stage)
        for road in ROADS
        for name, stage in list(vars(road.owner).items())
        if name in road.names or (not road.names and _is_stage(road.owner, stage))
    ]
    for road, name, stage in kept:
        inside = f"{road.inside} · {name}" if road.inside else name
        setattr(road.owner, name, _with_clock(stage, inside, seconds))

    readers = {field.read for field in FIELDS}

    def field(context: Context, read: Callable[[Context], Any]) -> Any:
        # What several fields share is read inside the clock of the first of them.
        if read not in readers:
            return once(context, read)
        return _with_clock(once, f"read_article · {read.__name__}", seconds)(context, read)

    setattr(Context, "once", field)  # noqa: B010
    try:
        yield seconds
    finally:
        setattr(Context, "once", once)  # noqa: B010
        for road, name, stage in kept:
            setattr(road.owner, name, stage)


def _is_stage(road: ModuleType, value: object) -> bool:
    """Tell whether a name of a module is a function of the package that another module defines."""
    return (
        isinstance(value, FunctionType) and value.__module__ != road.__name__ and value.__module__.startswith("arnews.")
    )


def _with_clock(stage: Callable[..., Any], name: str, seconds: dict[str, float]) -> Callable[..., Any]:
    seconds.setdefault(name, 0.0)

    def run(*args: Any, **options: Any) -> Any:
        start = process_time()
        try:
            return stage(*args, **options)
        finally:
            seconds[name] += process_time() - start

    return run
