"""Pages in the place of an article: errors, maintenance, checks of the reader."""

from __future__ import annotations

import re
from functools import cache

from arnews.data_files import read_toml
from arnews.fields.context import Context
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["is_error_page"]

_LONGEST = 600
"""Code points of the text of such a page; an article that speaks of one has more."""
_STATUS = re.compile(r"(?:^|\s)(?:40[0-9]|410|429|50[0-4])(?:\s|$)")
_STATUS_WORDS = 6
"""Words of a title in which a number is the status of the answer."""


def is_error_page(ctx: Context) -> bool:
    """Tell whether a page says in its title that there is no article, and has next to no text.

    >>> import arnews
    >>> page = "<title>خطأ 404</title><h1>الصفحة غير موجودة</h1><p>عذرا.</p>"
    >>> is_error_page(Context(arnews.label(arnews.read_html(page))))
    True
    """
    page = ctx.page
    if page is None or sum(len(segment.text) for segment in ctx[Role.BODY]) > _LONGEST:
        return False
    titles = [value.value for value in page.metadata.titles] + [segment.text for segment in ctx[Role.HEADLINE]]
    return any(_is_error(squeeze(title)) for title in titles)


def _is_error(title: str) -> bool:
    first, _, rest = title.partition(" ")
    return _says_error(title) or (bool(rest) and first in _sorry() and _says_error(rest))


def _says_error(title: str) -> bool:
    head, _, number = title.rpartition(" ")
    if number.isdigit() and head in _codes():
        return True
    padded = f" {title} "
    bare = _STATUS.sub(" ", padded).strip()
    phrases = _phrases()
    for text in {title, bare}:
        for phrase in phrases.get(text.partition(" ")[0], ()):
            if f"{text} ".startswith(f"{phrase} "):
                return True
    return title.count(" ") < _STATUS_WORDS and _STATUS.search(title) is not None and title.split()[0].isdigit()


@cache
def _sorry() -> frozenset[str]:
    """Return the words that say sorry in front of what happened."""
    return frozenset(map(squeeze, read_toml("fields/data/errors.toml")["sorry"]))


@cache
def _codes() -> frozenset[str]:
    """Return the words in front of the number of an error."""
    return frozenset(map(squeeze, read_toml("fields/data/errors.toml")["codes"]))


@cache
def _phrases() -> dict[str, list[str]]:
    """Return the phrases that such titles begin with, by their first word."""
    found: dict[str, list[str]] = {}
    for phrase in map(squeeze, read_toml("fields/data/errors.toml")["phrases"]):
        found.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return found
