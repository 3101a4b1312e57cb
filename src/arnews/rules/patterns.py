"""Phrases as patterns, as lists of all their variants, and by their first or last words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from typing import NamedTuple

from arnews.errors import ConfigurationError
from arnews.rules.phrase import GAP_WORDS, Choice, Gap, Mark, Phrase, Space, Tree, Word
from arnews.text.letters import DASHES, QUOTES

__all__ = ["edge_words", "keys_of", "naming_pattern", "pattern_of", "variants_of"]

_LETTERS = r"[^\W\d_]+"
_NUMERAL = r"\d[^\W_]*"
_ANY_WORD = r"[^\W_]+"

# For each gap: the shape of one of its words.
_SHAPES = {"person": _LETTERS, "place": _LETTERS, "outlet": _ANY_WORD, "number": _NUMERAL, "any": _ANY_WORD}

# A mark that a phrase writes matches all marks that print alike.
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


class _Style(NamedTuple):
    """How a tree is printed as a pattern."""

    between: str
    """Pattern of what is between two words."""
    marks: bool
    """Whether marks of punctuation count."""
    networks: tuple[str, ...]
    """The folded names for the gap ``{network}``."""
    names: list[str] | None = None
    """Where the groups of gaps are listed; ``None`` if gaps make no groups."""


def pattern_of(phrase: Phrase, networks: Iterable[str] = (), *, whole: bool) -> str:
    """Return a pattern for folded text, or for a whole key (words with one space between) if ``whole``.

    >>> from arnews.rules.phrase import parse_phrase
    >>> bool(re.fullmatch(pattern_of(parse_phrase("تعليقات {number}"), whole=True), "تعليقات 12"))
    True
    >>> pattern = pattern_of(parse_phrase("المصدر:"), whole=False)
    >>> bool(re.match(pattern, "المصدر : وكالات")), bool(re.match(pattern, "المصدر وكالات"))
    (True, False)
    """
    style = _Style(" " if whole else r"[\W_]{1,4}", not whole, tuple(networks))
    return _source(_without_marks(phrase.tree) if whole else phrase.tree, style)


def naming_pattern(phrase: Phrase, networks: Iterable[str] = (), *, marks: bool = True) -> str:
    """Return a pattern for folded text in which each gap is a group named by gap and number, as ``person_0``.

    Without ``marks``, the marks that the phrase writes may be any or none.

    >>> from arnews.rules.phrase import parse_phrase
    >>> pattern = naming_pattern(parse_phrase("{person} - صوت الميناء - {place}"))
    >>> re.fullmatch(pattern, "ليلي حسن - صوت الميناء - الاسكندريه")["place_1"]
    'الاسكندريه'
    """
    style = _Style(r"[\W_]{1,4}", marks, tuple(networks), [])
    return _source(phrase.tree if marks else _without_marks(phrase.tree), style)


def _without_marks(tree: Tree) -> Tree:
    """Return the tree with marks replaced by the space that `arnews.text.fold.squeeze` puts for them."""
    if tree == (Space(),):
        return tree
    parts: list[Word | Space | Mark | Gap | Choice] = []
    for part in tree:
        if isinstance(part, Choice):
            parts.append(Choice(tuple(filter(None, map(_without_marks, part.trees))), part.optional))
        elif not isinstance(part, Mark | Space):
            parts.append(part)
        elif parts and not isinstance(parts[-1], Space):
            parts.append(Space())
    while parts and isinstance(parts[-1], Space):
        parts.pop()
    return tuple(parts)


def _source(tree: Tree, style: _Style) -> str:
    """Return the pattern of a tree. An optional part by itself takes one of its spaces along."""
    pieces: list[str] = []
    begun = False
    for index, part in enumerate(tree):
        free = _is_free(tree, index)
        if isinstance(part, Space):
            # Free parts in front take the space after them, the others the space before them.
            if not (_is_free(tree, index + 1) if begun else _is_free(tree, index - 1)):
                pieces.append(style.between)
        elif isinstance(part, Choice):
            inner = "|".join(sorted((_source(each, style) for each in part.trees), key=len, reverse=True))
            before = style.between if free and begun and isinstance(tree[index - 1], Space) else ""
            after = style.between if free and not begun and _is_space(tree, index + 1) else ""
            pieces.append(f"(?:{before}(?:{inner}){after})" + "?" * part.optional)
        elif isinstance(part, Word):
            pieces.append(re.escape(part.letters))
        elif isinstance(part, Mark):
            pieces.append(rf"\s{{0,3}}{_ALIKE.get(part.char, re.escape(part.char))}\s{{0,3}}")
        else:
            pieces.append(_named(part.name, style))
        begun = begun or not (free or isinstance(part, Space))
    return "".join(pieces)


def _is_space(tree: Tree, index: int) -> bool:
    return 0 <= index < len(tree) and isinstance(tree[index], Space)


def _is_free(tree: Tree, index: int) -> bool:
    """Tell whether a part is optional and has a space, a mark or nothing on both sides."""
    if not 0 <= index < len(tree):
        return False
    part = tree[index]
    beside = [tree[at] for at in (index - 1, index + 1) if 0 <= at < len(tree)]
    return isinstance(part, Choice) and part.optional and all(isinstance(each, Space | Mark) for each in beside)


def _named(name: str, style: _Style) -> str:
    """Return the pattern of a gap, as a group if the style names them."""
    source = _gap(name, style)
    if style.names is None:
        return source
    style.names.append(name)
    return f"(?P<{name}_{len(style.names) - 1}>{source})"


def _gap(name: str, style: _Style) -> str:
    between = style.between
    if name == "network":
        names = sorted(style.networks, key=lambda each: (-len(each), each))
        one = "(?:" + ("|".join(re.escape(each).replace(r"\ ", between) for each in names) or "(?!)") + ")"
        return rf"{one}(?![^\W_])(?:{between}{one}(?![^\W_])){{0,{GAP_WORDS[name] - 1}}}"
    if name == "date":
        return rf"(?:{_LETTERS}{between}){{0,4}}{_NUMERAL}(?:{between}{_ANY_WORD}){{0,10}}"
    shape = _SHAPES[name]
    return f"{shape}(?:{between}{shape}){{0,{GAP_WORDS[name] - 1}}}"


def variants_of(phrase: Phrase) -> list[str]:
    """Return every way to print the phrase, gaps in braces, marks kept.

    >>> from arnews.rules.phrase import parse_phrase
    >>> variants_of(parse_phrase("شارك [هذا|هذه] <المقال|الصفحة>"))[:3]
    ['شارك المقال', 'شارك الصفحه', 'شارك هذا المقال']
    """
    return list(dict.fromkeys(" ".join(each.split()) for each in _expand(phrase.tree)))


def keys_of(phrase: Phrase) -> list[str]:
    """Return the keys of every way to print a phrase without gaps.

    >>> from arnews.rules.phrase import parse_phrase
    >>> keys_of(parse_phrase("تابع[وا]نا: [الآن]"))
    ['تابعنا', 'تابعنا الان', 'تابعوانا', 'تابعوانا الان']
    """
    return list(dict.fromkeys(" ".join(each.split()) for each in _expand(_without_marks(phrase.tree))))


def _expand(tree: Tree) -> list[str]:
    variants = [""]
    for part in tree:
        if isinstance(part, Choice):
            inner = [each for tree_ in part.trees for each in _expand(tree_)]
            if part.optional:
                inner.insert(0, "")
            variants = [before + each for before in variants for each in inner]
            continue
        printed = _printed(part)
        variants = [before + printed for before in variants]
    return variants


def _printed(part: Word | Space | Mark | Gap) -> str:
    if isinstance(part, Word):
        return part.letters
    if isinstance(part, Mark):
        return part.char
    return " " if isinstance(part, Space) else f"{{{part.name}}}"


def edge_words(phrase: Phrase, networks: Iterable[str] = (), *, last: bool = False) -> set[str]:
    """Return the words that the phrase can begin (or end) with; an empty text means a gap.

    Raises ConfigurationError if there are too many of them to be listed.

    >>> from arnews.rules.phrase import parse_phrase
    >>> sorted(edge_words(parse_phrase("(<شارك|انشر> الخبر")))
    ['انشر', 'شارك']
    >>> edge_words(parse_phrase("نقلا عن {outlet}"), last=True)
    {''}
    """
    found: set[str] = set()
    edges = _edges(phrase.tree, frozenset({("", "")}), last)
    if edges is None:
        edge = "end" if last else "begin"
        raise ConfigurationError(f"phrase «{phrase.text}» can {edge} with more than {_MOST_EDGES} words; split it")
    for word, ended in edges:
        if ended == "network" and not word:
            found |= {name.split()[-1 if last else 0] for name in networks}
        else:
            # A gap without a space makes one word with the letters beside it, which nobody knows.
            found.add(word if ended in ("", "end") else "")
    return found


_MOST_EDGES = 1_000
"""Words that a phrase may begin or end with: each is a key by which the phrase is found."""
_Edge = tuple[str, str]
"""Letters read so far; what ended the word: nothing yet, ``end``, or the name of a gap."""


def _edges(tree: Tree, edges: frozenset[_Edge], last: bool) -> frozenset[_Edge] | None:
    """Return the edges after a tree, ``None`` if there are too many: choices without a space multiply them."""
    for part in reversed(tree) if last else tree:
        after: set[_Edge] = set()
        for edge in edges:
            found = _after(edge, part, last)
            if found is None:
                return None
            after |= found
            if len(after) > _MOST_EDGES:
                return None
        edges = frozenset(after)
        if all(ended for _, ended in edges):
            break  # what follows the first word changes nothing
    return edges


def _after(edge: _Edge, part: Word | Space | Mark | Gap | Choice, last: bool) -> Set[_Edge] | None:
    word, ended = edge
    if ended:
        return {edge}
    if isinstance(part, Word):
        return {(part.letters + word if last else word + part.letters, "")}
    if isinstance(part, Gap):
        return {(word, part.name)}
    if not isinstance(part, Choice):
        return {(word, "end" if word else "")}
    found: set[_Edge] = {edge} if part.optional else set()
    for tree in part.trees:
        edges = _edges(tree, frozenset({edge}), last)
        if edges is None:
            return None
        found |= edges
    return found
