"""Why a segment has its role, in words: the sentence of the rule or of the step that decided."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from arnews.document import Reason, reason_of
from arnews.labeling.steps import all_steps
from arnews.rules import RuleBook

__all__ = ["Language", "why_of"]

Language = Literal["ar", "en"]
"""Languages in which reasons are told."""


def why_of(reason: Reason, language: Language) -> str:
    """Return the sentence that tells a reason; in the other language if there is none in this one, else empty.

    A reason that was read from a record has its name only: the sentence of the step or shipped rule of that name
    is told.

    >>> from arnews.document import Origin
    >>> why_of(Reason("alone.phone", Origin.SHAPE), "en")
    'The line is a telephone number.'
    """
    if not reason.why and not reason.why_ar:
        reason = _known().get(reason.name, reason)
    sentences = (reason.why_ar, reason.why) if language == "ar" else (reason.why, reason.why_ar)
    return sentences[0] or sentences[1]


@lru_cache(maxsize=1)
def _known() -> dict[str, Reason]:
    """Return the reasons that come with arnews, by name."""
    return {**{rule.id: reason_of(rule) for rule in RuleBook.shipped()}, **all_steps()}
