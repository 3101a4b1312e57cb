"""Sequence models by python-crfsuite, and the average of several: the one place that knows that library."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pycrfsuite

__all__ = ["averaged", "train"]


def train(data: Iterable[tuple[Sequence[Sequence[str]], Sequence[str]]], settings: Mapping[str, Any]) -> Any:
    """Return what python-crfsuite tells of the model that fits the sequences of facts and labels; it has no types."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for facts, labels in data:
        trainer.append(facts, labels)
    trainer.set_params(settings)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/model.crfsuite"
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return tagger.info()


def averaged(trained: Sequence[Any]) -> tuple[dict[tuple[str, str], int], Counter[tuple[str, str]]]:
    """Return the mean weights (hundredths) of facts with labels, in order, and of labels with the next."""
    states: Counter[tuple[str, str]] = Counter()
    steps: Counter[tuple[str, str]] = Counter()
    for info in trained:
        states.update(info.state_features)
        steps.update(info.transitions)
    share = 100 / len(trained)
    hundredths = {pair: round(share * weight) for pair, weight in sorted(states.items())}
    return hundredths, Counter({pair: round(share * weight) for pair, weight in steps.items()})
