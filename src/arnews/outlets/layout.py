"""How an outlet printed its documents for a time, and checks of what outlets and their layouts are given."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import attrs
from attrs import field, frozen

from arnews.errors import ConfigurationError
from arnews.printing import shown
from arnews.roles import Role
from arnews.rules import Rule
from arnews.rules.rule import role_of

__all__ = ["Layout", "Selectors", "checked_members", "checked_rules", "checked_selectors", "literal"]

_LONGEST_SELECTOR = 2_000
"""Characters of the selectors of a role: each page is searched for every one of them."""

Selectors = Mapping[Role, str] | Iterable[tuple[Role, str]]

_Member = TypeVar("_Member")


def checked_members(value: object, kind: type[_Member], name: str) -> tuple[_Member, ...]:
    """Return the members of a tuple or list; ConfigurationError with one sentence if one is of another type."""
    if not isinstance(value, tuple | list):
        raise ConfigurationError(f"{name} must be a tuple of {kind.__name__}, not {type(value).__name__}")
    for each in value:
        if not isinstance(each, kind):
            raise ConfigurationError(f"{name} must be a tuple of {kind.__name__}, and holds {type(each).__name__}")
    return tuple(value)


def checked_rules(value: tuple[Rule, ...] | list[Rule]) -> tuple[Rule, ...]:
    """Return rules as a tuple; ConfigurationError with one sentence if one is not a rule."""
    return checked_members(value, Rule, "rules")


def checked_selectors(value: Selectors) -> tuple[tuple[Role, str], ...]:
    """Return pairs of role and selector, checked; several selectors for a role are joined by a comma."""
    if isinstance(value, str):
        raise ConfigurationError("select must be a mapping of roles to CSS selectors, not a text")
    try:
        pairs = list(value.items() if isinstance(value, Mapping) else value)
        pairs = [(role, css) for role, css in pairs]
    except (TypeError, ValueError):
        raise ConfigurationError("select must be a mapping of roles to CSS selectors") from None
    checked = []
    for role, css in pairs:
        known = role_of(role)
        if not isinstance(css, str) or not css.strip():
            raise ConfigurationError(f"select: the selector of '{known}' must be a text that is not empty")
        if len(css) > _LONGEST_SELECTOR:
            raise ConfigurationError(
                f"select: the selector of '{known}' is longer than {_LONGEST_SELECTOR:,} characters"
            )
        problem = _selector_problem(css)
        if problem is not None:
            raise ConfigurationError(f"select: «{shown(css)}» of '{known}' is not a CSS selector: {shown(problem)}")
        checked.append((known, css))
    return tuple(checked)


def _selector_problem(css: str) -> str | None:
    # The HTML parser is imported for the first selector, not with the package.
    from arnews.reading.html import check_selector

    return check_selector(css)


def literal(value: object) -> str:
    """Return a value as it would be written in Python."""
    return f"'{shown(value)}'" if isinstance(value, str) else shown(value)


def _day(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None and (not isinstance(value, datetime.date) or isinstance(value, datetime.datetime)):
        raise ConfigurationError(f"{attribute.name} must be a date, not {literal(value)}")


@frozen(kw_only=True)
class Layout:
    """How an outlet printed its documents for a time; what it says is added to what the outlet says.

    >>> Layout(until=datetime.date(2015, 6, 30)).holds(datetime.date(2014, 1, 1))
    True
    """

    since: datetime.date | None = field(default=None, validator=_day)
    """First day of publication that it holds for; ``None`` for no beginning."""
    until: datetime.date | None = field(default=None, validator=_day)
    """Last day, included; ``None`` for a layout that is still in use."""
    rules: tuple[Rule, ...] = field(default=(), converter=checked_rules)
    """Rules of this layout, tried before those of the outlet."""
    select: tuple[tuple[Role, str], ...] = field(default=(), converter=checked_selectors)
    """Roles and CSS selectors of the elements that hold them, as a mapping or as pairs."""

    def __attrs_post_init__(self) -> None:
        if self.since is None and self.until is None:
            raise ConfigurationError("a layout needs 'since', 'until' or both: what always holds belongs to the outlet")
        if self.since is not None and self.until is not None and self.until < self.since:
            raise ConfigurationError(f"the layout since {self.since} ends before it begins, {self.until}")

    def holds(self, day: datetime.date | None) -> bool:
        """Tell whether a document of this day has the layout; without a day, whether today's documents have it.

        >>> Layout(until=datetime.date(2015, 6, 30)).holds(None)
        False
        """
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
