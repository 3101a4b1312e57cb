"""Pointers to other articles."""

from __future__ import annotations

from bisect import bisect_left

from arnews.addresses import resolve
from arnews.article import Link
from arnews.document import LabeledDocument
from arnews.fields.pages.links import base_of
from arnews.roles import Role

__all__ = ["read_related"]


def read_related(doc: LabeledDocument) -> tuple[Link, ...]:
    """Return the titles of other articles that the document points to, each once; of a page with their addresses.

    >>> import arnews
    >>> read_related(arnews.label(arnews.read_text("")))
    ()
    """
    page = doc.document.page
    if page is None or not page.links:
        return tuple(map(Link, dict.fromkeys(segment.text for segment in doc[Role.RELATED_ITEM])))
    base = base_of(doc.document)
    text, links = doc.document.text, page.links
    found: dict[str, str | None] = {}
    linked = False
    for segment in doc[Role.RELATED_ITEM]:
        title, address = segment.text, None
        for at in range(bisect_left(links, (segment.start,)), len(links)):
            link = links[at]
            if link.start >= segment.end:
                break
            url = resolve(link.href, base)
            if url is not None:
                if 2 * (link.end - link.start) > len(title):
                    title = text[link.start : link.end]  # beside it stand a time and a number
                address = url
                break
        linked = linked or address is not None
        if found.get(title) is None:
            found[title] = address
    # In a list of links what is none is a summary, a date or a number.
    return tuple(Link(text=title, url=url) for title, url in found.items() if url is not None or not linked)
