"""Rules proposed for the lines that repeat."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from arnews.roles import Role
from arnews.rules import Position, Rule, RuleBook, Span
from arnews.rules.check import holds
from arnews.teaching.learn.evidence import LineContext, Verdict, families_of, follows, is_open, judge, judge_tail
from arnews.teaching.learn.lines import ENOUGH, Line, Place, Spot, spots_of
from arnews.teaching.learn.shapes import key_of, literal, parts_of, shape_of
from arnews.teaching.learn.starts import starts_of
from arnews.teaching.learn.tails import tails_of

__all__ = ["Doubt", "Proposal", "propose_rules"]


@frozen(eq=False)
class Proposal:
    """A phrase that repeats, the role that it may have, and the lines that it would take."""

    role: Role
    """The role."""
    phrase: str
    """The phrase, as a rule writes it."""
    position: Position
    """Where in the line it must be."""
    longest: int
    """The most words of a line that it holds for, 0 for any."""
    spots: tuple[Spot, ...]
    """The lines that were looked at."""
    why: str
    """The reason, in words that go on after where it is."""
    sure: bool
    """Whether more than place and repetition speaks for it."""

    @property
    def families(self) -> int:
        """In how many different articles it was seen."""
        return families_of(self.spots)

    @property
    def place(self) -> Place:
        """Where it is most often."""
        places = Counter(spot.place for spot in self.spots)
        return max(Place, key=lambda place: places[place])

    @property
    def span(self) -> Span:
        """How far the role reaches: what is glued to the end of a text is a part of its line."""
        return Span.PHRASE if self.position is Position.END else Span.LINE

    def rule(self, name: str) -> Rule:
        """Return the rule of this proposal alone."""
        return Rule(
            id=name,
            role=self.role,
            phrases=(self.phrase,),
            position=self.position,
            span=self.span,
            longest=self.longest,
        )


@frozen(eq=False)
class Doubt:
    """A line that repeats but is not written down."""

    text: str
    """The line, as printed first."""
    families: int
    """In how many different articles it was seen."""
    why: str
    """What speaks against it."""


def propose_rules(
    lines: Sequence[Sequence[Line]], book: RuleBook, names: Sequence[str] = ()
) -> tuple[list[Proposal], list[Doubt]]:
    """Return proposals for lines that repeat in three different articles or more, and what is left out.

    Whole lines come first, then shapes with gaps, then beginnings; a line is asked about once.

    Args:
        lines: the lines of each document (`arnews.teaching.learn.lines.lines_of`).
        book: the general rules.
        names: names of the outlet, as keys.
    """
    every = [line for document in lines for line in document if line.key]
    asked = [each for each in _candidates(every) if is_open(line.role for line in each.lines)]
    repeated = {id(line) for each in asked if each.position is Position.WHOLE for line in each.lines}
    spots = spots_of(lines, {id(line) for each in asked for line in each.lines}, repeated)
    context = LineContext(
        total=len({line.family for line in every}),
        book=book,
        names=tuple(names),
        known=tuple((frozenset(line.key.split()), line.role) for line in every if not line.role.kept),
    )
    proposals: list[Proposal] = []
    doubts: list[tuple[_Candidate, tuple[Spot, ...], str]] = []
    taken: set[int] = set()
    for each in asked:
        if not all(line.whole for line in each.lines) or all(id(line) in taken for line in each.lines):
            continue
        own = tuple(spots[id(line)] for line in each.lines)
        verdict = judge(own, each.phrase, context, start=each.position is Position.START)
        if verdict is None or not each.holds():
            continue
        if verdict.role is None:
            doubts.append((each, own, verdict.why))
        else:
            proposals.append(each.proposal(verdict, own))
        taken.update(id(line) for line in each.lines)
    return _with_followers(lines, [*proposals, *_tail_proposals(lines, context)], doubts)


def _tail_proposals(lines: Sequence[Sequence[Line]], context: LineContext) -> Iterator[Proposal]:
    """Yield proposals for what is glued to the end of texts; of two for one end the first, which has more."""
    taken: set[tuple[int, int]] = set()
    for tail in tails_of(lines):
        places = {(line.document, line.end) for line in tail.lines}
        verdict = judge_tail(tail.spots, tail.phrase, context, same=tail.position is Position.END)
        if verdict is None or verdict.role is None or places <= taken:
            continue
        candidate = _Candidate(tail.phrase, tail.lines, tail.position)
        if candidate.holds():
            taken |= places
            yield candidate.proposal(verdict, tail.spots)


def _with_followers(
    lines: Sequence[Sequence[Line]],
    proposals: list[Proposal],
    doubts: Sequence[tuple[_Candidate, tuple[Spot, ...], str]],
) -> tuple[list[Proposal], list[Doubt]]:
    """Return the proposals, more of them for doubtful lines that close documents below one that is proposed already.

    What is below boilerplate is no formula of the writer.
    """
    above = {id(line): id(before) for document in lines for before, line in pairwise(document)}
    while True:
        decided = {id(spot.line) for each in proposals for spot in each.spots}
        rest = []
        for candidate, spots, why in doubts:
            verdict = follows({spot.line.family for spot in spots if above.get(id(spot.line)) in decided}, spots)
            if verdict is None:
                rest.append((candidate, spots, why))
            else:
                proposals.append(candidate.proposal(verdict, spots))
        if len(rest) == len(doubts):
            return proposals, [Doubt(each.lines[0].text, families_of(spots), why) for each, spots, why in rest]
        doubts = rest


@frozen(eq=False)
class _Candidate:
    """Lines of several articles that a phrase is common to."""

    phrase: str
    lines: tuple[Line, ...]
    position: Position = Position.WHOLE
    longest: int = 0

    def proposal(self, verdict: Verdict, spots: tuple[Spot, ...]) -> Proposal:
        """Return the proposal of a role for these lines."""
        role = verdict.role or Role.RESIDUE
        return Proposal(role, self.phrase, self.position, self.longest, spots, verdict.why, verdict.sure)

    def holds(self) -> bool:
        """Tell whether a rule of the phrase holds for all lines."""
        rule = Rule(
            id="learn/try", role=Role.RESIDUE, phrases=(self.phrase,), position=self.position, longest=self.longest
        )
        return all(holds(rule, line.text) for line in self.lines)


def _candidates(lines: Sequence[Line]) -> Iterator[_Candidate]:
    exact = _groups((line.key, line) for line in lines)
    for group in exact.values():
        yield _Candidate(literal(group[0].text), group)
    constants = frozenset(_groups((part, line) for line in lines for part in parts_of(line.text)))
    phrases = {id(line): shape_of(line.text, constants) for line in lines}
    shaped = _groups((key_of(phrase), line) for line in lines if (phrase := phrases[id(line)]) is not None)
    for group in shaped.values():
        if len({line.key for line in group}) > 1:
            yield _Candidate(phrases[id(group[0])] or "", group)
    for start in starts_of(lines):
        yield _Candidate(start.phrase, start.lines, Position.START, start.longest)


def _groups(pairs: Iterable[tuple[str, Line]]) -> dict[str, tuple[Line, ...]]:
    """Return the lines of each key that is in enough different articles, in order of appearance."""
    found: dict[str, list[Line]] = defaultdict(list)
    for key, line in pairs:
        found[key].append(line)
    return {key: tuple(group) for key, group in found.items() if len({line.family for line in group}) >= ENOUGH}
