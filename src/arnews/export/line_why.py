"""Why one line has its role: the evidence, the facts with their weights, what neighbors add, and the next best role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from arnews.article import Article
from arnews.data_files import read_toml
from arnews.document import Beside, Decision, Origin, Segment, Weight
from arnews.errors import ConfigurationError
from arnews.export.fact_words import say
from arnews.export.reasons import Language, why_of
from arnews.export.role_words import role_in_words
from arnews.printing import printable, shown
from arnews.text.fold import squeeze

__all__ = ["line_view"]

_FACTS = 8
"""Facts that are listed for each of the two roles: those below say little."""
_TEASER = 100
"""Code points of the line that are printed."""


def line_view(article: Article, line: int | str, language: Language) -> str:
    """Return the view; see `arnews.explain_line`."""
    segments = article.segments
    if any(each.reason.origin is Origin.MODEL and each.reason.decision is None for each in segments):
        raise ConfigurationError("what was weighed is not known of this article: parse it with Parser(trace=True)")
    first, *others = _find(segments, line)
    segment, words = segments[first], _words()[language]
    text = segment.text if len(segment.text) <= _TEASER else segment.text[:_TEASER].rstrip() + "…"
    lines = [words["line"].format(number=first + 1, count=len(segments), text=f"«{text}»")]
    if others:
        lines.append(words["also"].format(numbers=", ".join(str(other + 1) for other in others)))
    lines += [f"{segment.role}  {segment.rule}  {why_of(segment.reason, language)}".rstrip(), ""]
    decision = segment.reason.decision
    lines += _evidence(segment, decision, language)
    if decision is not None and decision.is_weighed:
        lines += ["", *_figures(decision, language), "", words["note"]]
    return "\n".join(map(printable, lines))


def _find(segments: Sequence[Segment], line: int | str) -> list[int]:
    """Return the indexes of the lines that are meant."""
    count = len(segments)
    if isinstance(line, int):
        if not 1 <= line <= count:
            raise ConfigurationError(f"there is no line {shown(line)}: the document has {count} lines")
        return [line - 1]
    key = squeeze(line)
    found = [
        index
        for index, segment in enumerate(segments)
        if (squeeze(segment.text).startswith(key) if key else segment.text.startswith(line.strip() or "\0"))
    ]
    if not found:
        raise ConfigurationError(f"no line begins with {shown(line)!r}; arnews explain prints the lines")
    return found


def _evidence(segment: Segment, decision: Decision | None, language: Language) -> Iterator[str]:
    words = _words()[language]
    yield words["evidence"]
    reason = segment.reason if decision is None else decision.evidence
    if reason is None:
        yield f"  {words['none']}"
    else:
        role = segment.role if decision is None or decision.proposed is None else decision.proposed
        sure = decision is None or decision.certain
        told = words["certain" if sure else "perhaps"].format(role=role_in_words(role, language))
        yield f"  {told}  {reason.name}  {why_of(reason, language)}".rstrip()
    if decision is None:
        yield words["not_weighed"]
    elif not decision.is_weighed:
        yield words["given"]


def _figures(decision: Decision, language: Language) -> Iterator[str]:
    words = _words()[language]
    assert decision.runner_up is not None
    decided, other = (role_in_words(role, language) for role in (decision.role, decision.runner_up))
    yield words["scale"].format(decided=decided, other=other)
    yield _row(*_added(decision.facts), words["facts"])
    for name, beside in (("above", decision.above), ("below", decision.below)):
        if beside is not None:
            yield _row(beside.decided, beside.other, _neighbor(words[name], beside, language))
    if decision.elsewhere:
        yield _row(0, decision.elsewhere, words["elsewhere"])
    total = words["sum"].format(decided=decided, margin=decision.margin)
    yield _row(decision.score, decision.runner_up_score, total)
    for role, facts in (
        (decided, [fact for fact in decision.facts if fact.difference > 0]),
        (other, [fact for fact in reversed(decision.facts) if fact.difference < 0]),
    ):
        if not facts:
            continue
        yield ""
        yield words["speaks"].format(role=role)
        for fact in facts[:_FACTS]:
            yield _row(fact.decided, fact.other, say(fact.fact, language))
        rest = facts[_FACTS:]
        if rest:
            yield _row(*_added(rest), words["more"].format(count=len(rest)))


def _neighbor(sentence: str, beside: Beside, language: Language) -> str:
    told = sentence.format(role=role_in_words(beside.role, language))
    if beside.other_role is beside.role:
        return told
    return _words()[language]["changed"].format(line=told, role=role_in_words(beside.other_role, language))


def _added(facts: Sequence[Weight]) -> tuple[int, int]:
    return sum(fact.decided for fact in facts), sum(fact.other for fact in facts)


def _row(decided: int, other: int, told: str) -> str:
    return f"  {decided:+6d} {other:+6d}  {told}"


@cache
def _words() -> dict[str, dict[str, str]]:
    return read_toml("export/data/line_why.toml")
