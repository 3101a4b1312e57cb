"""The words of the views in Arabic and English: roles, fields, the page itself. They are in ``data/explain.toml``."""

from __future__ import annotations

from functools import cache

from arnews.data_files import read_toml
from arnews.export.reasons import Language

__all__ = ["page_words", "role_in_words"]


def role_in_words(role: str, language: Language) -> str:
    """Return a role as a reader is told it: in English by its value.

    >>> role_in_words("body", "en"), role_in_words("body", "ar")
    ('body', 'متن')
    """
    return role if language == "en" else page_words(language)["roles"].get(role, role)


def page_words(language: Language) -> dict[str, dict[str, str]]:
    """Return what the page of the explanation says in a language, by table: ``page``, ``roles`` and ``fields``.

    >>> page_words("ar")["roles"]["body"], page_words("en")["fields"]["date_published"]
    ('متن', 'Published')
    """
    return _words()[language]


@cache
def _words() -> dict[str, dict[str, dict[str, str]]]:
    """Return the words by language, read once a process."""
    return read_toml("export/data/explain.toml")
