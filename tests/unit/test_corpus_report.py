"""arnews report and the card: every number can be counted again from the rows."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from arnews.cli import main
from arnews.corpus.counts import Counts
from arnews.corpus.parts import OutputFolder, part_rows
from arnews.corpus.samples import Look
from tests.unit.test_corpus_convert import given_rows, read, write_jsonl

NOTICE = "يمكنكم متابعة آخر الأخبار على منصتنا الجديدة فور صدورها، ومشاركة الرأي مع محررينا كل صباح."


@pytest.fixture
def out(tmp_path: Path) -> Path:
    rows = given_rows(30)
    for each in rows[:4]:
        each["text"] = "\n\n".join(
            (
                f"افتتاح المعرض رقم {each['size']}",
                "افتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير من القراء.",
                NOTICE,
                f"وقال الوزير إن المعرض يستمر {each['size'] + 3} أيام في المدينة القديمة.",
            )
        )
    rows[5]["text"] = None
    rows.append(
        {"id": "<script>", "text": "افتتاح <b>المعرض</b>\n\nافتتح الوزير المعرض…\n", "url": "https://www.example.com/x"}
    )
    path = write_jsonl(tmp_path / "a.jsonl", rows)
    assert main(["convert", str(path), str(tmp_path / "out"), "--rows", "7", "--workers", "1"]) == 0
    return tmp_path / "out"


def test_the_page_needs_nothing_else_and_is_well_formed(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(out)]) == 0
    path = out / "_arnews" / "report.html"
    assert capsys.readouterr().err.splitlines()[-1] == f"arnews: wrote {path}"
    page = path.read_text(encoding="utf-8")
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=|url\(", page)
    opened: list[str] = []

    class Check(HTMLParser):
        def handle_startendtag(self, tag: str, attrs: object) -> None:
            assert tag == "rect"

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag not in ("meta", "br"):
                opened.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert opened.pop() == tag

    Check().feed(page)
    assert opened == []


def test_the_numbers_are_those_of_the_rows(out: Path) -> None:
    main(["report", str(out)])
    rows = read(out)
    page = (out / "_arnews" / "report.html").read_text(encoding="utf-8")
    assert f"<b>{len(rows)}</b><span>documents</span>" in page
    assert "<b>1</b><span>with an error</span>" in page
    counts = Counts.of(rows)
    for name in ("roles", "kinds", "outlets", "issues"):
        for key, count in counts.tables[name].items():
            if key != "(unknown)":
                assert re.search(rf">{re.escape(key)}</td>.*?<td class=\"n\">{count:,}</td>", page)


def test_the_counts_of_the_parts_are_those_of_the_rows(out: Path) -> None:
    from arnews.corpus.card import all_counts

    layout = OutputFolder(out)
    assert all_counts(layout) == Counts.of(row for path in layout.parts() for row in part_rows(path))
    assert Counts.loaded(all_counts(layout).dumped()) == all_counts(layout)


def test_lines_that_documents_of_an_outlet_share_are_shown(out: Path) -> None:
    main(["report", str(out)])
    found = [json.loads(line) for line in (out / "_arnews" / "repeated.jsonl").read_text(encoding="utf-8").splitlines()]
    notice = [each for each in found if each["line"] == NOTICE]
    assert notice == [
        {
            "outlet": "www.example.com",
            "domain": "www.example.com",
            "line": NOTICE,
            "documents": 4,
            "ids": ["n0", "n1", "n2"],
        }
    ]
    assert NOTICE in (out / "_arnews" / "report.html").read_text(encoding="utf-8")


def test_doubtful_documents_are_shown_with_the_reason(out: Path) -> None:
    page_path = out / "page.html"
    assert main(["report", str(out), "--html", str(page_path), "--samples", "2"]) == 0
    page = page_path.read_text(encoding="utf-8")
    assert page.count('class="why"') == 2
    assert "&lt;script&gt;" in page


def test_the_card_can_be_read_by_the_hub(out: Path) -> None:
    card = (out / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\nlanguage:\n- ar\n")
    assert "data_files: data/*.parquet" in card
    assert "31 documents, 1 of them with an error" in card
    assert re.search(r"rules [0-9a-f]{12}\)", card)


def test_a_folder_without_a_table_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"arnews: {tmp_path} has no table that arnews convert made\n"


def test_a_table_of_json_lines_is_counted_again(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", given_rows(6))
    assert main(["convert", str(path), str(tmp_path / "out"), "--format", "jsonl", "--workers", "1"]) == 0
    assert main(["report", str(tmp_path / "out")]) == 0
    assert "6 documents, 0 of them" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_lines_that_are_held_have_a_bound() -> None:
    look = Look(most=5, most_lines=10)
    row: dict[str, Any] = {
        "url": "https://www.example.com/1",
        "outlet": None,
        "error": None,
        "issues": [],
        "kind": "article",
    }
    often = "حمل التطبيق من هنا الآن"
    for number in range(100):
        # Each line twice: none of them was seen once only.
        lines = (often, f"يمكنكم متابعة الخبر رقم {number // 2}")
        look.add({**row, "id": str(number), "text": "\n\n".join(lines), "quality": None})
        assert len(look._lines) <= 11
    assert [each.line for each in look.repeated()][:1] == [often]
