"""Where the item was taken from."""

from __future__ import annotations

import re
from itertools import pairwise

from arnews.addresses import host_of, resolve, same_site
from arnews.article import Source
from arnews.credits import bare_outlet, is_outlet_word, read_agency
from arnews.dates import NewsDate, find_dates, may_hold_date
from arnews.document import Origin, Segment
from arnews.fields.called import roles_around
from arnews.fields.context import NOTHING, Context, FieldValue, printed
from arnews.fields.said import said
from arnews.roles import Role
from arnews.rules import Means, Rule, RuleBook
from arnews.text.fold import fold, squeeze, words
from arnews.text.letters import BLANKS, LINE_ENDS, TATWEEL
from arnews.text.memory import remembered

__all__ = ["read_source"]

_UP_TO_BLANK = f"[^{BLANKS}{LINE_ENDS}،]"
_URL = re.compile(
    rf"(?:https?://|www\.){_UP_TO_BLANK}+|(?<![\w-])[\w-]++\.(?:com|net|org|info|news|tv)\b{_UP_TO_BLANK}*",
    re.ASCII | re.IGNORECASE,
)
_EDGE = BLANKS + TATWEEL + ":.•*-–—|/_«»\"'“”()"
_PAIRS = (("(", ")"), ("«", "»"), ("“", "”"), ('"', '"'))
_NOTICES = frozenset({Role.DISCLAIMER, Role.SOURCE, Role.NOTE})
_NAMES = frozenset({Role.DATELINE, Role.MASTHEAD})
"""Roles of the name of an outlet."""
_SPEAKING = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK, Role.BODY, Role.SUBHEADING, Role.BYLINE, Role.RESIDUE})
"""Roles of lines below a title that are the article's, or nobody's."""
_GUESSED = frozenset({Origin.PLACE, Origin.MODEL})
"""Evidence that knows no word of a line."""
_SOURCE = Role.SOURCE
_Known = tuple[str | None, str | None, NewsDate | None]
"""Name, address and date of the original, as far as they are known."""
_NETWORKS = ("facebook.", "twitter.", "x.com", "t.me", "whatsapp.", "youtube.", "instagram.", "linkedin.", "google.")
"""Beginnings of hosts where everybody writes: no source of an item."""
_NAME_WORDS = 6
_OUTLET_WORDS = 3
_LABEL_WORDS = 4
"""Words within which the name of a known outlet begins, where no rule says which of them are the label."""
_WORD = re.compile(r"[^\W_]+")
_BESIDE = re.compile(r"(?<!\s)\s++[-\u2010-\u2015|]\s++")
_GAPS = re.compile(r"\{\w+\}")
_BA = "\u0628"
"""The preposition «in», joined to the word after it."""


def read_source(ctx: Context) -> FieldValue[Source | None]:
    """Return name, address and date of the original, as the source line prints them; in a page its link is followed.

    >>> import arnews
    >>> text = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء والناشرين.\\nالمصدر: رويترز"
    >>> read_source(Context(arnews.label(arnews.read_text(text)))).value.name
    'رويترز'
    """
    name: str | None = None
    url: str | None = None
    date: NewsDate | None = None
    lines: list[Segment] = []
    chosen = bool(ctx.chosen(_SOURCE))
    for segment in ctx.segments:
        if segment.role not in _NOTICES or (chosen and segment.reason.origin is not Origin.SELECTOR):
            continue
        known = (name, url, date)
        notice = said(segment, Means.COPIED_FROM, ctx.book)
        if notice is not None:
            name = name or _inside_label(segment.text[: notice.end], notice.rule)
        if segment.role is _SOURCE:
            name, url, date = _with_line((name, url, date), segment, ctx)
        if (name, url, date) != known:
            lines.append(segment)
    why = "the line that says where the item was taken from"
    if name is None and url is None and ctx[_SOURCE]:
        label, below = _after_label(ctx), _below_title(ctx)
        if label is not None:
            name = label.text.strip(_EDGE)
            lines.append(label)
        elif below is not None:
            name, why = below.text.strip(_EDGE), "the outlet right below the title"
            lines.append(below)
    if url is None:
        linked = _linked_url(ctx)
        if linked is not None:
            url = linked[0]
            lines.append(linked[1])
    if name is None and url is None and date is None:
        return NOTHING
    return FieldValue(Source(name=name, url=url, date_published=date), printed(lines[0], why))


def _with_line(known: _Known, segment: Segment, ctx: Context) -> _Known:
    """Return name, address and date, those that are not known yet as a source line has them."""
    name, url, date = known
    if _is_called_source(segment, ctx):
        return name or segment.text.rpartition(":")[2].strip(_EDGE), url, date
    address = _URL.search(segment.text)
    if address is not None:
        url = url or address.group().lstrip("-").rstrip(".,")
    if date is None and may_hold_date(segment.text):
        date = next((found.date for found in find_dates(segment.text) if found.date is not None), None)
    if name is None:
        text = segment.text if address is None else segment.text[: address.start()]
        name = _name(text, segment.text, ctx.book) or (None if address is None else _outlet_at_end(text))
    return name, url, date


def _linked_url(ctx: Context) -> tuple[str, Segment] | None:
    """Return the address on another site that a link in a source line of a page leads to, and the line."""
    for segment in ctx.own(_SOURCE):
        for link in ctx.links_in(segment):
            url = resolve(link.href, ctx.base)
            if url is None:
                continue
            if segment.reason.origin is not Origin.SELECTOR and host_of(url).startswith(_NETWORKS):
                continue
            if ctx.base is not None and not same_site(url, ctx.base):
                return url, segment
    return None


def _below_title(ctx: Context) -> Segment | None:
    """Return the outlet that an aggregator prints right below the title, where its source line names nobody.

    One that nobody knows is a short line in the head that says nothing: boilerplate by its place, be it of any kind.
    """
    for above, segment in pairwise(ctx.segments):
        if (
            above.role is Role.HEADLINE
            and (segment.role in _NAMES or (segment.role not in _SPEAKING and segment.reason.origin in _GUESSED))
            and segment.text.count(" ") < _OUTLET_WORDS
            and not any(map(str.isdigit, segment.text))
            and _is_line(segment, ctx)
        ):
            return segment
    return None


def _after_label(ctx: Context) -> Segment | None:
    """Return the outlet below a label that has a line of its own («المصدر:»), whatever it was taken for."""
    for above, segment in pairwise(ctx.segments):
        if above.role is not _SOURCE or segment.text.count(" ") >= _NAME_WORDS or not _is_line(segment, ctx):
            continue
        rule = ctx.book.whole(squeeze(above.text))
        alone = rule is not None and rule.role is _SOURCE and rule.parsed and not rule.parsed[0].has_gap
        if (alone or above.text.rstrip().endswith(":")) and read_agency(segment.text) is not None:
            return segment
    return None


def _is_line(segment: Segment, ctx: Context) -> bool:
    """Tell whether a segment is all of its block."""
    block = ctx.block_of(segment)
    return (block.start, block.end) == (segment.start, segment.end)


def _is_called_source(segment: Segment, ctx: Context) -> bool:
    """Tell whether the element of a source line, not a label in it, says that it names an outlet.

    Even a name that looks like an address is a name there. What a selector or a rule of an outlet has claimed is read
    as it would be read without them: by its label if it has one.
    """
    reason = segment.reason
    if reason.origin is Origin.MARKUP:
        return True
    if reason.origin is Origin.SELECTOR:
        called = True
    else:
        own = reason.rule is not None and ctx.book.is_special(reason.rule)
        called = own and _SOURCE in roles_around(segment, ctx)
    if not called or "://" in segment.text or segment.text.count(" ") >= _NAME_WORDS:
        return False
    match = ctx.book.start(segment.text)
    if match is not None and match.rule.role is _SOURCE:
        return False
    rule = ctx.book.whole(squeeze(segment.text))
    return rule is None or rule.role is not _SOURCE or ctx.book.is_special(rule)


def _name(text: str, whole: str, book: RuleBook) -> str | None:
    """Return the name that a source line prints after its label, or inside it where a title follows.

    ``text`` is the line as far as an address, ``whole`` is all of it.
    """
    match = book.start(text)
    if match is not None and match.rule.role is Role.SOURCE:
        inside = _inside_label(text[match.start : match.end], match.rule)
        if inside is not None and not _ends_known(text[match.start : match.end], match.rule):
            return inside
        return _plain_name(text[match.end :])
    rule = book.whole(squeeze(whole))
    if rule is not None:
        return _inside_label(whole, rule) or _known_at_end(text)
    return _plain_name(text.rpartition(":")[2])


def _outlet_at_end(text: str) -> str | None:
    """Return the outlet that ends the title in front of an address, by the word for what it is: «… - جريدة الميناء»."""
    name = _BESIDE.split(text)[-1].strip(_EDGE)
    return name if 1 < len(name.split()) <= _LABEL_WORDS and is_outlet_word(name.split()[0]) else None


def _known_at_end(text: str) -> str | None:
    """Return the known outlet that ends a line of which the rules know every word («خدمة نيويورك تايمز»)."""
    words = text.strip(_EDGE).split()
    names = (read_agency(" ".join(words[at:])) for at in range(1, min(len(words), _LABEL_WORDS)))
    return next((name for name in names if name is not None and " " in name), None)


def _plain_name(text: str) -> str | None:
    """Return a name without what follows a dash and holds a number: the date, the issue of the paper."""
    for dash in reversed(list(_BESIDE.finditer(text))):
        if not any(map(str.isdigit, text[dash.end() :])):
            break
        text = text[: dash.start()]
    name = bare_outlet(_without_edges(text))
    dated = may_hold_date(name) and any(found.date is not None for found in find_dates(name))
    if len(name) < 2 or len(name.split()) > _NAME_WORDS or dated or is_outlet_word(name):
        return None
    return name


def _without_edges(text: str) -> str:
    """Return a name without the marks around it, except for one whose other half is inside it: «الميناء» المصرية."""
    name = text.strip(_EDGE)
    for opening, closing in _PAIRS:
        if opening == closing:
            halves = name.count(opening) % 2
            name = f"{opening}{name}" if halves and f"{opening}{name}" in text else name
            name = f"{name}{closing}" if name.count(opening) % 2 and f"{name}{closing}" in text else name
        elif name.count(closing) > name.count(opening) and f"{opening}{name}" in text:
            name = f"{opening}{name}"
        elif name.count(opening) > name.count(closing) and f"{name}{closing}" in text:
            name = f"{name}{closing}"
    return name


def _ends_known(label: str, rule: Rule) -> bool:
    """Tell whether a label ends with a word of its phrase: the name comes after it, and a title inside it."""
    found = _WORD.findall(label)
    return bool(found) and fold(found[-1]) in _literals(rule.phrases)


def _inside_label(text: str, rule: Rule) -> str | None:
    """Return what is in the gap of a phrase: the first words of the label that the phrase does not name."""
    known = _literals(rule.phrases)
    found = list(_WORD.finditer(text))
    first = next((at for at, word in enumerate(found) if fold(word.group()) not in known), None)
    if first is None:
        return None
    last = next((at for at in range(first, len(found)) if fold(found[at].group()) in known), len(found)) - 1
    begin = found[first].start()
    before = found[first - 1] if first else None
    if before is not None and is_outlet_word(before.group()):
        begin = before.start()
    elif before is not None and before.group()[0] == _BA and is_outlet_word(before.group()[1:]):
        # «بصحيفة …»: the noun belongs to the name, the preposition does not.
        begin = before.start() + 1
    return bare_outlet(text[begin : found[last].end()].partition(":")[0].strip(_EDGE)) or None


@remembered(most=64, longest=4000)
def _literals(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        word
        for phrase in phrases
        for gap in ("", " ")
        for word in words(_GAPS.sub(" ", phrase).translate(_unmarked(gap)))
    )


def _unmarked(gap: str) -> dict[int, str]:
    """Return the table that takes the marks of a phrase away: optional letters belong to the word or are apart."""
    return {ord("["): gap, ord("]"): gap, ord("<"): " ", ord(">"): " ", ord("|"): " "}
