"""What a page says besides its text: elements, links, images, and its own metadata."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

__all__ = ["Element", "MetadataValue", "Page", "PageImage", "PageLink", "PageMetadata"]


class Element(NamedTuple):
    """An element of the page that holds text, or holds elements that do. A page has thousands: a plain tuple.

    >>> Element(parent=0, tag="div", names="story-body content").tag
    'div'
    """

    parent: int
    """Index of the element around it in `Page.elements`; -1 for the root."""
    tag: str
    """Name of the tag, lower case (``article``, ``p``, ``h1``)."""
    names: str
    """Its class and id as written, separated by a space; empty if it has none."""
    role: str = ""
    """Its ``role`` attribute (ARIA)."""
    hidden: bool = False
    """It or an element around it is not shown (``hidden``, ``display: none``, ``aria-hidden``)."""


class PageLink(NamedTuple):
    """A link with text.

    >>> PageLink(start=0, end=5, href="/news/1").href
    '/news/1'
    """

    start: int
    """Offset of its first code point in the document's text."""
    end: int
    """End offset (exclusive), in code points."""
    href: str
    """The address as written."""
    rel: str = ""
    """Its ``rel`` and ``itemprop`` words (``author``, ``tag``)."""


class PageImage(NamedTuple):
    """An image or video that is in the page.

    >>> PageImage(at=120, element=7, url="/a.jpg", alt="جانب من الاجتماع").video
    False
    """

    at: int
    """Offset in the document's text where it is, between two blocks."""
    element: int
    """Index of the element around it in `Page.elements`."""
    url: str
    """Address of the largest file, as written (``src``, ``data-src`` or ``srcset``)."""
    alt: str = ""
    """Its alternative text."""
    video: bool = False
    """Is a video or player, not a picture."""
    names: str = ""
    """Its class and id as written."""
    small: bool = False
    """Is shown no larger than an icon, as its width or height says."""


class MetadataValue(NamedTuple):
    """A value of the page's metadata and where it is.

    >>> MetadataValue("2024-02-12T10:00:00+03:00", "json-ld").origin
    'json-ld'
    """

    value: str
    """The value as written, entities decoded, trimmed."""
    origin: str
    """``json-ld``, ``microdata``, ``og``, ``article``, ``dc``, ``meta``, ``time``, ``link`` or ``title``."""
    url: str | None = None
    """Address that goes with it (the author's page, say)."""
    key: str = ""
    """What the page states it by, vocabulary and name (``json-ld:datePublished``, ``og:title``, ``meta:author``)."""


@frozen
class PageMetadata:
    """What a page states of itself, outside its text. Nothing is judged here: values are as written, best origin first.

    >>> PageMetadata().titles
    ()
    """

    titles: tuple[MetadataValue, ...] = ()
    """Titles of the page or its article; the name of the site may still be attached."""
    descriptions: tuple[MetadataValue, ...] = ()
    """Summaries."""
    authors: tuple[MetadataValue, ...] = ()
    """Stated authors: persons, desks, logins, the site itself."""
    published: tuple[MetadataValue, ...] = ()
    """Dates of publication."""
    modified: tuple[MetadataValue, ...] = ()
    """Dates of the last update."""
    sections: tuple[MetadataValue, ...] = ()
    """Names of sections (``articleSection``, ``article:section``)."""
    breadcrumbs: tuple[MetadataValue, ...] = ()
    """The breadcrumb, outermost first."""
    keywords: tuple[MetadataValue, ...] = ()
    """Keywords, one per value."""
    images: tuple[MetadataValue, ...] = ()
    """Addresses of images."""
    site_names: tuple[MetadataValue, ...] = ()
    """Names of the site or publisher."""
    canonicals: tuple[MetadataValue, ...] = ()
    """Addresses that the page gives for itself (``link rel=canonical``, ``og:url``), as written."""
    types: tuple[str, ...] = ()
    """What the page says that it is: schema.org types (``NewsArticle``) and ``og:type`` (``og:article``)."""
    language: str | None = None
    """Language of the root element or ``inLanguage``, as written."""
    is_accessible_for_free: bool | None = None
    """Whether the whole text may be read without paying, if the page says so."""
    body: str | None = None
    """The text of the article as metadata repeats it (``articleBody``)."""
    broken: tuple[str, ...] = ()
    """What could not be read, one sentence each (broken JSON-LD, say)."""


@frozen(repr=False)
class Page:
    """What a page says besides its text. `arnews.Block.element` points into `elements`.

    >>> Page()
    <Page elements=0 links=0 images=0>
    """

    elements: tuple[Element, ...] = ()
    """Elements in document order; an element is after the one around it."""
    links: tuple[PageLink, ...] = ()
    """Links with text, in order."""
    images: tuple[PageImage, ...] = ()
    """Images and videos in the page, in order."""
    roles: tuple[tuple[int, str], ...] = ()
    """Elements that an outlet's selectors matched: index in `elements`, and the value of the role."""
    metadata: PageMetadata = PageMetadata()
    """What the page states of itself."""
    emphasis: tuple[tuple[int, int], ...] = ()
    """Lines that are bold or in large letters as a whole, on a page without ``h1``: offset in the document's text, and
    how much they stand out: 1 for bold, 2 for each size of letters above the usual one."""
    base_url: str | None = None
    """Address that relative ones are resolved against (``base`` element or the page's own)."""

    def __repr__(self) -> str:
        return f"<Page elements={len(self.elements)} links={len(self.links)} images={len(self.images)}>"
