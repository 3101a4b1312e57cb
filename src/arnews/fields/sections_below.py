"""The section that a page names below the text: alone, after a label, or where it says where the article is filed."""

from __future__ import annotations

from arnews.document import Origin, Segment
from arnews.fields.context import Context
from arnews.fields.names import is_filing_label, is_index, without_prefix
from arnews.fields.section_names import EDGE, SECTION_WORDS, Named, is_section
from arnews.labeling.pages.links import leads_to_tag
from arnews.roles import LISTED, Role
from arnews.text.fold import squeeze

__all__ = ["below_body"]

_ENDS = LISTED | {Role.COMMENTS, Role.DISCLAIMER}
_NAMES = frozenset({Role.SECTION, Role.NAVIGATION})
_BY_WORDS = frozenset({Origin.WORDS, Origin.MODEL})
"""Evidence that the words of a line gave, alone or among other facts."""
_SECTION = Role.SECTION


def below_body(ctx: Context) -> Named:
    """Return the name of a section, alone or after a label, below the body, before other articles.

    Down there the labeler takes it for an entry of a menu, but it was its words that told.

    >>> import arnews
    >>> page = "<h1>المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره كثيرون.</p><p>التصنيفات: <a href=/c/1>صحة</a>"
    >>> list(below_body(Context(arnews.label(arnews.read_html(page)))))
    ['صحه']
    """
    body = ctx[Role.BODY]
    segments = [segment for segment in ctx.segments if segment.start > body[-1].start] if body else []
    for at, segment in enumerate(segments):
        if segment.role in _ENDS:
            break
        told = segment.role is _SECTION or (segment.role is Role.NAVIGATION and _is_filed(segment, ctx))
        labeled = _after_label(segment, ctx) if told else _below_label(segments, at, ctx)
        if labeled:
            return {squeeze(labeled): (labeled, segment)}
        if segment.role in _NAMES and segment.reason.origin in _BY_WORDS:
            rule = ctx.book.whole(squeeze(segment.text))
            if rule is not None and rule.role is Role.SECTION:
                if any(following.role in LISTED for following in segments[at + 1 : at + 2]):
                    break  # the section of the article below it
                return {squeeze(segment.text): (segment.text, segment)}
    return {}


def _below_label(segments: list[Segment], at: int, ctx: Context) -> str:
    """Return the section that is the only link in the line below a label («Category»), else nothing."""
    segment, beside = segments[at], segments[at - 1 : at] + segments[at + 1 : at + 2]
    links = ctx.links_in(segment)
    if segment.role is not Role.NAVIGATION or at == 0 or len(links) != 1 or any(map(ctx.links_in, beside)):
        return ""
    name = ctx.link_text(links[0]).strip()
    if name != segment.text.strip() or not is_filing_label(segments[at - 1].text) or leads_to_tag(links[0]):
        return ""
    return name if is_section(name, ctx.titles, ctx.site) and name.count(" ") < SECTION_WORDS else ""


def _is_filed(segment: Segment, ctx: Context) -> bool:
    """Tell whether a line is a word that says where the article is filed, and a link: «نشرت في <a>حوارات</a>»."""
    links = ctx.links_in(segment)
    label = ctx.text[segment.start : links[0].start] if len(links) == 1 else ""
    return bool(squeeze(label)) and is_index(label.strip(EDGE))


def _after_label(segment: Segment, ctx: Context) -> str:
    """Return the section in a line that says what it is («التصنيفات: صحة», «نشرت في <a>حوارات</a>»), else nothing."""
    name = without_prefix(segment.text.strip())
    if name == segment.text.strip():
        links = ctx.links_in(segment)
        opens = len(links) == 1 and squeeze(ctx.text[segment.start : links[0].start])
        if not opens or leads_to_tag(links[0]) or squeeze(ctx.text[links[0].end : segment.end]):
            return ""
        name = ctx.link_text(links[0]).strip()
    return name if is_section(name, ctx.titles, ctx.site) and name.count(" ") < SECTION_WORDS else ""
