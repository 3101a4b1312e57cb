"""What microdata says of the article: elements with ``itemprop`` in document order."""

from __future__ import annotations

from arnews.reading.metadata.gather import Gathered
from arnews.reading.metadata.json_ld import is_article

__all__ = ["read_microdata"]

_ORIGIN = "microdata"
_PAGES = frozenset(("", "webpage", "itempage", "creativework", "review", "medicalwebpage"))
_PROPERTIES = {
    "headline": "titles",
    "alternativeheadline": "titles",
    "description": "descriptions",
    "articlesection": "sections",
    "datepublished": "published",
    "datemodified": "modified",
    "dateupdated": "modified",
    "image": "images",
    "thumbnailurl": "images",
    "keywords": "keywords",
}
_ONCE = frozenset(("published", "modified"))
"""Of these the first one counts: those further down belong to teasers of other articles."""
_NAMED = {"author": "authors", "creator": "authors", "publisher": "site_names"}
_CRUMBS = {
    ("listitem", "name"),
    ("breadcrumb", "title"),
    ("breadcrumb", "name"),
    ("thing", "name"),
    ("webpage", "name"),
}
_LONGEST_NAME = 200
_Item = tuple[str, str, str]


def read_microdata(items: tuple[_Item, ...], found: Gathered) -> None:
    """Add what the items say. Only what belongs to no type, a page or an article counts, and breadcrumbs."""
    seen: set[str] = set()
    created: str | None = None
    crumbs = trail = 0
    for at, (kind, words, value) in enumerate(items):
        kind_is_page = kind in _PAGES or is_article(kind)
        if kind_is_page and kind:
            found.types.setdefault(kind)
        for word in words.lower().split():
            if word == "itemlistelement":
                crumbs += kind.endswith("breadcrumblist")
                trail = at
            elif kind == "breadcrumb" or (crumbs and at - trail < 4 and not kind_is_page):
                if (kind, word) in _CRUMBS:
                    found.add("breadcrumbs", value, _ORIGIN, word)
            elif kind_is_page:
                field = _PROPERTIES.get(word)
                if field == "keywords":
                    found.add_keywords(value, _ORIGIN, word)
                elif field is not None:
                    if field not in _ONCE or field not in seen:
                        found.add(field, value, _ORIGIN, word)
                    seen.add(field)
                elif word in _NAMED:
                    _add_named(word, items, at, found, seen)
                elif word == "datecreated":
                    created = created or value
                elif word == "name" and is_article(kind):
                    found.add("titles", value, _ORIGIN, word)
                elif word == "articlebody" and found.body is None and is_article(kind):
                    found.body = value
                elif word == "isaccessibleforfree" and found.free is None:
                    found.free = {"true": True, "false": False}.get(value.strip().lower())
    if created is not None and "published" not in seen:
        found.add("published", created, _ORIGIN, "datecreated")


def _add_named(property: str, items: tuple[_Item, ...], at: int, found: Gathered, seen: set[str]) -> None:
    """Add an author or publisher: the name in the item that opens there, else the text of the element."""
    field = _NAMED[property]
    name = url = None
    for kind, words, value in items[at + 1 : at + 6]:
        if kind in _PAGES or is_article(kind):
            break
        word = words.lower()
        if word == "name" and name is None and kind in ("person", "organization", "newsmediaorganization"):
            name = value
        elif word == "url" and url is None and kind != "imageobject":
            url = value
    value = name if name and name.strip() else items[at][2]
    if value and len(value) <= _LONGEST_NAME:
        found.add(field, value, _ORIGIN, property, url)
    seen.add(field)
