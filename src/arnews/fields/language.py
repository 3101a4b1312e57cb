"""Language of the text, and whether the document says that it was translated."""

from __future__ import annotations

import re

from arnews.document import LabeledDocument
from arnews.fields.said import said
from arnews.roles import Role
from arnews.rules import Means, RuleBook
from arnews.text.letters import ARABIC

__all__ = ["read_is_translated", "read_language"]

_ARABIC = re.compile(f"[{ARABIC}]")
_LATIN = re.compile("[A-Za-z]")
_SAMPLE = 150
_FEWEST = 20
_NOTICES = (Role.DISCLAIMER, Role.NOTE, Role.SOURCE)
"""Roles of the lines that say where a text comes from."""


def read_language(text: str) -> str | None:
    """Return ``ar`` if most letters of the text are Arabic; ``None`` if not, or if there are too few to tell.

    >>> read_language("افتتح الوزير أمس معرض الكتاب في القاهرة"), read_language("Hello")
    ('ar', None)
    """
    sample = text[:_SAMPLE]
    arabic = len(_ARABIC.findall(sample))
    return "ar" if arabic >= _FEWEST and arabic > len(_LATIN.findall(sample)) else None


def read_is_translated(doc: LabeledDocument, *, book: RuleBook | None = None) -> bool | None:
    """Return ``True`` if a notice says that the text was translated, else ``None``.

    >>> import arnews
    >>> text = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\\nتمت ترجمة هذا التقرير آلياً"
    >>> read_is_translated(arnews.label(arnews.read_text(text)))
    True
    """
    book = book or RuleBook.shipped()
    notices = [segment for role in _NOTICES for segment in doc[role]]
    translated = any(
        segment.reason.means is Means.TRANSLATED or said(segment, Means.TRANSLATED, book) is not None
        for segment in notices
    )
    return True if translated else None
