"""Figures by outlets left out: `python -m training.heldout`.

The labeled texts are dealt into folds by outlet. Each fold is labeled with weights that were made without it, and what
comes out is scored like `benchmarks.score` does: token F1 of the body, exact bodies, recall, roles by characters.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from copy import copy
from typing import NamedTuple

from arnews.labeling.decide import decide
from arnews.labeling.model import Model
from arnews.labeling.split import split_body_edges
from arnews.roles import Role
from training.augment import Written
from training.corpus import SETS, Labeled, Text, lines_of, own_pages, role_of, texts, written_pages
from training.lines import SEEDS, all_pages, fit

FOLDS = 4
AVERAGED = 3
"""Trainings that are averaged for each fold: half of what the package ships, which takes half the time."""
OURS_ALWAYS = ("own", "examples")
"""Documents that we wrote: they are of no outlet, so every fold learns from them."""
_BODY = frozenset({"body", "subheading"})
_TOKEN = re.compile(r"[\w\u0610-\u061a\u064b-\u065f\u0670]+")


class Score(NamedTuple):
    """How a document did."""

    id: str
    f1: float
    exact: bool
    recall: float
    right: int
    """Code points with the gold role."""
    size: int
    headline: bool | None
    """Whether the headline is right; ``None`` if the gold has none."""
    wrong: list[tuple[str, str, str]]
    """Gold role, role and text of the lines in which body and the rest are confused."""


def fold_of(group: str) -> int:
    """Return the fold of an outlet, the same on every machine."""
    return int(hashlib.md5(group.encode()).hexdigest(), 16) % FOLDS


def score(text: Text, labeled: Labeled, model: Model) -> Score:
    """Return how the model labels a document."""
    pieces = [copy(piece) for piece in labeled.pieces]
    decide(pieces, model)
    decided = [piece.role for piece in pieces]
    segments = split_body_edges(pieces)
    gold = [token for start, end, role in text.spans if role in _BODY for token in _TOKEN.findall(text.text[start:end])]
    mine = [token for piece in segments if str(piece.role) in _BODY for token in _TOKEN.findall(piece.text)]
    shared = sum((Counter(gold) & Counter(mine)).values())
    f1 = 1.0 if not gold and not mine else 2 * shared / (len(gold) + len(mine))
    right = sum(piece.size for piece in segments if role_of(text.spans, piece.start, piece.end) == piece.role)
    titles = [text.text[start:end] for start, end, role in text.spans if role == "headline"]
    title = next((piece.text for piece in segments if piece.role is Role.HEADLINE), "")
    wrong = [
        (role, str(mine_), piece.text)
        for piece, mine_, role in zip(pieces, decided, labeled.roles, strict=True)
        if (role in _BODY) != (mine_ in _BODY)
    ]  # fmt: skip
    return Score(
        text.id, f1, gold == mine, shared / len(gold) if gold else 1.0, right, sum(p.size for p in segments),
        None if not titles else " ".join(titles[0].split()) == " ".join(title.split()), wrong,
    )  # fmt: skip


def score_page(page: Labeled, model: Model) -> Score:
    """Return how the model labels the lines of a page; what the annotators call text is its body."""
    pieces = [copy(piece) for piece in page.pieces]
    decide(pieces, model)
    gold = [token for p, role in zip(pieces, page.roles, strict=True) if role in _BODY for token in p.text.split()]
    mine = [token for piece in pieces if str(piece.role) in _BODY for token in piece.text.split()]
    shared = sum((Counter(gold) & Counter(mine)).values())
    f1 = 1.0 if not gold and not mine else 2 * shared / (len(gold) + len(mine))
    wrong = [
        (role, str(piece.role), piece.text)
        for piece, role in zip(pieces, page.roles, strict=True) if (role in _BODY) != (str(piece.role) in _BODY)
    ]  # fmt: skip
    right = sum(piece.size for piece, role in zip(pieces, page.roles, strict=True) if role == piece.role)
    return Score(
        page.id, f1, gold == mine, shared / len(gold) if gold else 1.0, right, sum(p.size for p in pieces), None, wrong
    )


def line(name: str, scores: Sequence[Score]) -> str:
    """Return the figures of documents in a line."""
    count = len(scores)
    titled = [each.headline for each in scores if each.headline is not None]
    return (
        f"{name:10} {count:4} documents  F1 {sum(s.f1 for s in scores) / count:.4f}"
        f"  exact {sum(s.exact for s in scores) / count:.3f}  recall {sum(s.recall for s in scores) / count:.4f}"
        f"  roles {sum(s.right for s in scores) / sum(s.size for s in scores):.4f}"
        f"  headline {sum(titled) / max(1, len(titled)):.3f}"
    )


def run(names: Sequence[str] = ("dev", "dev2", "pool")) -> dict[str, list[Score]]:
    """Return the scores of the documents of some sets, each with weights made without its outlet."""
    documents = [(name, text, lines_of(text)) for name in names for text in texts(name)]
    learned = texts("labels")  # chosen because they are hard, so they are not among those that are scored
    written = Written.load()
    scores: dict[str, list[Score]] = defaultdict(list)
    others = [(text, lines_of(text)) for text in texts("written")]
    themes = all_pages()
    random = [*own_pages(), *written_pages()]
    ours = [text for name in OURS_ALWAYS for text in texts(name)]
    for fold in range(FOLDS):
        left = [text for text in (*(text for _, text, _ in documents), *learned) if fold_of(text.group) != fold]
        pages = [page for page in themes if fold_of(page.group) != fold] + random
        model = fit([*left, *ours], pages, written, SEEDS[:AVERAGED])
        scores["pages"] += [score_page(page, model) for page in themes if fold_of(page.group) == fold]
        for name, text, labeled in documents:
            if fold_of(text.group) == fold:
                scores[name].append(score(text, labeled, model))
        scores["written"] += [score(text, labeled, model) for text, labeled in others]
    return scores


def main() -> None:
    """Print the figures; with `-v` the lines in which body and the rest are confused."""
    if not any(texts(name) for name in SETS):
        sys.exit("the labeled documents are not there: set ARNEWS_SHARED to the folder that holds corpus/")
    scores = run()
    for name, found in scores.items():
        print(line(name, found))
        if "-v" in sys.argv:
            for each in found:
                if not each.exact and name != "written":
                    print(f"== {name} {each.id} {each.f1:.3f}")
                    for gold, mine, text in each.wrong[:12]:
                        print(f"    {gold} -> {mine} | {text[:110]}")


if __name__ == "__main__":
    main()
