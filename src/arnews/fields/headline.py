"""The headline: the title as printed, else that of the metadata where the body speaks of it."""

from __future__ import annotations

import re

from arnews.fields.context import NOTHING, Context, FieldValue, printed, stated
from arnews.fields.site import is_site_name, title_pieces
from arnews.fields.title_section import title_apart
from arnews.page import MetadataValue
from arnews.roles import Role
from arnews.text.fold import squeeze
from arnews.text.fold import words as words_of
from arnews.text.letters import BLANKS, EMBEDDINGS
from arnews.text.references import decoded

__all__ = ["read_headline", "stated_titles"]

_HEADLINE = Role.HEADLINE
_AFTER_SECTION = BLANKS + ":/|\u00bb\u203a"
"""Marks in front of a title that are left when the section before it is a line of its own."""
_DIRECTIONS = re.compile(f"[{EMBEDDINGS}]")
_MOST_CHARACTERS = 300
_FEWEST_WORDS = 3
_SHARED = 2
_LONG_WORD = 4


def read_headline(ctx: Context) -> FieldValue[str | None]:
    """Return the title as printed, its lines joined by a space; a second copy of it does not count.

    Controls that override the direction of the line are left out: they would turn what a user prints after the title.
    Where no line of a page was found to be its title, that of the metadata counts, without the name of the site, if
    its words are those of the body.

    >>> import arnews
    >>> read_headline(Context(arnews.label(arnews.read_text("افتتاح المعرض الدولي للكتاب\\n12 شباط 2024")))).value
    'افتتاح المعرض الدولي للكتاب'
    """
    lines = ctx[_HEADLINE]
    if lines:
        headline = _without_site(_printed_lines(ctx), ctx) if ctx.page is not None else decoded(_printed_lines(ctx))
        headline = _DIRECTIONS.sub("", headline).strip()
        return FieldValue(headline, printed(lines[0], "the line that is the title"))
    title = _stated_title(ctx)
    if title is None:
        return NOTHING
    return FieldValue(title[0], stated(title[1], "a title of the metadata whose words the body has"))


def _printed_lines(ctx: Context) -> str:
    """Return the lines of the title without a section in front, one plain space wherever blanks part the words."""
    titles = ctx[_HEADLINE]
    apart = title_apart(ctx)
    if apart is not None:
        return " ".join(ctx.text[apart[1] : titles[0].end].split())
    if len(titles) == 1:
        return " ".join(titles[0].text.lstrip(_AFTER_SECTION).split())
    lines: list[str] = []
    keys: set[str] = set()
    for index, segment in enumerate(ctx.segments):
        if segment.role is not _HEADLINE:
            continue
        key = squeeze(segment.text)
        follows = index > 0 and ctx.segments[index - 1].role is _HEADLINE
        if key in keys or (lines and not follows):
            continue
        keys.add(key)
        lines.append(" ".join(segment.text.split()))
    return " ".join(lines)


def _stated_title(ctx: Context) -> tuple[str, MetadataValue] | None:
    """Return the article's title as the metadata have it, without the name of the site; ``None`` if none is believed.

    Believed is a title of three words or more of which two of the longer ones occur in the body.
    """
    titles = stated_titles(ctx)
    if not titles:
        return None
    body = {word for segment in ctx[Role.BODY] for word in words_of(segment.text)}
    for title, value in titles.items():
        own = {word for word in words_of(title) if len(word) >= _LONG_WORD}
        if len(own & body) >= min(_SHARED, len(own)) and own:
            return title, value
    return None


def stated_titles(ctx: Context) -> dict[str, MetadataValue]:
    """Return the titles of the article that the metadata have, without the name of the site, best origin first.

    Each title has the value that it was read from.

    >>> import arnews
    >>> page = "<title>افتتاح معرض الكتاب | المثال</title><meta property='og:site_name' content='المثال'>"
    >>> list(stated_titles(Context(arnews.label(arnews.read_html(page)))))
    ['افتتاح معرض الكتاب']
    """
    if ctx.page is None:
        return {}
    values = [value for value in ctx.page.metadata.titles if len(value.value) <= _MOST_CHARACTERS]
    known = {squeeze(value.value) for value in values}
    found: dict[str, tuple[str, MetadataValue]] = {}
    for value in values:
        title = _bare(value.value, ctx.site, known)
        key = squeeze(title)
        if len(key.split()) >= _FEWEST_WORDS and not is_site_name(title, ctx.site):
            found.setdefault(key, (title, value))
    return dict(found.values())


def _without_site(headline: str, ctx: Context) -> str:
    """Return a printed title without the name of the site after or before it.

    A part that a bar or dash sets apart is left out if the metadata call the site so; words that only follow, if the
    metadata have the title without them, too.
    """
    page = ctx.page
    names = frozenset(squeeze(value.value) for value in page.metadata.site_names) if page is not None else frozenset()
    if page is None or not names:
        return headline
    key = squeeze(headline)
    if any(key.endswith(f" {name}") or key.startswith(f"{name} ") for name in names if name):
        bare = _bare(headline, names, set())
        if bare != headline:
            return bare if bare.count(" ") + 1 >= _FEWEST_WORDS else headline
        titles = {squeeze(piece) for value in page.metadata.titles for piece in title_pieces(value.value)}
        shorter = next((title for title in titles if key.startswith(f"{title} ")), None)
        if shorter is not None and shorter.count(" ") + 1 >= _FEWEST_WORDS:
            rest = key[len(shorter) + 1 :]
            if any(rest.endswith(name) and rest.removesuffix(name).count(" ") <= 1 for name in names if name):
                return _opening(headline, shorter)
    return headline


def _opening(text: str, key: str) -> str:
    """Return the words with which a text opens that have a key; the whole text if none have it."""
    words = text.split()
    return next((opening for n in range(1, len(words)) if squeeze(opening := " ".join(words[:n])) == key), text)


def _bare(title: str, keys: frozenset[str], known: set[str]) -> str:
    """Return a title without the parts at its ends that name the site; the part that is another title, if one is."""
    pieces = title_pieces(title)
    if len(pieces) < 2:
        return title
    whole = next((piece for piece in pieces if squeeze(piece) in known), None)
    if whole is not None and len(whole.split()) >= _FEWEST_WORDS:
        return whole
    first, past = 0, len(pieces)
    while past - first > 1 and is_site_name(pieces[past - 1], keys):
        past -= 1
    while past - first > 1 and is_site_name(pieces[first], keys):
        first += 1
    if (first, past) == (0, len(pieces)):
        return title
    start = title.find(pieces[first])
    end = title.rfind(pieces[past - 1]) + len(pieces[past - 1])
    return title[start:end]
