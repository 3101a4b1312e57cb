"""A draft written as the file ``outlet.toml``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from attrs import frozen

from arnews.printing import escaped
from arnews.rules import Position, Span
from arnews.teaching.learn.facts import Facts
from arnews.teaching.learn.lines import Place
from arnews.teaching.learn.proof import Selector
from arnews.teaching.learn.rules import Proposal

__all__ = ["WrittenRule", "outlet_toml", "written_rules"]

_YES = 3
"""Examples that a rule carries."""
_LONGEST = 200
"""Code points up to which a line is an example."""


@frozen(eq=False)
class WrittenRule:
    """A rule of the draft: proposals of one role, place and reason."""

    id: str
    """Its id."""
    proposals: tuple[Proposal, ...]
    """What it was made of, a phrase each."""

    @property
    def seen(self) -> str:
        """In how many articles its phrases were seen, as «4» or «4 to 6»."""
        counts = [each.families for each in self.proposals]
        return str(counts[0]) if min(counts) == max(counts) else f"{min(counts)} to {max(counts)}"

    @property
    def why(self) -> str:
        """Why it was proposed."""
        first = self.proposals[0]
        return f"{'' if first.sure else 'Unsure: '}{first.why[0].upper()}{first.why[1:]}."


def written_rules(proposals: Sequence[Proposal], family: str) -> list[WrittenRule]:
    """Return the rules that the proposals make, in the order in which documents print them."""
    groups: dict[object, list[Proposal]] = {}
    for number, each in enumerate(sorted(proposals, key=lambda each: list(Place).index(each.place))):
        alike = each.position is Position.WHOLE
        key = (each.role, each.place, each.why, each.sure) if alike else number
        groups.setdefault(key, []).append(each)
    counts: dict[str, int] = {}
    rules = []
    for group in groups.values():
        role = group[0].role.value
        counts[role] = counts.get(role, 0) + 1
        rules.append(WrittenRule(f"{family}/{role.replace('_', '-')}-{counts[role]}", tuple(group)))
    return rules


def outlet_toml(facts: Facts, rules: Sequence[WrittenRule], selectors: Sequence[Selector], total: int) -> str:
    """Return the content of ``outlet.toml``."""
    return "\n".join(_written(facts, rules, selectors, total)) + "\n"


def _written(facts: Facts, rules: Sequence[WrittenRule], selectors: Sequence[Selector], total: int) -> Iterator[str]:
    yield f"# A draft, made of {total} documents without anybody's help. Read every line of it before you trust it."
    yield f"name = {_text(facts.name)}"
    for key, value in facts.others:
        yield f"{key} = {_text(value)}"
    yield f"domains = [{_text(facts.domain)}]"
    if selectors:
        yield "\n[select]"
        for selector in selectors:
            yield f"# holds just that in {selector.families} of {selector.pages} pages"
            yield f"{selector.role} = {_text(selector.css)}"
    for rule in rules:
        first = rule.proposals[0]
        yield "\n[[rule]]"
        yield f"id = {_text(rule.id)}"
        yield f"role = {_text(first.role.value)}"
        if first.position is not Position.WHOLE:
            yield f"position = {_text(first.position.value)}"
        if first.span is not Span.LINE:
            yield f"span = {_text(first.span.value)}"
        if first.longest:
            yield f"longest = {first.longest}"
        yield f"phrases = [{', '.join(_text(each.phrase) for each in rule.proposals)}]"
        yield f"why = {_text(rule.why)}"
        yield f"yes = [{', '.join(map(_text, _examples(rule)))}]"
        yield f"seen = {_text(f'{first.place} of {rule.seen} of {total} documents')}"


def _examples(rule: WrittenRule) -> list[str]:
    """Return printed lines that the rule holds for, one per phrase before a second one of any."""
    lines = [list(dict.fromkeys(spot.line.text for spot in each.spots)) for each in rule.proposals]
    short = [[text for text in texts if len(text) <= _LONGEST] or [min(texts, key=len)] for texts in lines]
    return list(dict.fromkeys(texts[0] for texts in short))[: max(_YES, len(short))]


def _text(value: str) -> str:
    """Return a text as a basic string of TOML, without a control that a terminal or an editor would obey."""
    return escaped(json.dumps(value, ensure_ascii=False))
