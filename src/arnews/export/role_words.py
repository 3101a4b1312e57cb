"""The roles in words. The Arabic ones stand in ``data/explain.toml``, beside the other words of the page."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from arnews.export.reasons import Language

__all__ = ["page_words", "role_in_words"]


def role_in_words(role: str, language: Language) -> str:
    """Return a role as a reader is told it: in English by its value.

    >>> role_in_words("body", "en"), role_in_words("body", "ar")
    ('body', 'متن')
    """
    return role if language == "en" else page_words()["roles"].get(role, role)


@cache
def page_words() -> dict[str, dict[str, str]]:
    """Return what the page of the x-ray says in Arabic, read once a process.

    >>> page_words()["roles"]["body"]
    'متن'
    """
    words = (resources.files("arnews.export") / "data" / "explain.toml").read_text(encoding="utf-8")
    return tomllib.loads(words)
