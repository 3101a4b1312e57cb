"""What was seen, what was written and how sure it is: the report of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from arnews.teaching.learn.examples import Reading
from arnews.teaching.learn.facts import Facts
from arnews.teaching.learn.lines import ENOUGH
from arnews.teaching.learn.proof import Harm, Selector
from arnews.teaching.learn.rules import Doubt, Proposal
from arnews.teaching.learn.toml import WrittenRule

__all__ = ["report_of"]

_LONGEST = 70
_MOST_DOUBTS = 12


def report_of(
    readings: Sequence[Reading],
    facts: Facts,
    rules: Sequence[WrittenRule],
    selectors: Sequence[Selector],
    doubts: Sequence[Doubt],
    dropped: Sequence[tuple[Proposal | Selector, Harm]],
    unselected: Sequence[str],
) -> tuple[str, ...]:
    """Return the report, one sentence per line."""
    total = len({reading.family for reading in readings if not reading.garbled})
    lines = [*_coverage(readings), facts.origin]
    if total < ENOUGH:
        lines.append(
            f"Unsure: learning needs {ENOUGH} different articles and has {total}, so only name and domain are written."
        )
        return tuple(lines)
    lines += _rules(rules, total)
    lines += [
        f"Selector for {each.role}: {each.css}, in {each.families} of {each.pages} pages; it holds nothing else."
        for each in selectors
    ]
    lines += unselected
    sound = [reading for reading in readings if not reading.garbled]
    lines += _left_out(sound, doubts, dropped, total)
    if not rules and not selectors:
        lines.append("Nothing but name and domain is written: the general rules need no help with these documents.")
    return tuple(lines)


def _coverage(readings: Sequence[Reading]) -> Iterator[str]:
    pages = sum(reading.is_page for reading in readings)
    texts = len(readings) - pages
    kinds = " and ".join(filter(None, (_count(pages, "page"), _count(texts, "text"))))
    yield f"Saw {_count(len(readings), 'document') or 'no document'}{f': {kinds}' if pages and texts else ''}."
    copies = [each.example.name or str(at + 1) for at, each in enumerate(readings) if each.family != at]
    if copies:
        yield f"Copies of an article count once: {', '.join(copies)}."
    garbled = [each.example.name or str(at + 1) for at, each in enumerate(readings) if each.garbled]
    if garbled:
        yield f"Left aside, because their encoding is broken: {', '.join(garbled)}."


def _rules(rules: Sequence[WrittenRule], total: int) -> Iterator[str]:
    for rule in rules:
        first = rule.proposals[0]
        others = len(rule.proposals) - 1
        more = f" and {_count(others, 'more phrase')}" if others else ""
        place = "inside" if first.place == "inside" else f"at the {first.place} of"
        yield (
            f"{'Sure' if first.sure else 'Unsure'}: rule {rule.id} gives the role {first.role} to "
            f"«{_cut(first.phrase)}»{more}, {place} {rule.seen} of {total} documents, because {first.why}."
        )


def _left_out(
    readings: Sequence[Reading],
    doubts: Sequence[Doubt],
    dropped: Sequence[tuple[Proposal | Selector, Harm]],
    total: int,
) -> Iterator[str]:
    for what, harm in dropped:
        name = f"«{_cut(what.phrase)}»" if isinstance(what, Proposal) else f"the selector {what.css}"
        yield f"Left out: {name}, because it {harm.what} of {_name(readings, harm.document)}."
    for doubt in doubts[:_MOST_DOUBTS]:
        yield f"Left out: «{_cut(doubt.text)}», in {doubt.families} of {total} documents: {doubt.why}."
    if len(doubts) > _MOST_DOUBTS:
        yield f"Left out: {len(doubts) - _MOST_DOUBTS} more lines, for the same reasons."


def _name(readings: Sequence[Reading], number: int) -> str:
    return readings[number].example.name or f"document {number + 1}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + " …"
