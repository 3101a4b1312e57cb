"""Pointers to other articles."""

from __future__ import annotations

import re
from collections.abc import Iterable

from arnews.addresses import resolve
from arnews.article import Link
from arnews.document import Segment
from arnews.fields.context import NO_ITEMS, Context, FieldValue, printed
from arnews.roles import Role
from arnews.rules import RuleBook
from arnews.text.letters import BLANKS

__all__ = ["read_related"]

_BULLET = re.compile(r"[\s\u2022\u00b7\u25cf\u25cb\u25a0\u25aa\u25ba\u25c4\u25c0\u25b6*\u00bb\u203a>+\u2013\u2014-]+")
_RANK = re.compile(r"(\d{1,2})(?:\s*+[.)\u2013-]\s++|\s++)")
_AFTER_LABEL = BLANKS + ":.\u2026|-\u2013\u2014"
"""Marks between a label and its title."""
_FEWEST_RANKS = 2
"""Titles that begin with their place in the list; one alone may begin with a number of its own."""


def read_related(ctx: Context) -> FieldValue[tuple[Link, ...]]:
    """Return the titles of other articles that the document points to, each once; of a page with their addresses.

    >>> import arnews
    >>> page = "<h1>افتتاح المعرض الدولي</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
    >>> page += "<p>وتشارك في المعرض هذا العام دور نشر من أربعين بلدا.</p>"
    >>> page += "<h2>اقرأ أيضاً</h2><p><a href=/2>أسعار النفط ترتفع</a></p>"
    >>> read_related(Context(arnews.label(arnews.read_html(page, url="https://port.example/1")))).value
    (Link(text='أسعار النفط ترتفع', url='https://port.example/2'),)
    """
    items = ctx[Role.RELATED_ITEM]
    if not ctx.links:
        links = tuple(map(Link, dict.fromkeys(_titles(_after_label(segment.text, ctx.book) for segment in items))))
    else:
        found: list[tuple[str, str | None]] = [_linked(segment, ctx) for segment in items]
        # In a list of links, what is not a link is a summary, a date or a number.
        linked = any(url is not None for _, url in found)
        own = [(title, url) for title, url in found if url is not None or not linked]
        addresses: dict[str, str | None] = {}
        chosen = {segment.text for segment in ctx.chosen(Role.RELATED_ITEM)}
        for title, (_, url) in zip(_cleaned([_after_label(title, ctx.book) for title, _ in own]), own, strict=True):
            if (_is_title(title) or title in chosen) and addresses.get(title) is None:
                addresses[title] = url
        links = tuple(Link(text=title, url=url) for title, url in addresses.items())
    return FieldValue(links, printed(items[0], "the titles of other articles")) if links else NO_ITEMS


def _linked(segment: Segment, ctx: Context) -> tuple[str, str | None]:
    """Return the title in a segment and where it leads: its longest link; a time and a number may be beside it."""
    title: str | None = None
    address: str | None = None
    for link in ctx.links_in(segment):
        text = ctx.link_text(link)
        if (title is None or len(text) > len(title)) and (url := resolve(link.href, ctx.base)) is not None:
            title, address = text, url
    return title if title is not None and 2 * len(title) > len(segment.text) else segment.text, address


def _after_label(text: str, book: RuleBook) -> str:
    """Return a title without the label before it («اقرأ أيضا:»)."""
    match = book.start(text)
    if match is None or match.rule.role is not Role.RELATED_ITEM:
        return text
    title = text[match.end :].lstrip(_AFTER_LABEL)
    return title if _is_title(title) else text


def _titles(texts: Iterable[str]) -> list[str]:
    return list(filter(_is_title, _cleaned(list(texts))))


def _is_title(text: str) -> bool:
    """Tell whether a text can be a title: «1», «Share» and «انتهت» are a rank, a button, a state."""
    return " " in text.strip()


def _cleaned(texts: list[str]) -> list[str]:
    """Return titles without bullets in front, and without their ranks where they are numbered."""
    bare = [text[found.end() :] if (found := _BULLET.match(text)) is not None else text for text in texts]
    ranks = [_RANK.match(text) for text in bare]
    numbers = [int(rank[1]) for rank in ranks if rank is not None]
    numbered = len(numbers) >= _FEWEST_RANKS and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    if not numbered or numbers[0] != 1:
        return bare
    return [text[rank.end() :] if rank is not None else text for text, rank in zip(bare, ranks, strict=True)]
