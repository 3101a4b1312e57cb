"""What is glued to titles and headings: the way to them, a date, a link to edit them or to themselves."""

from __future__ import annotations

from arnews.dates import may_hold_date, read_date_line
from arnews.document import Block
from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pages.links import links_of
from arnews.labeling.pieces import Piece, part_of
from arnews.page import Page
from arnews.roles import Role

__all__ = ["anchor_of", "cut_anchor", "cut_title"]

_STEPS = "/>\u00bb\u203a|"
"""What is between the steps of the way from the front page to the article."""
_SHORTEST_TITLE = 16
"""Code points of a title that is told from the name of a section by its length."""
_ANCHOR_LONGEST = 24
"""Code points of what is glued to a heading: a mark, «edit», «edit | edit source»."""


def cut_title(piece: Piece, page: Page) -> list[Piece]:
    """Cut the date off the end of a line that begins with a stated title, or the way to it off its start."""
    for at in (index + 1 for index, char in enumerate(piece.text) if char in _STEPS):
        last = piece.text[at:].strip()
        if len(last) < _SHORTEST_TITLE or not any(value.value.startswith(last) for value in page.metadata.titles):
            continue
        way, title = part_of(piece, 0, at, cut=False), part_of(piece, at, len(piece.text))
        if way is not None and title is not None:
            way.assign(Role.SECTION, "page.breadcrumb")
            title.glued = False
            title.follow(piece)
            return [way, title]
    for value in page.metadata.titles:
        size = len(value.value)
        rest = piece.text[size:]
        if rest.strip() and piece.text.startswith(value.value) and may_hold_date(rest) and read_date_line(rest):
            title, date = part_of(piece, 0, size, cut=False), part_of(piece, size, len(piece.text))
            if title is not None and date is not None:
                title.follow(piece)
                date.assign(Role.TIMESTAMP, "page.behind-title")
                return [title, date]
    return [piece]


def anchor_of(block: Block, page: Page) -> int | None:
    """Return where a link to a heading itself, or to where it is edited, begins in it; ``None`` if it has none."""
    element = page.elements[block.element]
    size = block.end - block.start
    if element.tag not in HEADINGS and page.elements[max(0, element.parent)].tag not in HEADINGS:
        return None
    if block.linked > _ANCHOR_LONGEST or block.linked == size:
        return None
    link = links_of(block, page.links)[0] if links_of(block, page.links) else None
    if link is None or not (link.href.startswith("#") or "edit" in link.href):
        return None
    at = link.start - block.start
    at -= block.text[:at].endswith("[")
    return at if at > 0 and size - at <= _ANCHOR_LONGEST else None


def cut_anchor(piece: Piece, at: int) -> list[Piece]:
    """Return a heading and what is glued to it, apart."""
    heading, anchor = part_of(piece, 0, at, cut=False), part_of(piece, at, len(piece.text))
    if heading is None or anchor is None:
        return [piece]
    if piece.role is not None:
        heading.follow(piece)
    anchor.glued = False
    anchor.assign(Role.NAVIGATION, "page.heading-link")
    return [heading, anchor]
