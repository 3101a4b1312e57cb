"""The page's own address, and where a source line leads."""

from __future__ import annotations

from arnews.addresses import host_of, is_bare_ip, leads_to_front, resolve, same_site
from arnews.article import Issue
from arnews.document import Document, LabeledDocument
from arnews.fields.pages.links import base_of, links_in
from arnews.roles import Role

__all__ = ["read_canonical_url", "source_url"]

_NETWORKS = ("facebook.", "twitter.", "x.com", "t.me", "whatsapp.", "youtube.", "instagram.", "linkedin.", "google.")


def read_canonical_url(document: Document) -> tuple[str | None, tuple[Issue, ...]]:
    """Return the address that a page gives for itself, in full, and what is wrong with those it gives.

    An address of another site says where the item comes from, and one that is a bare number or a front page is a slip:
    each is passed over, with an issue.

    >>> read_canonical_url(Document(text="", blocks=()))
    (None, ())
    """
    page = document.page
    if page is None:
        return None, ()
    base = base_of(document)
    issues: list[Issue] = []
    for value in page.metadata.canonicals:
        url = resolve(value.value, base)
        if url is None:
            continue
        problem = _problem(url, document.url)
        if problem is None:
            return url, tuple(issues)
        if not any(issue.code == problem.code for issue in issues):
            issues.append(problem)
    return None, tuple(issues)


def _problem(url: str, own: str | None) -> Issue | None:
    host = host_of(url)
    if is_bare_ip(host):
        return Issue(code="foreign-canonical", message=f"the page gives the number {host} as its host")
    if own is None or not host_of(own):
        return None
    if not same_site(url, own):
        return Issue(code="foreign-canonical", message=f"the page of {host_of(own)} says that it belongs to {host}")
    if leads_to_front(url) and not leads_to_front(own):
        return Issue(code="front-page-canonical", message="the page gives the front page as its address")
    return None


def source_url(doc: LabeledDocument) -> str | None:
    """Return the address on another site that a link in a source line of a page leads to."""
    document = doc.document
    page = document.page
    if page is None:
        return None
    base = base_of(document)
    for segment in doc[Role.SOURCE]:
        for link in links_in(page, segment.start, segment.end):
            url = resolve(link.href, base)
            host = host_of(url) if url is not None else ""
            if url is None or host.startswith(_NETWORKS):
                continue
            if base is not None and not same_site(url, base):
                return url
    return None
