"""An outlet checked: whether its cases give what is expected, and what of it no case needs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from arnews.article import Article
from arnews.fields.table import FIELDS
from arnews.outlets import Outlet
from arnews.printing import printable
from arnews.reading import read_text
from arnews.reading.html import read_html
from arnews.rules import Rule
from arnews.rules.check import holds, problems_of
from arnews.teaching.cases import CASES, INPUTS, Case, load_cases, load_taught, parse_case
from arnews.teaching.differences import differences
from arnews.teaching.readable import readable_field

__all__ = ["FieldResult", "Report", "check_field", "check_folder", "check_outlet", "rule_problems"]


@frozen
class FieldResult:
    """A field of a case and what is wrong with it.

    >>> print(FieldResult("first", "headline"))
    ✓ headline: as expected
    """

    case: str
    """Name of the case."""
    field: str
    """Name of the field."""
    changes: tuple[str, ...] = ()
    """What differs from what is expected, one sentence each; empty if nothing does."""

    @property
    def is_as_expected(self) -> bool:
        """Whether the field is what the case says."""
        return not self.changes

    def __str__(self) -> str:
        """Return the result in words, one line per change."""
        if self.is_as_expected:
            return f"✓ {self.field}: as expected"
        return "\n".join([f"✗ {self.field}: not as expected", *(f"    {change}" for change in self.changes)])


@frozen
class Report:
    """What a check of an outlet found.

    >>> daily = Outlet(name="صوت الميناء", domains=("port.example",))
    >>> check_outlet(daily, ()).is_good
    True
    """

    outlet: Outlet
    """The outlet."""
    cases: tuple[Case, ...]
    """Its cases."""
    results: tuple[FieldResult, ...] = ()
    """A result for each field of each case."""
    problems: tuple[str, ...] = ()
    """What is wrong with the outlet by itself, a sentence each."""
    notes: tuple[str, ...] = ()
    """What no case needs, a sentence each: nothing wrong, but nothing that a test would miss either."""

    @property
    def is_good(self) -> bool:
        """Whether all fields are as expected and nothing is wrong with the outlet."""
        return not self.problems and all(result.is_as_expected for result in self.results)

    def __str__(self) -> str:
        """Return the report as lines to read."""
        lines = [_heading(self.outlet, len(self.cases))]
        for case in self.cases:
            lines += ["", f"{printable(case.name)} ({'page' if case.is_page else 'text'})"]
            for result in self.results:
                if result.case == case.name:
                    lines += (f"  {line}" for line in str(result).splitlines())
        if self.problems or self.notes:
            lines += ["", *(f"✗ {printable(each)}" for each in self.problems)]
            lines += (f"note: {printable(each)}" for each in self.notes)
        return "\n".join([*lines, "", self._summary()])

    def _summary(self) -> str:
        wrong = sum(not result.is_as_expected for result in self.results)
        if wrong:
            return f"{wrong} of {_count(len(self.results), 'field')} differ{'s' if wrong == 1 else ''}."
        if self.problems:
            return f"{_count(len(self.problems), 'problem')}."
        if not self.cases:
            return "There is no case: nothing was tried."
        if len(self.results) == 1:
            return "The field is as expected."
        return f"All {_count(len(self.results), 'field')} are as expected."


def check_folder(folder: str | os.PathLike[str]) -> Report:
    """Check the outlet in a folder with the cases beside it.

    Raises ConfigurationError with one sentence if the outlet or a case cannot be read.

    >>> check_folder("no-such-folder")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: no-such-folder/outlet.toml: cannot be read (No such file or directory)
    """
    outlet = load_taught(folder)
    return check_outlet(outlet, load_cases(folder, outlet))


def check_outlet(outlet: Outlet, cases: Iterable[Case]) -> Report:
    """Check an outlet with cases: parse each, compare the fields, and see which rules and selectors were needed.

    >>> daily = Outlet(name="صوت الميناء", domains=("port.example",))
    >>> case = Case("first", "افتتاح الرصيف", "https://port.example/1", {"headline": "افتتاح المعرض"})
    >>> print(check_outlet(daily, [case]).results[0])
    ✗ headline: not as expected
        expected «افتتاح المعرض», found «افتتاح الرصيف»
    """
    cases = tuple(cases)
    articles = [parse_case(case, outlet) for case in cases]
    results = [
        check_field(case, article, name)
        for case, article in zip(cases, articles, strict=True)
        for name in case.expected
    ]
    nothing = f"no case in {CASES}/: arnews outlet add-case writes one"
    notes = tuple(_notes(outlet, cases, articles)) if cases else (nothing,)
    return Report(outlet, cases, tuple(results), rule_problems(outlet), notes)


def check_field(case: Case, article: Article, name: str) -> FieldResult:
    """Return the result of a field that a case names.

    >>> case = Case("first", "", "https://port.example/1", {"keywords": ["كتب"]})
    >>> check_field(case, Article(keywords=("كتب",)), "keywords").is_as_expected
    True
    """
    expected = case.expected[name]
    found = readable_field(article, name, expected)
    noun = next((field.noun for field in FIELDS if field.name == name), "issue")
    return FieldResult(case.name, name, tuple(differences(expected, found, noun)))


def rule_problems(outlet: Outlet) -> tuple[str, ...]:
    """Return what is wrong with the rules of an outlet by themselves, a sentence each.

    >>> rule_problems(Outlet(name="صوت الميناء", domains=("port.example",)))
    ()
    """
    return tuple(f"rule '{rule.id}': {problem}" for rule in outlet.all_rules for problem in problems_of(rule))


def _notes(outlet: Outlet, cases: tuple[Case, ...], articles: list[Article]) -> Iterator[str]:
    """Yield what of the outlet no case needs."""
    claimed = [segment for article in articles for segment in article.segments]
    used = {segment.reason.rule for segment in claimed}
    own = set(outlet.all_rules)
    # A phrase inside a paragraph is in a segment of its own, which is a part of a block.
    texts = [block for case in cases for block in _blocks(case)]
    texts += (segment.text for segment in claimed if segment.reason.rule in own)
    for rule in outlet.all_rules:
        silent = [phrase for phrase in rule.phrases if not _stands(rule, phrase, texts)]
        if len(silent) == len(rule.phrases):
            yield f"rule '{rule.id}' is used by no case: none of its phrases occurs in one"
        elif rule not in used:
            yield f"rule '{rule.id}' is used by no case: its phrases occur in one, but another role holds there"
        else:
            yield from (f"rule '{rule.id}': the phrase «{phrase}» occurs in no case" for phrase in silent)
    yield from _idle_selectors(outlet, cases)


def _stands(rule: Rule, phrase: str, texts: list[str]) -> bool:
    alone = evolve(rule, phrases=(phrase,))
    return any(holds(alone, text) for text in texts)


def _blocks(case: Case) -> list[str]:
    document = read_text(case.document) if isinstance(case.document, str) else read_html(case.document)
    return [block.text for block in document.blocks]


def _idle_selectors(outlet: Outlet, cases: tuple[Case, ...]) -> Iterator[str]:
    selectors = (*outlet.select, *(pair for layout in outlet.layouts for pair in layout.select))
    pages = [case for case in cases if isinstance(case.document, bytes)]
    for role, css in dict.fromkeys(selectors):
        if not pages:
            yield f"the selector «{css}» of '{role}' is tried by no case: none has a {INPUTS[0]}"
        elif not any(_matches(case, css) for case in pages):
            yield f"the selector «{css}» of '{role}' matches nothing in any case"


def _matches(case: Case, css: str) -> bool:
    page = read_html(case.document, encoding=case.encoding, select=[(css, "body")]).page
    return page is not None and bool(page.roles)


def _heading(outlet: Outlet, cases: int) -> str:
    selectors = len(outlet.select) + sum(len(layout.select) for layout in outlet.layouts)
    counts = (
        _count(len(outlet.all_rules), "rule"),
        _count(selectors, "selector"),
        _count(cases, "case"),
    )
    return f"{outlet.domains[0]}: {', '.join(counts)}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
