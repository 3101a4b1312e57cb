"""Language of the text, and whether the document says that it was translated."""

from __future__ import annotations

import re

from arnews.document import LabeledDocument, Role
from arnews.text.letters import ARABIC

__all__ = ["read_is_translated", "read_language"]

_ARABIC = re.compile(f"[{ARABIC}]")
_LATIN = re.compile("[A-Za-z]")
_SAMPLE = 150
_FEWEST = 20
_TRANSLATION = "translat"


def read_language(text: str) -> str | None:
    """Return ``ar`` if most letters of the text are Arabic; ``None`` if not, or if there are too few to tell.

    >>> read_language("افتتح الوزير أمس معرض الكتاب في القاهرة"), read_language("Hello")
    ('ar', None)
    """
    sample = text[:_SAMPLE]
    arabic = len(_ARABIC.findall(sample))
    return "ar" if arabic >= _FEWEST and arabic > len(_LATIN.findall(sample)) else None


def read_is_translated(doc: LabeledDocument) -> bool | None:
    """Return ``True`` if a notice says that the text was translated, else ``None``.

    >>> import arnews
    >>> read_is_translated(arnews.label(arnews.read_text(""))) is None
    True
    """
    roles = (Role.DISCLAIMER, Role.NOTE, Role.SOURCE)
    said = any(_TRANSLATION in segment.rule for role in roles for segment in doc[role])
    return True if said else None
