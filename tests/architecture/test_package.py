"""What the package promises: a quick import, documented names, its data in the wheel."""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.resources
import inspect
import subprocess
import sys

import pytest

import arnews

# Modules of others that a first text adds to those of a bare interpreter. A count, not seconds: it is
# the same on every machine.
MOST_MODULES = 95
HEAVY = {
    "argparse",
    "concurrent.futures",
    "ctypes",
    "dateparser",
    "fastwarc",
    "hijridate",
    "html.parser",
    "hypothesis",
    "importlib.resources",
    "lxml",
    "multiprocessing",
    "pyarrow",
    "pytest",
    "regex",
    "selectolax",
    "tempfile",
    "tomllib",
    "tqdm",
    "turbohtml",
    "unittest",
    "zoneinfo",
}


def _modules_after(statement: str) -> set[str]:
    code = f"import sys; before = set(sys.modules); {statement}; print(*set(sys.modules) - before)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


def test_import_brings_nothing_but_the_version() -> None:
    loaded = _modules_after("import arnews")
    assert {name for name in loaded if name.startswith("arnews")} == {"arnews", "arnews.version"}


def test_a_text_brings_nothing_heavy() -> None:
    loaded = _modules_after("import arnews; arnews.parse_text('افتتح الوزير أمس المعرض.')")
    assert loaded & (HEAVY - {"tomllib"}) == set()
    assert len([name for name in loaded if not name.startswith("arnews")]) <= MOST_MODULES


def test_a_text_does_not_wait_for_what_reads_pages() -> None:
    loaded = _modules_after("import arnews; arnews.parse_text('افتتح الوزير أمس المعرض.')")
    assert not {name for name in loaded if name.startswith(("arnews.export", "arnews.reading.metadata"))}
    assert not loaded & {"arnews.labeling.pages.page", "arnews.reading.feed", "arnews.reading.html"}


def test_each_name_has_its_home_where_type_checkers_see_it() -> None:
    (block,) = (
        node
        for node in ast.parse(inspect.getsource(arnews)).body
        if isinstance(node, ast.If) and not node.orelse and isinstance(node.test, ast.Name)
    )
    seen = {
        node.module: sorted(alias.name for alias in node.names)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
    }
    assert {module: sorted(names.split()) for module, names in arnews._HOMES.items()} == seen
    assert sorted(name for names in seen.values() for name in names) == arnews.__all__


def test_a_name_that_is_not_there_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'parse_txt'"):
        arnews.parse_txt  # type: ignore[attr-defined]  # noqa: B018
    assert set(arnews.__all__) <= set(dir(arnews))


def test_import_prints_nothing_and_reads_no_rule_file() -> None:
    code = (
        "import sys, io; opened = []; "
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None); "
        "import arnews; print([name for name in opened if name.endswith('.toml')])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (result.stdout.strip(), result.stderr) == ("[]", "")


def test_parsing_arabic_dates_does_not_import_dateparser() -> None:
    loaded = _modules_after("import arnews; arnews.parse_date('12 شباط/فبراير 2024 - 10:45 م')")
    assert "dateparser" not in loaded


def test_the_public_names_are_sorted() -> None:
    assert arnews.__all__ == sorted(arnews.__all__)


@pytest.mark.parametrize("name", arnews.__all__)
def test_a_public_name_has_a_docstring_with_an_example(name: str) -> None:
    doc = inspect.getdoc(getattr(arnews, name))
    assert doc is not None
    assert ">>> " in doc


def test_the_package_is_typed_and_carries_its_data() -> None:
    files = importlib.resources.files("arnews")
    assert (files / "py.typed").is_file()
    assert any(path.name.endswith(".toml") for path in (files / "rules" / "data").iterdir())


def test_the_command_is_declared() -> None:
    (command,) = importlib.metadata.entry_points(group="console_scripts", name="arnews")
    assert command.value == "arnews.cli:main"
