"""Headline, kicker and description."""

from __future__ import annotations

from arnews.document import LabeledDocument
from arnews.fields.pages.title import title_from_metadata, without_site
from arnews.roles import Role
from arnews.text.fold import squeeze

__all__ = ["read_description", "read_headline", "read_kicker"]

_HEADLINE = Role.HEADLINE


def read_headline(doc: LabeledDocument) -> str | None:
    """Return the title as printed, its lines joined by a space; a second copy of it does not count.

    Where no line of a page was found to be its title, that of the metadata counts, without the name of the site, if
    its words are those of the body.

    >>> import arnews
    >>> read_headline(arnews.label(arnews.read_text("افتتاح المعرض الدولي للكتاب\\n12 شباط 2024")))
    'افتتاح المعرض الدولي للكتاب'
    """
    lines: list[str] = []
    keys: set[str] = set()
    for index, segment in enumerate(doc.segments if doc[Role.HEADLINE] else ()):
        if segment.role is not _HEADLINE:
            continue
        key = squeeze(segment.text)
        follows = index > 0 and doc.segments[index - 1].role is _HEADLINE
        if key in keys or (lines and not follows):
            continue
        keys.add(key)
        lines.append(_spaced(segment.text))
    return without_site(" ".join(lines), doc) if lines else title_from_metadata(doc)


def read_kicker(doc: LabeledDocument) -> str | None:
    """Return the line above the title.

    >>> import arnews
    >>> read_kicker(arnews.label(arnews.read_text("فقرة واحدة لا عنوان فوقها، وتنتهي بنقطة كما تنتهي الفقرات.")))
    """
    return " ".join(_spaced(segment.text) for segment in doc[Role.KICKER]) or None


def _spaced(text: str) -> str:
    """Return a line with one plain space wherever blanks of any width part its words."""
    return " ".join(text.split())


def read_description(doc: LabeledDocument) -> str | None:
    """Return the deck, its lines joined by line feeds; summaries that only the metadata of a page have do not count.

    >>> import arnews
    >>> read_description(arnews.label(arnews.read_text("")))
    """
    return "\n".join(segment.text for segment in doc[Role.DECK]) or None
