"""Which outlet an address belongs to, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from arnews.addresses import host_of, parents_of
from arnews.errors import ConfigurationError
from arnews.outlets.facts import shipped_outlet
from arnews.outlets.layout import Layout
from arnews.outlets.outlet import Outlet
from arnews.rules import RuleBook

__all__ = ["OutletIndex"]


class OutletIndex:
    """Outlets by their domains, and the books that their rules make with the general ones. Picklable.

    >>> daily = Outlet(name="صوت الميناء", domains=("port.example",))
    >>> OutletIndex([daily]).find("https://www.port.example/news/1").name
    'صوت الميناء'
    """

    __slots__ = ("_books", "_by_domain", "_outlets")

    def __init__(self, outlets: Iterable[Outlet] = ()) -> None:
        """Arrange outlets; ConfigurationError if two claim one domain."""
        self._outlets = tuple(outlets)
        self._by_domain: dict[str, Outlet] = {}
        # Filled when a document of the outlet is met; another thread at worst makes an equal book again.
        self._books: dict[tuple[str, Layout | None], RuleBook] = {}
        for outlet in self._outlets:
            if not isinstance(outlet, Outlet):
                raise ConfigurationError(f"outlets must be Outlet values, not {type(outlet).__name__}")
            for domain in outlet.domains:
                other = self._by_domain.setdefault(domain, outlet)
                if other is not outlet:
                    raise ConfigurationError(
                        f"domain '{domain}' is claimed by two outlets, {_named(other)} and {_named(outlet)}"
                    )

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """The outlets given, those that come with arnews not included."""
        return self._outlets

    def __reduce__(self) -> tuple[Any, ...]:
        return OutletIndex, (self._outlets,)

    def find(self, url: str | None) -> Outlet | None:
        """Return the outlet of an address: that of the longest domain, among equals one that was given.

        >>> OutletIndex().find("https://www.okaz.com.sa/news/1").name
        'عكاظ'
        >>> OutletIndex().find("https://notokaz.com.sa/") is None
        True
        """
        for domain in parents_of(host_of(url)):
            outlet = self._by_domain.get(domain) or shipped_outlet(domain)
            if outlet is not None:
                return outlet
        return None

    def book(self, outlet: Outlet, layout: Layout | None, general: RuleBook | None) -> RuleBook | None:
        """Return the rules of an outlet and its layout above the general ones; the general ones if it has no rules."""
        if not outlet.rules and (layout is None or not layout.rules):
            return general
        key = outlet.domains[0], layout
        book = self._books.get(key)
        if book is None:
            book = (general or RuleBook.shipped()).with_rules(outlet.rules)
            if layout is not None and layout.rules:
                book = book.with_rules(layout.rules)
            self._books[key] = book
        return book


def _named(outlet: Outlet) -> str:
    """Return the name of an outlet, and the folder that it was read from."""
    return f"«{outlet.name}»" + (f" ({outlet.folder})" if outlet.folder else "")
