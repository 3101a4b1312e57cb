"""Text to blocks: its lines, and the pieces of a line that runs of spaces set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from types import NoneType

from arnews.document import Block, Document, Issue
from arnews.errors import check_type
from arnews.text.letters import BLANKS, LINE_ENDS
from arnews.text.parts import parts_of

__all__ = ["MOST_LINES", "check_text", "read_text"]

_OTHER_LINE_ENDS = LINE_ENDS[1:]

# Four blanks or a tab inside a line are a line end that an extractor flattened.
_GAP = re.compile(rf"[{BLANKS}]++(?:(?<=[{BLANKS}]{{4}})|(?<=\t)|(?<=\t[{BLANKS}])|(?<=\t[{BLANKS}]{{2}}))")
_GAP_HINTS = ("    ", "\t", *BLANKS.replace(" ", "").replace("\t", ""))
"""Each gap has one of these: a quick test rules most texts out."""
MOST_LINES = 25_000
"""Lines that are told apart: each takes 600 bytes and more on the way to its label. A book has 20,000, and the longest
of a thousand news texts 235."""
_TOO_MANY = f"the text has more than {MOST_LINES:,} lines; the rest was read as one"
_HINT = "; decode it first, for example with .decode('utf-8')"
_SHORTEST_PIECE = 5
"""A mark or number of fewer characters («1-», «•») belongs to what follows it."""


def read_text(text: str, *, url: str | None = None) -> Document:
    """Return the document of a text: its lines that are not blank, as blocks.

    Every kind of line end counts, and so does a run of four or more spaces, which is a
    line end where a whole page was flattened to one line. What follows the first 25,000 lines is one block, and
    `Document.issues` says so. No text makes it raise.

    >>> [block.text for block in read_text("عاجل\\r\\n\\r\\nافتتاح المعرض     اقتصاد").blocks]
    ['عاجل', 'افتتاح المعرض', 'اقتصاد']

    Raises `TypeError` if ``text`` is not a string, or ``url`` is neither one nor ``None``.
    """
    check_text(text)
    check_type("url", url, str, NoneType)
    spans = _spans(text)
    new = tuple.__new__  # a third of the time that the constructor takes
    blocks = [new(Block, (*span, -1, 0)) for span in islice(spans, MOST_LINES)]
    if next(spans, None) is None:
        return Document(text=text, blocks=tuple(blocks), url=url)
    rest = text[blocks[-1].end :]
    end = len(text.rstrip())
    start = len(text) - len(rest.lstrip())
    blocks.append(Block(start, end, text[start:end]))
    return Document(text=text, blocks=tuple(blocks), url=url, issues=(Issue(code="too-long", message=_TOO_MANY),))


def check_text(text: object) -> None:
    """Raise `TypeError` if a text is no string; for bytes the message says what to do with them.

    >>> check_text("عاجل")
    """
    check_type("text", text, str, hint=_HINT if isinstance(text, bytes | bytearray) else "")


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and text of each block."""
    # Each of them is one character, so offsets stay.
    lines = text
    for end in _OTHER_LINE_ENDS:
        lines = lines.replace(end, "\n")
    hints = [hint for hint in _GAP_HINTS if hint in lines]
    at = 0
    for part in parts_of(lines):
        for line in part.split("\n"):
            block = line.strip()
            if block:
                start = at + line.index(block[0]) if line[0] != block[0] else at
                if hints and any(hint in block for hint in hints):
                    yield from _pieces(block, start)
                else:
                    yield start, start + len(block), block
            at += len(line) + 1


def _pieces(block: str, start: int) -> list[tuple[int, int, str]]:
    """Split a line at its wide gaps, but not after a list mark or number."""
    pieces: list[tuple[int, int, str]] = []
    begin = 0
    for gap in _GAP.finditer(block):
        if gap.start() - begin < _SHORTEST_PIECE and sum(map(str.isalpha, block[begin : gap.start()])) < 2:
            continue
        pieces.append((start + begin, start + gap.start(), block[begin : gap.start()]))
        begin = gap.end()
    pieces.append((start + begin, start + len(block), block[begin:]))
    return [piece for piece in pieces if piece[2]]
