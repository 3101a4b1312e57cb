"""Names of hosts: of addresses, and as an outlet claims them. publicsuffixlist is imported in this module only."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from arnews.errors import ConfigurationError

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

__all__ = ["checked_domain", "host_of", "is_public_suffix", "parents_of"]

_LONGEST = 253
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.(?=[a-z-]*[a-z])[a-z0-9-]{{2,63}}")
_PATH = re.compile(r"[/?#\\]")


def host_of(url: str | None) -> str | None:
    """Return the name of the host of an address, in lower case and in ASCII; ``None`` if it has none.

    Nothing is looked up, and no address makes it raise.

    >>> host_of("https://www.Example.com:8080/news/1"), host_of("/news/1"), host_of("https://192.0.2.7/")
    ('www.example.com', None, None)
    """
    if not url:
        return None
    _, slashes, rest = url.partition("//")
    if not slashes:
        return None
    host = _PATH.split(rest, maxsplit=1)[0].rpartition("@")[2].partition(":")[0].strip().rstrip(".").lower()
    if not host.isascii():
        host = _ascii(host)
    # An address in numbers belongs to nobody by name.
    return host if "." in host and len(host) <= _LONGEST and not host.rpartition(".")[2].isdigit() else None


def parents_of(host: str) -> list[str]:
    """Return the host and the domains above it, the longest first, the top level not included.

    >>> parents_of("sport.news.example.com")
    ['sport.news.example.com', 'news.example.com', 'example.com']
    """
    labels = host.split(".")
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


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
        name = _ascii(name)
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


def _ascii(host: str) -> str:
    """Return a name in the form in which the network knows it (``xn--``), as it is if it has none."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
