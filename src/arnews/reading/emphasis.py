"""Lines that are printed bold or in large letters as a whole: what old systems have for headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from arnews.document import Block

if TYPE_CHECKING:
    import turbohtml

__all__ = ["emphasis_of"]

_LOUD = ("b", "strong", "big", "font")
_STYLED = re.compile("font-(?:size|weight)", re.IGNORECASE)
_SHORTEST, _LONGEST = 8, 260
"""Code points of a line that may be a title."""
_MOST = 400
"""Elements that are looked at; a page with more of them sets its paragraphs so."""
_MOST_STRINGS = 20
"""Texts of such an element: a link, a mark or a blank between its words."""
_NORMAL = 3
"""The size of letters of ``font`` where nothing is said."""
_LARGEST = 7
_SIZE = re.compile(r"font-size:([0-9]{1,3}(?:\.[0-9]{1,3})?)(px|pt|r?em|%)")
_UNITS = {"px": 16.0, "pt": 12.0, "em": 1.0, "rem": 1.0, "%": 100.0}
"""The size of usual letters in each unit."""
_STEP = 0.25
"""A size of ``font`` is larger than the one before it by about so much."""
_BOLD = re.compile(r"font-weight:(?:bold|[6-9]00)")


def emphasis_of(tree: turbohtml.Document, blocks: Sequence[Block]) -> tuple[tuple[int, int], ...]:
    """Return the offset of each line that is bold or in large letters as a whole, and how much it is so.

    Bold counts 1, each size of letters above the usual one 2. A page with a heading of the first rank needs no such
    hint, and has none.

    >>> import turbohtml
    >>> tree = turbohtml.parse("<td><font size=5><b>افتتاح المعرض</b></font></td>")
    >>> emphasis_of(tree, [Block(start=0, end=13, text="افتتاح المعرض", element=0)])
    ((0, 5),)
    """
    if tree.find("h1") is not None:
        return ()
    loud: dict[str, int] = {}
    styled = tree.find_all(style=_STYLED, limit=_MOST)
    for node in (*tree.find_all(list(_LOUD), limit=_MOST), *(node for node in styled if node.tag not in _LOUD)):
        strength = _strength(node)
        if strength > 0:
            text = _text_of(node)
            if _SHORTEST <= len(text) <= _LONGEST:
                loud[text] = loud.get(text, 0) + strength
    return tuple((block.start, loud[block.text]) for block in blocks if block.text in loud) if loud else ()


def _text_of(node: turbohtml.Element) -> str:
    """Return the text of an element; if it is long, only as much of it as shows that."""
    parts: list[str] = []
    size = 0
    for part in islice(node.strings, _MOST_STRINGS):
        parts.append(part)
        size += len(part)
        if size > 2 * _LONGEST:
            break
    return " ".join("".join(parts).split())


def _strength(node: turbohtml.Element) -> int:
    """Return how much an element makes its letters stand out."""
    tag = node.tag
    strength = int(tag in ("b", "strong")) + 2 * (tag == "big")
    if tag == "font":
        size = (node.attr("size") or "").strip()
        digits = size.lstrip("+")
        if digits.isascii() and digits.isdigit():
            steps = int(digits[:2]) - (0 if size.startswith("+") else _NORMAL)
            strength += 2 * max(0, min(steps, _LARGEST - _NORMAL))
    style = node.attr("style")
    if style:
        style = style.lower().replace(" ", "")
        strength += int(_BOLD.search(style) is not None)
        stated = _SIZE.search(style)
        if stated is not None:
            steps = round((float(stated[1]) / _UNITS[stated[2]] - 1) / _STEP)
            strength += 2 * max(0, min(steps, _LARGEST - _NORMAL))
    return strength
