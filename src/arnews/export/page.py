"""The explanation as one web page that needs nothing else: every segment colored by its role, the fields beside it.

The words of the page are in ``data/explain.toml``, its looks in ``data/explain.html``. There is no script: CSS alone
shows the lines of the field under the pointer.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, islice
from string import Template

from arnews.article import Article, Evidence
from arnews.data_files import read_text
from arnews.document import Segment
from arnews.export.fact_words import why_here
from arnews.export.field_lines import lines_of
from arnews.export.reasons import Language
from arnews.export.role_words import page_words
from arnews.export.summary import ShownField, count_roles, known_fields
from arnews.roles import Role

__all__ = ["page_of"]

# Neither allowed in a page nor encodable: control characters and lone surrogates.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_FOLDED = 4
"""Dropped segments of one role from which a run is folded, and values of a field that are shown before the rest is."""
_TEASER = 70
"""Code points of a folded run, or of the line of a field, that are shown."""
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
            raise ValueError("give the text that was parsed: this article was read from a record without it")
        text = ""
    for segment in article.segments:
        if text[segment.start : segment.end] != segment.text:
            raise ValueError(f"no segment at {segment.start}:{segment.end}: this is not the text that was parsed")
    words = page_words(language)
    page = words["page"]
    lines = lines_of(article)
    return _template().substitute(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        title=_escape(article.headline or page["untitled"]),
        lead=page["lead"],
        overview=page["overview"],
        totals=_totals(article, page["totals"]),
        show_rules=page["show_rules"],
        only_kept=page["only_kept"],
        document=page["document"],
        fields_title=page["fields"],
        legend_title=page["legend"],
        colors="".join(f".r-{role}{{--h:{hue}}}" for role, hue in _HUES.items()),
        pointed=_pointed(lines),
        strip="".join(_strip(article, words["roles"])),
        segments="\n".join(_segments(article, text, language, lines)),
        fields=_fields(article, words, lines),
        legend=_legend(article, words),
    )


def _pointed(lines: Mapping[str, Sequence[int]]) -> str:
    """Return the selectors of the lines of the field that is pointed at."""
    return ",".join(f"body:has(#f-{name}:is(:hover,:focus-within)) .f-{name}" for name in lines) or ".none"


def _segments(article: Article, text: str, language: Language, lines: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Yield the segments; runs of dropped ones of one role are folded."""
    names = page_words(language)["roles"]
    classes: dict[int, str] = {}
    for name, indexes in lines.items():
        for index in indexes:
            classes[index] = f"{classes.get(index, '')} f-{name}"
    shown = _shown(article, text, language, classes)
    start = 0
    for role, run in groupby(article.segments, key=_role_of):
        segments = list(run)
        told = list(islice(shown, len(segments)))
        indexes, start = range(start, start + len(segments)), start + len(segments)
        if role.kept or len(told) < _FOLDED:
            yield from told
            continue
        teaser = _escape(" · ".join(segment.text for segment in segments)[:_TEASER])
        inside = "".join(dict.fromkeys(f" {each}" for index in indexes for each in classes.get(index, "").split()))
        yield (
            f'<details class="run r-{role}{inside}"><summary>'
            f'<span class="chip dropped r-{role}">{names[role]}<b>{len(told)}</b></span>'
            f"<span>{teaser}…</span></summary>"
        )
        yield from told
        yield "</details>"


def _shown(article: Article, text: str, language: Language, classes: Mapping[int, str]) -> Iterator[str]:
    names, page = page_words(language)["roles"], page_words(language)["page"]
    end = 0
    for index, segment in enumerate(article.segments):
        breaks = len(_LINE_BREAK.findall(text, end, segment.start))
        place = "" if breaks == 1 or end == 0 else " gap" if breaks else " glued"
        kept = "kept" if segment.role.kept else "dropped"
        why = why_here(segment.reason, language)
        told = f'<bdi class="why">{_escape(why)}</bdi>' if why else ""
        reason = f"{segment.rule} – {why}" if why else segment.rule
        title = f"{names[segment.role]} · {page[f'{kept}_mark']} · {page['rule']}: {reason}"
        yield (
            f'<div class="seg {kept} r-{segment.role}{place}{classes.get(index, "")}" id="s{index}" tabindex="0" '
            f'title="{_escape(title)}">'
            f'<span><span class="chip">{names[segment.role]}</span></span>'
            f'<p class="text" dir="rtl">{_escape(segment.text)}</p>'
            f'<div class="rule"><code>{segment.role} · {_escape(segment.rule)} · {segment.start}–{segment.end}</code>'
            f"{told}</div></div>"
        )
        end = segment.end


def _strip(article: Article, names: Mapping[str, str]) -> Iterator[str]:
    """Yield the whole document as a bar, a part for each run of segments of one role."""
    for role, run in groupby(article.segments, key=_role_of):
        kept = "kept" if role.kept else "dropped"
        size = sum(len(segment.text) for segment in run)
        yield f'<i class="{kept} r-{role}" style="flex-grow:{size}" title="{names[role]}"></i>'


def _role_of(segment: Segment) -> Role:
    return segment.role


def _fields(article: Article, words: Mapping[str, Mapping[str, str]], lines: Mapping[str, Sequence[int]]) -> str:
    fields = known_fields(article)
    if not fields:
        return f"<p>{words['page']['no_fields']}</p>"
    return "\n".join(_field(field, article, words, lines.get(field.name, ())) for field in fields)


def _field(field: ShownField, article: Article, words: Mapping[str, Mapping[str, str]], lines: Sequence[int]) -> str:
    called = words["fields"].get(field.name, field.name)
    name = called if called.lower() == field.name else f"{called}<code>{field.name}</code>"
    came = ""
    if lines:
        name = f'<a href="#s{lines[0]}">{name}</a>'
    if field.evidence is not None:
        came = f'<p class="from">{_evidence(field.evidence, article, words["page"], lines)}</p>'
    # Each part for itself: after an Arabic name, the last slash of an address would move to its beginning.
    values = [" | ".join(f"<bdi>{_escape(part)}</bdi>" for part in value.split(" | ")) for value in field.values]
    folded = values[_FOLDED:] if len(values) > _FOLDED + 1 else []
    shown = "".join(f"<dd>{value}</dd>" for value in values[: len(values) - len(folded)])
    rest = ""
    if folded:
        more = words["page"]["more"].format(count=len(folded))
        told = "".join(f"<p>{value}</p>" for value in folded)
        rest = f"<dd><details><summary>{more}</summary>{told}</details></dd>"
    return f'<dl id="f-{field.name}"><dt>{name}</dt>{shown}{rest}</dl>{came}'


def _evidence(evidence: Evidence, article: Article, page: Mapping[str, str], lines: Sequence[int]) -> str:
    """Return where a field was read: the line, the key of the metadata; and why it was believed."""
    parts = []
    if lines:
        text = article.segments[lines[0]].text
        parts.append(f"<bdi>«{_escape(text if len(text) <= _TEASER else text[:_TEASER].rstrip() + '…')}»</bdi>")
    if evidence.key is not None:
        parts.append(f"<code>{_escape(evidence.key)}</code>")
    parts.append(f'<bdi lang="en" dir="ltr">{_escape(evidence.why)}</bdi>')
    return f"{page['from']}: {' · '.join(parts)}"


def _legend(article: Article, words: Mapping[str, Mapping[str, str]]) -> str:
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


def _totals(article: Article, sentence: str) -> str:
    kept = [segment for segment in article.segments if segment.role.kept]
    return sentence.format(
        kept=len(kept),
        all=len(article.segments),
        kept_characters=f"{sum(len(segment.text) for segment in kept):,}",
        all_characters=f"{sum(len(segment.text) for segment in article.segments):,}",
    )


def _escape(text: str) -> str:
    return html.escape(_UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text))


@cache
def _template() -> Template:
    return Template(read_text("export/data/explain.html"))
