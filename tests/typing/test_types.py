"""A type checker accepts and refuses what ``api.py`` says."""

from __future__ import annotations

from pathlib import Path

import pytest

API = Path(__file__).with_name("api.py")


def test_a_strict_type_checker_agrees_with_the_listed_lines() -> None:
    api = pytest.importorskip("mypy.api", reason="mypy is not installed")
    out, err, code = api.run(["--strict", "--no-error-summary", str(API)])
    assert (out, err, code) == ("", "", 0)
