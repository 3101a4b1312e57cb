"""Values of options that are wrong, and what the command says when it goes on for long."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from arnews.cli import main
from arnews.corpus.progress import ProgressBar

TEXT = "افتتاح المعرض\nافتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء.\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--rows", "0"], "not a number above 0: '0'"),
        (["--rows", "many"], "not a number above 0: 'many'"),
        (["--time-limit", "0"], "not a number of seconds above 0: '0'"),
        (["--time-limit", "inf"], "not a number of seconds above 0: 'inf'"),
        (["--time-limit", "soon"], "not a number of seconds above 0: 'soon'"),
        (["--shard", "8/8"], "not a shard, as 0/8 to 7/8 are: '8/8'"),
        (["--shard", "first"], "not a shard, as 0/8 to 7/8 are: 'first'"),
    ],
)
def test_a_wrong_value_is_told(options: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(["convert", "in.jsonl", "out", *options])
    assert error.value.code == 2
    assert said in capsys.readouterr().err


def test_standard_input_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "-", "out"]) == 2
    assert "both are needed: arnews convert - -" in capsys.readouterr().err


def test_pages_of_files_of_one_name_have_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "a.txt").write_text(TEXT, encoding="utf-8")
        files.append(str(folder / "a.txt"))
    pages = tmp_path / "pages"
    assert main(["explain", *files, "--html", str(pages)]) == 0
    assert sorted(path.name for path in pages.iterdir()) == ["a-2.html", "a-3.html", "a.html", "index.html"]
    blocked = tmp_path / "blocked"
    blocked.write_text("", encoding="utf-8")
    assert main(["explain", *files, "--html", str(blocked / "pages")]) == 2
    assert "cannot be made a folder" in capsys.readouterr().err


def test_without_a_terminal_there_is_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    progress = ProgressBar(4_000)
    progress.update(1, 0, 0)
    assert capsys.readouterr().err == ""
    now += 100
    progress.update(999, 2, 1_000)
    progress.close()
    said = capsys.readouterr().err
    assert said == "arnews: 25% of the input, 1,000 rows, 10 rows/s, 2 errors, 5 min 0 s left\n"
    now += 8_000
    progress.update(1, 0, 1_001)
    assert re.search(r", \d+ h \d+ min left$", capsys.readouterr().err.strip())


def test_nothing_is_known_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    progress = ProgressBar(0)
    now += 100
    progress.update(1, 0, 0)
    assert "0% of the input, 1 rows" in (said := capsys.readouterr().err)
    assert said.endswith("time left unknown\n")
