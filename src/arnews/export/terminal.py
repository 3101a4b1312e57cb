"""The explanation for a terminal: every segment with its role and the reason for it, and what the reasons mean."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby

from arnews.article import Article, Evidence
from arnews.document import Origin, Segment
from arnews.export.fact_words import strongest
from arnews.export.reasons import Language, why_of
from arnews.export.summary import ShownField, known_fields
from arnews.printing import printable
from arnews.roles import Role

__all__ = ["view_of"]

_BRIEF_WIDTH = 100
_NARROWEST = 20
_RUN = 3
"""Segments from which a brief view counts them."""
_VALUES = 3
"""Values of a field that a brief view prints; the rest is counted."""
_MARGINS = 6  # the mark, and two blanks after each column
_REASON_MARGINS = 4  # two blanks on each side of the name of a reason

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


def view_of(article: Article, *, color: bool, width: int | None, brief: bool, language: Language) -> str:
    """Return the view; see `arnews.explain_text`."""
    role_width = max((len(segment.role) for segment in article.segments), default=0)
    rule_width = max((len(printable(segment.rule)) for segment in article.segments), default=0)
    indent = role_width + rule_width + _MARGINS
    room = max((width or _BRIEF_WIDTH) - indent, _NARROWEST)
    fit: Callable[[str], str] = str
    if brief:
        fit = partial(_cut, room=room)
    elif width is not None:
        fit = partial(_wrapped, room=room, indent=indent)
    shown = _runs(article.segments) if brief else article.segments
    lines = []
    for segment in shown:
        lines.append(_line(segment, role_width, rule_width, color=color, fit=fit))
        told = "" if brief else _facts(segment, language)
        if told:
            text = " " * indent + fit(printable(told))
            lines.append(f"{_DIM}{text}{_RESET}" if color else text)
    fields = [line for field in known_fields(article) for line in _field(field, color=color, brief=brief)]
    reasons = _reasons(article, rule_width, width, color=color, language=language)
    parts = (lines, reasons, fields)
    return "\n".join([*(line for part in parts if part for line in (*part, "")), _totals(article)])


def _runs(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the segments, and for each run of them that one rule dropped one that tells their number."""
    for _, run in groupby(segments, key=lambda segment: (segment.role, segment.rule)):
        found = list(run)
        if found[0].role.kept or len(found) < _RUN:
            yield from found
        else:
            text = f"{len(found)} × " + " · ".join(segment.text for segment in found)
            yield found[0]._replace(end=found[-1].end, text=text)


def _facts(segment: Segment, language: Language) -> str:
    """Return the facts that decided most, if the model did and was traced."""
    decision = segment.reason.decision
    if decision is None or segment.reason.origin is not Origin.MODEL:
        return ""
    facts = "; ".join(strongest(decision, language))
    return f"({facts})" if facts else ""


def _line(segment: Segment, role_width: int, rule_width: int, *, color: bool, fit: Callable[[str], str]) -> str:
    mark = "+" if segment.role.kept else "-"
    role, rule = f"{segment.role:<{role_width}}", f"{printable(segment.rule):<{rule_width}}"
    text = fit(printable(segment.text))
    if not color:
        return f"{mark} {role}  {rule}  {text}".rstrip()
    paint = _COLORS.get(segment.role, _CHROME)
    shown = text if segment.role.kept else f"{_DIM}{text}{_RESET}"
    return f"{paint}{mark} {role}{_RESET}  {_DIM}{rule}{_RESET}  {shown}"


def _reasons(article: Article, rule_width: int, width: int | None, *, color: bool, language: Language) -> list[str]:
    """Return each reason of the article once, in order, with the sentence that tells it."""
    reasons = dict.fromkeys(segment.reason for segment in article.segments)
    told = [(printable(reason.name), why) for reason in reasons if (why := printable(why_of(reason, language)))]
    if not told:
        return []
    indent = rule_width + _REASON_MARGINS
    title = f"{_BOLD}why{_RESET}" if color else "why"
    lines = [f"{title}:"]
    for name, why in told:
        text = why if width is None else _wrapped(why, max(width - indent, _NARROWEST), indent)
        padded = f"{name:<{rule_width}}"
        lines.append(f"  {_DIM}{padded}{_RESET}  {text}" if color else f"  {padded}  {text}")
    return lines


def _wrapped(text: str, room: int, indent: int) -> str:
    return ("\n" + " " * indent).join(textwrap.wrap(text, room, break_on_hyphens=False))


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1].rstrip() + "…"


def _field(field: ShownField, *, color: bool, brief: bool) -> list[str]:
    title = f"{_BOLD}{field.name}{_RESET}" if color else field.name
    values = field.values
    shown = values[:_VALUES] if brief and len(values) > _VALUES + 1 else values
    lines = [f"{title}: {printable(values[0])}"]
    if len(values) != 1:
        lines = [f"{title}:", *(f"  • {printable(value)}" for value in shown)]
    if len(shown) < len(values):
        lines.append(f"  … {len(values) - len(shown)} more")
    if field.evidence is not None and not brief:
        told = f"    ({printable(_evidence(field.evidence))})"
        lines.append(f"{_DIM}{told}{_RESET}" if color else told)
    return lines


def _evidence(evidence: Evidence) -> str:
    """Return where a field was read and why: the role and place of the line, the key of the metadata, a clause."""
    line = None if evidence.role is None else f"{evidence.role} {evidence.start}–{evidence.end}"
    places = [place for place in (line, evidence.key) if place]
    return ": ".join(filter(None, (" + ".join(places), evidence.why)))


def _totals(article: Article) -> str:
    kept = [segment for segment in article.segments if segment.role.kept]
    return (
        f"kept {len(kept)} of {len(article.segments)} segments, "
        f"{sum(len(segment.text) for segment in kept):,} of "
        f"{sum(len(segment.text) for segment in article.segments):,} characters"
    )
