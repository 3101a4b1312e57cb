"""Pages and texts are told apart by what they begin with and by how much markup there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from arnews.reading.kind import is_page

EXAMPLES = Path(__file__).parents[2] / "examples"
SENTENCE = "افتتح الوزير أمس المعرض الدولي للكتاب في القاهرة، وحضره جمهور كبير من القراء."

PAGES = {
    "doctype": f"<!DOCTYPE html>\n<title>خبر</title>{SENTENCE}",
    "a root alone": f"<html lang='ar'>{SENTENCE}",
    "a body alone": f"<body>{SENTENCE}",
    "a mark first": f"\ufeff\r\n<!doctype html><p>{SENTENCE}",
    "a declaration first": f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD">{SENTENCE}',
    "a comment first": f"<!-- cached 12:05 -->\n\n<HTML><BODY>{SENTENCE}",
    "a warning first": f"Warning: mysql_connect() in /x.php\n<html><head><title>خبر</title></head><body>{SENTENCE}",
    "paragraphs": f"<p>{SENTENCE}</p>\n<p>{SENTENCE}</p>",
    "one container": f'<div class="story"><h1>خبر</h1>\n{SENTENCE}\n{SENTENCE}\n{SENTENCE}\n{SENTENCE}</div>',
    "breaks only": f"{SENTENCE}<br><br>{SENTENCE}<br><br>{SENTENCE}",
    "a table": f"<table width=100%><tr><td>{SENTENCE}</td></tr></table>",
    "one paragraph": f"<p>{SENTENCE}</p>",
}
TEXTS = {
    "nothing": "",
    "plain": SENTENCE,
    "a tag is mentioned": f"يكتب المبرمج الوسم <p> في أول الفقرة، ثم <div> و<span> لغيرها.\n{SENTENCE}",
    "one leftover break": f"{SENTENCE}<br>\n{SENTENCE}",
    "a few leftover tags": f"{SENTENCE}<br>\n" + f"{SENTENCE}\n" * 8 + '<a href="/x">خبر</a>',
    "links between lines": f'خبر <a href="/1">أول</a>\nخبر <a href="/2">ثان</a>\n{SENTENCE}\nخبر <a href="/3">ثالث</a>',
    "bold at the start": f"<b>عاجل</b> {SENTENCE}\n{SENTENCE}",
    "shortcodes": f"[caption id=1 width=300]صورة[/caption]\n{SENTENCE}\n[ad_1]\n[gallery ids=1,2]",
    "comparisons": f"كان 3 < 5 و 7 > 2\n{SENTENCE}",
    "quoted page": f"{SENTENCE}\nيبدأ كل ملف بالسطر <!DOCTYPE html> كما قال.\n{SENTENCE}\n{SENTENCE}",
}
ENCODINGS = ("utf-8", "utf-8-sig", "windows-1256", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    assert is_page(PAGES[name])


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str) -> None:
    assert not is_page(TEXTS[name])


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_bytes_say_the_same_in_every_encoding(encoding: str) -> None:
    pages = [page.lstrip("\ufeff") for page in PAGES.values()]
    assert [is_page(page.encode(encoding)) for page in pages] == [True] * len(PAGES)
    assert [is_page(text.encode(encoding)) for text in TEXTS.values()] == [False] * len(TEXTS)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_example_texts_are_texts(path: Path) -> None:
    assert not is_page(path.read_bytes())


@pytest.mark.parametrize("piece", ["<", "<p", "</", "<!--", "<a href=", "<? ", " ", "\x00"])
def test_no_text_is_looked_at_for_long(piece: str) -> None:
    assert is_page(piece * 5_000_000) is False
