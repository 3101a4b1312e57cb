"""Lines that were taken for the name of a person by their words and name a section."""

from __future__ import annotations

from arnews.credits import is_given_name, read_credit
from arnews.document import Origin, Segment
from arnews.fields.called import is_called_section
from arnews.fields.context import Context
from arnews.labeling.pages.links import leads_to_section, leads_to_tag
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["names_section"]

_BY_WORDS = frozenset((Origin.WORDS, Origin.SHAPE, Origin.MODEL))
_MOST_FILING = 300
"""Links to sections that are looked at; a page of them has more."""
_MOST_BYLINES = 20
"""Bylines that are searched for a label; a list of persons has more."""
_BYLINE = Role.BYLINE


def names_section(segment: Segment, ctx: Context) -> bool:
    """Tell whether element, links or way of a line that was taken for a name by its words alone speak of a section.

    >>> import arnews
    >>> doc = arnews.read_html("<h1>افتتاح المعرض</h1><p class=a>الجهوية</p>", select=[(".a", "byline")])
    >>> ctx = Context(arnews.label(doc))
    >>> names_section(ctx[Role.BYLINE][0], ctx)
    False
    """
    if segment.reason.origin not in _BY_WORDS:
        return False
    if is_called_section(segment, ctx):
        return True
    if squeeze(segment.text) in ctx.once(_filing_names) and (
        not is_given_name(segment.text.split()[0]) or ctx.once(_has_signature)
    ):
        return True  # writers may have sections of their own
    links = ctx.links_in(segment)
    if not links or not all(leads_to_tag(link) or leads_to_section(link) for link in links):
        return False
    credit = read_credit(segment.text)  # «بقلم <a href=/tag/…>», and what is beside the link
    linked = squeeze(" ".join(ctx.link_text(link) for link in links))
    return not (credit is not None and credit.sure and credit.persons) and linked == squeeze(segment.text)


def _filing_names(ctx: Context) -> frozenset[str]:
    """Return the keys of what the links of a page to sections say, and of the steps of the way to the article."""
    links = [link for link in ctx.links if leads_to_section(link)]
    steps = [segment.text for segment in ctx[Role.SECTION] if segment.reason.origin is Origin.MARKUP]
    names = [ctx.link_text(link) for link in links[:_MOST_FILING]] + steps[:_MOST_FILING]
    return frozenset(map(squeeze, names)) - {""}


def _has_signature(ctx: Context) -> bool:
    """Tell whether a label says who wrote. A bare name that is also a section signs nothing then."""
    credits = (read_credit(segment.text) for segment in ctx[_BYLINE][:_MOST_BYLINES])
    return any(credit is not None and credit.sure and credit.persons for credit in credits)
