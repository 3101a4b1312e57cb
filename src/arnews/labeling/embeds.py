"""What a page repeats or embeds: posts of networks with their attribution line, a second copy of the article."""

from __future__ import annotations

import re

from arnews.labeling.pieces import Piece, ends_flatly, part_of
from arnews.roles import Role

__all__ = ["label_embeds", "label_second_copy"]

_ATTRIBUTION = re.compile(r"^\s*[-\u2013\u2014]\s?.{1,80}\(@\w{1,30}\)(?:\s+\w+ \d{1,2}, \d{4})?\s*")
_POST_LINK = re.compile(r"(?:pic\.twitter\.com|//t\.co|instagram\.com/p|fb\.watch|youtu\.be)/")
_HASHTAG = re.compile(r"(?<=[.!?\u061f])\s+(?=#\w)")
_POST_IMAGE = "pic.twitter.com/"
_ENDS_WITH_IMAGE = re.compile(r"pic\.twitter\.com/\w+\s*$")
_HANDLE = "(@"
_POST_LINES = 6
_POST_LONGEST = 320
_COPY_SHORTEST = 80
_COPY_FEWEST = 2


def label_embeds(pieces: list[Piece]) -> list[Piece]:
    """Label posts: the attribution line («— Name (@handle) date») and the open-ended lines above it.

    Return the pieces; one that a post is glued to is split.
    """
    if not any(_HANDLE in piece.text or _POST_IMAGE in piece.text for piece in pieces):
        return pieces
    pieces = [part for piece in pieces for part in _split_post(piece)]
    for index, piece in enumerate(pieces):
        if _HANDLE in piece.text and _ATTRIBUTION.match(piece.text):
            piece.take(Role.EMBED, "embeds.attribution")
            _label_post(pieces, index)
        elif (
            _POST_IMAGE in piece.text
            and piece.free
            and piece.size <= _POST_LONGEST
            and _ENDS_WITH_IMAGE.search(piece.text)
        ):
            piece.take(Role.EMBED, "embeds.post")
            _label_post(pieces, index)
    return pieces


def _split_post(piece: Piece) -> list[Piece]:
    """Split a line that holds a post and something else: a paragraph before a hashtag, or behind the attribution."""
    if not piece.free:
        return [piece]
    cut = _HASHTAG.search(piece.text) or (_ATTRIBUTION.match(piece.text) if _HANDLE in piece.text else None)
    if cut is None or cut.end() >= len(piece.text):
        return [piece]
    parts = (part_of(piece, 0, cut.end(), cut=False), part_of(piece, cut.end(), len(piece.text)))
    return [part for part in parts if part is not None]


def _label_post(pieces: list[Piece], attribution: int) -> None:
    for index in range(attribution - 1, max(-1, attribution - 1 - _POST_LINES), -1):
        piece = pieces[index]
        linked = _POST_LINK.search(piece.text) is not None
        if not piece.free or piece.size > _POST_LONGEST or not (linked or _is_foreign(piece.plain) or _is_open(piece)):
            return
        piece.take(Role.EMBED, "embeds.post")
        if piece.glued:
            return


def _is_open(piece: Piece) -> bool:
    return not piece.prose and not ends_flatly(piece.plain) and ". " not in piece.plain


def _is_foreign(text: str) -> bool:
    """Tell whether a line of a post is in Latin letters."""
    return sum(char < "\u0250" for char in text) > 0.7 * len(text)


def label_second_copy(pieces: list[Piece]) -> None:
    """Label the paragraphs of an article that is printed twice: the second copy says nothing new.

    One paragraph printed twice is a standfirst or a refrain; two or more in the same order are a copy.
    """
    seen: dict[str, int] = {}
    copies: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.size < _COPY_SHORTEST or not piece.free or not piece.stop:
            continue
        if piece.plain in seen:
            copies.append(index)
        else:
            seen[piece.plain] = index
    if len(copies) < _COPY_FEWEST:
        return
    origins = [seen[pieces[index].plain] for index in copies]
    if origins == sorted(origins) and origins[-1] < copies[0]:
        for index in copies:
            pieces[index].take(Role.RESIDUE, "embeds.second-copy")
