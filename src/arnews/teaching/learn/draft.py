"""A first draft of an outlet, learned from several of its documents without labels."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from arnews.outlets import Outlet
from arnews.outlets.folder import read_outlet
from arnews.rules import RuleBook
from arnews.teaching.learn.examples import Example, Reading, read_examples
from arnews.teaching.learn.facts import find_facts
from arnews.teaching.learn.lines import ENOUGH, lines_of
from arnews.teaching.learn.proof import proven
from arnews.teaching.learn.report import report_of
from arnews.teaching.learn.rules import propose_rules
from arnews.teaching.learn.selectors import learn_selectors
from arnews.teaching.learn.toml import outlet_toml, written_rules

__all__ = ["Draft", "Example", "learn"]


@frozen(eq=False)
class Draft:
    """What was learned: the outlet, the file that says the same, and how sure it is."""

    outlet: Outlet
    """The outlet, as ``outlet.toml`` describes it."""
    toml: str
    """The content of ``outlet.toml``."""
    report: tuple[str, ...]
    """What was seen, written and left out, one sentence each."""


def learn(documents: Iterable[Example], *, domain: str, name: str | None = None) -> Draft:
    """Return a draft of the outlet that the documents are from.

    Lines and shapes of lines that repeat become rules, with the role that the general rules or their neighborhood
    suggest; elements that hold what the metadata of pages say become selectors. Only what was seen in three
    different articles is written, and nothing that takes text of the article from any of the documents: they are
    parsed again with the draft before it is returned. The same documents give the same draft.

    Args:
        documents: pages and texts of one outlet, in any order.
        domain: the domain of the outlet.
        name: its name; what arnews knows or its pages state if it is ``None``.

    Raises:
        ConfigurationError: the domain is not one.

    >>> lead = "افتتحت هيئة الموانئ في مدينة {0} أمس الرصيف {0}، وقال مديرها إن العمل في {0} يبدأ الأسبوع المقبل."
    >>> texts = [f"أخبار {city}\\n{lead.format(city)}\\nمقالات أخرى للكاتب{city}" for city in ("يافا", "عدن", "صور")]
    >>> draft = learn([Example(text) for text in texts], domain="port.example", name="صوت الميناء")
    >>> [(rule.id, rule.phrases) for rule in draft.outlet.rules]
    [('port/related-item-1', ('مقالات أخرى',))]
    """
    readings = read_examples(documents)
    book = RuleBook.shipped()
    facts = find_facts(readings, domain, name)
    sound = [reading for reading in readings if not reading.garbled]
    total = len({reading.family for reading in sound})
    if total < ENOUGH:
        return _draft(readings, outlet_toml(facts, (), (), total), report_of(readings, facts, (), (), (), (), ()))
    proposals, doubts = propose_rules(lines_of(sound), book, facts.keys)
    selectors, missing = learn_selectors(sound)
    kept, held, dropped = proven(sound, proposals, selectors, book)
    rules = written_rules(kept, facts.family)
    report = report_of(readings, facts, rules, held, doubts, dropped, missing)
    return _draft(readings, outlet_toml(facts, rules, held, total), report)


def _draft(readings: Iterable[Reading], toml: str, report: tuple[str, ...]) -> Draft:
    return Draft(outlet=read_outlet(Outlet, toml, "draft"), toml=toml, report=report)
