"""The pipeline: text or page → Document → LabeledDocument → Article. A reader of the code starts here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from types import NoneType
from typing import TYPE_CHECKING

from attrs import Attribute, evolve, field, frozen

from arnews.article import Article, Issue
from arnews.document import Document, Form, LabeledDocument
from arnews.errors import check_type
from arnews.fields.absent import article_unlabeled, without_article
from arnews.fields.article import only_fields, read_article
from arnews.fields.table import check_fields
from arnews.guard import Guard
from arnews.labeling import label
from arnews.outlets.apply import apply_outlet, local_moment
from arnews.outlets.index import OutletIndex
from arnews.outlets.layout import Layout
from arnews.outlets.outlet import Outlet
from arnews.reading import read, read_text
from arnews.reading.text import check_text
from arnews.rules import RuleBook

if TYPE_CHECKING:
    from arnews.many import Parsed, Row

__all__ = ["Parser", "parse", "parse_html", "parse_text"]

_DAYS = ("date_published", "date_modified")
"""The fields that tell when an article was printed."""


def _outlets(outlets: Iterable[Outlet]) -> tuple[Outlet, ...]:
    check_type("outlets", outlets, Iterable)
    return tuple(outlets)


def _book(_: object, __: object, value: RuleBook | None) -> None:
    check_type("book", value, RuleBook, NoneType)


def _fields(fields: Iterable[str] | None) -> tuple[str, ...] | None:
    if fields is None:
        return None
    if isinstance(fields, str):
        raise TypeError("fields must be names of fields or None, not a str")
    check_type("fields", fields, Iterable)
    names = tuple(fields)
    for name in names:
        check_type("fields", name, str)
    check_fields(names)
    return names


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
    name a domain, these take precedence."""
    debug: bool = field(default=False, kw_only=True, validator=_flag)
    """Raise an error inside instead of returning an article with the issue ``internal-error``; the variable
    ``ARNEWS_DEBUG`` of the environment does so for all parsers. For tests: what fails must not be overlooked."""
    trace: bool = field(default=False, kw_only=True, validator=_flag)
    """Let the reason of each segment say what was weighed (`Reason.decision`), for `arnews.explain_line`. Slower."""
    fields: tuple[str, ...] | None = field(default=None, converter=_fields, kw_only=True)
    """The names of the fields that are read (``("headline", "date_published")``), ``None`` for all. The others are
    ``None`` or empty, and ``issues`` and ``evidence`` say nothing of them. ``kind``, ``url``, ``outlet``, ``segments``
    and ``document_text`` are always there. To read two of a page takes a quarter less time than to read all."""
    _index: OutletIndex = field(init=False, eq=False, repr=False)

    @_index.default
    def _arrange(self) -> OutletIndex:
        return OutletIndex(self.outlets)

    @classmethod
    def with_installed(
        cls,
        outlets: Iterable[Outlet] = (),
        *,
        book: RuleBook | None = None,
        debug: bool = False,
        trace: bool = False,
        fields: Iterable[str] | None = None,
    ) -> Parser:
        """Return a parser that knows the outlets of installed plug-ins (entry point group ``arnews.outlets``).

        Where an outlet given here and an installed one name a domain, the one given here takes precedence. Raises
        ConfigurationError with one sentence that names the distribution if a plug-in is broken.

        >>> Parser.with_installed().parse_text("افتتح الوزير أمس المعرض.", url="https://okaz.com.sa/1").outlet
        'عكاظ'
        """
        from arnews.outlets.installed import installed_outlets

        given = _outlets(outlets)
        claimed = {domain for outlet in given for domain in outlet.domains}
        installed = (each.outlet for each in installed_outlets())
        others = (each for each in installed if claimed.isdisjoint(each.domains))
        return cls(book, (*given, *others), debug=debug, trace=trace, fields=fields)

    def parse_text(self, text: str, *, url: str | None = None, fetched_at: dt.datetime | None = None) -> Article:
        """Return the article of a plain text. No text makes it raise.

        ``fetched_at`` is the moment that «منذ ساعتين» counts from.
        Raises `TypeError` if an argument has the wrong type.
        """
        check_text(text)
        return self._parse(text, Form.TEXT, url, fetched_at, None)

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
        return self._parse(page, Form.PAGE, url, fetched_at, encoding)

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
        return self._parse(document, None, url, fetched_at, encoding)

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
        """Parse many documents, lazily and in order. A document that fails raises nothing: its result has an error.

        Args:
            rows: texts, pages, or mappings that hold one. They are read as they are needed.
            text: the key of a mapping under which it has plain text.
            html: the key under which it has a page, which is parsed where there are both.
            url: the key of its address. The keys ``encoding`` and ``fetched_at`` are read, too, if a row has them.
            processes: how many processes do the work. With more than one, a document that kills its process gets
                an error like any other; in a script, the call must then be below ``if __name__ == "__main__":``.
            time_limit: seconds that one document may take.

        Raises:
            ConfigurationError: ``processes`` or ``time_limit`` is too small, or no process can start.

        >>> rows = [{"id": 7, "text": "افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير."}, {"id": 8}]
        >>> [(row["id"], article and article.headline, error) for row, article, error in Parser().parse_many(rows)]
        [(7, 'افتتاح المعرض', None), (8, None, "no 'text' and no 'html' in this row")]
        """
        from arnews.many import Keys, parse_rows

        return parse_rows(self, rows, Keys(text, html, url), processes, time_limit)

    def _parse(
        self,
        content: str | bytes,
        form: Form | None,
        url: str | None,
        fetched_at: dt.datetime | None,
        encoding: str | None,
    ) -> Article:
        """Read, find the outlet, label, read the fields, and add what is known of the outlet."""
        check_type("url", url, str, NoneType)
        check_type("fetched_at", fetched_at, dt.datetime, NoneType)
        check_type("encoding", encoding, str, NoneType)
        guard = Guard(debug=self.debug)
        outlet = self._index.find(url)
        read_with = partial(read, content, url=url, encoding=encoding, form=form)
        document = guard.run("read", None, read_with, select=_selectors(outlet))
        if document is None:
            return _unread(content, url, guard.issues[0])
        unlabeled = article_unlabeled(document)
        if unlabeled is not None:
            return only_fields(unlabeled, self.fields)
        doc, article = self._labeled(document, outlet, None, fetched_at)
        if outlet is None:
            return article
        layout = outlet.layout_of(_day_of(article)) if outlet.layouts else None
        if layout is not None:
            # Only the document says when it was printed, so it is labeled a second time.
            if layout.select:
                document = guard.run("read", document, read_with, select=_selectors(outlet, layout))
            doc, article = self._labeled(document, outlet, layout, fetched_at)
        completed = only_fields(
            guard.run("outlet", article, apply_outlet, article, doc, outlet, only=self.fields), self.fields
        )
        return evolve(completed, issues=(*guard.issues, *completed.issues)) if guard.issues else completed

    def _labeled(
        self, document: Document, outlet: Outlet | None, layout: Layout | None, fetched_at: dt.datetime | None
    ) -> tuple[LabeledDocument, Article]:
        """Return a document with its labels, and its article."""
        book = self.book if outlet is None else self._index.book(outlet, layout, self.book)
        moment = fetched_at if outlet is None else local_moment(fetched_at, outlet)
        doc = label(document, book=book, debug=self.debug, trace=self.trace)
        only = self.fields
        if only is not None and outlet is not None and outlet.layouts:
            only = (*only, *_DAYS)  # the day tells the layout
        return doc, read_article(doc, book=book, fetched_at=moment, only=only, debug=self.debug)


def _selectors(*of: Outlet | Layout | None) -> tuple[tuple[str, str], ...]:
    """Return the CSS selectors of an outlet and its layout, each with a role; those of the layout first."""
    return tuple((css, role.value) for each in reversed(of) if each is not None for role, css in each.select)


def _day_of(article: Article) -> dt.date | None:
    """Return the day on which an article was printed, as far as it is known."""
    dates = (getattr(article, name) for name in _DAYS)
    return next((date.date for date in dates if date is not None and date.date is not None), None)


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


def _unread(content: str | bytes, url: str | None, issue: Issue) -> Article:
    """Return the article of a document that could not be read, a fault of arnews: its source, and nothing else."""
    text = content if isinstance(content, str) else bytes(content).decode("utf-8", errors="replace")
    return evolve(without_article(read_text(text, url=url), issue), document_text=text)
