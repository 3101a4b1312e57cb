"""Rules: phrases of Arabic newspapers that say what a block is, kept as data that people can read."""

from __future__ import annotations

from arnews.rules.book import RuleBook
from arnews.rules.check import check_file, check_shipped
from arnews.rules.load import load_rules
from arnews.rules.rule import Match, Position, Rule, Span, Strength
from arnews.rules.tryout import Attempt, Tryout, Verdict, try_text

__all__ = [
    "Attempt",
    "Match",
    "Position",
    "Rule",
    "RuleBook",
    "Span",
    "Strength",
    "Tryout",
    "Verdict",
    "check_file",
    "check_shipped",
    "load_rules",
    "try_text",
]
