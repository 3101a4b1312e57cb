"""What JSON-LD says of the article that the page is about; other articles that it lists do not count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from arnews.reading.metadata.gather import Gathered, clean
from arnews.reading.metadata.lenient_json import read_json

__all__ = ["is_article", "read_json_ld"]

_ORIGIN = "json-ld"
_PAGES = ("webpage", "itempage", "collectionpage", "searchresultspage", "profilepage", "aboutpage", "faqpage")
_SITES = ("website", "organization", "newsmediaorganization", "corporation", "newspaper", "radiostation")
_POSTS = ("blogposting", "liveblogposting", "socialmediaposting", "discussionforumposting", "report")
_DEEPER = ("@graph", "mainentity", "mainentityofpage", "@list", "@set")
_SCALARS = {
    "headline": "titles",
    "alternativeheadline": "titles",
    "description": "descriptions",
    "articlesection": "sections",
    "datepublished": "published",
    "datemodified": "modified",
    "thumbnailurl": "images",
}
_Node = dict[str, Any]
_Crumb = tuple[float, str, str | None]


def is_article(kind: str) -> bool:
    """Tell whether a schema.org type, lower case, is that of an article.

    >>> is_article("reportagenewsarticle"), is_article("webpage")
    (True, False)
    """
    return kind.endswith("article") or kind in _POSTS


def read_json_ld(scripts: tuple[str, ...], found: Gathered) -> None:
    """Add what the scripts say; broken ones are repaired where that can be done, else named in ``found.broken``."""
    articles: list[_Node] = []
    others: list[tuple[str, _Node]] = []
    by_id: dict[str, _Node] = {}
    for script in scripts:
        values, problem = read_json(script)
        if problem is not None:
            found.broken.append(problem)
        for raw, node, kinds in _nodes(values):
            name = raw.get("@id")
            if isinstance(name, str) and len(raw) > 1:
                by_id.setdefault(name, node)
            if any(is_article(kind.lower()) for kind in kinds):
                articles.append(node)
            else:
                others += [(kind.lower(), node) for kind in kinds[:1]]
            for kind in kinds:
                found.types.setdefault(kind)
    for node in articles:
        _read_article(node, by_id, found)
    for kind, node in others:
        if kind in _PAGES:
            _read_page(node, by_id, found, beside=bool(articles))
    _add_breadcrumbs([_breadcrumbs(node) for kind, node in others if kind == "breadcrumblist"], found)
    for kind, node in others:
        if kind in _SITES:
            for name, url in _names(node, by_id):
                found.add("site_names", name, _ORIGIN, "name", url)


def _nodes(values: list[Any]) -> Iterator[tuple[_Node, _Node, list[str]]]:
    """Yield the typed objects that speak of the page itself: as written, with lower-case keys, and their types."""
    waiting = values[::-1]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value[::-1]
        elif isinstance(value, dict):
            node = {key.lower(): inner for key, inner in value.items()}
            kinds = _types(node.get("@type"))
            if kinds:
                yield value, node, kinds
            for key in _DEEPER:
                inner = node.get(key)
                if isinstance(inner, (dict, list)):
                    waiting.append(inner)
            crumbs = node.get("breadcrumb")
            if isinstance(crumbs, dict):
                waiting.append(crumbs)


def _types(value: object) -> list[str]:
    """Return the types without the address of their vocabulary."""
    values = value if isinstance(value, list) else [value]
    return [
        kind.strip().rpartition("/")[2].rpartition(":")[2]
        for kind in values[:8]
        if isinstance(kind, str) and kind.strip()
    ]


def _read_article(node: _Node, by_id: dict[str, _Node], found: Gathered) -> None:
    before = found.fields.get("titles")
    titles = list(_texts(node.get("headline"))) or list(_texts(node.get("name")))
    if (
        before
        and titles
        and not any(" ".join(title.split()) in before for title in titles)
        and "published" in found.fields
    ):
        # A second article with a title of its own is another one that the page lists.
        return
    if "headline" not in node:
        for text in titles:
            found.add("titles", text, _ORIGIN, "name")
    _read_scalars(node, found)
    if "datepublished" not in node:
        for text in _texts(node.get("datecreated")):
            found.add("published", text, _ORIGIN, "datecreated")
    for key in ("author", "creator"):
        for name, url in _names(node.get(key), by_id):
            found.add("authors", name, _ORIGIN, key, url)
        if "authors" in found.fields:
            break
    for name, url in _names(node.get("publisher"), by_id):
        found.add("site_names", name, _ORIGIN, "publisher", url)
    for text in _texts(node.get("keywords")):
        found.add_keywords(text, _ORIGIN, "keywords")
    _read_images(node.get("image"), by_id, found)
    if found.body is None and isinstance(node.get("articlebody"), str):
        found.body = node["articlebody"]
    _read_flags(node, found)


def _read_page(node: _Node, by_id: dict[str, _Node], found: Gathered, *, beside: bool) -> None:
    """Read what a node says that is typed as a page; beside an article's own node it only fills gaps."""
    if not beside or "published" not in found.fields:
        _read_scalars(node, found)
        for name, url in _names(node.get("author"), by_id):
            found.add("authors", name, _ORIGIN, "author", url)
    for text in () if beside else _texts(node.get("name")):
        found.add("titles", text, _ORIGIN, "name")
    for name, url in _names(node.get("publisher"), by_id):
        found.add("site_names", name, _ORIGIN, "publisher", url)
    if not beside:
        _read_images(node.get("image") or node.get("primaryimageofpage"), by_id, found)
    _read_flags(node, found)


def _read_scalars(node: _Node, found: Gathered) -> None:
    for key, field in _SCALARS.items():
        value = node.get(key)
        if value is not None:
            for text in _texts(value):
                found.add(field, text, _ORIGIN, key)


def _read_flags(node: _Node, found: Gathered) -> None:
    if found.language is None:
        found.language = next(_texts(node.get("inlanguage")), None)
    free = node.get("isaccessibleforfree")
    if found.free is None and free is not None:
        word = str(free).strip().rpartition("/")[2].lower()
        found.free = {"true": True, "false": False, "1": True, "0": False}.get(word)


def _read_images(value: object, by_id: dict[str, _Node], found: Gathered) -> None:
    for item in value[:20] if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = by_id.get(str(item.get("@id")), item) if len(item) == 1 else item
            item = item.get("url") or item.get("contentUrl") or item.get("contenturl")
            item = item[0] if isinstance(item, list) and item else item
        if isinstance(item, str):
            found.add("images", item, _ORIGIN, "image")


def _add_breadcrumbs(trails: list[list[_Crumb]], found: Gathered) -> None:
    """Add the trail that names most sections: some themes write a second one of the front page and the title alone."""
    titles = found.fields.get("titles", {})

    def names(trail: list[_Crumb]) -> int:
        return sum(text not in titles for _, text, _ in trail[1:])

    for _, text, url in max(trails, key=names, default=[]):
        found.add("breadcrumbs", text, _ORIGIN, "itemlistelement", url)


def _breadcrumbs(node: _Node) -> list[_Crumb]:
    """Return place, name and address of each step, outermost first."""
    items = node.get("itemlistelement")
    placed: list[_Crumb] = []
    for at, item in enumerate(items if isinstance(items, list) else [items]):
        if not isinstance(item, dict):
            continue
        inner = item.get("item")
        name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
        url = inner if isinstance(inner, str) else inner.get("@id") if isinstance(inner, dict) else None
        try:
            place = float(item.get("position", at))
        except (TypeError, ValueError, OverflowError):
            place = float(at)
        placed += [(place, clean(text), url if isinstance(url, str) else None) for text in _texts(name)]
    placed.sort(key=_place)
    return placed


def _place(crumb: _Crumb) -> float:
    return crumb[0]


def _names(value: object, by_id: dict[str, _Node]) -> Iterator[tuple[str, str | None]]:
    """Yield name and address of persons or organizations: strings, objects, references, or lists of them."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item, None
        elif isinstance(item, dict):
            name = item.get("name")
            reference = item.get("@id")
            if name is None and isinstance(reference, str) and reference in by_id:
                item = by_id[reference]
                name = item.get("name")
            url = item.get("url")
            for text in _texts(name or _parts_of_name(item)):
                yield text, url if isinstance(url, str) else None


def _parts_of_name(person: _Node) -> str | None:
    """Return the name of a person that states it in two parts."""
    words = {key.lower(): value for key, value in person.items() if isinstance(value, str)}
    return " ".join(words[key] for key in ("givenname", "additionalname", "familyname") if key in words) or None


def _texts(value: object) -> Iterator[str]:
    """Yield the strings that a value is or lists."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("@value") or item.get("name")
        if isinstance(item, str):
            yield item
