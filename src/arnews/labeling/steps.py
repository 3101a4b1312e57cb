"""The structural steps of the labeler: each a reason, with the evidence it rests on and a sentence that says why.

The catalogue is ``data/steps.toml``, one line a step. What a rule decides has the rule as its reason instead
(`arnews.document.reason_of`).
"""

from __future__ import annotations

from functools import lru_cache

from arnews.data_files import read_toml
from arnews.document import Origin, Reason

__all__ = ["all_steps", "step"]


def step(name: str) -> Reason:
    """Return the reason that a step is, one value for all segments that have their role by it.

    >>> step("body.paragraph").why
    'A line between the head and the tail that nothing else has claimed: a paragraph.'
    """
    return all_steps()[name]


@lru_cache(maxsize=1)
def all_steps() -> dict[str, Reason]:
    """Return every step by its name, read once a process.

    >>> sorted(all_steps())[0]
    'alone.address'
    """
    data = read_toml("labeling/data/steps.toml")
    return {
        name: Reason(name, Origin(origin), why=sentences["en"], why_ar=sentences["ar"])
        for origin, steps in data.items()
        for name, sentences in steps.items()
    }
