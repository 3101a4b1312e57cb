"""A conversion that is killed at random, with documents that hang, loop, exit, crash and raise, loses nothing.

``make soak`` does the same with 100 kills: ARNEWS_KILLS says how many.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.unit.corpus_traps import REASONS, STOPPED_AT_FORKS, start

KILLS = int(os.environ.get("ARNEWS_KILLS", "10"))
KILLED = "the process that parsed it died (signal 9)"
LONG = 120.0
"""Seconds after which a test gives up on what should have happened: not a bound on how fast it is."""
TEXT = "افتتاح المعرض الدولي للكتاب\n\nافتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير.\n"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for orphans in /proc")


def _input(path: Path, count: int) -> dict[str, str]:
    """Write rows, and return the errors that some of them must have."""
    traps = {count * (place + 1) // (len(REASONS) + 1): trap for place, trap in enumerate(REASONS)}
    rows = [{"id": str(number), "text": traps.get(number, f"slow {number}\n{TEXT}")} for number in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return {str(number): REASONS[trap] for number, trap in traps.items()}


def _processes(of: str) -> list[int]:
    """Return the processes whose command line names a folder."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdecimal() and int(each.name) != os.getpid():
            try:
                if of.encode() in (each / "cmdline").read_bytes() and "Z" not in (each / "stat").read_text().split()[2]:
                    found.append(int(each.name))
            except OSError:
                continue
    return found


def _kill_at_random(process: subprocess.Popen[bytes], out: str, rng: random.Random) -> str | None:
    """Kill the parent alone, the whole group, or one worker; return which, None if all is over."""
    try:
        process.wait(rng.uniform(0.05, 1.5))
        return None
    except subprocess.TimeoutExpired:
        pass
    what = rng.choice(["parent", "group", "worker"])
    workers = [each for each in _processes(out) if each != process.pid]
    if what == "worker" and workers:
        os.kill(rng.choice(workers), signal.SIGKILL)
        return what
    if what == "group":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
        what = "parent"
    process.wait()
    return what


def test_nothing_is_lost_or_doubled_whatever_is_killed(tmp_path: Path) -> None:
    rng = random.Random(7)
    count = 30 * KILLS
    expected = _input(tmp_path / "a.jsonl", count)
    out = tmp_path / "out"
    command = ["convert", str(tmp_path / "a.jsonl"), str(out), "--workers", "2", "--rows", "20", "--time-limit", "0.5"]
    kills: Counter[str] = Counter()
    process = start(tmp_path, command)
    while kills.total() < KILLS:
        what = _kill_at_random(process, str(out), rng)
        if what is not None:
            kills[what] += 1
        if process.poll() is not None:
            assert process.stderr is not None
            said = process.stderr.read().decode()
            process.stderr.close()
            assert what is not None or process.returncode == 0, said
            if what is None:  # done before the next kill: as if half of the parts had never been written
                for part in (out / "data").iterdir():
                    if rng.random() < 0.5:
                        part.unlink()
            process = start(tmp_path, command)
    _, last = process.communicate(timeout=LONG)
    assert process.returncode == 0, last.decode()

    rows = [row for part in sorted((out / "data").iterdir()) for row in pq.read_table(part).to_pylist()]
    assert [row["id"] for row in rows] == [str(number) for number in range(count)]
    errors = {row["id"]: row["error"] for row in rows if row["error"] is not None}
    # A worker that was killed costs the row that it held, and no more; it may have been at a trap. The limit of time is
    # one of the clock, so a machine that others keep busy may reach it at any row.
    other = {id: error for id, error in errors.items() if error != expected.get(id)}
    late = [id for id, error in other.items() if error == REASONS["loop"]]
    assert set(other.values()) <= {KILLED, REASONS["loop"]}
    assert len(other) - len(late) <= kills["worker"]
    assert 2 * len(late) < count
    assert expected.keys() <= errors.keys()
    good = [row for row in rows if row["error"] is None]
    title = TEXT.partition("\n")[0]
    assert all(row["headline"] in (f"slow {row['id']}", title, None) for row in good)
    assert list((out / "_arnews" / "unfinished").iterdir()) == []
    assert all(part.suffix == ".parquet" for part in (out / "data").iterdir())
    end = time.monotonic() + LONG
    while _processes(str(out)) and time.monotonic() < end:
        time.sleep(0.1)
    assert _processes(str(out)) == []
    assert kills.total() >= KILLS


def test_a_worker_that_hangs_in_c_dies_with_its_parent(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "text": "hang"}) + "\n", encoding="utf-8")
    out = str(tmp_path / "out")
    process = start(tmp_path, ["convert", str(tmp_path / "a.jsonl"), out, "--workers", "1", "--time-limit", "60"])
    end = time.monotonic() + LONG
    while len(_processes(out)) < 2 and time.monotonic() < end:
        time.sleep(0.1)
    time.sleep(0.3)
    process.kill()
    process.wait()
    assert process.stderr is not None
    process.stderr.close()
    while _processes(out) and time.monotonic() < end:
        time.sleep(0.1)
    assert _processes(out) == []


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "text": "loop"}) + "\n", encoding="utf-8")
    command = ["convert", str(tmp_path / "a.jsonl"), str(tmp_path / "out"), "--workers", "1", "--time-limit", "600"]
    first = start(tmp_path, command)
    end = time.monotonic() + LONG
    while len(_processes(str(tmp_path / "out"))) < 2 and time.monotonic() < end:
        time.sleep(0.05)
    try:
        second = start(tmp_path, command)
        _, said = second.communicate(timeout=LONG)
    finally:
        os.killpg(first.pid, signal.SIGINT)
    assert (second.returncode, said.decode().splitlines()[-1]) == (
        2,
        f"arnews: another run writes to {tmp_path / 'out'}",
    )
    first.communicate(timeout=LONG)
    assert first.returncode == 130


def test_a_stop_by_the_keyboard_leaves_nothing_behind(tmp_path: Path) -> None:
    _input(tmp_path / "a.jsonl", 400)
    out = str(tmp_path / "out")
    process = start(tmp_path, ["convert", str(tmp_path / "a.jsonl"), out, "--workers", "2", "--rows", "20"])
    end = time.monotonic() + LONG
    while len(_processes(out)) < 3 and time.monotonic() < end:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=LONG)
    assert process.returncode == 130
    assert "Traceback" not in said.decode()
    assert _processes(out) == []


def test_a_stop_while_a_worker_starts_is_not_lost(tmp_path: Path) -> None:
    _input(tmp_path / "a.jsonl", 400)
    out = str(tmp_path / "out")
    process = start(tmp_path, ["convert", str(tmp_path / "a.jsonl"), out, "--workers", "2"], STOPPED_AT_FORKS)
    try:
        _, said = process.communicate(timeout=LONG)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 130
    assert said.decode().splitlines()[1:] == ["arnews: interrupted"]
    assert _processes(out) == []
