"""Markdown marks around a line are not part of it, so they are put aside while lines are weighed."""

from __future__ import annotations

import re
from typing import NamedTuple

from attrs import evolve

from arnews.document import Block, Document, Segment
from arnews.labeling.steps import step
from arnews.roles import Role

__all__ = ["Lifted", "lift_marks", "put_back"]

_STEP = "split.markup"
_HEADING = re.compile(r"#{1,6}\s+(?=[^\s#])")
_CLOSED = re.compile(r"\s#{1,6}$")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?=[^\s*_])(?:(?!(?P=mark)).)+(?<=\S)(?P=mark)")
_EMPHASIS = re.compile(r"(?P<mark>[*_])(?=[^\s*_])[^*_]+(?<=\S)(?P=mark)")
_IMAGE = re.compile(r"!\[(?P<alt>[^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_MARKS = "#*_"
_BEGIN = frozenset(f"{_MARKS}!")
"""Characters with which lines begin that have marks around them."""
_FENCE = "---"
_PAIR = re.compile(r"(?P<key>[A-Za-z_-]{2,20}):\s*")
_FRONT_LONGEST = 40
"""Lines of a front matter."""
_TITLES = frozenset({"title", "headline"})
_READ = frozenset({"author", "authors", "date", "published", "updated", "modified", "lastmod", "tags", "keywords"})
"""Keys of a front matter that a text prints with the same words; the line stays as it is."""
_QUOTES = "\"'"
_CAPTION_WORDS = 3
"""Words of an alternative text that is a caption; shorter ones name a file."""
_MOST_MARKS = 6
"""Marks around one line that are looked for: a heading may be strong, and emphasized."""


class Lifted(NamedTuple):
    """A document without its marks."""

    document: Document
    """Its blocks are the lines without the marks around them."""
    marks: list[Segment]
    """What was taken away, in order."""


def lift_marks(document: Document) -> Lifted:
    """Take the marks of Markdown from both ends of each line, and what a front matter says to programs.

    Marks inside a sentence stay where they are: the characters of a paragraph are untouched.

    >>> import arnews
    >>> lifted = lift_marks(arnews.read_text("# **افتتاح المعرض**"))
    >>> [block.text for block in lifted.document.blocks], [mark.text for mark in lifted.marks]
    (['افتتاح المعرض'], ['# **', '**'])
    """
    marks: list[Segment] = []
    blocks: list[Block] = []
    front = _front_matter(document)
    if not front and _BEGIN.isdisjoint([block.text[0] for block in document.blocks]):
        return Lifted(document, marks)
    for at, block in enumerate(document.blocks):
        image = _IMAGE.fullmatch(block.text) if block.text.startswith("![") else None
        if image is not None:
            _put_image_aside(block, image, marks)
            continue
        start, end = _front_value(block.text) if at < front else _bare(block.text)
        if start >= end:
            marks.append(_mark(block, 0, len(block.text), Role.RESIDUE))
            continue
        if start:
            marks.append(_mark(block, 0, start, Role.RESIDUE))
        if end < len(block.text):
            marks.append(_mark(block, end, len(block.text), Role.RESIDUE))
        whole = start == 0 and end == len(block.text)
        blocks.append(
            block
            if whole
            else block._replace(start=block.start + start, end=block.start + end, text=block.text[start:end])
        )
    return Lifted(evolve(document, blocks=tuple(blocks)) if marks else document, marks)


def put_back(segments: tuple[Segment, ...], marks: list[Segment]) -> tuple[Segment, ...]:
    """Return the segments with the marks among them, in order.

    >>> put_back((), [])
    ()
    """
    return tuple(sorted((*segments, *marks), key=_start)) if marks else segments


def _start(segment: Segment) -> int:
    return segment.start


def _mark(block: Block, start: int, end: int, role: Role) -> Segment:
    text = block.text[start:end]
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    begin = block.start + start + lead
    return Segment(begin, begin + len(text), role, text, step(_STEP if role is Role.RESIDUE else "split.picture"))


def _bare(text: str) -> tuple[int, int]:
    """Return where a line begins and ends without the marks around it."""
    start, end = 0, len(text)
    if text[0] not in _MARKS:
        return start, end
    heading = _HEADING.match(text)
    if heading is not None:
        closed = _CLOSED.search(text, heading.end())
        stop = closed.start() if closed is not None else end
        if "#" not in text[heading.end() : stop]:  # more of them set tags apart
            start, end = heading.end(), stop
    for _ in range(_MOST_MARKS):
        found = _STRONG.fullmatch(text, start, end) or _EMPHASIS.fullmatch(text, start, end)
        if found is None:
            break
        width = len(found["mark"])
        start, end = start + width, end - width
    return start, end


def _put_image_aside(block: Block, image: re.Match[str], marks: list[Segment]) -> None:
    first, last = image.span("alt")
    if len(image["alt"].split()) < _CAPTION_WORDS:
        marks.append(_mark(block, 0, len(block.text), Role.RESIDUE))
        return
    marks.append(_mark(block, 0, first, Role.RESIDUE))
    marks.append(_mark(block, first, last, Role.CAPTION))
    marks.append(_mark(block, last, len(block.text), Role.RESIDUE))


def _front_matter(document: Document) -> int:
    """Return how many blocks the front matter of a document has, its fences with it; 0 if it has none."""
    blocks = document.blocks
    if len(blocks) < 3 or blocks[0].text != _FENCE or document.text[: blocks[0].start].strip():
        return 0
    for at, block in enumerate(blocks[1:_FRONT_LONGEST], 1):
        if block.text == _FENCE:
            return at + 1 if any(_PAIR.match(each.text) for each in blocks[1:at]) else 0
    return 0


def _front_value(text: str) -> tuple[int, int]:
    """Return where the value of a line of the front matter begins and ends that is read; an empty span if none is."""
    pair = _PAIR.match(text)
    if pair is None:
        return 0, 0
    key = pair["key"].lower()
    if key in _TITLES:
        start, end = pair.end(), len(text)
        while end - start > 1 and text[start] in _QUOTES and text[end - 1] == text[start]:
            start, end = start + 1, end - 1
        return start, end
    return (0, len(text)) if key in _READ else (0, 0)
