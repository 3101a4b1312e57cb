"""A long text, a part at a time: what is made of all of it would be in memory beside it."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["parts_of"]

_SIZE = 131_072
"""Characters of a part, more than nearly every document has."""


def parts_of(text: str, size: int = _SIZE) -> Iterator[str]:
    r"""Yield parts of a text that are whole lines; between two parts is a line feed.

    Args:
        text: any text.
        size: the fewest characters of each part but the last.

    >>> list(parts_of("ا\nب\nج", size=2))
    ['ا\nب', 'ج']
    """
    at = 0
    while len(text) - at > size:
        end = text.find("\n", at + size)
        if end < 0:
            break
        yield text[at:end]
        at = end + 1
    yield text[at:]
