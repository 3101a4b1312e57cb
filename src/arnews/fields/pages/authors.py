"""Authors of a page: the addresses of those who are printed, and those whom only the metadata name."""

from __future__ import annotations

import re

from attrs import evolve

from arnews.addresses import resolve
from arnews.article import Author
from arnews.credits import read_agency, read_credit, without_contacts
from arnews.credits.tables import tables
from arnews.document import LabeledDocument, Origin, Segment
from arnews.fields.pages.called import roles_around
from arnews.fields.pages.links import base_of, links_in
from arnews.fields.pages.named import (
    EDGES,
    MOST_WORDS,
    authors_apart,
    believed,
    by_links,
    holds,
    is_login,
    linked_author,
)
from arnews.fields.pages.site import is_address, site_keys
from arnews.page import MetadataValue, Page
from arnews.roles import SIGNED, Role
from arnews.text.fold import squeeze
from arnews.text.letters import ARABIC

__all__ = ["authors_of_page"]

_ARABIC = re.compile(f"[{ARABIC}]")
_MOST = 5
_BYLINE, _AUTHOR_BIO = Role.BYLINE, Role.AUTHOR_BIO
_BY = re.compile(r"(?<![A-Za-z])[Bb]y:?\s|(?<=\d)[Bb]y\s")
_STRANGE = re.compile(r"(?<!\w)(?:[A-Za-z]+\w*|[\u3000-\u9fff\uac00-\ud7af]+|\d+)(?!\w)")
"""Words of other letters around an Arabic name: «作者», «Lv2»."""
_DEGREE = re.compile(r"(?<!\w)(?:[أا]\s?\.\s?)?[دم]\s?\.\s*$")
_BESIDE_PLACE = re.compile(r"(?<=\S)\s*+[(\[][^()\[\]]{2,40}[)\]]\s*+$")
_AND = re.compile("[،,&]")
_TITLE_WORDS = 3
"""Words of a title in front of a signature."""
_CALLED_SO = frozenset((Origin.MARKUP, Origin.METADATA, Origin.SELECTOR))
"""Evidence that a line names the author, whatever its words are."""


def authors_of_page(doc: LabeledDocument, printed: tuple[Author, ...]) -> tuple[Author, ...]:
    """Return the authors of a page: those who are printed, each with the address that a link or the metadata give.

    A byline that no grammar knows to be a name (a federation, the outlet itself) is one where the metadata say
    so too. Where nobody is printed, the metadata are believed if they name persons or desks: not the site,
    a login, an address or the source of the item.
    """
    page = doc.document.page
    if page is None:
        return printed
    stated = _printed_first(page.metadata.authors[:_MOST], doc)
    base = base_of(doc.document)
    arabic = any(_ARABIC.search(segment.text) for segment in doc[Role.BODY])
    found = [_tidy(author) for author in printed if not (arabic and is_login(author.name))]
    read = {author.raw for author in printed}
    if stated:
        names = {squeeze(author.name) for author in found}
        confirmed = _confirmed(doc, stated)
        found += [a for a in confirmed if a.raw not in read and squeeze(a.name) not in names]
        read |= {author.raw for author in confirmed}
    found = by_links(_named_by_markup(doc, read, arabic=arabic) + found, doc, page, arabic=arabic)
    if stated:
        keys = site_keys(doc.document)
        trusted = [a for value in stated for a in believed(value, keys, arabic=arabic, text=doc.document.text)]
        found = _by_stated(found, trusted)
    if not found:
        found = linked_author(doc, page, arabic=arabic) or authors_apart(doc, page, arabic=arabic)
    if not found and stated and doc[Role.BODY]:
        keys = site_keys(doc.document) | {squeeze(segment.text) for segment in doc[Role.SOURCE]}
        for value in stated:
            found += believed(value, keys, arabic=arabic, text=doc.document.text)
    if not found:
        found = _signed_in_title(doc)
    found = list({squeeze(author.name): author for author in reversed(found)}.values())[::-1]
    return tuple(_with_degree(_with_url(author, doc, page, stated, base)) for author in found)


def _printed_first(stated: tuple[MetadataValue, ...], doc: LabeledDocument) -> tuple[MetadataValue, ...]:
    """Return the stated authors; of several, only those who are printed with the article, if any are.

    Themes state an author of the whole site beside that of the article, and print him in the footer at most.
    """
    bodies = doc[Role.BODY]
    if len(stated) < 2 or not bodies:
        return stated
    lines = [squeeze(s.text) for s in doc.segments if s.start < bodies[-1].end and s.role is not Role.BODY]
    own = tuple(value for value in stated if any(holds(line, squeeze(value.value)) for line in lines))
    return own or stated


def _by_stated(found: list[Author], stated: list[Author]) -> list[Author]:
    """Return the printed authors as the metadata tell them apart from their neighbors.

    A printed name with more words than the stated one holds a neighbor, too («N» and the tags behind it), and a
    lone word is no name where the metadata give a full one.
    """
    out: list[Author] = []
    for author in found:
        key = squeeze(author.name)
        inside = [other for other in stated if key != squeeze(other.name) and holds(key, squeeze(other.name))]
        if inside:
            out += [evolve(author, name=other.name, job_title=author.job_title or other.job_title) for other in inside]
        elif " " in key or not stated:
            out.append(author)
    return out or (stated if found else [])


def _with_degree(author: Author) -> Author:
    """Return the author with the abbreviated degree that the page prints in front of the name: «د. ليلى حسن»."""
    match = _DEGREE.search((author.raw or "").split(author.name)[0]) if author.name in (author.raw or "") else None
    return author if match is None else evolve(author, name=f"{match[0].strip()} {author.name}")


def _tidy(author: Author) -> Author:
    name = _name_part(author.name)
    return author if name == author.name or not name else evolve(author, name=name)


def _signed_in_title(doc: LabeledDocument) -> list[Author]:
    """Return whom the title itself names behind a label at its end («… بقلم: ليلى حسن»)."""
    for segment in doc[Role.HEADLINE]:
        words = segment.text.split()
        for at in range(max(_TITLE_WORDS, len(words) - MOST_WORDS), len(words) - 1):
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
                name = _BESIDE_PLACE.sub("", _as_printed(segment, key)).strip(EDGES)
                found.append(Author(name=name, raw=segment.text))
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
        words = _name_part(_BESIDE_PLACE.sub("", segment.text)).split()
        while len(words) > 1 and squeeze(words[0].strip(EDGES)) in labels:
            del words[0]
        name = " ".join(words).strip(EDGES)
        if not squeeze(name) or squeeze(name) in labels or len(words) > MOST_WORDS or not _has_letters(name):
            continue
        if squeeze(name) in tables().accounts or not tables().latin.isdisjoint(squeeze(name).split()):
            continue
        if is_address(name) or "@" in name or read_agency(name, outlets=False) or (arabic and is_login(name)):
            continue
        credit = read_credit(name)
        if credit is not None and credit.job_title and not credit.persons:
            continue  # «كاتب سعودي», below the name
        names = [part.strip().strip(EDGES) for part in _AND.split(name)]
        if any(" " not in part for part in names):
            names = [name]
        return [Author(name=part, raw=segment.text) for part in names]
    return []


def _name_part(text: str) -> str:
    """Return the part of a byline that can be a name: what is behind «By», else the most Arabic words in one piece.

    What stands on both sides of a Latin word or number is no name together.
    """
    text = without_contacts(text)
    behind = _BY.split(text)[-1] if _BY.search(text) is not None else text
    if _ARABIC.search(behind) is None:
        return behind
    labels = tables().authors
    parts = [part.split() for part in _STRANGE.split(behind)]
    names = [part for part in parts if not all(squeeze(word) in labels for word in part)]
    longest: list[str] = max(names, key=len, default=[])
    return " ".join(longest)


def _is_called_byline(segment: Segment, doc: LabeledDocument) -> bool:
    """Tell whether an element, a link or a selector says that a line is a byline, also where a rule has claimed it."""
    reason = segment.reason
    return reason.origin in _CALLED_SO or (
        reason.rule is not None and not SIGNED.isdisjoint(roles_around(segment, doc.document))
    )


def _has_letters(name: str) -> bool:
    return any(char.isalpha() for char in name) and not any(char.isdigit() for char in name)


def _as_printed(segment: Segment, key: str) -> str:
    """Return the last words of a byline that have the key."""
    words = segment.text.split()
    for start in range(len(words)):
        if squeeze(" ".join(words[start:])) == key:
            return " ".join(words[start:])
    return segment.text


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
