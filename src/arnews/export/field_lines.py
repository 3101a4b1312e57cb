"""Which lines a field of an article came from, for the views that point from one to the other."""

from __future__ import annotations

from arnews.article import Article
from arnews.export.summary import known_fields
from arnews.roles import Role

__all__ = ["lines_of"]


def lines_of(article: Article) -> dict[str, tuple[int, ...]]:
    """Return the segments that each field was read from, by the name of the field, as indexes.

    They are those of its evidence; of a field with several values, those of the same role. A field that no line prints,
    because the metadata state it, is not there.

    >>> import arnews
    >>> article = arnews.parse_text("افتتاح المعرض\\nكتبت: ليلى حسن\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.")
    >>> found = lines_of(article)
    >>> found["headline"], found["authors"]
    ((0,), (1,))
    """
    found: dict[str, tuple[int, ...]] = {}
    for field in known_fields(article):
        evidence = field.evidence
        if evidence is None or evidence.start is None or evidence.end is None:
            continue
        # A paragraph that says a name once more is not where it was read.
        several = len(field.values) > 1 and evidence.role not in (None, Role.BODY)
        lines = tuple(
            index
            for index, segment in enumerate(article.segments)
            if evidence.start <= segment.start < evidence.end or (several and segment.role is evidence.role)
        )
        if lines:
            found[field.name] = lines
    return found
