"""The explanation: why each line of a document is kept or dropped, for a terminal and as a page.

The views are imported when they are called: most programs that import arnews never look at one.
"""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING

from arnews.article import Article
from arnews.errors import ConfigurationError, check_type
from arnews.printing import shown

if TYPE_CHECKING:
    from arnews.export.reasons import Language

__all__ = ["explain_html", "explain_line", "explain_text"]


def explain_text(
    article: Article,
    *,
    color: bool = True,
    width: int | None = None,
    brief: bool = False,
    language: Language = "en",
) -> str:
    """Return the article as lines of text: each segment with its role, the name of its reason and its characters.

    Kept segments begin with ``+``, dropped ones with ``-``. The meaning of each reason, the fields (each with where it
    was read and why, unless the view is brief), and how much was kept come after the segments. If the parser had
    ``trace=True``, the facts that decided most are in brackets below each line that the model decided, unless the view
    is brief. Control characters are shown as ``·``, so that no document can control the terminal.

    Args:
        article: what a parser returned.
        color: whether roles are colored (ANSI escapes).
        width: columns after which long text is wrapped; ``None`` leaves a segment on one line.
        brief: whether long text is cut after ``width`` columns (100 if it is ``None``) instead, a run of segments
            that one rule dropped (a menu, say) is one line with their number, and of a field with many values the
            first three are printed.
        language: whether the reasons are told in English (``en``) or Arabic (``ar``).

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: the language is another one.

    >>> import arnews
    >>> print(explain_text(arnews.parse_text("شارك المقال"), color=False))
    - share  share/heading  شارك المقال
    <BLANKLINE>
    why:
      share/heading  The heading of a bar of share buttons.
    <BLANKLINE>
    issues: no-body: no paragraph of an article was found
    <BLANKLINE>
    kept 0 of 1 segments, 0 of 11 characters
    """
    check_type("article", article, Article)
    check_type("color", color, bool)
    check_type("width", width, int, NoneType)
    check_type("brief", brief, bool)
    _check_language(language)
    from arnews.export.terminal import view_of

    return view_of(article, color=color, width=width, brief=brief, language=language)


def explain_html(article: Article, text: str | None = None, *, language: Language = "ar") -> str:
    """Return a self-contained page that shows each segment, its role and the reason for it.

    No script, no external resource; everything that comes from the document is escaped. Kept and dropped segments
    differ in mark and line, not only in color. A run of dropped segments of one role (a menu, say) and the rest of a
    long field are folded, and unfold at a click. Pointing at a field shows the line it came from.

    Args:
        article: what a parser returned.
        text: the text that was parsed. ``None`` takes `Article.document_text`.
        language: the language of the page, Arabic (``ar``, from right to left) or English (``en``).

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: the segments of the article are not in the text, or there is no text; or the language is neither
            Arabic nor English.

    >>> import arnews
    >>> page = explain_html(arnews.parse_text("شارك المقال"), "شارك المقال", language="en")
    >>> page.startswith("<!DOCTYPE html>"), "share/heading" in page, "The heading of a bar of share buttons." in page
    (True, True, True)
    >>> "افتتاح المعرض" in explain_html(arnews.parse_html("<h1>افتتاح المعرض</h1>"))
    True
    """
    check_type("article", article, Article)
    check_type("text", text, str, NoneType)
    _check_language(language)
    from arnews.export.page import page_of

    return page_of(article, text, language)


def explain_line(article: Article, line: int | str, *, language: Language = "en") -> str:
    """Return as lines of text why one line of an article has its role.

    That is: the evidence of rules and structure, the weights of its facts and of its neighbors for its role and for the
    best other one, and the facts that speak most for each, in words. The best other role is that of the best sequence
    of roles of the whole text in which the line has another role. Weights are in hundredths.

    Args:
        article: what a parser with ``trace=True`` returned.
        line: the number of a segment, counted from 1, or the words with which one begins, as far as they are letters.
        language: whether it is told in English (``en``) or Arabic (``ar``).

    Raises:
        TypeError: an argument has the wrong type.
        ValueError: there is no such line; the parser did not trace; the language is another one.

    >>> import arnews
    >>> text = "افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nشارك المقال"
    >>> article = arnews.Parser(trace=True).parse_text(text)
    >>> explain_line(article, "شارك").splitlines()[:5]
    ['line 3 of 3: «شارك المقال»', 'share  share/heading  The heading of a bar of share buttons.', '', 'evidence:', \
'  for certain share  share/heading  The heading of a bar of share buttons.']
    >>> article.segments[0].reason.decision.margin > 0
    True
    """
    check_type("article", article, Article)
    check_type("line", line, int, str)
    _check_language(language)
    from arnews.export.line_why import line_view

    return line_view(article, line, language)


def _check_language(language: object) -> None:
    """Raise if reasons are not told in a language."""
    check_type("language", language, str)
    if language not in ("ar", "en"):
        raise ConfigurationError(f"language must be 'ar' or 'en', not {shown(language)!r}")
