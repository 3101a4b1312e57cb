"""The authors: those whom bylines print, told apart by links and metadata; else those whom only these name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from arnews.addresses import resolve
from arnews.article import Author, Evidence
from arnews.credits import read_agency, read_credit, without_contacts
from arnews.credits.tables import tables
from arnews.document import Origin, Segment
from arnews.fields.author_names import (
    EDGES,
    MOST_WORDS,
    authors_apart,
    believed,
    by_links,
    holds,
    is_login,
    linked_author,
)
from arnews.fields.called import roles_around
from arnews.fields.context import Context, FieldValue, printed, stated
from arnews.fields.credit_lines import writer_in
from arnews.fields.credits import are_initials, collect_credits
from arnews.fields.site import is_address, is_site_name
from arnews.fields.unsigned import unsigned_lines
from arnews.page import MetadataValue
from arnews.roles import SIGNED, Role
from arnews.text.fold import squeeze
from arnews.text.letters import ARABIC
from arnews.text.references import decoded

__all__ = ["read_authors"]

_ARABIC = re.compile(f"[{ARABIC}]")
_MOST = 5
_AUTHOR_BIO, _BODY, _BYLINE = Role.AUTHOR_BIO, Role.BODY, Role.BYLINE
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


def read_authors(ctx: Context) -> FieldValue[tuple[Author, ...]]:
    """Return those who sign the article; of a page each with the address that a link or the metadata give.

    A byline that no grammar knows to be a name (a federation, the outlet itself) is one where the metadata say
    so too. Where nobody is printed, the metadata are believed if they name persons or desks: not the site,
    a login, an address or the source of the item.

    >>> import arnews
    >>> text = "افتتاح المعرض الدولي\\nكتبت: ليلى حسن\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."
    >>> [author.name for author in read_authors(Context(arnews.label(arnews.read_text(text)))).value]
    ['ليلى حسن']
    """
    printed_authors = tuple(ctx.once(collect_credits).authors.values())
    if ctx.page is None:
        names = tuple(evolve(author, name=decoded(author.name)) for author in printed_authors)
        return FieldValue(names, _evidence(printed_authors, (), ctx))
    values = _printed_first(ctx.page.metadata.authors[:_MOST], ctx)
    found = _reconciled(printed_authors, values, ctx)
    found = list({squeeze(author.name): author for author in reversed(found)}.values())[::-1]
    authors = tuple(_with_degree(_with_url(author, ctx, values)) for author in found)
    return FieldValue(authors, _evidence(found, values, ctx))


def _reconciled(printed_authors: tuple[Author, ...], values: tuple[MetadataValue, ...], ctx: Context) -> list[Author]:
    """Return the authors of a page whom it prints, else those whom its links, boxes or metadata name."""
    arabic = any(_ARABIC.search(segment.text) for segment in ctx[Role.BODY])
    chosen = _linked_by_chosen(ctx)
    if chosen:
        lines = {author.raw for author in chosen}
        return chosen + [author for author in printed_authors if author.raw not in lines]
    found = [_tidy(author) for author in printed_authors if not (arabic and is_login(author.name))]
    read = {author.raw for author in printed_authors}
    if values:
        names = {squeeze(author.name) for author in found}
        confirmed = _confirmed(ctx, values, arabic=arabic)
        found += [a for a in confirmed if a.raw not in read and squeeze(a.name) not in names]
        read |= {author.raw for author in confirmed}
    found = by_links(_named_by_markup(ctx, read, arabic=arabic) + found, ctx, arabic=arabic)
    if values:
        trusted = [a for value in values for a in believed(value, ctx.site, arabic=arabic, text=ctx.text)]
        found = _by_stated(found, trusted)
    if not found:
        linked = linked_author(ctx, arabic=arabic) if ctx.leads.authors else []
        found = linked or authors_apart(ctx, arabic=arabic)
    if not found and values and ctx[Role.BODY]:
        keys = ctx.site | ctx.sources
        for value in values:
            found += believed(value, keys, arabic=arabic, text=ctx.text)
    found = _persons_first(_without_site(found, ctx))
    if all(is_site_name(author.name, ctx.site) for author in found):
        # A column is filed under the outlet, and its title says who writes it.
        return _signed_in_title(ctx) or found
    return found


def _persons_first(found: list[Author]) -> list[Author]:
    """Return the authors without accounts and initials of a desk, which are nobody, and without a bare «the editor»."""
    known = [
        author for author in found if squeeze(author.name) not in tables().accounts and not are_initials(author.name)
    ]
    persons = [author for author in known if " " in author.name.strip() or squeeze(author.name) not in tables().desks]
    return persons or known


def _without_site(found: list[Author], ctx: Context) -> list[Author]:
    """Return the authors without the site itself, where somebody else signs in the title, or a card below names it.

    Above the text a paper may sign beside its reporter.
    """
    others = [author for author in found if not is_site_name(author.name, ctx.site)]
    if not others or len(others) == len(found):
        return found
    titles = {segment.text for segment in ctx[Role.HEADLINE]}
    if any(author.raw in titles for author in others):
        return others
    first = ctx[_BODY][0].start if ctx[_BODY] else 0
    inside = {segment.text for segment in ctx[_BYLINE] if segment.start > first}
    return [author for author in found if author in others or author.raw not in inside]


def _linked_by_chosen(ctx: Context) -> list[Author]:
    """Return those whom links name inside what a selector chose as byline, wherever the links lead."""
    found: list[Author] = []
    for segment in ctx.chosen(_BYLINE):
        for link in ctx.links_in(segment):
            name = ctx.link_text(link).strip(EDGES)
            if _has_letters(name) and not is_address(name) and ctx.book.whole(squeeze(name)) is None:
                found.append(Author(name=name, raw=segment.text))
    return found


def _evidence(authors: Sequence[Author], values: tuple[MetadataValue, ...], ctx: Context) -> Evidence | None:
    """Return where the first author was read: the line that names him, else the value or link that does."""
    if not authors:
        return None
    raw, name = authors[0].raw, authors[0].name
    line = ctx.once(collect_credits).lines.get(name)
    if line is None:
        line = next((segment for segment in ctx.segments if segment.text == raw), None)
    if line is not None:
        return printed(line, "the line that names the author")
    value = next((value for value in values if raw == value.value or holds(squeeze(value.value), squeeze(name))), None)
    if value is not None:
        return stated(value, "the author whom the metadata name")
    return Evidence(why="a link or box that names the author", key="link:author")


def _printed_first(values: tuple[MetadataValue, ...], ctx: Context) -> tuple[MetadataValue, ...]:
    """Return the stated authors; of several, only those who are printed with the article, if any are.

    Themes state an author of the whole site beside that of the article, and print him in the footer at most.
    """
    bodies = ctx[Role.BODY]
    if len(values) < 2 or not bodies:
        return values
    lines = [squeeze(s.text) for s in ctx.segments if s.start < bodies[-1].end and s.role is not _BODY]
    keys = [squeeze(value.value) for value in values]
    own = tuple(value for value, key in zip(values, keys, strict=True) if any(holds(line, key) for line in lines))
    return own or values


def _by_stated(found: list[Author], trusted: list[Author]) -> list[Author]:
    """Return the printed authors as the metadata tell them apart from their neighbors.

    A printed name with more words than the stated one holds a neighbor, too («N» and the tags after it), and a
    lone word is no name where the metadata give a full one.
    """
    out: list[Author] = []
    for author in found:
        key = squeeze(author.name)
        inside = [other for other in trusted if key != squeeze(other.name) and holds(key, squeeze(other.name))]
        if inside:
            out += [evolve(author, name=other.name, job_title=author.job_title or other.job_title) for other in inside]
        elif " " in key or not trusted:
            out.append(author)
    return out or (trusted if found else [])


def _with_degree(author: Author) -> Author:
    """Return the author with the abbreviated degree that the page prints in front of the name: «د. ليلى حسن»."""
    match = _DEGREE.search((author.raw or "").split(author.name)[0]) if author.name in (author.raw or "") else None
    return author if match is None else evolve(author, name=f"{match[0].strip()} {author.name}")


def _tidy(author: Author) -> Author:
    name = _name_part(author.name).lstrip("@")
    return author if name == author.name or not name else evolve(author, name=name)


def _signed_in_title(ctx: Context) -> list[Author]:
    """Return whom the title names: after a label at its end («… بقلم: ليلى حسن»), or before «writes» and a colon."""
    for segment in ctx[Role.HEADLINE]:
        writer = writer_in(segment.text)
        if writer is not None:
            return [Author(name=writer, raw=segment.text)]
        words = segment.text.split()
        for at in range(max(_TITLE_WORDS, len(words) - MOST_WORDS), len(words) - 1):
            if squeeze(words[at]) not in tables().authors:
                continue
            credit = read_credit(" ".join(words[at:]))
            if credit is not None and credit.sure and credit.persons:
                return [Author(name=name, raw=segment.text) for name in credit.persons]
    return []


def _confirmed(ctx: Context, values: tuple[MetadataValue, ...], *, arabic: bool) -> list[Author]:
    """Return stated names that are printed in the place of a byline, alone or after a label."""
    names = [value for value in values if not (is_address(value.value) or (arabic and is_login(value.value)))]
    keys = {squeeze(value.value): value for value in names}
    labels = tables().authors
    found: list[Author] = []
    for segment in ctx[Role.BYLINE]:
        own = squeeze(segment.text)
        for key in keys:
            if key and (own == key or (own.endswith(f" {key}") and own.removesuffix(key).strip() in labels)):
                name = _BESIDE_PLACE.sub("", _as_printed(segment, key)).strip(EDGES)
                found.append(Author(name=name, raw=segment.text))
                break
    return found


def _named_by_markup(ctx: Context, read: set[str | None], *, arabic: bool) -> list[Author]:
    """Return the author in an element or link that says so, whose name no grammar knows; all whom a selector chose.

    That is a federation, a pen name, or the outlet itself: in a slot for persons it is the author.
    """
    labels = tables().authors
    chosen = ctx.chosen(_BYLINE)
    unsigned = ctx.once(unsigned_lines)
    found: list[Author] = []
    for segment in chosen or ctx[_BYLINE]:
        if segment.text in read or segment.start in unsigned or not _is_called_byline(segment, ctx):
            continue
        trade = read_credit(segment.text)
        if trade is not None and trade.job_title and not trade.persons:
            continue  # «مراسل الشؤون الزراعية», below the name
        words = _name_part(_BESIDE_PLACE.sub("", segment.text)).split()
        while len(words) > 1 and squeeze(words[0].strip(EDGES)) in labels:
            del words[0]
        name = " ".join(words).strip(EDGES)
        if not squeeze(name) or squeeze(name) in labels or len(words) > MOST_WORDS or not _has_letters(name):
            continue
        if squeeze(name) in tables().common:
            continue  # what is left of a button («أحدث مقالات الكاتب»)
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
        found += [Author(name=part, raw=segment.text) for part in names]
        if not chosen:
            break
    return found


def _name_part(text: str) -> str:
    """Return the part of a byline that can be a name: what follows «By», else the most Arabic words in one piece.

    The words on both sides of a Latin word or number are not one name.
    """
    text = without_contacts(text)
    after = _BY.split(text)[-1] if _BY.search(text) is not None else text
    if _ARABIC.search(after) is None:
        return after
    labels = tables().authors
    parts = [part.split() for part in _STRANGE.split(after)]
    names = [part for part in parts if not all(squeeze(word) in labels for word in part)]
    longest: list[str] = max(names, key=len, default=[])
    return " ".join(longest)


def _is_called_byline(segment: Segment, ctx: Context) -> bool:
    """Tell whether an element, a link or a selector says that a line is a byline, also where a rule has claimed it."""
    reason = segment.reason
    return reason.origin in _CALLED_SO or (
        reason.rule is not None and not SIGNED.isdisjoint(roles_around(segment, ctx))
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


def _with_url(author: Author, ctx: Context, values: tuple[MetadataValue, ...]) -> Author:
    """Return the author with the address of a link around the printed name, else with the one that is stated."""
    key = squeeze(author.name)
    for segment in sorted((*ctx[_BYLINE], *ctx[_AUTHOR_BIO])):
        for link in ctx.links_in(segment):
            if squeeze(ctx.link_text(link)) == key:
                url = resolve(link.href, ctx.base)
                if url is not None:
                    return evolve(author, url=url)
    for value in values:
        if value.url and squeeze(value.value) == key:
            return evolve(author, url=resolve(value.url, ctx.base))
    return author
