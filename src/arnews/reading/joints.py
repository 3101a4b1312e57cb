"""Where two texts of one line meet without a blank: parts that the page sets apart by its style, or one word."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["meet_as_words"]

_EMPHASIS = frozenset(
    [
        "b",
        "strong",
        "i",
        "em",
        "u",
        "s",
        "big",
        "sub",
        "sup",
        "font",
        "mark",
        "ins",
        "del",
        "tt",
        "abbr",
        "acronym",
        "bdi",
        "bdo",
        "strike",
        "wbr",
    ]
)
"""Elements that writers put around a part of a word, too."""
_PARTS = frozenset(("time", "small", "button", "label"))
"""Elements that hold a part of their own even where the line goes on around them."""
_PASTED = re.compile(r"(?:[a-z]{1,2}\d+|(?:apple|mso|hps|x_|font|size|colou?r|style|lang).*)", re.IGNORECASE)
"""Class names that editors give to what is pasted into them."""
_STYLED = ("style", "lang", "dir")
_NEAR = 8
"""Steps up to which the element around both is looked for."""


def meet_as_words(before: str, one: Any, text: str, other: Any) -> bool:
    """Tell whether two texts that touch are two words, by the elements that they are in.

    A date, a name and a count that each have an element of their own are told apart by the style of the page. A word
    that is bold in part is one, and so is what an editor has pasted in pieces.

    >>> from turbohtml import parse
    >>> line = parse("<p><span class=by>ليلى</span><span class=at>اليوم</span></p>").select_one("p")
    >>> name, day = line.children
    >>> meet_as_words("ليلى", name, "اليوم", day), meet_as_words("ليلى", line, "اليوم", day)
    (True, False)
    """
    if one is other or not (_is_of_word(before[-1:]) and _is_of_word(text[:1])):
        return False
    if len(before.strip()) == 1 or len(text.strip()) == 1:
        return False  # a large first letter, a unit
    above = [one]
    while len(above) < _NEAR and above[-1].parent is not None:
        above.append(above[-1].parent)
    inner, node = None, other
    for _ in range(_NEAR):
        at = next((at for at, element in enumerate(above) if element is node), -1)
        if at >= 0:
            if at and inner is not None:
                return _is_part(above[at - 1]) and _is_part(inner)
            own = above[at - 1] if at else inner
            return own is not None and own.tag in _PARTS
        inner, node = node, node.parent
        if node is None:
            break
    return False


def _is_of_word(char: str) -> bool:
    return char.isalnum() or "\u064b" <= char <= "\u0652"


def _is_part(element: Any) -> bool:
    """Tell whether an element is a part of a line, not a way to write a part of a word."""
    if element.tag in _EMPHASIS:
        return False
    if element.tag != "span":
        return True
    names = element.attr("class")
    if names:
        return not all(map(_PASTED.fullmatch, names.split()))
    return not any(element.attr(name) is not None for name in _STYLED)
