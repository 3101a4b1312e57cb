"""Domains as an outlet claims them. publicsuffixlist is imported in this module only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from arnews.addresses import host_of
from arnews.errors import ConfigurationError

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

__all__ = ["checked_domain", "is_public_suffix"]

_LONGEST = 253
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.(?=[a-z-]*[a-z])[a-z0-9-]{{2,63}}")


def checked_domain(domain: str) -> str:
    """Return a domain as an outlet may claim it, in lower case, in ASCII and without ``www.``.

    Raises ConfigurationError with one sentence if it is an address, no name at all, or a name below which
    anybody can register.

    >>> checked_domain("www.Okaz.com.sa")
    'okaz.com.sa'
    >>> checked_domain("com.eg")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: domain 'com.eg' belongs to many sites, not to one outlet
    """
    name = domain.strip().rstrip(".").lower().removeprefix("www.")
    if not name.isascii():
        name = host_of(f"//{name}") or name
    if "/" in domain or ":" in domain:
        raise ConfigurationError(f"domain '{domain}' must be a name such as 'example.com', not an address")
    if len(name) > _LONGEST or not _DOMAIN.fullmatch(name):
        raise ConfigurationError(f"domain '{domain}' must be a name such as 'example.com'")
    if is_public_suffix(name):
        raise ConfigurationError(f"domain '{domain}' belongs to many sites, not to one outlet")
    return name


def is_public_suffix(domain: str) -> bool:
    """Tell whether anybody can register names below a domain (``co.uk``, ``blogspot.com``).

    By the Public Suffix List as the installed release of publicsuffixlist carries it; the network is not used.

    >>> is_public_suffix("com.sa"), is_public_suffix("okaz.com.sa")
    (True, False)
    """
    return _suffixes().privatesuffix(domain) is None


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    # Imported when an outlet is built: reading the list takes some 30 ms, which parsing never has to pay.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
