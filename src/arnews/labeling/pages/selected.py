"""What an outlet's selectors chose: elements that have their role for certain."""

from __future__ import annotations

from functools import reduce

from arnews.document import Block, Document
from arnews.labeling.pages.text_density import Outline
from arnews.labeling.pieces import Piece
from arnews.roles import Role

__all__ = ["CHOSEN", "chosen_body", "chosen_headline", "chosen_roles", "mark_selected_body"]

CHOSEN = "outlet.select"
"""Name of the step that gives the role of a selector."""


def chosen_roles(document: Document, outline: Outline) -> list[Role | None]:
    """Return for each element the role that a selector of the outlet gives it or one around it; empty if none does.

    The innermost element that was chosen decides.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> page = arnews.read_html("<p class=by>ليلى حسن</p>", select=[("p.by", "byline")])
    >>> chosen_roles(page, outline_of(page))[-1]
    <Role.BYLINE: 'byline'>
    """
    page = document.page
    if page is None or not page.roles:
        return []
    own = {index: Role(role) for index, role in reversed(page.roles)}
    roles: list[Role | None] = []
    for index, element in enumerate(outline.elements):
        roles.append(own.get(index) or (roles[element.parent] if element.parent >= 0 else None))
    return roles


def chosen_body(document: Document, outline: Outline) -> tuple[int, set[int]] | None:
    """Return the element around all that was chosen as body, and what was chosen; ``None`` if nothing was.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> page = arnews.read_html("<div><p>افتتح الوزير المعرض.")
    >>> chosen_body(page, outline_of(page)) is None
    True
    """
    page = document.page
    chosen = {index for index, role in page.roles if role == Role.BODY} if page is not None else set()
    if not chosen:
        return None
    return reduce(outline.common, sorted(chosen)), chosen


def mark_selected_body(pieces: list[Piece], block_at: dict[int, Block], roles: list[Role | None]) -> None:
    """Propose what is in an element that was chosen as body as text, unless it is a link or has a label.

    >>> mark_selected_body([], {}, [])
    """
    for piece in pieces:
        block = block_at.get(piece.start)
        if block is None or piece.role is not None or 2 * block.linked > block.end - block.start:
            continue
        if roles[block.element] is Role.BODY:
            piece.propose(Role.BODY, CHOSEN)


def chosen_headline(document: Document, roles: list[Role | None]) -> int | None:
    """Return the index of the first block that was chosen as headline, ``None`` if none was.

    >>> import arnews
    >>> chosen_headline(arnews.read_html("<h1>افتتاح المعرض</h1>"), []) is None
    True
    """
    if not roles:
        return None
    found = (index for index, block in enumerate(document.blocks) if roles[block.element] is Role.HEADLINE)
    return next(found, None)
