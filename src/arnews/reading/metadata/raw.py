"""The strings that a walk over the page collects, before anything is understood."""

from __future__ import annotations

from attrs import frozen

__all__ = ["RawMetadata"]


@frozen
class RawMetadata:
    """The strings of a page's metadata as the markup has them, in document order.

    >>> RawMetadata(metas=(("og:title", "افتتاح المعرض"),)).title is None
    True
    """

    language: str | None = None
    """``lang`` of the root element."""
    title: str | None = None
    """Text of the ``title`` element."""
    metas: tuple[tuple[str, str], ...] = ()
    """Name (``name``, ``property``, ``itemprop`` or ``http-equiv``, lower case) and content of each ``meta``."""
    links: tuple[tuple[str, str], ...] = ()
    """``rel``, lower case, and ``href`` of each ``link``."""
    json_ld: tuple[str, ...] = ()
    """Text of each script of type ``application/ld+json``."""
    microdata: tuple[tuple[str, str, str], ...] = ()
    """Last part of the ``itemtype`` of the nearest ``itemscope`` around, lower case (empty if there is none),
    ``itemprop``, and value (``content``, ``datetime``, ``href``, ``src`` or text) of each element."""
    times: tuple[tuple[str, str], ...] = ()
    """``datetime`` of each ``time`` (or ``title`` of what plays its part) and its class and ``itemprop`` words."""
