"""What the elements around a segment of a page are called, whatever gave the segment its role."""

from __future__ import annotations

from arnews.document import Segment
from arnews.fields.context import Context
from arnews.roles import Role

__all__ = ["roles_around"]

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
