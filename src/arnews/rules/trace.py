"""Which rules hold for a text and why, and which nearly do: for people who write rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from arnews.printing import printable
from arnews.rules.book import RuleBook
from arnews.rules.patterns import pattern_of, variants_of
from arnews.rules.phrase import Choice, Mark, Phrase, Tree, Word
from arnews.rules.rule import Match, Position, Rule, Span
from arnews.text.fold import squeeze

__all__ = ["Outcome", "RuleResult", "RuleTrace", "trace_rules"]

_MOST_NEAR = 8
_ALIKE = 0.82
"""Share of letters in common from which two short texts look alike."""

_MOST_VARIANTS = 1000


class Outcome(StrEnum):
    """Whether a rule holds for a text."""

    MATCHES = "matches"
    """It holds."""
    NEARLY = "nearly"
    """Its words are in the text or resemble it, but something is missing."""


@frozen
class RuleResult:
    """One rule tried on a text."""

    rule: Rule
    """The rule."""
    outcome: Outcome
    """Whether it holds."""
    part: str
    """The part of the text that the outcome is about."""
    reason: str
    """Why it holds or what is missing, in one sentence."""

    def __str__(self) -> str:
        """Return the result on one line."""
        return printable(
            f"{self.outcome}  {self.rule.id} ({self.rule.role}, {self.rule.strength}): «{self.part}» – {self.reason}"
        )


@frozen
class RuleTrace:
    """All rules tried on a text, those that hold first."""

    results: tuple[RuleResult, ...]
    """The results that are worth telling."""

    def __iter__(self) -> Iterator[RuleResult]:
        return iter(self.results)

    def __len__(self) -> int:
        return len(self.results)

    def __getitem__(self, index: int) -> RuleResult:
        return self.results[index]

    def __str__(self) -> str:
        """Return one line per result, or a sentence if there is none."""
        return "\n".join(map(str, self.results)) or "No rule matches, and none nearly does."


def trace_rules(text: str, book: RuleBook | None = None) -> RuleTrace:
    """Try the rules of a book (the shipped ones if none is given) on a block of text.

    >>> print(trace_rules("شارك المقال")[0])
    matches  share/heading (share, hard): «شارك المقال» – The heading of a bar of share buttons.
    >>> trace_rules("المصدر وكالة الأنباء قالت")[0].outcome
    <Outcome.NEARLY: 'nearly'>
    """
    book = book or RuleBook.shipped()
    held = list(_holding(text, book))
    return RuleTrace((*held, *_nearly(text, book, {result.rule.id for result in held})))


def _holding(text: str, book: RuleBook) -> Iterator[RuleResult]:
    rule = book.whole(squeeze(text))
    if rule is not None:
        yield RuleResult(rule, Outcome.MATCHES, text.strip(), rule.why)
    told: set[str] = set()
    for match in (book.start(text), book.end(text), *book.glued(text)):
        if match is not None and match.rule.id not in told:
            told.add(match.rule.id)
            yield RuleResult(match.rule, Outcome.MATCHES, _part(text, match), match.rule.why)


def _part(text: str, match: Match) -> str:
    """Return the part of the text that gets the role."""
    if match.rule.span is Span.PHRASE:
        return text[match.start : match.end].strip()
    return (text[match.start :] if match.rule.position is Position.INSIDE else text).strip()


def _nearly(text: str, book: RuleBook, held: set[str]) -> list[RuleResult]:
    """Return what nearly holds, the closest first."""
    key = squeeze(text)
    found: list[tuple[float, RuleResult]] = []
    told = set(held)
    for rule in book.rules:
        near = (each for phrase in rule.parsed for each in _near(rule, phrase, key, book))
        best = max(near, key=lambda scored: scored[0], default=None)
        if best is not None and rule.id not in told:
            told.add(rule.id)
            found.append((best[0], RuleResult(rule, Outcome.NEARLY, best[1], best[2])))
    found.sort(key=lambda scored: -scored[0])
    return [result for _, result in found[:_MOST_NEAR]]


def _near(rule: Rule, phrase: Phrase, key: str, book: RuleBook) -> Iterator[tuple[float, str, str]]:
    """Yield how near the phrase comes to the key, the part that it is about, and what is missing."""
    from difflib import SequenceMatcher

    letters = max((part.letters for part in phrase.tree if isinstance(part, Word)), key=len, default="")
    if letters in key:
        pattern = pattern_of(phrase, book.networks, whole=True)
        found = re.search(rf"(?<!\S)(?:{pattern})(?!\S)", key)
        if found:
            yield len(found.group()) / max(1, len(key)), found.group(), _missing(rule, phrase, found.span(), key)
            return
    if rule.position is Position.WHOLE and not phrase.has_gap and phrase.size <= _MOST_VARIANTS:
        for variant in variants_of(phrase):
            if 2 * min(len(variant), len(key)) >= _ALIKE * (len(variant) + len(key)):
                likeness = SequenceMatcher(None, squeeze(variant), key).ratio()
                if likeness >= _ALIKE:
                    yield likeness, key, f"its phrase «{variant}» is spelled differently."


def _missing(rule: Rule, phrase: Phrase, span: tuple[int, int], key: str) -> str:
    """Say why a rule whose words are in the text does not hold."""
    words = len(key.split())
    if rule.longest and words > rule.longest:
        return f"the text has {words} words, and the rule holds up to {rule.longest}."
    if rule.position is Position.WHOLE:
        return "the words are only a part of the text, and the rule needs them to be all of it."
    if rule.position is Position.START and span[0]:
        return "the words are further inside, and the rule needs them at the start."
    if rule.position is Position.END and span[1] < len(key):
        return "words follow, and the rule needs the phrase at the end."
    marks = "".join(dict.fromkeys(_marks(phrase.tree)))
    if marks:
        return f"the marks of the phrase «{phrase.text}» must be there too: {marks}"
    return "the phrase must come after the end of a sentence."


def _marks(tree: Tree) -> Iterator[str]:
    for part in tree:
        if isinstance(part, Mark):
            yield part.char
        elif isinstance(part, Choice):
            for each in part.trees:
                yield from _marks(each)
