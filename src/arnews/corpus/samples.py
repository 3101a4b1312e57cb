"""What a look at the rows finds: doubtful documents, and kept lines that documents of one outlet share."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from attrs import define, field, frozen

__all__ = ["Look", "Repeated", "Sample", "outlet_of"]

_LONGEST_LINE = 300
"""Code points; what is longer is an article that was printed twice."""
_SHORTEST_LINE = 12
_FEWEST = 3
_MOST_LINES = 2_000_000
"""Different lines that are held: about 400 MB. When there are so many, those seen least often so far are let
go, until half of them are left: then the next look at all of them is far."""
_IDS = 3
_TEASER = 280
_LITTLE = 0.35
"""Kept share below which most of a document was dropped."""


@frozen
class Sample:
    """A doubtful document."""

    reasons: tuple[str, ...]
    row: Mapping[str, Any]


@frozen
class Repeated:
    """A kept line that several documents of one outlet share."""

    outlet: str
    line: str
    documents: int
    ids: tuple[str, ...]
    url: str | None


@define
class _Line:
    documents: int
    ids: list[str]
    url: str | None


@define
class Look:
    """Reads rows once and remembers what is worth showing.

    >>> look = Look(most=5)
    >>> for number in range(3):
    ...     look.add({"id": str(number), "url": "https://www.example.com/1", "outlet": None, "error": None,
    ...               "text": "حمل التطبيق من هنا", "issues": [], "kind": "article", "quality": None})
    >>> [(each.line, each.outlet, each.documents) for each in look.repeated()]
    [('حمل التطبيق من هنا', 'www.example.com', 3)]
    """

    most: int
    """Doubtful documents that are remembered."""
    most_lines: int = _MOST_LINES
    """Different lines that are held."""
    rows: int = 0
    _doubtful: list[tuple[int, int, Sample]] = field(factory=list)
    _lines: dict[tuple[str, str], _Line] = field(factory=dict)

    def add(self, row: Mapping[str, Any]) -> None:
        """Look at a row."""
        self.rows += 1
        reasons = tuple(reasons_to_doubt(row))
        if reasons:
            # The first of those with most reasons; the number keeps the heap from comparing rows.
            entry = (len(reasons), -self.rows, Sample(reasons, row))
            if len(self._doubtful) < self.most:
                heapq.heappush(self._doubtful, entry)
            else:
                heapq.heappushpop(self._doubtful, entry)
        if row["text"]:
            self._add_lines(row)

    def _add_lines(self, row: Mapping[str, Any]) -> None:
        outlet = outlet_of(row)
        if outlet is None:
            return
        for line in set(row["text"].split("\n\n")):
            if _SHORTEST_LINE <= len(line) <= _LONGEST_LINE:
                found = self._lines.get((outlet, line))
                if found is None:
                    self._lines[outlet, line] = _Line(1, [row["id"]], row["url"])
                else:
                    found.documents += 1
                    if len(found.ids) < _IDS:
                        found.ids.append(row["id"])
        if len(self._lines) > self.most_lines:
            self._let_go()

    def _let_go(self) -> None:
        """Let the lines go that were seen least often."""
        fewest = 2
        while len(self._lines) > self.most_lines // 2:
            self._lines = {key: line for key, line in self._lines.items() if line.documents >= fewest}
            fewest *= 2

    def samples(self) -> list[Sample]:
        """Return the documents with most reasons to doubt them."""
        return [sample for _, _, sample in sorted(self._doubtful, key=lambda each: (-each[0], -each[1]))]

    def repeated(self) -> list[Repeated]:
        """Return the lines that three documents or more of one outlet share, the most frequent first."""
        found = [
            Repeated(outlet, text, line.documents, tuple(line.ids), line.url)
            for (outlet, text), line in self._lines.items()
            if line.documents >= _FEWEST
        ]
        return sorted(found, key=lambda each: (-each.documents, each.outlet, each.line))


def outlet_of(row: Mapping[str, Any]) -> str | None:
    """Return the outlet of a row, or the host of its address."""
    if row["outlet"]:
        return str(row["outlet"])
    try:
        return urlsplit(row["url"] or "").hostname
    except ValueError:
        return None


def reasons_to_doubt(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield why a person should look at a document, one sentence each."""
    if row["error"] is not None:
        done = "was not parsed" if row["kind"] is None else "was parsed in part"
        yield f"it {done}: {row['error']}"
    if row["kind"] is None:
        return
    yield from (f"issue {code}" for code in row["issues"])
    quality = row["quality"]
    if quality is None:
        return
    share = quality["kept_share"]
    if share is not None and share < _LITTLE:
        yield f"only {share:.0%} of it was kept"
    if quality["duplicated_paragraphs"]:
        yield f"{quality['duplicated_paragraphs']} paragraphs are printed twice"
    if quality["ends_with_ellipsis"]:
        yield "the body ends with an ellipsis: it may be cut"
    if row["kind"] == "list":
        yield "it is a list of articles"


def teaser(row: Mapping[str, Any]) -> str:
    """Return the beginning of a body."""
    text = row["text"] or ""
    return text if len(text) <= _TEASER else text[:_TEASER].rpartition(" ")[0] + " …"


def looked_at(rows: Iterable[Mapping[str, Any]], most: int) -> Look:
    """Return what the rows show."""
    look = Look(most=most)
    for row in rows:
        look.add(row)
    return look
