"""What the decision adds to the scores of a model: margins that do not depend on what is below the text."""

from __future__ import annotations

import pytest

import arnews
from arnews.labeling.decide import MARGIN, decide
from arnews.labeling.model import Model
from arnews.labeling.pieces import Piece, make
from arnews.roles import Role
from tests.unit.small_pages import BODY, TITLE

ROLES = (Role.HEADLINE, Role.DECK, Role.BODY, Role.SUBHEADING, Role.SHARE)
FLAT = ((0,) * len(ROLES),) * len(ROLES)


def lines(*below: str) -> list[Piece]:
    """Return a stated title, two paragraphs and what is below them."""
    pieces: list[Piece] = []
    for text in (TITLE, *BODY[:2], *below):
        pieces.append(make(pieces[-1].end + 1 if pieces else 0, text))
    pieces[0].assign(Role.HEADLINE, "page.title")
    pieces[0].fixed = True
    for piece in pieces[3:]:
        piece.assign(Role.SHARE, "page.share")
    return pieces


@pytest.mark.parametrize(
    ("lead", "role"), [(MARGIN - 25, Role.BODY), (MARGIN + 25, Role.DECK)], ids=["a little", "clearly"]
)
def test_a_first_paragraph_is_no_deck_because_nothing_is_below_the_text(lead: int, role: Role) -> None:
    # A model that takes every line for a deck, by a lead over the body.
    weights = (ROLES.index(Role.DECK), 100 + lead, ROLES.index(Role.BODY), 100)
    model = Model(roles=ROLES, weights={"bias": weights}, steps=FLAT)
    alone, shared = lines(), lines("شارك المقال")
    decide(alone, model)
    decide(shared, model)
    assert [piece.role for piece in alone] == [piece.role for piece in shared[:3]] == [Role.HEADLINE, role, role]


def test_the_title_printed_again_is_no_text() -> None:
    title = "افتتاح المعرض الدولي للكتاب في العاصمة"
    views = "<span>عدد المشاهدات: 12</span>"
    page = f"<html><title>{title}</title><h1>{title}</h1><div>{views}<p>{title}</p><p>شارك</p></div>"
    assert arnews.parse_html(page).body == ""
