"""What the outlet is called: from what arnews knows, or from what its pages say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from arnews.outlets.domains import checked_domain
from arnews.outlets.facts import shipped_outlet
from arnews.teaching.learn.examples import Reading
from arnews.teaching.learn.lines import ENOUGH
from arnews.text.fold import squeeze

__all__ = ["Facts", "find_facts"]


@frozen
class Facts:
    """Name and habits of the outlet, and where the name is from."""

    domain: str
    """Its domain."""
    name: str
    """Its name."""
    origin: str
    """Where the name is from, as a sentence."""
    others: tuple[tuple[str, str], ...] = ()
    """Further keys of ``outlet.toml`` and their values."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Its names as keys, by which its lines are known."""
        others = [value for key, value in self.others if key == "english_name"]
        return tuple(dict.fromkeys(filter(None, map(squeeze, (self.name, *others, self.domain)))))

    @property
    def family(self) -> str:
        """The first part of the ids of its rules."""
        return self.domain.partition(".")[0]


def find_facts(readings: Sequence[Reading], domain: str, name: str | None = None) -> Facts:
    """Return what is known of the outlet; ConfigurationError if the domain is not one.

    >>> facts = find_facts((), "www.okaz.com.sa")
    >>> facts.name, facts.family, dict(facts.others)["country"]
    ('عكاظ', 'okaz', 'SA')
    """
    host = checked_domain(domain)
    known = shipped_outlet(host)
    others: list[tuple[str, str]] = []
    if known is not None:
        given = {"english_name": known.english_name, "country": known.country, "kind": known.kind}
        others = [(key, str(value)) for key, value in given.items() if value is not None]
    taken = len(known.rules) + len(known.select) if known is not None else 0
    loss = f" What arnews knows of its documents, {taken} rules and selectors, gives way to this file." if taken else ""
    if name:
        return Facts(host, name, f"The name is the one given.{loss}", tuple(others))
    if known is not None:
        return Facts(host, known.name, f"The name is the one that arnews knows.{loss}", tuple(others))
    stated = Counter(site for site, _ in {pair for reading in readings for pair in _sites(reading)})
    best = min(stated, key=lambda each: (-stated[each], each), default=None)
    if best is not None and stated[best] >= ENOUGH:
        return Facts(host, best, f"The name is what {stated[best]} pages say of themselves.")
    return Facts(host, host, "The name is only the domain: no three pages state one; write it.")


def _sites(reading: Reading) -> Iterator[tuple[str, int]]:
    """Yield what a page calls its site, with the number of its article."""
    page = reading.labeled.document.page
    for value in page.metadata.site_names if page is not None else ():
        if value.value.strip():
            yield value.value.strip(), reading.family
