"""The x-ray as one web page that needs nothing else: every segment colored by its role, the fields beside it.

The words of the page stand in ``data/explain.toml``, its looks in ``data/explain.html``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import groupby, islice
from string import Template

from arnews.article import Article, Evidence
from arnews.document import Segment
from arnews.export.fact_words import why_here
from arnews.export.reasons import Language
from arnews.export.role_words import page_words
from arnews.export.summary import count_roles, known_fields
from arnews.roles import Role

__all__ = ["page_of"]

# Neither allowed in a page nor encodable: control characters and lone surrogates.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_FOLDED = 4
"""Dropped segments of one role from which a run is folded."""
_TEASER = 70
_LINE_BREAK = re.compile("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")

# The body is most of a page and gets the calm blue. The others are spread over the circle of hues by the
# golden angle, so that roles that follow each other differ.
_BODY_HUE = 212
_HUES = {role: int(_BODY_HUE + 137.5 * index) % 360 for index, role in enumerate(sorted(Role, key="body".__ne__))}


def page_of(article: Article, text: str | None, language: Language) -> str:
    """Return the page; see `arnews.explain_html`."""
    if text is None:
        text = article.document_text
    if text is None:
        if article.segments:
            raise ValueError("give the text that was parsed: only the article of a web page brings its own")
        text = ""
    for segment in article.segments:
        if text[segment.start : segment.end] != segment.text:
            raise ValueError(f"no segment at {segment.start}:{segment.end}: this is not the text that was parsed")
    words = page_words()
    page = words["page"]
    return _template().substitute(
        title=_escape(article.headline or page["untitled"]),
        lead=page["lead"],
        overview=page["overview"],
        totals=_totals(article),
        show_rules=page["show_rules"],
        only_kept=page["only_kept"],
        document=page["document"],
        fields_title=page["fields"],
        legend_title=page["legend"],
        colors="".join(f".r-{role}{{--h:{hue}}}" for role, hue in _HUES.items()),
        strip="".join(_strip(article)),
        segments="\n".join(_segments(article, text, language)),
        fields=_fields(article),
        legend=_legend(article),
    )


def _segments(article: Article, text: str, language: Language) -> Iterator[str]:
    """Yield the segments; runs of dropped ones of one role are folded."""
    shown = _shown(article, text, language)
    for role, run in groupby(article.segments, key=_role_of):
        segments = list(run)
        lines = list(islice(shown, len(segments)))
        if role.kept or len(lines) < _FOLDED:
            yield from lines
            continue
        teaser = _escape(" · ".join(segment.text for segment in segments)[:_TEASER])
        yield (
            f'<details class="run r-{role}"><summary>'
            f'<span class="chip dropped r-{role}">{page_words()["roles"][role]}<b>{len(lines)}</b></span>'
            f"<span>{teaser}…</span></summary>"
        )
        yield from lines
        yield "</details>"


def _shown(article: Article, text: str, language: Language) -> Iterator[str]:
    names, page = page_words()["roles"], page_words()["page"]
    end = 0
    for segment in article.segments:
        breaks = len(_LINE_BREAK.findall(text, end, segment.start))
        place = "" if breaks == 1 or end == 0 else " gap" if breaks else " glued"
        kept = "kept" if segment.role.kept else "dropped"
        why = why_here(segment.reason, language)
        told = f'<bdi class="why">{_escape(why)}</bdi>' if why else ""
        reason = f"{segment.rule} – {why}" if why else segment.rule
        title = f"{names[segment.role]} · {page[f'{kept}_mark']} · {page['rule']}: {reason}"
        yield (
            f'<div class="seg {kept} r-{segment.role}{place}" tabindex="0" title="{_escape(title)}">'
            f'<span><span class="chip">{names[segment.role]}</span></span>'
            f'<p class="text">{_escape(segment.text)}</p>'
            f'<div class="rule"><code>{segment.role} · {_escape(segment.rule)} · {segment.start}–{segment.end}</code>'
            f"{told}</div></div>"
        )
        end = segment.end


def _strip(article: Article) -> Iterator[str]:
    """Yield the whole document as a bar, a part for each run of segments of one role."""
    names = page_words()["roles"]
    for role, run in groupby(article.segments, key=_role_of):
        kept = "kept" if role.kept else "dropped"
        size = sum(len(segment.text) for segment in run)
        yield f'<i class="{kept} r-{role}" style="flex-grow:{size}" title="{names[role]}"></i>'


def _role_of(segment: Segment) -> Role:
    return segment.role


def _fields(article: Article) -> str:
    words = page_words()
    fields = known_fields(article)
    if not fields:
        return f"<p>{words['page']['no_fields']}</p>"
    rows = (
        f"<dt>{words['fields'].get(field.name, '')}<code>{field.name}</code></dt>"
        + "".join(f"<dd>{_escape(value)}</dd>" for value in field.values)
        + ("" if field.evidence is None else f'<dd class="from">{_evidence(field.evidence)}</dd>')
        for field in fields
    )
    return "<dl>\n" + "\n".join(rows) + "\n</dl>"


def _evidence(evidence: Evidence) -> str:
    """Return where a field was read: the role and place of the line, the key of the metadata; and why."""
    words = page_words()
    parts = []
    if evidence.role is not None:
        parts.append(f"{words['roles'][evidence.role]} <bdi>{evidence.start}–{evidence.end}</bdi>")
    if evidence.key is not None:
        parts.append(f"<code>{_escape(evidence.key)}</code>")
    parts.append(f'<bdi lang="en" dir="ltr">{_escape(evidence.why)}</bdi>')
    return f"{words['page']['read_from']}: {' · '.join(parts)}"


def _legend(article: Article) -> str:
    words = page_words()
    counts = count_roles(article)
    lists = []
    for kept in ("kept", "dropped"):
        items = [
            f'<li><span class="chip {kept} r-{role}">{words["roles"][role]}<b>{count}</b></span></li>'
            for role, count in counts.items()
            if role.kept is (kept == "kept")
        ]
        if items:
            lists.append(f'<h2>{words["page"][kept]}</h2>\n<ul class="legend">{"".join(items)}</ul>')
    return "\n".join(lists)


def _totals(article: Article) -> str:
    kept = [segment for segment in article.segments if segment.role.kept]
    return page_words()["page"]["totals"].format(
        kept=len(kept),
        all=len(article.segments),
        kept_characters=f"{sum(len(segment.text) for segment in kept):,}",
        all_characters=f"{sum(len(segment.text) for segment in article.segments):,}",
    )


def _escape(text: str) -> str:
    return html.escape(_UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text))


@cache
def _template() -> Template:
    return Template(_data("explain.html"))


def _data(name: str) -> str:
    return (resources.files("arnews.export") / "data" / name).read_text(encoding="utf-8")
