"""An article as Markdown: title, deck, who and when, and the body with its subheadings."""

from __future__ import annotations

import re

from arnews.article import Article
from arnews.roles import Role

__all__ = ["to_markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>])")
_LINE_START = re.compile(r"\A(\s*+)(#{1,6}(?=\s)|[-+](?=\s)|\d{1,9}(?=[.)]\s)|=+$|~{3,}|\|)")


def to_markdown(article: Article) -> str:
    """Return the article as Markdown that shows its characters as they are: what Markdown would read is escaped.

    >>> print(to_markdown(Article(headline="افتتاح *المعرض*", paragraphs=("افتتح الوزير أمس المعرض.",))))
    # افتتاح \\*المعرض\\*
    <BLANKLINE>
    افتتح الوزير أمس المعرض.
    <BLANKLINE>
    """
    headings = {segment.text for segment in article.segments if segment.role is Role.SUBHEADING}
    date = article.date_published.isoformat() if article.date_published else ""
    places = article.dateline.places + article.dateline.agencies if article.dateline else ()
    credit = " · ".join(filter(None, ("، ".join(author.name for author in article.authors), *places, date)))
    parts = [
        article.kicker and f"**{_escape(article.kicker)}**",
        article.headline and f"# {_escape(article.headline)}",
        article.description and f"*{_escape(article.description)}*",
        _escape(credit),
        *(f"## {_escape(each)}" if each in headings else _escape(each) for each in article.paragraphs),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _escape(text: str) -> str:
    joined = " ".join(text.splitlines())
    return _LINE_START.sub(lambda found: f"{found[1]}{_escaped_start(found[2])}", _SPECIAL.sub(r"\\\1", joined))


def _escaped_start(mark: str) -> str:
    """Return a mark that opens a heading, a list or a rule so that it does not; a number by its full stop."""
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
