"""What the site of a page is called: its metadata, the ends of its titles, its address."""

from __future__ import annotations

import re

from arnews.addresses import site_of
from arnews.credits import is_outlet_word
from arnews.document import Document
from arnews.page import MetadataValue
from arnews.text.fold import squeeze
from arnews.text.memory import remembered

__all__ = ["beside_title", "is_address", "is_site_name", "site_keys", "title_pieces"]

_BREAK = re.compile(r"(?<=\s)[-–—]++(?=\s)|(?<![|»«])[|»«]++(?=\s)|(?<=\s)[|»«]++|::++|(?<=\s)[·•/](?=\s)")
_QUOTES = re.compile("«[^»]*+»?")
_MOST_WORDS = 6
_FEWEST_LETTERS = 3
_FROM_SITE = 2
"""Parts of a page's title above which the first is the site, if the last is the title of the article."""
_CUT_WORDS = 3
"""Words of a title that the page's title cuts off."""
_MOST_NAMES = 20
"""Every name is compared with every author and section: a site that has more of them is made to cost time."""


def title_pieces(title: str) -> list[str]:
    """Return the parts of a title that dashes, bars or colons in pairs set apart.

    >>> title_pieces("افتتاح المعرض | أخبار | صحيفة المثال")
    ['افتتاح المعرض', 'أخبار', 'صحيفة المثال']
    """
    if "»" in title[title.find("«") + 1 :]:
        # Quotation marks are separators of some sites, too.
        marked = _QUOTES.sub(_hidden, title)
        out: list[str] = []
        start = 0
        for found in _BREAK.finditer(marked):
            out.append(title[start : found.start()])
            start = found.end()
        out.append(title[start:])
    else:
        out = _BREAK.split(title)
    return [piece for part in out if (piece := part.strip())]


def _hidden(match: re.Match[str]) -> str:
    quoted = match.group()
    return "_" * len(quoted) if quoted.endswith("»") else quoted


def is_address(text: str) -> bool:
    """Tell whether a value that should be a name is an address.

    >>> is_address("https://www.facebook.com/example"), is_address("ليلى حسن")
    (True, False)
    """
    return "://" in text or text.startswith(("www.", "/", "@")) or ("." in text and " " not in text and "/" in text)


def site_keys(document: Document) -> frozenset[str]:
    """Return the keys (see `arnews.text.fold.squeeze`) of the names of the site; empty for a text.

    They are what the metadata call it, the parts of the page's title that the article's title does not have, and
    the name in its address.

    >>> site_keys(Document(text="", blocks=(), url="https://www.example.com/a"))
    frozenset()
    """
    page = document.page
    if page is None:
        return frozenset()
    return _keys(page.metadata.site_names, page.metadata.titles, document.url)


def beside_title(titles: tuple[MetadataValue, ...], own: frozenset[str]) -> set[str]:
    """Return the site's name in a page's title: after the title of the article, whose keys are given, or far before it.

    >>> beside_title((MetadataValue("افتتاح المعرض - المرفأ", "title"),), frozenset({"افتتاح المعرض"}))
    {'المرفا'}
    """
    for value in titles:
        keys = [squeeze(piece) for piece in title_pieces(value.value)] if value.origin == "title" else []
        if len(keys) > 1 and keys[0] in own and 0 < len(keys[-1].split()) <= _MOST_WORDS:
            return {keys[-1]} - own
        whole = len(keys) > _FROM_SITE and len(keys[-1].split()) >= _CUT_WORDS  # the site, the section, the title cut
        if whole and any(title.startswith(keys[-1]) for title in own) and len(keys[0].split()) <= _MOST_WORDS:
            return {keys[0]} - own
    return set()


@remembered(most=8, longest=4000)
def _keys(names: tuple[MetadataValue, ...], titles: tuple[MetadataValue, ...], url: str | None) -> frozenset[str]:
    """Return the keys."""
    keys = {squeeze(value.value) for value in names[:_MOST_NAMES] if not is_address(value.value)}
    keys |= _title_ends(titles, is_stated=bool(keys))
    if url:
        site = site_of(url)
        keys |= {squeeze(site), site.partition(".")[0]}
    keys.discard("")
    return frozenset(keys)


def is_site_name(name: str, keys: frozenset[str]) -> bool:
    """Tell whether a name is one of the site's, with or without «صحيفة» or a domain's end.

    >>> is_site_name("صحيفة المثال", frozenset({"المثال"})), is_site_name("ليلى حسن", frozenset({"المثال"}))
    (True, False)
    """
    key = squeeze(name)
    if not key or key in keys:
        return bool(key)
    bare = _bare(key)
    if not bare:
        return True
    squashed = key.replace(" ", "")
    return any(
        bare == _bare(own) or (len(squashed) >= _FEWEST_LETTERS and squashed == own.replace(" ", "")) for own in keys
    )


@remembered(most=512, longest=120)
def _bare(key: str) -> str:
    """Return a name without the words for what it is («صحيفة», «موقع») and without the end of a domain."""
    return " ".join(word for word in key.split() if not is_outlet_word(word) and word not in ("com", "net", "org"))


def _title_ends(titles: tuple[MetadataValue, ...], *, is_stated: bool) -> set[str]:
    """Return short parts of the page's title beside a part that is a title of the article by itself.

    Where the name of the site is stated, what comes before the title is the section.
    """
    whole = next((value.value for value in titles if value.origin == "title"), None)
    if whole is None:
        return set()
    pieces = title_pieces(whole)
    if len(pieces) < 2:
        return set()
    others = {squeeze(value.value) for value in titles if value.origin != "title"}
    keys = [squeeze(piece) for piece in pieces]
    if any(key in others for key in keys):
        # The section is between the title and the name of the site, or before both.
        ends = {keys[-1]} - others or (set() if is_stated else {keys[0]} - others)
        ends |= {keys[0]} if any(is_outlet_word(word) for word in keys[0].split()) else set()
        ends -= others
    else:
        ends = {key for key in (keys[0], keys[-1]) if any(is_outlet_word(word) for word in key.split())}
    return {key for key in ends if key and len(key.split()) <= _MOST_WORDS}
