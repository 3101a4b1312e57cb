"""The doors that a fuzzer knocks at: each takes bytes and raises where a law is broken."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import arnews
from arnews.testing import laws, page_laws

SECONDS = 2.0
"""Processor time that one input of a few thousand bytes may take."""


def text(data: bytes) -> None:
    """Knock with a plain text."""
    given = data.decode("utf-8", errors="replace")
    article = laws.check_total(given)
    laws.check_partition(article, given)
    laws.check_nothing_invented(article, given)
    laws.check_round_trip(article)


def page(data: bytes) -> None:
    """Knock with the text of a page."""
    given = data.decode("utf-8", errors="replace")
    article = page_laws.check_total(given)
    page_laws.check_partition(article)
    page_laws.check_nothing_invented(article, given)
    laws.check_round_trip(article)


def raw(data: bytes) -> None:
    """Knock with bytes in any encoding, and with an address made of them."""
    laws.check_no_failure(arnews.parse(data, url=data[:60].decode("latin-1")))
    page_laws.check_partition(page_laws.check_total(data))


def date(data: bytes) -> None:
    """Knock with a date slot."""
    given = data.decode("utf-8", errors="replace")
    arnews.parse_date(given)
    for found in arnews.find_dates(given):
        assert 0 <= found.start < found.end <= len(given)


def _timed(door: Callable[[bytes], None]) -> Callable[[bytes], None]:
    def knock(data: bytes) -> None:
        start = process_time()
        door(data)
        assert process_time() - start < SECONDS, "the input takes too long"

    return knock


DOORS = {door.__name__: _timed(door) for door in (text, page, raw, date)}
