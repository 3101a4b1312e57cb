"""What tells good articles of a table from others: characters by family of roles, repeats, how the body ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from arnews.article import Article
from arnews.document import Segment
from arnews.roles import Role

__all__ = ["FAMILIES", "count_segments", "quality_of"]

FAMILIES: Mapping[str, tuple[Role, ...]] = {
    "body": (Role.BODY, Role.SUBHEADING),
    "head": (Role.HEADLINE, Role.KICKER, Role.DECK, Role.BYLINE, Role.TIMESTAMP, Role.DATELINE),
    "notes": (Role.CAPTION, Role.CONTRIBUTORS, Role.NOTE),
    "navigation": (Role.MASTHEAD, Role.SECTION, Role.NAVIGATION),
    "social": (Role.SHARE, Role.COMMENTS, Role.COUNTER),
    "related": (Role.RELATED_HEADING, Role.RELATED_ITEM, Role.OTHER_ARTICLE),
    "credits": (Role.TAGS, Role.SOURCE, Role.AUTHOR_BIO),
    "promotion": (Role.PROMO, Role.AD, Role.DISCLAIMER),
    "residue": (Role.EMBED, Role.RESIDUE),
}
"""Roles that say the same of a document; characters are counted by these."""

_FAMILY_OF = {role._value_: family for family, roles in FAMILIES.items() for role in roles}
_KEPT = frozenset(role._value_ for role in Role if role.kept)
_CLOSING = tuple(".!?؟۔»”\"')]؛:")
_ELLIPSIS = ("…", "...", "..")
_LONG_PARAGRAPH = 40
"""Code points from which a paragraph that is printed twice is no refrain («سؤال:»)."""


def count_segments(segments: tuple[Segment, ...]) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Return the characters of each family, and the dropped segments counted by role and rule, in order.

    >>> import arnews
    >>> count_segments(arnews.parse_text("شارك المقال").segments)[0]["social"]
    11
    """
    characters = dict.fromkeys(FAMILIES, 0)
    dropped: dict[tuple[str, str], dict[str, Any]] = {}
    for segment in segments:
        role, size = segment.role._value_, segment.end - segment.start
        characters[_FAMILY_OF[role]] += size
        if role not in _KEPT:
            rule = segment.rule
            count = dropped.get((role, rule))
            if count is None:
                dropped[role, rule] = {"role": role, "rule": rule, "segments": 1, "characters": size}
            else:
                count["segments"] += 1
                count["characters"] += size
    return characters, list(dropped.values())


def quality_of(article: Article, characters: dict[str, int]) -> dict[str, Any]:
    """Return what helps to choose articles by; ``characters`` are those of each family.

    >>> import arnews
    >>> article = arnews.parse_text("افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء...")
    >>> found = quality_of(article, count_segments(article.segments)[0])
    >>> found["kept_share"], found["ends_with_ellipsis"]
    (1.0, True)
    """
    whole = sum(characters.values())
    kept = characters["body"] + characters["head"] + characters["notes"]
    end = article.body[-4:].rstrip()
    is_cut = end.endswith(_ELLIPSIS)
    return {
        "kept_share": kept / whole if whole else None,
        "characters": characters,
        "duplicated_paragraphs": _duplicated(article.paragraphs),
        "ends_closed": None if not end else end.endswith(_CLOSING) and not is_cut,
        "ends_with_ellipsis": None if not end else is_cut,
        "is_list": article.kind._value_ == "list",
        "is_translated": article.is_translated,
        "is_mojibake": any(issue.code == "mojibake" for issue in article.issues),
    }


def _duplicated(paragraphs: tuple[str, ...]) -> int:
    """Return how many long paragraphs were there before.

    Those of equal length alone are compared: most articles have none, and their text is not hashed.
    """
    if len(set(map(len, paragraphs))) == len(paragraphs):
        return 0
    long = [each for each in paragraphs if len(each) >= _LONG_PARAGRAPH]
    if len(set(map(len, long))) == len(long):
        return 0
    return len(long) - len(set(long))
