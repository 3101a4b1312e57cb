"""Files of strangers that end a command with one sentence, or cost a row, and never a traceback or a night."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from arnews.cli import main
from arnews.inputs import input_files
from arnews.limits import TimeLimit, TimeLimitError

PARAGRAPH = "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء في العاصمة."
DEEP = 100_000


def _one_sentence(told: str) -> bool:
    return told.count("\n") == 1 and told.startswith("arnews: ") and "Traceback" not in told


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Return a folder of a table that is sound and one that is torn."""
    folder = tmp_path / "in"
    folder.mkdir()
    sound = folder / "a.parquet"
    pq.write_table(pa.table({"text": [PARAGRAPH], "day": [5]}), sound)
    content = sound.read_bytes()
    (folder / "b.parquet").write_bytes(content[: len(content) // 2])
    (folder / "c.parquet").write_bytes(b"")
    return folder


def test_a_torn_table_among_others_costs_a_row(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", "--workers", "1", str(tables), str(tmp_path / "out")]) == 0
    assert "3 rows in 3 parts, 2 with an error" in capsys.readouterr().err


def test_a_torn_table_whose_columns_are_kept_is_named(
    tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", "--workers", "1", "--keep", "day", str(tables), str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err.splitlines(keepends=True)[-1]
    assert _one_sentence(told)
    assert "b.parquet" in told


@pytest.mark.parametrize("line", ["[" * DEEP, '{"a":' * DEEP, '{"a":' + "9" * 5000 + "}"], ids=["[", "{", "9"])
def test_a_first_line_that_python_cannot_read(line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = tmp_path / "a.jsonl"
    rows.write_text(line + "\n" + json.dumps({"text": PARAGRAPH}) + "\n", encoding="utf-8")
    assert main(["convert", "--workers", "1", str(rows), str(tmp_path / "out")]) == 2
    assert _one_sentence(capsys.readouterr().err)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(PARAGRAPH, encoding="utf-8")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nothing")  # it is told that it cannot be read
    assert [Path(name).name for name in input_files([str(tmp_path)], None)] == ["b.txt", "c.txt"]


@pytest.mark.parametrize("seconds", [1e-9, 1e-300])
def test_the_shortest_time_limit_ends_the_work(seconds: float) -> None:
    def work() -> None:
        while True:
            pass

    with TimeLimit(seconds) as limit, pytest.raises(TimeLimitError):
        limit.call(work)
