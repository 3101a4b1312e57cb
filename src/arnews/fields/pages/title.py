"""The title of a page's article where the page prints none that was found."""

from __future__ import annotations

from arnews.document import LabeledDocument
from arnews.fields.pages.site import is_site_name, site_keys, title_pieces
from arnews.roles import Role
from arnews.text.fold import squeeze, words

__all__ = ["title_from_metadata", "titles_of"]

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
    body = {word for segment in doc.segments if segment.role is Role.BODY for word in words(segment.text)}
    for title in titles:
        own = {word for word in words(title) if len(word) >= _LONG_WORD}
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
