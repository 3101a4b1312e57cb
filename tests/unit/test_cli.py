"""The command: what it prints, what it says when something is wrong, and its exit codes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import arnews
from arnews.cli import main
from arnews.export import explain_html, explain_text, from_dict, to_dict, to_json_ld
from arnews.export.records import dump_json

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "افتتاح المعرض الدولي للكتاب\n\nافتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير.\n\nشارك المقال\n"
OTHER = "أمطار غزيرة على الساحل\n\nهطلت أمطار غزيرة على الساحل صباح اليوم، وأغلقت المدارس أبوابها.\n"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(TEXT, encoding="utf-8")
    second.write_text(OTHER, encoding="utf-8-sig")
    return str(first), str(second)


def _run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own, in which nothing is left to the environment's encoding."""
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", **options.pop("env", {})}
    return subprocess.run([sys.executable, "-m", "arnews", *arguments], capture_output=True, env=environment, **options)


def test_parse_prints_one_object_a_line_in_order(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", *files]) == 0
    printed = [from_dict(json.loads(line)) for line in capsys.readouterr().out.splitlines()]
    assert printed == [arnews.parse(TEXT.encode()), arnews.parse(OTHER.encode())]


def test_a_missing_file_is_one_line_and_the_others_are_parsed(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = files
    assert main(["parse", first, "missing.txt", second]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err == "arnews: missing.txt: No such file or directory\n"


def test_parse_reads_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["parse", "-", "--url", "https://example.com/1"]) == 0
    article = from_dict(json.loads(capsys.readouterr().out))
    assert article == arnews.parse(TEXT.encode(), url="https://example.com/1")


def test_bytes_that_are_not_utf8_are_replaced_and_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(OTHER.encode() + b"\xc7\xe1\n")
    assert main(["parse", str(path)]) == 0
    out, err = capsys.readouterr()
    article = from_dict(json.loads(out))
    assert [issue.code for issue in article.issues][:1] == ["undecodable"]
    assert err == f"arnews: {path}: {article.issues[0].message}\n"


def test_another_encoding_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(OTHER.encode("windows-1256"))
    assert main(["parse", "--encoding", "windows-1256", str(path)]) == 0
    article = from_dict(json.loads(capsys.readouterr().out))
    assert article == arnews.parse(path.read_bytes(), encoding="windows-1256") == arnews.parse(OTHER.encode())


@pytest.mark.parametrize("name", ["klingon", "hex"])
def test_an_unknown_encoding_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["parse", "--encoding", name, "a.txt"])
    assert stop.value.code == 2
    assert f"unknown encoding '{name}'" in capsys.readouterr().err


def test_the_formats_of_parse(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    first, _ = files
    article = arnews.parse(TEXT.encode())
    main(["parse", first, "--no-segments"])
    assert "segments" not in json.loads(capsys.readouterr().out)
    main(["parse", first, "--pretty"])
    assert capsys.readouterr().out == dump_json({"file": first, **to_dict(article)}, indent=2) + "\n"
    main(["parse", first, "--format", "jsonld"])
    assert capsys.readouterr().out == to_json_ld(article, identifier=first) + "\n"
    main(["parse", first, "--format", "text"])
    text = capsys.readouterr().out
    assert f"headline: {article.headline}\n" in text
    assert text.endswith(f"\n\n{article.body}\n")
    main(["parse", first, "--format", "summary"])
    assert f"body: 1 paragraphs, {len(article.body)} characters\n" in capsys.readouterr().out


def test_explain_prints_no_color_where_nobody_looks(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    first, _ = files
    assert main(["explain", first]) == 0
    assert capsys.readouterr().out == explain_text(arnews.Parser(trace=True).parse_text(TEXT), color=False) + "\n"


@pytest.mark.parametrize(
    ("arguments", "no_color", "colored"), [([], "", True), ([], "1", False), (["--plain"], "", False)]
)
def test_color_on_a_terminal_unless_it_is_not_wanted(
    arguments: list[str],
    no_color: str,
    colored: bool,
    files: tuple[str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main(["explain", files[0], *arguments])
    assert ("\x1b[" in capsys.readouterr().out) is colored


def test_explain_writes_a_page(files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.html"
    assert main(["explain", files[0], "--html", str(out)]) == 0
    page = explain_html(arnews.Parser(trace=True).parse_text(TEXT), TEXT)
    assert out.read_text(encoding="utf-8") == page
    assert main(["explain", files[0], "--html", "-"]) == 0
    assert capsys.readouterr().out == page + "\n"


def test_a_page_that_cannot_be_written_is_one_line(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", files[0], "--html", "no/such/folder/out.html"]) == 2
    assert capsys.readouterr().err == "arnews: no/such/folder/out.html: No such file or directory\n"


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (["12 شباط/فبراير 2024 - 10:45 م"], "2024-02-12T22:45\n"),
        (["الجمعة 28 فبراير 2025 الموافق 29 شعبان 1446"], "2025-02-28\n"),
        (["منذ ثلاثة أيام", "--relative-to", "2024-02-12"], "2024-02-09\n"),
    ],
)
def test_date_prints_iso(arguments: list[str], output: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["date", *arguments]) == 0
    assert capsys.readouterr().out == output


def test_date_prints_everything_it_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["date", "--json", "29 شعبان 1446هـ"]) == 0
    assert json.loads(capsys.readouterr().out)["hijri"] == {"year": 1446, "month": 8, "day": 29}


def test_no_date_is_one_line_and_exit_code_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["date", "هذا ليس تاريخا"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


def test_the_shipped_rules_are_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check"]) == 0
    assert capsys.readouterr().out


def test_a_wrong_rule_file_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "share.toml"
    path.write_text("[[rule]]\nid = 'share/x'\nrole = 'poem'\nphrases = ['شارك']\n", encoding="utf-8")
    assert main(["rules", "check", str(path)]) == 1
    out, err = capsys.readouterr()
    assert "share" in out + err


def test_rules_can_be_tried(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "try", "شارك المقال"]) == 0
    assert "share" in capsys.readouterr().out


def test_a_wrong_configuration_is_one_line(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise arnews.ConfigurationError("share.toml, line 3: rule 'share/x' has no phrases")

    monkeypatch.setattr("arnews.parser.Parser.parse", refuse)
    assert main(["parse", files[0]]) == 2
    assert capsys.readouterr().err == "arnews: share.toml, line 3: rule 'share/x' has no phrases\n"


def test_the_version_is_that_of_the_package() -> None:
    from importlib.metadata import version

    result = _run("--version")
    assert (result.returncode, result.stdout.decode().strip()) == (0, f"arnews {version('arnews')}")


def test_a_console_without_arabic_letters_gets_utf8(files: tuple[str, str]) -> None:
    result = _run("parse", files[0], "--format", "text")
    assert result.returncode == 0
    assert "افتتح الوزير" in result.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
def test_a_broken_pipe_is_quiet() -> None:
    command = f'"{sys.executable}" -m arnews parse {"examples/*.txt " * 20} | head -c 10'
    result = subprocess.run(command, shell=True, cwd=EXAMPLES.parent, capture_output=True, check=False)
    assert (result.stdout, result.stderr) == (b'{"file": "', b"")


def test_standard_input_may_be_in_another_encoding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(OTHER.encode("utf-16"))))
    assert main(["parse", "-", "--encoding", "utf-16"]) == 0
    assert from_dict(json.loads(capsys.readouterr().out)) == arnews.parse(OTHER.encode())


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    help_text = capsys.readouterr().out
    assert all(command in help_text for command in ("parse", "explain", "rules", "date"))
