"""What an outlet is: its names, its habits, and what to read its documents by."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar

import attrs
from attrs import field, frozen

from arnews.errors import ConfigurationError
from arnews.outlets.domains import checked_domain
from arnews.outlets.folder import load_outlet
from arnews.outlets.layout import Layout, checked_members, checked_rules, checked_selectors, literal
from arnews.outlets.readers import Readers
from arnews.roles import Role
from arnews.rules import Rule

__all__ = ["MonthSystem", "Outlet", "OutletKind", "trusted_domains"]

_COUNTRY = re.compile(r"[A-Z]{2}")
_MOST_DOMAINS = 1_000

_Choice = TypeVar("_Choice", bound=StrEnum)


class MonthSystem(StrEnum):
    """By what an outlet's country begins a Hijri month.

    >>> str(MonthSystem.SIGHTING)
    'sighting'
    """

    UMM_AL_QURA = "umm-al-qura"
    """By the table of Saudi Arabia: a Hijri day alone is one certain Gregorian day."""
    SIGHTING = "sighting"
    """By sighting the moon, or by a table of its own: a Hijri day alone may be a day off."""


class OutletKind(StrEnum):
    """What an outlet is.

    >>> OutletKind("agency").value
    'agency'
    """

    NEWSPAPER = "newspaper"
    """A daily or weekly paper, printed or not."""
    AGENCY = "agency"
    """A news agency."""
    BROADCASTER = "broadcaster"
    """Television or radio."""
    MAGAZINE = "magazine"
    """A magazine."""
    SITE = "site"
    """A news site that is not one of the others."""
    AGGREGATOR = "aggregator"
    """A site that shows the articles of others."""
    OTHER = "other"
    """A blog, a forum, a think tank."""


class _CheckedDomains(tuple[str, ...]):
    """Domains that were checked already."""

    __slots__ = ()


def _domains(value: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    if isinstance(value, _CheckedDomains):
        return value
    if isinstance(value, str):
        raise ConfigurationError(f"domains must be a tuple of names, not one text: write ('{value}',)")
    given = checked_members(value, str, "domains")
    if not given:
        raise ConfigurationError("domains must hold at least one name")
    if len(given) > _MOST_DOMAINS:
        raise ConfigurationError(f"domains must hold at most {_MOST_DOMAINS:,} names, and has {len(given):,}")
    names: dict[str, None] = {}
    for name in map(checked_domain, given):
        if name in names:
            raise ConfigurationError(f"domain '{name}' is twice in domains")
        names[name] = None
    return _CheckedDomains(names)


def _readers(_: object, __: object, value: Any) -> None:
    if not isinstance(value, Readers):
        raise ConfigurationError(f"readers must be Readers(…), not {type(value).__name__}")


def _text(_: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, str) or not value.strip():
        raise ConfigurationError(f"{attribute.name} must be a text that is not empty")


def _optional_text(self: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None:
        _text(self, attribute, value)


def _country(_: object, __: object, value: Any) -> None:
    if value is not None and not (isinstance(value, str) and _COUNTRY.fullmatch(value)):
        given = literal(value)
        raise ConfigurationError(f"country must be two capital letters of ISO 3166, such as 'EG', not {given}")


def _time_zone(_: object, __: object, value: Any) -> None:
    if value is None:
        return
    from arnews.dates.zones import is_zone

    if not isinstance(value, str) or not is_zone(value):
        raise ConfigurationError(f"time_zone must be a name such as 'Asia/Riyadh', not {literal(value)}")


def _choice(kind: type[_Choice], name: str, value: str) -> _Choice:
    try:
        return kind(value)
    except ValueError:
        known = ", ".join(each.value for each in kind)
        raise ConfigurationError(f"{name} is {literal(value)}; it must be one of {known}") from None


def _month_system(value: MonthSystem | None) -> MonthSystem | None:
    return None if value is None else _choice(MonthSystem, "month_system", value)


def _kind(value: OutletKind | None) -> OutletKind | None:
    return None if value is None else _choice(OutletKind, "kind", value)


def _layouts(value: tuple[Layout, ...] | list[Layout]) -> tuple[Layout, ...]:
    return checked_members(value, Layout, "layouts")


@frozen(kw_only=True)
class Outlet:
    """An outlet: what it is called, where it is, and what to read its documents by. A value, not a class to extend.

    Everything but name and domains may be left out. Raises ConfigurationError with one sentence if something is wrong.

    >>> daily = Outlet(
    ...     name="صوت الميناء", domains=("port.example",), country="EG",
    ...     rules=(Rule(id="port/byline", role=Role.BYLINE, phrases=("{person} - صوت الميناء - {place}",)),),
    ... )
    >>> daily.domains
    ('port.example',)
    >>> Outlet(name="صوت الميناء", domains="port.example")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: domains must be a tuple of names, not one text: write ('port.example',)
    """

    name: str = field(validator=_text)
    """Its name as it prints it; becomes `Article.publisher` and `Article.outlet`."""
    domains: tuple[str, ...] = field(converter=_domains)
    """Names of its hosts, without ``www.``; all hosts below them belong to it, too."""
    english_name: str | None = field(default=None, validator=_optional_text)
    """Its name in Latin letters."""
    country: str | None = field(default=None, validator=_country)
    """ISO 3166 code of the country that it writes from."""
    kind: OutletKind | None = field(default=None, converter=_kind)
    """What it is."""
    time_zone: str | None = field(default=None, validator=_time_zone)
    """IANA name of the zone of the times that it prints; that of the country if none is given."""
    month_system: MonthSystem | None = field(default=None, converter=_month_system)
    """By what its Hijri months begin; as in the country if none is given."""
    rules: tuple[Rule, ...] = field(default=(), converter=checked_rules)
    """Rules, tried before the general ones."""
    select: tuple[tuple[Role, str], ...] = field(default=(), converter=checked_selectors)
    """Roles and CSS selectors of the elements that hold them, as a mapping or as pairs; pages only."""
    readers: Readers = field(factory=Readers, validator=_readers)
    """Functions that read fields."""
    layouts: tuple[Layout, ...] = field(default=(), converter=_layouts)
    """How it printed its documents at other times; no two may hold for one day."""
    folder: str | None = field(default=None, eq=False, repr=False)
    """The folder that it was read from, where its cases are; ``None`` if it was written in Python."""

    def __attrs_post_init__(self) -> None:
        seen: set[str] = set()
        for rule in self.all_rules:
            if rule.id in seen:
                raise ConfigurationError(f"two rules of outlet «{self.name}» have the id '{rule.id}'")
            seen.add(rule.id)
        spans = sorted((each.since or datetime.date.min, each.until or datetime.date.max) for each in self.layouts)
        for (_, until), (since, _) in pairwise(spans):
            if since <= until:
                raise ConfigurationError(f"two layouts of outlet «{self.name}» hold for {since}")

    @classmethod
    def from_folder(cls, path: str | os.PathLike[str]) -> Outlet:
        """Return the outlet of a folder: the file ``outlet.toml`` in it.

        Raises ConfigurationError with one sentence that names file, line and, if it is in one, the rule.

        >>> Outlet.from_folder("no-such-folder")
        Traceback (most recent call last):
            ...
        arnews.errors.ConfigurationError: no-such-folder/outlet.toml: cannot be read (No such file or directory)
        """
        return load_outlet(cls, path)

    @property
    def all_rules(self) -> tuple[Rule, ...]:
        """Its rules and those of its layouts."""
        return (*self.rules, *(rule for layout in self.layouts for rule in layout.rules))

    def layout_of(self, day: datetime.date | None) -> Layout | None:
        """Return the layout of documents of a day, if there is one besides what always holds."""
        return next((layout for layout in self.layouts if layout.holds(day)), None)


def trusted_domains(names: Iterable[str]) -> tuple[str, ...]:
    """Return domains that are known to be right, so that an outlet is built without looking suffixes up.

    >>> Outlet(name="عكاظ", domains=trusted_domains(["okaz.com.sa"])).domains
    ('okaz.com.sa',)
    """
    return _CheckedDomains(names)
