"""Names that links and elements for authors give: of a line of several things, and of boxes apart from the article."""

from __future__ import annotations

import re

from attrs import evolve

from arnews.article import Author
from arnews.credits import is_outlet_word, read_agency, read_credit, without_contacts
from arnews.credits.tables import tables
from arnews.document import Segment
from arnews.fields.context import Context
from arnews.fields.site import is_address, is_site_name
from arnews.fields.unsigned import unsigned_lines
from arnews.labeling.pages.links import leads_to_author
from arnews.page import MetadataValue, PageLink
from arnews.roles import OTHERS, SIGNED, TEXT, Role
from arnews.text.fold import fold, squeeze
from arnews.text.letters import ARABIC, BLANKS

__all__ = [
    "EDGES",
    "MOST_WORDS",
    "authors_apart",
    "believed",
    "by_links",
    "holds",
    "is_login",
    "linked_author",
]

EDGES = BLANKS + "\"'«»“”()[]:-–—|.،,*•@"
"""What may be around a name and is not part of it."""
MOST_WORDS = 6
_LATIN_NAME = re.compile(r"[A-Z][\w'’.-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'’.-]*){1,3}")
_ARABIC = re.compile(f"[{ARABIC}]")
_MAIL = re.compile(r"\S@\S")
_LEVELS = 6
"""Elements that are climbed from a name to the box of the author that holds it."""
_THREAD = -2
"""In place of an element: what is inside was written by readers."""
_COMMENTS = Role.COMMENTS
_LABEL_WORDS = 2
"""Words of a label in front of the name of the author."""
_BESIDE_TITLE = 120
"""Code points above and below the title in which a link to an author is that of the article."""
_MOST_APART = 3
"""Authors of one box; one with more names lists those of the site."""
_ELSEWHERE = OTHERS | {Role.BODY, Role.SUBHEADING, Role.COMMENTS, Role.HEADLINE}


def by_links(found: list[Author], ctx: Context, *, arabic: bool) -> list[Author]:
    """Return the authors with those of a line that links to authors as the links name them.

    The rest of such a line («by», tags, a sentence about the post) is not one, and two links are two authors.
    """
    out: list[Author] = []
    done: set[str] = set()
    for author in found:
        raw = author.raw or ""
        if raw in done:
            continue
        read = [squeeze(other.name) for other in found if other.raw == raw]
        names = [name for line in ctx[Role.BYLINE] if line.text == raw for name in _linked(line, ctx, " ".join(read))]
        if any(sum(holds(squeeze(name), own) for own in read) > 1 for name in names):
            names = []  # one link around several authors
        if names:
            done.add(raw)
            out += [evolve(author, name=name) for name in dict.fromkeys(names)]
        else:
            out.append(author)
    if not out:
        for segment in ctx[Role.BYLINE]:
            for link in ctx.links_in(segment):
                if leads_to_author(link):
                    value = MetadataValue(ctx.link_text(link).strip(EDGES), "link")
                    some = believed(value, ctx.site, arabic=arabic, text=ctx.text)
                    out += [evolve(author, raw=segment.text) for author in some]
    return out


def _linked(segment: Segment, ctx: Context, key: str) -> list[str]:
    """Return the names that links of a line give for the name read from it; none if they do not agree with it."""
    links = ctx.links_in(segment)
    own = [link for link in links if leads_to_author(link)]
    texts = [ctx.link_text(link).strip(EDGES) for link in own or links]
    # A label may touch the link: «بقلم<a>…».
    names = [text for text in texts if _agrees(key, squeeze(text), is_own=bool(own))]
    labeled = [link for link in own if _is_labeled(link, ctx)]
    if len(own) == 1 and not names and labeled and not is_login(texts[0]) and " " not in texts[0]:
        return texts  # «بواسطة <a>نجود</a> — مصنف تحت: …»
    if own and len(names) == len(texts):
        return names
    if len(texts) == 1 and names and " " in names[0] and key.startswith(f"{squeeze(names[0])} "):
        return names  # after the link is what he is: «<a>ليلى حسن</a> عضو نشيط»
    return names if len(names) > 1 and squeeze(" ".join(names)) == key else []


def _agrees(key: str, name: str, *, is_own: bool) -> bool:
    """Tell whether what a link names and what was read of its line are one name.

    A link to an author may touch the word before it («بقلم<a>…»), and may say more: of «O'Neill» the mark was taken for
    the end of the name.
    """
    return holds(key, name) or (is_own and bool(name) and (key.endswith(name) or (name.isascii() and holds(name, key))))


def holds(line: str, name: str) -> bool:
    """Tell whether a key holds another as whole words.

    >>> holds("بقلم ليلي حسن", "ليلي حسن"), holds("حسنين", "حسن")
    (True, False)
    """
    return bool(name) and f" {name} " in f" {line} "


def linked_author(ctx: Context, *, arabic: bool) -> list[Author]:
    """Return the one person whom links to authors name, by ``rel=author``, a label («بواسطة») or their place."""
    names: dict[str, str] = {}
    title = ctx[Role.HEADLINE][0] if ctx[Role.HEADLINE] else None
    for link in ctx.links:
        beside = title is not None and title.start - _BESIDE_TITLE <= link.start <= title.end + _BESIDE_TITLE
        signed = "author" in link.rel or (leads_to_author(link) and (beside or _is_labeled(link, ctx)))
        if signed and ctx.may_tell(link, *SIGNED):
            text = ctx.link_text(link).strip(EDGES)
            names.setdefault(squeeze(text), text)
    names.pop("", None)
    if len(names) != 1 or not ctx[Role.BODY]:
        return []
    (name,) = names.values()
    value = MetadataValue(name, "link")
    return believed(value, ctx.site, arabic=arabic, text=ctx.text)


def _is_labeled(link: PageLink, ctx: Context) -> bool:
    """Tell whether the word in front of a link, in its line, says that somebody wrote."""
    segment = ctx.segment_at(link.start)
    words = ctx.text[segment.start : link.start].split() if segment is not None else []
    if segment is None or not words or squeeze(words[-1]) not in tables().authors:
        return False
    # «المقال التالي بقلم …» speaks of somebody else; a line of several things has a day, or other links.
    dated = any(map(str.isdigit, segment.text))
    return len(words) <= _LABEL_WORDS or dated or len(ctx.links_in(segment)) > 1


def authors_apart(ctx: Context, *, arabic: bool) -> list[Author]:
    """Return the authors in the one element for authors apart from the article, beside or above it."""
    boxes: dict[int, dict[str, Author]] = {}
    unsigned = ctx.once(unsigned_lines)
    known: dict[tuple[int, int], int] = {}
    for segment in ctx.segments if ctx[Role.BODY] else ():
        if segment.role in _ELSEWHERE or segment.start in unsigned or not 0 < segment.text.count(" ") < MOST_WORDS:
            continue
        element = ctx.block_of(segment).element
        box = _box_of(element, _LEVELS, ctx, known)
        if box < 0 or ctx.chosen_role(element) not in (None, *SIGNED, *TEXT):
            continue
        value = MetadataValue(segment.text.strip(EDGES), "markup")
        for author in believed(value, ctx.site, arabic=arabic, text=ctx.text):
            boxes.setdefault(box, {}).setdefault(squeeze(author.name), author)
    if len(boxes) != 1:
        return []
    (own,) = boxes.values()
    return list(own.values()) if len(own) <= _MOST_APART else []


def _box_of(element: int, levels: int, ctx: Context, known: dict[tuple[int, int], int]) -> int:
    """Return the outermost element for authors among an element and those around it, up to so many levels.

    -1 if there is none, `_THREAD` if one of them holds what readers wrote. Lines of a list have most of these elements
    in common, so what was found is in ``known``.
    """
    if element < 0 or not levels:
        return -1
    box = known.get((element, levels))
    if box is None:
        role = ctx.hint(element)
        box = _THREAD if role is _COMMENTS else _box_of(ctx.elements[element].parent, levels - 1, ctx, known)
        if box == -1 and role in SIGNED:
            box = element
        known[element, levels] = box
    return box


def believed(value: MetadataValue, keys: frozenset[str], *, arabic: bool, text: str) -> list[Author]:
    """Return the persons or desk that a stated author is; nobody if it is a site, a login, an address, a place.

    >>> [author.name for author in believed(MetadataValue("ليلى حسن", "meta"), frozenset(), arabic=True, text="")]
    ['ليلى حسن']
    """
    name = value.value
    desk = squeeze(name) in tables().desks
    if (
        not without_contacts(name)
        or not tables().latin.isdisjoint(squeeze(name).split())
        or is_address(name)
        or _MAIL.search(name)
        or (is_site_name(name, keys) and not desk)
        or read_agency(name.strip(EDGES))
    ):
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
        if 1 < len(person.split()) <= MOST_WORDS and (desk or not is_site_name(person, keys))
    ]


def is_login(name: str) -> bool:
    """Tell whether a printed name is the login of somebody: one Latin word on an Arabic page.

    >>> is_login("editor2"), is_login("Leila Hassan")
    (True, False)
    """
    return name.isascii() and " " not in name.strip()
