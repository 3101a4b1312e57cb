"""Which lines a field of an article came from, for the views that point from one to the other."""

from __future__ import annotations

from collections.abc import Callable

from arnews.article import Article
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["lines_of"]

_MOST = 20
"""Values of a field that are looked for in lines; a page may list thousands."""

# The roles of the lines that a field is read from, the best one first.
_ROLES: dict[str, tuple[Role, ...]] = {
    "kicker": (Role.KICKER,),
    "headline": (Role.HEADLINE,),
    "description": (Role.DECK,),
    "authors": (Role.BYLINE, Role.AUTHOR_BIO, Role.CONTRIBUTORS, Role.CAPTION, Role.HEADLINE, Role.SOURCE),
    "contributors": (Role.CONTRIBUTORS, Role.BYLINE, Role.NOTE, Role.BODY),
    "dateline": (Role.DATELINE, Role.BYLINE, Role.TIMESTAMP, Role.BODY),
    "date_published": (Role.TIMESTAMP, Role.BYLINE, Role.DATELINE, Role.SOURCE, Role.CONTRIBUTORS, Role.BODY),
    "date_modified": (Role.TIMESTAMP, Role.BYLINE, Role.COUNTER, Role.DISCLAIMER),
    "publisher": (Role.MASTHEAD,),
    "source": (Role.SOURCE, Role.DISCLAIMER),
    "sections": (Role.SECTION,),
    "keywords": (Role.TAGS,),
    "images": (Role.CAPTION,),
    "related": (Role.RELATED_ITEM,),
    "is_translated": (Role.DISCLAIMER,),
}

_PRINTED: dict[str, Callable[[Article], list[str | None]]] = {
    "authors": lambda article: [author.name for author in article.authors],
    "contributors": lambda article: [author.name for author in article.contributors],
    "dateline": lambda article: [article.dateline.raw] if article.dateline else [],
    "date_published": lambda article: [article.date_published.raw] if article.date_published else [],
    "date_modified": lambda article: [article.date_modified.raw] if article.date_modified else [],
    "publisher": lambda article: [article.publisher.name] if article.publisher else [],
    "source": lambda article: [article.source.name, article.source.url] if article.source else [],
    "sections": lambda article: list(article.sections),
    "keywords": lambda article: list(article.keywords),
    "images": lambda article: [image.caption for image in article.images],
    "related": lambda article: [link.text for link in article.related],
}
"""The texts by which a field is known in its lines; the other fields take all lines of their role."""


def lines_of(article: Article) -> dict[str, tuple[int, ...]]:
    """Return the segments that each field was read from, by the name of the field, as indexes.

    A field that no line prints, because the metadata state it, is not there.

    >>> import arnews
    >>> article = arnews.parse_text("افتتاح المعرض\\nكتبت: ليلى حسن\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.")
    >>> lines_of(article)
    {'headline': (0,), 'authors': (1,)}
    """
    by_role: dict[Role, list[int]] = {}
    for index, segment in enumerate(article.segments):
        by_role.setdefault(segment.role, []).append(index)
    squeezed = [squeeze(segment.text) for segment in article.segments]
    found = {name: _lines(name, article, by_role, squeezed) for name in _ROLES if getattr(article, name)}
    return {name: lines for name, lines in found.items() if lines}


def _lines(name: str, article: Article, by_role: dict[Role, list[int]], squeezed: list[str]) -> tuple[int, ...]:
    roles = _ROLES[name]
    if name not in _PRINTED:
        return tuple(by_role.get(roles[0], ()))
    keys = [key for text in _PRINTED[name](article)[:_MOST] if text and (key := squeeze(text))]
    for role in roles:
        lines = tuple(index for index in by_role.get(role, ()) if any(key in squeezed[index] for key in keys))
        if lines:
            # A paragraph that says a name once more is not where it was read.
            return lines[:1] if role is Role.BODY else lines
    return ()
