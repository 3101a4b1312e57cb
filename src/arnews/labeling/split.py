"""Splits glued pieces: boilerplate before a lead, after a last sentence, inside a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from arnews.credits import read_ending, read_opening
from arnews.labeling.pieces import Piece, ends_sentence, part_of
from arnews.labeling.title_cut import load_title_model
from arnews.labeling.title_words import LOOKED_AT
from arnews.labeling.words import load_words
from arnews.roles import Role
from arnews.rules import Rule, RuleBook, Span
from arnews.text.fold import drop_ignorable, fold
from arnews.text.parts import parts_of

__all__ = ["split_glued"]


_BODY = Role.BODY
_NO_BREAK = "\u00a0"
_GATE = 5
"""Code points of the piece of a word by which literals are grouped: changes how fast, not what is found."""
_ARABIC_FIRST = "\u0600"
"""The first character of the Arabic script."""
_ROUNDS = 3
"""Times that literals choose their piece anew: changes how fast, not what is found."""
_TITLE_LONGEST = 130
"""Code points of a title that is glued after a phrase and ends the line."""
_TITLES_LONGEST = 400
"""Code points of several titles in a row."""
_TITLE_FEWEST = 4
"""Words of a title before the sentence that takes the report up again."""
_TITLE_MOST = 32
"""The most words of such a title; nothing is looked for after them."""
_GLUED_MOST = 100
"""Phrases that are cut out of a line: each makes two lines of it. The labeled texts have two in a line at most."""
_TOKEN = re.compile(r"[^\s.,،:؛]+")
_TITLE_SURE = 0.5
"""Probability that the sentence begins at another word. Below it the title stays: better than dropping a sentence."""
GLUED_TITLES = re.compile(r"ة(?<=\w{3}.)[^\W\d_]{2}|اال(?<=\w{3}...)\w{2}|[؟!][^\W\d_]{2}")
"""Two titles without a blank: a ta marbuta inside a word, «…اال…», a question mark with a letter after it."""
_MARKUP_HINTS = ("</", "/>", '="', "='", "<br", "<p>", "<a ", "<img", "<!--")
_MARKUP = re.compile(
    r"""<!--.{0,400}?-->|</?[A-Za-z][^<>\n]{0,400}>|<(?:a|img|div|span|iframe)\s[^<>\n]{0,400}$"""
    r"""|(?:^|(?<=\s))(?:content|alt|class|src|href|title|width|height|style|target|rel|border)=(?:"[^"\n]*"|'[^'\n]*')(?:\s*/?>)?"""
    r"""|(?:^|(?<=\s))/?>(?=\s|$)"""
)
"""Tags, and attributes whose tag was cut off, that an extractor left."""


def split_glued(pieces: list[Piece], book: RuleBook, unified: str, *, marks: str, shapes: bool) -> list[Piece]:
    """Return the pieces with glued boilerplate cut off and labeled.

    A piece whose head or tail matches a rule about the whole line keeps that rule as a hint.
    ``unified`` is the whole document, unified: one test for each literal there saves
    looking at every paragraph. ``marks`` are the vowel marks, tatweels and controls in it
    (`arnews.text.fold.ignorable_in`); ``shapes`` says that presentation forms occur in it.
    """
    inside = tuple(dict.fromkeys(_glue_words(unified, book, marks)))
    shaped = bool(marks) and shapes
    if ("<" in unified or ">" in unified or "=" in unified) and any(hint in unified for hint in _MARKUP_HINTS):
        pieces = [part for piece in pieces for part in _markup_apart(piece)]
    if "://" in unified:
        pieces = [part for piece in pieces for part in _images_apart(piece)]
    out: list[Piece] = []
    for piece in pieces:
        if piece.role is not None:
            out.append(piece)
            continue
        glued = bool(inside) and (shaped or _holds(piece, inside))
        parts = _cut(piece, book, inside=glued, shapes=shapes)
        if parts is None:
            out.append(piece)
        else:
            out += parts
    return out


def _glue_words(unified: str, book: RuleBook, marks: str) -> Iterator[str]:
    """Yield the literals of glued rules that are in a document; no literal reaches over the end of a line."""
    gates = _gates(book.glue_literals)
    for part in parts_of(unified):
        folded = drop_ignorable(part, marks)
        yield from (word for gate, words in gates if gate in folded for word in words if word in folded)


def _holds(piece: Piece, words: tuple[str, ...]) -> bool:
    folded = piece.folded
    return any(word in folded for word in words)


@lru_cache(maxsize=8)
def _gates(literals: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Group the literals by a piece of a word that many share: one search rules a whole group out."""
    pieces = {literal: _pieces_of(literal) for literal in dict.fromkeys(literals)}
    shares = Counter(piece for own in pieces.values() for piece in set(own))
    chosen: dict[str, str] = {}
    for _ in range(_ROUNDS):  # what many have chosen draws the others
        chosen = {literal: min((-shares[piece], piece) for piece in own)[1] for literal, own in pieces.items()}
        shares = Counter(chosen.values())
    groups: dict[str, list[str]] = {}
    for literal, piece in chosen.items():
        groups.setdefault(piece, []).append(literal)
    return tuple((piece, tuple(sorted(members))) for piece, members in groups.items())


def _pieces_of(literal: str) -> list[str]:
    """Return the pieces of which a literal has one as its gate."""
    if literal[0] < _ARABIC_FIRST:
        return [literal[0]]  # few texts have it at all, and one character is found fastest
    return [literal[at : at + _GATE] for at in range(max(1, len(literal) - _GATE + 1))]


def _cut(piece: Piece, book: RuleBook, *, inside: bool, shapes: bool) -> list[Piece] | None:
    """Return the parts of a piece, or the piece with a hint; ``None`` if it is of one make and nothing speaks of it."""
    text = piece.text
    if _NO_BREAK in text and not piece.has_end_mark and GLUED_TITLES.search(text):
        # Titles glued without a blank, and a subheading after a no-break space.
        return _parts(piece, [_Cut(0, text.rindex(_NO_BREAK), rule=None, role=None)])
    unified, folded = piece.unified, not piece.ignorable and not shapes
    start, end = book.start(unified, folded=folded), book.end(unified, folded=folded)
    glued = book.glued(piece.unified)[:_GLUED_MOST] if inside else []
    if start is None and end is None and not glued:
        return None
    for match in (start, end):
        if match is not None and match.rule.span is Span.LINE:
            return [evolve(piece, hint=match.rule)]
    cuts = [_Cut(match.start, match.end, rule=match.rule) for match in (start, end) if match is not None]
    last_stop = text.rfind(". ") if glued else -1
    for match in glued:
        stop = _reach(text, match.end, goes_on=last_stop >= match.end) if match.rule.span is Span.LINE else match.end
        cuts.append(_Cut(match.start, stop, rule=match.rule))
    return _parts(piece, sorted(cuts, key=lambda cut: cut.start))


def _reach(text: str, start: int, *, goes_on: bool) -> int:
    """Return where the title that is glued to a phrase ends: before the sentence that takes the report up again.

    ``goes_on`` says that a sentence ends after the phrase, and another one begins.

    If nothing says where, a long rest stays with the body, title and all: leaving a title in
    is better than dropping a sentence.
    """
    size = len(text) - start
    if not goes_on and (size <= _TITLE_LONGEST or (size <= _TITLES_LONGEST and not ends_sentence(text[start:]))):
        return len(text)  # a report that went on would end its sentences
    openers = load_words().sentence_openers
    for count, word in enumerate(_TOKEN.finditer(text, start)):
        if count > _TITLE_MOST:
            break
        if count >= _TITLE_FEWEST and fold(word.group()) in openers:
            return word.start()
    probability, offset = load_title_model().best(text[start : start + LOOKED_AT])
    return start + offset if probability >= _TITLE_SURE else start


def _markup_apart(piece: Piece) -> list[Piece]:
    """Cut leftover tags and attributes out of a piece."""
    text = piece.text
    if piece.role is not None or not ("<" in text or ">" in text or "=" in text):
        return [piece]
    found = list(_MARKUP.finditer(text))
    if not found:
        return [piece]
    cuts = [_Cut(tag.start(), tag.end(), role=Role.RESIDUE, step="split.markup") for tag in found]
    return _parts(piece, cuts) or [piece]


_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,600}+(?=\s|$)", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp)(?:\?.{0,200})?$", re.IGNORECASE)
"""The end of the address of a picture: extractors print them, writers do not."""


def _images_apart(piece: Piece) -> list[Piece]:
    """Cut addresses of pictures out of a piece."""
    if piece.role is not None or "://" not in piece.text:
        return [piece]
    cuts = [
        _Cut(found.start(), found.end(), role=Role.RESIDUE, step="split.image-address")
        for found in _ADDRESS.finditer(piece.text)
        if _PICTURE.search(found.group())
    ]
    return (_parts(piece, cuts) if cuts else None) or [piece]


@frozen
class _Cut:
    """A span of a piece that gets a role of its own."""

    start: int
    end: int
    rule: Rule | None = None
    role: Role | None = None
    step: str = ""


def _parts(piece: Piece, cuts: list[_Cut]) -> list[Piece] | None:
    """Return the piece cut at the spans; text between them stays without a role."""
    parts: list[Piece] = []
    at = 0
    for cut in cuts:
        if cut.start < at:
            continue
        before = part_of(piece, at, cut.start, cut=bool(parts))
        parts += () if before is None else (before,)
        part = part_of(piece, cut.start, cut.end, cut=bool(parts))
        if part is not None:
            if cut.rule is not None:
                part.apply(cut.rule)
            elif cut.role is not None:
                part.assign(cut.role, cut.step)
            parts.append(part)
        at = cut.end
    rest = part_of(piece, at, len(piece.text), cut=bool(parts))
    parts += () if rest is None else (rest,)
    return parts or None


def cut_opening(piece: Piece) -> list[Piece] | None:
    """Cut a dateline or byline off the head of a paragraph where it is no part of the sentence."""
    opening = read_opening(piece.text)
    if opening is None or not opening.split or opening.end >= len(piece.text):
        return None
    role = Role.BYLINE if opening.persons else Role.DATELINE
    return _parts(piece, [_Cut(opening.start, opening.end, role=role, step=f"split.{role}")])


def cut_ending(piece: Piece) -> list[Piece] | None:
    """Cut closing credits, initials or an agency off the tail of the last paragraph."""
    ending = read_ending(piece.text)
    if ending is None:
        return None
    return _parts(
        piece, [_Cut(max(0, ending.start), len(piece.text), role=Role.CONTRIBUTORS, step="split.contributors")]
    )


def split_body_edges(pieces: list[Piece]) -> list[Piece]:
    """Cut datelines off the heads and credits off the tails of the paragraphs that have them."""
    out: list[Piece] = []
    last = next((index for index in range(len(pieces) - 1, -1, -1) if pieces[index].role is _BODY), -1)
    before: Role | None = None
    for index, piece in enumerate(pieces):
        parts: list[Piece] | None = None
        if piece.role is _BODY:
            if before is not _BODY and piece.prose:
                parts = cut_opening(piece)
            if index == last:
                rest = parts[-1] if parts else piece
                tail = cut_ending(rest)
                if tail is not None:
                    parts = [*(parts[:-1] if parts else []), *tail]
        before = piece.role
        if parts is None:
            out.append(piece)
            continue
        for part in parts:
            if part.role is None:
                part.follow(piece)
        out += parts
    return out
