"""What is glued to titles and headings: the way to them, a date, a link to edit them or to themselves."""

from __future__ import annotations

from bisect import bisect_left

from arnews.dates import may_hold_date, read_date_line
from arnews.document import Block
from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pages.links import links_of
from arnews.labeling.pieces import Piece, part_of
from arnews.page import Page
from arnews.roles import Role
from arnews.text.letters import BLANKS

__all__ = ["anchor_of", "cut_anchor", "cut_title"]

_STEPS = "/>\u00bb\u203a|"
"""What is between the steps of the way from the front page to the article."""
_SHORTEST_TITLE = 16
"""Code points of a title that is told from the name of a section by its length."""
_APART = BLANKS + "[]()|-\u2013\u2014"
"""What sets the kind of a post apart from its title."""
_PREFIX_LONGEST = 20
"""Code points of the kind of a post: «news», «urgent»."""
_ANCHOR_LONGEST = 24
"""Code points of what is glued to a heading: a mark, «edit», «edit | edit source»."""


def cut_title(piece: Piece, page: Page) -> list[Piece]:
    """Cut the date off the end of a line that begins with a stated title, or the way to it off its start.

    What the page states before the title with a mark in between («news - title») is cut off, too, and so is a button.
    """
    at = _button_end(piece, page) or _prefix_end(piece, page)
    if at:
        first, title = part_of(piece, 0, at, cut=False), part_of(piece, at, len(piece.text))
        if first is not None and title is not None:
            if _button_end(piece, page):
                first.assign(Role.NAVIGATION, "page.heading-link")
            else:
                first.assign(Role.RESIDUE, "page.title-prefix")
            title.glued = False
            title.follow(piece)
            return [first, title]
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
                date.assign(Role.TIMESTAMP, "page.after-title")
                return [title, date]
    return [piece]


def _button_end(piece: Piece, page: Page) -> int:
    """Return where a short link at the start of a title ends, 0 if there is none: «back», above an unlinked title."""
    at = bisect_left(page.links, (piece.start,))
    if at == len(page.links) or page.links[at].start != piece.start:
        return 0
    end = page.links[at].end - piece.start
    name, rest = piece.text[:end].strip(), piece.text[end:].strip()
    if name.count(" ") or len(name) > _ANCHOR_LONGEST or len(rest) < _SHORTEST_TITLE:
        return 0
    linked = at + 1 < len(page.links) and page.links[at + 1].start < piece.end
    return 0 if linked or any(name in value.value for value in page.metadata.titles) else end


def _prefix_end(piece: Piece, page: Page) -> int:
    """Return where the kind of a post before its title ends, 0 if the page states no title without it."""
    stated = [value.value for value in page.metadata.titles]
    for title in stated:
        prefix = piece.text.removesuffix(title).strip()
        if len(title) < _SHORTEST_TITLE or not 0 < len(prefix) <= _PREFIX_LONGEST or not piece.text.endswith(title):
            continue
        if any(_is_labeled(other.partition(title)[0], prefix) for other in stated if title in other):
            return len(piece.text) - len(title)
    return 0


def _is_labeled(before: str, prefix: str) -> bool:
    """Tell whether a stated title begins with a prefix that marks set apart: «news - », «[news] »."""
    return before.strip(_APART) == prefix and before.strip() != prefix


def anchor_of(block: Block, page: Page) -> int | None:
    """Return where a link to a heading itself, or to where it is edited, begins in it; ``None`` if it has none."""
    element = page.elements[block.element]
    size = block.end - block.start
    if element.tag not in HEADINGS and page.elements[max(0, element.parent)].tag not in HEADINGS:
        return None
    if block.linked > _ANCHOR_LONGEST or block.linked == size:
        return None
    link = next(iter(links_of(block, page.links)), None)
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
