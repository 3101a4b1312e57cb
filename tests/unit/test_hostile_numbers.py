"""Numbers of thousands of digits: Python refuses to read them, so whatever reads a number is asked for one."""

from __future__ import annotations

import ast
import datetime
import json
import re
from pathlib import Path

import pytest

import arnews
from arnews.cli import main
from arnews.reading.feed import read_feed
from arnews.testing import laws, page_laws
from arnews.text.references import unescape
from tests.architecture.sources import modules
from tests.property.families import CROSSED, LONG, MORE_PAGES, PARAGRAPH, PIECES, TITLE

DIGITS = 5000
"""More than the 4,300 that `int` reads."""
NUMBERS = ("9" * DIGITS, "٩" * DIGITS, "0" * DIGITS + "1")
REFERENCES = tuple(f"&#{number};" for number in NUMBERS)
MOMENT = datetime.datetime(2024, 1, 1)
SLOTS = (
    "منذ {} ساعات",
    "{} hours ago",
    "{} شباط 2024",
    "12 شباط {}",
    "{0}/{0}/{0}",
    "{}:30 م",
    "2024-01-01T{0}:00+{0}",
)


def _page(body: str, **stated: object) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-05-01", **stated})
    return f"<script type=application/ld+json>{data}</script>{body}"


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: ascii(number[:1]))
def test_numbers_in_lines_of_every_kind(number: str) -> None:
    for piece in PIECES.values():
        line = re.sub(r"\d+", number, piece) if re.search(r"\d", piece) else f"{number} {piece}{number}"
        text = f"{TITLE}\n{line}\n{PARAGRAPH}\n{line}"
        laws.check_partition(laws.check_total(text), text)
    for slot in SLOTS:
        arnews.parse_date(slot.format(number), relative_to=MOMENT)
        arnews.find_dates(slot.format(number))


@pytest.mark.parametrize("number", [*NUMBERS, *REFERENCES], ids=lambda number: ascii(number[:3]))
def test_numbers_in_pages_of_every_kind(number: str) -> None:
    for write in (*CROSSED.values(), *LONG.values(), *MORE_PAGES.values()):
        page_laws.check_total(re.sub(r"(?<![a-z0-9])\d+", number, write(8)))


@pytest.mark.parametrize("name", ["articleBody", "headline", "datePublished", "author", "keywords", "articleSection"])
@pytest.mark.parametrize("reference", REFERENCES, ids=lambda number: ascii(number[:3]))
def test_character_references_in_what_a_page_states(name: str, reference: str) -> None:
    body = {"articleBody": PARAGRAPH * 3, name: f"{PARAGRAPH} {PARAGRAPH} {reference}"}
    page = _page("<div id=app></div>", **body)
    page_laws.check_partition(page_laws.check_total(page))
    # A script whose marks are references is decoded as a whole.
    page_laws.check_total(page.replace('"', "&quot;"))


def test_character_references_in_a_feed() -> None:
    item = f"<item><title>افتتاح المعرض {REFERENCES[0]}</title><link>/1?a={REFERENCES[0]}</link></item>"
    feed = read_feed(f"<rss><channel>{item}</channel></rss>")
    assert feed is not None
    assert feed.text == "افتتاح المعرض \ufffd"


def test_references_mean_what_they_meant() -> None:
    assert unescape("&#x627;&amp;#1575; &#1575 &lt &nosuch; &#" + "0" * 30 + "1575;") == "ا&#1575; ا < &nosuch; ا"


def test_references_are_decoded_in_one_place() -> None:
    # `html.unescape` raises at a number that is too long.
    users = {
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and node.module == "html" and "unescape" in {x.name for x in node.names})
        or (isinstance(node, ast.Attribute) and ast.unparse(node) == "html.unescape")
    }
    assert users == {"text/references.py"}


def test_a_line_that_no_text_has_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "a.txt"
    text.write_text(PARAGRAPH, encoding="utf-8")
    assert main(["explain", "--why", NUMBERS[0], str(text)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert len(told) < 1100
