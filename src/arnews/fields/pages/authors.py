"""Authors of a page: the addresses of those who are printed, and those whom only the metadata name."""

from __future__ import annotations

import re

from attrs import evolve

from arnews.addresses import resolve
from arnews.article import Author
from arnews.credits import is_outlet_word, read_agency, read_credit
from arnews.credits.tables import tables
from arnews.document import LabeledDocument, Origin, Segment
from arnews.fields.pages.called import roles_around
from arnews.fields.pages.links import base_of, links_in
from arnews.fields.pages.site import is_address, is_site_name, site_keys
from arnews.page import MetadataValue, Page
from arnews.roles import SIGNED, Role
from arnews.text.fold import fold, squeeze
from arnews.text.letters import ARABIC

__all__ = ["authors_of_page"]

_ARABIC = re.compile(f"[{ARABIC}]")
_LATIN_NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'’.-]*){1,3}")
_MAIL = re.compile(r"\S@\S")
_MOST_WORDS = 6
_MOST = 5
_BYLINE, _AUTHOR_BIO = Role.BYLINE, Role.AUTHOR_BIO
_TITLE_WORDS = 3
"""Words of a title in front of a signature."""
_CALLED_SO = frozenset((Origin.MARKUP, Origin.METADATA, Origin.SELECTOR))
"""Evidence that a line names the author, whatever its words are."""
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
    arabic = any(_ARABIC.search(segment.text) for segment in doc[Role.BODY])
    found = [author for author in printed if not (arabic and _is_login(author.name))]
    read = {author.raw for author in printed}
    if stated:
        names = {squeeze(author.name) for author in found}
        confirmed = _confirmed(doc, stated)
        found += [a for a in confirmed if a.raw not in read and squeeze(a.name) not in names]
        read |= {author.raw for author in confirmed}
    found = _named_by_markup(doc, read, arabic=arabic) + found
    if not found:
        found = _linked_author(doc, page, arabic=arabic)
    if not found and stated and doc[Role.BODY]:
        keys = site_keys(doc.document) | {squeeze(segment.text) for segment in doc[Role.SOURCE]}
        for value in stated:
            found += _believed(value, keys, arabic=arabic, text=doc.document.text)
    if not found:
        found = _signed_in_title(doc)
    found = list({squeeze(author.name): author for author in reversed(found)}.values())[::-1]
    return tuple(_with_url(author, doc, page, stated, base) for author in found)


def _is_login(name: str) -> bool:
    """Tell whether a printed name is the login of somebody: one Latin word on an Arabic page."""
    return name.isascii() and " " not in name.strip()


def _signed_in_title(doc: LabeledDocument) -> list[Author]:
    """Return whom the title itself names behind a label at its end («… بقلم: ليلى حسن»)."""
    for segment in doc[Role.HEADLINE]:
        words = segment.text.split()
        for at in range(max(_TITLE_WORDS, len(words) - _MOST_WORDS), len(words) - 1):
            if squeeze(words[at]) not in tables().authors:
                continue
            credit = read_credit(" ".join(words[at:]))
            if credit is not None and credit.sure and credit.persons:
                return [Author(name=name, raw=segment.text) for name in credit.persons]
    return []


def _confirmed(doc: LabeledDocument, stated: tuple[MetadataValue, ...]) -> list[Author]:
    """Return stated names that are printed where a byline stands, alone or behind a label."""
    keys = {squeeze(value.value): value for value in stated if not is_address(value.value)}
    labels = tables().authors
    found: list[Author] = []
    for segment in doc[Role.BYLINE]:
        own = squeeze(segment.text)
        for key in keys:
            if key and (own == key or (own.endswith(f" {key}") and own.removesuffix(key).strip() in labels)):
                found.append(Author(name=_as_printed(segment, key), raw=segment.text))
                break
    return found


def _named_by_markup(doc: LabeledDocument, read: set[str | None], *, arabic: bool) -> list[Author]:
    """Return the author in an element or link that says so, whose name no grammar knows.

    That is a federation, a pen name, or the outlet itself: in a slot in which persons stand it is the author.
    """
    labels = tables().authors
    for segment in doc[_BYLINE]:
        if segment.text in read or not _is_called_byline(segment, doc):
            continue
        words = segment.text.split()
        while len(words) > 1 and squeeze(words[0]) in labels:
            del words[0]
        name = " ".join(words).strip(_QUOTES)
        if not squeeze(name) or squeeze(name) in labels or len(words) > _MOST_WORDS or not _has_letters(name):
            continue
        if is_address(name) or "@" in name or read_agency(name, outlets=False) or (arabic and _is_login(name)):
            continue
        credit = read_credit(name)
        if credit is not None and credit.job_title and not credit.persons:
            continue  # «كاتب سعودي», below the name
        return [Author(name=name, raw=segment.text)]
    return []


def _is_called_byline(segment: Segment, doc: LabeledDocument) -> bool:
    """Tell whether an element, a link or a selector says that a line is a byline, also where a rule has claimed it."""
    reason = segment.reason
    return reason.origin in _CALLED_SO or (
        reason.rule is not None and not SIGNED.isdisjoint(roles_around(segment, doc.document))
    )


def _has_letters(name: str) -> bool:
    return sum(char.isalpha() for char in name) > sum(char.isdigit() for char in name)


def _linked_author(doc: LabeledDocument, page: Page, *, arabic: bool) -> list[Author]:
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
        if segment.role is _BYLINE or segment.role is _AUTHOR_BIO:
            for link in links_in(page, segment.start, segment.end):
                if squeeze(doc.document.text[link.start : link.end]) == key:
                    url = resolve(link.href, base)
                    if url is not None:
                        return evolve(author, url=url)
    for value in stated:
        if value.url and squeeze(value.value) == key:
            return evolve(author, url=resolve(value.url, base))
    return author
