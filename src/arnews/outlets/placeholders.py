"""Reads the gaps of an outlet's rules: names and places, without a line of Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from arnews.article import Article, Author, Dateline, Evidence
from arnews.credits import read_credit
from arnews.document import LabeledDocument
from arnews.outlets.outlet import Outlet
from arnews.roles import Role
from arnews.rules import Position, Rule
from arnews.rules.patterns import naming_pattern
from arnews.text.fold import fold_with_offsets
from arnews.text.letters import BLANKS

__all__ = ["fill_credits", "gap_values"]

_EDGE = BLANKS + ":.،,-\u2013\u2014|/\u0640"


def gap_values(rule: Rule, text: str) -> list[tuple[str, str]]:
    """Return the gaps of a rule and what is in each, as printed; the empty list if no phrase holds.

    >>> rule = Rule(id="port/byline", role=Role.BYLINE, phrases=("{person} - صوت الميناء - {place}",))
    >>> gap_values(rule, "ليلى حسن - صوت الميناء - الإسكندرية")
    [('person', 'ليلى حسن'), ('place', 'الإسكندرية')]
    """
    folded = fold_with_offsets(text)
    for pattern in _patterns(rule):
        found = pattern.search(folded.text)
        if found is None:
            continue
        spans = ((name.partition("_")[0], found.span(name)) for name in found.groupdict() if found[name] is not None)
        return [(gap, text[slice(*folded.span(*span))].strip(_EDGE)) for gap, span in spans]
    return []


@lru_cache(maxsize=256)
def _patterns(rule: Rule) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a rule's phrases that have gaps, those that heed marks first."""
    before = r"\A[\W_]*" if rule.position in (Position.WHOLE, Position.START) else r"(?<![^\W_])"
    after = r"[\W_]*\Z" if rule.position in (Position.WHOLE, Position.END) else r"(?![^\W_])"
    phrases = [phrase for phrase in rule.parsed if phrase.has_gap]
    return tuple(
        re.compile(f"{before}(?:{naming_pattern(phrase, marks=marks)}){after}")
        for marks in (True, False)
        for phrase in phrases
    )


def fill_credits(article: Article, doc: LabeledDocument, outlet: Outlet) -> Article:
    """Return the article with the authors, places and agencies that are in gaps of the outlet's rules.

    ``{person}`` of a byline or dateline rule is an author, ``{place}`` a place of the dateline, ``{outlet}`` of a
    dateline rule an agency. Where a rule names authors, those that were read without it give way.

    >>> import arnews
    >>> rule = Rule(id="port/byline", role=Role.BYLINE, phrases=("{person} - صوت الميناء - {place}",))
    >>> daily = Outlet(name="صوت الميناء", domains=("port.example",), rules=(rule,))
    >>> text = "افتتاح الرصيف\\nليلى حسن - صوت الميناء - الإسكندرية\\nافتتحت هيئة الموانئ أمس الرصيف الجديد."
    >>> arnews.Parser(outlets=[daily]).parse_text(text, url="https://port.example/1").authors[0].name
    'ليلى حسن'
    """
    rules = {rule for rule in outlet.all_rules if rule.role in (Role.BYLINE, Role.DATELINE)}
    if not rules:
        return article
    authors: dict[str, Author] = {}
    places: dict[str, None] = {}
    agencies: dict[str, None] = {}
    raw: list[str] = []
    filled: dict[str, Evidence] = {}
    why = f"the words that a placeholder matched, in a rule of outlet «{outlet.name}»"
    for segment in doc.segments:
        rule = segment.reason.rule
        if rule is None or rule not in rules:
            continue
        for gap, value in gap_values(rule, segment.text):
            if not value:
                continue
            told = Evidence(why=why, start=segment.start, end=segment.end, role=segment.role)
            if gap == "person":
                for name in _names(value):
                    authors.setdefault(name, Author(name=name, raw=segment.text))
                filled.setdefault("authors", told)
            elif gap == "place":
                places[value] = None
                raw.append(segment.text)
                filled.setdefault("dateline", told)
            elif gap == "outlet" and rule.role is Role.DATELINE:
                agencies[value] = None
                raw.append(segment.text)
                filled.setdefault("dateline", told)
    if authors:
        article = evolve(article, authors=tuple(authors.values()))
    if places or agencies:
        old = article.dateline or Dateline()
        dateline = Dateline(
            places=tuple(places) or old.places,
            agencies=tuple(agencies) or old.agencies,
            raw=" ".join(dict.fromkeys(raw)),
        )
        article = evolve(article, dateline=dateline)
    return evolve(article, evidence={**article.evidence, **filled}) if filled else article


def _names(value: str) -> Iterator[str]:
    """Yield the names of a gap: several if the credit reader tells them apart, without verbs and titles."""
    credit = read_credit(value)
    yield from credit.persons if credit is not None and credit.persons else (value,)
