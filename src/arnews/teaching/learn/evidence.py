"""What a line that repeats is, by the general rules, its neighbors and its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from attrs import frozen

from arnews.document import Origin
from arnews.labeling.pieces import ends_flatly
from arnews.roles import OTHERS, Role
from arnews.rules import RuleBook, Strength
from arnews.rules.trace import Outcome, trace_rules
from arnews.teaching.learn.lines import ENOUGH, Place, Spot

__all__ = ["LineContext", "Verdict", "families_of", "follows", "is_open", "judge", "judge_tail"]

ARTICLE_ROLES = frozenset({Role.BODY, Role.SUBHEADING, Role.HEADLINE, Role.KICKER, Role.DECK, Role.CAPTION, Role.NOTE})
"""Roles that a line of several different articles does not have, unless the general rules know its words."""
_LISTED = frozenset({Role.HEADLINE, Role.RELATED_ITEM, Role.NAVIGATION})

_LENDING = frozenset({Role.CONTRIBUTORS})
"""Roles of the article that a line beside them may have too."""
_AGREE = 0.25
"""Share of the documents in which the labeler must have said a role by structure alone."""
_NEIGHBORS = 0.66
"""Share of the documents in which boilerplate must be on both sides."""
_MOST_OF = 0.6
"""Share of all documents in which a line must be at one edge to be judged by its place alone."""
_HALF = 0.5
_SENTENCE = 6
"""Words from which a line is too long to be a formula by which writers begin or end («God knows best»)."""
_FEWEST_WORDS = 5
_ALIKE = 0.75
"""Share of words in common from which two lines say the same."""
_IN_PROSE = "the general rules know it, but it occurs inside running text"
_NEAR = 0.6
"""Share of the letters of a line that a known phrase must have."""


@frozen
class Verdict:
    """What is thought of a group of lines."""

    role: Role | None
    """The role to propose; ``None`` to propose nothing."""
    why: str
    """The reason, in words that go on after «Is at the top of 4 of 8 documents; »."""
    sure: bool
    """Whether the reason is more than place and repetition."""


@frozen
class LineContext:
    """What is known besides the lines in question."""

    total: int
    """Number of different articles."""
    book: RuleBook
    """The general rules."""
    names: tuple[str, ...] = ()
    """Names of the outlet, as keys."""
    known: tuple[tuple[frozenset[str], Role], ...] = ()
    """Words and role of each line that the general rules call boilerplate."""


def families_of(spots: Sequence[Spot]) -> int:
    """Return in how many different articles the lines are."""
    return len({spot.line.family for spot in spots})


def judge(spots: Sequence[Spot], phrase: str, context: LineContext, *, start: bool = False) -> Verdict | None:
    """Return what is thought of lines that print the same phrase, ``None`` if there is nothing to say of them.

    ``start`` says that the lines go on after the phrase.
    """
    roles = _roles(spots)
    if not is_open(roles) or _is_title(roles):
        return None
    if any(spot.in_prose for spot in spots):
        return None if start or not _said(spots, roles, context) else Verdict(None, _IN_PROSE, False)
    if start:
        return _judge_start(spots, phrase, context)
    return (
        _said(spots, roles, context)
        or _near(spots, context)
        or _sibling(spots, context)
        or _credited(spots, phrase)
        or _between(spots)
        or _no_title(spots, roles)
        or _by_place(spots, phrase, context)
    )


def judge_tail(spots: Sequence[Spot], phrase: str, context: LineContext, *, same: bool) -> Verdict | None:
    """Return what is thought of ends of texts that print the same phrase (``same``) or begin with it."""
    if not same:
        return _judge_start(spots, phrase, context)
    if families_of(spots) < max(ENOUGH, _MOST_OF * context.total):
        return None
    return _near(spots, context) or Verdict(_closing(spots), "most texts end with it; its role is a guess", False)


def is_open(roles: Iterable[Role]) -> bool:
    """Tell whether lines with these roles are a question: the general rules take one of them for text of the article.

    >>> is_open([Role.SHARE, Role.BODY]), is_open([Role.SHARE, Role.TIMESTAMP])
    (True, False)
    """
    return any(role in ARTICLE_ROLES and role is not Role.CAPTION for role in roles)


def _roles(spots: Sequence[Spot]) -> Counter[Role]:
    """Return in how many articles the lines have each role."""
    return Counter(role for role, _ in {(_role(spot), spot.line.family) for spot in spots})


def _role(spot: Spot) -> Role:
    """Return the role of a line; a caption that no words tell is text, as no two articles have one caption."""
    guessed = spot.line.role is Role.CAPTION and spot.line.reason.rule is None
    return Role.BODY if guessed else spot.line.role


def _is_title(roles: Counter[Role]) -> bool:
    """Tell whether the line is the title of an article that others list."""
    firm = sum(count for role, count in roles.items() if role not in _LISTED and role not in ARTICLE_ROLES)
    return roles[Role.HEADLINE] > 0 and roles[Role.HEADLINE] + roles[Role.KICKER] < ENOUGH and firm < ENOUGH


def _said(spots: Sequence[Spot], roles: Counter[Role], context: LineContext) -> Verdict | None:
    """Return the role that the general labeler gives the line in other documents."""
    best = [(count, role) for role, count in roles.items() if role not in ARTICLE_ROLES or role is Role.CAPTION]
    for count, role in sorted(best, key=lambda each: (-each[0], each[1])):
        by_words = any(spot.line.role is role and spot.line.reason.rule is not None for spot in spots)
        if role in OTHERS and not by_words:
            continue  # they repeat too, but nobody would write them into a rule
        shapes = (spot.line.reason.origin is Origin.SHAPE for spot in spots if spot.line.role is role)
        if role is Role.BYLINE and all(shapes):
            continue  # two words above a text look like a name; the same ones above several hardly are
        if by_words or (count > 1 and count >= _AGREE * sum(roles.values())):
            rest = ", ".join(f"{other} in {roles[other]}" for other in sorted(roles) if other is not role)
            return Verdict(role, f"the general rules call it {role} in {count}, {rest}", True) if rest else None
    return None


def _near(spots: Sequence[Spot], context: LineContext) -> Verdict | None:
    """Return the role of a shipped phrase that is most of the line."""
    text = spots[0].line.text
    for result in trace_rules(text, context.book):
        enough = len(result.part) >= _NEAR * len(spots[0].line.key)
        rule = result.rule
        plain = rule.strength is Strength.HARD and not any(phrase.has_gap for phrase in rule.parsed)
        if enough and plain and result.outcome is Outcome.NEARLY:
            role = rule.role
            if role not in ARTICLE_ROLES:
                return Verdict(role, f"it has nearly the words of the general rule '{result.rule.id}'", True)
    return None


def _sibling(spots: Sequence[Spot], context: LineContext) -> Verdict | None:
    """Return the role of a line of boilerplate that has nearly the same words."""
    words = frozenset(spots[0].line.key.split())
    if len(words) < _FEWEST_WORDS:
        return None
    best = max(context.known, key=lambda each: len(words & each[0]) / len(words | each[0]), default=None)
    if best is None or len(words & best[0]) < _ALIKE * len(words | best[0]) or best[1] in OTHERS:
        return None
    return Verdict(best[1], f"the general rules call a line of nearly the same words {best[1]}", True)


def _judge_start(spots: Sequence[Spot], phrase: str, context: LineContext) -> Verdict | None:
    """Return the role of lines that begin with the words of a shipped rule and go on below the text.

    Paragraphs begin alike too, so that what ends a sentence is left alone.
    """
    if any(spot.place is not Place.BOTTOM or ends_flatly(spot.line.text) for spot in spots):
        return None
    for result in trace_rules(phrase, context.book):
        if result.outcome is Outcome.MATCHES and result.rule.strength is Strength.HARD:
            role = result.rule.role
            role = Role.RELATED_ITEM if role is Role.RELATED_HEADING else role
            if role not in ARTICLE_ROLES:
                return Verdict(role, f"it begins with the words of the general rule '{result.rule.id}'", True)
    return None


def _credited(spots: Sequence[Spot], phrase: str) -> Verdict | None:
    """Return byline or dateline for a line with names that is between title and text."""
    role = Role.BYLINE if "{person}" in phrase else Role.DATELINE if "{place}" in phrase else None
    if role is None or any(spot.place is not Place.TOP or spot.before_title for spot in spots):
        return None
    return Verdict(role, "it names a person or place between title and text", True)


def _between(spots: Sequence[Spot]) -> Verdict | None:
    """Return the role of the lines around it if boilerplate, or an edge of the document, is on both sides."""
    around: Counter[Role] = Counter()
    held: set[int] = set()
    for spot in spots:
        sides = [side for side in (spot.above, spot.below) if side is not None]
        if sides and all(side not in ARTICLE_ROLES for side in sides):
            held.add(spot.line.family)
            around.update({side for side in sides if side in _LENDING or not (side.kept or side in OTHERS)})
    if len(held) < max(ENOUGH, _NEIGHBORS * families_of(spots)):
        return None
    if around and around[Role.RESIDUE] == around.total() and Place.BOTTOM in {spot.place for spot in spots}:
        return Verdict(_closing(spots), "a row of marks sets it apart from the text", True)
    role = min(around, key=lambda each: (-around[each], each), default=None)
    return None if role is None else Verdict(role, f"{role} is beside it", True)


def _closing(spots: Sequence[Spot]) -> Role:
    """Return a guess at what is below the text."""
    return Role.DISCLAIMER if spots[0].line.key.count(" ") + 1 >= _SENTENCE else Role.MASTHEAD


def _by_place(spots: Sequence[Spot], phrase: str, context: LineContext) -> Verdict | None:
    """Return a role by place alone, for a line that most documents have at the same edge."""
    places = {spot.place for spot in spots}
    if len(places) > 1 or Place.INSIDE in places or families_of(spots) < max(ENOUGH, _MOST_OF * context.total):
        return None
    key = spots[0].line.key
    named = any(name and name in key for name in context.names)
    long = key.count(" ") + 1 >= _SENTENCE
    above_title = all(spot.before_title for spot in spots)
    at_top = Place.TOP in places
    if not (long or named or "{number}" in phrase or (above_title and at_top)):
        return Verdict(
            None, "nothing but its place says what it is, and writers begin and end with formulas, too", False
        )
    if not at_top:
        role = _closing(spots)
    elif above_title:
        role = Role.MASTHEAD if named else Role.NAVIGATION
    else:
        role = Role.DATELINE if named else Role.MASTHEAD
    return Verdict(role, "most documents print it in this place; its role is a guess", False)


def _no_title(spots: Sequence[Spot], roles: Counter[Role]) -> Verdict | None:
    """Return masthead for a line that the general rules take for the title of several different articles."""
    titled = roles[Role.HEADLINE] + roles[Role.KICKER]  # one line above a text is either
    if titled < max(ENOUGH, _HALF * families_of(spots)) or Place.TOP not in {spot.place for spot in spots}:
        return None
    return Verdict(Role.MASTHEAD, f"{titled} different articles cannot have one title", False)


def follows(below_known: Collection[int], spots: Sequence[Spot]) -> Verdict | None:
    """Return a role for doubtful lines at the end that are right below boilerplate, in these families."""
    if any(spot.place is not Place.BOTTOM for spot in spots) or len(below_known) < max(
        ENOUGH, _HALF * families_of(spots)
    ):
        return None
    return Verdict(_closing(spots), "it is below a line that is not part of the article", False)
