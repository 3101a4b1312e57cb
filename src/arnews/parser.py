"""The road: text or page → Document → LabeledDocument → Article. A reader of the code starts here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from types import NoneType
from typing import TYPE_CHECKING

from attrs import Attribute, evolve, field, frozen

from arnews.article import Article, Issue
from arnews.document import Document
from arnews.errors import check_type
from arnews.fields.absent import garbled, list_of_feed, turned, without_article
from arnews.fields.article import read_article
from arnews.guard import Guard
from arnews.labeling import label
from arnews.outlets.dress import dress_article, local_moment
from arnews.outlets.index import OutletIndex
from arnews.outlets.outlet import Outlet
from arnews.reading import read_html, read_text
from arnews.reading.encoding import decode
from arnews.reading.feed import read_feed
from arnews.reading.kind import is_page
from arnews.reading.mojibake import is_in_visual_order, is_mojibake
from arnews.roles import Role
from arnews.rules import RuleBook

if TYPE_CHECKING:
    from arnews.many import Parsed, Row

__all__ = ["Parser", "parse", "parse_html", "parse_text"]


Selectors = tuple[tuple[str, str], ...]
"""CSS selectors, each with the value of the role of what it matches."""


def _selectors(select: Iterable[tuple[Role, str]]) -> Selectors:
    return tuple((css, role.value) for role, css in select)


def _outlets(outlets: Iterable[Outlet]) -> tuple[Outlet, ...]:
    check_type("outlets", outlets, Iterable)
    return tuple(outlets)


def _book(_: object, __: object, value: RuleBook | None) -> None:
    check_type("book", value, RuleBook, NoneType)


def _flag(_: object, attribute: Attribute[bool], value: bool) -> None:
    check_type(attribute.name, value, bool)


@frozen
class Parser:
    """A parser with the rules and outlets that it uses. Immutable, picklable, safe to share between threads.

    >>> text = "افتتاح المعرض الدولي للكتاب\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."
    >>> Parser().parse_text(text).headline
    'افتتاح المعرض الدولي للكتاب'
    """

    book: RuleBook | None = field(default=None, validator=_book)
    """The phrases to label by; the shipped ones if none are given."""
    outlets: tuple[Outlet, ...] = field(default=(), converter=_outlets)
    """Outlets besides those that come with arnews; a document belongs to the one that has its address. Where both
    name a domain, these hold."""
    debug: bool = field(default=False, kw_only=True, validator=_flag)
    """Raise an error inside instead of returning an article with the issue ``internal-error``; the variable
    ``ARNEWS_DEBUG`` of the environment does so for all parsers. For tests: what fails must not be overlooked."""
    trace: bool = field(default=False, kw_only=True, validator=_flag)
    """Let the reason of each segment say what was weighed (`Reason.decision`), for `arnews.explain_line`. Slower."""
    _index: OutletIndex = field(init=False, eq=False, repr=False)

    @_index.default
    def _arrange(self) -> OutletIndex:
        return OutletIndex(self.outlets)

    @classmethod
    def with_installed(
        cls, outlets: Iterable[Outlet] = (), *, book: RuleBook | None = None, debug: bool = False, trace: bool = False
    ) -> Parser:
        """Return a parser that knows the outlets of installed plug-ins (entry point group ``arnews.outlets``).

        Where an outlet given here and an installed one name a domain, the one given here holds. Raises
        ConfigurationError with one sentence that names the distribution if a plug-in is broken.

        >>> Parser.with_installed().parse_text("افتتح الوزير أمس المعرض.", url="https://okaz.com.sa/1").outlet
        'عكاظ'
        """
        from arnews.outlets.installed import installed_outlets

        given = _outlets(outlets)
        claimed = {domain for outlet in given for domain in outlet.domains}
        installed = (each.outlet for each in installed_outlets())
        others = (each for each in installed if claimed.isdisjoint(each.domains))
        return cls(book, (*given, *others), debug=debug, trace=trace)

    def parse_text(self, text: str, *, url: str | None = None, fetched_at: dt.datetime | None = None) -> Article:
        """Return the article of a plain text. No text makes it raise.

        ``fetched_at`` is the moment that «منذ ساعتين» counts from.
        Raises `TypeError` if an argument has the wrong type.
        """
        check_type("fetched_at", fetched_at, dt.datetime, NoneType)
        document = read_text(text, url=url)
        if is_mojibake(text):
            return garbled(document)
        if is_in_visual_order(text):
            return turned(document)
        outlet = self._index.find(url)
        if outlet is None:
            return self._article(document, self.book, fetched_at)
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
        Raises `TypeError` if an argument has the wrong type.
        """
        check_type("page", page, str, bytes, bytearray, memoryview)
        _check_types(url, fetched_at, encoding)
        outlet = self._index.find(url)
        guard = Guard(debug=self.debug)
        article = guard.run("read", None, self._parse_page, page, url, outlet, fetched_at, encoding)
        return article or _unread(page, url, guard.issues[0])

    def _parse_page(
        self,
        page: str | bytes,
        url: str | None,
        outlet: Outlet | None,
        fetched_at: dt.datetime | None,
        encoding: str | None,
    ) -> Article:
        def read(select: Selectors) -> Document:
            return read_html(page, url=url, encoding=encoding, select=select)

        feed = read_feed(page if isinstance(page, str) else bytes(page), url=url, encoding=encoding)
        if feed is not None:
            return list_of_feed(feed)
        if outlet is not None:
            return self._of_outlet(outlet, read, fetched_at)
        document = read(())
        return garbled(document) if is_mojibake(document.text) else self._article(document, self.book, fetched_at)

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
        Raises `TypeError` if an argument has the wrong type.
        """
        check_type("document", document, str, bytes, bytearray, memoryview)
        _check_types(url, fetched_at, encoding)
        given = document if isinstance(document, str) else bytes(document)
        if is_page(given):
            return self.parse_html(given, url=url, fetched_at=fetched_at, encoding=encoding)
        if isinstance(given, str):
            return self.parse_text(given, url=url, fetched_at=fetched_at)
        decoded = decode(given, charset=encoding)
        article = self.parse_text(decoded.text, url=url, fetched_at=fetched_at)
        if decoded.issue is None:
            return article
        return evolve(article, issues=(Issue(code="undecodable", message=decoded.issue), *article.issues))

    def parse_many(
        self,
        rows: Iterable[Row],
        *,
        text: str | None = "text",
        html: str | None = "html",
        url: str | None = "url",
        processes: int = 1,
        time_limit: float | None = None,
    ) -> Iterator[Parsed]:
        """Return an iterator over what many documents hold, in their order. A document that fails is no exception.

        Args:
            rows: texts, pages, or mappings that have one. They are read as they are needed.
            text: the key of a mapping under which it has plain text.
            html: the key under which it has a page, which is parsed where there are both.
            url: the key of its address. ``encoding`` and ``fetched_at`` are read, too, where they are there.
            processes: how many do the work. With more than one, a document that kills its process gets an error
                like any other; in a script, the call then stands below ``if __name__ == "__main__":``.
            time_limit: seconds that one document may take.

        Raises:
            ConfigurationError: ``processes`` or ``time_limit`` is too small, or no process can start.

        >>> rows = [{"id": 7, "text": "افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير."}, {"id": 8}]
        >>> [(row["id"], article and article.headline, error) for row, article, error in Parser().parse_many(rows)]
        [(7, 'افتتاح المعرض', None), (8, None, "no 'text' and no 'html' in this row")]
        """
        from arnews.many import Keys, parse_rows

        return parse_rows(self, rows, Keys(text, html, url), processes, time_limit)

    def _of_outlet(
        self, outlet: Outlet, read: Callable[[Selectors], Document], fetched_at: dt.datetime | None
    ) -> Article:
        """Return the article of a document of an outlet; ``read`` returns the document, read with selectors."""
        fetched_at = local_moment(fetched_at, outlet)
        select = _selectors(outlet.select)
        book = self._index.book(outlet, None, self.book)
        doc = label(read(select), book=book, debug=self.debug, trace=self.trace)
        article = read_article(doc, book=book, fetched_at=fetched_at, debug=self.debug)
        if outlet.layouts:
            # Only the document says when it was printed, so it is read a second time.
            dates = (article.date_published, article.date_modified)
            day = next((date.date for date in dates if date is not None and date.date is not None), None)
            layout = outlet.layout_of(day)
            if layout is not None:
                book = self._index.book(outlet, layout, self.book)
                select = (*_selectors(layout.select), *select)
                doc = label(read(select), book=book, debug=self.debug, trace=self.trace)
                article = read_article(doc, book=book, fetched_at=fetched_at, debug=self.debug)
        guard = Guard(debug=self.debug)
        dressed = guard.run("outlet", article, dress_article, article, doc, outlet)
        return evolve(dressed, issues=(*guard.issues, *dressed.issues)) if guard.issues else dressed

    def _article(self, document: Document, book: RuleBook | None, fetched_at: dt.datetime | None) -> Article:
        doc = label(document, book=book, debug=self.debug, trace=self.trace)
        return read_article(doc, book=book, fetched_at=fetched_at, debug=self.debug)


def _check_types(url: object, fetched_at: object, encoding: object) -> None:
    check_type("url", url, str, NoneType)
    check_type("fetched_at", fetched_at, dt.datetime, NoneType)
    check_type("encoding", encoding, str, NoneType)


def parse_text(text: str, *, url: str | None = None, fetched_at: dt.datetime | None = None) -> Article:
    """Return the article of a plain text, boilerplate and all. No text makes it raise.

    ``url`` is the address, if known; ``fetched_at`` the moment that «منذ ساعتين» counts from.
    Raises `TypeError` if an argument has the wrong type.

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
        TypeError: an argument has the wrong type.

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
    `parse_text`. Raises `TypeError` if an argument has the wrong type.

    >>> parse("<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.</p>").headline
    'افتتاح المعرض'
    >>> parse("افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.").headline
    'افتتاح المعرض'
    """
    return _DEFAULT.parse(document, url=url, fetched_at=fetched_at, encoding=encoding)


_DEFAULT = Parser()


def _unread(page: str | bytes, url: str | None, issue: Issue) -> Article:
    """Return the article of a page that could not be read, a fault of arnews: its source, and nothing made of it."""
    text = page if isinstance(page, str) else bytes(page).decode("utf-8", errors="replace")
    article = without_article(read_text(text, url=url), issue.code, issue.message, "parser.internal-error")
    return evolve(article, document_text=text)
