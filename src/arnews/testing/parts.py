"""The parts of a value that the document prints in one piece: names, tags, captions, links."""

from __future__ import annotations

from collections.abc import Iterator

from arnews.article import Author, Dateline, Image, Link, Organization, Source
from arnews.dates import NewsDate

__all__ = ["named_parts"]


def named_parts(name: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield the parts of a value of a field, each with the name of the field and, if it has several, of the part.

    >>> list(named_parts("authors", (Author(name="ليلى حسن", job_title="مراسلة"),)))
    [('authors', 'ليلى حسن'), ('authors.job_title', 'مراسلة')]
    """
    match value:
        case str():
            yield name, value
        case tuple():
            for each in value:
                yield from named_parts(name, each)
        case Author():
            yield from _parts(name, value.name)
            yield from _parts(f"{name}.job_title", value.job_title)
        case Dateline():
            yield from _parts(f"{name}.places", *value.places)
            yield from _parts(f"{name}.agencies", *value.agencies)
        case Organization():
            yield from _parts(name, value.name)
        case Source():
            yield from _parts(name, value.name, value.url)
        case Image():
            yield from _parts(f"{name}.caption", value.caption)
            yield from _parts(f"{name}.credit", value.credit)
        case Link():
            yield from _parts(name, value.text)
        case NewsDate():
            yield from _parts(f"{name}.raw", value.raw)


def _parts(name: str, *values: str | None) -> Iterator[tuple[str, str]]:
    yield from ((name, value) for value in values if value)
