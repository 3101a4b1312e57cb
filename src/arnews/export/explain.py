"""The x-ray: why each line of a document is kept or dropped, for a terminal and as a page.

The views are imported when they are called: most programs that import arnews never look at one.
"""

from __future__ import annotations

from types import NoneType

from arnews.article import Article
from arnews.errors import check_type

__all__ = ["explain_html", "explain_text"]


def explain_text(article: Article, *, color: bool = True, width: int | None = None, brief: bool = False) -> str:
    """Return the article as lines of text: each segment with its role, its rule and its characters.

    Kept segments begin with ``+``, dropped ones with ``-``. The fields follow, and how much was kept.
    Control characters are shown as ``·``, so that no document can drive the terminal.
    A page explains itself like a text; the offsets of its segments count in `Article.document_text`.

    Args:
        article: what a parser returned.
        color: whether roles are colored (ANSI escapes).
        width: columns after which long text is wrapped; ``None`` leaves a segment on one line.
        brief: whether long text is cut after ``width`` columns (100 if it is ``None``) instead, and a run of
            segments that one rule dropped (a menu, say) stands on one line with their number.

    >>> from arnews.document import Role, Segment
    >>> share = Segment(start=0, end=11, role=Role.SHARE, text="شارك المقال", rule="share/article")
    >>> print(explain_text(Article(segments=(share,)), color=False))
    - share  share/article  شارك المقال
    <BLANKLINE>
    kept 0 of 1 segments, 0 of 11 characters
    """
    check_type("article", article, Article)
    check_type("color", color, bool)
    check_type("width", width, int, NoneType)
    check_type("brief", brief, bool)
    from arnews.export.terminal import view_of

    return view_of(article, color=color, width=width, brief=brief)


def explain_html(article: Article, text: str | None = None) -> str:
    """Return a self-contained right-to-left page that shows each segment, its role and its rule.

    No script, no external resource; everything that comes from the document is escaped. Kept and dropped
    segments differ in mark and line, not only in color. A run of dropped segments of one role (a menu, say) is
    folded, and unfolds at a click.

    Args:
        article: what a parser returned.
        text: the text that was parsed, which tells where lines end. An article of a web page brings its own.

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: the segments of the article do not stand in the text, or there is none.

    >>> from arnews.document import Role, Segment
    >>> share = Segment(start=0, end=11, role=Role.SHARE, text="شارك المقال", rule="share/article")
    >>> page = explain_html(Article(segments=(share,)), "شارك المقال")
    >>> page.startswith("<!DOCTYPE html>"), "share/article" in page
    (True, True)
    >>> import arnews
    >>> "افتتاح المعرض" in explain_html(arnews.parse_html("<h1>افتتاح المعرض</h1>"))
    True
    """
    check_type("article", article, Article)
    check_type("text", text, str, NoneType)
    from arnews.export.page import page_of

    return page_of(article, text)
