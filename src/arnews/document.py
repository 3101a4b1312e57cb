"""What passes between the stages: blocks, roles, segments and the labeled document."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple

from attrs import field, frozen

from arnews.page import Page

# A document may have a million blocks and segments, so these two take little time and memory.
__all__ = ["Block", "Document", "LabeledDocument", "Role", "Segment", "make_segment"]


class Role(StrEnum):
    """What the newspaper's own editor would say a piece of the page is.

    The first eleven roles belong to the article and are *kept*; the others are boilerplate.

    >>> Role("body").kept, Role.SHARE.kept
    (True, False)
    """

    HEADLINE = "headline"
    """The title of the main article; a verbatim repeat of it too."""
    KICKER = "kicker"
    """A short line above the headline that belongs to the article (overline)."""
    DECK = "deck"
    """Subtitle, standfirst or summary, visibly set apart from the body."""
    BYLINE = "byline"
    """Author, desk, correspondent or translator, and a line that describes them."""
    TIMESTAMP = "timestamp"
    """A line that gives only a date or time of publication or update, or the site's clock."""
    DATELINE = "dateline"
    """A line of its own that gives only a place or an agency."""
    BODY = "body"
    """Paragraphs, list items, quotations, verses, questions and answers of the article."""
    SUBHEADING = "subheading"
    """A heading inside the body."""
    CAPTION = "caption"
    """Caption or credit of an image or video of the article."""
    CONTRIBUTORS = "contributors"
    """Closing credits, initials and end marks of an agency."""
    NOTE = "note"
    """A correction or an editor's note about this article."""

    MASTHEAD = "masthead"
    """Name, slogan, editor-in-chief of the outlet."""
    SECTION = "section"
    """Name of the section, or breadcrumb, of the article."""
    NAVIGATION = "navigation"
    """Menus, tickers, pagination, search, login, previous and next article."""
    SHARE = "share"
    """Share, print and copy buttons, font size, names of networks as buttons."""
    COMMENTS = "comments"
    """Comment form, count of comments, comments of readers."""
    COUNTER = "counter"
    """Views, reading time, ratings."""
    RELATED_HEADING = "related_heading"
    """The heading of a list of other articles («اقرأ أيضاً»)."""
    RELATED_ITEM = "related_item"
    """Title, summary or date of another article."""
    OTHER_ARTICLE = "other_article"
    """Paragraphs of another article, pasted after the main one."""
    TAGS = "tags"
    """List of keywords, with or without its heading."""
    SOURCE = "source"
    """Where the item was taken from, as a line of its own."""
    DISCLAIMER = "disclaimer"
    """Copyright, liability, notice of translation, legal text."""
    PROMO = "promo"
    """Follow us, join the channel, newsletter, app, subscription."""
    AD = "ad"
    """Advertisement or its label."""
    EMBED = "embed"
    """Text of an embedded post or player, or of a control of a gallery."""
    AUTHOR_BIO = "author_bio"
    """Biography or contact of the author at the end."""
    RESIDUE = "residue"
    """Shortcodes, code, lone punctuation, garbage of encoding, a second copy of the text."""

    @property
    def kept(self) -> bool:
        """Whether the role belongs to the article, as opposed to its surroundings."""
        return self in _KEPT


_KEPT = frozenset(list(Role)[:11])
# In CPython 3.11 `Role.BODY` takes ten times what a name takes, so loops over segments and pieces use names of modules.


class Block(NamedTuple):
    """A run of text that stands by itself: a line of a dump, a block-level run of text in a page. A plain tuple.

    >>> Block(start=0, end=5, text="أخبار").text
    'أخبار'
    """

    start: int
    """Offset of the first code point in the document's text."""
    end: int
    """Offset behind the last code point."""
    text: str
    """The characters ``document.text[start:end]``, white space at the ends not included."""
    element: int = -1
    """Index of the innermost block-level element around it in ``document.page.elements``; -1 in a text."""
    linked: int = 0
    """How many of its code points stand in links."""


@frozen
class Document:
    """A text and its blocks, in reading order. Between two blocks stands only white space.

    >>> import arnews
    >>> [block.text for block in arnews.read_text("عنوان\\n\\nفقرة").blocks]
    ['عنوان', 'فقرة']
    """

    text: str
    """The text as given."""
    blocks: tuple[Block, ...]
    """The blocks, in order and without overlap; they cover every character that is not blank."""
    url: str | None = None
    """Address of the document, if the caller knows it."""
    page: Page | None = None
    """What the page says besides its text; ``None`` for plain text."""
    broken: tuple[str, ...] = ()
    """What is wrong with a text as a whole, one sentence each; for a page see `Page.broken`."""


@frozen(weakref_slot=False)
class Segment:
    """A span of the text with its role and the reason for it.

    >>> Segment(start=0, end=11, role=Role.SHARE, text="شارك المقال", rule="share/article").role.kept
    False
    """

    start: int
    """Offset of the first code point in the document's text."""
    end: int
    """Offset behind the last code point."""
    role: Role
    """What the span is."""
    text: str
    """The characters of the span."""
    rule: str
    """Name of the rule (``share/article``) or of the structural step (``together.tail-list``)."""


class _Draft:
    """A segment while it is written, with the slots of one."""

    __slots__ = ("end", "role", "rule", "start", "text")


def make_segment(start: int, end: int, role: Role, text: str, rule: str) -> Segment:
    """Return a segment, in a third of the time that a frozen class takes to be made: a page has hundreds.

    >>> make_segment(0, 5, Role.BODY, "أخبار", "body.prose") == Segment(0, 5, Role.BODY, "أخبار", "body.prose")
    True
    """
    made: Any = _Draft()
    made.start = start
    made.end = end
    made.role = role
    made.text = text
    made.rule = rule
    made.__class__ = Segment
    segment: Segment = made
    return segment


@frozen
class LabeledDocument:
    """A document whose every character that is not blank belongs to one segment.

    >>> import arnews
    >>> labeled = arnews.label(arnews.read_text("شارك المقال"))
    >>> [segment.text for segment in labeled[Role.SHARE]]
    ['شارك المقال']
    """

    document: Document
    """The document that was labeled."""
    segments: tuple[Segment, ...]
    """The segments, in order, without overlap."""
    failure: str | None = None
    """The sentence that says how labeling failed, a fault of arnews; then every block is body, whatever it is."""
    _by_role: dict[Role, tuple[Segment, ...]] = field(init=False, factory=dict, eq=False, repr=False)
    """Those of each role, filled when the first are asked for: the fields ask for some of them many times."""

    def __getitem__(self, role: Role) -> tuple[Segment, ...]:
        """Return the segments of one role, in order."""
        if not self._by_role and self.segments:
            found: dict[Role, list[Segment]] = {}
            for segment in self.segments:
                found.setdefault(segment.role, []).append(segment)
            self._by_role.update({role: tuple(segments) for role, segments in found.items()})
        return self._by_role.get(role, ())
