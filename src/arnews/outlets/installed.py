"""Outlets that other packages bring: the entry point group ``arnews.outlets``, loaded only when asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import frozen

from arnews.errors import ConfigurationError
from arnews.outlets.outlet import Outlet

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "OFF", "InstalledOutlet", "installed_outlets"]

GROUP = "arnews.outlets"
"""The entry point group: its objects are an `Outlet`, several of them, or a function that returns one or several."""
OFF = "ARNEWS_NO_PLUGINS"
"""Environment variable that, set to anything but 0, leaves all plug-ins out."""


@frozen
class InstalledOutlet:
    """An outlet and the distribution that brings it.

    >>> InstalledOutlet(Outlet(name="صوت الميناء", domains=("port.example",)), "arnews-port 1.0").distribution
    'arnews-port 1.0'
    """

    outlet: Outlet
    """The outlet."""
    distribution: str
    """Name and version of the distribution."""


def installed_outlets() -> tuple[InstalledOutlet, ...]:
    """Return the outlets of all installed plug-ins, in the order of their entry points' names.

    Raises ConfigurationError with one sentence that names the distribution if a plug-in is broken, and both
    distributions if two claim one domain. Nothing is loaded if the environment variable ``ARNEWS_NO_PLUGINS`` is set.

    >>> import os
    >>> os.environ["ARNEWS_NO_PLUGINS"] = "1"
    >>> installed_outlets()
    ()
    >>> del os.environ["ARNEWS_NO_PLUGINS"]
    """
    if os.environ.get(OFF, "0") not in ("", "0"):
        return ()
    # Imported here: looking for plug-ins takes longer than parsing an article.
    from importlib.metadata import entry_points

    found: list[InstalledOutlet] = []
    owners: dict[str, str] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda each: (each.name, each.value)):
        distribution = _distribution(entry)
        for outlet in _load(entry, distribution):
            for domain in outlet.domains:
                owner = owners.setdefault(domain, distribution)
                if owner != distribution:
                    raise ConfigurationError(
                        f"domain '{domain}' is claimed by two plug-ins, {owner} and {distribution}; "
                        f"uninstall one of them or set {OFF}=1"
                    )
            found.append(InstalledOutlet(outlet, distribution))
    return tuple(found)


def _load(entry: EntryPoint, distribution: str) -> tuple[Outlet, ...]:
    """Return the outlets of an entry point; whatever it raises becomes one sentence."""
    try:
        value: Any = entry.load()
        if callable(value) and not isinstance(value, Outlet):
            value = value()
    except Exception as error:
        reason = str(error).splitlines()[0] if str(error) else "no message"
        raise _broken(entry, distribution, f"{type(error).__name__}: {reason}") from error
    values = (value,) if isinstance(value, Outlet) else value
    if not isinstance(values, Iterable):
        raise _broken(entry, distribution, f"it gives {type(value).__name__}, not outlets")
    outlets = tuple(values)
    wrong = next((each for each in outlets if not isinstance(each, Outlet)), None)
    if wrong is not None:
        raise _broken(entry, distribution, f"it gives {type(wrong).__name__}, not outlets")
    return outlets


def _broken(entry: EntryPoint, distribution: str, reason: str) -> ConfigurationError:
    return ConfigurationError(
        f"plug-in '{entry.name}' of {distribution} is broken ({reason}); uninstall it or set {OFF}=1"
    )


def _distribution(entry: EntryPoint) -> str:
    owner = entry.dist
    return f"{owner.name} {owner.version}" if owner is not None else "an unknown distribution"
