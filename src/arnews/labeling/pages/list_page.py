"""Whether a page is a list of articles: a front page, a section, a search. A few facts, weighed by trained weights."""

from __future__ import annotations

import json
from functools import lru_cache

from arnews.data_files import read_text
from arnews.document import Document
from arnews.labeling.pages.article_range import ArticleRange
from arnews.labeling.pages.list_facts import PageFacts, facts_of, late_facts
from arnews.labeling.pages.text_density import Outline

__all__ = ["is_list", "reasons_of"]


def is_list(document: Document, outline: Outline, article: ArticleRange) -> bool:
    """Tell whether a page is a list of articles, by how it is built and by what it says to be.

    >>> import arnews
    >>> from arnews.labeling.pages.text_density import outline_of
    >>> from arnews.labeling.pages.article_range import find_article_range
    >>> page = arnews.read_html("<h1>افتتاح المعرض الدولي في العاصمة</h1><p>" + "افتتح الوزير المعرض أمس. " * 9)
    >>> outline = outline_of(page)
    >>> is_list(page, outline, find_article_range(page, outline, 0, 0))
    False
    """
    facts = facts_of(document, outline, article)
    score = sum(reasons_of(facts).values())
    # What takes the longest to see is looked for where it can turn the scale: rows of posts speak for a list,
    # a text that repeats its title for an article.
    weights = _weights()
    if score + weights["series"] + weights["linked_series"] <= 0:
        return False
    if score + weights["echo"] > 0:
        return True
    return sum(reasons_of(late_facts(document, outline, article, facts)).values()) > 0


def reasons_of(facts: PageFacts) -> dict[str, float]:
    """Return how much each fact speaks for a list, in logits; below 0 it speaks for an article.

    >>> reasons_of(PageFacts(*[0.0] * 22))["items"] == 0
    True
    """
    weights = _weights()
    return {"bias": weights["bias"]} | {
        name: weights[name] * value for name, value in zip(PageFacts._fields, facts, strict=True)
    }


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """Return the trained weight of each fact, read once a process; ``training/lists.py`` writes them."""
    weights: dict[str, float] = json.loads(read_text("labeling/data/list_weights.json"))
    return weights
