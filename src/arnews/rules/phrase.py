"""The language of phrases: words, gaps in braces, optional letters or words in square brackets.

Everything is folded for the writer (`arnews.text.fold`), so a phrase is written as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from attrs import frozen

from arnews.errors import ConfigurationError
from arnews.text.fold import fold
from arnews.text.letters import DASHES, QUOTES

__all__ = ["GAPS", "Phrase", "Token", "Variant", "key_pattern", "parse_phrase", "text_pattern", "variants_of"]

_MOST_OPTIONAL = 6
_LETTERS = r"[^\W\d_]+"
_NUMERAL = r"\d[^\W_]*"
_WORD = r"[^\W_]+"

# For each gap: the shape of one of its words, and how many of them there may be.
_SHAPES = {
    "person": (_LETTERS, 6),
    "place": (_LETTERS, 4),
    "outlet": (_WORD, 6),
    "number": (_NUMERAL, 3),
    "any": (_WORD, 12),
}
GAPS = {
    "person": "a name: one to six words without digits",
    "place": "a place: one to four words without digits",
    "outlet": "a site, paper or agency: one to six words",
    "number": "digits, also with separators for thousands",
    "date": "a date: up to fifteen words, one of them with digits",
    "network": "one or more names of social networks, as rule share/network lists them",
    "any": "one to twelve words of any kind",
}
"""The gaps that a phrase may have, and what each stands for."""

_TOKEN = re.compile(r"\{([a-z]+)\}|([^\W_]+)|([^\s\w]|_)")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")

# A mark that a phrase writes stands for all marks that print alike.
_ALIKE = {
    ":": "[:\uff1a]",
    "…": r"(?:…|\.{2,})",
    "(": r"[(\[{\ufd3e\ufd3f]",
    ")": r"[)\]}\ufd3e\ufd3f]",
    "؟": "[؟?]",
    "،": "[،,]",
    "|": "[|¦]",
    **dict.fromkeys("-–—", f"[{DASHES}]"),
    **dict.fromkeys("«»\"'“”", f"[{QUOTES}]"),
}


@frozen
class Token:
    """A word, a gap or a mark of a phrase.

    >>> Token(kind="word", value="شارك").kind
    'word'
    """

    kind: str
    """``word``, ``gap`` or ``mark``."""
    value: str
    """The folded word, the name of the gap, or the mark."""


Variant = tuple[Token, ...]
"""One way to print a phrase: its optional parts there or not."""


@frozen
class Phrase:
    """A phrase and all its variants.

    >>> [" ".join(token.value for token in v) for v in parse_phrase("شارك [هذا] المقال").variants]
    ['شارك المقال', 'شارك هذا المقال']
    """

    text: str
    """The phrase as written."""
    variants: tuple[Variant, ...]
    """Each combination of the optional parts, as tokens; at least one."""


def variants_of(text: str) -> list[str]:
    """Return the phrase with its optional parts left out and put in, in every combination.

    >>> variants_of("تابع[وا]نا")
    ['تابعنا', 'تابعوانا']
    """
    hidden = text.replace("[[", "\ue000").replace("]]", "\ue001")
    parts = _OPTIONAL.split(hidden)
    optional = parts[1::2]
    if len(optional) > _MOST_OPTIONAL:
        raise ConfigurationError(f"phrase «{text}» has more than {_MOST_OPTIONAL} optional parts")
    if any(mark in part for part in parts for mark in "[]"):
        raise ConfigurationError(f"phrase «{text}» has a square bracket without its partner, or one inside another")
    variants: dict[str, None] = {}
    for chosen in product((False, True), repeat=len(optional)):
        words = [parts[0]]
        for part, literal, used in zip(optional, parts[2::2], chosen, strict=True):
            words += [part if used else "", literal]
        variants[" ".join("".join(words).split()).replace("\ue000", "[").replace("\ue001", "]")] = None
    return list(variants)


def _tokens(text: str) -> Variant:
    return tuple(
        Token("gap", gap) if gap else Token("word", word) if word else Token("mark", mark)
        for gap, word, mark in _TOKEN.findall(fold(text))
    )


def _problem(text: str, tokens: Variant, anchored: str) -> str:
    """Return what is wrong with a variant, or an empty string."""
    spoken = [token for token in tokens if token.kind != "mark"]
    if not spoken:
        return f"phrase «{text}» has no words"
    unknown = next((token.value for token in spoken if token.kind == "gap" and token.value not in GAPS), None)
    if unknown is not None:
        known = ", ".join(f"{{{name}}}" for name in GAPS)
        return f"phrase «{text}» has the unknown gap {{{unknown}}}; known are {known}"
    if all(token.kind == "gap" and token.value != "network" for token in spoken):
        return f"phrase «{text}» is only gaps, so it would match anything"
    edge = {"first": spoken[0], "last": spoken[-1]}.get(anchored)
    if edge is not None and edge.kind == "gap":
        return f"phrase «{text}» must have a word, not a gap, as its {anchored} word in this position"
    return ""


def parse_phrase(text: str, anchored: str = "") -> Phrase:
    """Read a phrase.

    ``anchored`` names the word (``"first"``, ``"last"``, or none) that must not be a gap.
    Raises ConfigurationError with one sentence if the phrase is wrong.

    >>> len(parse_phrase("اقرا[ء] أيض[ا]").variants)
    4
    >>> parse_phrase("{somebody} يكتب")
    Traceback (most recent call last):
        ...
    arnews.errors.ConfigurationError: phrase «{somebody} يكتب» has the unknown gap {somebody}; \
known are {person}, {place}, {outlet}, {number}, {date}, {network}, {any}
    """
    variants = []
    for variant in variants_of(text):
        tokens = _tokens(variant)
        problem = _problem(text, tokens, anchored)
        if problem:
            raise ConfigurationError(problem)
        variants.append(tokens)
    return Phrase(text, tuple(dict.fromkeys(variants)))


def _gap_pattern(name: str, between: str, networks: Iterable[str]) -> str:
    if name == "network":
        names = "|".join(
            re.escape(each).replace(r"\ ", between) for each in sorted(networks, key=lambda each: (-len(each), each))
        )
        one = f"(?:{names or '(?!)'})"
        return f"{one}(?:{between}{one}){{0,15}}"
    if name == "date":
        return rf"(?:{_LETTERS}{between}){{0,4}}{_NUMERAL}(?:{between}{_WORD}){{0,10}}"
    shape, most = _SHAPES[name]
    return f"{shape}(?:{between}{shape}){{0,{most - 1}}}"


def key_pattern(tokens: Variant, networks: Iterable[str] = ()) -> str:
    """Return a pattern for a whole key as `arnews.text.fold.squeeze` makes it: words with one space between.

    >>> import re
    >>> bool(re.fullmatch(key_pattern(parse_phrase("تعليقات {number}").variants[0]), "تعليقات 12"))
    True
    """
    return " ".join(
        re.escape(token.value) if token.kind == "word" else _gap_pattern(token.value, " ", networks)
        for token in tokens
        if token.kind != "mark"
    )


def text_pattern(tokens: Variant, networks: Iterable[str] = ()) -> str:
    """Return a pattern for folded text, in which the marks of the phrase must be there.

    >>> import re
    >>> pattern = text_pattern(parse_phrase("المصدر:").variants[0])
    >>> bool(re.match(pattern, "المصدر : وكالات")), bool(re.match(pattern, "المصدر وكالات"))
    (True, False)
    """
    between = r"[\W_]{1,4}"
    pieces: list[str] = []
    previous = ""
    for token in tokens:
        if previous:
            pieces.append(between if "mark" not in (previous, token.kind) else r"\s{0,3}")
        if token.kind == "word":
            pieces.append(re.escape(token.value))
        elif token.kind == "mark":
            pieces.append(_ALIKE.get(token.value, re.escape(token.value)))
        else:
            pieces.append(_gap_pattern(token.value, between, networks))
        previous = token.kind
    return "".join(pieces)
