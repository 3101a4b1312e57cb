"""Runs of text to blocks: what a walk over a page finds, put into a document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from arnews.document import Block
from arnews.page import Element, PageImage, PageLink
from arnews.reading.joints import meet_as_words

__all__ = ["Blocks", "FoundImage", "JoinedRun", "Link", "Run", "assemble"]

Link = tuple[str, str]
"""Address and ``rel`` of a link."""


_NEAR = 8
"""Steps up to which an element around two texts is looked for; more would take the square of nested ones."""


class Run(NamedTuple):
    """A run of text on its own: a text of the page, or several that make one line.

    >>> Run("افتتاح المعرض", element=0).link is None
    True
    """

    text: str | list[str]
    """The characters as written; a list of several texts and the blanks between them."""
    element: int
    """Index of the innermost element around it."""
    link: Link | None = None
    """The link around all of it."""
    marks: tuple[tuple[int, Link | None], ...] = ()
    """Of several texts: which of them begins a link, or what is in none; then ``link`` is not used."""


class JoinedRun:
    """A run of several texts: what is bold in it, its links."""

    def __init__(self, text: str, element: int, link: Link | None, parent: Any) -> None:
        self.parts = [text]
        self.parent = parent
        self.element = element
        self.marks: list[tuple[int, Link | None]] = [(0, link)]

    def add(
        self,
        text: str,
        element: int,
        link: Link | None,
        blank: bool,
        elements: Sequence[Element],
        around: int,
        parent: Any,
    ) -> None:
        """Add a text and the node that it is in; ``blank`` says that white space precedes it."""
        parts, before = self.parts, self.marks[-1][1]
        if element != self.element:
            self.element = _common(self.element, element, elements, around)
        # Two links side by side are two words, however they are written.
        two_links = link is not before and link is not None and before is not None
        before_text = parts[-1]
        blank = (
            blank or two_links or _are_apart(before_text, text) or meet_as_words(before_text, self.parent, text, parent)
        )
        self.parent = parent
        if link is not before:
            self.marks.append((len(parts) + blank, link))
        if blank:
            parts.append(" ")
        parts.append(text)

    def run(self) -> Run:
        """Return the run."""
        marks = tuple(self.marks)
        if len(marks) == 1:
            return Run(self.parts, self.element, marks[0][1])
        return Run(self.parts, self.element, None, marks)


def _are_apart(before: str, text: str) -> bool:
    """Tell whether two texts are two words because a word and a number meet at a tag.

    The page sets them apart by its style: a clock before a title, a name before a date. One letter belongs to the
    number («و2024», «2م»).
    """
    if before[-1:].isdigit():
        return len(text) > 1 and _is_letter(text[0]) and _is_letter(text[1])
    return text[:1].isdigit() and len(before) > 1 and _is_letter(before[-1]) and _is_letter(before[-2])


def _is_letter(char: str) -> bool:
    return "\u0621" <= char <= "\u064a" and char != "\u0640"


def _common(one: int, other: int, elements: Sequence[Element], around: int) -> int:
    """Return the innermost element around two of one line; the element of the line if there is none nearby."""
    for _ in range(_NEAR):
        if one == other or around in (one, other):
            break
        if one > other:  # an element comes after those around it
            one = elements[one][0]
        else:
            other = elements[other][0]
    return one if one == other else around


class FoundImage(NamedTuple):
    """An image or video, as the walk meets it."""

    run: int
    """Index of the run before which it is, or in which."""
    element: int
    url: str
    alt: str
    names: str
    video: bool
    small: bool


class Blocks(NamedTuple):
    """What becomes of runs and images."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[PageLink, ...]
    images: tuple[PageImage, ...]


def assemble(runs: list[Run], images: list[FoundImage]) -> Blocks:
    """Return text, blocks, links and images of a page. A run of white space is one blank, as on a screen.

    >>> found = assemble([Run(" افتتاح   المعرض", element=0, link=("/1", ""))], [])
    >>> found.blocks
    (Block(start=0, end=13, text='افتتاح المعرض', element=0, linked=13),)
    >>> found.links
    (PageLink(start=0, end=13, href='/1', rel=''),)
    """
    blocks: list[Block] = []
    links: list[PageLink] = []
    new = tuple.__new__  # a third of the time of calling the class, for what a page has hundreds of
    start = 0
    for written, element, link, marks in runs:
        text = " ".join((written if type(written) is str else "".join(written)).split())
        end = start + len(text)
        linked = 0
        if link is not None:
            href, rel = link
            links.append(new(PageLink, (start, end, href, rel)))
            linked = end - start
        elif marks:
            for begin, past, (href, rel) in _links_in(written, marks, text):
                links.append(new(PageLink, (start + begin, start + past, href, rel)))
                linked += past - begin
        blocks.append(new(Block, (start, end, text, element, linked)))
        start = end + 1
    starts = [block[0] for block in blocks]
    starts.append(start)
    return Blocks(
        "\n".join([block[2] for block in blocks]),
        tuple(blocks),
        tuple(links),
        tuple(
            [
                new(PageImage, (starts[run], element, url, alt, video, names, small))
                for run, element, url, alt, names, video, small in images
            ]
        ),
    )


def _links_in(
    written: str | list[str], marks: tuple[tuple[int, Link | None], ...], text: str
) -> list[tuple[int, int, Link]]:
    """Return where in its text the links of a run of several texts are."""
    found: list[tuple[int, int, Link]] = []
    at = 0
    for (first, link), (past, _) in pairwise((*marks, (len(written), None))):
        words = " ".join("".join(written[first:past]).split())
        begin = text.find(words, at) if words else -1
        if begin >= 0:
            # Text between links is skipped too: it may have the words of the next one.
            at = begin + len(words)
            if link is not None:
                found.append((begin, at, link))
    return found
