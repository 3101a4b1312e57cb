"""What a draft changes, that `learn` makes of a few documents of one outlet: on texts, on pages, on grafted lines.

``python -m benchmarks.learning`` prints a line a group. ``--lines`` prints every line whose role a draft changes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from arnews import Article, Outlet, Parser, read_html
from arnews.teaching.check import check_folder
from arnews.teaching.learn import Draft, Example, learn
from benchmarks.documents import SHARED, rows
from benchmarks.score import agreement, gold_of, tokens

GROUP = 10
DOMAIN = "outlet.example"


class Document(NamedTuple):
    """A document of a group."""

    id: str
    content: str | bytes
    gold: list[str] | None
    """Tokens of the body that a reader marked, if one did."""


class Result(NamedTuple):
    """What a draft did to a group."""

    documents: int
    marked: int
    rules: int
    selectors: int
    f1: tuple[float, float]
    exact: tuple[float, float]
    worse: list[str]
    changed: list[tuple[str, str, str, str]]


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(prog="python -m benchmarks.learning", description=__doc__)
    arguments.add_argument("--lines", action="store_true", help="print the lines whose role changes")
    arguments.add_argument("--all", action="store_true", help="learn from all texts of an outlet, not from ten")
    given = arguments.parse_args()
    print_groups("Texts, by outlet", text_groups(None if given.all else GROUP), lines=given.lines)
    print_groups("Pages, by domain", page_groups(), lines=given.lines)
    print_groups("Texts of whole pages, by domain", dump_groups(), lines=given.lines)
    print_groups("Texts with lines of an invented outlet", grafted_groups(), lines=given.lines)


def print_groups(title: str, groups: dict[str, list[Document]], *, lines: bool = False) -> None:
    """Print what drafts do to each group, and how many of the groups that had room got better."""
    print(f"\n{title}\n")
    print("| group | documents | marked | rules | selectors | body F1 | exact bodies |")
    print("| --- | ---: | ---: | ---: | ---: | --- | --- |")
    room = better = lowered = 0
    for name, group in groups.items():
        result, draft = measured(group)
        room += result.exact[0] < 1
        better += result.exact[1] > result.exact[0]
        lowered += len(result.worse)
        print(
            f"| {name} | {result.documents} | {result.marked} | {result.rules} | {result.selectors} | "
            f"{_pair(result.f1, 4)} | {_pair(result.exact, 3)} |"
        )
        if result.worse:
            print("  lower F1:", *result.worse)
        if lines and result.changed:
            for line in draft.report:
                print("    #", line)
            for change in result.changed:
                print("   ", *change)
    print(f"\n{len(groups)} groups, {room} of them with exact bodies below 1, of which {better} got better; ", end="")
    print(f"{lowered} documents with a lower body F1.")


def _pair(values: tuple[float, float], digits: int) -> str:
    before, after = (f"{value:.{digits}f}" for value in values)
    return before if before == after else f"{before} → {after}"


def measured(group: Sequence[Document]) -> tuple[Result, Draft]:
    """Learn from a group and compare its articles without and with the draft."""
    draft = learn([Example(each.content, name=each.id) for each in group], domain=DOMAIN)
    problems = checked(draft)
    assert not problems, problems
    plain, taught = Parser(), Parser(outlets=[draft.outlet])
    scores: list[tuple[float, float, bool, bool]] = []
    worse: list[str] = []
    changed: list[tuple[str, str, str, str]] = []
    for each in group:
        before, after = plain.parse(each.content), taught.parse(each.content, url=f"https://{DOMAIN}/news/12345")
        changed += [(each.id, *change) for change in _changes(before, after)]
        if each.gold is not None:
            old, new = tokens(before.body), tokens(after.body)
            f1 = agreement(each.gold, old)[0], agreement(each.gold, new)[0]
            scores.append((*f1, each.gold == old, each.gold == new))
            if f1[1] < f1[0]:
                worse.append(each.id)
    count = max(1, len(scores))
    means = [sum(column) / count for column in zip(*scores, strict=True)] if scores else [1.0] * 4
    return Result(
        len(group), len(scores), len(draft.outlet.rules), len(draft.outlet.select),
        (means[0], means[1]), (means[2], means[3]), worse, changed,
    ), draft  # fmt: skip


def checked(draft: Draft) -> list[str]:
    """Return what is wrong with a draft: it must load from its folder as it is and pass `arnews outlet check`."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "outlet.toml").write_text(draft.toml, encoding="utf-8")
        outlet, report = Outlet.from_folder(folder), check_folder(folder)
    problems = [] if outlet == draft.outlet else ["the file says something else"]
    return problems if report.is_good else [*problems, str(report)]


def _changes(before: Article, after: Article) -> Iterator[tuple[str, str, str]]:
    """Yield old role, new role and text of each segment that has another role now."""
    roles = {(each.start, each.end): each.role for each in before.segments}
    for segment in after.segments:
        old = roles.get((segment.start, segment.end))
        if old is not segment.role:
            yield str(old or "part"), f"{segment.role} ({segment.rule})", segment.text[:100]


def text_groups(most: int | None) -> dict[str, list[Document]]:
    """Return texts by outlet: those that were marked first, others up to ten, or all."""
    corpus = SHARED / "corpus"
    gold = {row["id"]: tokens(gold_of(row)["body"]) for row in rows(corpus / "text.gold.dev.jsonl")}
    groups: dict[str, dict[str, Document]] = defaultdict(dict)
    for row in rows(corpus / "text.dev.jsonl"):
        if row["id"].startswith("t-") and row.get("outlet"):
            _add(groups, row, gold[row["id"]])
    with gzip.open(corpus / "pool.jsonl.gz", "rt", encoding="utf-8") as pool:
        for line in pool:
            row = json.loads(line)
            if row["outlet"]:
                _add(groups, row, None)
    found = {name: list(group.values()) for name, group in sorted(groups.items()) if len(group) >= GROUP}
    return {name: group[: max(most or len(group), sum(each.gold is not None for each in group))]
            for name, group in found.items()}  # fmt: skip


def _add(groups: dict[str, dict[str, Document]], row: dict[str, Any], gold: list[str] | None) -> None:
    name = f"{row['outlet'].removesuffix(' (guess)')}, {row['repo'].partition('/')[2][:24]}"
    groups[name].setdefault(row["text"].strip()[:300], Document(row["id"], row["text"], gold))


def page_groups() -> dict[str, list[Document]]:
    """Return the marked pages of each domain that has two or more."""
    corpus = SHARED / "corpus"
    gold = {row["id"]: tokens(gold_of(row)["body"]) for row in rows(corpus / "html.gold.dev.jsonl")}
    groups: dict[str, list[Document]] = defaultdict(list)
    for row in rows(corpus / "html.dev.jsonl"):
        content = (corpus / row["file"]).read_bytes()
        groups[row["domain"]].append(Document(row["id"], content, gold[row["id"]]))
    return {domain: group for domain, group in sorted(groups.items()) if len(group) > 1}


def dump_groups() -> dict[str, list[Document]]:
    """Return the same pages as plain texts: all their lines, without markup."""
    return {
        domain: [Document(each.id, as_text(each.content), each.gold) for each in group]
        for domain, group in page_groups().items()
    }


GRAFTS = {
    "menu and slogan": (
        ("بوابة المرفأ", "مرافئ ومدن", "دفتر البحر", "أقلام الساحل"),
        ("المرفأ.. حكاية البحر كما يرويها أهله كل صباح", "نلتقيكم في الصفحة الأولى من المرفأ"),
    ),
    "desk and notice": (
        ("غرفة تحرير المرفأ", "{name} - المرفأ"),
        ("ما ينشر في المرفأ يراجعه محررون من أهل المدينة قبل أن يصل إليكم", "رقم القيد {number}"),
    ),
    "numbers": (
        ("العدد {number} من المرفأ",),
        ("بلغ عدد أصدقاء المرفأ اليوم {number} صديقا", "طبع في مطابع الساحل"),
    ),
    "paper": (
        ("النسخة الورقية", "وجوه من الضفة", "{name} | مراسلة الضفة"),
        ("هل لديك صورة أو قصة؟ ابعث بها إلى غرفة أخبار الضفة", "الضفة جريدة أهل النهر منذ عام 1931"),
    ),
    "prices": (
        ("حرارة النهر الآن {number}", "دليل القارئ"),
        ("سعر النسخة {number} قرشا", "تصدر عن مؤسسة الضفة للنشر", "صندوق المدينة ٤٤"),
    ),
    "glued": ((), ()),
    "a formula of the writer": ((), ("والله من وراء القصد.",)),
    "a refrain at the top": (("بسم الله الرحمن الرحيم",), ()),
}
"""Lines of an invented outlet, above and below its articles; the last two are the writers', and of the body. «glued»
has GLUED after the last sentence."""
GLUED = " الضفة ترافقكم على ضفتي النهر حيثما كنتم"
NAMES = ("ليلى حسن", "سامر الخطيب", "هدى منصور", "كريم البحيري", "نادية سلامة")


def grafted_groups() -> dict[str, list[Document]]:
    """Return ten articles an outlet with invented lines around them; marked is the body that they have without."""
    plain = text_groups(None)
    groups: dict[str, list[Document]] = {}
    for number, (name, group) in enumerate(sorted(plain.items())):
        if any(each.gold not in (None, tokens(Parser().parse_text(str(each.content)).body)) for each in group):
            continue  # what is wrong without the lines says nothing about them
        texts = [each for each in group if len(Parser().parse_text(str(each.content)).paragraphs) > 2][:GROUP]
        if len(texts) == GROUP:
            title, (above, below) = list(GRAFTS.items())[number % len(GRAFTS)]
            groups[f"{title}: {name}"] = [
                _grafted(at, each, above, below, GLUED if title == "glued" and at % 4 else "")
                for at, each in enumerate(texts)
            ]
    return groups


def _grafted(at: int, document: Document, above: Sequence[str], below: Sequence[str], glued: str) -> Document:
    text = str(document.content).strip()
    # Each line is missing in every fourth document or so.
    lines = [line for number, line in enumerate(above) if (at + number) % 4]
    ends = [line for number, line in enumerate(below) if (at + number) % 4 or len(below) == 1]
    lines, ends = ([_filled(line, at) for line in part] for part in (lines, ends))
    body = tokens(Parser().parse_text(text).body)
    if len(below) + len(above) == 1:
        body = [*tokens("\n".join(lines)), *body, *tokens("\n".join(ends))]
    return Document(document.id, "\n".join([*lines, text + glued, *ends]), body)


def _filled(line: str, at: int) -> str:
    return line.format(number=1000 + 37 * at, name=NAMES[at % len(NAMES)])


def as_text(page: str | bytes) -> str:
    """Return the lines of a page."""
    return read_html(page).text


if __name__ == "__main__":
    main()
