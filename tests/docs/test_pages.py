"""The README and the documentation show what really happens: every example is run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from docs.refresh import PAGES, ROOT, refreshed


@pytest.mark.skipif(sys.platform == "win32", reason="the console examples are written for a POSIX shell")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_print_what_it_shows(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert refreshed(page) == page, "python docs/refresh.py writes what the examples print now"


def test_a_changed_output_is_noticed() -> None:
    page = "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n\n```pycon\n>>> 1 + 1\n4\n```\n"
    assert refreshed(page) == "```python\nprint(1 + 1)\n```\n\n```text\n2\n```\n\n```pycon\n>>> 1 + 1\n2\n```\n"


def test_a_changed_command_output_is_noticed() -> None:
    page = "```console\n$ pip install arnews\nkept\n$ arnews nonsense 2>&1 | head -c 5\nold\n```\n"
    assert refreshed(page) == "```console\n$ pip install arnews\nkept\n$ arnews nonsense 2>&1 | head -c 5\nusage```\n"
