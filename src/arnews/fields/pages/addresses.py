"""Addresses: resolving relative ones, and telling whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from arnews.document import Document
from arnews.page import Page, PageLink

__all__ = ["base_of", "host_of", "is_bare_ip", "leads_to_front", "links_in", "resolve", "same_site", "site_of"]

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HTTP = re.compile(r"https?://[a-z0-9.-]+(?:[/?#]|$)", re.IGNORECASE)
_DOTS = ("/./", "/../")
_SHARED = frozenset(("com", "co", "org", "net", "gov", "edu", "ac", "info", "or", "go", "mil", "sch", "media", "press"))
"""Second labels below a country («com.sa») under which sites are registered."""
_LANGUAGE = re.compile(
    r"(?:(?:https?:)?//[^/?#]+)?/?(?:(?:en|fr|es|de|tr|ru|fa|ur|ku|ckb|zh|pt|it|he|id|sw)(?:[-_][a-z]{2})?(?:[/?#]|$)"
    r"|\?(?:lang|hl|locale)=(?!ar))",
    re.IGNORECASE,
)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+")
_LONGEST = 4_000
_FRONT_FILES = frozenset(("", "index.html", "index.htm", "index.php", "index.aspx", "default.aspx", "home", "ar"))


def resolve(href: str, base: str | None) -> str | None:
    """Return an address in full; ``None`` if it leads to no page (a script, a mail address, a place in the page).

    Total. Without a base, only what is in full already has an address.

    >>> resolve("/news/1", "https://example.com/a/b"), resolve("javascript:void(0)", None)
    ('https://example.com/news/1', None)
    """
    href = href.strip()
    if not href or href[0] == "#" or len(href) > _LONGEST:
        return None
    scheme = _SCHEME.match(href)
    if scheme is not None:
        if scheme.group(1).lower() not in ("http", "https"):
            return None
        return href if _HTTP.match(href) or host_of(href) else None
    if base is None:
        return None
    if href[0] == "/" and href[1:2] != "/" and not any(dots in href for dots in _DOTS):
        origin = _origin(base)
        return origin + href if origin else None
    try:
        full = urljoin(base, href)
    except ValueError:
        return None
    return full if host_of(full) else None


def base_of(document: Document) -> str | None:
    """Return the address that the page's relative addresses are resolved against.

    >>> base_of(Document(text="", blocks=(), url="https://example.com/a"))
    'https://example.com/a'
    """
    page = document.page
    if page is None or page.base_url is None:
        return document.url
    return resolve(page.base_url, document.url) or document.url


@lru_cache(maxsize=256)
def host_of(url: str) -> str:
    """Return the host of an address, lower case, without «www.»; empty if it has none.

    >>> host_of("https://www.Example.com/a"), host_of("not an address")
    ('example.com', '')
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def leads_to_front(href: str, base: str | None) -> bool:
    """Tell whether an address is that of the front page of its site.

    >>> leads_to_front("/", None), leads_to_front("https://example.com/", None), leads_to_front("/sports", None)
    (True, True, False)
    """
    if href.strip()[:1] in ("", "#", "?"):
        return False
    bare = href.strip().partition("?")[0].partition("#")[0]
    _, separator, rest = bare.partition("://")
    if separator or bare.startswith("//"):
        host, _, path = (rest or bare[2:]).partition("/")
        own = host_of(base) if base else ""
        if own and host_of(f"http://{host}") != own:
            return False
        return path.strip("/").lower() in _FRONT_FILES
    return bare.strip("./").lower() in _FRONT_FILES


def leads_to_language(href: str) -> bool:
    """Tell whether an address is that of a site's edition in another language: its path begins with the code of one.

    >>> leads_to_language("/fr"), leads_to_language("https://example.com/en/news"), leads_to_language("/free")
    (True, True, False)
    """
    return _LANGUAGE.match(href.strip()) is not None


def is_bare_ip(host: str) -> bool:
    """Tell whether a host is a number: the machine behind a site, never its name.

    >>> is_bare_ip("52.16.95.170"), is_bare_ip("example.com")
    (True, False)
    """
    return _IP.fullmatch(host) is not None


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


def links_in(page: Page, start: int, end: int) -> tuple[PageLink, ...]:
    """Return the links that begin inside a span of the text, in order.

    >>> page = Page(links=(PageLink(0, 4, "/a"), PageLink(9, 12, "/b")))
    >>> [link.href for link in links_in(page, 5, 20)]
    ['/b']
    """
    links = page.links
    first = bisect_left(links, (start,))
    past = bisect_left(links, (end,), first)
    return links[first:past]


@lru_cache(maxsize=16)
def _origin(base: str) -> str:
    try:
        parts = urlsplit(base)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else ""
