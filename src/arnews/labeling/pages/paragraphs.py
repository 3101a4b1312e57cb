"""Evidence of paragraphs that only markup gives: which blocks are beside the paragraphs of the article."""

from __future__ import annotations

from collections.abc import Iterator

from arnews.dates import may_hold_date, split_date_line
from arnews.document import Block
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.class_names import HEADINGS
from arnews.labeling.pieces import LONG_PROSE, Piece, ends_flatly
from arnews.page import Element, PageImage
from arnews.roles import Role

__all__ = ["mark_paragraphs"]

_SHORTEST = 30
"""Code points of a paragraph that ends with a full stop and has an element of its own."""
_GOES_ON = 0.2
"""The article goes on after a mark of its end if so much of the text before it follows."""
_LINE_WORDS = 4
"""Words from which a first line is a paragraph; a label has fewer."""
_DATELINE_WORDS = 14
"""Words of the dateline of an agency with its day."""
_CAPTION_WORDS = 12
"""Words from which a line below a picture is no caption."""
_AFTER_DAY = 4
"""Words after the day in a line that is no sentence."""
_RUN = 4
"""Words in a row that two texts share by chance hardly ever."""
_HEADINGS = HEADINGS | {"figcaption"}


def mark_paragraphs(
    pieces: list[Piece],
    article: ArticleRange,
    elements: tuple[Element, ...],
    block_at: dict[int, Block],
    running: list[Block],
    images: tuple[PageImage, ...],
    stated: str | None = None,
) -> None:
    """Count short sentences beside running text as paragraphs; take marks of an end back where the article goes on.

    ``running`` are the blocks of the article with running text, ``stated`` is its body as metadata repeat it.
    """
    _mark_all_short(pieces, elements, running)
    if stated:
        _mark_stated(pieces, running, block_at, article, stated)
    places = {block.element for block in running}
    places |= {elements[place].parent for place in places}
    pictured = {image.at for image in images}
    beside: list[Piece] = []
    for piece in pieces:
        block = block_at.get(piece.start)
        if block is None or piece.role is not None or not article.inside[block.element] or _is_linked(block):
            continue
        if block.element not in places and elements[block.element].parent not in places:
            continue
        if not piece.prose and piece.has_end_mark and piece.size >= _SHORTEST and ends_flatly(piece.plain):
            piece.prose = True
        if piece.prose and piece.has_end_mark:
            beside.append(piece)
            piece.certain_body = piece.certain_body or piece.size >= LONG_PROSE
    if article.pure and running:
        _mark_first_lines(pieces, article, elements, block_at, running[0], pictured)
    before = sum(piece.size for piece in beside)
    after = 0
    for piece in reversed(pieces):
        if beside and piece is beside[-1]:
            beside.pop()
            after += piece.size
            before -= piece.size
        elif piece.ends and piece.role is not Role.COMMENTS and before and after >= _GOES_ON * before:
            piece.ends = False


def _mark_stated(
    pieces: list[Piece], running: list[Block], block_at: dict[int, Block], article: ArticleRange, stated: str
) -> None:
    """Mark the lines that the metadata repeat as body, if these repeat most of the article."""
    runs = set(_runs(stated))
    held = sum(block.end - block.start for block in running if _is_held(block.text, runs))
    if 2 * held <= sum(block.end - block.start for block in running):
        return
    for piece in pieces:
        block = block_at.get(piece.start)
        if block is None or piece.role is not None or piece.size < _SHORTEST or not article.inside[block.element]:
            continue
        if not block.linked and _is_held(piece.text, runs):
            piece.prose = piece.certain_body = True


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Return all runs of a few words."""
    words = text.split()
    return zip(*(words[at:] for at in range(_RUN)), strict=False)


def _is_held(text: str, runs: set[tuple[str, ...]]) -> bool:
    """Tell whether the first and the last words of a text are among runs of words."""
    words = text.split()
    return len(words) >= _RUN and tuple(words[:_RUN]) in runs and tuple(words[-_RUN:]) in runs


def _mark_all_short(pieces: list[Piece], elements: tuple[Element, ...], running: list[Block]) -> None:
    """Count the running text of an article as paragraphs if none of it is as long as a paragraph of a text.

    Breaking news has one or two lines, and many sites end paragraphs without a full stop.
    """
    starts = {block.start: block for block in running}
    title = next((piece.text for piece in pieces if piece.role is Role.HEADLINE), None)
    own = [piece for piece in pieces if piece.start in starts and piece.text != title]
    if any(piece.prose for piece in own):
        return
    for piece in own:
        if piece.role is None and elements[starts[piece.start].element].tag not in _HEADINGS:
            piece.prose = not _begins_with_day(piece.text)


def _begins_with_day(text: str) -> bool:
    """Tell whether a line is the day with its label and a few words after it, the name of the member who wrote say."""
    parts = split_date_line(text) if may_hold_date(text) else None
    return parts is not None and not parts[0] and len(parts[2].split()) <= _AFTER_DAY


def _mark_first_lines(
    pieces: list[Piece],
    article: ArticleRange,
    elements: tuple[Element, ...],
    block_at: dict[int, Block],
    lead: Block,
    pictured: set[int],
) -> None:
    """Count the first lines of an element that holds the body and not the title as paragraphs, up to the first label.

    A short line below a picture may be its caption, and some print the title once more.
    """
    title = next((piece.text for piece in pieces if piece.role is Role.HEADLINE), "")
    for piece in pieces:
        block = block_at.get(piece.start)
        if block is None or not _lies_in(block.element, article.region, elements):
            continue
        if piece.role is not None or piece.start > lead.start or _is_linked(block) or _is_dated(piece):
            break
        if piece.words >= (_CAPTION_WORDS if piece.start in pictured else _LINE_WORDS):
            if elements[block.element].tag in _HEADINGS or piece.text in title or (title and title in piece.text):
                break
            piece.prose = True


def _lies_in(element: int, region: int, elements: tuple[Element, ...]) -> bool:
    while element > region:  # an element comes after those around it
        element = elements[element].parent
    return element == region


def _is_dated(piece: Piece) -> bool:
    """Tell whether a line may be the dateline of an agency, with its day."""
    return not piece.has_end_mark and piece.words <= _DATELINE_WORDS and any(map(str.isdigit, piece.plain))


def _is_linked(block: Block) -> bool:
    return 2 * block.linked > block.end - block.start
