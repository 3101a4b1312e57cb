"""What arnews knows of outlets and countries without being taught: names, countries, zones, month systems."""

from __future__ import annotations

from functools import cache

from attrs import evolve, frozen

from arnews.data_files import data_names, read_text, read_toml
from arnews.outlets.outlet import MonthSystem, Outlet, OutletKind, trusted_domains
from arnews.text.memory import remembered

__all__ = ["Country", "country_of", "month_system_of", "shipped_domains", "shipped_outlet", "zone_of"]

_COLUMNS = "domain,name,english_name,country,kind"
_FOLDER = "shipped"
_MANY = 1024


@frozen
class Country:
    """What is true of all outlets of a country.

    >>> country_of("SA").time_zone
    'Asia/Riyadh'
    """

    code: str
    """ISO 3166 code."""
    name: str
    """Its name in English."""
    time_zone: str
    """IANA name of its zone."""
    month_system: MonthSystem
    """By what its Hijri months begin."""


def country_of(code: str | None) -> Country | None:
    """Return what is known of a country, ``None`` if nothing is.

    >>> country_of("MA").month_system
    <MonthSystem.SIGHTING: 'sighting'>
    """
    return _countries().get(code) if code else None


def zone_of(outlet: Outlet) -> str | None:
    """Return the time zone of an outlet: its own, else that of its country.

    >>> zone_of(Outlet(name="صوت الميناء", domains=("port.example",), country="EG"))
    'Africa/Cairo'
    """
    country = country_of(outlet.country)
    return outlet.time_zone or (country.time_zone if country else None)


def month_system_of(outlet: Outlet) -> MonthSystem | None:
    """Return the month system of an outlet: its own, else that of its country.

    >>> month_system_of(Outlet(name="صوت الميناء", domains=("port.example",), country="EG")).value
    'sighting'
    """
    country = country_of(outlet.country)
    return outlet.month_system or (country.month_system if country else None)


def shipped_domains() -> tuple[str, ...]:
    """Return the domains that arnews knows, sorted.

    >>> "okaz.com.sa" in shipped_domains()
    True
    """
    return tuple(sorted({*_rows(), *_folders()}))


@remembered(most=_MANY, longest=253)
def shipped_outlet(domain: str) -> Outlet | None:
    """Return the outlet that arnews knows by a domain, ``None`` if there is none. The data are read once per process.

    >>> shipped_outlet("okaz.com.sa").country
    'SA'
    """
    if domain in _folders():
        return _from_folder(domain)
    row = _rows().get(domain)
    if row is None:
        return None
    name, english, country, kind = row
    return Outlet(
        name=name or english,
        domains=trusted_domains([domain]),
        english_name=english or None,
        country=country or None,
        kind=OutletKind(kind),
    )


@cache
def _rows() -> dict[str, tuple[str, str, str, str]]:
    """Return name, English name, country and kind by domain."""
    head, *lines = read_text("outlets/data/outlets.csv").splitlines()
    if head != _COLUMNS:
        raise AssertionError(f"outlets.csv must have the columns {_COLUMNS}")
    rows: dict[str, tuple[str, str, str, str]] = {}
    for line in lines:
        domain, name, english, country, kind = line.split(",")
        rows[domain] = name, english, country, kind
    return rows


@cache
def _countries() -> dict[str, Country]:
    return {
        code: Country(code, each["name"], each["time_zone"], MonthSystem(each["month_system"]))
        for code, each in read_toml("outlets/data/countries.toml").items()
    }


@cache
def _folders() -> frozenset[str]:
    """Return the domains that have a folder of rules."""
    return frozenset(path.rpartition("/")[2] for path in data_names(f"outlets/data/{_FOLDER}", ""))


def _from_folder(domain: str) -> Outlet:
    from importlib import resources

    from arnews.outlets.folder import FILE, read_outlet

    folder = resources.files("arnews.outlets") / "data" / _FOLDER / domain
    outlet = read_outlet(Outlet, (folder / FILE).read_text("utf-8"), f"{domain}/{FILE}")
    return evolve(outlet, folder=str(folder))
