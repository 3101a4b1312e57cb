"""Outlets that other packages bring: the entry point group ``arnews.outlets``, loaded only when asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

from attrs import frozen

from arnews.errors import ConfigurationError
from arnews.outlets.outlet import Outlet
from arnews.printing import shown

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["GROUP", "OFF", "InstalledOutlet", "installed_outlets"]

GROUP = "arnews.outlets"
"""The entry point group: its objects are an `Outlet`, several of them, or a function that returns one or several."""
OFF = "ARNEWS_NO_PLUGINS"
"""Environment variable that, set to anything but 0, leaves all plug-ins out."""
_MOST_OUTLETS = 10_000
"""Outlets that one entry point may give; a plug-in for all newspapers of the world would need fewer."""


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
        outlets = _given(entry)
    except (Exception, SystemExit) as error:
        # A plug-in that ends the process would end it without a word.
        reason = shown(error) or "no message"
        raise _broken(entry, distribution, f"{type(error).__name__}: {reason}") from error
    if len(outlets) > _MOST_OUTLETS:
        raise _broken(entry, distribution, f"it gives more than {_MOST_OUTLETS:,} outlets")
    wrong = next((each for each in outlets if not isinstance(each, Outlet)), None)
    if wrong is not None:
        raise _broken(entry, distribution, f"it gives {type(wrong).__name__}, not outlets")
    return outlets


def _given(entry: EntryPoint) -> tuple[Any, ...]:
    """Return what an entry point gives. Its code runs here and nowhere else."""
    value: Any = entry.load()
    if callable(value) and not isinstance(value, Outlet):
        value = value()
    # One that never ends is cut, and refused for its number.
    return tuple(islice(value, _MOST_OUTLETS + 1)) if isinstance(value, Iterable) else (value,)


def _broken(entry: EntryPoint, distribution: str, reason: str) -> ConfigurationError:
    return ConfigurationError(
        f"plug-in '{entry.name}' of {distribution} is broken ({reason}); uninstall it or set {OFF}=1"
    )


def _distribution(entry: EntryPoint) -> str:
    owner = entry.dist
    return f"{owner.name} {owner.version}" if owner is not None else "an unknown distribution"
