"""What the measuring data must score, whatever else changes. The floors are in ``floors.toml``."""

from __future__ import annotations

from pathlib import Path

import pytest

import arnews
from tests.corpus.measuring import CORPUS, GOLD, TEXTS, Row, floors, needs_corpus, rows, run, score, write_rows

pytestmark = needs_corpus

SEEDS = tuple(f"seed{number}" for number in range(5))
SHOWN = 20


def _blank(char: str) -> bool:
    """Tell whether a character may be left out of an annotator's span: it prints nothing."""
    return char.isspace() or char in "\u200b\u200c\u200d\u200e\u200f\u00ad\ufeff"


@pytest.fixture(scope="module")
def seeds() -> dict[str, tuple[str, Row]]:
    texts = {row["id"]: row["text"] for row in rows(TEXTS) if row["id"] in SEEDS}
    return {row["id"]: (texts[row["id"]], row) for row in rows(GOLD) if row["id"] in SEEDS}


@pytest.fixture(scope="module")
def dev(tmp_path_factory: pytest.TempPathFactory) -> Row:
    return score(GOLD, TEXTS, tmp_path_factory.mktemp("dev"))


@pytest.mark.parametrize("name", SEEDS)
def test_every_segment_of_a_seed_is_right(seeds: dict[str, tuple[str, Row]], name: str) -> None:
    text, gold = seeds[name]
    roles: list[str | None] = [None] * len(text)
    rules = [""] * len(text)
    for segment in arnews.parse_text(text).segments:
        for at in range(segment.start, segment.end):
            roles[at], rules[at] = str(segment.role), segment.rule
    wrong = []
    for span in gold["spans"]:
        first = next(
            (i for i in range(span["start"], span["end"]) if not _blank(text[i]) and roles[i] != span["role"]), None
        )
        if first is not None:
            wrong.append(
                f"{span['role']} is {roles[first]} by {rules[first]}: {text[span['start'] : span['end']][:70]}"
            )
    assert not wrong, "\n".join(wrong)


def test_every_field_of_the_seeds_is_right(tmp_path: Path) -> None:
    gold = write_rows(tmp_path / "gold.jsonl", (row for row in rows(GOLD) if row["id"] in SEEDS))
    texts = write_rows(tmp_path / "texts.jsonl", (row for row in rows(TEXTS) if row["id"] in SEEDS))
    result = score(gold, texts, tmp_path)
    assert (result["documents"], result["errors"]) == (len(SEEDS), 0)
    assert {name: value for name, (value, _) in result["fields"].items() if value < 1} == {}
    assert result["false_fields"] == {}
    assert (result["exact"], result["lossless"]) == (1, 1)


def test_no_document_of_the_dev_set_fails(dev: Row) -> None:
    assert dev["documents"] > 0
    assert dev["errors"] == 0


@pytest.mark.parametrize("name", floors()["texts"])
def test_texts(dev: Row, name: str) -> None:
    assert dev[name] >= floors()["texts"][name]


@pytest.mark.parametrize("name", floors()["fields"])
def test_fields(dev: Row, name: str) -> None:
    value, _ = dev["fields"][name]
    assert value >= floors()["fields"][name]


def test_lines_that_look_like_boilerplate_stay_in_the_body() -> None:
    """Two of a hundred may be dropped; the script prints which."""
    done = run("traps.py")
    *dropped, last = done.stdout.strip().splitlines()
    kept, _, many, *_ = last.split()
    assert int(kept) >= floors()["traps"]["kept"] * int(many), "\n".join(dropped)


def test_clean_bodies_keep_their_text() -> None:
    """Of bodies without boilerplate next to nothing leaves the kept roles."""
    bodies = [row["text"] for row in rows(CORPUS / "pool.jsonl.gz") if row["clean"]]
    assert bodies
    lost = [s for text in bodies for s in arnews.parse_text(text).segments if not s.role.kept]
    lost.sort(key=lambda segment: segment.start - segment.end)
    share = sum(len(segment.text) for segment in lost) / sum(map(len, bodies))
    report = [f"{segment.role} by {segment.rule}: {segment.text[:100]}" for segment in lost[:SHOWN]]
    assert share <= floors()["clean"]["lost"], "\n".join([f"{share:.2%} of the characters were lost", *report])
