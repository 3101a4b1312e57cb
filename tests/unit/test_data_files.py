"""Tables that were compiled ahead say what the files say, and are not believed where a file has changed since."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import arnews
from arnews import data_files
from arnews.compiling import compiled_lines
from arnews.credits import tables as credits
from arnews.labeling import weights
from arnews.labeling.word_facts import vocabulary
from arnews.rules import shipped
from arnews.rules.index import RuleIndex
from arnews.rules.load import load_shipped

FOLDER = Path(arnews.__file__).parent
UNCOMPILED = ("rules/", "teaching/", "testing/", "outlets/data/shipped/")
"""Files of one table of their own, and files that no reader of documents needs."""


@pytest.fixture(scope="module")
def tables() -> dict[str, Any]:
    """Return the compiled tables by name."""
    parts = (line.split("\t") for line in compiled_lines())
    return {name: json.loads(content) for name, _, content in parts}


def test_the_compiled_rules_are_those_of_the_files(tables: dict[str, Any]) -> None:
    rules = load_shipped()
    compiled, index = shipped.indexed(tables[shipped.TABLE])
    assert compiled == rules
    assert [repr(rule) for rule in compiled] == [repr(rule) for rule in rules]
    assert compiled[0].parsed == rules[0].parsed
    assert index.networks == RuleIndex(rules).networks
    assert shipped.table_of(compiled, index) == shipped.table_of(rules, RuleIndex(rules))


def test_the_compiled_model_is_that_of_the_file(tables: dict[str, Any]) -> None:
    written = json.loads(data_files.read_text("labeling/data/model.json"))
    model = weights.opened(tables[weights.TABLE])
    assert dict(model["weights"]) == {fact: tuple(pairs) for fact, pairs in written["weights"].items()}
    assert model["vocabulary"] == vocabulary(written["weights"])
    assert (model["roles"], model["steps"]) == (written["roles"], written["steps"])
    assert model["weights"].get("no such fact") is None
    with pytest.raises(KeyError):
        model["weights"]["no such fact"]


def test_the_compiled_credits_are_those_of_the_files(tables: dict[str, Any]) -> None:
    assert credits.opened(tables[credits.TABLE]) == credits.read_tables()


def test_every_toml_file_is_compiled_and_says_the_same(tables: dict[str, Any]) -> None:
    paths = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.toml")}
    alone = {path for path in paths if not path.startswith(UNCOMPILED)} - set(credits.SOURCES)
    assert set(tables) == alone | {shipped.TABLE, weights.TABLE, credits.TABLE}
    for path in alone:
        assert tables[path] == data_files.parse_toml(path), path


def test_a_table_of_other_files_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    path = "labeling/data/page_kinds.toml"
    checksum = data_files.file_checksum([path])
    monkeypatch.setattr(data_files, "_lines", lambda: {path: f"{checksum}\t{{}}".encode()})
    assert data_files.read_toml(path) == {}
    monkeypatch.setattr(data_files, "_lines", lambda: {path: f"{checksum + 1}\t{{}}".encode()})
    assert data_files.read_toml(path) == data_files.parse_toml(path)
    monkeypatch.setattr(data_files, "_lines", lambda: {path: f"{checksum}\t{{}}".encode()})
    assert data_files.compiled(path, [path, "no/such.toml"]) is None


def test_a_built_package_reads_no_toml_until_a_file_changes(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "arnews", ignore=shutil.ignore_patterns("__pycache__", data_files.COMPILED))
    code = (
        "import sys, arnews; text = 'افتتاح المعرض\\nافتتح الوزير أمس المعرض، وحضره جمهور كبير.\\nشارك المقال';"
        "page = arnews.parse_html('<h1>افتتاح المعرض</h1><p>افتتح الوزير أمس المعرض، وحضره جمهور كبير.</p>');"
        "print('tomllib' in sys.modules, arnews.to_json(arnews.parse_text(text)), arnews.to_json(page))"
    )

    def run(*arguments: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=True)
        return done.stdout

    read, _, articles = run("-c", code).partition(" ")
    assert read == "True"
    run("-m", "arnews.compiling")
    assert run("-c", code) == f"False {articles}"
    with (tmp_path / "arnews/rules/data/share.toml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert run("-c", code) == f"True {articles}"
