"""What holds for every web page, as functions: each raises `AssertionError` with a sentence that says what is broken.

They take a `Parser`, so that a parser with outlets of your own can be held to the same laws:

>>> from arnews.testing import page_laws
>>> page = "<h1>افتتاح المعرض الدولي</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"
>>> article = page_laws.check_total(page)
>>> page_laws.check_partition(article)
>>> page_laws.check_nothing_invented(article, page)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from attrs import frozen

from arnews.article import Article
from arnews.page import PageMetadata
from arnews.parser import Parser
from arnews.reading.html import read_html
from arnews.testing import laws, timing
from arnews.text.fold import words
from arnews.text.references import unescape

__all__ = [
    "PageParser",
    "check_deterministic",
    "check_linear",
    "check_nothing_invented",
    "check_partition",
    "check_same_as_text",
    "check_surroundings",
    "check_total",
]

_DEFAULT = Parser()
_SHOWN = 60


class PageParser(Protocol):
    """What a law is about: anything that gives an article for a page, such as a `Parser`."""

    def parse_html(self, page: str | bytes, /) -> Article:
        """Return the article of a page."""


@frozen
class _Pages:
    """A parser of pages where a law wants one of texts."""

    parser: PageParser

    def parse_text(self, text: str, /) -> Article:
        return self.parser.parse_html(text)


def check_total(page: str | bytes, parser: PageParser | None = None) -> Article:
    """Any page gives an Article, whatever its characters or bytes. Return it.

    >>> check_total(b"\\xff<\\x00").body
    ''
    """
    try:
        article = (parser or _DEFAULT).parse_html(page)
    except Exception as error:
        raise AssertionError(f"parsing raised {type(error).__name__}: {error}") from error
    assert isinstance(article, Article), f"parsing returned {type(article).__name__}, not an Article"
    assert article.document_text is not None, "the article of a page has no text that offsets count in"
    laws.check_no_failure(article)
    return article


def check_partition(article: Article) -> None:
    """Segments are in order, do not overlap, and cover every character of the page's text that is not white space.

    >>> check_partition(Article(document_text="شارك"))
    Traceback (most recent call last):
        ...
    AssertionError: no segment holds the characters 0:4, «شارك»
    """
    assert article.document_text is not None, "the article of a page has no text that offsets count in"
    laws.check_partition(article, article.document_text)


def check_nothing_invented(article: Article, page: str | bytes) -> None:
    """The words of every text field are in the text of the page, or in its metadata; the body in its text.

    Of a page that prints no article (the issue ``stated-only``) the body is in what its metadata state as its text.

    >>> check_nothing_invented(Article(headline="لم يكتب"), "<p>كتب</p>")
    Traceback (most recent call last):
        ...
    AssertionError: headline: the words of «لم يكتب» are not in the document
    """
    document = read_html(page)
    assert document.page is not None
    addresses = [link.href for link in document.page.links]
    if article.source is not None and article.source.url is not None:
        # It is resolved against the page; what is left of it is there as written.
        addresses = [article.source.url] * any(article.source.url.endswith(each.lstrip("./")) for each in addresses)
    stated = [*_stated(document.page.metadata)]
    text = document.text
    if any(issue.code == "stated-only" for issue in article.issues):
        text = article.document_text or ""
        _check_stated(text, document.text, [*stated, document.page.metadata.body or ""])
    laws.check_nothing_invented(article, text, [*stated, *addresses])


def _check_stated(whole: str, printed: str, stated: Sequence[str]) -> None:
    """What a text has after what the page prints are lines that metadata state, with or without tags."""
    assert whole.startswith(printed), "the text of the article does not begin with the text of the page"
    told = [words(read) for value in stated for read in (unescape(value), read_html(value).text)]
    for line in whole[len(printed) :].splitlines():
        found = any(all(word in rest for word in words(line)) for rest in map(iter, told))
        assert found, f"the page prints no article, and no metadata state «{line[:_SHOWN]}»"


def check_deterministic(
    pages: Sequence[str], parser: PageParser | None = None, *, seeds: Sequence[int] = (1, 2)
) -> None:
    """Another process with another hash seed gives equal results, and so does parsing in another order.

    Starts one process for each seed, so give it many pages at a time.
    """
    laws.check_deterministic(pages, _Pages(parser or _DEFAULT), seeds=seeds)


def check_linear(
    write: Callable[[int], str], parser: PageParser | None = None, *, most: float = 2.3, least: float = 0.02
) -> None:
    """Doubling a page at most multiplies the processor time of parsing by ``most``; see `laws.check_linear`.

    >>> check_linear(lambda n: "<p>وقال الوزير إن المشروع يبدأ غدا.</p>" * n)
    """
    timing.check_linear(write, _Pages(parser or _DEFAULT), most=most, least=least)


def check_surroundings(page: str, surrounded: str, parser: PageParser | None = None) -> None:
    """More navigation around a page changes no field but ``related``, and no paragraph.

    Args:
        page: the page.
        surrounded: the same page with menus and lists of other articles around it, see `arnews.testing.surround`.
        parser: the parser that is held to the law.

    >>> title = "افتتاح المعرض الدولي للكتاب"
    >>> page = f"<title>{title}</title><h1>{title}</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."
    >>> check_surroundings(page, f"<nav><a href=/>رياضة</a></nav>{page}")
    """
    parse = (parser or _DEFAULT).parse_html
    laws.check_fields(parse(page), parse(surrounded), "with more navigation around it")


def check_same_as_text(page: str | bytes, parser: Parser | None = None) -> None:
    """The body of a page is that of the plain text that the page is read as.

    It holds where words alone tell the article from what is around it.

    >>> check_same_as_text("<p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p><p>شارك المقال</p>")
    """
    parser = parser or _DEFAULT
    article = parser.parse_html(page)
    of_page, of_text = article.paragraphs, parser.parse_text(article.document_text or "").paragraphs
    assert of_page == of_text, (
        f"the page has «{_only(of_page, of_text)}», its text has «{_only(of_text, of_page)}» in the body"
    )


def _only(own: Sequence[str], other: Sequence[str]) -> str:
    return " / ".join(paragraph[:_SHOWN] for paragraph in own if paragraph not in other)


def _stated(metadata: PageMetadata) -> Iterator[str]:
    """Yield the texts that metadata state."""
    for values in (
        metadata.titles,
        metadata.descriptions,
        metadata.authors,
        metadata.published,
        metadata.modified,
        metadata.sections,
        metadata.breadcrumbs,
        metadata.keywords,
        metadata.site_names,
    ):
        yield from (value.value for value in values)
