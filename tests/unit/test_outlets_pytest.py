"""The plug-in of pytest: one test for each field of each case, and nothing at all where there is no outlet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.outlet_folders import OUTLET, write_case, write_outlet

SRC = Path(__file__).parents[2] / "src"


def run(folder: Path, *arguments: str) -> list[str]:
    """Run pytest in a process of its own and return the lines that it prints."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--color=no", *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTEST_ADDOPTS": "", "COLUMNS": "200"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    ).stdout.splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    return write_outlet(tmp_path / "port.example")


def test_each_field_of_each_case_is_a_test(folder: Path) -> None:
    write_case(folder)
    write_case(folder, "second", keywords=[])
    found = run(folder.parent, "--collect-only")
    assert [line for line in found if "::" in line] == [
        "port.example/outlet.toml::rules",
        *(f"port.example/outlet.toml::pier::{name}" for name in ("headline", "authors", "date_published", "body")),
        *(
            f"port.example/outlet.toml::second::{name}"
            for name in ("headline", "authors", "date_published", "body", "keywords")
        ),
    ]


def test_a_test_can_be_run_alone_and_fails_with_a_sentence(folder: Path) -> None:
    write_case(folder, headline="افتتاح الرصيف القديم")
    assert run(folder.parent, "port.example/outlet.toml::pier::authors")[-1].startswith("1 passed")
    lines = run(folder.parent)
    assert "✗ headline: not as expected" in lines
    assert "    expected «افتتاح الرصيف القديم», found «افتتاح الرصيف الجديد في ميناء الصيد»" in lines
    assert not any("Traceback" in line or "def runtest" in line for line in lines)
    assert lines[-1].startswith("1 failed, 4 passed")


def test_the_rules_are_a_test(folder: Path) -> None:
    write_outlet(folder, OUTLET.replace('yes = ["ليلى حسن - ', 'yes = ["'))
    write_case(folder)
    lines = run(folder.parent, "port.example/outlet.toml::rules")
    assert "rule 'port/byline': its yes example «صوت الميناء - الإسكندرية» does not match" in lines


def test_an_outlet_that_is_broken_is_one_error_with_its_line(folder: Path) -> None:
    write_outlet(folder, OUTLET.replace("country", "county"))
    write_case(folder)
    lines = run(folder.parent)
    assert any(line.startswith(f"{folder / 'outlet.toml'}, line 3: does not know 'county'") for line in lines)
    assert lines[-1].startswith("1 error")


def test_an_outlet_without_cases_is_not_collected(folder: Path) -> None:
    assert run(folder.parent, "--collect-only")[-1].startswith("no tests")


def test_the_plugin_costs_nothing_without_an_outlet(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    code = (
        "import sys, pytest\n"
        "def test_nothing_of_arnews_is_loaded(request):\n"
        "    assert request.config.pluginmanager.has_plugin('arnews')\n"
        "    assert [name for name in sys.modules if name.split('.')[0] in ('arnews', 'attrs')] == []\n"
    )
    (tmp_path / "test_it.py").write_text(code, encoding="utf-8")
    assert run(tmp_path, "-p", "no:hypothesispytest")[-1].startswith("1 passed")
