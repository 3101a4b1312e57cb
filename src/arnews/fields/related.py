"""Pointers to other articles."""

from __future__ import annotations

from arnews.article import Link
from arnews.document import LabeledDocument, Role

__all__ = ["read_related"]


def read_related(doc: LabeledDocument) -> tuple[Link, ...]:
    """Return the titles of other articles that the document points to, each once.

    >>> import arnews
    >>> read_related(arnews.label(arnews.read_text("")))
    ()
    """
    return tuple(Link(text=text) for text in dict.fromkeys(segment.text for segment in doc[Role.RELATED_ITEM]))
