"""CSS selectors that hold a role in several pages and nothing else in any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from arnews.page import Element
from arnews.roles import Role
from arnews.teaching.learn.examples import Reading, read_again
from arnews.teaching.learn.lines import ENOUGH
from arnews.teaching.learn.proof import Selector
from arnews.teaching.learn.targets import Target, targets_of

__all__ = ["learn_selectors"]

_ROLES = {
    Role.HEADLINE: "title",
    Role.TIMESTAMP: "day of publication",
    Role.BYLINE: "author",
    Role.BODY: "text",
}
"""Roles that metadata confirm, and what metadata call it."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{1,40}")
_UNSTABLE = re.compile(r"\d{3}|\d[a-z]|[a-z]\d[a-z]|[A-Z][a-z]*[A-Z0-9]{2}|__[A-Za-z0-9]{5,}$")
"""Numbers of articles, and names that build tools make anew with every release."""
_MOST_NAMES = 6
_ABOVE = 4
"""Elements around the target whose names may help to find it."""


@frozen
class _Candidate:
    css: str
    rank: int
    """How roundabout it is; less is better."""


def learn_selectors(readings: Sequence[Reading]) -> tuple[list[Selector], list[str]]:
    """Return the best selector of each role, and a sentence for each role that has none.

    A selector must match in pages of three different articles. It must never match two elements of one page, nor
    another element than the one that agrees with the metadata of the page.
    """
    pages = [reading for reading in readings if reading.is_page]
    total = len({page.family for page in pages})
    if not pages:
        return [], []
    if total < ENOUGH:
        return [], [f"No selectors: they need {ENOUGH} pages, and there are {total}."]
    found: list[Selector] = []
    missing: list[str] = []
    for role, what in _ROLES.items():
        targets = [targets_of(page, role) for page in pages]
        agreed = len({page.family for page, target in zip(pages, targets, strict=True) if target is not None})
        if agreed < ENOUGH:
            missing.append(
                f"No selector for {role}: what the page prints and what its metadata say of the {what} agree in "
                f"{agreed} of {total} pages."
            )
            continue
        best = _best(pages, targets)
        if best is None:
            missing.append(f"No selector for {role}: no tag and class hold it alone in {ENOUGH} pages.")
        else:
            found.append(Selector(role, best[0], best[1], total))
    return found, missing


def _best(pages: Sequence[Reading], targets: Sequence[Target | None]) -> tuple[str, int] | None:
    """Return the selector that holds in most pages, the plainest of equals, and in how many it does."""
    candidates: dict[str, int] = {}
    for page, target in zip(pages, targets, strict=True):
        if target is not None:
            for each in _candidates(page, target):
                candidates[each.css] = min(each.rank, candidates.get(each.css, each.rank))
    families: dict[str, set[int]] = {css: set() for css in candidates}
    for page, target in zip(pages, targets, strict=True):
        for css, held in _held(page, target, list(families)):
            if held is None:
                del families[css]
            elif held:
                families[css].add(page.family)
    fit = [css for css, own in families.items() if len(own) >= ENOUGH]
    best = min(fit, key=lambda css: (-len(families[css]), candidates[css], len(css), css), default=None)
    return None if best is None else (best, len(families[best]))


def _held(page: Reading, target: Target | None, selectors: Sequence[str]) -> Iterator[tuple[str, bool | None]]:
    """Yield for each selector whether it holds the target of a page; ``None`` if it holds something else."""
    document = read_again(page.example, [(css, css) for css in selectors])
    matched: dict[str, list[int]] = {css: [] for css in selectors}
    for index, css in document.page.roles if document.page is not None else ():
        matched[css].append(index)
    for css, indexes in matched.items():
        if not indexes:
            yield css, False
        elif len(indexes) > 1 or (target is not None and indexes[0] not in target.elements):
            yield css, None
        else:
            yield css, target is not None


def _candidates(page: Reading, target: Target) -> Iterator[_Candidate]:
    """Yield selectors that may hold a target: by name, by tag, by the name of an element around it."""
    given = page.labeled.document.page
    elements = given.elements if given is not None else ()
    for depth, index in enumerate(target.elements):
        element = elements[index]
        for css, rank in _names(element):
            yield _Candidate(css, rank + depth)
        if element.tag in ("h1", "time", "article", "main"):
            yield _Candidate(element.tag, 3 + depth)
        above = element.parent
        for distance in range(_ABOVE):
            if above < 0:
                break
            for css, rank in _names(elements[above]):
                between = " > " if distance == 0 else " "
                yield _Candidate(f"{css}{between}{element.tag}", 10 + rank + 2 * distance + depth)
                for own, more in _names(element):
                    yield _Candidate(f"{css}{between}{own}", 12 + rank + more + 2 * distance + depth)
            above = elements[above].parent


def _names(element: Element) -> Iterator[tuple[str, int]]:
    """Yield selectors of an element by each of its stable names. Whether a name is class or id, matching tells."""
    names = [name for name in element.names.split()[:_MOST_NAMES] if _NAME.fullmatch(name)]
    for rank, name in enumerate(names):
        if not _UNSTABLE.search(name):
            yield f"{element.tag}.{name}", rank
            if name == names[-1]:
                yield f"{element.tag}#{name}", 0
