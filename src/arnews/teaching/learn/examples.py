"""What is learned from: documents of one outlet, read and labeled, and which of them are one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from arnews.document import Document, LabeledDocument
from arnews.labeling import label
from arnews.reading import read
from arnews.roles import TEXT
from arnews.rules import RuleBook
from arnews.text.fold import squeeze

__all__ = ["Example", "Reading", "read_again", "read_examples", "relabel"]

"""Roles of what `Article.body` is made of."""

_SHINGLE = 6
"""Words in a row by which two bodies are compared."""
_SAME = 0.5
"""Two documents are one article if they share this part of the shorter body."""


@frozen(eq=False)
class Example:
    """A document of the outlet to learn from: a page or a text.

    >>> Example("افتتاح الرصيف الجديد", name="first.txt").url is None
    True
    """

    content: str | bytes
    """The page or text; which of the two it is shows."""
    url: str | None = None
    """Its address, if known."""
    name: str = ""
    """What the report calls it."""


@frozen(eq=False)
class Reading:
    """An example as it is read and labeled without an outlet."""

    example: Example
    """The document as given."""
    labeled: LabeledDocument
    """Its segments by the general rules."""
    family: int
    """Number of the article that it shows: two copies of one article have one number."""
    garbled: bool
    """Its letters were lost by a wrong encoding, so nothing can be learned from it."""

    @property
    def is_page(self) -> bool:
        """Whether it is a page."""
        return self.labeled.document.page is not None


def read_examples(examples: Iterable[Example]) -> tuple[Reading, ...]:
    """Return the examples, read and labeled without an outlet, with copies of one article known as such.

    >>> copies = [Example("افتتح الوزير أمس المعرض الدولي للكتاب، وحضره جمهور كبير من القراء.")] * 2
    >>> [reading.family for reading in read_examples(copies)]
    [0, 0]
    """
    given = tuple(examples)
    labeled = [label(read_again(example)) for example in given]
    families = _families([_body(each) for each in labeled])
    return tuple(
        Reading(example, doc, family, doc.document.is_garbled)
        for example, doc, family in zip(given, labeled, families, strict=True)
    )


def read_again(example: Example, select: Sequence[tuple[str, str]] = ()) -> Document:
    """Return the document of an example, read with selectors."""
    return read(example.content, url=example.url, select=select)


def relabel(reading: Reading, book: RuleBook, select: Sequence[tuple[str, str]] = ()) -> LabeledDocument:
    """Return the labels of a reading's document by other rules, and other selectors if there are any."""
    document = read_again(reading.example, select) if select and reading.is_page else reading.labeled.document
    return label(document, book=book)


def _body(labeled: LabeledDocument) -> list[str]:
    text = " ".join(segment.text for segment in labeled.segments if segment.role in TEXT)
    return squeeze(text or labeled.document.text).split()


def _families(bodies: Sequence[list[str]]) -> list[int]:
    """Return for each body the number of the first one that it is a copy of."""
    shingles = [{tuple(body[at : at + _SHINGLE]) for at in range(max(1, len(body) - _SHINGLE + 1))} for body in bodies]
    families: list[int] = []
    for at, own in enumerate(shingles):
        same = (
            families[before]
            for before in range(at)
            if len(own & shingles[before]) > _SAME * min(len(own), len(shingles[before]))
        )
        families.append(next(same, at))
    return families
