"""What a line says of the article besides its role, also where an outlet has claimed the line."""

from __future__ import annotations

from arnews.document import Origin, Segment
from arnews.rules import Match, Means, RuleBook
from arnews.text.fold import squeeze

__all__ = ["said"]

_SILENT = frozenset({Origin.SELECTOR, Origin.MODEL})
"""Evidence that gives a role without asking what the words mean."""


def said(segment: Segment, means: Means, book: RuleBook) -> Match | None:
    """Return the phrase of a segment that means something, ``None`` if none does.

    The rule that gave the role tells. Where a selector or a rule of an outlet gave it, the general rules are asked:
    the words mean what they mean.

    >>> import arnews
    >>> (notice,) = arnews.label(arnews.read_text("تمت ترجمة هذا التقرير آلياً")).segments
    >>> said(notice, Means.TRANSLATED, RuleBook.shipped()) is None, said(notice, Means.HOME, RuleBook.shipped())
    (False, None)
    """
    reason = segment.reason
    if (
        reason.means is means
        or reason.origin in _SILENT
        or (reason.rule is not None and book.has_special and book.is_special(reason.rule))
    ):
        meaning = book.that_mean(means)
        rule = meaning.whole(squeeze(segment.text))
        return Match(rule, 0, len(segment.text)) if rule is not None else meaning.start(segment.text)
    return None
