"""Authors of a page: the addresses of those who are printed, and those whom only the metadata name."""

from __future__ import annotations

import re

from attrs import evolve

from arnews.article import Author
from arnews.credits import is_outlet_word, read_agency, read_credit
from arnews.credits.tables import tables
from arnews.document import LabeledDocument, Role, Segment
from arnews.fields.pages.addresses import base_of, links_in, resolve
from arnews.fields.pages.site import is_address, is_site_name, site_keys
from arnews.page import MetadataValue, Page
from arnews.text.fold import fold, squeeze
from arnews.text.letters import ARABIC

__all__ = ["authors_of_page"]

_ARABIC = re.compile(f"[{ARABIC}]")
_LATIN_NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'’.-]*){1,3}")
_MAIL = re.compile(r"\S+@\S+")
_MOST_WORDS = 6
_MOST = 5
_BY_MARKUP = frozenset(("page.byline", "page.author-link"))
_QUOTES = " \"'«»“”()[]:-–—|.،,*•"


def authors_of_page(doc: LabeledDocument, printed: tuple[Author, ...]) -> tuple[Author, ...]:
    """Return the authors of a page: those who are printed, each with the address that a link or the metadata give.

    A byline that no grammar knows to be a name (a federation, the outlet itself) is one where the metadata say
    so too. Where nobody is printed, the metadata are believed if they name persons or desks: not the site,
    a login, an address or the source of the item.
    """
    page = doc.document.page
    if page is None:
        return printed
    stated = page.metadata.authors[:_MOST]
    base = base_of(doc.document)
    found = list(printed)
    if stated:
        names = {squeeze(author.name) for author in found}
        read = {author.raw for author in found}
        found += [
            author for author in _confirmed(doc, stated) if author.raw not in read and squeeze(author.name) not in names
        ]
    if not found:
        found += _named_by_markup(doc) or _linked_author(doc, page)
    if not found and stated and doc[Role.BODY]:
        keys = site_keys(doc.document) | {squeeze(segment.text) for segment in doc[Role.SOURCE]}
        arabic = any(_ARABIC.search(segment.text) for segment in doc[Role.BODY])
        for value in stated:
            found += _believed(value, keys, arabic=arabic, text=doc.document.text)
        found = list({squeeze(author.name): author for author in reversed(found)}.values())[::-1]
    return tuple(_with_url(author, doc, page, stated, base) for author in found)


def _confirmed(doc: LabeledDocument, stated: tuple[MetadataValue, ...]) -> list[Author]:
    """Return stated names that are printed where a byline stands, alone or behind a label."""
    keys = {squeeze(value.value): value for value in stated if not is_address(value.value)}
    labels = tables().authors
    found: list[Author] = []
    for segment in doc.segments:
        if segment.role is not Role.BYLINE:
            continue
        own = squeeze(segment.text)
        for key in keys:
            if key and (own == key or (own.endswith(f" {key}") and own.removesuffix(key).strip() in labels)):
                found.append(Author(name=_as_printed(segment, key), raw=segment.text))
                break
    return found


def _named_by_markup(doc: LabeledDocument) -> list[Author]:
    """Return the author in an element or link that says so, whose name no grammar knows: a federation, a pen name."""
    keys = site_keys(doc.document)
    arabic = any(_ARABIC.search(segment.text) for segment in doc[Role.BODY])
    for segment in doc.segments:
        if segment.rule not in _BY_MARKUP:
            continue
        name = segment.text.strip(_QUOTES)
        words = name.split()
        if not name or len(words) > _MOST_WORDS or any(char.isdigit() for char in name):
            continue
        if is_address(name) or "@" in name or is_site_name(name, keys) or read_agency(name):
            continue
        if _ARABIC.search(name) is None and (arabic and len(words) < 2):
            continue  # a login
        return [Author(name=name, raw=segment.text)]
    return []


def _linked_author(doc: LabeledDocument, page: Page) -> list[Author]:
    """Return the one person whom the page's links to authors (``rel=author``) name, be it in a box far below."""
    names: dict[str, str] = {}
    for link in page.links:
        if "author" in link.rel:
            text = doc.document.text[link.start : link.end].strip(_QUOTES)
            names.setdefault(squeeze(text), text)
    names.pop("", None)
    if len(names) != 1 or not doc[Role.BODY]:
        return []
    (name,) = names.values()
    arabic = any(_ARABIC.search(segment.text) for segment in doc[Role.BODY])
    value = MetadataValue(name, "link")
    return _believed(value, site_keys(doc.document), arabic=arabic, text=doc.document.text)


def _as_printed(segment: Segment, key: str) -> str:
    """Return the last words of a byline that have the key."""
    words = segment.text.split()
    for start in range(len(words)):
        if squeeze(" ".join(words[start:])) == key:
            return " ".join(words[start:]).strip(_QUOTES)
    return segment.text.strip(_QUOTES)


def _believed(value: MetadataValue, keys: frozenset[str], *, arabic: bool, text: str) -> list[Author]:
    """Return the persons or desk that a stated author is; nobody if it is a site, a login, an address, a place."""
    name = value.value
    if is_address(name) or _MAIL.search(name) or is_site_name(name, keys) or read_agency(name.strip(_QUOTES)):
        return []
    if _ARABIC.search(name) is None:
        # On an Arabic page a single Latin word is a login.
        if _LATIN_NAME.fullmatch(name) and (not arabic or fold(name) in fold(text)):
            return [Author(name=name, raw=name)]
        return []
    if any(is_outlet_word(word) for word in name.split()):
        return []
    credit = read_credit(name)
    if credit is None or not credit.persons:
        return []
    return [
        Author(name=person, job_title=credit.job_title, raw=name)
        for person in credit.persons
        if 1 < len(person.split()) <= _MOST_WORDS and not is_site_name(person, keys)
    ]


def _with_url(
    author: Author, doc: LabeledDocument, page: Page, stated: tuple[MetadataValue, ...], base: str | None
) -> Author:
    """Return the author with the address of a link around the printed name, else with the one that is stated."""
    key = squeeze(author.name)
    for segment in doc.segments:
        if segment.role is Role.BYLINE or segment.role is Role.AUTHOR_BIO:
            for link in links_in(page, segment.start, segment.end):
                if squeeze(doc.document.text[link.start : link.end]) == key:
                    url = resolve(link.href, base)
                    if url is not None:
                        return evolve(author, url=url)
    for value in stated:
        if value.url and squeeze(value.value) == key:
            return evolve(author, url=resolve(value.url, base))
    return author
