"""The language of the text."""

from __future__ import annotations

import math
import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from arnews.article import Evidence, Issue
from arnews.data_files import read_toml
from arnews.fields.body import read_body
from arnews.fields.context import NOTHING, Context, FieldValue
from arnews.text.letters import ARABIC, EXTENDED

__all__ = ["language_of", "read_language"]

_LATIN = re.compile("[A-Za-z]")
_JOINER = "\u200c"
"""Is inside words, and is no letter."""
_WORD = re.compile(rf"[{ARABIC}{_JOINER}]+")
_SAMPLE = 4_000
"""Code points that are read: a few paragraphs, so that a quotation does not tell."""
_GLANCE = 600
"""Code points at the beginning that may tell alone: a text that is plainly Arabic there is not looked at again."""
_FEWEST = 20
"""Arabic letters without which nothing is told."""
_SURE = 0.12
"""Share of Arabic words from which a text is Arabic, whatever letters its names have."""
_OWN_LETTERS, _OWN_WORDS = 0.02, 0.06
"""Shares of letters and words of a language from which a text is in it; Arabic dialects have fewer of either."""


_SEVERAL = 2
"""Words of a language without its letters from which they are no chance."""
_EXTENDED = 0.04
"""Share of letters that no Arabic word has from which a text without Arabic words is in another language."""


class _Language(NamedTuple):
    letters: frozenset[str]
    words: frozenset[str]
    prefixes: tuple[str, ...]


@cache
def _languages() -> dict[str, _Language]:
    data = read_toml("fields/data/languages.toml")
    return {
        code: _Language(frozenset(row.get("letters", "")), frozenset(row["words"]), tuple(row.get("prefixes", ())))
        for code, row in data.items()
        if isinstance(row, dict)
    }


def read_language(ctx: Context) -> FieldValue[str | None]:
    """Return the language of the body, of a document without one that of its text; one that is not Arabic is an issue.

    >>> import arnews
    >>> text = "وزیر فرهنگ گفت که این نمایشگاه از فردا برای بازدید مردم باز است"
    >>> found = read_language(Context(arnews.label(arnews.read_text(text))))
    >>> found.value, found.issues[0].code
    ('fa', 'not-arabic')
    """
    stated = None if ctx.page is None else ctx.page.metadata.language
    language = language_of(ctx.once(read_body).value or ctx.text, stated)
    if language is None:
        return NOTHING
    issues: tuple[Issue, ...] = ()
    if language != "ar":
        issues = (Issue(code="not-arabic", message=f"the text is in another language: {language}"),)
    return FieldValue(language, Evidence(why="the letters and frequent words of the text"), issues)


def language_of(text: str, stated: str | None = None) -> str | None:
    """Return the language of a text in Arabic letters: ``ar``, ``fa``, ``ur``, ``ckb``, ``ps``, ``ug`` or ``sd``.

    The text tells before the page does. ``None`` if most letters are not Arabic, or if there are too few to tell.

    Args:
        text: the body.
        stated: what the page says its language is (``fa-IR``).

    >>> language_of("افتتح الوزير أمس معرض الكتاب في القاهرة"), language_of("Hello")
    ('ar', None)
    >>> language_of("وزیر فرهنگ گفت که این نمایشگاه از فردا برای بازدید مردم باز است")
    'fa'
    """
    languages = _languages()
    arabic = languages["ar"]
    if _is_plainly_arabic(text[:_GLANCE], arabic):
        return "ar"
    sample = text[:_SAMPLE]
    found = _WORD.findall(sample)
    letters = sum(map(len, found)) - sample.count(_JOINER)
    if letters < _FEWEST or (2 * letters <= len(sample) and letters <= len(_LATIN.findall(sample))):
        return None
    plain = sum(map(arabic.words.__contains__, found))
    foreign = _foreign_letters().findall(sample)
    if plain / len(found) >= _SURE and len(foreign) / letters <= 2 * _OWN_LETTERS:
        return "ar"  # what is asked below would say the same
    own = plain + sum(word.startswith(arabic.prefixes) for word in found if word not in arabic.words)
    by_letters = {code: sum(map(row.letters.__contains__, foreign)) / letters for code, row in languages.items()}
    by_words = {code: sum(map(row.words.__contains__, found)) / len(found) for code, row in languages.items()}
    others = [code for code in languages if code != "ar"]
    best = max(others, key=lambda code: by_letters[code] / _OWN_LETTERS + by_words[code] / _OWN_WORDS)
    code = _code(stated)
    several = by_words[best] * len(found) >= _SEVERAL
    strong = by_letters[best] >= _OWN_LETTERS or (by_words[best] >= _OWN_WORDS and several)
    if strong and code in _others() and own / len(found) < _SURE:
        return None  # what the page says is near to it: Kazakh to Uyghur, Punjabi to Urdu
    if strong and (own / len(found) < _SURE or by_letters[best] > 2 * _OWN_LETTERS):
        return best
    if own / len(found) >= _SURE:
        return "ar"
    if code in languages:
        return code
    # Letters that Arabic does not have, and next to no word of it: a language that is none of these.
    return None if len(_extended().findall(sample)) > _EXTENDED * letters else "ar"


def _code(stated: str | None) -> str:
    """Return the code of a language without that of its country."""
    return (stated or "").replace("_", "-").partition("-")[0].lower()


@cache
def _others() -> frozenset[str]:
    """Return the codes of languages in Arabic letters that are not told apart from their neighbors."""
    return frozenset(read_toml("fields/data/languages.toml")["others"])


@cache
def _extended() -> re.Pattern[str]:
    """Return a pattern of the letters that are in no Arabic word."""
    return re.compile(f"[{EXTENDED}]")


def _is_plainly_arabic(glance: str, arabic: _Language) -> bool:
    """Tell whether a text begins with half of the Arabic words that it needs, and no letter of another language."""
    words = glance.split()
    needed = math.ceil(_SURE * len(words) / 2)
    known = filter(arabic.words.__contains__, words)
    return (
        len(glance) == _GLANCE
        and len([*islice(known, needed)]) == needed
        and not glance.isascii()
        and (
            _not_arabic().search(glance) is None
            or (_foreign_letters().search(glance) is None and len(_LATIN.findall(glance)) < len(glance) // 10)
        )
    )


@cache
def _foreign_letters() -> re.Pattern[str]:
    """Return a pattern of the letters that tell one language or another from Arabic."""
    return re.compile(f"[{_foreign()}]")


@cache
def _not_arabic() -> re.Pattern[str]:
    """Return a pattern of these letters and those of Latin."""
    return re.compile(f"[A-Za-z{_foreign()}]")


def _foreign() -> str:
    return "".join(sorted(frozenset().union(*(row.letters for row in _languages().values()))))
