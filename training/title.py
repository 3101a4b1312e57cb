"""Train where the lead begins after a glued title: `python -m training.title`."""

from __future__ import annotations

import json
import math
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from arnews.labeling.title_cut import TitleModel, candidates
from arnews.text.fold import fold, words
from training.corpus import SHARED, rows

__all__ = ["examples", "fit"]

_FORMS = ("{} - ", "{}: ", "({}) ", "({}) - ", "{} / ")

TARGET = Path(__file__).parents[1] / "src" / "arnews" / "labeling" / "data" / "title.json"
SEED = 0
SEEN = 3
"""Paragraphs that a word must begin to be known as an opener."""
KEPT = 0.4
"""Share of the wrong offsets that are learned from: there are thirty for each right one."""
DATELINES = 0.3
"""Share of the examples that get a printed dateline between title and lead."""


def examples() -> list[tuple[str, list[str]]]:
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


def openers(data: Sequence[tuple[str, list[str]]]) -> dict[str, int]:
    """Return how much oftener a word begins a paragraph than it occurs in one or in a title, in hundredths of a log."""
    begin: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for title, lines in data:
        inside.update(words(fold(title)))
        for line in lines:
            first, *rest = words(fold(line[:200])) or [""]
            begin[first] += 1
            inside.update(rest[:11])
    return {
        word: round(100 * math.log((count + 0.2) / (inside[word] + 1)))
        for word, count in sorted(begin.items()) if count >= SEEN and word
    }  # fmt: skip


def fit(data: Sequence[tuple[str, list[str]]], datelines: Sequence[str] = ()) -> TitleModel:
    """Return the model that tells the right offset of each example from the others."""
    rng = random.Random(SEED)
    known = openers(data)
    trainer = pycrfsuite.Trainer(verbose=False)
    for title, lines in data:
        placed = rng.choice(_FORMS).format(rng.choice(datelines)) if datelines and rng.random() < DATELINES else ""
        for offset, facts in candidates(f"{title} {placed}{lines[0]}", known):
            right = offset == len(title) + 1
            if right or rng.random() < KEPT:
                trainer.append([facts], ["1" if right else "0"])
        for line in lines:
            for _, facts in candidates(line, known):
                if rng.random() < KEPT:
                    trainer.append([facts], ["0"])
    trainer.set_params({"c1": 0.02, "c2": 0.3, "max_iterations": 120, "feature.minfreq": 3})
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/title.crfsuite")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/title.crfsuite")
        info = tagger.info()
    weights: Counter[str] = Counter()
    for (fact, right), weight in info.state_features.items():
        weights[fact] += round(100 * weight) * (1 if right == "1" else -1)
    return TitleModel(known, {fact: weight for fact, weight in sorted(weights.items()) if weight})


def main() -> None:
    """Train on all titles of the measuring data and write the file of the package; say how it does on a tenth."""
    data = examples()
    lines = [row["string"] for row in rows(SHARED / "dates" / "datelines.jsonl")]
    report(data, lines)
    model = fit(data, lines)
    body = json.dumps(
        {"openers": model.openers, "weights": model.weights}, ensure_ascii=False, indent=0, sort_keys=True
    )
    TARGET.write_text(body + "\n", encoding="utf-8")
    print(
        f"{len(data)} titles, {len(model.openers)} openers, {len(model.weights)} facts, {TARGET.stat().st_size} bytes"
    )


def report(data: Sequence[tuple[str, list[str]]], datelines: Sequence[str]) -> None:
    """Print, for several scores that a cut needs, how often it is right, wrong, missing, and made without a title."""
    shuffled = random.Random(SEED).sample(data, len(data))
    part = len(data) // 10
    model = fit(shuffled[part:], datelines)
    for least in (-50, 0, 50, 100, 150, 200):
        counts: Counter[str] = Counter()
        for title, lines in shuffled[:part]:
            score, offset = model.best(f"{title} {lines[0]}")
            counts["missing" if score < least else "right" if offset == len(title) + 1 else "wrong"] += 1
            for line in lines:
                counts["no title"] += 1
                counts["cut without"] += model.best(line)[0] >= least
        print(f"score {least:4}: {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main()
