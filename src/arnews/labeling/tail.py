"""What follows the body: source, tags, related items, comments, foreign articles. Every cut can be taken back."""

from __future__ import annotations

import re

from arnews.labeling.pieces import Piece, ends_flatly
from arnews.labeling.words import load_words
from arnews.roles import LISTED, Role
from arnews.text.fold import squeeze_unified

__all__ = ["label_tail"]

_TIMESTAMP, _SECTION, _RESIDUE, _RELATED_HEADING = Role.TIMESTAMP, Role.SECTION, Role.RESIDUE, Role.RELATED_HEADING
_RELATED_ITEM, _COMMENTS, _BYLINE = Role.RELATED_ITEM, Role.COMMENTS, Role.BYLINE
_END_SIGNS = frozenset(
    {Role.SOURCE, Role.TAGS, Role.SHARE, Role.COMMENTS, Role.RELATED_HEADING, Role.PROMO, Role.DISCLAIMER,
     Role.AUTHOR_BIO, Role.COUNTER, Role.NAVIGATION, Role.MASTHEAD}
)  # fmt: skip
_RETURN_SHARE = 0.2
"""Prose behind a list takes the article up again if it has this share of the prose before the list."""
_RETURN_SHORTEST = 250
_FEWEST_PARAGRAPHS = 3
_FEWEST_COMMENTS = 3
_BIO_LONGEST = 300
_CLOSED_SHARE = 0.8
_GLUED_LONGEST = 320
_TITLE_LONGEST = 200
_TAG_SEPARATOR = re.compile(r"[|،,#]| [-–] ")
_NAME_WORDS = 5
_LONE_NAME = 3
_LINE_WORDS = 4
_TAG_COLUMN = 4
"""Fewer one-word lines than these behind the body are a list of its own."""


def label_tail(pieces: list[Piece], start: int) -> int:
    """Label what stands behind the body, inline lists of related items too; return the index where the tail begins."""
    count = len(pieces)
    if start >= count:
        return count
    ended = min(_hard_end(pieces, start), _second_article(pieces, start))
    _label_lists(pieces, start, ended, punctuated=_is_punctuated(pieces))
    last = _last_paragraph(pieces, start, ended)
    end = min(ended, _label_column(pieces, last, _tail_start(pieces, last, count)))
    _label_author_box(pieces, start, end)
    _label_rest(pieces, end, count)
    return end


def _hard_end(pieces: list[Piece], start: int) -> int:
    """Return the index of the first piece behind which nothing is body."""
    count = len(pieces)
    seen_source = False
    limit = _thread_limit(pieces)
    certain = max((index for index in range(start, count) if pieces[index].sure), default=start)
    for index in range(start, count):
        piece = pieces[index]
        if piece.free:
            if piece.prose:
                seen_source = False
            continue
        if index < certain and piece.role is not _COMMENTS:
            continue
        ends = piece.ends or (index < limit and _heads_thread(piece))
        if ends and _enough_before(pieces, start, index):
            return index
        if piece.role in (Role.SOURCE, Role.TAGS):
            seen_source = True
        elif piece.role is _RELATED_HEADING and seen_source:
            # An aggregator: source, keywords, «read also», and then whole articles of others.
            return index
    return count


def _thread_limit(pieces: list[Piece]) -> int:
    """Return the index above which a heading of comments has a thread below it, 0 if there is none.

    A thread is dates between comments and one line, a button, that stands below each. What is below one
    heading is below all headings above it, so one look from the end tells for all of them.
    """
    times: dict[str, int] = {}
    dates = 0
    repeated = False
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if piece.role is _TIMESTAMP:
            dates += 1
        elif piece.key and not piece.prose and piece.plain[-1] not in ":؟!.":
            times[piece.key] = times.get(piece.key, 0) + 1
            repeated = repeated or times[piece.key] >= _FEWEST_COMMENTS
        if repeated and dates >= _FEWEST_COMMENTS:
            return index
    return 0


def _heads_thread(piece: Piece) -> bool:
    return piece.role is _COMMENTS and piece.hard


def _second_article(pieces: list[Piece], start: int) -> int:
    """Return the index of the titles of another article that is pasted below, the number of pieces if there is none.

    A report inside a report has one heading and its reporter; two lines of title and a new name,
    where the first article was signed too, begin another article.
    """
    signed = {piece.key for piece in pieces[:start] if piece.role is _BYLINE and piece.hard}
    if not signed:
        return len(pieces)
    for index in range(start + _FEWEST_PARAGRAPHS, len(pieces) - 1):
        piece = pieces[index]
        if piece.role is not _BYLINE or not piece.hard or piece.key in signed or not pieces[index + 1].prose:
            continue
        titles = pieces[index - 2 : index]
        if all(title.free and not title.prose and not title.stop and title.words >= _LINE_WORDS for title in titles):
            for title in titles:
                title.take(_RELATED_ITEM, "tail.second-article")
            piece.take(Role.OTHER_ARTICLE, "tail.second-article")
            return index - 2
    return len(pieces)


def _enough_before(pieces: list[Piece], start: int, index: int) -> bool:
    """Tell whether the body has begun before a mark that ends it: some pages print the comment form on top."""
    before = sum(piece.size for piece in pieces[start:index] if piece.free and piece.prose)
    after = sum(piece.size for piece in pieces[index + 1 :] if piece.free and piece.prose)
    return before > 0 and before * 6 >= after


def _is_punctuated(pieces: list[Piece]) -> bool:
    """Tell whether the paragraphs of the document end with full stops, so that one that does not is none."""
    prose = [piece.stop for piece in pieces if piece.prose and piece.free]
    return len(prose) >= _FEWEST_PARAGRAPHS and sum(prose) >= _CLOSED_SHARE * len(prose)


def _label_lists(pieces: list[Piece], start: int, ended: int, *, punctuated: bool) -> None:
    """Label the titles below a heading of related items, until something that cannot be a title."""
    index = start
    while index < ended:
        piece = pieces[index]
        if piece.free or piece.role is not _RELATED_HEADING or not piece.opens:
            index += 1
            continue
        stop = index + 1
        while stop < ended and _can_be_item(pieces[stop], punctuated=punctuated):
            stop += 1
        items = [item for item in pieces[index + 1 : stop] if item.free or item.role is _TIMESTAMP]
        inline = stop < ended and any(item.free and item.prose for item in pieces[stop:ended])
        if inline:
            items = _inline_items(items)
        for item in items:
            item.take(_RELATED_ITEM, "tail.below-heading")
        index = stop


def _can_be_item(piece: Piece, *, punctuated: bool) -> bool:
    if piece.free and piece.prose and punctuated:
        # Some lists print several titles in one line.
        return not piece.stop and piece.size <= _GLUED_LONGEST
    if piece.free:
        return (
            not piece.prose and piece.size <= _TITLE_LONGEST and not _is_sentence(piece) and piece.plain[-1] not in ":،"
        )
    return piece.role in (Role.TIMESTAMP, Role.COUNTER, Role.RELATED_ITEM, Role.RESIDUE, Role.SECTION, Role.NAVIGATION)


def _is_sentence(piece: Piece) -> bool:
    return piece.stop and piece.size > 40 and ends_flatly(piece.plain)


def _inline_items(items: list[Piece]) -> list[Piece]:
    """Return the items of a box inside the body: a last short line in front of a paragraph is its subheading."""
    if len(items) > 1 and items[-1].words <= 5 and items[0].words > 5:
        return items[:-1]
    return items


def _last_paragraph(pieces: list[Piece], start: int, ended: int) -> int:
    """Return the index of the last paragraph of the body."""
    last = start
    total = 0
    pending = 0
    pending_signs = 0
    for index in range(start, ended):
        piece = pieces[index]
        if piece.free and piece.prose:
            if pending_signs >= 3 and not piece.sure and not _more_prose(pieces, index, ended, total):
                # One lone paragraph behind a long tail is a notice, not the article.
                continue
            last = index
            total += piece.size
            pending = pending_signs = 0
        elif not piece.free and piece.role in _END_SIGNS:
            pending_signs += 1
        else:
            pending += 1
    return last


def _more_prose(pieces: list[Piece], index: int, ended: int, total: int) -> bool:
    """Tell whether enough prose follows to take the article up again."""
    more = sum(piece.size for piece in pieces[index:ended] if piece.free and piece.prose)
    return more >= max(_RETURN_SHARE * total, _RETURN_SHORTEST)


def _tail_start(pieces: list[Piece], last: int, count: int) -> int:
    """Return where the tail begins: at the first sign of an end behind the last paragraph."""
    for index in range(last + 1, count):
        piece = pieces[index]
        # Behind the last paragraph even a soft label is a sign: no subheading stands there.
        if piece.role in _END_SIGNS or (piece.role is Role.SECTION and not piece.hard):
            return index
    return count


def _label_column(pieces: list[Piece], last: int, end: int) -> int:
    """Return where the tail begins, a column of keywords below the last paragraph labeled as tags.

    At the very end of a document a column of short lines is a list of the article.
    """
    stop = last + 1
    while stop < len(pieces) and not pieces[stop].hard and pieces[stop].words <= 3:
        stop += 1
    column = pieces[last + 1 : stop]
    if stop == len(pieces) or len(column) < _TAG_COLUMN or sum(piece.words == 1 for piece in column) * 2 < len(column):
        return end
    if end < stop - 1 and pieces[end].role is not Role.SECTION:
        return end
    while column and column[-1].role is not None:
        column.pop()
    if not column:
        return end
    for piece in column:
        piece.take(Role.TAGS, "tail.column")
    return last + 1


def _label_author_box(pieces: list[Piece], start: int, end: int) -> None:
    """Label the box below the article that repeats the author's name and says who that is."""
    signed = [piece.key for piece in pieces[:start] if piece.role is _BYLINE and piece.key]
    limit = _thread_limit(pieces)
    for index in range(end, len(pieces)):
        piece = pieces[index]
        if index < limit and _heads_thread(piece):
            return  # names below are readers'
        labeled = piece.role is _BYLINE and (piece.hard or piece.words <= _LONE_NAME)
        named = labeled or (not piece.hard and any(piece.key in key for key in signed if piece.key))
        if not named or not 2 <= piece.words <= _NAME_WORDS:
            continue
        piece.take(Role.AUTHOR_BIO, "tail.author-box")
        below = pieces[index + 1] if index + 1 < len(pieces) else piece
        told = below.size <= _BIO_LONGEST or piece.key in squeeze_unified(below.unified)
        if not below.hard and below.words > _NAME_WORDS and told:
            below.take(Role.AUTHOR_BIO, "tail.author-box")


def _label_rest(pieces: list[Piece], end: int, count: int) -> None:
    """Label what no rule has claimed behind the end, by what it stands under."""
    context = Role.NAVIGATION
    for index in range(end, count):
        piece = pieces[index]
        if piece.role is _SECTION and not piece.rule.endswith("breadcrumb"):
            # Below the article, names of sections are labels of other items or a menu.
            below = not piece.hard and context in LISTED
            piece.take(_RELATED_ITEM if below else Role.NAVIGATION, "tail.section-name")
            continue
        if not piece.free:
            if piece.role is not None and not piece.role.kept and piece.role is not _RESIDUE:
                context = piece.role
            elif piece.role is _TIMESTAMP and context in LISTED:
                piece.take(_RELATED_ITEM, "tail.below-heading")
            continue
        if piece.role is not None and not piece.role.kept:
            piece.hard = True
            continue
        piece.take(*_by_context(piece, context))
        if context is Role.TAGS and _TAG_SEPARATOR.search(piece.plain):
            # All keywords stood in this line.
            context = Role.NAVIGATION


def _by_context(piece: Piece, context: Role) -> tuple[Role, str]:
    if context is Role.TAGS and piece.key.partition(" ")[0] in load_words().prepositions:
        # A keyword is a noun.
        context = Role.NAVIGATION
    if context is Role.COMMENTS:
        return Role.COMMENTS, "tail.comments"
    if context in (Role.RELATED_HEADING, Role.RELATED_ITEM, Role.OTHER_ARTICLE):
        if piece.prose and (piece.stop or piece.size > _TITLE_LONGEST):
            return Role.OTHER_ARTICLE, "tail.other-article"
        if context is Role.OTHER_ARTICLE and ends_flatly(piece.plain):
            return Role.OTHER_ARTICLE, "tail.other-article"
        return Role.RELATED_ITEM, "tail.below-heading"
    if context is Role.TAGS and not piece.prose and _TAG_SEPARATOR.search(piece.plain):
        return Role.TAGS, "tail.below-heading"
    if (
        context in (Role.AUTHOR_BIO, Role.DISCLAIMER, Role.PROMO, Role.TAGS, Role.SOURCE)
        and not piece.prose
        and piece.words <= 6
    ):
        return (
            (context, "tail.below-heading") if context in (Role.TAGS, Role.SOURCE) else (Role.NAVIGATION, "tail.chrome")
        )
    if piece.prose and piece.stop:
        return Role.OTHER_ARTICLE, "tail.other-article"
    if piece.words >= 5:
        return Role.RELATED_ITEM, "tail.title"
    return Role.NAVIGATION, "tail.chrome"
