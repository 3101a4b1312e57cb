"""The title of a page's article where the page prints none that was found."""

from __future__ import annotations

from arnews.document import LabeledDocument
from arnews.fields.pages.site import is_site_name, site_keys, title_pieces
from arnews.roles import Role
from arnews.text.fold import squeeze
from arnews.text.fold import words as words_of

__all__ = ["title_from_metadata", "titles_of", "without_site"]

_MOST_CHARACTERS = 300
_FEWEST_WORDS = 3
_SHARED = 2
_LONG_WORD = 4


def title_from_metadata(doc: LabeledDocument) -> str | None:
    """Return the article's title as the metadata have it, without the name of the site; ``None`` if none is believed.

    Believed is a title of three words or more of which two of the longer ones stand in the body.

    >>> import arnews
    >>> title_from_metadata(arnews.label(arnews.read_text(""))) is None
    True
    """
    titles = titles_of(doc)
    if not titles:
        return None
    body = {word for segment in doc.segments if segment.role is Role.BODY for word in words_of(segment.text)}
    for title in titles:
        own = {word for word in words_of(title) if len(word) >= _LONG_WORD}
        if len(own & body) >= min(_SHARED, len(own)) and own:
            return title
    return None


def titles_of(doc: LabeledDocument) -> list[str]:
    """Return the titles of the article that the metadata have, without the name of the site, best origin first.

    >>> import arnews
    >>> titles_of(arnews.label(arnews.read_text("")))
    []
    """
    page = doc.document.page
    if page is None:
        return []
    keys = site_keys(doc.document)
    values = [value.value for value in page.metadata.titles if len(value.value) <= _MOST_CHARACTERS]
    known = {squeeze(value) for value in values}
    found: dict[str, str] = {}
    for value in values:
        title = _without_site(value, keys, known)
        key = squeeze(title)
        if len(key.split()) >= _FEWEST_WORDS and not is_site_name(title, keys):
            found.setdefault(key, title)
    return list(found.values())


def without_site(headline: str, doc: LabeledDocument) -> str:
    """Return a printed title without the name of the site behind or before it.

    A part that a bar or dash sets apart is left out if the metadata call the site so; words that only follow, if the
    metadata have the title without them, too.

    >>> import arnews
    >>> head = "<title>افتتاح معرض الكتاب</title><meta property='og:site_name' content='المثال'>"
    >>> without_site("افتتاح معرض الكتاب | المثال", arnews.label(arnews.read_html(head)))
    'افتتاح معرض الكتاب'
    """
    page = doc.document.page
    names = frozenset(squeeze(value.value) for value in page.metadata.site_names) if page is not None else frozenset()
    if page is None or not names:
        return headline
    key = squeeze(headline)
    if any(key.endswith(f" {name}") or key.startswith(f"{name} ") for name in names if name):
        bare = _without_site(headline, names, set())
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


def _without_site(title: str, keys: frozenset[str], known: set[str]) -> str:
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
