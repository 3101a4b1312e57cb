"""What an element says by its tag and by the names of its classes: a hint, which its place may overrule."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import pairwise

from arnews.data_files import read_toml
from arnews.page import Element
from arnews.roles import Role
from arnews.text.memory import Kept

__all__ = ["HEADINGS", "hint_of"]

_MOST, _LONGEST = 2048, 120
"""Elements, by tag and names, that are remembered with what they say, and characters of one of them."""
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")
_LOWER_WORD = re.compile(r"[a-z0-9]+")
"""The same for names without capitals."""
_TAGS = {
    "nav": Role.NAVIGATION,
    "menu": Role.NAVIGATION,
    "footer": Role.DISCLAIMER,
    "aside": Role.RELATED_ITEM,
    "form": Role.NAVIGATION,
    "button": Role.NAVIGATION,
    "dialog": Role.NAVIGATION,
    "figcaption": Role.CAPTION,
}
_LANDMARKS = {
    "navigation": Role.NAVIGATION,
    "complementary": Role.RELATED_ITEM,
    "contentinfo": Role.DISCLAIMER,
    "search": Role.NAVIGATION,
    "dialog": Role.NAVIGATION,
}
_TERMS = ("tag-", "category-", "postid-")
"""A publishing system names an article after its keywords and sections."""
_NAVIGATION, _SECTION, _SHARE = Role.NAVIGATION, Role.SECTION, Role.SHARE
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STYLED = frozenset(("span", "font", "p"))
"""Elements that editors of text name after sizes of letters, as tools to change them are named."""
_SENTENCE = 3
"""Words from which the name of a heading is made of other things than its kind."""
_MOST_NAMES = 12
"""Names of classes of an element that are read: those of builders have dozens, and the first ones tell."""
_LONGEST_NAME = 60
"""Code points of a name that are read; longer ones are hashes."""
_CAPTION = "caption"
"""The end of the names of captions: «thumbcaption», «photocaption»."""
_WEAK_TAGS = frozenset({"footer", "form", "button"})
"""Inside an article a footer holds its tags, and old systems put the whole page into a form."""


def hint_of(element: Element) -> Role | None:
    """Return the role that tag, ARIA role and names of an element speak of, ``None`` if they say nothing.

    The first name that says something decides; a tag decides before names.

    >>> hint_of(Element(0, "div", "story relatedPosts")), hint_of(Element(0, "p", "lead"))
    (<Role.RELATED_ITEM: 'related_item'>, None)
    """
    _, tag, names, landmark, _ = element
    return _HINTS[tag, names, landmark]


def _hint(key: tuple[str, str, str]) -> Role | None:
    tag, names, landmark = key
    role = _TAGS.get(tag)
    if role is not None and tag not in _WEAK_TAGS:
        # The way from the front page to the article is navigation by its tag, too.
        trail = role is _NAVIGATION and names and _named(names) is _SECTION
        return _SECTION if trail else role
    if names:
        named = _named(names, tag in HEADINGS)
        if named is not None and not (named is _SHARE and tag in _STYLED):
            return named
    return _LANDMARKS.get(landmark, role) if landmark else role


_HINTS = Kept(_hint, most=_MOST, longest=_LONGEST)


def _named(names: str, heading: bool = False) -> Role | None:
    """Return the role that the names of an element speak of."""
    roles = _ROLES_IN_HEADINGS if heading else _ROLES
    for name in names.split()[:_MOST_NAMES]:
        role = roles[name]
        if role is not None:
            return role
    return None


def _role_of(name: str, heading: bool = False) -> Role | None:
    """Return the role that one name speaks of."""
    if name.startswith(_TERMS) or "%" in name:  # an id made of a title in Arabic letters is no name
        return None
    table, known = _table()
    name = name[:_LONGEST_NAME]
    words = _LOWER_WORD.findall(name) if name.islower() else [word.lower() for word in _WORD.findall(name)]
    if known.isdisjoint(words):  # so it is with most names
        return Role.CAPTION if words and words[-1].endswith(_CAPTION) else None
    whole = table.get("-".join(words))
    if whole is not None:
        return whole
    for pair in pairwise(words):
        role = table.get("-".join(pair))
        if role is not None:
            return role
    if heading and len(words) >= _SENTENCE:
        return None  # the id of a heading has the words of its title, its class tells what scrolls over it
    role = next((role for word in words if (role := table.get(word)) is not None), None)
    return Role.CAPTION if role is None and words and words[-1].endswith(_CAPTION) else role


_ROLES = Kept(_role_of, most=_MOST, longest=_LONGEST_NAME)
_ROLES_IN_HEADINGS = Kept(partial(_role_of, heading=True), most=_MOST, longest=_LONGEST_NAME)


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, Role], frozenset[str]]:
    """Return the role of each name, and all words that are in them: of most names of pages it has none."""
    roles = {name: Role(role) for role, names in read_toml("labeling/data/hints.toml").items() for name in names}
    return roles, frozenset(word for name in roles for word in name.split("-"))
