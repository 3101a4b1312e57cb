"""The keywords that the metadata of a page give its article."""

from __future__ import annotations

from arnews.article import Evidence
from arnews.fields.context import Context, stated
from arnews.fields.site import is_site_name
from arnews.page import MetadataValue
from arnews.roles import Role
from arnews.text.fold import squeeze, words
from arnews.text.letters import BLANKS

__all__ = ["MOST_KEYWORDS", "TITLE_AND_TEXT", "stated_by", "stated_keywords"]

MOST_KEYWORDS = 20
"""Keywords of an article; a site has more."""
_FEW_KEYWORDS = 8
"""Keywords that the metadata of an article itself may give it without its text saying them."""
_KEYWORD_WORDS = 6
_ARTICLES_OWN = ("json-ld", "article", "microdata")
"""Origins that speak of the article; plain ``keywords`` are often those of the site."""
TITLE_AND_TEXT = frozenset({Role.HEADLINE, Role.BODY})
"""Roles of the lines that say what an article is about."""


def stated_keywords(ctx: Context) -> tuple[str, ...]:
    """Return the keywords that the metadata give the article; none if they look like the site's or like its title.

    Keywords are believed if they are few and half of them occur in the text; the words of a title are not.

    >>> import arnews
    >>> page = "<meta name=keywords content='المعرض, الوزير'><h1>المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره كثيرون."
    >>> stated_keywords(Context(arnews.label(arnews.read_html(page))))
    ('المعرض', 'الوزير')
    """
    page = ctx.page
    if page is None or not ctx[Role.BODY]:
        return ()
    values = page.metadata.keywords
    origin = values[0].origin if values else ""
    own = [value for value in values if value.origin == origin and squeeze(value.value)]
    if not 0 < len(own) <= MOST_KEYWORDS or any(value.value.count(" ") >= _KEYWORD_WORDS for value in own):
        return ()
    titles = [value.value for value in page.metadata.titles] + [segment.text for segment in ctx[Role.HEADLINE]]
    if len(own) == 1 and origin not in _ARTICLES_OWN:
        return ()
    if _is_cut_title(own, titles):
        return ()
    prose = " ".join(segment.text for segment in ctx.segments if segment.role in TITLE_AND_TEXT)
    text = f" {squeeze(prose)} "
    inside = sum(_stands_in(squeeze(value.value), text) for value in own)
    if inside * 2 < len(own) and not (origin in _ARTICLES_OWN and len(own) <= _FEW_KEYWORDS):
        return ()
    named = [value.value for value in own if not is_site_name(value.value, ctx.site)]
    return tuple({squeeze(name): name.strip(BLANKS + '#"«»') for name in named}.values())


def _is_cut_title(values: list[MetadataValue], titles: list[str]) -> bool:
    """Tell whether keywords are the words of the title, one after the other."""
    single = [squeeze(value.value) for value in values if " " not in value.value]
    if len(single) < 4 or len(single) * 4 < len(values) * 3:
        return False
    known = {word for title in titles for word in words(title)}
    return sum(word in known for word in single) * 10 >= len(single) * 8


def _stands_in(key: str, text: str) -> bool:
    """Tell whether a phrase occurs in a squeezed text; its first word may carry a joined letter or two."""
    at = text.find(key)
    while at >= 0:
        if " " in text[max(0, at - 3) : at]:
            return True
        at = text.find(key, at + 1)
    return False


def stated_by(ctx: Context) -> Evidence | None:
    """Return what tells that the metadata have the keywords.

    >>> import arnews
    >>> stated_by(Context(arnews.label(arnews.read_text("عاجل")))) is None
    True
    """
    values = ctx.page.metadata.keywords if ctx.page is not None else ()
    return stated(values[0], "keywords of the metadata, which the text has") if values else None
