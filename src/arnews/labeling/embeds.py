"""What a page repeats or embeds: posts of networks with their attribution line, a second copy of the article."""

from __future__ import annotations

import re

from arnews.labeling.pieces import Piece, part_of
from arnews.roles import Role

__all__ = ["holds_embeds", "label_embeds", "label_second_copy", "split_embeds"]

_ATTRIBUTION = re.compile(r"^\s*[-\u2013\u2014]\s?.{1,80}\(@\w{1,30}\)(?:\s+\w+ \d{1,2}, \d{4})?\s*")
_HASHTAG = re.compile(r"(?<=[.!?\u061f])\s+(?=#\w)")
_POST_IMAGE = "pic.twitter.com/"
_ENDS_WITH_IMAGE = re.compile(r"pic\.twitter\.com/\w+\s*$")
_HANDLE = "(@"
_POST_LONGEST = 320
"""Code points of an embedded post: 280 by the rules of the network, and the address of its picture."""
_POSTED = re.compile(
    r"(?:pic\.twitter\.com/\w{1,20}\s*)?[-\u2013\u2014]\s?[^\n(]{1,80}\(@\w{1,30}\)\s+\w{3,12} \d{1,2}(?:, \d{4}|$)"
)
"""The end of a post inside a line: who wrote it, and when."""
_SENTENCE = re.compile(r"[.!?\u061f\u2026:]\s+")
_POST_FEWEST = 2
"""Blanks in a post; fewer words after a sentence are the end of it."""
_COPY_SHORTEST = 80
"""Code points of a paragraph whose second print shows a second copy; shorter ones are refrains."""
_COPY_FEWEST = 2
"""Paragraphs printed twice from which the article is; one is a standfirst."""


def holds_embeds(text: str) -> bool:
    """Tell whether there may be a post in a text; so it is in few.

    >>> holds_embeds("— Port (@port) May 5, 2024"), holds_embeds("افتتاح المعرض")
    (True, False)
    """
    return _HANDLE in text or _POST_IMAGE in text


def split_embeds(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces; one that a post is glued to is split.

    >>> from arnews.labeling.pieces import make
    >>> line = make(0, "افتتاح المعرض pic.twitter.com/abc #معرض")
    >>> [piece.text for piece in split_embeds([line])] == [line.text]
    True
    """
    if not any(holds_embeds(piece.text) for piece in pieces):
        return pieces
    return [part for piece in pieces for part in _split_post(piece)]


def label_embeds(pieces: list[Piece]) -> None:
    """Label posts by what only they print: the attribution («— Name (@handle) date»), the address of a picture."""
    for piece in pieces:
        if _HANDLE in piece.text and _ATTRIBUTION.match(piece.text):
            piece.assign(Role.EMBED, "embeds.attribution")
        elif (
            _POST_IMAGE in piece.text
            and len(pieces) > 1  # a text of one line is no post that an article shows
            and piece.is_undecided
            and piece.size <= _POST_LONGEST
            and _ENDS_WITH_IMAGE.search(piece.text)
        ):
            piece.assign(Role.EMBED, "embeds.post")


def _split_post(piece: Piece) -> list[Piece]:
    """Split a line that holds a post and something else: a paragraph before a hashtag, or after the attribution."""
    if not piece.is_undecided:
        return [piece]
    posted = _POSTED.search(piece.text) if _HANDLE in piece.text else None
    if posted is not None and posted.start() > 0:
        return _apart(piece, posted)
    cut = _HASHTAG.search(piece.text) or (_ATTRIBUTION.match(piece.text) if _HANDLE in piece.text else None)
    if cut is None or cut.end() >= len(piece.text):
        return [piece]
    parts = (part_of(piece, 0, cut.end(), cut=False), part_of(piece, cut.end(), len(piece.text)))
    return [part for part in parts if part is not None]


def _apart(piece: Piece, posted: re.Match[str]) -> list[Piece]:
    """Cut a post out of a line that holds sentences of the article, too: it begins after the last of them."""
    text, end = piece.text, posted.start()
    starts = [found.end() for found in _SENTENCE.finditer(text, max(0, end - _POST_LONGEST), end)]
    start = next((at for at in reversed(starts) if text.count(" ", at, end) >= _POST_FEWEST), None)
    if start is None:
        start = 0 if end <= _POST_LONGEST else end
    before, after = part_of(piece, 0, start, cut=False), part_of(piece, posted.end(), len(text))
    post = part_of(piece, start, posted.end(), cut=start > 0)
    if post is not None:
        post.assign(Role.EMBED, "embeds.post")
    rest = [] if after is None else _split_post(after)
    return [*(part for part in (before, post) if part is not None), *rest]


def label_second_copy(pieces: list[Piece]) -> None:
    """Label the paragraphs of an article that is printed twice: the second copy says nothing new.

    One paragraph printed twice is a standfirst or a refrain; two or more in the same order are a copy.
    """
    seen: dict[str, int] = {}
    copies: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.size < _COPY_SHORTEST or not piece.is_undecided or not piece.has_end_mark:
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
            pieces[index].assign(Role.RESIDUE, "embeds.second-copy")
