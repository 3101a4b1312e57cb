"""Rule files checked: what is wrong with them, one sentence a problem."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator

from attrs import frozen

from arnews.errors import ConfigurationError
from arnews.rules.book import RuleBook
from arnews.rules.load import line_of, read_content, read_tables, rule_of, shipped_files
from arnews.rules.patterns import variants_of
from arnews.rules.rule import Means, Position, Rule
from arnews.text.fold import fold, squeeze
from arnews.text.letters import BIDI, FOREIGN, INVISIBLE, PRESENTATION, TATWEEL

__all__ = ["check_file", "check_shipped", "holds", "problems_of"]

_WRONG = re.compile(f"[{FOREIGN}{PRESENTATION}{BIDI}{INVISIBLE}{TATWEEL}]")
_MOST_VARIANTS = 3000
"""Ways to print a phrase up to which two rules are compared; larger phrases are compared by nothing."""


@frozen
class _File:
    name: str
    content: str

    def problem(self, rule: str, sentence: str) -> str:
        """Return a sentence that names file, line and rule."""
        return f"{self.name}, line {line_of(self.content, rule, sentence)}: rule '{rule}': {sentence}"


def check_file(path: str | os.PathLike[str]) -> list[str]:
    """Return what is wrong with a rule file, one sentence for each problem; an empty list if nothing is.

    Raises ConfigurationError if the file cannot be read.

    >>> check_file("no-such-file.toml")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: no-such-file.toml: cannot be read (No such file or directory)
    """
    return _check([_File(os.path.basename(path), read_content(path))], shipped=False)


def check_shipped() -> list[str]:
    """Return what is wrong with the rules that come with arnews; more is asked of them than of others.

    >>> check_shipped()
    []
    """
    return _check([_File(name, content) for name, content in shipped_files()], shipped=True)


def holds(rule: Rule, text: str) -> bool:
    """Tell whether a rule by itself holds for a block.

    >>> from arnews.roles import Role
    >>> holds(Rule(id="x/y", role=Role.SOURCE, phrases=("المصدر:",), position="start"), "المصدر: وكالات")
    True
    """
    return _holds(RuleBook([rule, *_networks((rule,))]), rule, text)


def problems_of(rule: Rule) -> list[str]:
    """Return what is wrong with a rule by itself, one sentence a problem: its letters, and its own examples.

    >>> from arnews.roles import Role
    >>> problems_of(Rule(id="x/y", role=Role.SHARE, phrases=("شارك",), yes=("شاركوا",)))
    ['its yes example «شاركوا» does not match']
    """
    return list(_check_rule(rule))


def _holds(book: RuleBook, rule: Rule, text: str) -> bool:
    if rule.position is Position.WHOLE:
        return book.whole(squeeze(text)) is rule
    if rule.position is Position.START:
        return book.start(text) is not None
    return book.end(text) is not None if rule.position is Position.END else bool(book.glued(text))


def _networks(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rule that lists the networks, unless it is among the rules."""
    if any(rule.means is Means.NETWORK for rule in rules):
        return []
    return [rule for rule in RuleBook.shipped().rules if rule.means is Means.NETWORK]


def _check(files: list[_File], *, shipped: bool) -> list[str]:
    problems: list[str] = []
    rules: list[tuple[_File, Rule]] = []
    for file in files:
        try:
            tables = read_tables(file.content, file.name)
        except ConfigurationError as error:
            problems.append(str(error))
            continue
        if not tables:
            problems.append(f"{file.name}: has no [[rule]] tables")
        for table in tables:
            try:
                rules.append((file, rule_of(table, file.name, file.content)))
            except ConfigurationError as error:
                problems.append(str(error))
    seen: dict[str, str] = {}
    for file, rule in rules:
        found = [*_check_rule(rule), *(_check_shipped(rule, file.name) if shipped else ())]
        if rule.id in seen:
            found.append(f"its id is taken already, in {seen[rule.id]}")
        seen.setdefault(rule.id, file.name)
        problems += (file.problem(rule.id, sentence) for sentence in found)
    return problems + _collisions(rules)


def _check_rule(rule: Rule) -> Iterator[str]:
    for phrase in rule.phrases:
        wrong = _WRONG.search(phrase)
        if wrong:
            yield f"phrase «{phrase}» has {_advice(wrong.group())}"
    book = RuleBook([rule, *_networks((rule,))])
    for text in rule.yes:
        if not _holds(book, rule, text):
            yield f"its yes example «{text}» does not match"
    for text in rule.no:
        if _holds(book, rule, text):
            yield f"its no example «{text}» matches"


def _advice(char: str) -> str:
    name = unicodedata.name(char, "a character without name")
    meant = fold(char)
    return f"U+{ord(char):04X} ({name}); " + (f"type «{meant}»" if meant and meant != char else "delete it")


def _check_shipped(rule: Rule, name: str) -> Iterator[str]:
    for key in ("why", "why_ar", "yes", "no", "seen"):
        if not getattr(rule, key):
            yield f"'{key}' is missing"
    if rule.role != name.removesuffix(".toml"):
        yield f"its role is {rule.role}, which has a file of its own"
    if not rule.id.startswith(f"{rule.role}/"):
        yield f"its id must begin with '{rule.role}/'"


def _collisions(rules: list[tuple[_File, Rule]]) -> list[str]:
    """Return a sentence for each pair of rules that share a phrase in the same position."""
    problems: list[str] = []
    owners: dict[tuple[Position, str], str] = {}
    told: set[tuple[str, str]] = set()
    for file, rule in rules:
        for phrase in rule.parsed:
            for variant in variants_of(phrase) if phrase.size <= _MOST_VARIANTS else ():
                spelled = _key(variant) if rule.position is Position.WHOLE else variant
                owner = owners.setdefault((rule.position, spelled), rule.id)
                if owner != rule.id and (owner, rule.id) not in told:
                    told.add((owner, rule.id))
                    problems.append(file.problem(rule.id, f"it shares «{variant}» with rule '{owner}'"))
    return problems


def _key(variant: str) -> str:
    """Return the key of a variant, with its gaps kept apart from words."""
    return " ".join(part if part.startswith("{") else squeeze(part) for part in re.split(r"(\{[a-z]+\})", variant))
