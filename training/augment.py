"""Documents made again: with written lines at their places, and with part of the evidence of rules taken away.

Outlets that nobody has seen print words that no rule knows, so the model must not lean on rules alone.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from arnews.labeling.pieces import Piece
from training.corpus import Text, own_lines

__all__ = ["Written", "flatten", "insert", "teasers_of", "without_rules"]

_TEASERS = 0.06
"""Share of the copies that leads of other articles follow."""
_TEASER_WORDS = (10, 70)
"""Words of a lead that others print as a teaser."""
_KEYWORDS = 0.1
"""Share of the copies below whose text its keywords are printed, one a line, without a heading."""
_JOINED = 0.9
"""Share of the line ends that a flattened copy loses."""
_UNSPACED = 0.1
"""Share of the flattened copies in which not even a blank is left there."""
_PARAGRAPH = 80
"""Code points of a body paragraph that lines are put between."""


@frozen
class Written:
    """Lines of our own by the place that they are printed at."""

    lines: dict[str, list[tuple[str, str]]]
    """Single lines of the places `head`, `inside` and `tail`."""
    heads: list[list[tuple[str, str]]]
    """Whole heads of articles."""
    tails: list[list[tuple[str, str]]]
    """Whole tails."""
    traps: list[list[tuple[str, str]]] = field(repr=False)
    """Lines of articles that look like boilerplate, those of one list together."""

    @classmethod
    def load(cls, keep: float = 1.0, seed: int = 0) -> Written:
        """Return all written lines, or a random share of them, so that the others can test what was learned."""
        rng = random.Random(seed)
        chosen = [row for row in own_lines("lines") if rng.random() < keep]
        lines: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in chosen:
            lines[row["place"]].append((row["text"], row["role"]))
        groups = [row for row in own_lines("groups") if rng.random() < keep]
        heads, tails = (
            [
                [(line["text"], line["role"]) for line in row["lines"] if line["role"] != "body"]
                for row in groups
                if row["place"] == place
            ]
            for place in ("head", "tail")
        )  # fmt: skip
        traps: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in own_lines("traps"):
            traps[row.get("group") or row["text"]].append((row["text"], row["role"]))
        return cls(dict(lines), heads, tails, list(traps.values()))


def without_rules(pieces: Sequence[Piece], share: float, rng: random.Random) -> list[Piece]:
    """Return copies of the lines, a share of those that a rule knows without what it says."""
    from copy import copy

    copies = [copy(piece) for piece in pieces]
    for piece in copies:
        if piece.reason is not None and piece.reason.rule is not None and rng.random() < share:
            piece.role, piece.reason, piece.hard, piece.ends, piece.opens = None, None, False, False, False
    return copies


def teasers_of(texts: Iterable[Text]) -> list[tuple[str, str]]:
    """Return the title and the first paragraph of documents, which other pages print below their own articles."""
    found: list[tuple[str, str]] = []
    for text in texts:
        title = next((text.text[start:end] for start, end, role in text.spans if role == "headline"), "")
        lead = next((text.text[start:end] for start, end, role in text.spans if role == "body"), "")
        if _TEASER_WORDS[0] <= len(lead.split()) <= _TEASER_WORDS[1]:
            found.append((title, lead))
    return found


def insert(text: Text, written: Written, rng: random.Random, others: Sequence[tuple[str, str]] = ()) -> Text | None:
    """Return the text with written lines put where such lines are printed, ``None`` if it has too few paragraphs.

    `others` are titles and leads of other documents: now and then some of them follow the article.
    """
    spans = text.spans
    body = [index for index, (start, end, role) in enumerate(spans) if role == "body" and end - start >= _PARAGRAPH]
    if len(body) < 2:
        return None
    first, last = body[0], body[-1]
    added: dict[int, list[tuple[str, str]]] = defaultdict(list)
    begin = 0
    if rng.random() < 0.6:
        single = written.tails and rng.random() < 0.35
        added[last + 1] += rng.choice(written.tails) if single else _some(written.lines["tail"], (1, 1, 1, 2, 3), rng)
    if rng.random() < _KEYWORDS:
        added[last + 1] += _keywords([text.text[spans[index][0] : spans[index][1]] for index in body], rng)
    if others and rng.random() < _TEASERS:
        added[last + 1] += _teasers(others, rng)
    if len(body) > 3 and rng.random() < 0.4:
        added[rng.choice(body[1:-1])] += _some(written.lines["inside"], (1,), rng)
    if len(body) > 3 and rng.random() < 0.5:
        added[rng.choice(body[1:-1])] += rng.choice(written.traps)
    if written.heads and rng.random() < 0.3:
        added[first] += rng.choice(written.heads)
        begin = first
    elif rng.random() < 0.3:
        added[first] += _some(written.lines["head"], (1,), rng)
    return _build(text, begin, added)


def flatten(text: Text, rng: random.Random) -> Text:
    """Return the text without most of its line ends, as many published data sets are."""
    between = "" if rng.random() < _UNSPACED else " "
    parts: list[_Part] = []
    for start, end, role in text.spans:
        gap = "" if not parts else between if rng.random() < _JOINED else "\n"
        parts.append((gap, " ".join(text.text[start:end].split()), role))
    return _text(text, "=", parts)


def _keywords(paragraphs: Sequence[str], rng: random.Random) -> list[tuple[str, str]]:
    """Return a few noun phrases of a text, as many systems print the keywords of an article below it."""
    found: dict[str, None] = {}
    for _ in range(rng.choice((3, 4, 5, 6, 7))):
        words = rng.choice(paragraphs).split()
        nouns = [at for at, word in enumerate(words) if word.startswith("ال") and word.isalpha() and len(word) > 4]
        if nouns:
            at = rng.choice(nouns)
            phrase = words[at : at + 2] if at + 1 in nouns else words[at : at + 1]
            if at and len(words[at - 1]) > 4 and rng.random() < 0.3:
                phrase.insert(0, words[at - 1])
            found[" ".join(word.strip('،.؛:؟!"«»()') for word in phrase)] = None
    mark = rng.choice(("", "", "#"))
    return [(mark + phrase, "tags") for phrase in found if phrase]


def _teasers(others: Sequence[tuple[str, str]], rng: random.Random) -> list[tuple[str, str]]:
    """Return leads of other articles, some of them cut, some below their titles."""
    titled, cut = rng.random() < 0.3, rng.random() < 0.4
    lines: list[tuple[str, str]] = []
    for title, lead in rng.sample(others, min(len(others), rng.choice((2, 3, 4, 5, 6)))):
        words = lead.split()
        if titled and title:
            lines.append((title, "related_item"))
        shown = " ".join(words[: rng.randint(12, 30)]) + rng.choice(("...", "…", " ..")) if cut else lead
        lines.append((shown, "related_item"))
    return lines


def _some(lines: list[tuple[str, str]], counts: Sequence[int], rng: random.Random) -> list[tuple[str, str]]:
    return [rng.choice(lines) for _ in range(rng.choice(counts))]


def _build(text: Text, begin: int, added: dict[int, list[tuple[str, str]]]) -> Text:
    gap = "\n\n" if "\n\n" in text.text else "\n"
    parts: list[_Part] = []
    for index in range(begin, len(text.spans)):
        parts += [(gap, line, role) for line, role in added.get(index, ())]
        start, end, role = text.spans[index]
        between = text.text[text.spans[index - 1][1] : start] if index > begin else gap
        parts.append((gap if added.get(index) else between, text.text[start:end], role))
    parts += [(gap, line, role) for line, role in added.get(len(text.spans), ())]
    return _text(text, "+", parts)


_Part = tuple[str, str, str]
"""What is between a part and the one before, the part, its role."""


def _text(source: Text, mark: str, parts: Iterable[_Part]) -> Text:
    """Return a text of parts; what would be before the first one is left out."""
    written: list[str] = []
    spans: list[tuple[int, int, str]] = []
    at = 0
    for between, part, role in parts:
        if spans:
            written.append(between)
            at += len(between)
        written.append(part)
        spans.append((at, at + len(part), role))
        at += len(part)
    return Text(source.id + mark, "".join(written), tuple(spans), source.group)
