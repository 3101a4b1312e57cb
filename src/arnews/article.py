"""What comes out: the Article and its parts. Names are those of schema.org, in snake_case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from arnews.dates.values import NewsDate
from arnews.document import Segment
from arnews.issues import Issue, IssueCode
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
    "IssueCode",
    "Link",
    "Organization",
    "Source",
]

_LONGEST_IN_REPR = 60
"""Code points of a headline that `repr` prints, so that it stays one line."""


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
    """Neither: a text that does not look like news, an empty one, say."""


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
    """Whether it is a picture or a video.

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
    """End offset of that segment (exclusive)."""
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


@frozen(repr=False)
class Article:
    """An Arabic news article: everything that the document prints, and nothing that it does not.

    A field that the document does not print is ``None`` or empty; no field falls back to another.
    The `repr` is one short line. A notebook shows the explanation (`arnews.explain_html`) instead.

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
    """Address that the page gives for itself (``link rel=canonical``, else ``og:url``), if it is of the same site."""
    headline: str | None = None
    """The title as printed, without the name of the site; of a page without a printed title, the one that it states."""
    kicker: str | None = None
    """The short line above the title, as printed."""
    description: str | None = None
    """The printed deck: subtitle or summary set apart from the body. A summary in the metadata alone does not count."""
    body: str = ""
    """Paragraphs and subheadings in order, joined by blank lines, their characters untouched."""
    paragraphs: tuple[str, ...] = ()
    """The paragraphs and subheadings that ``body`` joins."""
    authors: tuple[Author, ...] = ()
    """Those who sign the article, in order; where nobody is printed, persons and desks that the metadata name."""
    contributors: tuple[Author, ...] = ()
    """Those whom the closing credits name, in order."""
    dateline: Dateline | None = None
    """Place and agency, from a line of their own, the byline or the beginning of the first paragraph."""
    date_published: NewsDate | None = None
    """The printed date of publication, completed by the metadata (time, zone); theirs where none is printed."""
    date_modified: NewsDate | None = None
    """The printed date of the last update, else that of the metadata unless it is the date of publication."""
    publisher: Organization | None = None
    """The outlet that publishes the page, as its metadata name it; ``None`` for a text, unless the outlet is known."""
    source: Source | None = None
    """Where the item was taken from, if the document says so."""
    sections: tuple[str, ...] = ()
    """Sections or breadcrumb as printed, outermost first, each once; else those of the metadata."""
    keywords: tuple[str, ...] = ()
    """Tags as printed, in order, each once; else the keywords of the metadata, if they are those of this article."""
    images: tuple[Image, ...] = ()
    """Pictures and videos of the article, in order; the one that the page names as its picture goes first."""
    related: tuple[Link, ...] = ()
    """Titles of other articles that the document points to, in order, each once; of a page with their addresses."""
    is_accessible_for_free: bool | None = None
    """Whether the page says that its whole text may be read without paying; ``None`` if it does not say."""
    language: str | None = None
    """BCP 47 tag of the language of the text (``ar``), ``None`` if there is too little text to tell."""
    is_translated: bool | None = None
    """``True`` if the document says that it was translated; ``None`` if it does not say."""
    issues: tuple[Issue, ...] = ()
    """Doubts about the document or a field; empty if there are none."""
    evidence: Mapping[str, Evidence] = field(default=EvidenceByField(), converter=EvidenceByField)
    """Where each field that has a value was read, and why it was believed there, by the name of the field."""
    segments: tuple[Segment, ...] = ()
    """The whole text as a partition, with roles and rules."""
    document_text: str | None = None
    """The text as read, in which the offsets of segments, issues and dates count; every parser fills it. ``None`` only
    in an article that was made by hand or read from a row without its text."""
    outlet: str | None = None
    """Name of the outlet that the document's address belongs to, if it is known; its rules were used."""

    def __repr__(self) -> str:
        """Return one line: what tells this article from others, and how much it holds.

        >>> Article(kind=ArticleKind.ARTICLE, headline="افتتاح المعرض", paragraphs=("افتتح الوزير المعرض.",))
        <Article kind='article' headline='افتتاح المعرض' paragraphs=1 segments=0>
        """
        told: list[tuple[str, object]] = [("kind", self.kind.value)]
        if self.outlet:
            told.append(("outlet", self.outlet))
        if self.headline:
            cut = len(self.headline) > _LONGEST_IN_REPR
            told.append(("headline", self.headline[:_LONGEST_IN_REPR] + "…" if cut else self.headline))
        if self.date_published:
            told.append(("date_published", self.date_published.isoformat()))
        told += [("paragraphs", len(self.paragraphs)), ("segments", len(self.segments))]
        if self.issues:
            told.append(("issues", [issue.code.value for issue in self.issues]))
        return f"<Article {' '.join(f'{name}={value!r}' for name, value in told)}>"

    def _repr_html_(self) -> str:
        """Return the explanation as a notebook shows it: in a frame of its own, so that neither styles the other."""
        from arnews.export.notebook import frame_of

        return frame_of(self)
