"""The plain command: what is no text or page is told, and what to do with it; names, folders, lists, formats."""

from __future__ import annotations

import gzip
import io
import json
import sys
from datetime import datetime
from pathlib import Path

import pytest

import arnews
from arnews.cli import main
from arnews.inputs import reason_not_to_read

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = "افتتاح المعرض الدولي للكتاب\n\nافتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير.\n\nشارك المقال\n"
ROW = json.dumps({"id": 1, "text": TEXT})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"{ROW}\n{ROW}\n".encode(), "is JSON lines, not a text or page: arnews parse --jsonl"),
        (b"\xef\xbb\xbf" + ROW.encode(), "is JSON lines"),
        (b'[{"text": "x"}]', "is JSON, not a text or page: write its items a line each"),
        (b'{\n "text": "x"\n}', "is JSON, not a text or page: write each object on one line"),
        (gzip.compress(TEXT.encode()), "is gzip, not a text or page: gzip -dc"),
        (b"\x28\xb5\x2f\xfd....", "is zstd"),
        (b"PAR1....", "is Parquet, not a text or page: arnews convert"),
        (b"WARC/1.0\r\n", "is WARC"),
        (b"%PDF-1.4", "is a PDF, not a text or page: take its text out first, with pdftotext say"),
        (b"PK\x03\x04....", "is a zip archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG image"),
        (b"\xff\xd8\xff\xe0..JFIF", "is a JPEG image"),
        (b"\0\0\0\x18ftypmp42", "is a video"),
        (bytes(range(256)) * 8, "is binary, not a text or page"),
    ],
)
def test_what_is_no_document_is_told(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "given"
    path.write_bytes(content)
    for command in ("parse", "explain"):
        assert main([command, str(path)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"arnews: {path}: {said}")
        assert err.count("\n") == 1


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("windows-1256"),
        b"",
        b"\n",
        "[صور] افتتاح المعرض".encode(),
        "{خبر عاجل} افتتاح المعرض".encode(),
        b"<html>\0<p>\0</p>" + b"\0" * 100,
        TEXT.encode() + b"\0",
    ],
)
def test_texts_and_pages_are_not_refused(content: bytes) -> None:
    assert reason_not_to_read(content, "a") is None


@pytest.mark.parametrize(
    "path", [*sorted(EXAMPLES.glob("*.txt")), *sorted((EXAMPLES / "pages").glob("*.html"))], ids=lambda path: path.name
)
def test_no_example_is_refused(path: Path) -> None:
    assert reason_not_to_read(path.read_bytes(), "a") is None


def test_the_others_are_still_parsed_and_each_row_has_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b").write_bytes(b"%PDF-1.4")
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.txt", "b", "c.txt")]
    assert main(["parse", *files]) == 2
    out = capsys.readouterr().out
    assert [json.loads(line)["file"] for line in out.splitlines()] == [files[0], files[2]]
    main(["parse", "--format", "jsonld", files[0]])
    assert json.loads(capsys.readouterr().out)["identifier"] == files[0]
    for form in ("text", "summary"):
        main(["parse", "--format", form, files[0]])
        assert capsys.readouterr().out.startswith(f"file: {files[0]}\n")


def test_folders_and_lists_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in"
    (folder / "z").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "z/c.txt", ".hidden"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "list").write_text(f"{folder / 'b.txt'}\n\n{folder / 'a.txt'}\n", encoding="utf-8")

    def files(*arguments: str) -> list[str]:
        assert main(["parse", *arguments]) == 0
        return [
            Path(json.loads(line)["file"]).relative_to(folder).as_posix()
            for line in capsys.readouterr().out.splitlines()
        ]

    assert files(str(folder)) == ["a.txt", "b.txt", "z/c.txt"]
    assert files("--files-from", str(tmp_path / "list")) == ["b.txt", "a.txt"]
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{folder / 'z'}\n"))
    assert files("--files-from", "-") == ["z/c.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["https://www.example.com/?a=1"],
            "arnews fetches nothing; try: curl -sL 'https://www.example.com/?a=1' | arnews parse - --url 'https://www",
        ),
        (
            ["a.txt", "b.txt", "--url", "https://x.example"],
            "--url is the address of one document, and 2 files are given",
        ),
        ([], "name a file, or - for standard input"),
        (["--files-from", "no-such-list"], "no-such-list: No such file or directory"),
        ([str(EXAMPLES / "op-ed.txt"), "--fields", "headline,titel"], "no field 'titel'; there are file, kind, url"),
    ],
)
def test_what_cannot_be_meant_is_one_line(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"arnews: {said}")


def test_an_address_is_not_explained_either(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "https://www.example.com/1"]) == 2
    assert "curl -sL https://www.example.com/1" in capsys.readouterr().err


def test_fields_are_chosen_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(EXAMPLES / "op-ed.txt")
    assert main(["parse", path, "--fields", "headline, file"]) == 0
    assert list(json.loads(capsys.readouterr().out).items()) == [
        ("headline", arnews.parse_text(Path(path).read_text(encoding="utf-8")).headline),
        ("file", path),
    ]


@pytest.mark.parametrize("command", ["parse", "explain"])
def test_the_moment_of_fetching_dates_what_is_relative(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "افتتاح المعرض الدولي للكتاب\nمنذ ساعتين\nافتتح الوزير أمس المعرض الدولي، وحضره جمهور كبير من القراء.\n"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert main([command, str(path), "--fetched-at", "2024-03-12T10:00"]) == 0
    out = capsys.readouterr().out
    assert ('"time": "08:00:00"' if command == "parse" else "2024-03-12T08:00") in out
    assert arnews.parse_text(text, fetched_at=datetime(2024, 3, 12, 10)).date_published is not None


def test_markdown(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["parse", "--format", "markdown", str(path)]) == 0
    assert (
        capsys.readouterr().out
        == "# افتتاح المعرض الدولي للكتاب\n\nافتتح الوزير أمس المعرض في القاهرة، وحضره جمهور كبير.\n"
    )


def test_markdown_shows_marks_as_they_are() -> None:
    from arnews.export.markdown import to_markdown

    article = arnews.Article(
        headline="# سعر <b> و_الذهب_", paragraphs=("- بند", "12. بند", "1) بند", "[رابط](x)", "سطر\nآخر")
    )
    assert to_markdown(article).split("\n\n") == [
        "# \\# سعر \\<b\\> و\\_الذهب\\_", "\\- بند", "12\\. بند", "1\\) بند", "\\[رابط\\](x)", "سطر آخر\n"
    ]  # fmt: skip


def test_what_the_command_prints_can_be_read_back(capsys: pytest.CaptureFixture[str]) -> None:
    path = EXAMPLES / "op-ed.txt"
    main(["parse", str(path)])
    record = json.loads(capsys.readouterr().out)
    assert arnews.from_dict(record) == arnews.parse(path.read_bytes())
    with pytest.raises(arnews.RecordError):
        arnews.from_dict({"filename": "a"})
