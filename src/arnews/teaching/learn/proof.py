"""The proof of a draft: no body of the given documents loses anything but lines that repeat."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import frozen

from arnews.document import LabeledDocument
from arnews.roles import ARTICLE, TEXT, Role
from arnews.rules import RuleBook
from arnews.teaching.learn.examples import Reading, relabel
from arnews.teaching.learn.rules import Proposal

__all__ = ["Harm", "Selector", "harms_of", "proven"]


@frozen
class Selector:
    """A CSS selector that may hold a role in the pages of the outlet."""

    role: Role
    """The role."""
    css: str
    """The selector."""
    families: int
    """In how many different articles it holds just that."""
    pages: int
    """Number of different articles that are pages."""


@frozen
class Harm:
    """What a draft would do to a document that it must not do."""

    document: int
    """Number of the document."""
    what: str
    """In words that go on after «it »."""


def proven(
    readings: Sequence[Reading], proposals: Sequence[Proposal], selectors: Sequence[Selector], book: RuleBook
) -> tuple[list[Proposal], list[Selector], list[tuple[Proposal | Selector, Harm]]]:
    """Return the proposals and selectors that harm no document together, and the others with the harm of each.

    The documents are labeled again with all of them. If that harms one, they are added one after the other, and
    what does harm beside those before it is left out; so is a phrase that leaves most of its lines in the body.
    """
    kept, held, dropped = _harmless(readings, proposals, selectors, book)
    idle = _idle(readings, kept, held, book)
    if not idle:
        return kept, held, dropped
    rest = [proposal for proposal in kept if proposal not in idle]
    kept, held, more = _harmless(readings, rest, held, book)
    useless = [(each, Harm(each.spots[0].line.document, "would leave most of it in the body")) for each in idle]
    return kept, held, [*dropped, *useless, *more]


def _idle(
    readings: Sequence[Reading], proposals: Sequence[Proposal], selectors: Sequence[Selector], book: RuleBook
) -> list[Proposal]:
    """Return the proposals whose lines stay in the body for the greater part."""
    taught = _taught(book, proposals)
    select = [(each.css, each.role.value) for each in selectors]
    numbers = {spot.line.document for proposal in proposals for spot in proposal.spots}
    masks = {at: _mask(relabel(readings[at], taught, select), TEXT) for at in numbers}
    old = {at: _mask(readings[at].labeled, TEXT) for at in numbers}

    def held(mask: dict[int, bytearray], proposal: Proposal) -> int:
        lines = (spot.line for spot in proposal.spots)
        return sum(sum(mask[line.document][line.start : line.end]) for line in lines)

    return [each for each in proposals if 2 * held(masks, each) > held(old, each)]


def _harmless(
    readings: Sequence[Reading], proposals: Sequence[Proposal], selectors: Sequence[Selector], book: RuleBook
) -> tuple[list[Proposal], list[Selector], list[tuple[Proposal | Selector, Harm]]]:
    if next(harms_of(readings, proposals, selectors, book), None) is None:
        return list(proposals), list(selectors), []
    kept: list[Proposal] = []
    held: list[Selector] = []
    dropped: list[tuple[Proposal | Selector, Harm]] = []
    for proposal in proposals:
        harm = next(harms_of(readings, [*kept, proposal], held, book), None)
        if harm is None:
            kept.append(proposal)
        else:
            dropped.append((proposal, harm))
    for selector in selectors:
        harm = next(harms_of(readings, kept, [*held, selector], book), None)
        if harm is None:
            held.append(selector)
        else:
            dropped.append((selector, harm))
    return kept, held, dropped


def harms_of(
    readings: Sequence[Reading], proposals: Sequence[Proposal], selectors: Sequence[Selector], book: RuleBook
) -> Iterator[Harm]:
    """Yield what goes wrong in the documents with these proposals and selectors, at most one harm a document."""
    taught = _taught(book, proposals)
    select = [(each.css, each.role.value) for each in selectors]
    for number, reading in enumerate(readings):
        allowed = [
            (spot.line.start, spot.line.end)
            for proposal in proposals
            for spot in proposal.spots
            if spot.line.document == number
        ]
        if not allowed and not (select and reading.is_page):
            continue
        what = _harm(reading.labeled, relabel(reading, taught, select), allowed)
        if what is not None:
            yield Harm(number, what)


def _taught(book: RuleBook, proposals: Sequence[Proposal]) -> RuleBook:
    rules = [proposal.rule(f"learn/{number}") for number, proposal in enumerate(proposals)]
    return book.with_rules(rules) if rules else book


def _harm(before: LabeledDocument, after: LabeledDocument, allowed: Sequence[tuple[int, int]]) -> str | None:
    old, new = _mask(before, TEXT), _mask(after, TEXT)
    free = bytearray(len(old))
    for start, end in allowed:
        free[start:end] = b"\1" * (end - start)
    kept = _mask(before, ARTICLE)
    was_title, title = _mask(before, (Role.HEADLINE,)), _mask(after, (Role.HEADLINE,))
    # A title that only seemed to be one gives way to the line that is.
    moved = any(mark and taken for mark, taken in zip(was_title, free, strict=True))
    text = before.document.text
    for at, (had, has) in enumerate(zip(old, new, strict=True)):
        if text[at].isspace():
            continue
        if had and not has and not free[at] and not (moved and title[at]):
            return f"would take «{_line(text, at)}» from the body"
        if has and not had and not kept[at]:
            return f"would add «{_line(text, at)}» to the body"
        if was_title[at] and not title[at] and not free[at]:
            return f"would take «{_line(text, at)}» from the title"
    return None


def _mask(labeled: LabeledDocument, roles: Collection[Role]) -> bytearray:
    mask = bytearray(len(labeled.document.text))
    for segment in labeled.segments:
        if segment.role in roles:
            mask[segment.start : segment.end] = b"\1" * (segment.end - segment.start)
    return mask


def _line(text: str, at: int, longest: int = 60) -> str:
    line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0].strip()
    return line if len(line) <= longest else line[:longest].rstrip() + " …"
