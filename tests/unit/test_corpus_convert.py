"""arnews convert: formats in and out, parts that go on, rows that cannot stop it."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import arnews
from arnews.arrow import SCHEMA, row, table_of
from arnews.cli import main
from arnews.corpus import parts
from arnews.corpus.card import write_card

ROOT = Path(__file__).parents[2]
TEXTS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.txt"))]
PAGES = sorted((ROOT / "examples" / "pages").glob("*.html"))


def given_rows(count: int = 60) -> list[dict[str, Any]]:
    return [
        {
            "id": f"n{number}",
            "text": f"{TEXTS[number % len(TEXTS)]}\n",
            "url": f"https://www.example.com/{number}",
            "size": number,
        }
        for number in range(count)
    ]


def expected(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = [row(arnews.parse_text(each["text"], url=each["url"]), id=each["id"]) for each in rows]
    return table_of(found).to_pylist()


def read(out: Path) -> list[dict[str, Any]]:
    parts = sorted((out / "data").iterdir())
    rows = [each for part in parts for each in pq.read_table(part).to_pylist()]
    return [{**each, "seconds": None} for each in rows]


def write_jsonl(path: Path, rows: list[dict[str, Any]]) -> Path:
    content = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows).encode()
    if path.suffix == ".gz":
        content = gzip.compress(content[:50]) + gzip.compress(content[50:])  # as `cat a.gz b.gz` makes them
    elif path.suffix == ".zst":
        codec = pa.Codec("zstd")
        content = codec.compress(content[:50], asbytes=True) + codec.compress(content[50:], asbytes=True)
    path.write_bytes(content)
    return path


def write_csv(path: Path, rows: list[dict[str, Any]]) -> Path:
    import csv

    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter="\t" if path.suffix == ".tsv" else ",")
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_parquet(path: Path, rows: list[dict[str, Any]]) -> Path:
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=17)
    return path


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.jsonl", write_jsonl),
        ("a.jsonl.gz", write_jsonl),
        ("a.ndjson.zst", write_jsonl),
        ("a.csv", write_csv),
        ("a.tsv", write_csv),
        ("a.parquet", write_parquet),
    ],
)
def test_every_format_gives_the_same_table(name: str, write: Any, tmp_path: Path) -> None:
    rows = given_rows(30)
    path = write(tmp_path / name, rows)
    assert main(["convert", str(path), str(tmp_path / "out"), "--rows", "16", "--workers", "1"]) == 0
    assert read(tmp_path / "out") == expected(rows)
    assert sorted(part.name for part in (tmp_path / "out" / "data").iterdir()) == [
        "part-00000-00000.parquet",
        "part-00000-00001.parquet",
    ]


def test_two_workers_give_the_table_of_one(tmp_path: Path) -> None:
    rows = given_rows(60)
    path = write_jsonl(tmp_path / "a.jsonl", rows)
    assert main(["convert", str(path), str(tmp_path / "out"), "--rows", "7", "--workers", "2", "--segments"]) == 0
    found = read(tmp_path / "out")
    assert [each["segments"] is not None for each in found] == [True] * 60
    assert [{**each, "segments": None} for each in found] == expected(rows)


def test_the_keys_are_guessed_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"_id": 7, "content": TEXTS[0], "link": "https://www.example.com/7", "lang": "ar"}]
    path = write_jsonl(tmp_path / "a.jsonl", rows)
    assert main(["convert", str(path), str(tmp_path / "out"), "--keep", "lang,_id"]) == 0
    assert capsys.readouterr().err.startswith(
        "arnews: reading text from 'content', address from 'link', id from '_id'\narnews: 1 row in 1 part, 0 with"
    )
    (found,) = read(tmp_path / "out")
    assert (found["id"], found["url"], found["lang"], found["_id"]) == ("7", "https://www.example.com/7", "ar", "7")


def test_columns_of_parquet_are_kept_with_their_types(tmp_path: Path) -> None:
    path = write_parquet(tmp_path / "a.parquet", given_rows(3))
    assert main(["convert", str(path), str(tmp_path / "out"), "--keep", "size,text"]) == 0
    table = pq.read_table(tmp_path / "out" / "data" / "part-00000-00000.parquet")
    assert table.schema.names[-2:] == ["size", "input_text"]
    assert table.schema.field("size").type == pa.int64()
    assert table.select(SCHEMA.names).schema.equals(SCHEMA)


def test_a_missing_id_is_the_place_in_the_input(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", [{"text": text} for text in TEXTS[:3]])
    assert main(["convert", str(path), str(tmp_path / "out"), "--rows", "2"]) == 0
    assert [each["id"] for each in read(tmp_path / "out")] == ["a.jsonl:0", "a.jsonl:1", "a.jsonl:2"]


def test_a_bad_line_is_an_error_of_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps({"id": 1, "text": TEXTS[0]}),
        "{broken",
        "[1]",
        json.dumps({"id": 2}),
        json.dumps({"id": 3, "text": TEXTS[1]}),
    ]
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    assert main(["convert", str(path), str(tmp_path / "out")]) == 0
    found = read(tmp_path / "out")
    assert [each["id"] for each in found] == ["1", "a.jsonl:1", "a.jsonl:2", "2", "3"]
    assert [(each["error"] or "")[:17] for each in found] == [
        "",
        "not JSON: Expecti",
        "not a JSON object",
        "no document",
        "",
    ]


def test_an_input_that_breaks_off_is_read_up_to_there(tmp_path: Path) -> None:
    rows = given_rows(200)
    whole = write_jsonl(tmp_path / "a.jsonl.gz", rows).read_bytes()
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    assert main(["convert", str(tmp_path / "a.jsonl.gz"), str(tmp_path / "out")]) == 0
    found = read(tmp_path / "out")
    assert "a.jsonl.gz cannot be read further" in found[-1]["error"]
    good = [each for each in found if each["error"] is None]
    assert len(good) > 0
    assert good == expected(rows[: len(good)])


def test_a_folder_of_texts_and_pages(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    (folder / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    (folder / "b" / "page.html").write_bytes(PAGES[0].read_bytes())
    (folder / "b" / "x.pdf").write_bytes(b"%PDF-1.7")
    (folder / ".hidden").write_text("x", encoding="utf-8")
    assert main(["convert", str(folder), str(tmp_path / "out"), "--workers", "1"]) == 0
    found = read(tmp_path / "out")
    assert [each["id"] for each in found] == ["a.txt", "b/page.html", "in:2"]
    assert found[0]["headline"] == arnews.parse_text(TEXTS[0]).headline
    assert found[1]["text"] == arnews.parse_html(PAGES[0].read_bytes()).body
    assert found[2]["error"].startswith("b/x.pdf: is a PDF")


def test_json_lines_out(tmp_path: Path) -> None:
    rows = given_rows(5)
    path = write_jsonl(tmp_path / "a.jsonl", rows)
    assert main(["convert", str(path), str(tmp_path / "out"), "--format", "jsonl", "--keep", "size"]) == 0
    lines = (tmp_path / "out" / "data" / "part-00000-00000.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [each["size"] for each in found] == ["0", "1", "2", "3", "4"]
    assert [each["text"] for each in found] == [each["text"] for each in expected(rows)]


def test_limit_and_shards_divide_the_work(tmp_path: Path) -> None:
    rows = given_rows(40)
    path = write_jsonl(tmp_path / "a.jsonl", rows)
    command = ["convert", str(path), str(tmp_path / "out"), "--rows", "6", "--limit", "32", "--workers", "1"]
    assert main([*command, "--shard", "0/2"]) == 0
    assert len(read(tmp_path / "out")) == 18
    assert main([*command, "--shard", "1/2"]) == 0
    assert read(tmp_path / "out") == expected(rows[:32])
    assert "32 documents" in (tmp_path / "out" / "README.md").read_text(encoding="utf-8")


def test_what_a_worker_of_a_killed_run_leaves_behind_late_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"text": "افتتح الوزير أمس المعرض، وحضره جمهور كبير من القراء."}\n', encoding="utf-8"
    )
    out = tmp_path / "out"

    def write_late(layout: parts.OutputFolder) -> None:
        (layout.unfinished / "part-00000-00000.parquet-1").write_bytes(b"half")
        write_card(layout)

    monkeypatch.setattr("arnews.corpus.convert.write_card", write_late)
    assert main(["convert", str(tmp_path / "a.jsonl"), str(out)]) == 0
    assert list((out / "_arnews" / "unfinished").iterdir()) == []


def test_a_rerun_makes_only_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", given_rows(20))
    command = ["convert", str(path), str(tmp_path / "out"), "--rows", "5", "--workers", "1"]
    main(command)
    before = read(tmp_path / "out")
    part = tmp_path / "out" / "data" / "part-00000-00002.parquet"
    others = {each: each.stat().st_mtime_ns for each in part.parent.iterdir() if each != part}
    part.unlink()
    (tmp_path / "out" / "_arnews" / "unfinished" / "part-00000-00002.parquet-1").write_bytes(b"half")
    capsys.readouterr()
    assert main(command) == 0
    assert "5 rows in 1 part, 0 with an error; 3 parts there before" in capsys.readouterr().err
    assert read(tmp_path / "out") == before
    assert {each: each.stat().st_mtime_ns for each in others} == others
    assert list((tmp_path / "out" / "_arnews" / "unfinished").iterdir()) == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--segments"], "was begun with --segments False, not True"),
        (["--keep", "size"], "was begun with --keep nothing, not size"),
        (["--rows", "7"], "was begun with --rows 5, not 7"),
    ],
)
def test_other_settings_are_one_clear_error(
    more: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", given_rows(2))
    command = ["convert", str(path), str(tmp_path / "out"), "--rows", "5", "--workers", "1"]
    assert main(command) == 0
    capsys.readouterr()
    assert main([*command, *more]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"arnews: {tmp_path / 'out'} {said}; choose another folder"


def test_a_changed_input_is_one_clear_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", given_rows(2))
    command = ["convert", str(path), str(tmp_path / "out"), "--workers", "1"]
    assert main(command) == 0
    write_jsonl(path, given_rows(3))
    assert main(command) == 2
    assert "was begun with another a.jsonl: it has changed since" in capsys.readouterr().err
    assert main(["convert", str(write_jsonl(tmp_path / "b.jsonl", given_rows(2))), str(tmp_path / "out")]) == 2
    assert "was begun with other inputs (a.jsonl)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        (b'{"a": 1}\n', [], "which key has the text? Name it with --text or --html; there are a"),
        (b'{"a": 1}\n', ["--text", "b"], "a.jsonl: no key 'b'; there are a"),
        (b"[]\n", [], "a.jsonl: is not JSON lines: the first line is no object"),
        (b"{broken\n", [], "a.jsonl: the first line is no JSON"),
    ],
)
def test_an_input_that_cannot_be_read_is_one_line(
    content: bytes, arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.jsonl").write_bytes(content)
    assert main(["convert", str(tmp_path / "a.jsonl"), str(tmp_path / "out"), *arguments]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_of_something_else_is_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", given_rows(1))
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["convert", str(path), str(out)]) == 2
    assert "is not empty, and arnews did not make it" in capsys.readouterr().err
    assert [each.name for each in out.iterdir()] == ["mine.txt"]


def test_other_languages_can_be_left_out(tmp_path: Path) -> None:
    english = "The minister opened the exhibition. Many readers came to it on the first day, and stayed.\n" * 3
    rows = [*given_rows(3), {"id": "e", "text": english, "url": "https://www.example.com/e", "size": 0}]
    path = write_jsonl(tmp_path / "a.jsonl", rows)
    assert main(["convert", str(path), str(tmp_path / "out"), "--only-language", "ar", "--workers", "1"]) == 0
    assert read(tmp_path / "out") == expected(rows[:3])
    assert "1 articles in other languages than `ar` were left out" in (tmp_path / "out" / "README.md").read_text(
        encoding="utf-8"
    )


def test_a_pipe_gives_a_row_for_each_row() -> None:
    rows = given_rows(4)
    lines = "".join(json.dumps(each) + "\n" for each in rows)
    lines = lines + "{broken\n" + json.dumps({"id": "z"}) + "\n"
    result = subprocess.run(
        [sys.executable, "-m", "arnews", "convert", "-", "-", "--keep", "size"],
        input=lines.encode(),
        capture_output=True,
        check=True,
    )
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(each["id"], each.get("size")) for each in found] == [
        ("n0", 0), ("n1", 1), ("n2", 2), ("n3", 3), ("-:4", None), ("z", None)
    ]  # fmt: skip
    assert [each["text"] for each in found[:4]] == [each["text"] for each in expected(rows)]
    assert found[4]["error"].startswith("not JSON: ")
    assert found[5]["error"] == "no 'text' in this row"


def test_parse_jsonl_is_the_short_way(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    content = "".join(json.dumps(each) + "\n" for each in given_rows(2)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    assert main(["parse", "--jsonl", "-", "--fields", "file,id,headline"]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == ["n0", "n1"]


def test_a_row_group_of_any_size_is_read_in_small_steps(tmp_path: Path) -> None:
    """The memory of a reader depends on neither the file nor its row groups; a count of what is held, not of bytes."""
    from arnews.corpus.settings import RowKeys
    from arnews.corpus.sources import open_sources

    path = tmp_path / "a.parquet"
    pq.write_table(
        pa.table({"text": ["x" * 1000] * 50_000}), path, row_group_size=50_000, compression="none", use_dictionary=False
    )
    (source,) = open_sources([str(path)])
    records = source.raw(RowKeys(text="text"), ())
    before = pa.total_allocated_bytes()
    next(records)
    assert pa.total_allocated_bytes() - before < path.stat().st_size / 5


def test_convert_without_the_extra_says_what_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert main(["convert", "a.jsonl", "out"]) == 2
    assert capsys.readouterr().err == 'arnews: arnews convert needs the extra: pip install "arnews[arrow]"\n'
