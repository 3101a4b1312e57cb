"""A labeled document as the fields read it: what several of them need is found or computed once."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, TypeVar

from attrs import frozen

from arnews.addresses import resolve
from arnews.article import Evidence, Issue
from arnews.document import Block, Document, LabeledDocument, Origin, Segment
from arnews.fields.site import beside_title, site_keys
from arnews.labeling.pages.class_names import hint_of
from arnews.labeling.pages.links import Leads, leads_of
from arnews.page import Element, MetadataValue, Page, PageLink
from arnews.roles import TEXT, Role
from arnews.rules import RuleBook
from arnews.text.fold import squeeze

__all__ = ["NOTHING", "NO_ITEMS", "Context", "FieldValue", "printed", "stated"]

_Value = TypeVar("_Value")
_Value_co = TypeVar("_Value_co", covariant=True)


@frozen
class FieldValue(Generic[_Value_co]):
    """What the reader of a field found: the value, where it was read, and what is doubtful about it.

    >>> FieldValue("افتتاح المعرض").issues
    ()
    """

    value: _Value_co
    """The value of the field; ``None`` or empty if the document has none."""
    evidence: Evidence | None = None
    """Where it was read, if there is a value."""
    issues: tuple[Issue, ...] = ()
    """Doubts."""


NOTHING: FieldValue[None] = FieldValue(None)
"""What the reader of a field gives that the document does not have."""
NO_ITEMS: FieldValue[tuple[Any, ...]] = FieldValue(())
"""The same for a field that is a tuple."""

_MOST_SOURCES = 20
"""Sources that names are held against: each with each is the square of what a page has."""


class Context:
    """A labeled document, the rules that it was labeled by, and what the fields ask of both.

    >>> import arnews
    >>> page = "<base href=https://port.example/><h1>افتتاح المعرض</h1>"
    >>> page += "<p>افتتح <a href=1>الوزير</a> أمس المعرض، وحضره كثيرون."
    >>> ctx = Context(arnews.label(arnews.read_html(page)))
    >>> ctx.base, sorted(ctx.titles), [link.href for link in ctx.links]
    ('https://port.example/', ['افتتاح المعرض'], ['1'])
    """

    def __init__(
        self, doc: LabeledDocument, *, book: RuleBook | None = None, fetched_at: dt.datetime | None = None
    ) -> None:
        self.doc = doc
        """The labeled document."""
        self.book = book or RuleBook.shipped()
        """The rules that it was labeled by."""
        self.fetched_at = fetched_at
        """The moment that «منذ ساعتين» counts from, and after which nothing was published."""
        self.document: Document = doc.document
        self.segments: tuple[Segment, ...] = doc.segments
        self.text: str = doc.document.text
        self.blocks: tuple[Block, ...] = doc.document.blocks
        self.url: str | None = doc.document.url
        self.page: Page | None = doc.document.page
        """What the page says besides its text; ``None`` of a text."""
        self.elements: tuple[Element, ...] = () if self.page is None else self.page.elements
        """The elements of a page; none in a text."""
        self.links: tuple[PageLink, ...] = () if self.page is None else self.page.links
        """The links of a page; none in a text."""
        self._roles: dict[int, Role] = {}
        """The role of each element that a selector chose; of two selectors the first one decides."""
        if self.page is not None and self.page.roles:
            self._roles = {index: Role(role) for index, role in reversed(self.page.roles)}
        self._once: dict[Callable[[Context], Any], Any] = {}

    def __getitem__(self, role: Role) -> tuple[Segment, ...]:
        """Return the segments of one role, in order."""
        return self.doc[role]

    def chosen(self, role: Role) -> tuple[Segment, ...]:
        """Return the segments that have a role because a selector of the outlet chose them."""
        if not self._roles:
            return ()
        return tuple(segment for segment in self[role] if segment.reason.origin is Origin.SELECTOR)

    def own(self, role: Role) -> tuple[Segment, ...]:
        """Return the segments of a role: those that a selector of the outlet chose, if it chose some, else all."""
        return self.chosen(role) or self[role]

    def chosen_role(self, element: int) -> Role | None:
        """Return the role that a selector of the outlet gave an element of the page, or the nearest one around it."""
        while self._roles and element >= 0:
            if element in self._roles:
                return self._roles[element]
            element = self.elements[element].parent
        return None

    def may_tell(self, link: PageLink, *roles: Role) -> bool:
        """Tell whether a link may give a value of fields of some roles: no selector chose it for another one."""
        role = self.chosen_role(self.block_at(link.start).element) if self._roles else None
        return role is None or role in roles or role in TEXT

    def once(self, function: Callable[[Context], _Value]) -> _Value:
        """Return what a function says of this document, which is asked once: for what several fields share.

        >>> import arnews
        >>> Context(arnews.label(arnews.read_text("عاجل"))).once(lambda ctx: len(ctx.segments))
        1
        """
        if function not in self._once:
            self._once[function] = function(self)
        found: _Value = self._once[function]
        return found

    @cached_property
    def base(self) -> str | None:
        """The address that relative addresses are resolved against."""
        if self.page is None or self.page.base_url is None:
            return self.url
        return resolve(self.page.base_url, self.url) or self.url

    @cached_property
    def site(self) -> frozenset[str]:
        """The keys (see `arnews.text.fold.squeeze`) of the names of the site; empty for a text."""
        if self.page is None or self.page.metadata.site_names:
            return site_keys(self.document)
        return site_keys(self.document) | beside_title(self.page.metadata.titles, self.titles)

    @cached_property
    def titles(self) -> frozenset[str]:
        """The keys of the lines of the headline."""
        return frozenset([squeeze(segment.text) for segment in self[Role.HEADLINE]])

    @cached_property
    def leads(self) -> Leads:
        """The kinds that some links may be of: what none is need not be asked of each."""
        return leads_of(self.links)

    @cached_property
    def sources(self) -> frozenset[str]:
        """The keys of the first lines that say where the item was taken from."""
        return frozenset([squeeze(segment.text) for segment in self[Role.SOURCE][:_MOST_SOURCES]])

    def hint(self, element: int) -> Role | None:
        """Return the role that tag and names of an element of the page speak of, ``None`` if they say nothing."""
        return hint_of(self.elements[element])

    def is_inside(self, element: int, outer: int) -> bool:
        """Tell whether an element of the page is another one or inside it."""
        while element > outer:  # an element comes after those around it
            element = self.elements[element].parent
        return element == outer

    def links_in(self, segment: Segment) -> tuple[PageLink, ...]:
        """Return the links that begin inside a segment, in order."""
        links = self.links
        first = bisect_left(links, (segment.start,))
        return links[first : bisect_left(links, (segment.end,), first)]

    def link_text(self, link: PageLink) -> str:
        """Return the words of a link."""
        return self.text[link.start : link.end]

    def block_of(self, segment: Segment) -> Block:
        """Return the block in which a segment begins."""
        return self.block_at(segment.start)

    def block_at(self, offset: int) -> Block:
        """Return the block that holds an offset of the text, or the last one before it."""
        return self.blocks[max(bisect_left(self.blocks, (offset + 1,)) - 1, 0)]

    def segment_at(self, offset: int) -> Segment | None:
        """Return the segment that holds an offset of the text, ``None`` if only white space is there."""
        at = bisect_left(self.segments, (offset + 1,)) - 1
        found = self.segments[at] if at >= 0 else None
        return found if found is not None and offset < found.end else None


def printed(segment: Segment, why: str) -> Evidence:
    """Return the evidence that a segment is.

    >>> import arnews
    >>> (line,) = arnews.label(arnews.read_text("عاجل")).segments
    >>> printed(line, "the line above the title").end
    4
    """
    return Evidence(why=why, start=segment.start, end=segment.end, role=segment.role)


def stated(value: MetadataValue, why: str) -> Evidence:
    """Return the evidence that a value of the metadata is.

    >>> stated(MetadataValue("ليلى حسن", "json-ld", key="json-ld:author"), "the metadata name the author").key
    'json-ld:author'
    """
    return Evidence(why=why, key=value.key or value.origin)
