"""The road: text or page → Document → LabeledDocument → Article. A reader of the code starts here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from attrs import evolve, field, frozen

from arnews.article import Article, ArticleKind, Issue
from arnews.document import Document, LabeledDocument
from arnews.fields.absent import garbled, list_of_feed, own_text, without_article
from arnews.fields.body import read_paragraphs
from arnews.fields.credits import read_credits
from arnews.fields.dates import read_dates
from arnews.fields.headline import read_description, read_headline, read_kicker
from arnews.fields.images import read_images
from arnews.fields.keywords import read_keywords
from arnews.fields.language import read_is_translated, read_language
from arnews.fields.pages.errors import is_error_page
from arnews.fields.pages.issues import page_issues
from arnews.fields.pages.origin import read_canonical_url
from arnews.fields.pages.site import read_publisher
from arnews.fields.related import read_related
from arnews.fields.sections import read_sections
from arnews.fields.source import read_source
from arnews.labeling import label
from arnews.outlets.dress import dress_article, local_moment
from arnews.outlets.index import OutletIndex
from arnews.outlets.outlet import Outlet
from arnews.reading import read_html, read_text
from arnews.reading.encoding import decode
from arnews.reading.feed import read_feed
from arnews.reading.kind import is_page
from arnews.reading.mojibake import is_mojibake
from arnews.roles import Role
from arnews.rules import RuleBook

__all__ = ["Parser", "parse", "parse_html", "parse_text"]


Selectors = tuple[tuple[str, str], ...]
"""CSS selectors, each with the value of the role of what it matches."""


def _selectors(select: Iterable[tuple[Role, str]]) -> Selectors:
    return tuple((css, role.value) for role, css in select)


def _outlets(outlets: Iterable[Outlet]) -> tuple[Outlet, ...]:
    return tuple(outlets)


@frozen
class Parser:
    """A parser with the rules and outlets that it uses. Immutable, picklable, safe to share between threads.

    >>> text = "افتتاح المعرض الدولي للكتاب\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."
    >>> Parser().parse_text(text).headline
    'افتتاح المعرض الدولي للكتاب'
    """

    book: RuleBook | None = None
    """The phrases to label by; the shipped ones if none are given."""
    outlets: tuple[Outlet, ...] = field(default=(), converter=_outlets)
    """Outlets besides those that come with arnews; a document belongs to the one that has its address. Where both
    name a domain, these hold."""
    _index: OutletIndex = field(init=False, eq=False, repr=False)

    @_index.default
    def _arrange(self) -> OutletIndex:
        return OutletIndex(self.outlets)

    @classmethod
    def with_installed(cls, outlets: Iterable[Outlet] = (), *, book: RuleBook | None = None) -> Parser:
        """Return a parser that knows the outlets of installed plug-ins (entry point group ``arnews.outlets``).

        Where an outlet given here and an installed one name a domain, the one given here holds. Raises
        ConfigurationError with one sentence that names the distribution if a plug-in is broken.

        >>> Parser.with_installed().parse_text("افتتح الوزير أمس المعرض.", url="https://okaz.com.sa/1").outlet
        'عكاظ'
        """
        from arnews.outlets.installed import installed_outlets

        given = tuple(outlets)
        claimed = {domain for outlet in given for domain in outlet.domains}
        installed = (each.outlet for each in installed_outlets())
        return cls(book, (*given, *(each for each in installed if claimed.isdisjoint(each.domains))))

    def parse_text(self, text: str, *, url: str | None = None, fetched_at: dt.datetime | None = None) -> Article:
        """Return the article of a plain text. No text makes it raise.

        ``fetched_at`` is the moment that «منذ ساعتين» counts from. Raises `TypeError` if ``text`` is not a string.
        """
        document = read_text(text, url=url)
        if is_mojibake(text):
            return garbled(document)
        outlet = self._index.find(url)
        if outlet is None:
            return _article(label(document, book=self.book), self.book, fetched_at)
        return self._of_outlet(outlet, lambda select: document, fetched_at)

    def parse_html(
        self,
        page: str | bytes,
        *,
        url: str | None = None,
        fetched_at: dt.datetime | None = None,
        encoding: str | None = None,
    ) -> Article:
        """Return the article of a web page. No page makes it raise, whatever its bytes.

        ``encoding`` is the charset of the HTTP header, if known; only for bytes.
        Raises `TypeError` if ``page`` is neither text nor bytes.
        """
        feed = read_feed(page, url=url, encoding=encoding)
        if feed is not None:
            return list_of_feed(feed)
        outlet = self._index.find(url)
        if outlet is None:
            document = read_html(page, url=url, encoding=encoding)
            if is_mojibake(document.text):
                return garbled(document)
            return _article(label(document, book=self.book), self.book, fetched_at)

        def read(select: Selectors) -> Document:
            return read_html(page, url=url, encoding=encoding, select=select)

        return self._of_outlet(outlet, read, fetched_at)

    def parse(
        self,
        document: str | bytes,
        *,
        url: str | None = None,
        fetched_at: dt.datetime | None = None,
        encoding: str | None = None,
    ) -> Article:
        """Return the article of a web page or of a plain text, whichever the document is.

        ``encoding`` is the charset of the HTTP header, if known; only for bytes.
        Raises `TypeError` if ``document`` is neither text nor bytes.
        """
        if not isinstance(document, str | bytes | bytearray | memoryview):
            raise TypeError(f"document must be a str or bytes, not {type(document).__name__}")
        given = document if isinstance(document, str) else bytes(document)
        if is_page(given):
            return self.parse_html(given, url=url, fetched_at=fetched_at, encoding=encoding)
        if isinstance(given, str):
            return self.parse_text(given, url=url, fetched_at=fetched_at)
        decoded = decode(given, charset=encoding)
        # Who gave bytes does not have the text that the offsets count in.
        article = evolve(self.parse_text(decoded.text, url=url, fetched_at=fetched_at), document_text=decoded.text)
        if decoded.issue is None:
            return article
        return evolve(article, issues=(Issue(code="undecodable", message=decoded.issue), *article.issues))

    def _of_outlet(
        self, outlet: Outlet, read: Callable[[Selectors], Document], fetched_at: dt.datetime | None
    ) -> Article:
        """Return the article of a document of an outlet; ``read`` returns the document, read with selectors."""
        fetched_at = local_moment(fetched_at, outlet)
        select = _selectors(outlet.select)
        book = self._index.book(outlet, None, self.book)
        doc = label(read(select), book=book)
        article = _article(doc, book, fetched_at)
        if outlet.layouts:
            # Only the document says when it was printed, so it is read a second time.
            dates = (article.date_published, article.date_modified)
            day = next((date.date for date in dates if date is not None and date.date is not None), None)
            layout = outlet.layout_of(day)
            if layout is not None:
                book = self._index.book(outlet, layout, self.book)
                doc = label(read((*_selectors(layout.select), *select)), book=book)
                article = _article(doc, book, fetched_at)
        return dress_article(article, doc, outlet)


def parse_text(text: str, *, url: str | None = None, fetched_at: dt.datetime | None = None) -> Article:
    """Return the article of a plain text, boilerplate and all. No text makes it raise.

    ``url`` is the address, if known; ``fetched_at`` the moment that «منذ ساعتين» counts from.
    Raises `TypeError` if ``text`` is not a string.

    >>> article = parse_text("افتتاح المعرض الدولي للكتاب\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.\\nشارك المقال")
    >>> article.body
    'افتتح الوزير أمس المعرض، وحضره جمهور كبير.'
    """
    return _DEFAULT.parse_text(text, url=url, fetched_at=fetched_at)


def parse_html(
    page: str | bytes,
    *,
    url: str | None = None,
    fetched_at: dt.datetime | None = None,
    encoding: str | None = None,
) -> Article:
    """Return the article of a web page. No page makes it raise, whatever its bytes.

    What the page prints comes before what its metadata say, and what contradicts is an issue. A page without an
    article (a front page, a section, a search) has the kind ``list`` and no body. Offsets of segments count in
    `Article.document_text`.

    Args:
        page: the page, as text or as bytes in any encoding.
        url: its address, if known; relative addresses are resolved against it, and it tells the outlet.
        fetched_at: the moment that «منذ ساعتين» counts from.
        encoding: the charset of the HTTP header, if known; only for bytes.

    Raises:
        TypeError: ``page`` is neither text nor bytes.

    >>> page = "<title>افتتاح المعرض - صحيفة</title><h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير."
    >>> article = parse_html(page)
    >>> article.headline, article.body
    ('افتتاح المعرض', 'افتتح الوزير أمس المعرض، وحضره جمهور كبير.')
    """
    return _DEFAULT.parse_html(page, url=url, fetched_at=fetched_at, encoding=encoding)


def parse(
    document: str | bytes,
    *,
    url: str | None = None,
    fetched_at: dt.datetime | None = None,
    encoding: str | None = None,
) -> Article:
    """Return the article of a web page or of a plain text, whichever the document is.

    A document is a page if it begins like one, or has tags in most of its first lines. See `parse_html` and
    `parse_text`. Raises `TypeError` if ``document`` is neither text nor bytes.

    >>> parse("<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.</p>").headline
    'افتتاح المعرض'
    >>> parse("افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.").headline
    'افتتاح المعرض'
    """
    return _DEFAULT.parse(document, url=url, fetched_at=fetched_at, encoding=encoding)


_DEFAULT = Parser()


def _article(doc: LabeledDocument, book: RuleBook | None, fetched_at: dt.datetime | None) -> Article:
    """Read every field of a labeled document."""
    document = doc.document
    if is_error_page(doc):
        return without_article(document, "error-page", "the page says that there is no article", "parser.error-page")
    paragraphs = read_paragraphs(doc)
    body = "\n\n".join(paragraphs)
    credits = read_credits(doc)
    dates = read_dates(doc, fetched_at=fetched_at)
    published = dates.published
    if published is None and dates.modified is None and credits.dates:
        # Agencies print the day in the dateline («رام الله 19-7-2012 وفا-») and nowhere else.
        published = credits.dates[0]
    issues = _issues(doc)
    canonical = free = stated = None
    if document.page is not None:
        canonical, doubts = read_canonical_url(document)
        free = document.page.metadata.is_accessible_for_free
        stated = document.page.metadata.language
        issues += (*page_issues(doc), *dates.issues, *doubts)
    else:
        issues += dates.issues
    language = read_language(body or document.text, stated)
    if language not in (None, "ar"):
        issues += (Issue(code="not-arabic", message=f"the text is in another language: {language}"),)
    return Article(
        kind=_kind(doc, body),
        url=document.url,
        canonical_url=canonical,
        headline=read_headline(doc),
        kicker=read_kicker(doc),
        description=read_description(doc),
        body=body,
        paragraphs=paragraphs,
        authors=credits.authors,
        contributors=credits.contributors,
        dateline=credits.dateline,
        date_published=published,
        date_modified=dates.modified,
        publisher=read_publisher(document),
        source=read_source(doc, book=book),
        sections=read_sections(doc, book=book),
        keywords=read_keywords(doc, book=book),
        images=read_images(doc),
        related=read_related(doc),
        is_accessible_for_free=free,
        language=language,
        is_translated=read_is_translated(doc, book=book),
        issues=issues,
        segments=doc.segments,
        document_text=own_text(document),
    )


def _kind(doc: LabeledDocument, body: str) -> ArticleKind:
    if body:
        return ArticleKind.ARTICLE
    return ArticleKind.LIST if len(doc[Role.RELATED_ITEM]) > 2 else ArticleKind.OTHER


def _issues(doc: LabeledDocument) -> tuple[Issue, ...]:
    if not doc.segments:
        return (Issue(code="empty", message="the text holds nothing but blanks"),)
    if not doc[Role.BODY] and not doc[Role.SUBHEADING]:
        return (Issue(code="no-body", message="no paragraph of an article was found"),)
    return ()
