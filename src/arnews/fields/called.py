"""What the elements around a segment of a page are called, whatever gave the segment its role."""

from __future__ import annotations

import re

from arnews.document import Segment
from arnews.fields.context import Context
from arnews.labeling.pages.class_names import HEADINGS
from arnews.roles import Role

__all__ = ["is_called_section", "roles_around"]

_SECTIONS = frozenset(("category", "categories", "cat", "section", "rubric", "rubrique", "channel"))
"""Words of class names for the section of an article; lists of a section have them, too."""
_WORD = re.compile(r"[A-Z]?[a-z]+")
_SECTION_SPACES = 3
_LEVELS = 2
"""Elements that are looked at, the innermost and the one around it: a name further out speaks of more than a line."""


def roles_around(segment: Segment, ctx: Context) -> frozenset[Role]:
    """Return the roles that tag and class names of the elements around a segment speak of; none in a text.

    >>> import arnews
    >>> ctx = Context(arnews.label(arnews.read_html("<p class=byline>اتحاد الكتاب</p>")))
    >>> roles_around(ctx.segments[0], ctx)
    frozenset({<Role.BYLINE: 'byline'>})
    """
    if not ctx.elements or not ctx.blocks:
        return frozenset()
    element = ctx.block_of(segment).element
    found: set[Role] = set()
    for _ in range(_LEVELS):
        if element < 0:
            break
        role = ctx.hint(element)
        if role is not None:
            found.add(role)
        element = ctx.elements[element].parent
    return frozenset(found)


def is_called_section(segment: Segment, ctx: Context) -> bool:
    """Tell whether the innermost element around a short line has the name of sections, and its tag is no heading.

    >>> import arnews
    >>> ctx = Context(arnews.label(arnews.read_html("<p class=category-chip>بيئة</p>")))
    >>> is_called_section(ctx.segments[0], ctx)
    True
    """
    if not ctx.elements or not ctx.blocks or segment.text.count(" ") > _SECTION_SPACES:
        return False
    block = ctx.block_of(segment)
    if block.element < 0 or (block.start, block.end) != (segment.start, segment.end):
        return False
    element = ctx.elements[block.element]
    return element.tag not in HEADINGS and not _SECTIONS.isdisjoint(map(str.lower, _WORD.findall(element.names)))
