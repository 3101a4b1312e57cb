"""Words of the language, as opposed to phrases of newspapers, that the labeler looks at."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from arnews.data_files import read_toml
from arnews.text.fold import fold

__all__ = ["Words", "load_words"]


@frozen
class Words:
    """Folded words by what they tell.

    >>> "في" in load_words().prepositions
    True
    """

    prepositions: frozenset[str]
    """Words that begin a line which depends on its neighbor."""
    before_names: frozenset[str]
    """Kinds of places that a name follows."""
    before_dates: frozenset[str]
    """Words after which a date is a part of the title."""
    caption_starts: frozenset[str]
    """Words that begin a caption."""
    picture_agencies: frozenset[str]
    """Names of those who sell photos, besides the agencies."""
    home: frozenset[str]
    """Names of the front page."""
    rights: frozenset[str]
    """Words of a notice of rights."""
    sentence_openers: frozenset[str]
    """Words with which a report goes on."""
    noun_prefixes: frozenset[str]
    """Particles and the article in front of a noun."""


@lru_cache(maxsize=1)
def load_words() -> Words:
    """Return the words, read once a process.

    >>> len(load_words().caption_starts) > 3
    True
    """
    data = read_toml("labeling/data/words.toml")
    return Words(**{name: frozenset(fold(word) for word in words) for name, words in data.items()})
