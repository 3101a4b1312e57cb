"""Rules: phrases of Arabic newspapers that say what a block is, kept as data that people can read.

What checks and explains rules is not needed to parse and is in `arnews.rules.check` and `arnews.rules.trace`.
"""

from __future__ import annotations

from arnews.rules.book import RuleBook
from arnews.rules.load import load_rules
from arnews.rules.rule import Match, Means, Position, Rule, Span, Strength

__all__ = ["Match", "Means", "Position", "Rule", "RuleBook", "Span", "Strength", "load_rules"]
