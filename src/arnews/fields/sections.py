"""The sections: the way to the article as printed, else as the metadata have it."""

from __future__ import annotations

import re

from arnews.addresses import leads_to_front, leads_to_language
from arnews.credits import is_outlet_word
from arnews.document import Origin, Segment
from arnews.fields.context import NO_ITEMS, Context, FieldValue, printed, stated
from arnews.fields.filed import filed_under, tag_links
from arnews.fields.linked import linked_parts
from arnews.fields.menus import SEPARATOR, menu_entries
from arnews.fields.names import is_index, without_prefix
from arnews.fields.site import is_address, is_site_name, title_pieces
from arnews.labeling.pages.links import leads_to_tag
from arnews.page import MetadataValue
from arnews.roles import LISTED, Role
from arnews.rules import Means, Rule
from arnews.text.fold import squeeze
from arnews.text.letters import ARABIC, BLANKS

__all__ = ["read_sections"]

_STEP = re.compile(r"[/|>»›«\\←→•]")
"""What sets the sections inside one link apart; a section may have a comma in its name."""
_ENDS = LISTED | {Role.COMMENTS, Role.DISCLAIMER}
_NAMES = frozenset({Role.SECTION, Role.NAVIGATION})
_BELOW_TITLE = _NAMES | {Role.DATELINE}
"""What the name of a section beside the date may have been taken for."""
_NAMED = frozenset({Origin.MARKUP, Origin.METADATA, Origin.SELECTOR, Origin.SHAPE})
"""Evidence that a line is the way to the article, not any name of a section."""
_BY_WORDS = frozenset({Origin.WORDS, Origin.MODEL})
"""Evidence that the words of a line gave, alone or among other facts."""
_NEAR = 5
"""Segments above the title in which a name of a section is that of the article, not an entry of a menu."""
_EDGE = BLANKS + "|-\u2013\u2014"
_ARABIC = re.compile(f"[{ARABIC}]")
_MOST_STEPS = 6
"""Links of a breadcrumb; a menu has more."""
_MOST_SECTIONS = 3
_SECTION_WORDS = 5
_TITLE_SECTION_WORDS = 3
_SECTION_LONGEST = 40
_FEWEST_ITEMS = 3
"""Titles of others on a page that lists a section."""
_BODY, _HEADLINE, _SECTION = Role.BODY, Role.HEADLINE, Role.SECTION
_Named = dict[str, tuple[str, Segment]]
"""Sections by their keys, each with its line."""


def read_sections(ctx: Context) -> FieldValue[tuple[str, ...]]:
    """Return the sections, outermost first; the front page and the title itself do not count.

    In a page each link is a section, the names of the site and of the source are not, and where nothing is printed
    the breadcrumb or section of its metadata counts.

    >>> import arnews
    >>> page = "<div class=breadcrumb><a href=/>الرئيسية</a> » <a href=/s>ثقافة</a></div><h1>افتتاح المعرض الدولي</h1>"
    >>> page += "<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> page += "<p>وتشارك في المعرض هذا العام دور نشر من أربعين بلدا.</p>"
    >>> read_sections(Context(arnews.label(arnews.read_html(page)))).value
    ('ثقافة',)
    """
    sections = _printed(ctx)
    why = "the way to the article"
    if ctx.page is not None:
        sections = _told_apart(sections, ctx)
        if not sections:
            sections, why = _below_title(ctx) or _below_body(ctx), "the name of a section beside the article"
    if sections:
        first = next(iter(sections.values()))
        return FieldValue(tuple(name for name, _ in sections.values()), printed(first[1], why))
    return _stated(ctx)


def _printed(ctx: Context) -> _Named:
    """Return what the lines of sections name."""
    page = ctx.page
    found: _Named = {}
    names = ctx.site | ctx.sources if page is not None else frozenset()
    for segment in ctx[Role.SECTION] if page is None else _of_article(ctx):
        for text, is_link in [(segment.text, False)] if page is None else _steps(segment, ctx):
            if page is not None and squeeze(text) in ctx.titles:
                continue
            for part in map(str.strip, (_STEP if is_link else SEPARATOR).split(text)):
                part = without_prefix(part)
                key = squeeze(part)
                rule = ctx.book.whole(key) if key else None
                sure = is_link or (part == segment.text and segment.reason.origin is Origin.MODEL)
                if not key or key in ctx.titles or (rule is not None and _is_menu(rule, is_link=sure)):
                    continue
                if page is None or _is_section(part, ctx.titles, names):
                    found.setdefault(key, (part, segment))
    return found


def _told_apart(sections: _Named, ctx: Context) -> _Named:
    """Return printed sections without tags; the row of links to sections of the article where all are tags."""
    tags = ctx.once(tag_links) if sections else ()
    tagged = {squeeze(ctx.link_text(link)) for link in ctx.links if link.start in tags} if tags else ()
    if sections and not any(key in tagged for key in sections):
        return sections
    filed: _Named = {}
    for text, link in filed_under(ctx, tags=False).items():
        line = ctx.segment_at(link.start)
        if line is not None and _may_be_section(text, ctx):
            filed[squeeze(text)] = text, line
    names = ctx.site | ctx.sources
    chosen = {key for key, (_, line) in sections.items() if line.reason.origin is Origin.SELECTOR}
    untagged = {key: found for key, found in sections.items() if key not in tagged or key in filed or key in chosen}
    if any(key in untagged for key in sections):
        # A step of the way may be the name of a tag, too.
        untagged = {key: found for key, found in sections.items() if key in untagged or not _is_of_tags(found[1], ctx)}
    own = {key: found for key, found in filed.items() if _is_section(found[0], ctx.titles, names)}
    return untagged or own or sections


def _is_of_tags(segment: Segment, ctx: Context) -> bool:
    """Tell whether a line is no link, or one to a tag."""
    links = ctx.links_in(segment)
    return not links or any(map(leads_to_tag, links))


def _steps(segment: Segment, ctx: Context) -> list[tuple[str, bool]]:
    """Return what a segment says in its links and between them, in order, each with whether it is a link.

    Links to the front page are left out, whatever they call it, and menus.
    """
    parts = [(text.strip(), href) for text, href in linked_parts(segment, ctx) if squeeze(text)]
    links = [index for index, (_, href) in enumerate(parts) if href is not None]
    if len(links) > _MOST_STEPS:
        return []
    # What comes before the last link is a label («أنت هنا:»); what comes after it is the last step.
    first = links[-1] if links else 0
    return [
        (text, href is not None)
        for index, (text, href) in enumerate(parts)
        if (index >= first if href is None else not (leads_to_front(href, ctx.base) or _is_switch(text, href)))
    ]


def _is_switch(text: str, href: str) -> bool:
    """Tell whether a link is the switch to another language rather than a section with a Latin address."""
    return leads_to_language(href) and _ARABIC.search(text) is None


def _is_section(name: str, titles: frozenset[str], site: frozenset[str]) -> bool:
    """Tell whether a step of a breadcrumb is a section, not the article, the site or an address."""
    key = squeeze(name)
    if not key or key in titles or is_address(name.strip()) or is_index(name):
        return False
    if " " in key and any(title.startswith(f"{key} ") for title in titles):
        return False  # the last step is the title, cut off
    return key not in site and (all(is_outlet_word(word) for word in key.split()) or not is_site_name(name, site))


def _may_be_section(text: str, ctx: Context) -> bool:
    rule = ctx.book.whole(squeeze(text))
    return rule is None or rule.role in _NAMES


def _is_menu(rule: Rule, *, is_link: bool) -> bool:
    """Tell whether a step is no section; a link in a breadcrumb is one, whatever menus have the same words."""
    return rule.role is Role.NAVIGATION and (rule.means is Means.HOME or not is_link)


def _of_article(ctx: Context) -> list[Segment]:
    """Return the segments of a page that name its sections: the way to the article, else names close to the title."""
    segments = [segment for segment in ctx[Role.SECTION] if not segment.text.rstrip().endswith(":")]
    trails = [segment for segment in segments if _is_trail(segment, ctx)]
    if trails or not segments:
        return trails
    title = next((index for index, segment in enumerate(ctx.segments) if segment.role is _HEADLINE), None)
    lead = next((index for index, segment in enumerate(ctx.segments) if segment.role is _BODY), len(ctx.segments))
    near = ctx.segments[max(0, (title or 0) - _NEAR) : max(lead, (title or 0) + _NEAR)]
    named = {segment.start for segment in segments} - menu_entries(ctx)
    return [segment for segment in near if segment.start in named]


def _is_trail(segment: Segment, ctx: Context) -> bool:
    """Tell whether a section is the article's by more than its words; what an outlet's rule says is its own."""
    reason = segment.reason
    return reason.origin in _NAMED or (reason.rule is not None and ctx.book.is_special(reason.rule))


def _below_title(ctx: Context) -> _Named:
    """Return the one name of a section between title and text; several are a menu."""
    title, body = ctx[Role.HEADLINE], ctx[Role.BODY]
    if not title or not body:
        return {}
    between = [s for s in ctx.segments if title[-1].start < s.start < body[0].start and s.role in _BELOW_TITLE]
    found = {
        squeeze(segment.text): (segment.text.strip(_EDGE), segment)
        for segment in between
        if (rule := ctx.book.whole(squeeze(segment.text))) is not None and rule.role is Role.SECTION
    }
    return found if len(found) == 1 else {}


def _below_body(ctx: Context) -> _Named:
    """Return the name of a section, alone or after a label, below the body, before other articles.

    Down there the labeler takes it for an entry of a menu, but it was its words that told.
    """
    body = ctx[Role.BODY]
    segments = [segment for segment in ctx.segments if segment.start > body[-1].start] if body else []
    for at, segment in enumerate(segments):
        if segment.role in _ENDS:
            break
        labeled = _behind_label(segment, ctx) if segment.role is _SECTION else ""
        if labeled:
            return {squeeze(labeled): (labeled, segment)}
        if segment.role in _NAMES and segment.reason.origin in _BY_WORDS:
            rule = ctx.book.whole(squeeze(segment.text))
            if rule is not None and rule.role is Role.SECTION:
                if any(following.role in LISTED for following in segments[at + 1 : at + 2]):
                    break  # the section of the article below it
                return {squeeze(segment.text): (segment.text, segment)}
    return {}


def _behind_label(segment: Segment, ctx: Context) -> str:
    """Return the section in a line that says what it is («التصنيفات: صحة», «نشرت في <a>حوارات</a>»), else nothing."""
    name = without_prefix(segment.text.strip())
    if name == segment.text.strip():
        links = ctx.links_in(segment)
        opens = len(links) == 1 and squeeze(ctx.text[segment.start : links[0].start])
        if not opens or leads_to_tag(links[0]) or squeeze(ctx.text[links[0].end : segment.end]):
            return ""
        name = ctx.link_text(links[0]).strip()
    return name if _is_section(name, ctx.titles, ctx.site) and name.count(" ") < _SECTION_WORDS else ""


def _stated(ctx: Context) -> FieldValue[tuple[str, ...]]:
    """Return the sections that a page names elsewhere than in its text, outermost first.

    That is the breadcrumb of the metadata, else the section of the article, else the part of the page's title
    between the article's title and the name of the site; the title of a list is the section itself.
    """
    if ctx.page is None:
        return NO_ITEMS
    if not ctx[Role.BODY]:
        return _of_list(ctx)
    meta = ctx.page.metadata
    titles = ctx.titles | {squeeze(value.value) for value in meta.titles}
    site = ctx.site | {squeeze(segment.text) for segment in ctx[Role.BYLINE]}  # columns are filed below their writers
    parts = [(part.strip(), value) for value in meta.sections for part in value.value.replace("\u060c", ",").split(",")]
    for names in ([(value.value, value) for value in meta.breadcrumbs], parts):
        found = {
            squeeze(name): (name, value)
            for name, value in names
            if _is_section(name, titles, site)
            and not _is_home(name, ctx)
            and name.count(" ") < _SECTION_WORDS
            and not name.isascii()
        }
        if found:
            value = next(iter(found.values()))[1]
            sections = tuple(name for name, _ in found.values())[:_MOST_SECTIONS]
            return FieldValue(sections, stated(value, "the section that the metadata state"))
    return _from_title(meta.titles, titles - {squeeze(v.value) for v in meta.titles if v.origin == "title"}, site)


def _is_home(name: str, ctx: Context) -> bool:
    rule = ctx.book.whole(squeeze(name))
    return rule is not None and rule.means is Means.HOME


def _from_title(
    values: tuple[MetadataValue, ...], titles: frozenset[str], site: frozenset[str]
) -> FieldValue[tuple[str, ...]]:
    """Return the short parts of the page's title that are neither the article's title nor the site."""
    for value in values:
        pieces = title_pieces(value.value)
        at = next((i for i, piece in enumerate(pieces) if squeeze(piece) in titles), None)
        if at is None or len(pieces) < 2:
            continue
        # After the title the last part is the site, whatever it calls itself.
        names = pieces[:at] if at else pieces[1 : -2 if pieces[-1].isascii() else -1]
        sections = _short_sections(names, titles, site)
        return FieldValue(sections, stated(value, "the part of the page's title beside that of the article"))
    return NO_ITEMS


def _of_list(ctx: Context) -> FieldValue[tuple[str, ...]]:
    """Return the section whose list a page is: the last step of the breadcrumb, else a short title."""
    if ctx.page is None or len(ctx[Role.RELATED_ITEM]) < _FEWEST_ITEMS or ctx[Role.HEADLINE]:
        return NO_ITEMS
    if ctx.url is not None and leads_to_front(ctx.url):
        return NO_ITEMS
    meta = ctx.page.metadata
    names = [value.value for value in meta.breadcrumbs if not _is_home(value.value, ctx)]
    values = meta.breadcrumbs
    if not names:
        pieces = [piece for value in meta.titles for piece in title_pieces(value.value)]
        lines = {block.text for block in ctx.blocks}
        names = [piece for piece in pieces if len(piece) <= _SECTION_LONGEST and piece in lines][:1]
        values = meta.titles
    sections = _short_sections(list(dict.fromkeys(map(without_prefix, names))), frozenset(), ctx.site)
    return FieldValue(sections, stated(values[0], "the section that the page lists") if sections else None)


def _short_sections(names: list[str], titles: frozenset[str], site: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        name
        for name in names
        if _is_section(name, titles, site) and name.count(" ") < _TITLE_SECTION_WORDS and not name.isascii()
    )[:_MOST_SECTIONS]
