"""Splits lines of the head that hold two things: outlet and title, title and author, place and date."""

from __future__ import annotations

from copy import copy

from arnews.credits import read_credit
from arnews.dates import may_hold_date, split_date_line
from arnews.labeling.line_evidence import label_alone
from arnews.labeling.pieces import SHORT, Piece, make, part_of
from arnews.labeling.words import load_words
from arnews.roles import Role
from arnews.rules import RuleBook
from arnews.text.fold import squeeze
from arnews.text.letters import BLANKS

__all__ = ["split_head"]

_BYLINE, _DATELINE, _SOURCE = Role.BYLINE, Role.DATELINE, Role.SOURCE
_SEPARATED = (" - ", " | ", " – ", " — ", " :: ", " » ")
_NAME_WORDS = 5
"""Words of a name after the slash of «title/ name»."""
_DATE_LONGEST = 80
"""Code points of a date in front of a paragraph, with its label and its time."""
_DATE_EARLIEST = 30
"""Code points at the head of the paragraph in which its first digit is."""
_BESIDE_DATE = 7
"""The most words beside a date for the line to be a date line; a title may hold a date too, but one that was glued to
its lead has the date of the page after it."""


def split_head(pieces: list[Piece], start: int, book: RuleBook) -> list[Piece]:
    """Return the pieces with those above ``start`` split that hold two things."""
    keys = {piece.key for piece in pieces[:start] if piece.is_undecided and piece.words >= 3}
    head: list[Piece] = []
    for piece in pieces[:start]:
        parts = None
        if piece.is_undecided and piece.role is None:
            parts = _name_and_title(piece, keys) if len(keys) > 1 else None
            parts = parts or _title_and_author(piece)
        if parts is None and (piece.is_undecided or piece.role in (_DATELINE, _BYLINE, _SOURCE)):
            parts = _date_apart(piece, book)
        head += parts or [piece]
    if start < len(pieces):
        first = _date_in_front(pieces[start])
        whole = _dated_title(head[-1], first[0]) if len(first) > 1 and head else None
        head = [*head, *first] if whole is None else [*head[:-1], whole, *first[1:]]
    return [*head, *pieces[start + 1 :]]


def _wants_date(title: str) -> bool:
    """Tell whether a date after a title is a part of it: «the prices of today», «the boats on»."""
    words = load_words()
    last = squeeze(title.split()[-1])
    return last in words.before_dates or last in words.prepositions


def _dated_title(title: Piece, date: Piece) -> Piece | None:
    """Return a title with the date that was taken for that of the page, ``None`` if it does not speak of it."""
    if title.role is not Role.HEADLINE or title.end + 1 != date.start or not _wants_date(title.text):
        return None
    whole = make(title.start, f"{title.text} {date.text}", glued=title.glued)
    whole.role = title.role
    whole.reason = title.reason
    whole.prose = False
    return whole


def _date_in_front(piece: Piece) -> list[Piece]:
    """Cut a date off the first paragraph that it was glued to: a sentence has a word in front of its date."""
    text = piece.text[:_DATE_LONGEST].rpartition(" ")[0]
    if piece.role is not None or not text or not may_hold_date(text[:_DATE_EARLIEST]):
        return [piece]
    if piece.unified.split(None, 1)[0] in load_words().prepositions:
        return [piece]
    found = split_date_line(text)
    if found is None or found[0] or found[1].start or not found[1].full:
        return [piece]
    date = part_of(piece, 0, found[1].end, cut=False)
    rest = part_of(piece, found[1].end, len(piece.text))
    if date is None or rest is None:
        return [piece]
    date.key = squeeze(date.text)
    date.assign(Role.TIMESTAMP, "head.date")
    date.fixed = True
    rest.cut = False
    return [date, rest]


def _name_and_title(piece: Piece, keys: set[str]) -> list[Piece] | None:
    for separator in _SEPARATED:
        if separator not in piece.text:
            continue
        for left, found, right, title_is_left in (
            (*piece.text.rpartition(separator), False), (*piece.text.partition(separator), False),
            (*piece.text.partition(separator), True), (*piece.text.rpartition(separator), True),
        ):  # fmt: skip
            title, name = (left, right) if title_is_left else (right, left)
            if squeeze(title) not in keys or not name.strip():
                continue
            # The separator goes with the name, so that no character is left over.
            cut = len(left) + (0 if title_is_left else len(found))
            head, tail = piece.text[:cut].rstrip(), piece.text[cut:].strip()
            first = make(piece.start, head, glued=piece.glued)
            second = make(piece.start + piece.text.index(tail, cut), tail, glued=True)
            masthead, headline = (second, first) if title_is_left else (first, second)
            headline.key = squeeze(headline.text)
            names = _outlet_and_section(masthead, separator)
            return [headline, *names] if title_is_left else [*names, headline]
    return None


def _outlet_and_section(names: Piece, separator: str) -> list[Piece]:
    """Return the names beside a title, labeled: the outlet, and the section of «outlet - section - title»."""
    cut = names.text.find(separator)
    section = part_of(names, cut + len(separator), len(names.text)) if cut > 0 else None
    outlet = (
        part_of(names, 0, cut + len(separator), cut=False)
        if section is not None and section.plain.strip(BLANKS + "-|")
        else None
    )
    if outlet is None or section is None:
        whole = copy(names)
        whole.assign(Role.MASTHEAD, "head.outlet-name")
        return [whole]
    outlet.assign(Role.MASTHEAD, "head.outlet-name")
    section.assign(Role.SECTION, "head.section-name")
    return [outlet, section]


def _title_and_author(piece: Piece) -> list[Piece] | None:
    """Split «title/ name» where the name can only be the author."""
    cut = piece.text.rfind("/")
    if cut < 0 or piece.text.count(" ", 0, cut) < 2:
        return None
    name = piece.text[cut + 1 :].strip()
    credit = read_credit(name) if name else None
    if credit is None or not credit.persons or credit.places or not 2 <= len(name.split()) <= _NAME_WORDS:
        return None
    title = make(piece.start, piece.text[:cut].rstrip(), glued=piece.glued)
    author = make(piece.start + cut, piece.text[cut:], glued=True)
    title.key = squeeze(title.text)
    author.assign(Role.BYLINE, "head.author-behind-title")
    return [title, author]


def _date_apart(piece: Piece, book: RuleBook) -> list[Piece] | None:
    """Split a date off a line that holds something else too: a section, a place, a dateline around it."""
    text = piece.text
    if piece.size > SHORT or not may_hold_date(text):
        return None
    credit = read_credit(text) if piece.role in (Role.DATELINE, Role.BYLINE) else None
    span = credit.date_span if credit is not None else None
    if span is None:
        found = split_date_line(text)
        if found is None or not found[1].full:
            return None
        if piece.role is Role.HEADLINE:
            if found[0] and _wants_date(found[0]):
                return None
        elif len((found[0] + found[2]).split()) > _BESIDE_DATE:
            return None
        span = found[1].start, found[1].end
    parts: list[Piece] = []
    for start, end, dated in ((0, span[0], False), (*span, True), (span[1], len(text), False)):
        part = text[start:end].strip()
        if not part:
            continue
        new = make(piece.start + text.index(part, start), part, glued=piece.glued or bool(parts))
        new.key = squeeze(part)
        if dated:
            new.assign(Role.TIMESTAMP, "head.date")
            new.fixed = piece.role is Role.HEADLINE
        elif not new.key:
            # A separator stays with the date.
            if not parts:
                return None
            parts[-1] = make(parts[-1].start, text[parts[-1].start - piece.start : end].rstrip(), glued=parts[-1].glued)
            parts[-1].assign(Role.TIMESTAMP, "head.date")
            continue
        else:
            _label_beside_date(new, piece, book)
        parts.append(new)
    return parts if len(parts) > 1 else None


def _label_beside_date(part: Piece, line: Piece, book: RuleBook) -> None:
    """Label what is beside a date: place, agency or name; anything else stays open."""
    if line.role is Role.HEADLINE:
        part.role = line.role
        part.reason = line.reason
        return
    if line.role is None:
        label_alone([part], book)
        return
    credit = read_credit(part.text) if line.role is not Role.SOURCE else None
    if credit is not None:
        role = Role.BYLINE if credit.persons else Role.DATELINE
        part.propose(role, "head.beside-date", hard=credit.sure or line.hard)
    elif line.hard:
        part.follow(line)
