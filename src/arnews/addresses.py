"""Addresses of the web, read by the URL standard: whose they are, and where a relative one leads.

Every module that asks whose an address is asks here, so that no two of them answer differently. Nothing is looked up,
and no address makes a function raise.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from arnews.text.memory import remembered

__all__ = [
    "host_of",
    "is_bare_ip",
    "leads_to_front",
    "leads_to_language",
    "parents_of",
    "resolve",
    "same_site",
    "site_of",
]

_LONGEST = 4_000
"""Code points of a link: a longer one leads nowhere."""
_LONGEST_AUTHORITY = 1_024
"""Code points of user, host and port together; a name has at most 253."""
_LONGEST_NAME = 253
_LONGEST_BASE = 1_024
"""Code points of the address of a page that is remembered."""

# What a browser drops before it reads an address: C0 controls and spaces at the ends, tabs and line ends anywhere.
_ENDS = "".join(map(chr, range(0x21)))
_DROPPED = "\t\r\n"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = ("http", "https")
_LEADING = re.compile(r"[/\\]*")
_AUTHORITY_END = re.compile(r"[/\\?#]")
_PATH_END = re.compile(r"[?#]")
_ORDINARY = re.compile(r"https?://([a-z0-9.-]+)(?:[/?#]|$)", re.IGNORECASE)
_PORT = re.compile(r"[0-9]{0,5}")
_HIGHEST_PORT = 65_535
# Narrower than the standard, which lets a host hold «;» and «!»: no site has such a name.
_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_IPV4 = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_BITS = 32
_DOTS = ("/./", "/../")
_SHARED = frozenset(("com", "co", "org", "net", "gov", "edu", "ac", "info", "or", "go", "mil", "sch", "media", "press"))
"""Second labels below a country («com.sa») under which sites are registered."""
_FRONT_FILES = frozenset(("", "index.html", "index.htm", "index.php", "index.aspx", "default.aspx", "home", "ar"))
_LANGUAGE = re.compile(
    r"/?(?:(?:en|fr|es|de|tr|ru|fa|ur|ku|ckb|zh|pt|it|he|id|sw)(?:[-_][a-z]{2})?(?:[/?#]|$)"
    r"|\?(?:lang|hl|locale)=(?!ar))",
    re.IGNORECASE,
)


class _Address(NamedTuple):
    """An address in parts; the authority is not read yet."""

    scheme: str
    """``http`` or ``https``; empty if the address leaves it out (``//example.com/``)."""
    authority: str
    """User, host and port, as written."""
    rest: str
    """Path, query and fragment, as written."""


def host_of(url: str | None) -> str:
    """Return the host of an address, in lower case, in ASCII and without ``www.``; empty if it has none.

    A relative address has no host, whatever is in its path, and neither has one without a scheme
    (``example.com/news``): only two slashes at its start introduce one.

    >>> host_of("https://www.Example.com:8080/news/1"), host_of("//example.com/1"), host_of("https://192.0.2.7/")
    ('example.com', 'example.com', '192.0.2.7')
    >>> host_of("example.org/r?to=https://example.com/"), host_of("https:\\\\\\\\example.org//example.com/")
    ('', 'example.org')
    """
    address = _read(url) if url else None
    return _host(address.authority) if address is not None else ""


def parents_of(host: str) -> list[str]:
    """Return the host and the domains above it, the longest first, the top level not included.

    >>> parents_of("sport.news.example.com")
    ['sport.news.example.com', 'news.example.com', 'example.com']
    """
    labels = host.split(".")
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


def is_bare_ip(host: str) -> bool:
    """Tell whether a host is a number: the machine that serves a site, never its name.

    >>> is_bare_ip("52.16.95.170"), is_bare_ip("example.com")
    (True, False)
    """
    return ":" in host or _IPV4.fullmatch(host) is not None


def site_of(url: str) -> str:
    """Return the registered part of the host, by its look: «okaz.com.sa» of «https://m.okaz.com.sa/1».

    >>> site_of("https://arabic.example.com/1"), site_of("http://www.okaz.com.sa/")
    ('example.com', 'okaz.com.sa')
    """
    host = host_of(url)
    labels = host.split(".")
    if len(labels) < 3 or is_bare_ip(host):
        return host
    keep = 3 if labels[-2] in _SHARED and len(labels[-1]) == 2 else 2
    return ".".join(labels[-keep:])


def same_site(one: str, other: str) -> bool:
    """Tell whether two addresses belong to one site.

    >>> same_site("https://m.example.com/1", "http://www.example.com/2")
    True
    """
    return site_of(one) == site_of(other) != ""


def resolve(href: str, base: str | None) -> str | None:
    """Return an address in full; ``None`` if it leads to no page (a script, a mail address, a place in the page).

    Without a base, only what is in full already has an address.

    >>> resolve("/news/1", "https://example.com/a/b"), resolve("javascript:void(0)", None)
    ('https://example.com/news/1', None)
    >>> resolve("https:\\\\\\\\example.org\\\\1", None)
    'https://example.org/1'
    """
    href = _cleaned(href)
    if not href or href[0] == "#" or len(href) > _LONGEST:
        return None
    ordinary = _ORDINARY.match(href)
    if ordinary is not None:
        return href if _host(ordinary.group(1)) else None
    scheme = _SCHEME.match(href)
    own = _read_base(base) if base is not None else None
    if scheme is not None:
        name = scheme.group(1).lower()
        if name not in _WEB:
            return None
        relative = own is not None and own.scheme == name and not _starts_authority(href, scheme.end())
        if not relative:
            return _written(_read(href))
        # As in browsers: «https:/news» on a page of that scheme is a path of its host.
        href = href[scheme.end() :]
    if own is None or base is None or not own.scheme or not _host(own.authority):
        return None
    href = _with_slashes(href)
    if href[:1] == "/" and href[1:2] != "/" and not any(dots in href for dots in _DOTS):
        return f"{own.scheme}://{own.authority}{href}"
    if href.startswith("//"):
        return _written(_read(f"{own.scheme}:{href}"))
    try:
        return urljoin(f"{own.scheme}://{own.authority}{own.rest}", href)
    except ValueError:
        return None


def leads_to_front(href: str, base: str | None = None) -> bool:
    """Tell whether an address, or a link on a page of the address ``base``, is that of the front page of its site.

    A query makes it another page («/?p=12»); a place in the page does not. Without a base, the front page of any site
    counts.

    >>> leads_to_front("/", None), leads_to_front("https://example.com/", None), leads_to_front("/sports", None)
    (True, True, False)
    >>> leads_to_front("https://example.org/", "https://example.com/1"), leads_to_front("/?p=12", None)
    (False, False)
    """
    href = _cleaned(href)
    if href[:1] in ("", "#", "?"):
        return False
    if _SCHEME.match(href) is None and not _starts_authority(href, 0):
        return _is_front_path(_with_slashes(href))
    address = _read(href)
    host = _host(address.authority) if address is not None else ""
    if address is None or not host or (host_of(base) or host) != host:
        return False
    return _is_front_path(address.rest)


def leads_to_language(href: str) -> bool:
    """Tell whether an address is that of a site's edition in another language: its path begins with the code of one.

    >>> leads_to_language("/fr"), leads_to_language("https://example.com/en/news"), leads_to_language("/free")
    (True, True, False)
    """
    href = _cleaned(href)
    address = _read(href)
    return _LANGUAGE.match(_with_slashes(href) if address is None else address.rest) is not None


def _is_front_path(rest: str) -> bool:
    path, _, query = rest.partition("#")[0].partition("?")
    return not query and path.strip("./").lower() in _FRONT_FILES


def _cleaned(url: str) -> str:
    """Return an address without what a browser drops."""
    url = url.strip(_ENDS)
    for char in _DROPPED:
        if char in url:
            url = url.replace(char, "")
    return url


def _starts_authority(href: str, at: int) -> bool:
    return href[at : at + 1] in ("/", "\\") and href[at + 1 : at + 2] in ("/", "\\")


def _with_slashes(href: str) -> str:
    """Return a relative address with slashes for the backslashes of its path."""
    if "\\" not in href:
        return href
    end = _PATH_END.search(href)
    at = end.start() if end else len(href)
    return href[:at].replace("\\", "/") + href[at:]


def _read(url: str) -> _Address | None:
    """Return the parts of an address in full; ``None`` for one that is relative, or of another scheme."""
    url = _cleaned(url)
    scheme = _SCHEME.match(url)
    if scheme is not None:
        name = scheme.group(1).lower()
        if name not in _WEB:
            return None
        leading = _LEADING.match(url, scheme.end())
    elif _starts_authority(url, 0):
        name, leading = "", _LEADING.match(url)
    else:
        return None
    start = leading.end() if leading else 0
    end = _AUTHORITY_END.search(url, start)
    at = end.start() if end else len(url)
    return _Address(name, url[start:at], _with_slashes(url[at:]))


def _read_base(url: str) -> _Address | None:
    """Return what `_read` returns; all links of a page have one base, which is read once."""
    return _read_once(url)


@remembered(most=64, longest=_LONGEST_BASE)
def _read_once(url: str) -> _Address | None:
    return _read(url)


def _written(address: _Address | None) -> str | None:
    """Return the address of its parts; ``None`` if it has no host."""
    if address is None or not _host(address.authority):
        return None
    return f"{address.scheme}://{address.authority}{address.rest}"


def _host(authority: str) -> str:
    return _read_host(authority) if len(authority) <= _LONGEST_AUTHORITY else ""


@remembered(most=256, longest=_LONGEST_AUTHORITY)
def _read_host(authority: str) -> str:
    """Return the host between user and port; empty if it is not a valid host."""
    host = authority.rpartition("@")[2]
    if host.startswith("["):
        number, closing, port = host[1:].partition("]")
        return _ipv6(number) if closing and (not port or (port[0] == ":" and _is_port(port[1:]))) else ""
    host, _, port = host.partition(":")
    if not _is_port(port):
        return ""
    if "%" in host:
        host = unquote(host)
    host = host.lower() if host.isascii() else _ascii(host)
    host = host.removesuffix(".").removeprefix("www.")
    if len(host) > _LONGEST_NAME or not _NAME.fullmatch(host):
        return ""
    return _ipv4(host) if _NUMBER.fullmatch(host.rpartition(".")[2]) else host


def _is_port(port: str) -> bool:
    return _PORT.fullmatch(port) is not None and int(port or 0) <= _HIGHEST_PORT


def _ascii(host: str) -> str:
    """Return a name in the form in which the network knows it (``xn--``); empty if it has none."""
    try:
        # Reading a long label takes the square of its length.
        return host.encode("idna").decode("ascii").lower() if len(host) <= _LONGEST_NAME else ""
    except UnicodeError:
        return ""


def _ipv4(host: str) -> str:
    """Return a numeric address as four numbers; empty if it is not valid. The last number fills what is left."""
    parts = host.split(".")
    if len(parts) > 4 or not all(map(_NUMBER.fullmatch, parts)):
        return ""
    try:
        *first, last = map(_number, parts)
    except ValueError:
        return ""
    left = _BITS - 8 * len(first)
    if any(part > 0xFF for part in first) or last >= 1 << left:
        return ""
    whole = last + sum(part << (_BITS - 8 * (at + 1)) for at, part in enumerate(first))
    return ".".join(str(whole >> shift & 0xFF) for shift in (24, 16, 8, 0))


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if len(part) > 1 and part[0] == "0" else int(part)


def _ipv6(number: str) -> str:
    import ipaddress

    try:
        return str(ipaddress.IPv6Address(number)) if "%" not in number else ""
    except ValueError:
        return ""
