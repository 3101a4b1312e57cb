"""The rules arranged for speed: literals in a dict, the others by their first or last word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from arnews.rules.phrase import Phrase, Token, Variant, key_pattern, text_pattern
from arnews.rules.rule import Position, Rule

__all__ = ["Entry", "RuleIndex"]

# Behind a phrase: what separates it from what follows. Opening quotes and brackets belong to what follows.
_BEHIND = r"[\s:：.…|¦›»،,;؛/\\*•·_\u2010-\u2015\u0640-]*"
_BULLETS = r"[\s*•·●▪■►◄▶◀«»›‹|¦\-\u2010-\u2015:]*"


class Entry:
    """One variant of a phrase of a rule, with its pattern, which is compiled when it is first needed."""

    __slots__ = ("_networks", "_pattern", "closed", "opened", "rule", "tokens", "words")

    def __init__(self, rule: Rule, tokens: Variant, networks: Iterable[str]) -> None:
        self.rule = rule
        self.tokens = tokens
        self.words = [token for token in tokens if token.kind != "mark"]
        self.opened = tokens[0].kind == "mark"
        """Whether the phrase begins with a mark, so that its own beginning is unmistakable."""
        self.closed = tokens[-1].kind == "mark"
        """Whether the phrase ends with a mark, so that its own end is unmistakable."""
        self._networks = networks
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern: of a whole key, or of the phrase (group 1) with what stands beside it."""
        if self._pattern is None:
            self._pattern = re.compile(self._source())
        return self._pattern

    def _source(self) -> str:
        position = self.rule.position
        if position is Position.WHOLE:
            return key_pattern(self.tokens, self._networks)
        inner = text_pattern(self.tokens, self._networks)
        if position is Position.START:
            return f"{_BULLETS}({inner}){_BEHIND}"
        if position is Position.END:
            return rf"({inner})[\W_]*\Z"
        return f"({inner}){_BEHIND}"


def _literal(words: Iterable[Token]) -> str | None:
    """Return the words as one key, or None if one of them is a gap."""
    words = list(words)
    return None if any(token.kind == "gap" for token in words) else " ".join(token.value for token in words)


def _gate(tokens: Variant) -> str:
    """Return the longest run of literal words that stand beside each other in the phrase."""
    runs, run = [""], ""
    for token in tokens:
        run = f"{run} {token.value}".strip() if token.kind == "word" else ""
        runs.append(run)
    return max(runs, key=len)


class RuleIndex:
    """The rules of one layer, arranged. Built once, never changed."""

    def __init__(self, rules: Iterable[Rule], networks: tuple[str, ...]) -> None:
        self.networks = networks
        self.literals: dict[str, Rule] = {}
        """Key of a whole block → rule."""
        self.by_first: dict[str, list[Entry]] = defaultdict(list)
        """First word of a key → whole phrases with gaps."""
        self.by_last: dict[str, list[Entry]] = defaultdict(list)
        """Last word of a key → whole phrases that begin with a gap."""
        self.by_inner: dict[str, list[Entry]] = defaultdict(list)
        """Any word of a key → whole phrases with a gap at both ends."""
        self.starts: dict[str, list[Entry]] = defaultdict(list)
        """First word of a block → start phrases."""
        self.ends: dict[str, list[Entry]] = defaultdict(list)
        """Last word of a block → end phrases."""
        self.glued: dict[str, list[Entry]] = defaultdict(list)
        """Folded words that must stand somewhere → phrases glued into a paragraph."""
        for rule in rules:
            for phrase in rule.parsed:
                self._add(rule, phrase)
        for buckets in (self.by_first, self.by_last, self.by_inner, self.starts, self.ends, self.glued):
            buckets.default_factory = None
            for bucket in buckets.values():
                bucket.sort(key=lambda entry: -len(entry.tokens))

    def _add(self, rule: Rule, phrase: Phrase) -> None:
        for tokens in phrase.variants:
            entry = Entry(rule, tokens, self.networks)
            first, last = entry.words[0], entry.words[-1]
            if rule.position is Position.START:
                self.starts[first.value].append(entry)
            elif rule.position is Position.END:
                self.ends[last.value].append(entry)
            elif rule.position is Position.INSIDE:
                self.glued[_gate(tokens)].append(entry)
            else:
                self._add_whole(entry, first, last)

    def _add_whole(self, entry: Entry, first: Token, last: Token) -> None:
        literal = _literal(entry.words)
        if literal is not None:
            self.literals.setdefault(literal, entry.rule)
        elif first.kind == "word":
            self.by_first[first.value].append(entry)
        elif first.value == "network":
            for word in sorted({name.partition(" ")[0] for name in self.networks}):
                self.by_first[word].append(entry)
        elif last.kind == "word":
            self.by_last[last.value].append(entry)
        else:
            word = next(token.value for token in entry.words if token.kind == "word")
            self.by_inner[word].append(entry)

    @cached_property
    def glue_literals(self) -> tuple[str, ...]:
        """The folded words to look for in a whole document; those that contain another are left out."""
        gates = sorted(self.glued, key=len)
        return tuple(gate for at, gate in enumerate(gates) if not any(other in gate for other in gates[:at]))
