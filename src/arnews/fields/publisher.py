"""The publisher: the outlet that the metadata of a page name."""

from __future__ import annotations

import re

from arnews.addresses import host_of, resolve
from arnews.article import Organization
from arnews.fields.context import NOTHING, Context, FieldValue, stated
from arnews.fields.site import is_address
from arnews.text.letters import ARABIC

__all__ = ["read_publisher"]

_ARABIC = re.compile(f"[{ARABIC}]")


def read_publisher(ctx: Context) -> FieldValue[Organization | None]:
    """Return the outlet that publishes a page, as its metadata name it; a name in Arabic before one in Latin.

    >>> import arnews
    >>> page = "<meta property='og:site_name' content='صوت الميناء'><p>افتتح الوزير أمس المعرض."
    >>> read_publisher(Context(arnews.label(arnews.read_html(page)))).value.name
    'صوت الميناء'
    """
    if ctx.page is None:
        return NOTHING
    given = ctx.page.metadata.site_names
    names = [value for value in given if not is_address(value.value) and not _is_host(value.value)]
    if not names:
        return NOTHING
    chosen = next((value for value in names if _ARABIC.search(value.value)), names[0])
    url = chosen.url or next((value.url for value in names if value.url), None)
    publisher = Organization(name=chosen.value, url=resolve(url, ctx.base) if url else None)
    return FieldValue(publisher, stated(chosen, "the name that the page gives its site"))


def _is_host(name: str) -> bool:
    """Tell whether a name is only a host («www.example.com»)."""
    return " " not in name and "." in name and bool(host_of(f"https://{name}"))
