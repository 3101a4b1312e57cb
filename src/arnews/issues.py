"""Doubts about a document, as data: what an issue is, and every code that one can have."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

__all__ = ["Issue", "IssueCode"]


class IssueCode(StrEnum):
    """The kind of an issue. A code equals its name, and is written as that in records and tables.

    >>> import arnews
    >>> [issue.code for issue in arnews.parse_text("").issues]
    ['empty']
    >>> IssueCode("empty") is IssueCode.EMPTY
    True
    """

    # What kept arnews from reading an article.
    EMPTY = "empty"
    """The document has no text."""
    NO_BODY = "no-body"
    """The document has text, but no paragraph of an article was found in it."""
    ERROR_PAGE = "error-page"
    """The page is an error message of a server or site («404», «الصفحة غير موجودة»)."""
    MOJIBAKE = "mojibake"
    """The text, or one paragraph (then the issue has offsets), is Arabic that was decoded with the wrong encoding."""
    VISUAL_ORDER = "visual-order"
    """The letters are stored from left to right, as some PDF tools write them; no word can be read."""
    INTERNAL_ERROR = "internal-error"
    """A step of arnews failed. This is a bug: the message names the step; the rest of the article is as usual."""

    FOREIGN = "foreign"
    """The bytes are not those of a text or page (a PDF, an archive, an image); nothing was read."""

    # What is damaged in the input.
    UNDECODABLE = "undecodable"
    """Bytes that are not valid in the encoding were replaced by U+FFFD."""
    TOO_LONG = "too-long"
    """The text has more than 25,000 lines; the rest was read as one block."""
    BROKEN_PAGE = "broken-page"
    """The page has a charset that it is not written in, or more elements than are read."""
    BROKEN_METADATA = "broken-metadata"
    """A part of the metadata (JSON-LD, mostly) could not be read."""
    STATED_ONLY = "stated-only"
    """A script fills the page; the body was taken from its metadata."""

    # What contradicts.
    NOT_ARABIC = "not-arabic"
    """The text is in another language that is written in Arabic letters (Persian, Urdu, Kurdish…)."""
    TITLE_CONFLICT = "title-conflict"
    """The printed headline and the titles of the metadata have no word in common."""
    DATE_CONFLICT = "date-conflict"
    """The printed date of publication and that of the metadata are different days."""
    DATE_IN_FUTURE = "date-in-future"
    """A date is later than the moment the document was fetched (``fetched_at``)."""
    MODIFIED_BEFORE_PUBLISHED = "modified-before-published"
    """The date of the last update is earlier than the date of publication."""
    FOREIGN_CANONICAL = "foreign-canonical"
    """The canonical address belongs to another site; `Article.canonical_url` is ``None``."""
    FRONT_PAGE_CANONICAL = "front-page-canonical"
    """The canonical address is a front page; `Article.canonical_url` is ``None``."""
    READER = "reader"
    """A reader of the outlet (`arnews.Readers`) raised an error or returned a wrong type, and was passed over."""

    def __repr__(self) -> str:
        return repr(self.value)


def _code(code: str) -> IssueCode:
    return IssueCode(code)


@frozen
class Issue:
    """A doubt about a document or a field: data, never an exception.

    >>> Issue(code="mojibake", message="the text looks like windows-1256 read as UTF-8").code
    'mojibake'

    Raises:
        ValueError: the code is not in `IssueCode`.
    """

    code: IssueCode = field(converter=_code)
    """The kind of doubt."""
    message: str
    """One sentence in English that says what was seen."""
    start: int | None = None
    """Start of the place in `Article.document_text`, in code points; ``None`` if the issue has no place."""
    end: int | None = None
    """End of the place (exclusive), in code points."""
