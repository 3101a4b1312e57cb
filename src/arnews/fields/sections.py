"""The sections: the way to the article as printed, else as the metadata have it."""

from __future__ import annotations

import re
from itertools import takewhile

from arnews.addresses import leads_to_front, leads_to_language
from arnews.dates import may_hold_date
from arnews.document import Origin, Segment
from arnews.fields.context import NO_ITEMS, Context, FieldValue, printed
from arnews.fields.filed import filed_under, tag_links
from arnews.fields.linked import leads_away, linked_parts
from arnews.fields.menus import SEPARATOR, menu_entries
from arnews.fields.names import is_flag, is_front, without_prefix
from arnews.fields.section_names import SECTION_WORDS, Named, bare_section, is_home, is_section
from arnews.fields.sections_above import above_title, tag_above_title
from arnews.fields.sections_below import below_body
from arnews.fields.sections_beside import above_beside_day, below_title, called, names_beside_day
from arnews.fields.sections_stated import stated_sections
from arnews.fields.sections_way import way_to_title
from arnews.fields.title_section import section_in_title
from arnews.labeling.pages.links import leads_to_section, leads_to_tag
from arnews.roles import Role
from arnews.rules import Means, Rule
from arnews.text.fold import squeeze
from arnews.text.letters import ARABIC, BLANKS

__all__ = ["read_sections"]

_STEP = re.compile(r"[/|>»›«\\←→•]")
"""What sets the sections inside one link apart; a section may have a comma in its name."""
_ARROW = re.compile(r"[>»›«←→]")
_POSTED = re.compile(r"(?:this entry was )?(?:posted|filed) (?:in|under)\b", re.IGNORECASE)
_POSTED_REST = (".", " and tagged", " by ")
"""What the sentence goes on with after the section."""
_NAMES = frozenset({Role.SECTION, Role.NAVIGATION})
_NAMED = frozenset({Origin.MARKUP, Origin.METADATA, Origin.SELECTOR, Origin.SHAPE})
"""Evidence that a line is the way to the article, not any name of a section."""
_BY_WORDS = frozenset({Origin.WORDS, Origin.MODEL})
"""Evidence that the words of a line gave, alone or among other facts."""
_TOLD = _BY_WORDS | {Origin.SHAPE}
"""The same, or its shape."""
_NEAR = 5
"""Segments above the title in which a name of a section is that of the article, not an entry of a menu."""
_ARABIC = re.compile(f"[{ARABIC}]")
_HOME_WORDS = 2
"""Words of the longest name of the front page."""
_MOST_STEPS = 6
"""Links of a breadcrumb; a menu has more."""
_STEPS_ABOVE = frozenset({Role.SECTION, Role.RESIDUE})
"""Steps of a way that have lines of their own, and the signs between them."""
_BAR = 3
"""Links in a row that may be a menu."""
_BODY, _HEADLINE, _SECTION = Role.BODY, Role.HEADLINE, Role.SECTION


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
        way = way_to_title(ctx) if sections else {}
        if way and (set(sections) < set(way) or all(_is_guess(line) for _, line in sections.values())):
            sections = way
        if not sections:
            sections = next(filter(None, (read(ctx) for read in _ELSEWHERE)), {})
            why = "the name of a section beside the article"
    if sections:
        first = next(iter(sections.values()))
        return FieldValue(tuple(name for name, _ in sections.values()), printed(first[1], why))
    elsewhere = stated_sections(ctx)
    return elsewhere if elsewhere.value or ctx.page is None else _in_masthead(ctx)


def _printed(ctx: Context) -> Named:
    """Return what the lines of sections name."""
    page = ctx.page
    found: Named = {}
    names = ctx.site | ctx.sources if page is not None else frozenset(squeeze(s.text) for s in ctx[Role.MASTHEAD])
    headings = frozenset(squeeze(s.text) for s in ctx[Role.SUBHEADING]) if page is not None else ()
    for segment in ctx[Role.SECTION] if page is None else [*_of_article(ctx), *ctx.once(tag_above_title)]:
        for text, is_link in [(_filed(segment.text), False)] if page is None else _steps(segment, ctx):
            if page is not None and (squeeze(text) in ctx.titles or (not is_link and _is_dated(text))):
                continue
            if page is not None and not is_link and (names_beside := names_beside_day(text, ctx)) is not None:
                found.update((squeeze(name), (name, segment)) for name in names_beside)
                continue
            steps = list(map(str.strip, (_STEP if is_link else SEPARATOR).split(text)))
            if page is None and len(steps) == 1:
                steps = [_without_home(text, ctx)]
            # After an arrow is a section, whatever menus have the same words.
            later = {squeeze(step) for step in steps[1:]} if _ARROW.search(text) is not None else ()
            for part in map(bare_section, steps):
                key = squeeze(part)
                rule = ctx.book.whole(key) if key else None
                sure = is_link or key in later or (part == segment.text and segment.reason.origin is Origin.MODEL)
                if (
                    not key
                    or key in ctx.titles
                    or key in headings
                    or (page is not None and is_front(part))
                    or (rule is not None and _is_menu(rule, is_link=sure))
                ):
                    continue
                if key not in names if page is None else is_section(part, ctx.titles, names):
                    found.setdefault(key, (part, segment))
    return found


def _without_home(text: str, ctx: Context) -> str:
    """Return a line of a text without the front page in front of the section, which nothing sets apart."""
    words = text.split()
    for count in (_HOME_WORDS, 1):
        if len(words) > count and is_home(" ".join(words[:count]), ctx):
            return " ".join(words[count:])
    return text


def _is_dated(text: str) -> bool:
    """Tell whether a text is a line of several things, with a day among them."""
    return text.count(" ") > SECTION_WORDS and may_hold_date(text)


def _filed(text: str) -> str:
    """Return the section in the sentence of a theme («This entry was posted in … . Bookmark the permalink.»)."""
    found = _POSTED.match(text.strip())
    if found is None:
        return text
    name = text.strip()[found.end() :]
    for rest in _POSTED_REST:
        name = name.partition(rest)[0]
    return name.strip(BLANKS + ":")


def _told_apart(sections: Named, ctx: Context) -> Named:
    """Return printed sections without tags; the row of links to sections of the article where it says more."""
    if not sections:
        return sections
    own = _filed_sections(ctx)
    title = ctx[Role.HEADLINE][0].start if ctx[Role.HEADLINE] else 0
    lines = [line for _, line in sections.values()]
    if any(line.start > title for _, line in own.values()) and all(map(_is_guess, lines)) and lines[-1].start < title:
        return own  # what was read above the title is a menu
    tags = ctx.once(tag_links)
    tagged = {squeeze(ctx.link_text(link)) for link in ctx.links if link.start in tags} if tags else ()
    if not any(key in tagged for key in sections):
        return sections
    chosen = {key for key, (_, line) in sections.items() if line.reason.origin is Origin.SELECTOR}
    steps = {key for key, (_, line) in sections.items() if _is_last_step(line, ctx)}
    kept = steps | set(own) | chosen
    untagged = {key: found for key, found in sections.items() if key not in tagged or key in kept}
    if any(key in untagged for key in sections):
        # A step of the way may be the name of a tag, too.
        untagged = {key: found for key, found in sections.items() if key in untagged or not _is_of_tags(found[1], ctx)}
    # A name above the title is its section, wherever its link leads.
    above = {key: (name, line) for key, (name, line) in sections.items() if line.start < title or not _is_guess(line)}
    return untagged or own or above


def _filed_sections(ctx: Context) -> Named:
    """Return the sections in the row of links to sections that belongs to the article."""
    names = ctx.site | ctx.sources
    found: Named = {}
    for text, link in filed_under(ctx, tags=False).items():
        line = ctx.segment_at(link.start)
        if line is not None and _may_be_section(text, ctx) and is_section(text, ctx.titles, names):
            found[squeeze(text)] = text, line
    return found


_ELSEWHERE = (
    _filed_sections,
    way_to_title,
    section_in_title,
    below_title,
    called,
    above_beside_day,
    below_body,
    above_title,
)
"""Where a page names its section besides the lines of sections, the surest place first."""


def _is_guess(segment: Segment) -> bool:
    """Tell whether nothing but the words of a line says that it is a section."""
    return segment.reason.origin in _BY_WORDS


def _is_last_step(segment: Segment, ctx: Context) -> bool:
    """Tell whether a line is the last step of a way whose steps have lines of their own: a list item, and no link."""
    if segment.reason.origin is not Origin.MARKUP or ctx.links_in(segment):
        return False
    before = ctx.segment_at(segment.start - 2) if segment.start > 1 else None
    return before is not None and before.role is _SECTION and before.reason == segment.reason and _has_link(before, ctx)


def _has_link(segment: Segment, ctx: Context) -> bool:
    return bool(ctx.links_in(segment))


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
    filed = any(map(leads_to_section, ctx.links_in(segment)))
    return [
        (text, href is not None)
        for index, (text, href) in enumerate(parts)
        if (index >= first if href is None else not (_leads_elsewhere(text, href, ctx) or (filed and href == "#")))
    ]


def _leads_elsewhere(text: str, href: str, ctx: Context) -> bool:
    """Tell whether a link leads to no section: to the front page, to another site, to the page in another language."""
    if (
        href.startswith("javascript:")
        or leads_to_front(href, ctx.base)
        or (leads_to_language(href) and _ARABIC.search(text) is None)
    ):
        return True
    return leads_away(href, ctx)


def _may_be_section(text: str, ctx: Context) -> bool:
    rule = ctx.book.whole(squeeze(text))
    return rule is None or rule.role in _NAMES


def _is_menu(rule: Rule, *, is_link: bool) -> bool:
    """Tell whether a step is no section; a link in a breadcrumb is one, whatever menus have the same words."""
    return rule.role is Role.NAVIGATION and (rule.means is Means.HOME or not is_link)


def _of_article(ctx: Context) -> list[Segment]:
    """Return the segments of a page that name its sections: the way to the article, else names close to the title."""
    segments = [segment for segment in ctx[Role.SECTION] if not segment.text.rstrip().endswith(":")]
    alone = {squeeze(segment.text) for segment in segments if not is_home(segment.text, ctx)}
    segments = [segment for segment in segments if not _is_bar(segment, alone, ctx)]
    trails = [segment for segment in segments if _is_trail(segment, ctx)]
    trails = trails or [segment for segment in segments if without_prefix(segment.text) != segment.text]
    if trails or not segments:
        return trails
    title = next((index for index, segment in enumerate(ctx.segments) if segment.role is _HEADLINE), None)
    lead = next((index for index, segment in enumerate(ctx.segments) if segment.role is _BODY), len(ctx.segments))
    near = ctx.segments[max(0, (title or 0) - _NEAR) : max(lead, (title or 0) + _NEAR)]
    named = {segment.start for segment in segments} - menu_entries(ctx)
    own = [segment for segment in near if segment.start in named and not is_flag(segment.text)]
    # The lines right above the title are its section; those that other lines separate from it are a menu.
    above = reversed(ctx.segments[: title or 0])
    row = [line for line in takewhile(lambda line: line.role in _STEPS_ABOVE, above) if line in own]
    return [line for line in own if line.start >= row[-1].start] if row else own


def _is_bar(segment: Segment, alone: set[str], ctx: Context) -> bool:
    """Tell whether a line of links is a menu: one before the last is the section, a line of its own.

    So is a longer line that neither begins with the front page nor ends with the title, which no evidence calls a way.
    """
    links = ctx.links_in(segment)
    if len(links) < _BAR or _ARROW.search(segment.text) is not None:
        return False
    if not alone.isdisjoint(squeeze(ctx.link_text(link)) for link in links[:-1]):
        return True
    is_way = (
        leads_to_front(links[0].href, ctx.base)
        or is_home(ctx.link_text(links[0]), ctx)
        or squeeze(ctx.link_text(links[-1])) in ctx.titles
    )
    return len(links) > _BAR and segment.reason.origin in _TOLD and not is_way


def _is_trail(segment: Segment, ctx: Context) -> bool:
    """Tell whether a section is the article's by more than its words; what an outlet's rule says is its own."""
    reason = segment.reason
    return reason.origin in _NAMED or (reason.rule is not None and ctx.book.is_special(reason.rule))


def _in_masthead(ctx: Context) -> FieldValue[tuple[str, ...]]:
    """Return the section after the name of the outlet in a masthead above the title: «المرفأ - رياضة»."""
    title = ctx[Role.HEADLINE][0].start if ctx[Role.HEADLINE] and ctx[Role.BODY] else 0
    for segment in ctx[Role.MASTHEAD]:
        outlet, dash, name = segment.text.rpartition("-")
        rule = ctx.book.whole(squeeze(name)) if dash and segment.start < title else None
        if rule is not None and rule.role is _SECTION and squeeze(outlet) and outlet.count(" ") < SECTION_WORDS:
            return FieldValue((name.strip(),), printed(segment, "the section after the name of the outlet"))
    return NO_ITEMS
