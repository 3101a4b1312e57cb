"""The rules arranged for speed: literals in a dict, the others by their first or last word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable
from functools import cached_property

from arnews.rules.patterns import edge_words, keys_of, pattern_of, variants_of
from arnews.rules.phrase import Mark, Phrase, Word, parse_phrase
from arnews.rules.rule import MOST_KEYS, Means, Position, Rule

__all__ = ["Entry", "RuleIndex"]

# After a phrase: what separates it from what follows. Opening quotes and brackets belong to what follows.
_AFTER = r"[\s:：.…|¦›»،,;؛/\\*•·_\u2010-\u2015\u0640-]*"
_BULLETS = r"[\s*•·●▪■►◄▶◀«»›‹|¦\-\u2010-\u2015:]*"
_NO_LETTER = r"(?![^\W_])"
_FULL_STOP = Mark(".")

_SHORTEST_GATE = 6
_LONGEST_INSIDE = 40
"""Code points of a gate that is looked for in others; the longer ones are few."""


class Entry:
    """A phrase of a rule with its patterns, which are compiled when they are first needed."""

    def __init__(self, rule: Rule, text: str, networks: tuple[str, ...]) -> None:
        self.rule = rule
        self.text = text
        """The phrase as written."""
        self.networks = networks

    @cached_property
    def phrase(self) -> Phrase:
        """The phrase, read."""
        return parse_phrase(self.text)

    @cached_property
    def after_sentence(self) -> bool:
        """Whether the phrase begins with a full stop, which belongs to the sentence before the phrase."""
        return self.phrase.tree[0] == _FULL_STOP and self.rule.position in (Position.END, Position.INSIDE)

    @cached_property
    def opened(self) -> bool:
        """Whether the phrase begins with a mark, so that its own beginning is unmistakable."""
        return isinstance(self.phrase.tree[0], Mark) and not self.after_sentence

    @cached_property
    def closed(self) -> bool:
        """Whether the phrase ends with a mark, so that its own end is unmistakable."""
        return isinstance(self.phrase.tree[-1], Mark)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern: of a whole key, or of the phrase (group 1) with what is beside it."""
        return re.compile(self._source("" if self.closed else _NO_LETTER))

    @cached_property
    def loose(self) -> re.Pattern[str]:
        """The pattern without a word boundary after the phrase, for words glued after tanwin."""
        return re.compile(self._source(""))

    def _source(self, boundary: str) -> str:
        position = self.rule.position
        phrase = Phrase(self.phrase.text, self.phrase.tree[1:]) if self.after_sentence else self.phrase
        inner = pattern_of(phrase, self.networks, whole=position is Position.WHOLE)
        if position is Position.WHOLE:
            return inner
        if position is Position.START:
            return f"{_BULLETS}({inner}){boundary}{_AFTER}"
        if position is Position.INSIDE:
            return f"({inner}){boundary}{_AFTER}"
        return rf"({inner})[\W_]*\Z"


class RuleIndex:
    """The rules of one layer, arranged. Built once, never changed."""

    def __init__(self, rules: tuple[Rule, ...], below: RuleIndex | None = None) -> None:
        """Arrange the rules of a layer; ``below`` are those of the layer under it."""
        others: tuple[str, ...] = () if below is None else below.networks
        self.networks: tuple[str, ...] = tuple(dict.fromkeys([*_networks(rules), *others]))
        """The folded names of social networks that the gap ``{network}`` matches."""
        self.literals: dict[str, Rule] = {}
        """Key of a whole block → rule."""
        self.by_first: dict[str, list[Entry]] = defaultdict(list)
        """First word of a key → whole phrases with gaps."""
        self.by_last: dict[str, list[Entry]] = defaultdict(list)
        """Last word of a key → whole phrases that begin with a gap."""
        self.unbound: list[tuple[str, Entry]] = []
        """Letters that must be in a key → whole phrases with a gap at both ends."""
        self.starts: dict[str, list[Entry]] = defaultdict(list)
        """First word of a block → start phrases."""
        self.ends: dict[str, list[Entry]] = defaultdict(list)
        """Last word of a block → end phrases."""
        self.glued: dict[str, list[Entry]] = defaultdict(list)
        """Folded words that must be somewhere → phrases glued into a paragraph."""
        for rule in rules:
            for phrase in rule.parsed:
                self._add(rule, phrase)
        for buckets in (self.by_first, self.by_last, self.starts, self.ends, self.glued):
            buckets.default_factory = None

    def _add(self, rule: Rule, phrase: Phrase) -> None:
        if rule.position is Position.INSIDE:
            # Few, and looked for with `in`: each way to print them is a phrase of its own.
            for variant in variants_of(phrase):
                literal = re.sub(r"[\[\]<>|\\]", r"\\\g<0>", variant)
                self.glued[_gate(variant)].append(Entry(rule, literal, self.networks))
            return
        entry = Entry(rule, phrase.text, self.networks)
        if rule.position is Position.WHOLE:
            self._add_whole(entry, phrase)
            return
        at_end = rule.position is Position.END
        for word in sorted(edge_words(phrase, self.networks, last=at_end)):
            (self.ends if at_end else self.starts)[word].append(entry)

    def _add_whole(self, entry: Entry, phrase: Phrase) -> None:
        if not phrase.has_gap and phrase.size <= MOST_KEYS:
            for key in keys_of(phrase):
                self.literals.setdefault(key, entry.rule)
            return
        first, last = (edge_words(phrase, self.networks, last=at_end) for at_end in (False, True))
        if "" not in first:
            for word in sorted(first):
                self.by_first[word].append(entry)
        elif "" not in last:
            for word in sorted(last):
                self.by_last[word].append(entry)
        else:
            letters = (part.letters for part in phrase.tree if isinstance(part, Word))
            self.unbound.append((max(letters, key=len, default=""), entry))

    @cached_property
    def glue_literals(self) -> tuple[str, ...]:
        """The folded words to look for in a whole document; those that contain another short one are left out."""
        lengths = sorted({len(gate) for gate in self.glued if len(gate) <= _LONGEST_INSIDE})
        return tuple(gate for gate in sorted(self.glued, key=len) if not _holds_another(gate, self.glued, lengths))


def _networks(rules: Iterable[Rule]) -> list[str]:
    """Return the folded names of social networks that rules list."""
    phrases = (phrase for rule in rules if rule.means is Means.NETWORK for phrase in rule.parsed)
    return [key for phrase in phrases for key in keys_of(phrase)]


def _holds_another(gate: str, gates: Container[str], lengths: list[int]) -> bool:
    """Tell whether one of the gates that have these lengths is in another one."""
    return any(
        gate[at : at + length] in gates
        for length in lengths
        if length < len(gate)
        for at in range(len(gate) - length + 1)
    )


def _gate(variant: str) -> str:
    """Return the longest run of words in a variant; if that is short, its longest run of words and marks."""
    words = max((run.strip() for run in re.split(r"\{[a-z]+\}|[^\w ]|_", variant)), key=len)
    return words if len(words) >= _SHORTEST_GATE else max(re.split(r"\{[a-z]+\}", variant), key=len)
