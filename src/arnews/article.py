"""What comes out: the Article and its parts. Names are those of schema.org, in snake_case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from arnews.dates.values import NewsDate
from arnews.document import Issue, Segment
from arnews.roles import Role

__all__ = [
    "Article",
    "ArticleKind",
    "Author",
    "Dateline",
    "Evidence",
    "EvidenceByField",
    "Image",
    "ImageKind",
    "Issue",
    "Link",
    "Organization",
    "Source",
]


class ArticleKind(StrEnum):
    """What a document is as a whole.

    >>> str(ArticleKind.ARTICLE)
    'article'
    """

    ARTICLE = "article"
    """One article."""
    LIST = "list"
    """A list of articles: a front page, a section, a search."""
    OTHER = "other"
    """Nothing that can be told to be news: an empty text, say."""


@frozen
class Author:
    """A person or desk that signs the article.

    >>> Author(name="ليلى حسن", job_title="مراسلة الشؤون الاقتصادية").name
    'ليلى حسن'
    """

    name: str
    """The name as printed, without a verb («كتبت»), a label («إعداد») or a title."""
    job_title: str | None = None
    """What the document says of the person («كاتب سعودي»), as printed."""
    raw: str | None = None
    """The text that the name was taken from."""
    url: str | None = None
    """Address of the author's page, if the document links it."""


@frozen
class Dateline:
    """Place and agency that open a report.

    >>> Dateline(places=("الرياض",), agencies=("واس",), raw="الرياض - واس").places
    ('الرياض',)
    """

    places: tuple[str, ...] = ()
    """Names of places, as printed."""
    agencies: tuple[str, ...] = ()
    """Names of agencies, or of outlets in their slot, as printed."""
    raw: str = ""
    """The text that they were taken from."""


@frozen
class Organization:
    """An outlet or agency.

    >>> Organization(name="صحيفة المثال").url is None
    True
    """

    name: str
    """The name as printed."""
    url: str | None = None
    """Its address."""


@frozen
class Source:
    """Where the item was taken from, when the document says so.

    >>> Source(name="رويترز").url is None
    True
    """

    name: str | None = None
    """Name of the outlet or agency, as printed."""
    url: str | None = None
    """Address of the original, as printed."""
    date_published: NewsDate | None = None
    """Date of the original."""


class ImageKind(StrEnum):
    """Whether an image stands still.

    >>> str(ImageKind.VIDEO)
    'video'
    """

    IMAGE = "image"
    """A picture."""
    VIDEO = "video"
    """A video or its player."""


@frozen
class Image:
    """An image (or video) of the article, or what is left of it in a text: its caption.

    >>> Image(caption="جانب من الاجتماع", credit="رويترز").credit
    'رويترز'
    """

    url: str | None = None
    """Address of the file."""
    caption: str | None = None
    """The caption as printed."""
    credit: str | None = None
    """Who made the picture, as printed."""
    kind: ImageKind = ImageKind.IMAGE
    """Picture or video."""


@frozen
class Link:
    """A pointer to another article.

    >>> Link(text="أسعار النفط ترتفع").url is None
    True
    """

    text: str
    """Its title, as printed."""
    url: str | None = None
    """Its address."""


@frozen
class Evidence:
    """Where the value of a field was read, and why it was believed there.

    A value of several parts has the evidence of its first one. What the metadata complete has both: a span and a key.

    >>> Evidence(why="the line above the title", start=0, end=5, role=Role.KICKER).key is None
    True
    """

    why: str
    """Why it was believed: one clause in English."""
    start: int | None = None
    """Offset of the segment that it was read from; ``None`` if the text does not print it."""
    end: int | None = None
    """Offset after that segment."""
    role: Role | None = None
    """Role of that segment."""
    key: str | None = None
    """What the page states it by (``json-ld:datePublished``, ``og:title``, ``link:canonical``), ``None`` if nothing
    of it comes from there."""


class EvidenceByField(Mapping[str, Evidence]):
    """The evidence of each field of an article that has some, by the name of the field. Cannot be changed.

    >>> EvidenceByField({"kicker": Evidence(why="the line above the title")})["kicker"].why
    'the line above the title'
    """

    __slots__ = ("_found",)

    def __init__(self, found: Mapping[str, Evidence] | None = None) -> None:
        self._found = dict(found or {})

    def __getitem__(self, name: str) -> Evidence:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __hash__(self) -> int:
        return hash(frozenset(self._found.items()))

    def __repr__(self) -> str:
        return repr(self._found)

    def __reduce__(self) -> tuple[Any, ...]:
        return EvidenceByField, (self._found,)


@frozen
class Article:
    """An Arabic news article: everything that the document prints, and nothing that it does not.

    A field that the document does not print is ``None`` or empty; no field falls back to another.

    >>> import arnews
    >>> text = "افتتاح معرض الكتاب\\nالقاهرة - ليلى حسن\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير."
    >>> article = arnews.parse_text(text)
    >>> article.headline, [author.name for author in article.authors]
    ('افتتاح معرض الكتاب', ['ليلى حسن'])
    """

    kind: ArticleKind = ArticleKind.OTHER
    """Article, list of articles, or neither."""
    url: str | None = None
    """Address that the caller gave."""
    canonical_url: str | None = None
    """Address that the document gives for itself."""
    headline: str | None = None
    """The title as printed."""
    kicker: str | None = None
    """The line above the title."""
    description: str | None = None
    """The deck: subtitle or summary set apart from the body."""
    body: str = ""
    """Paragraphs and subheadings in order, joined by blank lines, their characters untouched."""
    paragraphs: tuple[str, ...] = ()
    """The paragraphs and subheadings that ``body`` joins."""
    authors: tuple[Author, ...] = ()
    """Those who sign the article."""
    contributors: tuple[Author, ...] = ()
    """Those whom a closing credit names."""
    dateline: Dateline | None = None
    """Place and agency."""
    date_published: NewsDate | None = None
    """The date of publication as printed."""
    date_modified: NewsDate | None = None
    """The date of the last update as printed."""
    publisher: Organization | None = None
    """The outlet that publishes the document."""
    source: Source | None = None
    """Where the item was taken from."""
    sections: tuple[str, ...] = ()
    """Sections or breadcrumb, outermost first."""
    keywords: tuple[str, ...] = ()
    """Tags."""
    images: tuple[Image, ...] = ()
    """Images, in order."""
    related: tuple[Link, ...] = ()
    """Other articles that the document points to."""
    is_accessible_for_free: bool | None = None
    """Whether the page says that its whole text may be read without paying; ``None`` if it does not say."""
    language: str | None = None
    """BCP 47 tag of the language of the text (``ar``), ``None`` if there is too little text to tell."""
    is_translated: bool | None = None
    """``True`` if the document says that it was translated; ``None`` if it does not say."""
    issues: tuple[Issue, ...] = ()
    """Doubts."""
    evidence: Mapping[str, Evidence] = field(default=EvidenceByField(), converter=EvidenceByField)
    """Where each field that has a value was read, and why it was believed there, by the name of the field."""
    segments: tuple[Segment, ...] = ()
    """The whole text as a partition, with roles and rules."""
    document_text: str | None = None
    """The text as read, which the offsets of segments count in, of a page or of bytes; ``None`` for a plain text that
    was given as one, which the caller has."""
    outlet: str | None = None
    """Name of the outlet that the document's address belongs to, if it is known; its rules were used."""
