"""The explanation of an article as a notebook shows it."""

from __future__ import annotations

import html

from arnews.article import Article
from arnews.export.explain import explain_html

__all__ = ["frame_of"]

_HEIGHT = 600
"""Height of the frame, in CSS pixels: a page of text and its fields, and less than a screen."""


def frame_of(article: Article) -> str:
    """Return an ``iframe`` that holds the page of `arnews.explain_html`: no script, no style of the notebook.

    An article without its text (`Article.document_text`) is shown by its segments alone.

    >>> import arnews
    >>> frame_of(arnews.parse_text("شارك المقال"))[:27]
    '<iframe sandbox srcdoc="&lt'
    """
    page = explain_html(article, _text_of(article))
    style = f"width: 100%; height: {_HEIGHT}px; border: 0"
    return f'<iframe sandbox srcdoc="{html.escape(page)}" style="{style}" title="arnews"></iframe>'


def _text_of(article: Article) -> str:
    """Return the text; of an article that has none, its segments with the blanks between them."""
    if article.document_text is not None:
        return article.document_text
    end, parts = 0, []
    for segment in article.segments:
        parts += ["\n" * (segment.start - end), segment.text]
        end = segment.end
    return "".join(parts)
