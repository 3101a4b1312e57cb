"""Pointers to other articles."""

from __future__ import annotations

from arnews.article import Link
from arnews.document import LabeledDocument, Role
from arnews.fields.pages.addresses import base_of, links_in, resolve

__all__ = ["read_related"]


def read_related(doc: LabeledDocument) -> tuple[Link, ...]:
    """Return the titles of other articles that the document points to, each once; of a page with their addresses.

    >>> import arnews
    >>> read_related(arnews.label(arnews.read_text("")))
    ()
    """
    page = doc.document.page
    titles = dict.fromkeys(segment.text for segment in doc[Role.RELATED_ITEM])
    if page is None or not page.links:
        return tuple(Link(text=text) for text in titles)
    base = base_of(doc.document)
    urls: dict[str, str] = {}
    for segment in doc[Role.RELATED_ITEM]:
        for link in links_in(page, segment.start, segment.end):
            url = resolve(link.href, base)
            if url is not None:
                urls.setdefault(segment.text, url)
                break
    # In a list of links what is none is a summary, a date or a number.
    return tuple(Link(text=text, url=urls.get(text)) for text in titles if text in urls or not urls)
