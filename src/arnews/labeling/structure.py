"""What follows a heading, comments or the end: proposals for lines that say nothing by themselves.

A proposal by a heading is soft evidence: the model weighs it with the facts of the line, and may decide otherwise.
After a certain end the model decides only what kind of boilerplate a line is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from arnews.labeling.pieces import Piece, ends_flatly
from arnews.labeling.topic import topic_of
from arnews.roles import Role

__all__ = ["propose_by_structure"]

_COMMENTS, _RELATED_HEADING = Role.COMMENTS, Role.RELATED_HEADING
_END_SIGNS = frozenset({Role.SOURCE, Role.TAGS})
"""Below these a heading of other articles means that whole articles of others follow."""
_REPEATS = 3
"""Dates, and prints of one line, from which what is below a heading is a thread of comments."""
_DAY = re.compile(r"\d{1,4}\s?[/.:-]\s?\d{1,2}")
_SIGNS = frozenset({Role.BYLINE, Role.DATELINE, Role.TIMESTAMP})
"""What a line that signs a comment reads as by itself."""
_DATED = 2
"""Lines of a name and a day from which they sign comments."""
_DATED_WORDS = 8
"""Words of such a line."""
_DATED_REACH = 12
"""Lines below a heading of comments among which they are looked for."""
_TITLE_LONGEST = 200
"""Code points of a title of another article."""
_SENTENCE_SHORTEST = 40
"""Code points from which a line that ends with a full stop is a sentence, not a title."""
_AND = "و"
_SUBHEADING_WORDS = 5
"""Words up to which the last line of a list inside the body may head the paragraph below it."""
_BESIDE_ITEM = frozenset({Role.TIMESTAMP, Role.COUNTER, Role.RELATED_ITEM, Role.RESIDUE, Role.SECTION, Role.NAVIGATION})
"""What is between the titles of a list."""
_STANDFIRST_REACH = 6
"""Lines below a standfirst among which the article begins: date, byline and buttons are between them."""
_SAME_TOPIC = 4
"""A paragraph is about the same topic if at least one in so many of its rarer words occurs above."""
_ENOUGH = 6
"""An end is believed if no more than so many times the text before it follows: some pages print the form on top."""


Apart = Callable[[Piece, Piece], bool]
"""Tells whether a line cannot be below a heading, for all that markup says."""


def propose_by_structure(pieces: list[Piece], *, of_page: bool = False, apart: Apart | None = None) -> None:
    """Propose roles for open lines by what is above them: items of lists, comments, articles of others.

    In a page the markup tells what is outside the article, so an end that words tell is weaker there, and what is
    ``apart`` from a heading is not one of its items.

    >>> from arnews.labeling.pieces import make
    >>> heading, title = make(0, "اقرأ أيضاً"), make(12, "مكتبات العاصمة تفتح أبوابها ليلاً")
    >>> heading.assign(Role.RELATED_HEADING, "page.heading-of-links")
    >>> heading.opens = True
    >>> propose_by_structure([heading, title])
    >>> str(title.role), title.hard
    ('related_item', False)
    """
    start = next((index for index, piece in enumerate(pieces) if piece.prose and piece.is_undecided), 0)
    end, role = _find_end(pieces, start)
    _propose_standfirst(pieces, start)
    _propose_items(pieces, start, end, apart)
    _propose_resumed(pieces[start : end + 1])
    spoken: frozenset[str] | None = None
    for piece in pieces[end + 1 :]:
        if piece.role is not None and not (role is Role.COMMENTS and piece.role in _SIGNS):
            continue
        item = role is not Role.COMMENTS and not (piece.prose and piece.has_end_mark)
        hard = True
        if piece.prose and role is not Role.COMMENTS and (of_page or pieces[end].ends):
            # What still speaks of what the article speaks of may go on below a line that ends others.
            if spoken is None:
                spoken = topic_of(" ".join([each.folded for each in pieces[start:end] if each.prose]))
            topic = topic_of(piece.folded)
            hard = len(topic & spoken) * _SAME_TOPIC < len(topic)
        piece.propose(Role.RELATED_ITEM if item else role, "structure.after-end", hard=hard)


def _propose_resumed(pieces: list[Piece]) -> None:
    """Propose the text for a sentence that goes on («And he added …») below a line that names another article.

    In the labeled documents each of the 31 is text, and it is often the last paragraph.
    """
    for above, piece in pairwise(pieces):
        if (
            piece.role is None
            and not piece.outside
            and above.role is Role.RELATED_ITEM
            and above.hard
            and piece.has_end_mark
            and piece.size >= _SENTENCE_SHORTEST
            and piece.plain.startswith(_AND)
        ):
            piece.propose(Role.BODY, "structure.resumed", hard=True)


def _find_end(pieces: list[Piece], start: int) -> tuple[int, Role]:
    """Return the index of the line after which nothing is body, and what follows; the last index if there is none."""
    roles = {piece.role for piece in pieces[start:]}
    if _COMMENTS not in roles and _RELATED_HEADING not in roles and True not in [piece.ends for piece in pieces]:
        return len(pieces) - 1, Role.OTHER_ARTICLE
    sourced = False
    thread = _thread_limit(pieces) if _COMMENTS in roles else 0
    before, after = 0, sum(piece.size for piece in pieces[start:] if piece.is_undecided and piece.prose)
    for index in range(start, len(pieces)):
        piece = pieces[index]
        dated = piece.role is _COMMENTS and _heads_dated(pieces, index)
        commented = dated or (piece.role is _COMMENTS and index < thread)
        if piece.is_undecided and not commented:
            if piece.prose:
                sourced = False
                before, after = before + piece.size, after - piece.size
            continue
        if (dated or ((piece.ends or commented) and after > 0)) and after <= _ENOUGH * before:
            return index, Role.COMMENTS if commented else Role.OTHER_ARTICLE
        if piece.role in _END_SIGNS:
            sourced = True
        elif piece.role is _RELATED_HEADING and sourced:
            return index, Role.OTHER_ARTICLE
    return len(pieces) - 1, Role.OTHER_ARTICLE


def _thread_limit(pieces: list[Piece]) -> int:
    """Return the index above which a heading of comments has a thread below it, 0 if there is none.

    A thread is dates between comments and one line, a button, below each.
    """
    prints: dict[str, int] = {}
    dates = 0
    repeated = False
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if piece.role is Role.TIMESTAMP:
            dates += 1
        elif piece.key and not piece.prose and piece.plain[-1] not in ":؟!.":
            prints[piece.key] = prints.get(piece.key, 0) + 1
            repeated = repeated or prints[piece.key] >= _REPEATS
        if repeated and dates >= _REPEATS:
            return index
    return 0


def _heads_dated(pieces: list[Piece], index: int) -> bool:
    """Tell whether below a heading come lines with a name and a day, each followed by what somebody wrote."""
    below = pieces[index + 1 : index + 1 + _DATED_REACH]
    signed = [at for at, piece in enumerate(below) if piece.words <= _DATED_WORDS and _DAY.search(piece.plain)]
    if len(signed) < _DATED or signed[0] > 1:
        return False
    return all(next_one > one + 1 for one, next_one in pairwise(signed))


def _propose_standfirst(pieces: list[Piece], start: int) -> None:
    """Propose the first paragraph as a deck where the next one begins with the same words."""
    below = next((piece for piece in pieces[start + 1 : start + _STANDFIRST_REACH] if piece.prose), None)
    if below is None or not pieces[start].prose or not pieces[start].is_undecided:
        return
    if below.size > pieces[start].size and below.plain.startswith(pieces[start].plain):
        pieces[start].propose(Role.DECK, "structure.standfirst", hard=True)


def _propose_items(pieces: list[Piece], start: int, end: int, apart: Apart | None) -> None:
    """Propose the titles below a heading of other articles, until something that cannot be a title."""
    headings = [index for index in range(start, len(pieces)) if pieces[index].opens]
    if not headings:
        return
    last = next((at for at in range(end, start, -1) if pieces[at].is_undecided and pieces[at].prose), start)
    index = start
    for index_of_heading in headings:
        if index_of_heading < index or pieces[index_of_heading].role is not _RELATED_HEADING:
            continue
        index = index_of_heading
        stop = index + 1
        while stop < len(pieces) and _can_be_item(pieces[stop]):
            if apart is not None and apart(pieces[index], pieces[stop]):
                break
            stop += 1
        items = [piece for piece in pieces[index + 1 : stop] if piece.role in (None, Role.TIMESTAMP)]
        if stop <= last and len(items) > 1 and items[-1].words <= _SUBHEADING_WORDS < items[0].words:
            items.pop()
        for item in items:
            item.propose(Role.RELATED_ITEM, "structure.below-heading")
        index = max(stop, index + 1)


def _can_be_item(piece: Piece) -> bool:
    if not piece.is_undecided:
        return piece.role in _BESIDE_ITEM
    sentence = piece.has_end_mark and piece.size > _SENTENCE_SHORTEST and ends_flatly(piece.plain)
    return not piece.prose and piece.size <= _TITLE_LONGEST and not sentence and piece.plain[-1] not in ":،"
