"""Train where the lead begins after a glued title: `python -m training.title`."""

from __future__ import annotations

import csv
import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from arnews.labeling.title_cut import TitleModel
from arnews.labeling.title_words import words_with_facts
from arnews.text.fold import fold
from training.corpus import DATA, SHARED, rows, texts
from training.crf import averaged, train

__all__ = ["examples", "fit", "own_examples", "words_of"]

Examples = list[tuple[str, list[str]]]
"""Titles with the first paragraphs below them."""

_FORMS = (
    "{line} - ",
    "{line}: ",
    "{line} / ",
    "{line} – ",
    "{place} - ",
    "{place} – ",
    "{place}: ",
    "{place}/ ",
    "{place} ({agency}) - ",
    "{place} ({agency}) – ",
    "{place} ({agency}): ",
    "{place} ({agency}) ",
    "{place} - {agency}: ",
    "{place}، {date} ({agency}) - ",
    "{place} {date} ({agency}) -- ",
    "{place} في {date} / {agency} / ",
    "{place} / {agency} / ",
    "({agency}) - ",
    "({agency}) ",
    "({agency} - {place}) ",
)
"""How a dateline is printed in front of a lead."""
_PLACES = (
    "القاهرة بيروت دمشق بغداد عمان الرياض جدة الدوحة أبوظبي دبي المنامة الكويت مسقط صنعاء عدن الخرطوم طرابلس تونس "
    "الجزائر الرباط نواكشوط رام-الله غزة القدس-المحتلة الناصرة حلب الموصل البصرة أربيل الإسكندرية أسيوط وهران سوسة "
    "بنغازي فاس مراكش واشنطن نيويورك لندن باريس برلين موسكو أنقرة إسطنبول طهران بكين طوكيو جنيف بروكسل مدريد روما"
)
_SEPARATORS = (" |", " •", " ::", " »", " ●", " |")
"""What some print after a title on the same line."""
_DATES = (
    "{day} {month} {year}",
    "{weekday} {day} {month} {year}",
    "{weekday}، {day} {month} {year}",
    "{day}/{number}/{year}",
    "{year}-{number:02}-{day:02}",
    "{weekday} {day}/{number}/{year}",
    "{day} {month} {year} - {hour}:{minute:02}",
    "{weekday} {day} {month} {year} {hour}:{minute:02} م",
    "نشر في {day} {month} {year}",
    "نشر بتاريخ: {day}/{number}/{year}",
    "آخر تحديث: {weekday} {day} {month} {year}",
    "{hour}:{minute:02} | {day}-{number}-{year}",
)
_WEEKDAYS = ["الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]
_MONTHS = (
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "كانون-الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين-الأول تشرين-الثاني كانون-الأول",
    "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "محرم صفر ربيع-الأول ربيع-الآخر جمادى-الأولى جمادى-الآخرة رجب شعبان رمضان شوال ذو-القعدة ذو-الحجة",
)

TARGET = Path(__file__).parents[1] / "src" / "arnews" / "labeling" / "data" / "title.json"
SEED = 0
"""Seed of the order of our examples."""
SEEDS = (0, 1, 2, 3)
"""Seeds of the trainings whose weights are averaged: each makes other first lines of the titles."""
SEEN = 3
"""Sentences that a word must begin to be known as an opener."""
COPIES = 2
"""Examples that a title gives."""
PLACED = 0.3
"""Share of the examples that get a printed dateline between title and lead."""
SEPARATED = 0.1
"""Share of the examples that get a mark after the title."""
DATED = 0.15
"""Share of the examples that get a date there."""
SIGNED = 0.1
"""Share of the examples that get a byline there."""
PARAGRAPH = 90
"""Code points of a paragraph whose words are counted."""
BEFORE_VERBS = frozenset(fold("قد وقد لقد لم ولم لن ولن سوف الذي التي عندما بعدما حينما كما فيما").split())
"""Words that verbs follow, mostly."""
VERB_SHARE = 0.08
"""Share of the prints of a word that follow them from which it is one."""
INSIDE = 8
"""How many of the words inside sentences count as one at the beginning."""
STATES = ("T", "B", "L")
"""A word of the title, the first of the lead, another one of the lead."""
SETTINGS = {"c1": 0.02, "c2": 0.3, "max_iterations": 150, "feature.minfreq": 3}
"""L1 and L2, rounds at most, and lines in which a fact must be."""
SMALLEST = 3
"""Weights below this many hundredths are left out."""
_KEY = re.compile(r"[^\W_]+")


def _key(token: str) -> str:
    return "".join(_KEY.findall(fold(token)))


def examples() -> Examples:
    """Return titles with the first paragraphs below them."""
    out = []
    for row in rows(SHARED / "pool.jsonl.gz"):
        title = " ".join((row.get("title") or "").split())
        if not 12 <= len(title) <= 180:
            continue
        start = fold(title)[:40]
        lines = [line.strip() for line in row["text"].split("\n") if len(line.strip()) >= 120]
        lines = [line for line in lines if start not in fold(line)[:220]]
        if lines:
            out.append((title, lines[:2]))
    return out


def own_examples() -> Examples:
    """Return the same of the documents and the pairs that we wrote."""
    out = [(row["title"], [row["lead"]]) for row in rows(DATA / "pairs.jsonl")]
    for text in texts("own"):
        title = next((text.text[start:end] for start, end, role in text.spans if role == "headline"), "")
        lines = [" ".join(text.text[start:end].split()) for start, end, role in text.spans if role == "body"]
        lines = [line for line in lines if len(line) >= 80]
        if title and lines:
            out.append((" ".join(title.split()), lines[:2]))
    random.Random(SEED).shuffle(out)
    return out


def bylines() -> list[str]:
    """Return the bylines of the documents that we wrote."""
    found = {
        " ".join(text.text[start:end].split()) for text in texts("own") for start, end, role in text.spans
        if role == "byline"
    }  # fmt: skip
    return sorted(found)


def paragraphs() -> list[str]:
    """Return the paragraphs whose words are counted."""
    lines = [line.strip() for row in rows(SHARED / "pool.jsonl.gz") for line in row["text"].split("\n")]
    return [line for line in lines if len(line) >= PARAGRAPH]


def words_of(lines: Iterable[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Return which words begin sentences (in hundredths of a logarithm), and which are verbs, by what they follow."""
    begin: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    following: Counter[str] = Counter()
    for line in lines:
        tokens = line.split()
        keys = [_key(token) for token in tokens]
        for index, key in enumerate(keys):
            if not key:
                continue
            if index == 0 or tokens[index - 1][-1] in ".؟!":
                begin[key] += 1
                if key[0] == "و" and len(key) > 4:
                    begin[key[1:]] += 1
            else:
                inside[key] += 1
                following[key] += keys[index - 1] in BEFORE_VERBS
    openers = {
        key: round(100 * math.log((count + 0.2) / (inside[key] / INSIDE + 1)))
        for key, count in sorted(begin.items()) if count >= SEEN
    }  # fmt: skip
    verbs = {}
    for key, count in sorted(following.items()):
        share = count / (inside[key] + begin[key])
        if count >= 2 and share > VERB_SHARE and not key.startswith("ال"):
            verbs[key] = min(3, int(4 * share + 0.5))
    return openers, verbs


def fit(
    data: Examples,
    openers: dict[str, int],
    verbs: dict[str, int],
    datelines: Sequence[str] = (),
    agencies: Sequence[str] = (),
    bylines: Sequence[str] = (),
) -> TitleModel:
    """Return the model that tells the right offset of each example from the others, an average of several trainings."""
    words = TitleModel(openers, verbs, {}, (0, 0, 0, 0))
    made = (_made(data, random.Random(seed), datelines, agencies, bylines) for seed in SEEDS)
    states, steps = averaged([train(_labeled(lines, words), SETTINGS) for lines in made])
    weights: dict[str, list[int]] = {}
    for (fact, state), hundredths in states.items():
        if abs(hundredths) >= SMALLEST:
            weights.setdefault(fact, [0, 0, 0])[STATES.index(state)] = hundredths
    rows = {fact: (each[0], each[1], each[2]) for fact, each in weights.items()}
    return TitleModel(openers, verbs, rows, (steps["T", "T"], steps["T", "B"], steps["B", "L"], steps["L", "L"]))


def _made(
    data: Examples, rng: random.Random, datelines: Sequence[str], agencies: Sequence[str], bylines: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Yield first lines and where the lead begins in each, 0 if no title is in front of it."""
    for title, lines in data:
        for _ in range(COPIES):
            shown = title + (rng.choice(_SEPARATORS) if rng.random() < SEPARATED else "")
            dated = _date(rng) + " " if rng.random() < DATED else ""
            signed = rng.choice(bylines) + " " if bylines and rng.random() < SIGNED else ""
            credits = [dated, signed] if rng.random() < 0.5 else [signed, dated]
            placed = _dateline(rng, datelines, agencies) if datelines and rng.random() < PLACED else ""
            yield f"{shown} {''.join(credits)}{placed}{lines[0]}", len(shown) + 1
        yield from ((line, 0) for line in lines)


def _labeled(made: Iterable[tuple[str, int]], words: TitleModel) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Yield the facts of the words of each first line, and their states."""
    for line, offset in made:
        found = words_with_facts(line, words.looks)
        if any(word.offset == offset for word in found):
            states = ["T" if word.offset < offset else "B" if word.offset == offset else "L" for word in found]
            yield [word.facts for word in found], states


def _dateline(rng: random.Random, lines: Sequence[str], agencies: Sequence[str]) -> str:
    """Return a dateline as newspapers print it in front of a lead."""
    return rng.choice(_FORMS).format(
        line=rng.choice(lines),
        place=rng.choice(_PLACES.split()).replace("-", " "),
        agency=rng.choice(agencies),
        date=f"{rng.randint(1, 28)} {rng.choice(rng.choice(_MONTHS).split()).replace('-', ' ')}"
        + (f" {rng.randint(2005, 2025)}" if rng.random() < 0.5 else ""),
    )


def _date(rng: random.Random) -> str:
    """Return a date as newspapers print it."""
    months = rng.choice(_MONTHS)
    number = rng.randint(1, 12)
    year = rng.randint(1425, 1446) if months is _MONTHS[-1] else rng.randint(2003, 2025)
    return rng.choice(_DATES).format(
        day=rng.randint(1, 28),
        number=number,
        month=months.split()[number - 1].replace("-", " "),
        weekday=rng.choice(_WEEKDAYS),
        year=year,
        hour=rng.randint(0, 23),
        minute=rng.randint(0, 59),
    )


def main() -> None:
    """Train on all titles of the measuring data and ours, and write the file of the package.

    With `-v`, say first how a model does on half of ours that is made without that half.
    """
    data, own = examples(), own_examples()
    datelines = [row["string"] for row in rows(SHARED / "dates" / "datelines.jsonl")]
    with (SHARED / "dates" / "agencies.csv").open(encoding="utf-8") as file:
        agencies = [row[name] for row in csv.DictReader(file) for name in ("abbr_ar", "full_name_ar") if row[name]]
    openers, verbs = words_of(paragraphs())
    if "-v" in sys.argv:
        half = len(own) // 2
        report(fit(data + own[half:], openers, verbs, datelines, agencies, bylines()), own[:half])
    model = fit(data + own, openers, verbs, datelines, agencies, bylines())
    tables = {"openers": model.openers, "verbs": model.verbs, "steps": model.steps, "weights": model.weights}
    body = ",\n".join(
        f'"{name}":{json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True)}'
        for name, table in tables.items()
    )
    TARGET.write_text("{" + body + "}\n", encoding="utf-8")
    print(
        f"{len(data) + len(own)} titles, {len(openers)} openers, {len(verbs)} verbs, {len(model.weights)} facts, "
        f"{TARGET.stat().st_size} bytes"
    )


def report(model: TitleModel, data: Examples) -> None:
    """Print, for several probabilities that a cut needs, how often it is right, wrong, missing, and made in vain."""
    for least in (0.3, 0.5, 0.7, 0.9):
        counts: Counter[str] = Counter()
        for title, lines in data:
            probability, offset = model.best(f"{title} {lines[0]}")
            cut = offset and probability >= least
            counts["missing" if not cut else "right" if offset == len(title) + 1 else "wrong"] += 1
            for line in lines:
                probability, offset = model.best(line)
                counts["no title"] += 1
                counts["cut without"] += bool(offset) and probability >= least
        print(f"probability {least}: {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main()
