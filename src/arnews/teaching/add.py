"""A new case of an outlet: a document and what is read from it today, to be corrected by a person."""

from __future__ import annotations

import datetime as dt
import os
import re
from pathlib import Path

from attrs import frozen

from arnews.article import Article, ArticleKind
from arnews.errors import ConfigurationError
from arnews.export.records import dump_json
from arnews.outlets.folder import check_inside
from arnews.reading import read
from arnews.teaching.cases import CASES, EXPECTED, INPUTS, Case, address_of, check_url, load_taught, parse_case
from arnews.teaching.readable import FIELDS, readable_field

__all__ = ["NewCase", "add_case"]

_ALWAYS = ("headline", "authors", "date_published", "body")
"""Fields that are written even if nothing was found: a reviewer must see that."""
_NEVER = ("publisher", "canonical_url", "related", "is_accessible_for_free", "language", "issues")
"""Fields that say more of the page around than of the article; a person may add them."""
_UNFIT = re.compile(r"[^\w.-]+")


@frozen
class NewCase:
    """A case that was written.

    >>> NewCase(Path("port.example/cases/first"), Article(headline="افتتاح الرصيف")).folder.name
    'first'
    """

    folder: Path
    """Its folder."""
    article: Article
    """What was read from the document."""


def add_case(
    folder: str | os.PathLike[str],
    content: bytes,
    *,
    name: str,
    url: str | None = None,
    fetched_at: dt.datetime | None = None,
    encoding: str | None = None,
) -> NewCase:
    """Write a case into the folder of an outlet: the document, and as expected what is read from it today.

    What is in ``expected.json`` is a proposal: correct it, so that it says what is right.

    Args:
        folder: the folder of the outlet, with its ``outlet.toml``.
        content: the document, a page or a text.
        name: name of the case; letters that do not fit a folder become ``-``.
        url: address of the document; if it is not given, one of the outlet that is not its front page.
        fetched_at: the moment that «منذ ساعتين» counts from.
        encoding: the charset of the document, if it is known.

    Raises:
        ConfigurationError: there is a case of that name, the address is not one of the outlet's, or something cannot
            be read or written.
    """
    outlet = load_taught(folder)
    url = url or address_of(outlet)
    check_url(url, outlet)
    target = Path(folder) / CASES / (_UNFIT.sub("-", name).strip("-.") or "case")
    check_inside(target.parent, Path(folder))
    if os.path.lexists(target):
        raise ConfigurationError(f"{target} exists already; nothing was written: choose another --name, or delete it")
    document = read(content, url=url, encoding=encoding)
    if document.page is not None:
        case = Case(target.name, content, url, {}, fetched_at, encoding)
        written, file = content, INPUTS[0]
    else:
        case = Case(target.name, document.text, url, {}, fetched_at)
        written, file = document.text.encode("utf-8", errors="replace"), INPUTS[1]
    article = parse_case(case, outlet)
    try:
        target.mkdir(parents=True)
        (target / file).write_bytes(written)
        (target / EXPECTED).write_text(_expected(case, article), encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigurationError(f"{target}: cannot be written ({error.strerror})") from None
    return NewCase(target, article)


def _expected(case: Case, article: Article) -> str:
    record: dict[str, object] = {"url": case.url}
    if case.fetched_at is not None:
        record["fetched_at"] = case.fetched_at.isoformat()
    if case.encoding is not None and case.is_page:
        record["encoding"] = case.encoding
    for name in FIELDS:
        value = readable_field(article, name)
        if name in _ALWAYS or (value and name not in _NEVER):
            record[name] = value
    if article.kind is ArticleKind.ARTICLE:
        del record["kind"]
    # The body is the longest: whoever reviews the file sees the other fields above it.
    record["body"] = record.pop("body")
    return dump_json(record, indent=2) + "\n"
