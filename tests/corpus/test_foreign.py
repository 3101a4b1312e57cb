"""Inputs that nobody here wrote: every door takes all of them, keeps the partition, and is quick."""

from __future__ import annotations

import gzip
import json
from time import process_time

import pytest

import arnews
from arnews.testing import laws, page_laws
from tests.corpus.measuring import CORPUS

INPUTS = CORPUS / "foreign" / "inputs.jsonl.gz"
CHUNKS = 8
SECONDS = 2.0
"""Processor time that no input may take, all doors together."""
pytestmark = pytest.mark.skipif(not INPUTS.exists(), reason="the foreign inputs are not on this machine")


def _inputs(chunk: int) -> list[str]:
    with gzip.open(INPUTS, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["input"] for number, line in enumerate(lines) if number % CHUNKS == chunk]


def _every_door(given: str) -> None:
    text_article = laws.check_total(given)
    laws.check_partition(text_article, given)
    page_article = page_laws.check_total(given)
    page_laws.check_partition(page_article)
    labeled = arnews.label(arnews.read_text(given))
    assert labeled.segments == text_article.segments or text_article.issues
    raw = given.encode("utf-8", errors="surrogatepass")
    for article in (text_article, page_article, arnews.parse(given), arnews.parse(raw, url=given)):
        laws.check_round_trip(article)
        arnews.to_json_ld(article)
    arnews.explain_text(page_article)
    arnews.explain_html(page_article, page_article.document_text or "")
    arnews.explain_text(text_article)
    arnews.explain_html(text_article, given)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_door_takes_all_of_them(chunk: int) -> None:
    for given in _inputs(chunk):
        start = process_time()
        _every_door(given)
        assert process_time() - start < SECONDS, ascii(given)
