"""What a rule is: phrases that give a role, where they must be, and how far the role reaches."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

import attrs
from attrs import field, frozen

from arnews.errors import ConfigurationError
from arnews.printing import shown
from arnews.roles import Role
from arnews.rules.patterns import edge_words
from arnews.rules.phrase import Phrase, parse_phrase

__all__ = ["MOST_KEYS", "MOST_WORDS", "Match", "Means", "Position", "Rule", "Span", "Strength", "role_of"]


MOST_KEYS = 1_000
"""Ways to print a whole phrase up to which each gets its place in a dict; beyond, a pattern is smaller."""
MOST_WORDS = 10_000
"""The largest number of words that `Rule.longest` may give."""
_MOST_NAMES = 100
_MOST_INSIDE = 60


_Choice = TypeVar("_Choice", bound=StrEnum)


class Position(StrEnum):
    """Where in a block the phrases of a rule must be.

    >>> Position("start") is Position.START
    True
    """

    WHOLE = "whole"
    """The block is the phrase; punctuation does not count."""
    START = "start"
    """The block begins with the phrase; punctuation that the phrase writes must be there."""
    END = "end"
    """The block ends with the phrase; punctuation that the phrase writes must be there."""
    INSIDE = "inside"
    """The phrase is glued into a paragraph, after the end of a sentence or without a space."""


class Strength(StrEnum):
    """How far a rule may be trusted when nothing else is known about the block.

    >>> Strength("soft") is Strength.SOFT
    True
    """

    HARD = "hard"
    """The role holds wherever the block is."""
    SOFT = "soft"
    """Bodies use the words too: the role holds in a run of boilerplate or outside the body."""


class Span(StrEnum):
    """How far the role reaches when the phrase is only a part of the block.

    >>> Span("phrase") is Span.PHRASE
    True
    """

    LINE = "line"
    """The whole block (for a phrase inside a paragraph: from the phrase to the end of the block)."""
    PHRASE = "phrase"
    """The phrase and the separators beside it; the rest of the block is something else."""


class Means(StrEnum):
    """What a phrase says of the article besides its role; the fields ask for it.

    >>> Means("copied-from") is Means.COPIED_FROM
    True
    """

    HOME = "home"
    """Names the front page; no section of the article."""
    MORE = "more"
    """Leads to the rest, or to more of the same; no keyword."""
    NETWORK = "network"
    """Lists the names of social networks that the gap ``{network}`` matches."""
    KEYWORDS = "keywords"
    """Heads the list of keywords."""
    AUTHOR = "author"
    """Heads links to more by an author."""
    TRANSLATED = "translated"
    """Says that the text was translated."""
    COPIED_FROM = "copied-from"
    """Names, in a gap, the outlet whose text it is."""


def role_of(value: Role) -> Role:
    """Return a role, by its value too; ConfigurationError if there is none of that name.

    >>> role_of("bodyy")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: 'bodyy' is no role; known are headline, kicker, deck, byline, timestamp, ...
    """
    try:
        return Role(value)
    except ValueError:
        known = ", ".join(role.value for role in Role)
        raise ConfigurationError(f"'{shown(value)}' is no role; known are {known}") from None


def _strings(value: str | Iterable[str]) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    given: object = value
    texts = tuple(given) if isinstance(given, Iterable) else (given,)
    if not all(isinstance(each, str) for each in texts):
        raise ConfigurationError(f"phrases and examples of a rule are texts, not {shown(value)}")
    return texts


def _text(_: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str):
        raise ConfigurationError(f"'{attribute.name}' of a rule must be a text, not {shown(value)}")


def _flag(_: object, attribute: attrs.Attribute[bool], value: object) -> None:
    if not isinstance(value, bool):
        raise ConfigurationError(f"'{attribute.name}' of a rule must be true or false, not {shown(value)}")


def _count(_: object, attribute: attrs.Attribute[int], value: object) -> None:
    if type(value) is not int or not 0 <= value <= MOST_WORDS:
        raise ConfigurationError(f"'{attribute.name}' of a rule must be a number of words, at most {MOST_WORDS:,}")


def _choice(kind: type[_Choice], value: str) -> _Choice:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(each.value for each in kind)
        problem = f"'{kind.__name__.lower()}' of a rule is {shown(value)}; it must be one of {known}"
        raise ConfigurationError(problem) from None


def _position(value: Position) -> Position:
    return _choice(Position, value)


def _strength(value: Strength) -> Strength:
    return _choice(Strength, value)


def _span(value: Span) -> Span:
    return _choice(Span, value)


def _means_of(value: str | None) -> Means | None:
    return None if value is None else _choice(Means, value)


@frozen(cache_hash=True)
class Rule:
    """Phrases that give a block its role.

    >>> Rule(id="sabq/byline", role=Role.BYLINE, phrases=("{person} - سبق - {place}",)).position
    <Position.WHOLE: 'whole'>
    >>> Rule(id="sabq/empty", role=Role.SHARE, phrases=())
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: rule 'sabq/empty': it has no phrases
    """

    id: str = field(validator=_text)
    """Name of the rule, ``family/name``; shipped rules begin with their role."""
    role: Role = field(converter=role_of)
    """The role that it gives."""
    phrases: tuple[str, ...] = field(converter=_strings)
    """The phrases as written: words, gaps such as ``{person}``, optional letters or words in brackets."""
    position: Position = field(default=Position.WHOLE, converter=_position)
    """Where in the block a phrase must be."""
    strength: Strength = field(default=Strength.HARD, converter=_strength)
    """Whether the role holds wherever the block is."""
    span: Span = field(default=Span.LINE, converter=_span)
    """How far the role reaches in a block that is longer than the phrase."""
    longest: int = field(default=0, validator=_count)
    """The most words that the block may have for a start or end rule to hold; 0 for any number."""
    ends_article: bool = field(default=False, validator=_flag)
    """Whether nothing after such a block belongs to the article."""
    opens_list: bool = field(default=False, validator=_flag)
    """Whether such a block is the heading of a list of other articles."""
    means: Means | None = field(default=None, converter=_means_of)
    """What the phrase says of the article besides its role, if the fields have a use for it."""
    why: str = field(default="", validator=_text)
    """Why the rule is right, in one sentence."""
    why_ar: str = field(default="", validator=_text)
    """The same in Arabic, for readers of ``arnews explain --language ar``."""
    yes: tuple[str, ...] = field(default=(), converter=_strings)
    """Blocks that it must match."""
    no: tuple[str, ...] = field(default=(), converter=_strings)
    """Blocks that look alike and that it must not match."""
    seen: str = field(default="", validator=_text)
    """The kind of sites that print the phrases."""

    @cached_property
    def parsed(self) -> tuple[Phrase, ...]:
        """The phrases as parsed, one for each phrase."""
        return tuple(parse_phrase(phrase) for phrase in self.phrases)

    def __attrs_post_init__(self) -> None:
        if not self.phrases:
            raise ConfigurationError(f"rule '{self.id}': it has no phrases")
        try:
            parsed = self.parsed
        except ConfigurationError as error:
            raise ConfigurationError(f"rule '{self.id}': {error}") from None
        for phrase in parsed:
            self._check(phrase)

    def _check(self, phrase: Phrase) -> None:
        """Raise ConfigurationError if the phrase cannot be looked up in the position of the rule."""
        try:
            problem = self._problem(phrase)
        except ConfigurationError as error:
            raise ConfigurationError(f"rule '{self.id}': {error}") from None
        if problem:
            raise ConfigurationError(f"rule '{self.id}': phrase «{phrase.text}» {problem}")

    def _problem(self, phrase: Phrase) -> str:
        if self.means is Means.NETWORK and (phrase.has_gap or phrase.size > _MOST_NAMES):
            return f"is not the name of a network, in at most {_MOST_NAMES} spellings"
        if self.position is Position.INSIDE and phrase.size > _MOST_INSIDE:
            return f"can be printed in more than {_MOST_INSIDE} ways, too many for a rule of position inside"
        if self.position in (Position.START, Position.END):
            edge = "begin" if self.position is Position.START else "end"
            if "" in edge_words(phrase, ("x",), last=self.position is Position.END):
                return f"must {edge} with a word, not with a gap, in a rule of position {self.position}"
        elif phrase.has_gap or phrase.size > MOST_KEYS:
            # They are looked up by their edges, too; asked here, so that an error names the rule.
            edge_words(phrase)
            edge_words(phrase, last=True)
        return ""


@frozen
class Match:
    """A rule that holds for a part of a text.

    >>> rule = Rule(id="x/y", role=Role.SHARE, phrases=("شارك",))
    >>> Match(rule=rule, start=0, end=4).rule.role
    <Role.SHARE: 'share'>
    """

    rule: Rule
    """The rule."""
    start: int
    """Offset of the first code point of the phrase in the text given, marks before it included."""
    end: int
    """Offset after the phrase and the separators (colon, dots, dashes, spaces) that follow it."""
