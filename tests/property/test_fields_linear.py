"""Law 12 for the fields: whatever roles the lines of a document have, twice the lines are twice the calls of functions.

Texts and pages are labeled by weights, so that no family of inputs makes sure of many lines with a role. Here the roles
are given. Calls are counted, which takes no clock.
"""

from __future__ import annotations

import inspect
import sys
from itertools import product
from types import FunctionType

import pytest

from arnews.document import Block, Document, LabeledDocument, Segment
from arnews.fields.article import read_article
from arnews.labeling.steps import all_steps
from arnews.page import Element, Page, PageLink
from arnews.roles import Role
from tests.architecture.test_caches import CACHED

LINES = (
    "وزير النقل يفتتح الجسر رقم {}", "سامر حداد", "12 شباط 2024", "بقلم: ليلى حسن", "القاهرة - رويترز",
    "الوسوم: قمح، ماء", "المصدر: وكالة {}", "اقتصاد / مال", "تصوير: سامر حداد", "10:45 م", "John Smith", "#خبر",
    "وقال الوزير أمس في مؤتمر صحفي إن المشروع رقم {} يبدأ غدا.",
)  # fmt: skip
ROUNDS = 60
MOST = 2.4
SPARE = 200
"""Calls that no law asks for: a cache that is filled, a list that grows."""
KNOWN = [
    held["known"]
    for each in CACHED
    if isinstance(each.function, FunctionType)
    if "known" in (held := inspect.getclosurevars(each.function).nonlocals)
]
"""What functions remember."""
_STEP = next(iter(all_steps().values()))


def _document(roles: tuple[Role, ...], rounds: int, *, is_page: bool) -> LabeledDocument:
    at = 0
    segments, blocks, elements, links = [], [], [Element(-1, "body", "")], []
    for number in range(rounds):
        for place, role in enumerate(roles):
            line = LINES[(number * (len(roles) + 1) + place * 5) % len(LINES)].format(number)
            segments.append(Segment(at, at + len(line), role, line, _STEP))
            if is_page:
                elements.append(Element(0, "p", "author" if number % 2 else "story"))
                links.append(PageLink(at, at + len(line), f"/a/{number}", "" if number % 3 else "author"))
                blocks.append(Block(at, at + len(line), line, len(elements) - 1))
            else:
                blocks.append(Block(at, at + len(line), line))
            at += len(line) + 1
    page = Page(elements=tuple(elements), links=tuple(links)) if is_page else None
    text = "\n".join(segment.text for segment in segments)
    return LabeledDocument(Document(text=text, blocks=tuple(blocks), page=page), tuple(segments))


def _calls(doc: LabeledDocument) -> int:
    """Return how many calls the fields of a document take if nothing is remembered of other documents."""
    for known in KNOWN:
        known.clear()
    count = 0

    def note(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        read_article(doc, book=None, fetched_at=None, debug=True)
    finally:
        sys.setprofile(before)
    return count


def _check(roles: tuple[Role, ...], rounds: int) -> None:
    for is_page in (False, True):
        documents = [_document(roles, size * rounds, is_page=is_page) for size in (1, 2, 4)]
        _calls(documents[-1])  # tables are read from here on
        one, two, four = map(_calls, documents)
        assert four - two <= MOST * (two - one) + SPARE, f"{roles}, page: {is_page}: {one}, {two}, {four} calls"


@pytest.mark.parametrize("role", Role)
def test_many_lines_of_a_role(role: Role) -> None:
    _check((role,), ROUNDS)


def test_many_lines_of_every_role() -> None:
    _check(tuple(Role), 8)


@pytest.mark.parametrize(
    "roles",
    [
        (Role.HEADLINE, Role.TIMESTAMP),
        (Role.BYLINE, Role.HEADLINE),
        (Role.DATELINE, Role.NOTE),
        (Role.SOURCE, Role.SECTION),
        (Role.KICKER, Role.AUTHOR_BIO),
        (Role.CAPTION, Role.BODY),
        (Role.TAGS, Role.SECTION),
    ],
)
def test_many_lines_of_two_roles(roles: tuple[Role, ...]) -> None:
    _check(roles, ROUNDS)


@pytest.mark.deep
@pytest.mark.parametrize("role", Role)
def test_many_lines_of_any_two_roles(role: Role) -> None:
    for roles in product((role,), Role):
        _check(roles, ROUNDS)
