"""The README and the documentation show what really happens: every example is run.

`make wheel-test` runs them from the built wheel, together with the commands that install something.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import arnews
from docs.refresh import BLOCK, ELSEWHERE, FILE, PAGES, ROOT, refreshed

WHEEL = os.environ.get("ARNEWS_WHEEL")
"""The environment that the wheel is installed in, if it is the wheel that is tested."""


@pytest.mark.skipif(sys.platform == "win32", reason="the console examples are written for a POSIX shell")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_print_what_it_shows(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert refreshed(page, everything=bool(WHEEL)) == page, "python docs/refresh.py writes what the examples print now"


def test_a_changed_output_is_noticed() -> None:
    page = "```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n\n```pycon\n>>> 1 + 1\n4\n```\n"
    assert refreshed(page) == "```python\nprint(1 + 1)\n```\n\n```text\n2\n```\n\n```pycon\n>>> 1 + 1\n2\n```\n"


def test_a_changed_command_output_is_noticed() -> None:
    page = "```console\n$ pip install arnews\nkept\n$ arnews nonsense 2>&1 | head -c 5\nold\n```\n"
    assert refreshed(page) == "```console\n$ pip install arnews\nkept\n$ arnews nonsense 2>&1 | head -c 5\nusage```\n"


def test_a_command_that_fails_is_noticed() -> None:
    with pytest.raises(AssertionError, match="exit code 3"):
        refreshed("```console\n$ exit 3\n```\n", everything=True)
    with pytest.raises(AssertionError, match="the page shows:\nthree"):
        refreshed("```console\n$ echo two\nthree\n```\n", everything=True)


def test_a_page_that_changes_its_folder_goes_on_there() -> None:
    page = "```console\n$ cd examples\n$ arnews parse op-ed.txt --fields file\n{}\n```\n"
    assert refreshed(page) == page, "nothing below a command that is not run is run"
    assert '{"file": "op-ed.txt"}' in refreshed(page, everything=True)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_never_run_needs_the_network_a_password_or_a_clone(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    for block in BLOCK.finditer(page):
        if block["kind"] in {"bash", "sh", "shell"} and not FILE.search(page[: block.start()]):
            left = [line for line in block["content"].splitlines() if not line.startswith((*ELSEWHERE, "cd "))]
            assert left == [], "commands that can be run are in a console block, after $"


@pytest.mark.skipif(not WHEEL, reason="run by make wheel-test")
def test_it_is_the_wheel_that_is_tested() -> None:
    assert WHEEL
    assert Path(arnews.__file__).is_relative_to(WHEEL)
    assert not (ROOT / "src").exists()
