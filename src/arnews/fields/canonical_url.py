"""The address that a page gives for itself."""

from __future__ import annotations

from arnews.addresses import host_of, is_bare_ip, leads_to_front, resolve, same_site
from arnews.article import Issue
from arnews.fields.context import NOTHING, Context, FieldValue, stated

__all__ = ["read_canonical_url"]


def read_canonical_url(ctx: Context) -> FieldValue[str | None]:
    """Return the address that a page gives for itself, in full, and what is wrong with those it gives.

    An address of another site says where the item comes from, and one that is a bare number or a front page is a slip:
    each is passed over, with an issue.

    >>> import arnews
    >>> page = arnews.read_html("<link rel=canonical href=/1><p>عاجل", url="https://port.example/1?from=feed")
    >>> read_canonical_url(Context(arnews.label(page))).value
    'https://port.example/1'
    """
    if ctx.page is None:
        return NOTHING
    issues: list[Issue] = []
    for value in ctx.page.metadata.canonicals:
        url = resolve(value.value, ctx.base)
        if url is None:
            continue
        problem = _problem(url, ctx.url)
        if problem is None:
            return FieldValue(url, stated(value, "the address that the page gives for itself"), tuple(issues))
        if not any(issue.code == problem.code for issue in issues):
            issues.append(problem)
    return FieldValue(None, None, tuple(issues))


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
