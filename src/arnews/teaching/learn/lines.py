"""The lines of all documents, and where each is among the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

from attrs import frozen

from arnews.document import Origin, Reason, Segment
from arnews.labeling.pieces import ends_sentence
from arnews.roles import ARTICLE, TEXT, Role
from arnews.teaching.learn.examples import Reading
from arnews.text.fold import squeeze

__all__ = ["ENOUGH", "Line", "Place", "Spot", "lines_of", "spots_of"]

ENOUGH = 3
"""Documents in which something must have been seen before it is written down."""

_PROSE = 60
_LONG_PROSE = 110
"""Code points from which a line of the body is running text, with and without the end of a sentence."""
_RULER = 3
"""Marks from which a line without words sets apart what is above and below it."""


class Place(StrEnum):
    """Where in a document a line is."""

    TOP = "top"
    """Above the running text."""
    INSIDE = "inside"
    """With running text above and below it."""
    BOTTOM = "bottom"
    """Below the running text."""


@frozen(eq=False)
class Line:
    """A line of a document with its role by the general rules."""

    document: int
    """Number of the document."""
    family: int
    """Number of the article; copies of one article count once."""
    start: int
    """Offset in the text of the document."""
    end: int
    """End offset (exclusive), in code points."""
    text: str
    """As printed."""
    key: str
    """Its folded words; empty for a row of marks."""
    role: Role
    """The role of most of it; body if any of it is."""
    reason: Reason
    """What gave the role."""
    whole: bool
    """All of it has one role."""

    @property
    def prose(self) -> bool:
        """Whether it is running text of the article."""
        size = len(self.text)
        return self.role is Role.BODY and size >= (_PROSE if ends_sentence(self.text) else _LONG_PROSE)


@frozen(eq=False)
class Spot:
    """A line and its neighborhood, lines that repeat among documents not counted."""

    line: Line
    """The line."""
    place: Place
    """Where it is."""
    above: Role | None
    """Role of the nearest line above; ``None`` at the top of the document."""
    below: Role | None
    """Role of the nearest line below; ``None`` at the end."""
    before_title: bool
    """A title is further down."""
    in_prose: bool
    """It is in the body: between its lines, or at one with running text on the other side."""


def lines_of(readings: Sequence[Reading]) -> list[list[Line]]:
    """Return the lines of each document that have words, and rows of marks, in order."""
    return [_lines(number, reading) for number, reading in enumerate(readings)]


def _general_role(segment: Segment, *, whole: bool) -> Role:
    """Return the role that words and shapes give; what only the model knows is as open as text of the article."""
    guessed = segment.reason.origin is Origin.MODEL and segment.role not in ARTICLE
    return Role.BODY if guessed or (not whole and segment.role in TEXT) else segment.role


def _lines(number: int, reading: Reading) -> list[Line]:
    segments = reading.labeled.segments
    lines: list[Line] = []
    at = 0
    for block in reading.labeled.document.blocks:
        while at < len(segments) and segments[at].end <= block.start:
            at += 1
        own: list[Segment] = []
        for segment in segments[at:]:
            if segment.start >= block.end:
                break
            own.append(segment)
        key = squeeze(block.text)
        if not own or not (key or len(block.text) >= _RULER):
            continue
        main = max(own, key=lambda each: (each.role in TEXT, min(each.end, block.end) - each.start))
        whole = len({each.role for each in own}) == 1
        lines.append(
            Line(
                number, reading.family, block.start, block.end, block.text, key,
                _general_role(main, whole=whole), main.reason, whole,
            )
        )  # fmt: skip
    return lines


def spots_of(lines: Sequence[Sequence[Line]], wanted: Collection[int], repeated: Collection[int]) -> dict[int, Spot]:
    """Return the neighborhood of each wanted line; lines are known by their ``id``.

    ``repeated`` are the lines that repeat. They are no neighbors, since none of them is known yet to be of the
    article or not.
    """
    return {
        id(line): _spot(document, at, others)
        for document in lines
        for others in [[at for at, line in enumerate(document) if id(line) not in repeated]]
        for at, line in enumerate(document)
        if id(line) in wanted
    }


def _spot(document: Sequence[Line], at: int, others: Sequence[int]) -> Spot:
    """Return the neighborhood of the line with the number ``at``; ``others`` are those of possible neighbors."""
    above = next((document[other].role for other in reversed(others) if other < at), None)
    below = next((document[other].role for other in others if other > at), None)
    prose_above = any(document[other].prose for other in others if other < at)
    prose_below = any(document[other].prose for other in others if other > at)
    beside = (above in TEXT, below in TEXT)
    return Spot(
        line=document[at],
        place=Place.INSIDE if prose_above and prose_below else Place.BOTTOM if prose_above else Place.TOP,
        above=above,
        below=below,
        before_title=any(document[other].role is Role.HEADLINE for other in others if other > at),
        in_prose=all(beside) or (beside[0] and prose_below) or (beside[1] and prose_above),
    )
