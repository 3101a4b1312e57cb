"""Roles: what a piece of a page can be, and the families of roles that are asked for together."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ARTICLE", "LISTED", "MARKERS", "OTHERS", "SIGNED", "TEXT", "Role"]


class Role(StrEnum):
    """What the newspaper's own editor would say a piece of the page is.

    The roles of the family ``ARTICLE`` belong to the article and are *kept*; the others are boilerplate.

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
        return self in ARTICLE


ARTICLE = frozenset(
    {
        Role.HEADLINE,
        Role.KICKER,
        Role.DECK,
        Role.BYLINE,
        Role.TIMESTAMP,
        Role.DATELINE,
        Role.BODY,
        Role.SUBHEADING,
        Role.CAPTION,
        Role.CONTRIBUTORS,
        Role.NOTE,
    }
)
"""What belongs to the article and is kept."""
TEXT = frozenset({Role.BODY, Role.SUBHEADING})
"""The text of the article: paragraphs and the headings inside it."""
MARKERS = frozenset({Role.TIMESTAMP, Role.BYLINE, Role.DATELINE})
"""What newspapers print between the title and the text: day, name and place."""
SIGNED = frozenset({Role.BYLINE, Role.AUTHOR_BIO})
"""Lines that name the author: above the text, or in a box below it."""
LISTED = frozenset({Role.RELATED_HEADING, Role.RELATED_ITEM})
"""A list of other articles: its heading and its items."""
OTHERS = frozenset({Role.RELATED_ITEM, Role.OTHER_ARTICLE})
"""Titles and texts of other articles."""
# In CPython 3.11 `Role.BODY` takes ten times what a name takes, so loops over segments and pieces use names of modules.
