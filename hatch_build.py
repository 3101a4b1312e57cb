"""Compiles the tables of the package when it is built: into the wheel, or, for an editable one, into the checkout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = Path(__file__).parent / "src"


class CompiledTables(BuildHookInterface):
    """Writes what `arnews.compiling` makes; the target of wheels lists the file among its artifacts."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the file before the wheel is put together."""
        # In a process of its own: modules imported here would stay those of the builder.
        command = [sys.executable, "-m", "arnews.compiling"]
        subprocess.run(command, cwd=SOURCES, check=True)
