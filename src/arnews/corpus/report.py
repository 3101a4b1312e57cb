"""The command ``arnews report``: what a table holds, as one page that needs nothing else, and the card."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import resources
from itertools import chain
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from arnews.corpus.card import all_counts, write_card
from arnews.corpus.counts import UNKNOWN, Counts
from arnews.corpus.parts import OutputFolder, part_rows, put
from arnews.corpus.samples import Look, Repeated, Sample, looked_at, teaser
from arnews.errors import ConfigurationError
from arnews.export.records import dump_json

__all__ = ["write_report"]

_MOST_BARS = 25
_MOST_LINES = 100
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_PLOTS = (
    ("outlets", "Documents by outlet"),
    ("years", "Documents by year of publication"),
    ("fields", "Documents that have a value"),
    ("issues", "Documents by issue"),
    ("shares", "Documents by kept share of their characters"),
    ("roles", "Dropped segments by role"),
    ("rules", "Dropped segments by rule"),
    ("characters", "Characters by family of roles"),
    ("kinds", "Documents by kind"),
    ("languages", "Documents by language"),
    ("errors", "Errors"),
)
_BY_NAME = ("years", "shares")


def write_report(out: str, page: str | None, *, samples: int) -> str:
    """Write the page and the card, and return the path of the page.

    Beside the page, ``repeated.jsonl`` has the lines that documents of one outlet share.

    Raises ConfigurationError if the folder was not made by ``arnews convert``.
    """
    layout = OutputFolder(Path(out))
    if not layout.plan.exists() or not layout.parts():
        raise ConfigurationError(f"{out} has no table that arnews convert made")
    path = layout.report if page is None else Path(page)
    try:
        layout.make_folders()
        look = looked_at(chain.from_iterable(map(part_rows, layout.parts())), samples)
        counts = all_counts(layout)
        repeated = look.repeated()
        lines = "".join(dump_json(_record(each)) + "\n" for each in repeated).encode()
        put(layout.notes / "repeated.jsonl", layout, lambda file: file.write(lines))
        path.write_text(_page(layout, counts, look, repeated), encoding="utf-8")
        write_card(layout)
    except OSError as error:
        raise ConfigurationError(f"{error.filename or out}: {error.strerror}") from None
    return str(path)


def _record(each: Repeated) -> dict[str, object]:
    return {
        "outlet": each.outlet,
        "domain": _domain(each),
        "line": each.line,
        "documents": each.documents,
        "ids": list(each.ids),
    }


def _page(layout: OutputFolder, counts: Counts, look: Look, repeated: list[Repeated]) -> str:
    plan = json.loads(layout.plan.read_text(encoding="utf-8"))
    template = (resources.files("arnews.corpus") / "data" / "report.html").read_text(encoding="utf-8")
    done = counts.tables["kinds"].total()
    return Template(template).substitute(
        title=_escape(layout.out.resolve().name),
        lead=_escape(f"Parsed by arnews {plan['arnews']}, rules {plan['rules']}, from {_inputs(plan['inputs'])}."),
        totals="".join(_totals(counts)),
        plots="\n".join(
            _plot(title, counts.tables[name], done, by_name=name in _BY_NAME)
            for name, title in _PLOTS
            if counts.tables[name]
        ),
        lines_lead=_escape(
            f"Probably boilerplate that no rule knows yet, or reprints. {len(repeated):,} lines; all of them are in "
            "_arnews/repeated.jsonl. Give the documents of an outlet, at least three of them, to "
            "arnews outlet learn --domain DOMAIN FILE…: it drafts a rule of each line that is boilerplate."
        ),
        lines=_lines(repeated[:_MOST_LINES]),
        samples_lead=_escape(
            "Those with most reasons to doubt them. What was dropped is counted by the rule that did it; arnews "
            "explain FILE shows every line of a document with its rule."
        ),
        samples=_samples(look.samples()),
    )


def _inputs(inputs: list[list[object]]) -> str:
    names = ", ".join(str(name) for name, *_ in inputs[:3])
    return f"{names} and {len(inputs) - 3:,} more inputs" if len(inputs) > 3 else names


def _totals(counts: Counts) -> Iterator[str]:
    kinds = counts.tables["kinds"]
    characters = counts.tables["characters"]
    kept = characters["body"] + characters["head"] + characters["notes"]
    whole = characters.total()
    numbers = {
        "documents": f"{counts.rows:,}",
        "articles": f"{kinds['article']:,}",
        "with an error": f"{counts.errors:,}",
        "of the characters kept": f"{kept / whole:.1%}" if whole else "–",
    }
    if counts.left_out:
        numbers["left out by language"] = f"{counts.left_out:,}"
    if counts.passed:
        numbers["WARC records passed by"] = f"{counts.passed:,}"
    for name, number in numbers.items():
        yield f"<div><b>{number}</b><span>{name}</span></div>"


def _plot(title: str, table: Counter[str], whole: int, *, by_name: bool) -> str:
    """Return a table of counts with a bar each."""
    rows = sorted(table.items()) if by_name else sorted(table.items(), key=lambda each: (-each[1], each[0]))
    known = [row for row in rows if row[0] != UNKNOWN]
    unknown = [row for row in rows if row[0] == UNKNOWN]
    shown = known if by_name else known[:_MOST_BARS]
    most = max((count for _, count in shown), default=1) or 1
    bars = "".join(_bar(key, count, count / most) for key, count in shown)
    rest = sum(count for _, count in known[len(shown) :])
    if rest:
        bars += f'<tr><td class="key">{len(known) - len(shown):,} more</td><td></td><td class="n">{rest:,}</td></tr>'
    for key, count in unknown:
        share = f" ({count / whole:.0%})" if whole else ""
        bars += f'<tr><td class="key">{_escape(key)}</td><td></td><td class="n">{count:,}{share}</td></tr>'
    return f"<section><h2>{_escape(title)}</h2><table>{bars}</table></section>"


def _bar(key: str, count: int, share: float) -> str:
    # The style sheet has other colors in the dark; the attribute is for programs that print pages.
    bar = f'<svg role="img" aria-label="{count}"><rect width="{share:.2%}" height="100%" fill="#2f6f9f"/></svg>'
    return (
        f'<tr><td class="key" dir="auto">{_escape(key)}</td><td class="bar">{bar}</td><td class="n">{count:,}</td></tr>'
    )


def _lines(repeated: Iterable[Repeated]) -> str:
    rows = "".join(
        f'<tr><td class="n">{each.documents:,}</td><td dir="auto">{_escape(each.outlet)}<br>'
        f'<code>{_escape(_domain(each) or "")}</code></td><td class="text" dir="auto">{_escape(each.line)}</td>'
        f"<td><code>{_escape(', '.join(each.ids))}</code></td></tr>"
        for each in repeated
    )
    if not rows:
        return "<p>None.</p>"
    return f"<table><tr><th>documents</th><th>outlet</th><th>line</th><th>three of them</th></tr>{rows}</table>"


def _samples(samples: Iterable[Sample]) -> str:
    rows = "".join(_sample(each) for each in samples)
    return f"<table>{rows}</table>" if rows else "<p>None.</p>"


def _sample(sample: Sample) -> str:
    row = sample.row
    dropped = ", ".join(
        f"{each['rule']} ({each['segments']}, {each['characters']:,} characters)" for each in row["dropped"] or ()
    )
    return (
        f'<tr><td class="key"><code>{_escape(row["id"] or "")}</code><br><code>{_escape(row["url"] or "")}</code></td>'
        f'<td><div class="why">{_escape("; ".join(sample.reasons))}</div>'
        + (f"<div>dropped by {_escape(dropped)}</div>" if dropped else "")
        + f'<div class="text" dir="auto"><b>{_escape(row["headline"] or "")}</b></div>'
        f'<div class="text" dir="auto">{_escape(teaser(row))}</div></td></tr>'
    )


def _domain(each: Repeated) -> str | None:
    return urlsplit(each.url).hostname if each.url else None


def _escape(text: str) -> str:
    return html.escape(_UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text))
