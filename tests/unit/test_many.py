"""Many documents in plain Python: order, errors as values, processes that die."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import arnews
from arnews.errors import ConfigurationError
from arnews.many import Keys, Parsed, Row, made_rows
from arnews.parser import Parser
from tests.unit.test_limits import _busy

TEXT = "افتتاح المعرض الدولي للكتاب\n\nافتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير.\n\nشارك المقال\n"
PAGE = "<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.</p>"


class Trap(Parser):
    """A parser on which some texts have the effect that they name."""

    def parse(self, document: str | bytes, **options: Any) -> arnews.Article:
        _spring(document)
        return super().parse(document, **options)

    def parse_text(self, text: str, **options: Any) -> arnews.Article:
        _spring(text)
        return super().parse_text(text, **options)


def _spring(document: str | bytes) -> None:
    if document == "raise":
        raise RuntimeError("no way")
    if document == "hang":
        _busy()
    if document == "exit":
        os._exit(3)


def test_texts_pages_and_mappings_are_rows() -> None:
    parser = Parser()
    url = "https://www.example.com/1"
    rows: list[Row] = [TEXT, PAGE, PAGE.encode(), {"text": TEXT, "url": url}, {"html": PAGE, "text": TEXT, "url": None}]
    found = list(parser.parse_many(rows))
    assert [each.row for each in found] == rows
    assert [each.article for each in found] == [
        parser.parse(TEXT),
        parser.parse(PAGE),
        parser.parse(PAGE.encode()),
        parser.parse_text(TEXT, url=url),
        parser.parse_html(PAGE),
    ]


def test_keys_can_be_named() -> None:
    parser = Parser()
    rows = [{"content": TEXT, "link": "https://www.example.com/1"}]
    assert list(parser.parse_many(rows, text="content", url="link")) == [
        Parsed(rows[0], parser.parse_text(TEXT, url="https://www.example.com/1"), None)
    ]


def test_charset_and_moment_of_a_row_are_used() -> None:
    page = PAGE.replace("<p>", "<time>منذ ساعتين</time><p>", 1).encode("cp1256")
    row = {"html": page, "encoding": "windows-1256", "fetched_at": "2024-03-12T10:00"}
    (found,) = Parser().parse_many([row])
    assert found.article is not None
    assert found.article.headline == "افتتاح المعرض"
    assert found.article.date_published is not None
    assert found.article.date_published.isoformat() == "2024-03-12T08:00"


def test_errors_are_values() -> None:
    rows: list[Any] = [
        {"text": "raise"},
        {"text": 7},
        {},
        7,
        {"text": "hang"},
        {"text": TEXT, "fetched_at": "soon"},
        TEXT,
    ]
    found = list(Trap().parse_many(rows, time_limit=0.2))
    assert [each.row for each in found] == rows
    errors = [each.error or "" for each in found]
    assert errors[0] == "RuntimeError: no way"
    assert errors[1].startswith("TypeError: ")
    assert errors[2] == "no 'text' and no 'html' in this row"
    assert errors[3].startswith("TypeError: ")
    assert errors[4] == "took longer than 0.2 s"
    assert errors[5].startswith("ValueError: ")
    assert errors[6] == ""


def test_processes_keep_the_order_and_outlive_those_that_die() -> None:
    texts = [f"{TEXT}\n{number}" for number in range(150)]
    for place, effect in {3: "exit", 40: "hang", 41: "raise", 120: "exit"}.items():
        texts[place] = effect
    found = list(Trap().parse_many(({"text": text} for text in texts), processes=2, time_limit=1))
    assert [each.row["text"] for each in found] == texts
    assert {number: each.error for number, each in enumerate(found) if each.error} == {
        3: "the process that parsed it died",
        40: "took longer than 1 s",
        41: "RuntimeError: no way",
        120: "the process that parsed it died",
    }
    good = [each for each in found if not each.error]
    assert [each.article for each in good] == [Parser().parse_text(each.row["text"]) for each in good]


def _told(parsed: Parsed) -> tuple[int, str]:
    headline = parsed.article.headline if parsed.article is not None else None
    return os.getpid(), headline or parsed.error or ""


def test_what_is_made_of_an_article_is_made_where_it_was_parsed() -> None:
    rows = [TEXT, "raise", *[PAGE] * 70]
    found = [list(made_rows(Trap(), rows, Keys(), processes, None, _told)) for processes in (1, 2)]
    assert [[row for row, _ in each] for each in found] == [rows, rows]
    (here, *alone), (first, *others) = (zip(*(told for _, told in each), strict=True) for each in found)
    assert alone == others == [("افتتاح المعرض الدولي للكتاب", "RuntimeError: no way", *["افتتاح المعرض"] * 70)]
    assert set(here) == {os.getpid()}
    assert os.getpid() not in first


def test_rows_are_read_as_they_are_needed() -> None:
    read: list[int] = []

    def rows() -> Iterator[str]:
        for number in range(10):
            read.append(number)
            yield TEXT

    found = Parser().parse_many(rows())
    next(found)
    assert read == [0]


def test_what_cannot_work_is_refused_at_once() -> None:
    with pytest.raises(ConfigurationError):
        Parser().parse_many([], processes=0)
    with pytest.raises(ConfigurationError):
        Parser().parse_many([], time_limit=0)
    with pytest.raises(TypeError, match="not one str"):
        Parser().parse_many(TEXT)


def test_a_script_without_a_guard_is_told(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(
        "from arnews import Parser\nprint(list(Parser().parse_many(['x'], processes=2)))\n", encoding="utf-8"
    )
    result = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False)
    assert (result.returncode, result.stdout) == (1, "")
    assert "parse_many with processes must be below if __name__ == '__main__':" in result.stderr
