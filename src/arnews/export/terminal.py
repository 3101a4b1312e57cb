"""The x-ray for a terminal: every segment with its role and the rule that gave it."""

from __future__ import annotations

import re
import textwrap

from arnews.article import Article
from arnews.document import Role, Segment
from arnews.export.summary import known_fields
from arnews.text.letters import BIDI

__all__ = ["printable", "view_of"]

# What a terminal would obey instead of printing, and what cannot be encoded: a document must not be able
# to move the cursor. Direction controls could reorder the columns; they print nothing and are left out.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DIRECTION = re.compile(f"[{BIDI}]")
_BREAKS = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")

_RESET = "\x1b[0m"
_DIM = "\x1b[2m"
_BOLD = "\x1b[1m"
_TITLE, _PEOPLE, _TEXT, _PLACE, _POINTER, _CHROME, _NOISE = (f"\x1b[{code}m" for code in (36, 34, 32, 35, 33, 31, 90))
_COLORS = {
    **dict.fromkeys((Role.HEADLINE, Role.KICKER, Role.DECK, Role.SUBHEADING), _TITLE),
    **dict.fromkeys((Role.BYLINE, Role.CONTRIBUTORS, Role.AUTHOR_BIO), _PEOPLE),
    **dict.fromkeys((Role.BODY, Role.NOTE, Role.CAPTION), _TEXT),
    **dict.fromkeys((Role.TIMESTAMP, Role.DATELINE, Role.SOURCE, Role.MASTHEAD, Role.SECTION), _PLACE),
    **dict.fromkeys((Role.RELATED_HEADING, Role.RELATED_ITEM, Role.OTHER_ARTICLE, Role.TAGS), _POINTER),
    **dict.fromkeys((Role.RESIDUE, Role.DISCLAIMER, Role.COUNTER), _NOISE),
}


def view_of(article: Article, *, color: bool, width: int | None) -> str:
    """Return the view; see `arnews.explain_text`."""
    role_width = max((len(segment.role) for segment in article.segments), default=0)
    rule_width = max((len(segment.rule) for segment in article.segments), default=0)
    lines = [_line(segment, role_width, rule_width, color=color, width=width) for segment in article.segments]
    fields = [line for field in known_fields(article) for line in _field(field.name, field.values, color=color)]
    return "\n".join([*lines, *([""] if lines else []), *fields, *([""] if fields else []), _totals(article)])


def _line(segment: Segment, role_width: int, rule_width: int, *, color: bool, width: int | None) -> str:
    mark = "+" if segment.role.kept else "-"
    columns = f"{mark} {segment.role:<{role_width}}  {segment.rule:<{rule_width}}  "
    text = printable(segment.text)
    if width is not None:
        room = max(width - len(columns), 20)
        text = ("\n" + " " * len(columns)).join(textwrap.wrap(text, room, break_on_hyphens=False) or [""])
    if not color:
        return f"{columns}{text}".rstrip()
    paint = _COLORS.get(segment.role, _CHROME)
    body = f"{text}" if segment.role.kept else f"{_DIM}{text}{_RESET}"
    return f"{paint}{mark} {segment.role:<{role_width}}{_RESET}  {_DIM}{segment.rule:<{rule_width}}{_RESET}  {body}"


def _field(name: str, values: tuple[str, ...], *, color: bool) -> list[str]:
    title = f"{_BOLD}{name}{_RESET}" if color else name
    if len(values) == 1:
        return [f"{title}: {printable(values[0])}"]
    return [f"{title}:", *(f"  • {printable(value)}" for value in values)]


def _totals(article: Article) -> str:
    kept = [segment for segment in article.segments if segment.role.kept]
    return (
        f"kept {len(kept)} of {len(article.segments)} segments, "
        f"{sum(len(segment.text) for segment in kept):,} of "
        f"{sum(len(segment.text) for segment in article.segments):,} characters"
    )


def printable(text: str) -> str:
    """Return the text on one line, with a dot for each character that a terminal would obey or cannot show.

    >>> printable("a\\x1b[31m\\nb")
    'a·[31m b'
    """
    return _CONTROLS.sub("·", _DIRECTION.sub("", _BREAKS.sub(" ", text)))
