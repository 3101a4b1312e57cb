"""The page of the explanation in a real browser: wide and narrow, light and dark, in both languages.

A page of our own holds the explanation in a frame, measures it, and writes down what it found; Chromium prints that.
The frame has a content policy without scripts, which does not bind the page around it.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import arnews
from arnews import Article, Link
from arnews.export.reasons import Language

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER = os.environ.get("ARNEWS_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
EXAMPLES = Path(__file__).parents[2] / "examples"
WIDE, NARROW = 1280, 400
LEAST_CONTRAST = 4.5
"""Contrast of text by WCAG 2.2, level AA."""

pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no Chromium: install one (apt-get install chromium), or name it in ARNEWS_BROWSER"
)

MEASURE = """
const frame = document.querySelector('iframe');
function contrast(one, other) {
  const light = color => {
    const parts = color.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
      .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * parts[0] + .7152 * parts[1] + .0722 * parts[2];
  };
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
  return (high + .05) / (low + .05);
}
function measure() {
  const page = frame.contentDocument, view = frame.contentWindow, root = page.documentElement;
  const one = selector => page.querySelector(selector);
  const style = (selector, name) => one(selector) && view.getComputedStyle(one(selector))[name];
  const box = selector => one(selector).getBoundingClientRect();
  const card = style('main', 'backgroundColor');
  const link = page.querySelector('#f-headline a');
  const lines = [...page.querySelectorAll('.seg.f-headline')];
  const looks = () => lines.map(line => view.getComputedStyle(line).backgroundColor);
  const before = looks(), hidden = style('#f-headline + .from', 'display');
  link.focus();
  const found = {
    width: view.innerWidth, overflow: root.scrollWidth - root.clientWidth,
    text: box('main'), fields: box('aside'),
    folded: [...page.querySelectorAll('dd details')].map(each => each.open),
    inks: ['.kept .text', '.dropped .text', '.chip', 'dt', '.totals'].map(each => style(each, 'color')).filter(Boolean)
      .map(ink => contrast(ink, card)),
    card: card, before: before, after: looks(), hidden: hidden, shown: style('#f-headline + .from', 'display'),
    directions: [...page.querySelectorAll('.text')].map(each => view.getComputedStyle(each).direction),
    lines: lines.length, direction: view.getComputedStyle(root).direction,
  };
  document.body.textContent = JSON.stringify(found);
}
frame.addEventListener('load', measure);
frame.srcdoc = JSON.parse(document.querySelector('#page').textContent);
"""


def _article() -> Article:
    article = arnews.Parser(trace=True).parse_html((EXAMPLES / "pages" / "modern.html").read_bytes())
    many = tuple(Link(f"خبر رقم {number}", "https://www.example.com/" + "long-name-" * 12) for number in range(55))
    record = arnews.to_dict(article)
    record["related"] = [{"text": link.text, "url": link.url} for link in many]
    return arnews.from_dict(record)


@cache
def measured(width: int, dark: bool, language: Language, folder: Path) -> dict[str, Any]:
    page = json.dumps(arnews.explain_html(_article(), language=language)).replace("<", "\\u003c")
    harness = folder / f"{width}-{dark}-{language}.html"
    harness.write_text(
        f'<!DOCTYPE html><meta charset="utf-8"><iframe style="width: {width}px; height: 900px; border: 0"></iframe>'
        f'<script type="application/json" id="page">{page}</script><script>{MEASURE}</script>',
        encoding="utf-8",
    )
    assert BROWSER is not None
    command = [
        BROWSER, "--headless", "--disable-gpu", "--no-sandbox", f"--user-data-dir={folder / 'profile'}",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}", "--window-size=1400,1000", "--no-first-run",
        "--virtual-time-budget=5000", "--dump-dom", harness.as_uri(),
    ]  # fmt: skip
    shown = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=True).stdout
    body = re.search(r"<body>(\{.*\})</body>", shown, re.DOTALL)
    assert body is not None, shown[-2000:]
    found: dict[str, Any] = json.loads(html.unescape(body[1]))
    assert found["width"] == width
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("browser")


VIEWS = [
    (WIDE, False, "ar"),
    (WIDE, True, "en"),
    (NARROW, False, "en"),
    (NARROW, True, "ar"),
]


@pytest.mark.parametrize(("width", "dark", "language"), VIEWS)
def test_the_page_looks_right(width: int, dark: bool, language: Language, folder: Path) -> None:
    found = measured(width, dark, language, folder)
    assert found["overflow"] == 0, "the page scrolls sideways"
    if width == NARROW:
        assert found["text"]["bottom"] <= found["fields"]["top"], "the text comes before the fields"
    else:
        assert found["text"]["top"] == found["fields"]["top"], "the fields are beside the text"
    assert min(found["inks"]) >= LEAST_CONTRAST
    light = sum(map(int, re.findall(r"\d+", found["card"])[:3])) / 3
    assert light < 80 if dark else light > 200
    assert found["direction"] == ("rtl" if language == "ar" else "ltr")
    assert set(found["directions"]) == {"rtl"}


def test_long_fields_are_folded(folder: Path) -> None:
    assert measured(WIDE, False, "ar", folder)["folded"] == [False]


def test_pointing_at_a_field_shows_its_line(folder: Path) -> None:
    found = measured(WIDE, False, "ar", folder)
    assert found["lines"] >= 1
    assert all(one != other for one, other in zip(found["before"], found["after"], strict=True))
    assert (found["hidden"], found["shown"]) == ("none", "block")
