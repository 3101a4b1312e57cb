"""The command and its streams: a full disk, a closed stream, a signal, a terminal. One sentence, and no torn line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from arnews.cli import main
from tests.unit.outlet_folders import write_outlet

TEXT = "افتتاح المعرض الدولي للكتاب\n\nافتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير.\n\nشارك المقال\n"
PARSED = 20_000
"""Bytes that a file may have where the disk is full: room for some articles of `TEXT`."""
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="the machine has no full disk to offer")
needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    names = [str(tmp_path / f"{letter}.txt") for letter in "abc"]
    for name in names:
        Path(name).write_text(TEXT, encoding="utf-8")
    return names


def _run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "arnews", *arguments], stderr=subprocess.PIPE, check=False, **options)


def _complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """Return the one line on standard error."""
    (line,) = done.stderr.decode().splitlines()
    return line


@needs_full
@pytest.mark.parametrize(
    ("command", "file"),
    [
        (["parse"], True),
        (["parse", "--format", "text"], True),
        (["explain"], True),
        (["explain", "--html", "-"], True),
        (["date", "12 مارس 2024"], False),
        (["date", "--json", "12 مارس 2024"], False),
        (["outlet", "list", "okaz"], False),
        (["outlet", "list", "--json", "okaz"], False),
        (["rules", "check"], False),
        (["rules", "try", "شارك"], False),
        (["--version"], False),
        (["--help"], False),
        (["parse", "--help"], False),
        (["outlet", "--help"], False),
    ],
)
def test_a_full_disk(command: list[str], file: bool, files: list[str]) -> None:
    with FULL.open("wb") as full:
        done = _run(*command, *(files[:1] if file else ()), stdout=full)
    place = f"; stopped at {files[0]}, after 0 of 1 files" if file else ""
    assert done.returncode == 2
    assert _complaint(done) == f"arnews: standard output: cannot be written (No space left on device){place}"


@needs_full
def test_a_full_disk_for_a_page(files: list[str]) -> None:
    done = _run("explain", "--html", str(FULL), files[0])
    assert (done.returncode, _complaint(done)) == (2, f"arnews: {FULL}: No space left on device")


@needs_signals
@pytest.mark.parametrize("mode", ["wb", "ab"])
def test_the_last_line_in_a_file_is_whole(mode: str, files: list[str], tmp_path: Path) -> None:
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (PARSED, PARSED))

    out = tmp_path / "out.jsonl"
    out.write_bytes(b'{"kind": "other"}\n')
    with out.open(mode) as stream:
        done = _run("parse", *files * 20, stdout=stream, preexec_fn=limit)
    lines = out.read_bytes().splitlines(keepends=True)
    first = mode == "ab"
    assert len(lines) > 2
    assert all(line.endswith(b"\n") and json.loads(line)["kind"] for line in lines)
    assert done.returncode == 2
    stopped = len(lines) - first
    assert _complaint(done) == (
        "arnews: standard output: cannot be written (File too large); "
        f"stopped at {files[stopped % 3]}, after {stopped} of 60 files"
    )


@needs_signals
@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("parse {} >&-", "standard output: is closed; stopped at {}, after 0 of 1 files"),
        ("explain {} >&-", "standard output: is closed; stopped at {}, after 0 of 1 files"),
        ("date 2024-03-12 >&-", "standard output: is closed"),
        ("outlet list okaz >&-", "standard output: is closed"),
        ("parse - <&-", "-: standard input is closed"),
        ("explain - <&-", "-: standard input is closed"),
    ],
)
def test_a_closed_stream(command: str, sentence: str, files: list[str]) -> None:
    line = f"{sys.executable} -m arnews {command.format(files[0])}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert (done.returncode, _complaint(done)) == (2, f"arnews: {sentence.format(files[0])}")
    assert done.stdout == b""


@needs_signals
def test_without_standard_error_nothing_is_added_to_the_output(files: list[str]) -> None:
    line = f"{sys.executable} -m arnews parse missing.txt {files[0]} 2>&-"
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False)
    assert done.returncode == 2
    assert [json.loads(each)["kind"] for each in done.stdout.splitlines()] == ["article"]


@needs_signals
@pytest.mark.parametrize(("number", "word", "code"), [("SIGINT", "interrupted", 130), ("SIGTERM", "terminated", 143)])
def test_a_signal_is_told_with_how_far_the_command_came(
    number: str, word: str, code: int, files: list[str], tmp_path: Path
) -> None:
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "arnews", "parse", files[0], pipe, files[1]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        with Path(pipe).open("wb"):  # opened when the command opens it, too
            process.send_signal(getattr(signal, number))
            rest, complaint = process.communicate(timeout=60)
    assert json.loads(line)["kind"] == "article"
    assert (rest, process.returncode) == (b"", code)
    assert complaint.decode() == f"arnews: {word}; stopped at {pipe}, after 1 of 3 files\n"


def test_json_on_a_terminal_holds_no_control(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    text = f"افتتاح المعرض \x9b31m الدولي \u202e للكتاب\n{TEXT}"
    path.write_text(text, encoding="utf-8")
    main(["parse", str(path)])
    raw = capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["parse", str(path)])
    shown = capsys.readouterr().out
    assert "\x9b" in raw
    assert "\u202e" in raw
    assert not any(char in shown for char in "\x7f\x80\x85\x9b\x9d\u200e\u200f\u202a\u202e\u2066\u2069")
    assert json.loads(shown) == json.loads(raw)


ESCAPE = "\x1b]0;PWN\x07\x9b31m\u202e"


@pytest.mark.parametrize(
    "command",
    [
        ["parse", f"no{ESCAPE}\n.txt"],
        ["explain", f"no{ESCAPE}\n.txt"],
        ["parse", "--outlet", f"no{ESCAPE}\n", "a.txt"],
        ["rules", "check", f"no{ESCAPE}\n.toml"],
        ["rules", "try", f"شارك {ESCAPE}\nالمقال"],
        ["outlet", "check", f"no{ESCAPE}\n"],
        ["outlet", "add-case", "no", f"no{ESCAPE}\n.txt"],
        ["outlet", "learn", "--domain", f"no{ESCAPE}\n", f"no{ESCAPE}\n"],
        ["outlet", "learn", "--domain", f"no{ESCAPE}\n", __file__],
        ["date", "2024-03-12", "--relative-to", f"no{ESCAPE}\n"],
        ["parse", "a.txt", "--encoding", f"no{ESCAPE}\n"],
        ["parse", "a.txt", f"--no{ESCAPE}\n"],
        [f"no{ESCAPE}\n"],
    ],
)
def test_what_a_stranger_named_drives_no_terminal(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with suppress(SystemExit):
        main(command)
    out, err = capsys.readouterr()
    assert "PWN" in out + err or command[0] == "rules"
    assert not any(char in out + err for char in ESCAPE.replace("]0;PWN", "").replace("31m", ""))
    # The usage may take several lines, the message takes one.
    assert len([line for line in err.splitlines() if "PWN" in line]) <= 2


def test_what_an_outlet_names_drives_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    escaped = "\\u001b]0;PWN\\u0007\\u009b31m\\u202e"
    phrase = escaped.replace("]0;", "")  # a bracket alone would be a wrong phrase
    toml = (
        f'name = "صوت {escaped}"\ndomains = ["port.example"]\n[[rule]]\nid = "x/{escaped}"\nrole = "share"\n'
        f'phrases = ["شارك المقال", "شارك {phrase}"]\nyes = ["شارك ولا {escaped}"]\n'
    )
    folder = write_outlet(tmp_path / "port.example", toml)
    case = folder / "cases" / f"a{ESCAPE}"
    case.mkdir(parents=True)
    (case / "dump.txt").write_text(TEXT, encoding="utf-8")
    (case / "expected.json").write_text(f'{{"headline": "x{escaped}"}}', encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    document = ["--outlet", str(folder), "--url", "https://port.example/1", str(tmp_path / "a.txt")]
    for command in (
        ["outlet", "check", str(folder)],
        ["explain", *document],
        ["parse", "--format", "text", *document],
    ):
        main(command)
        out, err = capsys.readouterr()
        assert "PWN" in out
        assert not any(char in out + err for char in "\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "hex"])
@pytest.mark.parametrize("command", [["parse"], ["explain"], ["outlet", "add-case", "no-such-folder"]])
def test_a_codec_that_is_none_of_documents(
    name: str, command: list[str], files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*command, files[0], "--encoding", name])
    assert stop.value.code == 2
    assert capsys.readouterr().err.endswith(f"error: argument --encoding: unknown encoding '{name}'\n")
