"""Read the dateline or byline at the head of a paragraph."""

from __future__ import annotations

import re

from arnews.credits.classify import Part, parts
from arnews.credits.lookup import (
    LABEL,
    OTHER,
    PHOTO,
    quoted_at,
)
from arnews.credits.resolve import CreditParts, resolve
from arnews.credits.slots import DASH_BEHIND_TATWEEL, FIRST_REACH, CreditLine, Slot, bare_head, hopeless, prepare, slots
from arnews.credits.tables import Tables, tables
from arnews.credits.values import Opening
from arnews.text.fold import exceeds, has_ignorable, head_end
from arnews.text.letters import BLANKS
from arnews.text.memory import remembered

__all__ = ["read_opening"]

_WINDOW = 140
_SHORTEST_REST = 25
_MOST_SLOTS = 9
# The first slot ends at one of these; prose goes on for longer before it meets one.
# It begins with one class of characters, so that the search for it is quick.
_FIRST_CUT = re.compile(
    r"[-\u2010-\u2015\u2212_/\\|:()\[\]\u00ab\u00bb\"\u201c\u201d\u060c,*\d.\u0640]"
    rf"(?:(?<![.\u0640])|(?<=\s\.)|(?<=\.)(?=\s)|{DASH_BEHIND_TATWEEL})"
)
_FIRST_CUT_BEFORE = 60
_HASHTAG = "#"
_MOST_SPACES = 6
_DASH_OR_COLON = re.compile(r"[-\u2010-\u2015\u2212_:]|\s\.|\.{2}|/")
_DASH = re.compile(r"[-\u2010-\u2015\u2212_]")
_FULL_STOP = re.compile(r"\.\s")
_COMMA = re.compile(r"[\u060c,]")
_ENCLOSED = re.compile(r"[(/\[{]\s*$")
_CLOSED = re.compile(r"\s*[)/\]}]")


@remembered(most=512, longest=2000)
def read_opening(paragraph: str) -> Opening | None:
    """Read the dateline or byline that opens a paragraph, else return ``None``.

    Only the first 140 characters, marks not counted, are looked at; the rest of the paragraph must be the report.
    Offsets are code points into ``paragraph``.

    >>> opening = read_opening("القاهرة (رويترز) - قال مصدر مسؤول إن المحادثات تستأنف الأسبوع المقبل.")
    >>> opening.places, opening.agencies, opening.end
    (('القاهرة',), ('رويترز',), 18)
    """
    # Marks change nothing, so lengths are those of the text without them.
    head = bare_head(paragraph, FIRST_REACH)
    cut = _FIRST_CUT.search(head, 0, _FIRST_CUT_BEFORE)
    if cut is None or head.count(" ", 0, cut.start()) > _MOST_SPACES + 1:
        return None
    if _HASHTAG in head[: cut.start()]:
        # The low line of a hashtag is no dash.
        return None
    words = tables()
    if hopeless(head, words):
        return None
    line = prepare(paragraph[: head_end(paragraph, _WINDOW)])
    pieces: list[tuple[Slot, list[Part]]] = []
    behind = len(line.text)
    for slot in slots(line, words, limit=_MOST_SLOTS):
        if not pieces and quoted_at(slot.key, words):
            return None  # what follows is said by somebody else, not reported from there
        some = parts(slot, line, words)
        if any(part.kinds & OTHER for part in some):
            behind = slot.start
            break
        pieces.append((slot, some))
        if len(pieces) > 1 and slot.end == len(line.text):
            break
    return _longest(pieces, behind, line, words, paragraph)


def _longest(
    pieces: list[tuple[Slot, list[Part]]], behind: int, line: CreditLine, words: Tables, paragraph: str
) -> Opening | None:
    for count in range(len(pieces), 0, -1):
        last = pieces[count - 1][0]
        follower = pieces[count][0].start if count < len(pieces) else behind
        if last.end >= follower or _is_short(paragraph, line.span(follower, follower)[0]):
            continue
        flat = [part for _, some in pieces[:count] for part in some]
        if flat[-1].kinds & (LABEL | PHOTO) and len(flat) > 1:
            continue
        found = resolve(flat, line, words)
        if found is None:
            continue
        gap = line.text[last.end : follower]
        if _ends(found, flat, gap, line.text[follower : follower + 1]):
            end = last.end + len(gap.rstrip(BLANKS + "\u00ab\u201c\"'("))
            return _opening(found, line, pieces[0][0].start, end, gap)
    return None


def _is_short(paragraph: str, at: int) -> bool:
    """Whether what is after an offset is too short to be the report."""
    if not has_ignorable(paragraph, at, at + _SHORTEST_REST):
        return len(paragraph) - at < _SHORTEST_REST
    return not exceeds(paragraph[at:], _SHORTEST_REST - 1)


def _ends(found: CreditParts, flat: list[Part], gap: str, follower: str) -> bool:
    """Whether what is between the opening and the report closes an opening."""
    if not (found.persons or found.places or found.agencies):
        return False
    last, closed = flat[-1], _CLOSED.match(gap) is not None
    cut = _DASH_OR_COLON.search(gap) is not None
    enclosed = closed and _ENCLOSED.search(last.before) is not None
    if _COMMA.search(gap) or "(" in gap:
        return False
    if not (found.places or found.agency or found.label or _DASH.search(gap) or ":" in gap):
        return False
    if found.last == "job" and flat[-1].key.partition(" ")[0] not in tables().offices:
        return False  # «دبي، وزير المالية في كلمة له: …»
    if found.last == "agency":
        if found.agency and found.places and _FULL_STOP.match(gap) and _DASH.search(last.before):
            return True  # «موسكو - سبوتنيك. قال …»
        within = closed and "(" in flat[0].before  # «(agency - outlet)»
        return cut or within or (enclosed and not found.guessed and (bool(found.places) or "(" in last.before))
    if enclosed and found.last == "place" and found.agencies:
        return True
    if found.persons and not (found.believed or found.places or found.agencies or found.label):
        return False
    if found.last == "date":
        return cut and bool(found.agencies or found.places)
    return cut and not follower.isdigit()


def _opening(found: CreditParts, line: CreditLine, start: int, end: int, gap: str) -> Opening:
    first, past = line.span(start, end)
    if found.persons:
        sure = found.believed and bool(found.places or found.agency or found.label)
    elif found.places or "(" in line.text[:past] or len(found.agencies) > 1:
        sure = found.agency or found.outlet
        if not found.agencies:
            sure = found.town and len(found.places) == 1 and _DASH.search(gap) is not None
    else:
        sure = found.agency and _DASH.search(gap) is not None
    return Opening(
        start=first,
        end=past,
        persons=tuple(found.persons),
        places=tuple(found.places),
        agencies=tuple(found.agencies),
        date_span=found.date,
        split=found.label and bool(found.persons),
        sure=sure and not found.guessed and _DASH.search(line.text, 0, start) is None,
    )
